"""``samenspel groep uitslag``: what was released of a wave, as text or as JSON."""

import click

from samenspel.cli.app import is_heard
from samenspel.cli.base import Command
from samenspel.cli.groep.common import NAME, WAVE, open_groups, told_notices, wave_of
from samenspel.cli.trouble import Refused
from samenspel.collecting.numbers import responses
from samenspel.exchange.give.json_results import group_result, to_json
from samenspel.group.model import Wave
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.document import Block, Heading
from samenspel.report.groups.advice import advice_cards
from samenspel.report.groups.picture import comparison, participants
from samenspel.report.groups.statements import largest_gaps, most_divided
from samenspel.report.text import numbered, printed
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, meervoud


@click.command(
    "uitslag",
    cls=Command,
    help=_("De uitslag van een meting. Vóór het onthullen ziet u alleen hoeveel antwoorden er zijn."),
)
@NAME
@WAVE
@click.option("--json", "as_json", is_flag=True, help=_("Als JSON, met dezelfde afgeronde cijfers."))
def command(*, name: str, number: int | None, as_json: bool) -> None:
    """Print what was released."""
    groups = open_groups()
    stored = groups.find(name)
    wave = wave_of(stored, number)
    if wave.released is None:
        _not_yet(groups, stored, wave, as_json=as_json)
    elif as_json:
        click.echo(to_json(group_result(stored.group.name, wave.number, wave.released)))
    else:
        click.echo(_text(groups.questionnaire(stored, wave.number), stored, wave))


def _not_yet(groups: Groups, stored: StoredGroup, wave: Wave, *, as_json: bool) -> None:
    """Give n and no more. Raises Refused."""
    found = responses(groups, stored, wave)
    n = found.number
    told_notices(groups, found.notices)
    if as_json:
        click.echo(to_json({"group": stored.group.name, "wave": wave.number, "n": n, "minimum": stored.group.minimum}))
    else:
        text = meervoud("Meting {nummer} heeft {n} antwoord.", "Meting {nummer} heeft {n} antwoorden.", n)
        click.echo(text.format(nummer=wave.number, n=n))
    raise Refused(
        _("Meting {nummer} is nog niet onthuld. Dat doet u met ‘samenspel groep onthul’.").format(nummer=wave.number)
    )


def _text(questionnaire: Questionnaire, stored: StoredGroup, wave: Wave) -> str:
    released = wave.released
    if released is None:
        return ""
    blocks: list[Block] = [*participants(questionnaire, stored.group, wave, released)]
    blocks += [Heading(1, _("Twee partijen naast elkaar")), *comparison(questionnaire, released)]
    blocks += [*largest_gaps(questionnaire, released), *most_divided(questionnaire, released)]
    if cards := advice_cards(questionnaire, wave):
        blocks += [Heading(1, _("Advies voor de groep")), *numbered(cards)]
    return printed(blocks, spoken=is_heard())
