"""``samenspel groep lijst``: all groups, and how far they are."""

import click

from samenspel.cli.base import Command
from samenspel.cli.groep.common import group_line, open_groups, told_notices
from samenspel.taal import _


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
