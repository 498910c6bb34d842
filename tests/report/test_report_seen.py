"""The report as a person gets to see it: the HTML in a real browser."""

import html
import re
import subprocess
from datetime import date

import pytest

from samenspel.fictional import professional
from samenspel.fictional.group import demo_group
from samenspel.first_step import FirstStep
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import html as html_report
from samenspel.report.document import Document
from samenspel.report.groups.report import group_report
from samenspel.report.personal.parts import Personal
from samenspel.report.personal.report import personal_report
from tools import needed

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def document(real: Questionnaire) -> Document:
    return personal_report(real, professional.her_answers(), date=DAY)


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


MEASURE = """<script>
onload = () => {
  const page = frames[0].document, broken = [], word = /[^\\s\u2013/-]+/g;
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let one; (one = texts.nextNode());) {
    if (one.parentElement.closest("svg, details")) continue;
    for (let found; (found = word.exec(one.textContent));) {
      const range = page.createRange();
      range.setStart(one, found.index);
      range.setEnd(one, found.index + found[0].length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(found[0]);
    }
  }
  document.title = page.documentElement.scrollWidth + " of " + frames[0].innerWidth + " and broken: " + broken;
};
</script>"""


def test_nothing_runs_on_a_phone(document: Document, browser) -> None:
    """The page forbids scripts."""
    page = html_report.render(document).replace("</body>", "<script>document.title = 'x'</script></body>")
    assert "<title>Zelftest" in browser(page, 500)


def test_on_a_phone_nothing_sticks_out_and_no_word_is_broken(real: Questionnaire, browser) -> None:
    """Four parts and the group's report below each other; in a frame, which can be narrower than a window."""
    group, first, second = demo_group(real)
    told = [*Personal(real, professional.her_answers(), DAY, step=FirstStep("Bel.", "2026-11-30")).parts()]
    bodies = [group_report(real, group, second, previous=first, date=DAY), *(part for _name, part in told)]
    pages = [re.sub(r"<meta http-equiv[^>]+>", "", html_report.render(one)) for one in bodies]
    whole = pages[0].replace("</main>", "".join(page.partition("<main")[2].partition(">")[2] for page in pages[1:]))
    frame = f'<iframe srcdoc="{html.escape(whole)}" style="width: 390px; height: 900px; border: 0"></iframe>'
    found = re.search(r"<title>(\d+) of (\d+) and broken: ([^<]*)</title>", browser(MEASURE + frame, 800))
    assert found is not None
    assert found[3] == ""
    assert int(found[1]) <= int(found[2]) == 390
