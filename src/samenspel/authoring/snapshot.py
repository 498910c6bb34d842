"""A questionnaire that was loaded before, kept as JSON under its content hash.

A snapshot serves twice: it makes loading fast, and it lets an old result be shown after the questionnaire changed.
The second use decides the format: a new field of the model needs a default, and when ``FORMAT`` goes up the reader
must still understand the old number.
"""

import re
from pathlib import Path
from typing import Final

import msgspec

from samenspel import whole_file
from samenspel.questionnaire.model import Questionnaire

FORMAT: Final = 1
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


class _Snapshot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``questionnaire`` as JSON, with the SHA-256 (hex) of exactly those bytes."""

    format: int
    checksum: str
    questionnaire: msgspec.Raw


def snapshot_path(snapshots: Path, content_hash: str) -> Path:
    """Return where the snapshot of the questionnaire with this content hash stands in the folder ``snapshots``.

    Raises:
        ValueError: ``content_hash`` is not 64 hexadecimal digits, so it must not become part of a path.
    """
    if not _HASH.fullmatch(content_hash):
        raise ValueError(content_hash)
    return snapshots / f"{content_hash}.json"


def read_snapshot(snapshots: Path, content_hash: str) -> Questionnaire | None:
    """Return the questionnaire with this content hash, or None when its snapshot is absent or not wholly sound."""
    try:
        path = snapshot_path(snapshots, content_hash)
        if not path.is_file():  # a pipe would hang, a device never end
            return None
        raw = path.read_bytes()
        kept = msgspec.json.decode(raw, type=_Snapshot)
        if kept.format != FORMAT or kept.checksum != _checksum(kept.questionnaire):
            return None
        questionnaire = msgspec.json.decode(kept.questionnaire, type=Questionnaire)
    except (OSError, ValueError, RecursionError):  # ValueError: not a hash, not JSON, not of our shape
        return None
    return questionnaire if questionnaire.hash == content_hash else None


def write_snapshot(snapshots: Path, questionnaire: Questionnaire) -> Path:
    """Keep ``questionnaire`` in the folder ``snapshots`` (made when needed) and return the file's path.

    Raises:
        OSError: the folder cannot be made or written. A snapshot that stood there stays as it was.
    """
    path = snapshot_path(snapshots, questionnaire.hash)
    body = msgspec.json.encode(questionnaire)
    kept = msgspec.json.encode(_Snapshot(FORMAT, _checksum(body), msgspec.Raw(body)))
    whole_file.make_folder(snapshots)
    whole_file.write(path, kept)
    return path


def _checksum(content: bytes | msgspec.Raw) -> str:
    from hashlib import sha256  # as in ``files``: a large library of the system, which the first screen does not need

    return sha256(content).hexdigest()
