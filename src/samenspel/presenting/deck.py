"""Slides → pages: what is too much for one moment is spread over more, so that each stays large and calm."""

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from msgspec.structs import replace

from samenspel.presenting import play
from samenspel.presenting.pages import (
    Body,
    Deck,
    Fits,
    Question,
    Quiz,
    Riddle,
    Side,
    SlideEntry,
    SlidePage,
    StudyFinding,
    Tally,
    Words,
)
from samenspel.questionnaire.applicability import card_answers
from samenspel.questionnaire.citing import figure_source, right_answer, source_line, tells_of_study, with_source
from samenspel.questionnaire.model import (
    BOTH,
    LIMITS,
    Advice,
    Card,
    Count,
    Dimension,
    Figure,
    Guess,
    Image,
    Questionnaire,
    Slide,
    Team,
)
from samenspel.taal import _


def deck(questionnaire: Questionnaire, *, short: bool = False) -> Deck:
    """Return the presentation of a questionnaire: its own slides, or else slides made from its theory.

    ``short``: only what is in the short programme, with its minutes; all of it when there is no short programme.
    """
    short = short and has_short(questionnaire)
    pages: list[SlidePage] = []
    entries: list[SlideEntry] = []
    for place, slide in enumerate(_in_short(questionnaire) if short else slides_of(questionnaire)):
        entries.append(SlideEntry(for_room(slide.title), len(pages), slide.minutes))
        pages += [
            SlidePage(
                slide=place,
                title=for_room(slide.title),
                body=body,
                source=for_room(slide.source),
                notes=with_source(questionnaire, for_room(slide.notes)),
                study=study,
            )
            for body, study in _bodies(questionnaire, slide)
        ]
    return Deck(questionnaire.asked.title, tuple(pages), tuple(entries), short)


def has_short(questionnaire: Questionnaire) -> bool:
    """Return whether there is a short programme: some slide says how many minutes it takes in it.

    What nobody found out is in each programme, and makes none alone.
    """
    return any(slide.short is not None and slide.id != LIMITS for slide in slides_of(questionnaire))


def _in_short(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    """Return the slides of the short programme; what nobody found out is said in it too."""
    return tuple(
        slide if slide.short is None else replace(slide, minutes=slide.short)
        for slide in slides_of(questionnaire)
        if slide.short is not None or slide.id == LIMITS
    )


def slides_of(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    """Return the slides that the questionnaire brings for a room; when it brings none, those made from its theory.

    What nobody found out is said in each: where its own slides do not, that comes last.
    """
    own = tuple(slide for slide in questionnaire.education.slides if not only_paper(slide))
    if not own:
        return standard_slides(questionnaire)
    return own if any(slide.id == LIMITS for slide in own) else (*own, *_unknown(questionnaire))


def only_paper(slide: Slide) -> bool:
    """Return whether a slide has nothing for a room: only figures for the hand-outs."""
    told = (slide.text, slide.points, slide.steps, slide.image, slide.question, slide.advice)
    played = (slide.guess, slide.cards, slide.team is not None)
    return not any((*told, *played)) and all(figure.paper for figure in slide.figures)


def _bodies(questionnaire: Questionnaire, slide: Slide) -> Iterator[tuple[Body, str]]:
    """Yield what stands on each page of a slide, with where the figures on it come from (empty: there are none)."""
    yield from _games(questionnaire, slide)
    if slide.text or slide.points:
        told = " ".join((slide.text, *slide.points))
        words = Words(for_room(slide.text), tuple(for_room(one) for one in slide.points))
        yield words, source_line(questionnaire) if tells_of_study(questionnaire, told) else ""
    if slide.steps:
        yield Words("", tuple(for_room(one) for one in slide.steps), numbered=True), ""
    if slide.image is not None:
        yield Image(slide.image.file, for_room(slide.image.text)), ""
    for figure in slide.figures:
        if not figure.paper:
            yield _finding(questionnaire, figure), figure_source(questionnaire, figure)
    if slide.question:
        yield Question(for_room(slide.question)), ""
    if slide.advice is not None:
        yield _fitting(questionnaire, slide.advice), ""


def _games(questionnaire: Questionnaire, slide: Slide) -> Iterator[tuple[Body, str]]:
    if slide.guess is not None:
        yield _riddle(questionnaire, slide.guess), figure_source(questionnaire, slide.guess)
    for card in slide.cards:
        quiz = _quiz(questionnaire, questionnaire.card(card))
        yield quiz, source_line(questionnaire) if tells_of_study(questionnaire, quiz.after) else ""
    if slide.team is not None:
        playable = play.offered(questionnaire, slide.team)
        yield slide.team if playable else Words(_("Er zijn geen stellingen die iedereen krijgt.")), ""


def _fitting(questionnaire: Questionnaire, advice_id: str) -> Fits:
    """Return an advice as a room reads it."""
    advice = questionnaire.advice(advice_id)
    return Fits(
        title=for_room(advice.title),
        what=for_room(advice.what),
        first_step=for_room(advice.first_step),
        worksheet="" if advice.worksheet is None else advice.worksheet.title,
    )


def _finding(questionnaire: Questionnaire, figure: Figure) -> StudyFinding:
    """Return a figure with the parties in the order of the questionnaire, and other people after them."""
    parties = [party.id for party in questionnaire.asked.parties]
    counts = sorted(figure.counts, key=lambda one: parties.index(one.party) if one.party in parties else len(parties))
    sides: dict[str, list[Tally]] = {}
    for count in counts:
        who = whose(questionnaire, count)
        sides.setdefault(who, []).append(Tally(count.n, count.of, for_room(count.text)))
    return StudyFinding(
        question=for_room(figure.question),
        sides=tuple(Side(who, tuple(tallies)) for who, tallies in sides.items()),
        remark=for_room(figure.remark),
    )


def whose(questionnaire: Questionnaire, count: Count) -> str:
    """Return whom a count is about, in words: a party, or the people that it names itself."""
    return for_room(count.who) if count.party is None else questionnaire.party(count.party).plural


def _riddle(questionnaire: Questionnaire, guess: Guess) -> Riddle:
    """Return a figure to guess, with the name of the party."""
    return Riddle(
        question=for_room(guess.question),
        party=questionnaire.party(guess.party).plural,
        n=guess.n,
        of=guess.of,
        after=for_room(guess.after),
    )


def _quiz(questionnaire: Questionnaire, card: Card) -> Quiz:
    """Return a card as a room plays it."""
    ids = [*(party.id for party in questionnaire.asked.parties), BOTH]
    answers = card_answers(questionnaire)
    right = right_answer(questionnaire, answers[card.who])
    return Quiz(
        question=for_room(questionnaire.asked.card_question),
        task=for_room(card.text),
        choices=tuple(answers[one] for one in ids),
        right=ids.index(card.who) + 1,
        after=for_room(f"{right} {card.why}"),
    )


def for_room(text: str) -> str:
    """Return ``text`` in one line, with words for ``{ander}`` and ``{anderen}`` that fit both parties.

    In a room no one is *the other*: both parties hear the same.
    """
    said = text.replace("{anderen}", _("collega's van de andere partij"))
    return " ".join(said.replace("{ander}", _("collega van de andere partij")).split())


# Slides for a questionnaire that brings none: made from its summary, its dimensions and their theory. ------------


_CARDS = 5
"""So many cards a room plays."""
_IN_SHORT = 2
"""So many dimensions are in the short programme."""


def standard_slides(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    """Return an opening, a slide for each dimension, the cards, what is not known, the team, and how to begin."""
    asked = questionnaire.asked
    return (
        Slide(
            id="opening",
            title=_("Hoe werken wij samen?"),
            text=asked.summary,
            notes=_("Vertel kort wie u bent en wat de zaal vandaag meeneemt."),
            minutes=3,
            short=2,
        ),
        *(
            _about(questionnaire, dimension, short=place < _IN_SHORT)
            for place, dimension in enumerate(asked.dimensions)
        ),
        *_who_does_what(questionnaire),
        *_unknown(questionnaire),
        Slide(
            id="team",
            title=_("Wat als …?"),
            team=Team(),
            notes=_("Laat de zaal kiezen welk antwoord verandert. Kijk samen wat er gebeurt."),
            minutes=10,
            short=3,
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
            short=3,
        ),
    )


def _who_does_what(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    """Return the cards as a game for the room; none when the questionnaire has none."""
    before: Counter[str] = Counter()
    ranked: list[tuple[int, str]] = []
    for card in questionnaire.asked.cards:  # in turn one of each answer, as far as there are
        ranked.append((before[card.who], card.id))
        before[card.who] += 1
    slide = Slide(
        id="wie-doet-wat",
        title=_("Wie doet wat?"),
        cards=tuple(card for _rank, card in sorted(ranked, key=itemgetter(0))[:_CARDS]),
        notes=_("Laat met de hand stemmen. Is de zaal het niet eens? Laat elke partij vertellen hoe zij het ziet."),
        minutes=5,
    )
    return (slide,) if slide.cards else ()


def _about(questionnaire: Questionnaire, dimension: Dimension, *, short: bool) -> Slide:
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
        short=5 if short else None,
    )


def _unknown(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    text = limits(questionnaire)
    slide = Slide(
        id=LIMITS,
        title=_("Wat weten wij niet?"),
        text=text,
        notes=_("Lees dit altijd voor, ook als u weinig tijd hebt."),
        minutes=2,
        short=2,
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
