"""Those whom a form, the meeting or a skipped statement sets apart: their sum must not follow from what is shown."""

from random import Random

import pytest
from attackers import watcher
from msgspec.structs import replace
from people import add_up, bakkers, person, slagers

from samenspel.group.anonymity import release
from samenspel.group.figures import Rules
from samenspel.group.model import Contribution
from samenspel.group.results import results
from samenspel.questionnaire.applicability import applicable_items
from samenspel.response import Response


def without_meeting(real, nth: int) -> list[Contribution]:
    """Nine and seven who answered everything that they were asked; one of the sixteen takes no part in the meetings."""
    chance = Random(f"buiten het overleg {nth}")
    everyone = []
    for place in range(16):
        meeting = "geen" if place == nth % 16 else "ja"
        response = Response(party="wijkcoach" if place < 9 else "jongerenwerker", meeting=meeting)
        answers = {
            item.id: chance.choices(range(1, 6), (1, 2, 3, 3, 1))[0] for item in applicable_items(real, response)
        }
        everyone.append(Contribution(replace(response, answers=answers)))
    return everyone


def won(real, everyone, rules: Rules, *, exact: bool = False) -> list:
    seen = release(real, results(real, everyone, {}, 5), 5, rules=rules)
    return [claim for claim in watcher(real, everyone, seen, exact=exact) if claim.where == "pro"]


def test_from_exact_figures_the_one_outside_the_meetings_is_always_computed(real) -> None:
    for nth in range(6):
        found = won(real, without_meeting(real, nth), Rules(rounded=False, set_apart=False), exact=True)
        assert [claim.people for claim in found if claim.exactly]


def test_rounding_mostly_hides_it_and_the_rule_does_the_rest(real) -> None:
    groups = [without_meeting(real, nth) for nth in range(12)]
    assert 0 < sum(bool(won(real, one, Rules(set_apart=False))) for one in groups) < 6
    assert not any(won(real, one, Rules()) for one in groups)


def test_a_dimension_that_nobody_is_set_apart_in_is_shown(real) -> None:
    shown = release(real, results(real, without_meeting(real, 1), {}, 5), 5)
    assert all(one.gap is not None for one in shown.dimensions if one.id != "pro")


@pytest.mark.parametrize("minimum", [3, 5])
def test_when_all_that_can_be_traded_is_alike_it_is_unanimity(small, minimum: int) -> None:
    """One skips rel-lastig; nobody differs from anybody: her answers are no secret, and no dimension hides them."""
    everyone = bakkers(*["---33"] * 1, *["---333"] * 5) + slagers(*["---333"] * 6)
    shown = release(small, add_up(small, everyone, minimum), minimum)
    assert shown.dimensions[1].mean == 3.0


def test_one_who_has_no_score_is_not_looked_for_in_the_dimension(small) -> None:
    """She answered one item of three: the dimension has nothing of hers."""
    everyone = [
        *bakkers("---123", "---232", "---343"),
        person("bakker", "---4"),
        *slagers("---122", "---231", "---344"),
    ]
    found = add_up(small, everyone, 3)
    free = release(small, found, 3, rules=Rules(set_apart=False))
    assert release(small, found, 3).dimensions == free.dimensions


def test_also_where_only_the_ends_of_the_scale_set_her_apart(small) -> None:
    """Three have a score, and 3,0 of two statements, on one of which all said 5: each of them said 1 on the other.

    One of the three takes no part in the meetings, and everyone knows that.
    """
    group = bakkers("1-5", "1-5", "1-5", "5-0", "4") + slagers("5-5", "1-0", "5-1", "5-5", "1-1", "1-1", "5", "5")
    group[0] = replace(group[0], response=replace(group[0].response, meeting="geen"))
    found = add_up(small, group)
    without = release(small, found, 3, rules=Rules(set_apart=False))
    assert without.dimensions[0].parties["bakker"] == 3.0
    assert [claim.people for claim in watcher(small, group, without) if claim.who == {"bakker"}] == [1]
    assert watcher(small, group, release(small, found, 3)) == []
