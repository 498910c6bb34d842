"""Slides → pages: what is too much for one moment is spread over more, so that each stays large and calm."""

from collections.abc import Iterator

from samenspel.presenting import play
from samenspel.presenting.pages import (
    Body,
    Deck,
    Fits,
    Question,
    Riddle,
    Side,
    SlideEntry,
    SlidePage,
    StudyFinding,
    Tally,
    Words,
)
from samenspel.questionnaire.citing import source_line, tells_of_study, with_source
from samenspel.questionnaire.model import LIMITS, Advice, Dimension, Figure, Guess, Questionnaire, Slide, Team
from samenspel.taal import _


def deck(questionnaire: Questionnaire) -> Deck:
    """Return the presentation of a questionnaire: its own slides, or else slides made from its theory."""
    pages: list[SlidePage] = []
    entries: list[SlideEntry] = []
    for place, slide in enumerate(slides_of(questionnaire)):
        entries.append(SlideEntry(for_room(slide.title), len(pages), slide.minutes))
        pages += [
            SlidePage(
                slide=place,
                title=for_room(slide.title),
                body=body,
                source=for_room(slide.source),
                notes=with_source(questionnaire, for_room(slide.notes)),
                study=_study(questionnaire, body),
            )
            for body in _bodies(questionnaire, slide)
        ]
    return Deck(questionnaire.asked.title, tuple(pages), tuple(entries))


def slides_of(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    """Return the slides that the questionnaire brings; when it brings none, those made from its theory.

    What nobody found out is said in each: where its own slides do not, that comes last.
    """
    own = questionnaire.education.slides
    if not own:
        return standard_slides(questionnaire)
    return own if any(slide.id == LIMITS for slide in own) else (*own, *_unknown(questionnaire))


def _bodies(questionnaire: Questionnaire, slide: Slide) -> Iterator[Body]:
    if slide.guess is not None:
        yield _riddle(questionnaire, slide.guess)
    if slide.team is not None:
        playable = play.offered(questionnaire, slide.team)
        yield slide.team if playable else Words(_("Er zijn geen stellingen die iedereen krijgt."))
    if slide.text or slide.points:
        yield Words(for_room(slide.text), tuple(for_room(one) for one in slide.points))
    if slide.steps:
        yield Words("", tuple(for_room(one) for one in slide.steps), numbered=True)
    for figure in slide.figures:
        yield _study_finding(questionnaire, figure)
    if slide.question:
        yield Question(for_room(slide.question))
    if slide.advice is not None:
        yield _fitting(questionnaire, slide.advice)


def _study(questionnaire: Questionnaire, body: Body) -> str:
    """Return where the figures on a page come from; empty when there are none."""
    match body:
        case StudyFinding() | Riddle():
            return source_line(questionnaire)
        case Words(text=text, points=points):
            told = " ".join((text, *points))
            return source_line(questionnaire) if tells_of_study(questionnaire, told) else ""
        case _:
            return ""


def _fitting(questionnaire: Questionnaire, advice_id: str) -> Fits:
    """Return an advice as a room reads it."""
    advice = questionnaire.advice(advice_id)
    return Fits(
        title=for_room(advice.title),
        what=for_room(advice.what),
        first_step=for_room(advice.first_step),
        worksheet="" if advice.worksheet is None else advice.worksheet.title,
    )


def _study_finding(questionnaire: Questionnaire, figure: Figure) -> StudyFinding:
    """Return a figure with the parties in the order of the questionnaire."""
    return StudyFinding(
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


def _riddle(questionnaire: Questionnaire, guess: Guess) -> Riddle:
    """Return a figure to guess, with the name of the party."""
    return Riddle(
        question=for_room(guess.question),
        party=questionnaire.party(guess.party).plural,
        n=guess.n,
        of=guess.of,
        after=for_room(guess.after),
    )


def for_room(text: str) -> str:
    """Return ``text`` in one line, with words for ``{ander}`` and ``{anderen}`` that fit both parties.

    In a room no one is *the other*: both parties hear the same.
    """
    said = text.replace("{anderen}", _("collega's van de andere partij"))
    return " ".join(said.replace("{ander}", _("collega van de andere partij")).split())


# Slides for a questionnaire that brings none: made from its summary, its dimensions and their theory. ------------


def standard_slides(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    """Return an opening, a slide for each dimension, what is not known, the fictional team, and how to begin."""
    asked = questionnaire.asked
    return (
        Slide(
            id="opening",
            title=_("Hoe werken wij samen?"),
            text=asked.summary,
            notes=_("Vertel kort wie u bent en wat de zaal vandaag meeneemt."),
            minutes=3,
        ),
        *(_about(questionnaire, dimension) for dimension in asked.dimensions),
        *_unknown(questionnaire),
        Slide(
            id="team",
            title=_("Wat als …?"),
            team=Team(),
            notes=_("Laat de zaal kiezen welk antwoord verandert. Kijk samen wat er gebeurt."),
            minutes=10,
        ),
        Slide(
            id="beginnen",
            title=_("Hoe begint u?"),
            steps=(
                _("Doe elk voor uzelf de zelftest."),
                _("Vergelijk daarna samen, zonder namen."),
                _("Kies één advies en spreek af wie wat doet."),
                _("Plan meteen de dag waarop u terugkijkt."),
            ),
            notes=_("Vraag ieder om één ding voor deze week. Spreek een datum af om terug te kijken."),
            minutes=3,
        ),
    )


def _about(questionnaire: Questionnaire, dimension: Dimension) -> Slide:
    theory = next((one for one in questionnaire.education.theories if one.dimension == dimension.id), None)
    question = next((item.discussion for item in questionnaire.asked.items if item.dimension == dimension.id), "")
    advice = fitting_advice(questionnaire, dimension.id)
    return Slide(
        id=dimension.id,
        title=dimension.name,
        dimension=dimension.id,
        text=dimension.help if theory is None else theory.text,
        source="" if theory is None else theory.source,
        question=question,
        advice=None if advice is None else advice.id,
        notes=_("Vraag om een voorbeeld uit de zaal. Geef elke partij het woord."),
        minutes=6,
    )


def _unknown(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    text = limits(questionnaire)
    slide = Slide(
        id=LIMITS,
        title=_("Wat weten wij niet?"),
        text=text,
        notes=_("Lees dit altijd voor, ook als u weinig tijd hebt."),
        minutes=2,
    )
    return (slide,) if text else ()


def limits(questionnaire: Questionnaire) -> str:
    """Return what the questionnaire itself says that nobody found out: the last part of its account, if it has one."""
    return "".join(questionnaire.asked.account[-1:])


def fitting_advice(questionnaire: Questionnaire, dimension: str) -> Advice | None:
    """Return the advice that leans most on the statements of a dimension; the first of equals; None: no advice does."""
    items = {item.id for item in questionnaire.asked.items if item.dimension == dimension}
    weights = {
        advice.id: sum(
            weight for key, weight in advice.triggers.items() if key in items and isinstance(weight, int | float)
        )
        for advice in questionnaire.advices
    }
    best = max(questionnaire.advices, key=lambda advice: weights[advice.id])
    return best if weights[best.id] else None
