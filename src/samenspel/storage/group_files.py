"""How a group, its waves and its responses stand in their files.

groepen/<id>/groep.json               who the group is, and what it is asked
groepen/<id>/meting-1/meting.json     the wave: how far it is, what was released, voted and agreed
groepen/<id>/meting-1/<response>.json one response each, so that a broken file costs one response
groepen/<id>/bezig/                   self-tests that are being done on this laptop in turn
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct
from tinydb import TinyDB
from tinydb.table import Document

from samenspel import hygiene
from samenspel.group.anonymity import MINIMA
from samenspel.group.founding import NAME_LIMIT
from samenspel.group.model import Contribution, Group, Wave
from samenspel.storage import durable
from samenspel.storage.durable import DurableStorage, Tables
from samenspel.storage.errors import DamagedError, NewerError
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.taal import _

SCHEMA = 1
"""The version of the form in which groups are stored. A change of form raises it."""
GROUP, WAVE, DRAFTS = "groep.json", "meting.json", "bezig"

_TABLE = "groep"
_ONLY = 1  # a file holds one document


class GroupFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in ``groep.json``."""

    group: Group
    questionnaire: QuestionnaireRef


Kept = TypeVar("Kept", GroupFile, Wave, Contribution)


class _Version(Struct):
    schema: Annotated[int, Meta(ge=1)]


class TimelessStorage(DurableStorage):
    """A file without a time: who looks at the folder cannot see who answered first."""

    def write(self, data: Tables) -> None:
        """Put ``data`` on the disk. Raises StorageError; the old file is intact then."""
        durable.write(self._path, msgspec.json.encode(data), timeless=True)


def wave_folder(folder: Path, number: int) -> Path:
    """Return the folder of wave ``number`` within a group's folder."""
    return folder / f"meting-{number}"


def write(path: Path, value: Kept) -> None:
    """Put ``value`` in its file, durably; only while holding the lock. Raises StorageError."""
    storage = TimelessStorage if isinstance(value, Contribution) else DurableStorage
    document = Document({"schema": SCHEMA, **msgspec.to_builtins(value)}, _ONLY)

    def replaced(stored: dict[str, Any]) -> None:
        stored.clear()  # a field that is at its default again is not in the document
        stored.update(document)

    with TinyDB(path, storage=storage) as database:
        table = database.table(_TABLE, cache_size=0)
        # One write: TinyDB's own upsert of a new document first writes an empty table.
        if table.contains(doc_id=_ONLY):
            table.update(replaced, doc_ids=[_ONLY])
        else:
            table.insert(document)


def read(path: Path, kind: type[Kept]) -> Kept:
    """Return what :func:`write` put there.

    Raises:
        FileNotFoundError: there is no such file.
        DamagedError: it is something else.
        NewerError: a newer samenspel wrote it.
        UnreadableError: the system does not let us read it.
    """
    with TinyDB(path, storage=DurableStorage) as database:
        document = database.table(_TABLE, cache_size=0).get(doc_id=_ONLY)
    if document is None:
        if not os.path.lexists(path):
            raise FileNotFoundError(path)
        raise DamagedError
    try:
        if msgspec.convert(document, _Version).schema > SCHEMA:
            raise NewerError(
                _(
                    "Het bestand {pad} is bewaard door een nieuwere versie van samenspel en is niet veranderd. "
                    "Werk samenspel bij om het te openen."
                ).format(pad=path)
            )
        fields = msgspec.convert(document, dict[str, Any])
        del fields["schema"]
        value = msgspec.convert(fields, kind)
    except msgspec.ValidationError as error:
        raise DamagedError from error
    if not _sound(value):
        raise DamagedError
    return value


def _sound(value: Kept) -> bool:
    """Say whether ``value`` is as we write it: whoever wrote into the file did not pass our gates.

    A response is not judged here: that takes its questionnaire (``group.fitting``).
    """
    match value:
        case GroupFile():
            group = value.group
            return (
                group.name.strip() == group.name != ""
                and hygiene.is_clean(group.name, NAME_LIMIT)
                and hygiene.is_clean(group.area, hygiene.AREA_LIMIT)
                and "\n" not in group.name + group.area
                and group.minimum in MINIMA
                and all(number > 0 for number in group.expected.values())
            )
        case Wave():
            return _phase_fits(value) and all(map(hygiene.is_clean, _texts(msgspec.to_builtins(value))))
        case _:
            return True


def _phase_fits(wave: Wave) -> bool:
    """Say whether a wave has results exactly when it was revealed."""
    collecting = wave.phase == "verzamelen"
    return collecting == (wave.released is None) == (not wave.revealed)


def _texts(value: object) -> Iterator[str]:
    """Give every text in what msgspec made of a struct."""
    match value:
        case str():
            yield value
        case dict():
            for key, inside in value.items():
                yield from _texts(key)
                yield from _texts(inside)
        case list() | tuple():
            for inside in value:
                yield from _texts(inside)
