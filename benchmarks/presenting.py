"""From a key to the next page of a presentation on the screen, against a one-label app; in a browser; the hand-outs."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.form import chromium
from benchmarks.people import questionnaire
from benchmarks.table import Row, ratio_row
from benchmarks.terminal import LABEL_APP, Terminal
from samenspel.exchange.browser.presentation import presentation
from samenspel.presenting.deck import deck

PAGES = 40
MOST_SECONDS = 3.0
FILE_KB = 200
TURNED = """
const [pages, done] = arguments, found = [];
const turn = () => {
  const pressed = performance.now(), channel = new MessageChannel();
  document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "PageDown", bubbles: true}));
  channel.port1.onmessage = () => {
    found.push(performance.now() - pressed);
    if (found.length < pages) setTimeout(turn, 30); else done(found);
  };
  requestAnimationFrame(() => channel.port2.postMessage(0));  // it comes when that frame has been drawn
};
turn();
"""


def run() -> list[Row]:
    return [_pages(), *_in_browser(), _handouts()]


def _pages() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        pages = deck(questionnaire()).pages
        ours, bare = Terminal("-m", "samenspel", "voorlichting", data=Path(folder)), Terminal("-c", LABEL_APP)
        try:
            ours.until(f"1/{len(pages)}")
            bare.until("stelling 1 van")
            time.sleep(0.5)  # a key that comes before the first page has been seen is left
            pairs = []
            for number in range(2, PAGES):
                if hasattr(pages[number - 2].body, "after"):  # a figure to guess is opened first
                    ours.press(" ")
                    ours.until("Kuijpers")  # its source comes with it
                    time.sleep(0.05)
                pairs.append((_step(ours, rf"(?<!\d){number}/{len(pages)}"), _step(bare, f"stelling {number} van")))
        finally:
            ours.close()
            bare.close()
    warm = pairs[3:]
    return ratio_row(
        "key to next page of a presentation / one-label app", 3, [a for a, _ in warm], [b for _, b in warm]
    )


def _step(terminal: Terminal, painted: str) -> float:
    time.sleep(0.03)  # the terminal is at rest before the key
    pressed = terminal.press(" ")
    return terminal.until(painted) - pressed


def _in_browser() -> list[Row]:
    page = presentation(questionnaire())
    size = len(page.encode()) / 1000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "presentatie.html"
        path.write_text(page, encoding="utf-8")
        driver = chromium()
        try:
            driver.get(path.as_uri())
            turned = [milliseconds / 1000 for milliseconds in driver.execute_async_script(TURNED, PAGES)]
        finally:
            driver.quit()
    return [
        Row(f"the presentation as a file, as a share of {FILE_KB} kB", 1, [size / FILE_KB], size, FILE_KB, "kB"),
        ratio_row("key to next page of it in Chromium / a frame of 60 a second", 2, turned, [1 / 60] * len(turned)),
    ]


def _handouts() -> Row:
    command = [sys.executable, "-m", "samenspel", "voorlichting", "--uitdelen", "-o"]
    with tempfile.TemporaryDirectory() as folder:
        times = []
        for number in range(6):
            started = time.perf_counter()
            subprocess.run([*command, str(Path(folder) / str(number))], check=True, capture_output=True)
            times.append(time.perf_counter() - started)
    return ratio_row("all hand-outs, PDF and HTML, as a share of 3 s", 1, times[1:], [MOST_SECONDS] * len(times[1:]))
