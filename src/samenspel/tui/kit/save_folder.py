"""Where must a folder with several files come? Made in the background, with a line that says how far it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from textual.message import Message

from samenspel.exchange.give.report_file import ReportFileError, free_name, target_folder, write
from samenspel.hygiene import one_line
from samenspel.refusals import not_saved
from samenspel.taal import _, meervoud
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.save_report import SaveScreen, ToSave
from samenspel.whole_file import make_folder


class InFiles(ToSave, Protocol):
    """What becomes a folder of files."""

    def files(self, suffix: str) -> Iterator[tuple[str, bytes]]:
        """Give the name and the content of each file; each is made when it is asked for."""


class SaveFolderScreen(SaveScreen):
    """A window that asks for a folder, makes the files in it, and shows where it stands."""

    HELP = _(
        "Hier kiest u in welke map de bestanden komen. Enter bewaart ze in de map die er staat. Is die er nog niet? "
        "Dan wordt hij gemaakt.\n\n"
        "Typt u iets, dan komt dat in de plaats van de hele plek. Kies een plek waar alleen u bij kunt.\n\n"
        "Staat er in die map al een bestand met dezelfde naam? Dan wordt eerst gevraagd of dat weg mag."
    )

    class Progress(Message):
        """So many files are there."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, outcome: InFiles, suffix: str) -> None:
        super().__init__(outcome, suffix, _("Alle delen bewaren, in een map"))
        self._files = outcome

    def suggested(self) -> Path:
        """Return the folder that is offered first."""
        return free_name(self._files.file_name, "", self._folder)

    def place(self, typed: str) -> Path:
        """Turn what was typed into the path of a folder."""
        return target_folder(typed, self._folder)

    def replacing(self, path: Path) -> ConfirmScreen | None:
        """Ask whether what stands in the folder may be replaced; None: there is nothing in it.

        Raises ReportFileError: it may not be looked into.
        """
        try:
            if not path.is_dir() or not any(path.iterdir()):
                return None
        except OSError as error:
            text = _("U kunt niet zien wat er in deze map staat: {pad}. Kies een andere.")
            raise ReportFileError(text.format(pad=one_line(path))) from error
        return ConfirmScreen(
            _("Deze map is er al, en er staat iets in"),
            _("{pad}\n\nWat dezelfde naam heeft, wordt vervangen. De rest blijft staan.").format(pad=path),
            yes=_("Ja, bewaar het in die map"),
        )

    def make(self, path: Path, *, replace: bool) -> None:
        """Make the files, each told when it is there. Raises ReportFileError."""
        try:
            make_folder(path)
        except OSError as error:
            raise ReportFileError(not_saved(error, path.parent)) from error
        for number, (name, content) in enumerate(self._files.files(self._suffix), 1):
            write(path / name, content, replace=replace)
            self.post_message(self.Progress(number))

    def on_save_folder_screen_progress(self, event: Progress) -> None:
        """Say how far it is."""
        if self._saved is None:
            text = meervoud("{n} bestand is gemaakt …", "{n} bestanden zijn gemaakt …", event.number)
            self._say(text.format(n=event.number))
