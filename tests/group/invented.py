"""Groups that nobody is in: random parties, missing answers, forms and habits of answering."""

from random import Random

from samenspel.group.model import Contribution
from samenspel.group.results import Results, results
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import DONT_KNOW, OTHER_ROLE, Questionnaire
from samenspel.response import Response
from samenspel.scoring import Knowledge


def invented_group(questionnaire: Questionnaire, size: int, chance: Random) -> list[Contribution]:
    """``size`` people; how they are spread, how much they skip and how they answer differs from group to group."""
    parties = [p.id for p in questionnaire.asked.parties]
    split = sorted(chance.randint(0, size) for _end in parties)
    others = chance.choice([0, 0, 0, 1, chance.randint(0, size)])
    party_of = [parties[0] if nth < split[0] else parties[1] for nth in range(size)]
    party_of[size - others :] = [OTHER_ROLE] * others
    habits = Habits(chance)
    return [_person(questionnaire, party, habits, chance) for party in party_of]


class Habits:
    """What the people of one group have in common, so that complete and very incomplete groups both come about."""

    def __init__(self, chance: Random) -> None:
        self.skips = chance.choice([0, 0, 0.02, 0.1, 0.5])
        self.skippers = chance.choice([0.1, 0.3, 1])  # the share of people who skip at all
        self.dont_know = chance.choice([0, 0.05, 0.3])
        self.stops = chance.choice([0, 0, 0.2])  # stops half way
        self.short = chance.choice([0, 0, 0.2, 0.8])
        self.meets = chance.choice([1, 0.7, 0.2])
        self.weights = chance.choice([(1, 1, 1, 1, 1), (1, 1, 2, 6, 3), (5, 1, 0, 1, 5), (0, 0, 0, 1, 9)])


def _person(questionnaire: Questionnaire, party: str, habits: Habits, chance: Random) -> Contribution:
    context = questionnaire.asked.context
    without = next(c.id for c in context.meeting.choices if c.no_meeting)
    response = Response(
        party=party,
        form="kort" if chance.random() < habits.short else "volledig",
        meeting="ja" if chance.random() < habits.meets else without,
        experience=chance.choice([c.id for c in context.experience.choices]),
    )
    skips = habits.skips if chance.random() < habits.skippers else 0
    items = applicable_items(questionnaire, response)
    if chance.random() < habits.stops:
        items = items[: chance.randint(0, len(items))]
    answers = {}
    for item in items:
        if chance.random() >= skips:
            unknown = item.dont_know and chance.random() < habits.dont_know
            answers[item.id] = DONT_KNOW if unknown else chance.choices(range(1, 6), habits.weights)[0]
    cards = len(questionnaire.asked.cards)
    known = Knowledge(chance.randint(0, cards), cards, 0) if chance.random() >= habits.skips else None
    return Contribution(Response(**{**_fields(response), "answers": answers}), known)


def _fields(response: Response) -> dict[str, object]:
    return {name: getattr(response, name) for name in response.__struct_fields__}


def added_up(
    questionnaire: Questionnaire, everyone: list[Contribution], minimum: int
) -> tuple[list[Contribution], Results]:
    """Those who count, and what they add up to; experience is tallied for all."""
    experience: dict[str, dict[str, int]] = {}
    for one in everyone:
        tally = experience.setdefault(one.response.party, {})
        tally[one.response.experience] = tally.get(one.response.experience, 0) + 1
    found = results(questionnaire, everyone, experience, minimum)
    left = [c for c in everyone if not found.left_out or c.response.party != OTHER_ROLE]
    return left, found
