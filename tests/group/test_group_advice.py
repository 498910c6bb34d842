"""The rules for a group's advice, sentence by sentence, on cases worked out by hand (k = 3)."""

import pytest
from msgspec.structs import replace
from people import add_up, bakkers, person, slagers

from samenspel.group.advising import group_advice
from samenspel.group.anonymity import release
from samenspel.questionnaire import model as m

OVERLEG, KENNEN = "---", "----"
"""What comes before the answer to rel-overleg, and to rel-kennen."""


def given_advice(questionnaire, everyone, gaps=None, minimum=3, **tally):
    found = add_up(questionnaire, everyone, minimum, **tally)
    gaps = {item.id: None for item in questionnaire.asked.items} | (gaps or {})
    return {one.id: one for one in group_advice(questionnaire, found, gaps, minimum)}


def with_triggers(questionnaire: m.Questionnaire, **triggers) -> m.Questionnaire:
    named = {key.replace("_", "-"): weight for key, weight in triggers.items()}
    return replace(questionnaire, advices=(replace(questionnaire.advice("kennismaken"), triggers=named),))


def test_the_shortfall_is_the_mean_of_everyones_own_with_weet_ik_niet_as_0_6(small) -> None:
    """1, 4, 0, 3 → 1, 0, 0.6, 1/3; mean 29/60; 100 · 29/60 · (0.85 + 0.15 · 0.3) = 43.258…"""
    given_ = given_advice(small, bakkers(*(OVERLEG + answer for answer in "1403")))
    assert given_["overleggen"].priority == pytest.approx(100 * 29 / 60 * 0.895)
    assert given_["overleggen"].reasons == ("rel-overleg",)


def test_one_strong_reason_is_enough_for_a_group_too(small) -> None:
    """rel-overleg 1s weigh 3, rel-kennen 5s weigh 6: together 3 of 9, alone 3 of 6; e = 0.6: 50 · 0.94."""
    one = with_triggers(small, rel_overleg=3, rel_kennen=6)
    given_ = given_advice(one, bakkers(*[OVERLEG + "15"] * 3))
    assert given_["kennismaken"].priority == pytest.approx(47)
    assert given_["kennismaken"].reasons == ("rel-overleg",)


def test_it_is_not_the_shortfall_of_the_mean(small) -> None:
    """1 and 5, 5 have mean 11/3, which lacks 1/9; their own shortfalls 1, 0, 0 have mean 1/3."""
    given_ = given_advice(small, bakkers(*(OVERLEG + answer for answer in "155")))
    assert given_["overleggen"].priority == pytest.approx(100 / 3 * 0.895)


def test_when_fewer_than_k_gave_1_to_5_but_k_answered_it_is_0_6_flat(small) -> None:
    given_ = given_advice(small, bakkers(*(OVERLEG + answer for answer in "1100")))
    assert given_["overleggen"].priority == pytest.approx(60 * 0.895)


def test_when_fewer_than_k_answered_the_item_does_not_count(small) -> None:
    assert "overleggen" not in given_advice(small, bakkers(*(OVERLEG + answer for answer in "10-")))


def test_a_gap_adds_a_quarter_of_its_share_of_the_scale(small) -> None:
    """Mean of the own shortfalls 0.5; gap 3 of 4: 0.25 · 0.75 = 0.1875."""
    everyone = bakkers(*[OVERLEG + "1"] * 3) + slagers(*[OVERLEG + "4"] * 3)
    assert given_advice(small, everyone, {"rel-overleg": -3.0})["overleggen"].priority == pytest.approx(68.75 * 0.895)


def test_a_gap_counts_only_where_it_may_be_shown(small) -> None:
    everyone = bakkers(*[OVERLEG + "1"] * 3) + slagers(*[OVERLEG + "4"] * 3)
    priorities = {}
    for minimum in (3, 4):
        found = release(small, add_up(small, everyone, minimum), minimum)
        priorities[minimum] = {one.id: one.priority for one in found.advice}["overleggen"]
    assert priorities == {3: 61.5, 4: 44.8}  # 68.75 · 0.895 = 61.53; 50 · 0.895 = 44.75, halves go up


def test_the_shortfall_is_at_most_1(small) -> None:
    """Thirty 1s and three 5s: mean 30/33, and 0.25 for a gap of 4: more than 1."""
    everyone = bakkers(*[OVERLEG + "1"] * 30) + slagers(*[OVERLEG + "5"] * 3)
    assert given_advice(small, everyone, {"rel-overleg": -4.0})["overleggen"].priority == pytest.approx(89.5)


def test_a_gap_adds_nothing_to_0_6_flat(small) -> None:
    everyone = bakkers(*(OVERLEG + answer for answer in "1000")) + slagers(OVERLEG + "5")
    assert given_advice(small, everyone, {"rel-overleg": -4.0})["overleggen"].priority == pytest.approx(60 * 0.895)


@pytest.mark.parametrize(
    ("new", "short", "longer", "s"),
    [
        (3, 0, 3, 0.5),  # 3 of 6
        (4, 0, 3, 0.5),  # 4 of 7 = 0.571
        (5, 0, 3, 0.75),  # 5 of 8 = 0.625: halves of a quarter go up
        (3, 0, 9, 0.25),
        (3, 0, 30, 0.25),  # 3 of 33 = 0.09: at least a quarter
        (3, 0, 2, 1.0),  # two others are too few to be told apart
        (2, 1, 0, 0.75),  # 2.5 of 3 = 0.833
        (2, 1, 2, 0.75),
        (1, 3, 4, 0.25),  # 2.5 of 8 = 0.3125
    ],
)
def test_a_context_trigger_counts_with_its_mean_in_quarters(small, new: int, short: int, longer: int, s: float) -> None:
    """nog-niet s = 1, korter-1 s = 0.5, langer-3 s = 0; rel-kennen 4s lack 0: 3 · s / 6 · 94."""
    one = with_triggers(small, rel_kennen=3, ervaring=m.ContextTrigger(3, {"nog-niet": 1, "korter-1": 0.5}))
    tally = {"nog-niet": new, "korter-1": short, "langer-3": longer}
    given_ = given_advice(one, bakkers(*[KENNEN + "4"] * 4), bakker=tally)
    assert given_["kennismaken"].priority == pytest.approx(94 * 3 * s / 6) if 94 * s / 2 >= 15 else not given_
    if given_:
        assert given_["kennismaken"].reasons == ("ervaring",)


def test_a_context_question_that_fewer_than_k_answered_does_not_count(small) -> None:
    """rel-kennen 1s: 3 · 1 / 6 · 94 = 47, and ervaring, if it counted, would make it 94."""
    given_ = given_advice(small, bakkers(*[KENNEN + "1"] * 3), bakker={"nog-niet": 2})
    assert given_["kennismaken"].priority == pytest.approx(47)


@pytest.mark.parametrize(
    ("tally", "priority"),
    [({"langer-1": 3}, 47.0), ({"langer-1": 9, "nog-niet": 2}, 47.0), ({"langer-1": 9, "nog-niet": 3}, 94 * 3.75 / 6)],
)
def test_a_context_trigger_counts_only_when_k_gave_an_answer_that_counts(small, tally: dict, priority: float) -> None:
    """rel-kennen weighs 3 with s = 1, ervaring 3: alone 3 / 6; with s = 1/4 of ervaring (3 + 0.75) / 6."""
    one = with_triggers(small, rel_kennen=3, ervaring=m.ContextTrigger(3, {"nog-niet": 1}))
    given_ = given_advice(one, bakkers(*[KENNEN + "1"] * 3), bakker=tally)
    assert given_["kennismaken"].priority == pytest.approx(priority)


def test_the_meeting_is_a_context_trigger_too(small) -> None:
    one = with_triggers(small, overleg=m.ContextTrigger(6, {"geen": 1}))
    everyone = [person("bakker", meeting=meeting) for meeting in ("geen",) * 3 + ("ja",) * 3 + ("", "")]
    given_ = given_advice(one, everyone)
    assert given_["kennismaken"].priority == pytest.approx(50 * 0.94)  # those who did not answer are not in it


def test_role_knowledge_counts_with_the_mean_of_what_each_lacks(small) -> None:
    """Shares 0.5, 0.5, 1 lack 1/3 on average; 2s lack 2/3; rol-ander weighs 4, rol-eigen 2: (8 + 4 + 1) / 3 / 7."""
    everyone = [person("bakker", "2-2", right=right) for right in (1, 1, 2)]
    assert given_advice(small, everyone)["praten"].priority == pytest.approx(100 * (4 + 1 / 3) / 7)


def test_role_knowledge_of_fewer_than_k_does_not_count(small) -> None:
    everyone = [person("bakker", "4-1", right=right) for right in (1, 1, None)]
    assert given_advice(small, everyone)["praten"].priority == pytest.approx(100 * 4 / 6)


@pytest.mark.parametrize(("forms", "is_given"), [(["kort"] * 3, True), (["kort", "kort", "volledig"], False)])
def test_asked_is_what_was_asked_of_anyone(small, forms: list[str], is_given: bool) -> None:  # noqa: FBT001
    """rel-kennen (6) is not in the short form. Asked of one, ervaring (3) is less than half of 9: too little."""
    one = with_triggers(small, rel_kennen=6, ervaring=m.ContextTrigger(3, {"nog-niet": 1}))
    given_ = given_advice(one, [person("bakker", form=form) for form in forms], bakker={"nog-niet": 3})
    assert ("kennismaken" in given_) is is_given


def test_reasons_are_ids_the_two_that_weigh_most(small) -> None:
    """rol-ander 4 · 2/3, kennis 1 · 0.5, rol-eigen 2 · 1/3: 2.67, 0.5, 0.67."""
    everyone = [person("bakker", "3-2", right=1) for _nth in range(3)]
    assert given_advice(small, everyone)["praten"].reasons == ("rol-ander", "rol-eigen")
