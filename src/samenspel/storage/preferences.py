"""What a person chose for the program itself: where the data stands, and the colours and the questionnaire.

The colours and the questionnaire stand in a small file, with no fuss about it: when it is gone, broken or cannot be
written, that costs no more than the choice.
"""

import os
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from samenspel.storage import durable
from samenspel.storage.errors import DamagedError, StorageError
from samenspel.taal import _
from samenspel.typed_path import PathError, typed_path
from samenspel.whole_file import make_folder

NAME = "voorkeuren.json"
OWN_QUESTIONNAIRES = "eigen-vragenlijsten"
"""The folder, in that of all data, for the questionnaires that a person made."""


def data_folder() -> Path:
    """Return the folder of all data: ``SAMENSPEL_DATA``, else the platform's own place. It need not exist yet.

    Raises:
        StorageError: the platform has no place for this user, or no path can be as that was typed.
    """
    if chosen := os.environ.get("SAMENSPEL_DATA"):
        try:
            return typed_path(chosen).absolute()
        except PathError as error:
            raise StorageError(_("SAMENSPEL_DATA: {fout}").format(fout=error)) from error
    from platformdirs import user_data_path  # imported where it is needed: not when a folder was chosen

    try:
        return user_data_path("samenspel", appauthor=False)
    except RuntimeError as error:
        raise StorageError(
            _("Deze gebruiker heeft hier geen eigen map. Kies een map voor uw gegevens met SAMENSPEL_DATA.")
        ) from error


def own_questionnaires() -> Path:
    """Return the folder for a person's own questionnaires. It need not exist yet. Raises StorageError: no place."""
    return data_folder() / OWN_QUESTIONNAIRES


class Preferences(Struct, frozen=True, omit_defaults=True, rename={"theme": "kleuren", "questionnaire": "vragenlijst"}):
    """The choices; empty: not chosen."""

    theme: str = ""
    questionnaire: str = ""


def read(folder: Path) -> Preferences:
    """Return what was chosen; what cannot be read was not chosen."""
    try:
        return msgspec.json.decode(durable.read(folder / NAME), type=Preferences)
    except (OSError, DamagedError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Preferences()


def keep(folder: Path, **chosen: str) -> None:
    """Write down what was chosen, beside what was chosen before, if that can be done.

    Args:
        folder: the data folder.
        chosen: fields of :class:`Preferences`, with their new values.
    """
    with suppress(OSError, StorageError, UnicodeEncodeError):  # the last: a folder's name that is no text
        make_folder(folder)
        durable.write(folder / NAME, msgspec.json.encode(replace(read(folder), **chosen)))
