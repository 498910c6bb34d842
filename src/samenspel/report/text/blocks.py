"""How each block reads as plain text: a block and a width in, lines out."""

from typing import assert_never

from samenspel.report.document import (
    AdviceCard,
    Beside,
    Block,
    Bullets,
    Facts,
    GapChart,
    Heading,
    Notice,
    Paragraph,
    ScoreChart,
    ShareChart,
    SheetPart,
    SideList,
    SpreadChart,
    Table,
    WorksheetPage,
)
from samenspel.report.text.charts import gap_chart, score_chart, share_chart, spread_chart
from samenspel.report.text.wrapping import labelled, table, wrapped
from samenspel.taal import _

_RULES = {1: "═", 2: "─"}


def lines(block: Block, width: int) -> list[str]:  # noqa: C901, PLR0912 - one case for each block
    """Return ``block`` as lines of at most ``width`` characters."""
    match block:
        case Heading():
            return _heading(block, width)
        case Paragraph():
            return wrapped(block.text, width)
        case Notice():
            return wrapped(block.text, width, first="! ", rest="! ")
        case Bullets():
            return _bullets(block.items, width)
        case Beside():
            between = [""] if block.right.title else []
            return [*_column(block.left, width), *between, *_column(block.right, width)]
        case Facts():
            return _facts(block.rows, width)
        case ScoreChart():
            return score_chart(block, width)
        case ShareChart():
            return share_chart(block, width)
        case GapChart():
            return gap_chart(block, width)
        case SpreadChart():
            return spread_chart(block, width)
        case Table():
            return table(block, width)
        case AdviceCard():
            return _advice(block, width)
        case WorksheetPage():
            return _worksheet(block, width)
        case _:
            assert_never(block)


def _heading(heading: Heading, width: int) -> list[str]:
    text = wrapped(heading.text.upper() if heading.level == 1 else heading.text, width)
    rule = _RULES.get(heading.level)
    return [*text, rule * max(map(len, text))] if rule else text


def _bullets(items: tuple[str, ...], width: int) -> list[str]:
    return [line for item in items for line in wrapped(item, width, first="- ")]


def _column(column: SideList, width: int) -> list[str]:
    title = wrapped(column.title, width) if column.title else []
    return [*title, *_bullets(column.items, width)]


def _facts(rows: tuple[tuple[str, str], ...], width: int) -> list[str]:
    column = min(max((len(name) for name, _text in rows), default=0) + 1, width // 3)
    return [line for name, text in rows for line in labelled(name, text, width, column)]


def _advice(card: AdviceCard, width: int) -> list[str]:
    found = [*wrapped(card.title, width), *wrapped(card.what, width, first="  "), ""]
    if card.why:
        found += [_("  Waarom u dit krijgt:")]
        found += [line for why in card.why for line in wrapped(why, width, first="  - ")]
    found += ["", *wrapped(_("Eerste stap: {tekst}").format(tekst=card.first_step), width, first="> "), ""]
    if card.study:
        found += wrapped(_("Onderzoek: {tekst}").format(tekst=card.study), width, first="  ", rest="    ")
    found += [*(f"  {line}" for line in _facts(card.facts, width - 2))]
    if card.worksheet:
        found += wrapped(_("Werkblad: {titel}").format(titel=card.worksheet), width, first="  ")
    return found


def _worksheet(page: WorksheetPage, width: int) -> list[str]:
    found = [*wrapped(f"{page.kind.upper()}: {page.title}", width), "═" * width]
    found += wrapped(page.intro, width)
    for part in page.parts:
        found += ["", *_sheet_part(part, width)]
    return found


def _sheet_part(part: SheetPart, width: int) -> list[str]:
    found: list[str] = []
    if part.heading:
        found += [*wrapped(part.heading, width), "─" * min(len(part.heading), width)]
    if part.text:
        found += wrapped(part.text, width)
    found += [line for tick in part.ticks for line in wrapped(tick, width, first="[ ] ")]
    for question in part.questions:
        found += [*wrapped(question, width), "  " + "_" * (width - 2)]
    if part.columns:
        widths = (1,) * len(part.columns)
        found += table(Table("", part.columns, part.rows, widths), width, empty="." * 6)
    return found
