"""*Wat het meest telde*: the statements with the lowest and the highest scores, each with the answer that was given."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Item, Questionnaire
from samenspel.report.document import Block, Bullets, Heading, Paragraph
from samenspel.report.wording import answer_label
from samenspel.response import Response
from samenspel.scoring import highest_items, lowest_items
from samenspel.taal import _
from samenspel.tui.kit.screen import ReadingScreen
from samenspel.tui.widgets.blocks import widgets


class WeighedScreen(ReadingScreen):
    """Shows the statements that weighed most in one self-test."""

    HELP = _(
        "Hier staan de stellingen die in uw uitslag het meest telden: eerst de laagste, dan de hoogste. Erachter staat "
        "wat u antwoordde.\n\n"
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
        low = lowest_items(self._questionnaire, self._response)
        high = highest_items(self._questionnaire, self._response)
        yield from widgets([Heading(2, _("Dit vroeg de meeste aandacht")), self._listed(low)])
        yield from widgets([Heading(2, _("Dit ging het best")), self._listed(high)])

    def _listed(self, items: tuple[Item, ...]) -> Block:
        if not items:
            return Paragraph(_("Hier is geen stelling die eruit springt."))
        return Bullets(tuple(map(self._line, items)))

    def _line(self, item: Item) -> str:
        asked, response = self._questionnaire, self._response
        told = _("‘{stelling}’ – {antwoord} ({onderdeel})").format(
            stelling=fill(asked, response.party, item.text),
            antwoord=answer_label(asked, response.answers.get(item.id)),
            onderdeel=asked.dimension(item.dimension).name,
        )
        return _("{regel} Hier is ‘oneens’ gunstig.").format(regel=told) if item.reverse else told
