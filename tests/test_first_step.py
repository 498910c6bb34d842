"""The first step after a result: what can be chosen, what is refused, and how it went."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel import first_step
from samenspel.first_step import FirstStep, StepError, chosen
from samenspel.response import Response

TODAY = date(2026, 11, 30)


@given(
    typed=st.text(max_size=320),
    on=st.integers(-9, 800),
    back=st.none() | st.integers(-9, 800),
    today=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)
def test_what_is_taken_can_be_stored_and_what_is_refused_says_why_at_its_field(typed, on, back, today):
    day = today + timedelta(on)
    look_back = None if back is None else today + timedelta(back)
    wrong = set()
    if not 0 <= on <= 730:
        wrong.add("on")
    if back is not None and not (0 if "on" in wrong else on) <= back <= 758:
        wrong.add("look_back")
    step, faults = None, {}
    try:
        step = chosen(typed, day.isoformat(), look_back.isoformat() if look_back else " ", today, "praten")
    except StepError as error:
        faults = error.faults
    if step is None:
        assert faults
        assert wrong | {"text"} >= faults.keys() >= wrong
        assert all(said.endswith(".") for said in faults.values())
        return
    assert not wrong
    assert (step.day, step.look_back_day, step.advice) == (day, look_back, "praten")
    assert step.text == first_step.read_text(step.text)
    assert first_step.is_sound(step)
    assert step.due(day)
    assert not step.due(day - timedelta(1))
    for outcome in ("ja", "deels", "nee", ""):
        told = first_step.answered(step, outcome, day)
        assert first_step.is_sound(told)
        assert told.due(day) == (not outcome)
    later = first_step.moved(first_step.put_off(step, day), day + timedelta(40))
    assert first_step.is_sound(later)
    assert (later.look_back_day is None) == (look_back is None)
    assert not first_step.put_off(step, day).due(day)
    assert first_step.put_off(step, day).due(day + timedelta(1))


@pytest.mark.parametrize(
    ("text", "on", "look_back", "said"),
    [
        ("", "1 december", "", {"text": "Schrijf op wat u gaat doen."}),
        ("\u202e\x00 ", "1 december", "", {"text": "Schrijf op wat u gaat doen."}),
        ("x" * 301, "1 december", "", {"text": "Dit is te lang: 301 tekens. Hooguit 300 mag."}),
        ("Bel", "29-11-2026", "", {"on": "Deze dag is al voorbij. Kies 30 november 2026, of een dag daarna."}),
        ("Bel", "", "", {"on": "Schrijf een dag als 1 februari 2027, of als 1-2-2027."}),
        ("Bel", "1-1-2100", "", {"on": "Dat is heel ver weg. Kies een dag tot en met 29 november 2028."}),
        ("Bel", "7 dec", "6 dec", {"look_back": "Kijk terug op de dag van de stap zelf, of op een dag daarna."}),
        ("Bel", "di 7 dec 2026", "ooit", {
            "on": "7 december 2026 is een maandag. Kijk de dag na.",
            "look_back": "Schrijf een dag als 1 februari 2027, of als 1-2-2027.",
        }),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_each_field(text, on, look_back, said):
    with pytest.raises(StepError) as found:
        chosen(text, on, look_back, TODAY)
    assert found.value.faults == said


def test_a_day_that_stays_may_be_past_and_then_how_it_went_stays():
    before = FirstStep("Bel", "2026-11-20", "2026-11-25", "praten", "ja", "2026-11-21")
    typed = ("Bel een slager", "20-11-2026", "25-11-2026", TODAY, "praten")
    assert chosen(*typed, before=before) == FirstStep(
        "Bel een slager", "2026-11-20", "2026-11-25", "praten", "ja", "2026-11-21"
    )
    assert chosen("Bel", "20 nov 2026", "", TODAY, "praten", before=before).outcome == "ja"
    assert chosen("Bel", "vandaag", "morgen", TODAY, "praten", before=before) == FirstStep(
        "Bel", "2026-11-30", "2026-12-01", "praten"
    )
    for on, back, wrong in (("19-11-2026", "", "on"), ("vandaag", "25-11-2026", "look_back")):
        with pytest.raises(StepError) as error:
            chosen("Bel", on, back, TODAY, "praten", before=before)
        assert set(error.value.faults) == {wrong}


def test_days_are_read_as_people_write_them():
    assert chosen(" Bel\teen  slager. ", "ma 7 dec", "4-1", TODAY) == FirstStep(
        "Bel een slager.", "2026-12-07", "2027-01-04"
    )
    assert first_step.usual_day(TODAY) == date(2026, 12, 7)
    assert first_step.usual_look_back(date(2026, 12, 7)) == date(2027, 1, 4)


def test_what_can_be_chosen_is_the_first_step_of_each_advice_that_is_shown(small):
    low = Response(party="bakker", answers=dict.fromkeys(("rol-eigen", "rol-brood", "rol-ander", "rel-kennen"), 1))
    given_steps = first_step.offered(small, low)
    assert given_steps
    for one in given_steps:
        assert one.text == first_step.read_text(one.text)
        assert "{" not in one.text
    assert first_step.offered(small, Response(party="bakker")) == ()


@pytest.mark.parametrize(
    "step",
    [
        FirstStep("", "2026-12-07"),
        FirstStep("Bel\u202e", "2026-12-07"),
        FirstStep("Bel\nnu", "2026-12-07"),
        FirstStep("x" * 301, "2026-12-07"),
        FirstStep("Bel", "2026-12-07", advice="praten\x1b[31m"),
        FirstStep("Bel", ""),
        FirstStep("Bel", "2026-02-30"),
        FirstStep("Bel", "2026-12-07", "2026-12-06"),
        FirstStep("Bel", "2026-12-07", outcome="ja"),
        FirstStep("Bel", "2026-12-07", answered="2026-12-08"),
        FirstStep("Bel", "2026-12-07", put_off="2026-13-01"),
    ],
)
def test_a_stored_step_that_nobody_can_have_chosen_is_damaged(step):
    assert not first_step.is_sound(step)
