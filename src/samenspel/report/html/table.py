"""Tables in HTML: a caption, column heads and row heads with their scope."""

from html import escape

from samenspel.report.document import Table


def table(block: Table, kind: str = "") -> str:
    """Return ``block`` as an HTML table; ``kind`` is a class for its looks."""
    columns = "".join(f'<col style="width:{100 * width / sum(block.widths):.4g}%">' for width in block.widths)
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.head)
    caption = f"<caption>{escape(block.title)}</caption>" if block.title else ""
    return (
        f'<div class="wide"><table class="{kind}">{caption}<colgroup>{columns}</colgroup>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(map(_row, block.rows))}</tbody></table></div>"
    )


def _row(cells: tuple[str, ...]) -> str:
    first, *rest = cells
    # An empty first cell (a row to be filled in) heads nothing.
    opening = f'<th scope="row">{escape(first)}</th>' if first else "<td></td>"
    return f"<tr>{opening}{''.join(f'<td>{escape(cell)}</td>' for cell in rest)}</tr>"
