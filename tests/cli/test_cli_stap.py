"""``stap`` and ``groep agenda``: what is shown, what is refused without a terminal, and the files for a calendar."""

from datetime import datetime

import pytest
from click.testing import CliRunner
from icalendar import Calendar
from msgspec.structs import replace

from samenspel.cli import cli
from samenspel.first_step import FirstStep
from samenspel.group.model import Action, Group
from samenspel.session import Session, change_step
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests

NOW = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
STEP = FirstStep("Bel een slager.", "2026-03-09", "2026-04-06")


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return SelfTests(tmp_path / "data")


def call(*args, code=0):
    done = CliRunner().invoke(cli, args)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == code, done.output
    return done.stdout if code == 0 else done.stderr


def test_a_step_is_shown_and_put_into_a_calendar(store, small, tmp_path):
    assert "Er is nog geen zelftest" in call("stap", code=1)
    session = Session.start(store, small, "kort", NOW)
    assert "Deze zelftest is nog niet af" in call("stap", code=1)
    session.finish(NOW)
    assert "Kies er een met ‘samenspel stap’ in een terminal." in call("stap", code=1)
    change_step(store, session.selftest.id, lambda _before: STEP)
    shown = (
        "Uw eerste stap: Bel een slager.\nU doet dit op maandag 9 maart 2026. U kijkt terug op maandag 6 april 2026.\n"
    )
    assert call("stap") == shown
    assert "samenspel stap --verander" in call("stap", "--verander", code=1)
    assert "Er is geen zelftest" in call("stap", "20200101-000000-aaaa", code=1)
    told = call("stap", session.selftest.id, "--agenda", "mijn stap")
    assert told.startswith(shown)
    assert f"in {tmp_path / 'mijn stap.ics'}" in told
    events = Calendar.from_ical((tmp_path / "mijn stap.ics").read_bytes()).walk("VEVENT")
    assert [str(event["description"]).split("\n")[0] for event in events] == [STEP.text, STEP.text]
    assert "staat er al" in call("stap", "--agenda", "mijn stap.ics", code=1)
    call("stap", "--agenda", "mijn stap.ics", "--vervang")
    assert "op .ics" in call("stap", "--agenda", "stap.pdf", code=2)
    assert "op .ics" in call("stap", "--agenda", "", code=2)
    assert call("uitslag").endswith("\nStap op 9 maart 2026: Bel een slager.\n")
    assert "en de stap die u koos" in call("gegevens", "toon")
    change_step(store, session.selftest.id, lambda step: replace(step, outcome="deels", answered="2026-03-10"))
    assert call("stap") == shown.replace("U doet dit op", "De stap was voor") + "Hoe het ging: deels gelukt.\n"


def test_what_a_group_agreed_is_put_into_a_calendar(store, small, tmp_path):
    groups = Groups(store.folder)
    stored = groups.create(Group(name="Wijk Zuid", minimum=3, expected={"bakker": 5, "slager": 5}), small, NOW.date())
    assert "Bij meting 1 staan geen acties." in call("groep", "agenda", "Wijk Zuid", code=1)
    action = Action("Samen eten", "Sanne", "2026-04-01", "2026-07-01")
    groups.update_wave(stored.id, 1, lambda wave: replace(wave, actions=(action,)))
    assert "samenspel-groep-meting-1-agenda.ics" in call("groep", "agenda", "Wijk Zuid")
    content = (tmp_path / "samenspel-groep-meting-1-agenda.ics").read_bytes()
    titles = [str(event["summary"]) for event in Calendar.from_ical(content).walk("VEVENT")]
    assert titles == [
        "Samen eten (Sanne)",
        "Terugkijken op onze acties: Wijk Zuid",
        "Nieuwe meting: Wijk Zuid",
    ]
    call("groep", "agenda", "Wijk Zuid", "-o", "acties.ics", "--meting", "1")
    assert (tmp_path / "acties.ics").read_bytes() == content
