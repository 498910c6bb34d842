"""What a wave adds up to, on groups small enough to work out by hand."""

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from invented import added_up, invented_group
from people import add_up, bakkers, others, person, slagers

from samenspel.group.model import contribution
from samenspel.group.statistics import Sample
from samenspel.response import Response


def item(found, id_):
    (one,) = [i for i in found.items if i.id == id_]
    return one


def dimension(found, id_):
    (one,) = [d for d in found.dimensions if d.id == id_]
    return one


def test_an_item_by_hand(small) -> None:
    """rol-eigen: bakkers 1, 2, 3 and slagers 4, 5; mean 15 / 5 = 3, variance 10 / 4."""
    one = item(add_up(small, bakkers("1", "2", "3") + slagers("4", "5")), "rol-eigen")
    assert one.whole == Sample(5, Fraction(3), Fraction(10, 4))
    assert one.counts == (1, 1, 1, 1, 1)
    assert one.parties == {
        "bakker": Sample(3, Fraction(2), Fraction(1)),
        "slager": Sample(2, Fraction(9, 2), Fraction(1, 2)),
    }
    assert (one.scores, one.party_scores) == ((1, 1, 1, 1, 1), {"bakker": (1, 1, 1, 0, 0), "slager": (0, 0, 0, 1, 1)})


def test_a_reverse_scored_item_is_averaged_turned_round_and_counted_as_given(small) -> None:
    """rel-lastig 1, 1, 2 scores 5, 5, 4: mean 14 / 3."""
    one = item(add_up(small, bakkers("-----1", "-----1") + slagers("-----2")), "rel-lastig")
    assert one.whole.mean == Fraction(14, 3)
    assert one.scores == (0, 0, 0, 1, 2)
    assert one.counts == (2, 1, 0, 0, 0)


def test_weet_ik_niet_is_counted_apart_and_has_no_score(small) -> None:
    one = item(add_up(small, bakkers("--0", "--0", "--4") + slagers("--2", "---")), "rol-ander")
    assert (one.whole.n, one.whole.mean, one.unknown) == (2, 3.0, 2)
    assert one.counts == (0, 1, 0, 1, 0)


def test_an_item_of_one_party_counts_for_that_party_only(small) -> None:
    """A slager's answer to the bakkers' item is kept, not scored."""
    one = item(add_up(small, bakkers("-3", "-5") + slagers("-1") + others("-1", "-1", "-1")), "rol-brood")
    assert (one.whole.n, one.whole.mean) == (2, 4.0)
    assert one.asked == {"bakker"}
    assert one.parties["slager"].n == 0


def test_a_dimension_takes_valid_scores_only(small) -> None:
    """All are asked three items of rel: two is enough, one is not. 1, 2 → 1.5; 3, 4, 6 - 1 → 4; mean 2.75."""
    one = dimension(add_up(small, bakkers("---12", "---341", "---5")), "rel")
    assert one.whole == Sample(2, Fraction(11, 4), 2 * Fraction(5, 4) ** 2)


def test_a_dimension_counts_the_items_that_every_party_is_asked(small) -> None:
    """Bakkers are asked three items of rol, slagers two: of a bakker who skips rol-ander one counts, of two asked."""
    one = dimension(add_up(small, bakkers("152", "35-") + slagers("1-4")), "rol")
    assert (one.whole.n, one.whole.mean) == (2, 2)
    assert one.parties["bakker"] == Sample(1, Fraction(3, 2), None)


def test_a_slager_is_asked_two_items_of_rol_and_both_are_needed(small) -> None:
    one = dimension(add_up(small, slagers("1-3", "4--", "4-0")), "rol")
    assert (one.whole.n, one.whole.mean) == (1, 2.0)


def test_weet_ik_niet_makes_a_dimension_unclear(small) -> None:
    """rol offers it to all at rol-ander: 0 and 4, and of a slager 3: one of three. rol-brood is of one party."""
    one = dimension(add_up(small, bakkers("10", "1-0", "5-4") + slagers("1-3", "1")), "rol")
    assert one.unclear == Fraction(1, 3)
    assert one.answerers == 3


def test_a_dimension_that_nobody_could_be_unclear_on_has_no_share(small) -> None:
    assert dimension(add_up(small, bakkers("1", "2", "3")), "rol").unclear is None


def test_without_a_meeting_the_items_about_it_do_not_count(small) -> None:
    everyone = [person("bakker", "---5", meeting="ja"), person("bakker", "---1", meeting="geen")]
    one = item(add_up(small, everyone), "rel-overleg")
    assert (one.whole.n, one.whole.mean, one.asked) == (1, 5.0, {"bakker"})


def test_short_and_full_forms_go_together(small) -> None:
    """In the short form rel has one item, which then is the score: 4; in full 2, 2, 6 - 4: 2; mean 3."""
    everyone = [
        person("bakker", "---444", form="kort"),
        person("bakker", "---224"),
        person("slager", "---5", form="kort"),
    ]
    found = add_up(small, everyone)
    assert item(found, "rel-kennen").whole == Sample(1, Fraction(2), None)
    assert item(found, "rel-overleg").whole.n == 3
    assert dimension(found, "rel").whole.n == 3
    assert dimension(found, "rel").whole.mean == Fraction(4 + 2 + 5, 3)


def test_too_few_with_another_role_are_left_out_of_everything(small) -> None:
    everyone = bakkers("1", "2", "3") + [person("andere-rol", "5", right=2, meeting="ja")] * 2
    found = add_up(small, everyone, bakker={"nog-niet": 3}, **{"andere-rol": {"langer-1": 2}})
    assert (found.n, found.others, found.left_out) == (3, 0, 2)
    assert item(found, "rol-eigen").whole.mean == 2.0
    assert (found.meeting, found.experience, found.knowledge) == ({}, {"nog-niet": 3}, ())


def test_from_k_on_those_with_another_role_count_in_the_total_only(small) -> None:
    found = add_up(small, bakkers("1") + others("5", "5", "5"), **{"andere-rol": {"langer-1": 3}})
    assert (found.n, found.others, found.left_out) == (4, 3, 0)
    one = item(found, "rol-eigen")
    assert (one.whole.n, one.whole.mean) == (4, 4.0)
    assert one.parties == {"bakker": Sample(1, Fraction(1), None), "slager": Sample(0, None, None)}
    assert found.experience == {"langer-1": 3}


def test_knowledge_and_context_by_hand(small) -> None:
    everyone = [person("bakker", right=1, meeting="ja"), person("slager", right=2, meeting="geen"), person("slager")]
    found = add_up(small, everyone, bakker={"nog-niet": 1}, slager={"nog-niet": 1, "langer-1": 1})
    assert found.knowledge == (0.5, 1.0)
    assert found.meeting == {"ja": 1, "geen": 1}
    assert found.experience == {"nog-niet": 2, "langer-1": 1}


def test_shared_answers_and_activities_are_gathered(small) -> None:
    everyone = [
        person("bakker", open={"toe-goed": "b"}, activities={"lunch": True}),
        person("bakker", open={"toe-goed": "a"}, activities={"lunch": False, "anders": True}),
    ]
    found = add_up(small, everyone)
    assert found.open_answers == {"toe-goed": ("a", "b")}
    assert found.activities == {"lunch": (2, 1), "anders": (1, 1)}


def test_a_contribution_takes_only_what_was_meant_for_the_group(small) -> None:
    mine = Response(
        party="bakker",
        area="noord",
        answers={"rol-eigen": 4},
        notes={"rol-eigen": "omdat"},
        knowledge={"kennis-brood": "bakker"},
        open={"toe-goed": "alles"},
        activities={"lunch": True},
        shared=("toe-goed",),
    )
    given_ = contribution(small, mine)
    assert (given_.response.area, given_.response.notes, given_.response.knowledge) == ("", {}, {})
    assert given_.response.open == {"toe-goed": "alles"}
    assert given_.response.activities == {}  # its question was not shared
    assert (given_.knowledge.right, given_.knowledge.of) == (1, 1)


@given(st.integers(0, 30), st.integers(0, 10_000))
def test_the_order_in_which_people_come_never_matters(small, size: int, seed: int) -> None:
    chance = Random(seed)
    everyone = invented_group(small, size, chance)
    assert added_up(small, everyone, 5)[1] == added_up(small, chance.sample(everyone, len(everyone)), 5)[1]
