"""One row a figure: the ratio's median with its smallest and largest, and the two times behind it."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Row:
    what: str
    target: float
    ratios: list[float]
    ours: float
    bare: float
    unit: str = "ms"


def in_turn(ours: Callable[[], float], bare: Callable[[], float], rounds: int) -> tuple[list[float], list[float]]:
    """Measure both in turn, ``rounds`` times after one warm-up; returns the times of each, in seconds."""
    ours()
    bare()
    pairs = [(ours(), bare()) for _ in range(rounds)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def ratio_row(what: str, target: float, ours: list[float], bare: list[float]) -> Row:
    ratios = [a / b for a, b in zip(ours, bare, strict=True)]
    return Row(what, target, ratios, statistics.median(ours) * 1000, statistics.median(bare) * 1000)


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def show(rows: list[Row]) -> str:
    lines = [
        "| figure | target | median ratio | min – max | ours | bare | |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        median = statistics.median(row.ratios)
        lines.append(
            f"| {row.what} | ≤ {row.target:g} | **{median:.2f}** | {min(row.ratios):.2f} – {max(row.ratios):.2f} "
            f"| {row.ours:.2f} {row.unit} | {row.bare:.2f} {row.unit} | {'✓' if median <= row.target else 'short'} |"
        )
    return "\n".join(lines)
