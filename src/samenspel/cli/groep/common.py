"""What the subcommands of ``groep`` share: the store, a group in one line, what was skipped, and reading a number."""

from collections.abc import Callable, Iterable
from datetime import date

import click

from samenspel.cli.trouble import Refused
from samenspel.collecting.numbers import responses
from samenspel.group.model import Wave
from samenspel.storage.errors import StorageError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.storage.preferences import data_folder
from samenspel.taal import _, meervoud

NAME = click.argument("name", metavar=_("NAAM"))


def open_groups() -> Groups:
    """Return the store of groups; the disk is not touched yet. Raises StorageError: there is no place for it."""
    return Groups(data_folder())


def told_notices(groups: Groups, more: Iterable[str] = ()) -> None:
    """Say on stderr what the store skipped, and ``more``."""
    for notice in dict.fromkeys((*groups.notices, *more)):
        click.echo(notice, err=True)


def group_line(groups: Groups, stored: StoredGroup) -> str:
    """Say in one line which group this is, and what is in it: numbers only. What was skipped goes to ``notices``."""
    wave = stored.wave
    try:
        found = responses(groups, stored, wave)
        groups.notices.extend(found.notices)
        many = meervoud("{n} antwoord", "{n} antwoorden", found.number).format(n=found.number)
    except StorageError as error:
        many = str(error)
    state = {
        "verzamelen": _("verzamelt antwoorden"),
        "afgerond": _("afgerond"),
    }.get(wave.phase, _("onthuld op {dag}").format(dag=_day(wave.revealed)))
    text = _("{naam} – meting {nummer}: {aantal}, {staat}; minimum {k}")
    return text.format(naam=stored.group.name, nummer=wave.number, aantal=many, staat=state, k=stored.group.minimum)


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d-%m-%Y}" if iso else ""


def wave_of(stored: StoredGroup, number: int | None) -> Wave:
    """Return wave ``number`` of a group, or the last one. Raises Refused: there is no such wave."""
    if number is None:
        return stored.wave
    if number > len(stored.waves):
        text = meervoud("Deze groep heeft {n} meting.", "Deze groep heeft {n} metingen.", len(stored.waves))
        raise Refused(text.format(n=len(stored.waves)))
    return stored.waves[number - 1]


def file_name(wave: Wave) -> str:
    """Return the name of what is told of a wave, without its ending, where the person gave none."""
    return f"samenspel-groep-meting-{wave.number}"


def whole_number(least: int = 1, most: int = 9_999) -> Callable[..., int | None]:
    """Return a callback for an option that takes a number from ``least`` to ``most``."""

    def read(_context: click.Context, _parameter: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        if value.isascii() and value.isdigit() and len(value) < len(str(most)) + 1 and least <= int(value) <= most:
            return int(value)
        raise click.BadParameter(_("geef een getal van {laag} tot en met {hoog}.").format(laag=least, hoog=most))

    return read


WAVE = click.option(
    "--meting",
    "number",
    metavar="N",
    callback=whole_number(),
    help=_("Het nummer van de meting. Anders: de laatste."),
)
"""Which wave; see :func:`wave_of`."""
