"""What is brought for a wave: each way in with its own answer to what was given before."""

from datetime import date

import pytest
from msgspec.structs import replace

from bringing import brought
from samenspel.collecting.files import Known, known, numbered
from samenspel.exchange.code import decode, encode
from samenspel.exchange.handover import to_file
from samenspel.group.founding import checked_group
from samenspel.response import Response
from samenspel.storage.groups import Groups

TODAY = date(2026, 11, 3)
EQUAL = Response(party="bakker", answers={"rol-eigen": 4, "rol-ander": 4}, experience="nog-niet")


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture
def west(groups, small):
    return groups.create(checked_group("West"), small, TODAY)


@pytest.fixture
def paper(tmp_path):
    """So many people who gave the same answers, on paper."""

    def write(people):
        path = tmp_path / "f.csv"
        rows = (f"{number};bakker;4;4\n" for number in range(people))
        path.write_text("respondent;partij;rol-eigen;rol-ander\n" + "".join(rows))
        return path

    return write


@pytest.fixture
def file(tmp_path, small):
    path = tmp_path / "a.json"
    path.write_bytes(to_file(small, EQUAL, "0123456789abcdef" * 2))
    return path


def next_wave(groups, west):
    groups.reveal(west.id, TODAY)
    return groups.new_wave(west.id, TODAY)


def count(groups, west):
    return len(groups.contributions(groups.read(west.id), groups.read(west.id).wave.number))


def test_all_answers_equal_and_one_code_stands_for_one_person_only(groups, west, small, paper):
    groups.add(west.id, [decode(small, encode(small, EQUAL))])
    came = brought(groups, west.id, small, [paper(4)])
    assert came.added == 3
    assert [line.split(":")[0] for line in came.refused] == ["f.csv, formulier 0"]
    assert "als code" in came.refused[0]
    again = brought(groups, west.id, small, [paper(4)])
    assert (again.added, len(again.doubles), again.refused) == (0, 3, came.refused)
    assert again.forms == came.forms
    assert count(groups, west) == 4


def test_who_brings_other_answers_than_count_already_is_told(groups, west, small, file):
    assert brought(groups, west.id, small, [file]).added == 1
    before = groups.contributions(groups.read(west.id), 1)
    again = brought(groups, west.id, small, [file])
    assert (len(again.doubles), again.refused) == (1, ())
    file.write_bytes(to_file(small, replace(EQUAL, answers={"rol-eigen": 1}), "0123456789abcdef" * 2))
    came = brought(groups, west.id, small, [file])
    assert (came.added, came.doubles, came.failed) == (0, (), 1)
    assert came.refused[0].startswith("a.json: deze persoon telt al mee, met andere antwoorden.")
    assert groups.contributions(groups.read(west.id), 1) == before
    groups.withdraw(west.id, "0123456789abcdef" * 2)
    assert brought(groups, west.id, small, [file]).added == 1
    assert groups.contributions(groups.read(west.id), 1) != before


def test_what_brought_its_own_name_is_refused_in_a_next_wave_and_said_with_the_remedy(groups, west, small, file):
    assert brought(groups, west.id, small, [file]).added == 1
    next_wave(groups, west)
    for _nth in range(2):
        came = brought(groups, west.id, small, [file])
        assert (came.added, came.doubles, came.known) == (0, (), ())
        (told,) = came.refused
        assert told.startswith("a.json: dit antwoord zat al in meting 1 van 3 november 2026:")
        assert told.endswith("Vraag die persoon om eerst opnieuw de zelftest te doen.")
    assert count(groups, west) == 0


def test_a_new_file_with_the_answers_of_an_old_code_counts_and_is_told(groups, west, small, file):
    groups.add(west.id, [decode(small, encode(small, EQUAL))])
    next_wave(groups, west)
    came = brought(groups, west.id, small, [file])
    assert came.added == 1
    assert came.known == (
        "a.json: precies deze antwoorden zaten al in meting 1 van 3 november 2026. Ze tellen nu ook mee.",
    )
    assert list(came.notes())[1:] == ["Is dit van de vorige keer? Neem het dan terug. Wie meedoet, vult opnieuw in."]


def test_paper_counts_in_each_wave_and_in_one_group(groups, west, small, paper):
    assert brought(groups, west.id, small, [paper(2)]).added == 2
    next_wave(groups, west)
    came = brought(groups, west.id, small, [paper(3)])
    assert came.added == 3
    (line,) = came.known  # the third had no equal then
    assert line.startswith("f.csv, formulieren 0 en 1: precies deze antwoorden zaten al in meting 1 van 3 november")
    assert [source for _name, source in came.forms] == [f"f.csv, formulier {n}" for n in range(3)]
    east = groups.create(checked_group("Oost"), small, TODAY)
    came = brought(groups, east.id, small, [paper(1)])
    assert came.added == 0
    assert "zit al in groep ‘West’. Een antwoord hoort bij één groep." in came.refused[0]
    (groups.folder / "groepen" / west.id / "groep.json").write_text("{")
    assert "zit al in een andere groep" in brought(groups, east.id, small, [paper(1)]).refused[0]


def test_a_code_is_known_however_its_answers_came_in(groups, west, small, file, paper):
    code = decode(small, encode(small, EQUAL))
    assert known(groups, west.id, small, code) is None
    assert numbered(groups, west.id, code) == code
    brought(groups, west.id, small, [file])
    assert known(groups, west.id, small, code) == Known("here")
    assert numbered(groups, west.id, code) == code  # no code was there
    next_wave(groups, west)
    assert known(groups, west.id, small, code) == Known("earlier", "meting 1 van 3 november 2026")
    groups.add(west.id, [code])
    assert known(groups, west.id, small, code) == Known("here")
    second = numbered(groups, west.id, code)
    assert groups.add(west.id, [second]) == {second.id: "added"}
    assert numbered(groups, west.id, code).id not in {code.id, second.id}
    east = groups.create(checked_group("Oost"), small, TODAY)
    assert known(groups, east.id, small, code) == Known("elsewhere", "groep ‘West’")
    third = numbered(groups, east.id, code)
    assert groups.add(east.id, [third]) == {third.id: "added"}
