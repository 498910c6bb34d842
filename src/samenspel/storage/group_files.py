"""How a group and its waves stand in their files, and how they are written and read.

groepen/<id>/groep.json                 who the group is, and what it is asked
groepen/<id>/meting-1/meting.json       the wave: how far it is, what was released, voted and agreed
groepen/<id>/meting-1/antwoorden.json   its responses (``wave_responses``)
groepen/<id>/meting-1/labels.json       the labels of its open answers (``labels``), once somebody begins to attach them
groepen/<id>/bezig.json                 self-tests that are being done on this laptop in turn (``drafts``)

As 0.1.0 wrote it, each response and each of those self-tests is a file of its own (``older``).
"""

import re
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct, field

from samenspel.group.earlier_release import as_kept_now
from samenspel.group.model import Group, ResponseId, Wave
from samenspel.group.soundness import whole
from samenspel.hygiene import one_line
from samenspel.labelling.model import Labelling, sound
from samenspel.storage.durable import DocumentForm, OneDocument
from samenspel.storage.errors import DamagedError, UnreadableError
from samenspel.storage.group_names import DraftId
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.taal import _

GROUP, WAVE, RESPONSES, DRAFTS = "groep.json", "meting.json", "antwoorden.json", "bezig.json"
LABELS = "labels.json"
OLD_DRAFTS = "bezig"
"""The folder in which 0.1.0 kept what is now in ``DRAFTS``."""

_WAVE_NAME = re.compile(r"meting-([1-9][0-9]{0,3})", re.ASCII)

FORM: Final = DocumentForm(
    "groep",
    2,  # 1 had a file for each response and each draft; it reads ``groep.json`` first, and says that this is newer
    _(
        "Het bestand {pad} is bewaard door een nieuwere versie van samenspel en is niet veranderd. "
        "Werk samenspel bij om het te openen."
    ),
    limit=40_000_000,  # some thousands of responses, each with long answers to the open questions
)

Tally = dict[str, dict[str, Annotated[int, Meta(ge=1, le=1_000_000)]]]
"""Party id (or ``andere-rol``) → answer to the question about experience → how many gave it."""


class Later(Struct, frozen=True, forbid_unknown_fields=True):
    """From wave ``wave`` on, a group is asked another version of its questionnaire than before."""

    wave: Annotated[int, Meta(ge=2)]
    questionnaire: QuestionnaireRef


class GroupFile(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What stands in ``groep.json``: the group, what its first wave asks, and what later waves ask if that is other."""

    group: Group
    questionnaire: QuestionnaireRef
    later: tuple[Later, ...] = ()


class ResponsesFile(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What stands in ``antwoorden.json``.

    Attributes:
        responses: name → what stands there of a response; each is judged by itself, so that a broken one costs one.
        tally: what was answered about experience by those of 0.1.0, who have no such answer with their response.
    """

    responses: dict[ResponseId, Any] = field(default_factory=dict)
    tally: Tally = field(default_factory=dict)


class DraftsFile(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What stands in ``bezig.json``: name → what stands there of a draft; each is judged by itself."""

    drafts: dict[DraftId, Any] = field(default_factory=dict)


Kind = Literal["group", "wave", "responses", "labels", "drafts"]
Kept = TypeVar("Kept", GroupFile, Wave, ResponsesFile, DraftsFile, Labelling)


def wave_folder(folder: Path, number: int) -> Path:
    """Return the folder of wave ``number`` within a group's folder."""
    return folder / f"meting-{number}"


def is_wave(name: str) -> bool:
    """Say whether a folder within a group's has the name of a wave's."""
    return _WAVE_NAME.fullmatch(name) is not None


def wave_numbers(folder: Path) -> list[int]:
    """Return the numbers of the waves of which something is kept in a group's folder. Raises OSError."""
    found = [(path, _WAVE_NAME.fullmatch(path.name)) for path in folder.iterdir()]
    # A wave that was being made when samenspel was killed is an empty folder.
    return sorted(int(name[1]) for path, name in found if name and any(path.glob("*.json")))


def kind(path: Path) -> Kind:
    """Say what a file in a group's folder holds."""
    if path.name == DRAFTS or OLD_DRAFTS in path.parts:
        return "drafts"
    if path.name == GROUP:
        return "group"
    if path.name == LABELS:
        return "labels"
    return "wave" if path.name == WAVE else "responses"


def write(path: Path, value: Kept, *, timeless: bool = False) -> None:
    """Put ``value`` in its file, durably; only while holding the lock. Raises StorageError.

    ``timeless``: the file does not say when it was written.
    """
    OneDocument(path, FORM, timeless=timeless).write(msgspec.to_builtins(value))


def read(path: Path, kind: type[Kept]) -> Kept:
    """Return what :func:`write` put there.

    Raises:
        FileNotFoundError: there is no such file.
        DamagedError: it is something else.
        NewerError: a newer samenspel wrote it.
        UnreadableError: the system does not let us read it.
    """
    fields = OneDocument(path, FORM).read()
    try:
        value = msgspec.convert(as_kept_now(fields) if kind is Wave else fields, kind)
    except msgspec.ValidationError as error:
        raise DamagedError from error
    if not _can_be(value):
        raise DamagedError
    return value


def _can_be(value: GroupFile | Wave | ResponsesFile | DraftsFile | Labelling) -> bool:
    """Say whether what was read can have been written; each response and draft is judged by itself."""
    if isinstance(value, Labelling):
        return sound(value)
    kept = value.group if isinstance(value, GroupFile) else value
    return not isinstance(kept, Group | Wave) or whole(kept)


def damaged(path: Path, group_id: str) -> UnreadableError:
    """Return the error to raise for a damaged file of a group; it is left where it stands."""
    return UnreadableError(
        _(
            "Het bestand {pad} is beschadigd en niet veranderd. "
            "Zet een reservekopie terug, of wis de groep met ‘samenspel groep wis {id}’."
        ).format(pad=one_line(path), id=one_line(group_id))
    )


def missing(path: Path, group_id: str) -> UnreadableError:
    """Return the error to raise for a file of a group that is not there, though the group is."""
    return UnreadableError(
        _(
            "Het bestand {pad} is er niet. Zet een reservekopie terug, of wis de groep met ‘samenspel groep wis {id}’."
        ).format(pad=one_line(path), id=one_line(group_id))
    )
