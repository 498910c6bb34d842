"""Where what a facilitator brought stands, and saying in words what came of reading it."""

from collections.abc import Iterator
from pathlib import Path

from samenspel.collecting.files import Brought
from samenspel.exchange.handover import BY_OPTION
from samenspel.exchange.report_file import documents
from samenspel.group.workshop import WorkshopError
from samenspel.taal import _, meervoud

_SHOWN = 20


def told(came: Brought) -> Iterator[str]:
    """Say in words what came of reading."""
    yield meervoud("✓ {n} antwoord toegevoegd.", "✓ {n} antwoorden toegevoegd.", came.added).format(n=came.added)
    if came.doubles:
        yield meervoud(
            "{n} antwoord was er al. Het telt één keer.",
            "{n} antwoorden waren er al. Ze tellen één keer.",
            len(came.doubles),
        ).format(n=len(came.doubles))
    if came.ignored:
        yield meervoud("{n} ander bestand overgeslagen.", "{n} andere bestanden overgeslagen.", came.ignored).format(
            n=came.ignored
        )
    if came.refused:
        yield _("Niet gelukt ({n}):").format(n=len(came.refused))
    for line in came.refused[:_SHOWN]:
        yield f"✗ {line.replace(BY_OPTION, _('die kunnen mee'))}"
    if len(came.refused) > _SHOWN:
        yield _("… en nog {n}.").format(n=len(came.refused) - _SHOWN)
    yield from came.notes()


def usual_folder() -> Path:
    """Return where files that somebody sent usually stand: downloads, or else documents."""
    import platformdirs

    try:
        folder = platformdirs.user_downloads_path()
        return folder if folder.is_dir() else documents()
    except (RuntimeError, OSError):  # a user without a home
        return documents()


def place(typed: str, folder: Path) -> Path:
    """Turn what was typed into a path: ``~`` is the home folder, a bare name stands in ``folder``.

    Raises:
        WorkshopError: nothing was typed, or no path can be so.
    """
    name = typed.strip().strip("\"'")
    if not name:
        raise WorkshopError(_("Vul in welk bestand of welke map u wilt inlezen."))
    try:
        path = folder / Path(name).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise WorkshopError(_("Deze plek kan niet. Kijk na wat u typte.")) from error
    return path
