"""Attaching labels to answers and taking them off, making new ones, and taking that back.

Every function gives a new :class:`Labelling`, or says why not; nothing is changed in the one that it got.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from samenspel.hygiene import clean, folded
from samenspel.labelling.model import CODERS, MOST_AT_ANSWER, Attached, Coder, Coding, Labelling, find, is_known
from samenspel.questionnaire.labels import LONGEST_NAME, MOST_LABELS, Label, Scheme, SubLabel
from samenspel.refusals import RefusalError
from samenspel.taal import _

OpenAnswers = Mapping[str, Sequence[str]]
"""Open question → the answers to it that were shared; two that say the same are two answers."""


class LabellingError(RefusalError):
    """This label cannot be made or attached."""


_GONE: Final = _("Dit antwoord staat er niet meer: het is net veranderd of doorgestreept. Ga naar het volgende.")


def begun(scheme: Scheme, questions: Sequence[str]) -> Labelling:
    """Return a labelling that begins with the labels of ``scheme`` for these open questions; nothing is attached."""
    return Labelling({question: tuple(scheme[question]) for question in questions if scheme.get(question)})


def switch(
    labelling: Labelling, coder: Coder, place: tuple[str, str], one: Attached, answers: OpenAnswers
) -> Labelling:
    """Attach ``one`` to an answer, or take it off when it is there.

    A label and a part of it do not stand beside each other: the part tells more, and takes the place of the label.
    Taking off a label takes its parts off.

    Args:
        labelling: what there is.
        coder: whose label it is.
        place: the open question and the answer.
        one: the label, which is in the scheme.
        answers: the answers that there are now.

    Raises:
        LabellingError: there is no such answer or label (any more).
    """
    question, answer = place
    label = find(labelling.scheme.get(question, ()), one.label)
    if label is None or (one.sub and one.sub not in {sub.name for sub in label.sublabels}):
        raise LabellingError(_("Dit label is er niet meer. Kies een ander label."))
    there = labelling.of(coder, question, answer)
    its = [each for each in there if each.label == one.label]
    if one in there or (its and not one.sub):
        gone = {one} if one in there else {*its}
        return put(labelling, coder, place, tuple(each for each in there if each not in gone), answers)
    return put(labelling, coder, place, (*(each for each in there if each != Attached(one.label)), one), answers)


def put(
    labelling: Labelling, coder: Coder, place: tuple[str, str], attached: Sequence[Attached], answers: OpenAnswers
) -> Labelling:
    """Return the labelling in which an answer has exactly these labels, none included. Raises LabellingError."""
    question, answer = place
    if answer not in answers.get(question, ()):
        raise LabellingError(_GONE)
    if len(attached) > max(MOST_AT_ANSWER, len(labelling.of(coder, question, answer))):
        text = _("Aan één antwoord hangen hooguit {n} labels. Haal er eerst een weg.")
        raise LabellingError(text.format(n=MOST_AT_ANSWER))
    return _with(labelling, coder, _put(labelling.by(coder), question, answer, attached))


class LabelStep(Struct, frozen=True):
    """What was done to an answer, so that it can be taken back: the labels that it had and got, and what was made."""

    place: tuple[str, str]
    before: tuple[Attached, ...]
    after: tuple[Attached, ...]
    made: Attached | None = None


def take_back(labelling: Labelling, coder: Coder, step: LabelStep, answers: OpenAnswers) -> Labelling:
    """Take back a step, and what was made by it where no answer has it by now.

    What another window changed since then stays, and a label that it took out does not come back.

    Raises:
        LabellingError: there is no such answer any more.
    """
    now = labelling.of(coder, *step.place)
    again = [one for one in step.before if one not in step.after or one in now]
    again = [one for one in again if is_known(labelling, step.place[0], one)]
    since = [one for one in now if one not in step.before and one not in step.after]
    left = put(labelling, coder, step.place, _told_most((*again, *since)), answers)
    return left if step.made is None else without(left, step.place[0], step.made)


def new_label(labelling: Labelling, question: str, typed: str) -> tuple[Labelling, str]:
    """Add a label to the scheme of a question; also returns its name as it stands there.

    One that is there already, in capitals or not, is that one.

    Raises:
        LabellingError: nothing was typed, or there are too many.
        TooLongError: it has more characters than a label may.
    """
    name, labels = clean(typed, LONGEST_NAME), labelling.scheme.get(question, ())
    if known := find(labels, name):
        return labelling, known.name
    _check(name, len(labels))
    return replace(labelling, scheme={**labelling.scheme, question: (*labels, Label(name))}), name


def new_sublabel(labelling: Labelling, question: str, label: str, typed: str) -> tuple[Labelling, str]:
    """Add a sub-label to a label, as :func:`new_label` does. Raises LabellingError, TooLongError."""
    name, labels = clean(typed, LONGEST_NAME), labelling.scheme.get(question, ())
    above = find(labels, label)
    if above is None:
        raise LabellingError(_("Dit label is er niet meer. Kies een ander label."))
    if known := next((sub.name for sub in above.sublabels if folded(sub.name) == folded(name)), None):
        return labelling, known
    _check(name, len(above.sublabels))
    more = replace(above, sublabels=(*above.sublabels, SubLabel(name)))
    changed = tuple(more if one is above else one for one in labels)
    return replace(labelling, scheme={**labelling.scheme, question: changed}), name


def without(labelling: Labelling, question: str, made: Attached) -> Labelling:
    """Take a label (or, where it has one, only its sub-label) out of the scheme, unless an answer has it by now."""
    used = [
        one
        for coder in CODERS
        for attached in labelling.by(coder).get(question, {}).values()
        for one in attached
        if one.label == made.label and made.sub in {"", one.sub}
    ]
    labels = labelling.scheme.get(question, ())
    if used or find(labels, made.label) is None:
        return labelling
    left = [_less(label, made.sub) if label.name == made.label else label for label in labels]
    return replace(labelling, scheme={**labelling.scheme, question: tuple(one for one in left if one is not None)})


def after_striking(labelling: Labelling, question: str, answer: str, left: str, answers: OpenAnswers) -> Labelling:
    """Return the labelling after words, or all, were struck out of an answer: its labels go along with what is left.

    Args:
        labelling: what there was.
        question: the open question.
        answer: the answer as it was.
        left: what is left of it; empty: nothing.
        answers: the answers that there are afterwards. Where ``answer`` is still one of them, somebody else gave it
            too, and that one keeps its labels.
    """
    counted = [labelling.settled(question, one) for one in (left, answer)]
    for coder in CODERS:
        coding, attached = labelling.by(coder), labelling.of(coder, question, answer)
        if attached and left:
            coding = _put(coding, question, left, _told_most((*labelling.of(coder, question, left), *attached)))
        if attached and answer not in answers.get(question, ()):
            coding = _put(coding, question, answer, ())
        labelling = _with(labelling, coder, coding)
    if left:
        # Of two that became one all labels count, also those on which the two people never differed; unless they still
        # differ on one of the two.
        open_ = None in counted or replace(labelling, agreed={}).settled(question, left) is not None
        agreed = () if open_ else _told_most([one for each in counted for one in each or ()])
        labelling = _with(labelling, "agreed", _put(labelling.agreed, question, left, agreed))
    return labelling


def _check(name: str, count: int) -> None:
    if not name:
        raise LabellingError(_("Typ een naam voor het label. Een of twee woorden is genoeg."))
    if count >= MOST_LABELS:
        raise LabellingError(
            _("Meer dan {n} labels overziet niemand. Gebruik een label dat er al is.").format(n=MOST_LABELS)
        )


def _told_most(attached: Sequence[Attached]) -> tuple[Attached, ...]:
    """Return each label once, without one of which a part is there too: the part tells more."""
    parts = {one.label for one in attached if one.sub}
    return tuple(one for one in dict.fromkeys(attached) if one.sub or one.label not in parts)


def _less(label: Label, sub: str) -> Label | None:
    if not sub:
        return None
    return replace(label, sublabels=tuple(one for one in label.sublabels if one.name != sub))


def _put(coding: Coding, question: str, answer: str, attached: Sequence[Attached]) -> Coding:
    others = {one: its for one, its in coding.get(question, {}).items() if one != answer}
    answers = {**others, answer: tuple(attached)} if attached else others
    return {one: its for one, its in {**coding, question: answers}.items() if its}


def _with(labelling: Labelling, coder: Coder, coding: Coding) -> Labelling:
    if coder == "first":
        return replace(labelling, first=coding)
    return replace(labelling, second=coding) if coder == "second" else replace(labelling, agreed=coding)
