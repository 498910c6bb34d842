"""*Samen vergelijken*: the groups on this computer, and one group with its waves."""

import asyncio
from collections.abc import Iterator

from textual import work
from textual.binding import Binding
from textual.widgets import OptionList, Static

from samenspel.collecting.forecast import people_expected
from samenspel.collecting.version import other_version, told
from samenspel.fictional.people import expected
from samenspel.fictional.practice import practise
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.groups.lines import GroupLine, WaveLine, group_line, wave_line
from samenspel.tui.groups.rules import rename
from samenspel.tui.kit.dialogs import ConfirmScreen, DialogScreen
from samenspel.tui.kit.listing import ListingScreen
from samenspel.tui.navigation import Collecting, NewGroup, OldActions, OneGroup, Workshop
from samenspel.tui.widgets.choices import Option
from samenspel.tui.widgets.menu import Menu

_OLD, _NEW = "old", "new"


def _which_version(asked: Questionnaire, now: Questionnaire) -> DialogScreen:
    """Ask which version of the questionnaire a new wave asks; the one of the wave before comes first."""
    return DialogScreen(
        _("Welke versie van de vragenlijst?"),
        told(asked, now),
        (
            Option("1", _OLD, _("versie {versie}, zoals de vorige meting").format(versie=asked.version)),
            Option("2", _NEW, _("versie {versie}").format(versie=now.version)),
        ),
    )


class GroupsScreen(ListingScreen[GroupLine, Groups]):
    """Lists the groups: open one, make one (to work with or to practise on), give one another name, erase one."""

    FOR_THE_OWNER = False
    HELP = _(
        "Hier staan de groepen op deze computer. In een groep kijken twee partijen samen naar hun samenwerking.\n\n"
        "Met n maakt u een nieuwe groep. Enter opent een groep: daar verzamelt u antwoorden en bekijkt u samen de "
        "uitslag. Met h geeft u een groep een andere naam. Met w wist u een groep; er wordt eerst gevraagd of u "
        "het zeker weet.\n\n"
        "Met o maakt u een oefengroep van verzonnen mensen. Hun antwoorden zitten er al in. Zo speelt u een hele "
        "workshop zonder dat iemand iets hoeft in te vullen."
    )
    LIST_TITLE = _("Samen vergelijken")
    BINDINGS = [
        Binding("n", "make", _("nieuwe groep")),
        Binding("o", "practise", _("oefengroep maken")),
        Binding("h", "rename", _("hernoemen")),
        Binding("w,delete", "erase", _("wissen")),
    ]

    def find(self, store: Groups) -> tuple[str, Iterator[GroupLine]]:
        """Count the groups and give them one by one."""
        found = store.all()
        about = meervoud("{n} groep op deze computer.", "{n} groepen op deze computer.", len(found))
        return about.format(n=len(found)) if found else _NONE, (group_line(store, stored) for stored in found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs a group only where there is one."""
        if action in {"rename", "erase"}:
            return self.here() is not None
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Open the group."""
        if (line := self.here()) is not None:
            self.navigator.open(OneGroup(line.stored.id))

    def action_make(self) -> None:
        """Make a group."""
        self.navigator.open(NewGroup())

    @work(exclusive=True, group="ask")
    async def action_practise(self) -> None:
        """Make a group of fictional people, after asking."""
        questionnaire = self.navigator.questionnaire_in_use(self.action_practise)
        if questionnaire is not None and await self.ask(_practising(questionnaire)):
            self._practise(questionnaire)

    @work(exclusive=True, group="practice")
    async def _practise(self, questionnaire: Questionnaire) -> None:
        """Make the group, and open it where it can be revealed."""
        try:
            stored = await asyncio.to_thread(practise, self.kept, questionnaire, self.desk.clock().date())
        except StorageError as error:
            self.navigator.show_problem(str(error))
            return
        if self.is_active:
            self.navigator.open(OneGroup(stored.id))
            self.navigator.open(Collecting(stored.id))

    def action_rename(self) -> None:
        """Give the group where one is another name."""
        if (line := self.here()) is not None:
            self.app.push_screen(rename(self.kept, line.stored))

    @work(exclusive=True, group="ask")
    async def action_erase(self) -> None:
        """Erase the group where one is, after asking."""
        line = self.here()
        if line is not None and await self.ask(_question(line)):
            groups, group_id = self.kept, line.stored.id
            done = _("Gewist: groep ‘{naam}’.").format(naam=line.stored.group.name)
            self.erase(lambda: groups.delete(group_id), done)


def _question(line: GroupLine) -> ConfirmScreen:
    return ConfirmScreen(
        _("De groep ‘{naam}’ wissen?").format(naam=line.stored.group.name),
        _(
            "Alle metingen van deze groep verdwijnen van deze computer: antwoorden, uitslag, stemmen en acties. "
            "Dit is niet terug te draaien.\n\n"
            "Bestanden en rapporten die u of anderen hebben bewaard, blijven bestaan."
        ),
        yes=_("Ja, wis deze groep"),
    )


def _practising(questionnaire: Questionnaire) -> ConfirmScreen:
    people = opsomming(people_expected(questionnaire, expected(questionnaire)))
    return ConfirmScreen(
        _("Een oefengroep maken?"),
        _(
            "U krijgt een groep van verzonnen mensen: {mensen}. Hun antwoorden zitten er al in. "
            "U kunt meteen onthullen en een hele workshop spelen.\n\n"
            "Achter de naam staat overal ‘(verzonnen)’, ook in het rapport. Wissen doet u met w, zoals bij elke groep."
        ).format(mensen=people),
        yes=_("Ja, maak een oefengroep"),
    )


_NONE = _("Er is nog geen groep. Druk op n om er een te maken. Wilt u eerst oefenen? Druk dan op o.")


# One group: its waves, the newest first, and how far each is. ----------------------------------------------------


class GroupScreen(ListingScreen[WaveLine, Groups]):
    """Lists the waves: open one, begin the next one."""

    FOR_THE_OWNER = False
    HELP = _(
        "Hier staan de metingen van deze groep, de nieuwste bovenaan. Een meting begint met antwoorden verzamelen. "
        "Na het onthullen bespreekt u samen de uitslag.\n\n"
        "Enter opent een meting: verder met verzamelen, of verder met het gesprek. "
        "Met m begint u een nieuwe meting, bijvoorbeeld na drie maanden. Dat kan als de vorige is onthuld."
    )
    BINDINGS = [
        Binding("m", "measure", _("nieuwe meting")),
        Binding("h", "rename", _("hernoemen")),
    ]

    def __init__(self, groups: Groups, group_id: str) -> None:
        super().__init__(groups)
        self._group_id = group_id
        self._group: StoredGroup | None = None
        self._waves = 0

    def find(self, store: Groups) -> tuple[str, Iterator[WaveLine]]:
        """Say who the group is, and give its waves."""
        stored = self._group = store.read(self._group_id)
        questionnaire = store.questionnaire(stored)
        group = stored.group
        about = [group.area] if group.area else []
        about.append(_("minimum {k}").format(k=group.minimum))
        if group.open_table:
            about.append(_("open tafel: niet anoniem"))
        if group.expected:
            people = opsomming(people_expected(questionnaire, group.expected))
            about.append(_("verwacht: {aantallen}").format(aantallen=people))
        return " · ".join(about), (wave_line(store, stored, wave) for wave in reversed(stored.waves))

    def told(self) -> None:
        """Show the name, which may have changed, and go to a wave that is new: one comes back from it."""
        if self._group is not None:
            self.query_one(".title", Static).update(self._group.group.name)
            if len(self._group.waves) > self._waves:
                self._waves = len(self._group.waves)
                self.query_one(Menu).highlighted = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a new wave when the last one no longer collects."""
        if action == "measure":
            return self._group is not None and self._group.wave.phase != "verzamelen"
        if action == "rename":
            return self._group is not None
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Go on collecting, or with the talk."""
        if (line := self.here()) is None:
            return
        if line.wave.phase == "verzamelen":
            self.navigator.open(Collecting(self._group_id))
        else:
            self.navigator.open(Workshop(self._group_id, line.wave.number))

    def action_rename(self) -> None:
        """Give the group another name."""
        if self._group is not None:
            self.app.push_screen(rename(self.kept, self._group))

    @work(exclusive=True, group="ask")
    async def action_measure(self) -> None:
        """Begin the next wave, after asking."""
        if self._group is None:
            return
        number = self._group.wave.number + 1
        question = ConfirmScreen(
            _("Meting {nummer} beginnen?").format(nummer=number),
            _("Nieuwe antwoorden komen in deze meting. De vorige meting blijft zoals zij is."),
            yes=_("Ja, begin meting {nummer}").format(nummer=number),
        )
        if await self.ask(question):
            versions = await asyncio.to_thread(other_version, self.kept, self._group, self.desk.shelf)
            chosen = None
            if versions is not None:
                asked, now = versions
                answer = await self.ask(_which_version(asked, now))
                if not answer:
                    return
                chosen = now if answer == _NEW else None
            try:
                stored = self.kept.new_wave(self._group_id, self.desk.clock().date(), chosen)
            except StorageError as error:
                self.navigator.show_problem(str(error))
            else:
                self._open_new(stored)

    def _open_new(self, stored: StoredGroup) -> None:
        """Go on collecting; the actions of the wave before come first, while nobody said how they went."""
        self.navigator.open(Collecting(self._group_id))
        if any(not action.outcome for action in stored.waves[-2].actions):
            self.navigator.open(OldActions(self._group_id, stored.wave.number))
