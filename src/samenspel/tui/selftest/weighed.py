"""*Wat het meest telde*: what asked for most attention and what went best, each with the answer that was given.

The same statements as on the front sheet of the report, and more of them.
"""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from samenspel.advice import lowest_items
from samenspel.questionnaire.model import Item, Questionnaire
from samenspel.report.document import Block, Bullets, Heading, Paragraph
from samenspel.report.wording import answered
from samenspel.response import Response
from samenspel.scoring import strong_items
from samenspel.taal import _
from samenspel.tui.kit.screen import ReadingScreen
from samenspel.tui.widgets.blocks import widgets

_NAMED = 5
"""So many statements stand in each of the two lists."""


class WeighedScreen(ReadingScreen):
    """Shows the statements that weighed most in one self-test."""

    HELP = _(
        "Hier staan de stellingen die in uw uitslag het meest telden. Eerst die de meeste aandacht vroegen. Ook ‘weet "
        "ik niet’ telt daar mee. Dan die het best gaan, hooguit één van elk onderdeel. Erachter staat wat u "
        "antwoordde.\n\n"
        "Bij de meeste stellingen is ‘eens’ gunstig. Bij een paar is dat andersom. Dan staat dat erbij.\n\n"
        "Met ↑ en ↓ schuift u de tekst. Esc brengt u terug naar de uitslag."
    )

    def __init__(self, questionnaire: Questionnaire, response: Response) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._response = response

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the page."""
        yield Static(_("Wat het meest telde"), classes="title", markup=False)
        low = lowest_items(self._questionnaire, self._response, _NAMED)
        high = strong_items(self._questionnaire, self._response, _NAMED)
        yield from widgets([Heading(2, _("Dit vroeg de meeste aandacht")), self._listed(low)])
        yield from widgets([Heading(2, _("Dit gaat het best")), self._listed(high)])

    def _listed(self, items: tuple[Item, ...]) -> Block:
        if not items:
            return Paragraph(_("Hier is geen stelling die eruit springt."))
        return Bullets(tuple(map(self._line, items)))

    def _line(self, item: Item) -> str:
        return answered(self._questionnaire, self._response, item, dimension=True)
