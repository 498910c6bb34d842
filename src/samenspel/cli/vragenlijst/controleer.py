"""``samenspel vragenlijst controleer``: what is wrong with a questionnaire, what could be better, and a trial run."""

from collections.abc import Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from samenspel.authoring import Problem, QuestionnaireError
from samenspel.authoring.lint import Checked, check, in_words
from samenspel.cli.base import Command
from samenspel.cli.stored import find_questionnaire
from samenspel.hygiene import one_line
from samenspel.taal import _, meervoud


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
    problems: list[Problem] = []
    for number, name in enumerate(dict.fromkeys(names)):
        try:
            folder = find_questionnaire(name)
            checked = check(folder)
        except QuestionnaireError as error:
            problems += _short(error.problems, several=len(set(names)) > 1)
        else:
            if number:
                click.echo()
            _tell(folder, replace(checked, warnings=_short(checked.warnings, several=False)))
    if problems:
        count = meervoud("Er is {n} fout.", "Er zijn {n} fouten.", len(problems)).format(n=len(problems))
        click.echo(count, err=True)
        raise QuestionnaireError(problems)


def _short(problems: Sequence[Problem], *, several: bool) -> tuple[Problem, ...]:
    """Return the problems with the name of the file instead of its whole path; with its folder when there are more."""

    def name(problem: Problem) -> str:
        path = Path(problem.file)
        return f"{path.parent.name}/{path.name}" if several else path.name

    return tuple(replace(problem, file=name(problem)) if problem.line else problem for problem in problems)


def _tell(folder: Path, checked: Checked) -> None:
    questionnaire = checked.questionnaire
    text = _("{id} {versie}: geen fouten. ({pad})")
    click.echo(text.format(id=questionnaire.id, versie=questionnaire.version, pad=one_line(folder)))
    for line in in_words(checked):
        click.echo(line)
