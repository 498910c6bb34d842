"""Keys, clicks, wheel, paste and other sizes in random bursts, everywhere in the app: whatever comes, it goes on.

Within this process, where a fault is seen as it is raised, and in a real terminal, where the exit code is looked at.
"""

import os
import random
import signal
import sys
from contextlib import contextmanager, nullcontext, suppress
from shutil import copytree

import pytest
from filelock import lock_descriptor
from furnished import begins, furnish
from textual import events
from walker import MOMENT

from samenspel.storage import StorageError, durable
from samenspel.storage.durable import LOCK
from samenspel.storage.selftests import SelfTests
from samenspel.tui.app import SamenspelApp

FULL = bool(os.environ.get("SAMENSPEL_FULL"))
ROUNDS, BURSTS = (24, 20) if FULL else (1, 2)
"""A whole round takes most of a minute: together they are twenty minutes and more."""
IN_A_TERMINAL, SENT = (60, 60) if FULL else (1, 12)
WIDEST, HIGHEST = 200, 60
PASTED = "[/] \x1b]0;x\x07plak\nen nog een regel"
KEYS = [
    *"123450tovphqgnwsaklmxzc",
    *("space", "tab", "shift+tab", "enter", "escape", "backspace", "delete", "plus", "minus"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *(f"f{number}" for number in range(1, 9)),
    *("ctrl+s", "ctrl+a", "ctrl+x", "ctrl+c", "ctrl+v", "ctrl+z", "ctrl+y", "ctrl+u", "ctrl+w", "ctrl+k"),
]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory, small, real):
    """A data folder with everything in it."""
    folder = tmp_path_factory.mktemp("ingericht")
    furnish(folder, small, real)
    return folder


def size(chance):
    """Columns and rows, as often a narrow terminal as a wide one."""
    return chance.choice((chance.randint(1, 60), chance.randint(1, WIDEST))), chance.randint(1, HIGHEST)


class Hand:
    """Somebody who hits the keyboard and the mouse at random; ``done`` is what it did.

    With the other hand it keeps another window busy with the data now and then.
    """

    def __init__(self, pilot, folder, chance, done):
        self.pilot, self.folder, self.chance, self.done = pilot, folder, chance, done

    async def burst(self):
        """Do some things at once, and see what comes of it."""
        with self.another_window() if self.chance.random() < 0.1 else nullcontext():
            for _nth in range(self.chance.randint(1, 8)):
                acts = self.key, self.click, self.wheel, self.paste, self.resize
                [act] = self.chance.choices(acts, (16, 4, 1, 1, 2))
                await act()
            await self.pilot.pause()

    @contextmanager
    def another_window(self):
        self.done.append("busy")
        handle = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT)
        assert lock_descriptor(handle, blocking=False)
        try:
            yield
        finally:
            os.close(handle)
            self.done.append("ready")

    async def key(self):
        key = self.chance.choice(KEYS)
        self.done.append(key)
        self.pilot.app.simulate_key(key)

    async def click(self):
        self._mouse(events.MouseDown, events.MouseUp)

    async def wheel(self):
        self._mouse(self.chance.choice((events.MouseScrollDown, events.MouseScrollUp)))

    def _mouse(self, *kinds):
        width, height = self.pilot.app.size
        x, y = self.chance.randrange(width), self.chance.randrange(height)
        self.done.append((kinds[0].__name__, x, y))
        for kind in (events.MouseMove, *kinds):
            self.pilot.app.post_message(kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False))

    async def paste(self):
        self.done.append("paste")
        self.pilot.app.post_message(events.Paste(PASTED))

    async def resize(self):
        wanted = size(self.chance)
        self.done.append(wanted)
        await self.pilot.resize_terminal(*wanted)


@pytest.mark.campaign
@pytest.mark.drawn
@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_no_burst_raises(seed, furnished, real, tmp_path, monkeypatch):
    """From every feature on, in an app that starts anew when it was stopped."""
    for wait in ("SCREEN_TIMEOUT", "TIMEOUT"):
        monkeypatch.setattr(durable, wait, 0.01)
    folder = copytree(furnished, tmp_path / "gegevens")
    chance = random.Random(seed)
    features = begins(folder)
    waiting = chance.sample([*features], len(features))
    while waiting:
        app = SamenspelApp(SelfTests(folder), load_questionnaire=lambda: real, clock=lambda: MOMENT)
        done = []
        try:
            async with app.run_test(size=(80, 24)) as pilot:
                hand = Hand(pilot, folder, chance, done)
                while waiting and app.is_running:
                    feature = waiting.pop()
                    done.append(feature)
                    app.navigator.home()
                    open_if_there(app, features[feature])
                    for _nth in range(BURSTS):
                        await hand.burst()
        except Exception as error:
            error.add_note(f"seed {seed}: {done}")
            raise
        assert app.return_code in {None, 0}


def open_if_there(app, destination):
    """Open where a feature begins, unless what it is about was erased, or cannot be done any more, by these hands."""
    with suppress(StorageError, StopIteration, IndexError):
        app.navigator.open(destination())


# In a real terminal. ---------------------------------------------------------------------------------------------

if sys.platform != "win32":
    from terminal import Terminal

TYPED = [
    *"123450tovphqgnwsaklmxzc 12345",
    *("\t", "\x1b[Z", "\r", "\x1b", "\x7f", "+", "-"),
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[3~"),
    *("\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~"),  # F1-F8
    *("\x01", "\x03", "\x0b", "\x13", "\x15", "\x16", "\x17", "\x18", "\x19", "\x1a"),
    f"\x1b[200~{PASTED}\x1b[201~",
]
WAYS = {
    "self-test": (["zelftest"], "Hoeveel tijd", ""),
    "workshop": ([], "Samen vergelijken", ("2", "\x1b[B", "\r", "\r")),
    "turn": ([], "Samen vergelijken", ("2", "\r", "\r", "1", "j", "1", "1")),
    "presentation": (["voorlichting"], "1/", ""),
    "begin": ([], "Samen vergelijken", ""),
}
"""How the app is started, what it shows first, and the keys to where it begins."""


@pytest.mark.campaign
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("seed", range(IN_A_TERMINAL))
def test_no_burst_ends_the_app_in_a_terminal(seed, furnished, tmp_path):
    folder = copytree(furnished, tmp_path / "gegevens")
    chance = random.Random(seed)
    way = [*WAYS][seed % len(WAYS)]
    arguments, first, keys = WAYS[way]
    app = Terminal(folder, *arguments, HOME=str(tmp_path))
    app.sees(first)
    for key in keys:
        app.read_on()
        app.press(key)
    sent = []
    for _nth in range(SENT):
        sent.append("".join(chance.choices([*TYPED, clicked(chance)], k=chance.randint(1, 8))))
        app.child.send(sent[-1])
        if chance.random() < 0.2:
            sent.append(size(chance))
            app.child.setwinsize(*reversed(sent[-1]))
        app.read_on(0.05)
        if not app.child.isalive():
            break
    alive = app.child.isalive()
    app.read_on(0.3)
    app.child.close(force=True)
    told = f"{way}, seed {seed}: {sent}\n{app.sent[-2000:]}"
    assert "Traceback" not in app.sent, told
    # Who stopped it may have typed ctrl+c when the terminal was the system's again.
    interrupted = app.child.signalstatus == signal.SIGINT and app.sent.count("\x1b[?1049l")
    assert alive or app.child.exitstatus == 0 or interrupted, told


def clicked(chance):
    x, y = chance.randint(1, WIDEST), chance.randint(1, HIGHEST)
    return f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"
