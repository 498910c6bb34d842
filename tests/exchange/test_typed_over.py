"""A form that is typed over key by key: the same as a row of a table, whoever wrote it and whichever form it is."""

import csv
import io
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel import walk
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.exchange.receive.forms import PaperForm, cells_of, columns
from samenspel.exchange.receive.typed_over import Printed, Spot, TypedOver, TypingError, kinds_of, next_number
from samenspel.hygiene import TooLongError, is_misread
from samenspel.questionnaire.applicability import applicable_items
from samenspel.report.paper.form import paper_sheet
from samenspel.report.paper.sheet import Grid
from samenspel.response import Response
from strategies import responses


def write(sheet: TypedOver, response, number: str) -> PaperForm:
    """Type ``response`` as it stands on the paper, from the number to the check."""
    context = {"party": response.party, "experience": response.experience, "meeting": response.meeting}
    for digit in number:
        sheet.press(digit)
    sheet.forth()
    while sheet.at.kind != "check":
        place = sheet.at
        if place.kind == "open":
            for question in sheet.questionnaire.asked.open_questions:
                written(sheet, question, response)
            sheet.forth()
        elif place.kind == "area":
            sheet.put(response.area)
            sheet.forth()
        else:
            answer = context.get(place.kind) or (response.answers | response.knowledge).get(place.id, "")
            key = next((offer.key for offer in sheet.offers() if offer.answer == str(answer)), "")
            sheet.press(key) if key else sheet.leave_open()
        assert sheet.at != place
    return sheet.form()


def written(sheet, question, response):
    sheet.put(response.open.get(question.id, ""), question.id)
    for activity in question.activities:
        for _turn in range({None: 0, True: 1, False: 2}[response.activities.get(activity.id)]):
            sheet.next_activity(question, activity.id)
    sheet.share(question.id, on=question.id in response.shared)


def asked_of(questionnaire, response, printed):
    """What such a person can have written on this form."""
    one = replace(response, form=printed.form, party=printed.party or response.party, notes={})
    asked = {item.id for item in applicable_items(questionnaire, one)}
    answers = {item: answer for item, answer in one.answers.items() if item in asked}
    filled = {q.id for q in questionnaire.asked.open_questions if q.id in one.open or has_activity(q, one)}
    return replace(
        one,
        answers=answers,
        shared=tuple(s.id for s in questionnaire.asked.open_questions if s.id in filled & {*one.shared}),
    )


def has_activity(question, response):
    return any(activity.id in response.activities for activity in question.activities)


@pytest.mark.parametrize("which", ["small", "real"])
def test_typed_over_is_what_was_written_and_what_a_table_gives(which, request, tmp_path):
    questionnaire = request.getfixturevalue(which)

    @given(responses(questionnaire, with_texts=True), st.sampled_from(kinds_of(questionnaire)))
    def check(response, printed):
        one = asked_of(questionnaire, response, printed)
        form = write(TypedOver(questionnaire, printed), one, "012")
        assert form.respondent == "012"
        assert replace(form.response, shared=()) == replace(one, shared=())
        assert {*form.response.shared} == {*one.shared}
        # The same through a file.
        buffer = io.StringIO(newline="")
        writer = csv.DictWriter(buffer, list(columns(questionnaire)), delimiter=";")
        writer.writeheader()
        writer.writerow(cells_of(questionnaire, form))
        if any(map(is_misread, [one.area, *one.open.values()])):
            return  # of a file nobody knows whether it was read rightly; what is typed here was
        path = tmp_path / "f.csv"
        path.write_text(buffer.getvalue(), encoding="utf-8-sig", newline="")
        assert read_forms(path, questionnaire) == (PaperForm("012", replace(one, shared=())),)

    check()


@pytest.mark.parametrize("which", ["small", "real"])
def test_the_numbers_before_the_statements_are_printed_there(which, request):
    questionnaire = request.getfixturevalue(which)
    for printed in kinds_of(questionnaire):
        grids = [
            block for block in paper_sheet(questionnaire, printed.form, printed.party).blocks if isinstance(block, Grid)
        ]
        printed_there = {line.name: line.number for grid in grids for line in grid.lines}
        parties = [printed.party] if printed.party else [party.id for party in questionnaire.asked.parties]
        meetings = [choice.id for choice in questionnaire.asked.context.meeting.choices]
        for party, meeting in product(parties, meetings):
            sheet = TypedOver(questionnaire, printed)
            sheet.cells |= {"partij": party, "overleg": meeting}
            places = [place for place in sheet.spots() if place.id]
            assert {place.id: sheet.printed_number(place) for place in places}.items() <= printed_there.items()
            response = Response(party=party, form=printed.form, meeting=meeting)
            items = [step.id for step in walk.steps(questionnaire, response) if step.kind == "item"]
            assert [place.id for place in places if place.kind == "item"] == items


def test_a_questionnaire_without_a_short_form_offers_none(small):
    asked = replace(small.asked, items=tuple(replace(item, short=False) for item in small.asked.items))
    assert {printed.form for printed in kinds_of(replace(small, asked=asked))} == {"volledig"}
    assert len(kinds_of(small)) == 8


def test_a_form_without_a_number_gets_the_next(small):
    assert next_number([]) == "1"
    assert next_number(["3", "W-9", "012"]) == "13"
    assert (next_number([], 4), next_number(["8"], 4)) == ("5", "9")
    sheet = TypedOver(small, Printed(), ["7"])
    assert not sheet.begun
    sheet.forth()
    assert (sheet.number, sheet.begun) == ("8", True)
    sheet = TypedOver(small, Printed(), ["7"])
    sheet.press("7")
    with pytest.raises(TypingError, match="Formulier 7 typte u al over"):
        sheet.forth()
    sheet.press("x")
    assert sheet.number == "7"
    for _nth in range(5):
        sheet.press("1")
    for _nth in range(2):
        with pytest.raises(TypingError, match="hooguit 6 cijfers"):
            sheet.press("1")
    sheet.forth()
    sheet.press("1")
    assert sheet.form().respondent == "711111"


def test_what_is_too_long_is_refused_and_the_old_text_stays(small):
    sheet = TypedOver(small, Printed())
    sheet.put("noord", "gebied")
    for column, length in (("gebied", 81), ("toe-goed", 2001)):
        with pytest.raises(TooLongError):
            sheet.put("x" * length, column)
    assert sheet.cells == {"gebied": "noord"}
    sheet.put("", "gebied")
    assert sheet.cells == {}


def test_nothing_comes_before_the_number_or_after_the_check(small):
    sheet = TypedOver(small, Printed("volledig", "bakker"))
    sheet.back()
    assert sheet.at == Spot("number")
    write(sheet, Response(party="bakker"), "1")
    sheet.forth()
    assert sheet.at == Spot("check")
