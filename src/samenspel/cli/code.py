"""``samenspel code``: a self-test as a code that the facilitator types over."""

import click

from samenspel.cli.base import Command
from samenspel.cli.delen import held, to_share
from samenspel.cli.stored import SELFTEST, open_store, tell_day
from samenspel.exchange.code import decode, encode
from samenspel.taal import _


@click.command(
    "code",
    cls=Command,
    help=_(
        "Uw antwoorden als code, om over te schrijven of voor te lezen. De begeleider typt de code over.\n\n"
        "Zonder ID krijgt u de laatste zelftest die af is. Teksten staan er niet in: geen toelichtingen en geen open "
        "antwoorden."
    ),
)
@SELFTEST
def command(*, selftest_id: str | None) -> None:
    """Print the code, and tell what is in it and who could read it."""
    store = open_store()
    selftest = to_share(store, selftest_id)
    questionnaire = store.questionnaire(selftest)
    code = encode(questionnaire, selftest.response)
    click.echo(code)
    click.echo()
    tell_day(selftest)
    click.echo(_("Hoofdletters of kleine letters maakt niet uit. Een 0 is een nul, een 1 is een één."))
    click.echo(held(questionnaire))
    click.echo(_("Niet erin: uw naam, gebied, toelichtingen, de datum en alle open antwoorden."))
    click.echo(_("Wie deze code heeft, kan uw antwoorden lezen. Gooi het briefje weg als de code is overgetypt."))
    click.echo(
        _(
            "Uw kenmerk is {kenmerk}. Daarmee, of met de code, kunt u uw antwoorden terugnemen "
            "tot de uitslag is onthuld."
        ).format(kenmerk=decode(questionnaire, code).id)
    )
