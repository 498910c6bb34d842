"""The page that explains once what *wij* means, before the first statement."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from samenspel.questionnaire.applicability import applicable_items
from samenspel.taal import _
from samenspel.tui.screens.walk import WalkScreen
from samenspel.tui.widgets.choices import Choices, Option
from samenspel.tui.widgets.point import Point


class WeScreen(WalkScreen):
    """What *wij* means, and how the statements are answered."""

    KINDS = frozenset({"we"})
    HELP = _("Deze bladzijde legt uit wat ‘wij’ betekent en hoe u antwoordt. Druk op Enter om verder te gaan.")

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        number = len(applicable_items(self.questionnaire, self.response))
        yield Static(_("Nu komen {aantal} stellingen").format(aantal=number), classes="title", markup=False)
        yield Static(self.filled(self.questionnaire.asked.we), classes="paragraph", markup=False, id="question")
        for line in (
            _("Druk op een cijfer. Uw antwoord wordt bewaard en u gaat verder."),
            _(
                "Weet u het niet, of hebt u er geen ervaring mee? Kies dan 0. Ook dat telt mee. "
                "Bij sommige stellingen kan dat niet."
            ),
            _("Met ← en → gaat u terug of slaat u een stelling over."),
        ):
            yield Point(line)
        yield Choices([Option("1", "on", _("verder naar de stellingen"))])

    def on_choices_picked(self) -> None:
        """Go on to the statements."""
        self.action_next()
