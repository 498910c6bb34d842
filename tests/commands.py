"""Running the command ``samenspel`` as a person would, in a process of its own, and a questionnaire on the disk."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from samenspel.questionnaire.model import AdviceFile, Questionnaire

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
