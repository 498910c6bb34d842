"""The next wave of a group that was made with an older version of its questionnaire."""

import shutil
import tarfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from samenspel.cli import cli
from samenspel.collecting.reveal import reveal
from samenspel.collecting.version import other_version, told
from samenspel.group.model import Contribution, Entry
from samenspel.response import Response
from samenspel.storage import StorageError
from samenspel.storage.group_files import WAVE, wave_folder
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups
from samenspel.storage.shelf import Shelf

MADE = Path(__file__).parent.parent / "data" / "0.1.0" / "gegevens.tar.xz"
DAY = date(2026, 11, 30)
NEW = {"rol-opgepakt", "org-steun", "pro-leren", "rel-leiding"}


@pytest.fixture(scope="module")
def revealed(tmp_path_factory):
    """A group of version 1.0.0 with two waves that were revealed."""
    folder = tmp_path_factory.mktemp("1.0.0")
    with tarfile.open(MADE) as tar:
        tar.extractall(folder, filter="data")
    groups = Groups(folder)
    (stored,) = groups.all()
    reveal(groups, stored.id, DAY)
    return folder


@pytest.fixture
def data(revealed, tmp_path, monkeypatch):
    folder = shutil.copytree(revealed, tmp_path / "data")
    monkeypatch.setenv("SAMENSPEL_DATA", str(folder))
    return folder


@pytest.fixture
def stored(data):
    (found,) = Groups(data).all()
    return found


def versions(groups, stored):
    return [groups.questionnaire(stored, wave.number).version for wave in stored.waves]


def fill(groups, group_id, real):
    answers = {item.id: 3 for item in real.asked.items if not item.only}
    people = [("wijkcoach", n) for n in range(6)] + [("jongerenwerker", n) for n in range(6)]
    given = [
        Response(party=party, meeting="ja", answers=answers | {"org-steun": 1 + n % 5, "rel-sfeer": 1 + n % 4})
        for party, n in people
    ]
    groups.add(group_id, [Entry(new_response_id(), Contribution(one)) for one in given])


def test_it_may_ask_the_version_of_today_and_the_waves_before_keep_theirs(data, stored, real):
    groups = Groups(data)
    asked, now = other_version(groups, stored, Shelf(data))
    assert (asked.version, now) == ("1.0.0", real)
    assert "alleen de 44 stellingen die in beide staan" in told(asked, now)
    begun = groups.new_wave(stored.id, DAY, now)
    assert versions(groups, begun) == ["1.0.0", "1.0.0", "1.1.0"]
    again = Groups(data).read(stored.id)
    assert again == begun
    assert Groups(data).questionnaire(again) == real
    assert other_version(groups, again, Shelf(data)) is None
    assert again.waves[:2] == stored.waves


def test_unless_it_is_chosen_it_asks_what_the_wave_before_asked(data, stored):
    groups = Groups(data)
    begun = groups.new_wave(stored.id, DAY)
    assert versions(groups, begun) == ["1.0.0"] * 3
    assert (begun.later, begun.questionnaire) == ((), stored.questionnaire)


def test_the_wave_after_it_asks_the_same(data, stored, real):
    groups = Groups(data)
    groups.new_wave(stored.id, DAY, real)
    fill(groups, stored.id, real)
    reveal(groups, stored.id, DAY)
    assert versions(groups, groups.new_wave(stored.id, DAY)) == ["1.0.0", "1.0.0", "1.1.0", "1.1.0"]


def test_what_changed_counts_what_both_ask_with_the_same_words(data, stored, real):
    groups = Groups(data)
    groups.new_wave(stored.id, DAY, real)
    fill(groups, stored.id, real)
    found = reveal(groups, stored.id, DAY).wave.released
    items = {one.id: one.difference for one in found.changes if one.what == "item"}
    was, now = ({one.id: one.mean for one in of.items} for of in (stored.wave.released, found))
    assert items.keys() == {one for one, mean in was.items() if mean is not None and now[one] is not None} - {
        "pro-team"
    }
    assert items
    assert not items.keys() & NEW
    assert all(items[one] == pytest.approx(now[one] - was[one]) for one in items)
    # Each of the other four has a new statement, or another: their means rest on other questions than before.
    assert {one.id for one in found.changes if one.what == "dimension"} == {"bel", "amb"}
    assert {one.id for one in found.dimensions if one.mean is not None} > {"rol", "org", "pro", "rel"}


def test_a_version_for_other_parties_is_refused_and_nothing_has_changed(data, stored, small):
    groups = Groups(data)
    before = {path: path.read_bytes() for path in data.rglob("*.json")}
    with pytest.raises(StorageError, match="voor andere partijen"):
        groups.new_wave(stored.id, DAY, small)
    assert {path: path.read_bytes() for path in data.rglob("*.json")} == before


def test_killed_before_the_wave_was_there_nothing_has_changed(data, stored, real):
    groups = Groups(data)
    groups.new_wave(stored.id, DAY, real)
    wave = wave_folder(data / "groepen" / stored.id, 3)
    (wave / WAVE).unlink()
    wave.rmdir()
    fresh = Groups(data)
    left = fresh.read(stored.id)
    assert (left.waves, fresh.questionnaire(left).version) == (stored.waves, "1.0.0")
    assert versions(fresh, fresh.new_wave(stored.id, DAY)) == ["1.0.0"] * 3


def call(*args, typed=None):
    done = CliRunner().invoke(cli, args, input=typed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_the_command_says_which_version_it_keeps_and_how_to_have_the_other(data, stored):
    done = call("groep", "meting", stored.group.name)
    assert "Er is nu ook versie 1.1.0." in done.stdout
    assert "Deze meting blijft bij versie 1.0.0. Anders: --nieuwe-versie" in done.stdout
    groups = Groups(data)
    assert versions(groups, groups.read(stored.id)) == ["1.0.0"] * 3


def test_the_command_takes_the_other_version(data, stored, real):
    assert "Meting 3 verzamelt" in call("groep", "meting", stored.group.name, "--nieuwe-versie").stdout
    groups = Groups(data)
    assert groups.questionnaire(groups.read(stored.id)) == real
    fill(groups, stored.id, real)
    reveal(groups, stored.id, DAY)
    refused = call("groep", "meting", stored.group.name, "--nieuwe-versie")
    assert refused.exit_code == 1
    assert "Er is geen nieuwe versie van de vragenlijst van deze groep. Er is niets begonnen." in refused.stderr
    assert len(groups.read(stored.id).waves) == 3


@pytest.mark.parametrize(("typed", "version"), [("", "1.0.0"), ("nieuw", "1.1.0"), ("x", "1.0.0")])
def test_at_a_terminal_the_command_asks_and_enter_keeps_the_old_one(data, stored, monkeypatch, typed, version):
    monkeypatch.setattr("samenspel.cli.groep.meting.at_terminal", lambda: True)
    done = call("groep", "meting", stored.group.name, typed=f"{typed}\n")
    assert "Druk op Enter voor versie 1.0.0. Of typ ‘nieuw’ voor versie 1.1.0" in done.stdout
    groups = Groups(data)
    assert groups.questionnaire(groups.read(stored.id)).version == version
