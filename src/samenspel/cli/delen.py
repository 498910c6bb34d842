"""``samenspel delen``: a self-test as a response file, to hand to whoever leads a group."""

import click

from samenspel import giving
from samenspel.cli.app import at_terminal
from samenspel.cli.base import Command
from samenspel.cli.output import OUT, REPLACE, OutFile
from samenspel.cli.stored import SELFTEST, open_store, pick, tell_day
from samenspel.cli.trouble import Refused, WrongPlaceError
from samenspel.giving import GivingError, OpenAnswer
from samenspel.group.model import Contribution
from samenspel.hygiene import one_line
from samenspel.keyboard import in_time, keyboard
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _, opsomming

_NONE = "geen"
"""What ``--open`` takes to share nothing; a questionnaire's ids stand before it."""


@click.command(
    "delen",
    cls=Command,
    help=_(
        "Uw antwoorden als bestand, om aan de begeleider van een groep te geven.\n\n"
        "Zonder ID krijgt u de laatste zelftest die af is. Toelichtingen, uw gebied en de datum staan er niet in. "
        "Van elk open antwoord vraagt samenspel of de groep het mag lezen. U ziet dan eerst wat u schreef."
    ),
)
@SELFTEST
@OUT(
    metavar=_("BESTAND"),
    help=_("Waar het bestand komt, op .json. Anders: een nieuwe naam in deze map."),
)
@REPLACE
@click.option(
    "--open",
    "opened",
    metavar="ID",
    multiple=True,
    help=_(
        "Deel het antwoord op deze open vraag, zonder te vragen. Mag vaker. Met ‘geen’ deelt u niets. "
        "Zonder terminal gaat alleen mee wat u eerder koos."
    ),
)
def command(*, selftest_id: str | None, out: str | None, replace: bool, opened: tuple[str, ...]) -> None:
    """Ask what may be read, write the file, and tell what is in it and who could read it."""
    target = OutFile(out, (".json",), replace=replace)
    store = open_store()
    selftest, questionnaire = to_share(store, selftest_id)
    selftest = choose(store, selftest, giving.open_answers(questionnaire, selftest.response), opened)
    given = giving.as_file(store, selftest.id, selftest.response)
    path = target.put(given.content, given.file_name, ".json")
    click.echo(_("Uw antwoorden staan in {pad}").format(pad=one_line(path.absolute())))
    tell_day(selftest)
    tell(questionnaire, given.contribution, selftest.response, as_code=False)
    click.echo(f"{giving.FILE_READER} {giving.FILE_NEXT}")
    click.echo(
        _("Uw kenmerk is {kenmerk}. Daarmee kunt u uw antwoorden terugnemen tot de uitslag is onthuld.").format(
            kenmerk=given.name
        )
    )


def to_share(store: SelfTests, selftest_id: str | None) -> tuple[SelfTest, Questionnaire]:
    """Return the self-test to hand over, and its questionnaire.

    Raises:
        Refused: it is not finished, or it answers nothing.
    """
    selftest = pick(store, selftest_id)
    try:
        return selftest, giving.to_give(store, selftest)
    except GivingError as error:
        raise Refused(_("{waarom} Dat doet u met ‘samenspel zelftest’.").format(waarom=error)) from error


def choose(store: SelfTests, selftest: SelfTest, answers: tuple[OpenAnswer, ...], opened: tuple[str, ...]) -> SelfTest:
    """Let the person choose which open answers go along: by ``--open``, at a terminal, or as was chosen before.

    Returns:
        The self-test, with what was chosen.

    Raises:
        WrongPlaceError: ``opened`` names what cannot be shared; it says what can.
        click.Abort: the person stops; nothing was changed.
    """
    before = {answer.id for answer in answers if answer.shared}
    if opened:
        wanted = _named(answers, opened)
    elif at_terminal() and answers:
        click.echo(giving.REREAD)
        wanted = {answer.id for answer in answers if _may_be_read(answer)}
    else:
        return selftest
    return selftest if wanted == before else giving.share(store, selftest, wanted)


def tell(questionnaire: Questionnaire, given: Contribution, response: Response, *, as_code: bool) -> None:
    """Tell what goes along, line by line, and what does not."""
    click.echo(_("Erin staan:"))
    for line in giving.goes_along(questionnaire, given):
        click.echo("  " + line.replace("\n", "\n    "))
    click.echo(giving.stays_behind(questionnaire, response, as_code=as_code))


def _named(answers: tuple[OpenAnswer, ...], opened: tuple[str, ...]) -> set[str]:
    known = [answer.id for answer in answers]
    if opened == (_NONE,) and _NONE not in known:
        return set()
    for name in opened:
        if name not in known:
            text = _("‘{naam}’ is geen open vraag met een antwoord van u.").format(naam=one_line(name))
            named = [*known, _NONE] if known else [_NONE]
            raise WrongPlaceError(f"{text} " + _("Kies uit: {namen}.").format(namen=opsomming(named, _("of"))))
    return {*opened}


def _may_be_read(answer: OpenAnswer) -> bool:
    """Show an answer and ask whether it may be read; Enter leaves what was chosen before, at first *nee*."""
    click.echo()
    click.echo(answer.question)
    for line in answer.text.splitlines():
        click.echo(f"  {line}")
    now = _("ja") if answer.shared else _("nee")
    question = f"{giving.MAY_BE_READ} " + _("Typ ‘ja’ of ‘nee’")
    meant = {_("ja"): True, _("nee"): False}
    while True:
        typed = in_time(lambda: str(click.prompt(question, default=now)), keyboard().drop, click.echo)
        if (chosen := meant.get(typed.strip().lower())) is not None:
            return chosen
