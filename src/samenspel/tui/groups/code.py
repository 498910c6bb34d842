"""Typing a code over: each group of five characters is checked as soon as it is there."""

import asyncio
from collections.abc import Iterable

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from samenspel.collecting.files import Known, known, numbered
from samenspel.exchange.code import GROUP, CodeError, as_read, decode, wrong_groups
from samenspel.group.model import Entry
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.drawing import Drawn
from samenspel.tui.widgets.fields import Field


class CodeGroups(Drawn):
    """What is typed, divided into groups, each with ✓ or ✗ as soon as it is complete."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Content] = []

    def show(self, typed: str, wrong: tuple[int, ...]) -> None:
        """Show the groups of what is typed."""
        read = as_read(typed)
        groups = [read[start : start + GROUP] for start in range(0, len(read), GROUP)]
        self._parts = [_part(number, group, number in wrong) for number, group in enumerate(groups, 1)]
        self.redraw()

    def drawn(self, width: int) -> Content:  # noqa: ARG002
        """Draw the groups, one after another."""
        return Content("  ").join(self._parts)


def _part(number: int, group: str, wrong: bool) -> Content:  # noqa: FBT001
    sign = "✗" if wrong else "✓" if len(group) == GROUP else "…"
    text = _("{nummer}:{groep} {teken}").format(nummer=number, groep=group, teken=sign)
    return Content.styled(text, "bold reverse" if wrong else "bold" if sign == "✓" else "")


_ADD = "add"


class CodeScreen(BaseScreen):
    """Takes one code after another; what was typed goes away only when it was added."""

    HELP = _(
        "Typ de code over van het briefje of van het scherm. Het maakt niet uit of u hoofdletters, spaties "
        "of streepjes typt. Een O is een nul; een I of een L is een één.\n\n"
        "Na elke groep van vijf tekens ziet u of die groep klopt. Is de code af? Druk dan op Enter.\n\n"
        "Mensen krijgen hun code bij ‘Uw uitslag’, met g, of met ‘samenspel code’. Open antwoorden zitten er niet in."
    )
    BINDINGS = [Binding("f8", "add", _("toevoegen")), Binding("escape", "back", _("terug naar verzamelen"))]

    def __init__(self, groups: Groups, group: StoredGroup, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._groups = groups
        self._group = group
        self._questionnaire = questionnaire
        self._field = Field(_("Code"))
        self._added = 0

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Een code overtypen"), classes="title", markup=False)
        yield Static(
            _("Typ de groepen achter elkaar. Hoofdletters, spaties en streepjes maken niet uit."),
            classes="paragraph",
            markup=False,
        )
        yield Static(
            _("Wie de code ziet of heeft, kan de antwoorden eruit halen. Geef het briefje terug of vernietig het."),
            classes="paragraph muted",
            markup=False,
        )
        yield self._field
        yield CodeGroups()
        yield Static(id="said", classes="hidden", markup=False)
        yield Choices([Option("1", _ADD, _("toevoegen")), Option("2", "", _("klaar"))])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Check the groups that are complete."""
        wrong = wrong_groups(event.value)
        self.query_one(CodeGroups).show(event.value, wrong)
        if event.value:
            self.query_one("#said", Static).add_class("hidden")
        self._field.say(_which(wrong))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add the code."""
        event.stop()
        self.action_add()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Add the code, or go back."""
        event.stop()
        if event.value == _ADD:
            self.action_add()
        else:
            self.action_back()

    @work(exclusive=True, group="ask")
    async def action_add(self) -> None:
        """Add the code that is typed."""
        try:
            entry = decode(self._questionnaire, self._field.value)
            if await self._in(entry):
                self._done()
        except (CodeError, StorageError) as error:
            self._field.say(str(error))
        self._field.enter()

    async def _in(self, entry: Entry) -> bool:
        """Add ``entry``; when these answers are there already, ask whose they are. Say whether it was added."""
        groups, group_id = self._groups, self._group.id
        before = await asyncio.to_thread(known, groups, group_id, self._questionnaire, entry)
        if before is not None and not await self.ask(_question(before)):
            return False
        one = numbered(groups, group_id, entry)
        return groups.add(group_id, [one])[one.id] == "added"

    def _done(self) -> None:
        self._added += 1
        self._field.value = ""
        said = self.query_one("#said", Static)
        text = meervoud(
            "✓ Toegevoegd. Op dit scherm: {n} code.", "✓ Toegevoegd. Op dit scherm: {n} codes.", self._added
        )
        said.update(text.format(n=self._added))
        said.remove_class("hidden")


def _which(wrong: tuple[int, ...]) -> str:
    if not wrong:
        return ""
    numbers = opsomming([str(number) for number in wrong])
    text = meervoud("Groep {n} klopt niet. Vergelijk met het briefje.", "De groepen {n} kloppen niet.", len(wrong))
    return text.format(n=numbers)


def _question(before: Known) -> ConfirmScreen:
    match before.place:
        case "here":
            return ConfirmScreen(
                _("Is dit een tweede persoon?"),
                _(
                    "Precies deze antwoorden zitten al in deze meting: als code, als bestand, op papier of om de "
                    "beurt. Meestal is het dezelfde persoon nog eens.\n\n"
                    "Het kan ook een ander zijn: mensen met precies dezelfde antwoorden hebben dezelfde code."
                ),
                yes=_("Ja, een tweede persoon: tel deze ook mee"),
            )
        case "earlier":
            return ConfirmScreen(
                _("Is dit een nieuwe code?"),
                _(
                    "Precies deze antwoorden zaten al in {meting}. Meestal is dit dan de code van toen. "
                    "Vraag die persoon om eerst opnieuw de zelftest te doen.\n\n"
                    "Het kan ook een nieuwe code zijn: wie hetzelfde antwoordt als toen, krijgt dezelfde code."
                ).format(meting=before.name),
                yes=_("Ja, een nieuwe code: tel deze mee"),
            )
        case "elsewhere":
            return ConfirmScreen(
                _("Is dit iemand anders?"),
                _(
                    "Deze code zit al in {groep}. Een antwoord hoort bij één groep. "
                    "Doet iemand in twee groepen mee? Vraag die persoon om opnieuw de zelftest te doen.\n\n"
                    "Het kan ook een ander zijn: mensen met precies dezelfde antwoorden hebben dezelfde code."
                ).format(groep=before.name),
                yes=_("Ja, iemand anders: tel deze mee"),
            )
