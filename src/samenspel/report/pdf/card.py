"""An advice card on paper: kept on one page where it fits."""

from reportlab.platypus import Flowable, HRFlowable, KeepTogether, Spacer

from samenspel.report.document import AdviceCard
from samenspel.report.pdf import styles
from samenspel.report.pdf.table import facts_grid
from samenspel.report.pdf.text import heading, labelled, paragraph
from samenspel.taal import _


def advice_card(card: AdviceCard) -> list[Flowable]:
    """Return one advice: what it is, why, the first step, and who, time and lasting."""
    parts: list[Flowable] = [
        HRFlowable("100%", 0.8, color=styles.LINE, spaceBefore=8, spaceAfter=8),
        heading(card.title, "card-title", 2),
        paragraph(card.what, "card"),
    ]
    if card.why:
        parts.append(paragraph(_("Waarom u dit krijgt"), "label"))
        parts += [paragraph(why, "card-bullet", "•") for why in card.why]
    if card.study:
        parts.append(labelled(_("Onderzoek"), card.study, "card-small"))
    parts.append(labelled(_("Eerste stap"), card.first_step, "step"))
    sheet = ((_("Werkblad"), card.worksheet),) if card.worksheet else ()
    if pairs := (*card.facts, *sheet):
        parts += [facts_grid(pairs, label_width=0.16), Spacer(0, 3)]
    return [KeepTogether(parts)]
