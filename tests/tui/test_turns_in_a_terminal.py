"""Two people in turn on one laptop, in a real terminal: nothing of the first can be had by the second."""

import re
import sys
from pathlib import Path

import pytest
from groups_help import make

from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal import Terminal

FIRST, SECOND = "woorden-van-Anna", "woorden-van-Bram"
CUT, COPY, PASTE, UNDO, REDO, MENU = "\x18", "\x03", "\x16", "\x1a", "\x19", "\x1bOQ"
TITLE_OR_CLIPBOARD = re.compile(r"\x1b\](?:0|1|2|52);")


def test_nothing_of_the_first_can_be_had_by_the_second(tmp_path: Path, small: Questionnaire) -> None:
    data, home = tmp_path / "gegevens", tmp_path / "thuis"
    home.mkdir()
    stored = make(Groups(data), small)
    app = Terminal(data, HOME=str(home), TMPDIR=str(home))
    app.sees("Samen vergelijken")
    app.press("2")
    app.sees("Wijk Noord")
    app.press("\r")
    app.sees("Meting 1")
    app.press("\r")
    app.sees("Om de beurt")

    to_the_question(app)
    app.press(*FIRST)
    assert FIRST in app.shown()
    app.press(CUT, PASTE, CUT, PASTE, COPY)
    assert FIRST in app.shown(), "within one's own turn it works"
    app.press("\x1b")
    app.sees("Wilt u stoppen?")
    app.shown()
    app.press("3")
    app.sees("weggegooid")

    to_the_question(app)
    before = app.shown()
    app.press(PASTE, UNDO, REDO)
    assert app.shown() == before
    app.press(MENU)
    app.sees("Wat wilt u doen?")
    assert FIRST not in app.shown()
    app.press("\x1b")
    app.shown()
    app.press(*SECOND)
    assert SECOND in app.shown()
    app.press(CUT, "\x1b")
    app.sees("Wilt u stoppen?")
    app.shown()
    app.press("3")
    app.sees("weggegooid")
    app.shown()
    app.press("\x11")  # ctrl+q
    assert app.ends() == 0

    for words in (FIRST, SECOND):
        assert words in app.sent
        assert words not in app.left_behind(), "nor by scrolling back"
        assert [path for path in tmp_path.rglob("*") if path.is_file() and words in path.read_text("utf-8")] == []
    assert TITLE_OR_CLIPBOARD.findall(app.sent) == []
    assert Groups(data).drafts(stored.id).ids() == []
    assert Groups(data).names(stored.id, 1) == []


def to_the_question(app: Terminal) -> None:
    """From collecting to the first place to write."""
    app.shown()
    app.press("1")
    app.sees("Is de beamer uit?")
    app.shown()
    app.press("j")
    app.sees("Hoeveel tijd hebt u?")
    app.shown()
    app.press("1")
    app.sees("Bij welke partij")
    app.shown()
    app.press("1")
    app.sees("vraag 2 van 3")
    app.shown()
    app.press("\x1bOS")  # F4
    app.sees("Overzicht")
    app.shown()
    app.press("\x1b[F", "\x1b[A", "\x1b[A", "\r")
    app.sees("Schrijf geen namen op")
    app.shown()
