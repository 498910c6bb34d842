"""How each block stands in HTML: a block in, markup out, every text escaped."""

from html import escape
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
from samenspel.report.html.charts import gap_chart, score_chart, share_chart, spread_chart, table
from samenspel.taal import _


def html(block: Block, place: int) -> str:  # noqa: C901, PLR0912 - one case for each block
    """Return ``block`` as HTML; ``place``, its number in the document, makes ids that occur once."""
    match block:
        case Heading():
            level = block.level + 1  # the document's title is the h1
            apart = ' class="apart"' if block.apart else ""
            return f'<h{level} id="{anchor(place)}"{apart}>{escape(block.text)}</h{level}>'
        case Paragraph():
            return f'<p class="small">{escape(block.text)}</p>' if block.small else f"<p>{escape(block.text)}</p>"
        case Notice():
            return f'<p class="notice">{escape(block.text)}</p>'
        case Bullets(contents=True):
            return ""  # the page begins with its contents
        case Bullets():
            return _list(block.items)
        case Beside(right=SideList(title="")):  # one list, in two columns
            items = _list((*block.left.items, *block.right.items), "two")
            return f"<h3>{escape(block.left.title)}</h3>{items}"
        case Beside():
            return f'<div class="beside">{_column(block.left)}{_column(block.right)}</div>'
        case Facts():
            return _facts(block.rows)
        case ScoreChart():
            return score_chart(block, anchor(place))
        case ShareChart():
            return share_chart(block, anchor(place))
        case GapChart():
            return gap_chart(block, anchor(place))
        case SpreadChart():
            return spread_chart(block, anchor(place))
        case Table():
            return table(block)
        case AdviceCard():
            return _advice(block, anchor(place))
        case WorksheetPage():
            return _worksheet(block, anchor(place))
        case _:
            assert_never(block)


def anchor(place: int) -> str:
    """Return the id of the block at ``place``."""
    return f"deel-{place}"


def worksheet_title(page: WorksheetPage) -> str:
    """Name a worksheet as one, or as what else it is."""
    return f"{page.kind}: {page.title}" if page.kind else page.title


def _list(items: tuple[str, ...], kind: str = "") -> str:
    entries = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f'<ul class="{kind}">{entries}</ul>' if kind else f"<ul>{entries}</ul>"


def _column(column: SideList) -> str:
    return f"<div><h3>{escape(column.title)}</h3>{_list(column.items)}</div>"


def _facts(rows: tuple[tuple[str, str], ...]) -> str:
    pairs = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in rows)
    return f"<dl>{pairs}</dl>"


def _advice(card: AdviceCard, anchor: str) -> str:
    reason, found, first = _("Waarom u dit krijgt"), _("Onderzoek: {tekst}").format(tekst=card.study), _("Eerste stap")
    why = f"<h4>{escape(reason)}</h4>{_list(card.why)}" if card.why else ""
    study = f'<p class="study">{escape(found)}</p>' if card.study else ""
    sheet = escape(_("Werkblad: {titel}").format(titel=card.worksheet)) if card.worksheet else ""
    return (
        f'<article class="advice" aria-labelledby="{anchor}"><h3 id="{anchor}">{escape(card.title)}</h3>'
        f"<p>{escape(card.what)}</p>{why}"
        f'<p class="step"><strong>{escape(first)}</strong> {escape(card.first_step)}</p>'
        f"{study}{_facts(card.facts)}{f'<p>{sheet}</p>' if sheet else ''}</article>"
    )


def _worksheet(page: WorksheetPage, anchor: str) -> str:
    parts = "".join(_sheet_part(part) for part in page.parts)
    return (
        f'<section class="sheet" aria-labelledby="{anchor}"><h2 id="{anchor}">{escape(worksheet_title(page))}</h2>'
        f"<p>{escape(page.intro)}</p>{parts}</section>"
    )


def _sheet_part(part: SheetPart) -> str:
    heading = f"<h3>{escape(part.heading)}</h3>" if part.heading else ""
    text = f"<p>{escape(part.text)}</p>" if part.text else ""
    ticks = _list(part.ticks, "ticks") if part.ticks else ""
    questions = "".join(f'<div class="write"><p>{escape(question)}</p></div>' for question in part.questions)
    columns = table(Table("", part.columns, part.rows, (1,) * len(part.columns)), "fill") if part.columns else ""
    return f"{heading}{text}{ticks}{questions}{columns}"
