"""``samenspel verwerk``: forms of others, typed in or filled in. Nothing of it comes into the person's own store."""

import re
from pathlib import Path
from typing import Final

import click

from samenspel.cli.base import Command, today
from samenspel.cli.output import OUT, folder_for, put_report
from samenspel.cli.stored import known_ids, load_questionnaire
from samenspel.exchange.give.json_results import Result, result, to_json
from samenspel.exchange.give.report_file import numbered
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.exchange.receive.forms import PaperForm
from samenspel.exchange.receive.pdf_forms import read_filled
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.personal.report import personal_report
from samenspel.report.wording import figure
from samenspel.taal import _, meervoud, opsomming
from samenspel.typed_path import typed_path

# Names that Windows keeps for devices, whatever their suffix.
_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))})


@click.command(
    "verwerk",
    cls=Command,
    help=_(
        "Formulieren van anderen verwerken.\n\n"
        "FORMULIEREN is één CSV-bestand met overgetypte formulieren, of een of meer ingevulde PDF's van "
        "‘samenspel vragenlijst papier’. Een CSV-bestand heeft een kop met namen en daaronder een rij per formulier. "
        "Klopt er iets niet, dan ziet u alle fouten en gebeurt er niets. "
        "Uw eigen zelftests blijven zoals ze zijn."
    ),
)
@click.argument("files", metavar=_("FORMULIEREN…"), nargs=-1, required=True)
@OUT(
    metavar=_("MAP"),
    help=_("Zet van elk formulier een rapport (PDF) in deze map. Een rapport met hetzelfde nummer wordt vervangen."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Toon de uitslagen als JSON."))
@click.option("--vragenlijst", metavar=_("ID|MAP"), help=_("De vragenlijst van de formulieren: de id of de map."))
def command(*, files: tuple[str, ...], out: str | None, as_json: bool, vragenlijst: str | None) -> None:
    """Read the forms, then write the reports and print the results."""
    paths = [typed_path(file) for file in files]
    as_pdf = _as_pdf(paths)
    questionnaire = load_questionnaire(None, vragenlijst)
    forms = _read(paths, questionnaire, as_pdf=as_pdf)
    if out is not None:
        folder = typed_path(out)
        write_reports(questionnaire, forms, folder)
        # Beside JSON the standard output is for the JSON alone.
        text = meervoud("{n} rapport staat in {map}", "{n} rapporten staan in {map}", len(forms))
        click.echo(text.format(n=len(forms), map=folder.absolute()), err=as_json)
    results = [result(questionnaire, form.response, form.respondent) for form in forms]
    if as_json:
        click.echo(to_json(results))
    elif out is None:
        click.echo(overview(questionnaire, results))


def _as_pdf(paths: list[Path]) -> bool:
    """Say whether these are PDF files. Raises click.BadParameter: they are neither that nor one CSV file."""
    as_pdf = [path.suffix.lower() == ".pdf" for path in paths]
    if not all(as_pdf) and len(paths) > 1:
        raise click.BadParameter(
            _("geef één CSV-bestand, of een of meer PDF's; niet door elkaar."), param_hint=_("FORMULIEREN…")
        )
    return all(as_pdf)


def _read(paths: list[Path], questionnaire: Questionnaire, *, as_pdf: bool) -> tuple[PaperForm, ...]:
    """Read the forms. Raises FormsError."""
    if as_pdf:
        return read_filled(paths, questionnaire, known_ids())
    return read_forms(paths[0], questionnaire)


def write_reports(questionnaire: Questionnaire, forms: tuple[PaperForm, ...], folder: Path) -> None:
    """Write the report of each form into ``folder``, which is made when it is not there. Raises Refused, OSError."""
    folder_for(folder)
    for form, name in zip(forms, file_names([form.respondent for form in forms]), strict=True):
        put_report(folder / f"{name}.pdf", personal_report(questionnaire, form.response, date=today()), as_html=False)


def file_names(respondents: list[str]) -> list[str]:
    """Return for each respondent a name that any system takes as a file's name, all different."""
    names: list[str] = []
    taken: set[str] = set()
    for respondent in respondents:
        safe = re.sub(r"[^\w-]+", "-", respondent).strip("-") or "formulier"
        if safe.lower() in _DEVICES:
            safe = f"formulier-{safe}"
        name = next(name for name in numbered(safe) if name.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return names


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
