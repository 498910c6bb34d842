"""``samenspel --help`` against a bare interpreter, as whole processes."""

import subprocess
import sys
from pathlib import Path

from benchmarks.table import Row, in_turn, ratio_row, timed


def run() -> list[Row]:
    command = Path(sys.executable).with_name("samenspel")
    ours, bare = in_turn(
        lambda: timed(lambda: subprocess.run([command, "--help"], stdout=subprocess.DEVNULL, check=True)),
        lambda: timed(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True)),
        rounds=25,
    )
    return [ratio_row("`samenspel --help` / bare interpreter", 6, ours, bare)]
