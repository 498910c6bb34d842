"""Block letters, three lines high, of half blocks that every terminal has: for titles that a whole room can read."""

import unicodedata
from functools import lru_cache
from typing import Final

_ROWS: Final = 5
"""Points from top to bottom; two points make one line."""
_BETWEEN: Final = 3
"""Points between two words."""
_FONT: Final = {
    "A": "### #.# ### #.# #.#",
    "B": "##. #.# ##. #.# ##.",
    "C": "### #.. #.. #.. ###",
    "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": "#### #... #.## #..# ####",
    "H": "#.# #.# ### #.# #.#",
    "I": "# # # # #",
    "J": "..# ..# ..# #.# ###",
    "K": "#.# #.# ##. #.# #.#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": "### #.# #.# #.# ###",
    "P": "### #.# ### #.. #..",
    "Q": "###. #.#. #.#. #.#. ####",
    "R": "##. #.# ##. #.# #.#",
    "S": "### #.. ### ..# ###",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#.# #.# #.# #.# .#.",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# .#. .#. .#.",
    "Z": "##### ...#. ..#.. .#... #####",
    "0": "### #.# #.# #.# ###",
    "1": ".# ## .# .# .#",
    "2": "### ..# ### #.. ###",
    "3": "### ..# .## ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
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


@lru_cache(maxsize=64)
def block_letters(text: str, width: int, most: int) -> tuple[str, ...] | None:
    """Return ``text`` in block letters, broken between words, in lines of at most ``width``.

    It is kept for a while: a page asks for its title several times.

    None when a sign has no block letter, a word is too wide, or it takes more than ``most`` times three lines.
    """
    words = [_points(word) for word in text.split()]
    if not words or any(word is None or len(word[0]) > width for word in words):
        return None
    known = [word for word in words if word is not None]
    rows = _balanced([len(word[0]) for word in known], width)
    if len(rows) > most:
        return None
    return tuple(line for row in rows for line in _halves(_beside(known[row])))


def _balanced(sizes: list[int], width: int) -> list[slice]:
    """Divide words over as few rows as can be, the rows about as wide as each other; say which words each row has."""
    rows = _rows(sizes, width)
    for narrower in range(width - 1, max(sizes) - 1, -1):
        tried = _rows(sizes, narrower)
        if len(tried) > len(rows):
            break
        rows = tried
    return rows


def _rows(sizes: list[int], width: int) -> list[slice]:
    """Put as many words on each row as fit."""
    rows: list[slice] = []
    taken = 0
    for place, size in enumerate(sizes):
        if rows and taken + _BETWEEN + size <= width:
            taken += _BETWEEN + size
            rows[-1] = slice(rows[-1].start, place + 1)
        else:
            taken = size
            rows.append(slice(place, place + 1))
    return rows


def _beside(words: list[list[str]]) -> list[str]:
    """Put words beside each other, row by row of points."""
    return [("." * _BETWEEN).join(word[row] for word in words) for row in range(_ROWS)]


def _points(word: str) -> list[str] | None:
    """Return a word as rows of points; accents are left out. None: there is a sign without a block letter."""
    plain = (c for c in unicodedata.normalize("NFKD", word.upper()) if not unicodedata.combining(c))
    letters = [_FONT.get(c) for c in plain]
    if not letters or None in letters:
        return None
    split = [letter.split(" ") for letter in letters if letter is not None]
    return [".".join(letter[row] for letter in split) for row in range(_ROWS)]


def _halves(rows: list[str]) -> list[str]:
    padded = [*rows, "." * len(rows[0])]
    return [
        "".join(_HALVES[upper + lower] for upper, lower in zip(padded[at], padded[at + 1], strict=True)).rstrip()
        for at in range(0, len(padded), 2)
    ]
