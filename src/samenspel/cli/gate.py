"""The one gate to the terminal: what a command prints passes here, whoever prints it.

``click.echo``, ``print``, a prompt, click's own complaints and Python's: all write to ``sys.stdout`` or ``sys.stderr``,
and while a command runs these are the gate. No message needs to think of what a file's name may hold. What must reach
the terminal as it is, the app and the menus, writes to ``sys.__stdout__`` and has a gate of its own.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from samenspel.hygiene import visible


class Gate(io.TextIOBase):
    """A stream of text that shows each hidden character as a dot, and then gives it to another stream.

    It has no ``buffer`` and no ``fileno``: there is no way past it to what lies behind.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override] # an attribute there
        """How the characters are written, as click wants to know."""
        return self._stream.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override] # idem
        """What becomes of a character that cannot be written."""
        return self._stream.errors

    def write(self, text: str) -> int:
        """Write ``text``, with nothing in it that hides or steers."""
        self._stream.write(visible(text))
        return len(text)

    def flush(self) -> None:
        """Give all that was written to whoever reads."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Say whether a person looks at it."""
        return self._stream.isatty()

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True


@contextmanager
def gated() -> Iterator[None]:
    """Put the gate before both streams, unless it stands there already."""
    before = sys.stdout, sys.stderr
    gates = [stream if isinstance(stream, Gate) else Gate(stream) for stream in before]
    sys.stdout, sys.stderr = gates
    try:
        yield
    finally:
        # A stream that click has put there since, because nobody reads any more, stays to the end.
        if sys.stdout is gates[0]:
            sys.stdout = before[0]
        if sys.stderr is gates[1]:
            sys.stderr = before[1]
