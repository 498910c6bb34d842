"""What cannot be done, in Dutch: the ground of every error that a person is told, and what the system refuses.

Why the system refused (an ``OSError``) is said here and nowhere else. What the person was doing decides the sentence;
the reason in it comes from one table.
"""

import errno
import sys

from samenspel.hygiene import one_line
from samenspel.taal import _


class RefusalError(Exception):
    """What was asked cannot be done. ``str()`` says in Dutch what, why and what helps: it is shown as it stands."""


# EFBIG: the largest file size that this user may make, which a person meets as a disk that is full.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_ACCESS = frozenset({errno.EACCES, errno.EPERM})
_LINK = frozenset({errno.ELOOP, errno.EMLINK})  # what O_NOFOLLOW says of a link: the second is FreeBSD's
_NO_DEVICE = frozenset({errno.ENXIO, errno.ENODEV})  # a pipe or socket under the name of a file

# Windows has numbers of its own, and a longest path: other programs, and a scanner, may hold a file there.
_HELD = frozenset({32, 33})
_LONGEST = 259

_REASONS = {
    errno.EROFS: _("daar mag alleen gelezen worden"),
    errno.ENOTDIR: _("daar staat een bestand in de weg"),
    errno.EEXIST: _("daar staat een bestand in de weg"),
    errno.EISDIR: _("daar staat een map in de weg"),
    errno.ENOENT: _("die plek bestaat niet"),
    errno.ENAMETOOLONG: _("de naam is te lang"),
    errno.EIO: _("de schijf geeft een fout"),
    errno.EBUSY: _("een ander programma heeft het open"),
    errno.EINVAL: _("die naam kan hier niet"),
}
_USING = _REASONS | dict.fromkeys(_NO_ACCESS, _("u hebt er geen toegang toe"))
_READING = _REASONS | dict.fromkeys(_NO_ACCESS, _("u mag het niet lezen"))
_WRITING = _REASONS | dict.fromkeys(_NO_ACCESS | {errno.EROFS}, _("u mag daar niet schrijven"))


# What samenspel keeps itself, in the folder of all data. ---------------------------------------------------------


def not_kept(error: OSError, folder: object) -> str:
    """Say why the last thing could not be kept in ``folder``, where samenspel keeps its data."""
    if _number(error) in _FULL:
        return _(
            "De schijf is vol. Dit laatste is niet bewaard; uw eerdere antwoorden zijn bewaard. "
            "Maak ruimte vrij en probeer het nog eens."
        )
    return _(
        "samenspel kan niet bij de map {map}: {reden}. Uw eerdere antwoorden zijn niet veranderd. "
        "Maak die map vrij, of kies een andere map met SAMENSPEL_DATA."
    ).format(map=one_line(folder), reden=_reason(error, _USING))


def not_opened(error: OSError, path: object) -> str:
    """Say why a file that samenspel keeps, and that may be whole, cannot be read."""
    return _("Het bestand {pad} is niet te lezen: {reden}. Het is niet veranderd.").format(
        pad=one_line(path), reden=_reason(error, _USING)
    )


# What a person brings. -------------------------------------------------------------------------------------------


def not_read(error: OSError | ValueError) -> str:
    """Say why a response file or form that somebody brought cannot be read; goes behind its name and a colon."""
    code = _number(error)  # None of a ValueError: a character that no name can have
    if code in _LINK:
        return _("dit is een snelkoppeling. Geef het bestand zelf.")
    if code in _NO_ACCESS:
        return _("u mag het niet lezen. Vraag iemand die dat mag.")
    if code == errno.EBUSY:
        return _("een ander programma heeft het open. Sluit het daar, en probeer het nog eens.")
    if code in _NO_DEVICE:
        return _("dit is geen gewoon bestand.")
    if code in {None, errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}:
        return _("dit bestand is er niet. Kijk of de naam en de map kloppen.")
    return _("het is niet te lezen ({fout}).").format(fout=_code(error))


def why_not_read(error: OSError) -> str:
    """Say in a few words why a file or folder that somebody brought cannot be read."""
    return _reason(error, _READING)


# What a person has written: reports, forms, tables. --------------------------------------------------------------


def not_saved(error: OSError, folder: object) -> str:
    """Say why a report cannot be saved in ``folder``, which the person chose on a screen."""
    code = _number(error)
    if code in _FULL:
        return _("De schijf is vol. Maak ruimte en probeer het opnieuw.")
    if code == errno.ENOENT:
        return _("Deze map bestaat niet: {map}. Kies een andere map.").format(map=one_line(folder))
    if code == errno.ENOTDIR:
        return _("Dit is geen map: {map}. Kies een andere map.").format(map=one_line(folder))
    if code in _NO_ACCESS | {errno.EROFS}:
        return _("U mag niet schrijven in deze map: {map}. Kies een andere map.").format(map=one_line(folder))
    if code == errno.ENAMETOOLONG:
        return _("Deze naam is te lang. Kies een kortere naam.")
    if code == errno.EINVAL:
        return _("Deze naam kan hier niet. Kies een andere naam.")
    if code == errno.EBUSY:
        return _("Dit bestand is open in een ander programma. Sluit het daar, of kies een andere naam.")
    return _("Bewaren lukt niet in {map}: {fout}").format(map=one_line(folder), fout=_name(error))


def not_done(error: OSError) -> str:
    """Say why a command could not write, at the place that the error names, if it names one."""
    if _number(error) in _FULL:
        return _("De schijf is vol. Maak ruimte vrij en probeer het nog eens.")
    reason = _reason(error, _WRITING)
    if error.filename is None:
        return _("Schrijven lukt niet: {reden}.").format(reden=reason)
    return _("Bij ‘{pad}’ lukt het niet: {reden}.").format(pad=one_line(error.filename), reden=reason)


def _reason(error: OSError, reasons: dict[int, str]) -> str:
    return reasons.get(_number(error) or 0) or _code(error)


def _number(error: OSError | ValueError) -> int | None:
    """Return the system's error number; Windows calls a file that is held refused, and a path too long not there."""
    if getattr(error, "winerror", None) in _HELD:
        return errno.EBUSY
    code: int | None = getattr(error, "errno", None)
    names = [str(getattr(error, name, None) or "") for name in ("filename", "filename2")]
    if sys.platform == "win32" and code == errno.ENOENT and max(map(len, names)) > _LONGEST:
        return errno.ENAMETOOLONG
    return code


def _code(error: OSError | ValueError) -> str:
    return _("fout {code}").format(code=_name(error))


def _name(error: OSError | ValueError) -> str:
    """Return the name of the system's error number, which whoever helps can look up."""
    return errno.errorcode.get(_number(error) or 0, "?")
