"""``delen`` and ``code``: at a terminal it asks which open answers go along, with the text; else ``--open`` says it."""

import json
import sys
from datetime import datetime

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from commands import at_terminal
from samenspel.cli import cli
from samenspel.response import Response
from samenspel.storage.selftests import SelfTests

TOO_SOON = "Wat u al had getypt of geplakt, telt hier niet mee"
ANSWERED = Response(
    party="bakker",
    answers={"rol-eigen": 4},
    open={"toe-goed": "De koffie.\nEn de taart."},
    activities={"lunch": True},
)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return SelfTests(tmp_path / "data")


@pytest.fixture
def kept(store, small):
    return keep(store, small)


def keep(store, small, shared=()):
    now = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
    begun = store.create(small, replace(ANSWERED, shared=shared), at="review", now=now)
    return store.update(begun.id, lambda one: replace(one, finished="2026-03-01T09:40:00"))


def call(*args, code=0):
    done = CliRunner().invoke(cli, args)
    assert done.exit_code == code, done.output
    return done.stdout if code == 0 else done.stderr


def response_in(path):
    return json.loads(path.read_bytes())["contribution"]["response"]


def asked(store, tmp_path, *typed):
    """Start ``delen`` at a terminal and answer what it asks; give what it said."""
    import pexpect

    child = at_terminal("delen", "-o", str(tmp_path / "a.json"), data=store.folder)
    for text in typed:
        child.expect(r"Typ ‘ja’ of ‘nee’ \[(ja|nee)\]: ")
        child.sendline(text)
    child.expect(pexpect.EOF)
    child.close()
    return child


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
class TestAtATerminal:
    def test_each_open_answer_is_shown_and_asked(self, store, kept, tmp_path):
        import pexpect

        child = at_terminal("delen", "-o", str(tmp_path / "a.json"), data=store.folder)
        child.expect("Lees uw open antwoorden nog eens")
        child.expect(r"Wat gaat goed\?\s+De koffie.\s+En de taart.\s+Mag de groep dit antwoord lezen, zonder uw naam")
        child.expect(r"\[nee\]: ")
        child.sendline("misschien")
        child.expect(r"\[nee\]: ")
        child.sendline("JA")
        child.expect(r"Wat deed u samen\?\s+samen lunchen – er is iets van gebleven")
        child.expect(r"\[nee\]: ")
        child.sendline("")
        child.expect("uw open antwoord bij ‘Wat gaat goed\\?’: De koffie.\r\n    En de taart.")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        given = response_in(tmp_path / "a.json")
        assert (given["open"], "activities" in given) == ({"toe-goed": "De koffie.\nEn de taart."}, False)
        assert store.read(kept.id).response.shared == ("toe-goed",)

    def test_what_was_chosen_before_is_what_enter_leaves(self, store, small, tmp_path):
        kept = keep(store, small, shared=("toe-activiteiten",))  # as 0.1.0 asked it in the walk
        assert asked(store, tmp_path, "", "").exitstatus == 0
        assert store.read(kept.id).response.shared == ("toe-activiteiten",)
        (tmp_path / "a.json").unlink()
        assert asked(store, tmp_path, "nee", "nee").exitstatus == 0
        assert "activities" not in response_in(tmp_path / "a.json")

    def test_a_yes_that_was_there_already_shares_nothing(self, store, small, tmp_path):
        import pexpect

        keep(store, small)

        child = at_terminal("delen", "-o", str(tmp_path / "a.json"), data=store.folder)
        child.send("ja\rja\r")
        child.expect(TOO_SOON)
        for _nth in range(2):
            child.expect(r"\[nee\]: ")
            child.sendline("nee")
        child.expect(pexpect.EOF)
        child.close()
        assert "open" not in response_in(tmp_path / "a.json")

    def test_who_stops_gave_nothing(self, store, kept, tmp_path):
        child = asked(store, tmp_path, "ja", "\x03")
        assert child.exitstatus == 1
        assert "Traceback" not in child.before
        assert not (tmp_path / "a.json").exists()
        assert store.read(kept.id) == kept


@pytest.mark.parametrize(
    ("opened", "shared"),
    [
        (["toe-goed"], ("toe-goed",)),
        (["toe-activiteiten", "toe-goed"], ("toe-goed", "toe-activiteiten")),
        (["geen"], ()),
        ([], ("toe-activiteiten",)),
    ],
)
def test_without_a_terminal_only_what_is_named_or_was_chosen_before_goes_along(store, small, tmp_path, opened, shared):
    kept = keep(store, small, shared=("toe-activiteiten",))
    call("delen", "-o", "a.json", *(word for name in opened for word in ("--open", name)))
    assert tuple(response_in(tmp_path / "a.json").get("shared", ())) == shared == store.read(kept.id).response.shared


def test_nothing_is_shared_by_default(store, kept, tmp_path):
    told = call("delen", "-o", "a.json")
    assert "open antwoord bij" not in told
    assert "en alle open antwoorden." in told
    assert not {"open", "activities", "shared"} & response_in(tmp_path / "a.json").keys()


def test_an_unknown_question_is_refused_with_the_list(store, kept, tmp_path):
    told = call("delen", "-o", "a.json", "--open", "toe-goed", "--open", "toe-slecht", code=2)
    assert "‘toe-slecht’ is geen open vraag met een antwoord van u." in told
    assert "Kies uit: toe-goed, toe-activiteiten of geen." in told
    assert not (tmp_path / "a.json").exists()
    assert store.read(kept.id) == kept


def test_a_file_that_stands_there_is_never_replaced_unasked(store, kept, tmp_path):
    first = call("delen")
    call("delen", "--open", "toe-goed")
    names = sorted(path.name for path in tmp_path.glob("*.json"))
    stem = f"samenspel-antwoord-{store.read(kept.id).share_id[:8]}"
    assert names == [f"{stem}-2.json", f"{stem}.json"]
    assert f"{stem}.json" in first
    assert "open" not in response_in(tmp_path / f"{stem}.json")
    assert "Dit bestand staat er al" in call("delen", "-o", f"{stem}.json", code=1)


@pytest.mark.parametrize("command", ["delen", "code"])
def test_it_says_the_day_what_goes_along_and_what_the_facilitator_does(store, kept, command):
    told = call(command)
    for said in (
        "Dit is uw zelftest van 1 maart 2026.",
        "Erin staan:\n  uw partij: bakker\n  de volledige vorm\n  uw antwoord op 1 stelling\n",
        "Niet erin: uw naam, gebied, toelichtingen, de datum",
        "De begeleider kiest bij ‘Antwoorden verzamelen’",
        "terugnemen tot de uitslag is onthuld",
    ):
        assert said in told


def test_a_code_asks_nothing_because_no_text_fits_in_it(store, small):
    keep(store, small, shared=("toe-goed",))
    told = call("code")
    assert "koffie" not in told
    assert "en alle open antwoorden." in told
