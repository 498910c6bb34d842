"""*Nieuwe groep*: its name and numbers, and at once what will be visible with them."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from textual import work
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel import hygiene
from samenspel.collecting.forecast import in_words
from samenspel.group.anonymity import DEFAULT_MINIMUM, MINIMA
from samenspel.group.founding import checked_group
from samenspel.group.model import Group
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups
from samenspel.taal import _
from samenspel.tui.groups.rules import open_table_question
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.mistakes import GROUP_TROUBLE, explained, number
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.navigation import ChooseQuestionnaire, Collecting, NewGroup, OneGroup
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.drawing import Passage
from samenspel.tui.widgets.fields import Field

V = TypeVar("V")

NUMBERS = range(1000)
_MAKE, _SMALLEST, _OPEN = "make", "smallest", "open"


class GroupFormScreen(BaseScreen):
    """Makes a group. Nothing typed is lost by a mistake: each is said at its own field."""

    HELP = _(
        "Hier maakt u een groep: twee partijen die samen naar hun samenwerking kijken.\n\n"
        "Vul in hoeveel mensen u van elke partij verwacht. U ziet dan meteen welke cijfers er straks te zien zijn. "
        "Een cijfer is pas te zien als het over genoeg mensen gaat: het minimum. Zo is niemand te herkennen. "
        "Na het eerste antwoord ligt het minimum vast.\n\n"
        "Met ↑, ↓ en Tab gaat u van veld naar veld. Met F8 maakt u de groep. Met F4 kiest u eerst een andere "
        "vragenlijst, voor twee andere partijen."
    )
    BINDINGS = [
        Binding("f8", "make", _("groep maken")),
        Binding("f4", "choose_questionnaire", _("andere vragenlijst")),
    ]

    def __init__(self, groups: Groups, questionnaire: Questionnaire, name: str, area: str) -> None:
        """``name`` and ``area``: what was typed already."""
        super().__init__(classes="form")
        self._groups = groups
        self._questionnaire = questionnaire
        self._called = Field(_("Naam van de groep"), name, id="name")
        self._area = Field(_("Gebied (mag leeg)"), area, id="area")
        self._expected = {
            party.id: Field(_("Hoeveel {partij}?").format(partij=party.plural), id=f"expected-{place}")
            for place, party in enumerate(questionnaire.asked.parties)
        }
        self._minimum = Field(_("Minimum (3 tot en met 20)"), str(DEFAULT_MINIMUM), id="minimum", whole=True)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the fields, what will be visible, and what can be done."""
        yield Static(_("Nieuwe groep"), classes="title", markup=False)
        about = _("Vragenlijst: {titel}").format(titel=self._questionnaire.asked.title)
        yield Static(about, classes="muted", markup=False)
        yield from (self._called, self._area, *self._expected.values(), self._minimum)
        yield Static(_("Wat is straks te zien?"), classes="heading", markup=False)
        yield Passage(id="foreseen")
        yield Choices([Option("1", _MAKE, _("groep maken"))])

    def on_mount(self) -> None:
        """Say what there is to say without numbers."""
        self._foresee()

    # What will be visible --------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say anew what will be visible."""
        for above in event.input.ancestors:
            if isinstance(above, Field):
                above.say("")
        self._foresee()

    def _foresee(self) -> None:
        numbers = {party: self._number(field) for party, field in self._expected.items()}
        minimum = self._least()
        if minimum is None or None in numbers.values():
            self.query_one("#foreseen", Passage).put(_("Vul eerst de getallen goed in."))
            return
        expected = {party: number or 0 for party, number in numbers.items()}
        self.query_one("#foreseen", Passage).put(in_words(self._questionnaire, expected, minimum))
        self.query_one(Choices).show(self._options(sum(expected.values()), minimum), None)

    def _options(self, people: int, minimum: int) -> list[Option]:
        options = [(_MAKE, _("groep maken"))]
        if minimum > MINIMA[0]:
            options.append((_SMALLEST, _("minimum {k} kiezen").format(k=MINIMA[0])))
        if 0 < people < minimum:
            options.append((_OPEN, _("open tafel: een uitslag bekijken die niet anoniem is")))
        return [Option(str(place), value, text) for place, (value, text) in enumerate(options, 1)]

    def _number(self, field: Field) -> int | None:
        return _read(field, partial(number, numbers=NUMBERS, empty=0))

    def _least(self) -> int | None:
        return _read(self._minimum, partial(number, numbers=MINIMA))

    # Another questionnaire -------------------------------------------------------------------------------------

    def action_choose_questionnaire(self) -> None:
        """Choose another questionnaire, with other parties; what was typed of the group itself stays."""

        def again() -> None:
            self.app.pop_screen()
            self.navigator.open(NewGroup(self._called.value, self._area.value))

        self.navigator.open(ChooseQuestionnaire(again))

    # Leaving ---------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Go back; when something was typed, ask first."""
        self._leave()

    @work(exclusive=True, group="ask")
    async def _leave(self) -> None:
        typed = any(field.value for field in (self._called, self._area, *self._expected.values()))
        question = ConfirmScreen(
            _("Stoppen met deze groep?"), _("Wat u hebt ingevuld, gaat dan weg."), yes=_("Ja, maak geen groep")
        )
        if not typed or await self.ask(question):
            self.dismiss()

    # Making ----------------------------------------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field."""
        event.stop()
        self.focus_next()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        event.stop()
        match event.value:
            case "smallest":
                self._minimum.value = str(MINIMA[0])
            case "open":
                self._open_table()
            case _:
                self.action_make()

    @work(exclusive=True, group="ask")
    async def action_make(self) -> None:
        """Make the group; a number that was left out while the other is there is asked about first."""
        empty = self._left_out()
        sound = self._checked(open_table=False) is not None  # else what is wrong comes first
        if sound and empty is not None and not await self.ask(_left_out_question(*empty)):
            empty[1].enter()
        else:
            self._make(open_table=False)

    def _left_out(self) -> tuple[str, Field] | None:
        """Return the party of which no number was typed, with its field, when there is one and another has a number."""
        numbers = {party: self._number(field) for party, field in self._expected.items()}
        if None in numbers.values() or not any(numbers.values()):
            return None
        names = {party.id: party.plural for party in self._questionnaire.asked.parties}
        return next(((names[one], field) for one, field in self._expected.items() if not field.value.strip()), None)

    @work(exclusive=True, group="ask")
    async def _open_table(self) -> None:
        question = open_table_question(self._minimum.value)
        if await self.ask(question):
            self._make(open_table=True)

    def _make(self, *, open_table: bool) -> None:
        """Make the group; everything that is wrong is said at once, each at its field."""
        group = self._checked(open_table=open_table)
        stored = None
        if group is not None:
            today = self.desk.clock().date()
            stored = _read(self._called, lambda _typed: self._groups.create(group, self._questionnaire, today))
        if stored is None:
            next(field for field in self.query(Field) if field.wrong).enter()
            return
        self.dismiss()
        self.navigator.open(OneGroup(stored.id))
        self.navigator.open(Collecting(stored.id))

    def _checked(self, *, open_table: bool) -> Group | None:
        name = _read(self._called, self._free)
        area = _read(self._area, lambda typed: hygiene.clean(typed, hygiene.AREA_LIMIT))
        numbers = {party: self._number(field) for party, field in self._expected.items()}
        minimum = self._least()
        if name is None or area is None or minimum is None or None in numbers.values():
            return None
        expected = {party: number or 0 for party, number in numbers.items()}
        return _read(
            self._minimum,
            lambda _typed: checked_group(name, minimum=minimum, area=area, expected=expected, open_table=open_table),
        )

    def _free(self, typed: str) -> str:
        name = checked_group(typed).name
        self._groups.check_name(name)
        return name


def _left_out_question(party: str, _field: Field) -> ConfirmScreen:
    return ConfirmScreen(
        _("Verwacht u geen {partij}?").format(partij=party),
        _("Bij ‘Hoeveel {partij}?’ staat niets. Staat het getal misschien in een ander vak?").format(partij=party),
        yes=_("Ja, maak de groep zo"),
        no=_("Nee, ik vul het in"),
    )


def _read(field: Field, reading: Callable[[str], V]) -> V | None:
    """Read a field; None: what is wrong is said there."""
    try:
        return reading(field.value)
    except GROUP_TROUBLE as error:
        field.say(explained(error))
        return None
