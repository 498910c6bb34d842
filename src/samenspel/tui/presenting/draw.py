"""Each kind of page, drawn: from :class:`~samenspel.presenting.pages.Page` to lines of a width."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import assert_never

from msgspec import Struct
from textual.content import Content

from samenspel.presenting import sentences
from samenspel.presenting.pages import Fits, Question, Quiz, Riddle, Side, StudyFinding, Tally, Words
from samenspel.questionnaire.model import MOST_PEOPLE, Image
from samenspel.tui.presenting.block_letters import QUARTERS, block_letters

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
_LARGE_YES, _LARGE_NO = f"{BAR * 2} ", f"{REST * 2} "
"""One person each, two lines high."""
_NARROW = (False, True) if QUARTERS else (False,)
"""The large letters that there are, the largest first."""
_LETTER = 3
"""Lines of a row of block letters."""

Lines = list[Content]


def fitting(ways: Iterable[Lines], height: int) -> Lines:
    """Return the first of the ways to draw something that fits and leaves a line free; when none does the last."""
    drawn: Lines = []
    for drawn in ways:
        if len(drawn) < height:
            break
    return drawn


def heading(text: str, width: int, most: int) -> Lines:
    """Return a title in block letters where they fit in ``most`` rows; else in spread capitals; else as it is."""
    for narrow in _NARROW if most else ():
        if (block := large(text, width, most, narrow=narrow)) is not None:
            return block
    spread = " ".join(text.upper().replace(" ", "\N{NO-BREAK SPACE}"))
    return [Content(spread)] if len(spread) <= width else Content(text).wrap(width)


def large(text: str, width: int, most: int, style: str = "", *, narrow: bool) -> Lines | None:
    """Return text in block letters, in at most so many rows of them; None: it does not fit."""
    block = block_letters(text, width, most, narrow=narrow)
    return None if block is None else [Content.styled(line, style) for line in block]


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


def large_people(n: int, of: int, width: int, style: str = STRONG) -> Lines:
    """Draw ``of`` people, ``n`` of them filled, twice as large; no lines: there is no room for all in a row."""
    if of > MOST_PEOPLE or of * len(_LARGE_YES) > width + 1:
        return []
    return [Content.assemble((_LARGE_YES * n, style), (_LARGE_NO * (of - n), FAINT))] * 2


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
_HEAD = {False: 2, True: 3}
"""So many rows of block letters, large or narrow, at most for what stands above the rest of a page."""
_POINT = ("", "██", "")
"""What stands before a point in block letters."""
_APART = ((1, 1), (0, 1), (0, 0))
"""Empty lines between the rows of a question, and around it: the most first."""
_SENTENCES = re.compile(r"(?<=[a-z)’]{2}[.?!])\s+(?=[A-Z‘])")
"""Between two sentences; not after a short form such as ‘e.a.’."""


@lru_cache(maxsize=4)  # a page is drawn three times: to be counted, laid out and painted
def draw(body: Words | Image | StudyFinding | Question | Fits, below: Sequence[str], height: int, width: int) -> Lines:
    """Draw a page that only tells, and ``below`` it its sources; ``height``: how many lines there is room for."""
    foot = _foot(below, width)
    height -= len(foot) + 1 if foot else 0
    match body:
        case Words():
            lines = fitting(_words(body, width, height), height)
        case Image():
            lines = spaced([[Content.styled(sentences.PICTURE, LABEL)], wrapped(body.text, width, STRONG)])
        case StudyFinding():
            lines = fitting(_found(body, width), height)
        case Question():
            lines = fitting(_asked(body, width, height), height)
        case Fits():
            lines = fitting(_fits(body, width), height)
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


@lru_cache(maxsize=4)
def riddle(page: Riddle, now: Guessed, below: Sequence[str], height: int, width: int) -> Lines:
    """Draw a figure to guess; when it is open, with the points for the guess, and ``below`` it its source.

    Until then what the room says stands nowhere as a figure is shown: only in a sentence that says whose it is.
    While it is closed nothing changes its size: it is as large as fits with all that can be said until then. The people
    stay as large as they are when it is opened.
    """
    foot, written = _foot(below, width), wrapped(page.question, width, STRONG)
    closed, opened = (Guessed(page.of, open=open_, refused=False, score=(0, 1)) for open_ in (False, True))
    room = {False: height, True: height - (len(foot) + 1 if foot else 0)}
    large = 0 < len(_riddle(page, opened, width, written, large=True)) < room[True]
    fullest = opened if now.open else closed
    question = next(
        (
            lines
            for lines in _above(page.question, width)
            if len(_riddle(page, fullest, width, lines, large=large)) < room[now.open]
        ),
        written,
    )
    return spaced([_riddle(page, now, width, question, large=large), foot if now.open else []])


def _riddle(page: Riddle, now: Guessed, width: int, question: Lines, *, large: bool) -> Lines:
    """Draw a figure to guess without its source; no lines: there is no room for people so large."""
    guess, open_, score = now.guess, now.open, now.score
    number, style = (str(page.n), FIRST) if open_ else ("?", FAINT)
    everyone = (large_people if large else people)(page.n if open_ else 0, page.of, width, style)
    if not everyone:
        return []
    digits_ = block_letters(sentences.OF.format(n=number, van=page.of), width, 1) or ()
    figure = [
        *(Content.styled(line, style) for line in digits_),
        *([Content()] if large else []),
        *everyone,
        Content.styled(sentences.OF_PARTY.format(n=number, van=page.of, partij=page.party), STRONG),
    ]
    told = [] if guess is None else wrapped(_told(page, guess, open_=open_), width, LABEL)
    asked = sentences.TYPE
    if now.refused:
        asked = sentences.TOO_HIGH.format(van=page.of, partij=page.party)
    after = wrapped(page.after if open_ else asked, width)
    running = sentences.SCORE.format(score=score[0], hoogste=score[1])
    counted = wrapped(running, width, LABEL) if score[1] else []
    return spaced([question, figure, told, after, counted])


@lru_cache(maxsize=4)
def quiz(page: Quiz, now: Guessed, below: Sequence[str], height: int, width: int) -> Lines:
    """Draw a card for the room: its task and the choices; when it is open, with the answer and ``below`` its source.

    The task is as large as fits, whatever the room says; the choices stand apart where that fits too.
    """
    foot = _foot(below, width) if now.open else []
    room = height - (len(foot) + 1 if foot else 0)
    fullest = Guessed(1, open=now.open, refused=False, score=(0, 1))
    task, apart = next(
        (
            (task, apart)
            for task in _above(page.task, width)
            for apart in (1, 0)
            if len(_quiz(page, fullest, width, task, apart)) < room
        ),
        (wrapped(page.task, width, STRONG), 0),
    )
    return spaced([_quiz(page, now, width, task, apart), foot])


def _quiz(page: Quiz, now: Guessed, width: int, task: Lines, apart: int) -> Lines:
    rows = [
        hanging(f"{HERE if number == now.guess else ' '} {number}  ", choice, width, LABEL)
        for number, choice in enumerate(page.choices, start=1)
    ]
    if now.open:
        said = [] if now.guess is None else wrapped(sentences.chosen(page, now.guess), width, LABEL)
        told = [wrapped(page.after, width), said]
    elif now.refused:
        told = [wrapped(sentences.NO_CHOICE.format(hoogste=len(page.choices)), width)]
    else:
        chosen = "" if now.guess is None else sentences.CHOSEN.format(keuze=page.choices[now.guess - 1])
        told = [wrapped(chosen, width, LABEL), wrapped(sentences.CHOOSE, width)]
    right, of = now.score
    counted = wrapped(sentences.CARDS.format(goed=right, van=of), width, LABEL) if of else []
    asked = [*wrapped(page.question, width, FAINT), *task]
    return spaced([asked, spaced(rows, apart), *told, counted])


def _told(page: Riddle, guess: int, *, open_: bool) -> str:
    return sentences.guessed(page, guess) if open_ else sentences.SAYS.format(gok=guess)


def _above(text: str, width: int, style: str = STRONG) -> Iterator[Lines]:
    """Give what stands above the rest of a page: as large as can be, then smaller, at last as it is written."""
    for narrow in _NARROW:
        if (lines := large(text, width, _HEAD[narrow], style, narrow=narrow)) is not None:
            yield lines
    yield wrapped(text, width, style)


def _words(body: Words, width: int, height: int) -> Iterator[Lines]:
    """Give text and points as large as can be, with room between them; then closer, then smaller.

    Where there are no points each sentence stands on its own.
    """
    whole = [body.text] if body.text else []
    parts = whole if body.points else _SENTENCES.split(body.text)
    for narrow in _NARROW:
        before, margin = _signs(body, width, narrow=narrow)
        for text in (parts, whole):
            wanted = [(one, width) for one in text] + [(one, width - margin) for one in body.points]
            texts = _all_large(wanted, height // _LETTER, narrow=narrow)
            if texts:
                points = [
                    beside([Content.styled(line, LABEL) for line in sign], lines, margin)
                    for sign, lines in zip(before, texts[len(text) :], strict=True)
                ]
                known = [*texts[: len(text)], *points]
                yield spaced(known)
                yield spaced([*texts[: len(text)], spaced(points, 0)])
                yield spaced(known, 0)
    signs = (f"{number:>2}  " if body.numbered else "•  " for number in range(1, len(body.points) + 1))
    told = [hanging(sign, text, width, LABEL) for sign, text in zip(signs, body.points, strict=True)]
    apart = spaced([*(wrapped(one, width) for one in parts), *told])
    yield apart if len(apart) <= height else spaced([wrapped(body.text, width), spaced(told, 0)])


def _signs(body: Words, width: int, *, narrow: bool) -> tuple[list[tuple[str, ...]], int]:
    """Return what stands before each point in block letters, and how wide that is with room after it."""
    numbers = range(1, len(body.points) + 1)
    signs = [block_letters(str(n), width, 1, narrow=narrow) or () if body.numbered else _POINT for n in numbers]
    return signs, max((len(line) + 2 for sign in signs for line in sign), default=0)


def _all_large(texts: Iterable[tuple[str, int]], most: int, *, narrow: bool) -> list[Lines]:
    """Return each text in block letters, in its width; none of them when together they take more than so many rows."""
    drawn: list[Lines] = []
    for text, width in texts:
        lines = large(text, width, most, narrow=narrow)
        if lines is None:
            return []
        drawn.append(lines)
        most -= len(lines) // _LETTER
    return drawn


def _asked(body: Question, width: int, height: int) -> Iterator[Lines]:
    """Give a question in letters as large as there is room for, and below it as it is written."""
    label, written = [Content.styled(sentences.FOR_ROOM, LABEL)], wrapped(body.question, width, STRONG)
    for narrow in _NARROW:
        block = large(body.question, width, height // _LETTER, FIRST, narrow=narrow) or []
        rows = [block[at : at + _LETTER] for at in range(0, len(block), _LETTER)]
        if rows:
            yield from (spaced([label, spaced(rows, apart), written], around) for apart, around in _APART)
    yield spaced([label, written])


def _found(body: StudyFinding, width: int) -> Iterator[Lines]:
    drawn = [sides for large in (True, False) if (sides := _sides(body, width, large=large))]
    remark = wrapped(body.remark, width, FAINT)
    for question in _above(body.question, width):
        yield from (spaced([question, sides, remark]) for sides in drawn)


def _sides(body: StudyFinding, width: int, *, large: bool) -> Lines:
    """Return the parties with their figures; no lines: there is no room for people so large."""
    abreast = width >= _BESIDE and len(body.sides) > 1
    column = (width - _GAP) // 2 if abreast else width
    sides = [_side(side, column, style, large=large) for side, style in zip(body.sides, (FIRST, SECOND), strict=False)]
    if not all(sides):
        return []
    return beside(sides[0], sides[1], column + _GAP) if abreast else spaced(sides)


def _side(side: Side, width: int, style: str, *, large: bool) -> Lines:
    tallies = [_tally(tally, width, style, large=large) for tally in side.tallies]
    if not all(tallies):
        return []
    return [*Content.styled(side.party.capitalize(), style).wrap(width), *spaced(tallies)]


def _tally(tally: Tally, width: int, style: str, *, large: bool) -> Lines:
    aside = 4 * len(str(tally.n)) + 1 if tally.apart else 0
    everyone = (large_people if large else people)(tally.n, tally.of, width - aside, style)
    said = sentences.out_of(tally.n, tally.of)
    words = Content.assemble((said, STRONG), " ", tally.text).wrap(width - aside)
    return beside(digits(str(tally.n), style) if aside else [], [*everyone, *words], aside) if everyone else []


def _fits(body: Fits, width: int) -> Iterator[Lines]:
    sheet = wrapped(sentences.WORKSHEET.format(titel=body.worksheet), width, FAINT) if body.worksheet else []
    for title in _above(body.title, width):
        yield spaced(
            [
                [Content.styled(body.label or sentences.ADVICE, LABEL), *title],
                wrapped(body.what, width),
                [Content.styled(sentences.FIRST_STEP, LABEL), *wrapped(body.first_step, width)],
                sheet,
            ]
        )
