"""What applies to whom: used by the walk (what is asked) and by scoring (what counts), so the two never differ."""

from samenspel.questionnaire.model import (
    BOTH,
    DONT_KNOW,
    DONT_KNOW_CARD,
    HIGHEST,
    LOWEST,
    Dimension,
    Item,
    Questionnaire,
)
from samenspel.questionnaire.remembering import once
from samenspel.response import Form, Response
from samenspel.taal import _, opsomming


def applies(questionnaire: Questionnaire, item: Item, response: Response) -> bool:
    """Say whether ``item`` is asked of this person: party, form and joint meeting decide."""
    return (
        (not item.only or response.party in item.only)
        and (item.short or response.form == "volledig")
        and not (item.needs_meeting and without_meeting(questionnaire, response))
    )


def asked_of_all(questionnaire: Questionnaire, item: Item) -> bool:
    """Say whether ``item`` is asked of every party: only then can their answers be set side by side."""
    return not item.only or {party.id for party in questionnaire.asked.parties} <= {*item.only}


def without_meeting(questionnaire: Questionnaire, response: Response) -> bool:
    """Say whether this person takes no part in a joint meeting; an empty answer leaves that open (False)."""
    choices = questionnaire.asked.context.meeting.choices
    return any(choice.no_meeting for choice in choices if choice.id == response.meeting)


def applicable_items(questionnaire: Questionnaire, response: Response) -> tuple[Item, ...]:
    """Return the statements asked of this person, in the order of the dimensions."""
    return _asked_of(questionnaire, *deciding(response))


def deciding(response: Response) -> tuple[str, Form, str]:
    """Return all of a response that decides what is asked, as :func:`applies` says: party, form and joint meeting."""
    return response.party, response.form, response.meeting


@once
def _asked_of(questionnaire: Questionnaire, party: str, form: Form, meeting: str) -> tuple[Item, ...]:
    someone = Response(party=party, form=form, meeting=meeting)
    return tuple(item for item in ordered_items(questionnaire) if applies(questionnaire, item, someone))


def is_blank(questionnaire: Questionnaire, response: Response) -> bool:
    """Say whether not one statement that is asked of this person was answered; *weet ik niet* is an answer."""
    given = (item for item in questionnaire.asked.items if item.id in response.answers)
    return not any(applies(questionnaire, item, response) for item in given)


@once
def ordered_items(questionnaire: Questionnaire) -> tuple[Item, ...]:
    """Return all statements, dimension by dimension."""
    asked = questionnaire.asked
    return tuple(item for dimension in asked.dimensions for item in asked.items if item.dimension == dimension.id)


def offered_answers(item: Item) -> range:
    """Return the answers that ``item`` offers: 0..5, or 1..5 where *weet ik niet* is not offered."""
    return range(DONT_KNOW if item.dont_know else LOWEST, HIGHEST + 1)


def card_answers(questionnaire: Questionnaire) -> dict[str, str]:
    """Return what may be answered to a role-knowledge card: id → words."""
    parties = {party.id: party.singular for party in questionnaire.asked.parties}
    return {**parties, BOTH: _("allebei"), DONT_KNOW_CARD: _("weet ik niet")}


def fill(questionnaire: Questionnaire, party: str, text: str) -> str:
    """Put the name of the other party into ``{ander}`` and ``{anderen}``.

    For someone who belongs to neither party both names are given: *bakker of slager*.
    """
    others = [p for p in questionnaire.asked.parties if p.id != party]
    return text.replace("{anderen}", opsomming([p.plural for p in others])).replace(
        "{ander}", opsomming([p.singular for p in others], _("of"))
    )


def dimension_items(items: tuple[Item, ...], dimension: Dimension) -> tuple[Item, ...]:
    """Return those of ``items`` that belong to ``dimension``."""
    return tuple(item for item in items if item.dimension == dimension.id)
