"""The personal report: the picture, what to do and why, worksheets, and everything answered.

What to tell stands here, in the order in which it is told; how it looks is the renderers' work. Each part has a module
of its own, because the screens show the same parts.
"""

from datetime import date

from msgspec.structs import replace

from samenspel.questionnaire.model import Questionnaire
from samenspel.report import wording
from samenspel.report.document import AdviceCard, Block, Document, Heading, Paragraph
from samenspel.report.personal.account import account
from samenspel.report.personal.advices import advice_cards, by_catalogue, no_advice, strengths, worksheets
from samenspel.report.personal.answers import all_answers, situation
from samenspel.report.personal.change import Previous, comparison
from samenspel.report.personal.picture import meanings, picture
from samenspel.response import Response
from samenspel.taal import _, datum


def personal_report(
    questionnaire: Questionnaire, response: Response, *, date: date, previous: Previous | None = None
) -> Document:
    """Return the report of one person; ``date`` is the day of the self-test, ``previous`` the one before it."""
    return Document(
        title=questionnaire.asked.title,
        subtitle=_("Persoonlijk rapport van {datum} · {partij}").format(
            datum=datum(date), partij=wording.party_name(questionnaire, response.party)
        ),
        footer=_("{titel} · {datum}").format(titel=questionnaire.asked.title, datum=datum(date)),
        blocks=(
            Heading(1, _("Het beeld")),
            *picture(questionnaire, response, previous),
            # One line: it has to stay on the page of the picture.
            Paragraph(
                _("Dit is uw eigen beeld, geen oordeel en geen diagnose. Achterin staat uitleg over de onderdelen.")
            ),
            Heading(1, _("Wat goed gaat en wat u kunt doen")),
            Heading(2, _("Dit gaat al goed")),
            *strengths(questionnaire, response),
            Heading(2, _("Advies voor u")),
            *_advice(questionnaire, response),
            *worksheets(questionnaire, response),
            Heading(1, _("Uw antwoorden")),
            situation(questionnaire, response),
            *(() if previous is None else comparison(questionnaire, response, previous)),
            *all_answers(questionnaire, response),
            Heading(1, _("Achtergrond")),
            meanings(questionnaire, response),
            *account(questionnaire, response),
        ),
    )


def _advice(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    cards = advice_cards(questionnaire, response)
    if not cards:
        return (no_advice(response),)
    return (
        Paragraph(_("Het eerste advies past het best bij uw antwoorden. Begin met één eerste stap.")),
        *by_catalogue(questionnaire, response),
        *(_numbered(number, card) for number, card in enumerate(cards, start=1)),
    )


def _numbered(number: int, card: AdviceCard) -> AdviceCard:
    return replace(card, title=f"{number}. {card.title}")
