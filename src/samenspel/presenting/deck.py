"""Slides → pages: what is too much for one moment is spread over more, so that each stays large and calm."""

from collections.abc import Iterator

from samenspel.presenting import what_if
from samenspel.presenting.pages import (
    Asked,
    Body,
    Deck,
    Entry,
    Fits,
    Found,
    Page,
    Riddle,
    Side,
    Tally,
    Words,
)
from samenspel.presenting.standard import standard_slides
from samenspel.presenting.words import for_room
from samenspel.questionnaire.model import Figure, Guess, Questionnaire, Slide
from samenspel.taal import _


def deck(questionnaire: Questionnaire) -> Deck:
    """Return the presentation of a questionnaire: its own slides, or else slides made from its theory."""
    pages: list[Page] = []
    entries: list[Entry] = []
    for place, slide in enumerate(slides_of(questionnaire)):
        entries.append(Entry(for_room(slide.title), len(pages), slide.minutes))
        pages += [
            Page(
                slide=place,
                title=for_room(slide.title),
                body=body,
                source=for_room(slide.source),
                notes=for_room(slide.notes),
            )
            for body in _bodies(questionnaire, slide)
        ]
    return Deck(questionnaire.asked.title, tuple(pages), tuple(entries))


def slides_of(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    """Return the slides that the questionnaire brings; when it brings none, those made from its theory."""
    return questionnaire.education.slides or standard_slides(questionnaire)


def fitting(questionnaire: Questionnaire, advice_id: str) -> Fits:
    """Return an advice as a room reads it."""
    advice = questionnaire.advice(advice_id)
    return Fits(
        title=for_room(advice.title),
        what=for_room(advice.what),
        first_step=for_room(advice.first_step),
        worksheet="" if advice.worksheet is None else advice.worksheet.title,
    )


def found(questionnaire: Questionnaire, figure: Figure) -> Found:
    """Return a figure with the parties in the order of the questionnaire."""
    return Found(
        question=for_room(figure.question),
        sides=tuple(
            Side(
                party.plural,
                tuple(
                    Tally(count.n, count.of, for_room(count.text)) for count in figure.counts if count.party == party.id
                ),
            )
            for party in questionnaire.asked.parties
            if any(count.party == party.id for count in figure.counts)
        ),
        remark=for_room(figure.remark),
    )


def riddle(questionnaire: Questionnaire, guess: Guess) -> Riddle:
    """Return a figure to guess, with the name of the party."""
    return Riddle(
        question=for_room(guess.question),
        party=questionnaire.party(guess.party).plural,
        n=guess.n,
        of=guess.of,
        after=for_room(guess.after),
    )


def _bodies(questionnaire: Questionnaire, slide: Slide) -> Iterator[Body]:
    if slide.guess is not None:
        yield riddle(questionnaire, slide.guess)
    if slide.team is not None:
        playable = what_if.offered(questionnaire, slide.team)
        yield slide.team if playable else Words(_("Er zijn geen stellingen die iedereen krijgt."))
    if slide.text or slide.points:
        yield Words(for_room(slide.text), tuple(for_room(one) for one in slide.points))
    if slide.steps:
        yield Words("", tuple(for_room(one) for one in slide.steps), numbered=True)
    for figure in slide.figures:
        yield found(questionnaire, figure)
    if slide.question:
        yield Asked(for_room(slide.question))
    if slide.advice is not None:
        yield fitting(questionnaire, slide.advice)
