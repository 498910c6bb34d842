"""*Geef mijn antwoorden aan een groep*: what goes along, which open answers the group may read, and by file or code."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Button, Static

from samenspel import giving
from samenspel.giving import GivenCode, GivenFile, GivingError
from samenspel.group.model import contribution
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.group_names import shown
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _, datum
from samenspel.tui.kit.save_report import SaveReportScreen
from samenspel.tui.kit.screen import BaseModal, BaseScreen
from samenspel.tui.widgets.fields import Tick
from samenspel.tui.widgets.menu import Point

How = Literal["file", "code"]
_TITLE = _("Antwoorden bewaren als bestand")
_DIGITS = 9
"""So many open answers have a key of their own."""


class AnswersFile(Struct, frozen=True):
    """A response file, as a window can save it."""

    given: GivenFile

    @property
    def file_name(self) -> str:
        """The name that is suggested, without its ending; the day is not in it."""
        return self.given.file_name

    def caution(self, _suffix: str) -> str:
        """Say which self-test this is, and who can read it."""
        return f"{_of_day(self.given.day)} {giving.FILE_READER}"

    def report(self, _suffix: str) -> bytes:
        """Return the file's content."""
        return self.given.content


class GiveScreen(BaseScreen):
    """Shows what goes along, lets one reread and share each open answer, and gives a file or a code."""

    AUTO_FOCUS = ""  # it opens at its top, to be read
    HELP = _(
        "Hier geeft u uw antwoorden aan de begeleider van een groep. U ziet eerst wat er meegaat.\n\n"
        "Bij elk open antwoord leest u wat u schreef. Met het cijfer kiest u of de groep het mag lezen: ja of nee. "
        "U kunt ook met ↓ naar een regel gaan en op de spatiebalk drukken. Uw keuze wordt meteen bewaard.\n\n"
        "Met b maakt u een bestand. Met c krijgt u een code, om over te schrijven. Eén van beide is genoeg. Er gaat "
        "niets vanzelf weg: u geeft het bestand of de code zelf."
    )
    BINDINGS = [
        Binding("1", "share(1)", _("delen ja/nee")),
        *(Binding(str(number), f"share({number})", show=False) for number in range(2, 10)),
        Binding("b", "give('file')", _("als bestand")),
        Binding("c", "give('code')", _("als code")),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, selftest: SelfTest, questionnaire: Questionnaire) -> None:
        super().__init__(classes="give")
        self._selftest = selftest
        self._questionnaire = questionnaire

    @property
    def _answers(self) -> tuple[giving.OpenAnswer, ...]:
        return giving.open_answers(self._questionnaire, self._selftest.response)

    @property
    def digits(self) -> str:
        """The keys that share an open answer."""
        return "1" if len(self._answers) == 1 else f"1-{min(len(self._answers), _DIGITS)}"

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        response = self._selftest.response
        yield Static(_("Geef mijn antwoorden aan een groep"), classes="title", markup=False)
        yield Static(_of_day(self._selftest.day), classes="muted", markup=False)
        yield Static(_("Wat gaat er mee?"), classes="heading", markup=False)
        without_texts = contribution(self._questionnaire, replace(response, shared=()))
        for line in giving.goes_along(self._questionnaire, without_texts):
            yield Point(line)
        yield Static(_("Welke open antwoorden mag de groep lezen?"), classes="heading", markup=False)
        if self._answers:
            yield Static(giving.REREAD, classes="paragraph", markup=False)
        else:
            yield Static(_("U beantwoordde geen open vraag."), markup=False)
        for number, answer in enumerate(self._answers, 1):
            yield Static(answer.question, classes="reread-question", markup=False)
            yield Static(answer.text, classes="reread", markup=False)
            key = str(number) if number <= _DIGITS else ""
            yield Tick(giving.MAY_BE_READ, key=key, on=answer.shared, id=f"share-{number}")
        yield Static(id="behind", classes="paragraph", markup=False)
        yield Static(_("Hoe geeft u ze?"), classes="heading", markup=False)
        yield Point(_("Als bestand. Daar staan ook de open antwoorden in die u deelt."))
        yield Point(_("Als code, om over te schrijven. Open antwoorden gaan dan niet mee."))
        yield Point(_("Daarna staan uw antwoorden vast: heropenen kan dan niet meer."))
        with HorizontalGroup(classes="buttons"):
            yield Button(_("Als bestand (b)"), id="file")
            yield Button(_("Als code (c)"), id="code")

    def on_mount(self) -> None:
        """Say what stays behind."""
        self._tell_behind()

    def _tell_behind(self) -> None:
        told = giving.stays_behind(self._questionnaire, self._selftest.response, as_code=False)
        self.query_one("#behind", Static).update(told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a key for each open answer."""
        if action == "share":
            return isinstance(parameters[0], int) and parameters[0] <= len(self._answers)
        return super().check_action(action, parameters)

    def action_share(self, number: int) -> None:
        """Switch whether the group may read the open answer with this number."""
        tick = self.query_one(f"#share-{number}", Tick)
        tick.focus()
        tick.action_switch()

    def on_tick_switched(self, event: Tick.Switched) -> None:
        """Store what was chosen."""
        shared = {answer.id for answer in self._answers if answer.shared}
        answer = self._answers[int(str(event.tick.id).removeprefix("share-")) - 1].id
        try:
            self._selftest = giving.share(
                self.desk.store, self._selftest, shared | {answer} if event.on else shared - {answer}
            )
        except StorageError as error:
            self.navigator.show_problem(str(error))
            return
        event.tick.show(on=event.on)
        self._tell_behind()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give by the way of this button."""
        event.stop()
        self.action_give("code" if event.button.id == "code" else "file")

    def action_give(self, how: How) -> None:
        """Make the file, or show the code."""
        store = self.desk.store
        try:
            if how == "file":
                file = giving.as_file(store, self._selftest.id, self._selftest.response)
                self.app.push_screen(SaveReportScreen(AnswersFile(file), ".json", _TITLE, then=file_told(file)))
            else:
                self.app.push_screen(CodeWindow(giving.as_code(store, self._selftest.id, self._selftest.response)))
        except (StorageError, GivingError) as error:
            self.navigator.show_problem(str(error))


class CodeWindow(BaseModal[None]):
    """Shows a code to write down, and what happens with it."""

    HELP = _(
        "Dit is uw code. Schrijf hem over, of lees hem voor aan de begeleider. Een 0 is een nul, een 1 is een één.\n\n"
        "Met ↑ en ↓ schuift u de tekst. Met Enter of Esc sluit u dit venster. U kunt de code later weer opvragen."
    )
    BINDINGS = [Binding("escape,enter", "back", _("sluiten"))]

    def __init__(self, given: GivenCode) -> None:
        super().__init__(classes="window")
        self._given = given

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page; with spaces between its groups the code breaks nowhere else."""
        given = self._given
        take_back = _("Daarmee, of met de code, kunt u uw antwoorden terugnemen tot de uitslag is onthuld.")
        yield Static(_("Uw code"), classes="title", markup=False)
        yield Static(given.code.replace("-", "  "), id="question", markup=False)
        for text in (
            f"{_of_day(given.day)} {giving.CODE_READER}",
            giving.CODE_NEXT,
            f"{_name(given.name)} {take_back}",
        ):
            yield Static(text, classes="paragraph", markup=False)


def file_told(given: GivenFile) -> str:
    """Say what happens with a file that was saved."""
    take_back = _("Daarmee kunt u uw antwoorden terugnemen tot de uitslag is onthuld.")
    return f"{giving.FILE_NEXT}\n\n{_name(given.name)} {take_back}"


def _of_day(day: date) -> str:
    return _("Dit is uw zelftest van {dag}.").format(dag=datum(day))


def _name(name: str) -> str:
    return _("Uw kenmerk is {kenmerk}.").format(kenmerk=shown(name))
