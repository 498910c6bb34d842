"""``gegevens`` and ``demo``: seeing and erasing what is kept, and a demonstration that keeps nothing."""

import sys
from datetime import date, datetime
from functools import cache

import pytest
from click.testing import CliRunner

from commands import at_terminal, run
from fillers import form
from samenspel.cli import cli
from samenspel.exchange.give.report_file import is_report, rendered
from samenspel.fictional.professional import answer_all, her_answers
from samenspel.report.personal.report import personal_report
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage import inventory, preferences
from samenspel.storage.selftests import SelfTests


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    return SelfTests(tmp_path / "data")


@pytest.fixture
def kept(store, small):
    now = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
    session = Session.start(store, small, "kort", now)
    session.answer("bakker", now)
    return session.selftest


def call(*args):
    return CliRunner().invoke(cli, args)


def test_toon_lists_every_self_test_and_every_file(store, kept, small):
    now = datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 - idem
    done = Session.start(store, small, "volledig", now)
    answer_all(done, Response(party="slager"), now)
    shown = call("gegevens", "toon")
    assert shown.exit_code == 0
    assert f"{kept.id}  klein, korte vorm, nog niet af: 0 van 3 stellingen" in shown.stdout
    assert f"{done.selftest.id}  klein, volledige vorm, af op 02-03-2026" in shown.stdout
    for path in inventory.files(store.folder):
        assert f"{path.relative_to(store.folder)} – " in shown.stdout


def test_toon_of_nothing_makes_nothing(tmp_path, store):
    shown = call("gegevens", "toon")
    assert shown.exit_code == 0
    assert "Er is nog niets bewaard." in shown.stdout
    assert not store.folder.exists()


def test_toon_lists_the_colours_that_were_chosen(store, kept):
    preferences.keep(store.folder, theme="samenspel-licht")
    assert "  voorkeuren.json – voorkeuren: de kleuren en de vragenlijst die u koos" in call("gegevens", "toon").stdout


def test_toon_names_what_cannot_be_read(store, kept):
    (store.folder / "zelftests" / f"{kept.id}.json").write_text("{", encoding="utf-8")
    shown = call("gegevens", "toon")
    assert shown.exit_code == 0
    assert "beschadigd" in shown.stdout
    assert "kan antwoorden bevatten" in shown.stdout


def test_wis_asks_and_without_a_terminal_wants_ja(store, kept):
    done = call("gegevens", "wis", kept.id)
    assert done.exit_code == 2
    assert "--ja" in done.stderr
    assert store.ids() == [kept.id]


def test_wis_with_ja_erases_and_says_what_it_cannot_reach(store, kept):
    done = call("gegevens", "wis", kept.id, "--ja")
    assert done.exit_code == 0
    assert store.ids() == []
    assert "Rapporten, en antwoorden die u aan een groep gaf, staan er nog. Wis die zelf." in done.stdout


def test_what_was_set_aside_is_asked_about_and_erased_too(store, kept):
    (store.folder / "zelftests" / f"{kept.id}.json").write_text("{", encoding="utf-8")
    call("gegevens", "toon")  # which sets it aside
    asked = call("gegevens", "wis", kept.id)
    assert asked.exit_code == 2
    assert "staat nu apart" in asked.stdout
    assert call("gegevens", "wis", kept.id, "--ja").exit_code == 0
    assert not list((store.folder / "zelftests").iterdir())


@pytest.mark.parametrize("more", [[], ["--ja"]])
def test_wis_of_an_unknown_id_suggests_and_erases_nothing(store, kept, more):
    done = call("gegevens", "wis", kept.id + "x", *more)
    assert done.exit_code == 1
    assert f"Bedoelde u ‘{kept.id}’?" in done.stderr
    assert store.ids() == [kept.id]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
@pytest.mark.parametrize(("typed", "left", "code"), [("nee", 1, 1), ("", 1, 1), ("ja", 0, 0), ("\x03", 1, 1)])
def test_at_a_terminal_only_the_word_ja_erases(store, kept, typed, left, code):
    import pexpect

    child = at_terminal("gegevens", "wis", kept.id, data=store.folder)
    child.expect("Typ ‘ja’ om te wissen: ")
    assert kept.id in child.before
    child.sendline(typed)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert len(store.ids()) == left
    assert "Traceback" not in child.before
    assert "Aborted" not in child.before


def test_demo_writes_the_report_and_keeps_nothing(tmp_path, real):
    done = run("demo", "-o", "uit", data=tmp_path / "data", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    written = sorted((tmp_path / "uit").iterdir())
    assert [path.name for path in written] == [
        "demo-bijlage.html",
        "demo-bijlage.pdf",
        "demo-gespreksblad.html",
        "demo-gespreksblad.pdf",
        "demo-groep-csv",
        "demo-groep.html",
        "demo-groep.pdf",
        "demo-groep.xlsx",
        "demo-inleveren",
        "demo-rapport.html",
        "demo-rapport.pdf",
        "demo-werkbladen.html",
        "demo-werkbladen.pdf",
    ]
    assert len(list((tmp_path / "uit" / "demo-groep-csv").glob("*.csv"))) > 5
    assert all(str(path) in done.stdout for path in written)
    assert "49 van de 49 stellingen" in done.stdout
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("as_html", [False, True])
def test_a_report_is_known_again_while_nobody_has_changed_it(small, as_html):
    made = rendered(personal_report(small, Response(party="bakker"), date=date(2026, 1, 1)), as_html=as_html)
    assert is_report(made)
    for changed in (b"van mijzelf, over samenspel", made + b"<!-- van mijzelf -->", b"x" + made, form(small)):
        assert not is_report(changed)


def test_demo_replaces_what_it_made_and_nothing_of_anybody_else(tmp_path, real, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("samenspel.cli.demo.rendered", cache(rendered))  # four times the same reports
    folder = tmp_path / "samenspel-demo"
    assert call("demo").exit_code == 0
    pdf = (folder / "demo-rapport.pdf").read_bytes()
    other = personal_report(real, Response(party="wijkcoach"), date=date(2026, 1, 1))
    for as_html in (False, True):  # of another day, or another samenspel
        name = f"demo-rapport.{'html' if as_html else 'pdf'}"
        (folder / name).write_bytes(rendered(other, as_html=as_html))
    assert call("demo").exit_code == 0
    assert (folder / "demo-rapport.pdf").read_bytes() == pdf
    mine = folder / "demo-inleveren" / "formulieren.csv"
    mine.write_text("van mijzelf", encoding="utf-8")
    refused = call("demo")
    assert refused.exit_code == 1
    assert "Dit bestand staat er al: formulieren.csv." in refused.stderr
    assert mine.read_text(encoding="utf-8") == "van mijzelf"
    assert call("demo", "--vervang").exit_code == 0
    assert mine.read_text(encoding="utf-8") != "van mijzelf"


def test_demo_tells_when_its_folder_is_a_file(tmp_path, monkeypatch):
    (tmp_path / "uit").write_text("", encoding="utf-8")
    done = call("demo", "-o", str(tmp_path / "uit"))
    assert done.exit_code == 1
    assert "is een bestand" in done.stderr


def test_the_fictional_answers_fit_the_questionnaire(real, tmp_path):
    now = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - idem
    session = Session.start(SelfTests(tmp_path), real, "volledig", now)
    answer_all(session, her_answers(), now)
    assert session.response == her_answers()
    assert set(her_answers().answers) == {item.id for item in real.asked.items}
    assert set(her_answers().knowledge) == {card.id for card in real.asked.cards}


def test_a_user_without_a_home_is_told_what_to_do(monkeypatch, tmp_path):
    def nowhere(*_args, **_more):
        raise RuntimeError("could not determine the home directory")

    monkeypatch.delenv("SAMENSPEL_DATA", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", nowhere)
    done = call("gegevens", "toon")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "met SAMENSPEL_DATA." in done.stderr
    forms = tmp_path / "forms.csv"
    forms.write_text("respondent;partij\n1;wijkcoach\n", encoding="utf-8")
    assert call("verwerk", str(forms)).exit_code == 0  # that needs no store
