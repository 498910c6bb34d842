"""What the commands share about the store: opening it, loading a questionnaire, picking a self-test."""

from pathlib import Path
from typing import Final

import click

from samenspel.authoring import builtin_root, find, load
from samenspel.authoring.files import ids, told_copies
from samenspel.cli.base import today
from samenspel.cli.trouble import Refused
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.preferences import data_folder, own_questionnaires
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.storage.shelf import STANDARD, Shelf
from samenspel.taal import _, datum

SELFTEST: Final = click.argument("selftest_id", metavar="[ID]", required=False)
"""Which self-test; see :func:`pick`."""


def open_store() -> SelfTests:
    """Return the person's own store; the disk is not touched yet. Raises StorageError: there is no place for it."""
    return SelfTests(data_folder())


def load_questionnaire(store: SelfTests | None, name: str | None = None) -> Questionnaire:
    """Load the questionnaire with this id or in this folder.

    Args:
        store: its kept copies make loading fast, and a new one is kept; None where nothing may be written there.
        name: an id or a path; None is the standard one.

    Raises:
        QuestionnaireError: there is no such questionnaire, or it has errors.
    """
    return _loaded(store, find_questionnaire(name) if name is not None else find(STANDARD))[0]


def _loaded(store: SelfTests | None, folder: Path) -> tuple[Questionnaire, Path]:
    if told := told_copies(folder):
        click.echo(_("Let op: {kopie}").format(kopie=told), err=True)
    return load(folder, snapshots=store.snapshots if store else None), folder


def chosen_questionnaire() -> Questionnaire:
    """Load the questionnaire that the person chose in the app or in line mode, else the standard one.

    Raises:
        Refused: it cannot be used now; the message says why, and what to do.
    """
    return with_folder(None)[0]


def with_folder(name: str | None) -> tuple[Questionnaire, Path]:
    """Load the questionnaire with this id or in this folder, else the one that was chosen; return its folder too.

    Raises:
        QuestionnaireError: there is no such questionnaire, or it has errors.
        Refused: the one that was chosen cannot be used now; the message says why, and what to do.
    """
    if name is not None:
        return _loaded(None, find_questionnaire(name))
    try:
        store = open_store()
    except StorageError:  # no place for it: then nothing was chosen
        return _loaded(None, find(STANDARD))
    chosen = Shelf(store.folder).chosen()
    if chosen.questionnaire is None:
        text = _("U koos de vragenlijst ‘{naam}’. {probleem}\nOf noem een andere, zoals: --vragenlijst {id}")
        raise Refused(text.format(naam=chosen.title, probleem=chosen.trouble(), id=STANDARD))
    return chosen.questionnaire, chosen.folder


def find_questionnaire(name: str) -> Path:
    """Return the folder of the questionnaire with this id or path.

    A person's own one comes before one that comes along; when both have the id, that is said.

    Raises:
        QuestionnaireError: there is none.
    """
    built_in = builtin_root()
    own, mine = _own()
    if own is not None and name in mine and name in ids(built_in):
        text = _("Let op: dit is uw eigen vragenlijst ‘{id}’, niet de meegeleverde. Die van u staat in {pad}")
        click.echo(text.format(id=name, pad=one_line(own / name)), err=True)
    return find(name, roots=(built_in,) if own is None else (own, built_in))


def known_ids() -> frozenset[str]:
    """Return what ``--vragenlijst`` may be: the ids of those that come along, and of the person's own."""
    return frozenset([*ids(builtin_root()), *_own()[1]])


def _own() -> tuple[Path | None, list[str]]:
    """Return the folder of the person's own questionnaires and their ids; nothing when it cannot be read."""
    try:
        own = own_questionnaires()
        return own, ids(own)
    except (StorageError, OSError):  # no place for it, or it may not be read: then there are none
        return None, []


def tell_day(selftest: SelfTest) -> None:
    """Say of which day a self-test is; when that day is still to come, how that may be."""
    click.echo(_("Dit is uw zelftest van {dag}.").format(dag=datum(selftest.day)))
    if selftest.day > today():
        click.echo(
            _(
                "Die dag moet nog komen: de klok van deze computer stond toen of staat nu verkeerd. "
                "Kijk met ‘samenspel gegevens toon’ of dit de zelftest is die u bedoelt."
            ),
            err=True,
        )


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
