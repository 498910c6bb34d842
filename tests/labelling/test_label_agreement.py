"""On how many answers two people agreed: cases computed by hand, and what must hold for all."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from samenspel.labelling.agreement import Agreement, agreement
from samenspel.labelling.model import Attached, Labelling
from samenspel.questionnaire.labels import Label, SubLabel

SCHEME = {"q": (Label("A", "", (SubLabel("a1"), SubLabel("a2"))), Label("B"), Label("C"))}


def labels(text):
    """``"A B"`` → two labels; ``"A/a1"`` → a label with its part."""
    return tuple(Attached(*one.split("/")) for one in text.split())


def found(pairs, settled=None):
    """Agreement about answers ``a0``, ``a1`` …, of which ``pairs`` gives both persons' labels."""
    first = {f"a{n}": labels(one) for n, (one, _two) in enumerate(pairs) if one}
    second = {f"a{n}": labels(two) for n, (_one, two) in enumerate(pairs) if two}
    agreed = {answer: labels(text) for answer, text in (settled or {}).items()}
    labelling = Labelling(SCHEME, {"q": first}, {"q": second}, {"q": agreed} if agreed else {})
    return agreement(labelling, {"q": [f"a{n}" for n in range(len(pairs))]})


def counts(one: Agreement):
    return one.same, one.partly, one.none, one.one_only, one.share


def test_one_label_each():
    # a0, a1 and a3 alike of four.
    assert counts(found([("A", "A"), ("B", "B"), ("A", "C"), ("C", "C")])) == (3, 0, 1, 0, Fraction(3, 4))


def test_several_labels_an_answer():
    # The order does not matter; one of two in common is partly; three labels against none of them is none.
    pairs = [("A B", "B A"), ("A B", "A"), ("A B C", "A C"), ("A", "B C"), ("A B C", "C B A")]
    assert counts(found(pairs)) == (2, 2, 1, 0, Fraction(2, 5))


def test_no_overlap_and_all_equal():
    assert counts(found([("A", "B"), ("B", "C"), ("C", "A B")])) == (0, 0, 3, 0, Fraction(0))
    assert counts(found([("A", "A"), ("B C", "C B")])) == (2, 0, 0, 0, Fraction(1))


def test_a_label_of_which_only_the_part_differs_is_in_common():
    assert counts(found([("A/a1", "A/a2"), ("A/a1", "A"), ("A/a1", "A/a1")])) == (1, 2, 0, 0, Fraction(1, 3))


def test_what_one_of_them_labelled_does_not_count_and_nothing_has_no_share():
    assert counts(found([("A", ""), ("", "B"), ("", ""), ("A", "A")])) == (1, 0, 0, 2, Fraction(1))
    assert counts(found([("A", ""), ("", "")])) == (0, 0, 0, 1, None)


def test_a_difference_stays_one_when_it_is_settled_and_is_no_longer_open():
    both = found([("A", "B"), ("A B", "A"), ("C", "C")], settled={"a0": "B", "a2": "A"})
    assert [(one.answer, one.settled) for one in both.differences] == [("a0", True), ("a1", False)]
    assert both.open == 1
    assert both.share == Fraction(1, 3)  # on which they agreed without each other


def test_two_answers_of_one_text_are_two_answers_and_one_difference():
    labelling = Labelling(SCHEME, {"q": {"ja": labels("A")}}, {"q": {"ja": labels("B")}})
    both = agreement(labelling, {"q": ["ja", "nee", "ja"]})
    assert counts(both) == (0, 0, 2, 0, Fraction(0))
    assert len(both.differences) == 1


NAMES = st.sets(st.sampled_from(["A", "A/a1", "A/a2", "B", "C"])).map(" ".join)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=12))
def test_it_does_not_matter_who_was_first_and_every_answer_counts_once(pairs):
    one, other = found(pairs), found([(second, first) for first, second in pairs])
    assert counts(one) == counts(other)
    assert one.both + one.one_only + sum(not first and not second for first, second in pairs) == len(pairs)
    assert len(one.differences) == one.partly + one.none
