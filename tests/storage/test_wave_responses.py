"""How a wave's responses stand on the disk is known in one place, and that tells no order."""

import json
import re

import pytest
from grouper import TODAY, entry
from msgspec.structs import replace
from stored import NOW

from samenspel.group.model import Contribution, Entry, Group
from samenspel.response import Response
from samenspel.storage import NotFoundError, UnreadableError, group_files, group_folders, inventory
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups, Place
from samenspel.storage.wave_responses import StoredResponses, WaveResponses

KEPT = {}


class InMemory:
    """Responses that stand in no file at all."""

    def __init__(self, folder):
        # A group that is being made has another name than when it is there.
        self._mine = KEPT.setdefault(folder.parent.name.strip(".").split(".")[0] + folder.name, {})

    def names(self):
        return sorted(self._mine)

    def has(self, name):
        return name in self._mine

    def among(self, wanted, fitting=None):
        return [name for name in wanted if name in self._mine and (not fitting or fitting.fits(self._mine[name]))]

    def count(self):
        return len(self._mine)

    def gone(self):
        return UnreadableError("weg")

    def read(self, fitting):
        tally = {}
        for given in self._mine.values():
            party = tally.setdefault(given.response.party, {})
            party[given.response.experience] = party.get(given.response.experience, 0) + 1
        return StoredResponses({one: given for one, given in self._mine.items() if fitting.fits(given)}, (), tally)

    def add(self, entries):
        self._mine.update({entry.id: entry.contribution for entry in entries})

    def take_out(self, name, _experience=""):
        del self._mine[name]

    def strike_out(self, question, text, left):
        name = next(name for name, given in self._mine.items() if given.response.open.get(question) == text)
        response = self._mine[name].response
        others = {one: its for one, its in response.open.items() if one != question}
        response = replace(response, open={**others, question: left} if left else others)
        self._mine[name] = replace(self._mine[name], response=response)

    def forget_experience(self):
        for name, given in self._mine.items():
            self._mine[name] = replace(given, response=replace(given.response, experience=""))

    def turn_over(self):
        pass


def test_the_seam_is_whole():
    methods = {name for name in vars(WaveResponses) if not name.startswith("_")}
    assert methods == {name for name in vars(InMemory) if not name.startswith("_")}


@pytest.mark.parametrize("made", [WaveResponses, InMemory])
def test_nothing_else_knows_how_responses_stand_on_the_disk(tmp_path, small, monkeypatch, made):
    monkeypatch.setattr(group_folders, "WaveResponses", made)
    KEPT.clear()
    groups = Groups(tmp_path)
    first = [entry(number, experience="nog-niet") for number in range(3)]
    west = groups.create(Group("West", 5), small, TODAY, first)
    more = [entry(number, party="slager", experience="langer-1") for number in range(4)]
    assert set(groups.add(west.id, more).values()) == {"added"}
    assert groups.add(west.id, first[:1]) == {first[0].id: "double"}
    assert groups.where(more[0].id) == (Place(west.id, 1),)
    assert groups.named(west, more[0].id[:8]) == more[0].id
    assert groups.counts(west) == {"bakker": 3, "slager": 4}
    groups.withdraw(west.id, more[0].id)
    with pytest.raises(NotFoundError):
        groups.withdraw(west.id, more[0].id)
    assert groups.names(west.id, 1) == sorted(one.id for one in [*first, *more[1:]])
    revealed = groups.reveal(west.id, TODAY)
    assert revealed.wave.released.n == 6
    assert revealed.wave.experience == {"bakker": {"nog-niet": 3}, "slager": {"langer-1": 3}}
    assert {given.response.experience for given in groups.contributions(revealed, 1)} == {""}
    groups.new_wave(west.id, TODAY)
    assert groups.add(west.id, more[1:2]) == {more[1].id: "earlier"}
    form = replace(more[1], from_answers=True)
    assert groups.add(west.id, [form]) == {form.id: "added"}
    assert groups.where(form.id) == (Place(west.id, 1), Place(west.id, 2))
    kinds = {group_files.kind(path) for path in inventory.files(groups.folder / "groepen")}
    assert kinds == ({"group", "wave"} if made is InMemory else {"group", "wave", "responses"})
    groups.delete(west.id)
    assert inventory.files(groups.folder / "groepen") == []


def test_the_disk_tells_no_order(tmp_path, small):
    groups = Groups(tmp_path)
    west = groups.create(Group("West", 5), small, TODAY)
    given, drafts = [entry(number, experience="nog-niet") for number in range(12)], []
    for one in given:  # one by one, as people come
        groups.add(west.id, [one])
        drafts.append(groups.drafts(west.id).create(small, one.contribution.response, at="party", now=NOW).id)
    orders = []
    for _write in range(2):
        for place, key, came in (
            ("meting-1/antwoorden.json", "responses", [one.id for one in given]),
            ("bezig.json", "drafts", drafts),
        ):
            path = tmp_path / "groepen" / west.id / place
            stored = json.loads(path.read_bytes())["groep"]["1"][key]
            assert sorted(stored) == sorted(came)
            orders.append(list(stored))
            assert orders[-1] not in (came, sorted(came))
            assert path.stat().st_mtime == 0
            assert not re.search(r"20\d\d-|\d\d:\d\d", path.read_text(encoding="utf-8"))
        groups.add(west.id, [extra := entry()])  # written anew, with the same people in it
        groups.withdraw(west.id, extra.id)
        groups.drafts(west.id).delete(groups.drafts(west.id).create(small, Response(), at="party", now=NOW).id)
    assert orders[:2] != orders[2:]
    files = [path.name for path in inventory.files(groups.folder / "groepen")]
    assert files == ["bezig.json", "groep.json", "antwoorden.json", "meting.json"]
    assert groups.drafts(west.id).ids() == sorted(drafts)
    assert [one.id for one in groups.drafts(west.id).newest()] == sorted(drafts)


def test_answers_stand_in_the_order_of_the_ids_and_not_of_answering(tmp_path, small):
    groups = Groups(tmp_path)
    west = groups.create(Group("West", 5), small, TODAY)
    back = {"rol-eigen": 3, "rel-kennen": 2, "rol-ander": 5}  # went back to the first at the end
    groups.add(west.id, [Entry(new_response_id(), Contribution(Response(party="bakker", answers=back)))])
    text = (tmp_path / "groepen" / west.id / "meting-1" / "antwoorden.json").read_text(encoding="utf-8")
    assert '"answers":{"rel-kennen":2,"rol-ander":5,"rol-eigen":3}' in text
