"""Where the data stands on this machine."""

import os
from pathlib import Path

from samenspel.storage.errors import StorageError
from samenspel.taal import _

OWN_QUESTIONNAIRES = "eigen-vragenlijsten"
"""The folder, in that of all data, for the questionnaires that a person made."""


def data_folder() -> Path:
    """Return the folder of all data: ``SAMENSPEL_DATA``, else the platform's own place. It need not exist yet.

    Raises:
        StorageError: the platform has no place for this user.
    """
    if chosen := os.environ.get("SAMENSPEL_DATA"):
        return Path(chosen).absolute()
    from platformdirs import user_data_path

    try:
        return user_data_path("samenspel", appauthor=False)
    except RuntimeError as error:
        raise StorageError(
            _("Deze gebruiker heeft hier geen eigen map. Kies een map voor uw gegevens met SAMENSPEL_DATA.")
        ) from error


def own_questionnaires() -> Path:
    """Return the folder for a person's own questionnaires. It need not exist yet. Raises StorageError: no place."""
    return data_folder() / OWN_QUESTIONNAIRES
