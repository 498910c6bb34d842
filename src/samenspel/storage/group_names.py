"""The names of groups and responses: what people call a group is never a path."""

import re
import secrets
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated

from msgspec import Meta

from samenspel import hygiene
from samenspel.storage.errors import NotFoundError
from samenspel.taal import _

_GROUP = re.compile(r"g[0-9a-f]{12}", re.ASCII)
_UNFINISHED = re.compile(r"\.g[0-9a-f]{12}\.[0-9a-f]{8}", re.ASCII)
_RESPONSE = re.compile(r"[0-9a-f]{32}", re.ASCII)
_DRAFT = re.compile(r"b[0-9a-f]{12}", re.ASCII)
DraftId = Annotated[str, Meta(pattern=r"\Ab[0-9a-f]{12}\Z")]
"""The name of a self-test that is being done on this laptop in turn: it says nothing of whose it is, or of when."""
_BEGINNING = re.compile(r"[0-9a-f]{1,32}", re.ASCII)
_SHOWN = 40
SHOWN_DIGITS = 8
"""So many digits of a response's name are shown: enough to find it back, short enough to write down."""


def new_id() -> str:
    """Return a random id for a group: the name of its folder."""
    return f"g{secrets.token_hex(6)}"


def valid(group_id: str) -> bool:
    """Say whether ``group_id`` has the form of a group's id, and so is safe as a folder's name."""
    return _GROUP.fullmatch(group_id) is not None


def unfinished_name(group_id: str) -> str:
    """Return a name for the folder of a group that is being made or erased: as such it is no group."""
    return f".{group_id}.{secrets.token_hex(4)}"


def unfinished(name: str) -> bool:
    """Say whether a folder has a name that :func:`unfinished_name` gives."""
    return _UNFINISHED.fullmatch(name) is not None


def new_response_id() -> str:
    """Return a random name for a response, that says nothing of whose it is or when it came."""
    return secrets.token_hex(16)


def valid_response(response_id: str) -> bool:
    """Say whether ``response_id`` has the form of a response's id, and so is safe as a file's name."""
    return _RESPONSE.fullmatch(response_id) is not None


def new_draft_id() -> str:
    """Return a random name for a self-test that is being done in turn."""
    return f"b{secrets.token_hex(6)}"


def valid_draft(draft_id: str) -> bool:
    """Say whether ``draft_id`` has the form of a name for a self-test that is being done in turn."""
    return _DRAFT.fullmatch(draft_id) is not None


def shown(response_id: str) -> str:
    """Return the beginning of a response's name, as a person writes it down: ``3f2a 91bc``."""
    half = SHOWN_DIGITS // 2
    return f"{response_id[:half]} {response_id[half:SHOWN_DIGITS]}"


def beginning(typed: str) -> str:
    """Return what was typed as the beginning of a response's name; empty when no name begins so."""
    bare = "".join(typed.split()).replace("-", "").lower()
    return bare if _BEGINNING.fullmatch(bare) else ""


def gone() -> NotFoundError:
    """Return the error to raise for a group that is not there (any more) under its id."""
    return NotFoundError(_("Deze groep is er niet meer. Misschien is hij in een ander venster gewist."))


def not_found(name: str, known: list[str], unread: Sequence[str] = ()) -> NotFoundError:
    """Return the error to raise for a group that is not there, with the nearest that is.

    ``unread``: what is said of groups that cannot be read: one of them may be the one that is meant.
    """
    asked = hygiene.clean(name[:_SHOWN])
    message = _("Er is geen groep ‘{naam}’.").format(naam=asked)
    near = {hygiene.folded(one): one for one in known}
    within = [one for one in near if hygiene.folded(asked) and hygiene.folded(asked) in one]
    if close := get_close_matches(hygiene.folded(asked), near, 1) or within[:1]:
        message += " " + _("Bedoelde u ‘{naam}’?").format(naam=near[close[0]])
    elif unread:
        message += " " + _("Misschien is het deze. {melding}").format(melding=" ".join(unread))
    elif known:
        message += " " + _("Met ‘samenspel groep lijst’ ziet u uw groepen.")
    else:
        message += " " + _("Maak er een met ‘samenspel groep maak NAAM’.")
    return NotFoundError(message)
