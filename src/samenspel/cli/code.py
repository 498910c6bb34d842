"""``samenspel code``: a self-test as a code that the facilitator types over."""

import click

from samenspel import giving
from samenspel.cli.base import Command
from samenspel.cli.delen import tell, to_share
from samenspel.cli.stored import SELFTEST, open_store, tell_day
from samenspel.taal import _


@click.command(
    "code",
    cls=Command,
    help=_(
        "Uw antwoorden als code, om over te schrijven of voor te lezen. De begeleider typt de code over.\n\n"
        "Zonder ID krijgt u de laatste zelftest die af is. Teksten staan er niet in: geen toelichtingen en geen open "
        "antwoorden. Wilt u die delen? Gebruik dan ‘samenspel delen’."
    ),
)
@SELFTEST
def command(*, selftest_id: str | None) -> None:
    """Print the code, and tell what is in it and who could read it."""
    store = open_store()
    selftest, questionnaire = to_share(store, selftest_id)
    given = giving.as_code(store, selftest.id)
    click.echo(given.code)
    click.echo()
    tell_day(selftest)
    click.echo(_("Hoofdletters of kleine letters maakt niet uit. Een 0 is een nul, een 1 is een één."))
    tell(questionnaire, given.contribution, selftest.response, as_code=True)
    click.echo(f"{giving.CODE_READER} {giving.CODE_NEXT}")
    click.echo(
        _(
            "Uw kenmerk is {kenmerk}. Daarmee, of met de code, kunt u uw antwoorden terugnemen "
            "tot de uitslag is onthuld."
        ).format(kenmerk=given.name)
    )
