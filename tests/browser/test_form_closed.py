"""The form sends nothing and keeps nobody out: requests, axe-core, no script, paper."""

import socket
from contextlib import suppress
from pathlib import Path

import pytest
from form_page import ONE, Page, walk
from msgspec.structs import replace

from samenspel.exchange.browser.words import WITHOUT_SCRIPT, WORDS
from samenspel.exchange.code import encode
from tools import axe_core

pytestmark = pytest.mark.browser


def test_it_requests_nothing_and_keeps_nothing(page, form_file, small):
    path = form_file(small)
    page.open(path)
    walk(page, small, ONE)
    page.press(WORDS["show_code"])
    page.saved("Bewaar als bestand")
    asked_for = {address for address in page.requests() if not address.startswith("blob:")}
    assert asked_for == {path.as_uri()}
    kept = "return [localStorage.length, sessionStorage.length, document.cookie]"
    assert page.driver.execute_script(kept) == [0, 0, ""]
    assert page.messages() == []


ATTEMPTS = {
    "fetch": "fetch(there, {mode: 'no-cors'})",
    "picture": "new Promise((done, no) => Object.assign(new Image(), {onload: done, onerror: no, src: there}))",
    "beacon": "Promise.resolve(navigator.sendBeacon(there, 'x'))",
    "form": "Promise.resolve(document.body.appendChild("
    "Object.assign(document.createElement('form'), {action: there, method: 'post'})).submit())",
}


@pytest.fixture
def listening():
    """A place that could be sent to: who comes is noticed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        yield server


def attempt(page: Page, server: socket.socket, how: str) -> bool:
    """Let the page send something; say whether it came."""
    there = f"http://127.0.0.1:{server.getsockname()[1]}/{how}-of-the-form"
    script = f"const [there, done] = arguments; {ATTEMPTS[how]}.then(() => 0, () => 0); done();"
    page.driver.execute_async_script(script, there)
    while True:
        try:
            came, _address = server.accept()
        except TimeoutError:
            return False
        with came:
            came.settimeout(0.5)
            with suppress(TimeoutError):  # who only knocks sends nothing
                if f"/{how}-of-the-form".encode() in came.recv(2_000):
                    return True


@pytest.mark.parametrize("how", ATTEMPTS)
def test_the_browser_itself_refuses_to_send(page, form_file, small, listening, how):
    page.open(form_file(small))
    assert not attempt(page, listening, how)
    assert any("Content Security Policy" in one for one in page.messages())


def test_from_another_page_it_would_be_sent(page, listening, tmp_path):
    (tmp_path / "open.html").write_text("<!DOCTYPE html><title>open</title><body>", encoding="utf-8")
    page.open(tmp_path / "open.html")
    assert attempt(page, listening, "fetch")


def test_without_script_it_says_what_to_do(page, form_file, small):
    page.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(form_file(small))
        for line in WITHOUT_SCRIPT:
            assert line in page.text()
    finally:
        page.command("Emulation.setScriptExecutionDisabled", value=False)


@pytest.fixture(scope="module")
def axe() -> str:
    return axe_core()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nobody_is_kept_out(page, form_file, real, axe, width, dark):
    """axe-core finds nothing on any page, filled in or not, and nothing sticks out."""
    page.open(form_file(real), width=width, height=800, dark=dark)
    page.driver.execute_script(axe)
    look_at(page)
    page.press("Beginnen")
    page.press("Verder")
    look_at(page)  # with what is wrong
    page.choose("partij", "wijkcoach")
    while page.heading != WORDS["page_inleveren"]:
        page.driver.execute_script(
            "document.querySelectorAll('fieldset:nth-of-type(2n) input:first-child').forEach(one => one.click());"
            "document.querySelectorAll('details').forEach(one => { one.open = true; })"
        )
        if page.heading == WORDS["page_vragen"]:
            page.type_at_once("o-toe-goed", "x" * 2_001)
            look_at(page)
            page.type_at_once("o-toe-goed", "Het contact.")
        look_at(page)
        page.press("Verder")
    page.press(WORDS["show_code"])
    look_at(page)


def look_at(page: Page) -> None:
    found = page.driver.execute_async_script("axe.run().then(arguments[0])")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.driver.execute_script(wide) <= 0, page.heading


def test_every_question_has_a_name_for_who_does_not_see_it(page, form_file, small):
    page.open(form_file(small))
    walk(page, small, ONE)
    page.press("Vorige")
    page.press("Vorige")
    tree = page.command("Accessibility.getFullAXTree")["nodes"]
    named = {(node["role"]["value"], node["name"]["value"]) for node in tree if "name" in node and "role" in node}
    assert ("textbox", "Wat gaat er goed?") in named or ("textbox", "Wat gaat goed?") in named
    assert ("group", "samen lunchen") in named
    assert ("radio", WORDS["lasted"]) in named
    assert ("checkbox", WORDS["share"]) in named
    assert ("progressbar", page.text("#voortgang label")) in named


def test_the_printed_sheet_holds_what_goes_along_and_the_code(page, form_file, small, tmp_path):
    page.open(form_file(small))
    walk(page, small, replace(ONE, open={"toe-goed": "Kort contact."}, activities={"lunch": True}))
    sheet = tmp_path / "blad.pdf"
    sheet.write_bytes(page.printed())
    text = page_text(sheet)
    assert encode(small, ONE) in text.replace("\n", "")
    assert "4 eens" in text
    assert "Kort contact." in text
    assert "lunchen" not in text  # not shared
    assert "Bewaar" not in text


def page_text(path: Path) -> str:
    import pymupdf

    with pymupdf.open(path) as document:
        return "\n".join(one.get_text() for one in document)
