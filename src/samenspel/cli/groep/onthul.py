"""``samenspel groep onthul``: the reveal, once and for good."""

import click

from samenspel.cli.base import Command
from samenspel.cli.groep.common import NAME, asked_first, numbers, open_groups, today, told_notices
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
@click.option("--ja", "sure", is_flag=True, help=_("Niet vragen. Zonder terminal is dit nodig."))
def command(*, name: str, sure: bool) -> None:
    """Warn, ask and reveal."""
    from samenspel.collecting.numbers import collected
    from samenspel.collecting.reveal import reveal
    from samenspel.group.workshop import WorkshopError, too_few

    groups = open_groups()
    stored = groups.find(name)
    wave, minimum = stored.wave, stored.group.minimum
    if wave.phase != "verzamelen":
        raise WorkshopError(_("Meting {nummer} is al onthuld.").format(nummer=wave.number))
    now = collected(groups, stored.id)
    told_notices(groups, now.notices)
    if not now.people:
        raise WorkshopError(_("Er zijn nog geen antwoorden. Verzamel eerst antwoorden."))
    if not now.counted:
        raise WorkshopError(too_few(minimum))
    many = numbers(now.questionnaire, now.counts, minimum)
    click.echo(_("Meting {nummer} heeft {aantal}.").format(nummer=wave.number, aantal=many))
    if now.counted < minimum:
        open_table = _("Dit is een open tafel: alle cijfers zijn te zien, en de uitslag is niet anoniem.")
        click.echo(open_table if stored.group.open_table else too_few(minimum))
    click.echo(
        _("Onthullen kan één keer. Daarna komen er in deze meting geen antwoorden meer bij, en gaat er geen uit.")
    )
    asked_first(
        _("Typ ‘ja’ om te onthullen"),
        sure=sure,
        without=_("Zonder terminal kan samenspel niet vragen of u het zeker weet. Zet er ‘--ja’ bij om te onthullen."),
        nothing=_("Er is niets onthuld."),
    )
    reveal(groups, stored.id, today())
    click.echo(_("Meting {nummer} is onthuld. Zie ‘samenspel groep uitslag’.").format(nummer=wave.number))
