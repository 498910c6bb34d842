"""A PDF of unknown making → the fields of its form, or one clear reason why not.

Only the form is read: no page, picture, attachment or script is opened, and nothing in the file is ever run. A form
with a script in it is read like any other, because a viewer may have put it there.
"""

import ctypes
import io
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from samenspel.refusals import RefusalError
from samenspel.taal import _

if TYPE_CHECKING:
    from pypdf import PdfReader

LIMIT = 10_000_000
"""Bytes: a form with every field at its limit is a tenth of it."""
SECONDS = 10.0
"""How long reading one file may take: a usual form takes a tenth of a second."""
_MOST_NODES = 10_000
_DEEPEST = 8
_UNPACKED = 20_000_000
"""Bytes that one part of the file may hold once it is unpacked."""

Fields = dict[str, tuple[str, ...]]
"""The name of a field → its answers: none, one, or all that contradict each other."""


class PdfError(RefusalError):
    """A PDF cannot be used: ``str()`` says in Dutch why, and what to do. ``ours``: it is a form of ours."""

    def __init__(self, message: str, *, ours: bool = False) -> None:
        super().__init__(message)
        self.ours = ours


class _Node(NamedTuple):
    """A place in the tree of fields, with what it has of those above it."""

    what: Any
    name: str
    button: bool
    depth: int


def read_fields(data: bytes) -> Fields:
    """Return the fields of the form in a PDF. Raises PdfError."""
    if b"%PDF-" not in data[:1024]:
        raise PdfError(_("dit is geen PDF. Geef het formulier zelf, zoals het is opgeslagen."))
    try:
        with deadline(SECONDS), _bounded():
            return _read(data)
    except PdfError:
        raise
    except (TimeUp, MemoryError) as error:
        raise PdfError(_("deze PDF kost te veel tijd. Is het wel het goede bestand?")) from error
    except Exception as error:  # whatever a file can make a reader stumble over
        raise PdfError(_("deze PDF is beschadigd. Sla het formulier opnieuw op, of vraag het nog eens.")) from error


@contextmanager
def _bounded() -> Iterator[None]:
    """Let pypdf unpack no more than is reasonable, and say nothing of its own."""
    from pypdf import apply_configuration, get_configuration

    limits = get_configuration().with_overwrites(
        zlib_maximum_output_length=_UNPACKED,
        lzw_maximum_output_length=_UNPACKED,
        run_length_maximum_output_length=_UNPACKED,
        maximum_declared_stream_length=_UNPACKED,
        array_based_stream_maximum_output_length=_UNPACKED,
    )
    with apply_configuration(limits), quiet():
        yield


@contextmanager
def quiet() -> Iterator[None]:
    """Let pypdf say nothing of its own, which would be English, on the screen of a person; it still raises."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _read(data: bytes) -> Fields:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    locked = PdfError(_("deze PDF is beveiligd met een wachtwoord. Sla het formulier op zonder beveiliging."))
    try:
        reader = PdfReader(io.BytesIO(data))
    except (DependencyError, FileNotDecryptedError) as error:
        raise locked from error
    if reader.is_encrypted:
        raise locked
    found: dict[str, list[str]] = {}
    for node, is_field in _tree(reader):
        answers = found.setdefault(node.name, [])
        answers += _own(node) if is_field else _ticked(node.what)
    if not found:
        raise PdfError(
            _(
                "hier zitten geen invulvelden (meer) in. Is het via ‘Afdrukken’ opgeslagen? Vul het formulier opnieuw "
                "in en kies ‘Opslaan’, of typ de antwoorden over in een CSV-bestand."
            )
        )
    return {name: tuple(dict.fromkeys(filter(None, answers))) for name, answers in found.items()}


def _tree(reader: "PdfReader") -> Iterator[tuple[_Node, bool]]:
    """Give each field, and each box that belongs to one."""
    form = _plain(_plain(reader.trailer["/Root"]).get("/AcroForm"))
    above = [_Node(one, "", button=False, depth=0) for one in reversed(_list(form.get("/Fields")))] if form else []
    nodes = 0
    while above:
        what, name, button, depth = above.pop()
        nodes += 1
        if nodes > _MOST_NODES or depth > _DEEPEST:
            raise PdfError(_("deze PDF heeft te veel velden. Is het wel het goede bestand?"))
        fields = _plain(what)
        if not hasattr(fields, "get"):
            continue
        own = fields.get("/T")
        if own is not None:
            name = f"{name}.{own}" if name else str(own)
        button = button if fields.get("/FT") is None else fields.get("/FT") == "/Btn"
        node = _Node(fields, name, button, depth)
        yield node, own is not None
        above += [_Node(kid, name, button, depth + 1) for kid in reversed(_list(fields.get("/Kids")))]


def _own(node: _Node) -> list[str]:
    value = _plain(node.what.get("/V"))
    values = value if isinstance(value, list) else [value]
    found = [_text(_plain(one)) for one in values]
    if node.button:  # a box's answer is a name; some programs write it as a text
        found = [text.removeprefix("/") for text in found]
        return [text for text in found if text != "Off"]
    return found


def _ticked(box: Any) -> list[str]:  # noqa: ANN401 - whatever stands there
    state = _plain(box.get("/AS"))
    return [str(state).removeprefix("/")] if state is not None and state != "/Off" else []


def _text(value: Any) -> str:  # noqa: ANN401 - idem
    if value is None:
        return ""
    data = value.get_data() if hasattr(value, "get_data") else value
    if isinstance(data, bytes):
        return data.decode("utf-16" if data[:2] in {b"\xfe\xff", b"\xff\xfe"} else "utf-8", errors="replace")
    return str(data)


def _plain(value: Any) -> Any:  # noqa: ANN401 - idem
    found = value.get_object() if hasattr(value, "get_object") else value
    return None if type(found).__name__ == "NullObject" else found


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - idem
    found = _plain(value)
    return list(found) if isinstance(found, list) else []


# A bound on how long a piece of work on a file of unknown making may take, in any thread, on any system. ---------
# The work is interrupted as a key press would interrupt it: by an exception that nothing in it takes for its own.


class TimeUp(BaseException):
    """The work took too long. No ``Exception``, so that no library takes it for one of its own troubles."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TimeUp inside the block when it is not done after ``seconds``."""
    worker, lock = threading.get_ident(), threading.Lock()
    done = False

    def interrupt() -> None:
        with lock:
            if not done:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(worker), ctypes.py_object(TimeUp))

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:  # from here on nothing comes any more
            done = True
        timer.cancel()
