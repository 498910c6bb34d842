"""``samenspel groep wis``: a group is erased, with everything in it."""

import click

from samenspel.cli.base import SURE, Command, asked_first
from samenspel.cli.groep.common import NAME, group_line, open_groups
from samenspel.storage import NewerError, NotFoundError, UnreadableError
from samenspel.taal import _


@click.command(
    "wis",
    cls=Command,
    help=_(
        "Een groep wissen, met alle metingen en antwoorden. Dit vraagt eerst of u het zeker weet. "
        "Een groep die niet te lezen is, wist u met de naam van zijn map."
    ),
)
@NAME
@SURE
def command(*, name: str, sure: bool) -> None:
    """Ask, and erase."""
    groups = open_groups()
    try:
        stored = groups.find(name)
        group_id, told = stored.id, group_line(groups, stored)
    except (NewerError, UnreadableError) as error:  # it may still be erased
        group_id, told = name, str(error)
    except NotFoundError:
        if groups.tidy():
            click.echo(_("Van een groep die eerder is gewist, stond nog iets op deze computer. Dat is nu ook weg."))
            return
        raise
    click.echo(told)
    click.echo(_("Wissen is niet terug te draaien."))
    asked_first(
        _("Typ ‘ja’ om te wissen"),
        sure=sure,
        without=_("Zonder terminal kan ik niet vragen of u het zeker weet. Zet er ‘--ja’ bij om te wissen."),
        nothing=_("Er is niets gewist."),
    )
    groups.delete(group_id)
    click.echo(_("De groep is gewist, met alle antwoorden."))
    click.echo(_("Rapporten, cijfers en antwoorden die zijn doorgegeven, staan er nog. Wis die zelf."))
