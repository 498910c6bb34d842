"""The group's actions as rows that open: what, who, when, when the group looks back, and how it went."""

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from samenspel.group.model import Action
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.group_actions import day, outcome
from samenspel.taal import _, opsomming
from samenspel.tui.widgets.pick_row import Draw, wrapped

_SIGNS = {"gedaan": "✓", "deels": "◐", "niet": "✗", "": "?"}


def action_drawing(questionnaire: Questionnaire, action: Action, *, outcomes: bool = False) -> Draw:
    """Return what draws an action; ``outcomes``: with how it went."""
    names = {one.id: one.name for one in questionnaire.asked.dimensions}
    lines = [
        _("{wie} · {wanneer} · terugkijken op {terug}").format(
            wie=action.who, wanneer=day(action.when), terug=day(action.check_back)
        )
    ]
    if touched := [names[one] for one in action.dimensions if one in names]:
        lines.append(_("bedoeld voor: {onderdelen}").format(onderdelen=opsomming(touched)))
    how = f"{_SIGNS[action.outcome]} {outcome(action.outcome)}" if outcomes else ""
    if how and action.remark:
        how = f"{how}: {action.remark}"
    return partial(_draw, action.what, lines, how)


def _draw(what: str, lines: Sequence[str], how: str, width: int) -> Sequence[Content]:
    return [
        *wrapped(what, width, "bold"),
        *(line for text in lines for line in wrapped(text, width)),
        *(wrapped(how, width, "bold $accent") if how else ()),
    ]
