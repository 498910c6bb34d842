"""Whether what is stored of a group is as we write it: whoever changed the file did not pass our gates.

What takes no questionnaire to know (a day is a day, a text is clean) is ``whole``; what does is ``group_fits`` and
``wave_fits``. Of a single response ``fitting`` says it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from samenspel import hygiene
from samenspel.answering import allowed
from samenspel.group.anonymity import MINIMA
from samenspel.group.founding import NAME_LIMIT
from samenspel.group.model import Action, Change, Group, Released, ReleasedDimension, ReleasedItem, Suppressed, Wave
from samenspel.group.workshop import MOST_ACTIONS, TEXT_LIMIT, faults
from samenspel.questionnaire.model import HIGHEST, LOWEST, OTHER_ROLE, Questionnaire
from samenspel.walk import Step

_MOST = 1_000_000
"""No number of people or votes is larger."""
_WIDEST = HIGHEST - LOWEST


# Without its questionnaire. --------------------------------------------------------------------------------------


def whole(value: Group | Wave) -> bool:
    """Say whether a group or a wave is whole in itself."""
    if isinstance(value, Group):
        return (
            value.name.strip() == value.name != ""
            and hygiene.is_clean(value.name, NAME_LIMIT)
            and hygiene.is_clean(value.area, hygiene.AREA_LIMIT)
            and "\n" not in value.name + value.area
            and value.minimum in MINIMA
            and all(0 < number <= _MOST for number in value.expected.values())
        )
    collecting = value.phase == "verzamelen"
    return (
        0 < value.number <= _MOST
        and _is_day(value.opened)
        and _is_day(value.revealed) == (not collecting)
        and _is_day(value.closed) == (value.phase == "afgerond")
        and collecting == (value.released is None) == (not value.revealed)
        and (value.phase == "afgerond") == (value.closed != "")
        and all(map(hygiene.is_clean, _texts(msgspec.to_builtins(value))))
    )


def _is_day(iso: str) -> bool:
    try:
        return date.fromisoformat(iso).isoformat() == iso  # it may be written in other ways, but not by us
    except ValueError:
        return False


def _texts(value: object) -> Iterator[str]:
    """Give every text in what msgspec made of a struct."""
    match value:
        case str():
            yield value
        case dict():
            for key, inside in value.items():
                yield from _texts(key)
                yield from _texts(inside)
        case list() | tuple():
            for inside in value:
                yield from _texts(inside)


# With its questionnaire. -----------------------------------------------------------------------------------------


def group_fits(questionnaire: Questionnaire, group: Group) -> bool:
    """Say whether the people that a group expects are of parties that are asked."""
    return group.expected.keys() <= set(_parties(questionnaire))


def wave_fits(questionnaire: Questionnaire, wave: Wave) -> bool:
    """Say whether all in a wave is of something that is asked, and each number one that there can be."""
    experiences = set(allowed(questionnaire, Step("experience")))
    given = [] if wave.released is None else [advice.id for advice in wave.released.advice]
    return (
        wave.experience.keys() <= {*_parties(questionnaire), OTHER_ROLE}
        and all(tally.keys() <= experiences for tally in wave.experience.values())
        and _counts(number for tally in wave.experience.values() for number in tally.values())
        and _counts([wave.voters, *wave.votes.values()])
        and wave.votes.keys() | wave.dismissed.keys() | {*wave.pinned} | {*wave.ballot} <= set(given)
        and len({*wave.pinned}) == len(wave.pinned)
        and len({*wave.ballot}) == len(wave.ballot)
        and (not wave.ballot or wave.votes.keys() <= {*wave.ballot})
        and all(0 < len(why) <= TEXT_LIMIT for why in wave.dismissed.values())
        and len(wave.actions) <= MOST_ACTIONS
        and all(_action_fits(questionnaire, action) for action in wave.actions)
        and (wave.released is None or _released_fits(questionnaire, wave.released))
    )


def _parties(questionnaire: Questionnaire) -> list[str]:
    return [party.id for party in questionnaire.asked.parties]


def _counts(numbers: Iterable[int], most: int = _MOST) -> bool:
    return all(0 <= number <= most for number in numbers)


def _action_fits(questionnaire: Questionnaire, action: Action) -> bool:
    return (
        not faults(action)
        and _is_day(action.when)
        and _is_day(action.check_back)
        and action.advice in {"", *(advice.id for advice in questionnaire.advices)}
        and {*action.dimensions} <= {dimension.id for dimension in questionnaire.asked.dimensions}
        and len(action.remark) <= TEXT_LIMIT
    )


def _released_fits(questionnaire: Questionnaire, released: Released) -> bool:
    asked, parties = questionnaire.asked, _parties(questionnaire)
    n = released.n
    return (
        0 < n <= _MOST
        and released.minimum in MINIMA
        and [*released.parties] == parties
        and _counts((number or 0 for number in released.parties.values()), n)
        and [one.id for one in released.dimensions] == [one.id for one in asked.dimensions]
        and [one.id for one in released.items] == [one.id for one in asked.items]
        and all(_figures_fit(one, parties, n) and _dimension_fits(one, parties) for one in released.dimensions)
        and all(_figures_fit(one, parties, n) and _item_fits(one, n) for one in released.items)
        and all(_suppressed_fits(questionnaire, one) for one in released.suppressed)
        and _advice_fits(questionnaire, released)
        and _within(released.knowledge, 0, 1)
        and _shared_fits(questionnaire, released)
        and all(_change_fits(released, one) for one in released.changes)
    )


def _within(figure: float | None, lowest: float, highest: float) -> bool:
    return figure is None or lowest <= figure <= highest


def _figures_fit(one: ReleasedDimension | ReleasedItem, parties: list[str], n: int) -> bool:
    """Say whether the figures of the whole and of each party can be, and none is shown beside a mean that is not."""
    low, high = one.gap_interval or (0, 0)
    return (
        0 <= one.n <= n
        and _within(one.mean, LOWEST, HIGHEST)
        and _within(one.sd, 0, _WIDEST)
        and (one.mean is not None or one.sd is None)
        and [*one.parties] == parties
        and all(_within(mean, LOWEST, HIGHEST) for mean in one.parties.values())
        and _within(one.gap, -_WIDEST, _WIDEST)
        and (one.gap is None or None not in one.parties.values())
        and (one.gap_interval is None or one.gap is not None)
        and -_MOST <= low <= high <= _MOST
        and (one.difference is None or one.gap is not None)
        and _counts(one.ranks.values())
    )


def _dimension_fits(one: ReleasedDimension, parties: list[str]) -> bool:
    """Say whether words of agreement stand beside a figure only, of all or of a party."""
    return (
        _within(one.unclear, 0, 1)
        and [*one.agreement_parties] == parties
        and (one.agreement is None or one.mean is not None)
        and all(word is None or one.parties[party] is not None for party, word in one.agreement_parties.items())
    )


def _change_fits(released: Released, one: Change) -> bool:
    """Say whether a change is of something that is shown."""
    cells = released.dimensions if one.what == "dimension" else released.items
    shown = {cell.id for cell in cells if cell.mean is not None}
    return one.id in shown and _within(one.difference, -_WIDEST, _WIDEST)


def _item_fits(one: ReleasedItem, n: int) -> bool:
    """Say whether the answers of an item are counted, or given in words, exactly where its mean is shown."""
    words = one.nearly_all is not None
    return (
        _within(one.unknown, 0, n)
        and _within(one.nearly_all, 0, HIGHEST)
        and (one.counts is None) == (words or one.mean is None)
        and not (words and one.mean is None)
        and (one.counts is None or (len(one.counts) == HIGHEST and min(one.counts) >= 0 and sum(one.counts) == one.n))
    )


def _suppressed_fits(questionnaire: Questionnaire, one: Suppressed) -> bool:
    asked, people = questionnaire.asked, {*_parties(questionnaire), OTHER_ROLE}
    known: dict[str, set[str]] = {
        "group": set(),
        "party": people,
        "item": {item.id for item in asked.items},
        "dimension": {dimension.id for dimension in asked.dimensions},
    }
    ids = known["dimension" if one.what == "unclear" else one.what]
    return (one.id in ids if ids else one.id is None) and one.party in {None, *people}


def _advice_fits(questionnaire: Questionnaire, released: Released) -> bool:
    triggers = {advice.id: advice.triggers.keys() for advice in questionnaire.advices}
    return len({one.id for one in released.advice}) == len(released.advice) and all(
        one.id in triggers and {*one.reasons} <= triggers[one.id] and 0 <= one.priority <= 100  # noqa: PLR2004
        for one in released.advice
    )


def _shared_fits(questionnaire: Questionnaire, released: Released) -> bool:
    questions = questionnaire.asked.open_questions
    return (
        released.struck >= 0
        and released.open_answers.keys() <= {question.id for question in questions}
        and all(all(texts) and len(texts) <= released.n for texts in released.open_answers.values())
        and released.activities.keys() <= {activity.id for question in questions for activity in question.activities}
        and all(_activity_fits(number, lasted, released.n) for number, lasted in released.activities.values())
    )


def _activity_fits(number: int | None, lasted: int | None, people: int) -> bool:
    if number is None:
        return lasted is None
    return 0 <= (lasted or 0) <= number <= people
