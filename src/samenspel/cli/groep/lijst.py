"""``samenspel groep lijst``: all groups, and how far they are."""

from typing import TYPE_CHECKING

import click

from samenspel.cli.base import Command
from samenspel.cli.groep.common import open_groups, told_notices
from samenspel.taal import _, meervoud

if TYPE_CHECKING:
    from samenspel.storage.groups import Groups, StoredGroup


@click.command("lijst", cls=Command, help=_("Alle groepen op deze computer, en hoe ver ze zijn."))
def command() -> None:
    """Print a line for each group."""
    groups = open_groups()
    found = groups.all()
    for stored in found:
        click.echo(group_line(groups, stored))
    told_notices(groups)
    if not found and not groups.notices:
        click.echo(_("Er zijn nog geen groepen. Maak er een met ‘samenspel groep maak NAAM’."))


def group_line(groups: "Groups", stored: "StoredGroup") -> str:
    """Say in one line which group this is, and what is in it: numbers only."""
    from samenspel.collecting.numbers import responses
    from samenspel.storage import StorageError

    wave = stored.wave
    try:
        found = responses(groups, stored, wave)
        groups.notices.extend(found.notices)
        n = found.number
        many = meervoud("{n} antwoord", "{n} antwoorden", n).format(n=n)
    except StorageError as error:
        many = str(error)
    state = {
        "verzamelen": _("verzamelt antwoorden"),
        "afgerond": _("afgerond"),
    }.get(wave.phase, _("onthuld op {dag}").format(dag=_day(wave.revealed)))
    text = _("{naam} – meting {nummer}: {aantal}, {staat}; minimum {k}")
    return text.format(naam=stored.group.name, nummer=wave.number, aantal=many, staat=state, k=stored.group.minimum)


def _day(iso: str) -> str:
    from datetime import date

    return f"{date.fromisoformat(iso):%d-%m-%Y}" if iso else ""
