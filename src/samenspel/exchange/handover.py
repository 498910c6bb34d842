"""A response file: one person's answers, to be handed to whoever leads the workshop.

It holds no time, no area, no notes, and of the open answers only those that the person chose to share. Whoever has the
file can read it; the check in it is against damage and against a slip of the hand, not against a forger.
"""

import codecs
import os
import stat
from collections.abc import Container, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import asdict, replace

from samenspel.file_kind import wide
from samenspel.group.fitting import Fitting
from samenspel.group.model import Contribution, Entry, ResponseId, contribution
from samenspel.questionnaire.applicability import ordered_items
from samenspel.questionnaire.edition import edition, editions
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import RefusalError, not_read
from samenspel.response import HandedOver, Response
from samenspel.taal import _

V = TypeVar("V")

LIMIT = 200_000
"""Bytes: a response with every open answer at its limit is far below it."""
TOO_LARGE = _("dit bestand is te groot voor een antwoord. Is het wel het goede bestand?")
SCHEMA = 1
"""The version of the form of a response file. A change of form raises it."""
KIND: Final = "antwoord"
HALFWAY: Final = "halverwege"
"""What a form in a browser saves of somebody who is not done yet: no answer."""
FORM: Final = "samenspel-formulier"
"""What a form in a browser says that it is, in its head: it holds no answers, also when somebody sends it back."""
FILE_NAME: Final = "samenspel-antwoord"
"""How the name of a response file begins, unless its maker chose another."""
BY_OPTION = _("neem die mee met --andere-versie")
"""How a command takes what can still be compared; a screen says it in its own way."""

_Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""For whatever stands under a name: without O_NOFOLLOW a link leads elsewhere, without O_NONBLOCK a pipe hangs."""


class HandoverError(RefusalError):
    """A response file cannot be used: ``str()`` says in Dutch why, and what to do.

    ``other_version`` says that what can still be compared may be taken from it.
    """

    def __init__(self, message: str, *, other_version: bool = False) -> None:
        super().__init__(message)
        self.other_version = other_version


class TooLargeError(HandoverError):
    """A file is larger than anything that could be meant."""


class AskedRef(Struct, frozen=True, forbid_unknown_fields=True):
    """Which questionnaire was answered; ``hash`` is its edition."""

    id: Annotated[str, Meta(pattern=r"\A[a-z0-9]+([.-][a-z0-9]+)*\Z", max_length=60)]
    version: Annotated[str, Meta(pattern=r"\A\d{1,9}(\.\d{1,9}){2}\Z")]
    hash: _Hash

    def of(self, questionnaire: Questionnaire, known: Container[str] | None = None) -> bool:
        """Say whether it is this very questionnaire: its id, its version, and all that is asked.

        ``known``: its editions, for who asks of many answers; to find these takes longer than to read one.
        """
        same = (self.id, self.version) == (questionnaire.id, questionnaire.version)
        return same and self.hash in (editions(questionnaire) if known is None else known)


class ResponseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a response file."""

    samenspel: Literal["antwoord"]
    schema: int
    id: ResponseId
    questionnaire: AskedRef
    contribution: Contribution
    check: _Hash


class _Opening(Struct):
    samenspel: str
    schema: Annotated[int, Meta(ge=1)]


_FILES = msgspec.json.Decoder(ResponseFile)
_OPENINGS = msgspec.json.Decoder(_Opening)
_CANONICAL = msgspec.json.Encoder(order="deterministic")


def to_file(questionnaire: Questionnaire, response: Response, response_id: str) -> bytes:
    """Return the response file of ``response``, in lines that a person can read.

    All stands in the order of the questionnaire: in which order somebody answered is nobody else's business.
    """
    asked = AskedRef(questionnaire.id, questionnaire.version, edition(questionnaire))
    given = _in_order(questionnaire, contribution(questionnaire, response))
    file = ResponseFile(KIND, SCHEMA, response_id, asked, given, _check(SCHEMA, response_id, asked, given))
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


class Reading:
    """Reading response files for a group that answers ``questionnaire``.

    With ``other_version`` a file of another version of it is taken too: the answers to statements that stand in both.
    """

    def __init__(self, questionnaire: Questionnaire, *, other_version: bool = False) -> None:
        self._questionnaire = questionnaire
        self._editions = editions(questionnaire)
        self._fitting = Fitting(questionnaire)
        self._other_version = other_version

    def file(self, path: Path | str) -> Entry:
        """Read a response file. Raises HandoverError."""
        return self.content(content(path))

    def content(self, data: bytes) -> Entry:
        """Read what stands in a response file. Raises HandoverError."""
        try:
            file = _FILES.decode(_as_written(data))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise HandoverError(_not_ours(data)) from error
        if file.schema != SCHEMA:
            raise HandoverError(_not_ours(data))
        if file.check != _check(file.schema, file.id, file.questionnaire, file.contribution):
            raise HandoverError(
                _("dit bestand is veranderd of beschadigd. Vraag die persoon om het nog eens te maken en te geven.")
            )
        if file.questionnaire.of(self._questionnaire, self._editions):
            if not self._fitting.fits(file.contribution):
                raise HandoverError(
                    _("er staan antwoorden in die niet bij de vragenlijst horen. Vraag om een nieuw bestand.")
                )
            return Entry(file.id, file.contribution)
        return Entry(file.id, self._from_another(file))

    def _from_another(self, file: ResponseFile) -> Contribution:
        theirs, ours = file.questionnaire, self._questionnaire
        if theirs.id != ours.id:
            raise HandoverError(
                _("dit hoort bij een andere vragenlijst (‘{hun}’). Deze groep gebruikt ‘{ons}’.").format(
                    hun=theirs.id, ons=ours.id
                )
            )
        shared = self._fitting.shared(file.contribution)
        if shared is None:
            raise HandoverError(_("dit hoort bij een andere versie van de vragenlijst, met andere partijen."))
        if self._other_version:
            return shared
        here, given = len(shared.response.answers), len(file.contribution.response.answers)
        if theirs.version != ours.version:
            what = _("dit hoort bij versie {hun} van de vragenlijst; deze groep gebruikt versie {ons}.").format(
                hun=theirs.version, ons=ours.version
            )
        else:
            what = _(
                "dit hoort bij een andere uitgave van de vragenlijst (hetzelfde nummer, maar de inhoud verschilt)."
            )
        offer = _("{n} van de {van} beantwoorde stellingen staan in beide; {hoe}.")
        raise HandoverError(f"{what} {offer.format(n=here, van=given, hoe=BY_OPTION)}", other_version=True)


def _in_order(questionnaire: Questionnaire, given: Contribution) -> Contribution:
    """Return the same with its answers and activities in the order of the questionnaire."""
    response, asked = given.response, questionnaire.asked
    items = [item.id for item in ordered_items(questionnaire)]
    activities = [activity.id for question in asked.open_questions for activity in question.activities]
    return replace(
        given,
        response=replace(
            response, answers=_ordered(response.answers, items), activities=_ordered(response.activities, activities)
        ),
    )


def _ordered(values: dict[str, V], ids: list[str]) -> dict[str, V]:
    """Return ``values`` in the order of ``ids``; what is not among those comes last."""
    places = {id_: place for place, id_ in enumerate(ids)}
    return dict(sorted(values.items(), key=lambda one: places.get(one[0], len(ids))))


def asked_in(data: bytes) -> AskedRef | None:
    """Return which questionnaire a response file says that it answers; None: it is none of ours, or damaged."""
    try:
        return _FILES.decode(_as_written(data)).questionnaire
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def handed_over(given: Contribution) -> HandedOver:
    """Return the answers in a response file as a person's: what did not come along is not answered."""
    known = given.knowledge
    counts: dict[str, Any] = {} if known is None else asdict(known)
    return HandedOver(**asdict(given.response), **counts)


def ours(data: bytes) -> bool:
    """Say whether ``data`` is meant as a response file, whole or not; or as what comes before one."""
    text = _as_written(data[:LIMIT])
    return b'"samenspel"' in text and (b'"contribution"' in text or f'"{HALFWAY}"'.encode() in text)


def _as_written(data: bytes) -> bytes:
    """Return a text as we write it, in UTF-8: a text program may have put a mark before it, or written UTF-16."""
    encoding = wide(data)
    text = data.decode(encoding, errors="replace").encode() if encoding else data
    return text.removeprefix(codecs.BOM_UTF8)


def _check(schema: int, response_id: str, asked: AskedRef, given: Contribution) -> str:
    rest: dict[str, Any] = {
        "samenspel": KIND,
        "schema": schema,
        "id": response_id,
        "questionnaire": asked,
        "contribution": given,
    }
    return sha256(_CANONICAL.encode(rest)).hexdigest()


def _not_ours(data: bytes) -> str:
    try:
        opening = _OPENINGS.decode(_as_written(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        opening = None
    if opening is not None and opening.samenspel == HALFWAY:
        return _(
            "dit is een formulier dat nog niet af is. Vraag die persoon om het in het formulier te openen, het af te "
            "maken en u het antwoord te geven."
        )
    if opening is not None and opening.samenspel == KIND and opening.schema > SCHEMA:
        return _("dit bestand is gemaakt met een nieuwere versie van samenspel. Werk samenspel bij.")
    if (opening is not None and opening.samenspel == KIND) or ours(data):
        return _("dit bestand is veranderd of beschadigd. Vraag die persoon om het nog eens te maken en te geven.")
    return _("dit is geen antwoord van samenspel. Een antwoord maakt u met ‘samenspel delen’ of met een formulier.")


# A file that somebody brings: opened only when it is a regular one, and read no further than its limit. -------------


def content(path: Path | str, limit: int = LIMIT, too_large: str = TOO_LARGE) -> bytes:
    """Return what stands in a regular file; nothing else is opened, and no more than ``limit`` bytes are read.

    Raises:
        TooLargeError: it is too large; none of it was read.
        HandoverError: it is no regular file, or cannot be read.
    """
    with _opened(path) as handle:
        if os.fstat(handle).st_size > limit:
            raise TooLargeError(too_large)
        data = _read(handle, limit + 1)
    if len(data) > limit:
        raise TooLargeError(too_large)
    return data


def beginning(path: Path | str, size: int) -> bytes:
    """Return the first ``size`` bytes of a regular file. Raises HandoverError."""
    with _opened(path) as handle:
        return _read(handle, size)


@contextmanager
def _opened(path: Path | str) -> Iterator[int]:
    """Open a regular file. Raises HandoverError: it is no regular file, or it cannot be read."""
    try:
        if not getattr(os, "O_NOFOLLOW", 0):  # Windows does not know the flag, and opens no folder
            if Path(path).is_symlink():
                raise HandoverError(_("dit is een snelkoppeling. Geef het bestand zelf."))
            if Path(path).is_dir():
                raise HandoverError(_("dit is geen gewoon bestand."))
        handle = os.open(path, _FLAGS)
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise HandoverError(_("dit is geen gewoon bestand."))
            yield handle
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise HandoverError(not_read(error)) from error


def _read(handle: int, size: int) -> bytes:
    data = os.read(handle, size)
    while len(data) < size and (more := os.read(handle, size - len(data))):  # a file may grow, a disk may give less
        data += more
    return data


# The name of an answer that brought none: it follows from what was answered, so that the same one is recognised. ---
# Neither the experience nor the number on a paper form goes into it. Both would follow from the name again, by trying
# the few there are, for whoever holds the group's files; and those say neither who answered nor in which order.


def derived(way: str, given: Contribution, nth: int = 1) -> str:
    """Return the name of ``given``, that came in by ``way``, as the ``nth`` of those that answered the very same."""
    bare = replace(given, response=replace(given.response, experience=""))
    content = msgspec.json.encode((way, bare, nth), order="deterministic")
    return sha256(content).hexdigest()[:32]
