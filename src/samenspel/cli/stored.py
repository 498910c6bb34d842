"""What the commands share about the store: opening it, loading a questionnaire, picking a self-test."""

from typing import TYPE_CHECKING, Final

import click

from samenspel.cli.trouble import Refused
from samenspel.storage.places import data_folder
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.questionnaire.model import Questionnaire

DEFAULT: Final = "samenwerking-jeugd"
"""The questionnaire of a new self-test when none is named."""


def open_store() -> SelfTests:
    """Return the person's own store; the disk is not touched yet. Raises StorageError: there is no place for it."""
    return SelfTests(data_folder())


def load_questionnaire(store: SelfTests | None, name: str | None = None) -> "Questionnaire":
    """Load the questionnaire with this id or in this folder.

    Args:
        store: its kept copies make loading fast, and a new one is kept; None where nothing may be written there.
        name: an id or a path; None is the default.

    Raises:
        QuestionnaireError: there is no such questionnaire, or it has errors.
    """
    from samenspel.authoring import find, load

    return load(find(name or DEFAULT), snapshots=store.snapshots if store else None)


def pick(store: SelfTests, selftest_id: str | None) -> SelfTest:
    """Return the self-test with this id; without one the latest that is finished, else the latest.

    Raises:
        Refused: there is none at all.
        StorageError: there is none with this id, or it cannot be read.
    """
    if selftest_id is not None:
        return store.read(selftest_id)
    found = store.latest() or store.latest(finished=False)
    for notice in store.notices:
        click.echo(notice, err=True)
    if found is None and store.notices:
        raise Refused(_("Een andere zelftest is er niet. Een nieuwe begint u met ‘samenspel zelftest’."))
    if found is None:
        raise Refused(_("Er is nog geen zelftest. Begin met ‘samenspel zelftest’."))
    return found
