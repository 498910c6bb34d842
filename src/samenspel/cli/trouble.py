"""What can go wrong in any command becomes one clear Dutch message and exit code 1, never a traceback."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from samenspel.taal import _


class Refused(click.ClickException):
    """The work could not be done: ``message`` is the clear Dutch line; the exit code is 1."""

    def __init__(self, message: str) -> None:
        from samenspel.hygiene import visible

        super().__init__(visible(message))  # a file's name may hold anything


class WrongPlaceError(Refused):
    """The call cannot work here, such as the app without a terminal; the exit code is 2."""

    exit_code = 2


def typed_path(typed: str) -> Path:
    """Turn what a person typed into a path; ``~`` is their home. Raises Refused: nobody has that home."""
    try:
        return Path(typed).expanduser()
    except RuntimeError as error:
        raise Refused(_("Deze plek kan niet: {pad}. Kies een andere.").format(pad=typed)) from error


@contextmanager
def told() -> Iterator[None]:
    """Turn every known trouble inside into :class:`Refused`, with a message that says what to do."""
    from samenspel.authoring import QuestionnaireError
    from samenspel.exchange.receive.forms import FormsError
    from samenspel.group.workshop import WorkshopError
    from samenspel.storage import StorageError

    try:
        yield
    except (FormsError, QuestionnaireError, StorageError, WorkshopError) as error:
        raise Refused(_as_list(str(error))) from error
    except BrokenPipeError:
        raise  # somebody looked at the first lines only (`| head`): click ends quietly
    except OSError as error:
        raise Refused(disk_trouble(error)) from error


def _as_list(message: str) -> str:
    """Put several faults under each other, so that they read as one message."""
    lines = message.split("\n")
    return message if len(lines) == 1 else "\n  ".join(["", *lines])


def disk_trouble(error: OSError) -> str:
    """Say in Dutch why reading or writing failed."""
    match error.errno:
        case errno.ENOSPC | errno.EFBIG | errno.EDQUOT:
            return _("De schijf is vol. Maak ruimte vrij en probeer het nog eens.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            reason = _("u mag daar niet schrijven")
        case errno.ENOENT:
            reason = _("die plek bestaat niet")
        case errno.ENOTDIR | errno.EEXIST:
            reason = _("daar staat een bestand in de weg")
        case errno.ENAMETOOLONG:
            reason = _("de naam is te lang")
        case _other:
            reason = _("fout {code}").format(code=errno.errorcode.get(error.errno or 0, "?"))
    if error.filename is None:
        return _("Schrijven lukt niet: {reden}.").format(reden=reason)
    return _("Bij ‘{pad}’ lukt het niet: {reden}.").format(pad=error.filename, reden=reason)
