"""What somebody brought: a filled-in form, a response file or a table, by what stands in it before its name."""

from pathlib import Path
from typing import Literal

from samenspel.exchange.handover import HandoverError, beginning, ours
from samenspel.exchange.receive.csv_table import ENDINGS
from samenspel.exchange.receive.forms import PARTY, RESPONDENT
from samenspel.file_kind import foreign, wide

ReadAs = Literal["pdf", "response", "table"]

LOOKED_AT = 64_000
"""So many bytes tell what a file is."""
_OF_A_MAC = "._"
"""How the name begins of what a Mac puts beside a file on a stick or in an archive: nothing of anybody's."""


def recognised(path: Path) -> ReadAs:
    """Say who reads this file: that one says what it is instead when it is none of the three."""
    ending = path.suffix.lower()
    try:
        data = beginning(path, LOOKED_AT)
    except HandoverError:  # whoever reads it says why that cannot be done
        return _by_name(ending)
    kind = foreign(data)
    if kind == "pdf":
        return "pdf"
    if kind in {"workbook", "document", "page", "picture", "archive", "shortcut"}:
        return "table"
    if ours(data) or data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return "response"
    lines = data.decode(wide(data) or "utf-8", errors="replace").casefold().splitlines()
    if any(RESPONDENT in line and PARTY in line for line in lines):
        return "table"
    return _by_name(ending)


def recognised_in_folder(path: Path) -> ReadAs | Literal["workbook"] | None:
    """Say who reads this file of a folder; None: neither its content nor its name says that it may be one of ours.

    Nobody reads a workbook, but forms may stand in it.
    """
    if path.name.startswith(_OF_A_MAC):
        return None
    try:
        data = beginning(path, LOOKED_AT)
    except HandoverError:  # whoever reads it says why that cannot be done
        data = b""
    kind = foreign(data)
    if kind in {"pdf", "workbook"}:
        return kind
    ending = path.suffix.lower()
    if ours(data) or ending == ".json":
        return "response"
    return _by_name(ending) if ending in {".pdf", *ENDINGS} else None


def _by_name(ending: str) -> ReadAs:
    return "pdf" if ending == ".pdf" else "table" if ending in ENDINGS else "response"
