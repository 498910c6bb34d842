"""The first frame in the folder for Windows, under Wine, against an empty Textual app on the same Python there.

Wine's console draws no escape sequences, so neither app has one: each says when what it paints holds a word.
"""

import os
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

from benchmarks.people import filled_store
from benchmarks.table import Row, in_turn, ratio_row
from scripts.windows.__main__ import build

ROUNDS = 12
_EMPTY = """
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("Zelftest")
app = Bare()
"""
_OURS = """
from samenspel.cli.stored import open_store
from samenspel.tui.app import SamenspelApp
app = SamenspelApp(open_store())
"""
_TOLD = """
def display(screen, painted):
    if hasattr(painted, "render_segments") and "Zelftest" in painted.render_segments(app.console):
        print("klaar", flush=True)
        app.exit()
app._display = display
app.run(headless=True, size=(80, 25))
"""


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        with zipfile.ZipFile(build(Path(place))) as archive:
            archive.extractall(place)
        (folder,) = Path(place).glob("samenspel-*/")
        filled_store(Path(place) / "data", 1)
        wine = {"WINEPREFIX": f"{place}/prefix", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
        environment = {**os.environ, **wine, "SAMENSPEL_DATA": f"Z:{place}/data"}
        python = ["wine", folder / "python" / "python.exe", "-X", "utf8", "-c"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}

        def first_frame(script: str) -> float:
            started = time.perf_counter()
            with subprocess.Popen([*python, script + _TOLD], env=environment, **pipes) as child:
                told = child.stdout.readline()
                took = time.perf_counter() - started
                if told.strip() != b"klaar":
                    raise RuntimeError(told + child.stdout.read())
            return took

        subprocess.run([*python, "pass"], env=environment, check=True, capture_output=True)  # Wine makes its folder
        # While one program runs, Wine itself is not started again for the next.
        with subprocess.Popen([*python, "import sys; sys.stdin.read()"], env=environment, **pipes):
            ours, bare = in_turn(lambda: first_frame(_OURS), lambda: first_frame(_EMPTY), ROUNDS)
        return [ratio_row("first frame under Wine, folder for Windows / empty Textual app there", 1.5, ours, bare)]
