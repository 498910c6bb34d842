"""One stored self-test: what is kept, and how it stands in its file."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from samenspel import hygiene
from samenspel.response import Response
from samenspel.storage.errors import DamagedError, NewerError
from samenspel.taal import _

SCHEMA = 2
"""The version of the form in which self-tests are stored. A change of form raises it; 1 had no ``share_id``."""

# These three become the name of a file or folder, or are shown: nothing else may stand there.
_Id = Annotated[str, Meta(pattern=r"\A[a-z0-9]+([.-][a-z0-9]+)*\Z")]
_Number = Annotated[str, Meta(pattern=r"\A\d{1,9}(\.\d{1,9}){2}\Z")]
_ShareId = Annotated[str, Meta(pattern=r"\A([0-9a-f]{32})?\Z")]
_Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]


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
    """

    id: str
    started: str
    changed: str
    finished: str | None
    questionnaire: QuestionnaireRef
    response: Response
    at: str
    share_id: _ShareId = ""


class _Version(Struct):
    schema: Annotated[int, Meta(ge=1)]


def to_document(selftest: SelfTest) -> dict[str, Any]:
    """Return ``selftest`` as it stands in its file; the file's name is the id."""
    document: dict[str, Any] = msgspec.to_builtins(selftest)
    del document["id"]
    return {"schema": SCHEMA, **document}


def from_document(selftest_id: str, document: object) -> SelfTest:
    """Read what :func:`to_document` wrote.

    Raises:
        NewerError: a newer samenspel wrote it.
        DamagedError: it is not a self-test.
    """
    try:
        if msgspec.convert(document, _Version).schema > SCHEMA:
            raise NewerError(
                _(
                    "Zelftest ‘{id}’ is bewaard door een nieuwere versie van samenspel en is niet veranderd. "
                    "Werk samenspel bij om hem te openen."
                ).format(id=selftest_id)
            )
        fields = msgspec.convert(document, dict[str, Any])
        del fields["schema"]
        selftest = msgspec.convert({**fields, "id": selftest_id}, SelfTest)
        for stamp in (selftest.started, selftest.changed, selftest.finished):
            if stamp is not None:
                datetime.fromisoformat(stamp)
        if not _clean(selftest.response):
            raise DamagedError
    except (msgspec.ValidationError, ValueError) as error:
        raise DamagedError from error
    return selftest


def _clean(response: Response) -> bool:
    """Say whether every text is as ``answering`` lets it in: whoever wrote into the file did not pass that gate."""
    texts = (*response.notes.values(), *response.open.values())
    return hygiene.is_clean(response.area, hygiene.AREA_LIMIT) and all(map(hygiene.is_clean, texts))
