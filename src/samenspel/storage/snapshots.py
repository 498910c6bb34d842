"""The questionnaires as they were: an old result can always be shown with the questions that were asked."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from samenspel.storage.errors import StorageError, unwritable
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.questionnaire.model import Questionnaire

FOLDER: Final = "vragenlijsten"
"""The folder, in that of all data, where they stand."""


def keep(folder: Path, questionnaire: "Questionnaire") -> None:
    """Keep ``questionnaire`` in ``folder``. Raises StorageError."""
    from samenspel.authoring import write_snapshot

    try:
        write_snapshot(folder, questionnaire)
    except OSError as error:
        raise unwritable(error, folder) from error


def find(folder: Path, wanted: QuestionnaireRef) -> "Questionnaire":
    """Return the questionnaire with this very content: the one kept, else the one that comes with samenspel.

    Raises:
        StorageError: neither has it.
    """
    from samenspel.authoring import read_snapshot, snapshot_path

    if found := read_snapshot(folder, wanted.hash) or _built_in(wanted):
        return found
    raise StorageError(
        _(
            "De vragenlijst van deze zelftest ({id} {versie}) is weg of beschadigd. "
            "Zet dit bestand terug uit een reservekopie: {pad}"
        ).format(id=wanted.id, versie=wanted.version, pad=snapshot_path(folder, wanted.hash))
    )


def _built_in(wanted: QuestionnaireRef) -> "Questionnaire | None":
    from samenspel.authoring import QuestionnaireError, builtin_root, load

    folder = builtin_root() / wanted.id
    try:
        questionnaire = load(folder)
    except (QuestionnaireError, OSError):
        return None
    return questionnaire if questionnaire.hash == wanted.hash else None
