"""What was stored comes back, whatever it is; and what the store does with it otherwise."""

import stat
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from stored import NOW, answered, names

from samenspel.response import Response
from samenspel.storage import NotFoundError, UnreadableError, inventory
from samenspel.storage.selftest import FORM, QuestionnaireRef, SelfTest
from samenspel.storage.selftests import SelfTests
from strategies import responses


@given(st.data())
def test_any_response_comes_back_as_it_was(small, data):
    first, second = data.draw(responses(small, with_texts=True)), data.draw(responses(small, with_texts=True))
    with TemporaryDirectory() as folder:
        store = SelfTests(Path(folder))
        begun = store.create(small, first, at="party", now=NOW)
        assert SelfTests(Path(folder)).read(begun.id) == begun
        assert begun.response == first
        changed = store.update(begun.id, lambda stored: replace(stored, response=second, at="review"))
        assert SelfTests(Path(folder)).read(begun.id) == changed
        assert changed.response == second


def test_a_new_self_test_is_open_and_says_what_was_asked(store, small):
    begun = store.create(small, Response(form="kort"), at="party", now=NOW)
    assert begun == SelfTest(
        id=begun.id,
        started="2026-01-31T09:30:00",
        changed="2026-01-31T09:30:00",
        finished=None,
        questionnaire=QuestionnaireRef("klein", "1.0.0", "0" * 64),
        response=Response(form="kort"),
        at="party",
    )


def test_asking_an_untouched_store_leaves_no_trace(store):
    assert store.ids() == []
    assert list(store.newest()) == []
    assert store.latest() is None
    assert inventory.files(store.folder) == []
    for ask in (store.read, store.delete, lambda unknown: store.update(unknown, answered(1))):
        with pytest.raises(NotFoundError):
            ask("20260131-093000-abcd")
    assert not store.folder.exists()


@pytest.mark.parametrize("begin", [SelfTests.read, lambda store, name: store.update(name, answered(1))])
def test_what_another_wrote_since_it_was_read_or_written_here_is_read_anew(store, begun, file_of, begin):
    begin(store, begun.id)
    mine = file_of(begun).read_bytes()
    file_of(begun).write_bytes(mine.replace(b'"rol-eigen":4', b'"rol-eigen":5'))
    assert store.read(begun.id).response.answers["rol-eigen"] == 5
    file_of(begun).write_bytes(mine)
    assert store.read(begun.id).response.answers["rol-eigen"] == 4
    file_of(begun).write_bytes(mine.replace(b'"rol-eigen":4', b'"rol-eigen":true'))  # equal to 1, and no answer
    with pytest.raises(UnreadableError):
        store.read(begun.id)


YEARS = timedelta(days=4 * 365)


@pytest.mark.parametrize(
    "clock",
    [
        pytest.param([timedelta(days=1), timedelta(0), timedelta(days=2)], id="a clock set back a day"),
        pytest.param([YEARS, timedelta(0), timedelta(minutes=1), YEARS], id="a clock that said 2030"),
        pytest.param([timedelta(0), -YEARS, -YEARS, timedelta(days=1)], id="an empty battery"),
        pytest.param([timedelta(minutes=50), timedelta(minutes=5), timedelta(minutes=55)], id="the hour comes twice"),
        pytest.param([timedelta(microseconds=tick) for tick in (0, 2, 999_999, 0, 0)], id="within a second"),
        pytest.param([timedelta(0)] * 70, id="windows at the same moment"),
        pytest.param([timedelta(days=day) for day in range(3)], id="a clock that is right"),
    ],
)
def test_the_last_one_made_comes_first_whatever_the_clock_says(store, small, clock):
    made = []
    for after in clock:
        begun = SelfTests(store.folder).create(small, Response(), at="party", now=NOW + after)
        finished = (NOW + after).isoformat(timespec="seconds")
        SelfTests(store.folder).update(begun.id, lambda stored, at=finished: replace(stored, finished=at))
        made.append(begun.id)
        assert store.latest().id == begun.id
        assert store.latest().day == (NOW + after).date()
    assert store.ids() == made[::-1]
    assert [selftest.id for selftest in store.newest()] == made[::-1]
    assert [selftest.id for selftest in store.newest(2)] == made[:-3:-1]
    assert store.previous(store.latest()).id == made[-2]


@pytest.mark.parametrize("name", ["99999999-999999-zzzz", "99991231-235959-zzzz", "00000000-000000-0000"])
def test_a_name_that_is_no_moment_leaves_room_for_the_next(store, small, begun, file_of, name):
    file_of(begun).with_name(f"{name}.json").write_text("{}")
    first, second = (store.create(small, Response(), at="party", now=NOW) for _window in range(2))
    assert begun.id < first.id < second.id
    assert [selftest.id for selftest in store.newest()] == [second.id, first.id, begun.id]


def test_latest_and_previous_look_at_finished_ones_of_the_same_questionnaire(store, small):
    def add(day, questionnaire=small, *, finished=True):
        begun = store.create(questionnaire, Response(), at="party", now=NOW + timedelta(days=day))
        return store.update(
            begun.id, lambda stored: replace(stored, finished="2026-02-28T12:00:00" if finished else None)
        )

    assert store.latest() is None
    first = add(0)
    assert store.previous(first) is None
    add(1, replace(small, asked=replace(small.asked, id="anders"), hash="1" * 64))
    newer_version = replace(small, asked=replace(small.asked, version="1.1.0"), hash="2" * 64)
    second = add(2, newer_version)
    still_open = add(3, finished=False)
    assert store.previous(second) == first
    assert store.previous(still_open) == second
    assert store.latest() == second
    assert store.latest(finished=False) == still_open


def test_an_id_says_when_and_is_never_given_twice(store, small):
    first, second = (store.create(small, Response(area=area), at="party", now=NOW) for area in ("noord", "zuid"))
    assert first.id.startswith("20260131-093000-")
    assert first.id < second.id
    assert store.read(first.id).response.area == "noord"
    assert (first.started, second.started) == ("2026-01-31T09:30:00", "2026-01-31T09:30:00")


def test_an_unknown_id_gets_a_suggestion(store, begun):
    for ask in (store.read, store.delete, lambda unknown: store.update(unknown, answered(1))):
        with pytest.raises(NotFoundError, match=f"Bedoelde u ‘{begun.id}’"):
            ask(begun.id[:-1] + "_")


@pytest.mark.parametrize(
    "unknown",
    [
        "",
        ".",
        "..",
        "../geheim",
        "../zelftests/x",
        "/etc/passwd",
        "a\0b",
        "con",
        "\x1b[31mrood",
        "x" * 20_000,
        "\ud800",
    ],
)
def test_an_id_is_never_a_path(store, begun, unknown):
    outside = store.folder / "geheim.json"
    outside.write_text("{}")
    before = names(store.folder)
    for ask in (store.read, store.delete, lambda wrong: store.update(wrong, answered(1))):
        with pytest.raises(NotFoundError) as raised:
            ask(unknown)
        message = str(raised.value)
        assert message.isprintable()
        assert len(message) < 200
    assert names(store.folder) == before
    assert store.read(begun.id) == begun


def test_a_refused_change_changes_nothing(store, begun, file_of):
    before = file_of(begun).read_bytes()

    def refuse(_stored):
        raise ValueError("dat mag niet")

    with pytest.raises(ValueError, match="dat mag niet"):
        store.update(begun.id, refuse)
    assert file_of(begun).read_bytes() == before
    assert store.update(begun.id, answered(1)).response.notes == {"item-1": "1"}


def test_erasing_takes_everything_of_that_self_test_and_nothing_else(store, small, begun, file_of):
    other = store.create(small, Response(), at="party", now=NOW + timedelta(days=1))
    leftover = file_of(begun).with_name(f".{begun.id}.json.0a1b2c3d.tmp")
    leftover.write_text('{"zelftest')
    file_of(begun).write_text("kapot")
    with pytest.raises(UnreadableError):
        store.read(begun.id)
    assert store.ids() == [other.id]
    store.delete(begun.id)
    assert names(store.folder / "zelftests") == [f"{other.id}.json"]
    store.delete(other.id)
    assert names(store.folder / "zelftests") == []
    with pytest.raises(NotFoundError):
        store.delete(other.id)


def test_erasing_never_empties_a_folder(store, begun, file_of):
    aside = file_of(begun).with_name(f"{begun.id}.onleesbaar.json")
    aside.mkdir()
    (aside / "iets").write_text("van een ander")
    with pytest.raises(Exception, match="map") as raised:
        store.delete(begun.id)
    assert str(aside) in str(raised.value)
    assert (aside / "iets").read_text() == "van een ander"
    assert store.read(begun.id) == begun


def test_what_another_window_erased_does_not_come_back(store, begun, file_of, monkeypatch):
    from samenspel.storage import selftests

    real = selftests.locked

    def erased_while_waiting(folder):
        file_of(begun).unlink(missing_ok=True)
        return real(folder)

    monkeypatch.setattr(selftests, "locked", erased_while_waiting)
    with pytest.raises(NotFoundError):
        store.update(begun.id, answered(1))
    assert store.ids() == []
    assert names(store.folder / "zelftests") == []


def test_the_list_goes_on_past_what_another_window_erased(store, small):
    days = [store.create(small, Response(), at="party", now=NOW + timedelta(days=day)) for day in range(3)]
    newest = store.newest()
    assert next(newest) == days[2]
    store.delete(days[1].id)
    assert list(newest) == [days[0]]
    assert store.notices == []


def test_files_lists_everything_on_the_disk(store, begun, file_of):
    aside = file_of(begun).with_name(f"{begun.id}.onleesbaar.json")
    aside.write_text("kapot")
    kept = store.snapshots / f"{'0' * 64}.json"
    assert inventory.files(store.folder) == sorted([store.folder / ".samenspel.lock", kept, aside, file_of(begun)])


@pytest.mark.skipif(sys.platform == "win32", reason="this platform knows no modes")
def test_only_the_owner_may_look(store, begun):
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    for path in store.folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_the_file_is_a_tinydb_file_that_tinydb_reads(store, begun, file_of):
    from tinydb import TinyDB

    with TinyDB(file_of(begun), access_mode="r") as database:
        document = database.table("zelftest").get(doc_id=1)
    assert document["schema"] == FORM.schema
    assert document["response"] == {"party": "bakker", "answers": {"rol-eigen": 4}}


def test_a_self_test_is_always_handed_over_under_the_same_random_name(store, begun):
    assert begun.share_id == ""
    named = store.shared(begun.id)
    assert len(named.share_id) == 32
    assert replace(named, share_id="") == begun
    assert store.shared(begun.id) == SelfTests(store.folder).shared(begun.id) == named
    assert store.update(begun.id, answered(1)).share_id == named.share_id
    with pytest.raises(NotFoundError):
        store.shared("20260131-093000-zzzz")


def test_what_an_older_samenspel_wrote_is_read(store, begun, file_of):
    import json

    tables = json.loads(file_of(begun).read_bytes())
    document = tables["zelftest"]["1"]
    assert document.pop("share_id") == ""
    assert document.pop("step") is None
    assert document.pop("coded") is False
    document["schema"] = 1
    file_of(begun).write_text(json.dumps(tables), encoding="utf-8")
    assert store.read(begun.id) == begun
    assert store.shared(begun.id).share_id != ""
