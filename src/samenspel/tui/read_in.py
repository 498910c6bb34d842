"""Reading what a facilitator brought into a wave, and saying in words what came of it. Runs in a thread."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from samenspel.exchange.handover import BY_OPTION
from samenspel.exchange.incoming import gather
from samenspel.exchange.report_file import documents
from samenspel.group.workshop import WorkshopError, read_from
from samenspel.hygiene import visible
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, meervoud

_SHOWN = 20


class Outcome(Struct, frozen=True):
    """What came of reading: how many were added, how many were there already, and what was refused."""

    added: int
    doubles: int
    refused: tuple[str, ...]
    ignored: int
    comparable: int

    def lines(self) -> Iterator[str]:
        """Say it in words."""
        yield meervoud("✓ {n} antwoord toegevoegd.", "✓ {n} antwoorden toegevoegd.", self.added).format(n=self.added)
        if self.doubles:
            yield meervoud(
                "{n} antwoord was er al. Het telt één keer.",
                "{n} antwoorden waren er al. Ze tellen één keer.",
                self.doubles,
            ).format(n=self.doubles)
        if self.ignored:
            yield meervoud(
                "{n} ander bestand overgeslagen.", "{n} andere bestanden overgeslagen.", self.ignored
            ).format(n=self.ignored)
        if self.refused:
            yield _("Niet gelukt ({n}):").format(n=len(self.refused))
        for line in self.refused[:_SHOWN]:
            yield f"✗ {line.replace(BY_OPTION, _('die kunnen mee'))}"
        if len(self.refused) > _SHOWN:
            yield _("… en nog {n}.").format(n=len(self.refused) - _SHOWN)


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
        WorkshopError: nothing was typed, no path can be so, or there is nothing.
    """
    name = typed.strip().strip("\"'")
    if not name:
        raise WorkshopError(_("Vul in welk bestand of welke map u wilt inlezen."))
    try:
        path = folder / Path(name).expanduser()
        there = path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise WorkshopError(_("Deze plek kan niet. Kijk na wat u typte.")) from error
    if not there:
        raise WorkshopError(
            _("Hier is geen bestand of map: {pad}. Kijk na wat u typte.").format(pad=visible(str(path)))
        )
    return path


def read_in(
    groups: Groups, stored: StoredGroup, questionnaire: Questionnaire, path: Path, *, other_version: bool = False
) -> Outcome:
    """Read a file or folder into the wave under way, and remember it. Raises StorageError; what was added stays."""
    groups.update_wave(stored.id, stored.wave.number, lambda wave: read_from(wave, str(path.absolute())))
    found = gather([path], questionnaire, other_version=other_version)
    outcome = list(groups.add(stored.id, found.entries).values())
    return Outcome(outcome.count("added"), outcome.count("double"), found.refused, found.ignored, found.comparable)
