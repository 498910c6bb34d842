"""How a group and its waves stand in their files, and how they are written and read.

groepen/<id>/groep.json               who the group is, and what it is asked
groepen/<id>/meting-1/meting.json     the wave: how far it is, what was released, voted and agreed
groepen/<id>/meting-1/…               its responses (``wave_responses``)
groepen/<id>/bezig/                   self-tests that are being done on this laptop in turn
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, TypeVar

import msgspec
from msgspec import Struct

from samenspel import hygiene
from samenspel.group.anonymity import MINIMA
from samenspel.group.founding import NAME_LIMIT
from samenspel.group.model import Contribution, Group, Wave
from samenspel.storage.durable import DocumentForm, OneDocument
from samenspel.storage.errors import DamagedError
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.taal import _

GROUP, WAVE, DRAFTS = "groep.json", "meting.json", "bezig"

_FORM: Final = DocumentForm(
    "groep",
    1,
    _(
        "Het bestand {pad} is bewaard door een nieuwere versie van samenspel en is niet veranderd. "
        "Werk samenspel bij om het te openen."
    ),
)


class GroupFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in ``groep.json``."""

    group: Group
    questionnaire: QuestionnaireRef


Kind = Literal["group", "wave", "responses", "draft"]
Kept = TypeVar("Kept", GroupFile, Wave, Contribution)


def wave_folder(folder: Path, number: int) -> Path:
    """Return the folder of wave ``number`` within a group's folder."""
    return folder / f"meting-{number}"


def kind(path: Path) -> Kind:
    """Say what a file in a group's folder holds."""
    if DRAFTS in path.parts:
        return "draft"
    if path.name == GROUP:
        return "group"
    return "wave" if path.name == WAVE else "responses"


def write(path: Path, value: Kept, *, timeless: bool = False) -> None:
    """Put ``value`` in its file, durably; only while holding the lock. Raises StorageError.

    ``timeless``: the file does not say when it was written.
    """
    OneDocument(path, _FORM, timeless=timeless).write(msgspec.to_builtins(value))


def read(path: Path, kind: type[Kept]) -> Kept:
    """Return what :func:`write` put there.

    Raises:
        FileNotFoundError: there is no such file.
        DamagedError: it is something else.
        NewerError: a newer samenspel wrote it.
        UnreadableError: the system does not let us read it.
    """
    fields = OneDocument(path, _FORM).read()
    try:
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
