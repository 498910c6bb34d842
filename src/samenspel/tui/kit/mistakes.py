"""What can go wrong with what a person types or does, as one clear sentence at the place where it was typed."""

from samenspel.group.workshop import WorkshopError
from samenspel.hygiene import TooLongError
from samenspel.refusals import RefusalError
from samenspel.taal import _

GROUP_TROUBLE = (RefusalError, TooLongError)
"""What can go wrong with a group, or in a window that asks for one line."""


def explained(error: Exception) -> str:
    """Say in Dutch what went wrong, and what to do; at a field, in which a text that is too long still stands."""
    if isinstance(error, TooLongError):
        return _("Dit is te lang: {lengte} tekens. Hooguit {grens} mag.").format(lengte=error.length, grens=error.limit)
    return str(error)


def too_long(error: TooLongError) -> str:
    """Say in a window, over what was typed, that a text is too long."""
    return _(
        "Uw tekst is te lang: {lengte} tekens. Er passen {grens} tekens in. "
        "Maak hem korter en bewaar hem dan. Wat u typte, staat er nog."
    ).format(lengte=error.length, grens=error.limit)


def number(typed: str, numbers: range, *, empty: int | None = None) -> int:
    """Read a whole number, one of ``numbers``; nothing typed is ``empty``. Raises WorkshopError."""
    text = typed.strip()
    if not text and empty is not None:
        return empty
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(numbers[-1])) and int(text) in numbers):
        raise WorkshopError(
            _("Vul een getal in van {laag} tot en met {hoog}.").format(laag=numbers[0], hoog=numbers[-1])
        )
    return int(text)
