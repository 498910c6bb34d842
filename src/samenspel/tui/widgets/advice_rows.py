"""The group's advice as rows that open: the title, its votes as dots and in words, and whether it is pinned."""

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from samenspel.report.document import AdviceCard
from samenspel.taal import _, meervoud
from samenspel.tui.widgets.pick_row import Draw, wrapped

PINNED = "★"
_DOTS = 24


def advice_drawing(card: AdviceCard, votes: int | None, *, pinned: bool) -> Draw:
    """Return what draws an advice that the group may choose; ``votes`` is None while nobody voted."""
    return partial(_advice, card, votes, pinned)


def dismissed_drawing(title: str, reason: str) -> Draw:
    """Return what draws an advice that the group put aside."""
    return partial(_dismissed, title, reason)


def votes_words(votes: int) -> str:
    """Count votes."""
    return meervoud("{n} stem", "{n} stemmen", votes).format(n=votes)


def _advice(card: AdviceCard, votes: int | None, pinned: bool, width: int) -> Sequence[Content]:  # noqa: FBT001
    title = " ".join((PINNED, card.title, _("(vastgezet)"))) if pinned else card.title
    return [
        *wrapped(title, width, "bold"),
        *(() if votes is None else (_dots(votes, width) + Content(votes_words(votes)),)),
        *wrapped(next(iter(card.why), ""), width),
    ]


def _dots(votes: int, width: int) -> Content:
    return Content.styled("●" * min(votes, _DOTS, max(1, width - 16)) + "  " if votes else "", "$accent")


def _dismissed(title: str, reason: str, width: int) -> Sequence[Content]:
    return [*wrapped(title, width), *wrapped(_("weggelegd: {reden}").format(reden=reason), width)]
