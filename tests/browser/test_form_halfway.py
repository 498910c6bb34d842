"""A form that is saved half-way and opened again; what is no such file is refused in words."""

import json

import pytest
from form_page import ONE, walk
from msgspec.structs import replace

from commands import run, write_questionnaire
from samenspel.exchange.browser.words import WORDS
from samenspel.exchange.handover import to_file

pytestmark = pytest.mark.browser


@pytest.fixture
def half(page, form_file, small) -> bytes:
    """What somebody saved on the page with open questions."""
    page.open(form_file(small))
    walk(page, small, ONE)
    page.press("Vorige")
    page.press("Vorige")
    return page.saved(WORDS["keep"])


def test_where_answers_are_handed_in_nothing_half_done_is_saved(page, form_file, small):
    page.open(form_file(small))
    assert WORDS["keep"] not in page.text()
    walk(page, small, ONE)
    assert WORDS["keep"] not in page.text()
    page.press("Vorige")
    assert WORDS["keep"] in page.text()


def test_half_way_and_on_gives_the_same_file_and_person(page, form_file, small, half, tmp_path):
    path = tmp_path / "half.json"
    path.write_bytes(half)
    page.open(form_file(small))
    page.give(path)
    assert (page.heading, page.told) == (WORDS["page_vragen"], WORDS["taken"])
    page.press("Verder")
    page.press("Verder")
    data = page.saved("Bewaar als bestand")
    assert data == to_file(small, ONE, json.loads(half)["id"])


def test_cards_that_were_not_looked_at_yet_come_along(page, form_file, small, tmp_path):
    page.open(form_file(small))
    walk(page, small, replace(ONE, knowledge={}))
    for _nth in range(3):
        page.press("Vorige")
    page.choose("kennis-klant", "allebei")
    (tmp_path / "half.json").write_bytes(page.saved(WORDS["keep"]))
    page.open(form_file(small))
    page.give(tmp_path / "half.json")
    assert page.find('#v-kennis-klant input[value="allebei"]').is_selected()


def test_the_group_does_not_count_what_is_not_done(half, small, tmp_path):
    path = tmp_path / "half.json"
    path.write_bytes(half)
    folder = write_questionnaire(tmp_path / "klein", small)
    data = tmp_path / "data"
    assert run("groep", "maak", "west", "--vragenlijst", str(folder), data=data).returncode == 0
    done = run("groep", "voegtoe", "west", str(path), data=data)
    assert (done.returncode, "nog niet af" in done.stderr) == (1, True)


def changed(half: bytes, **fields: object) -> bytes:
    return json.dumps({**json.loads(half), **fields}).encode()


def with_answers(half: bytes, **answers: object) -> bytes:
    return changed(half, answers={**json.loads(half)["answers"], **answers})


WRONG = {
    "empty": (lambda _half: b"", "not_ours"),
    "a text": (lambda _half: b"Beste allemaal", "not_ours"),
    "cut off": (lambda half: half[:-40], "not_ours"),
    "another json": (lambda _half: b'{"samenspel": "iets"}', "not_ours"),
    "a list": (lambda _half: b"[]", "not_ours"),
    "null": (lambda _half: b"null", "not_ours"),
    "too large": (lambda _half: b" " * 1_000_001, "not_ours"),
    "a newer form": (lambda half: changed(half, schema=2), "newer_file"),
    "another version": (lambda half: changed(half, questionnaire={"id": "klein", "hash": "0" * 64}), "other_version"),
    "no version": (lambda half: changed(half, questionnaire=None), "other_version"),
    "the short form": (lambda half: changed(half, form="kort"), "other_form"),
    "for one party": (lambda half: changed(half, fixed="bakker"), "other_form"),
    "no answers": (lambda half: changed(half, answers=None), "damaged"),
    "a wrong id": (lambda half: changed(half, id="<b>"), "damaged"),
    "an answer that is not offered": (lambda half: with_answers(half, answers={"rol-eigen": 0}), "damaged"),
    "an answer as text": (lambda half: with_answers(half, answers={"rol-eigen": "4"}), "damaged"),
    "an unknown statement": (lambda half: with_answers(half, answers={"__proto__": 4}), "damaged"),
    "an unknown party": (lambda half: with_answers(half, party="kapper"), "damaged"),
    "a party that is no text": (lambda half: with_answers(half, party=["bakker"]), "damaged"),
    "a text that is none": (lambda half: with_answers(half, open={"toe-goed": {}}), "damaged"),
    "an unknown card": (lambda half: with_answers(half, cards={"kennis-x": "bakker"}), "damaged"),
    "an unknown question": (lambda half: with_answers(half, shared=["toe-x"]), "damaged"),
    "a lasting that is none": (lambda half: with_answers(half, activities={"lunch": 1}), "damaged"),
}


def test_what_is_no_saved_form_is_refused_in_words(page, form_file, small, half, tmp_path):
    page.open(form_file(small))
    for name, (make, says) in WRONG.items():
        path = tmp_path / f"{name}.json"
        path.write_bytes(make(half))
        page.driver.execute_script("document.getElementById('melding').textContent = ''")
        page.give(path)
        assert (name, page.told) == (name, WORDS[says])
        assert page.heading == small.asked.title
    (tmp_path / "klaar.json").write_bytes(to_file(small, ONE, "0" * 32))
    page.driver.execute_script("document.getElementById('melding').textContent = ''")
    page.give(tmp_path / "klaar.json")
    assert page.told == WORDS["is_response"]
    page.press("Beginnen")
    assert not page.all("input:checked")  # nothing of it was taken
