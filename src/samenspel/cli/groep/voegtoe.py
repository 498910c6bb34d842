"""``samenspel groep voegtoe``: response files, folders full of them, and paper forms, typed in or filled in."""

import click

from samenspel.cli.base import Command
from samenspel.cli.groep.common import NAME, open_groups, told_notices
from samenspel.cli.trouble import Refused
from samenspel.collecting.files import bring
from samenspel.collecting.numbers import collected
from samenspel.taal import _, meervoud
from samenspel.typed_path import typed_path


@click.command(
    "voegtoe",
    cls=Command,
    help=_(
        "Antwoorden toevoegen aan de meting die loopt.\n\n"
        "BESTAND is een bestand van ‘samenspel delen’, een ingevuld formulier (PDF), of een map met zulke bestanden. "
        "Een CSV-bestand met overgetypte formulieren kan ook; in een map telt dat niet mee. "
        "Wat er al in zit, telt niet nog eens. "
        "Wie zo'n bestand in handen heeft, kan het lezen. Wis het als de meting is onthuld."
    ),
)
@NAME
@click.argument("files", metavar=_("BESTAND…"), nargs=-1, required=True)
@click.option(
    "--andere-versie",
    "other_version",
    is_flag=True,
    help=_("Neem ook antwoorden op een andere versie van de vragenlijst mee, voor zover ze te vergelijken zijn."),
)
def command(*, name: str, files: tuple[str, ...], other_version: bool) -> None:
    """Gather, add, and tell what came of it."""
    groups = open_groups()
    stored = groups.find(name)
    questionnaire = groups.questionnaire(stored)
    found = bring(groups, stored.id, questionnaire, map(typed_path, files), other_version=other_version)
    if found.added:
        text = meervoud("{n} antwoord toegevoegd.", "{n} antwoorden toegevoegd.", found.added)
        click.echo(text.format(n=found.added))
    for line in (*found.repeated, *found.names(), *found.notes(), *found.skipped()):
        click.echo(line)
    now = collected(groups, stored.id)
    told_notices(groups, now.notices)
    click.echo(_("Meting {nummer} heeft {aantal}.").format(nummer=stored.wave.number, aantal=now.in_words()))
    if found.refused:
        raise Refused("\n  ".join([_("Dit is niet toegevoegd:"), *found.refused]))
