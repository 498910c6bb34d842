"""A paste in a real terminal: all of it is one answer, and what was there already ends nothing."""

import os
import sys
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from commands import COMMAND, environment, run
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage.selftests import SelfTests
from samenspel.walk import Step

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")

CASES = Path(__file__).parent.parent / "data" / "cases"
PASTED = (CASES / "t1-plakken-twee-alineas.txt").read_text(encoding="utf-8")
# Of the same kind: a list without a last Enter, a line that answers the next question, a text with a tab.
LIST = "Dit gaat goed:\n\n2\nja\n\tmaandag bellen"
NOW = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
TOO_SOON = "Wat u al had getypt of geplakt, telt hier niet mee"
PLAIN, MENUS = {"ACCESSIBLE": "1"}, {}
FULL = os.environ.get("SAMENSPEL_FULL")
BRACKETS = "\x1b[200~{}\x1b[201~"


@pytest.fixture
def store(tmp_path):
    return SelfTests(tmp_path / "data")


@pytest.fixture
def begin(store, small, request):
    """Begin line mode in a terminal, at a step of a self-test; gives the terminal and what shows that it waits."""
    import pexpect

    children = []

    def begin_at(step, setting, response=None):
        session = Session.start(store, small, "volledig", NOW)
        store.update(session.selftest.id, lambda stored: replace(stored, response=response or Response(party="bakker")))
        Session.reopen(store, store.read(session.selftest.id)).go(step, NOW)
        child = pexpect.spawn(
            COMMAND[0],
            [*COMMAND[1:], "zelftest", "--regel"],
            env=environment(store.folder, **setting),
            encoding="utf-8",
            dimensions=(24, 80),
            timeout=30,
        )
        children.append(child)
        asks = r"Typ \d[^\r\n]*: " if setting else "dan Enter"
        child.expect(asks)
        child.send("1\r")
        return child, asks

    yield begin_at
    for child in children:
        child.close(force=True)


def _stored(store):
    return next(store.newest()).response


_PASTES = [
    (PLAIN, PASTED, "{}"),
    (MENUS, PASTED, "{}"),
    (PLAIN, PASTED, BRACKETS),
    (MENUS, PASTED, BRACKETS),
    (PLAIN, LIST, "{}"),
    (MENUS, LIST, "{}"),
    (PLAIN, "x" * 1_990 + "\né", "{}"),
    (MENUS, "x" * 1_990 + "\né", "{}"),
]


@pytest.mark.parametrize(("setting", "text", "way"), _PASTES if FULL else [*_PASTES[:2], *_PASTES[3:7:3], _PASTES[4]])
def test_a_paste_at_an_open_question_is_one_answer_and_answers_nothing_else(begin, store, setting, text, way):
    child, asks = begin(Step("open", "toe-goed"), setting)
    child.expect("antwoord:")
    child.send(way.format(text.replace("\n", "\r")))
    if not text.endswith("\n") or way is BRACKETS:
        child.expect(text.split()[-1])
        child.send("\r")
    child.expect("Bewaard: [234] regels, als één tekst")
    child.expect("Wat deed u samen")
    child.expect(asks)
    assert _stored(store) == Response(party="bakker", open={"toe-goed": text.strip().replace("\t", "")})
    assert next(store.newest()).at == "open:toe-activiteiten"


@pytest.mark.parametrize(
    ("setting", "step", "typed"), [(PLAIN, Step("review"), "1"), (MENUS, Step("open", "toe-goed"), "w")]
)
def test_it_finishes_and_takes_away_nothing_either(begin, store, setting, step, typed):
    written = Response(party="bakker", open={"toe-goed": "De koffie."})
    child, asks = begin(step, setting, written)
    child.send(f"{typed}\r")
    child.expect(TOO_SOON)
    child.expect(asks)
    kept = next(store.newest())
    assert (kept.finished, kept.response) == (None, written)


def test_a_note_is_pasted_whole_too(begin, store):
    child, asks = begin(Step("item", "rol-eigen"), PLAIN)
    child.expect(asks)
    child.send("t\r")
    child.expect("Toelichting: ")
    child.send(PASTED.replace("\n", "\r"))
    child.expect("Bewaard: 2 regels, als één tekst")
    assert _stored(store).notes == {"rol-eigen": PASTED.strip()}


@pytest.mark.parametrize("setting", [PLAIN, MENUS], ids=["plain", "menus"])
def test_a_note_is_not_erased_by_what_was_there_before_it_was_asked(begin, store, setting):
    child, asks = begin(Step("item", "rol-eigen"), setting, Response(party="bakker", notes={"rol-eigen": "Koffie."}))
    child.expect(asks)
    child.send("t\r-\r")  # the second is there before it is asked
    child.expect(TOO_SOON)
    child.expect("Toelichting:")
    assert _stored(store).notes == {"rol-eigen": "Koffie."}
    child.send("-\r")  # a hand that erases is heard
    child.expect(asks)
    assert _stored(store).notes == {}


def test_another_text_may_be_typed_ahead(begin, store):
    child, asks = begin(Step("item", "rol-eigen"), PLAIN, Response(party="bakker", notes={"rol-eigen": "Koffie."}))
    child.expect(asks)
    child.send("t\rThee.\r")
    child.expect("Bewaard")
    assert _stored(store).notes == {"rol-eigen": "Thee."}


def test_in_a_pipe_each_line_is_an_answer_and_only_a_choice_by_name_consents(store, small):
    session = Session.start(store, small, "volledig", NOW)
    session.answer("bakker", NOW)
    session.go(Step("open", "toe-goed"), NOW)
    done = run("zelftest", "--regel", data=store.folder, typed=f"1\n{PASTED}s\nklaar\nja\n")
    assert done.returncode == 0
    assert done.stdout.count("Dat kan hier niet. Typ 1, 2") == 2  # the empty line, and the second paragraph
    assert TOO_SOON not in done.stdout
    assert _stored(store).open == {"toe-goed": PASTED.splitlines()[0]}
    assert next(store.newest()).finished


@pytest.mark.parametrize("typed", ["ja\r", "ja\rja\r", "nee\rja\r"] if FULL else ["ja\rja\r"])
def test_no_command_takes_a_ja_that_was_there_before_it_asked(store, small, typed):
    import pexpect

    kept = Session.start(store, small, "kort", NOW).selftest
    child = pexpect.spawn(
        COMMAND[0],
        [*COMMAND[1:], "gegevens", "wis", kept.id],
        env=environment(store.folder),
        encoding="utf-8",
        timeout=30,
    )
    child.send(typed)
    child.expect(TOO_SOON)
    child.expect("Typ ‘ja’ om te wissen: ")
    assert store.ids() == [kept.id]
    child.send("ja\rzeker\r")
    child.expect(TOO_SOON)
    child.expect("Typ ‘ja’ om te wissen: ")
    assert store.ids() == [kept.id]
    child.sendline("ja")
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, store.ids()) == (0, [])
