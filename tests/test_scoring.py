from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel.questionnaire import model as m
from samenspel.questionnaire.applicability import applicable_items
from samenspel.response import Response
from samenspel.scoring import band, item_score, score, strong_items, strongest, weakest
from strategies import responses

answers_1_5 = st.integers(1, 5)


@given(st.data())
def test_a_score_never_leaves_the_scale(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    for dimension in score(real, response).dimensions:
        assert dimension.score is None or 1 <= dimension.score <= 5
        assert dimension.unclear is None or 0 <= dimension.unclear <= 1
        assert dimension.scored <= dimension.applicable
        assert (dimension.score is None) == (dimension.band is None)


@given(st.data())
def test_the_order_of_answering_never_matters(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    shuffled = dict(data.draw(st.permutations(list(response.answers.items()))))
    assert score(real, replace(response, answers=shuffled)) == score(real, response)


@given(st.data())
def test_what_does_not_apply_never_counts(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    mine = {item.id for item in applicable_items(real, response)}
    only_mine = {id_: a for id_, a in response.answers.items() if id_ in mine}
    assert score(real, replace(response, answers=only_mine)) == score(real, response)


@given(st.data())
def test_not_applicable_is_never_missing(real: m.Questionnaire, data: st.DataObject) -> None:
    """Who answers all that is asked always has every score, whatever party, form and meeting."""
    response = data.draw(responses(real))
    full = {item.id: data.draw(answers_1_5) for item in applicable_items(real, response)}
    assert all(d.score is not None for d in score(real, replace(response, answers=full)).dimensions)


@given(answers_1_5)
def test_reversing_twice_is_nothing(answer: int) -> None:
    item = m.Item(id="x", text="x", dimension="x", condition="x", topic="x", discussion="x", reverse=True)
    once = item_score(item, answer)
    assert once is not None
    assert once == 6 - answer
    assert item_score(item, once) == answer


def test_dont_know_and_unanswered_have_no_score(small: m.Questionnaire) -> None:
    item = small.item("rol-ander")
    assert item_score(item, 0) is None
    assert item_score(item, None) is None


@given(st.floats(1, 5))
def test_bands_follow_the_unrounded_mean(real: m.Questionnaire, mean: float) -> None:
    expected = "knelpunt" if mean < 3 else "aandachtspunt" if mean < 4 else "sterk"
    assert band(real, mean).id == expected


def test_reverse_scored_item_counts_reversed(small: m.Questionnaire) -> None:
    response = Response(party="bakker", answers={"rel-kennen": 5, "rel-lastig": 1})
    assert score(small, response).dimensions[1].score == 5


def test_a_dimension_with_one_item_needs_that_one(small: m.Questionnaire) -> None:
    short = Response(party="slager", form="kort", answers={"rel-overleg": 2})
    assert [(d.score, d.applicable) for d in score(small, short).dimensions] == [(None, 2), (2.0, 1)]


def test_a_dimension_without_items_has_no_score(small: m.Questionnaire) -> None:
    short = Response(party="slager", form="kort", meeting="geen", answers={"rel-overleg": 2})
    dimension = score(small, short).dimensions[1]
    assert (dimension.score, dimension.applicable, dimension.unclear) == (None, 0, None)


def test_ties_for_strongest_and_weakest_are_named_together(small: m.Questionnaire) -> None:
    scores = score(
        small, Response(party="slager", answers={"rol-eigen": 4, "rol-ander": 4, "rel-kennen": 4, "rel-lastig": 2})
    )
    assert [d.id for d in strongest(scores)] == ["rol", "rel"] == [d.id for d in weakest(scores)]
    empty = score(small, Response(party="slager"))
    assert strongest(empty) == weakest(empty) == ()


def test_what_goes_well_comes_from_different_dimensions_highest_first(small: m.Questionnaire) -> None:
    response = Response(party="slager", answers={"rol-eigen": 4, "rol-ander": 5, "rel-kennen": 3, "rel-lastig": 1})
    assert [item.id for item in strong_items(small, response)] == ["rol-ander", "rel-lastig"]
    assert [item.id for item in strong_items(small, response, most=1)] == ["rol-ander"]
    equal = replace(response, answers={"rol-eigen": 5, "rol-ander": 3, "rel-kennen": 5, "rel-lastig": 1})
    assert [item.id for item in strong_items(small, equal)] == [
        "rel-kennen",
        "rol-eigen",
    ]  # the stronger dimension first
    assert strong_items(small, replace(response, answers={"rol-eigen": 3, "rel-lastig": 3})) == ()


def test_needing_each_other_is_no_strong_point(real: m.Questionnaire) -> None:
    response = Response(party="wijkcoach", answers={"amb-zonder": 5, "amb-meerwaarde": 4})
    assert [item.id for item in strong_items(real, response)] == ["amb-meerwaarde"]
