"""What will be visible, told as points and as sentences: both say the same of the same numbers."""

import os
from itertools import product
from random import Random

import pytest
from msgspec.structs import replace

from samenspel.collecting.forecast import NOT_SEEN, SEEN, foreseen, in_words, people_expected, told
from samenspel.group.anonymity import release
from samenspel.group.founding import forecast
from samenspel.group.model import Contribution, Group
from samenspel.group.results import results
from samenspel.questionnaire.applicability import applicable_items
from samenspel.response import Response

NUMBERS = [{"bakker": bakkers, "slager": slagers} for bakkers, slagers in product(range(9), repeat=2)]


@pytest.mark.parametrize("minimum", [3, 5])
def test_points_and_sentences_say_the_same(small, minimum):
    for numbers in NUMBERS:
        if not any(numbers.values()):
            continue
        points = {line: sign for sign, line in foreseen(small, numbers, minimum)}
        first, *rest = told(small, Group("Noord", minimum, expected=numbers))
        nothing = f"Niets: de groep heeft minder dan {minimum} mensen."
        assert (points.get(nothing) == NOT_SEEN) == ("er niets te zien" in first)
        assert (points.get("De groep als geheel.") == SEEN) == ("de groep als geheel" in first)
        assert (points.get("Het verschil tussen de twee.") == SEEN) == ("de twee partijen naast elkaar" in first)
        for party in ("bakkers", "slagers"):
            alone = points.get(f"De {party} apart.") == SEEN and "Niet het verschil tussen de twee." in points
            assert alone == (f"de {party} apart" in first)
        assert bool(rest) == (NOT_SEEN in points.values())
        assert in_words(small, numbers, minimum).startswith(
            "\n".join(f"{sign} {line}" for line, sign in points.items())
        )


def test_another_role_counts_in_the_whole_from_the_minimum_on(small):
    two = {"bakker": 2, "slager": 2}
    assert next(foreseen(small, two | {"andere-rol": 4}, 5))[0] == NOT_SEEN
    assert next(foreseen(small, two | {"andere-rol": 5}, 5)) == (SEEN, "De groep als geheel.")


@pytest.mark.campaign
@pytest.mark.parametrize("rounds", [1_000 if os.environ.get("SAMENSPEL_FULL") else 250])
def test_the_forecast_is_what_is_released_when_everyone_answers_everything(small, real, rounds):
    """Of any numbers, any k and any answers: of all alike, of opposed parties, at the ends of the scale."""
    for nth in range(rounds):
        chance = Random(f"verwacht-{nth}")
        asked = real if nth % 10 == 0 else small
        minimum = chance.choice([3, 4, 5, 5, 5, 8])
        counts = {party.id: chance.randint(0, 12) for party in asked.asked.parties}
        counts["andere-rol"] = chance.choice([0, 0, 1, chance.randint(0, 8)])
        everyone = [answered_all(asked, party, chance) for party, n in counts.items() for _person in range(n)]
        seen = forecast(asked, counts, minimum)
        shown = release(asked, results(asked, everyone, {}, minimum), minimum)
        of_one = {item.id for item in asked.asked.items if item.only}
        for one in (*shown.dimensions, *(item for item in shown.items if item.id not in of_one)):
            where = (nth, counts, minimum, one.id)
            assert (one.mean is not None) == seen.whole, where
            assert tuple(party for party, mean in one.parties.items() if mean is not None) == seen.parties, where
            assert (one.gap is not None) == seen.gap, where


def answered_all(asked, party: str, chance: Random) -> Contribution:
    weights = chance.choice([(1, 1, 1, 1, 1), (0, 0, 0, 1, 9), (9, 1, 0, 0, 0), (5, 0, 0, 0, 5)])
    response = Response(party=party, meeting="ja")
    items = applicable_items(asked, response)
    answers = {item.id: chance.choices(range(1, 6), weights)[0] for item in items}
    return Contribution(replace(response, answers=answers))


def test_the_forecast_says_what_it_takes_for_granted(small):
    assumed = in_words(small, {"bakker": 6, "slager": 6}, 5)
    assert "als iedereen bij alles een cijfer kiest" in assumed
    assert "‘weet ik niet’" in assumed  # so does that: it is an answer, and no figure
    assert "bij alles een cijfer kiezen" in told(small, Group("Noord", 5, expected={"bakker": 6, "slager": 6}))[0]
    assert "een cijfer kiest" not in in_words(small, {"bakker": 1, "slager": 1}, 5)  # nothing is seen anyhow


def test_an_open_table_is_open_below_the_minimum_only(small):
    assert "niet anoniem" in next(foreseen(small, {"bakker": 4}, 5, open_table=True))[1]
    assert "niet anoniem" not in next(foreseen(small, {"bakker": 5}, 5, open_table=True))[1]


def test_one_is_one_and_nobody_is_left_out(small):
    assert people_expected(small, {"bakker": 9, "slager": 1}) == ["9 bakkers", "1 slager"]
    assert people_expected(small, {"slager": 2}) == ["2 slagers"]
