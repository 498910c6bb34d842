"""An error in the program itself: one sentence and a report, and no value of anybody in either."""

import asyncio
import stat
import sys
from functools import partialmethod

import pytest
from textual import work

from commands import COMMAND, environment
from samenspel import cli
from samenspel.cli import app as door
from samenspel.cli import uitslag
from samenspel.storage import fault_report, inventory
from samenspel.tui.app import SamenspelApp
from samenspel.tui.home.home import HomeScreen

OPEN_ANSWER = "GEHEIM-3,7"
TOLD = "Er ging iets mis in samenspel zelf. Wat bewaard was, is bewaard gebleven."


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def fails(*_args, **_more):
    mean = OPEN_ANSWER
    raise ValueError(f"{mean} is te laag")


def call(monkeypatch, *args):
    """Run ``samenspel args`` as the whole process does, and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["samenspel", *args])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return ended.value.code


def told(capfd, data):
    """Return what was printed, after looking that it is what must be, and that nothing tells a value."""
    out, err = capfd.readouterr()
    report = data / fault_report.NAME
    assert err == f"{TOLD} Geef dit rapport aan wie u helpt; er staat niets van u in: {report}\n"
    written = report.read_text(encoding="utf-8")
    assert OPEN_ANSWER not in out + written
    assert "builtins.ValueError" in written
    assert ", fails\n    raise ValueError(" in written
    assert str(sys.prefix) not in written
    if sys.platform != "win32":
        assert stat.S_IMODE(report.stat().st_mode) == 0o600
    return written


def test_in_a_command(monkeypatch, capfd, data):
    monkeypatch.setattr(uitslag, "pick", fails)
    assert call(monkeypatch, "uitslag") == 1
    assert "samenspel/cli/uitslag.py" in told(capfd, data)


def test_in_what_came_of_another_error_and_of_several_at_once(monkeypatch, capfd, data):
    def several(*_args):
        try:
            fails()
        except ValueError as error:
            raise ExceptionGroup(OPEN_ANSWER, [TypeError(OPEN_ANSWER), OSError(2, OPEN_ANSWER)]) from error

    monkeypatch.setattr(uitslag, "pick", several)
    assert call(monkeypatch, "uitslag") == 1
    written = told(capfd, data)
    assert "builtins.ExceptionGroup" in written
    assert "builtins.TypeError" in written
    assert "builtins.FileNotFoundError ENOENT" in written


def test_one_that_never_ends_is_told_in_short(monkeypatch, capfd, data):
    def deeper(*_args):
        deeper()

    monkeypatch.setattr(uitslag, "pick", deeper)
    assert call(monkeypatch, "uitslag") == 1
    assert TOLD in capfd.readouterr().err
    assert (data / fault_report.NAME).stat().st_size < 10_000


def test_where_no_report_can_be_written_that_is_said(monkeypatch, capfd, data):
    data.write_text("een bestand", encoding="utf-8")
    monkeypatch.setattr(uitslag, "open_store", fails)
    assert call(monkeypatch, "uitslag") == 1
    assert capfd.readouterr().err == f"{TOLD} Een rapport van de fout kon niet worden bewaard.\n"
    assert data.read_text(encoding="utf-8") == "een bestand"


@work
async def _in_a_worker(_screen):
    fails()


@work
async def _in_a_thread(_screen):
    await asyncio.to_thread(fails)


@work(thread=True)
def _in_a_threaded_worker(_screen):
    fails()


def _in_a_task(screen):
    screen.forgotten = asyncio.ensure_future(_later())


async def _later():
    fails()


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("compose_page", fails),
        ("on_mount", fails),
        ("on_key", fails),
        ("on_key", lambda screen, _key: _in_a_worker(screen)),
        ("on_key", lambda screen, _key: _in_a_thread(screen)),
        ("on_key", lambda screen, _key: _in_a_threaded_worker(screen)),
        ("on_key", lambda screen, _key: _in_a_task(screen)),
    ],
    ids=["compose", "mount", "handler", "worker", "thread", "threaded worker", "task"],
)
def test_in_the_app(monkeypatch, capfd, data, place, fault):
    async def press(pilot):
        await pilot.pause()
        while pilot.app.fault is None and pilot.app.is_running:
            await pilot.press("k")
            if forgotten := getattr(pilot.app.screen, "forgotten", None):
                await asyncio.wait([forgotten])
                del pilot.app.screen.forgotten, forgotten

    monkeypatch.setattr(door, "at_terminal", lambda: True)
    monkeypatch.setattr(SamenspelApp, "run", partialmethod(SamenspelApp.run, headless=True, auto_pilot=press))
    monkeypatch.setattr(HomeScreen, place, fault, raising=False)
    assert call(monkeypatch) == 1
    told(capfd, data)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_in_a_real_terminal_nothing_else_is_left_on_the_screen(data):
    import pexpect

    script = (
        "import sys\n"
        "from samenspel import cli\n"
        "from samenspel.tui.home.home import HomeScreen\n"
        "def fails(self):\n"
        f"    mean = {OPEN_ANSWER!r}\n"
        "    raise ValueError(mean)\n"
        "HomeScreen.compose_page = fails\n"
        "cli.main()\n"
    )
    child = pexpect.spawn(COMMAND[0], ["-c", script], env=environment(data), encoding="utf-8", timeout=30)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert OPEN_ANSWER not in child.before
    assert child.before.count(TOLD) == 1
    assert child.before.split(TOLD)[1].count("\n") == 1
    assert "\x1b" not in child.before.split(TOLD)[1]


def test_the_report_is_shown_and_can_be_erased(monkeypatch, capfd, data):
    monkeypatch.setattr(uitslag, "pick", fails)
    call(monkeypatch, "uitslag")
    capfd.readouterr()
    assert call(monkeypatch, "gegevens", "toon") == 0
    shown = capfd.readouterr().out
    assert "  foutrapport.txt – waar samenspel vastliep; er staat niets van u in\n" in shown
    assert call(monkeypatch, "gegevens", "wis", fault_report.NAME) == 2
    assert call(monkeypatch, "gegevens", "wis", fault_report.NAME, "--ja") == 0
    assert "Gewist: " in capfd.readouterr().out
    assert [path.name for path in inventory.files(data)] == [".samenspel.lock"]
    assert call(monkeypatch, "gegevens", "wis", fault_report.NAME, "--ja") == 1
