"""What can go wrong with the disk, each as one clear message for the person at the keyboard."""

import errno
from pathlib import Path

from samenspel.taal import _

# EFBIG: the largest file size that this user may make, which a person meets as a disk that is full.
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_REASONS = {
    errno.EACCES: _("u hebt er geen toegang toe"),
    errno.EPERM: _("u hebt er geen toegang toe"),
    errno.EROFS: _("daar mag alleen gelezen worden"),
    errno.ENOTDIR: _("daar staat een bestand in de weg"),
    errno.EEXIST: _("daar staat een bestand in de weg"),
    errno.EISDIR: _("daar staat een map in de weg"),
    errno.ENOENT: _("die plek bestaat niet"),
    errno.ENAMETOOLONG: _("de naam is te lang"),
    errno.EIO: _("de schijf geeft een fout"),
}


class StorageError(Exception):
    """The work on the disk could not be done, and nothing was changed. ``str()`` says it in Dutch, with the remedy."""


class NotFoundError(StorageError):
    """There is no self-test with this id."""


class UnreadableError(StorageError):
    """A file cannot be read as a self-test; the message says where it stands now."""


class NewerError(StorageError):
    """A file was written by a newer samenspel; it was left as it is."""


class WaitingError(StorageError):
    """What somebody handed in is not in the wave yet: nothing may be done that would leave it out for good."""


class DamagedError(Exception):
    """What a file holds is not what we wrote. Whoever opened it decides what becomes of the file."""


def unwritable(error: OSError, folder: Path) -> StorageError:
    """Return the error to raise when writing in ``folder`` failed."""
    if error.errno in _FULL:
        return StorageError(
            _(
                "De schijf is vol. Dit laatste is niet bewaard; uw eerdere antwoorden zijn bewaard. "
                "Maak ruimte vrij en probeer het nog eens."
            )
        )
    return StorageError(
        _(
            "samenspel kan niet bij de map {map}: {reden}. Uw eerdere antwoorden zijn niet veranderd. "
            "Maak die map vrij, of kies een andere map met SAMENSPEL_DATA."
        ).format(map=folder, reden=_reason(error))
    )


def unreadable(error: OSError, path: Path) -> UnreadableError:
    """Return the error to raise for a file that may be whole, but that the system does not let us read."""
    return UnreadableError(
        _("Het bestand {pad} is niet te lezen: {reden}. Het is niet veranderd.").format(pad=path, reden=_reason(error))
    )


def misfit(path: Path) -> UnreadableError:
    """Return the error to raise for a self-test with answers that its questionnaire does not have."""
    return UnreadableError(
        _(
            "In zelftest ‘{id}’ staan antwoorden die niet bij de vragen horen. Het bestand {pad} is niet veranderd. "
            "Zet een reservekopie terug, of wis hem met ‘samenspel gegevens wis {id}’."
        ).format(id=path.stem, pad=path)
    )


def _reason(error: OSError) -> str:
    """Say in a few Dutch words why the system refused."""
    return _REASONS.get(error.errno or 0) or _("fout {code}").format(code=errno.errorcode.get(error.errno or 0, "?"))
