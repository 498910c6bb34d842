"""The first step in line mode: asked for, and asked about from its day on; shown to who wants to see it then."""

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from samenspel.first_step import FirstStep, put_off
from samenspel.group.model import Group
from samenspel.line.prompter import PlainPrompter
from samenspel.line.step import ask_step, remind
from samenspel.response import Response
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests

TODAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
STEP = FirstStep("Bel een slager.", "2026-11-28", "2026-12-20", "praten")
LOW = Response(party="bakker", answers=dict.fromkeys(("rol-eigen", "rol-brood", "rol-ander", "rel-kennen"), 1))


class Typist(PlainPrompter):
    """Types these lines, and remembers what was said."""

    def __init__(self, *lines):
        super().__init__()
        self.lines, self.said, self.consents = [*lines], "", []

    def say(self, text):
        self.said += f"{text}\n"

    def key(self, question, *, consent=False):
        self.said += f"{question} "
        self.consents.append(consent)
        return self.lines.pop(0)

    def write(self, question, **_more):
        return self.key(question)


@pytest.fixture
def selftest(tmp_path, small):
    store = SelfTests(tmp_path)
    made = store.create(small, LOW, at="review", now=NOW)
    return store, store.update(made.id, lambda one: replace(one, finished=one.started, step=STEP))


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([""], None),
        (["x", "9", ""], None),
        (["h", ""], None),
        (["2", "", ""], ("kennismaken", "2026-12-07", "2027-01-04")),
        (["1", "ooit", "29-11-2026", "1 dec", "30-11-2026", "-"], ("praten", "2026-12-01", "")),
        (["3", " \tBel\x07 nu ", "", "8-12-2026"], ("", "2026-12-07", "2026-12-08")),
        (["3", "x" * 301, ""], None),
        (["1", "29-11-2028", ""], ("praten", "2028-11-29", "2028-12-27")),
        (["4", "morgen", "-"], ("praten", "2026-12-01", "")),
    ],
)
def test_a_step_is_asked_for_until_it_can_be_read_and_enter_goes_on(selftest, small, lines, wanted):
    typist = Typist(*lines)
    step = ask_step(typist, small, selftest[1], TODAY)
    assert not typist.lines
    assert (None if step is None else (step.advice, step.on, step.look_back)) == wanted
    if wanted and not wanted[0]:
        assert step.text == "Bel nu"
    assert typist.said.count("Welke eerste stap kiest u?") == (2 if "h" in lines else 1)
    if "x" in lines:
        assert "Dat kan hier niet.\nTyp een cijfer van 1 tot en met 4" in typist.said
    if "ooit" in lines:
        for said in ("Schrijf een dag als", "Deze dag is al voorbij", "Kijk terug op de dag van de stap zelf"):
            assert said in typist.said


def test_without_an_advice_one_of_ones_own_can_be_chosen(selftest, small):
    typist = Typist("2", "1", "Bel nu", "morgen", "-")
    step = ask_step(typist, small, replace(selftest[1], response=Response(party="bakker"), step=None), TODAY)
    assert step == FirstStep("Bel nu", "2026-12-01")
    assert typist.said.count("Typ 1, of alleen Enter om niets te kiezen:") == 2


@pytest.mark.parametrize(
    ("lines", "change"),
    [
        (["m"], {"put_off": "2026-11-30"}),
        (["1", "m"], {"put_off": "2026-11-30"}),
        (["1", "1"], {"outcome": "ja", "answered": "2026-11-30"}),
        (["1", "nee"], {"outcome": "nee", "answered": "2026-11-30"}),
        (["1", "4", "gisteren", "", "2"], {"outcome": "deels", "answered": "2026-11-30"}),
        (["1", "4", "gisteren", "31 dec"], {"on": "2026-12-31", "look_back": "2027-01-28"}),
    ],
)
def test_from_its_day_on_it_is_asked_about_and_shown_only_to_who_wants_to_see_it(selftest, small, lines, change):
    store, _selftest = selftest
    typist = Typist(*lines)
    remind(store, typist, TODAY)
    assert not typist.lines
    before, _asked, _after = typist.said.partition("Typ 1 of m:")
    assert "U had een stap voor 28 november." in before
    assert STEP.text not in before
    assert (STEP.text in typist.said) == (lines[0] == "1")
    assert typist.consents[:2] == [True] * len(lines[:2]), "what waits was typed for another question"
    assert next(store.newest()).step == replace(STEP, **change)
    again = Typist()
    remind(store, again, TODAY)
    assert again.said == ""


def test_it_warns_where_there_are_groups_and_is_silent_before_its_day(selftest, small):
    store, stored = selftest
    early = Typist()
    remind(store, early, TODAY - timedelta(days=3))
    store.update(stored.id, lambda one: replace(one, step=put_off(STEP, TODAY)))
    remind(store, early, TODAY)
    assert early.said == ""
    Groups(store.folder).create(Group(name="Wijk Zuid", minimum=5, expected={"bakker": 5, "slager": 5}), small, TODAY)
    typist = Typist("m")
    remind(store, typist, TODAY + timedelta(days=1))
    assert "Kijkt er iemand mee" in typist.said
