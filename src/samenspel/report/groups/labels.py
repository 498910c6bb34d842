"""Open answers under their labels, as a report and a screen tell them: how many answers each label has, and which."""

from collections.abc import Iterable

from samenspel.labelling.agreement import Agreement
from samenspel.labelling.model import Attached
from samenspel.labelling.scheme import LabelCount, QuestionScheme
from samenspel.report.document import Block, Bullets, Heading, Paragraph
from samenspel.taal import _, meervoud


def agreement_words(both: Agreement) -> str:
    """Say on how many answers two people agreed before they talked about it; both labelled at least one."""
    parts = [
        _("bij {n} van de {van} gelijk").format(n=both.same, van=both.both),
        *([_("bij {n} deels").format(n=both.partly)] if both.partly else []),
        *([_("bij {n} anders").format(n=both.none)] if both.none else []),
    ]
    return " · ".join(parts)


def count_words(count: LabelCount) -> str:
    """Say how many answers a label has, and how many it had in the wave before, where that is known."""
    told = meervoud("{n} antwoord", "{n} antwoorden", count.n).format(n=count.n)
    if count.before is None:
        return told
    return _("{aantal} (vorige keer {n})").format(aantal=told, n=count.before)


def standing(labels: Iterable[LabelCount]) -> list[LabelCount]:
    """Return the labels that say something: an answer has them now, or had them in the wave before."""
    return [one for one in labels if one.n or one.before]


def scheme_sentence(scheme: QuestionScheme) -> str:
    """Say how many answers to a question stand under a label, why others do not, and how that was before."""
    told = meervoud(
        "{n} van de {van} antwoorden staat onder een label.",
        "{n} van de {van} antwoorden staan onder een label.",
        scheme.labelled,
    ).format(n=scheme.labelled, van=scheme.answers)
    left = len(scheme.unsettled)
    if left:
        open_ = meervoud(
            "Over {n} antwoord zijn twee mensen het nog niet eens: dat telt nog niet mee.",
            "Over {n} antwoorden zijn twee mensen het nog niet eens: die tellen nog niet mee.",
            left,
        ).format(n=left)
        told = f"{told} {open_}"
    if (before := scheme.before) is not None:
        was = meervoud(
            "Vorige keer (meting {nummer}) stond {n} van de {van} onder een label.",
            "Vorige keer (meting {nummer}) stonden {n} van de {van} onder een label.",
            before.labelled,
        ).format(nummer=before.number, n=before.labelled, van=before.answers)
        told = f"{told} {was}"
    return told


def labelled_answers(scheme: QuestionScheme) -> tuple[Block, ...]:
    """Tell the answers to a question under their labels, most first; one with several labels stands at each of them."""
    blocks: list[Block] = [Paragraph(scheme_sentence(scheme))]
    for label in standing(scheme.labels):
        blocks.append(Heading(3, _("{label} – {aantal}").format(label=label.name, aantal=count_words(label))))
        if label.help:
            blocks.append(Paragraph(label.help, small=True))
        if label.n:
            blocks.append(Bullets(tuple(answers_under(label))))
    for title, texts in (
        (_("zonder label"), scheme.unlabelled),
        (_("nog niet samen gekozen"), scheme.unsettled),
    ):
        if texts:
            blocks += (Heading(3, title), Bullets(texts))
    return tuple(blocks)


def answers_under(label: LabelCount) -> list[str]:
    """Return the answers with a label, each with the parts that it has."""
    told = []
    for text in label.answers:
        parts = [sub.name for sub in label.sublabels if text in sub.answers]
        told.append(_("{tekst} ({sublabels})").format(tekst=text, sublabels=", ".join(parts)) if parts else text)
    return told


def called(one: Attached) -> str:
    """Return a label with its part in one line: ``sfeer: humor``."""
    return _("{label}: {sublabel}").format(label=one.label, sublabel=one.sub) if one.sub else one.label
