"""What the form saves and shows is, byte for byte, what Python makes of the same answers."""

import json

import pytest
from form_page import walk
from msgspec.structs import replace

from commands import run
from samenspel.exchange.code import encode
from samenspel.exchange.handover import to_file
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.response import Response

pytestmark = pytest.mark.browser


def test_a_person_fills_it_in_and_the_group_takes_it(page, form_file, real, tmp_path):
    response = Response(
        party="wijkcoach",
        experience="1-3",
        meeting="ja",
        knowledge={card.id: "wijkcoach" for card in real.asked.cards[:9]},
        open={"toe-goed": "Het contact is <b>kort</b> & ‘goed’ 👍🏽."},
        activities={"lunch": True, "uitleg": False},
        shared=("toe-goed", "toe-activiteiten"),
    )
    items = applicable_items(real, response)
    response = replace(
        response, answers={item.id: offered_answers(item)[n % 5] for n, item in enumerate(items) if n % 7}
    )
    page.open(form_file(real))
    walk(page, real, response)
    data = page.saved("Bewaar als bestand")
    id_ = json.loads(data)["id"]
    assert data.decode() == to_file(real, response, id_).decode()
    assert id_ in page.told
    page.press("Toon mijn code")
    assert page.text("#code") == encode(real, response)

    path = tmp_path / "samenspel-antwoord.json"
    path.write_bytes(data)
    assert run("groep", "maak", "west", data=tmp_path / "data").returncode == 0
    done = run("groep", "voegtoe", "west", str(path), data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert "1 antwoord toegevoegd" in done.stdout
    done = run("verwerk", str(path), "--json", data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
