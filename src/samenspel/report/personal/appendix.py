"""The appendix to the report: all answers and notes, how the scores are made, what the instrument is, the sources."""

from datetime import date

from samenspel.questionnaire.model import Questionnaire
from samenspel.report import wording
from samenspel.report.document import Document, Heading
from samenspel.report.personal.account import account
from samenspel.report.personal.answers import cards, own_words, situation, statements
from samenspel.report.personal.picture import knowledge_chart, meanings
from samenspel.response import Response
from samenspel.scoring import score
from samenspel.taal import _, datum


def appendix(questionnaire: Questionnaire, response: Response, *, date: date) -> Document:
    """Return everything that this person answered, and what the report rests on; ``date``: of the self-test."""
    day = datum(date)
    return Document(
        title=questionnaire.asked.title,
        subtitle=_("Bijlage bij het rapport van {datum} · {partij}").format(
            datum=day, partij=wording.party_name(questionnaire, response.party)
        ),
        footer=_("Bijlage · {titel} · {datum}").format(titel=questionnaire.asked.title, datum=day),
        blocks=(
            Heading(1, _("Uw antwoorden")),
            situation(questionnaire, response),
            *statements(questionnaire, response),
            *cards(questionnaire, response),
            *knowledge_chart(questionnaire, score(questionnaire, response)),
            *own_words(questionnaire, response),
            Heading(1, _("Achtergrond")),
            meanings(questionnaire, response),
            *account(questionnaire, response),
        ),
    )
