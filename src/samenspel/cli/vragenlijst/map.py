"""``samenspel vragenlijst map``: the folder for a person's own questionnaires."""

import click

from samenspel.authoring.files import builtin_root, ids
from samenspel.cli.base import Command
from samenspel.cli.output import folder_for
from samenspel.hygiene import one_line
from samenspel.storage.preferences import own_questionnaires
from samenspel.taal import _


@click.command(
    "map",
    cls=Command,
    help=_(
        "Toon de map voor uw eigen vragenlijsten. De map wordt gemaakt als die er nog niet is.\n\n"
        "Zet elke vragenlijst in een eigen map daarin. "
        "De naam van die map typt u daarna als ID, zoals bij ‘samenspel zelftest --vragenlijst ID’."
    ),
)
def command() -> None:
    """Make the folder, and print where it is; what stands in it goes to the error stream."""
    folder = folder_for(own_questionnaires())
    click.echo(one_line(folder))
    built_in = ids(builtin_root())
    for name in ids(folder):
        line = _("{id} (gaat voor de meegeleverde vragenlijst)") if name in built_in else "{id}"
        click.echo(f"  {line.format(id=one_line(name))}", err=True)
