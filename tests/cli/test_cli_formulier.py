"""``vragenlijst formulier``: one file under a free name, with the questionnaire as text and not as markup."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from commands import write_questionnaire
from samenspel.cli import cli
from samenspel.exchange.browser.form import browser_form
from samenspel.exchange.browser.words import WORDS
from samenspel.questionnaire.edition import edition


@pytest.fixture
def folder(tmp_path, small, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return write_questionnaire(tmp_path / "klein", small)


def call(*args):
    return CliRunner().invoke(cli, ["vragenlijst", "formulier", *map(str, args)])


def data_in(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="gegevens">(.*?)</script>', page, re.DOTALL)[1])


def test_it_gets_a_name_that_is_free_and_replaces_nothing(folder, tmp_path):
    for name in ("samenspel-formulier-klein.html", "samenspel-formulier-klein-2.html"):
        assert str(tmp_path / name) in call(folder).stdout
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "samenspel-formulier-klein-kort-slager.html" in call(folder, "--kort", "--partij", "slager").stdout
    assert not (tmp_path / "data").exists()
    (tmp_path / "brief.html").write_text("Dag")
    done = call(folder, "-o", "brief.html")
    assert (done.exit_code, (tmp_path / "brief.html").read_text()) == (1, "Dag")
    assert call(folder, "-o", "brief.html", "--vervang").exit_code == 0
    assert "<!DOCTYPE" in (tmp_path / "brief.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("args", [("-o", "formulier.pdf"), ("--partij", "kapper")])
def test_what_cannot_be_is_refused(folder, tmp_path, args):
    done = call(folder, *args)
    assert done.exit_code == 2
    assert not [*tmp_path.glob("*.html")]


def test_it_holds_what_is_asked_in_this_form_and_of_this_party(real):
    whole, short = data_in(browser_form(real)), data_in(browser_form(real, "kort", "jongerenwerker"))
    assert [item["id"] for item in short["items"]] == [
        item["id"]
        for item in whole["items"]
        if real.item(item["id"]).short and "jongerenwerker" in (real.item(item["id"]).only or ("jongerenwerker",))
    ]
    assert len(whole["items"]) == len(real.asked.items)
    assert (whole["party"], short["party"]) == ("", "jongerenwerker")
    assert whole["hash"] == edition(real)


def test_nothing_but_its_own_script_and_style_may_run(small):
    page = browser_form(small)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    for kind, text in (
        ("script", re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]),
        ("style", re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]),
    ):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    for nothing in ("default-src", "connect-src", "form-action", "base-uri"):
        assert f"{nothing} 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(
        r'(?:src|href|action)="|localStorage|sessionStorage|indexedDB|\bfetch\(|XMLHttp|import\(', page
    )


def test_a_text_that_looks_like_markup_ends_nothing(small):
    text = "</script><script>alert(1)</script><!-- <b>{ander}</b> & ‘'\""
    hostile = replace(small, asked=replace(small.asked, title=text, summary=text, we=text))
    page = browser_form(hostile)
    assert page.count("<script") == page.count("</script") == 2
    assert "<!--" not in page
    assert (data_in(page)["title"], data_in(page)["we"]) == (text, text)


def test_script_and_file_are_small(real):
    page = browser_form(real)
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    assert len(script.encode()) <= 25_000
    assert len(page.encode()) <= 150_000


def test_every_sentence_is_said_and_every_one_said_is_there(real):
    script = re.search(r"<script>(.*?)</script>", browser_form(real), re.DOTALL)[1]
    pages = {"page_over_u", "page_kaarten", "page_vragen", "page_nakijken", "page_inleveren"}
    named = set(re.findall(r'"(\w+)"', script))
    assert WORDS.keys() - named - pages == set()
    said = set(re.findall(r'\b(?:say|text)\("(\w+)"', script))
    assert said - WORDS.keys() == set()


def test_the_form_itself_that_comes_back_is_told(folder, tmp_path):
    assert call(folder, "-o", "formulier.html").exit_code == 0
    assert CliRunner().invoke(cli, ["groep", "maak", "west"]).exit_code == 0
    for args in (["verwerk"], ["groep", "voegtoe", "west"]):
        done = CliRunner().invoke(cli, [*args, "formulier.html"])
        assert done.exit_code == 1
        assert "dit is het formulier zelf, zonder antwoorden" in done.stderr
    (tmp_path / "map").mkdir()
    Path("formulier.html").rename(tmp_path / "map" / "teruggestuurd.html")
    for args in (["verwerk"], ["groep", "voegtoe", "west"]):
        done = CliRunner().invoke(cli, [*args, str(tmp_path / "map")])
        assert done.exit_code == 1
        assert "Dit is het formulier zelf, zonder antwoorden: teruggestuurd.html." in done.output


@pytest.mark.parametrize(("party", "says"), [("slager", "slagers"), ("andere-rol", "mensen met een andere rol")])
def test_a_form_for_one_party_says_for_whom(small, party, says):
    assert data_in(browser_form(small, "volledig", party))["audience"] == f"Dit formulier is voor: {says}."
