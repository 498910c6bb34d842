"""*Mijn gegevens*: every file that is kept on this computer, what is in it, and erasing."""

import asyncio
from collections.abc import Iterator

from textual import work
from textual.binding import Binding
from textual.widgets import OptionList

from samenspel.storage.selftests import SelfTests
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.screens.confirm import ConfirmScreen
from samenspel.tui.screens.dialog import DialogScreen
from samenspel.tui.screens.listing import ListingScreen
from samenspel.tui.stored_files import ERASABLE, StoredFile, erase_all, looked_at, stored_files

_NOT_REACHED = _("Rapporten (PDF, HTML) die u zelf hebt bewaard of doorgegeven, blijven bestaan. Die wist u zelf.")


class MyDataScreen(ListingScreen[StoredFile, SelfTests]):
    """Lists the files of the store; one or all self-tests can be erased."""

    HELP = _(
        "Hier ziet u elk bestand dat samenspel op deze computer bewaart, en wat erin staat. "
        "Er gaat niets vanzelf naar iemand anders.\n\n"
        "Enter laat zien waar een bestand staat. Met w wist u een zelftest, met x alles wat van u is. "
        "Er wordt eerst gevraagd of u het zeker weet.\n\n"
        "Een bestand dat niet te lezen was, is apart gezet. U kunt het bewaren of wissen.\n\n"
        "Wat van een groep is, wist u bij ‘Samen vergelijken’.\n\n"
        "Eigen vragenlijsten staan onderaan. Met Enter kijkt samenspel ze na. Wissen doet u zelf: haal de map weg."
    )
    LIST_TITLE = _("Mijn gegevens")
    BINDINGS = [
        Binding("w,delete", "erase", _("wissen")),
        Binding("x", "erase_all", _("alles wissen")),
    ]

    @property
    def kept(self) -> SelfTests:
        """The person's own self-tests."""
        return self.main.store

    def find(self, store: SelfTests) -> tuple[str, Iterator[StoredFile]]:
        """Say where everything stands, and give the files one by one."""
        number, files = stored_files(store, self.main.shelf)
        mine = len(self.main.shelf.folders())
        if not number and not mine:
            return _("Er is nog niets bewaard. Straks staat alles in deze map: {map}").format(map=store.folder), files
        parts = [meervoud("{n} bestand", "{n} bestanden", number).format(n=number)] if number else []
        if mine:
            parts.append(meervoud("{n} eigen vragenlijst", "{n} eigen vragenlijsten", mine).format(n=mine))
        about = _("Alles staat in deze map, {wat}:").format(wat=opsomming(parts))
        return f"{about}\n{store.folder}", files

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer erasing only where there is something of the person."""
        if action == "erase":
            file = self.here()
            return file is not None and file.kind in ERASABLE
        if action == "erase_all":
            return any(file.kind in ERASABLE for file in self._listed.values())
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Show a file's whole path, and what is in it."""
        file = self.here()
        if file is None:
            return
        if file.kind == "own":
            self._check(file)
        else:
            self.app.push_screen(DialogScreen(file.title, f"{file.about}\n\n{file.path}"))

    @work(exclusive=True, group="check")
    async def _check(self, file: StoredFile) -> None:
        """Look closely at a questionnaire of the person's own, and say what was found."""
        found = await asyncio.to_thread(looked_at, self.main.shelf.at(file.path))
        if not self.gone:
            self.app.push_screen(DialogScreen(file.title, f"{found}\n\n{file.path}"))

    @work(exclusive=True, group="ask")
    async def action_erase(self) -> None:
        """Erase the self-test, or what was set aside of it, after asking."""
        file = self.here()
        if file is not None and await self.ask(
            ConfirmScreen(
                _("{wat} wissen?").format(wat=file.title),
                _("Dit bestand verdwijnt van deze computer. Dit is niet terug te draaien.")
                + f"\n\n{file.path}\n\n{_NOT_REACHED}",
                yes=_("Ja, wis dit"),
            )
        ):
            store, selftest_id = self.main.store, file.selftest_id
            self.erase(lambda: store.delete(selftest_id), _("Gewist: {wat}.").format(wat=file.title))

    @work(exclusive=True, group="ask")
    async def action_erase_all(self) -> None:
        """Erase all that is the person's, after asking twice."""
        sure = await self.ask(
            ConfirmScreen(
                _("Alles wissen?"),
                _(
                    "Al uw zelftests verdwijnen van deze computer, ook die nog open zijn of niet te lezen. "
                    "Dit is niet terug te draaien."
                )
                + f"\n\n{_NOT_REACHED}",
                yes=_("Ja, wis alles"),
            )
        )
        if sure and await self.ask(
            ConfirmScreen(
                _("Weet u het heel zeker?"),
                _("Dit is de laatste vraag. Na ‘ja’ is er niets meer van uw zelftests over."),
                yes=_("Ja, wis nu alles"),
            )
        ):
            store = self.main.store
            self.erase(lambda: erase_all(store), _("Alles van u is gewist."))
