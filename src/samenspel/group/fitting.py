"""Whether a contribution from elsewhere belongs to a questionnaire, or what of it does. Made once, asked often."""

from samenspel import answering, hygiene
from samenspel.group.model import Contribution
from samenspel.questionnaire.applicability import is_blank, offered_answers
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.scoring import Knowledge
from samenspel.walk import Step


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
