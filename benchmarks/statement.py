"""From a digit to the next statement on the screen (the answer is on the disk by then), against a one-label app."""

import tempfile
from pathlib import Path

from benchmarks.people import NOW, questionnaire
from benchmarks.table import Row, ratio_row
from benchmarks.terminal import LABEL_APP, Terminal
from samenspel.response import Response
from samenspel.storage.selftests import SelfTests

STATEMENTS = 40


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
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
            pairs = [(step(ours, number), step(bare, number)) for number in range(2, STATEMENTS)]
        finally:
            ours.close()
            bare.close()
    warm = pairs[3:]
    return [ratio_row("digit to next statement painted / one-label app", 3, [a for a, _ in warm], [b for _, b in warm])]


def step(terminal: Terminal, number: int) -> float:
    pressed = terminal.press("4")
    return terminal.until(f"stelling {number} van") - pressed
