"""What line mode needs of whoever does the asking; the menus and the plain numbered prompts both offer it."""

import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import NamedTuple, Protocol


class Choice(NamedTuple):
    """One thing that may be chosen: the key to type, the text to read, and the ``id`` that comes back."""

    key: str
    text: str
    id: str


class Prompter(Protocol):
    """Asks one thing at a time. Ctrl-C raises KeyboardInterrupt; the end of the input raises EOFError."""

    def say(self, text: str) -> None:
        """Show ``text`` (one or more lines), followed by nothing."""

    def choose(
        self, question: str, answers: Sequence[Choice], actions: Sequence[Choice] = (), *, current: str = ""
    ) -> str:
        """Ask for one of ``answers`` or ``actions`` and return its id; ``current`` is the id given before, if any."""

    def write(self, question: str) -> str:
        """Ask for one line of text and return it as typed; empty when there is none."""


def show(text: str) -> None:
    """Print ``text``; at a terminal no word is broken at its edge. Lines that fit are left as they are."""
    if sys.stdout.isatty():
        text = "\n".join(_folded(line, max(get_terminal_size().columns - 1, 1)) for line in text.split("\n"))
    print(text, flush=True)  # noqa: T201 - this is what line mode does


def _folded(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    return line if len(line) <= width else "\n".join(wrap(line, width, subsequent_indent=indent))
