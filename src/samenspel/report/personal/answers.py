"""Everything this person answered, in their own words: statements with notes, cards, open questions, activities."""

from samenspel.questionnaire.applicability import applicable_items, card_answers, dimension_items, fill
from samenspel.questionnaire.model import DONT_KNOW_CARD, Card, ContextQuestion, Item, OpenQuestion, Questionnaire
from samenspel.report import wording
from samenspel.report.document import Block, Bullets, Facts, Heading, Paragraph, Table
from samenspel.response import Response
from samenspel.taal import _


def situation(questionnaire: Questionnaire, response: Response) -> Facts:
    """Return the answers to the context questions."""
    context = questionnaire.asked.context
    none = _("niet ingevuld")
    return Facts(
        (
            (_("Partij"), wording.party_name(questionnaire, response.party)),
            (_("Gebied"), response.area or none),
            (_("Ervaring"), _choice(context.experience, response.experience) or none),
            (_("Gezamenlijk overleg"), _choice(context.meeting, response.meeting) or none),
            (_("Vorm"), _("de korte vorm") if response.form == "kort" else _("de volledige vorm")),
        )
    )


def _choice(question: ContextQuestion, answer: str) -> str:
    return next((choice.text for choice in question.choices if choice.id == answer), answer)


def notes_table(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    """Return the notes with their statements; nothing when there are none."""
    noted = [item for item in applicable_items(questionnaire, response) if response.notes.get(item.id)]
    rows = tuple(_statement(questionnaire, response, item) for item in noted)
    head = (_("stelling"), _("uw antwoord"))
    return (Heading(1, _("Uw toelichtingen")), Table("", head, rows, (7, 3))) if rows else ()


def statements(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    """Return the answers to the statements that this person was asked, with their notes; a table per dimension."""
    items = applicable_items(questionnaire, response)
    return tuple(
        Table(
            title=dimension.name,
            head=(_("stelling"), _("uw antwoord")),
            rows=tuple(_statement(questionnaire, response, item) for item in mine),
            widths=(7, 3),
        )
        for dimension in questionnaire.asked.dimensions
        if (mine := dimension_items(items, dimension))
    )


def _statement(questionnaire: Questionnaire, response: Response, item: Item) -> tuple[str, str]:
    text = fill(questionnaire, response.party, item.text)
    if note := response.notes.get(item.id):
        text = _("{stelling}\nToelichting: {toelichting}").format(stelling=text, toelichting=note)
    answer = response.answers.get(item.id)
    label = wording.answer_label(questionnaire, answer)
    return text, f"{answer}  {label}" if answer else label


def cards(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    """Return how the knowledge cards were answered; nothing when none was."""
    if not any(card.id in response.knowledge for card in questionnaire.asked.cards):
        return ()
    table = Table(
        title=_("Rolkennis: {vraag}").format(vraag=questionnaire.asked.card_question),
        head=(_("kaart"), _("uw antwoord"), _("het goede antwoord"), _("goed of niet")),
        rows=tuple(_card(questionnaire, response, card) for card in questionnaire.asked.cards),
        widths=(22, 12, 12, 9),
    )
    return (table,)


def _card(questionnaire: Questionnaire, response: Response, card: Card) -> tuple[str, str, str, str]:
    given = response.knowledge.get(card.id)
    text = fill(questionnaire, response.party, card.text)
    words = card_answers(questionnaire)
    right = words[card.who]
    if given is None:
        return text, _("niet beantwoord"), right, "–"
    if given == DONT_KNOW_CARD:
        return text, words[given], right, "–"
    return text, words[given], right, _("✓ goed") if given == card.who else _("✗ niet goed")


def own_words(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    """Return the answers to the open questions, and which were left open."""
    blocks: list[Block] = []
    empty = []
    for question in questionnaire.asked.open_questions:
        text = fill(questionnaire, response.party, question.text)
        if answer := _open(questionnaire, response, question):
            blocks += [Heading(3, text), *answer]
        else:
            empty.append(text)
    if empty:
        blocks.append(Paragraph(_("Niet beantwoord: {vragen}").format(vragen=" · ".join(empty)), small=True))
    return (Heading(2, _("Uw eigen woorden")), *blocks) if blocks else ()


def _open(questionnaire: Questionnaire, response: Response, question: OpenQuestion) -> list[Block]:
    done = wording.activities_done(questionnaire, response, question)
    text = response.open.get(question.id)
    blocks: list[Block] = [Bullets(done)] if done else []
    if text:
        blocks.append(Paragraph(text))
    if blocks and question.id in response.shared:
        blocks.append(Paragraph(_("U koos: delen met de groep."), small=True))
    return blocks
