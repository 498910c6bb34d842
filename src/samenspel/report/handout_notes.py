"""The presenter's notes on paper: each slide with what is on it, what to say, and the time."""

from samenspel.presenting.deck import deck
from samenspel.presenting.pages import Asked, Deck, Fits, Found, Page, Riddle, Side, Words
from samenspel.questionnaire.model import Questionnaire, Team
from samenspel.report.account import colophon
from samenspel.report.document import Block, Bullets, Document, Heading, Notice, Paragraph, WorksheetPage
from samenspel.taal import _


def page_of(questionnaire: Questionnaire, title: str, blocks: tuple[Block, ...]) -> Document:
    """Return a hand-out; below it stands what made it, except under worksheets, which fill their page."""
    filled = bool(blocks) and isinstance(blocks[-1], WorksheetPage)
    made = () if filled else (Paragraph(colophon(questionnaire), small=True),)
    return Document(
        title=title,
        subtitle=_("Voorlichting bij: {titel}").format(titel=questionnaire.asked.title),
        footer=_("{titel} · {vragenlijst}").format(titel=title, vragenlijst=questionnaire.asked.title),
        blocks=(*blocks, *made),
    )


def notes(questionnaire: Questionnaire) -> Document:
    """Return the presenter's notes: each slide with what is on it, what to say, and the time."""
    made = deck(questionnaire)
    about = _("{dias} dia's, {minuten} minuten. Dit blad is voor u, niet voor de zaal.").format(
        dias=len(made.slides), minuten=made.minutes
    )
    blocks: list[Block] = [Paragraph(about)]
    for place in range(len(made.slides)):
        blocks += _noted(made, place)
    return page_of(questionnaire, _("Notities bij de presentatie"), tuple(blocks))


def _noted(made: Deck, place: int) -> list[Block]:
    entry = made.slides[place]
    pages = [page for page in made.pages if page.slide == place]
    title = _("{nummer}. {titel} ({minuten} min)").format(nummer=place + 1, titel=entry.title, minuten=entry.minutes)
    blocks: list[Block] = [Heading(2, title)]
    blocks += [block for page in pages for block in _on_page(page)]
    note = next((page.notes for page in pages if page.notes), "")
    return [*blocks, Notice(note)] if note else blocks


def _on_page(page: Page) -> list[Block]:
    match page.body:
        case Words(text=text, points=points, numbered=numbered):
            said: list[Block] = [Paragraph(text)] if text else []
            steps = tuple(_("stap {n}: {stap}").format(n=n, stap=one) for n, one in enumerate(points, start=1))
            shown = steps if numbered else points
            return [*said, Bullets(shown)] if shown else said
        case Found():
            return [Paragraph(page.body.question), Bullets(tuple(_side(side) for side in page.body.sides))]
        case Asked(question=question):
            return [Paragraph(_("Vraag aan de zaal: {vraag}").format(vraag=question))]
        case Fits(title=title):
            return [Paragraph(_("Advies: {titel}.").format(titel=title))]
        case Riddle() as riddle:
            answer = _("Antwoord: {n} van {van} {partij}. {daarna}").format(
                n=riddle.n, van=riddle.of, partij=riddle.party, daarna=riddle.after
            )
            return [Paragraph(riddle.question), Paragraph(answer)]
        case Team():
            return [Paragraph(_("De zaal verandert de antwoorden van een verzonnen team."))]


def _side(side: Side) -> str:
    told = "; ".join(_("{n} van {van} {tekst}").format(n=one.n, van=one.of, tekst=one.text) for one in side.tallies)
    return _("{partij}: {cijfers}.").format(partij=side.party, cijfers=told)
