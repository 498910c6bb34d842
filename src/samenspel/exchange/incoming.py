"""What a facilitator brings for a group: response files, filled-in forms, folders full of them, typed-in forms.

Whatever is wrong is told file by file, with the remedy; what is right is taken. Only a CSV file of paper forms is taken
whole or not at all, because its rows are one person's typing.
"""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from samenspel.exchange.basket import Basket, line
from samenspel.exchange.handover import Reading
from samenspel.group.contribution import Entry
from samenspel.questionnaire.model import Questionnaire


class Gathered(Struct, frozen=True):
    """What was brought.

    Attributes:
        entries: what may be added, each id once.
        refused: one Dutch line for each file that cannot be used: its name, why, and what to do.
        typed_over: the names of CSV files with typed-in forms in the folders: these are read by themselves only.
        ignored: the names of the other files in the folders.
        sources: id of an entry → where it came from: a file, or a paper form by its number.
        forms: the ids that belong to paper forms.
        comparable: how many of the refused files ``other_version`` would take.
    """

    entries: tuple[Entry, ...]
    refused: tuple[str, ...]
    ignored: tuple[str, ...]
    typed_over: tuple[str, ...]
    sources: dict[str, str]
    forms: frozenset[str]
    comparable: int


def gather(paths: Iterable[Path], questionnaire: Questionnaire, *, other_version: bool = False) -> Gathered:
    """Read response files (one by one or a folder full, not the folders in it) and CSV files of paper forms.

    Args:
        paths: what was named.
        questionnaire: what the group answers.
        other_version: take what can still be compared from files of another version of it.
    """
    basket = Basket(questionnaire, Reading(questionnaire, other_version=other_version))
    named = tuple(paths)
    for path in named:
        basket.take(path)
    return Gathered(
        tuple(basket.entries.values()),
        tuple(basket.refused),
        tuple(basket.ignored),
        tuple(line(path.name) for path in basket.typed_over if path not in named),
        basket.sources,
        frozenset(basket.forms),
        basket.comparable,
    )
