"""What line mode needs of whoever does the asking; the menus and the plain numbered prompts both offer it."""

import re
import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import NamedTuple, Protocol

from samenspel.taal import _, opsomming


class Choice(NamedTuple):
    """One thing that may be chosen: the key to type, the text to read, and the ``id`` that comes back."""

    key: str
    text: str
    id: str


_BEFORE = re.compile(r"\s*(\S{1,3}  )?")


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


def choose_by_key(
    prompter: Prompter, question: str, answers: Sequence[Choice], actions: Sequence[Choice], current: str
) -> str:
    """Print the choices with their keys; accept a key or an id, and ask again after anything else."""
    for choice in answers:
        mark = _(" (uw antwoord nu)") if choice.id == current else ""
        prompter.say(f"  {choice.key}  {choice.text}{mark}")
    if actions:
        prompter.say(_("  Of: {acties}").format(acties=", ".join(f"{a.key} = {a.text}" for a in actions)))
    by_name = {name: choice.id for choice in (*actions, *answers) for name in (choice.id, choice.key)}
    while (typed := prompter.write(question).strip()) not in by_name:
        if typed.lower() in by_name:
            typed = typed.lower()
            break
        keys = opsomming([choice.key for choice in (*answers, *actions)], _("of"))
        prompter.say(_("Dat kan hier niet. Typ {toetsen}, en druk op Enter.").format(toetsen=keys))
    return by_name[typed]


def _folded(line: str, width: int) -> str:
    # What stands beside a key goes on below its own first words.
    before = _BEFORE.match(line)
    indent = " " * len(before[0] if before else "")
    return line if len(line) <= width else "\n".join(wrap(line, width, subsequent_indent=indent))
