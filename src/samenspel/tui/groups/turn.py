"""Answering for a group, in turn on one laptop: from the page for the next person to the clean screen after it."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from msgspec import Struct
from textual import events, work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import OptionList, Static

from samenspel.collecting.turn import Turn, lost
from samenspel.finishing import much_left_open
from samenspel.group.model import Group
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.storage import StorageError
from samenspel.storage.drafts import DraftStore
from samenspel.storage.group_names import shown
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.storage.selftest import SelfTest
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.kit.listing import ListingScreen
from samenspel.tui.kit.screen import BaseScreen, Body
from samenspel.tui.kit.steps import Recipient, SelfTestStep, StepPage, form_choice
from samenspel.tui.kit.summaries import FORMS
from samenspel.tui.navigation import AllGroups, Collecting
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.menu import MenuEntry, Point
from samenspel.walk import Kind

# What is otherwise than for oneself, and how it ends without a trace. --------------------------------------------


def intake(group: Group, questionnaire: Questionnaire) -> Iterator[Widget]:
    """Tell the next person what happens with the answers, and what cannot be hidden."""
    yield Static(_("Welkom"), classes="title", markup=False)
    yield Static(
        _("U antwoordt voor de groep ‘{naam}’: {titel}.").format(naam=group.name, titel=questionnaire.asked.title),
        classes="paragraph",
        markup=False,
    )
    yield Static(_("Wat gebeurt er met uw antwoorden?"), classes="heading", markup=False)
    for line in _told(group, questionnaire):
        yield Point(line)


def _told(group: Group, questionnaire: Questionnaire) -> Iterator[str]:
    k = group.minimum
    yield _("Wij vragen uw naam niet. Uw antwoorden komen bij die van de groep.")
    if group.open_table:
        yield _(
            "Dit is een open tafel: iedereen ging ermee akkoord dat de uitslag niet anoniem is. "
            "Anderen kunnen zien wat u antwoordde."
        )
    else:
        yield _(
            "Een cijfer staat er alleen als {k} of meer mensen antwoord gaven. De groep ziet dan ook hoeveel mensen 1, "
            "2, 3, 4 of 5 kozen. Dat kan er één zijn. Wie dat is, staat er niet."
        ).format(k=k)
        yield _("Eén ding is niet te verbergen: geeft bijna iedereen hetzelfde antwoord, dan ziet de groep dat.")
    names = opsomming([party.singular for party in questionnaire.asked.parties], _("of"))
    yield _(
        "Hebt u een andere rol dan {partijen}? Dan tellen uw antwoorden alleen mee als {k} of meer mensen "
        "een andere rol hebben."
    ).format(partijen=names, k=k)
    yield _("Een open antwoord gaat alleen mee als u dat er zelf bij kiest.")
    yield _("Wie nu meekijkt op dit scherm, kan uw antwoorden lezen. Draai het scherm naar u toe.")
    yield _("Terugnemen kan tot het onthullen, met het kenmerk dat u aan het eind ziet.")


HELP: dict[Kind, str] = {
    "welcome": _(
        """Hier leest u wat er met uw antwoorden gebeurt. Daarna kiest u de volledige of de korte vorm.

        Druk op het cijfer van uw keuze. Of ga met de pijltjes ↑ en ↓ naar uw keuze en druk op Enter. Klikken met de
        muis kan ook."""
    ),
    "item": _(
        """Lees de stelling en druk op het cijfer van uw antwoord. U ziet dan meteen de volgende stelling.

        Bij sommige stellingen kunt u ook 0 kiezen: weet ik niet, of geen ervaring mee. Ook dat telt mee.

        Met ← gaat u terug en met → slaat u een stelling over. Met o ziet u alle stellingen. Met Esc stopt u: u kiest
        dan of uw antwoorden blijven of worden weggegooid."""
    ),
    "open": _(
        """Schrijf wat u wilt, of laat het leeg. Met F6 kiest u of de groep uw antwoord mag lezen. Dat kan ook met Tab
        en de spatiebalk. Staat het op ‘nee’, dan gaat het niet mee.

        F8 gaat verder en F7 gaat terug. Denk aan uw schrijfstijl: wie u kent, kan u eraan herkennen."""
    ),
    "review": _(
        """Dit is de laatste stap. U ziet wat nog geen antwoord heeft en wat u met de groep deelt.

        U mag stellingen openlaten. Geeft u uw antwoorden aan de groep? Dan ziet u ze daarna niet meer terug."""
    ),
}
"""Kind of step → what is otherwise than in one's own self-test."""

_GIVE, _LATER, _DROP, _ANSWER = "give", "later", "drop", "answer"


class TheGroup(Recipient):
    """The answers go to the group: they are handed in at the end, and nothing of them stays on this laptop."""

    NOTES: ClassVar[bool] = False
    FINISH: ClassVar[str] = _("mijn antwoorden aan de groep geven")
    FIXED: ClassVar[str] = _("Na het geven kunt u uw antwoorden niet meer zien of veranderen.")
    SHARES: ClassVar[bool] = True

    def __init__(self, groups: Groups, turn: Turn) -> None:
        self._groups = groups
        self._turn = turn
        self._collecting = Collecting(turn.group.id)

    def help_for(self, kind: Kind) -> str:
        """Say what is otherwise than in one's own self-test."""
        return HELP.get(kind, "")

    def opening(self) -> Iterable[Widget]:
        """Give the page that the person started with."""
        turn = self._turn
        yield from intake(turn.group.group, turn.questionnaire)
        yield from form_choice(turn.questionnaire, turn.response.form)

    def leave(self, page: StepPage) -> None:
        """Ask what must become of the answers so far."""
        options = (
            Option("1", "", _("doorgaan met antwoorden")),
            Option("2", _LATER, _("later verder: mijn antwoorden blijven zolang op deze laptop")),
            Option("3", _DROP, _("mijn antwoorden weggooien")),
        )
        text = _("Uw antwoorden zitten nog niet bij de groep. Wat wilt u?")
        page.app.push_screen(DialogScreen(_("Wilt u stoppen?"), text, options), lambda how: self._left(page, how))

    def _left(self, page: StepPage, how: str | None) -> None:
        if how == _LATER:
            if not self.gone(page):
                page.navigator.back_to(self._collecting, _("Bewaard. Kies straks ‘Verder’ om verder te gaan."))
        elif how == _DROP:
            try:
                self._turn.throw_away()
            except StorageError as error:
                if not self.gone(page):
                    page.navigator.show_problem(str(error))
            else:
                page.navigator.back_to(self._collecting, _("De antwoorden zijn weggegooid."))

    def gone(self, page: StepPage) -> bool:
        """Leave the turn, and say so, when the group or these answers were erased elsewhere; False: both are there."""
        return _left_behind(page, self._turn.lost(), self._collecting)

    def asks_before_quitting(self, page: StepPage) -> bool:
        """Ask first; the app does not stop in the middle of somebody's turn."""
        if page.is_active:
            page.action_back()
        else:
            page.notify(_("Sluit eerst dit venster, met Esc."), markup=False)
        return True

    def finish(self, page: StepPage) -> None:
        """Ask once more, with the name under which the answers can be taken back; then hand them in."""
        if not page.is_active:  # a key pressed twice
            return
        if self._turn.blank:
            self._nothing_to_give(page)
            return
        left = much_left_open(self._turn.questionnaire, self._turn.response)
        text = _(
            "Hierna kunt u uw antwoorden niet meer zien of veranderen.\n\n"
            "Wilt u ze misschien nog terugnemen? Dat kan tot het onthullen. Schrijf dan dit kenmerk op:\n{kenmerk}"
        ).format(kenmerk=shown(self._turn.response_id))
        text = f"{left}\n\n{text}" if left else text
        options = (
            Option("1", _GIVE, _("ja, geef mijn antwoorden aan de groep")),
            Option("2", "", _("nee, nog niet")),
        )
        dialog = DialogScreen(_("Uw antwoorden aan de groep geven?"), text, options)
        page.app.push_screen(dialog, lambda how: self._give(page) if how == _GIVE else None)

    def _nothing_to_give(self, page: StepPage) -> None:
        """Say that who answered no statement does not count; go to the first one, or stop."""
        options = (
            Option("1", _ANSWER, _("naar de eerste stelling")),
            Option("2", _DROP, _("stoppen: ik doe niet mee")),
            Option("3", "", _("terug")),
        )
        text = _(
            "Wie geen enkele stelling beantwoordt, telt niet mee. Er gaat dan niets naar de groep. "
            "‘Weet ik niet’ is ook een antwoord."
        )
        dialog = DialogScreen(_("U beantwoordde nog geen stelling"), text, options)

        def chosen(how: str | None) -> None:
            if how == _ANSWER:
                page.jump(next(step for step in self._turn.steps() if step.kind == "item"))
            else:
                self._left(page, how)

        page.app.push_screen(dialog, chosen)

    def _give(self, page: StepPage) -> None:
        turn = self._turn
        if page.save(lambda: turn.hand_in(page.desk.clock())):
            page.navigator.back_to(self._collecting)  # nothing of this person stays below the thanks
            page.app.push_screen(ThanksScreen(self._groups, turn.group, turn.questionnaire))


def _left_behind(page: BaseScreen, lost_: Literal["group", "draft"] | None, collecting: Collecting) -> bool:
    """Leave what is not there any more, and say so; False: all of it is there."""
    match lost_:
        case "group":
            page.navigator.back_to(AllGroups())
            title, text = _("De groep is gewist"), _("Deze groep is er niet meer. Er is niets van u bewaard.")
        case "draft":
            page.navigator.back_to(collecting)
            title = _("Uw antwoorden zijn hier niet meer")
            text = _("Ze zijn al gegeven of weggegooid, misschien in een ander venster.")
        case None:
            return False
    page.app.push_screen(DialogScreen(title, text))
    return True


# Who was busy on this laptop. ------------------------------------------------------------------------------------

_GO_ON = "go_on"


class DraftLine(Struct, frozen=True):
    """A turn that was not finished. Of how many statements would tell the party; when it was begun is not kept."""

    selftest: SelfTest

    @property
    def title(self) -> str:
        """How many statements were answered."""
        number = len(self.selftest.response.answers)
        return meervoud("{n} stelling beantwoord", "{n} stellingen beantwoord", number).format(n=number)

    @property
    def entry(self) -> MenuEntry:
        """How it stands in the list."""
        return MenuEntry(self.selftest.id, self.title, FORMS[self.selftest.response.form])


class DraftsScreen(ListingScreen[DraftLine, DraftStore]):
    """Lists the turns that were not finished, to go on or to throw them away; no answer is shown."""

    HELP = _(
        "Hier staat wie begon en nog niet klaar was. Alleen die persoon gaat verder: dan komen de eigen antwoorden op "
        "het scherm. Is die persoon er niet meer? Gooi de antwoorden dan weg.\n\n"
        "Kies met de pijltjes en Enter."
    )
    LIST_TITLE = _("Wie was er bezig?")

    def __init__(self, groups: Groups, group: StoredGroup) -> None:
        super().__init__(groups.drafts(group.id))
        self._groups = groups
        self._group = group

    def find(self, store: DraftStore) -> tuple[str, Iterator[DraftLine]]:
        """Give the drafts one by one."""
        about = _("Alleen wie bezig was, gaat verder. Op het scherm komt de stelling waar die persoon was.")
        if not store.ids():
            about = _("Er is niemand meer bezig. Met Esc gaat u terug.")
        return about, map(DraftLine, store.newest())

    @work(exclusive=True, group="ask")
    async def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        """Ask what to do with this draft."""
        if (draft := self.here()) is None:
            return
        options = (
            Option("1", "", _("terug")),
            Option("2", _GO_ON, _("ik was dit: verder met antwoorden")),
            Option("3", _DROP, _("de antwoorden weggooien")),
        )
        text = _("{hoever}. Niemand anders mag deze antwoorden zien.").format(hoever=draft.title)
        choice = await self.ask(DialogScreen(_("Was u dit?"), text, options))
        if choice and _left_behind(
            self, lost(self._groups, self._group.id, draft.selftest), Collecting(self._group.id)
        ):
            return
        try:
            if choice == _GO_ON and self.is_active:
                turn = Turn.go_on(self._groups, self._group, draft.selftest)
                self.navigator.replace(SelfTestStep(turn, TheGroup(self._groups, turn)))
            elif choice == _DROP:
                self.kept.delete(draft.selftest.id)
                self.notify(_("De antwoorden zijn weggegooid."), markup=False)
                self.read_anew()
        except StorageError as error:
            self.navigator.show_problem(str(error))


# From one person to the next. ------------------------------------------------------------------------------------


class IntakeScreen(BaseScreen):
    """Tells the next person what happens with the answers. Nothing is stored until the form is chosen."""

    HELP = HELP["welcome"]
    BINDINGS = [Binding("escape", "back", _("terug naar verzamelen"))]

    def __init__(self, groups: Groups, group: StoredGroup, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._groups = groups
        self._group = group
        self._questionnaire = questionnaire

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield from intake(self._group.group, self._questionnaire)
        yield from form_choice(self._questionnaire, self.desk.form)

    def on_mount(self) -> None:
        """Begin at the top: this page is there to be read."""
        self.call_after_refresh(self.query_one(Body).scroll_home, animate=False)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Start this person's turn, in the chosen form."""
        if not self.is_active:  # a key pressed twice
            return
        form: Form = "kort" if event.value == "kort" else "volledig"
        try:
            turn = Turn.begin(self._groups, self._group, form, self.desk.clock())
        except StorageError as error:
            self.navigator.show_problem(str(error))
            return
        self.navigator.replace(SelfTestStep(turn, TheGroup(self._groups, turn)))


class ThanksScreen(BaseScreen):
    """The clean screen between two people: nothing of the answers is left, and the next key starts afresh."""

    HELP = _(
        "De antwoorden zitten bij de groep en zijn hier niet meer te zien. Geef de laptop door.\n\n"
        "De volgende persoon drukt op een toets en begint. Is iedereen geweest? Ga dan met Esc terug naar verzamelen."
    )
    BINDINGS = [Binding("escape", "back", _("terug naar verzamelen"))]

    def __init__(self, groups: Groups, group: StoredGroup, questionnaire: Questionnaire) -> None:
        super().__init__(classes="thanks")
        self._groups = groups
        self._group = group
        self._questionnaire = questionnaire

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Dank u."), classes="title", markup=False)
        yield Static(_("Uw antwoorden zitten bij de groep. Geef de laptop door."), classes="paragraph", markup=False)
        yield Choices([Option("1", "next", _("de volgende persoon begint"))])

    def on_mount(self) -> None:
        """Take away messages that are still shown from before."""
        self.app.clear_notifications()

    def on_key(self, event: events.Key) -> None:
        """Any key that types something is the next person."""
        if event.is_printable:
            event.stop()
            self._next()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Begin with the next person."""
        event.stop()
        self._next()

    def _next(self) -> None:
        if self.is_active:
            self.app.switch_screen(IntakeScreen(self._groups, self._group, self._questionnaire))
