"""What can go wrong with a group, as one clear sentence at the place where it was typed."""

from samenspel.group.workshop import WorkshopError
from samenspel.hygiene import TooLongError
from samenspel.storage import StorageError
from samenspel.taal import _

GROUP_TROUBLE = (StorageError, WorkshopError, TooLongError)


def told(error: Exception) -> str:
    """Say in Dutch what went wrong, and what to do."""
    if isinstance(error, TooLongError):
        return _("Dit is te lang: {lengte} tekens. Hooguit {grens} mag.").format(lengte=error.length, grens=error.limit)
    return str(error)


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
