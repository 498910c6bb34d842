"""The open question about activities: which were undertaken, and whether they made a lasting difference."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget

from samenspel.taal import _
from samenspel.tui.screens.open import OpenStepScreen
from samenspel.tui.widgets.saved_sign import SavedSign
from samenspel.tui.widgets.tick import Tick


class ActivitiesScreen(OpenStepScreen):
    """A list to tick. Whatever is ticked gets a second line: did it last?"""

    KINDS = frozenset()
    HELP = _(
        """Zet een vinkje bij wat u samen gedaan hebt, met het cijfer of met de spatiebalk. Daaronder verschijnt een
        tweede vraag: is er iets van gebleven?

        Met ↑ en ↓ gaat u van regel naar regel. Alles wordt meteen bewaard. U mag alles leeg laten."""
    )
    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("1", "tick(1)", _("aan of uit")),
        *(Binding(str(number), f"tick({number})", show=False) for number in range(2, 10)),
    ]

    @property
    def digits(self) -> str:
        """The keys that tick."""
        return f"1-{len(self.question.activities)}"

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the list and the switch."""
        yield from self.head()
        for number, activity in enumerate(self.question.activities, 1):
            lasted = self.response.activities.get(activity.id)
            yield Tick(self.filled(activity.text), key=str(number), on=lasted is not None, id=f"done-{activity.id}")
            effect = Tick(_("is er iets van gebleven?"), on=bool(lasted), id=f"lasted-{activity.id}", classes="effect")
            effect.display = lasted is not None
            yield effect
        yield from self.foot()

    def action_tick(self, number: int) -> None:
        """Tick or untick the activity with this number."""
        activities = self.question.activities
        if number <= len(activities):
            tick = self.query_one(f"#done-{activities[number - 1].id}", Tick)
            tick.focus()
            tick.action_switch()

    def on_tick_switched(self, event: Tick.Switched) -> None:
        """Store a tick and show its second line."""
        part, _dash, activity = (event.tick.id or "").partition("-")
        if part == "share":
            self.switch_share(event.tick, on=event.on)
            return
        lasted = event.on if part == "lasted" else False if event.on else None
        if self.save(lambda: self.session.activity(activity, lasted=lasted, now=self.main.clock())):
            event.tick.show(on=event.on)
            if part == "done":
                effect = self.query_one(f"#lasted-{activity}", Tick)
                effect.show(on=False)
                effect.display = event.on
            self.query_one(SavedSign).saved()
