"""The document as plain text, for a terminal or a screen reader: no colour, no cursor, no markup.

Every block becomes lines of at most ``width`` characters. A chart is a line with a dot, and the same in words; for
whoever listens (``spoken``) it is the words alone.
"""

from collections.abc import Callable, Iterable
from shutil import get_terminal_size

from msgspec.structs import replace

from samenspel.report.document import AdviceCard, Block, Document, Heading, Paragraph
from samenspel.report.text.blocks import lines
from samenspel.report.text.spoken import spoken_lines
from samenspel.report.text.wrapping import centred, wrapped

NARROWEST, WIDEST = 40, 76


def render(document: Document | Iterable[Block], width: int = WIDEST, *, spoken: bool = False) -> str:
    """Return ``document``, or some blocks, as text that ends with a line end.

    Args:
        document: a whole report, or the blocks of a part of it.
        width: the most characters on a line; narrower than 40 counts as 40.
        spoken: it is listened to: nothing is drawn, and no sign stands where a word can.
    """
    width = max(width, NARROWEST)
    if spoken:
        return _joined(spoken_lines, _all_of(document) if isinstance(document, Document) else document, width)
    if not isinstance(document, Document):
        return _joined(lines, document, width)
    head = [*wrapped(document.title.upper(), width), *wrapped(document.subtitle, width), "═" * width]
    foot = ["─" * width, *centred(document.footer, width)]
    return "\n".join([*head, "", _joined(lines, document.blocks, width), *foot]) + "\n"


def _all_of(document: Document) -> tuple[Block, ...]:
    head = (Heading(1, document.title), Paragraph(document.subtitle))
    return (*head, *document.blocks, Paragraph(document.footer, small=True))


def printed(blocks: Iterable[Block], *, spoken: bool) -> str:
    """Return ``blocks`` as text for the terminal that is there, without a line end behind it."""
    return render(blocks, min(get_terminal_size().columns - 1, WIDEST), spoken=spoken).rstrip("\n")


def numbered(cards: Iterable[AdviceCard]) -> tuple[AdviceCard, ...]:
    """Return ``cards`` with a number before each title, so that one can be named in a text without pages."""
    return tuple(replace(card, title=f"{number}. {card.title}") for number, card in enumerate(cards, start=1))


def _joined(tell: Callable[[Block, int], list[str]], blocks: Iterable[Block], width: int) -> str:
    """Return what ``tell`` makes of each block, with a blank line between them."""
    parts = [tell(block, width) for block in blocks]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"
