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
    from samenspel.authoring.told import told
    from samenspel.hygiene import visible

    questionnaire = checked.questionnaire
    text = _("{id} {versie}: geen fouten. ({pad})")
    click.echo(visible(text.format(id=questionnaire.id, versie=questionnaire.version, pad=folder)))
    for line in told(checked):
        click.echo(visible(line))
