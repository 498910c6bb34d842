"""The scheme: how many answers each label has, hand-counted and for whatever was attached."""

from hypothesis import given
from hypothesis import strategies as st

from samenspel.labelling.model import Attached, Labelling
from samenspel.labelling.scheme import Labelled, schemes
from samenspel.questionnaire.labels import Label, SubLabel

SCHEME = {
    "goed": (Label("Sfeer", "Hoe het voelt.", (SubLabel("Humor"), SubLabel("Rust"))), Label("Contact"), Label("Geld"))
}


def labels(text):
    return tuple(Attached(*one.split("/")) for one in text.split())


def labelled(answers, number=2, **given_):
    """Labels by one person (``first``), or by more; each as ``answer=labels``."""
    codings = {coder: {"goed": {a: labels(t) for a, t in its.items()}} for coder, its in given_.items() if its}
    return Labelled(Labelling(SCHEME, **codings), {"goed": answers}, number)


def counted(scheme):
    return [(one.name, one.n, one.before, [(sub.name, sub.n) for sub in one.sublabels]) for one in scheme.labels]


def test_most_answers_first_with_the_parts_under_their_label():
    now = labelled(
        ["a", "b", "c", "d", "d"],
        first={"a": "Contact", "b": "Sfeer/Rust Contact", "d": "Contact Sfeer/Humor Sfeer/Rust"},
    )
    (scheme,) = schemes(now)
    assert counted(scheme) == [
        ("Contact", 4, None, []),
        ("Sfeer", 3, None, [("Rust", 3), ("Humor", 2)]),
        ("Geld", 0, None, []),
    ]
    assert scheme.labels[1].answers == ("b", "d", "d")
    assert (scheme.answers, scheme.labelled, scheme.unlabelled, scheme.unsettled) == (5, 4, ("c",), ())


def test_what_two_people_differ_on_counts_only_when_they_settled_it():
    both = {"first": {"a": "Sfeer", "b": "Geld", "c": "Geld"}, "second": {"a": "Contact", "b": "Geld", "d": "Sfeer"}}
    (scheme,) = schemes(labelled(["a", "b", "c", "d"], **both))
    assert [(one.name, one.answers) for one in scheme.labels] == [
        ("Geld", ("b", "c")),
        ("Sfeer", ("d",)),
        ("Contact", ()),
    ]
    assert scheme.unsettled == ("a",)
    (scheme,) = schemes(labelled(["a", "b", "c", "d"], **both, agreed={"a": "Contact"}))
    assert scheme.unsettled == ()
    assert [(one.name, one.n) for one in scheme.labels] == [("Geld", 2), ("Sfeer", 1), ("Contact", 1)]


def test_the_wave_before_stands_beside_it_by_name():
    before = labelled(["x", "y", "z"], 1, first={"x": "Sfeer/Rust", "y": "Sfeer"})
    more = Labelling({"goed": (*SCHEME["goed"], Label("Nieuw"))}, {"goed": {"a": labels("Nieuw")}})
    (scheme,) = schemes(Labelled(more, {"goed": ["a"]}, 2), before)
    assert counted(scheme) == [
        ("Nieuw", 1, None, []),
        ("Sfeer", 0, 2, [("Humor", 0), ("Rust", 0)]),
        ("Contact", 0, 0, []),
        ("Geld", 0, 0, []),
    ]
    assert [sub.before for sub in scheme.labels[1].sublabels] == [0, 1]
    assert (scheme.before.number, scheme.before.labelled, scheme.before.answers) == (1, 2, 3)


def test_where_nothing_was_labelled_before_no_zero_stands():
    now = labelled(["a"], first={"a": "Geld"})
    (scheme,) = schemes(now, labelled(["x"], 1))
    assert scheme.before is None
    assert {one.before for one in scheme.labels} == {None}


def test_answers_that_are_gone_count_nowhere():
    gone = labelled(["a"], first={"a": "Geld", "weg": "Sfeer"})
    (scheme,) = schemes(gone)
    assert [(one.name, one.n) for one in scheme.labels if one.n] == [("Geld", 1)]
    assert schemes(Labelled(gone.labelling, {"goed": []}, 2)) == ()


NAMES = st.sets(st.sampled_from(["Sfeer", "Sfeer/Humor", "Sfeer/Rust", "Contact", "Geld"])).map(" ".join)


@given(st.lists(NAMES, max_size=15))
def test_every_answer_counts_once_at_each_of_its_labels(each):
    texts = [f"antwoord {n}" for n in range(len(each))]
    found = schemes(labelled(texts, first={t: one for t, one in zip(texts, each, strict=True) if one}))
    tops = [{one.split("/")[0] for one in names.split()} for names in each]
    for label in found[0].labels if found else ():
        assert label.n == sum(label.name in top for top in tops)
        assert sum(sub.n for sub in label.sublabels) == sum(
            f"{label.name}/" in name for names in each for name in names.split()
        )
        assert [sub.n for sub in label.sublabels] == sorted((sub.n for sub in label.sublabels), reverse=True)
    assert not found or found[0].labelled == sum(map(bool, each))
