"""The store of self-tests: one file for each, in the folder ``zelftests``.

Every operation locks, opens, works and closes, so that two windows on the same folder never undo each other. There is
no index and no other database: the names in the folder say which self-tests there are.
"""

import itertools
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from os.path import lexists
from pathlib import Path

from msgspec.structs import replace

from samenspel import hygiene
from samenspel.answering import fits
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage import durable, snapshots
from samenspel.storage.durable import OneDocument, locked
from samenspel.storage.errors import DamagedError, NewerError, NotFoundError, StorageError, UnreadableError, working_in
from samenspel.storage.selftest import FORM, SelfTest, from_fields, to_fields
from samenspel.taal import _
from samenspel.whole_file import remove_leftovers, sync_folder

__all__ = ["RECENT", "SelfTest", "SelfTests", "to_ask_about"]

FOLDER = "zelftests"
"""The folder, in that of all data, where they stand."""

RECENT = 20
"""Among so many of the newest is looked for what is open, or to be asked about: never all, there may be thousands."""

_TICK = timedelta(microseconds=2)
"""Two self-tests that start this far apart have different names."""
_NEXT = timedelta(seconds=1)
"""So far behind the newest one is the name of the next one, when the clock was set back."""

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # in sorting order, without the look-alikes i, l, o, 0 and 1
_MOMENT = len("20260131-093000")
_LETTERS = 4  # enough for half a million moments in a second
_ID = re.compile(r"\d{8}-\d{6}-[a-z0-9]{4}", re.ASCII)
_SHOWN = 40


class SelfTests:
    """The self-tests in one data folder. Making this object touches no disk.

    Every method may raise ``StorageError``; nothing was changed then. ``notices`` holds what a person should know
    about files that were skipped, each once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.snapshots = folder / snapshots.FOLDER
        self.notices: list[str] = []
        self._files = folder / FOLDER
        self._cleaned = False
        self._last: tuple[str, bytes, SelfTest] | None = None
        """What was read or written last, with the bytes of its file: while they are the same, so is the self-test."""

    def create(self, questionnaire: Questionnaire, response: Response, *, at: str, now: datetime) -> SelfTest:
        """Store a new, open self-test that starts ``now``, and keep the questionnaire with it."""
        stamp = now.isoformat(timespec="seconds")
        with self._locked():
            reference = snapshots.keep(self.snapshots, questionnaire)
            selftest = SelfTest(_next_id(now, self.ids()), stamp, stamp, None, reference, response, at)
            OneDocument(self._path(selftest.id), FORM).write(to_fields(selftest))
        return selftest

    def read(self, selftest_id: str) -> SelfTest:
        """Return a self-test.

        Raises:
            NotFoundError: there is none with this id.
            UnreadableError: the file is damaged, and was set aside, now or before.
            NewerError: a newer samenspel wrote it.
        """
        with self._opened(selftest_id) as (_file, stored):
            return stored

    def update(self, selftest_id: str, change: Callable[[SelfTest], SelfTest]) -> SelfTest:
        """Store what ``change`` makes of the stored self-test, and return it; it is on the disk then.

        Raises:
            NotFoundError, UnreadableError, NewerError: as :meth:`read`. What ``change`` raises passes on.
        """
        with self._opened(selftest_id) as (file, stored):
            changed = change(stored)
            file.write(to_fields(changed))
            self._last = selftest_id, file.content, changed
        return changed

    def shared(self, selftest_id: str) -> SelfTest:
        """Return a self-test that has a name to be handed over under, which is on the disk then.

        Raises:
            NotFoundError, UnreadableError, NewerError: as :meth:`read`.
        """
        with self._opened(selftest_id) as (file, stored):
            if stored.share_id:
                return stored
            named = replace(stored, share_id=os.urandom(16).hex())
            file.write(to_fields(named))
        return named

    def delete(self, selftest_id: str) -> None:
        """Erase a self-test, with all that a crash or damage may have left of it. Raises NotFoundError."""
        if not (_valid(selftest_id) and self._left(selftest_id)):  # asking for what is not there leaves no trace
            raise _not_found(selftest_id, self.ids())
        with self._locked(), working_in(self._files):
            remove_leftovers(self._files)
            durable.erase(self._left(selftest_id))
            sync_folder(self._files)

    def ids(self) -> list[str]:
        """Return the ids of all self-tests, the last one made first. Reads names only."""
        with working_in(self.folder):
            names = durable.names_in(self._files)
        return sorted((name[:-5] for name in names if name.endswith(".json") and _valid(name[:-5])), reverse=True)

    def newest(self, limit: int | None = None) -> Iterator[SelfTest]:
        """Give the self-tests, newest first, at most ``limit``. One that cannot be read goes to ``notices``."""
        return itertools.islice(self._readable(self.ids()), limit)

    def latest(self, *, finished: bool = True) -> SelfTest | None:
        """Return the newest self-test that is finished (or, ``finished=False``, still open), if there is one."""
        return next((found for found in self.newest() if (found.finished is not None) == finished), None)

    def previous(self, selftest: SelfTest) -> SelfTest | None:
        """Return the finished self-test before ``selftest`` with the same questionnaire (any version), if any."""
        older = (other for other in self.ids() if other < selftest.id)
        same = (other for other in self._readable(older) if other.questionnaire.id == selftest.questionnaire.id)
        return next((other for other in same if other.finished is not None), None)

    def questionnaire(self, selftest: SelfTest) -> Questionnaire:
        """Return the questionnaire as it was when ``selftest`` started.

        Raises:
            StorageError: it was not kept, and the one that comes with samenspel is another.
            UnreadableError: what was answered is nothing that it asks.
        """
        questionnaire = snapshots.find(self.snapshots, selftest.questionnaire)
        if not fits(questionnaire, selftest.response):
            raise _misfit(self._path(selftest.id))
        return questionnaire

    def _readable(self, wanted: Iterable[str]) -> Iterator[SelfTest]:
        for selftest_id in wanted:
            try:
                yield self.read(selftest_id)
            except NotFoundError:  # erased in another window meanwhile
                continue
            except (UnreadableError, NewerError) as error:
                if str(error) not in self.notices:
                    self.notices.append(str(error))

    def _left(self, selftest_id: str) -> list[Path]:
        """Return the file of a self-test, and what was set aside of it."""
        return [path for path in (self._path(selftest_id), *durable.aside(self._files, selftest_id)) if lexists(path)]

    def _path(self, selftest_id: str) -> Path:
        return self._files / f"{selftest_id}.json"

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with locked(self.folder):
            if not self._cleaned:
                with working_in(self._files):
                    self._files.mkdir(mode=0o700, exist_ok=True)
                    remove_leftovers(self._files)
                self._cleaned = True
            yield

    @contextmanager
    def _opened(self, selftest_id: str) -> Iterator[tuple[OneDocument, SelfTest]]:
        path = self._path(selftest_id)
        # Before anything is locked or made: asking for what is not there leaves no trace.
        if not (_valid(selftest_id) and lexists(path)):
            raise self._absent(selftest_id)
        with self._locked():
            file = OneDocument(path, FORM)
            try:
                stored = self._stored(selftest_id, file)
            except FileNotFoundError:  # erased in another window, while we waited
                raise _not_found(selftest_id, self.ids()) from None
            except DamagedError:
                raise _damaged(selftest_id, durable.set_aside(path)) from None
            yield file, stored

    def _stored(self, selftest_id: str, file: OneDocument) -> SelfTest:
        content = file.content
        if self._last is None or self._last[:2] != (selftest_id, content):
            self._last = selftest_id, content, from_fields(selftest_id, file.read())
        return self._last[2]

    def _absent(self, selftest_id: str) -> StorageError:
        """Return the error to raise for a self-test without a file: it was set aside, or never was."""
        if _valid(selftest_id) and (left := durable.aside(self._files, selftest_id)):
            return _damaged(selftest_id, left[0])
        return _not_found(selftest_id, self.ids())


def to_ask_about(newest: Iterable[SelfTest], today: date) -> SelfTest | None:
    """Return the first of these of which it is time to ask how its step went; None: there is none."""
    return next((one for one in newest if one.step is not None and one.step.due(today)), None)


def _next_id(now: datetime, known: list[str]) -> str:
    """Return a name for a self-test that starts ``now`` and is made after all that are ``known``, newest first.

    The order of the names is that of making, and no clock changes it: not one that was set back, nor the hour that
    comes twice, nor two windows at the same moment. Then the name goes before the clock; the day stands inside.
    """
    name = _new_id(now)
    for newest in known:
        if newest < name:
            break
        with suppress(ValueError, OverflowError):  # no moment: samenspel did not give this name
            return _new_id(datetime.fromisoformat(newest[:_MOMENT].replace("-", "T")) + _NEXT)
    return name


def _new_id(now: datetime) -> str:
    """Return the name that is the moment ``now``: ``20260131-093000-k7mp``; a later one sorts after it."""
    moment, letters = now.microsecond // _TICK.microseconds, ""
    for _nth in range(_LETTERS):
        moment, place = divmod(moment, len(_ALPHABET))
        letters = _ALPHABET[place] + letters
    return f"{now:%Y%m%d-%H%M%S}-{letters}"


def is_file_name(name: str) -> bool:
    """Say whether a file with this name, in the folder of the self-tests, is one."""
    return name.endswith(".json") and _valid(name.removesuffix(".json"))


def _valid(selftest_id: str) -> bool:
    """Say whether ``selftest_id`` has the form of a name, and so is safe as a file's name."""
    return _ID.fullmatch(selftest_id) is not None


def _not_found(selftest_id: str, known: list[str]) -> NotFoundError:
    asked = hygiene.clean(selftest_id[:_SHOWN])
    message = _("Er is geen zelftest ‘{id}’.").format(id=asked)
    if near := get_close_matches(asked, known, 1):
        message += " " + _("Bedoelde u ‘{id}’?").format(id=near[0])
    else:
        message += " " + _("De ID's ziet u met ‘samenspel gegevens toon’.")
    return NotFoundError(message)


def _damaged(selftest_id: str, place: Path) -> UnreadableError:
    return UnreadableError(
        _(
            "Zelftest ‘{id}’ is beschadigd en niet te lezen. Het bestand staat nu apart: {pad}. "
            "Zet een reservekopie terug, of doe de zelftest opnieuw."
        ).format(id=selftest_id, pad=hygiene.one_line(place))
    )


def _misfit(path: Path) -> UnreadableError:
    return UnreadableError(
        _(
            "In zelftest ‘{id}’ staan antwoorden die niet bij de vragen horen. Het bestand {pad} is niet veranderd. "
            "Zet een reservekopie terug, of wis hem met ‘samenspel gegevens wis {id}’."
        ).format(id=path.stem, pad=hygiene.one_line(path))
    )
