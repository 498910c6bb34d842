"""Labelling the open answers: where one begins, goes on, and comes to the differences and the scheme."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.workshop import unread
from samenspel.labelling.agreement import Agreement, agreement
from samenspel.labelling.model import Coder, Labelling
from samenspel.report.groups.labels import agreement_words
from samenspel.taal import _, meervoud
from samenspel.tui.widgets.rows import PickRow, PickRows, wrapped
from samenspel.tui.workshop.label_answers import LabelScreen, tasks
from samenspel.tui.workshop.label_list import DIGITS
from samenspel.tui.workshop.label_scheme import SchemeScreen
from samenspel.tui.workshop.screen import BesideComparison, RowsScreen


class LabelsScreen(BesideComparison, RowsScreen):
    """What there is to do: label, by a second person too, settle the differences, and look at the scheme."""

    HELP = _(
        "Labelen is open antwoorden ordenen. Elk antwoord krijgt een of meer labels: een of twee woorden die zeggen "
        "waar het over gaat. Daarna ziet u hoeveel antwoorden er bij elk label horen. Zo deed het onderzoek het "
        "ook.\n\n"
        "U kunt het samen doen, met de beamer aan. De begeleider kan het ook alleen doen.\n\n"
        "Labelt een tweede persoon ook, dan ziet die niet welke labels de eerste koos. Labels die de eerste zelf "
        "maakte, staan wel in de lijst. Open het schema pas als beiden klaar zijn. Daarna bespreekt u samen de "
        "verschillen. Zo hangt het niet van één persoon af. Het hoeft niet.\n\n"
        "Alles wordt meteen bewaard. U kunt stoppen wanneer u wilt. Met Esc gaat u terug naar het vergelijken."
    )
    BINDINGS = [Binding("escape", "back", _("terug"))]
    _differ = False

    @property
    def heading(self) -> str:
        """Say what this is for."""
        return _("Antwoorden labelen")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the rows."""
        about = _("Waar gaan de open antwoorden over? Reken op een halve minuut voor elk antwoord.")
        if unread(self.talk.group, self.talk.wave):
            about = _("In het rapport komen deze antwoorden en labels pas nadat u bij de open antwoorden op t drukt.")
        yield Static(about, classes="paragraph", markup=False)
        yield PickRows()

    async def show_step(self) -> None:
        """Show how far each is."""
        found: list[Labelling] = []
        if not self.store(lambda: found.append(self.talk.labelling())):
            return
        labelling = found[0]
        both = agreement(labelling, self.talk.released.open_answers)
        self._differ = bool(both.differences)
        rows = [
            ("first", _("Labelen"), self._how_far(labelling, "first")),
            ("second", _("Een tweede persoon labelt ook (mag)"), self._how_far(labelling, "second")),
            ("agreed", _("Verschillen bespreken"), _told(both)),
            ("scheme", _("Het schema"), _("hoeveel antwoorden er bij elk label horen")),
        ]
        await self.show_rows(
            PickRow(value, partial(_draw, title, told), key)
            for (value, title, told), key in zip(rows, DIGITS, strict=False)
        )

    def _how_far(self, labelling: Labelling, coder: Coder) -> str:
        every = tasks(self.talk)
        done = sum(bool(labelling.of(coder, *task.place)) for task in every)
        if not done:
            return (
                _("{n} antwoorden").format(n=len(every)) if coder == "first" else _("zonder te zien wat de eerste koos")
            )
        return _("{n} van {van} antwoorden hebben een label").format(n=done, van=len(every))

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Begin, or go on."""
        coders: dict[str, Coder] = {"first": "first", "second": "second", "agreed": "agreed"}
        coder = coders.get(event.value)
        trouble: list[str] = []
        if not self.is_active:
            return
        if coder is None:
            self.app.switch_screen(SchemeScreen(self.talk, self._again))
        elif coder == "agreed" and not self._differ:
            text = _("Er zijn geen verschillen: geen antwoord kreeg van twee mensen andere labels.")
            self.notify(text, markup=False)
        elif self.store(lambda: trouble.append(self._begin())):
            self.app.switch_screen(LabelScreen(self.talk, coder, self._again))
            if trouble[0]:
                self.navigator.show_problem(trouble[0])

    def _begin(self) -> str:
        """Begin, or go on; say why there are no labels to begin with although they were meant to be there."""
        if self.talk.labelling() != Labelling():  # begun before: its own labels are known
            return ""
        beginning = self.desk.shelf.labels(self.talk.questionnaire.id)
        begun = self.talk.begin_labelling(beginning.scheme)
        return "" if begun.scheme else beginning.trouble

    def _again(self) -> "LabelsScreen":
        return LabelsScreen(self.talk)


def _draw(title: str, told: str, width: int) -> list[Content]:
    return [*wrapped(title, width, "bold"), *wrapped(told, width)]


def _told(both: Agreement) -> str:
    if not both.both:
        return _("nadat twee mensen hebben gelabeld")
    left = meervoud("nog {n} verschil te bespreken", "nog {n} verschillen te bespreken", both.open).format(n=both.open)
    return " · ".join((agreement_words(both), left if both.open else _("alle verschillen zijn besproken")))
