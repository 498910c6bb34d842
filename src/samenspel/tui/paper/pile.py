"""*Papieren formulieren overtypen*: which form lies there, and where the forms go that belong to no group."""

from collections.abc import Iterable
from pathlib import Path

from textual import events, work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.collecting.typed_over import FolderPile, GroupPile, Pile
from samenspel.exchange.give.report_file import documents
from samenspel.exchange.receive.typed_over import KEYS, Printed, kinds_of
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.taal import _, meervoud
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.paper.folder import FolderField
from samenspel.tui.paper.typing import TypingScreen
from samenspel.tui.widgets.choices import Choices, Option


class PileScreen(BaseScreen):
    """Asks which form lies there; the forms themselves are typed on the next page, one after another."""

    HELP = _(
        "Hier typt u papieren formulieren over. Kies eerst welk formulier er ligt: dan kloppen de nummers. Op de "
        "eerste bladzijde staat of het de korte vorm is, en of het voor één partij is.\n\n"
        "Daarna typt u alleen cijfers. Hebt u ook andere formulieren? Ga dan met Esc terug en kies opnieuw.\n\n"
        "Is er een groep bij? Dan gaan de antwoorden naar die groep. Zonder groep komt er van elk formulier een "
        "rapport in een map, met een tabel erbij. Typt u later verder? Kies dan dezelfde map.\n\n"
        "Toelichtingen bij stellingen typt u niet over."
    )
    BINDINGS = [Binding("escape", "back", _("terug"))]

    def __init__(self, questionnaire: Questionnaire, pile: GroupPile | None) -> None:
        """``pile``: that of a group; None: the forms go into a folder."""
        super().__init__(classes="pile")
        self._questionnaire = questionnaire
        self._pile: Pile | None = pile
        self._folder = None if pile else FolderField()
        self._begun_in: Path | None = None

    @property
    def whose(self) -> object:
        """Whoever types over: what was copied from a form stays with the forms."""
        return self

    def compose_page(self) -> Iterable[Widget]:
        """Lay out what is asked."""
        yield Static(_("Papieren formulieren overtypen"), classes="title", markup=False)
        yield Static(self._warning, classes="paragraph muted", markup=False)
        yield Static(_("Welk formulier ligt er?"), classes="heading", markup=False)
        yield Static(_("Dat staat op de eerste bladzijde."), classes="summary", markup=False)
        kinds = enumerate(kinds_of(self._questionnaire))
        options = [Option(key, str(place), self._named(kind)) for key, (place, kind) in zip(KEYS, kinds, strict=False)]
        yield Choices(options)
        if self._folder is not None:
            yield self._folder
        yield Static(id="said", classes="hidden", markup=False)

    @property
    def _warning(self) -> str:
        if self._folder is None:
            return _("Wie overtypt, leest de antwoorden. Vernietig het papier daarna.")
        return _(
            "Elk formulier krijgt een rapport (PDF). Er komt één tabel bij (CSV). Wie bij de map kan, kan alles lezen."
        )

    def on_mount(self) -> None:
        """Suggest a folder of today."""
        if self._folder is not None:
            day = self.desk.clock().date().isoformat()
            self._folder.value = str(documents() / _("samenspel-papier-{dag}").format(dag=day))

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Say how many are in, when one comes back from typing."""
        if self._folder is not None and isinstance(self._pile, FolderPile) and self._pile.folder != self._begun_in:
            self._begun_in = self._pile.folder  # another was chosen while a form was typed
            self._folder.value = str(self._begun_in)
        if self._pile is not None and (count := len(self._pile.forms)):
            text = meervoud("✓ {n} formulier {waar}.", "✓ {n} formulieren {waar}.", count)
            self._say(text.format(n=count, waar=self._pile.where))

    def _named(self, kind: Printed) -> str:
        form = _("korte vorm") if kind.form == "kort" else _("volledige vorm")
        if not kind.party:
            return _("{vorm}, voor iedereen").format(vorm=form)
        who = _("mensen met een andere rol")
        if kind.party != OTHER_ROLE:
            who = self._questionnaire.party(kind.party).plural
        return _("{vorm}, voor {wie}").format(vorm=form, wie=who)

    def on_input_changed(self) -> None:
        """What was wrong is being changed."""
        if self._folder is not None:
            self._folder.say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from the folder to the forms."""
        event.stop()
        self.query_one(Choices).focus()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Begin typing."""
        event.stop()
        self._begin(kinds_of(self._questionnaire)[int(event.value)])

    @work(exclusive=True, group="read")
    async def _begin(self, kind: Printed) -> None:
        pile = self._pile if self._folder is None else await self._folder.tried(self._opened)
        if pile is not None and self.is_active:
            self._pile = pile
            self._begun_in = pile.folder if isinstance(pile, FolderPile) else None
            self.app.push_screen(TypingScreen(pile, kind))

    def _opened(self, folder: Path) -> FolderPile:
        return FolderPile(folder, self._questionnaire, self.desk.clock().date())

    def _say(self, text: str) -> None:
        said = self.query_one("#said", Static)
        said.update(text)
        said.remove_class("hidden")
