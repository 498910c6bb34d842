"""Which screen shows which destination. This module alone knows every screen; each is imported when it is opened.

So the first screen is there at once, and what is slow to import (the trial run of a questionnaire) is waited for by
the thread of whoever asks for it.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, assert_never

from textual.app import App

from samenspel.hygiene import without_folders
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import RefusalError
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest
from samenspel.storage.shelf import Offered
from samenspel.taal import _
from samenspel.tui import navigation as to
from samenspel.tui.kit.screen import Page
from samenspel.tui.navigation import Desk, Destination

if TYPE_CHECKING:  # for the first screen none of this is needed
    from samenspel.collecting.typed_over import Remembered
    from samenspel.presenting.pages import Deck
    from samenspel.session import Session
    from samenspel.storage.groups import Groups
    from samenspel.tui.kit.steps import Recipient


class Routes:
    """The app's :class:`~samenspel.tui.navigation.Navigator`."""

    def __init__(self, app: App[None], desk: Desk, a_group_comes: Callable[[], None]) -> None:
        """``a_group_comes`` is called before a page opens that is there for a group."""
        self._app = app
        self._desk = desk
        self._a_group_comes = a_group_comes
        self._typed_over: dict[tuple[str, int], Remembered] = {}

    @cached_property
    def groups(self) -> "Groups":
        """The groups in the same data folder as the self-tests."""
        from samenspel.storage.groups import Groups

        return Groups(self._desk.store.folder)

    # Going -----------------------------------------------------------------------------------------------------

    def lowest(self, *, presenting: bool, made: "Deck | None" = None) -> Page[Any]:
        """Return the screen that lies below all others: the start screen, or for a room the presentation alone.

        ``made``: the pages of a group's result, which are presented in the place of the questionnaire's.
        """
        if made is not None:
            from samenspel.tui.presenting.group_result import GroupResultScreen

            return GroupResultScreen(self._desk.shelf.load(), made)
        if presenting:
            from samenspel.tui.presenting.present import PresentScreen

            return PresentScreen(self._desk.shelf.load(), short=self._desk.form == "kort")
        from samenspel.tui.home.home import HomeScreen

        return HomeScreen()

    def open(self, destination: Destination) -> None:
        """Show ``destination`` on top of what is open; what is the owner's, when a group is about, after asking."""
        if isinstance(destination, to.OwnResults | to.OwnData | to.StepToAskAbout) and self._in_a_room():
            self._ask_the_owner(destination)
        elif isinstance(destination, to.TypeOver):
            self._ask_whether_the_beamer_is_off(destination)
        else:
            self._open(destination)

    def _in_a_room(self) -> bool:
        """Say whether it may be on a beamer: by what was opened here, or from its first screen on, where groups are."""
        try:
            return self._desk.before_a_group or self._desk.before_a_room or bool(self.groups.ids())
        except StorageError:  # the page itself says so
            return True

    def _ask_the_owner(self, destination: Destination) -> None:
        from samenspel.tui.home.results import owner_question

        self._app.push_screen(owner_question(), lambda sure: self._open(destination) if sure else None)

    def _ask_whether_the_beamer_is_off(self, destination: Destination) -> None:
        from samenspel.tui.kit.dialogs import beamer_question

        question = beamer_question(_("U ziet de antwoorden die u overtypt."))
        self._app.push_screen(question, lambda sure: self._open(destination) if sure else None)

    def _open(self, destination: Destination) -> None:
        if (screen := self._screen(destination)) is not None:
            self._app.push_screen(screen)

    def replace(self, destination: Destination) -> None:
        """Show ``destination`` in the place of the screen on top."""
        if (screen := self._screen(destination)) is not None:
            self._app.switch_screen(screen)

    def back_to(self, destination: Destination, message: str = "") -> None:
        """Close what lies over ``destination``, or else all but the lowest screen; ``message`` is shown."""
        self._close_until(lambda screen: screen.destination == destination, message)

    def home(self, message: str = "") -> None:
        """Close what is open and show the lowest screen; ``message`` is shown there for a moment."""
        self._close_until(lambda _screen: False, message)

    def _close_until(self, there: Callable[[Page[Any]], bool], message: str) -> None:
        app = self._app
        while len(app.screen_stack) > 1 and not (isinstance(app.screen, Page) and there(app.screen)):
            app.pop_screen()
        if message:
            app.notify(message, markup=False)

    def show_problem(self, text: str) -> None:
        """Say in a window what went wrong and what to do; everything else stays as it is.

        Does it name a folder and may a group be looking on, then that stands behind the question about the beamer.
        """
        from samenspel.tui.kit.dialogs import DialogScreen, beamer_question
        from samenspel.tui.widgets.choices import Option

        top, seen = self._app.screen, self.seen_here(text)
        if isinstance(top, DialogScreen) and top.text == seen:  # it says so already
            return

        def ask(choice: str | None) -> None:
            if choice:
                self._app.push_screen(beamer_question(_("U ziet namen van mappen en bestanden.")), read)

        def read(off: bool | None) -> None:  # noqa: FBT001
            if off:
                self._app.push_screen(whole)

        title, whole = _("Dat lukte niet"), DialogScreen(_("Dat lukte niet"), text)
        options = () if seen == text else (Option("1", "", _("terug")), Option("2", "read", _("lezen waar het staat")))
        self._app.push_screen(whole if seen == text else DialogScreen(title, seen, options), ask)

    def seen_here(self, text: str) -> str:
        """Return a message as it may be read on this page: without folders where a group may be looking on."""
        seen = without_folders(text, self._desk.store.folder)
        return seen if seen != text and self._in_a_room() else text

    # Which screen ----------------------------------------------------------------------------------------------

    def _screen(self, destination: Destination) -> Page[Any] | None:
        """Return a new screen that shows ``destination``; None: it cannot be opened, and a window says why."""
        screen = self._shown(destination)
        if screen is not None:
            screen.destination = destination
        return screen

    def _shown(self, destination: Destination) -> Page[Any] | None:  # noqa: C901, PLR0912 - one case for each
        from samenspel.tui.kit.steps import SelfTestStep

        desk = self._desk
        match destination:
            case SelfTestStep(session, recipient):
                return step_screen(session, recipient)
            case to.NewSelfTest(look):
                from samenspel.tui.selftest.opening import WelcomeScreen

                return self._begun(destination, lambda questionnaire: WelcomeScreen(questionnaire, look=look))
            case to.OpenSelfTest(selftest):
                return self._gone_on(selftest)
            case to.ReopenedSelfTest(selftest):
                return self._open_again(selftest)
            case to.SelfTestResult(selftest):
                from samenspel.tui.selftest.result import ResultScreen

                return ResultScreen(selftest)
            case to.StepToAskAbout(selftest):
                return self._asked_about(selftest)
            case to.GiveAnswers(selftest):
                return self._given(selftest)
            case to.OwnResults():
                from samenspel.tui.home.results import ResultsScreen

                return ResultsScreen(desk.store)
            case to.OwnData():
                from samenspel.tui.home.my_data import MyDataScreen

                return MyDataScreen(desk.store, looked_at)
            case to.ChooseQuestionnaire(then):
                from samenspel.tui.home.questionnaires import QuestionnairesScreen

                return QuestionnairesScreen(desk.shelf, then)
            case to.AllGroups():
                from samenspel.tui.groups.groups import GroupsScreen

                return GroupsScreen(self.groups)
            case to.NewGroup(name, area):
                from samenspel.tui.groups.form import GroupFormScreen

                groups = self.groups
                return self._begun(
                    destination, lambda questionnaire: GroupFormScreen(groups, questionnaire, name, area)
                )
            case to.OneGroup(group_id):
                from samenspel.tui.groups.groups import GroupScreen

                return GroupScreen(self.groups, group_id)
            case to.Collecting(group_id):
                from samenspel.tui.groups.collect import CollectScreen

                self._a_group_comes()
                return CollectScreen(self.groups, group_id)
            case to.TypeOver(group_id):
                return self._type_over(destination, group_id)
            case to.Workshop(group_id, wave, at):
                return self._workshop(group_id, wave, at)
            case to.OldActions(group_id, wave):
                from samenspel.tui.workshop.close import ActionsReviewScreen

                return ActionsReviewScreen(self.groups, group_id, wave)
            case to.Presentation():
                from samenspel.tui.presenting.present import PresentScreen

                page = self._begun(destination, PresentScreen)
                desk.before_a_room |= page is not None
                return page
            case to.GroupPresentation(group_id, wave):
                return self._group_result(group_id, wave)
            case _:
                raise TypeError(destination)

    def _open_again(self, selftest: SelfTest) -> Page[Any] | None:
        from samenspel.finishing import NotReopenedError, reopen

        try:
            return self._gone_on(reopen(self._desk.store, selftest.id, self._desk.clock()))
        except (StorageError, NotReopenedError) as error:
            self.show_problem(str(error))
            return None

    def _gone_on(self, selftest: SelfTest) -> Page[Any] | None:
        from samenspel.session import Session
        from samenspel.tui.selftest.result import ResultScreen
        from samenspel.tui.selftest.walk import Oneself

        try:
            # Read again: another window may have gone on with it, finished or erased it.
            kept = self._desk.store.read(selftest.id)
            if kept.finished is not None:
                return ResultScreen(kept)
            session = Session.reopen(self._desk.store, kept)
        except StorageError as error:
            self.show_problem(str(error))
            return None
        return step_screen(session, Oneself(session))

    def _type_over(self, destination: Destination, group_id: str) -> Page[Any] | None:
        from samenspel.collecting.typed_over import GroupPile, Remembered
        from samenspel.tui.paper.pile import PileScreen

        self._a_group_comes()
        if not group_id:
            return self._begun(destination, lambda questionnaire: PileScreen(questionnaire, None))
        try:
            stored = self.groups.read(group_id)
            questionnaire = self.groups.questionnaire(stored)
            remembered = self._typed_over.setdefault((group_id, stored.wave.number), Remembered())
            pile = GroupPile(self.groups, group_id, questionnaire, remembered)
        except StorageError as error:
            self.show_problem(str(error))
            return None
        return PileScreen(questionnaire, pile)

    def _given(self, selftest: SelfTest) -> Page[Any] | None:
        from samenspel.giving import GivingError, to_give
        from samenspel.tui.selftest.give import GiveScreen

        try:
            kept = self._desk.store.read(selftest.id)  # again: another window may have erased it
            return GiveScreen(kept, to_give(self._desk.store, kept))
        except (StorageError, GivingError) as error:
            self.show_problem(str(error))
            return None

    def _asked_about(self, selftest: SelfTest) -> Page[Any] | None:
        from samenspel.tui.selftest.how_it_went import HowItWentScreen

        try:
            kept = self._desk.store.read(selftest.id)  # again: another window may have answered, or taken it away
        except StorageError as error:
            self.show_problem(str(error))
            return None
        if kept.step is None or not kept.step.due(self._desk.clock().date()):
            return None
        return HowItWentScreen(kept, kept.step)

    def _group_result(self, group_id: str, wave: int) -> Page[Any] | None:
        from samenspel.report.groups.slides import group_deck
        from samenspel.tui.presenting.group_result import GroupResultScreen
        from samenspel.tui.workshop.talk import Talk

        try:
            talk = Talk(self.groups, group_id, wave)
            made = group_deck(talk.questionnaire, talk.group, talk.wave, talk.before)
        except RefusalError as error:
            self.show_problem(str(error))
            return None
        self._a_group_comes()
        self._desk.before_a_room = True
        return GroupResultScreen(talk.questionnaire, made)

    def _workshop(self, group_id: str, wave: int, at: str) -> Page[Any] | None:
        from samenspel.group.workshop import WorkshopError
        from samenspel.tui.workshop.places import first_part, workshop_screen
        from samenspel.tui.workshop.screen import WorkshopScreen
        from samenspel.tui.workshop.talk import Talk

        here = self._app.screen
        if at and isinstance(here, WorkshopScreen):  # the talk goes on, with its timers
            return workshop_screen(here.talk, at)
        try:
            talk = Talk(self.groups, group_id, wave, self._desk.seconds)
            _released = talk.released
        except (StorageError, WorkshopError) as error:
            self.show_problem(str(error))
            return None
        self._a_group_comes()
        return workshop_screen(talk, at or talk.wave.at or first_part(talk))

    # Beginning something new, with the questionnaire in use ----------------------------------------------------

    def _begun(self, destination: Destination, screen: Callable[[Questionnaire], Page[Any]]) -> Page[Any] | None:
        """Return the screen that ``screen`` makes for the questionnaire in use."""
        questionnaire = self.questionnaire_in_use(lambda: self.open(destination))
        return None if questionnaire is None else screen(questionnaire)

    def questionnaire_in_use(self, again: Callable[[], object]) -> Questionnaire | None:
        """Return the questionnaire for what begins now, read anew.

        Has it got errors by now, then that is said, and where to choose another; None. After the choice comes
        ``again``.
        """
        from samenspel.authoring import QuestionnaireError

        try:
            return self._desk.shelf.load()
        except QuestionnaireError:
            self._offer_another(again)
            return None

    def _offer_another(self, again: Callable[[], object]) -> None:
        from samenspel.tui.kit.dialogs import DialogScreen
        from samenspel.tui.widgets.choices import Option

        chosen = self._desk.shelf.chosen()
        options = (Option("1", "other", _("een andere vragenlijst kiezen")), Option("2", "", _("terug")))

        def go(answer: str | None) -> None:
            if answer:
                self.open(to.ChooseQuestionnaire(again))

        text = f"‘{chosen.title}’. {chosen.trouble()}"
        self._app.push_screen(DialogScreen(_("Deze vragenlijst kan nu niet"), text, options), go)


def step_screen(session: "Session", recipient: "Recipient") -> Page[Any]:
    """Return a new screen for the step where ``session`` is."""
    step = session.step
    match step.kind:
        case "welcome":
            from samenspel.tui.selftest.opening import ChooseFormScreen

            return ChooseFormScreen(session, recipient)
        case "area":
            from samenspel.tui.selftest.opening import AreaScreen

            return AreaScreen(session, recipient)
        case "party" | "experience" | "meeting":
            from samenspel.tui.selftest.opening import ContextScreen

            return ContextScreen(session, recipient)
        case "we":
            from samenspel.tui.selftest.opening import WeScreen

            return WeScreen(session, recipient)
        case "item":
            from samenspel.tui.selftest.statement import StatementScreen

            return StatementScreen(session, recipient)
        case "cards" | "card":
            from samenspel.tui.selftest.cards import CardScreen, CardsScreen

            return (CardsScreen if step.kind == "cards" else CardScreen)(session, recipient)
        case "open" if session.questionnaire.open_question(step.id).activities:
            from samenspel.tui.selftest.open import ActivitiesScreen

            return ActivitiesScreen(session, recipient)
        case "open":
            from samenspel.tui.selftest.open import OpenScreen

            return OpenScreen(session, recipient)
        case "review":
            from samenspel.tui.selftest.review import ReviewScreen

            return ReviewScreen(session, recipient)
        case _:
            assert_never(step.kind)


# What is slow to import, imported in the thread of whoever needs it. ---------------------------------------------


def looked_at(offered: Offered) -> str:
    """Say what a close look at a questionnaire of the person's own finds."""
    from samenspel.tui.home import own_questionnaire

    return own_questionnaire.looked_at(offered)
