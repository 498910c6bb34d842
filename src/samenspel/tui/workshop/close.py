"""The end of a wave: what the group agreed, the report, and closing it; and at the next one, how the actions went."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from samenspel.exchange.give.group_tables import export_csv, export_xlsx
from samenspel.exchange.give.report_file import group_name, rendered
from samenspel.group.model import Action, Outcome
from samenspel.group.workshop import WorkshopError
from samenspel.report.groups.actions import actions
from samenspel.report.groups.report import group_report
from samenspel.storage import StorageError
from samenspel.storage.groups import Groups
from samenspel.taal import _, datum
from samenspel.tui.kit.dialogs import ConfirmScreen, beamer_question
from samenspel.tui.kit.save_report import TITLES, SaveReportScreen
from samenspel.tui.kit.screen import BaseScreen
from samenspel.tui.navigation import GroupPresentation
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.drawing import Drawing
from samenspel.tui.widgets.key_line import KeyLine
from samenspel.tui.widgets.rows import PickRow, PickRows, action_drawing, row_keys
from samenspel.tui.workshop.screen import LineScreen, RowsScreen, WorkshopScreen
from samenspel.tui.workshop.talk import Talk


class GroupOutcome:
    """What the group's report is made of: read before, so that it can be made in a thread."""

    def __init__(self, talk: Talk, day: date) -> None:
        self._questionnaire, self._group, self._wave = talk.questionnaire, talk.group, talk.wave
        self._previous, self._schemes = talk.before, talk.told_schemes()
        self._day = day
        self._without_labels = False
        try:
            talk.labelling()
        except StorageError:
            self._without_labels = True

    @property
    def file_name(self) -> str:
        """The name that is suggested: of the group only plain letters and digits."""
        return f"samenspel-{group_name(self._group, self._wave)}-{self._day.isoformat()}"

    def caution(self, suffix: str) -> str:
        """Say what a group should know before choosing a place."""
        what = _("In het rapport staat wat hier te zien was, met de stemmen en de acties.")
        names = _(
            "Namen staan er alleen in als iemand ze opschreef: bij een actie, opmerking, reden, label of open antwoord."
        )
        if suffix in {".xlsx", ".zip"}:
            what = _("In het bestand staan de cijfers die hier te zien waren, met de stemmen en de acties.")
            names = _("Namen staan er alleen in als iemand ze opschreef: bij een actie, opmerking, reden of label.")
        left_out = [_("De labels zijn niet te lezen en komen er niet in.")] if self._without_labels else []
        return " ".join((what, names, *left_out))

    def report(self, suffix: str) -> bytes:
        """Return the group's report, or for ``.xlsx`` and ``.zip`` its figures, as a file's content."""
        of = self._questionnaire, self._group, self._wave
        match suffix:
            case ".xlsx":
                return export_xlsx(*of, previous=self._previous, schemes=self._schemes)
            case ".zip":
                return _zipped(export_csv(*of, previous=self._previous, schemes=self._schemes))
            case _:
                document = group_report(*of, previous=self._previous, schemes=self._schemes, date=self._day)
                return rendered(document, as_html=suffix == ".html")


def _zipped(files: dict[str, bytes]) -> bytes:
    """Put files in one, without the moment in it: same figures, same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return made.getvalue()


_CLOSE, _PRESENT = "close", "present"


class CloseScreen(WorkshopScreen):
    """Saves the report, and closes the wave."""

    PART = "afsluiten"
    HELP = _(
        "Hier bewaart u het rapport van de groep: als PDF om te printen of te mailen, of als HTML. Daarin staan de "
        "cijfers, de adviezen met stemmen, en de acties. Wie met de cijfers wil rekenen, bewaart ze voor Excel of als "
        "CSV. Daarin staat niets wat hier niet te zien was.\n\n"
        "Met z laat u de uitslag zien aan een zaal: als presentatie, zonder open antwoorden. Doe dat alleen als de "
        "groep het goedvindt.\n\n"
        "Daarna rondt u de meting af. Stemmen en acties staan dan vast. Kijken en een rapport bewaren kan altijd nog. "
        "Een volgende meting begint met deze acties: hoe ging het?"
    )
    BINDINGS = [
        Binding("p", "save('.pdf')", _("PDF")),
        Binding("h", "save('.html')", _("HTML")),
        Binding("x", "save('.xlsx')", _("Excel")),
        Binding("c", "save('.zip')", _("CSV")),
        Binding("z", "present", _("voor een zaal")),
        Binding("a", "finish", _("afronden")),
    ]

    @property
    def heading(self) -> str:
        """Say where the group is."""
        return _("Wij ronden af")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out what can be done, then what was agreed."""
        yield Static(id="told", classes="paragraph", markup=False)
        yield Choices()
        agreed = self.talk.wave.actions
        if not agreed:
            yield from widgets(actions(self.talk.questionnaire, self.talk.wave))
            return
        yield Static(_("Dit spreken wij af"), classes="heading", markup=False)
        for action in agreed:
            yield Drawing(action_drawing(self.talk.questionnaire, action))

    async def show_step(self) -> None:
        """Show what can be done now."""
        wave = self.talk.wave
        told = (
            _("Bewaar het rapport. Rond daarna de meting af.")
            if self.talk.open
            else _("Deze meting is afgerond op {dag}. Het rapport bewaren kan nog steeds.").format(
                dag=datum(date.fromisoformat(wave.closed))
            )
        )
        self.query_one("#told", Static).update(told)
        options = [Option(str(number), suffix, title) for number, (suffix, title) in enumerate(TITLES.items(), start=1)]
        options.append(Option(str(len(options) + 1), _PRESENT, _("Laten zien aan een zaal")))
        if self.talk.open:
            options.append(Option(str(len(options) + 1), _CLOSE, _("Meting afronden")))
        choices = self.query_one(Choices)
        choices.show(options, None)
        choices.focus()
        self.begin_at_top()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer closing once."""
        if action == "finish":
            return self.talk.open
        return super().check_action(action, parameters)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Do what was chosen."""
        match event.value:
            case "close":
                self.action_finish()
            case "present":
                self.action_present()
            case suffix:
                self.action_save(suffix)

    def action_save(self, suffix: str) -> None:
        """Ask where the report must come: a window with the names of folders and files."""
        self._save(suffix)

    def action_present(self) -> None:
        """Present the result to a room; one comes back here."""
        self.navigator.open(GroupPresentation(self.talk.stored.id, self.talk.number))

    @work(exclusive=True, group="ask")
    async def _save(self, suffix: str) -> None:
        if await self.ask(beamer_question(_("U ziet de map en de naam van het bestand."))):
            self.app.push_screen(SaveReportScreen(GroupOutcome(self.talk, self.desk.clock().date()), suffix))

    @work(exclusive=True, group="ask")
    async def action_finish(self) -> None:
        """Close the wave, after asking."""
        question = ConfirmScreen(
            _("Deze meting afronden?"),
            _("Stemmen en acties staan daarna vast. Kijken en een rapport bewaren kan altijd nog."),
            yes=_("Ja, rond af"),
        )
        if await self.ask(question) and self.store(lambda: self.talk.close(self.desk.clock().date())):
            await self.show_step()


# A next wave opens with the old actions. -------------------------------------------------------------------------


class LookBackScreen(RowsScreen):
    """The actions of the wave before: done, partly or not, with a remark. How each went is stored with that wave."""

    PART = "terugblik"
    HELP = _(
        "Dit zijn de acties van de vorige meting. Zeg samen hoe elke actie ging: g is gedaan, d is deels gedaan, n is "
        "niet gedaan. Met Enter schrijft u er een opmerking bij.\n\n"
        "Het gaat niet om wie het niet deed. Vraag liever: wat hielp, en wat hield ons tegen?"
    )
    BINDINGS = [
        Binding("g", "went('gedaan')", _("gedaan")),
        Binding("d", "went('deels')", _("deels")),
        Binding("n", "went('niet')", _("niet gedaan")),
    ]

    @property
    def heading(self) -> str:
        """Ask what the page answers."""
        return _("Hoe ging het met onze acties?")

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of the wave before."""
        return self.talk.before.actions if self.talk.before else ()

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(id="told", classes="paragraph", markup=False)
        yield PickRows()

    async def show_step(self) -> None:
        """Show the actions as they stand now."""
        waiting = sum(not action.outcome for action in self.actions)
        told = _("Van {n} acties moet u nog zeggen hoe het ging: g, d of n. Enter geeft een opmerking.")
        if waiting == 1:
            told = _("Van één actie moet u nog zeggen hoe het ging: g, d of n. Enter geeft een opmerking.")
        done = _("Van elke actie is bekend hoe het ging. Ga verder.")
        self.query_one("#told", Static).update(told.format(n=waiting) if waiting else done)
        rows = [
            PickRow(str(place), action_drawing(self.talk.questionnaire, action, outcomes=True), key)
            for place, (action, key) in enumerate(zip(self.actions, row_keys(len(self.actions)), strict=True))
        ]
        await self.show_rows(rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer an outcome only at an action."""
        if action == "went":
            return self.here is not None
        return super().check_action(action, parameters)

    async def action_went(self, outcome: Outcome) -> None:
        """Store how the action where one is went."""
        place = int(self.here or 0)
        remark = self.actions[place].remark
        if self.store(lambda: self.talk.follow_up(place, outcome, remark)):
            await self.show_step()

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Ask for a remark."""
        place = int(event.value)
        action = self.actions[place]

        def save(remark: str) -> None:
            self.talk.follow_up(place, action.outcome, remark)

        title = _("Opmerking bij: {actie}").format(actie=action.what)
        explanation = _(
            "Wat hielp, of wat hield tegen? Dit komt in het rapport: schrijf er geen namen in. "
            "Laat het leeg om de opmerking weg te halen."
        )
        self.app.push_screen(LineScreen(title, explanation, save, action.remark), self._remarked)

    async def _remarked(self, stored: bool | None) -> None:  # noqa: FBT001
        if stored:
            await self.show_step()


class ActionsReviewScreen(LookBackScreen):
    """The same for a wave that may still collect, by its group and number; what was below it comes back after it."""

    BINDINGS = [Binding("right,f8", "back", _("verder"))]

    def __init__(self, groups: Groups, group_id: str, number: int) -> None:
        BaseScreen.__init__(self, classes="workshop")  # the group is read when this opens
        self._groups, self._group_id, self._number = groups, group_id, number

    def compose(self) -> ComposeResult:
        """Read the group; when that cannot be done, say why and go back."""
        try:
            self.talk = Talk(self._groups, self._group_id, self._number)
        except (StorageError, WorkshopError) as error:
            self.call_after_refresh(self._give_up, str(error))
            yield KeyLine()
            return
        if "terugblik" in self.talk.parts:
            yield from super().compose()
        else:
            self.call_after_refresh(self._give_up, _("Van de vorige meting zijn er geen acties."))

    async def arrive(self) -> None:
        """Show the actions; this is no place in the workshop, so nothing is stored."""
        if self.query(PickRows):
            await self.show_step()

    def _give_up(self, why: str) -> None:
        self.dismiss()
        self.navigator.show_problem(why)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no other parts."""
        if action == "went" and not self.query(PickRows):
            return False
        return action != "part" and super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go on with what was below."""
        self.dismiss()
