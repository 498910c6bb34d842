"""The scheme on the screen: per question the labels with the number of answers, most first; the answers on demand.

From a label to an action is one key.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.workshop import MOST_ACTIONS
from samenspel.labelling.scheme import LabelCount, QuestionScheme
from samenspel.report.document import Bullets, Heading, Paragraph
from samenspel.report.groups.labels import answers_under, count_words, scheme_sentence, standing
from samenspel.report.groups.words import filled
from samenspel.taal import _
from samenspel.tui.kit.screen import BaseModal
from samenspel.tui.widgets.blocks import widgets
from samenspel.tui.widgets.rows import PickRow, PickRows, row_keys, wrapped
from samenspel.tui.workshop.screen import BesideComparison, RowsScreen, WorkshopScreen
from samenspel.tui.workshop.talk import Talk

_INDENT = 2


class SchemeScreen(BesideComparison, RowsScreen):
    """Each label as a row with its number of answers; a row opens the answers, *a* makes an action of it."""

    HELP = _(
        "Dit is het schema: bij elke vraag de labels, met het aantal antwoorden. De meeste staan bovenaan. Sublabels "
        "staan onder hun label. Een antwoord met meer labels telt bij elk van die labels.\n\n"
        "Het onderzoek zette twee partijen naast elkaar. Dat kan hier niet: wie een antwoord deelde, deelde het zonder "
        "partij. Daar houdt samenspel zich aan.\n\n"
        "Enter of een toets voor de regel laat de antwoorden zien. Met a maakt u van een label een actie. Met Esc gaat "
        "u terug."
    )
    BINDINGS = [
        Binding("a", "agree", _("maak er een actie van")),
        Binding("escape", "back", _("terug")),
    ]

    def __init__(self, talk: Talk, back: Callable[[], WorkshopScreen]) -> None:
        """``back`` gives the page to go back to."""
        super().__init__(talk)
        self._back = back
        self._found: dict[str, LabelCount] = {}

    @property
    def heading(self) -> str:
        """Say what stands here."""
        return _("Het schema")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the rows."""
        yield Static(
            _("Bij elk label het aantal antwoorden. De partij staat er niet bij: zo is het gedeeld."),
            classes="paragraph",
            markup=False,
        )
        yield PickRows()
        yield Static(id="told", classes="paragraph", markup=False)

    async def show_step(self) -> None:
        """Show the scheme as it is now."""
        found: list[QuestionScheme] = []
        if self.store(lambda: found.extend(self.talk.schemes())):
            await self.show_rows(self._rows(found))
            told = [f"{self._asked(one)}\n{scheme_sentence(one)}" for one in found if not standing(one.labels)]
            self.query_one("#told", Static).update("\n\n".join(told))

    def _rows(self, found: Iterable[QuestionScheme]) -> Iterator[PickRow]:
        """Give a row for each label; the first of a question has the question and a sentence above it."""
        labels = [(scheme, label) for scheme in found for label in standing(scheme.labels)]
        self._found = {f"{scheme.question}:{label.name}": label for scheme, label in labels}
        last = ""
        for (scheme, label), key in zip(labels, row_keys(len(labels)), strict=True):
            above = partial(_above, self._asked(scheme), scheme_sentence(scheme)) if scheme.question != last else None
            last = scheme.question
            yield PickRow(f"{scheme.question}:{label.name}", partial(_draw, label), key, above=above)

    def _asked(self, scheme: QuestionScheme) -> str:
        return filled(self.talk.questionnaire, self.talk.questionnaire.open_question(scheme.question).text)

    def on_pick_row_opened(self, event: PickRow.Opened) -> None:
        """Show the answers with this label."""
        if self.is_active and (label := self._found.get(event.value)) is not None:
            self.app.push_screen(LabelAnswersScreen(label))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer an action while the group can still agree on one more."""
        if action == "agree":
            room = len(self.talk.wave.actions) < MOST_ACTIONS
            return self.talk.open and room and self.here is not None
        return super().check_action(action, parameters)

    def action_agree(self) -> None:
        """Write down an action about the label where one is."""
        if (here := self.here) is not None:
            self.go(f"actie:label-{here}")

    def action_back(self) -> None:
        """Go back to where one came from."""
        if self.is_active:
            self.app.switch_screen(self._back())


def _above(asked: str, told: str, width: int) -> list[Content]:
    return [*wrapped(asked, width, "bold"), *wrapped(told, width), Content()]


def _draw(label: LabelCount, width: int) -> list[Content]:
    lines = wrapped(_line(label), width, "bold")
    for sub in standing(label.sublabels):
        lines += [Content(" " * _INDENT) + line for line in wrapped(_line(sub), width - _INDENT)]
    return lines


def _line(count: LabelCount) -> str:
    return _("{label} – {aantal}").format(label=count.name, aantal=count_words(count))


class LabelAnswersScreen(BaseModal[None]):
    """A window with the answers that have a label."""

    HELP = _("Dit zijn de antwoorden met dit label. Tussen haakjes staat het sublabel. Met Esc gaat u terug.")
    BINDINGS = [Binding("escape,enter", "back", _("terug"))]

    def __init__(self, label: LabelCount) -> None:
        super().__init__(classes="window")
        self._label = label

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the answers."""
        label = self._label
        told = [Paragraph(label.help)] if label.help else []
        none = Paragraph(_("Nu heeft geen antwoord dit label."))
        yield from widgets((Heading(1, _line(label)), *told, Bullets(tuple(answers_under(label))) if label.n else none))
