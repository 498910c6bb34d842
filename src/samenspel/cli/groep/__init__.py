"""``samenspel groep``: a group's measurement, wave by wave; one small module for each subcommand."""

from typing import Final

import click

from samenspel.cli.base import LazyGroup
from samenspel.taal import _

DOORS: Final = {
    "maak": ("samenspel.cli.groep.maak", _("Een groep maken, en zien wat er straks zichtbaar is.")),
    "voegtoe": ("samenspel.cli.groep.voegtoe", _("Antwoorden toevoegen: bestanden, mappen en papieren formulieren.")),
    "neemterug": ("samenspel.cli.groep.neemterug", _("Een antwoord er weer uit halen, vóór het onthullen.")),
    "onthul": ("samenspel.cli.groep.onthul", _("De uitslag van een meting onthullen. Dat kan één keer.")),
    "uitslag": ("samenspel.cli.groep.uitslag", _("De uitslag van een meting die onthuld is.")),
    "rapport": ("samenspel.cli.groep.rapport", _("Het rapport van de groep, als PDF of HTML.")),
    "agenda": ("samenspel.cli.groep.agenda", _("De acties van de groep als bestand voor een agenda.")),
    "export": ("samenspel.cli.groep.export", _("De cijfers van de groep voor een rekenprogramma.")),
    "meting": ("samenspel.cli.groep.meting", _("Een nieuwe meting beginnen.")),
    "lijst": ("samenspel.cli.groep.lijst", _("Alle groepen, en hoe ver ze zijn.")),
    "hernoem": ("samenspel.cli.groep.hernoem", _("Een groep een andere naam geven.")),
    "wis": ("samenspel.cli.groep.wis", _("Een groep wissen, met alles wat erin zit.")),
}
"""Every subcommand of ``groep``: where it is, and its line in the help."""


@click.group(
    "groep",
    cls=LazyGroup,
    doors=DOORS,
    help=_(
        "Samen vergelijken: twee partijen zien waar zij anders kijken.\n\n"
        "U maakt een groep, voegt antwoorden toe en onthult de uitslag. "
        "Uitslagen laten geen persoon zien. Wie een bestand, code of formulier in handen heeft, kan dat wel lezen."
    ),
)
def command() -> None:
    """Hold the subcommands."""
