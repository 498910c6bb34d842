"""What a machine may lack: a test says so and skips there, but in CI it fails."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

AXE = Path(__file__).parents[1] / "build" / "axe" / "package" / "axe.min.js"
"""Where .ci/run puts axe-core, which looks for what keeps people out of a page."""


def needed(program: str) -> str:
    """The path of ``program``; without it the test is skipped, aloud, and in CI it fails."""
    path = shutil.which(program)
    if path is None:
        _lacking(program)
    return path


def axe_core() -> str:
    """The script of axe-core."""
    if not AXE.exists():
        _lacking("axe-core")
    return AXE.read_text(encoding="utf-8")


def _lacking(what: str) -> NoReturn:
    message = f"{what} is not on this machine (Debian: see .ci/run)"
    (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    raise AssertionError
