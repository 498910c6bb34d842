"""Attaching, taking off and making labels: what a person does with a key, and what may stand on the disk after it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.hygiene import TooLongError
from samenspel.labelling.attaching import (
    LabellingError,
    LabelStep,
    after_striking,
    begun,
    new_label,
    new_sublabel,
    put,
    switch,
    take_back,
    without,
)
from samenspel.labelling.model import CODERS, MOST_AT_ANSWER, Attached, Labelling, sound
from samenspel.questionnaire.labels import LONGEST_NAME, MOST_LABELS, Label, SubLabel

SCHEME = {"goed": (Label("Sfeer", "Hoe het voelt.", (SubLabel("Humor"), SubLabel("Rust"))), Label("Contact"))}
ANSWERS = {"goed": ("Wij lachen veel.", "Wij bellen.", "Wij bellen.")}
LAUGH, CALL = ("goed", "Wij lachen veel."), ("goed", "Wij bellen.")


def fresh():
    return begun(SCHEME, ["goed", "minder"])


def attached(*steps, coder="first", place=LAUGH, start=None):
    labelling = start or fresh()
    for label, *sub in steps:
        labelling = switch(labelling, coder, place, Attached(label, *sub), ANSWERS)
    return labelling


def test_it_begins_with_the_labels_of_the_questions_that_are_asked():
    assert begun({**SCHEME, "andere": (Label("X"),)}, ["goed", "minder"]) == Labelling({"goed": SCHEME["goed"]})


def test_a_label_goes_on_and_off_with_the_same_key():
    on = attached(("Sfeer",), ("Contact",))
    assert on.of("first", *LAUGH) == (Attached("Sfeer"), Attached("Contact"))
    assert attached(("Sfeer",), start=on).of("first", *LAUGH) == (Attached("Contact"),)
    assert attached(("Sfeer",), ("Contact",), start=on) == fresh()


def test_a_part_takes_the_place_of_its_label_and_goes_off_with_it():
    part = attached(("Sfeer",), ("Sfeer", "Humor"), ("Sfeer", "Rust"))
    assert part.of("first", *LAUGH) == (Attached("Sfeer", "Humor"), Attached("Sfeer", "Rust"))
    assert attached(("Sfeer", "Rust"), start=part).of("first", *LAUGH) == (Attached("Sfeer", "Humor"),)
    assert attached(("Sfeer",), start=part) == fresh()


def test_two_people_do_not_touch_each_others_labels():
    both = attached(("Contact",), coder="second", start=attached(("Sfeer",)))
    assert [both.of(coder, *LAUGH) for coder in CODERS] == [(Attached("Sfeer"),), (Attached("Contact"),), ()]


@pytest.mark.parametrize(
    ("place", "one"),
    [
        (("goed", "Wij praten."), Attached("Sfeer")),
        (("minder", "Wij lachen veel."), Attached("Sfeer")),
        (LAUGH, Attached("Geld")),
        (LAUGH, Attached("Sfeer", "Geld")),
    ],
)
def test_what_is_not_there_is_refused_with_a_sentence(place, one):
    with pytest.raises(LabellingError, match="niet meer"):
        switch(fresh(), "first", place, one, ANSWERS)


def test_a_new_label_is_one_line_and_one_that_is_there_is_that_one():
    more, name = new_label(fresh(), "goed", "  Goede\n wil ")
    assert name == "Goede wil"
    assert [label.name for label in more.scheme["goed"]] == ["Sfeer", "Contact", "Goede wil"]
    assert new_label(more, "goed", "GOEDE wil") == (more, "Goede wil")
    assert new_label(more, "minder", "Drukte")[0].scheme["minder"] == (Label("Drukte"),)
    part, name = new_sublabel(more, "goed", "Contact", "telefoon")
    assert name == "telefoon"
    assert part.scheme["goed"][1].sublabels == (SubLabel("telefoon"),)
    assert new_sublabel(part, "goed", "Contact", "Telefoon") == (part, "telefoon")


def test_too_many_too_long_or_empty_names_are_refused():
    full = Labelling({"goed": tuple(Label(f"label {n}") for n in range(MOST_LABELS))})
    with pytest.raises(LabellingError, match="overziet niemand"):
        new_label(full, "goed", "nog een")
    with pytest.raises(LabellingError, match="Typ een naam"):
        new_label(fresh(), "goed", " \u200b ")
    with pytest.raises(TooLongError):
        new_label(fresh(), "goed", "a" * (LONGEST_NAME + 1))
    with pytest.raises(LabellingError, match="niet meer"):
        new_sublabel(fresh(), "goed", "Geld", "veel")
    with pytest.raises(LabellingError, match="Typ een naam"):
        new_sublabel(fresh(), "goed", "Sfeer", "")


def test_an_answer_takes_so_many_labels_and_what_is_stored_can_be_read():
    full = Labelling({"goed": tuple(Label(f"label {n}") for n in range(MOST_LABELS))})
    names = [Attached(f"label {n}") for n in range(MOST_AT_ANSWER)]
    for one in names:
        full = switch(full, "first", LAUGH, one, ANSWERS)
    with pytest.raises(LabellingError, match="hooguit 20 labels"):
        switch(full, "first", LAUGH, Attached("label 30"), ANSWERS)
    less = switch(full, "first", LAUGH, names[0], ANSWERS)
    assert len(less.of("first", *LAUGH)) == MOST_AT_ANSWER - 1
    # Two that become one by what is struck out of them have the labels of both; that can be read too.
    more = switch(full, "first", CALL, Attached("label 30"), ANSWERS)
    struck = after_striking(more, "goed", CALL[1], LAUGH[1], {"goed": (LAUGH[1],)})
    assert len(struck.of("first", *LAUGH)) == MOST_AT_ANSWER + 1
    assert msgspec.json.decode(msgspec.json.encode(struck), type=Labelling) == struck


def test_taking_back_a_new_label_takes_it_out_unless_it_is_used():
    more, _name = new_label(fresh(), "goed", "Nieuw")
    assert without(more, "goed", Attached("Nieuw")) == fresh()
    used = attached(("Nieuw",), coder="second", start=more)
    assert without(used, "goed", Attached("Nieuw")) == used
    part, _name = new_sublabel(fresh(), "goed", "Contact", "telefoon")
    assert without(part, "goed", Attached("Contact", "telefoon")) == fresh()
    assert without(fresh(), "goed", Attached("Weg")) == fresh()


def test_labels_go_along_with_what_is_left_of_a_struck_answer():
    start = attached(("Contact",), place=CALL, coder="second", start=attached(("Sfeer",), place=CALL))
    # One of the two who wrote it is struck out: the other keeps its labels.
    one = after_striking(start, "goed", "Wij bellen.", "Wij […].", {"goed": ("Wij […].", "Wij bellen.")})
    for answer in ("Wij bellen.", "Wij […]."):
        assert one.of("first", "goed", answer) == (Attached("Sfeer"),)
        assert one.of("second", "goed", answer) == (Attached("Contact"),)
    # Then the other one too, and what is left is the same text: its labels are those of both.
    more = attached(("Contact",), place=CALL, start=one)
    both = after_striking(more, "goed", "Wij bellen.", "Wij […].", {"goed": ("Wij […].", "Wij […].")})
    assert both.of("first", "goed", "Wij […].") == (Attached("Sfeer"), Attached("Contact"))
    assert "bellen" not in str(both)
    assert after_striking(start, "goed", "Wij bellen.", "", {}) == fresh()
    # What two people settled of the one, and never differed on of the other, counts; else it is still open.
    same = attached(("Contact",), coder="second", start=attached(("Contact",)))
    other = attached(("Contact",), place=CALL, coder="second", start=attached(("Sfeer",), place=CALL, start=same))
    settled = attached(("Sfeer", "Rust"), place=CALL, coder="agreed", start=other)
    for start, counts in ((settled, (Attached("Contact"), Attached("Sfeer", "Rust"))), (other, None)):
        left = after_striking(start, "goed", CALL[1], LAUGH[1], {"goed": (LAUGH[1], LAUGH[1], LAUGH[1])})
        assert left.settled(*LAUGH) == counts
    # A label does not come to stand beside a part of it.
    part = attached(("Sfeer", "Humor"), start=attached(("Sfeer",), place=CALL))
    struck = after_striking(part, "goed", CALL[1], LAUGH[1], {"goed": (LAUGH[1], LAUGH[1])})
    assert struck.of("first", *LAUGH) == (Attached("Sfeer", "Humor"),)


def test_taking_back_leaves_what_another_window_did_since():
    before = attached(("Contact",))
    after = attached(("Sfeer",), start=before)
    step = LabelStep(LAUGH, before.of("first", *LAUGH), after.of("first", *LAUGH))
    assert take_back(after, "first", step, ANSWERS) == before
    since = attached(("Contact",), ("Sfeer", "Humor"), start=after)
    assert take_back(since, "first", step, ANSWERS).of("first", *LAUGH) == (Attached("Sfeer", "Humor"),)
    # A label that was taken out of the scheme does not come back: what is stored could not be read any more.
    gone = without(attached(("Contact",), start=before), "goed", Attached("Contact"))
    assert take_back(gone, "first", LabelStep(LAUGH, (Attached("Contact"),), ()), ANSWERS) == gone
    with pytest.raises(LabellingError, match="niet meer"):
        take_back(after, "first", step, {})


STEPS = st.lists(
    st.tuples(
        st.sampled_from(CODERS),
        st.sampled_from((LAUGH, CALL)),
        st.sampled_from(
            (Attached("Sfeer"), Attached("Sfeer", "Humor"), Attached("Sfeer", "Rust"), Attached("Contact"))
        ),
    ),
    max_size=25,
)


@given(STEPS)
def test_whatever_is_done_can_be_stored_and_taken_back(steps):
    labelling = fresh()
    for coder, place, one in steps:
        before = labelling.of(coder, *place)
        after = switch(labelling, coder, place, one, ANSWERS)
        assert sound(after)
        assert after != labelling
        assert put(after, coder, place, before, ANSWERS) == put(labelling, coder, place, before, ANSWERS)
        labelling = after
    kept = msgspec.json.encode(labelling)
    assert msgspec.json.decode(kept, type=Labelling) == labelling


@pytest.mark.parametrize(
    "broken",
    [
        Labelling({"goed": (Label("Sfeer"), Label("sfeer"))}),
        Labelling({"goed": (Label("Sfeer", "", (SubLabel("a"), SubLabel("A"))),)}),
        Labelling({"goed": (Label("Sf\u202eeer"),)}),
        Labelling({"goed": (Label("Sfeer"),)}, {"goed": {"Wij": (Attached("Geld"),)}}),
        Labelling({"goed": (Label("Sfeer"),)}, {"goed": {"Wij": (Attached("Sfeer", "Humor"),)}}),
        Labelling({"goed": (Label("Sfeer"),)}, {"goed": {"Wij": (Attached("Sfeer"), Attached("Sfeer"))}}),
        Labelling({}, {"goed": {"Wij": (Attached("Sfeer"),)}}),
    ],
)
def test_what_nobody_can_have_stored_is_not_believed(broken):
    assert not sound(broken)
