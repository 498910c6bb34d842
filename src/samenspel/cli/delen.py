"""``samenspel delen``: a self-test as a response file, to hand to whoever leads a group."""

from pathlib import Path

import click

from samenspel.cli.base import Command
from samenspel.cli.output import OUT, REPLACE, OutFile, put
from samenspel.cli.stored import SELFTEST, open_store, pick, tell_day
from samenspel.cli.trouble import Refused
from samenspel.exchange.handover import FILE_NAME, to_file
from samenspel.hygiene import one_line
from samenspel.questionnaire.applicability import is_blank
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _, meervoud


@click.command(
    "delen",
    cls=Command,
    help=_(
        "Uw antwoorden als bestand, om aan de begeleider van een groep te geven.\n\n"
        "Zonder ID krijgt u de laatste zelftest die af is. Toelichtingen, uw gebied en de datum staan er niet in. "
        "Open antwoorden alleen als u dat bij die vraag hebt gekozen."
    ),
)
@SELFTEST
@OUT(
    metavar=_("BESTAND"),
    help=_("Waar het bestand komt, op .json. Anders: in deze map."),
)
@REPLACE
def command(*, selftest_id: str | None, out: str | None, replace: bool) -> None:
    """Write the file, and tell what is in it and who could read it."""
    target = OutFile(out, (".json",), replace=replace).path
    store = open_store()
    selftest = store.shared(to_share(store, selftest_id).id)
    questionnaire, name = store.questionnaire(selftest), selftest.share_id
    path = target or Path.cwd() / f"{FILE_NAME}-{name[:8]}.json"
    put(path, to_file(questionnaire, selftest.response, name))
    click.echo(_("Uw antwoorden staan in {pad}").format(pad=one_line(path.absolute())))
    tell_day(selftest)
    click.echo(held(questionnaire))
    click.echo(open_answers(selftest.response))
    if questionnaire.asked.cards:
        click.echo(_("Niet erin: uw naam, gebied, toelichtingen, de datum en wat u bij elke kaart antwoordde."))
    else:
        click.echo(_("Niet erin: uw naam, gebied, toelichtingen en de datum."))
    click.echo(
        _("Wie dit bestand in handen krijgt, kan het lezen. Geef het zelf aan de begeleider, en wis het daarna.")
    )
    click.echo(
        _("Uw kenmerk is {kenmerk}. Daarmee kunt u uw antwoorden terugnemen tot de uitslag is onthuld.").format(
            kenmerk=name
        )
    )


def held(questionnaire: Questionnaire) -> str:
    """Say what goes along, whatever the person chose."""
    if questionnaire.asked.cards:
        return _("Erin staan: uw partij, ervaring en overleg, de stellingen, en hoeveel kaarten u goed had.")
    return _("Erin staan: uw partij, ervaring en overleg, en de stellingen.")


def to_share(store: SelfTests, selftest_id: str | None) -> SelfTest:
    """Return the self-test to hand over. Raises Refused: it is not finished, or it answers nothing."""
    selftest = pick(store, selftest_id)
    if selftest.finished is None or not selftest.response.party:
        raise Refused(_("Deze zelftest is nog niet af. Maak hem eerst af met ‘samenspel zelftest’."))
    if is_blank(store.questionnaire(selftest), selftest.response):
        raise Refused(
            _(
                "In deze zelftest is geen enkele stelling beantwoord. Zo telt u niet mee in een groep. "
                "Doe de zelftest opnieuw met ‘samenspel zelftest’."
            )
        )
    return selftest


def open_answers(response: Response) -> str:
    """Say how many open answers go along."""
    n = len(response.shared)
    if not n:
        return _("Open antwoorden: geen. U koos bij geen enkele vraag voor delen.")
    text = meervoud(
        "Open antwoorden: die op {n} vraag. Daar koos u voor delen.",
        "Open antwoorden: die op {n} vragen. Daar koos u voor delen.",
        n,
    )
    return text.format(n=n)
