"""Line mode in a real terminal: menus by keyboard, Ctrl-C and on again; plain text for who asks for it."""

import re
import sys
from contextlib import contextmanager

import pytest

from bots import lines_for
from commands import at_terminal, write_questionnaire
from samenspel import first_step
from samenspel.cli.base import today
from samenspel.response import Response
from samenspel.storage.selftests import SelfTests

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")

SHORT = Response(
    party="slager",
    form="kort",
    area="zuid",
    experience="nog-niet",
    meeting="ja",
    answers={"rol-eigen": 5, "rol-ander": 0, "rel-overleg": 2},
    notes={"rol-ander": "[/] alleen op maandag"},
    knowledge={"kennis-brood": "bakker"},
    open={"toe-goed": "De koffie."},
    activities={"anders": False},
)
CHOOSE = r"Typ \d[^\r\n]*: "
# English words of questionary, prompt_toolkit and click that must not come through.
ENGLISH = re.compile(
    r"\b(use|arrow|keys|shortcuts|cancelled|aborted|warning|invalid|answer|error|usage)\b", re.IGNORECASE
)


@pytest.fixture
def folder(tmp_path, small):
    return write_questionnaire(tmp_path / "klein", small)


@contextmanager
def terminal(data, *args, **more):
    child = at_terminal(*args, data=data, **more)
    try:
        yield child
    finally:
        child.close(force=True)


class Menus:
    """A person at the menus, who waits for each question before typing."""

    def __init__(self, child):
        self.child = child
        self.seen = ""

    def choose(self, after, key):
        self.wait(after)
        self.wait("dan Enter")
        self.child.send(f"{key}\r")

    def write(self, after, text):
        self.wait(after)
        self.wait(r"(antwoord|Toelichting|of q):")
        self.child.send(f"{text}\r")

    def wait(self, pattern):
        self.child.expect(pattern)
        self.seen += self.child.before + self.child.after


def test_a_short_self_test_through_the_menus_interrupted_half_way_and_resumed(tmp_path, folder):
    data = tmp_path / "data"
    with terminal(data, "zelftest", "--regel", "--kort", "--vragenlijst", str(folder)) as child:
        person = Menus(child)
        person.choose("Bij welke partij", "2")
        person.write("Waar werkt u", "zuid")
        person.choose("Hoe lang werkt u met bakkers samen", "1")
        person.choose("Doet u mee", "1")
        person.choose("Met wij bedoelen wij: u en de bakkers samen", "s")
        person.choose("Stelling 1 van 3", "")  # Enter alone answers nothing, and a key that is none neither
        person.choose("Kies eerst", "?")
        person.choose("Kies eerst", "5")
        person.wait("Bewaard: 5 helemaal eens")
        person.choose("Stelling 2 van 3", "t")
        person.write("Typ uw toelichting", "[/] alleen op maandag")
        person.wait("Bewaard")
        person.wait("dan Enter")
        child.send("\x03")
        person.wait("Verder gaat u met: samenspel zelftest --regel")
        child.expect("[\r\n]+$|$")
        child.wait()
        assert child.exitstatus == 130
        half = person.seen
    (stored,) = SelfTests(data).newest()
    assert stored.response.answers == {"rol-eigen": 5}
    assert stored.response.notes == SHORT.notes

    with terminal(data, "zelftest", "--regel") as child:
        person = Menus(child)
        person.choose(r"al bezig met een zelftest \(1 van de 3 stellingen beantwoord\)", "1")
        person.choose("Stelling 2 van 3", "0")
        person.choose("Stelling 3 van 3", "2")
        person.choose("Nu iets anders: 2 kaarten", "s")
        person.choose("Kaart 1 van 2", "1")
        person.wait("Dat klopt. De bakker bakt brood.")
        person.choose("Kaart 2 van 2", "s")
        person.write("Wat gaat goed", "De koffie.")
        person.choose("Wat deed u samen", "2")
        person.choose("en is er iets van gebleven", "2")
        person.choose("Bewaard", "s")
        person.choose("Bijna klaar", "1")
        person.wait("Uw zelftest is af en bewaard")
        person.wait(r"Welke eerste stap kiest u(?s:.*)om niets te kiezen:")
        child.send("\r")
        person.wait("Later alsnog kiezen: samenspel stap")
        child.wait()
        assert child.exitstatus == 0
        seen = half + person.seen
    (stored,) = SelfTests(data).newest()
    assert stored.response == SHORT
    assert stored.finished
    assert not ENGLISH.findall(re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", " ", seen))


def test_the_overview_as_a_menu_jumps_and_q_stops(tmp_path, folder):
    data = tmp_path / "data"
    with terminal(data, "zelftest", "--regel", "--vragenlijst", str(folder)) as child:
        person = Menus(child)
        person.choose("Hoeveel tijd", "1")
        person.choose("Bij welke partij", "1")
        person.write("Waar werkt u", "")
        person.choose("Hoe lang", "s")
        person.choose("Doet u mee", "s")
        person.choose("Met wij bedoelen wij", "s")
        person.choose("Stelling 1 van 6", "o")
        person.wait("Overzicht")
        person.wait("v  terug")
        assert "nog open: " in person.seen
        person.write("", "3")
        person.choose("Stelling 3 van 6", "3")
        person.choose("Stelling 4 van 6", "v")
        person.choose("Stelling 3 van 6", "")  # the answer given is the one pointed at
        person.choose("Stelling 4 van 6", "q")
        person.wait("is bewaard")
        child.wait()
        assert child.exitstatus == 0
    (stored,) = SelfTests(data).newest()
    assert stored.response.answers == {"rol-ander": 3}


WHOLE = pytest.mark.campaign(sample=0)


@pytest.mark.parametrize(
    ("asked", "setting"),
    [
        ([], {"ACCESSIBLE": "1"}),
        (["--regel"], {"TERM": "dumb"}),
        pytest.param(["--regel"], {"ACCESSIBLE": "1"}, marks=WHOLE),
        pytest.param([], {"TERM": "dumb"}, marks=WHOLE),
    ],
)
def test_with_accessible_or_a_dumb_terminal_nothing_is_redrawn(tmp_path, folder, small, setting, asked):
    data = tmp_path / "data"
    with terminal(data, "zelftest", *asked, "--vragenlijst", str(folder), **setting) as child:
        child.setecho(state=False)
        seen = ""
        for line in lines_for(small, SHORT):
            child.expect(
                rf"({CHOOSE}|(antwoord|Toelichting|te gaan): )(?!\w)"
            )  # and not ‘Uw antwoord: bakker’, below a card
            seen += child.before + child.after
            child.sendline(line)
        for asked_for, line in (("niets te", "9"), ("Dat kan hier niet", "1"), ("doet u dit", ""), ("kijkt u", "-")):
            child.expect(asked_for)
            child.expect(r"kiezen: |\d{4}: ")
            seen += child.before
            child.sendline(line)
        child.expect("Bewaard. In uw agenda zetten: samenspel stap --agenda stap.ics")
        seen += child.before
        child.wait()
        assert child.exitstatus == 0
    assert "\x1b" not in seen
    (stored,) = SelfTests(data).newest()
    assert stored.response == SHORT
    assert stored.step is not None
    assert (stored.step.day, stored.step.look_back) == (first_step.usual_day(today()), "")


def test_a_terminal_of_one_column_is_narrow_but_works(tmp_path, folder):
    with terminal(
        tmp_path / "data", "zelftest", "--kort", "--vragenlijst", str(folder), ACCESSIBLE="1", COLUMNS="1"
    ) as child:
        child.expect(CHOOSE)
        child.sendline("q")
        child.wait()
        assert child.exitstatus == 0


def test_ctrl_c_at_a_plain_prompt_keeps_what_was_answered(tmp_path, folder):
    data = tmp_path / "data"
    with terminal(data, "zelftest", "--kort", "--vragenlijst", str(folder), ACCESSIBLE="1") as child:
        child.expect(CHOOSE)
        child.sendline("1")
        child.expect("antwoord: ")
        child.sendintr()
        child.expect("Verder gaat u met: samenspel zelftest --regel")
        child.wait()
        assert child.exitstatus == 130
    (stored,) = SelfTests(data).newest()
    assert stored.response.party == "bakker"
