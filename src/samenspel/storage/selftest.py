"""One stored self-test: what is kept, and how it stands in its file."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Annotated, Any, Final, Protocol

import msgspec
from msgspec import Meta, Struct

from samenspel import hygiene
from samenspel.first_step import FirstStep, is_sound
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage.durable import DocumentForm
from samenspel.storage.errors import DamagedError
from samenspel.taal import _

FORM: Final = DocumentForm(
    "zelftest",
    3,  # 1 had no ``share_id``, 2 no ``step`` and ``coded``
    _(
        "Zelftest ‘{id}’ is bewaard door een nieuwere versie van samenspel en is niet veranderd. "
        "Werk samenspel bij om hem te openen."
    ),
)

# These three become the name of a file or folder, or are shown: nothing else may stand there.
_Id = Annotated[str, Meta(pattern=r"\A[a-z0-9]+([.-][a-z0-9]+)*\Z")]
_Number = Annotated[str, Meta(pattern=r"\A\d{1,9}(\.\d{1,9}){2}\Z")]
_ShareId = Annotated[str, Meta(pattern=r"\A([0-9a-f]{32})?\Z")]
_Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_MARK = re.compile(r"gegeven:(\d{1,9}):([0-9a-f]{32})", re.ASCII)


class QuestionnaireRef(Struct, frozen=True, forbid_unknown_fields=True):
    """Which questionnaire was answered: its id, version and the hash of its content."""

    id: _Id
    version: _Number
    hash: _Hash


class SelfTest(Struct, frozen=True, forbid_unknown_fields=True):
    """A self-test as it is stored.

    Attributes:
        id: its name in the store.
        started, changed, finished: ISO date and time; ``finished`` is None while it is open.
        questionnaire: what was asked.
        response: what was answered.
        at: key of the step where the person is (``walk.Step.key``).
        share_id: the name under which it is handed over, always the same; empty while it never was. It is random, and
            so says nothing of whose it is or when it was made.
        step: the first step that was chosen after the result, if any.
        coded: whether a code of it was given out, which has a name of its own.
    """

    id: str
    started: str
    changed: str
    finished: str | None
    questionnaire: QuestionnaireRef
    response: Response
    at: str
    share_id: _ShareId = ""
    step: FirstStep | None = None
    coded: bool = False

    @property
    def day(self) -> date:
        """The day that it is of: when it was finished, or else last changed."""
        return datetime.fromisoformat(self.finished or self.changed).date()


class SelfTestStore(Protocol):
    """Where self-tests stand while somebody answers: one's own, or those that are being done for a group in turn.

    Every method may raise ``StorageError``; nothing was changed then.
    """

    notices: list[str]

    def create(self, questionnaire: Questionnaire, response: Response, *, at: str, now: datetime) -> SelfTest:
        """Store a new, open self-test that starts ``now``."""

    def read(self, selftest_id: str, /) -> SelfTest:
        """Return a self-test."""

    def update(self, selftest_id: str, change: Callable[[SelfTest], SelfTest], /) -> SelfTest:
        """Store what ``change`` makes of the stored self-test, and return it; it is on the disk then."""

    def delete(self, selftest_id: str, /) -> None:
        """Erase a self-test."""

    def newest(self) -> Iterator[SelfTest]:
        """Give the self-tests. One that cannot be read goes to ``notices``."""

    def questionnaire(self, selftest: SelfTest, /) -> Questionnaire:
        """Return the questionnaire as it was when ``selftest`` started."""


class HandedIn(Struct, frozen=True):
    """What stands with a draft that was handed in: to which wave, and under which name its response goes in."""

    wave: int
    response_id: str

    @property
    def mark(self) -> str:
        """How it stands with the draft, in place of the step where the person is (``SelfTest.at``)."""
        return f"gegeven:{self.wave}:{self.response_id}"


def handed_in(draft: SelfTest) -> HandedIn | None:
    """Return to which wave a draft was handed in; None: its person is still busy."""
    found = _MARK.fullmatch(draft.at)
    return None if found is None else HandedIn(int(found[1]), found[2])


def to_fields(selftest: SelfTest) -> dict[str, Any]:
    """Return ``selftest`` as it stands in its file; the file's name is the id."""
    fields: dict[str, Any] = msgspec.to_builtins(selftest)
    del fields["id"]
    return fields


def from_fields(selftest_id: str, fields: dict[str, Any]) -> SelfTest:
    """Read what :func:`to_fields` gave. Raises DamagedError: it is not a self-test."""
    try:
        selftest = msgspec.convert({**fields, "id": selftest_id}, SelfTest)
        stamps = [stamp for stamp in (selftest.started, selftest.changed, selftest.finished) if stamp is not None]
        if any(datetime.fromisoformat(stamp).isoformat(timespec="seconds") != stamp for stamp in stamps):
            raise DamagedError  # a moment may be written in other ways, but not by us
    except ValueError as error:  # msgspec's ValidationError is one
        raise DamagedError from error
    if not is_clean(selftest.response) or not (selftest.step is None or is_sound(selftest.step)):
        raise DamagedError
    return selftest


def is_clean(response: Response) -> bool:
    """Say whether every text is as ``answering`` lets it in: whoever wrote into the file did not pass that gate."""
    texts = (*response.notes.values(), *response.open.values())
    return hygiene.is_clean(response.area, hygiene.AREA_LIMIT) and all(map(hygiene.is_clean, texts))
