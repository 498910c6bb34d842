"""The file for a calendar: read back as any calendar would, and by the bytes themselves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from samenspel import hygiene
from samenspel.exchange.give.calendar import group_calendar, step_calendar, step_name
from samenspel.first_step import FirstStep, chosen
from samenspel.group.model import Action, Wave

MADE = date(2026, 11, 30)
ID = "20261130-090000-2222"


def events(content: bytes) -> list[tuple[str, date, str, str]]:
    """The name, day and words of each event, and that each is a whole day with an alarm on its morning."""
    found = []
    for event in Calendar.from_ical(content).walk("VEVENT"):
        day = event["dtstart"].dt
        assert type(day) is date
        assert event["dtend"].dt == day + timedelta(1)
        assert event["dtstamp"].dt.isoformat() == "2026-11-30T00:00:00+00:00"
        (alarm,) = event.walk("VALARM")
        assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(hours=9))
        found.append((str(event["uid"]), day, str(event["summary"]), str(event["description"])))
    assert len({uid for uid, *_rest in found}) == len(found)
    return found


@given(
    text=st.text(min_size=1, max_size=300).filter(lambda text: hygiene.clean(text) and len(hygiene.clean(text)) <= 300)
)
def test_any_step_comes_back_whole(text):
    step = chosen(text, "7-12-2026", "4-1-2027", MADE)
    content = step_calendar(step, ID, MADE)
    (_uid, on, title, about), (_uid2, back, title_back, about_back) = events(content)
    assert (on, back) == (date(2026, 12, 7), date(2027, 1, 4))
    assert about == step.text
    assert about_back.startswith(step.text)
    assert title.startswith("Mijn stap: ")
    assert title_back.startswith("Terugkijken op mijn stap: ")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in content.split(b"\r\n"))
    content.decode()
    assert content == step_calendar(step, ID, MADE)


def test_special_characters_stand_as_the_standard_wants_and_the_event_stays_the_same_when_it_moves():
    step = FirstStep("Bel; de slager, \\ zeg ‘hoi’", "2026-12-07")
    content = step_calendar(step, ID, MADE)
    assert "SUMMARY:Mijn stap: Bel\\; de slager\\, \\\\ zeg ‘hoi’\r\n".encode() in content
    path = step_calendar(FirstStep(r"Zet het in P:\Nieuw\nota", "2026-12-07"), ID, MADE)
    assert path.count(rb"Zet het in P:\\Nieuw\\nota") == 3, "no line ends there"
    assert b"DTSTART;VALUE=DATE:20261207\r\n" in content
    assert b"CLASS:PRIVATE\r\n" in content
    assert ID.encode() not in content
    ((uid, *_),) = events(content)
    moved = step_calendar(FirstStep("Iets anders", "2026-12-09"), ID, MADE)
    assert [found[:2] for found in events(moved)] == [(uid, date(2026, 12, 9))]
    assert events(step_calendar(step, "20261130-090000-2223", MADE))[0][0] != uid
    assert step_name(step) == "samenspel-stap-2026-12-07"


def test_a_group_has_its_actions_the_days_to_look_back_and_the_next_wave():
    actions = (
        Action("Samen eten", "Wijkcoaches", "2026-12-10", "2027-03-01"),
        Action("Casus bespreken, elke maand", "Sanne", "2027-01-05", "2027-04-06"),
        Action("Lijst maken", "Sanne", "2027-01-05", "2027-04-06"),
    )
    wave = Wave(2, "2026-11-01", revealed="2026-11-20", actions=actions)
    content = group_calendar("abc", "Wijk Zuid; team, 1", wave, MADE)
    assert [(day.isoformat(), title) for _uid, day, title, _about in events(content)] == [
        ("2026-12-10", "Samen eten (Wijkcoaches)"),
        ("2027-01-05", "Casus bespreken, elke maand (Sanne)"),
        ("2027-01-05", "Lijst maken (Sanne)"),
        ("2027-03-01", "Terugkijken op onze acties: Wijk Zuid; team, 1"),
        ("2027-04-06", "Terugkijken op onze acties: Wijk Zuid; team, 1"),
        ("2027-04-06", "Nieuwe meting: Wijk Zuid; team, 1"),
    ]
    assert events(content)[4][3] == "– Casus bespreken, elke maand (Sanne)\n– Lijst maken (Sanne)"
    assert b"CLASS:PRIVATE" not in content
    assert len(events(group_calendar("abc", "Wijk Zuid; team, 1", wave, MADE, last=False))) == 5
    fewer = Wave(2, "2026-11-01", actions=(actions[1], actions[1], replace(actions[2], when="2027-02-01")))
    uids = [event[0] for event in events(content)[1:3]]
    kept = [event[0] for event in events(group_calendar("abc", "Wijk Zuid", fewer, MADE))[:3]]
    assert [kept[0], kept[2]] == uids, "the same event, also when one before it was struck out, and when it moved"
    assert events(group_calendar("abc", "Wijk Zuid", Wave(1, "2026-11-01"), MADE)) == []


def test_a_day_to_look_back_that_moves_is_the_same_event():
    action = Action("Samen eten", "Wijkcoaches", "2026-12-10", "2027-03-01")
    later = Action("Lijst maken", "Sanne", "2027-01-05", "2027-04-06")

    def looking_back(*actions: Action) -> dict[str, date]:
        found = events(group_calendar("abc", "Wijk Zuid", Wave(2, "2026-11-01", actions=actions), MADE))
        return {uid: day for uid, day, title, _about in found if title.startswith("Terugkijken")}

    before = looking_back(action, later)
    moved = looking_back(replace(action, check_back="2027-03-08"), replace(later, check_back="2027-05-04"))
    assert moved.keys() == before.keys()
    assert [*moved.values()] == [date(2027, 3, 8), date(2027, 5, 4)]


def test_an_action_that_does_not_fit_is_called_what_is_done_without_half_a_name():
    what = "Samen één doel voor de jongeren in West kiezen"
    action = Action(what, "Joost en Fatima bereiden het samen voor", "2026-12-10", "2027-03-01")
    found = events(group_calendar("abc", "Wijk Zuid", Wave(2, "2026-11-01", actions=(action,)), MADE))
    assert found[0][2] == what
    assert found[0][3].endswith(f"{what} (Joost en Fatima bereiden het samen voor)")


@pytest.mark.parametrize("text", ["x" * 300, "woord " * 50])
def test_a_long_text_is_cut_in_the_title_only(text):
    ((_uid, _day, title, about),) = events(step_calendar(FirstStep(text.strip(), "2026-12-07"), ID, MADE))
    assert len(title) <= len("Mijn stap: ") + 81
    assert title.endswith("…")
    assert about == text.strip()


def test_the_last_day_that_there_is_is_a_day():
    assert b"DTSTART;VALUE=DATE:99991231" in step_calendar(FirstStep("Bel", "9999-12-31"), ID, MADE)


def test_a_title_that_is_cut_off_between_two_sentences_ends_in_one_sign():
    step = FirstStep(
        "Schrijf deze week drie dingen op die u van de jongerenwerkers verwacht. Bespreek ze met een van hen.",
        "2026-12-07",
    )
    ((_uid, _day, title, _about),) = events(step_calendar(step, ID, MADE))
    assert title == "Mijn stap: Schrijf deze week drie dingen op die u van de jongerenwerkers verwacht…"
