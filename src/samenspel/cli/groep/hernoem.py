"""``samenspel groep hernoem``: another name for a group."""

import click
from msgspec.structs import replace

from samenspel.cli.base import Command
from samenspel.cli.groep.common import NAME, open_groups
from samenspel.taal import _


@click.command("hernoem", cls=Command, help=_("Een groep een andere naam geven. Er verandert verder niets."))
@NAME
@click.argument("new", metavar=_("NIEUW"))
def command(*, name: str, new: str) -> None:
    """Rename the group."""
    groups = open_groups()
    stored = groups.change(groups.find(name).id, lambda group: replace(group, name=new))
    click.echo(_("De groep heet nu ‘{naam}’.").format(naam=stored.group.name))
