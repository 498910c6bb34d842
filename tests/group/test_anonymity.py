"""Each rule of anonymity, one by one. That they are enough together is for ``test_attackers``."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import added_up, invented_group
from msgspec.structs import replace
from people import add_up, bakkers, others, person, slagers

from samenspel.group.anonymity import DEFAULT_MINIMUM, MINIMA, release
from samenspel.group.model import Released, Suppressed
from samenspel.questionnaire.model import OTHER_ROLE

groups = st.tuples(st.integers(0, 30), st.sampled_from([3, 4, 5, 6, 8]), st.integers(0, 1_000_000))
"""Size, k, and the seed of everything else."""


def invented(questionnaire, size, seed):
    return invented_group(questionnaire, size, Random(seed))


def shown(questionnaire, everyone, minimum: int = 3, **more) -> Released:
    return release(questionnaire, add_up(questionnaire, everyone, minimum), minimum, **more)


def item(released: Released, id_: str):
    (one,) = [i for i in released.items if i.id == id_]
    return one


def hidden(released: Released, what: str, id_: str) -> dict:
    return {row.party: row.why for row in released.suppressed if (row.what, row.id) == (what, id_)}


def test_k_is_5_unless_chosen_otherwise_from_3_to_20() -> None:
    assert DEFAULT_MINIMUM == 5
    assert (min(MINIMA), max(MINIMA)) == (3, 20)


@given(groups)
def test_every_figure_rests_on_k_answers(small, group) -> None:
    size, k, seed = group
    _counted, found = added_up(small, invented(small, size, seed), k)
    released = release(small, found, k)
    cells = [*zip(found.items, released.items, strict=True), *zip(found.dimensions, released.dimensions, strict=True)]
    for figures, one in cells:
        assert one.mean is None or figures.whole.n >= k
        assert one.sd is None or figures.whole.n >= k
        for party, mean in one.parties.items():
            assert mean is None or figures.parties[party].n >= k
        assert one.gap is None or None not in one.parties.values()
    assert released.knowledge is None or len(found.knowledge) >= k
    assert released.advice == () or found.n >= k


@given(groups)
def test_outside_the_shown_parties_stay_none_or_k(small, group) -> None:
    size, k, seed = group
    _counted, found = added_up(small, invented(small, size, seed), k)
    released = release(small, found, k)
    cells = [*zip(found.items, released.items, strict=True), *zip(found.dimensions, released.dimensions, strict=True)]
    for figures, one in cells:
        if one.mean is not None:
            left = figures.whole.n - sum(figures.parties[p].n for p, mean in one.parties.items() if mean is not None)
            assert left == 0 or left >= k


@given(groups)
def test_what_is_hidden_stands_there_with_its_reason_and_what_is_shown_does_not(small, group) -> None:
    size, k, seed = group
    _counted, found = added_up(small, invented(small, size, seed), k)
    released = release(small, found, k)
    for what, cells in (("item", released.items), ("dimension", released.dimensions)):
        for one in cells:
            reasons = hidden(released, what, one.id)
            reasons = {party: why for party, why in reasons.items() if why != "unanimous"}
            assert (None in reasons) is (one.mean is None)
            for party in reasons.keys() - {None}:
                assert one.parties[party] is None
    for figures, one in zip(found.items, released.items, strict=True):
        for party in figures.asked - {OTHER_ROLE}:
            assert (party in hidden(released, "item", one.id)) is (one.parties[party] is None)


@given(groups)
def test_the_groups_own_n_is_always_shown(small, group) -> None:
    size, k, seed = group
    _counted, found = added_up(small, invented(small, size, seed), k)
    released = release(small, found, k)
    assert released.n == found.n
    assert [i.n for i in released.items] == [i.whole.n for i in found.items]
    assert [d.n for d in released.dimensions] == [d.whole.n for d in found.dimensions]


def test_while_fewer_than_k_stay_outside_the_smallest_party_is_hidden_too(small) -> None:
    released = shown(small, bakkers("1", "2", "3", "4") + slagers("5", "5"))
    assert item(released, "rol-eigen").parties == {"bakker": None, "slager": None}
    assert hidden(released, "item", "rol-eigen") == {"bakker": "complementary", "slager": "minimum"}


def test_of_equal_parties_the_later_one_in_the_questionnaire_is_hidden(small) -> None:
    """Three and three, and of the three with another role only two answered this."""
    everyone = bakkers("1", "2", "3") + slagers("4", "5", "4") + others("1", "2", "-")
    released = shown(small, everyone)
    assert item(released, "rol-eigen").parties == {"bakker": 2.0, "slager": None}
    assert hidden(released, "item", "rol-eigen") == {"slager": "complementary"}


def test_of_unequal_parties_the_smallest_is_hidden_also_when_it_comes_first(small) -> None:
    everyone = bakkers("1", "2", "3") + slagers("4", "5", "4", "5") + others("1", "2", "-")
    assert item(shown(small, everyone), "rol-eigen").parties == {"bakker": None, "slager": 4.5}


def test_k_or_more_outside_the_shown_parties_hide_nobody(small) -> None:
    """Two slagers and one of another role are three: of none of them alone anything follows."""
    everyone = bakkers("1", "2", "3") + slagers("4", "5") + others("1", "-", "-")
    released = shown(small, everyone)
    assert item(released, "rol-eigen").parties == {"bakker": 2.0, "slager": None}


def test_an_item_that_too_few_answered_hides_all_but_its_n(small) -> None:
    released = shown(small, bakkers("1", "2", "-", "-"))
    one = item(released, "rol-eigen")
    assert (one.n, one.mean, one.sd, one.counts, one.unknown, one.gap, one.difference) == (2, *[None] * 6)


def test_a_group_below_k_shows_its_n_only(small) -> None:
    released = shown(small, bakkers("11") + slagers("5"), minimum=5)
    assert (released.n, released.parties) == (2, {"bakker": None, "slager": None})
    assert (released.advice, released.knowledge, released.open_answers, released.activities) == ((), None, {}, {})
    assert released.suppressed[0] == Suppressed("group", None, None, "minimum")
    for one in (*released.items, *released.dimensions):
        assert one.mean is None
        assert set(one.parties.values()) == {None}


def test_of_a_party_below_k_its_number_is_not_told(small) -> None:
    assert shown(small, bakkers("1", "2", "3") + slagers("4")).parties == {"bakker": 3, "slager": None}
    assert shown(small, bakkers("1", "2", "3")).parties == {"bakker": 3, "slager": None}


@given(groups)
def test_too_few_with_another_role_change_nothing_but_a_line_that_says_so(small, group) -> None:
    size, k, seed = group
    everyone = [c for c in invented(small, size, seed) if c.response.party != OTHER_ROLE]
    stranger = replace(everyone[0].response, party=OTHER_ROLE) if everyone else person(OTHER_ROLE, "1").response
    without = release(small, add_up(small, everyone, k), k)
    few = release(small, add_up(small, [*everyone, *[replace(person("x"), response=stranger)] * (k - 1)], k), k)
    line = Suppressed("party", OTHER_ROLE, OTHER_ROLE, "other-role")
    assert line in few.suppressed
    assert replace(few, suppressed=tuple(row for row in few.suppressed if row != line)) == without


def test_from_k_on_those_with_another_role_count_in_the_total(small) -> None:
    released = shown(small, bakkers("1", "1", "1") + slagers("1", "1", "2") + others("5", "5", "4"))
    assert item(released, "rol-eigen").n == 9
    assert item(released, "rol-eigen").mean == 2.3  # 21 / 9


@pytest.mark.parametrize(("answers", "nearly"), [("444444", 4), ("444443", 4), ("000004", 0), ("444433", None)])
def test_near_unanimity_is_said_without_counts(small, answers: str, nearly: int | None) -> None:
    released = shown(small, bakkers(*("--" + answer for answer in answers)))
    one = item(released, "rol-ander")
    if answers.count("0") < 4:
        assert one.nearly_all == nearly
        assert (one.counts is None) is (nearly is not None)
    assert (hidden(released, "item", "rol-ander").get(None) == "unanimous") is (one.nearly_all is not None)


def test_how_many_of_too_few_said_weet_ik_niet_is_hidden(small) -> None:
    released = shown(small, bakkers("1-0", "2-4", "3"))
    assert item(released, "rol-ander").unknown is None
    assert item(shown(small, bakkers("1-0", "2-4", "3-0")), "rol-ander").unknown == 2


def test_a_share_of_weet_ik_niet_that_gives_such_a_number_away_is_hidden(small) -> None:
    """Three said something on rel-overleg, two on rel-kennen: the share of all five, less the three, is that of two."""
    released = shown(small, bakkers("---00", "---34", "---3"))
    (_rol, rel) = released.dimensions
    assert rel.unclear is None
    assert Suppressed("unclear", "rel", None, "complementary") in released.suppressed
    assert shown(small, bakkers("---00", "---34", "---33")).dimensions[1].unclear == 0.33


def test_a_statement_of_one_party_is_no_part_of_a_dimensions_share_of_weet_ik_niet(small) -> None:
    assert shown(small, bakkers("104", "204", "304")).dimensions[0].unclear == 0.0


def test_the_share_of_cards_right_needs_k_people(small) -> None:
    everyone = [person("bakker", "3", right=right) for right in (0, 2, None)]
    assert shown(small, everyone).knowledge is None
    assert shown(small, [*everyone, person("slager", "3", right=1)]).knowledge == 0.5


def texts(number: int) -> list:
    return [person("bakker", open={"toe-goed": f"tekst {nth}"}, activities={"lunch": True}) for nth in range(number)]


@pytest.mark.parametrize(("minimum", "enough"), [(3, 8), (8, 8), (10, 10)])
def test_open_answers_take_8_responses_and_k(small, minimum: int, enough: int) -> None:
    below, there = shown(small, texts(enough - 1), minimum), shown(small, texts(enough), minimum)
    assert (below.open_answers, below.activities) == ({}, {})
    assert len(there.open_answers["toe-goed"]) == enough
    assert there.activities == {"lunch": (enough, enough)}


@pytest.mark.parametrize(
    ("did", "lasted", "told"),
    [
        (1, 1, (None, None)),
        (4, 0, (None, None)),
        (5, 0, (5, 0)),
        (5, 5, (5, 5)),
        (5, 1, (5, None)),
        (8, 4, (8, None)),
        (9, 5, (9, None)),  # of four it did not last
        (10, 5, (10, 5)),
        (12, 8, (12, None)),
        (12, 12, (12, 12)),
    ],
)
def test_an_activity_has_a_number_only_where_it_tells_of_no_few(small, did, lasted, told) -> None:
    everyone = [person("bakker", activities={"lunch": nth < lasted} if nth < did else {}) for nth in range(14)]
    assert shown(small, everyone, minimum=5).activities == {"lunch": told}
    table = release(small, add_up(small, everyone[:did], 3), 3, open_table=True)
    assert table.activities == {"lunch": (did, lasted)}


def test_open_answers_are_shuffled_for_each_question_on_its_own(small) -> None:
    everyone = [person("bakker", open={"toe-goed": f"{nth}", "toe-activiteiten": f"{nth}"}) for nth in range(20)]
    found = shown(small, everyone).open_answers
    assert sorted(found["toe-goed"]) == sorted(found["toe-activiteiten"])
    assert found["toe-goed"] != found["toe-activiteiten"]
    assert list(found["toe-goed"]) != sorted(found["toe-goed"])
    assert shown(small, everyone[::-1]).open_answers == found


def test_an_open_table_shows_everything_and_says_what_it_is(small) -> None:
    everyone = [person("bakker", "123412", right=1, open={"toe-goed": "a"}), person("slager", "4-4444")]
    released = shown(small, everyone, minimum=5, open_table=True)
    assert released.open_table
    assert released.parties == {"bakker": 1, "slager": 1}
    assert item(released, "rol-eigen").counts == (1, 0, 0, 1, 0)
    assert item(released, "rol-eigen").parties == {"bakker": 1.0, "slager": 4.0}
    assert released.knowledge == 0.5
    assert released.open_answers == {"toe-goed": ("a",)}
    assert not [row for row in released.suppressed if row.why != "minimum" or row.id != "rol-brood"]


def test_what_is_released_does_not_depend_on_the_order_of_people(small) -> None:
    everyone = invented(small, 12, 3)
    assert shown(small, everyone) == shown(small, everyone[::-1])
