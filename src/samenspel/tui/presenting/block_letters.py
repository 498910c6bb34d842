"""Block letters, three lines high: for what a whole room must be able to read.

The large ones are of half blocks, which every terminal has. The narrow ones are half as wide: two points beside each
other in a cell, for which a terminal needs the quarter blocks too.
"""

import os
import sys
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from typing import Final

_ROWS: Final = 5
"""Points from top to bottom; two make one line."""
_BETWEEN: Final = {False: 3, True: 1}
"""Columns between two words; a narrow word ends with half a column at least."""
_FONT: Final = {  # so few points look alike: their corners tell them apart (A pointed, O round, D half round, 8 square)
    "A": ".#. #.# ### #.# #.#",
    "B": "###. #..# ###. #..# ###.",
    "C": ".## #.. #.. #.. .##",
    "D": "###. #..# #..# #..# ###.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": ".### #... #.## #..# .###",
    "H": "#.# #.# ### #.# #.#",
    "I": "# # # # #",
    "J": "..# ..# ..# #.# ###",
    "K": "#..# #.#. ##.. #.#. #..#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": ".##. #..# #..# #..# .##.",
    "P": "###. #..# ###. #... #...",
    "Q": ".##. #..# #..# #.## .###",
    "R": "###. #..# ###. #.#. #..#",
    "S": ".## #.. ### ..# ##.",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#.# #.# #.# .#. .#.",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# .#. .#. .#.",
    "Z": "#### ..#. .#.. #... ####",
    "0": ".#. #.# #.# #.# .#.",
    "1": ".# ## .# .# .#",
    "2": "##. ..# .#. #.. ###",
    "3": "##. ..# .#. ..# ##.",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ##. ..# ##.",
    "6": ".## #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ##.",
    " ": ".. .. .. .. ..",
    "?": "### ..# .## ... .#.",
    "!": "# # # . #",
    ".": ". . . . #",
    ",": ".. .. .. .# #.",
    ":": ". # . # .",
    ";": ".. .# .. .# #.",
    "-": "... ... ### ... ...",
    "–": "... ... ### ... ...",
    "'": "# # . . .",
    "’": "# # . . .",
    "‘": "# # . . .",
    "/": "..# ..# .#. #.. #..",
    "&": "##. ##. ### #.# ###",
    "(": ".# #. #. #. .#",
    ")": "#. .# .# .# #.",
    "…": "..... ..... ..... ..... #.#.#",
}
_HALVES: Final = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}
_QUARTERS: Final = dict(zip(map("".join, product(".#", repeat=4)), " ▗▖▄▝▐▞▟▘▚▌▙▀▜▛█", strict=True))
"""Above left and right, below left and right → the sign."""


def has_quarters(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether this terminal surely has the quarter blocks: the old window of Windows and a bare Linux do not."""
    if platform == "win32":
        return "WT_SESSION" in environment or "TERM_PROGRAM" in environment
    return environment.get("TERM") != "linux"


QUARTERS: Final = has_quarters(os.environ, sys.platform)


@lru_cache(maxsize=512)
def block_letters(text: str, width: int, most: int, *, narrow: bool = False) -> tuple[str, ...] | None:
    """Return ``text`` in block letters, broken between words, in lines of at most ``width``.

    It is kept for a while: a page asks for its letters several times.

    None when a sign has no block letter, a word is too wide, or it takes more than ``most`` times three lines.
    """
    words = [_drawn(word, narrow=narrow) for word in text.split()]
    if not words or any(word is None or len(word[0]) > width for word in words):
        return None
    known = [word for word in words if word is not None]
    rows = _balanced([len(word[0]) for word in known], width, _BETWEEN[narrow], most)
    between = " " * _BETWEEN[narrow]
    return tuple(between.join(line).rstrip() for row in rows for line in zip(*known[row], strict=True)) or None


def _balanced(sizes: list[int], width: int, between: int, most: int) -> list[slice]:
    """Divide words over as few rows as can be, the rows about as wide as each other; say which words each row has.

    No rows: they are more than ``most``.
    """
    rows = _rows(sizes, width, between)
    if len(rows) > most:
        return []
    while True:
        widest = max(sum(sizes[row]) + between * (row.stop - row.start - 1) for row in rows)
        if widest == max(sizes) or len(tried := _rows(sizes, widest - 1, between)) > len(rows):
            return rows
        rows = tried


def _rows(sizes: list[int], width: int, between: int) -> list[slice]:
    """Put as many words on each row as fit."""
    rows: list[slice] = []
    taken = 0
    for place, size in enumerate(sizes):
        if rows and taken + between + size <= width:
            taken += between + size
            rows[-1] = slice(rows[-1].start, place + 1)
        else:
            taken = size
            rows.append(slice(place, place + 1))
    return rows


@lru_cache(maxsize=512)
def _drawn(word: str, *, narrow: bool) -> tuple[str, ...] | None:
    """Return a word as three lines, as wide as each other. None: there is a sign without a block letter."""
    rows = _points(word)
    if rows is None:
        return None
    return tuple(
        (_quarters if narrow else _halves)(upper, lower) for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )


def _points(word: str) -> list[str] | None:
    """Return a word as rows of points, the last one empty; accents are left out. None: a sign has no block letter."""
    plain = (c for c in unicodedata.normalize("NFKD", word.upper()) if not unicodedata.combining(c))
    letters = [_FONT.get(c) for c in plain]
    if not letters or None in letters:
        return None
    split = [letter.split(" ") for letter in letters if letter is not None]
    rows = [".".join(letter[row] for letter in split) for row in range(_ROWS)]
    return [*rows, "." * len(rows[0])]


def _halves(upper: str, lower: str) -> str:
    return "".join(_HALVES[above + below] for above, below in zip(upper, lower, strict=True))


def _quarters(upper: str, lower: str) -> str:
    width = len(upper) + 2 - len(upper) % 2
    upper, lower = upper.ljust(width, "."), lower.ljust(width, ".")
    return "".join(_QUARTERS[upper[at : at + 2] + lower[at : at + 2]] for at in range(0, width, 2))
