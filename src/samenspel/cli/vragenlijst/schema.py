"""``samenspel vragenlijst schema``: what may stand in the files of a questionnaire, for an editor."""

import click

from samenspel.authoring.schema import dumped
from samenspel.cli.base import Command
from samenspel.taal import _


@click.command(
    "schema",
    cls=Command,
    help=_(
        "Toon het JSON-schema van de bestanden van een vragenlijst.\n\n"
        "Een tekstprogramma dat het kent, helpt bij het typen en wijst fouten aan. "
        "Bewaren: samenspel vragenlijst schema > schema.json"
    ),
)
def command() -> None:
    """Print the schema, as it stands in ``schema.json``."""
    click.echo(dumped(), nl=False)
