"""The form in a browser: its size, and how soon Chromium paints it beside a page with one word."""

import re
import shutil
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from benchmarks.people import questionnaire
from benchmarks.table import Row, in_turn, ratio_row
from samenspel.exchange.browser.form import browser_form

ROUNDS = 25
FILE_KB, SCRIPT_KB = 150, 25
BARE = '<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>leeg</title><p>leeg</p></html>'
PAINTED = """
const done = arguments[0];
new PerformanceObserver((list, self) => { self.disconnect(); done(list.getEntries()[0].startTime); })
  .observe({type: "paint", buffered: true});
"""


def run() -> list[Row]:
    page = browser_form(questionnaire())
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    rows = [
        Row(f"the form as a file, as a share of {FILE_KB} kB", 1, [size / FILE_KB], size, FILE_KB, "kB")
        for size in [len(page.encode()) / 1000]
    ]
    rows += [
        Row(f"its script, as a share of {SCRIPT_KB} kB", 1, [size / SCRIPT_KB], size, SCRIPT_KB, "kB")
        for size in [len(script.encode()) / 1000]
    ]
    with tempfile.TemporaryDirectory() as place:
        form, bare = Path(place) / "form.html", Path(place) / "bare.html"
        form.write_text(page, encoding="utf-8")
        bare.write_text(BARE, encoding="utf-8")
        driver = chromium()
        try:
            figures = in_turn(lambda: painted(driver, form), lambda: painted(driver, bare), ROUNDS)
        finally:
            driver.quit()
    return [*rows, ratio_row("first paint of the form / of a page with one word", 1.5, *figures)]


def chromium() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for one in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"):
        options.add_argument(one)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def painted(driver: webdriver.Chrome, path: Path) -> float:
    """Open a page, and return after how many seconds it was painted."""
    driver.get(path.as_uri())
    return driver.execute_async_script(PAINTED) / 1000
