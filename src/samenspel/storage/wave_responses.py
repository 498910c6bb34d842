"""The responses of one wave as they stand on the disk: all in one file, in an order that says nothing.

No other module knows that (but ``older``, how they stood before). The file is written whole at each change, in random
order and without a time: who looks at the disk does not see who came when. An answer about experience stays with its
response until the reveal; then a tally with the wave takes its place (``Wave.experience``).
"""

import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from os.path import lexists
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from samenspel.group.fitting import Fitting
from samenspel.group.model import Contribution, Entry
from samenspel.group.results import Experience
from samenspel.storage import group_files, older
from samenspel.storage.errors import DamagedError, UnreadableError
from samenspel.storage.group_files import RESPONSES, ResponsesFile, Tally

V = TypeVar("V")


class StoredResponses(Struct, frozen=True):
    """What a wave's responses are.

    Attributes:
        good: name → response, of those that count, in no order that says anything.
        damaged: the names of those that are no response to this questionnaire.
        experience: the tally of what those that count, and those before, answered about experience.
    """

    good: dict[str, Contribution]
    damaged: tuple[str, ...]
    experience: Experience


class WaveResponses:
    """The responses in the folder of one wave. Whoever changes something holds the lock of the data folder.

    One object serves one operation: what it read once it does not read again.

    Every method may raise ``StorageError``; nothing was changed then.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / RESPONSES
        self._kept: ResponsesFile | None = None

    def names(self) -> list[str]:
        """Return the names of the responses in alphabetical order, the damaged ones left out."""
        return sorted(name for name, stored in self._file().responses.items() if _response(stored) is not None)

    def among(self, wanted: Collection[str], fitting: Fitting | None = None) -> list[str]:
        """Return which of the names ``wanted`` are those of responses here (to the questionnaire of ``fitting``)."""
        stored = self._file().responses
        found = {name: _response(stored.get(name)) for name in wanted}
        return [name for name, one in found.items() if one is not None and (fitting is None or fitting.fits(one))]

    def count(self) -> int:
        """Return how many there are, damaged or not."""
        return len(self._file().responses)

    def gone(self) -> UnreadableError:
        """Return the error to raise when there must have been responses, and there are none."""
        return group_files.missing(self._path, self._folder.parent.name)

    def has(self, name: str) -> bool:
        """Say whether there is a response of this name, damaged or not."""
        return name in self._file().responses

    def read(self, fitting: Fitting) -> StoredResponses:
        """Read all of them, and judge which are responses to the questionnaire of ``fitting``."""
        file = self._file()
        found = {name: _response(stored) for name, stored in file.responses.items()}
        good = {name: one for name, one in found.items() if one is not None and fitting.fits(one)}
        return StoredResponses(good, tuple(sorted(found.keys() - good.keys())), _tally(file.tally, good.values()))

    def add(self, entries: Iterable[Entry]) -> None:
        """Put responses in, which are on the disk when this returns. What stood under their names is gone."""
        file = self._file()
        more = {entry.id: _stored(entry.contribution) for entry in entries}
        self._write(replace(file, responses={**file.responses, **more}))

    def take_out(self, name: str, experience: str = "") -> None:
        """Take a response out, damaged or not.

        ``experience``: what that person answered there, when it is known. Of 0.1.0 it stands in the tally alone, and
        when it is not known that stays one too high.
        """
        file = self._file()
        rest = {one: stored for one, stored in file.responses.items() if one != name}
        taken, tally = _response(file.responses[name]), file.tally
        if taken is not None and experience and not taken.response.experience:
            tally = _less_one(tally, taken.response.party, experience)
        self._write(ResponsesFile(rest, tally))

    def strike_out(self, question: str, text: str, left: str) -> None:
        """Leave only ``left`` of the open answer ``text`` to ``question``, of one who gave it; empty: nothing of it."""
        file = self._file()
        for name, stored in file.responses.items():
            given = _response(stored)
            if given is not None and given.response.open.get(question) == text:
                others = {one: its for one, its in given.response.open.items() if one != question}
                response = replace(given.response, open={**others, question: left} if left else others)
                struck = _stored(replace(given, response=response))
                self._write(replace(file, responses={**file.responses, name: struck}))
                return

    def forget_experience(self) -> None:
        """Take the answers about experience away: the wave was revealed, and has the tally."""
        file = self._file()
        bare = {name: _bare(stored) for name, stored in file.responses.items()}
        if file != ResponsesFile(bare):
            self._write(ResponsesFile(bare))

    def turn_over(self) -> None:
        """Put what 0.1.0 wrote in its new form."""
        if older.has_responses(self._folder):
            self._write(self._file())

    def _file(self) -> ResponsesFile:
        if self._kept is None:
            self._kept = self._read()
        return self._kept

    def _read(self) -> ResponsesFile:
        try:
            return group_files.read(self._path, ResponsesFile)
        except FileNotFoundError:
            before = older.responses(self._folder)
            # Was it turned over while we read, then what we read is not all.
            return self._read() if lexists(self._path) else before
        except DamagedError as error:
            raise group_files.damaged(self._path, self._folder.parent.name) from error

    def _write(self, file: ResponsesFile) -> None:
        group_files.write(self._path, replace(file, responses=_shuffled(file.responses)), timeless=True)
        self._kept = file
        older.remove_responses(self._folder)


def _response(stored: object) -> Contribution | None:
    """Return what stands in the file as a response; None: it is none."""
    try:
        return msgspec.convert(stored, Contribution)
    except msgspec.ValidationError:
        return None


def _stored(given: Contribution) -> Any:  # noqa: ANN401 - whatever JSON can hold
    # In the order of the ids, not of answering: who went back to an answer could be told by it.
    return msgspec.to_builtins(given, order="deterministic")


def _bare(stored: Any) -> Any:  # noqa: ANN401 - idem
    """Return a response without its answer about experience; one that is damaged stays as it is."""
    given = _response(stored)
    if given is None or not given.response.experience:
        return stored
    return _stored(replace(given, response=replace(given.response, experience="")))


def _tally(before: Experience, good: Iterable[Contribution]) -> dict[str, dict[str, int]]:
    tally = {party: Counter(answers) for party, answers in before.items()}
    for given in good:
        if given.response.experience:
            tally.setdefault(given.response.party, Counter())[given.response.experience] += 1
    return {party: dict(answers) for party, answers in tally.items()}


def _less_one(tally: Tally, party: str, experience: str) -> Tally:
    answers = dict(tally.get(party, {}))
    if experience in answers:
        answers[experience] -= 1
    left = {answer: n for answer, n in answers.items() if n}
    return {one: its for one, its in {**tally, party: left}.items() if its}


def _shuffled(mapping: Mapping[str, V]) -> dict[str, V]:
    names = list(mapping)
    secrets.SystemRandom().shuffle(names)
    return {name: mapping[name] for name in names}
