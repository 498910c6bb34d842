"""Keys, clicks and paste in random bursts, in a real terminal: whatever comes, the app goes on."""

import os
import random
import sys

import pytest

from commands import at_terminal

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import pexpect

FULL = bool(os.environ.get("SAMENSPEL_FULL"))
ROUNDS, BURSTS = (40, 60) if FULL else (1, 25)
SIZES = [(24, 80), (20, 60), (10, 40), (40, 120)]
KEYS = [
    *"123450tovphqg ",
    "abc",
    *("\t", "\r", "\x1b", "\x13", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"),
    *("\x1bOP", "\x1bOQ", "\x1bOR", "\x1b[17~", "\x1b[18~", "\x1b[19~"),  # F1-F3, F6-F8
    "\x1b[200~[/] \x1b]0;x\x07plak\x1b[201~",
    *(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m" for x, y in ((10, 8), (10, 23), (30, 10))),
]


@pytest.mark.campaign
@pytest.mark.parametrize("start", [["zelftest"], []], ids=["zelftest", "begin"])
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_burst_ends_the_app(start, seed, tmp_path):
    chance = random.Random(f"{start}-{seed}")
    app = at_terminal(*start, data=tmp_path)
    try:
        app.expect_exact("Hoeveel tijd" if start else "Zelftest doen")
        seen = ""
        for _nth in range(BURSTS):
            app.send("".join(chance.choices(KEYS, k=chance.randint(1, 8))))
            if chance.random() < 0.15:
                app.setwinsize(*chance.choice(SIZES))
            seen = (seen + _said(app))[-50_000:]
            if not app.isalive():
                break
        seen += _said(app, until_end=not app.isalive())
    finally:
        app.close(force=True)
    assert "Traceback" not in seen
    assert not any(error in seen for error in ("NoMatches", "InvalidState", "IndexError", "KeyError"))


def _said(app, *, until_end=False):
    found = ""
    while True:
        try:
            found += app.read_nonblocking(100_000, timeout=5 if until_end else 0.05)
        except pexpect.TIMEOUT:
            return found
        except pexpect.EOF:
            return found + (app.before or "")
