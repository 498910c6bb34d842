"""A window: of which advice is the new action made, or did the group think of it itself?"""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import OptionList, Static

from samenspel.group.workshop import advices_to_vote, votes_shown
from samenspel.report.group import advice_cards
from samenspel.report.group_actions import outcome
from samenspel.taal import _
from samenspel.tui.screens.base import BaseModal
from samenspel.tui.screens.workshop_action import unfinished
from samenspel.tui.talk import Talk
from samenspel.tui.widgets.advice_rows import votes_words
from samenspel.tui.widgets.menu import Entry, Menu
from samenspel.tui.widgets.pick_row import row_keys

FREE = "nieuw"


class ChooseScreen(BaseModal[str]):
    """Gives back what the action is made of; the empty string when left.

    That is ``advies-<id>``, ``opnieuw-<place>`` for an old action, or ``nieuw`` for one of the group's own.
    """

    HELP = _(
        "Kies een advies. Dan staat de eerste stap van dat advies al klaar als voorstel. Of kies ‘Zelf bedenken’.\n\n"
        "De adviezen staan in de volgorde van de stemmen. Is een actie van de vorige meting deels of niet gedaan? Dan "
        "staat die erboven, met ‘Opnieuw’ ervoor. Met ↑ gaat u erheen."
    )

    BINDINGS = [Binding("z", "free", _("zelf bedenken"))]

    def __init__(self, talk: Talk) -> None:
        super().__init__(classes="window choose")
        self._talk = talk

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the window."""
        wave = self._talk.wave
        ids = [one.id for one in advices_to_vote(wave)]
        cards = advice_cards(self._talk.questionnaire, wave)
        given = votes_shown(wave)
        votes = [given.get(advice, 0) for advice in ids]
        again = unfinished(self._talk)
        self._first = 1 + len(again)
        yield Static(_("Een nieuwe actie"), classes="title", markup=False)
        yield Menu(
            [
                Entry(FREE, _("Zelf bedenken"), _("Een actie die niet bij een advies hoort."), "z"),
                *(
                    Entry(which, _("Opnieuw: {actie}").format(actie=old.what), outcome(old.outcome))
                    for which, old in again.items()
                ),
                *(
                    Entry(f"advies-{advice}", card.title, votes_words(count) if count else "", key)
                    for advice, card, count, key in zip(ids, cards, votes, row_keys(len(ids)), strict=True)
                ),
            ]
        )

    def on_mount(self) -> None:
        """Stand at the first advice, if there is one; what stands above it is in sight."""
        menu = self.query_one(Menu)
        menu.highlighted = min(self._first, menu.option_count - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(event.option_id or "")

    def action_free(self) -> None:
        """Give back that the group thinks of an action itself."""
        self.dismiss(FREE)

    def action_back(self) -> None:
        """Close the window without choosing."""
        self.dismiss("")
