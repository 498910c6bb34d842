"""From a key to the next page of a presentation on the screen, against a one-label app; and all the hand-outs."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.people import questionnaire
from benchmarks.table import Row, ratio_row
from benchmarks.terminal import LABEL_APP, Terminal
from samenspel.presenting.deck import deck

PAGES = 40
MOST_SECONDS = 3.0


def run() -> list[Row]:
    return [_pages(), _handouts()]


def _pages() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        pages = deck(questionnaire()).pages
        ours, bare = Terminal("-m", "samenspel", "voorlichting", data=Path(folder)), Terminal("-c", LABEL_APP)
        try:
            ours.until(f"1/{len(pages)}")
            bare.until("stelling 1 van")
            time.sleep(0.5)  # a key that comes before the first page has been seen is left
            pairs = []
            for number in range(2, PAGES):
                if hasattr(pages[number - 2].body, "after"):  # a figure to guess is opened first
                    ours.press(" ")
                    ours.until("punten")
                    time.sleep(0.05)
                pairs.append((_step(ours, rf"(?<!\d){number}/{len(pages)}"), _step(bare, f"stelling {number} van")))
        finally:
            ours.close()
            bare.close()
    warm = pairs[3:]
    return ratio_row(
        "key to next page of a presentation / one-label app", 3, [a for a, _ in warm], [b for _, b in warm]
    )


def _step(terminal: Terminal, painted: str) -> float:
    time.sleep(0.03)  # the terminal is at rest before the key
    pressed = terminal.press(" ")
    return terminal.until(painted) - pressed


def _handouts() -> Row:
    command = [sys.executable, "-m", "samenspel", "voorlichting", "--uitdelen", "-o"]
    with tempfile.TemporaryDirectory() as folder:
        times = []
        for number in range(6):
            started = time.perf_counter()
            subprocess.run([*command, str(Path(folder) / str(number))], check=True, capture_output=True)
            times.append(time.perf_counter() - started)
    return ratio_row("all hand-outs, PDF and HTML, as a share of 3 s", 1, times[1:], [MOST_SECONDS] * len(times[1:]))
