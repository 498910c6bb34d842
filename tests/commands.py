"""Running the command ``samenspel`` as a person would, in a process of its own, and a questionnaire on the disk."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from samenspel.questionnaire.model import AdviceFile, Questionnaire

if TYPE_CHECKING:
    import pexpect

COMMAND = [sys.executable, "-m", "samenspel"]


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment of a person whose data stand in ``data``."""
    return {**os.environ, "SAMENSPEL_DATA": str(data), "TERM": "xterm-256color", **more}


def run(
    *args: str, data: Path, typed: str = "", cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run ``samenspel args`` without a terminal; ``typed`` is what comes in."""
    return subprocess.run(
        [*COMMAND, *args],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        cwd=cwd,
        env=environment(data, **more),
    )


def at_terminal(
    *args: str, data: Path, size: tuple[int, int] = (80, 24), timeout: float = 30, **more: str
) -> "pexpect.spawn[str]":
    """Start ``samenspel args`` on a pseudo-terminal of ``size``: columns and rows."""
    import pexpect

    return pexpect.spawn(
        COMMAND[0],
        [*COMMAND[1:], *args],
        env=environment(data, **more),
        encoding="utf-8",
        dimensions=size[::-1],
        timeout=timeout,
        preexec_fn=_as_at_a_terminal,
    )


def at_work(pid: int) -> bool:
    """Whether any thread of a process runs, or waits for the processor or the disk; where no system tells: no."""
    tasks = Path(f"/proc/{pid}/task")
    try:
        states = [(task / "stat").read_text().rpartition(")")[2].split()[0] for task in tasks.iterdir()]
    except OSError:  # no such system, or it ended
        return False
    return any(state in "RD" for state in states)


def _as_at_a_terminal() -> None:
    """Let Ctrl-C and a hangup do what they do: whoever starts the tests in the background ignores them."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def write_questionnaire(folder: Path, questionnaire: Questionnaire) -> Path:
    """Write the three files of a questionnaire (JSON is YAML too) into ``folder``, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = {
        "vragenlijst.yaml": questionnaire.asked,
        "adviezen.yaml": AdviceFile(questionnaire.advices),
        "voorlichting.yaml": questionnaire.education,
    }
    for name, part in parts.items():
        (folder / name).write_bytes(msgspec.json.format(msgspec.json.encode(part)))
    return folder
