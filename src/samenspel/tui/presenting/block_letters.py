"""Block letters, three lines high, of half blocks that every terminal has: for titles that a whole room can read."""

import unicodedata
from typing import Final

_ROWS: Final = 5
"""Points from top to bottom; two points make one line."""
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


def block_letters(text: str, width: int, most: int) -> list[str] | None:
    """Return ``text`` in block letters, broken between words, in lines of at most ``width``.

    None when a sign has no block letter, a word is too wide, or it takes more than ``most`` times three lines.
    """
    words = [_points(word) for word in text.split()]
    if not words or any(word is None or len(word[0]) > width for word in words):
        return None
    rows: list[list[str]] = []
    for word in words:
        if word is None:
            continue
        if rows and len(rows[-1][0]) + 3 + len(word[0]) <= width:
            rows[-1] = [before + "..." + more for before, more in zip(rows[-1], word, strict=True)]
        else:
            rows.append(word)
    if len(rows) > most:
        return None
    return [line for row in rows for line in _halves(row)]


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
