"""Whether a wave holds the answers of an earlier one again: the two side by side would tell of the few who differ.

Nobody is followed: what counts is how many are the same, of whom it does not matter.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from samenspel.group.model import Contribution, Wave, measurement
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.taal import _

IN_COMMON = 10
"""So many statements two have to have answered both, to be called the same."""
ONE_IN = 20
"""Of so many that were answered both times, one may differ: a slip in typing paper over."""
_SAME_AT_LEAST = 2
"""One who happens to be the same as somebody then tells nothing of the others."""
_ANSWERS = 6


class Again(Struct, frozen=True):
    """How a wave resembles an earlier one.

    Attributes:
        wave: the earlier one.
        how: all of it is there again and nothing more; or so few are new, or gone, that their answers would follow.
        party: of which party that is so; None: of all together.
    """

    wave: Wave
    how: Literal["all", "new", "gone"]
    party: str | None = None


def near(these: Sequence[Contribution], those: Sequence[Contribution]) -> list[list[int]]:
    """Return for each of ``these`` the places of those that are the same.

    The same are: of one party, with at most one in twenty of the statements answered both times different.
    """
    places: defaultdict[str, int] = defaultdict(lambda: len(places))
    marked = [_marks(one, places) for one in those]
    found = []
    for one in these:
        party, answered, given = _marks(one, places)
        its = []
        for place, (other, answered_then, given_then) in enumerate(marked):
            both = (answered & answered_then).bit_count()
            if other == party and both >= IN_COMMON:
                differ = both - (given & given_then).bit_count()
                if differ * ONE_IN <= both:
                    its.append(place)
        found.append(its)
    return found


def again(wave: Wave, before: Collection[Contribution], now: Collection[Contribution], minimum: int) -> Again | None:
    """Say how the wave under way resembles an earlier one, where that has to be known.

    Args:
        wave: the earlier wave, which was revealed.
        before: its responses.
        now: those of the wave under way.
        minimum: k of the wave under way.
    """
    least = wave.released.minimum if wave.released else minimum
    then, these = _counted(before, least), _counted(now, minimum)
    same = {party: _pairs(near(these.get(party, ()), of_party)) for party, of_party in then.items()}
    if sum(same.values()) < _SAME_AT_LEAST:
        return None
    shown_then = 1 if wave.released and wave.released.open_table else least
    numbers = [_Compared(None, _number(these), _number(then), sum(same.values()))]
    numbers += [
        _Compared(party, len(these[party]), len(then[party]), same[party])
        for party in then
        if len(then[party]) >= shown_then and len(these.get(party, ())) >= minimum
    ]
    for one in numbers:
        if 0 < one.now - one.same < minimum:
            return Again(wave, "new", one.party)
        if 0 < one.then - one.same < minimum:
            return Again(wave, "gone", one.party)
    return Again(wave, "all") if numbers[0].now == numbers[0].then == numbers[0].same else None


def why_not(found: Again, questionnaire: Questionnaire, number: int, minimum: int) -> str:
    """Say why the wave of this number is not revealed, and what helps; empty: it may be."""
    if found.how == "all":
        return ""
    names = {party.id: _("de {partij}").format(partij=party.plural) for party in questionnaire.asked.parties}
    names[OTHER_ROLE] = _("mensen met een andere rol")
    few = {
        "new": _("Bij {wie} zijn minder dan {k} antwoorden nieuw."),
        "gone": _("Bij {wie} zijn minder dan {k} antwoorden van toen weg."),
    }[found.how]
    return " ".join(
        (
            _("Meting {nummer} kan zo niet onthuld worden.").format(nummer=number),
            _("Veel antwoorden zijn gelijk aan die in {meting}, of bijna gelijk.").format(
                meting=measurement(found.wave)
            ),
            few.format(wie=_("de hele groep") if found.party is None else names[found.party], k=minimum),
            _("Wie beide uitslagen naast elkaar legt, kan uitrekenen wat die paar mensen antwoordden."),
            _("Zijn er oude formulieren bij? Neem die terug. Of laat meer mensen meedoen."),
            _("Wie meedoet, vult alles opnieuw in."),
        )
    )


class _Compared(NamedTuple):
    """How many there are now and were then, and how many of these are the same."""

    party: str | None
    now: int
    then: int
    same: int


def _counted(everyone: Collection[Contribution], minimum: int) -> dict[str, list[Contribution]]:
    """Return by party those who count in the figures: with another role only when they are enough."""
    found: dict[str, list[Contribution]] = {}
    for one in everyone:
        found.setdefault(one.response.party, []).append(one)
    if len(found.get(OTHER_ROLE, ())) < minimum:
        found.pop(OTHER_ROLE, None)
    return found


def _number(by_party: dict[str, list[Contribution]]) -> int:
    return sum(map(len, by_party.values()))


def _marks(one: Contribution, places: defaultdict[str, int]) -> tuple[str, int, int]:
    """Return the party, and as bits which statements were answered, and with what: quickly held against many."""
    answered = given = 0
    for item, answer in one.response.answers.items():
        place = places[item]
        answered |= 1 << place
        given |= 1 << (_ANSWERS * place + answer)
    return one.response.party, answered, given


def _pairs(near: Sequence[Sequence[int]]) -> int:
    """Return how many pairs can be made at most, each person in one pair.

    ``near`` has for each one the places of those to choose from.
    """
    taken: dict[int, int] = {}  # place → who has it
    having: dict[int, int] = {}  # who → the place
    hopeless: set[int] = set()  # places from which no free one can be reached any more
    for start in range(len(near)):
        came: dict[int, int] = {}  # place → who wanted it
        queue, free = [start], None
        while queue and free is None:
            one = queue.pop()
            for place in near[one]:
                if place not in came and place not in hopeless:
                    came[place] = one
                    if place not in taken:
                        free = place
                        break
                    queue.append(taken[place])
        if free is None:
            hopeless |= came.keys()
            continue
        while free is not None:  # each takes the place that came free, and so frees the one it had
            one = came[free]
            left = having.get(one)
            taken[free], having[one], free = one, free, left
    return len(taken)
