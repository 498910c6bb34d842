"""Who handed in counts, or is told, whatever is killed, refused or revealed meanwhile: nobody is silently left out."""

import json
import shutil
from threading import Thread

import pytest

from killed_turn import NOW, five, handing_in, killed
from samenspel.collecting.files import Known, known
from samenspel.collecting.numbers import collected, responses
from samenspel.collecting.reveal import reveal
from samenspel.collecting.turn import Drafts, Turn, deliver, take_back
from samenspel.exchange.code import decode, encode
from samenspel.group import workshop
from samenspel.group.founding import checked_group
from samenspel.response import Response
from samenspel.storage import inventory
from samenspel.storage.drafts import DraftStore
from samenspel.storage.errors import NewerError, NotFoundError, StorageError, UnreadableError, WaitingError
from samenspel.storage.groups import Groups
from samenspel.storage.selftest import handed_in
from samenspel.walk import Step

TODAY = NOW.date()


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture
def west(groups, small):
    """A group of five people."""
    stored = groups.create(checked_group("West"), small, TODAY)
    five(groups, stored, "bakker")
    return stored


@pytest.fixture
def full(monkeypatch):
    """A disk that takes no response; it can be made well again."""

    def refuse(*_args):
        raise StorageError("De schijf is vol.")

    monkeypatch.setattr(Groups, "add", refuse)
    return monkeypatch


def busy(groups, stored):
    """Somebody who answered one statement and did not hand in yet."""
    turn = Turn.begin(groups, stored, "volledig", NOW)
    turn.answer("bakker", NOW)
    turn.go(Step("item", "rol-eigen"), NOW)
    turn.answer("4", NOW)
    return turn


def file_of(groups, stored):
    return groups.folder / "groepen" / stored.id / "bezig.json"


def test_the_store_itself_reveals_nothing_that_leaves_somebody_out(groups, west):
    killed(groups, west, "bakker")
    with pytest.raises(WaitingError, match="Er is niets onthuld"):
        groups.reveal(west.id, TODAY)
    assert groups.read(west.id).wave.phase == "verzamelen"
    assert reveal(groups, west.id, TODAY).wave.released.n == 6


def test_who_is_killed_between_the_last_look_and_the_reveal_is_in_it(groups, west, monkeypatch):
    whole, names = Groups.reveal, []

    def later(self, *args):
        if not names:
            names.append(killed(groups, west, "bakker"))
        return whole(self, *args)

    monkeypatch.setattr(Groups, "reveal", later)
    assert reveal(groups, west.id, TODAY).wave.released.n == 6
    assert set(names) < set(groups.names(west.id, 1))


def test_who_is_still_handing_in_while_it_is_revealed_is_in_it_once_and_hears_so(groups, west):
    with handing_in(groups, west, "bakker") as held:
        assert reveal(groups, west.id, TODAY).wave.released.n == 6
        assert held.go_on() == "in"
    assert len(groups.names(west.id, 1)) == 6
    assert groups.drafts(west.id).ids() == []


def test_who_hands_in_during_the_reveal_waits_for_it_and_is_told(groups, west, monkeypatch):
    turn, told, whole = busy(groups, west), [], workshop.reveal

    def hand_in():
        with pytest.raises(StorageError) as refused:
            turn.hand_in(NOW)
        told.append(str(refused.value))

    waiting = Thread(target=hand_in)

    def during(*args):
        waiting.start()
        return whole(*args)

    monkeypatch.setattr(workshop, "reveal", during)
    assert reveal(groups, west.id, TODAY).wave.released.n == 5
    waiting.join()
    assert told == ["Meting 1 is al onthuld. Begin een nieuwe meting voor nieuwe antwoorden."]
    (draft,) = groups.drafts(west.id).newest()
    assert handed_in(draft) is None
    assert draft.response == turn.response


def test_when_a_new_wave_was_begun_meanwhile_it_is_told_and_can_be_given_to_that_one(groups, west):
    turn = busy(groups, west)
    reveal(groups, west.id, TODAY)
    second = groups.new_wave(west.id, TODAY)
    with pytest.raises(StorageError, match=r"Meting 1 is al onthuld\. De antwoorden zijn bewaard\. Geef ze aan"):
        turn.hand_in(NOW)
    assert groups.names(west.id, 2) == []
    now = collected(groups, west.id)
    assert [draft.id for draft in now.drafts] == [turn.selftest.id]
    Turn.go_on(groups, second, now.drafts[0]).hand_in(NOW)
    assert len(groups.names(west.id, 2)) == 1
    assert len(groups.names(west.id, 1)) == 5


def test_a_turn_begun_from_an_old_page_is_for_the_wave_under_way(groups, west):
    reveal(groups, west.id, TODAY)
    with pytest.raises(StorageError, match="Meting 1 is al onthuld"):
        Turn.begin(groups, west, "kort", NOW)
    groups.new_wave(west.id, TODAY)
    busy(groups, west).hand_in(NOW)
    assert len(groups.names(west.id, 2)) == 1


def test_what_was_left_behind_by_a_reveal_without_it_stays_and_never_slips_into_the_next_wave(
    groups, west, monkeypatch
):
    killed(groups, west, "bakker")
    monkeypatch.setattr(Groups, "waiting", lambda *_args: [])  # as the version before this one revealed
    groups.reveal(west.id, TODAY)
    monkeypatch.undo()
    second = groups.new_wave(west.id, TODAY)
    now = collected(groups, west.id)
    assert (now.people, len(now.drafts)) == (0, 1)
    Turn.go_on(groups, second, now.drafts[0]).hand_in(NOW)
    assert collected(groups, west.id).counts == {"bakker": 1}


@pytest.mark.parametrize("revealed", [False, True])
def test_killed_before_the_draft_was_erased_it_counts_once_and_is_no_draft_any_more(
    groups, west, monkeypatch, revealed
):
    turn = busy(groups, west)
    monkeypatch.setattr(DraftStore, "delete", lambda *_args: (_ for _ in ()).throw(StorageError("gedood")))
    with pytest.raises(StorageError):
        turn.hand_in(NOW)
    monkeypatch.undo()
    if revealed:
        groups.reveal(west.id, TODAY)
        groups.new_wave(west.id, TODAY)
    assert collected(groups, west.id).people == (0 if revealed else 6)
    assert groups.drafts(west.id).ids() == []
    assert turn.response_id in groups.names(west.id, 1)


def test_what_was_taken_back_does_not_come_in_again(groups, west, monkeypatch):
    turn = busy(groups, west)
    monkeypatch.setattr(DraftStore, "delete", lambda *_args: (_ for _ in ()).throw(StorageError("gedood")))
    with pytest.raises(StorageError):
        turn.hand_in(NOW)
    monkeypatch.undo()
    take_back(groups, west, turn.response_id)
    assert collected(groups, west.id).people == 5
    assert reveal(groups, west.id, TODAY).wave.released.n == 5


def test_what_cannot_be_delivered_can_be_taken_back_by_its_whole_name_only(groups, west, full):
    response_id = killed(groups, west, "bakker")
    for too_little in ("", response_id[:7], "f" * 32):
        with pytest.raises(NotFoundError):
            take_back(groups, west, too_little)
    take_back(groups, west, response_id[:8])
    full.undo()
    assert collected(groups, west.id).people == 5
    assert groups.drafts(west.id).ids() == []


def test_what_the_disk_refuses_is_told_and_nothing_is_revealed_until_it_is_in(groups, west, full):
    killed(groups, west, "bakker")
    now, number = collected(groups, west.id), responses(groups, west, west.wave)
    said = "Iemand gaf antwoorden aan groep ‘West’, maar ze tellen nog niet mee. De schijf is vol."
    assert (now.people, len(now.drafts), now.notices) == (5, 1, (said,))
    assert (number.number, number.notices) == (5, (said,))
    with pytest.raises(StorageError, match=r"nog niet mee\. De schijf is vol\. Onthullen kan pas als ze meetellen"):
        reveal(groups, west.id, TODAY)
    assert groups.read(west.id).wave.phase == "verzamelen"
    full.undo()
    assert collected(groups, west.id).notices == ()
    assert reveal(groups, west.id, TODAY).wave.released.n == 6


def test_thrown_away_it_no_longer_keeps_the_reveal(groups, west, full):
    killed(groups, west, "bakker")
    (draft,) = collected(groups, west.id).drafts
    Turn.go_on(groups, west, draft).throw_away()
    full.undo()
    assert reveal(groups, west.id, TODAY).wave.released.n == 5


def test_who_goes_on_with_what_could_not_be_delivered_keeps_the_name_and_counts_once(groups, west, full):
    response_id = killed(groups, west, "bakker")
    (draft,) = collected(groups, west.id).drafts
    full.undo()
    again = Turn.go_on(groups, west, draft)
    assert again.response_id == response_id
    deliver(groups, west)
    with pytest.raises(StorageError):  # the other window erased the draft
        again.hand_in(NOW)
    assert collected(groups, west.id).people == 6


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [('{"groep":{"1":{"schema":99}}}', NewerError, "nieuwere versie"), ("{", UnreadableError, "beschadigd")],
)
def test_drafts_that_cannot_be_read_may_have_been_handed_in_so_nothing_is_revealed(groups, west, content, error, says):
    busy(groups, west)
    file_of(groups, west).write_text(content)
    now = collected(groups, west.id)
    assert (now.people, len(now.notices)) == (5, 1)
    assert says in now.notices[0]
    with pytest.raises(error):
        reveal(groups, west.id, TODAY)
    assert groups.read(west.id).wave.phase == "verzamelen"
    assert file_of(groups, west).read_text() == content


def test_a_damaged_draft_is_told_and_kept_until_it_is_thrown_away(groups, west):
    (busy_one, other), path = (busy(groups, west), busy(groups, west)), file_of(groups, west)
    content = json.loads(path.read_text())
    content["groep"]["1"]["drafts"][busy_one.selftest.id] = {"onzin": True}
    path.write_text(json.dumps(content))
    now = collected(groups, west.id)
    assert [draft.id for draft in now.drafts] == [other.selftest.id]
    (told,) = now.notices
    assert f"gegevens wis {busy_one.selftest.id}" in told
    assert reveal(groups, west.id, TODAY).wave.released.n == 5
    other.answer("3", NOW)  # whoever goes on does not overwrite it
    assert json.loads(path.read_text())["groep"]["1"]["drafts"][busy_one.selftest.id] == {"onzin": True}
    with pytest.raises(UnreadableError):
        busy_one.answer("3", NOW)
    groups.drafts(west.id).delete(busy_one.selftest.id)
    groups.new_wave(west.id, TODAY)
    fresh = Groups(groups.folder)
    assert (fresh.waiting(fresh.read(west.id)), fresh.notices) == ([], [])


def test_a_mark_that_is_none_of_ours_is_a_draft_as_any(groups, west):
    turn, path = busy(groups, west), file_of(groups, west)
    for mark in ("gegeven:1:x", f"gegeven:{'9' * 5000}:{'0' * 32}", f"gegeven:0:{'0' * 32}", f"gegeven:9:{'0' * 32}"):
        content = json.loads(path.read_text())
        content["groep"]["1"]["drafts"][turn.selftest.id]["at"] = mark
        path.write_text(json.dumps(content))
        assert len(deliver(groups, west).busy) == 1


def test_another_window_that_delivers_at_the_same_moment_is_no_trouble(groups, west, monkeypatch):
    killed(groups, west, "bakker")
    whole = Groups.add

    def both(self, *args):
        monkeypatch.undo()
        assert deliver(Groups(self.folder), west) == Drafts()
        return whole(self, *args)

    monkeypatch.setattr(Groups, "add", both)
    assert deliver(groups, west) == Drafts()
    assert collected(groups, west.id).people == 6


def test_a_folder_that_may_only_be_read_is_counted_all_the_same(groups, west, monkeypatch):
    busy(groups, west)

    def locked(*_args):
        raise StorageError("daar mag alleen gelezen worden")

    monkeypatch.setattr(DraftStore, "newest", locked)
    now = collected(groups, west.id)
    assert (now.people, now.notices) == (5, ("daar mag alleen gelezen worden",))
    with pytest.raises(StorageError, match="alleen gelezen"):
        reveal(groups, west.id, TODAY)


def test_the_minimum_is_fixed_as_soon_as_somebody_handed_in(groups, small):
    from msgspec.structs import replace

    east = groups.create(checked_group("Oost"), small, TODAY)
    killed(groups, east, "bakker")
    with pytest.raises(StorageError, match="er zijn al antwoorden"):
        groups.change(east.id, lambda group: replace(group, minimum=3))
    assert groups.change(east.id, lambda group: replace(group, name="Ost")).group.name == "Ost"


def test_a_code_with_the_answers_of_who_was_killed_is_known(groups, west, small):
    killed(groups, west, "slager")
    code = decode(small, encode(small, Response(party="slager", answers={"rol-eigen": 4})))
    assert known(groups, west.id, small, code) == Known("here")


def test_nobody_begins_for_a_group_that_was_erased(groups, west):
    groups.delete(west.id)
    with pytest.raises(NotFoundError):
        Turn.begin(groups, west, "kort", NOW)
    assert list((groups.folder / "groepen").iterdir()) == []


def test_erasing_the_group_erases_what_was_on_its_way(groups, west):
    killed(groups, west, "bakker")
    turn = busy(groups, west)
    groups.delete(west.id)
    assert inventory.files(groups.folder / "groepen") == []
    with pytest.raises(NotFoundError):
        turn.hand_in(NOW)
    assert inventory.files(groups.folder / "groepen") == []


def test_in_a_group_that_was_copied_it_counts_in_one_and_is_kept_in_the_other(groups, west):
    killed(groups, west, "bakker")
    copied = "g" + "0" * 12
    shutil.copytree(groups.folder / "groepen" / west.id, groups.folder / "groepen" / copied)
    assert collected(groups, west.id).people == 6
    other = collected(groups, copied)
    assert other.people == 5
    assert "Dit antwoord zit al in een andere groep." in other.notices[-1]
    assert len(groups.drafts(copied).ids()) == 1
