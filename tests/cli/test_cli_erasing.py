"""``gegevens wis`` with a file or a folder: whatever stands there, and whatever was interrupted, is seen and erased."""

import os
from datetime import date

import pytest

from commands import run
from samenspel.group.founding import checked_group
from samenspel.group.model import Contribution, Entry
from samenspel.response import Response
from samenspel.storage import inventory
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups

FILES = 3
"""So many stand in the folder of a group: who it is, its wave, and the responses."""


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture
def west(groups, real):
    people = [Entry(new_response_id(), Contribution(Response(party="wijkcoach", answers={"rol-eigen": 4})))]
    return groups.create(checked_group("West"), real, date(2026, 1, 31), people)


def killed(does, *, before):
    """Do something in a process of its own that is killed when it is to remove its file number ``before``."""
    child = os.fork() if hasattr(os, "fork") else pytest.skip("needs POSIX")
    if child == 0:
        real, removed = os.unlink, []

        def unlink(*args, **more):
            if len(removed) == before:
                os._exit(9)
            removed.append(args)
            real(*args, **more)

        os.unlink = unlink
        does()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def shown(data):
    """The files and folders that ``gegevens toon`` names, with what it says of them."""
    lines = run("gegevens", "toon", data=data).stdout.partition("Alle bestanden:")[2].splitlines()
    return dict(line.strip().split(" – ", 1) for line in lines if " – " in line)


def test_a_group_is_erased_by_its_folder(groups, west):
    name = f"groepen/{west.id}"
    assert shown(groups.folder)[name] == "groep ‘West’: 3 bestanden met antwoorden, metingen en de groep zelf"
    asked = run("gegevens", "wis", name, data=groups.folder)
    assert (asked.returncode, "map met 3 bestanden" in asked.stdout) == (2, True)
    assert [stored.id for stored in groups.all()] == [west.id]
    assert run("gegevens", "wis", name, "--ja", data=groups.folder).returncode == 0
    assert groups.all() == []
    assert name not in shown(groups.folder)


@pytest.mark.parametrize("before", range(FILES))
@pytest.mark.parametrize("way", ["group", "folder"])
def test_a_group_of_which_the_erasing_was_killed_is_no_group_and_its_rest_is_erased(groups, west, before, way):
    ways = {
        "group": lambda: groups.delete(west.id),
        "folder": lambda: inventory.erase(groups.folder, groups.folder / "groepen" / west.id),
    }
    assert killed(ways[way], before=before) == 9
    assert groups.all() == []
    told = shown(groups.folder)
    (rest,) = [name for name in told if name.startswith("groepen/")]
    left = ("1 bestand, kan", "2 bestanden, kunnen", "3 bestanden, kunnen")[FILES - before - 1]
    assert told[rest] == f"rest van een groep die werd gewist: {left} antwoorden bevatten"
    assert run("gegevens", "wis", rest, "--ja", data=groups.folder).returncode == 0
    assert list((groups.folder / "groepen").iterdir()) == []


def test_a_folder_of_which_the_erasing_was_killed_is_still_seen_and_erased(groups, west):
    folder = groups.folder / "oud"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.json").write_text("van iemand")
    assert killed(lambda: inventory.erase(groups.folder, folder), before=2) == 9
    (rest,) = [name for name in shown(groups.folder) if name.startswith("oud/")]
    assert run("gegevens", "wis", rest, "--ja", data=groups.folder).returncode == 0
    assert inventory.files(folder) == []
    assert [stored.id for stored in groups.all()] == [west.id]


@pytest.mark.parametrize("call", [("groep", "wis", "{id}", "--ja"), ("gegevens", "wis", "groepen/{id}", "--ja")])
def test_a_group_without_its_file_is_erased_by_what_the_message_says(groups, west, call):
    (groups.folder / "groepen" / west.id / "groep.json").unlink()
    told = run("groep", "lijst", data=groups.folder)
    assert f"wis de groep met ‘samenspel groep wis {west.id}’" in told.stdout + told.stderr
    done = run(*(word.format(id=west.id) for word in call), data=groups.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert list((groups.folder / "groepen").iterdir()) == []


@pytest.mark.parametrize("whole", [False, True], ids=["one", "folder"])
def test_before_kept_questionnaires_are_erased_it_is_said_what_is_lost_with_them(groups, west, whole):
    (kept,) = (groups.folder / "vragenlijsten").iterdir()
    asked = run("gegevens", "wis", "vragenlijsten" if whole else f"vragenlijsten/{kept.name}", data=groups.folder)
    assert "Zelftests en groepen met deze vragen kunt u daarna niet meer bekijken." in asked.stdout
    assert ("map met 1 bestand" in asked.stdout) is whole
    assert kept.exists()


def test_of_labels_it_is_said_that_the_answers_stay(groups, west):
    place = f"groepen/{west.id}/meting-1/labels.json"
    (groups.folder / place).write_text("{", encoding="utf-8")
    asked = run("gegevens", "wis", place, data=groups.folder)
    assert "labels bij de open antwoorden van een groep; die antwoorden zelf blijven" in asked.stdout


@pytest.mark.parametrize("name", ["groepen/{id}", "iets"])
def test_of_another_folder_that_is_not_said(groups, west, name):
    (groups.folder / "iets").mkdir()
    (groups.folder / "iets" / "a.json").touch()
    asked = run("gegevens", "wis", name.format(id=west.id), data=groups.folder)
    assert "map met" in asked.stdout
    assert "niet meer bekijken" not in asked.stdout
