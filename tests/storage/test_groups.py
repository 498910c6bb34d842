"""Groups, waves and responses as the store keeps them."""

import stat
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from grouper import TODAY, entry, tally
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from stored import NOW, names

from samenspel.group import workshop
from samenspel.group.founding import checked_group
from samenspel.group.model import Contribution, Entry, Group, contribution
from samenspel.group.workshop import WorkshopError
from samenspel.questionnaire.applicability import is_blank
from samenspel.questionnaire.model import OTHER_ROLE
from samenspel.response import Response
from samenspel.scoring import Knowledge
from samenspel.storage import NotFoundError, StorageError, inventory
from samenspel.storage import groups as group_responses
from samenspel.storage.group_folders import Place
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups
from samenspel.storage.wave_responses import WaveResponses
from strategies import responses


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture
def west(groups, small):
    return groups.create(Group("West", 5, "Zuid-West", {"bakker": 9, "slager": 7}), small, TODAY)


def files_of(groups, stored):
    return sorted(path.name for path in (groups.folder / "groepen" / stored.id).rglob("*.json"))


def test_a_group_comes_back_as_it_was_made(groups, west, small):
    fresh = Groups(groups.folder)
    assert fresh.read(west.id) == west
    assert fresh.all() == [west]
    assert fresh.questionnaire(west) == small
    assert west.wave.number == 1
    assert west.wave.opened == "2026-01-31"
    assert west.group.expected == {"bakker": 9, "slager": 7}
    assert fresh.notices == []


def test_a_group_with_answers_from_the_start_is_made_whole_or_not_at_all(groups, small):
    entries = [entry(number, experience="nog-niet") for number in range(4)]
    stored = groups.create(Group("Oefenen", 3, practice=True), small, TODAY, entries)
    fresh = Groups(groups.folder)
    assert fresh.read(stored.id) == stored
    assert stored.group.name == "Oefenen (verzonnen)"
    assert fresh.counts(stored) == {"bakker": 4}
    assert tally(fresh, stored) == {"bakker": {"nog-niet": 4}}
    strange = Entry(new_response_id(), Contribution(Response(party="bakker", answers={"rol-eigen": 9})))
    before = inventory.files(fresh.folder / "groepen")
    blank = Entry(new_response_id(), Contribution(Response(party="bakker")))
    for wrong in (strange, blank, entries[0], replace(entry(), id="../buiten")):
        with pytest.raises(StorageError):
            fresh.create(Group("Half", 3), small, TODAY, [entry(), wrong])
        assert inventory.files(fresh.folder / "groepen") == before
    assert [one.id for one in fresh.all()] == [stored.id]


@given(st.data())
def test_what_a_person_gave_comes_back_without_what_is_private(small, data):
    answered = responses(small, with_texts=True).filter(lambda response: not is_blank(small, response))
    given_ = data.draw(st.lists(answered, max_size=4))
    with TemporaryDirectory() as folder:
        groups = Groups(Path(folder))
        west = groups.create(Group("West", 3), small, TODAY)
        entries = [Entry(new_response_id(), contribution(small, response)) for response in given_]
        assert groups.add(west.id, entries) == {one.id: "added" for one in entries}
        assert alike(Groups(Path(folder)).contributions(west, 1), [one.contribution for one in entries])
        kept = Path(folder) / "groepen" / west.id / "meting-1" / "antwoorden.json"
        assert not entries or not any(f'"{private}":'.encode() in kept.read_bytes() for private in ("area", "notes"))
        counted = {}
        for response in given_:
            if response.experience:
                party = counted.setdefault(response.party, {})
                party[response.experience] = party.get(response.experience, 0) + 1
        assert tally(groups, west) == counted
        if any(response.party != OTHER_ROLE for response in given_):
            assert groups.reveal(west.id, TODAY).wave.experience == counted
            bare = [
                replace(one.contribution, response=replace(one.contribution.response, experience="")) for one in entries
            ]
            assert alike(Groups(Path(folder)).contributions(west, 1), bare)
            assert b"experience" not in kept.read_bytes()


def alike(found, expected):
    """The same, in whatever order."""
    one, other = ([msgspec.json.encode(given, order="deterministic") for given in them] for them in (found, expected))
    return sorted(one) == sorted(other)


@pytest.mark.parametrize("asked", ["West", "WEST", " west ", "ｗｅｓｔ"])
def test_a_name_in_capitals_is_the_same_group(groups, west, small, asked):
    assert groups.find(asked) == west
    with pytest.raises(StorageError, match="Er is al een groep"):
        groups.create(Group(asked.strip(), 3), small, TODAY)
    east = groups.create(Group("Oost", 3), small, TODAY)
    with pytest.raises(StorageError, match="Er is al een groep"):
        groups.change(east.id, lambda group: replace(group, name=asked))
    assert groups.change(west.id, lambda group: replace(group, name="WEST")).group.name == "WEST"


@pytest.mark.parametrize(
    "name", ["a/b", "..", "../../etc", ".", "C:\\", "con", "x" * 80, "-rf", "🎈", "a.json", "§ 'q' \"z\""]
)
def test_any_name_is_a_name_and_never_a_path(groups, small, name):
    made = groups.create(checked_group(name), small, TODAY)
    assert groups.find(name) == made
    assert names(groups.folder.parent) == sorted(
        [".samenspel.lock", "gegevens", "groep.json", "groepen", made.id, "meting-1", "meting.json", "vragenlijsten"]
        + [path.name for path in (groups.folder / "vragenlijsten").iterdir()]
    )
    groups.delete(made.id)


@pytest.mark.parametrize(
    ("group", "says"),
    [
        (Group("", 5), "Geef de groep een naam"),
        (Group("\x07\u202e ", 5), "Geef de groep een naam"),
        (Group("x" * 300, 5), "heeft 300 tekens"),
        (Group("West", 2), "3 tot en met 20"),
        (Group("West", 21), "3 tot en met 20"),
        (Group("West", -1), "3 tot en met 20"),
        (Group("West", 5, "", {"bakker": 9}, open_table=True), "kleiner is dan het minimum"),
    ],
)
def test_a_group_that_may_not_be_is_refused(groups, small, group, says):
    with pytest.raises(WorkshopError, match=says):
        groups.create(group, small, TODAY)
    assert groups.all() == []
    west = groups.create(Group("Oost", 5), small, TODAY)
    with pytest.raises(WorkshopError, match=says):
        groups.change(west.id, lambda _group: group)
    assert groups.all() == [west]


def test_control_characters_in_a_name_are_taken_out(groups, small):
    assert groups.create(Group("We\x1b[31mst\n\u202e", 5), small, TODAY).group.name == "We[31mst"


def test_a_name_that_does_not_exist_gets_the_nearest(groups, west):
    with pytest.raises(NotFoundError, match=r"Er is geen groep ‘Wst’. Bedoelde u ‘West’\?"):
        groups.find("Wst")
    with pytest.raises(NotFoundError, match=r"geen groep ‘oost’. Met ‘samenspel groep lijst’ ziet u uw groepen\."):
        groups.find("oost")
    for strange in ("../x", "\x1b[31m", "g" + "0" * 12, "x" * 5_000, ""):
        with pytest.raises(NotFoundError) as raised:
            groups.find(strange)
        assert "\x1b" not in str(raised.value)
        assert len(str(raised.value)) < 200


def test_asking_an_untouched_store_leaves_no_trace(groups):
    unknown = "g" + "0" * 12
    assert groups.all() == []
    assert inventory.files(groups.folder / "groepen") == []
    assert groups.where("0" * 32) == ()
    for ask in (
        lambda: groups.read(unknown),
        lambda: groups.find("West"),
        lambda: groups.delete(unknown),
        lambda: groups.new_wave(unknown, TODAY),
        lambda: groups.reveal(unknown, TODAY),
        lambda: groups.add(unknown, [entry()]),
        lambda: groups.withdraw(unknown, "0" * 32),
        lambda: groups.change(unknown, lambda group: group),
        lambda: groups.read("../../etc"),
        lambda: groups.delete(".."),
        lambda: groups.where("../groep"),
    ):
        with pytest.raises(NotFoundError):
            ask()
    assert not groups.folder.exists()


def test_k_is_fixed_from_the_first_response_to_the_reveal(groups, west):
    assert groups.change(west.id, lambda group: replace(group, minimum=3)).group.minimum == 3
    one = entry()
    groups.add(west.id, [one])
    for change in (
        lambda group: replace(group, minimum=4),
        lambda group: replace(group, expected={}, open_table=True),
    ):
        with pytest.raises(StorageError, match="ligt vast"):
            groups.change(west.id, change)
    assert groups.change(west.id, lambda group: replace(group, area="noord")).group.area == "noord"
    groups.withdraw(west.id, one.id)
    assert groups.change(west.id, lambda group: replace(group, minimum=4)).group.minimum == 4
    groups.add(west.id, [entry() for _ in range(4)])
    shown = groups.reveal(west.id, TODAY).wave.released
    assert shown.minimum == 4
    changed = groups.change(west.id, lambda group: replace(group, minimum=10))
    assert changed.wave.released == shown  # what was revealed stays as it was


def test_a_response_belongs_to_one_wave_of_one_group(groups, west, small):
    one, other = entry(), entry()
    assert groups.add(west.id, [one, other, one]) == {one.id: "added", other.id: "added"}
    assert groups.add(west.id, [one]) == {one.id: "double"}
    east = groups.create(Group("Oost", 5), small, TODAY)
    assert groups.add(east.id, [other]) == {other.id: "elsewhere"}
    assert groups.where(other.id) == (Place(west.id, 1),)
    groups.reveal(west.id, TODAY)
    groups.new_wave(west.id, TODAY)
    assert groups.add(west.id, [one]) == {one.id: "earlier"}
    assert groups.counts(groups.read(west.id)) == {}


def test_a_name_made_of_the_answers_is_judged_per_wave_and_stays_in_one_group(groups, west, small):
    form = replace(entry(), from_answers=True)
    assert groups.add(west.id, [form]) == {form.id: "added"}
    assert groups.add(west.id, [form]) == {form.id: "double"}
    groups.reveal(west.id, TODAY)
    groups.new_wave(west.id, TODAY)
    assert groups.add(west.id, [form]) == {form.id: "added"}
    assert groups.add(west.id, [form]) == {form.id: "double"}
    assert groups.where(form.id) == (Place(west.id, 1), Place(west.id, 2))
    east = groups.create(Group("Oost", 5), small, TODAY)
    assert groups.add(east.id, [form]) == {form.id: "elsewhere"}
    groups.withdraw(west.id, form.id)  # of this wave alone
    assert groups.where(form.id) == (Place(west.id, 1),)
    assert len(groups.contributions(groups.read(west.id), 1)) == 1


def test_the_beginning_of_a_name_is_enough_when_it_is_one(groups, west):
    ids = ["3f2a91bc" + "0" * 24, "3f2a91bc" + "1" * 24, "00c0ffee" + "2" * 24]
    groups.add(west.id, [replace(entry(), id=one) for one in ids])
    assert groups.named(west, "00c0ffee") == ids[2]
    assert groups.named(west, ids[0]) == ids[0]
    for typed, says in (
        ("00c0ffe", "minstens 8 tekens"),
        ("", "minstens 8 tekens"),
        ("3f2a91bc", "Meer dan één kenmerk begint zo"),
        ("00c0ffef", "geen antwoord met dit kenmerk"),
        ("../groep", "geen antwoord met dit kenmerk"),
    ):
        with pytest.raises(NotFoundError, match=says):
            groups.named(west, typed)
    groups.reveal(west.id, TODAY)
    second = groups.new_wave(west.id, TODAY)
    with pytest.raises(StorageError, match="is onthuld"):
        groups.named(second, "00c0ffee")


@pytest.mark.parametrize(
    "response",
    [
        Response(),
        Response(party="kapper"),
        Response(party="bakker", answers={"rol-eigen": 0}),
        Response(party="bakker", answers={"rol-onzin": 3}),
        Response(party="bakker", area="west"),
        Response(party="bakker", notes={"rol-eigen": "Jan"}),
        Response(party="bakker", knowledge={"kennis-brood": "bakker"}),
        Response(party="bakker", open={"toe-goed": "niet gedeeld"}),
        Response(party="bakker", open={"toe-goed": "\x1b[31m"}, shared=("toe-goed",)),
        Response(party="bakker", activities={"lunch": True}, shared=("toe-goed",)),
        Response(party="bakker", shared=("toe-onzin",)),
        Response(party="bakker", experience="altijd"),
    ],
)
def test_what_does_not_belong_to_the_questionnaire_is_not_added(groups, west, response):
    with pytest.raises(StorageError, match="hoort niet bij de vragenlijst"):
        groups.add(west.id, [Entry(new_response_id(), Contribution(response))])
    assert groups.counts(west) == {}


@pytest.mark.parametrize(
    "blank",
    [
        Response(party="bakker"),
        Response(party="bakker", open={"toe-goed": "Koffie"}, shared=("toe-goed",)),
        Response(party="slager", answers={"rol-brood": 4}),  # a statement that is asked of the others
        Response(party="bakker", meeting="geen", answers={"rel-overleg": 2}),
        Response(party="bakker", form="kort", answers={"rel-kennen": 2}),
    ],
)
def test_who_answered_no_statement_at_all_is_nobody(groups, west, blank):
    with pytest.raises(StorageError, match="geen enkele stelling"):
        groups.add(west.id, [entry(), Entry(new_response_id(), Contribution(blank, Knowledge(1, 2, 0)))])
    assert groups.counts(west) == {}  # all or none
    groups.add(west.id, [entry()])
    groups.add(west.id, [Entry(new_response_id(), Contribution(Response(party="slager", answers={"rol-ander": 0})))])
    assert groups.counts(west) == {"bakker": 1, "slager": 1}


def test_a_name_that_is_no_id_is_not_written(groups, west):
    with pytest.raises(NotFoundError):
        groups.add(west.id, [replace(entry(), id="../../x")])
    assert files_of(groups, west) == ["groep.json", "meting.json"]


def test_a_wave_takes_so_many_responses_and_no_more(groups, west, monkeypatch):
    monkeypatch.setattr(group_responses, "MOST_RESPONSES", 3)
    entries = [entry() for _ in range(5)]
    with pytest.raises(StorageError, match=r"hooguit 3 antwoorden. Er zijn er al 0, en dit zijn er 5. Er is niets"):
        groups.add(west.id, entries)
    assert groups.counts(west) == {}
    groups.add(west.id, entries[:3])
    assert groups.add(west.id, entries[:2]) == dict.fromkeys([one.id for one in entries[:2]], "double")
    with pytest.raises(StorageError, match="Er zijn er al 3, en dit zijn er 1"):
        groups.add(west.id, entries[:4])
    assert groups.counts(west) == {"bakker": 3}


def test_withdrawing_takes_one_out_until_the_reveal(groups, west):
    one, other = entry(experience="nog-niet"), entry(experience="nog-niet")
    groups.add(west.id, [one, other])
    groups.withdraw(west.id, one.id)
    assert groups.counts(west) == {"bakker": 1}
    assert tally(groups, west) == {"bakker": {"nog-niet": 1}}
    assert groups.where(one.id) == ()
    for unknown in (one.id, "0" * 32, "../meting", "meting", "", "x" * 300):
        with pytest.raises(NotFoundError, match="geen antwoord met dit kenmerk"):
            groups.withdraw(west.id, unknown)
    groups.reveal(west.id, TODAY)
    with pytest.raises(StorageError, match="onthuld"):
        groups.withdraw(west.id, other.id)
    assert len(groups.contributions(groups.read(west.id), 1)) == 1


def test_who_withdraws_or_is_refused_takes_their_own_experience_along(groups, west, monkeypatch):
    one, other = entry(experience="nog-niet"), entry(experience="langer-1")
    groups.add(west.id, [one, other])
    with monkeypatch.context() as patch:
        patch.setattr("samenspel.whole_file.write", full_disk)
        for _try in range(8):
            with pytest.raises(StorageError):
                groups.add(west.id, [entry(experience="nog-niet")])
    assert tally(groups, west) == {"bakker": {"nog-niet": 1, "langer-1": 1}}
    for _time in range(5):  # by name alone: nothing says what was answered
        groups.withdraw(west.id, one.id)
        assert tally(groups, west) == {"bakker": {"langer-1": 1}}
        groups.add(west.id, [one])
    assert tally(groups, west) == {"bakker": {"nog-niet": 1, "langer-1": 1}}
    assert groups.counts(west) == {"bakker": 2}


def full_disk(*_args, **_more):
    raise StorageError("De schijf is vol.")


def test_the_reveal_puts_a_tally_in_the_place_of_the_experience_of_each(groups, west, monkeypatch):
    many = [entry(number, experience="nog-niet") for number in range(5)]
    groups.add(west.id, [*many, entry(party="slager", experience="langer-1")])
    kept = groups.folder / "groepen" / west.id / "meting-1" / "antwoorden.json"
    assert kept.read_text().count('"experience":"nog-niet"') == 5
    with monkeypatch.context() as patch:  # killed just after it
        patch.setattr(WaveResponses, "forget_experience", lambda _responses: full_disk())
        assert groups.reveal(west.id, TODAY).wave.experience == {"bakker": {"nog-niet": 5}, "slager": {"langer-1": 1}}
    assert "experience" in kept.read_text()
    Groups(groups.folder).change(west.id, lambda group: replace(group, area="noord"))
    assert "experience" not in kept.read_text()
    assert len(groups.contributions(groups.read(west.id), 1)) == 6


def test_a_reveal_is_final(groups, west):
    with pytest.raises(WorkshopError, match="nog geen antwoorden"):
        groups.reveal(west.id, TODAY)
    other = Entry(new_response_id(), Contribution(Response(party="andere-rol", answers={"rol-ander": 4})))
    groups.add(west.id, [other])
    with pytest.raises(WorkshopError, match="samen minder dan 5 mensen mee"):
        groups.reveal(west.id, TODAY)
    groups.withdraw(west.id, other.id)
    groups.add(west.id, [entry(number) for number in range(6)])
    with pytest.raises(StorageError, match="Onthul die eerst"):
        groups.new_wave(west.id, TODAY)
    shown = groups.reveal(west.id, date(2026, 2, 1))
    assert shown.wave.released.n == 6
    assert shown.wave.revealed == "2026-02-01"
    assert Groups(groups.folder).read(west.id) == shown
    with pytest.raises(WorkshopError, match="al onthuld"):
        groups.reveal(west.id, TODAY)
    with pytest.raises(StorageError, match=r"al onthuld\. Begin een nieuwe meting"):
        groups.add(west.id, [entry()])
    for change in (
        lambda wave: replace(wave, released=None),
        lambda wave: replace(wave, phase="verzamelen"),
        lambda wave: replace(wave, released=replace(wave.released, n=7)),
        lambda wave: replace(wave, number=2),
        lambda wave: replace(wave, revealed=""),
    ):
        with pytest.raises(StorageError, match="ligt vast"):
            groups.update_wave(west.id, 1, change)
    assert groups.read(west.id) == shown
    second = groups.new_wave(west.id, date(2026, 5, 1))
    assert [wave.number for wave in second.waves] == [1, 2]
    groups.add(west.id, [entry()])
    assert groups.counts(second) == {"bakker": 1}
    assert len(groups.contributions(second, 1)) == 6


def test_nobody_votes_any_more_in_a_wave_that_was_left_behind(groups, west):
    groups.add(west.id, [entry(number) for number in range(6)])
    groups.reveal(west.id, TODAY)
    groups.update_wave(west.id, 1, lambda wave: replace(wave, phase="adviezen", at=workshop.VOTING, voters=6))
    assert workshop.votes_hidden(groups.read(west.id).waves[0])
    begun = groups.new_wave(west.id, TODAY)
    assert begun == groups.read(west.id)
    assert not workshop.votes_hidden(begun.waves[0])


def test_an_open_table_is_for_fewer_than_k_however_many_come(groups, small):
    table = groups.create(Group("Tafel", 5, open_table=True), small, TODAY)
    groups.add(table.id, [entry(number) for number in range(4)])
    shown = groups.reveal(table.id, TODAY).wave.released
    assert shown.open_table
    assert shown.parties == {"bakker": 4, "slager": 0}
    groups.new_wave(table.id, TODAY)
    groups.add(table.id, [entry(number) for number in range(4)] + [entry(party="slager")])
    shown = groups.reveal(table.id, TODAY).wave.released
    assert not shown.open_table
    assert shown.parties == {"bakker": None, "slager": None}


def test_what_is_at_its_default_again_comes_back_so(groups, west):
    changed = groups.update_wave(west.id, 1, lambda wave: replace(wave, at="hier", order="verschil", voters=3))
    assert groups.read(west.id) == changed
    assert groups.update_wave(west.id, 1, lambda _wave: west.wave) == west
    assert groups.read(west.id) == west
    groups.change(west.id, lambda group: replace(group, area="", expected={}))
    assert groups.read(west.id).group == Group("West", 5)


def test_a_file_is_written_once(groups, west, monkeypatch):
    from samenspel.storage import durable

    written = []
    real = durable.write
    monkeypatch.setattr(
        durable, "write", lambda path, content, **more: (written.append(path), real(path, content, **more))
    )
    groups.add(west.id, [entry(number, experience="nog-niet") for number in range(30)])
    assert [path.name for path in written] == ["antwoorden.json"]
    groups.withdraw(west.id, groups.names(west.id, 1)[0])
    assert [path.name for path in written] == ["antwoorden.json"] * 2


def test_a_wave_is_changed_durably_or_not_at_all(groups, west):
    groups.add(west.id, [entry(number) for number in range(6)])
    groups.reveal(west.id, TODAY)
    groups.update_wave(west.id, 1, lambda wave: workshop.go_to(wave, "adviezen", "advies:1"))
    assert Groups(groups.folder).read(west.id).wave.at == "advies:1"
    with pytest.raises(WorkshopError):
        groups.update_wave(west.id, 1, lambda wave: workshop.vote(wave, ["onzin"]))
    assert groups.read(west.id).wave.phase == "adviezen"
    for number in (0, 2, -1):
        with pytest.raises(NotFoundError, match="geen meting"):
            groups.update_wave(west.id, number, lambda wave: wave)


def test_erasing_takes_everything(groups, west, small):
    groups.add(west.id, [entry() for _ in range(3)])
    drafts = groups.drafts(west.id)
    drafts.create(small, Response(party="bakker"), at="party", now=NOW)
    (groups.folder / "groepen" / west.id / "vakantie.jpg").write_bytes(b"x")
    assert [path.name for path in inventory.files(groups.folder / "groepen")] == [
        "bezig.json",
        "groep.json",
        "antwoorden.json",
        "meting.json",
        "vakantie.jpg",
    ]
    groups.delete(west.id)
    assert inventory.files(groups.folder / "groepen") == []
    assert list((groups.folder / "groepen").iterdir()) == []
    with pytest.raises(NotFoundError):
        groups.delete(west.id)
    assert groups.find(groups.create(Group("West", 5), small, TODAY).group.name).waves[0].number == 1


def test_a_response_in_turn_is_drafted_within_the_group_and_only_there(groups, west, small):
    drafts = groups.drafts(west.id)
    begun = drafts.create(small, Response(party="bakker"), at="party", now=NOW)
    assert drafts.read(begun.id) == begun
    assert groups.counts(west) == {}
    assert not (groups.folder / "zelftests").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
def test_files_are_for_their_owner_only_and_tell_no_time(groups, west):
    groups.add(west.id, [entry() for _ in range(3)])
    for path in inventory.files(groups.folder / "groepen"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    drafts = groups.drafts(west.id)
    drafts.create(groups.questionnaire(west), Response(party="bakker"), at="party", now=NOW)
    assert [path.name for path in inventory.files(groups.folder / "groepen") if path.stat().st_mtime == 0] == [
        "bezig.json",
        "antwoorden.json",
    ]


def _answers(one: Contribution) -> list:
    return sorted(one.response.answers.items())


def on_the_disk(groups, text: str) -> bool:
    return any(text.encode() in file.read_bytes() for file in groups.folder.rglob("*") if file.is_file())


def test_what_is_struck_out_is_off_the_disk_and_the_responses_stay(groups, small):
    texts = ["Bel Willemijn", "Willemijn belt nooit terug", *["Taart"] * 6]
    people = [entry(nth, "bakker", open={"toe-goed": text}, shared=("toe-goed",)) for nth, text in enumerate(texts)]
    stored = groups.create(checked_group("Noord"), small, TODAY, people)
    stored = groups.reveal(stored.id, TODAY)
    given = groups.contributions(stored, 1)
    groups.strike_out(stored.id, 1, "toe-goed", texts[0], "willemijn")
    assert on_the_disk(groups, texts[1])
    stored = groups.strike_out(stored.id, 1, "toe-goed", texts[1])
    assert not on_the_disk(groups, "Willemijn")
    assert groups.read(stored.id) == stored
    assert sorted(stored.wave.released.open_answers["toe-goed"]) == ["Bel […]", *["Taart"] * 6]
    assert stored.wave.released.struck == 2
    left = groups.contributions(stored, 1)
    assert groups.notices == []
    assert sorted(one.response.open.get("toe-goed", "") for one in left) == ["", "Bel […]", *["Taart"] * 6]
    assert sorted(map(_answers, left)) == sorted(map(_answers, given))


def test_striking_out_goes_on_where_it_was_killed(groups, small, monkeypatch):
    people = [entry(nth, "bakker", open={"toe-goed": f"Taart {nth}"}, shared=("toe-goed",)) for nth in range(8)]
    stored = groups.create(checked_group("Noord"), small, TODAY, people)
    groups.reveal(stored.id, TODAY)

    def killed(*_args):
        raise StorageError("weg")

    with monkeypatch.context() as patch:
        patch.setattr("samenspel.storage.group_folders.GroupFolders.write_wave", killed)
        with pytest.raises(StorageError):
            groups.strike_out(stored.id, 1, "toe-goed", "Taart 3")
    assert on_the_disk(groups, "Taart 3")
    stored = groups.strike_out(stored.id, 1, "toe-goed", "Taart 3")
    assert not on_the_disk(groups, "Taart 3")
    assert stored.wave.released.struck == 1
    assert len(groups.contributions(stored, 1)) == 8
