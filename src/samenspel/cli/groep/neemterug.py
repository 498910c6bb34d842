"""``samenspel groep neemterug``: a person takes a response back, as long as the wave was not revealed."""

from typing import TYPE_CHECKING

import click

from samenspel.cli.base import Command
from samenspel.cli.groep.common import NAME, open_groups
from samenspel.cli.trouble import Refused, typed_path
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.questionnaire.model import Questionnaire


@click.command(
    "neemterug",
    cls=Command,
    help=_(
        "Een antwoord uit de meting halen, voordat die wordt onthuld.\n\n"
        "ANTWOORD is het kenmerk (32 tekens), het bestand van ‘samenspel delen’, of de code van ‘samenspel code’."
    ),
)
@NAME
@click.argument("which", metavar=_("ANTWOORD"))
def command(*, name: str, which: str) -> None:
    """Find out which response is meant, and take it out."""
    groups = open_groups()
    stored = groups.find(name)
    response_id, experience = _meant(groups.questionnaire(stored), which)
    groups.withdraw(stored.id, response_id, experience)
    click.echo(_("Het antwoord is uit meting {nummer} gehaald.").format(nummer=stored.wave.number))
    click.echo(_("Bestanden, codes en formulieren die zijn doorgegeven, staan er nog. Wis of vernietig die zelf."))


def _meant(questionnaire: "Questionnaire", which: str) -> tuple[str, str]:
    """Return the id that is meant and, where that is known, the answer about experience. Raises Refused."""
    from samenspel.exchange.code import CodeError, decode
    from samenspel.exchange.handover import Reading
    from samenspel.exchange.one_file import HandoverError

    typed = which.strip().lower()
    if len(typed) == 32 and set(typed) <= set("0123456789abcdef"):  # noqa: PLR2004
        return typed, ""
    path = typed_path(which)
    try:
        if path.name.lower().endswith(".json") or path.is_file():
            entry = Reading(questionnaire, other_version=True).file(path)
        else:
            entry = decode(questionnaire, which)
    except HandoverError as error:
        raise Refused(f"{path.name}: {error}") from error
    except CodeError as error:
        raise Refused(
            _("‘{tekst}’ is geen kenmerk, geen bestand van ‘samenspel delen’ en geen goede code. {reden}").format(
                tekst=which[:60], reden=error
            )
        ) from error
    return entry.id, entry.contribution.response.experience
