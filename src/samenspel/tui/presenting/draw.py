"""Each kind of page, drawn: from :class:`~samenspel.presenting.pages.Page` to lines of a width."""

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from msgspec import Struct
from textual.content import Content

from samenspel.presenting import sentences
from samenspel.presenting.pages import Fits, Question, Quiz, Riddle, Side, StudyFinding, Tally, Words
from samenspel.questionnaire.model import MOST_PEOPLE, Image
from samenspel.tui.presenting.block_letters import block_letters

# Large type in a terminal: letters spread wide, figures of three lines, people one by one, text with room around. ---

WIDEST = 84
"""No line of text is longer than this: a room cannot follow longer ones."""
_SHORT = 6
"""A last line shorter than a sixth looks lost: then all lines become about as long."""
LABEL, STRONG, FAINT = "bold $accent", "bold", "not bold $muted"
FIRST, SECOND = "bold $primary", "bold $secondary"
"""The two parties; their names stand beside the colours."""
HERE = "▸"
BAR, REST = "█", "░"
YES, NO = "▮", "·"
"""One person each; ● and ■ are the parties, and nothing else."""

Lines = list[Content]


def heading(text: str, width: int, most: int) -> Lines:
    """Return a title in block letters where they fit in ``most`` rows; else in spread capitals; else as it is."""
    if most and (block := block_letters(text, width, most)) is not None:
        return [Content(line) for line in block]
    spread = " ".join(text.upper().replace(" ", "\N{NO-BREAK SPACE}"))
    return [Content(spread)] if len(spread) <= width else Content(text).wrap(width)


def wrapped(text: str, width: int, style: str = "") -> Lines:
    """Return text in lines that are not too long for a room; no text has no lines, and no line is one short word."""
    if not text:
        return []
    content, width = Content.styled(text, style), min(width, WIDEST)
    lines = content.wrap(width)
    if len(lines) == 1 or lines[-1].cell_length > width // _SHORT:
        return lines
    even = content.wrap(min(width, content.cell_length // len(lines) + width // _SHORT))
    return even if len(even) == len(lines) else lines


def hanging(sign: str, text: str, width: int, style: str = "") -> Lines:
    """Return text with a sign before its first line; the other lines stand under the text."""
    lines = wrapped(text, min(width, WIDEST) - len(sign))
    return [
        Content.assemble((sign, style) if place == 0 else " " * len(sign), line) for place, line in enumerate(lines)
    ]


def spaced(groups: Iterable[Lines], lines: int = 1) -> Lines:
    """Put groups of lines under each other, with so many empty lines between them."""
    found: Lines = []
    for group in groups:
        if group:
            found += [*([Content()] * lines if found else ()), *group]
    return found


def digits(number: str, style: str = STRONG) -> Lines:
    """Return a number as figures of three lines high."""
    return [
        Content.styled(line.ljust(4 * len(number)), style) for line in block_letters(number, 4 * len(number), 1) or ()
    ]


def people(n: int, of: int, width: int, style: str = STRONG) -> Lines:
    """Draw ``of`` people, ``n`` of them filled; no more beside each other than there is room for.

    More people than can be drawn one by one are a bar: how long a part of it is filled says how large a part they are.
    """
    if of > MOST_PEOPLE:
        full = min(width, WIDEST)
        filled = min(max(round(n / of * full), n > 0), full - (n < of))  # a few are not none, and nearly all not all
        return [Content.assemble((BAR * filled, style), (REST * (full - filled), FAINT))]
    row = max(1, (width + 1) // 2)
    signs = [YES] * n + [NO] * (of - n)
    return [
        Content.assemble(*((f"{sign} ", style if sign == YES else FAINT) for sign in signs[start : start + row]))
        for start in range(0, of, row)
    ]


def beside(left: Lines, right: Lines, width: int) -> Lines:
    """Put lines beside others, which begin at ``width``."""
    height = max(len(left), len(right))
    rows = []
    for place in range(height):
        one = left[place] if place < len(left) else Content()
        other = right[place] if place < len(right) else Content()
        rows.append(one + Content(" " * max(0, width - one.cell_length)) + other)
    return rows


_BESIDE = 70
"""The width from which two parties stand side by side."""
_GAP = 4
_MANY = 6
"""More points than this stand close together."""
_LETTER = 3
"""Lines of a row of block letters."""
_SENTENCES = re.compile(r"(?<=[a-z)’]{2}[.?!])\s+(?=[A-Z‘])")
"""Between two sentences; not after a short form such as ‘e.a.’."""


def draw(body: Words | Image | StudyFinding | Question | Fits, below: Sequence[str], height: int, width: int) -> Lines:
    """Draw a page that only tells, and ``below`` it its sources; ``height``: how many lines there is room for."""
    foot = _foot(below, width)
    height -= len(foot) + 1 if foot else 0
    match body:
        case Words():
            lines = _words(body, width, height)
        case Image():
            lines = spaced([[Content.styled(sentences.PICTURE, LABEL)], wrapped(body.text, width, STRONG)])
        case StudyFinding():
            lines = _found(body, width)
        case Question():
            lines = _asked(body, width, height)
        case Fits():
            lines = _fits(body, width)
        case _:
            assert_never(body)
    return spaced([lines, foot])


def _foot(below: Sequence[str], width: int) -> Lines:
    return [line for source in below for line in wrapped(source, width, FAINT)]


class Guessed(Struct, frozen=True):
    """How a figure or a card stands: what the room says, whether it is open, and the score so far.

    ``refused``: the room said what cannot be. ``score``: the points, and those that could have been had; of cards: how
    many the room had right, and how many it said something to.
    """

    guess: int | None
    open: bool
    refused: bool
    score: tuple[int, int]


def riddle(page: Riddle, now: Guessed, below: Sequence[str], width: int) -> Lines:
    """Draw a figure to guess; when it is open, with the points for the guess, and ``below`` it its source.

    Until then what the room says stands nowhere as a figure is shown: only in a sentence that says whose it is.
    """
    guess, open_, score = now.guess, now.open, now.score
    number, style = (str(page.n), FIRST) if open_ else ("?", FAINT)
    large = block_letters(sentences.OF.format(n=number, van=page.of), width, 1) or ()
    figure = [
        *(Content.styled(line, style) for line in large),
        *people(page.n if open_ else 0, page.of, width, style),
        Content.styled(sentences.OF_PARTY.format(n=number, van=page.of, partij=page.party), STRONG),
    ]
    told = [] if guess is None else wrapped(_told(page, guess, open_=open_), width, LABEL)
    asked = sentences.TYPE
    if now.refused:
        asked = sentences.TOO_HIGH.format(van=page.of, partij=page.party)
    after = wrapped(page.after if open_ else asked, width)
    running = sentences.SCORE.format(score=score[0], hoogste=score[1])
    counted = wrapped(running, width, LABEL) if score[1] else []
    foot = _foot(below, width) if open_ else []
    return spaced([wrapped(page.question, width, STRONG), figure, told, after, counted, foot])


def quiz(page: Quiz, now: Guessed, below: Sequence[str], width: int) -> Lines:
    """Draw a card for the room: its task and the choices; when it is open, with the answer and ``below`` its source."""
    rows = [
        hanging(f"{HERE if number == now.guess else ' '} {number}  ", choice, width, LABEL)
        for number, choice in enumerate(page.choices, start=1)
    ]
    if now.open:
        said = [] if now.guess is None else wrapped(sentences.chosen(page, now.guess), width, LABEL)
        told = [said, wrapped(page.after, width)]
    elif now.refused:
        told = [wrapped(sentences.NO_CHOICE.format(hoogste=len(page.choices)), width)]
    else:
        chosen = "" if now.guess is None else sentences.CHOSEN.format(keuze=page.choices[now.guess - 1])
        told = [wrapped(chosen, width, LABEL), wrapped(sentences.CHOOSE, width)]
    right, of = now.score
    counted = wrapped(sentences.CARDS.format(goed=right, van=of), width, LABEL) if of else []
    asked = [*wrapped(page.question, width, FAINT), *wrapped(page.task, width, STRONG)]
    return spaced([asked, spaced(rows, 0), *told, counted, _foot(below, width) if now.open else []])


def _told(page: Riddle, guess: int, *, open_: bool) -> str:
    return sentences.guessed(page, guess) if open_ else sentences.SAYS.format(gok=guess)


def _words(body: Words, width: int, height: int) -> Lines:
    if not body.points:  # nothing else here: each sentence on its own, where there is room
        apart = spaced(wrapped(sentence, width) for sentence in _SENTENCES.split(body.text))
        return apart if len(apart) <= height else wrapped(body.text, width)
    signs = [f"{number:>2}  " for number in range(1, len(body.points) + 1)] if body.numbered else ["•  "] * 99
    shown = [hanging(sign, text, width, LABEL) for sign, text in zip(signs, body.points, strict=False)]
    close = len(shown) > _MANY
    return spaced([wrapped(body.text, width), spaced(shown, 0 if close else 1)])


def _asked(body: Question, width: int, height: int) -> Lines:
    """Draw a question in letters as large as there is room for, and below it as it is written."""
    label, written = [Content.styled(sentences.FOR_ROOM, LABEL)], wrapped(body.question, width, STRONG)
    block = [Content.styled(line, FIRST) for line in block_letters(body.question, width, height // _LETTER) or ()]
    rows = [block[at : at + _LETTER] for at in range(0, len(block), _LETTER)]
    ways = [spaced([label, spaced(rows, apart), written], around) for apart, around in ((1, 1), (0, 1), (0, 0))]
    return next((lines for lines in ways if len(lines) <= height), spaced([label, written]))


def _found(body: StudyFinding, width: int) -> Lines:
    styles = (FIRST, SECOND)
    if width >= _BESIDE and len(body.sides) > 1:
        column = (width - _GAP) // 2
        left, right = (_side(side, column, style) for side, style in zip(body.sides, styles, strict=True))
        sides = beside(left, right, column + _GAP)
    else:
        sides = spaced(_side(side, width, style) for side, style in zip(body.sides, styles, strict=False))
    return spaced([wrapped(body.question, width, STRONG), sides, wrapped(body.remark, width, FAINT)])


def _side(side: Side, width: int, style: str) -> Lines:
    return [
        *Content.styled(side.party.capitalize(), style).wrap(width),
        *spaced([_tally(tally, width, style) for tally in side.tallies]),
    ]


def _tally(tally: Tally, width: int, style: str) -> Lines:
    aside = 4 * len(str(tally.n)) + 1
    said = sentences.OF.format(n=tally.n, van=tally.of)
    words = Content.assemble((said, STRONG), " ", tally.text).wrap(width - aside)
    return beside(digits(str(tally.n), style), [*people(tally.n, tally.of, width - aside, style), *words], aside)


def _fits(body: Fits, width: int) -> Lines:
    sheet = wrapped(sentences.WORKSHEET.format(titel=body.worksheet), width, FAINT) if body.worksheet else []
    return spaced(
        [
            [Content.styled(sentences.ADVICE, LABEL), *wrapped(body.title, width, STRONG)],
            wrapped(body.what, width),
            [Content.styled(sentences.FIRST_STEP, LABEL), *wrapped(body.first_step, width)],
            sheet,
        ]
    )
