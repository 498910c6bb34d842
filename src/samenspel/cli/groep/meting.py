"""``samenspel groep meting``: the next wave."""

import click

from samenspel.cli.base import Command, today
from samenspel.cli.groep.common import NAME, open_groups
from samenspel.taal import _


@click.command(
    "meting",
    cls=Command,
    help=_("Een nieuwe meting beginnen, bijvoorbeeld na drie maanden. De vorige moet onthuld zijn."),
)
@NAME
def command(*, name: str) -> None:
    """Begin the next wave."""
    groups = open_groups()
    stored = groups.new_wave(groups.find(name).id, today())
    click.echo(_("Meting {nummer} verzamelt nu antwoorden.").format(nummer=stored.wave.number))
    click.echo(_("Niemand wordt van meting tot meting gevolgd: u vergelijkt groepen, geen personen."))
