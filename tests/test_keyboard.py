"""The keyboard: a paste is one text, however it comes in, and what came too soon can be told from an answer."""

import io
import os
import sys
import threading
from collections import deque
from contextlib import contextmanager, suppress

import pytest

from samenspel import keyboard as keyboards
from samenspel.keyboard import Console, Pipe, in_time, keyboard

PARAGRAPHS = "Wij bellen elkaar snel.\n\nWel missen wij een vast moment."
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")


class Person:
    """Who sits at a terminal: sends to it, and looks what it shows."""

    def __init__(self, hand):
        self._hand = hand
        self._shown = b""
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self):
        with suppress(OSError):  # it is closed
            while data := os.read(self._hand, 65_536):
                self._shown += data

    def sees(self, text):
        """Wait until all of this was shown; it is all that was."""
        while len(self._shown) < len(text.encode()):
            threading.Event().wait(0.01)
        return self._shown.decode() == text

    def send(self, *pieces, pause=0.05, reading=True):
        """Send each piece some time after the one before; ``reading``: as soon as a text is being read."""

        def send():
            while reading and _by_the_line():
                pass
            for number, piece in enumerate(pieces):
                if number:
                    threading.Event().wait(pause)
                os.write(self._hand, piece.encode() if isinstance(piece, str) else piece)

        threading.Thread(target=send).start()


def _patience(monkeypatch, seconds):
    for name in ("_SOON", "_PASTE", "_SLOW_PASTE"):
        monkeypatch.setattr(keyboards, name, seconds)


def _by_the_line():
    import termios

    return termios.tcgetattr(sys.stdin)[3] & termios.ICANON


@pytest.fixture
def person(monkeypatch):
    hand, terminal = os.openpty()
    monkeypatch.setattr(sys, "stdin", open(terminal, encoding="utf-8"))  # noqa: SIM115, PTH123 - closed below
    yield Person(hand)
    sys.stdin.close()
    os.close(hand)


@unix
@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["De koffie.\r"], "De koffie."),
        (["De ", "kof", "fie.", "\r"], "De koffie."),
        (["\r"], ""),
        ([PARAGRAPHS.replace("\n", "\r") + "\r"], PARAGRAPHS),
        ([PARAGRAPHS.replace("\n", "\r"), "\r"], PARAGRAPHS),  # no Enter at the end of it: a hand gives it
        ([PARAGRAPHS + "\n"], PARAGRAPHS),
        ([PARAGRAPHS.replace("\n", "\r\n") + "\r\n"], PARAGRAPHS),
        (["Een.\r", "\nTwee.\r", "\n"], "Een.\nTwee."),
        (["Wij bellen", " elkaar snel.\r", "\r", "Wel missen wij ", "een vast moment.\r"], PARAGRAPHS),
        (["\x1b[200~" + PARAGRAPHS.replace("\n", "\r") + "\x1b[201~", "\r"], PARAGRAPHS),
        (["\x1b[20", "0~een\rtwee\x1b[2", "01~", "\r"], "een\ntwee"),
        (["\r\reen\r"], "\n\neen"),
        (["2\rja\r2\r"], "2\nja\n2"),
        (["een\ttwee\r"], "een twee"),
        (["\x07e\x1b[31mé\x00n\x1b[0m \x9b4mtwee\x0e\r"], "eén 4mtwee"),
        (["een\x1b[D\x1b[A\x1bOPtwee\r"], "eentwee"),
        (["een\x1b", "twee\r"], "eentwee"),
        (["eem\x7fn twee drie\x17\x17drie\x15\x7fvier\x08\r"], "vie"),
        (["\x7f\x15\x17日本\x7f\r"], "日"),
        (["caf", b"\xc3", b"\xa9\r"], "café"),
        ([b"\xff\xfe\r"], "\ufffd\ufffd"),
        (["een\x04twee\r"], "eentwee"),
        (["een", "\x04"], "een"),
    ],
)
def test_a_text_comes_in_whole(person, monkeypatch, pieces, text):
    _patience(monkeypatch, 1.0 if len(pieces) > 1 else 0.05)  # on a busy machine pieces come late
    person.send(*pieces)
    assert keyboard().text() == text


@unix
def test_a_text_longer_than_a_line_of_the_terminal_comes_in_whole(person, monkeypatch):
    _patience(monkeypatch, 1.0)
    long = "\n".join("é" * length for length in (9_000, 1, 5_000))
    person.send(long.replace("\n", "\r") + "\r")
    assert keyboard().text() == long


@unix
def test_what_is_typed_is_shown_as_it_stands_and_steers_nothing(person):
    person.send("een\x1b[2J \u202etwee\x7fée日\x7f\x7f\r")
    keyboard().text()
    assert person.sees("een ·twee\b \bée日\b \b\b \b\b \b\r\n")


@unix
def test_where_the_terminal_shows_nothing_we_do_not_either(person):
    import termios

    set_to = termios.tcgetattr(sys.stdin)
    set_to[3] &= ~termios.ECHO
    termios.tcsetattr(sys.stdin, termios.TCSANOW, set_to)
    person.send("een\r")
    assert keyboard().text() == "een"
    os.write(sys.stdin.fileno(), b"klaar")
    assert person.sees("klaar")


@unix
def test_the_end_of_the_input_is_told_and_the_terminal_is_as_it_was(person):
    import termios

    before = termios.tcgetattr(sys.stdin)
    person.send("\x04")
    with pytest.raises(EOFError):
        keyboard().text()
    person.send("een", "\x04")
    assert keyboard().text() == "een"
    assert termios.tcgetattr(sys.stdin) == before


@unix
def test_what_came_too_soon_is_dropped_to_the_last_piece_and_only_that(person, monkeypatch):
    _patience(monkeypatch, 0.5)
    assert not keyboard().waiting(0)
    assert not keyboard().drop()
    person.send("2\r", "ja", "\rhalf", pause=0.02, reading=False)
    assert keyboard().waiting(5)
    assert keyboard().drop()
    assert not keyboard().drop()
    person.send("een\r")
    assert keyboard().text() == "een"


def test_what_gives_something_away_is_asked_until_nothing_came_too_soon():
    answers, dropped, said = iter(["ja", "wat", "nee"]), iter([True, True, False, True, False, False]), []
    assert in_time(lambda: next(answers), lambda: next(dropped), said.append) == "nee"
    assert said == ["Wat u al had getypt of geplakt, telt hier niet mee."] * 3


def test_each_line_of_a_pipe_is_an_answer(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("een\n\ntwee"))
    assert isinstance(keyboard(), Pipe)
    assert not keyboard().waiting(0)
    assert not keyboard().drop()
    assert [keyboard().text() for _ in range(3)] == ["een", "", "twee"]
    with pytest.raises(EOFError):
        keyboard().text()


# The console of Windows, played: it has keys, and gives whole lines. ----------------------------------------------


class Played(io.StringIO):
    """A console in which keys stand ready; a line is given when its Enter is there, and else a hand gives that."""

    def __init__(self, keys):
        super().__init__()
        self.keys = deque(keys)

    def isatty(self):
        return True

    def readline(self):
        line = ""
        while self.keys and (key := self.keys.popleft()) != "\r":
            line += key
        return f"{line}\n"


@contextmanager
def _played(monkeypatch, keys):
    console = Played(keys)
    monkeypatch.setattr(sys, "stdin", console)
    _patience(monkeypatch, 0.0)
    yield Console(lambda: bool(console.keys), console.keys.popleft)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("een\r", "een"),
        ("\r", ""),
        (PARAGRAPHS.replace("\n", "\r") + "\r", PARAGRAPHS),
        (PARAGRAPHS.replace("\n", "\r"), PARAGRAPHS),
        ("x" * 5_000 + "\rtwee\r", "x" * 5_000 + "\ntwee"),
    ],
)
def test_at_a_console_of_windows_a_text_comes_in_whole(monkeypatch, keys, text):
    with _played(monkeypatch, keys) as console:
        assert console.text() == text
        assert not console.waiting(0)


def test_at_a_console_of_windows_too_what_came_too_soon_is_dropped(monkeypatch):
    with _played(monkeypatch, "2\rja\r") as console:
        assert console.waiting(0)
        assert console.drop()
        assert not console.drop()
        assert not console.waiting(0)


def test_at_a_console_of_windows_the_keyboard_is_that_one(monkeypatch):
    import types

    taken = types.ModuleType("msvcrt")
    taken.kbhit, taken.getwch = (lambda: False), (lambda: "")
    monkeypatch.setitem(sys.modules, "msvcrt", taken)
    with _played(monkeypatch, ""):
        monkeypatch.setattr(sys, "platform", "win32")
        assert isinstance(keyboard(), Console)
