"""Paper for a room: a page for each dimension, one with all of them, the worksheets, and the presenter's notes.

Nothing of a person or a group is in it: it comes from the questionnaire alone.
"""

from samenspel.presenting import sentences
from samenspel.presenting.deck import deck, fitting_advice, for_room, has_short, limits, slides_of, whose
from samenspel.presenting.pages import (
    Compared,
    Deck,
    Fits,
    Question,
    Quiz,
    Riddle,
    Side,
    SlidePage,
    StudyFinding,
    Words,
)
from samenspel.questionnaire.citing import figure_source, source_line
from samenspel.questionnaire.model import (
    MOST_PEOPLE,
    Advice,
    Count,
    Dimension,
    Figure,
    Image,
    Questionnaire,
    Slide,
    Team,
)
from samenspel.report.compared import as_chart
from samenspel.report.document import (
    AdviceCard,
    Block,
    Bullets,
    Document,
    Heading,
    Notice,
    Paragraph,
    Table,
    WorksheetPage,
)
from samenspel.report.personal.account import colophon
from samenspel.report.personal.advices import worksheet
from samenspel.taal import _, getal

_QUESTIONS, _MORE_QUESTIONS = 2, 5
"""So many questions to talk about stand on the page of a dimension; more when there are no figures on it."""


def handouts(questionnaire: Questionnaire) -> dict[str, Document]:
    """Return the hand-outs by the name of their file, without what comes after the point."""
    dimensions = questionnaire.asked.dimensions
    pages = {
        f"{number:02}-{dimension.id.replace('.', '-')}": dimension_page(questionnaire, dimension)
        for number, dimension in enumerate(dimensions, start=1)
    }
    sheets = worksheets(questionnaire)
    return {
        "00-overzicht": overview(questionnaire),
        **pages,
        **({} if sheets is None else {"werkbladen": sheets}),
        "notities": notes(questionnaire),
    }


def _sheet(questionnaire: Questionnaire, title: str, blocks: tuple[Block, ...]) -> Document:
    """Return a hand-out; below it stands what made it, except under worksheets, which fill their page."""
    filled = bool(blocks) and isinstance(blocks[-1], WorksheetPage)
    made = () if filled else (Paragraph(colophon(questionnaire), small=True),)
    return Document(
        title=title,
        subtitle=_("Voorlichting bij: {titel}").format(titel=questionnaire.asked.title),
        footer=_("{titel} · {vragenlijst}").format(titel=title, vragenlijst=questionnaire.asked.title),
        blocks=(*blocks, *made),
    )


def overview(questionnaire: Questionnaire) -> Document:
    """Return the one page with every dimension: what it is, and a question to begin with."""
    asked = questionnaire.asked
    rows = tuple(
        (one.name, for_room(one.help), "".join(_questions(questionnaire, one, most=1))) for one in asked.dimensions
    )
    return _sheet(
        questionnaire,
        _("Alle onderdelen op één blad"),
        (
            Paragraph(for_room(asked.summary)),
            Table(
                title=_("Waar u op let"),
                head=(_("onderdeel"), _("wat het is"), _("vraag om over te praten")),
                rows=rows,
                widths=(3, 6, 5),
            ),
            Notice(_("Kies één onderdeel om mee te beginnen. Spreek af wie wat doet, en wanneer u terugkijkt.")),
            *_small(for_room(limits(questionnaire))),
        ),
    )


def _small(text: str) -> tuple[Block, ...]:
    return (Paragraph(text, small=True),) if text else ()


def dimension_page(questionnaire: Questionnaire, dimension: Dimension) -> Document:
    """Return the page of one dimension: what it is, what the study found, questions, an advice."""
    known = (*questionnaire.education.slides, *slides_of(questionnaire))  # on paper stands what a room does not see too
    slide = next((one for one in known if one.dimension == dimension.id), None)
    theory = next((one for one in questionnaire.education.theories if one.dimension == dimension.id), None)
    advice = _advice_of(questionnaire, dimension, slide)
    figures = slide.figures if slide is not None else ()
    own = any(figure.source for figure in figures)
    source = _("Bron: {bron}").format(bron=theory.source) if theory is not None else ""
    return _sheet(
        questionnaire,
        dimension.name,
        (
            Paragraph(for_room(dimension.help if theory is None else theory.text)),
            *_small(source),
            *((Heading(2, _("Wat de cijfers zeggen") if own else _("Wat het onderzoek vond")),) if figures else ()),
            *(block for figure in figures for block in _figure(questionnaire, figure)),
            *(_small(source_line(questionnaire)) if any(not figure.source for figure in figures) else ()),
            Heading(2, _("Vragen om over te praten")),
            Bullets(_questions(questionnaire, dimension, slide, _QUESTIONS if figures else _MORE_QUESTIONS)),
            *(() if advice is None else _advised(advice, briefly=bool(figures))),
        ),
    )


def worksheets(questionnaire: Questionnaire) -> Document | None:
    """Return every worksheet, one a page after the list of them; None when there is none."""
    sheets = tuple(worksheet(advice) for advice in questionnaire.advices if advice.worksheet is not None)
    if not sheets:
        return None
    titles = tuple(sheet.title for sheet in sheets)
    listed = (
        Paragraph(_("Elk werkblad is één bladzijde, om met de pen in te vullen.")),
        Bullets(titles, contents=True),
    )
    return _sheet(questionnaire, _("Werkbladen"), (*listed, *sheets))


def _figure(questionnaire: Questionnaire, figure: Figure) -> tuple[Block, ...]:
    """Return a figure as a table: people in words, both parties under each other."""
    rows = tuple(
        (
            whose(questionnaire, count),
            _people(count),
            f"{sentences.out_of(count.n, count.of)} {for_room(count.text)}",
        )
        for count in figure.counts
    )
    who = _("wie") if any(count.who for count in figure.counts) else _("partij")
    table = Table(for_room(figure.question), (who, _("mensen"), _("wat zij zeiden")), rows, (4, 4, 11))
    own = figure_source(questionnaire, figure) if figure.source else ""
    return (table, *_small(for_room(figure.remark)), *_small(own))


_LEAST_SHOWN, _MOST_SHOWN, _ALL = 0.1, 99.9, 100


def _people(count: Count) -> str:
    """Draw people one by one; of more than can be drawn so, say how large a part they are."""
    if count.of > MOST_PEOPLE:
        share = 100 * count.n / count.of
        if 0 < share < _LEAST_SHOWN:  # a few are not none, and nearly all not all
            return _("minder dan {deel}%").format(deel=getal(_LEAST_SHOWN))
        if _MOST_SHOWN < share < _ALL:
            return _("meer dan {deel}%").format(deel=getal(_MOST_SHOWN))
        return _("{deel}%").format(deel=getal(share))
    return "▮" * count.n + "·" * (count.of - count.n)


def _questions(
    questionnaire: Questionnaire, dimension: Dimension, slide: Slide | None = None, most: int = _QUESTIONS
) -> tuple[str, ...]:
    own = (slide.question,) if slide is not None and slide.question else ()
    items = (item.discussion for item in questionnaire.asked.items if item.dimension == dimension.id)
    return tuple(dict.fromkeys(for_room(text) for text in (*own, *items)))[:most]


def _advice_of(questionnaire: Questionnaire, dimension: Dimension, slide: Slide | None) -> Advice | None:
    if slide is not None and slide.advice is not None:
        return questionnaire.advice(slide.advice)
    return fitting_advice(questionnaire, dimension.id)


def _advised(advice: Advice, *, briefly: bool) -> tuple[Block, ...]:
    """Return an advice; ``briefly`` beside figures, which have to share the page with it."""
    facts = ((_("Wie"), for_room(advice.who)), (_("Tijd"), for_room(advice.effort)))
    return (
        AdviceCard(
            title=_("Een advies: {titel}").format(titel=begun(for_room(advice.title))),
            what=for_room(advice.what),
            why=(),
            study="",
            first_step=for_room(advice.first_step),
            facts=() if briefly else facts,
        ),
    )


def begun(text: str) -> str:
    """Return a text as it stands behind a colon."""
    return text[:1].lower() + text[1:]


# The presenter's notes: each slide with what is on it, what to say, and the time. -----------------------------------


def notes(questionnaire: Questionnaire) -> Document:
    """Return the presenter's notes: each slide with what is on it, what to say, and the time."""
    made = deck(questionnaire)
    about = _("{dias} dia's, {minuten} minuten. Dit blad is voor u, niet voor de zaal.").format(
        dias=len(made.slides), minuten=made.minutes
    )
    blocks: list[Block] = [Paragraph(about)]
    if has_short(questionnaire):
        brief = deck(questionnaire, short=True)
        told = _("Het korte programma heeft {dias} dia's en duurt {minuten} minuten. Daar staat ‘kort’ bij.")
        blocks.append(Paragraph(told.format(dias=len(brief.slides), minuten=brief.minutes)))
    for place, slide in enumerate(slides_of(questionnaire)):
        blocks += _noted(made, place, slide.short)
    return _sheet(questionnaire, _("Notities bij de presentatie"), tuple(blocks))


def _noted(made: Deck, place: int, short: int | None) -> list[Block]:
    entry = made.slides[place]
    pages = [page for page in made.pages if page.slide == place]
    minutes = _("{minuten} min").format(minuten=entry.minutes)
    if short is not None:
        minutes += _(", kort {minuten} min").format(minuten=short)
    title = _("{nummer}. {titel} ({minuten})").format(nummer=place + 1, titel=entry.title, minuten=minutes)
    blocks: list[Block] = [Heading(2, title)]
    blocks += [block for page in pages for block in _on_page(page)]
    note = next((page.notes for page in pages if page.notes), "")
    sources = dict.fromkeys(line for page in pages for line in page.below if line not in note)
    blocks += [Paragraph(line, small=True) for line in sources]
    return [*blocks, Notice(note)] if note else blocks


def _on_page(page: SlidePage) -> list[Block]:
    match page.body:
        case Words(text=text, points=points, numbered=numbered):
            said: list[Block] = [Paragraph(text)] if text else []
            steps = tuple(_("stap {n}: {stap}").format(n=n, stap=one) for n, one in enumerate(points, start=1))
            shown = steps if numbered else points
            return [*said, Bullets(shown)] if shown else said
        case StudyFinding():
            sides = Bullets(tuple(_study_side(side) for side in page.body.sides))
            remark = [Paragraph(page.body.remark)] if page.body.remark else []
            return [Paragraph(page.body.question), sides, *remark]
        case Question(question=question):
            return [Paragraph(_("Vraag aan de zaal: {vraag}").format(vraag=question))]
        case Fits(title=title):
            return [Paragraph(_("Advies: {titel}.").format(titel=title))]
        case Riddle() as riddle:
            answer = _("Antwoord: {n} van {van} {partij}. {daarna}").format(
                n=riddle.n, van=riddle.of, partij=riddle.party, daarna=riddle.after
            )
            return [Paragraph(riddle.question), Paragraph(answer)]
        case Quiz() as quiz:
            return [Paragraph(quiz.task), Paragraph(quiz.after)]
        case Image(text=text):
            return [Paragraph(f"{sentences.PICTURE} {text}")]
        case Team():
            return [Paragraph(_("De zaal verandert de antwoorden van een verzonnen team."))]
        case Compared():
            return [as_chart(page.body)]


def _study_side(side: Side) -> str:
    told = "; ".join(f"{sentences.out_of(one.n, one.of)} {one.text}" for one in side.tallies)
    return _("{partij}: {cijfers}.").format(partij=side.party, cijfers=told)
