"""The report of one person: a front sheet, what to do and why, and what changed since the time before.

What to tell stands here, in the order in which it is told; how it looks is the renderers' work. What one does not need
to act stands in the appendix, and what is for two parties in files of its own.
"""

from datetime import date

from msgspec.structs import replace

from samenspel.first_step import FirstStep
from samenspel.questionnaire.citing import without_source
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import wording
from samenspel.report.document import AdviceCard, Block, Document, Heading, Paragraph, in_two
from samenspel.report.personal.account import colophon
from samenspel.report.personal.advices import advice_cards, by_catalogue, other_advices, sources_of
from samenspel.report.personal.answers import notes_table
from samenspel.report.personal.change import Previous, comparison
from samenspel.report.personal.front import front_sheet, told_step
from samenspel.response import Response
from samenspel.taal import _, datum


def personal_report(  # noqa: PLR0913 - a self-test, and what may stand beside it
    questionnaire: Questionnaire,
    response: Response,
    *,
    date: date,
    previous: Previous | None = None,
    step: FirstStep | None = None,
    notes: bool = False,
) -> Document:
    """Return the report of one person.

    Args:
        questionnaire: what was asked.
        response: what was answered.
        date: the day of the self-test.
        previous: the self-test before it.
        step: the first step that the person chose.
        notes: whether their notes stand in it.
    """
    return Document(
        title=questionnaire.asked.title,
        subtitle=_("Persoonlijk rapport van {datum} · {partij}").format(
            datum=datum(date), partij=wording.party_name(questionnaire, response.party)
        ),
        footer=_("{titel} · {datum}").format(titel=questionnaire.asked.title, datum=datum(date)),
        blocks=(
            *front_sheet(questionnaire, response, previous=previous, step=step),
            *_advice(questionnaire, response, told_step(questionnaire, response, step)),
            Paragraph(colophon(questionnaire), small=True),  # not behind a table: it would get a page of its own
            *_change(questionnaire, response, previous),
            *(notes_table(questionnaire, response) if notes else ()),
        ),
    )


def _advice(questionnaire: Questionnaire, response: Response, told: str) -> tuple[Block, ...]:
    """Return the advices in full, then the others in a line each; ``told``: the step on the front sheet."""
    cards = advice_cards(questionnaire, response)
    if not cards:
        return ()
    others = other_advices(questionnaire, response)
    return (
        Heading(1, _("Advies voor u")),
        Paragraph(_("Het eerste advies past het best bij uw antwoorden. Begin met één eerste stap.")),
        *by_catalogue(questionnaire, response),
        *sources_of(questionnaire, cards),
        *(_numbered(questionnaire, number, card, told) for number, card in enumerate(cards, start=1)),
        *((in_two(_("Ook een idee"), others),) if others else ()),
    )


def _numbered(questionnaire: Questionnaire, number: int, card: AdviceCard, told: str) -> AdviceCard:
    """Return a card as it stands among others: what these say already, it does not say again."""
    first = (
        _("Die staat vooraan, bij ‘Uw eerste stap’.") if card.first_step.split() == told.split() else card.first_step
    )
    study = without_source(questionnaire, card.study)
    return replace(card, title=f"{number}. {card.title}", first_step=first, study=study)


def _change(questionnaire: Questionnaire, response: Response, previous: Previous | None) -> tuple[Block, ...]:
    if previous is None:
        return ()
    return (Heading(1, _("Wat er veranderde")), *comparison(questionnaire, response, previous))
