"""The very beginning: Ctrl-C while the command is still being loaded."""

import signal
import sys

import pytest

from commands import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
PRESSED = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"


@pytest.mark.parametrize("call", [(), ("--help",), ("groep", "lijst")])
def test_ctrl_c_while_it_is_loaded_ends_it_without_a_word(tmp_path, call):
    (tmp_path / "click.py").write_text(PRESSED, encoding="utf-8")  # the first that is loaded from elsewhere
    done = run(*call, data=tmp_path / "data", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_who_wants_that_ctrl_c_does_nothing_keeps_that(tmp_path):
    """As with a command that a script runs in the background."""
    ignored = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    (tmp_path / "sitecustomize.py").write_text(ignored, encoding="utf-8")
    real = "import sys\nsys.path.remove(os.path.dirname(__file__))\ndel sys.modules['click']\nimport click\n"
    (tmp_path / "click.py").write_text(PRESSED + real, encoding="utf-8")
    done = run("--version", data=tmp_path / "data", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "versie" in done.stdout
