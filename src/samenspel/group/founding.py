"""Making a group: what is allowed, and what will be visible with the numbers that are expected."""

from collections.abc import Mapping

from msgspec import Struct

from samenspel import answering, hygiene
from samenspel.group.anonymity import DEFAULT_MINIMUM, MINIMA
from samenspel.group.figures import cell
from samenspel.group.model import Contribution, Group
from samenspel.group.results import how_many_count
from samenspel.group.statistics import Sample
from samenspel.group.workshop import WorkshopError
from samenspel.questionnaire.applicability import is_blank, offered_answers
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.scoring import Knowledge
from samenspel.taal import _
from samenspel.walk import Step

NAME_LIMIT = 80
"""The most characters that a group's name may have."""
FICTIONAL = _("(verzonnen)")
"""What the name of a group to practise on ends with, so that it is said wherever the group is named."""


class Forecast(Struct, frozen=True):
    """What will be visible if everyone expected takes part: the group as a whole, and which parties apart (ids)."""

    whole: bool
    parties: tuple[str, ...]

    @property
    def gap(self) -> bool:
        """Whether the two parties can be set beside each other."""
        return len(self.parties) > 1


def checked_group(  # noqa: PLR0913 - what a group is
    name: str,
    *,
    minimum: int = DEFAULT_MINIMUM,
    area: str = "",
    expected: Mapping[str, int] | None = None,
    open_table: bool = False,
    practice: bool = False,
) -> Group:
    """Return a new group with clean texts; the name of one to practise on says that it is made up.

    Raises:
        WorkshopError: no name, or one that is too long; a minimum outside 3 to 20; an open table for a group that
            is not smaller than the minimum.
        hygiene.TooLongError: the area is too long.
    """
    if practice and name.strip() and FICTIONAL not in name:
        name = f"{name} {FICTIONAL}"
    try:
        clean = hygiene.clean(name, NAME_LIMIT)
    except hygiene.TooLongError as error:
        raise WorkshopError(
            _("De naam van de groep heeft {lengte} tekens. Hooguit {grens} mag.").format(
                lengte=error.length, grens=error.limit
            )
        ) from error
    if not clean:
        raise WorkshopError(_("Geef de groep een naam."))
    if minimum not in MINIMA:
        raise WorkshopError(
            _("Het minimum is een getal van {laag} tot en met {hoog}.").format(laag=MINIMA[0], hoog=MINIMA[-1])
        )
    numbers = {party: number for party, number in (expected or {}).items() if number > 0}
    if open_table and sum(numbers.values()) >= minimum:
        raise WorkshopError(
            _("Een open tafel is alleen voor een groep die kleiner is dan het minimum van {k}.").format(k=minimum)
        )
    return Group(clean, minimum, hygiene.clean(area, hygiene.AREA_LIMIT), numbers, open_table, practice)


def forecast(questionnaire: Questionnaire, counts: Mapping[str, int], minimum: int) -> Forecast:
    """Say what will be visible of a question that everyone answers: so many of each party (``andere-rol`` too)."""
    numbers = {party.id: counts.get(party.id, 0) for party in questionnaire.asked.parties}
    everyone = how_many_count(counts, minimum)
    whole = cell(_people(everyone), {party: _people(n) for party, n in numbers.items()}, minimum)
    return Forecast(whole.shown(), tuple(party for party in numbers if whole.shown(party)))


def _people(number: int) -> Sample:
    return Sample(number, None, None)


# Whether a contribution from elsewhere belongs to a questionnaire, or what of it does. Made once, asked often. ---


class Fitting:
    """The answers that a questionnaire takes, laid out to be looked up."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire, asked = questionnaire, questionnaire.asked
        self._parties = frozenset(answering.allowed(questionnaire, Step("party")))
        self._meetings = frozenset({"", *answering.allowed(questionnaire, Step("meeting"))})
        self._experiences = frozenset({"", *answering.allowed(questionnaire, Step("experience"))})
        self._items = {item.id: frozenset(offered_answers(item)) for item in asked.items}
        self._cards = len(asked.cards)
        self._activities = {q.id: frozenset(activity.id for activity in q.activities) for q in asked.open_questions}

    def fits(self, given: Contribution) -> bool:
        """Say whether all of ``given`` is asked, each answer is offered, and nothing private came along."""
        response = given.response
        return (
            response.party in self._parties
            and response.meeting in self._meetings
            and response.experience in self._experiences
            and all(answer in self._items.get(item, ()) for item, answer in response.answers.items())
            and not (response.area or response.notes or response.knowledge)
            and self._knows(given.knowledge)
            and self._shares(response)
        )

    def blank(self, given: Contribution) -> bool:
        """Say whether ``given`` answers no statement at all, and so may not count as a person."""
        return is_blank(self._questionnaire, given.response)

    def shared(self, given: Contribution) -> Contribution | None:
        """Return what fits of ``given``, answered in another version: context and statements; None without a party."""
        response = given.response
        if response.party not in self._parties:
            return None
        fits = {item: answer for item, answer in response.answers.items() if answer in self._items.get(item, ())}
        return Contribution(
            Response(
                party=response.party,
                form=response.form,
                meeting=response.meeting if response.meeting in self._meetings else "",
                experience=response.experience if response.experience in self._experiences else "",
                answers=fits,
            )
        )

    def _knows(self, known: Knowledge | None) -> bool:
        return known is None or (
            0 < known.of <= self._cards
            and min(known.right, known.unknown) >= 0
            and known.right + known.unknown <= known.of
        )

    def _shares(self, response: Response) -> bool:
        if not (response.shared or response.open or response.activities):
            return True
        shared = set(response.shared)
        if len(shared) < len(response.shared) or not shared <= self._activities.keys():
            return False
        activities = frozenset().union(*(self._activities[question] for question in shared))
        return (
            response.open.keys() <= shared
            and response.activities.keys() <= activities
            and all(text and hygiene.is_clean(text) for text in response.open.values())
        )
