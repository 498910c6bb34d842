"""``samenspel groep neemterug``: a person takes a response back, as long as the wave was not revealed."""

import click

from samenspel.cli.base import Command
from samenspel.cli.groep.common import NAME, open_groups
from samenspel.cli.trouble import Refused
from samenspel.collecting.turn import take_back, take_back_given
from samenspel.exchange.code import CodeError, decode
from samenspel.exchange.handover import HandoverError, Reading
from samenspel.hygiene import one_line
from samenspel.storage.group_names import beginning
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _
from samenspel.typed_path import typed_path


@click.command(
    "neemterug",
    cls=Command,
    help=_(
        "Een antwoord uit de meting halen, voordat die wordt onthuld.\n\n"
        "ANTWOORD is het kenmerk (de eerste 8 tekens zijn genoeg), het bestand van ‘samenspel delen’, of de code van "
        "‘samenspel code’. Spaties en streepjes erin maken niet uit."
    ),
)
@NAME
@click.argument("which", metavar=_("ANTWOORD"), nargs=-1, required=True)
def command(*, name: str, which: tuple[str, ...]) -> None:
    """Find out which response is meant, and take it out."""
    groups = open_groups()
    stored = groups.find(name)
    _taken_back(groups, stored, " ".join(which))
    click.echo(_("Het antwoord is uit meting {nummer} gehaald.").format(nummer=stored.wave.number))
    click.echo(_("Bestanden, codes en formulieren die zijn doorgegeven, staan er nog. Wis of vernietig die zelf."))


def _taken_back(groups: Groups, stored: StoredGroup, which: str) -> None:
    """Take out the response that is meant.

    Raises:
        Refused: this is no response.
        NotFoundError: it is a name, but not of one response.
    """
    path = typed_path(which)
    if (name := beginning(which)) and not path.is_file():
        take_back(groups, stored, name)
        return
    questionnaire = groups.questionnaire(stored)
    try:
        if path.name.lower().endswith(".json") or path.is_file():
            entry = Reading(questionnaire, other_version=True).file(path)
        else:
            entry = decode(questionnaire, which)
    except HandoverError as error:
        raise Refused(f"{one_line(path.name)}: {error}") from error
    except CodeError as error:
        raise Refused(
            _("‘{tekst}’ is geen kenmerk, geen bestand van ‘samenspel delen’ en geen goede code. {reden}").format(
                tekst=one_line(which[:60]), reden=error
            )
        ) from error
    take_back_given(groups, stored, entry)
