"""A step, or what a group agreed, as a file for any calendar (iCalendar, RFC 5545): whole days, each with an alarm.

What is in it follows from what was chosen and the day on which the file is made: same input, same bytes. An event keeps
its UID when its day changes, so that a calendar that reads the file again moves it instead of adding one.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from textwrap import shorten
from typing import Final

from msgspec import Struct

from samenspel import __version__
from samenspel.first_step import FirstStep
from samenspel.group.model import Action, Wave
from samenspel.taal import _

SUFFIX: Final = ".ics"
_SHOWN: Final = 80
"""So many characters of a text stand in the title of an event; the whole stands in its description."""
_MORNING: Final = timedelta(hours=9)
_DAY: Final = timedelta(days=1)


class Event(Struct, frozen=True):
    """One day in a calendar.

    Attributes:
        key: what this event is, whatever its day or words; the same again is the same event.
        day: the whole day.
        title, about: what it is, in a line and at length.
        private: whether others who may look into the calendar are asked not to.
    """

    key: str
    day: date
    title: str
    about: str
    private: bool = False


def step_name(step: FirstStep) -> str:
    """Return the name that is suggested for the calendar file of a step, without its ending."""
    return f"samenspel-stap-{step.on}"


def step_calendar(step: FirstStep, selftest_id: str, made: date) -> bytes:
    """Return the calendar file of the step that was chosen after a self-test: its day, and the one to look back."""
    events = [
        Event(f"stap:{selftest_id}", step.day, _title(_("Mijn stap: {tekst}"), step.text), step.text, private=True)
    ]
    if (back := step.look_back_day) is not None:
        about = _("{tekst}\n\nIs dat gelukt? Wat hielp, en wat hield tegen?").format(tekst=step.text)
        title = _title(_("Terugkijken op mijn stap: {tekst}"), step.text)
        events.append(Event(f"terugkijken:{selftest_id}", back, title, about, private=True))
    return _calendar(events, made)


def group_calendar(group_id: str, name: str, wave: Wave, made: date, *, last: bool = True) -> bytes:
    """Return the calendar file of what a group agreed: each action, each day to look back, and the next wave.

    The next wave is on the last day on which the group looks back: it begins with how the actions went. It is left out
    where it has begun already: ``wave`` is not the ``last`` one then. An action is known by what is done, not by its
    place: when one is struck out, those after it stay the events that they were. A day to look back is known by being
    the first, the second and so on: when it moves, it is the same event.
    """
    key = f"{group_id}:{wave.number}"
    events, same = [], Counter[str]()
    for action in wave.actions:
        same[action.what] += 1
        events.append(_action(f"actie:{key}:{same[action.what]}:{action.what}", name, action))
    days = sorted({action.check_back for action in wave.actions})
    for number, day in enumerate(days, start=1):
        what = "\n".join(f"– {_line(action)}" for action in wave.actions if action.check_back == day)
        title = _title(_("Terugkijken op onze acties: {tekst}"), name)
        events.append(Event(f"terugkijken:{key}:{number}", date.fromisoformat(day), title, what))
    if days and last:
        about = _("Doe vooraf opnieuw de zelftest. De meting begint met de oude acties: hoe ging het?")
        title = _title(_("Nieuwe meting: {tekst}"), name)
        events.append(Event(f"meting:{key}", date.fromisoformat(days[-1]), title, about))
    return _calendar(events, made)


def _action(key: str, name: str, action: Action) -> Event:
    about = _("Een actie van {groep}.").format(groep=name) + "\n\n" + _line(action)
    line = _line(action)
    title = line if len(line) <= _SHOWN else _short(action.what)  # who does it would be cut off half-way
    return Event(key, date.fromisoformat(action.when), title, about)


def _line(action: Action) -> str:
    return _("{wat} ({wie})").format(wat=action.what, wie=action.who)


def _title(words: str, text: str) -> str:
    return words.format(tekst=_short(text))


def _short(text: str) -> str:
    short = shorten(text, _SHOWN, placeholder="…")
    whole_words = short if len(short) > 1 else f"{text[:_SHOWN]}…"
    return re.sub(r"[.,;:]…\Z", "…", whole_words)


def _calendar(events: Iterable[Event], made: date) -> bytes:
    from icalendar import Alarm, Calendar, vText
    from icalendar import Event as Entry

    class Text(vText):
        r"""A text as the standard wants it; icalendar's own takes the ``\N`` in *P:\Nieuw* for the end of a line."""

        def to_ical(self) -> bytes:
            return re.sub(r"([\\;,])", r"\\\1", self).replace("\n", r"\n").encode()

    calendar = Calendar()
    calendar.add("prodid", f"-//samenspel//samenspel {__version__}//NL")
    calendar.add("version", "2.0")
    for event in events:
        entry, alarm = Entry(), Alarm()
        entry.add("uid", f"{sha256(event.key.encode()).hexdigest()[:32]}@samenspel")
        entry.add("dtstamp", datetime.combine(made, time(), UTC))
        entry.add("dtstart", event.day)
        entry.add("dtend", min(event.day, date.max - _DAY) + _DAY)
        entry.add("summary", Text(event.title))
        entry.add("description", Text(event.about))
        entry.add("transp", "TRANSPARENT")
        if event.private:
            entry.add("class", "PRIVATE")
        alarm.add("action", "DISPLAY")
        alarm.add("description", Text(event.title))
        alarm.add("trigger", _MORNING)
        entry.add_component(alarm)
        calendar.add_component(entry)
    content: bytes = calendar.to_ical()
    return content
