"""The document as plain text, for a terminal or a screen reader: no colour, no cursor, no markup.

Every block becomes lines of at most ``width`` characters. A chart is a line with a dot, and the same in words.
"""

from collections.abc import Iterable

from samenspel.report.document import Block, Document
from samenspel.report.text.blocks import lines
from samenspel.report.text.wrapping import centred, wrapped

NARROWEST = 40


def render(document: Document | Iterable[Block], width: int = 76) -> str:
    """Return ``document``, or some blocks, as text that ends with a line end.

    Args:
        document: a whole report, or the blocks of a part of it.
        width: the most characters on a line; narrower than 40 counts as 40.
    """
    width = max(width, NARROWEST)
    if isinstance(document, Document):
        head = [*wrapped(document.title.upper(), width), *wrapped(document.subtitle, width), "═" * width]
        foot = ["─" * width, *centred(document.footer, width)]
        parts = [head, *(lines(block, width) for block in document.blocks), foot]
    else:
        parts = [lines(block, width) for block in document]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"
