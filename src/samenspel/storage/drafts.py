"""The self-tests that are being done for a group on this laptop, in turn: all in one file, until they are handed in.

As with the responses (``wave_responses``) nothing on the disk says who was first: the names are random, nothing says
when one was begun or changed, and the file is written whole in random order at each change.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from os.path import lexists
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from samenspel.answering import fits
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage import group_files, group_names, older, snapshots
from samenspel.storage.errors import DamagedError, NotFoundError, UnreadableError
from samenspel.storage.group_files import DRAFTS, DraftsFile
from samenspel.storage.selftest import QuestionnaireRef, SelfTest, handed_in, is_clean
from samenspel.taal import _

NO_TIME: Final = "1970-01-01T00:00:00"
"""What stands where a self-test says when it was begun, changed and finished: of a draft that is not kept."""


TurnOver = Callable[[], dict[str, str]]
"""Puts the group in the form of now, and says under which name each draft of 0.1.0 stands by then."""


class Draft(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file of one draft: what was asked and answered, and where the person is."""

    questionnaire: QuestionnaireRef
    response: Response
    at: str


class DraftStore:
    """The drafts of one group. Making this object touches no disk.

    Every method may raise ``StorageError``; nothing was changed then. ``notices`` holds what a person should know of
    those that cannot be read, each once.
    """

    def __init__(
        self, folder: Path, questionnaires: Path, opened: Callable[[], AbstractContextManager[TurnOver]]
    ) -> None:
        """Prepare.

        Args:
            folder: of the group.
            questionnaires: the folder of the questionnaires that are kept.
            opened: holds the group, and gives what comes before the first write in it.
        """
        self.notices: list[str] = []
        self._folder, self._path = folder, folder / DRAFTS
        self._questionnaires, self._opened = questionnaires, opened

    def create(self, questionnaire: Questionnaire, response: Response, *, at: str, now: datetime) -> SelfTest:  # noqa: ARG002 - as of one's own
        """Store a new draft. Raises NotFoundError: there is no such group (any more)."""
        reference = QuestionnaireRef(questionnaire.id, questionnaire.version, questionnaire.hash)
        draft = Draft(reference, response, at)
        with self._opened() as turn_over:
            turn_over()
            file = self._file()
            while (draft_id := group_names.new_draft_id()) in file.drafts:
                continue
            self._write({**file.drafts, draft_id: _stored(draft)})
        return _selftest(draft_id, draft)

    def read(self, draft_id: str) -> SelfTest:
        """Return a draft.

        Raises:
            NotFoundError: there is none of this name.
            UnreadableError: it is damaged; it is left where it stands.
        """
        return self._one(self._file(), draft_id)

    def update(self, draft_id: str, change: Callable[[SelfTest], SelfTest]) -> SelfTest:
        """Store what ``change`` makes of a draft, and return it; it is on the disk then. What that raises passes on.

        Raises:
            NotFoundError, UnreadableError: as :meth:`read`; the group may be gone too.
        """
        with self._opened() as turn_over:
            changed = change(self._one(self._file(), draft_id))
            draft = Draft(changed.questionnaire, changed.response, changed.at)
            now = turn_over().get(draft_id, draft_id)
            self._write({**self._file().drafts, now: _stored(draft)})
        return _selftest(now, draft)

    def delete(self, draft_id: str) -> None:
        """Erase a draft, readable or not. Raises NotFoundError."""
        with self._opened() as turn_over:
            if draft_id not in self._file().drafts:
                raise _not_there()
            gone = turn_over().get(draft_id, draft_id)
            self._write({one: stored for one, stored in self._file().drafts.items() if one != gone})

    def ids(self) -> list[str]:
        """Return the names of all drafts, damaged or not, in an order that says nothing."""
        return sorted(self._file().drafts)

    def newest(self) -> Iterator[SelfTest]:
        """Give the drafts, in an order that says nothing. One that cannot be read goes to ``notices``."""
        file = self._file()
        for draft_id in sorted(file.drafts):
            try:
                yield self._one(file, draft_id)
            except UnreadableError as error:
                if str(error) not in self.notices:
                    self.notices.append(str(error))

    def questionnaire(self, draft: SelfTest) -> Questionnaire:
        """Return the questionnaire as it was when the group was made.

        Raises:
            StorageError: it was not kept.
            UnreadableError: what was answered is nothing that it asks.
        """
        questionnaire = snapshots.find(self._questionnaires, draft.questionnaire)
        if not fits(questionnaire, draft.response):
            raise self._damaged(draft.id)
        return questionnaire

    def turn_over(self) -> dict[str, str]:
        """Put what 0.1.0 wrote in its new form; say which old name became which."""
        if not older.has_drafts(self._folder):
            return {}
        renamed: dict[str, str] = {}
        with older.drafts_locked(self._folder):
            if not lexists(self._path):
                before = older.drafts(self._folder)
                renamed = {one: group_names.new_draft_id() for one in before}
                drafts = {renamed[one]: _fields(selftest) for one, selftest in before.items()}
                if drafts:
                    self._write(drafts)
            older.remove_drafts(self._folder)
        older.remove_emptied(self._folder, self._questionnaires)
        return renamed

    def _file(self) -> DraftsFile:
        try:
            return group_files.read(self._path, DraftsFile)
        except FileNotFoundError:
            before = {one: _fields(selftest) for one, selftest in older.drafts(self._folder).items()}
            # Was it turned over while we read, then what we read is not all.
            return self._file() if lexists(self._path) else DraftsFile(before)
        except DamagedError as error:
            raise UnreadableError(
                _(
                    "Het bestand {pad} is beschadigd. Er kunnen antwoorden in staan van wie op deze laptop bezig was. "
                    "Zet een reservekopie terug, of wis het met ‘samenspel gegevens wis {naam}’."
                ).format(pad=one_line(self._path), naam=one_line("/".join(self._path.parts[-3:])))
            ) from error

    def _write(self, drafts: dict[str, Any]) -> None:
        names = list(drafts)
        secrets.SystemRandom().shuffle(names)
        group_files.write(self._path, DraftsFile({name: drafts[name] for name in names}), timeless=True)

    def _one(self, file: DraftsFile, draft_id: str) -> SelfTest:
        if draft_id not in file.drafts:
            raise _not_there()
        try:
            draft = msgspec.convert(file.drafts[draft_id], Draft)
        except msgspec.ValidationError as error:
            raise self._damaged(draft_id) from error
        if not is_clean(draft.response):
            raise self._damaged(draft_id)
        return _selftest(draft_id, draft)

    def _damaged(self, draft_id: str) -> UnreadableError:
        return UnreadableError(
            _(
                "Iemand was bezig op deze laptop, maar die antwoorden zijn niet te lezen. Ze staan in {pad}. "
                "Zet een reservekopie terug, of gooi ze weg met ‘samenspel gegevens wis {id}’."
            ).format(pad=one_line(self._path), id=one_line(draft_id))
        )


def _selftest(draft_id: str, draft: Draft) -> SelfTest:
    """Return a draft as a self-test of which nothing says when it was done."""
    selftest = SelfTest(draft_id, NO_TIME, NO_TIME, None, draft.questionnaire, draft.response, draft.at)
    return selftest if handed_in(selftest) is None else replace(selftest, finished=NO_TIME)


def _stored(draft: Draft) -> Any:  # noqa: ANN401 - whatever JSON can hold
    return msgspec.to_builtins(draft, order="deterministic")  # not in the order of answering


def _fields(selftest: SelfTest | None) -> Any:  # noqa: ANN401 - idem
    """Return what is kept of a draft of 0.1.0; of a damaged one no more than that it was there."""
    if selftest is None:
        return None
    return _stored(Draft(selftest.questionnaire, selftest.response, selftest.at))


def _not_there() -> NotFoundError:
    return NotFoundError(_("Deze antwoorden zijn er niet meer: ze zijn gegeven of weggegooid."))
