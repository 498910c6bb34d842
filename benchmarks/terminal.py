"""A program on a pseudo-terminal of 80×24, and how long until it has painted something."""

import os
import sys
import time
from pathlib import Path

import pexpect

EMPTY_APP = """
from textual.app import App
from textual.widgets import Label
class Empty(App):
    def compose(self):
        yield Label("klaar")
Empty().run()
"""

LABEL_APP = """
from textual.app import App
from textual.widgets import Label
class OneLabel(App):
    number = 1
    def compose(self):
        yield Label("stelling 1 van 49")
    def on_key(self):
        self.number += 1
        self.query_one(Label).update(f"stelling {self.number} van 49")
OneLabel().run()
"""


class Terminal:
    """A Python program in a terminal of its own."""

    def __init__(self, *arguments: str, data: Path | None = None) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment.pop("NO_COLOR", None)
        if data:
            environment["SAMENSPEL_DATA"] = str(data)
        self.started = time.perf_counter()
        self._child = pexpect.spawn(
            sys.executable, list(arguments), dimensions=(24, 80), env=environment, encoding="utf-8", timeout=30
        )
        self._child.delaybeforesend = None

    def until(self, painted: str) -> float:
        """Wait until ``painted`` (a regular expression) is on its way to the screen; returns the moment."""
        self._child.expect(painted)
        return time.perf_counter()

    def press(self, keys: str) -> float:
        """Type ``keys``; returns the moment before."""
        moment = time.perf_counter()
        self._child.send(keys)
        return moment

    def close(self) -> None:
        self._child.close(force=True)
