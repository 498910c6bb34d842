import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel.advice import THRESHOLD, Reason, Shortfall, advise, item_shortfall, rank, reasons
from samenspel.authoring import find, load
from samenspel.questionnaire import model as m
from samenspel.questionnaire.applicability import applicable_items
from samenspel.response import Form, Response
from strategies import responses


@given(st.data())
def test_lowering_an_answer_never_lowers_the_priority_of_an_advice_it_triggers(
    real: m.Questionnaire, data: st.DataObject
) -> None:
    response = data.draw(responses(real))
    mine = {item.id for item in applicable_items(real, response)}
    above_1 = sorted(id_ for id_, answer in response.answers.items() if id_ in mine and answer > 1)
    assume(above_1)
    item = data.draw(st.sampled_from(above_1))
    lower = data.draw(st.integers(1, response.answers[item] - 1))
    before = {a.id: a.priority for a in advise(real, response)}
    after = {a.id: a.priority for a in advise(real, replace(response, answers={**response.answers, item: lower}))}
    for advice in real.advices:
        if item in advice.triggers and advice.id in before:
            assert after[advice.id] >= before[advice.id] - 1e-9


@given(st.data())
def test_advice_is_in_range_in_order_and_has_reasons(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    given_ = advise(real, response)
    priorities = [round(a.priority, 9) for a in given_]
    assert priorities == sorted(priorities, reverse=True)
    for ranked in given_:
        assert THRESHOLD <= round(ranked.priority, 9) <= 100
        assert 1 <= len(ranked.reasons) <= 2
        assert set(ranked.reasons) <= set(real.advice(ranked.id).triggers)


@given(st.data())
def test_the_order_of_answering_never_matters(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    shuffled = dict(data.draw(st.permutations(list(response.answers.items()))))
    assert advise(real, replace(response, answers=shuffled)) == advise(real, response)


@pytest.mark.parametrize(("answer", "s"), [(1, 1), (2, 2 / 3), (3, 1 / 3), (4, 0), (5, 0), (0, 0.6), (None, None)])
def test_item_shortfall(small: m.Questionnaire, answer: int | None, s: float | None) -> None:
    assert item_shortfall(small.item("rol-ander"), answer) == (None if s is None else pytest.approx(s))


@pytest.mark.parametrize("name", ["samenwerking-jeugd", "school-wijkteam"])
@pytest.mark.parametrize("form", ["volledig", "kort"])
@pytest.mark.parametrize("meeting", ["ja", "geen"])
def test_each_statement_that_alone_goes_wrong_is_a_reason(name: str, form: Form, meeting: str) -> None:
    """Answered 1, 2 or *weet ik niet*, while all else is good: for whoever is asked it, in either form."""
    questionnaire = load(find(name))
    for party in [*(party.id for party in questionnaire.asked.parties), m.OTHER_ROLE]:
        person = Response(party=party, form=form, meeting=meeting, experience="langer-3")
        asked = applicable_items(questionnaire, person)
        good = {item.id: 5 for item in asked}
        for item in asked:
            for answer in (1, 2, *((m.DONT_KNOW,) if item.dont_know else ())):
                given_ = advise(questionnaire, replace(person, answers=good | {item.id: answer}))
                assert any(item.id in ranked.reasons for ranked in given_), (item.id, answer, party)


@given(st.data())
def test_the_strongest_reason_of_an_advice_is_heard_whatever_else_is_good(
    real: m.Questionnaire, data: st.DataObject
) -> None:
    response = data.draw(responses(real))
    items = {item.id: item for item in applicable_items(real, response)}
    for ranked in advise(real, response):
        one = real.advice(ranked.id)
        pulls = [
            weight * (item_shortfall(items[key], response.answers.get(key)) or 0.0)
            for key, weight in one.triggers.items()
            if key in items and not isinstance(weight, m.ContextTrigger)
        ]
        assert ranked.priority >= 100 * max(pulls, default=0) / 6 * (0.85 + 0.15 * one.evidence_weight) - 1e-9


def test_a_weight_of_a_trainer_never_lifts_a_priority_over_100() -> None:
    heavy = replace(advice("zwaar", 1), triggers={"zwaar": 10, "licht": 10})
    s = {"zwaar": 1.0, "licht": 0.0}
    [ranked] = rank((heavy,), lambda key, _: Shortfall(asked=True, s=s[key]))
    assert ranked.priority == 100


def advice(id_: str, weight: float) -> m.Advice:
    return m.Advice(id_, "t", "w", "e", "w", "t", "b", "b", weight, {id_: 6})


def test_a_tie_goes_to_the_stronger_evidence_then_to_the_catalogue() -> None:
    catalogue = (advice("laatste", 0), advice("eerste", 1), advice("tweede", 1))
    s = {"laatste": 1.0, "eerste": 0.85, "tweede": 0.85}  # 100 · 1 · 0,85 = 100 · 0,85 · 1
    ranked = rank(catalogue, lambda key, _: Shortfall(asked=True, s=s[key]))
    assert [a.id for a in ranked] == ["eerste", "tweede", "laatste"]
    assert [round(a.priority, 9) for a in ranked] == [85, 85, 85]


def test_reasons_tell_what_was_answered(small: m.Questionnaire) -> None:
    response = Response(
        party="slager",
        experience="nog-niet",
        answers={"rol-ander": 1, "rol-eigen": 4, "rel-kennen": 2},
        knowledge={"kennis-brood": "slager", "kennis-klant": "allebei"},
    )
    praten, kennismaken = sorted(advise(small, response), key=lambda a: a.id, reverse=True)
    assert reasons(small, response, praten) == (Reason("rol-ander", answer=1), Reason("kennis", share=0.5))
    assert reasons(small, response, kennismaken) == (
        Reason("ervaring", answer="nog-niet"),
        Reason("rel-kennen", answer=2),
    )


def test_what_is_not_asked_does_not_count_as_missing(small: m.Questionnaire) -> None:
    """In the short form rel-kennen is not asked: kennismaken then rests on experience alone."""
    short = Response(party="slager", form="kort", experience="nog-niet")
    assert "kennismaken" in {a.id for a in advise(small, short)}
    assert "overleggen" not in {a.id for a in advise(small, replace(short, meeting="geen", answers={"rel-overleg": 1}))}
