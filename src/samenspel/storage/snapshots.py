"""The questionnaires as they were: an old result can always be shown with the questions that were asked."""

from pathlib import Path
from typing import Final

from samenspel.authoring import (
    QuestionnaireError,
    builtin_root,
    load,
    read_snapshot,
    snapshot_path,
    write_snapshot,
)
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.errors import StorageError, working_in
from samenspel.storage.selftest import QuestionnaireRef
from samenspel.taal import _

FOLDER: Final = "vragenlijsten"
"""The folder, in that of all data, where they stand."""


def keep(folder: Path, questionnaire: Questionnaire) -> QuestionnaireRef:
    """Keep ``questionnaire`` in ``folder``, and return what it is found by. Raises StorageError."""
    with working_in(folder):
        write_snapshot(folder, questionnaire)
    return QuestionnaireRef(questionnaire.id, questionnaire.version, questionnaire.hash)


def find(folder: Path, wanted: QuestionnaireRef) -> Questionnaire:
    """Return the questionnaire with this very content: the one kept, else the one that comes with samenspel.

    Raises:
        StorageError: neither has it.
    """
    if found := read_snapshot(folder, wanted.hash) or _built_in(wanted):
        return found
    raise StorageError(
        _(
            "De vragenlijst van deze zelftest ({id} {versie}) is weg of beschadigd. "
            "Zet dit bestand terug uit een reservekopie: {pad}"
        ).format(id=wanted.id, versie=wanted.version, pad=one_line(snapshot_path(folder, wanted.hash)))
    )


def _built_in(wanted: QuestionnaireRef) -> Questionnaire | None:
    try:
        questionnaire = load(builtin_root() / wanted.id)
    except (QuestionnaireError, OSError):
        return None
    return questionnaire if questionnaire.hash == wanted.hash else None
