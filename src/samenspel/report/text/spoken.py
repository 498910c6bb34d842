"""How each block reads for whoever listens: words alone, no drawing, and no sign that a screen reader spells out."""

import re
from collections.abc import Iterable
from typing import Final, assert_never

from samenspel.report import charts
from samenspel.report.document import (
    AdviceCard,
    Beside,
    Block,
    Bullets,
    Facts,
    GapChart,
    GapRow,
    Heading,
    Notice,
    Paragraph,
    ScoreChart,
    ShareChart,
    SpreadChart,
    SpreadRow,
    Table,
    WorksheetPage,
)
from samenspel.report.text.charts import band_words, score_words
from samenspel.report.text.wrapping import wrapped
from samenspel.taal import _, getal, opsomming

_SIGNS: Final = {"  ": " ", " · ": ", ", " – ": ", ", " / ": _(" of "), " & ": _(" en "), "✓ ": "", "✗ ": ""}
_RANGE: Final = re.compile(r"(?<![\d-])(\d+)-(\d+)(?![\d-])")
"""Two numbers with what lies between them, and not a date."""
_ENDS: Final = (".", "?", "!", ".’", "?’")
"""What ends a sentence."""


def sounding(text: str) -> str:
    """Put words and commas for the signs that are spelled out: *2015-2016* becomes *2015 tot en met 2016*."""
    for sign, word in _SIGNS.items():
        text = text.replace(sign, word)
    return _RANGE.sub(_(r"\1 tot en met \2"), text)


def spoken_lines(block: Block, width: int) -> list[str]:
    """Return ``block`` as lines of at most ``width`` characters."""
    return [line for one in _told(block) for line in wrapped(sounding(one), width)]


def _told(block: Block) -> list[str]:  # noqa: C901, PLR0912 - one case for each block
    """Return what is said, each thing by itself."""
    match block:
        case Heading() | Paragraph():
            return [block.text]
        case Notice():
            return [_("Let op: {tekst}").format(tekst=block.text)]
        case Bullets():
            return list(block.items)
        case Beside():
            sides = (block.left, block.right)
            return [text for side in sides for text in (side.title, *side.items) if text]
        case Facts():
            return _named(block.rows)
        case ScoreChart():
            return _scores(block)
        case ShareChart():
            return [*_opening(block), *_named((bar.label, charts.share_words(bar)) for bar in charts.bars(block))]
        case GapChart():
            return [*_opening(block), *(_sides(block, row) for row in block.rows)]
        case SpreadChart():
            return [*_opening(block), *(_spread(block, row) for row in block.rows)]
        case Table():
            return _table(block)
        case AdviceCard():
            return _advice(block)
        case WorksheetPage():
            return _worksheet(block)
        case _:
            assert_never(block)


def _named(rows: Iterable[tuple[str, str]]) -> list[str]:
    # A statement ends with a point of its own.
    return [f"{name}{'' if name.endswith(_ENDS) else ':'} {text}" for name, text in rows]


def _sentences(parts: Iterable[str]) -> str:
    """Put parts after each other, each as a sentence of its own."""
    whole = (f"{part[:1].upper()}{part[1:]}" for part in parts if part)
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in whole)


def _opening(chart: ScoreChart | ShareChart | GapChart | SpreadChart) -> list[str]:
    return [text for text in (chart.title, chart.sentence) if text]


# Charts: what each line of them shows. ---------------------------------------------------------------------------


def _scores(chart: ScoreChart) -> list[str]:
    scale = _("Een score loopt van 1 tot en met 5: {banden}.").format(banden="; ".join(band_words(chart)))
    rows = (_("{naam}: {tekst}").format(naam=row.label, tekst=_sentences(score_words(row))) for row in chart.rows)
    return [*_opening(chart), scale, *rows]


def _sides(chart: GapChart, row: GapRow) -> str:
    sides = zip((*chart.sides, chart.whole), (*row.values, row.whole), (*row.hidden, ""), strict=True)
    values = (
        _("{naam}: {tekst}").format(naam=name, tekst=getal(value) if value is not None else why or _("geen cijfer"))
        for name, value, why in sides
        if name and (value is not None or name != chart.whole)
    )
    return _sentences([row.label, *values, row.gap, row.remark])


def _spread(chart: SpreadChart, row: SpreadRow) -> str:
    given = [*zip(row.counts, chart.labels, strict=True), (row.unknown, chart.dont_know)] if row.counts else []
    said = [_("{n} keer {antwoord}").format(n=count, antwoord=label) for count, label in given if count]
    return _sentences([row.label, opsomming(said) if said else "", row.words])


# What is read from left to right, here one thing after the other. ------------------------------------------------


def _table(table: Table) -> list[str]:
    found = [table.title] if table.title else []
    for name, *cells in table.rows:
        if len(cells) == 1:
            found += _named([(name, cells[0])])
        else:
            rest = zip(table.head[1:], cells, strict=True)
            found.append(_sentences([name, *_named((head, cell or _("leeg")) for head, cell in rest)]))
    return found


def _advice(card: AdviceCard) -> list[str]:
    found = [_("Advies: {titel}").format(titel=card.title), card.what]
    found.append(_("Eerste stap: {tekst}").format(tekst=card.first_step))
    found += [_("Waarom u dit krijgt:"), *card.why] if card.why else []
    if card.study:
        found.append(_("Onderzoek: {tekst}").format(tekst=card.study))
    found += _named(card.facts)
    if card.worksheet:
        found.append(_("Werkblad: {titel}").format(titel=card.worksheet))
    return found


def _worksheet(page: WorksheetPage) -> list[str]:
    found = [_("Werkblad: {titel}").format(titel=page.title), page.intro]
    for part in page.parts:
        found += [text for text in (part.heading, part.text) if text]
        found += [*part.ticks, *part.questions]
        if part.columns:
            found += _table(Table("", part.columns, part.rows, (1,) * len(part.columns)))
    return found
