"""Plain numbered prompts: nothing is redrawn, no colours, so that a screen reader, a pipe or any terminal will do."""

import io
import sys
from collections.abc import Sequence

from samenspel.line.prompter import Choice, choose_by_key, show


class PlainPrompter:
    """Prints the question and its choices, and reads one line for each answer from the standard input."""

    def __init__(self) -> None:
        # What is piped in is UTF-8, as all our files are; a broken character must not end the walk.
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="replace")

    def say(self, text: str) -> None:
        """Print ``text``."""
        show(text)

    def choose(
        self, question: str, answers: Sequence[Choice], actions: Sequence[Choice] = (), *, current: str = ""
    ) -> str:
        """Print the choices with their keys; accept a key or an id, and ask again after anything else."""
        return choose_by_key(self, question, answers, actions, current)

    def write(self, question: str) -> str:
        """Print ``question`` and read a line."""
        line = input(f"{question} ")
        if not sys.stdin.isatty():
            self.say("")  # nobody pressed Enter on this screen, so the line is still open
        return line
