"""``samenspel groep meting``: the next wave."""

import click

from samenspel.cli.app import at_terminal
from samenspel.cli.base import Command, today
from samenspel.cli.groep.common import NAME, open_groups
from samenspel.cli.trouble import Refused
from samenspel.collecting.version import other_version, told
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.storage.shelf import Shelf
from samenspel.taal import _


@click.command(
    "meting",
    cls=Command,
    help=_(
        "Een nieuwe meting beginnen, bijvoorbeeld na drie maanden. De vorige moet onthuld zijn.\n\n"
        "Is de vragenlijst intussen vernieuwd? Dan blijft de meting bij de versie van de vorige, of u kiest de nieuwe."
    ),
)
@NAME
@click.option("--nieuwe-versie", "newer", is_flag=True, help=_("Stel de vragen van de nieuwe versie."))
def command(*, name: str, newer: bool) -> None:
    """Begin the next wave."""
    groups = open_groups()
    found = groups.find(name)
    chosen = _chosen(groups, found, newer=newer) if found.wave.phase != "verzamelen" else None
    stored = groups.new_wave(found.id, today(), chosen)
    click.echo(_("Meting {nummer} verzamelt nu antwoorden.").format(nummer=stored.wave.number))
    click.echo(_("Niemand wordt van meting tot meting gevolgd: u vergelijkt groepen, geen personen."))


def _chosen(groups: Groups, stored: StoredGroup, *, newer: bool) -> Questionnaire | None:
    """Return the other version, when that is chosen; else None. Raises Refused: it is wanted, and there is none."""
    versions = other_version(groups, stored, Shelf(groups.folder))
    if versions is None:
        if newer:
            raise Refused(_("Er is geen nieuwe versie van de vragenlijst van deze groep. Er is niets begonnen."))
        return None
    asked, now = versions
    if newer:
        return now
    click.echo(told(asked, now))
    if not at_terminal():
        click.echo(_("Deze meting blijft bij versie {oud}. Anders: --nieuwe-versie").format(oud=asked.version))
        return None
    question = _("Druk op Enter voor versie {oud}. Of typ ‘nieuw’ voor versie {nieuw}")
    typed = str(click.prompt(question.format(oud=asked.version, nieuw=now.version), default="", show_default=False))
    return now if typed.strip().lower() in {_("nieuw"), now.version} else None
