"""The labels of a wave on the disk: there when acknowledged, gone with the wave, and with what is struck out."""

from functools import partial

import pytest
from grouper import TODAY, entry
from msgspec.structs import replace

from samenspel.group.founding import checked_group
from samenspel.labelling.attaching import LabellingError, new_label, switch
from samenspel.labelling.model import Attached, Labelling
from samenspel.questionnaire.labels import Label
from samenspel.storage import inventory
from samenspel.storage.errors import StorageError, UnreadableError
from samenspel.storage.groups import Groups

SCHEME = {"toe-goed": (Label("Eten"), Label("Sfeer")), "andere": (Label("X"),)}
TEXTS = ["Bel Willemijn", *[f"Taart {n}" for n in range(7)]]
EATING = Attached("Eten")


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


def given(texts=TEXTS):
    return [entry(nth, "bakker", open={"toe-goed": text}, shared=("toe-goed",)) for nth, text in enumerate(texts)]


@pytest.fixture
def stored(groups, small):
    made = groups.create(checked_group("Noord"), small, TODAY, given())
    return groups.reveal(made.id, TODAY)


def attach(groups, stored, answer, one=EATING, coder="first", number=1):
    place = ("toe-goed", answer)
    return groups.labels.change(
        stored.id, number, lambda labelling, released: switch(labelling, coder, place, one, released.open_answers)
    )


def test_what_is_attached_is_there_in_the_next_window(groups, stored):
    assert groups.labels.read(stored.id, 1) is None
    assert groups.labels.labelled(stored, 1) is None
    begun = groups.labels.begin(stored.id, 1, SCHEME)
    assert begun == Labelling({"toe-goed": SCHEME["toe-goed"]})
    changed = attach(groups, stored, "Taart 3")
    other = Groups(groups.folder)
    assert other.labels.read(stored.id, 1) == changed
    assert other.labels.begin(stored.id, 1, {}) == changed
    assert groups.read(stored.id) == stored


def test_two_windows_lose_nothing_of_each_other(groups, stored):
    groups.labels.begin(stored.id, 1, SCHEME)
    other = Groups(groups.folder)
    attach(groups, stored, "Taart 3")
    other.labels.change(stored.id, 1, lambda labelling, _released: new_label(labelling, "toe-goed", "Nieuw")[0])
    attach(other, stored, "Taart 4", Attached("Nieuw"))
    attach(groups, stored, "Taart 3", Attached("Sfeer"))
    found = groups.labels.read(stored.id, 1)
    assert found.first["toe-goed"] == {"Taart 3": (EATING, Attached("Sfeer")), "Taart 4": (Attached("Nieuw"),)}


def test_nothing_is_labelled_before_the_reveal_nor_an_answer_that_is_gone(groups, small, stored):
    made = groups.create(checked_group("Zuid"), small, TODAY, given())
    for labelling in (partial(groups.labels.begin, scheme=SCHEME), partial(groups.labels.change, change=None)):
        with pytest.raises(StorageError, match="nog niet onthuld"):
            labelling(made.id, 1)
    groups.labels.begin(stored.id, 1, SCHEME)
    before = groups.labels.read(stored.id, 1)
    groups.strike_out(stored.id, 1, "toe-goed", "Taart 3")
    with pytest.raises(LabellingError, match="doorgestreept"):
        attach(groups, stored, "Taart 3")
    assert groups.labels.read(stored.id, 1) == before


def test_what_is_struck_out_is_in_no_file_of_labels_and_what_is_left_keeps_its_labels(groups, stored):
    groups.labels.begin(stored.id, 1, SCHEME)
    for answer in ("Bel Willemijn", "Taart 3"):
        attach(groups, stored, answer)
    groups.strike_out(stored.id, 1, "toe-goed", "Bel Willemijn", "willemijn")
    groups.strike_out(stored.id, 1, "toe-goed", "Taart 3")
    assert groups.labels.read(stored.id, 1).first == {"toe-goed": {"Bel […]": (EATING,)}}
    for file in inventory.files(groups.folder):
        assert b"Willemijn" not in file.read_bytes()
        assert b"Taart 3" not in file.read_bytes()


@pytest.mark.parametrize("broken", ["group_folders.GroupFolders.write_wave", "wave_responses.WaveResponses.strike_out"])
def test_a_strike_that_was_cut_off_can_be_done_again_with_its_labels(groups, stored, monkeypatch, broken):
    groups.labels.begin(stored.id, 1, SCHEME)
    attach(groups, stored, "Bel Willemijn")

    def killed(*_args):
        raise StorageError("weg")

    with monkeypatch.context() as patch:
        patch.setattr(f"samenspel.storage.{broken}", killed)
        with pytest.raises(StorageError):
            groups.strike_out(stored.id, 1, "toe-goed", "Bel Willemijn", "willemijn")
    stored = groups.strike_out(stored.id, 1, "toe-goed", "Bel Willemijn", "willemijn")
    assert groups.labels.read(stored.id, 1).first == {"toe-goed": {"Bel […]": (EATING,)}}
    assert groups.labels.labelled(stored, 1).answers == stored.wave.released.open_answers


def test_a_next_wave_begins_with_the_scheme_of_the_last_one(groups, stored):
    groups.labels.begin(stored.id, 1, SCHEME)
    groups.labels.change(stored.id, 1, lambda labelling, _released: new_label(labelling, "toe-goed", "Nieuw")[0])
    groups.new_wave(stored.id, TODAY)
    groups.add(stored.id, given([f"Brood {n}" for n in range(8)]))
    later = groups.reveal(stored.id, TODAY)
    assert groups.labels.before(later, 1) is None
    begun = groups.labels.begin(later.id, 2, SCHEME)
    assert [label.name for label in begun.scheme["toe-goed"]] == ["Eten", "Sfeer", "Nieuw"]
    assert begun.first == {}
    attach(groups, later, "Brood 1", Attached("Nieuw"), number=2)
    assert groups.labels.before(later, 2).labelling == groups.labels.read(later.id, 1)


def test_a_question_that_had_no_labels_begins_with_those_of_the_questionnaire(groups, stored):
    # Labels that could not be read at first, and that are mended since.
    assert groups.labels.begin(stored.id, 1, {}) == Labelling()
    assert groups.labels.begin(stored.id, 1, SCHEME).scheme == {"toe-goed": SCHEME["toe-goed"]}
    # A question to which nobody shared an answer in the wave before.
    groups.labels.change(stored.id, 1, lambda _labelling, _released: Labelling({"andere": SCHEME["andere"]}))
    groups.new_wave(stored.id, TODAY)
    groups.add(stored.id, given([f"Brood {n}" for n in range(8)]))
    groups.reveal(stored.id, TODAY)
    assert groups.labels.begin(stored.id, 2, SCHEME).scheme == {"toe-goed": SCHEME["toe-goed"]}


@pytest.mark.parametrize("read", [True, False])
def test_of_answers_that_nobody_read_first_a_next_wave_tells_no_counts(groups, stored, read):
    groups.labels.begin(stored.id, 1, SCHEME)
    attach(groups, stored, "Taart 3")
    groups.update_wave(stored.id, 1, lambda wave: replace(wave, read_first=read))
    groups.new_wave(stored.id, TODAY)
    groups.add(stored.id, given([f"Brood {n}" for n in range(8)]))
    later = groups.reveal(stored.id, TODAY)
    groups.labels.begin(later.id, 2, SCHEME)
    (scheme,) = groups.labels.schemes(later, 2)
    assert [one.before for one in scheme.labels] == ([1, 0] if read else [None, None])


def test_a_damaged_file_costs_the_labels_and_nothing_else(groups, stored):
    groups.labels.begin(stored.id, 1, SCHEME)
    (path,) = groups.folder.rglob("labels.json")
    path.write_text('{"groep": {"1": {"schema": 2, "scheme": []}}}', encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"gegevens wis groepen/.*/meting-1/labels\.json"):
        attach(groups, stored, "Taart 3")
    assert groups.labels.labelled(stored, 1) is None
    assert any("met de labels is beschadigd" in told for told in groups.notices)
    assert groups.read(stored.id) == stored
    inventory.erase(groups.folder, path)
    assert groups.labels.read(stored.id, 1) is None
    groups.labels.begin(stored.id, 1, SCHEME)
    groups.delete(stored.id)
    assert not list(groups.folder.rglob("labels.json"))
