"""``samenspel vragenlijst controleer``: what is wrong with a questionnaire, what could be better, and a trial run."""

from typing import TYPE_CHECKING

import click

from samenspel.cli.base import Command
from samenspel.taal import _, meervoud

if TYPE_CHECKING:
    from pathlib import Path

    from samenspel.authoring.lint import Checked
    from samenspel.authoring.problems import Problem


@click.command(
    "controleer",
    cls=Command,
    help=_(
        "Zoek fouten in een vragenlijst, en wat er beter kan.\n\n"
        "Bij elke fout staan het bestand, de regel en wat u kunt doen. "
        "Zijn er geen fouten, dan vullen verzonnen mensen de vragenlijst in. "
        "Zo ziet u welke scores en adviezen kunnen voorkomen. Er wordt niets bewaard."
    ),
)
@click.argument("names", metavar=_("ID|MAP…"), nargs=-1, required=True)
def command(*, names: tuple[str, ...]) -> None:
    """Print the warnings and the trial of each questionnaire; refuse when any has errors."""
    from samenspel.authoring import QuestionnaireError
    from samenspel.authoring.lint import check
    from samenspel.cli.stored import find_questionnaire

    problems: list[Problem] = []
    for number, name in enumerate(dict.fromkeys(names)):
        try:
            folder = find_questionnaire(name)
            checked = check(folder)
        except QuestionnaireError as error:
            problems += error.problems
        else:
            if number:
                click.echo()
            _tell(folder, checked)
    if problems:
        count = meervoud("Er is {n} fout.", "Er zijn {n} fouten.", len(problems)).format(n=len(problems))
        click.echo(count, err=True)
        raise QuestionnaireError(problems)


def _tell(folder: "Path", checked: "Checked") -> None:
    from samenspel.hygiene import visible

    questionnaire = checked.questionnaire
    text = _("{id} {versie}: geen fouten. ({pad})")
    click.echo(visible(text.format(id=questionnaire.id, versie=questionnaire.version, pad=folder)))
    if checked.warnings:
        count = len(checked.warnings)
        click.echo(meervoud("Eén ding kan beter:", "{n} dingen kunnen beter:", count).format(n=count))
        for warning in checked.warnings:
            click.echo(f"  {visible(str(warning))}")
    click.echo(_("Proefronde met {n} verzonnen mensen:").format(n=checked.trial.people))
    for line in [*_bands(checked), *_advices(checked)]:
        click.echo(f"  {line}")


def _bands(checked: "Checked") -> list[str]:
    from samenspel.taal import opsomming

    asked, reached = checked.questionnaire.asked, checked.trial.bands
    lines = []
    for dimension in asked.dimensions:
        if absent := [band.name for band in asked.bands if band.id not in reached[dimension.id]]:
            text = _("Bij ‘{dimensie}’ kwam niet voor: {banden}.")
            lines.append(text.format(dimensie=dimension.name, banden=opsomming(absent)))
    every = opsomming([band.name for band in asked.bands])
    return lines or [_("Scores: bij elke dimensie komt alles voor: {banden}.").format(banden=every)]


def _advices(checked: "Checked") -> list[str]:
    advices, top = checked.questionnaire.advices, checked.trial.top
    absent = [advice.id for advice in advices if advice.id not in top]
    if not absent:
        return [_("Adviezen: elk advies kan bij de eerste vijf komen ({n}).").format(n=len(advices))]
    text = _("Adviezen: {n} van {van} kwamen bij de eerste vijf. Deze niet: {ids}.")
    return [text.format(n=len(top), van=len(advices), ids=", ".join(absent))]
