"""The report as a person gets to see it: pages as pictures, and the HTML in a real browser."""

import html
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from samenspel.fictional import professional
from samenspel.fictional.group import demo_group
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import html as html_report
from samenspel.report import pdf
from samenspel.report.document import Document
from samenspel.report.groups.report import group_report
from samenspel.report.personal.report import personal_report
from tools import needed

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def document(real: Questionnaire) -> Document:
    return personal_report(real, professional.her_answers(), date=DAY)


@pytest.mark.parametrize("kind", ["person", "group"])
def test_every_page_has_something_on_it(real: Questionnaire, document: Document, tmp_path: Path, kind: str) -> None:
    if kind == "group":
        group, first, second = demo_group(real)
        document = group_report(real, group, second, previous=first, date=DAY)
    (tmp_path / "rapport.pdf").write_bytes(pdf.render(document))
    command = [needed("pdftoppm"), "-r", "20", "-gray", tmp_path / "rapport.pdf", tmp_path / "p"]
    subprocess.run(command, check=True)
    pages = sorted(tmp_path.glob("p-*.pgm"))
    assert len(pages) > 3
    for page in pages:
        pixels = page.read_bytes().split(b"\n255\n", 1)[1]
        assert sum(pixel < 200 for pixel in pixels) > len(pixels) / 200, page.name


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory):
    """``browser(page, width)``: the page as Chromium has laid it out, as HTML."""
    chromium = needed("chromium")

    def laid_out(page: str, width: int) -> str:
        folder = tmp_path_factory.mktemp("blader")
        (folder / "rapport.html").write_text(page, encoding="utf-8")
        command = [
            *(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
            *(
                "--no-first-run",
                "--disable-component-update",
                "--disable-sync",
                f"--user-data-dir={folder / 'profiel'}",
            ),
            *(f"--window-size={width},900", "--dump-dom", f"file://{folder / 'rapport.html'}"),
        ]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=120)
        return done.stdout

    return laid_out


def test_the_browser_shows_the_whole_report(document: Document, browser) -> None:
    page = html_report.render(document)
    shown = browser(page, 900)
    texts = [html.unescape(text) for text in re.findall(r"<h[123][^>]*>([^<]+)</h[123]>", shown)]
    assert document.title in texts
    assert "Advies voor u" in texts
    assert texts == [html.unescape(text) for text in re.findall(r"<h[123][^>]*>([^<]+)</h[123]>", page)]


def test_nothing_runs_and_nothing_sticks_out_on_a_phone(document: Document, browser) -> None:
    """The page forbids scripts, so a measuring one only runs in a copy without that rule."""
    measure = "<script>document.title = document.documentElement.scrollWidth + ' in ' + innerWidth</script></body>"
    page = html_report.render(document).replace("</body>", measure)
    assert "<title>Zelftest" in browser(page, 500)
    unguarded = re.sub(r"<meta http-equiv[^>]+>", "", page)
    found = re.search(r"<title>(\d+) in (\d+)</title>", browser(unguarded, 500))
    assert found is not None
    assert int(found[1]) <= int(found[2])
