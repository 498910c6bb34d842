"""Make the pictures of the documents: ``python -m scripts.pictures``.

The app is driven by keys over a store in a temporary folder; its screens are saved as SVG and turned into PNG by
headless Chromium. The report's first page is turned into PNG by ``pdftoppm``.
"""

import asyncio
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from textual.pilot import Pilot

from samenspel.authoring import find, load
from samenspel.exchange.browser.presentation import presentation
from samenspel.fictional import professional
from samenspel.fictional.group import demo_group, demo_responses
from samenspel.first_step import FirstStep
from samenspel.group.model import Entry, contribution
from samenspel.presenting.deck import deck
from samenspel.presenting.pages import StudyFinding
from samenspel.report.pdf import render
from samenspel.report.personal.report import personal_report
from samenspel.session import Session
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.tui.app import SamenspelApp
from samenspel.tui.navigation import Workshop
from samenspel.tui.presenting.present import PresentScreen

NOW = datetime(2026, 11, 23, 16, 30)  # noqa: DTZ001 - local time, as on the user's own clock
SIZE, BEAMER, WINDOW = (90, 26), (100, 30), (1280, 720)
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
PICTURES = Path(__file__).parent.parent / "docs" / "beelden"


async def screens(folder: Path) -> None:
    """Walk to each screen that is shown, and save it."""
    asked = load(find("samenwerking-jeugd"))
    store = SelfTests(folder)
    professional.answer_all(Session.start(store, asked, "volledig", NOW), professional.her_answers(), NOW)
    app = SamenspelApp(store, load_questionnaire=lambda: asked, clock=lambda: NOW)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        shoot(app, "begin")
        for keys, name in (
            (["4", "enter"], "uitslag"),
            (["g"], "geven"),
            (["escape", "escape", "escape", "1", "1", "1", "3", "3", "1", "1", *"4444"], "stelling"),
        ):
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            shoot(app, name)


async def slide(folder: Path) -> None:
    """Go to what the study found on role clarity, in a presentation, and save it."""
    asked = load(find("samenwerking-jeugd"))
    app = SamenspelApp(SelfTests(folder), load_questionnaire=lambda: asked, start="presenting", clock=lambda: NOW)
    async with app.run_test(size=BEAMER) as pilot:
        await settle(pilot)
        while not (
            isinstance(screen := app.screen, PresentScreen) and isinstance(screen.show_.page.body, StudyFinding)
        ):
            await pilot.press("right")
            await settle(pilot)
        shoot(app, "voorlichting")


async def comparison(folder: Path) -> None:
    """Reveal the first wave of the fictional group, and save the comparison."""
    asked = load(find("samenwerking-jeugd"))
    store = SelfTests(folder)
    groups = Groups(folder)
    stored = groups.create(demo_group(asked)[0], asked, NOW.date())
    entries = [
        Entry(sha256(str(place).encode()).hexdigest()[:32], contribution(asked, response))
        for place, response in enumerate(demo_responses(1))
    ]
    groups.add(stored.id, entries)
    groups.reveal(stored.id, NOW.date())
    app = SamenspelApp(store, load_questionnaire=lambda: asked, clock=lambda: NOW)
    async with app.run_test(size=BEAMER) as pilot:
        await settle(pilot)
        app.navigator.open(Workshop(stored.id, 1))
        await settle(pilot)
        await pilot.press("v")
        await settle(pilot)
        shoot(app, "vergelijken")


async def settle(pilot: Pilot[None]) -> None:
    """Wait until workers are done and the screen is painted."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def shoot(app: SamenspelApp, name: str) -> None:
    """Save the screen as it is now."""
    drawing = app.export_screenshot(title="samenspel")
    width, height = (float(size) for size in VIEW_BOX.search(drawing).groups())  # type: ignore[union-attr]
    # The fonts that the drawing asks for stand on the web; the machine's own do as well.
    page = f"<style>body {{ margin: 0 }}</style>{FONT_FACE.sub('', drawing)}"
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write(page)
        file.flush()
        photograph(Path(file.name).as_uri(), width, height, name)


def photograph(address: str, width: float, height: float, name: str) -> None:
    """Save a page as Chromium shows it."""
    subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
            *("--hide-scrollbars", f"--window-size={width:.0f},{height:.0f}"),
            *(f"--screenshot={PICTURES / name}.png", address),
        ],
        check=True,
        capture_output=True,
    )


def in_browser(folder: Path) -> None:
    """Save what the study found on role clarity, in the presentation for a browser."""
    asked = load(find("samenwerking-jeugd"))
    place = next(n for n, page in enumerate(deck(asked).pages, start=1) if isinstance(page.body, StudyFinding))
    file = folder / "presentatie.html"
    file.write_text(presentation(asked), encoding="utf-8")
    photograph(f"{file.as_uri()}#bladzijde-{place}", *WINDOW, "presentatie")


def report(folder: Path) -> None:
    """Save the first page of the fictional professional's report."""
    asked = load(find("samenwerking-jeugd"))
    pdf = folder / "rapport.pdf"
    step = FirstStep("Bel een jongerenwerker, en vraag of u een dag mag meelopen.", "2026-11-30", "2026-12-14")
    pdf.write_bytes(render(personal_report(asked, professional.her_answers(), date=NOW.date(), step=step)))
    target = PICTURES / "rapport"
    subprocess.run(["pdftoppm", "-r", "60", "-png", "-singlefile", pdf, target], check=True)


def main() -> None:
    """Make all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        report(Path(folder))
        in_browser(Path(folder))
        asyncio.run(screens(Path(folder) / "gegevens"))
        asyncio.run(slide(Path(folder) / "zaal"))
        asyncio.run(comparison(Path(folder) / "groep"))
    sys.stdout.write(f"{PICTURES}\n")


if __name__ == "__main__":
    main()
