"""What the commands of groups ask at a real terminal."""

import sys
from datetime import date

import pytest

import commands
from bringing import brought
from samenspel.group.founding import checked_group
from samenspel.group.model import Entry, contribution
from samenspel.response import Response
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def at_terminal(*args, data):
    return commands.at_terminal(*args, data=data, size=(200, 40))


def test_making_a_group_asks_how_many_are_expected(tmp_path):
    child = at_terminal("groep", "maak", "West", data=tmp_path)
    child.expect("Hoeveel wijkcoaches verwacht u")
    child.sendline("negen")
    child.expect("Typ een getal")
    child.sendline("9")
    child.expect("Hoeveel jongerenwerkers verwacht u")
    child.sendline("")
    child.expect("de wijkcoaches apart")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert Groups(tmp_path).find("West").group.expected == {"wijkcoach": 9}


@pytest.mark.parametrize(("typed", "made"), [("ja", 1), ("nee", 0)])
def test_an_open_table_is_agreed_on_first(tmp_path, typed, made):
    expected = ("--verwacht", "wijkcoach=2", "--verwacht", "jongerenwerker=1")
    child = at_terminal("groep", "maak", "Tafel", "--open-tafel", *expected, data=tmp_path)
    child.expect("als iedereen aan tafel akkoord is")
    child.sendline(typed)
    child.expect("niet anoniem" if made else "Er is geen groep gemaakt")
    child.expect(pexpect.EOF)
    assert "geen persoon zien" not in child.before
    child.close()
    assert child.exitstatus == 1 - made
    assert len(Groups(tmp_path).all()) == made


def test_making_a_group_can_be_stopped(tmp_path):
    child = at_terminal("groep", "maak", "West", data=tmp_path)
    child.expect(r"Hoeveel wijkcoaches verwacht u.*\): ")
    for _again in range(20):  # a key that comes while the prompt is being made ready is thrown away by the terminal
        child.sendintr()
        if child.expect(["Gestopt", pexpect.TIMEOUT], timeout=1.5) == 0:
            break
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert Groups(tmp_path).all() == []


@pytest.mark.parametrize(("typed", "status", "says"), [("nee", 1, "Er is niets onthuld"), ("JA", 0, "is onthuld")])
def test_the_reveal_warns_and_asks(tmp_path, typed, status, says):
    forms = tmp_path / "f.csv"
    forms.write_text("respondent;partij;rol-eigen\n1;wijkcoach;4\n", encoding="utf-8")
    for args in (["maak", "West", "--verwacht", "wijkcoach=9"], ["voegtoe", "West", str(forms)]):
        child = at_terminal("groep", *args, data=tmp_path)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
    child = at_terminal("groep", "onthul", "West", data=tmp_path)
    child.expect("minder dan 5 mensen mee: er zal geen enkel cijfer te zien zijn")
    child.expect("Onthullen kan één keer")
    child.expect("Typ ‘ja’")
    child.sendline(typed)
    child.expect(says)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status
    assert (Groups(tmp_path).find("West").wave.released is not None) == (status == 0)


def test_of_old_paper_each_form_is_asked_about(tmp_path, real):
    items = [item.id for item in real.asked.items if not item.only and not item.needs_meeting][:10]
    forms = tmp_path / "f.csv"
    rows = (f"{nth};wijkcoach" + f";{nth}" * 10 for nth in range(1, 4))
    forms.write_text("\n".join((";".join(("respondent", "partij", *items)), *rows)), encoding="utf-8")
    groups = Groups(tmp_path / "data")
    stored = groups.create(checked_group("West"), real, date(2026, 11, 3))
    brought(groups, stored.id, real, [forms])
    groups.reveal(stored.id, date(2026, 11, 3))
    groups.new_wave(stored.id, date(2026, 11, 3))
    child = at_terminal("groep", "voegtoe", "West", str(forms), data=tmp_path / "data")
    for number, typed in ((1, ""), (2, "ja"), (3, "nee")):
        child.expect(f"f.csv, formulier {number}: deze antwoorden zaten al in meting 1 van 3 november 2026, of bijna")
        child.expect("Typ ‘ja’ of ‘nee’ .nee.: ")
        child.sendline(typed)
    child.expect("1 antwoord toegevoegd")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert len(groups.names(stored.id, 2)) == 1


def test_erasing_asks(tmp_path):
    at_terminal("groep", "maak", "West", "--verwacht", "wijkcoach=9", data=tmp_path).expect(pexpect.EOF)
    for typed, says in (("", "Er is niets gewist"), ("ja", "De groep is gewist")):
        child = at_terminal("groep", "wis", "west", data=tmp_path)
        child.expect("West – meting 1: 0 antwoorden")
        child.expect("Typ ‘ja’")
        child.sendline(typed)
        child.expect(says)
        child.expect(pexpect.EOF)
        child.close()
    assert Groups(tmp_path).all() == []


@pytest.mark.parametrize(("typed", "there"), [("", False), ("ja", True)])
def test_open_answers_that_nobody_read_are_asked_about(tmp_path, real, typed, there):
    groups = Groups(tmp_path / "data")
    stored = groups.create(checked_group("West"), real, date(2026, 11, 3))
    one = Response(party="wijkcoach", answers={"org-privacy": 4}, open={"toe-goed": "Fatma"}, shared=("toe-goed",))
    groups.add(stored.id, [Entry(new_response_id(), contribution(real, one)) for _nth in range(8)])
    groups.reveal(stored.id, date(2026, 11, 3))
    report = tmp_path / "r.html"
    child = at_terminal("groep", "rapport", "West", "-o", str(report), data=groups.folder)
    child.expect("Niemand las de open antwoorden eerst alleen")
    child.expect("Typ ‘ja’ om ze toch op te nemen")
    child.sendline(typed)
    child.expect("Het rapport staat in")
    child.expect(pexpect.EOF)
    assert ("--open-antwoorden" in child.before) != there
    child.close()
    assert child.exitstatus == 0
    assert ("Fatma" in report.read_text(encoding="utf-8")) == there
