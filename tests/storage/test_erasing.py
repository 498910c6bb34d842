"""Erasing erases: nothing stands under the data folder that cannot be seen, and erased by itself or with its group."""

import errno
import os
import sys
from shutil import rmtree
from threading import Thread

import pytest
from grouper import TODAY, entry
from stored import NOW, another_window, answered

from samenspel.collecting.turn import Turn
from samenspel.group.model import Group
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage import NotFoundError, StorageError, UnreadableError, inventory, preferences
from samenspel.storage.groups import Groups
from samenspel.walk import Step

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


@pytest.fixture
def groups(store):
    return Groups(store.folder)


@pytest.fixture
def west(groups, small):
    west = groups.create(Group("West", 5), small, TODAY)
    groups.add(west.id, [entry(number) for number in range(3)])
    return west


def turn(groups, west):
    begun = Turn.begin(groups, west, "kort", NOW)
    begun.answer("bakker", NOW)
    begun.go(Step("item", "rol-eigen"), NOW)
    return begun


def written(path, text="x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def kinds(folder):
    return {path.relative_to(folder).as_posix(): inventory.kind(folder, path) for path in inventory.files(folder)}


STRAY = {
    ".samenspel.0123abcd.tmp": "leftover",
    "zelftests/.samenspel.0123abcd.tmp": "leftover",
    "zelftests/20250101-090000-aaaa.onleesbaar.json": "aside",
    "zelftests/20250101-090000-aaaa (kopie).json": "aside",
    "zelftests/map/20250101-090000-aaaa.json": "other",
    "vragenlijsten/.samenspel.0123abcd.tmp": "leftover",
    "vragenlijsten/mijn.json": "questionnaire",
    "groepen/.g0123456789ab.0123abcd/meting-1/antwoorden.json": "unfinished",
    "groepen/g0123456789ab/meting-1/antwoorden.json": "group",
    "groepen/g0123456789ac": "group",
    "groepen/lijst.txt": "other",
    "eigen-vragenlijsten/mijn/vragenlijst.yaml": "own",
    "brief.txt": "other",
    "map/in/map/brief.txt": "other",
}


def test_each_file_is_seen_and_can_be_erased(store, begun, groups, west):
    turn(groups, west)
    preferences.keep(store.folder, theme="samenspel-licht")
    usual = set(kinds(store.folder))
    for name in STRAY:
        written(store.folder / name)
    found = kinds(store.folder)
    assert {name: found[name] for name in STRAY} == STRAY
    assert set(found) == usual | set(STRAY)
    for name in sorted(found):
        path = inventory.named(store.folder, name)
        if path is None:  # it went with its group
            continue
        if found[name] == "group":
            group_id = name.split("/")[1]
            if name.endswith("groep.json"):
                with pytest.raises(StorageError, match=f"samenspel groep wis {group_id}"):
                    inventory.erase(store.folder, path)
            groups.delete(group_id)
        else:
            inventory.erase(store.folder, path)
            assert inventory.named(store.folder, name) is None or found[name] == "help"
    assert kinds(store.folder).keys() <= {".samenspel.lock"}
    assert Groups(store.folder).all() == []


@pytest.mark.parametrize("name", ["groep.json", "meting-1/meting.json", "meting-1/antwoorden.json", "meting-1", "."])
def test_a_group_is_erased_whole_or_not_at_all(groups, west, name):
    path = inventory.named(groups.folder, f"groepen/{west.id}/{name}")
    if name == ".":
        inventory.erase(groups.folder, path)
        assert groups.all() == []
        return
    with pytest.raises(StorageError, match="Wis de hele groep"):
        inventory.erase(groups.folder, path)
    assert groups.counts(west) == {"bakker": 3}


def test_what_stands_beside_a_group_and_what_people_were_busy_with_goes_by_itself(groups, west):
    turn(groups, west)
    for name in ("vakantie.jpg", "meting-1/oud.txt", ".samenspel.0123abcd.tmp", "bezig.json"):
        path = groups.folder / "groepen" / west.id / name
        inventory.erase(groups.folder, path if path.exists() else written(path))
        assert not path.exists()
    assert groups.counts(west) == {"bakker": 3}
    assert groups.drafts(west.id).ids() == []


@pytest.mark.parametrize("typed", ["", ".", "..", "../elders.txt", "/etc/passwd", "zelftests/../..", "weg.txt", "a\0b"])
def test_nothing_outside_the_data_folder_is_named(store, begun, typed):
    written(store.folder.parent / "elders.txt")
    assert inventory.named(store.folder, typed) is None


@posix
def test_a_link_is_erased_and_not_what_it_leads_to(store, begun):
    elsewhere = written(store.folder.parent / "elders" / "brief.txt")
    (store.folder / "link").symlink_to(elsewhere.parent)
    assert kinds(store.folder)["link"] == "other"
    assert inventory.named(store.folder, "link/brief.txt") is None
    inventory.erase(store.folder, inventory.named(store.folder, "link"))
    assert elsewhere.read_text() == "x"
    assert "link" not in kinds(store.folder)


def test_a_folder_under_the_name_of_a_self_test_can_be_erased(store, begun, file_of):
    file_of(begun).unlink()
    inside = written(file_of(begun) / "brief.txt")
    with pytest.raises(StorageError, match=r"is een map. Kijk wat erin staat. Wissen kan met ‘samenspel gegevens wis"):
        store.delete(begun.id)
    assert inside.exists()
    inventory.erase(store.folder, file_of(begun))
    assert store.ids() == []


def test_what_is_set_aside_while_one_waits_is_erased_too(store, begun, file_of):
    erasing = Thread(target=store.delete, args=(begun.id,))
    with another_window(store.folder):
        erasing.start()
        erasing.join(0.05)
        file_of(begun).rename(aside := file_of(begun).with_name(f"{begun.id}.onleesbaar.json"))
    erasing.join()
    assert not aside.exists()


# Killed half-way, or held open. ------------------------------------------------------------------------------------


def failing(code):
    def fail(*_args, **_more):
        raise OSError(code, os.strerror(code))

    return fail


def test_a_group_of_which_a_file_is_held_is_no_group_any_more_and_the_rest_is_named(groups, west, small, monkeypatch):
    """As Windows does with a file that is open."""
    east = groups.create(Group("Oost", 5), small, TODAY)
    real = os.unlink

    def held(path, *args, **more):
        if str(path).endswith("antwoorden.json"):
            raise PermissionError(errno.EACCES, "in use", path)
        real(path, *args, **more)

    with monkeypatch.context() as patch:
        patch.setattr("os.unlink", held)
        with pytest.raises(StorageError, match="niet elk bestand kon van de schijf") as raised:
            groups.delete(west.id)
        assert [stored.id for stored in groups.all()] == [east.id]
        assert groups.add(east.id, [one := entry()]) == {one.id: "added"}  # nobody else is held up
    (rest,) = [path for path in inventory.files(groups.folder) if inventory.kind(groups.folder, path) == "unfinished"]
    named = str(raised.value).split("wis ")[-1].rstrip("’.")
    assert rest.is_relative_to(inventory.named(groups.folder, named))
    inventory.erase(groups.folder, inventory.named(groups.folder, named))
    assert not rest.exists()


def test_a_group_that_cannot_be_renamed_stays_whole(groups, west, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.rename", failing(errno.EACCES))
        with pytest.raises(StorageError, match="geen toegang"):
            groups.delete(west.id)
    assert groups.counts(west) == {"bakker": 3}


def test_what_a_kill_left_of_a_group_goes_at_the_next_erasing(groups, west):
    (groups.folder / "groepen" / west.id).rename(groups.folder / "groepen" / f".{west.id}.0123abcd")
    fresh = Groups(groups.folder)
    assert fresh.all() == []
    assert fresh.tidy()
    assert list((groups.folder / "groepen").iterdir()) == []
    assert not fresh.tidy()


@pytest.mark.parametrize("gone", ["groep.json", "meting-1/meting.json", "meting-1"])
def test_a_group_without_one_of_its_files_is_said_and_can_be_erased(groups, west, gone):
    path = groups.folder / "groepen" / west.id / gone
    rmtree(path) if path.is_dir() else path.unlink()
    fresh = Groups(groups.folder)
    assert fresh.all() == []
    (told,) = fresh.notices
    assert f"is er niet. Zet een reservekopie terug, of wis de groep met ‘samenspel groep wis {west.id}’." in told
    for ask in (lambda: fresh.find(west.id), lambda: fresh.add(west.id, [entry()]), lambda: turn(fresh, west)):
        with pytest.raises(UnreadableError):
            ask()
    fresh.delete(west.id)
    assert inventory.files(groups.folder / "groepen") == []


def test_a_wave_in_the_middle_that_is_gone_is_said(groups, west):
    groups.reveal(west.id, TODAY)
    groups.new_wave(west.id, TODAY)
    groups.add(west.id, [entry()])
    groups.reveal(west.id, TODAY)
    groups.new_wave(west.id, TODAY)
    rmtree(groups.folder / "groepen" / west.id / "meting-2")
    with pytest.raises(UnreadableError, match=r"meting-2.meting\.json is er niet"):
        groups.read(west.id)


# A window that was still open. -------------------------------------------------------------------------------------


def test_nothing_that_a_window_does_makes_an_erased_group_anew(groups, west, small):
    other, one = Groups(groups.folder), entry()
    busy, waiting = turn(other, west), turn(other, west)
    busy.answer("4", NOW)
    waiting.answer("4", NOW)
    groups.delete(west.id)
    drafts = other.drafts(west.id)
    for do in (
        lambda: busy.answer("3", NOW),
        lambda: busy.hand_in(NOW),
        waiting.throw_away,
        lambda: turn(other, west),
        lambda: drafts.create(small, Response(), at="party", now=NOW),
        lambda: other.add(west.id, [one]),
        lambda: other.withdraw(west.id, one.id),
        lambda: other.change(west.id, lambda group: group),
        lambda: other.update_wave(west.id, 1, lambda wave: wave),
        lambda: other.new_wave(west.id, TODAY),
        lambda: other.reveal(west.id, TODAY),
        lambda: other.counts(west),
        lambda: other.read(west.id),
        lambda: other.delete(west.id),
    ):
        with pytest.raises(StorageError):
            do()
    assert list(drafts.newest()) == []
    assert list((groups.folder / "groepen").iterdir()) == []


@pytest.mark.parametrize("what", ["answer", "hand in", "add"])
def test_a_window_that_waits_while_the_group_is_erased_makes_nothing(groups, west, what):
    busy, told = turn(groups, west), []
    busy.answer("4", NOW)
    does = {
        "answer": lambda: busy.answer("3", NOW),
        "hand in": lambda: busy.hand_in(NOW),
        "add": lambda: groups.add(west.id, [entry()]),
    }

    def work():
        try:
            does[what]()
        except NotFoundError as error:
            told.append(str(error))

    working = Thread(target=work)
    with another_window(groups.folder):
        working.start()
        working.join(0.05)
        rmtree(groups.folder / "groepen" / west.id)
    working.join()
    assert told == ["Deze groep is er niet meer. Misschien is hij in een ander venster gewist."]
    assert list((groups.folder / "groepen").iterdir()) == []


def test_a_self_test_that_was_erased_is_not_made_anew(store, begun):
    session = Session.reopen(store, begun)
    store.delete(begun.id)
    for do in (
        lambda: session.answer("2", NOW),
        lambda: session.finish(NOW),
        lambda: store.shared(begun.id),
        lambda: store.update(begun.id, answered(1)),
    ):
        with pytest.raises(NotFoundError, match="Er is geen zelftest"):
            do()
    assert kinds(store.folder).keys() == {".samenspel.lock", f"vragenlijsten/{'0' * 64}.json"}
    rmtree(store.folder)  # and when everything was thrown away
    with pytest.raises(NotFoundError):
        session.answer("2", NOW)
    assert not store.folder.exists()
