"""*Mijn gegevens*: every file that is kept on this computer, what is in it, and erasing."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Final

from msgspec import Struct
from textual import work
from textual.binding import Binding
from textual.widgets import OptionList

from samenspel.storage import NotFoundError, StorageError, group_files, inventory
from samenspel.storage.inventory import WITH_ANSWERS, Kind
from samenspel.storage.selftests import SelfTests
from samenspel.storage.shelf import Offered, Shelf
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.kit.dialogs import ConfirmScreen, DialogScreen
from samenspel.tui.kit.listing import ListingScreen
from samenspel.tui.kit.summaries import Summaries, Summary
from samenspel.tui.widgets.menu import MenuEntry

# Every file, in words. -------------------------------------------------------------------------------------------

ERASABLE: tuple[Kind, ...] = (*WITH_ANSWERS, "fault", "other")
_ALL: tuple[Kind, ...] = ("selftest", "aside", "leftover", "fault")
_ORDER: tuple[Kind, ...] = (*ERASABLE, "group", "questionnaire", "preferences", "help")


class StoredFile(Struct, frozen=True):
    """One file, or of the kind ``own`` the folder of a person's own questionnaire."""

    path: Path
    kind: Kind
    title: str
    about: str

    @property
    def entry(self) -> MenuEntry:
        """How it stands in a list."""
        return MenuEntry(str(self.path), self.title, self.about)


def stored_files(store: SelfTests, shelf: Shelf) -> tuple[int, Iterator[StoredFile]]:
    """Return how many files there are, and describe them: self-tests newest first, those set aside, then the rest.

    The person's own questionnaires come last. They are not counted: each is a folder.

    Raises:
        StorageError: the folder cannot be read.
    """
    found = [(inventory.kind(store.folder, path), path) for path in inventory.files(store.folder)]
    places = [(kind, path) for kind, path in found if kind != "own"]
    order = {kind: number for number, kind in enumerate(_ORDER)}
    newest_first = sorted(places, key=lambda place: place[1].name, reverse=True)
    by_kind = sorted(newest_first, key=lambda place: order[place[0]])
    summaries = Summaries(store)
    described = (_described(store, summaries, kind, path) for kind, path in by_kind)
    return len(places), chain(described, map(_own, shelf.mine()))


def erase_all(store: SelfTests) -> None:
    """Erase every self-test, also what was set aside of one, and what was told about those.

    Raises:
        StorageError: one cannot be erased; those before it are gone.
    """
    for path in inventory.files(store.folder):
        if inventory.kind(store.folder, path) in _ALL:
            with suppress(NotFoundError):  # erased in another window meanwhile, or with its self-test
                inventory.erase(store.folder, path)
    store.notices.clear()


def _own(offered: Offered) -> StoredFile:
    said = _("Geen fouten. Er staan geen antwoorden in.") if offered.questionnaire else offered.trouble()
    title = _("Eigen vragenlijst: {titel}").format(titel=offered.title)
    return StoredFile(offered.folder, "own", title, said)


_NOTHING_OF_HER: Final = {
    "questionnaire": (_("Vragenlijst"), _("De vragen zoals u ze kreeg. Er staat niets van u in.")),
    "preferences": (
        _("Voorkeuren"),
        _("De kleuren en de vragenlijst die u koos. Er staat verder niets van u in."),
    ),
    "fault": (_("Foutrapport"), _("Hierin staat waar samenspel vastliep, en niets van u.")),
}


def _described(store: SelfTests, summaries: Summaries, kind: Kind, path: Path) -> StoredFile:
    match kind:
        case "selftest":
            try:
                summary = summaries.of(store.read(path.stem))
            except StorageError as error:
                return StoredFile(path, "aside", _("Niet te lezen: {naam}").format(naam=path.name), str(error))
            return StoredFile(path, kind, _("Zelftest van {moment}").format(moment=summary.title), _held(summary))
        case "aside":
            about = _("Apart gezet omdat het niet te lezen was. Er kunnen antwoorden in staan.")
            return StoredFile(path, kind, _("Onleesbaar: {naam}").format(naam=path.name), about)
        case "unfinished":
            about = _("Rest van een groep die werd gewist. Er kunnen antwoorden in staan.")
            return StoredFile(path, kind, _("Van een groep: {naam}").format(naam=path.name), about)
        case "group":
            about = _of_group(path) + " " + _("Wissen doet u bij ‘Samen vergelijken’.")
            return StoredFile(path, kind, _("Van een groep: {naam}").format(naam=path.name), about)
        case "questionnaire" | "preferences" | "fault":
            return StoredFile(path, kind, *_NOTHING_OF_HER[kind])
        case "leftover":
            about = _("Rest van wat werd onderbroken. Er kunnen antwoorden in staan.")
            return StoredFile(path, kind, _("Hulpbestand: {naam}").format(naam=path.name), about)
        case "other":
            about = _("Dit bestand kent samenspel niet.")
            return StoredFile(path, kind, _("Ander bestand: {naam}").format(naam=path.name), about)
        case _:
            return StoredFile(
                path, kind, _("Hulpbestand: {naam}").format(naam=path.name), _("Er staat niets van u in.")
            )


def _of_group(path: Path) -> str:
    """Say what a file of a group holds."""
    match group_files.kind(path):
        case "drafts":
            return _("Van wie op deze laptop bezig was. Er staat geen naam of tijd bij.")
        case "group":
            return _("De naam van de groep, het minimum en de verwachte aantallen.")
        case "wave":
            return _(
                "Een meting: hoe ver die is, en welke map u inlas. Na het onthullen ook de uitslag, stemmen en acties."
            )
        case "responses":
            return _("De antwoorden aan de groep: zonder naam, zonder tijd, en in een volgorde die niets zegt.")
        case "labels":
            return _("De labels bij de open antwoorden van een meting, met de tekst van die antwoorden.")


def _held(summary: Summary) -> str:
    response = summary.selftest.response
    situation = [response.party, response.area, response.experience, response.meeting]
    counts = [
        (meervoud("{n} vraag over uw werk", "{n} vragen over uw werk", n := sum(map(bool, situation))), n),
        (meervoud("{n} stelling", "{n} stellingen", n := len(response.answers)), n),
        (meervoud("{n} toelichting", "{n} toelichtingen", n := len(response.notes)), n),
        (meervoud("{n} kenniskaart", "{n} kenniskaarten", n := len(response.knowledge)), n),
        # The list of activities is one question.
        (meervoud("{n} open vraag", "{n} open vragen", n := len(response.open) + bool(response.activities)), n),
        (meervoud("{n} gekozen stap", "{n} gekozen stappen", n := int(summary.selftest.step is not None)), n),
    ]
    held = [words.format(n=n) for words, n in counts if n]
    return f"{summary.state} · " + (opsomming(held) or _("nog leeg"))


# The page. -------------------------------------------------------------------------------------------------------

_NOT_REACHED = _(
    "Rapporten, en antwoorden die u aan een groep gaf, blijven bestaan. Die wist u zelf, of de begeleider."
)


class MyDataScreen(ListingScreen[StoredFile, SelfTests]):
    """Lists the files of the store; one or all self-tests can be erased."""

    HELP = _(
        "Hier ziet u elk bestand dat samenspel op deze computer bewaart, en wat erin staat. "
        "Er gaat niets vanzelf naar iemand anders.\n\n"
        "Enter laat zien waar een bestand staat. Met w wist u een zelftest of een rest, met x alles wat van u is. "
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

    def __init__(self, store: SelfTests, check: Callable[[Offered], str]) -> None:
        """``check`` takes a close look at a questionnaire of the person's own, in a thread."""
        super().__init__(store)
        self._check = check

    def find(self, store: SelfTests) -> tuple[str, Iterator[StoredFile]]:
        """Say where everything stands, and give the files one by one."""
        number, files = stored_files(store, self.desk.shelf)
        mine = len(self.desk.shelf.folders())
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
            return any(file.kind in _ALL for file in self._listed.values())
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Show a file's whole path, and what is in it."""
        file = self.here()
        if file is None:
            return
        if file.kind == "own":
            self._look_closely(file)
        else:
            self.app.push_screen(DialogScreen(file.title, f"{file.about}\n\n{file.path}"))

    @work(exclusive=True, group="check")
    async def _look_closely(self, file: StoredFile) -> None:
        """Look closely at a questionnaire of the person's own, and say what was found."""
        found = await asyncio.to_thread(self._check, self.desk.shelf.at(file.path))
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
            folder, path = self.kept.folder, file.path
            self.erase(lambda: inventory.erase(folder, path), _("Gewist: {wat}.").format(wat=file.title))

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
            store = self.kept
            self.erase(lambda: erase_all(store), _("Alles van u is gewist."))
