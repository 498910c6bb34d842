"""What people chose to share with the group: open answers, shuffled and without party, and activities."""

from samenspel.group.anonymity import OPEN_ANSWERS_FROM
from samenspel.group.released import Released
from samenspel.questionnaire.model import OpenQuestion, Questionnaire
from samenspel.report import group_words as words
from samenspel.report.document import Block, Bullets, Heading, Paragraph, Table
from samenspel.taal import _


def voices(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Tell the open answers and activities that were shared; say why when there are none."""
    told = [
        block
        for question in questionnaire.asked.open_questions
        for block in _question(questionnaire, released, question)
    ]
    if told:
        lead = _("Dit deelden deelnemers met de groep. De volgorde is willekeurig. De partij staat er niet bij.")
        return (Paragraph(lead), *told)
    least = max(released.minimum, OPEN_ANSWERS_FROM)
    if released.n < least and not released.open_table:
        return (Paragraph(_("Open antwoorden zijn pas te zien vanaf {n} deelnemers.").format(n=least)),)
    return (Paragraph(_("Niemand koos ervoor om een open antwoord te delen.")),)


def _question(questionnaire: Questionnaire, released: Released, question: OpenQuestion) -> list[Block]:
    blocks: list[Block] = []
    if texts := released.open_answers.get(question.id):
        blocks.append(Bullets(tuple(texts)))
    rows = tuple(
        (activity.text, str(released.activities[activity.id][0]), str(released.activities[activity.id][1]))
        for activity in question.activities
        if activity.id in released.activities
    )
    if rows:
        head = (_("activiteit"), _("hoe vaak genoemd"), _("er is iets van gebleven"))
        blocks.append(Table("", head, rows, (5, 3, 3)))
    return [Heading(3, words.filled(questionnaire, question.text)), *blocks] if blocks else []
