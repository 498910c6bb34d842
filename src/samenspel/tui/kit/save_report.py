"""Where must a report, figures or answers come? Made in the background, written whole or not at all."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from textual import work
from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from samenspel.exchange.give.report_file import ReportFileError, documents, free_name, open_file, target, write
from samenspel.taal import _
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.fields import PathLine

_SAVE, _OPEN, _CLOSE = "save", "open", "close"
TITLES = {
    ".pdf": _("Rapport bewaren als PDF"),
    ".html": _("Rapport bewaren als HTML"),
    ".xlsx": _("Cijfers bewaren voor Excel (XLSX)"),
    ".zip": _("Cijfers bewaren als CSV (in een ZIP)"),
}
"""What can be saved of a result, by the ending of the file."""


class ToSave(Protocol):
    """What is to be saved."""

    @property
    def file_name(self) -> str:
        """The name that is suggested, without its ending."""

    def caution(self, suffix: str) -> str:
        """Say what a person should know before choosing a place."""


class Reported(ToSave, Protocol):
    """What a report can be made of."""

    def report(self, suffix: str) -> bytes:
        """Return the report as a file's content."""


class _PlaceInput(PathLine):
    BINDINGS = [Binding("enter", "submit", _("bewaren"))]


class SaveScreen(BaseModal[None]):
    """A window that asks for a place, makes what must come there, and shows where it stands."""

    HELP = _(
        "Hier kiest u waar het bestand komt. Enter bewaart het op de plek die er staat.\n\n"
        "Typt u iets, dan komt dat in de plaats van de hele plek. Een naam zonder map komt in de gewone map. Wilt u "
        "een stukje veranderen? Druk dan eerst op ← of →.\n\n"
        "Kies een plek waar alleen mensen bij kunnen die het bestand mogen lezen.\n\n"
        "Staat er al een bestand met die naam? Dan wordt eerst gevraagd of dat weg mag."
    )
    BINDINGS = [
        Binding("escape", "back", _("sluiten")),
        Binding("down", "app.focus_next", show=False),
    ]

    class Saved(Message):
        """The report stands at ``path``."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Failed(Message):
        """Writing or opening went wrong; ``text`` says how, and what to do."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, outcome: ToSave, suffix: str, title: str = "", *, then: str = "") -> None:
        """``then``: what the person does with the file once it is there; it is not one to look into then."""
        super().__init__(classes="window")
        self._title = title or TITLES[suffix]
        self._outcome = outcome
        self._suffix = suffix
        self._then = then
        self._folder = documents()
        self._saved: Path | None = None

    def suggested(self) -> Path:
        """Return the place that is offered first."""
        raise NotImplementedError

    def place(self, typed: str) -> Path:
        """Turn what was typed into a place. Raises ReportFileError: it cannot be one."""
        raise NotImplementedError

    def replacing(self, path: Path) -> ConfirmScreen | None:
        """Return the question whether what stands at ``path`` may be replaced; None: nothing does."""
        raise NotImplementedError

    def make(self, path: Path, *, replace: bool) -> None:
        """Make it; not on the event loop. Raises ReportFileError."""
        raise NotImplementedError

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(self._title, classes="title", markup=False)
        yield Static(self._outcome.caution(self._suffix), classes="paragraph", markup=False)
        yield Static(_("Waar? Druk op Enter, of typ een andere naam of plek."), id="where", markup=False)
        yield _PlaceInput(str(self.suggested()))
        yield Static(id="said", classes="hidden", markup=False)
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Bewaren (Enter)"), id=_SAVE)
            yield Button(_("Niet bewaren (Esc)"), id=_CLOSE)
        done = [(_CLOSE, _("Klaar"))] if self._then else [(_OPEN, _("Openen")), (_CLOSE, _("Klaar"))]
        options = [Option(str(number), value, text) for number, (value, text) in enumerate(done, 1)]
        yield Choices(options, buttons=True, classes="hidden")

    def action_back(self) -> None:
        """Close the window."""
        self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Make the report at the place that was typed."""
        event.stop()
        self._save()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Open the report, or close the window."""
        event.stop()
        if event.value == _OPEN:
            self._open()
        else:
            self.dismiss(None)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        if event.button.id == _SAVE:
            self._save()
        else:
            self.dismiss(None)

    @work(exclusive=True, group="ask")
    async def _save(self) -> None:
        try:
            path = self.place(self.query_one(Input).value)
            question = self.replacing(path)
        except ReportFileError as error:
            self.post_message(self.Failed(str(error)))
            return
        if question is None:
            self._make(path, replace=False)
        elif await self.ask(question):
            self._make(path, replace=True)

    @work(exclusive=True, group="make")
    async def _make(self, path: Path, *, replace: bool) -> None:
        self._say(_("Het bestand wordt gemaakt …"))
        try:
            await asyncio.to_thread(self.make, path, replace=replace)
        except ReportFileError as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self.Saved(path))

    @work(exclusive=True, group="open")
    async def _open(self) -> None:
        if self._saved is None:
            return
        try:
            await asyncio.to_thread(open_file, self._saved)
        except ReportFileError as error:
            self.post_message(self.Failed(str(error)))

    def on_save_screen_saved(self, event: Saved) -> None:
        """Say where the report stands, and offer to open it."""
        self._saved = event.path
        for asked in ("#where", "Input", ".buttons", *([".paragraph"] if self._then else [])):
            self.query_one(asked).add_class("hidden")
        said = _("✓ Bewaard in:\n{pad}").format(pad=event.path)
        self._say(f"{said}\n\n{self._then}" if self._then else said)
        choices = self.query_one(Choices)
        choices.remove_class("hidden")
        choices.focus()
        self.call_after_refresh(choices.scroll_visible, animate=False)  # a long name takes many lines

    def on_save_screen_failed(self, event: Failed) -> None:
        """Say what went wrong; what was typed stays."""
        self._say(event.text, wrong=True)
        if self._saved is None:
            self.query_one(Input).focus()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(text)
        said.set_class(wrong, "wrong")
        said.remove_class("hidden")


class SaveReportScreen(SaveScreen):
    """A window that saves one file."""

    def __init__(self, outcome: Reported, suffix: str, title: str = "", *, then: str = "") -> None:
        """``then``: what the person does with the file once it is there; it is not one to look into then."""
        super().__init__(outcome, suffix, title, then=then)
        self._reported = outcome

    def suggested(self) -> Path:
        """Return a free name."""
        return free_name(self._outcome.file_name, self._suffix, self._folder)

    def place(self, typed: str) -> Path:
        """Turn what was typed into the path of a file."""
        return target(typed, self._suffix, self._folder)

    def replacing(self, path: Path) -> ConfirmScreen | None:
        """Ask whether the file that is there may go."""
        return _replace_question(path) if path.exists() else None

    def make(self, path: Path, *, replace: bool) -> None:
        """Make the file."""
        write(path, self._reported.report(self._suffix), replace=replace)


def _replace_question(path: Path) -> ConfirmScreen:
    return ConfirmScreen(
        _("Er staat al een bestand met deze naam"),
        _("{pad}\n\nWilt u dat bestand vervangen? Wat erin staat, verdwijnt dan.").format(pad=path),
        yes=_("Ja, vervang het"),
    )
