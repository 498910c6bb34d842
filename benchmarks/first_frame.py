"""The first frame of the app against that of an empty Textual app, each a fresh process on a pseudo-terminal."""

import tempfile
from pathlib import Path

from benchmarks.people import filled_store
from benchmarks.table import Row, in_turn, ratio_row
from benchmarks.terminal import EMPTY_APP, Terminal

ROUNDS = 12


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        filled_store(Path(few), 1)
        filled_store(Path(many), 10_000)
        rows = []
        for folder, count in ((few, "1 self-test"), (many, "10,000 self-tests")):
            ours, bare = in_turn(
                lambda folder=folder: first_frame("-m", "samenspel", data=Path(folder), painted="Zelftest"),
                lambda: first_frame("-c", EMPTY_APP, painted="klaar"),
                ROUNDS,
            )
            rows.append(ratio_row(f"first frame, {count} stored / empty Textual app", 1.5, ours, bare))
        return rows


def first_frame(*arguments: str, painted: str, data: Path | None = None) -> float:
    terminal = Terminal(*arguments, data=data)
    try:
        return terminal.until(painted) - terminal.started
    finally:
        terminal.close()
