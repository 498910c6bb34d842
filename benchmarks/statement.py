"""From a digit to the next statement on the screen (the answer is on the disk by then), against a one-label app."""

import tempfile
import time
from pathlib import Path

from benchmarks.people import NOW, questionnaire
from benchmarks.table import Row, ratio_row
from benchmarks.terminal import LABEL_APP, Terminal
from samenspel.response import Response
from samenspel.storage.selftests import SelfTests

STATEMENTS = 40


MEMORY = Path("/dev/shm")  # noqa: S108 - the system's disk in memory, where there is one


def run() -> list[Row]:
    """On the disk, the save (two forced writes) is in the figure; in memory what is left is the app's own work."""
    rows = [measured("digit to next statement painted, store on the disk / one-label app", None)]
    if MEMORY.is_dir():
        rows.append(measured("digit to next statement painted, store in memory / one-label app", MEMORY))
    return rows


def measured(what: str, place: Path | None) -> Row:
    with tempfile.TemporaryDirectory(dir=place) as folder:
        asked = questionnaire()
        party = asked.asked.parties[0].id
        first = next(item.id for item in asked.asked.items if item.dimension == asked.asked.dimensions[0].id)
        SelfTests(Path(folder)).create(asked, Response(party=party), at=f"item:{first}", now=NOW)
        ours = Terminal("-m", "samenspel", data=Path(folder))
        bare = Terminal("-c", LABEL_APP)
        try:
            ours.until("Verder waar u was")
            ours.press("v")
            ours.until("stelling 1 van")
            bare.until("stelling 1 van")
            time.sleep(0.3)  # a key counts from the first paint of a screen on, as for a person
            pairs = [(step(ours, number), step(bare, number)) for number in range(2, STATEMENTS)]
        finally:
            ours.close()
            bare.close()
    warm = pairs[3:]
    return ratio_row(what, 2.5, [a for a, _ in warm], [b for _, b in warm])


def step(terminal: Terminal, number: int) -> float:
    time.sleep(0.05)  # the terminal is at rest before the key: Textual paints no more than sixty times a second
    pressed = terminal.press("4")
    return terminal.until(f"stelling {number} van") - pressed
