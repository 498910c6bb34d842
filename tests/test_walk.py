import re
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel import answering, walk
from samenspel.questionnaire import model as m
from samenspel.questionnaire.applicability import fill
from samenspel.response import Response
from samenspel.walk import Step
from strategies import responses

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"


def keys(questionnaire: m.Questionnaire, response: Response) -> list[str]:
    return [step.key for step in walk.steps(questionnaire, response)]


def test_what_was_worked_out_is_no_part_of_a_questionnaire_and_not_of_one_made_from_it(small: m.Questionnaire) -> None:
    fresh = replace(small)
    whole = walk.steps(small, Response())
    assert walk.steps(small, Response(answers={"rol-eigen": 3})) is whole  # worked out once
    fewer = replace(small, asked=replace(small.asked, items=small.asked.items[:1]))
    assert [step.id for step in walk.steps(fewer, Response()) if step.kind == "item"] == [small.asked.items[0].id]
    assert small == fresh
    assert msgspec.json.encode(small) == msgspec.json.encode(fresh)


def test_the_order_of_a_whole_walk(small: m.Questionnaire) -> None:
    assert keys(small, Response(party="bakker")) == [
        "welcome",
        "party",
        "area",
        "experience",
        "meeting",
        "we",
        "item:rol-eigen",
        "item:rol-brood",
        "item:rol-ander",
        "item:rel-overleg",
        "item:rel-kennen",
        "item:rel-lastig",
        "cards",
        "card:kennis-brood",
        "card:kennis-klant",
        "open:toe-goed",
        "open:toe-activiteiten",
        "review",
    ]


def test_party_form_and_meeting_decide_what_is_asked(small: m.Questionnaire) -> None:
    def items(**kind: str) -> list[str]:
        return [key.removeprefix("item:") for key in keys(small, Response(**kind)) if key.startswith("item:")]

    assert items(party="slager") == ["rol-eigen", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig"]
    assert items(party="andere-rol", meeting="geen") == ["rol-eigen", "rol-ander", "rel-kennen", "rel-lastig"]
    assert items(party="bakker", form="kort") == ["rol-eigen", "rol-ander", "rel-overleg"]
    assert items(party="bakker", form="kort", meeting="geen") == ["rol-eigen", "rol-ander"]


def test_the_real_walk_has_the_instruments_numbers(real: m.Questionnaire) -> None:
    def count(**kind: str) -> int:
        return walk.answered(real, Response(**kind))[1]

    assert count(party="wijkcoach") == 49
    assert count(party="jongerenwerker") == 48
    assert count(party="jongerenwerker", meeting="geen") == 43
    assert count(party="wijkcoach", form="kort") == 18
    assert count(party="wijkcoach", form="kort", meeting="leiding") == 17


@given(st.data())
def test_forward_and_back_walk_the_same_row(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    row = walk.steps(real, response)
    walked = [row[0]]
    while (step := walk.following(real, response, walked[-1])) != walked[-1]:
        walked.append(step)
    assert tuple(walked) == row
    back = [row[-1]]
    while (step := walk.preceding(real, response, back[-1])) != back[-1]:
        back.append(step)
    assert tuple(reversed(back)) == row


@given(st.data())
def test_resuming_is_at_the_very_step(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    step = data.draw(st.sampled_from(walk.steps(real, response)))
    assert walk.resume(real, response, step.key) == step


def test_resuming_at_a_step_that_is_gone_goes_to_the_first_unanswered(small: m.Questionnaire) -> None:
    response = Response(party="slager", experience="nog-niet", meeting="ja", answers={"rol-eigen": 3})
    assert walk.resume(small, response, "item:rol-brood") == Step("item", "rol-ander")
    assert walk.resume(small, response, "onzin") == Step("item", "rol-ander")
    everything = replace(
        response,
        answers=dict.fromkeys(("rol-eigen", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig"), 3),
        knowledge={"kennis-brood": "bakker", "kennis-klant": "bakker"},
    )
    assert walk.resume(small, everything, "onzin") == Step("review")


def test_a_step_that_no_longer_applies_still_has_neighbours(small: m.Questionnaire) -> None:
    slager = Response(party="slager")
    assert walk.following(small, slager, Step("item", "rol-brood")) == Step("item", "rol-ander")
    assert walk.preceding(small, slager, Step("item", "rol-brood")) == Step("item", "rol-eigen")


def test_progress_counts_as_the_screen_says(real: m.Questionnaire) -> None:
    response = Response(party="jongerenwerker")
    progress = walk.progress(real, response, Step("item", "rel-treffen"))
    assert (progress.part, progress.parts, progress.name) == (6, 8, "Relatie")
    assert (progress.number, progress.of) == (45, 48)
    card = walk.progress(real, response, Step("card", "kennis-plan"))
    assert (card.part, card.number, card.of) == (7, 2, 13)
    assert walk.progress(real, response, Step("open", "toe-tips")).part == 8
    assert walk.progress(real, response, Step("party")).part == 0


@given(st.data())
def test_the_bar_never_goes_back_and_is_full_at_the_last_question(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    row = walk.steps(real, response)
    shares = [walk.progress(real, response, step).share for step in row]
    assert shares == sorted(shares)
    assert shares[-2:] == [1, 1]
    opening = row.index(Step("cards"))
    assert shares[opening] == shares[opening - 1] < shares[opening + 1]


def test_the_page_before_the_cards_says_how_many_and_leads_to_the_first_one_that_is_open(
    small: m.Questionnaire,
) -> None:
    response = Response(party="bakker")
    place = walk.progress(small, response, Step("cards"))
    assert (place.part, place.number, place.of) == (3, 0, 2)
    assert walk.next_card(small, response) == Step("card", "kennis-brood")
    assert walk.next_card(small, replace(response, knowledge={"kennis-brood": "bakker"})) == Step(
        "card", "kennis-klant"
    )
    bare = replace(small, asked=replace(small.asked, cards=()))
    assert Step("cards") not in walk.steps(bare, response)


def test_only_parts_that_are_there_count(small: m.Questionnaire) -> None:
    bare = replace(small, asked=replace(small.asked, cards=()))
    progress = walk.progress(bare, Response(party="bakker"), Step("open", "toe-goed"))
    assert (progress.part, progress.parts) == (3, 3)


def questions(questionnaire: m.Questionnaire, response: Response) -> list[Step]:
    return [step for step in walk.steps(questionnaire, response) if step.kind in {"item", "card"}]


@given(st.data())
def test_who_fills_a_gap_never_meets_an_answer(real: m.Questionnaire, data: st.DataObject) -> None:
    before = data.draw(responses(real))
    gaps = [step for step in questions(real, before) if not walk.is_answered(real, before, step)]
    if not gaps:
        return
    step = data.draw(st.sampled_from(gaps))
    after = answering.record(real, before, step, answering.allowed(real, step)[0])
    to = walk.after_answer(real, after, step, first=True)
    assert to in walk.steps(real, after)
    assert to.kind not in {"item", "card"} or not walk.is_answered(real, after, to)
    left = [gap for gap in gaps if gap != step]
    later = [gap for gap in left if questions(real, after).index(gap) > questions(real, after).index(step)]
    following = walk.following(real, after, step)
    ahead = walk.following(real, after, following) if following.kind == "cards" else following
    if ahead.kind in {"item", "card"} and walk.is_answered(real, after, ahead):
        gap = (later or left or [Step("review")])[0]
        assert to == (Step("cards") if (step.kind, gap.kind) == ("item", "card") else gap)
    else:
        assert to == following


def test_who_passed_by_her_experience_comes_to_the_review_after_the_last_gap(small: m.Questionnaire) -> None:
    full = Response(party="bakker", meeting="ja", knowledge={card.id: "bakker" for card in small.asked.cards})
    first, *others = (step for step in questions(small, full) if step.kind == "item")
    before = replace(full, answers={step.id: answering_value(small, step) for step in others})
    after = answering.record(small, before, first, answering.allowed(small, first)[0])
    assert walk.after_answer(small, after, first, first=True) == Step("review")


def answering_value(questionnaire: m.Questionnaire, step: Step) -> int:
    return int(answering.allowed(questionnaire, step)[0])


@given(st.data())
def test_filling_gap_after_gap_ends(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    step = walk.first_unanswered(real, response)
    for _ in range(200):
        if step.kind == "review":
            break
        if step.kind in {"item", "card"}:
            response = answering.record(real, response, step, answering.allowed(real, step)[0])
            step = walk.after_answer(real, response, step, first=True)
        else:
            step = walk.following(real, response, step)
    assert step.kind == "review"


@given(st.data())
def test_changing_an_answer_goes_to_the_step_after_it(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real))
    step = data.draw(st.sampled_from(walk.steps(real, response)))
    assert walk.after_answer(real, response, step, first=False) == walk.following(real, response, step)


@given(st.data())
def test_answered_is_what_was_recorded(real: m.Questionnaire, data: st.DataObject) -> None:
    response = data.draw(responses(real, with_texts=True))
    done, of = walk.answered(real, response)
    items = [step for step in walk.steps(real, response) if step.kind == "item"]
    assert of == len(items)
    assert done == sum(walk.is_answered(real, response, step) for step in items)


def test_names_of_the_other_party(small: m.Questionnaire) -> None:
    text = "Een {ander}, de {anderen}."
    assert fill(small, "bakker", text) == "Een slager, de slagers."
    assert fill(small, m.OTHER_ROLE, text) == "Een bakker of slager, de bakkers en slagers."


def test_every_question_of_the_walk_can_be_answered(small: m.Questionnaire) -> None:
    response = Response()
    for step in walk.all_steps(small):
        if step.kind in {"welcome", "we", "cards", "review"}:
            continue
        choices = answering.allowed(small, step)
        if step.kind == "open" and choices:
            response = answering.record_activity(small, response, step, choices[0], lasted=True)
        else:
            response = answering.record(small, response, step, choices[0] if choices else "tekst")
        assert walk.is_answered(small, response, step)


def test_a_slide_that_says_how_long_it_takes_says_what_the_walk_says(real: m.Questionnaire) -> None:
    slides = (QUESTIONNAIRES / "samenwerking-jeugd" / "voorlichting.yaml").read_text(encoding="utf-8")
    short, full = (walk.minutes(real, form) for form in ("kort", "volledig"))
    assert re.findall(r"(\d+) of (\d+) minuten", slides) == [(str(short), str(full))]
