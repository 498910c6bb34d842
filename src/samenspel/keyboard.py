"""The keyboard, where a paste is no more than very fast typing: what belongs together, and what came too soon.

A terminal gives characters, and that is all. Those that follow an Enter faster than a hand could were pasted, and
belong to the same text. Those that were there before a question was read do not answer it.

Where there is no terminal no hand is too fast: each line of a file or a pipe is an answer, and was meant as one.
"""

import codecs
import os
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final, NamedTuple, Protocol

from samenspel.hygiene import visible
from samenspel.taal import _

_SOON: Final = 0.1  # what comes within so many seconds was on its way already
_PASTE: Final = 0.25  # no hand goes on so soon after an Enter
_TOO_SOON: Final = _("Wat u al had getypt of geplakt, telt hier niet mee.")
_SLOW_PASTE: Final = 0.75  # a paste over a slow line, once it is clear that it is one


class Keyboard(Protocol):
    """What line mode and the commands ask of a keyboard."""

    def waiting(self, seconds: float) -> bool:
        """Say whether something can be read, now or within ``seconds``."""

    def drop(self) -> bool:
        """Throw away what can be read, and what follows at once; say whether there was anything."""

    def text(self) -> str:
        """Read a text up to its Enter; when it is pasted, up to its last one.

        Raises:
            EOFError: there is none, and none will come.
        """


def in_time(ask: Callable[[], str], dropped: Callable[[], bool], say: Callable[[str], None]) -> str:
    """Ask what gives something away, erases or ends it, and return the answer: one that was given after it was asked.

    Args:
        ask: asks, and returns what is answered.
        dropped: throws away what came too soon and says whether there was anything, as :meth:`Keyboard.drop`.
        say: tells the person that it was thrown away.
    """
    while True:
        if dropped():
            say(_TOO_SOON)
        answer = ask()
        if not dropped():  # else it stood in the middle of a paste
            return answer
        say(_TOO_SOON)


def not_early(
    ask: Callable[[], str], erasing: str, waiting: Callable[[float], bool], say: Callable[[str], None]
) -> str:
    """Ask for a text, again when it is the one that erases and something was there before it was asked.

    Any other text may be there already: whoever types ahead loses nothing by it.

    Args:
        ask: asks, and returns what is answered.
        erasing: the text that erases; empty: none does.
        waiting: says whether something can be read, as :meth:`Keyboard.waiting`.
        say: tells the person that it does not count.
    """
    while True:
        early = bool(erasing) and waiting(_SOON)
        answer = ask()
        if not early or answer.strip() != erasing:
            return answer
        say(_TOO_SOON)


def goes_on(keyboard: Keyboard, text: str) -> bool:
    """Say whether more belongs to ``text``, which ends with an Enter now."""
    return keyboard.waiting(_SLOW_PASTE if text.count("\n") > 1 else _PASTE)


def keyboard() -> Keyboard:
    """Return the keyboard that the standard input is, or what is in its place."""
    if not sys.stdin.isatty():
        return Pipe()
    if sys.platform == "win32":
        import msvcrt

        return Console(msvcrt.kbhit, msvcrt.getwch)
    return Terminal(sys.stdin.fileno())


class Pipe:
    """A file, or another program: each line is one answer."""

    def waiting(self, seconds: float) -> bool:  # noqa: ARG002 - as it is asked of any
        """Say no: nothing there came too soon."""
        return False

    def drop(self) -> bool:
        """Leave everything."""
        return False

    def text(self) -> str:
        """Read a line. Raises EOFError."""
        return _line()


class Console:
    """The console of Windows: it gives whole lines, and says whether there is more."""

    def __init__(self, has_key: Callable[[], bool], take_key: Callable[[], str]) -> None:
        """Take ``msvcrt.kbhit`` and ``msvcrt.getwch``."""
        self._has_key = has_key
        self._take_key = take_key

    def waiting(self, seconds: float) -> bool:
        """Ask again and again: it does not tell when there is something."""
        end = time.monotonic() + seconds
        while not self._has_key():
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return True

    def drop(self) -> bool:
        """Take key after key."""
        dropped = False
        while self.waiting(_SOON):
            self._take_key()
            dropped = True
        return dropped

    def text(self) -> str:
        """Read a line and those that were pasted with it; the last one waits for Enter. Raises EOFError."""
        text = _line()
        while goes_on(self, f"{text}\n"):
            with suppress(EOFError):
                text += f"\n{_line()}"
        return text


def _line() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


# A terminal of Unix. By itself it gives a line at a time, and cuts a long one in silence: after 4,095 bytes on Linux,
# 1,024 on a Mac. So a text is read as it comes, and what the terminal did for whoever types is done here. -------------

_KEY = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|.", re.DOTALL)
"""A key: the sequence of a special one, or a character."""
_BEGUN = re.compile(r"\x1b(\[[0-?]*[ -/]*|O)?\Z")
"""A sequence of which the rest may still come."""


class _Keys(NamedTuple):
    """The keys with which a person changes what he types, as the terminal is set; and whether that is shown."""

    end: str
    erase: str
    word: str
    line: str
    shown: bool


class Terminal:
    """A terminal of Unix; ``handle`` is its open file."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def waiting(self, seconds: float) -> bool:
        """Look, in the mode in which half a line counts too."""
        with self._as_it_comes():
            return self._more(seconds)

    def drop(self) -> bool:
        """Read it away, without showing it."""
        dropped = False
        with self._as_it_comes():
            while self._more(_SOON) and os.read(self._handle, 65_536):
                dropped = True
        return dropped

    def text(self) -> str:
        """Read as it comes, and show it. Raises EOFError."""
        decode = codecs.getincrementaldecoder(sys.stdin.encoding)("replace").decode
        begun = ""
        with self._as_it_comes() as keys:
            typed = _Typed(keys)
            while True:
                data = os.read(self._handle, 65_536)
                came, begun = begun + decode(data), ""
                if not data or came == keys.end:
                    if not typed.text:
                        raise EOFError
                    return typed.text
                if (half := _BEGUN.search(came)) and self._more(_PASTE):
                    came, begun = came[: half.start()], half[0]
                self._show(typed.take(came))
                if typed.text.endswith("\n") and not begun and not goes_on(self, typed.text):
                    return typed.text[:-1]

    def _more(self, seconds: float) -> bool:
        from select import select  # on Windows it is for other things

        return bool(select([self._handle], [], [], seconds)[0])

    def _show(self, text: str) -> None:
        with suppress(OSError):  # a terminal that may only be read from
            os.write(self._handle, text.encode(sys.stdin.encoding, "replace"))

    @contextmanager
    def _as_it_comes(self) -> Iterator[_Keys]:
        """Have each character at once, and not shown by the terminal itself; the keys that stop a program still do."""
        import termios

        before = termios.tcgetattr(self._handle)
        now = termios.tcgetattr(self._handle)
        now[0] &= ~termios.ICRNL
        now[3] &= ~(termios.ICANON | termios.ECHO)
        now[6][termios.VMIN], now[6][termios.VTIME] = 1, 0
        end, erase, word, line = (
            key.decode("latin-1") if isinstance(key := before[6][which], bytes) else ""
            for which in (termios.VEOF, termios.VERASE, termios.VWERASE, termios.VKILL)
        )
        termios.tcsetattr(self._handle, termios.TCSANOW, now)  # what was typed before it stays there to be read
        try:
            yield _Keys(end, erase, word, line, shown=bool(before[3] & termios.ECHO))
        finally:
            termios.tcsetattr(self._handle, termios.TCSANOW, before)


class _Typed:
    """What was typed so far: ``text``. Characters that are none of a text are left out."""

    def __init__(self, keys: _Keys) -> None:
        self.text = ""
        self._keys = keys
        self._returned = False

    def take(self, came: str) -> str:
        """Take what came, and return what is to be shown of it."""
        shown = "".join(map(self._key, _KEY.findall(came)))
        return shown if self._keys.shown else ""

    def _key(self, key: str) -> str:
        returned, self._returned = self._returned, key == "\r"
        if key == "\n" and returned:  # the two are one Enter
            return ""
        if key in "\r\n":
            self.text += "\n"
            return "\n"
        line = self.text[self.text.rfind("\n") + 1 :]
        if key in {self._keys.erase, "\x08", "\x7f"}:
            return self._erased(line, 1)
        if key == self._keys.word:
            return self._erased(line, len(line) - len(line.rstrip().rpartition(" ")[0]))
        if key == self._keys.line:
            return self._erased(line, len(line))
        if key == "\t":
            key = " "
        if len(key) > 1 or unicodedata.category(key) == "Cc":
            return ""
        self.text += key
        return visible(key)

    def _erased(self, line: str, many: int) -> str:
        if not line or not many:
            return ""
        self.text = self.text[:-many]
        return "\b \b" * sum(map(_width, visible(line[-many:])))


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
