"""``samenspel`` on a pseudo-terminal: what a person sees there, and all that was ever sent to it."""

import os
import signal
import time
from pathlib import Path

import pexpect
import pyte

from commands import at_terminal, at_work

_ALTERNATE = ("\x1b[?1049h", "\x1b[?1049l")


class Terminal:
    """The app in a terminal of its own; ``sent`` is every character that reached it."""

    def __init__(self, data: Path, *args: str, size: tuple[int, int] = (80, 24), **more: str) -> None:
        columns, rows = size
        self.child = at_terminal(*args, data=data, size=size, timeout=60, **more)
        self.sent = ""
        self.child.logfile_read = self
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._drawn = 0
        self._pressed = ""

    def write(self, text: str) -> None:
        """Take what the app sends, as the child's log."""
        self.sent += text

    def flush(self) -> None:
        """Nothing waits here."""

    def sees(self, text: str) -> None:
        """Wait for ``text``; the app leaves a key that comes before it has painted, so press it again, as one does."""
        for _nth in range(30):
            if self.child.expect_exact([text, pexpect.TIMEOUT], timeout=2.5) == 0:
                return
            self.child.send(self._pressed)
        self.child.expect_exact(text)

    def press(self, *keys: str) -> None:
        """Type, key by key."""
        for key in keys:
            self.child.send(key)
            self._pressed = key

    def shown(self) -> str:
        """What stands on the screen when nothing comes any more, line by line."""
        self.read_on()
        self._stream.feed(self.sent[self._drawn :])  # only now: it takes more time than the app itself
        self._drawn = len(self.sent)
        return "\n".join(line.rstrip() for line in self._screen.display)

    def read_on(self, quiet: float = 0.3) -> None:
        """Take in what the app sends, until it is quiet for so many seconds or ends; at most a hundred times that.

        On a busy machine an app is quiet too while it waits for the processor: then it is not done.
        """
        deadline = time.monotonic() + 100 * quiet
        while time.monotonic() < deadline:
            try:
                self.child.read_nonblocking(100_000, timeout=quiet)
            except pexpect.TIMEOUT:
                if not at_work(self.child.pid):
                    return
            except pexpect.EOF:
                return

    def left_behind(self) -> str:
        """What was sent outside the screen of the app's own: it stays in sight, or in what one can scroll back to."""
        outside = ""
        for place, part in enumerate(self.sent.split(_ALTERNATE[0])):
            outside += part if place == 0 else part.partition(_ALTERNATE[1])[2]
        return outside

    def ends(self) -> int:
        """Wait for the end; return the exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)

    def kill(self) -> None:
        """Kill it, as a power cut would."""
        os.kill(self.child.pid, signal.SIGKILL)
        self.child.expect(pexpect.EOF)
        self.child.close()
