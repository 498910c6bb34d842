"""What of groups cannot be read: one broken response costs one response, one broken group hides no other."""

import errno
import json
import os
import sys

import pytest
from grouper import TODAY, entry
from msgspec.structs import replace

from samenspel.group.model import Group
from samenspel.storage import NewerError, StorageError, UnreadableError, inventory
from samenspel.storage.group_files import FORM
from samenspel.storage.groups import Groups, Place

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


def changed(**fields):
    def make(content):
        tables = json.loads(content)
        tables["groep"]["1"].update(fields)
        return json.dumps(tables).encode()

    return make


BAD = {
    "empty": lambda _content: b"",
    "cut": lambda content: content[: len(content) // 2],
    "cut by one byte": lambda content: content[:-1],
    "zeros": lambda content: bytes(len(content)),
    "not JSON": lambda _content: b"Dit is een brief.",
    "a zip": lambda _content: b"PK\x03\x04" + b"\x00" * 100,
    "a list": lambda _content: b"[]",
    "another table": lambda content: content.replace(b'"groep":{"1"', b'"zelftest":{"1"'),
    "too deep": lambda _content: b'{"groep":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "too large": lambda content: content + b" " * FORM.limit,
    "schema zero": changed(schema=0),
    "an unknown field": changed(wie="Jansen"),
}
BROKEN = "Van groep ‘West’ is 1 antwoord in meting 1 beschadigd. Het telt niet mee."
BAKKER = {"party": "bakker", "answers": {"rol-eigen": 4}}
BAD_RESPONSES = {
    "nothing": None,
    "a number": 3,
    "a list": [],
    "no response": {},
    "an unknown field": {"response": BAKKER, "wie": "Jansen"},
    "a party that is none": {"response": BAKKER | {"party": "kapper"}},
    "an answer outside the scale": {"response": BAKKER | {"answers": {"rol-eigen": 6}}},
    "an answer that is not offered": {"response": BAKKER | {"answers": {"rol-eigen": 0}}},
    "an answer to what is not asked": {"response": BAKKER | {"answers": {"rol-onzin": 3}}},
    "an experience that is none": {"response": BAKKER | {"experience": "altijd"}},
    "an escape": {"response": BAKKER | {"open": {"toe-goed": "\x1b"}, "shared": ["toe-goed"]}},
    "a name in a note": {"response": BAKKER | {"notes": {"rol-eigen": "Jan"}}},
    "more known than there is": {"response": BAKKER, "knowledge": {"right": 9, "of": 2, "unknown": 0}},
}
BAD_FILES = BAD | {
    "a name that is a path": changed(responses={"../../groep": {"response": BAKKER}}),
    "responses in a list": changed(responses=[]),
    "a tally below nothing": changed(tally={"bakker": {"nog-niet": -1}}),
    "a tally in words": changed(tally={"bakker": {"nog-niet": "vijf"}}),
}
BAD_GROUPS = BAD | {
    "k of 2": changed(group={"name": "West", "minimum": 2}),
    "k of 1000": changed(group={"name": "West", "minimum": 1000}),
    "k in words": changed(group={"name": "West", "minimum": "vijf"}),
    "an escape in the name": changed(group={"name": "\x1b[31mWest", "minimum": 5}),
    "a name of two lines": changed(group={"name": "We\nst", "minimum": 5}),
    "no name": changed(group={"name": "", "minimum": 5}),
    "a name of 300 characters": changed(group={"name": "x" * 300, "minimum": 5}),
    "people of a party that is none": changed(group={"name": "West", "minimum": 5, "expected": {"kapper": 3}}),
    "fewer than nobody": changed(group={"name": "West", "minimum": 5, "expected": {"bakker": -1}}),
    "a hash that is a path": changed(questionnaire={"id": "klein", "version": "1.0.0", "hash": "../" * 20 + "abcd"}),
}
BAD_WAVES = BAD | {
    "an escape in a reason": changed(dismissed={"praten": "\x1b[31m"}),
    "a phase that is none": changed(phase="later"),
    "another number": changed(number=2),
    "talking without results": changed(phase="vergelijken", revealed="2026-01-31"),
    "revealed while collecting": changed(revealed="2026-01-31"),
    "revealed in words": changed(revealed="gisteren"),
    "begun in words": changed(opened="gisteren"),
    "a vote for what is none": changed(votes={"onzin": 1}),
    "experience of nobody": changed(experience={"kapper": {"nog-niet": 1}}),
}


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture
def west(groups, small):
    west = groups.create(Group("West", 5), small, TODAY)
    groups.add(west.id, [entry(number) for number in range(3)])
    return west


@pytest.fixture
def east(groups, small):
    return groups.create(Group("Oost", 5), small, TODAY)


def stands(groups):
    """What stands in the files of all groups."""
    found = inventory.files(groups.folder / "groepen")
    return {path: path.read_bytes() for path in found if path.is_file()}


def folder_of(groups, stored):
    return groups.folder / "groepen" / stored.id


def responses_file(groups, stored):
    return folder_of(groups, stored) / "meting-1" / "antwoorden.json"


def spoiled(groups, stored, value):
    """Put ``value`` in the place of one response; give its name."""
    path = responses_file(groups, stored)
    tables = json.loads(path.read_bytes())
    responses = tables["groep"]["1"]["responses"]
    name = next(iter(responses))
    responses[name] = value
    path.write_text(json.dumps(tables))
    return name


@pytest.mark.parametrize("value", BAD_RESPONSES.values(), ids=BAD_RESPONSES)
def test_a_broken_response_costs_one_response_and_is_kept(groups, west, value):
    name = spoiled(groups, west, value)
    before = responses_file(groups, west).read_bytes()
    for _again in range(2):
        fresh = Groups(groups.folder)
        assert fresh.counts(west) == {"bakker": 2}
        (told,) = fresh.notices
        assert told == f"{BROKEN} Vraag die persoon om het antwoord nog eens te geven."
    assert responses_file(groups, west).read_bytes() == before  # looking changes nothing
    one = entry()
    groups.add(west.id, [one])
    groups.withdraw(west.id, one.id)
    kept = json.loads(responses_file(groups, west).read_bytes())["groep"]["1"]["responses"]
    assert kept[name] == value
    assert fresh.add(west.id, [replace(one, id=name)]) == {name: "added"}  # it may be given again
    fresh = Groups(groups.folder)
    assert fresh.reveal(west.id, TODAY).wave.released.n == 3
    assert fresh.notices == []


def test_a_broken_response_can_be_taken_out_by_its_name(groups, west):
    name = spoiled(groups, west, None)
    groups.withdraw(west.id, name)
    assert groups.counts(west) == {"bakker": 2}
    assert groups.notices == []


def test_a_response_that_is_broken_at_the_reveal_is_said_and_stays_out(groups, west):
    spoiled(groups, west, BAD_RESPONSES["an answer outside the scale"])
    assert groups.reveal(west.id, TODAY).wave.released.n == 2
    assert len(groups.notices) == 1
    fresh = Groups(groups.folder)
    assert len(fresh.contributions(fresh.read(west.id), 1)) == 2
    assert fresh.notices == [BROKEN]


@pytest.mark.parametrize("make", BAD_FILES.values(), ids=BAD_FILES)
def test_what_all_responses_stand_in_is_never_counted_as_none_when_it_is_broken(groups, west, east, make):
    path = responses_file(groups, west)
    path.write_bytes(bad := make(path.read_bytes()))
    untouched(groups, west, east, "beschadigd", bad)


def test_responses_of_a_newer_samenspel_stay_and_hold_up_the_reveal(groups, west, east):
    path = responses_file(groups, west)
    path.write_bytes(newer := changed(schema=3, mood="fine")(path.read_bytes()))
    untouched(groups, west, east, "nieuwere versie", newer)


def test_responses_that_are_closed_hold_up_the_reveal(groups, west, east, monkeypatch):
    path = responses_file(groups, west)
    content, real = path.read_bytes(), type(path).read_bytes

    def closed(asked):
        if asked == path:
            raise PermissionError(errno.EACCES, "closed")
        return real(asked)

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.read_bytes", closed)
        untouched(groups, west, east, "geen toegang")
    assert path.read_bytes() == content
    assert groups.counts(west) == {"bakker": 3}


def test_responses_of_an_earlier_wave_that_are_gone_are_not_taken_for_none(groups, small):
    """Beside what was released of them the new wave might tell of a few; nobody can say, so nothing is revealed."""
    noord = groups.create(Group("Noord", 3), small, TODAY)
    groups.add(noord.id, [entry(number) for number in range(4)])
    groups.reveal(noord.id, TODAY)
    groups.new_wave(noord.id, TODAY)
    groups.add(noord.id, [entry(10 + number) for number in range(4)])
    stored = groups.read(noord.id)
    assert groups.again(stored) is None
    responses_file(groups, noord).unlink()
    before = stands(groups)
    for asked in (lambda: groups.again(stored), lambda: groups.reveal(noord.id, TODAY)):
        with pytest.raises(UnreadableError, match=r"antwoorden.json is er niet. Zet een reservekopie terug"):
            asked()
    assert stands(groups) == before
    assert groups.read(noord.id).wave.phase == "verzamelen"


def untouched(groups, west, east, says, content=None):
    """Whoever wants to do something with the responses of West is told why not; the other group works."""
    for ask in (
        lambda: groups.counts(west),
        lambda: groups.names(west.id, 1),
        lambda: groups.add(west.id, [entry()]),
        lambda: groups.withdraw(west.id, "0" * 32),
        lambda: groups.reveal(west.id, TODAY),
    ):
        with pytest.raises(StorageError, match=says) as raised:
            ask()
        assert west.id in str(raised.value)
        assert "\n" not in str(raised.value)
    assert content is None or responses_file(groups, west).read_bytes() == content
    assert [stored.group.name for stored in groups.all()] == ["Oost", "West"]
    assert groups.notices == []
    one = entry()
    assert groups.add(east.id, [one]) == {one.id: "added"}
    assert groups.where(one.id) == (Place(east.id, 1),)


def a_folder(path):
    path.unlink()
    path.mkdir()
    (path / "iets").write_text("")


def a_link(path):
    target = path.with_name("elders.txt")
    target.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(target)


def a_link_to_itself(path):
    path.unlink()
    path.symlink_to(path)


def a_pipe(path):
    path.unlink()
    os.mkfifo(path)


STRANGE = [a_folder, a_link, a_link_to_itself, a_pipe]


@posix
@pytest.mark.parametrize("make", STRANGE, ids=lambda f: f.__name__)
def test_what_is_no_file_has_no_responses(groups, west, east, make):
    make(responses_file(groups, west))
    untouched(groups, west, east, "beschadigd")


@posix
@pytest.mark.parametrize("make", STRANGE, ids=lambda f: f.__name__)
@pytest.mark.parametrize("name", ["groep.json", "meting-1/meting.json"])
def test_what_is_no_file_is_no_group(groups, west, east, make, name):
    make(folder_of(groups, west) / name)
    unreadable(groups, west, east)


@pytest.mark.parametrize("make", BAD_GROUPS.values(), ids=BAD_GROUPS)
def test_a_broken_group_hides_no_other(groups, west, east, make):
    path = folder_of(groups, west) / "groep.json"
    path.write_bytes(make(path.read_bytes()))
    unreadable(groups, west, east)


@pytest.mark.parametrize("make", BAD_WAVES.values(), ids=BAD_WAVES)
def test_a_broken_wave_makes_its_group_unreadable_and_no_other(groups, west, east, make):
    path = folder_of(groups, west) / "meting-1" / "meting.json"
    path.write_bytes(make(path.read_bytes()))
    unreadable(groups, west, east)


def unreadable(groups, west, east):
    """The group is named as unreadable everywhere, the other one works, and it can still be erased."""
    before = stands(groups)
    assert groups.all() == [east]
    assert groups.all() == [east]
    assert len(groups.notices) == 1
    assert west.id in groups.notices[0]
    assert f"groep wis {west.id}" in groups.notices[0] or "nieuwere" in groups.notices[0]
    for ask in (
        lambda: groups.find(west.id),
        lambda: groups.add(west.id, [entry()]),
        lambda: groups.reveal(west.id, TODAY),
        lambda: groups.new_wave(west.id, TODAY),
        lambda: groups.change(west.id, lambda group: group),
    ):
        with pytest.raises(UnreadableError) as raised:
            ask()
        assert "\n" not in str(raised.value)
    assert stands(groups) == before
    one = entry()
    assert groups.add(east.id, [one]) == {one.id: "added"}
    groups.delete(west.id)
    assert Groups(groups.folder).all() == [east]
    assert not folder_of(groups, west).exists()


@pytest.mark.parametrize("name", ["groep.json", "meting-1/meting.json"])
def test_a_group_of_a_newer_samenspel_is_left_as_it_is(groups, west, east, name):
    path = folder_of(groups, west) / name
    path.write_bytes(newer := changed(schema=3, mood="fine")(path.read_bytes()))
    assert groups.all() == [east]
    assert "nieuwere versie" in groups.notices[0]
    with pytest.raises(NewerError):
        groups.add(west.id, [entry()])
    assert path.read_bytes() == newer


def test_a_file_under_the_name_of_a_group_hides_no_other(groups, east):
    (groups.folder / "groepen" / ("g" + "0" * 12)).write_text("")
    assert groups.all() == [east]
    assert len(groups.notices) == 1
    groups.delete("g" + "0" * 12)
    assert Groups(groups.folder).all() == [east]


@posix
def test_erasing_a_link_leaves_what_it_leads_to(groups, east, tmp_path):
    album = tmp_path / "album"
    album.mkdir()
    (album / "groep.json").write_text("van een ander")
    (groups.folder / "groepen" / ("g" + "0" * 12)).symlink_to(album)
    (folder_of(groups, east) / "album").symlink_to(album)
    groups.delete("g" + "0" * 12)
    groups.delete(east.id)
    assert (album / "groep.json").read_text() == "van een ander"
    assert inventory.files(groups.folder / "groepen") == []


def test_a_wave_without_its_file_is_not_there_and_can_be_begun(groups, west):
    groups.reveal(west.id, TODAY)
    (folder_of(groups, west) / "meting-2").mkdir()  # killed just before the file
    assert groups.read(west.id).wave.number == 1
    assert groups.new_wave(west.id, TODAY).wave.number == 2


def test_the_questionnaire_that_is_gone_is_said(groups, west):
    for path in (groups.folder / "vragenlijsten").iterdir():
        path.unlink()
    for ask in (
        lambda: groups.counts(west),
        lambda: groups.reveal(west.id, TODAY),
        lambda: groups.add(west.id, [entry()]),
    ):
        with pytest.raises(StorageError, match="De vragenlijst"):
            ask()


def failing(code):
    def fail(*_args, **_kwargs):
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "os.write", "os.utime"])
@pytest.mark.parametrize(("code", "says"), [(errno.ENOSPC, "De schijf is vol"), (errno.EACCES, "geen toegang")])
def test_a_disk_that_refuses_leaves_the_group_as_it_was(groups, west, small, monkeypatch, step, code, says):
    if sys.platform == "win32" and (step, code) == ("pathlib.Path.replace", errno.EACCES):
        says = "een ander programma heeft het open"  # what it means there
    groups.counts(west)
    before = stands(groups)
    works = [
        lambda: groups.add(west.id, [entry(experience="nog-niet")]),
        lambda: groups.create(Group("Noord", 5), small, TODAY),
        lambda: groups.change(west.id, lambda group: replace(group, name="Noord")),
        lambda: groups.reveal(west.id, TODAY),
    ]
    for work in works[:1] if step == "os.utime" else works:
        with monkeypatch.context() as patch:
            patch.setattr(step, failing(code))
            with pytest.raises(StorageError, match=says):
                work()
        assert stands(groups) == before
        assert [stored.group for stored in groups.all()] == [west.group]
        assert groups.read(west.id).wave.phase == "verzamelen"
    assert groups.add(west.id, [one := entry()]) == {one.id: "added"}


def test_what_cannot_be_erased_whole_is_erased_next_time(groups, west, east, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("samenspel.storage.group_folders.rmtree", failing(errno.EACCES))
        with pytest.raises(StorageError, match="geen toegang"):
            groups.delete(west.id)
    assert Groups(groups.folder).all() == [east]
    Groups(groups.folder).add(east.id, [entry()])
    assert not [path for path in inventory.files(groups.folder / "groepen") if west.id in str(path)]


@pytest.mark.parametrize("place", ["groepen", "."])
def test_a_file_in_the_way_is_named(tmp_path, small, place):
    folder = tmp_path / "gegevens"
    (folder / place).parent.mkdir(exist_ok=True)
    (folder / place).write_text("")
    groups = Groups(folder)
    for ask in (groups.all, lambda: groups.create(Group("West", 5), small, TODAY), lambda: groups.where("0" * 32)):
        with pytest.raises(StorageError, match="SAMENSPEL_DATA"):
            ask()


def test_on_a_full_disk_nothing_acknowledged_is_lost(tmp_path, small):
    from test_storage_failures import small_disk, use_up

    with small_disk(tmp_path / "schijf"):
        groups = Groups(tmp_path / "schijf" / "gegevens")
        west = groups.create(Group("West", 3), small, TODAY)
        given = [entry(number, experience="nog-niet") for number in range(3)]
        groups.add(west.id, given)
        fill = tmp_path / "schijf" / "vakantiefilm"
        use_up(fill)
        before = stands(groups)
        for attempt in (
            lambda: groups.add(west.id, [entry()]),
            lambda: Groups(groups.folder).add(west.id, [entry()]),
            lambda: groups.reveal(west.id, TODAY),
            lambda: groups.create(Group("Oost", 3), small, TODAY),
            lambda: groups.change(west.id, lambda group: replace(group, name="Noord")),
            lambda: groups.update_wave(west.id, 1, lambda wave: replace(wave, at="hier")),
            lambda: groups.withdraw(west.id, given[0].id),
        ):
            with pytest.raises(StorageError, match="De schijf is vol"):
                attempt()
            assert stands(groups) == before
        fill.unlink()
        groups.withdraw(west.id, given[0].id)
        assert groups.add(west.id, [given[0]]) == {given[0].id: "added"}
        assert groups.reveal(west.id, TODAY).wave.released.n == 3
        use_up(fill)
        groups.delete(west.id)  # what makes room is possible
        assert groups.all() == []
