"""Where something stands on a paper form, as its reader sees it: ``stelling 3 (rol-eigen)``, not a field's name."""

from samenspel.exchange.given import columns, shown
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import sheet_fields as names
from samenspel.report.sheet import Block, Choose, Grid, Line, Sheet, Write
from samenspel.taal import _


def places(questionnaire: Questionnaire, sheet: Sheet) -> dict[str, str]:
    """Return field → where it stands on this form, for every field that is shown. A question's id stays in sight."""
    ids = {names.field(id_): id_ for id_ in columns(questionnaire)}
    party = sheet.marks[names.FOR_PARTY]
    found: dict[str, str] = {}
    for block in sheet.blocks:
        found |= _in_block(block, ids, frozenset(names.field(card.id) for card in questionnaire.asked.cards))
    for question in questionnaire.asked.open_questions:
        place = _question(fill(questionnaire, party, question.text), question.id)
        # The boxes of a question with activities are one answer.
        own = [names.field(question.id), *(names.activity_field(activity.id) for activity in question.activities)]
        found |= dict.fromkeys(own, place)
        found[names.share_field(question.id)] = _("delen bij {plaats}").format(plaats=place)
    return found


def _in_block(block: Block, ids: dict[str, str], cards: frozenset[str]) -> dict[str, str]:
    match block:
        case Choose() | Write():
            return {block.name: _question(block.text, ids.get(block.name, ""))}
        case Grid():
            found: dict[str, str] = {}
            for line in block.lines:
                found |= _in_line(line, ids, cards)
            return found
        case _:  # nothing to answer, or an open question, which is named by itself
            return {}


def _in_line(line: Line, ids: dict[str, str], cards: frozenset[str]) -> dict[str, str]:
    text = _("kaart {nummer} ({id})") if line.name in cards else _("stelling {nummer} ({id})")
    place = text.format(nummer=line.number, id=ids[line.name])
    note = {line.note: _("toelichting bij {plaats}").format(plaats=place)} if line.note else {}
    return {line.name: place, **note}


def _question(text: str, id_: str) -> str:
    return f"‘{shown(text)}’ ({id_})" if id_ else f"‘{shown(text)}’"
