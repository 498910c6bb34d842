"""What will be visible, told as points and as sentences: both say the same of the same numbers."""

from itertools import product

import pytest

from samenspel.collecting.forecast import NOT_SEEN, SEEN, foreseen, in_words, people_expected, told
from samenspel.group.model import Group

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


def test_an_open_table_is_open_below_the_minimum_only(small):
    assert "niet anoniem" in next(foreseen(small, {"bakker": 4}, 5, open_table=True))[1]
    assert "niet anoniem" not in next(foreseen(small, {"bakker": 5}, 5, open_table=True))[1]


def test_one_is_one_and_nobody_is_left_out(small):
    assert people_expected(small, {"bakker": 9, "slager": 1}) == ["9 bakkers", "1 slager"]
    assert people_expected(small, {"slager": 2}) == ["2 slagers"]
