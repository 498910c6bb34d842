"""The statements of one's own questionnaire, changed one at a time, with what is odd about a text beside it.

Everything else stays in the YAML, which is the truth: only the text of a statement is replaced there.
"""

import sys
from collections.abc import Iterable

from textual import work
from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static, TextArea

from samenspel.authoring.editing import as_read, change_statement, raise_version, remarks
from samenspel.hygiene import clean
from samenspel.questionnaire.applicability import ordered_items
from samenspel.questionnaire.model import Item, Questionnaire
from samenspel.refusals import RefusalError, not_done
from samenspel.storage.shelf import Offered
from samenspel.taal import _
from samenspel.tui.kit.dialogs import DROP, SAVE, ConfirmScreen, unsaved_question
from samenspel.tui.kit.screen import BaseModal, BaseScreen
from samenspel.tui.widgets.menu import Menu, MenuEntry
from samenspel.tui.widgets.writing_area import WritingArea


class EditStatementsScreen(BaseScreen):
    """Lists the statements by dimension; one opens to be changed. After the first change it asks about the version."""

    HELP = _(
        "Hier past u de tekst van een stelling aan. Kies er een met Enter. U ziet dan meteen hoe elke partij haar "
        "leest, en of de tekst makkelijk genoeg is.\n\n"
        "De tekst staat daarna in het bestand van uw vragenlijst. Al het andere verandert u daar, in een "
        "tekstprogramma.\n\n"
        "Betekent een stelling straks iets anders? Dan hoort er een nieuwe stelling te komen, met een nieuwe id. "
        "Anders lijkt het alsof mensen van mening veranderden."
    )
    BINDINGS = [Binding("escape", "back", _("terug"))]

    def __init__(self, offered: Offered, questionnaire: Questionnaire) -> None:
        super().__init__(classes="list")
        self._offered = offered
        self._questionnaire = questionnaire
        self._asked = False

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Stellingen aanpassen"), classes="title", markup=False)
        yield Static(id="about", classes="paragraph", markup=False)
        yield Menu()

    def on_mount(self) -> None:
        """Show the statements as they are now."""
        super().on_mount()
        self._show()

    def _show(self) -> None:
        asked = self._questionnaire.asked
        about = _("{titel}, versie {versie}.").format(titel=asked.title, versie=asked.version)
        self.query_one("#about", Static).update(about)
        names = {dimension.id: dimension.name for dimension in asked.dimensions}
        self.query_one(Menu).replace(
            MenuEntry(item.id, item.text, _("{onderdeel} · {id}").format(onderdeel=names[item.dimension], id=item.id))
            for item in ordered_items(self._questionnaire)
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change a statement."""
        if event.option_id:
            self._edit(event.option_id)

    @work(exclusive=True, group="ask")
    async def _edit(self, item: str) -> None:
        changed = await self.ask(EditStatementScreen(self._offered, self._questionnaire, item))
        if changed is None:
            return
        self._questionnaire = changed
        self._show()
        if not self._asked:
            self._asked = True
            await self._ask_about_version()
        self.notify(_("Bewaard in het bestand van uw vragenlijst."), markup=False)

    async def _ask_about_version(self) -> None:
        question = ConfirmScreen(
            _("Versie verhogen?"),
            _(
                "Dit is nu versie {versie}. Mensen die de oude tekst beantwoordden, kregen iets anders te lezen. Met "
                "een hogere versie is dat later te zien. Een groep die al begon, houdt de oude vragen."
            ).format(versie=self._questionnaire.version),
            yes=_("Ja, verhoog de versie"),
            no=_("Nee, het was een kleine verbetering"),
        )
        if not await self.ask(question):
            return
        try:
            self._questionnaire = raise_version(self._offered.folder)
        except RefusalError as error:
            self.navigator.show_problem(str(error))
        except OSError as error:
            self.navigator.show_problem(not_done(error))
        self._show()


class EditStatementScreen(BaseModal[Questionnaire | None]):
    """A window with one statement to change. Gives back the questionnaire as it is then; None: nothing changed."""

    HELP = _(
        "Verander de tekst. Eronder staat hoe elke partij hem leest. {ander} en {anderen} worden de naam van de andere "
        "partij.\n\n"
        "Staat er iets bij ‘Let op’? Dan kan het beter, maar het mag. Staat er ‘Dit kan niet’, dan verandert u het "
        "eerst.\n\n"
        "F8 bewaart. Met Esc sluit u het venster."
    )
    BINDINGS = [
        Binding("f8,ctrl+s", "save", _("bewaren"), priority=True),
        Binding("escape", "back", _("sluiten")),
    ]

    def __init__(self, offered: Offered, questionnaire: Questionnaire, item: str) -> None:
        super().__init__(classes="window note")
        self._offered = offered
        self._questionnaire = questionnaire
        self._item: Item = questionnaire.item(item)
        self._before = self._item.text

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        yield Static(self._item.topic, classes="title", markup=False)
        yield WritingArea(self._before)
        yield Static(id="remarks", classes="paragraph", markup=False)
        yield Static(id="read", classes="muted", markup=False)
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Bewaren"), id=SAVE)
            yield Button(_("Sluiten"), id="close")

    def on_mount(self) -> None:
        """Say what is to be said of the text as it is."""
        self.on_text_area_changed()

    @property
    def _typed(self) -> str:
        return clean(self.query_one(TextArea).text, sys.maxsize)

    @property
    def _same(self) -> bool:
        """Whether nothing was changed; in the file a text can have more spaces."""
        return self._typed == clean(self._before, sys.maxsize)

    def on_text_area_changed(self) -> None:
        """Say what is odd, and how each party reads it."""
        text = self._typed
        told = [
            (_("Dit kan niet: {wat} {doe}") if one.wrong else _("Let op: {wat} {doe}")).format(
                wat=one.message, doe=one.remedy
            )
            for one in remarks(text)
        ]
        self.query_one("#remarks", Static).update("\n".join(told))
        read = as_read(self._questionnaire, self._item, text)
        lines = [_("{wie}: ‘{tekst}’").format(wie=party, tekst=read_) for party, read_ in read]
        self.query_one("#read", Static).update("\n".join([_("Zo lezen mensen het:"), *lines]) if text else "")

    def _store(self) -> Questionnaire | None:
        """Put the text in the file; when that cannot be done, say why, and what was typed stays."""
        text = self._typed
        wrong = next((one for one in remarks(text) if one.wrong), None)
        if wrong is not None:
            self.navigator.show_problem(f"{wrong.message} {wrong.remedy}")
            return None
        try:
            return change_statement(self._offered.folder, self._item.id, self._before, text)
        except RefusalError as error:
            self.navigator.show_problem(str(error))
        except OSError as error:
            self.navigator.show_problem(not_done(error))
        return None

    def action_save(self) -> None:
        """Store the text in the file, and close the window."""
        if self._same:
            self.dismiss(None)
        elif (changed := self._store()) is not None:
            self.dismiss(changed)

    def keep(self) -> bool:
        """Store the text as it stands."""
        if self._same:
            return True
        if self._store() is None:
            return False
        self._before = self._typed
        return True

    def action_back(self) -> None:
        """Close the window; when the text was changed, ask first what to do with it."""
        if self._same:
            self.dismiss(None)
            return
        self.app.push_screen(unsaved_question(_("U hebt de stelling veranderd. Wat wilt u doen?")), self._decided)

    def _decided(self, choice: str | None) -> None:
        if choice == SAVE:
            self.action_save()
        elif choice == DROP:
            self.dismiss(None)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        if event.button.id == SAVE:
            self.action_save()
        else:
            self.action_back()
