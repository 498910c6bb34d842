"""``samenspel vragenlijst``: what a trainer does with a questionnaire; one small module for each subcommand."""

from typing import Final

import click

from samenspel.cli.base import LazyGroup
from samenspel.taal import _

DOORS: Final = {
    "papier": ("samenspel.cli.vragenlijst.papier", _("De vragenlijst als formulier, om te printen of in te vullen.")),
    "formulier": ("samenspel.cli.vragenlijst.formulier", _("De vragenlijst als formulier voor elke browser.")),
    "kopieer": ("samenspel.cli.vragenlijst.kopieer", _("Een eigen versie van een vragenlijst, om aan te passen.")),
    "nieuw": ("samenspel.cli.vragenlijst.nieuw", _("Een vragenlijst maken voor twee andere partijen.")),
    "controleer": ("samenspel.cli.vragenlijst.controleer", _("Fouten zoeken, en zien wat er beter kan.")),
    "vergelijk": ("samenspel.cli.vragenlijst.vergelijk", _("Zien wat er anders is in een nieuwe versie.")),
    "schema": ("samenspel.cli.vragenlijst.schema", _("Wat er in de bestanden mag staan, voor uw tekstprogramma.")),
    "map": ("samenspel.cli.vragenlijst.map", _("De map voor uw eigen vragenlijsten.")),
}
"""Every subcommand of ``vragenlijst``: where it is, and its line in the help."""


@click.group(
    "vragenlijst",
    cls=LazyGroup,
    doors=DOORS,
    help=_("Voor trainers: wat u met een vragenlijst kunt doen."),
)
def command() -> None:
    """Hold the subcommands."""
