"""What the group agreed to do, and how the actions of the wave before went."""

from collections.abc import Iterable
from datetime import date

from samenspel.group.model import Action, Outcome, Wave
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import group_words as words
from samenspel.report.document import Block, Paragraph, Table
from samenspel.taal import _, datum, opsomming


def actions(questionnaire: Questionnaire, wave: Wave) -> tuple[Block, ...]:
    """Tell the actions of a wave: what, who, when, and when the group looks back; how it went where that is known."""
    if not wave.actions:
        return (Paragraph(_("De groep heeft nog geen acties gekozen.")),)
    return (
        _table(questionnaire, _("Acties van meting {nummer}").format(nummer=wave.number), wave.actions),
        Paragraph(_("Kijk op de dag van terugkijken samen hoe het ging. Een actie zonder zo'n dag zakt weg.")),
    )


def outcomes(questionnaire: Questionnaire, previous: Wave) -> tuple[Block, ...]:
    """Tell how the actions of the wave before went; nothing when there were none."""
    if not previous.actions:
        return ()
    rows = tuple(
        (_lines(one.what, _meant(questionnaire, one)), one.who, outcome(one.outcome), one.remark or "–")
        for one in previous.actions
    )
    head = (_("wat"), _("wie"), _("hoe ging het"), _("opmerking"))
    return (
        Table(_("Hoe het ging met de acties van meting {n}").format(n=previous.number), head, rows, (15, 9, 7, 11)),
    )


def outcome(value: Outcome) -> str:
    """Name how an action went."""
    return {"gedaan": _("gedaan"), "deels": _("deels gedaan"), "niet": _("niet gedaan"), "": _("nog niet bekend")}[
        value
    ]


def meant_for(actions: Iterable[Action], dimension: str) -> tuple[Action, ...]:
    """Return the actions that were meant to touch ``dimension``."""
    return tuple(one for one in actions if dimension in one.dimensions)


def day(iso: str) -> str:
    """Write an ISO date in full, any other text as it is."""
    try:
        return datum(date.fromisoformat(iso))
    except ValueError:
        return iso


def _table(questionnaire: Questionnaire, title: str, found: tuple[Action, ...]) -> Table:
    known = any(one.outcome for one in found)
    return Table(
        title,
        (_("wat"), _("wie"), _("wanneer"), _("terugkijken op"), *((_("hoe ging het"),) if known else ())),
        tuple(
            (
                _action(questionnaire, one),
                one.who,
                day(one.when),
                day(one.check_back),
                *((_remarked(one),) if known else ()),
            )
            for one in found
        ),
        (12, 9, 7, 6, 11) if known else (13, 8, 7, 7),
    )


def _remarked(one: Action) -> str:
    said = outcome(one.outcome)
    return _("{uitkomst}: {opmerking}").format(uitkomst=said, opmerking=one.remark) if one.remark else said


def _action(questionnaire: Questionnaire, one: Action) -> str:
    found = next((advice for advice in questionnaire.advices if advice.id == one.advice), None)
    title = _("Advies: {titel}").format(titel=words.filled(questionnaire, found.title)) if found else ""
    return _lines(one.what, title, _meant(questionnaire, one))


def _meant(questionnaire: Questionnaire, one: Action) -> str:
    known = {dimension.id: dimension.name for dimension in questionnaire.asked.dimensions}
    names = [known[found] for found in one.dimensions if found in known]
    return _("Bedoeld voor: {onderdelen}").format(onderdelen=opsomming(names)) if names else ""


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
