"""``samenspel groep voegtoe``: response files, folders full of them, and paper forms, typed in or filled in."""

import sys
from collections.abc import Sequence
from time import monotonic
from typing import Final

import click

from samenspel.cli.base import Command
from samenspel.cli.groep.common import NAME, open_groups, told_notices
from samenspel.cli.trouble import Refused
from samenspel.collecting.files import Old, bring, look
from samenspel.collecting.numbers import collected
from samenspel.taal import _, meervoud
from samenspel.typed_path import typed_path

_SECONDS: Final = 3
"""Who waits longer than this without a word thinks that nothing happens."""


@click.command(
    "voegtoe",
    cls=Command,
    help=_(
        "Antwoorden toevoegen aan de meting die loopt.\n\n"
        "BESTAND is een bestand van ‘samenspel delen’, een ingevuld formulier (PDF), of een map met zulke bestanden. "
        "Wat iemand bewaart uit een formulier in de browser, is ook zo'n bestand. "
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
@click.option(
    "--ook-eerder",
    "also",
    metavar=_("NR"),
    multiple=True,
    type=click.IntRange(min=1),
    help=_(
        "Tel een papieren formulier ook mee als de antwoorden al in een vorige meting zaten. NR is het nummer in de "
        "lijst die u dan ziet. Geef dit voor elk formulier apart. Zo vraagt samenspel er niet naar."
    ),
)
def command(*, name: str, files: tuple[str, ...], other_version: bool, also: tuple[int, ...]) -> None:
    """Gather, add, and tell what came of it."""
    groups = open_groups()
    stored = groups.find(name)
    questionnaire = groups.questionnaire(stored)
    looked = look(
        groups,
        stored.id,
        questionnaire,
        map(typed_path, files),
        other_version=other_version,
        progress=_Waiting().tell,
    )
    found = bring(groups, stored.id, questionnaire, looked, also or _asked(looked.asked))
    for line in found.left_out():
        click.echo(line)
    for number in sorted({*also} - {one.number for one in looked.asked}):
        click.echo(_("Nummer {nr} staat niet in de lijst van oude formulieren, of telt al mee.").format(nr=number))
    if found.old:
        click.echo(_("Is er een toch nieuw? Geef het nummer met ‘--ook-eerder’."))
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


class _Waiting:
    """Says now and then how far reading a folder is, to somebody at a terminal who waits for it."""

    def __init__(self) -> None:
        self._last = monotonic()

    def tell(self, read: int, of: int) -> None:
        """Say how far it is, when nothing was said for some seconds."""
        if read < of and monotonic() - self._last > _SECONDS and sys.stderr.isatty():
            self._last = monotonic()
            click.echo(_("Bezig met lezen: {n} van {aantal} bestanden.").format(n=read, aantal=of), err=True)


def _asked(old: Sequence[Old]) -> list[int]:
    """Ask of each old form whether it is a new one after all, where there is a terminal to ask at."""
    if not sys.stdin.isatty():
        return []
    return [one.number for one in old if _is_new(one)]


def _is_new(old: Old) -> bool:
    text = _("{formulier}: deze antwoorden zaten al in {meting}, of bijna.")
    click.echo(text.format(formulier=old.source, meting=old.wave))
    typed = str(click.prompt(_("Is het toch een nieuw formulier? Typ ‘ja’ of ‘nee’"), default=_("nee")))
    return typed.strip().lower() == "ja"
