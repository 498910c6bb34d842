"""Old answers in a new wave: paper that is brought again, and the reveal that would tell of a few."""

from datetime import date
from random import Random

import pytest
from msgspec.structs import replace

from bringing import brought
from samenspel.collecting.numbers import collected
from samenspel.collecting.reveal import check, told, warnings, worthwhile
from samenspel.group.founding import checked_group
from samenspel.group.model import Contribution, Entry
from samenspel.group.workshop import WorkshopError
from samenspel.questionnaire.applicability import applicable_items
from samenspel.response import Response
from samenspel.storage.errors import StorageError
from samenspel.storage.groups import Groups

TODAY = date(2026, 11, 3)
PARTIES = ("wijkcoach",) * 5 + ("jongerenwerker",) * 5


def person(real, party: str, chance: Random) -> Contribution:
    response = Response(party=party, meeting="ja")
    answers = {item.id: chance.randint(1, 5) for item in applicable_items(real, response)}
    return Contribution(replace(response, answers=answers))


@pytest.fixture
def everyone(real):
    chance = Random(12)
    return [person(real, party, chance) for party in (*PARTIES, "wijkcoach")]


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture
def second(groups, real):
    """A group of which the first wave, of these people, is revealed and the second under way."""

    def begin(before, now):
        stored = groups.create(checked_group("West"), real, TODAY, entries(before))
        groups.reveal(stored.id, TODAY)
        stored = groups.new_wave(stored.id, TODAY)
        groups.add(stored.id, entries(now, 100))
        return stored

    return begin


def entries(people, start: int = 0) -> list[Entry]:
    return [Entry(f"{number:032x}", one) for number, one in enumerate(people, start)]


@pytest.mark.parametrize(("before", "now", "few"), [(10, 11, "nieuw"), (11, 10, "van toen weg")])
def test_a_wave_that_would_tell_of_a_few_is_not_revealed(groups, everyone, second, before, now, few):
    stored = second(everyone[:before], everyone[:now])
    seen = collected(groups, stored.id)
    with pytest.raises(WorkshopError, match=f"Bij de hele groep zijn minder dan 5 antwoorden {few}") as refused:
        check(seen)
    assert not worthwhile(seen)
    assert list(warnings(seen)) == [str(refused.value)]
    with pytest.raises(WorkshopError) as final:  # whoever looked before the last one came
        groups.reveal(stored.id, TODAY)
    assert str(final.value) == str(refused.value)
    assert groups.read(stored.id).wave.phase == "verzamelen"


def test_what_helps_is_to_take_the_old_ones_back(groups, everyone, second):
    stored = second(everyone[:10], everyone)
    for number in range(100, 109):  # one of ten is left: that tells nothing
        groups.withdraw(stored.id, f"{number:032x}")
    seen = collected(groups, stored.id)
    assert seen.again is None
    check(seen)


def test_all_the_same_is_revealed_and_said(groups, everyone, second):
    stored = second(everyone, everyone)
    seen = collected(groups, stored.id)
    check(seen)
    for lines in (warnings(seen), told(seen)):
        assert "gelijk aan die in meting 1 van 3 november 2026" in " ".join(lines)
    assert groups.reveal(stored.id, TODAY).wave.released.n == 11


def test_each_earlier_wave_is_looked_at(groups, everyone, second, real):
    """In between they all answered anew."""
    chance = Random(13)
    stored = second(everyone[:10], [person(real, party, chance) for party in PARTIES])
    groups.reveal(stored.id, TODAY)
    groups.new_wave(stored.id, TODAY)
    groups.add(stored.id, entries(everyone, 200))
    with pytest.raises(WorkshopError, match="meting 1 van 3 november"):
        check(collected(groups, stored.id))


@pytest.mark.parametrize("open_table", [True, False])
def test_at_an_open_table_all_is_shown_as_was_agreed(groups, everyone, real, open_table):
    group = checked_group("Tafel", open_table=True, minimum=8)
    table = groups.create(group, real, TODAY, entries(everyone[:7]))
    groups.reveal(table.id, TODAY)
    if not open_table:
        groups.change(table.id, lambda one: replace(one, open_table=False, minimum=5))
    groups.new_wave(table.id, TODAY)
    groups.add(table.id, entries(everyone[:6], 100))
    seen = collected(groups, table.id)
    if open_table:
        check(seen)
    else:
        with pytest.raises(WorkshopError, match="minder dan 5 antwoorden van toen weg"):
            check(seen)


def test_an_earlier_wave_that_cannot_be_read_stops_the_reveal_not_the_collecting(groups, everyone, second):
    stored = second(everyone[:10], everyone[:10])
    (file,) = (one for one in groups.folder.rglob("antwoorden.json") if one.parent.name.endswith("1"))
    file.write_bytes(b"kapot")
    seen = collected(groups, stored.id)
    assert seen.people == 10
    with pytest.raises(WorkshopError, match="is beschadigd en niet veranderd"):
        check(seen)
    with pytest.raises(StorageError, match="is beschadigd en niet veranderd"):
        groups.reveal(stored.id, TODAY)


# Paper --------------------------------------------------------------------------------------------------------


@pytest.fixture
def paper(tmp_path, everyone):
    """Typed-in forms of these people; of some an answer is typed over wrongly."""

    def write(people, wrong=()):
        items = sorted({item for one in everyone for item in one.response.answers})
        rows = ["respondent;partij;overleg;" + ";".join(items)]
        for nth in people:
            given = dict(everyone[nth].response.answers)
            if nth in wrong:
                given[items[0]] = given[items[0]] % 5 + 1
            answers = ";".join(str(given.get(item, "")) for item in items)
            rows.append(f"{nth};{everyone[nth].response.party};ja;{answers}")
        path = tmp_path / "formulieren.csv"
        path.write_text("\n".join(rows) + "\n")
        return path

    return write


def inside(groups, stored) -> int:
    return len(groups.names(stored.id, 2))


def test_of_paper_only_what_is_new_counts(groups, everyone, second, real, paper):
    stored = second(everyone[:10], [])
    came = brought(groups, stored.id, real, [paper(range(11), wrong=[3])])
    assert (came.added, inside(groups, stored), came.refused) == (1, 1, ())
    assert [one.number for one in came.old] == list(range(1, 11))
    first, *rows = came.left_out()
    assert "tellen niet mee" in first
    assert rows[3] == "  4  formulieren.csv, formulier 3 (meting 1 van 3 november 2026)"


def test_what_is_new_after_all_counts_and_keeps_its_number(groups, everyone, second, real, paper):
    stored = second(everyone[:10], [])
    came = brought(groups, stored.id, real, [paper(range(10))], also=[2, 10])
    assert (came.added, len(came.old)) == (2, 8)
    again = brought(groups, stored.id, real, [paper(range(10))])
    assert (again.added, len(again.doubles)) == (0, 2)
    assert [one.number for one in again.old] == [1, 3, 4, 5, 6, 7, 8, 9]


def test_of_which_earlier_wave_does_not_matter(groups, everyone, second, real, paper):
    stored = second(everyone[:5], everyone[5:10])
    groups.reveal(stored.id, TODAY)
    groups.new_wave(stored.id, TODAY)
    came = brought(groups, stored.id, real, [paper(range(11))])
    assert came.added == 1
    assert [one.wave.split(" van ")[0] for one in came.old] == ["meting 1"] * 5 + ["meting 2"] * 5


def test_that_it_is_said_to_be_new_does_not_make_the_reveal_possible(groups, everyone, second, real, paper):
    stored = second(everyone[:10], [])
    brought(groups, stored.id, real, [paper(range(11))], also=range(1, 11))
    with pytest.raises(WorkshopError, match="minder dan 5 antwoorden nieuw"):
        check(collected(groups, stored.id))
