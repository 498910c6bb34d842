"""``samenspel verwerk``: forms and answers of others. Nothing of it comes into the person's own store."""

import re
from functools import cache
from pathlib import Path

import click

from samenspel.cli.base import Command, today
from samenspel.cli.output import ALL, OUT, PART, REPLACE, folder_for, is_ours, may_replace, put
from samenspel.cli.stored import known_ids, load_questionnaire
from samenspel.exchange.give.json_results import Result, result, to_json
from samenspel.exchange.give.report_file import numbered, rendered
from samenspel.exchange.receive.forms import PaperForm
from samenspel.exchange.receive.forms_of_others import Asked, read_all
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.personal.parts import PARTS, Personal
from samenspel.report.wording import figure
from samenspel.taal import _, meervoud, opsomming
from samenspel.typed_path import typed_path
from samenspel.whole_file import fits_windows


@click.command(
    "verwerk",
    cls=Command,
    help=_(
        "Formulieren en antwoorden van anderen verwerken.\n\n"
        "FORMULIEREN zijn CSV-bestanden met overgetypte formulieren, ingevulde PDF's van "
        "‘samenspel vragenlijst papier’, bestanden van ‘samenspel delen’, of mappen met zulke bestanden. "
        "Wat iemand bewaart uit een formulier in de browser, is een bestand als van ‘samenspel delen’. "
        "Een CSV-bestand heeft een kop met namen en daaronder een rij per formulier. "
        "Een PDF of een bestand van ‘samenspel delen’ zegt zelf bij welke vragenlijst het hoort. "
        "Klopt er iets niet, dan ziet u alle fouten en gebeurt er niets. "
        "Uw eigen zelftests blijven zoals ze zijn."
    ),
)
@click.argument("files", metavar=_("FORMULIEREN…"), nargs=-1, required=True)
@OUT(
    metavar=_("MAP"),
    help=_(
        "Zet van elk formulier een rapport (PDF) in deze map. Met ‘--deel alles’ krijgt elk formulier daar een map met "
        "alle delen. Een eerder rapport met hetzelfde nummer wordt vervangen."
    ),
)
@PART
@click.option("--json", "as_json", is_flag=True, help=_("Toon de uitslagen als JSON."))
@click.option(
    "--vragenlijst",
    metavar=_("ID|MAP"),
    help=_("De vragenlijst van de formulieren: de id of de map. Bij een CSV-bestand nodig als het niet de gewone is."),
)
@REPLACE
def command(  # noqa: PLR0913 - an argument for each option
    *, files: tuple[str, ...], out: str | None, part: str, as_json: bool, vragenlijst: str | None, replace: bool
) -> None:
    """Read the forms, then write the reports and print the results."""
    found = read_all([typed_path(file) for file in files], _asked(vragenlijst))
    for note in found.notes:
        click.echo(note, err=True)
    if out is not None:
        folder = typed_path(out)
        made = write_reports(found.forms, folder, part, replace=replace)
        # Beside JSON the standard output is for the JSON alone.
        text = meervoud("{n} rapport staat in {map}", "{n} rapporten staan in {map}", made)
        click.echo(text.format(n=made, map=one_line(folder.absolute())), err=as_json)
        if found.handed_over and part in {"bijlage", ALL}:
            click.echo(
                _(
                    "In een bestand van ‘samenspel delen’ staan geen gebied, toelichtingen en losse kaarten, en alleen "
                    "gedeelde open antwoorden. De rest ontbreekt in de bijlage."
                ),
                err=True,
            )
    results = [(asked, result(asked, form.response, form.respondent)) for asked, form in found.forms]
    if as_json:
        click.echo(to_json([one for _asked_, one in results]))
    elif out is None:
        click.echo(_overviews(results))


def _asked(vragenlijst: str | None) -> Asked:
    """Return the questionnaires that the forms may be of: the one that was named, or else their own."""

    @cache
    def usual() -> Questionnaire:
        return load_questionnaire(None, vragenlijst)

    @cache
    def named(id_: str) -> Questionnaire | None:
        return load_questionnaire(None, id_) if vragenlijst is None and id_ in ids else None

    ids = known_ids()
    return Asked(usual, named, ids)


def write_reports(
    forms: tuple[tuple[Questionnaire, PaperForm], ...], folder: Path, part: str = PARTS[0], *, replace: bool = False
) -> int:
    """Write a part of the report of each form into ``folder``, or all parts into a folder for each form in it.

    A part that somebody's answers have nothing for is left out. Returns of how many forms something was written.
    Raises Refused, OSError.
    """
    folder_for(folder)
    names = file_names([form.respondent for _asked_, form in forms])
    places = {
        name: {one: folder / name / f"{one}.pdf" for one in PARTS} if part == ALL else {part: folder / f"{name}.pdf"}
        for name in names
    }
    may_replace([path for found in places.values() for path in found.values() if not is_ours(path)], replace=replace)
    made = 0
    for (questionnaire, form), name in zip(forms, names, strict=True):
        told = Personal(questionnaire, form.response, today())
        if part == ALL:
            folder_for(folder / name)
        written = [(places[name][one], document) for one, document in told.parts() if one in places[name]]
        for path, document in written:
            put(path, rendered(document, as_html=False))
        made += bool(written)
    return made


def file_names(respondents: list[str]) -> list[str]:
    """Return for each respondent a name that any system takes as a file's name, all different."""
    names: list[str] = []
    taken: set[str] = set()
    for respondent in respondents:
        safe = re.sub(r"[^\w-]+", "-", respondent).strip("-") or "formulier"
        if not fits_windows(safe):
            safe = f"formulier-{safe}"
        name = next(name for name in numbered(safe) if name.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _overviews(results: list[tuple[Questionnaire, Result]]) -> str:
    """Lay the scores out as a table for each questionnaire, in the order in which they come."""
    tables: dict[str, list[Result]] = {}
    asked = {questionnaire.id: questionnaire for questionnaire, _result in results}
    for questionnaire, one in results:
        tables.setdefault(questionnaire.id, []).append(one)
    titles = {id_: f"{asked[id_].asked.title} ({id_})\n\n" if len(tables) > 1 else "" for id_ in tables}
    return "\n\n".join(titles[id_] + overview(asked[id_], rows) for id_, rows in tables.items())


def overview(questionnaire: Questionnaire, results: list[Result]) -> str:
    """Lay the scores out as a small table: a row for each form, a column for each dimension."""
    dimensions = questionnaire.asked.dimensions
    head = [_("formulier"), *(dimension.id for dimension in dimensions), _("eerste advies")]
    rows = [
        [
            found.respondent,
            *(figure(d.score, 2) for d in found.dimensions),
            found.advice[0].id if found.advice else "–",
        ]
        for found in results
    ]
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [head, *rows]]
    names = opsomming([f"{dimension.id} = {dimension.name}" for dimension in dimensions])
    remark = _("– betekent: te weinig antwoorden van 1 tot 5. Rapporten maakt u met -o MAP.")
    return "\n".join([*(line.rstrip() for line in lines), "", names, remark])
