"""The form as somebody meets it: by keyboard and by touch, what is asked, what is typed, and what is handed in."""

import json

import pytest
from form_page import ONE, Page, walk
from msgspec.structs import replace
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from samenspel.exchange.browser.words import WORDS
from samenspel.exchange.code import encode
from samenspel.exchange.handover import Reading, to_file
from samenspel.hygiene import NOTE_LIMIT
from samenspel.response import Response

pytestmark = pytest.mark.browser


def keys(page: Page, *pressed: str) -> None:
    ActionChains(page.driver, duration=0).send_keys(*pressed).perform()


def focused(page: Page) -> str:
    return page.driver.execute_script(
        "const e = document.activeElement; if (e === document.body) return '';"
        "return e.matches('input') ? `${e.name}=${e.value}` : e.textContent"
    )


def to(page: Page, wanted: str) -> None:
    """Press Tab until ``wanted`` has the focus."""
    for _nth in range(60):
        if wanted in focused(page):
            return
        keys(page, Keys.TAB)
    pytest.fail(f"{wanted} cannot be reached; the focus is on {focused(page)}")


# How it is filled in. ------------------------------------------------------------------------------------------------


def test_by_keys_alone(page, form_file, small):
    page.open(form_file(small))
    to(page, "Beginnen")
    keys(page, Keys.ENTER)
    assert (page.heading, focused(page)) == ("Over u", "Over u")
    to(page, "v-partij=bakker")
    keys(page, Keys.SPACE)
    to(page, "v-meeting=ja")
    keys(page, Keys.SPACE)
    to(page, "Verder")
    keys(page, Keys.ENTER)
    assert page.heading == "Rolduidelijkheid"
    to(page, "v-rol-eigen=1")
    keys(page, Keys.SPACE, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    to(page, "v-rol-brood=1")
    keys(page, "0")
    to(page, "v-rol-ander=1")
    keys(page, "5", "4")
    to(page, "Verder")
    keys(page, Keys.ENTER)
    assert page.heading == "Relatie"
    for _nth in range(4):
        to(page, "Verder")
        keys(page, Keys.ENTER)
    assert page.heading == WORDS["page_inleveren"]
    to(page, WORDS["show_code"])
    keys(page, Keys.ENTER)
    given = Response(party="bakker", meeting="ja", answers={"rol-eigen": 3, "rol-brood": 0, "rol-ander": 4})
    assert focused(page) == encode(small, given)


def test_by_touch_on_a_small_screen(page, form_file, small):
    page.open(form_file(small), width=320, height=600)
    page.command("Emulation.setTouchEmulationEnabled", enabled=True)
    walk(page, small, ONE)
    data = page.saved("Bewaar als bestand")
    assert data == to_file(small, ONE, json.loads(data)["id"])
    page.command("Emulation.setTouchEmulationEnabled", enabled=False)


def test_what_is_asked_follows_from_what_was_answered(page, form_file, small):
    page.open(form_file(small))
    page.press("Beginnen")
    assert not page.all("#v-experience")  # its words name the other party
    page.press("Verder")
    assert (page.heading, page.told) == ("Over u", WORDS["party_needed"])
    page.choose("partij", "slager")
    assert "Hoe lang werkt u met bakkers samen?" in page.text()
    page.choose("meeting", "geen")
    page.press("Verder")
    assert "1. Dit is stelling rol-eigen over de bakkers." in page.text()
    assert "rol-brood" not in page.text()
    assert not page.all('#v-rol-eigen input[value="0"]')
    assert page.all('#v-rol-ander input[value="0"]')
    page.press("Verder")
    assert "rel-overleg" not in page.text()


def test_an_answer_can_be_taken_back(page, form_file, small):
    page.open(form_file(small, "volledig", "bakker"))
    page.press("Beginnen")
    page.press("Verder")
    assert not page.find("#v-rol-eigen .clear").is_displayed()
    page.choose("rol-eigen", 4)
    assert "U beantwoordde 1 van de 6 stellingen" in page.text("#voortgang")
    page.find("#v-rol-eigen .clear").click()
    assert "U beantwoordde 0 van de 6 stellingen" in page.text("#voortgang")
    assert not page.all("#v-rol-eigen input:checked")


def test_the_first_answer_to_a_card_counts(page, form_file, small):
    page.open(form_file(small))
    walk(page, small, replace(ONE, knowledge={}))
    for _nth in range(3):
        page.press("Vorige")
    page.choose("kennis-brood", "slager")
    page.press("Verder")
    told = "Volgens deze vragenlijst is het antwoord: bakker. Bij u kan het anders zijn."
    assert f"✗ Niet goed. {told} De bakker bakt brood." in page.text("#v-kennis-brood")
    assert not page.all("#v-kennis-brood input")
    assert page.told == WORDS["cards_known"].format(goed=0, totaal=1)
    assert page.all("#v-kennis-klant input")
    page.choose("kennis-klant", "weet-niet")
    page.press("Verder")
    assert "Volgens deze vragenlijst is het antwoord: allebei." in page.text("#v-kennis-klant")
    assert "✗" not in page.text("#v-kennis-klant")


def test_going_back_in_the_browser_stays_in_the_form(page, form_file, small):
    page.open(form_file(small))
    page.press("Beginnen")
    page.choose("partij", "bakker")
    page.press("Verder")
    page.driver.back()
    assert page.heading == "Over u"
    assert page.all("#v-partij input:checked")
    page.driver.forward()
    assert page.heading == "Rolduidelijkheid"


def test_who_answered_nothing_cannot_hand_in(page, form_file, small):
    page.open(form_file(small))
    walk(page, small, Response(party="slager"))
    assert WORDS["blank"] in page.text()
    assert not page.all("#kenmerk")


def test_the_browser_asks_before_answers_are_lost(page, form_file, small):
    asks = "const e = new Event('beforeunload', {cancelable: true}); dispatchEvent(e); return e.defaultPrevented"
    page.open(form_file(small))
    page.press("Beginnen")
    assert not page.driver.execute_script(asks)
    page.choose("partij", "bakker")
    assert page.driver.execute_script(asks)
    page.saved(WORDS["keep"])
    assert not page.driver.execute_script(asks)


def test_another_file_of_the_same_person_is_told(page, form_file, small):
    page.open(form_file(small))
    walk(page, small, ONE)
    first = page.saved("Bewaar als bestand")
    assert "Let op" not in page.told
    assert page.saved("Bewaar als bestand") == first
    assert "Let op" not in page.told
    page.press("Vorige")
    page.press("Ga naar: Rolduidelijkheid")
    page.choose("rol-eigen", 1)
    while page.heading != WORDS["page_inleveren"]:
        page.press("Verder")
    second = page.saved("Bewaar als bestand")
    assert json.loads(second)["id"] == json.loads(first)["id"]
    assert WORDS["saved_again"] in page.told


def test_two_who_open_the_form_are_two_persons(page, form_file, small):
    ids = set()
    for _nth in range(2):
        page.open(form_file(small))
        walk(page, small, ONE)
        ids.add(json.loads(page.saved("Bewaar als bestand"))["id"])
    assert len(ids) == 2


# What is typed. ------------------------------------------------------------------------------------------------------


def test_a_text_that_is_too_long_is_told_and_kept(page, form_file, small):
    page.open(form_file(small))
    walk(page, small, replace(ONE, open={}, shared=()))
    page.press("Vorige")
    page.press("Vorige")
    text = "é👍🏽 " * 5_000
    page.type_at_once("o-toe-goed", text)
    assert "20000" in page.text("section.question .wrong") or "19999" in page.text("section.question .wrong")
    page.press("Verder")
    assert page.told == WORDS["too_long_here"]
    page.press("Vorige")
    page.press("Verder")
    assert page.find("#o-toe-goed").get_property("value") == text
    page.type_at_once("o-toe-goed", "x" * NOTE_LIMIT)
    assert page.text("section.question .wrong") == ""
    page.press("Verder")
    assert page.heading == WORDS["page_nakijken"]


def test_markup_in_any_text_is_text(page, form_file, small):
    evil = "</script><img src=x onerror=alert(1)><b>{anderen}</b> &amp; [/]"
    asked = small.asked
    hostile = replace(
        small,
        asked=replace(
            asked,
            title=evil,
            summary=evil,
            we=evil,
            items=tuple(replace(item, text=evil) for item in asked.items),
            cards=tuple(replace(card, text=evil, why=evil) for card in asked.cards),
            open_questions=tuple(replace(question, text=evil, help=evil) for question in asked.open_questions),
        ),
    )
    given = replace(ONE, open={"toe-goed": evil})
    page.open(form_file(hostile))
    assert page.heading == evil
    walk(page, hostile, given)
    data = page.saved("Bewaar als bestand")
    assert Reading(hostile).content(data).contribution.response.open == {"toe-goed": evil}
    page.driver.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert not page.all("main img, main b b, #blad img")
    assert page.messages() == []
