"""``samenspel groep onthul``: the reveal, once and for good."""

import click

from samenspel.cli.base import SURE, Command, asked_first, today
from samenspel.cli.groep.common import NAME, open_groups, told_notices
from samenspel.collecting.numbers import collected
from samenspel.collecting.reveal import check, reveal, told
from samenspel.taal import _


@click.command(
    "onthul",
    cls=Command,
    help=_(
        "De uitslag van de meting onthullen. Dat kan één keer: daarna komen er geen antwoorden meer bij. "
        "Dit vraagt eerst of u het zeker weet."
    ),
)
@NAME
@SURE
def command(*, name: str, sure: bool) -> None:
    """Warn, ask and reveal."""
    groups = open_groups()
    now = collected(groups, groups.find(name).id)
    told_notices(groups, now.notices)
    check(now)
    for line in told(now):
        click.echo(line)
    asked_first(
        _("Typ ‘ja’ om te onthullen"),
        sure=sure,
        without=_("Zonder terminal kan samenspel niet vragen of u het zeker weet. Zet er ‘--ja’ bij om te onthullen."),
        nothing=_("Er is niets onthuld."),
    )
    stored = reveal(groups, now.stored.id, today())
    click.echo(_("Meting {nummer} is onthuld. Zie ‘samenspel groep uitslag’.").format(nummer=stored.wave.number))
