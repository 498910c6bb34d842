"""Where what a facilitator brought stands, and saying in words what came of reading it."""

from collections.abc import Iterator
from pathlib import Path

from samenspel.collecting.files import Brought, bring
from samenspel.exchange.handover import BY_OPTION
from samenspel.exchange.report_file import documents
from samenspel.group.workshop import WorkshopError, read_from
from samenspel.hygiene import visible
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, meervoud

_SHOWN = 20


def told(came: Brought) -> Iterator[str]:
    """Say in words what came of reading."""
    added = meervoud("{n} antwoord toegevoegd.", "{n} antwoorden toegevoegd.", came.added).format(n=came.added)
    yield f"✓ {added}" if came.added else added
    if came.doubles:
        yield meervoud(
            "{n} antwoord was er al. Het telt één keer.",
            "{n} antwoorden waren er al. Ze tellen één keer.",
            len(came.doubles),
        ).format(n=len(came.doubles))
    yield from came.skipped()
    if came.typed_over:
        yield _("Dat doet u met 4 bij ‘Antwoorden verzamelen’.")
    if came.refused:
        yield _("Niet gelukt ({n}):").format(n=len(came.refused))
    for line in came.refused[:_SHOWN]:
        yield "✗ " + line.replace(BY_OPTION, _("die kunnen mee"))
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

    A place as file managers copy it (``file:///home/…``) is taken too.

    Raises:
        WorkshopError: nothing was typed, no path can be so, or there is nothing.
    """
    name = typed.strip().strip("\"'")
    if not name:
        raise WorkshopError(_("Vul in welk bestand of welke map u wilt inlezen."))
    try:
        path = folder / (_from_url(name) if name.lower().startswith("file:/") else Path(name).expanduser())
        there = path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise WorkshopError(_("Deze plek kan niet. Kijk na wat u typte.")) from error
    if not there:
        raise WorkshopError(
            _("Hier is geen bestand of map: {pad}. Kijk na wat u typte.").format(pad=visible(str(path)))
        )
    return path


def _from_url(url: str) -> Path:
    from urllib.request import url2pathname

    rest = url[len("file:") :].strip()
    if rest.lower().startswith("//localhost/"):
        rest = rest[len("//localhost") :]
    return Path(url2pathname(rest))


def read_in(
    groups: Groups, stored: StoredGroup, questionnaire: Questionnaire, path: Path, *, other_version: bool = False
) -> Brought:
    """Read a file or folder into the wave under way, and remember it. Raises StorageError; what was added stays."""
    groups.update_wave(stored.id, stored.wave.number, lambda wave: read_from(wave, str(path.absolute())))
    return bring(groups, stored.id, questionnaire, [path], other_version=other_version)
