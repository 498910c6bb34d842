"""A form in a real Chromium: opened from the disk, filled in by clicks and keys, and what it saved read back.

Nothing in the form is replaced: a saved file is the one in the browser's own folder for downloads.
"""

import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.walk import steps
from tools import needed

QUIET = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
    *("--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-first-run", "--lang=nl"),
)


ONE = Response(
    party="bakker",
    experience="langer-1",
    meeting="ja",
    answers={"rol-eigen": 4, "rol-brood": 0, "rol-ander": 2, "rel-kennen": 5},
    knowledge={"kennis-brood": "slager"},
    open={"toe-goed": "Kort contact."},
    activities={"lunch": True},
    shared=("toe-goed",),
)
"""Somebody who answers a little of everything in the small questionnaire."""


def chromium(downloads: Path) -> webdriver.Chrome:
    """Start a Chromium that saves in ``downloads`` without asking and writes down what it requests."""
    options = webdriver.ChromeOptions()
    options.binary_location = needed("chromium")
    for one in QUIET:
        options.add_argument(one)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service(needed("chromedriver")))


class Page:
    """The form as a person sees it."""

    def __init__(self, driver: webdriver.Chrome, downloads: Path) -> None:
        self.driver, self.downloads = driver, downloads

    def open(self, path: Path, *, width: int = 1280, height: int = 900, dark: bool = False) -> "Page":
        """Open a form anew, as whoever double-clicks on it."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.command("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.driver.get("about:blank")
        self.requests()
        self.messages()
        self.driver.get(path.as_uri())
        return self

    def command(self, name: str, **parameters: object) -> dict:
        return self.driver.execute_cdp_cmd(name, parameters)

    def requests(self) -> list[str]:
        """The addresses that were asked for since the last time, but for those made up inside the page."""
        found = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        sent = (one["params"] for one in found if one["method"] == "Network.requestWillBeSent")
        return [one["request"]["url"] for one in sent]

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector: str = "main") -> str:
        return self.find(selector).text

    @property
    def heading(self) -> str:
        return self.text("h1")

    @property
    def told(self) -> str:
        return self.text("#melding")

    def press(self, label: str) -> None:
        """Press the button that says ``label``."""
        self.driver.find_element(By.XPATH, f"//button[normalize-space()='{label}']").click()

    def choose(self, name: str, value: object) -> None:
        self.find(f'#v-{name} input[value="{value}"]').click()

    def type_at_once(self, area: str, text: str) -> None:
        """Put a text into a field as pasting does."""
        script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
        self.driver.execute_script(script, self.find(f"#{area}"), text)

    def messages(self) -> list[str]:
        """What the browser itself complained of since the last time."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def printed(self) -> bytes:
        """Print the page, as a PDF."""
        return b64decode(self.command("Page.printToPDF", preferCSSPageSize=True)["data"])

    def saved(self, label: str) -> bytes:
        """Press a button that saves, and read the file that came of it; it is taken out of the folder."""
        self.press(label)
        (path,) = WebDriverWait(self.driver, 20, 0.02).until(lambda _driver: [*self._whole()])
        data = path.read_bytes()
        path.unlink()
        return data

    def _whole(self) -> Iterator[Path]:
        for path in self.downloads.iterdir():
            if path.suffix == ".json" and path.stat().st_size:
                yield path

    def give(self, path: Path) -> None:
        """Choose a file on the first page."""
        self.find("#bestand").send_keys(str(path))
        WebDriverWait(self.driver, 20, 0.02).until(lambda _driver: self.told)


def walk(page: Page, questionnaire: Questionnaire, response: Response) -> None:
    """Answer as ``response`` does, by clicks and keys, from the first page to the one for handing in."""
    page.press("Beginnen")
    here = ""
    for step in steps(questionnaire, response):
        group = questionnaire.item(step.id).dimension if step.kind == "item" else step.kind
        if step.kind in {"item", "card", "open"} and group != here:
            _leave(page)
            here = group
        match step.kind:
            case "party":
                page.choose("partij", response.party)
            case "experience" | "meeting" if value := getattr(response, step.kind):
                page.choose(step.kind, value)
            case "item" if step.id in response.answers:
                page.choose(step.id, response.answers[step.id])
            case "card" if step.id in response.knowledge:
                page.choose(step.id, response.knowledge[step.id])
            case "open":
                _answer_open(page, questionnaire, response, step.id)
    _leave(page)
    page.press("Verder")


def _leave(page: Page) -> None:
    """Go on; after the cards the first time only shows the right answers."""
    before = page.heading
    page.press("Verder")
    if page.heading == before:
        page.press("Verder")


def _answer_open(page: Page, questionnaire: Questionnaire, response: Response, question_id: str) -> None:
    if text := response.open.get(question_id):
        page.find(f"#o-{question_id}").send_keys(text)
    for activity in questionnaire.open_question(question_id).activities:
        if activity.id in response.activities:
            page.choose(activity.id, str(response.activities[activity.id]).lower())
    if question_id in response.shared:
        page.find(f'input[name="d-{question_id}"]').click()
