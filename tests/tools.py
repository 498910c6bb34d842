"""Programs that a machine may lack: a test says so and skips there, but in CI it fails."""

import os
import shutil

import pytest


def needed(program: str) -> str:
    """The path of ``program``; without it the test is skipped, aloud, and in CI it fails."""
    path = shutil.which(program)
    if path is None:
        message = f"{program} is not on this machine (Debian: see .ci/run)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    return path
