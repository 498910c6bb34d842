"""Reading response files, a whole folder, or typed-in paper forms into the wave; the screen never waits for it."""

import asyncio
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import platformdirs
from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.collecting.files import Brought, Looked, Old, bring, look
from samenspel.exchange.give.report_file import documents
from samenspel.exchange.handover import BY_OPTION
from samenspel.exchange.receive.basket import Progress
from samenspel.group.workshop import WorkshopError, read_from
from samenspel.hygiene import visible
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, meervoud
from samenspel.tui.kit.dialogs import ConfirmScreen, DialogScreen
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.fields import Field, PathLine
from samenspel.typed_path import PathError, bare, several, typed_path

_SHOWN = 20
_TELL = 0.5
"""After so many seconds it is said anew how far reading is."""


def told(came: Brought) -> Iterator[str]:
    """Say in words what came of reading."""
    left_out = list(came.left_out())
    yield from left_out[: 1 + _SHOWN]
    if len(left_out) > 1 + _SHOWN:
        yield _("… en nog {n}.").format(n=len(left_out) - 1 - _SHOWN)
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
        yield _("Niet gelukt ({n}):").format(n=came.failed)
    for line in came.refused[:_SHOWN]:
        yield "✗ " + line.replace(BY_OPTION, _("die kunnen mee"))
    if len(came.refused) > _SHOWN:
        yield _("… en nog {n}.").format(n=len(came.refused) - _SHOWN)
    yield from came.notes()


def usual_folder() -> Path:
    """Return where files that somebody sent usually stand: downloads, or else documents."""
    try:
        folder = platformdirs.user_downloads_path()
        return folder if folder.is_dir() else documents()
    except (RuntimeError, OSError):  # a user without a home
        return documents()


def place(typed: str, folder: Path) -> Path:
    """Turn what was typed or dropped into a path; a bare name stands in ``folder``.

    Raises:
        WorkshopError: nothing was typed, no path can be so, there is nothing, or several files were dropped at once.
    """
    if not bare(typed):
        raise WorkshopError(_("Vul in welk bestand of welke map u wilt inlezen."))
    try:
        path = typed_path(typed, folder)
        there = path.exists()
        too_many = not there and several(typed, folder)
    except (OSError, PathError, ValueError) as error:
        raise WorkshopError(_("Deze plek kan niet. Kijk na wat u typte.")) from error
    if too_many:
        raise WorkshopError(_("Dit is meer dan één bestand. Vul één bestand in, of een map met de bestanden erin."))
    if not there:
        raise WorkshopError(
            _("Hier is geen bestand of map: {pad}. Kijk na wat u typte.").format(pad=visible(str(path)))
        )
    return path


def read_in(  # noqa: PLR0913 - what is brought, and where
    groups: Groups,
    stored: StoredGroup,
    questionnaire: Questionnaire,
    path: Path,
    *,
    other_version: bool = False,
    progress: Progress = lambda _read, _of: None,
) -> Looked | Brought:
    """Read a file or folder into the wave under way, and remember it; nothing is in yet where something is to be asked.

    Raises StorageError; what was added stays.
    """
    groups.update_wave(stored.id, stored.wave.number, lambda wave: read_from(wave, str(path.absolute())))
    looked = look(groups, stored.id, questionnaire, [path], other_version=other_version, progress=progress)
    return looked if looked.asked else bring(groups, stored.id, questionnaire, looked)


_READ, _COMPARABLE, _DONE, _NAMES = "read", "comparable", "done", "names"
_OLD, _NEW = "old", "new"
_FILES = _(
    "Typ de map waarin de bestanden staan, of één bestand. Mensen maken zo'n bestand met een formulier, of in "
    "samenspel bij ‘Uw uitslag’, met g. Ingevulde PDF's mogen in dezelfde map."
)
_PAPER = _(
    "Typ het CSV-bestand met de overgetypte formulieren: een rij per formulier. Een ingevulde PDF, of een map ermee, "
    "kan ook. Staat er één fout in? Dan wordt het hele bestand geweigerd en ziet u waar de fout zit."
)
_FILES_SEEN = _("Wie een bestand onderweg in handen heeft, kan de antwoorden lezen. Wis de bestanden na afloop.")
_PAPER_SEEN = _("Wie de formulieren ziet of overtypt, leest de antwoorden. Vernietig het papier en het bestand daarna.")


class FilesScreen(BaseScreen):
    """Asks for a place, reads it in the background, and says what came of it."""

    HELP = _(
        "Typ waar de antwoorden staan en druk op Enter. Dat kan een map zijn, één bestand, een ingevuld formulier "
        "(PDF), of een CSV-bestand met papieren formulieren. Een naam zonder map zoekt samenspel in de gewone map.\n\n"
        "Wat goed is, wordt toegevoegd. Wat er al in zit, telt niet nog eens, ook als u de map opnieuw inleest. "
        "Wat niet kan, staat er met de reden bij.\n\n"
        "Een papieren formulier heeft ook een kenmerk. Wie dat overschrijft, kan het antwoord terugnemen. Daarom "
        "ziet u de kenmerken pas als u erom vraagt. Zet eerst de beamer uit.\n\n"
        "Zaten de antwoorden van een papieren formulier al in een vorige meting? Dan vraagt samenspel of het een nieuw "
        "formulier is. Antwoordt u nee, dan telt het niet mee."
    )
    BINDINGS = [
        Binding("f5", "read", _("inlezen")),
        Binding("escape", "back", _("terug naar verzamelen")),
    ]

    def __init__(
        self, groups: Groups, group: StoredGroup, questionnaire: Questionnaire, *, paper: bool, at_once: bool = False
    ) -> None:
        """``paper``: typed-in paper forms are asked for; ``at_once``: the place is read as soon as this is there."""
        super().__init__()
        self._groups = groups
        self._group = group
        self._questionnaire = questionnaire
        self._folder = usual_folder()
        self._field = Field(_("Bestand of map"), group.wave.source or str(self._folder), whole=True, line=PathLine)
        self._paper = paper
        self._came: Brought | None = None
        self._at_once = at_once
        self._so_far = (0, 0)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        title = _("Papieren formulieren inlezen") if self._paper else _("Bestanden inlezen")
        yield Static(title, classes="title", markup=False)
        yield Static(_PAPER if self._paper else _FILES, classes="paragraph", markup=False)
        yield Static(_PAPER_SEEN if self._paper else _FILES_SEEN, classes="paragraph muted", markup=False)
        yield self._field
        yield Choices(_options())
        yield Static(id="said", classes="hidden", markup=False)

    def on_mount(self) -> None:
        """Read at once when that was asked for."""
        if self._at_once:
            self.action_read()

    def on_input_changed(self) -> None:
        """What was wrong is being changed."""
        self._field.say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the place that was typed."""
        event.stop()
        self.action_read()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        event.stop()
        match event.value:
            case "done":
                self.action_back()
            case "names":
                self._show_names()
            case value:
                self.action_read(value == _COMPARABLE)

    def action_read(self, other_version: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's way to call it
        """Read the place that is typed."""
        try:
            path = place(self._field.value, self._folder)
        except WorkshopError as error:
            self._forget()
            self._field.say(str(error))
            self._field.enter()
            return
        self._say(_("Bezig met lezen …"))
        self._so_far = (0, 0)
        self._read(path, other_version)

    @work(exclusive=True, group="read")
    async def _read(self, path: Path, other_version: bool) -> None:  # noqa: FBT001
        reading = partial(read_in, other_version=other_version, progress=self._note_progress)
        follow = self.set_interval(_TELL, self._tell_progress)
        try:
            came = await asyncio.to_thread(reading, self._groups, self._group, self._questionnaire, path)
        except StorageError as error:
            self._say(str(error), wrong=True)
        else:
            if isinstance(came, Looked):
                self._ask_about(came)
            else:
                self._tell(came)
        finally:
            follow.stop()

    def _note_progress(self, read: int, of: int) -> None:
        """Remember how far reading is; called in its thread."""
        self._so_far = (read, of)

    def _tell_progress(self) -> None:
        """Say how far reading is, when there is more than one file."""
        read, of = self._so_far
        if of > 1 and read < of:
            self._say(_("Bezig met lezen … {n} van {aantal}").format(n=read, aantal=of))

    @work(exclusive=True, group="ask")
    async def _ask_about(self, looked: Looked) -> None:
        """Ask of each form whose answers stood in an earlier wave whether it is a new one; Esc: none of the rest is."""
        new = []
        for nth, one in enumerate(looked.asked, 1):
            answer = await self.ask(_is_new(one, nth, len(looked.asked)))
            if answer == _NEW:
                new.append(one.number)
            elif not answer:
                break
        try:
            came = await asyncio.to_thread(bring, self._groups, self._group.id, self._questionnaire, looked, new)
        except StorageError as error:
            self._say(str(error), wrong=True)
        else:
            self._tell(came)

    def _tell(self, came: Brought) -> None:
        """Say what came of it; who goes on after a good read must not type into the place."""
        self._came = came
        good = bool(came.added or came.doubles)
        self._say("\n".join(told(came)), wrong=not good)
        choices = self.query_one(Choices)
        choices.show(_options(again=True, comparable=came.comparable > 0, names=bool(came.forms)), None)
        if good:
            choices.focus()

    def _forget(self) -> None:
        """Take away what came of the place before: below the fault of another place it would seem to be of that."""
        if self._came is not None:
            self._came = None
            self.query_one("#said", Static).add_class("hidden")
            self.query_one(Choices).show(_options(), None)

    @work(exclusive=True, group="ask")
    async def _show_names(self) -> None:
        """Show with what each paper form is taken back, after a warning."""
        question = ConfirmScreen(
            _("Staat de beamer uit?"),
            _("Wie een kenmerk overschrijft, kan dat antwoord terugnemen. Zorg dat niemand anders meekijkt."),
            yes=_("Ja, toon de kenmerken"),
        )
        if self._came is not None and await self.ask(question):
            self._say("\n".join((*told(self._came), *self._came.names())))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(text)
        said.set_class(wrong, "wrong")
        said.remove_class("hidden")


def _is_new(one: Old, nth: int, number: int) -> DialogScreen:
    return DialogScreen(
        _("Is dit een nieuw formulier? ({nr} van {n})").format(nr=nth, n=number),
        _(
            "{formulier}: deze antwoorden zaten al in {meting}, of bijna. Wie meedoet, vult elke keer opnieuw in. Met "
            "Esc telt dit formulier niet mee, en ook geen dat nog komt."
        ).format(formulier=one.source, meting=one.wave),
        [
            Option("1", _OLD, _("nee, een oud formulier: telt niet mee")),
            Option("2", _NEW, _("ja, een nieuw formulier: telt mee")),
        ],
    )


def _options(*, again: bool = False, comparable: bool = False, names: bool = False) -> list[Option]:
    options = [(_READ, _("opnieuw inlezen") if again else _("inlezen")), (_DONE, _("klaar"))]
    if comparable:
        options.append((_COMPARABLE, _("ook meenemen wat met een andere versie te vergelijken is")))
    if names:
        options.append((_NAMES, _("kenmerken van papier tonen")))
    return [Option(str(number), value, text) for number, (value, text) in enumerate(options, 1)]
