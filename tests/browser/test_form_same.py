"""What the form saves and shows is, byte for byte, what Python makes of the same answers."""

import json
import os
from random import Random

import pytest
from form_page import walk
from msgspec import to_builtins
from msgspec.structs import replace
from somebody import SCRIPT, somebody

from bots import SCRIPTS, forms, script
from commands import run
from samenspel.exchange.code import encode
from samenspel.exchange.handover import Reading, to_file
from samenspel.group.model import contribution
from samenspel.questionnaire.applicability import applicable_items, is_blank, offered_answers
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
    assert f"Uw kenmerk is {id_[:8]}." in page.text("#kenmerk")
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
    path.write_bytes(data.replace(b'"rol-generalist": 2', b'"rol-generalist": 5'))
    assert path.read_bytes() != data
    for command in (["verwerk"], ["groep", "voegtoe", "west"]):
        done = run(*command, str(path), data=tmp_path / "data")
        assert (done.returncode, "veranderd of beschadigd" in done.stderr) == (1, True)


FORMS = [("volledig", ""), ("kort", ""), ("volledig", "jongerenwerker"), ("kort", "andere-rol")]
PEOPLE = 500 if os.environ.get("SAMENSPEL_FULL") else 16


def number_ids(small):
    """The small questionnaire with ids that a script would put in another order, and without cards."""
    names = {"rol-eigen": "10", "rol-brood": "9", "rol-ander": "constructor", "rel-overleg": "1"}
    items = tuple(replace(item, id=names.get(item.id, item.id)) for item in small.asked.items)
    return replace(small, asked=replace(small.asked, id="getallen", items=items, cards=()))


@pytest.mark.parametrize("seed", range(PEOPLE))
def test_file_and_code_are_the_same_for_anybody(page, form_file, real, small, seed):
    chance = Random(seed)
    if seed % 8 == 7:
        questionnaire, form, party = number_ids(small), chance.choice(["volledig", "kort"]), ""
    else:
        questionnaire, (form, party) = real, FORMS[seed % 4]
    doing, response = somebody(questionnaire, chance, form, party)
    while is_blank(questionnaire, response):  # who answers nothing at all hands nothing in
        doing, response = somebody(questionnaire, chance, form, party)
    page.open(form_file(questionnaire, form, party))
    code = page.driver.execute_script(SCRIPT, to_builtins(doing))
    data = page.saved("Bewaar als bestand")
    assert data.decode() == to_file(questionnaire, response, json.loads(data)["id"]).decode()
    assert code == encode(questionnaire, response)
    assert Reading(questionnaire).content(data).contribution == contribution(questionnaire, response)


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_form_gives_the_results_of_paper(page, form_file, real, tmp_path, name):
    """Paper gives those of the app, of line mode and of a filled-in PDF: see ``test_three_ways``."""
    wanted = script(real, SCRIPTS[name], start=list(SCRIPTS).index(name))
    page.open(form_file(real, wanted.form))
    walk(page, real, wanted)
    (tmp_path / "1.json").write_bytes(page.saved("Bewaar als bestand"))
    paths = (tmp_path / "1.json", forms(real, wanted, tmp_path))
    by_form, by_paper = (run("verwerk", str(path), "--json", data=tmp_path / "data") for path in paths)
    assert (by_form.returncode, by_paper.returncode) == (0, 0), by_form.stderr + by_paper.stderr
    assert json.loads(by_form.stdout) == json.loads(by_paper.stdout)
