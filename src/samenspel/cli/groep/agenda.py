"""``samenspel groep agenda``: the actions of a wave, and the next one, as a file for any calendar."""

import click

from samenspel.cli.base import Command, today
from samenspel.cli.groep.common import NAME, WAVE, file_name, open_groups, wave_of
from samenspel.cli.output import OUT, REPLACE, OutFile
from samenspel.cli.trouble import Refused
from samenspel.exchange.give.calendar import SUFFIX, group_calendar
from samenspel.hygiene import one_line
from samenspel.taal import _


@click.command(
    "agenda",
    cls=Command,
    help=_(
        "De acties van de groep als bestand voor een agenda: wie wat doet, en wanneer. "
        "Ook de dagen van terugkijken staan erin, en de nieuwe meting op de laatste van die dagen."
    ),
)
@NAME
@OUT(metavar=_("BESTAND"), help=_("Waar het bestand komt, op .ics. Anders: een nieuwe naam in deze map."))
@REPLACE
@WAVE
def command(*, name: str, out: str | None, replace: bool, number: int | None) -> None:
    """Write the file and print where it is. Raises Refused: nothing was agreed."""
    target = OutFile(out, (SUFFIX,), replace=replace)
    stored = open_groups().find(name)
    wave = wave_of(stored, number)
    if not wave.actions:
        text = _("Bij meting {nummer} staan geen acties. Die spreekt de groep af in de workshop.")
        raise Refused(text.format(nummer=wave.number))
    content = group_calendar(stored.id, stored.group.name, wave, today(), last=wave.number == stored.wave.number)
    path = target.put(content, f"{file_name(wave)}-agenda", SUFFIX)
    click.echo(_("De acties staan als bestand voor een agenda in {pad}").format(pad=one_line(path.absolute())))
