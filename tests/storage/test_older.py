"""The data folder of somebody who worked with samenspel 0.1.0 opens as it is, and the work in it goes on."""

import json
import tarfile
from datetime import date, datetime
from pathlib import Path

import pytest

from commands import run
from samenspel.collecting.turn import Turn
from samenspel.session import Session
from samenspel.storage import preferences
from samenspel.storage.groups import Groups
from samenspel.storage.selftest import handed_in
from samenspel.storage.selftests import SelfTests
from samenspel.storage.shelf import Shelf

MADE = Path(__file__).parent.parent / "data" / "0.1.0"
NOW = datetime(2026, 11, 30, 10, 0)  # noqa: DTZ001 - a person's own clock, as the app has it


@pytest.fixture
def data(tmp_path):
    with tarfile.open(MADE / "gegevens.tar.xz") as tar:
        tar.extractall(tmp_path, filter="data")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("zelftest", ["uitslag", "--json"]),
        ("groep", ["groep", "uitslag", "Wijkteam West", "--meting", "1", "--json"]),
    ],
)
def test_what_it_said_is_still_said(data, name, call):
    done = run(*call, data=data)
    assert done.stderr == ""
    assert json.loads(done.stdout) == json.loads((MADE / f"{name}.json").read_text(encoding="utf-8"))


def test_every_file_is_read_and_none_is_set_aside(data):
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    store, groups = SelfTests(data), Groups(data)
    assert [one.finished is None for one in store.newest()] == [True, False]
    (stored,) = groups.all()
    assert [len(groups.contributions(stored, wave.number)) for wave in stored.waves] == [16, 7]
    assert [handed_in(draft) is None for draft in groups.drafts(stored.id).newest()] == [False, True]
    assert store.notices == groups.notices == []
    chosen = Shelf(data).chosen()
    assert (chosen.title, chosen.own, chosen.problems) == ("Kleine zelftest", True, ())
    assert preferences.read(data).theme == "samenspel-licht"
    assert {path: path.read_bytes() for path in before} == before


def test_a_self_test_that_was_open_goes_on_and_is_finished(data):
    store = SelfTests(data)
    session = Session.reopen(store, store.latest(finished=False))
    assert session.response.answers == {"rol-eigen": 4}
    assert session.step.id == "rol-brood"
    session.answer("2", NOW)
    session.finish(NOW)
    assert SelfTests(data).latest().response.answers == {"rol-eigen": 4, "rol-brood": 2}


def test_a_finished_one_is_handed_over_under_the_name_that_it_had(data):
    store = SelfTests(data)
    finished = store.latest()
    assert finished.share_id != ""
    assert store.shared(finished.id) == finished


def test_what_a_group_did_is_there(data):
    (stored,) = Groups(data).all()
    first = stored.waves[0]
    assert (first.phase, first.revealed, first.voters, len(first.votes)) == ("afgerond", "2026-05-11", 6, 2)
    assert (len(first.pinned), [*first.dismissed.values()]) == (1, ["Daar gaan wij niet over."])
    assert [action.what for action in first.actions] == ["Bij elkaar op bezoek"]


def test_who_was_busy_goes_on_and_is_revealed_with_the_others_and_with_whoever_was_killed(data):
    groups = Groups(data)
    (stored,) = groups.all()
    busy = next(draft for draft in groups.drafts(stored.id).newest() if handed_in(draft) is None)
    turn = Turn.go_on(groups, stored, busy)
    assert turn.step.id == "rol-ander"
    turn.answer("3", NOW)
    turn.hand_in(NOW)
    leaves = groups.names(stored.id, 2)[0]
    groups.withdraw(stored.id, leaves)
    assert leaves not in groups.names(stored.id, 2)
    assert run("groep", "onthul", "Wijkteam West", "--ja", data=data).returncode == 0
    assert list(groups.drafts(stored.id).newest()) == []
    assert Groups(data).read(stored.id).wave.released.n == 7 + 2 - 1
    done = run("groep", "uitslag", "Wijkteam West", "--meting", "2", "--json", data=data)
    assert json.loads(done.stdout)["n"] == 8
    assert Groups(data).new_wave(stored.id, date(2027, 5, 3)).wave.number == 3
