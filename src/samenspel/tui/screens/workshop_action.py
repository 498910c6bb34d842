"""One action to write down: what, who, when, when the group looks back, and which dimensions it is meant for."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from samenspel.group.model import Action
from samenspel.group.workshop import faults, put_action, touched
from samenspel.report.group_words import filled
from samenspel.taal import _
from samenspel.tui.dates import as_typed, months_on, no_such_day, typed_day
from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.screens.workshop_form import FormScreen
from samenspel.tui.talk import Talk
from samenspel.tui.widgets.field import Wrong
from samenspel.tui.widgets.tick import Tick
from samenspel.tui.widgets.writing import WritingArea, WritingLine

CHECK_BACK_MONTHS = 3
_ADVICE = "advies-"
AGAIN = "opnieuw-"


class ActionScreen(FormScreen):
    """A form for one action; nothing is stored before *bewaren*, and nothing typed is lost when that fails."""

    PART = "acties"
    HELP = _(
        "Schrijf op wat u gaat doen, wie dat doet, en wanneer. Bij wie schrijft u een rol op, of een naam als de groep "
        "dat wil en die persoon het goedvindt. Alles wat hier staat, komt in het rapport.\n\n"
        "Komt de actie uit een advies? Dan staat de eerste stap er al, helemaal geselecteerd. Typt u iets, dan komt "
        "dat ervoor in de plaats. Wilt u een stukje veranderen? Druk dan eerst op ← of →.\n\n"
        "Een datum schrijft u als 31-12-2026. Terugkijken staat op over drie maanden. Is de actie later? Dan schuift "
        "die dag mee. U kunt hem zelf veranderen.\n\n"
        "Met Tab of ↓ gaat u naar het volgende vak. Een onderdeel zet u aan of uit met spatie. Bewaren doet u met F8 "
        "of met de knop."
    )

    def __init__(self, talk: Talk, which: str, action: Action | None, place: int | None) -> None:
        super().__init__(talk)
        self._which = which
        self._action = action
        self._place = place

    @property
    def at(self) -> str:
        """The action is part of the place."""
        return f"actie:{self._which}"

    @property
    def above(self) -> str:
        """Esc goes to the list."""
        return "acties"

    @property
    def heading(self) -> str:
        """Say what is written down."""
        return _("Een nieuwe actie") if self._place is None else _("Actie {n}").format(n=self._place + 1)

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the form."""
        asked = self.talk.questionnaire
        self._start = self._action or self._suggested(self.main.clock().date())
        start = self._start
        self._proposed = as_typed(start.check_back)
        if start.advice:
            title = filled(asked, asked.advice(start.advice).title)
            yield Static(_("Uit het advies: {titel}").format(titel=title), classes="paragraph", markup=False)
        yield Static(_("Wat gaan wij doen?"), classes="label", markup=False)
        what = WritingArea(start.what)
        what.id = "what"
        yield what
        yield Wrong(id="wrong-what")
        for name, label, text in (
            ("who", _("Wie doet dat? Een rol, of een naam als de groep die wil opschrijven."), start.who),
            ("when", _("Wanneer? Bijvoorbeeld 31-12-2026."), start.when and as_typed(start.when)),
            ("check_back", _("Op welke dag kijken wij terug?"), as_typed(start.check_back)),
        ):
            yield Static(label, classes="label", markup=False)
            yield WritingLine(text, id=name, select_on_focus=name != "who")
            yield Wrong(id=f"wrong-{name}")
        yield Static(_("Voor welke onderdelen is dit bedoeld?"), classes="label", markup=False)
        for dimension in asked.asked.dimensions:
            yield Tick(dimension.name, on=dimension.id in start.dimensions, classes="meant")
        yield from self.buttons()

    async def show_step(self) -> None:
        """Begin at the top; a suggestion is selected as a whole, so that typing replaces it."""
        await super().show_step()
        if self._which.startswith(_ADVICE):
            self.query_one(TextArea).select_all()

    def _suggested(self, today: date) -> Action:
        check_back = months_on(today, CHECK_BACK_MONTHS).isoformat()
        if self._which.startswith(AGAIN):
            old = unfinished(self.talk)[self._which]
            given = {one.id for one in self.talk.released.advice}
            advice = old.advice if old.advice in given else ""
            return Action(old.what, old.who, "", check_back, advice, old.dimensions)
        advice = self._which.removeprefix(_ADVICE) if self._which.startswith(_ADVICE) else ""
        asked = self.talk.questionnaire
        return Action(
            what=" ".join(filled(asked, asked.advice(advice).first_step).split()) if advice else "",
            who="",
            when="",
            check_back=check_back,
            advice=advice,
            dimensions=touched(asked, advice) if advice else (),
        )

    def _typed(self) -> Action:
        def text(name: str) -> str:
            return self.query_one(f"#{name}", Input).value

        dimensions = self.talk.questionnaire.asked.dimensions
        ticks = self.query(Tick).results(Tick)
        return Action(
            what=self.query_one(TextArea).text,
            who=text("who"),
            when=typed_day(text("when")),
            check_back=typed_day(text("check_back")),
            advice=self._start.advice,
            dimensions=tuple(one.id for one, tick in zip(dimensions, ticks, strict=True) if tick.on),
        )

    def on_tick_switched(self, event: Tick.Switched) -> None:
        """Switch a dimension on or off."""
        event.tick.show(on=event.on)

    def changed(self) -> bool:
        """Say whether something was typed or switched."""
        fields = [self.query_one(TextArea).text, *(field.value for field in self.query(Input).results(Input))]
        start = self._start
        before = [start.what, start.who, start.when and as_typed(start.when), as_typed(start.check_back)]
        return fields != before or self._typed().dimensions != start.dimensions

    def on_input_changed(self) -> None:
        """Take away what is no longer wrong; the day to look back that is proposed is never before the action."""
        self._propose()
        self._say(self._faults(), only_known=True)

    def on_text_area_changed(self) -> None:
        """Take away what is no longer wrong."""
        self._say(self._faults(), only_known=True)

    def _faults(self) -> dict[str, str]:
        """Say by field what is wrong with what is typed; only here a day can be typed that does not exist."""
        found = faults(self._typed(), self.talk.wave.revealed)
        for name in ("when", "check_back"):
            if no_such_day(self.query_one(f"#{name}", Input).value):
                found[name] = _("Deze dag bestaat niet. Kijk de dag en de maand na.")
        return found

    def _propose(self) -> None:
        field = self.query_one("#check_back", Input)
        if self._place is not None or field.value != self._proposed:
            return
        when, first = typed_day(self.query_one("#when", Input).value), self._start.check_back
        later = when and months_on(date.fromisoformat(when), CHECK_BACK_MONTHS).isoformat()
        self._proposed = field.value = as_typed(later if when > first else first)

    def _say(self, found: dict[str, str], *, only_known: bool = False) -> None:
        """Say at each field what is wrong with it; ``only_known``: where something was wrong already."""
        for wrong in self.query(Wrong).results(Wrong):
            if wrong.wrong or not only_known:
                wrong.say(found.get(str(wrong.id).removeprefix("wrong-"), ""))

    def save_form(self) -> bool:
        """Store the action; what is wrong is said at each field, and the first of those is where one goes."""
        action, asked, place = self._typed(), self.talk.questionnaire, self._place
        found = self._faults()
        self._say(found)
        for name in found:
            self.query_one(f"#{name}").focus()
            self.call_after_refresh(self.query_one(f"#wrong-{name}").scroll_visible, animate=False)
            return False
        return self.store(lambda: self.talk.change(lambda wave: put_action(wave, asked, action, place)))


def unfinished(talk: Talk) -> dict[str, Action]:
    """Return the actions of the wave before that were not or partly done, and that the group did not take along yet."""
    agreed = {action.what for action in talk.wave.actions}
    before = talk.before.actions if talk.before else ()
    return {
        f"{AGAIN}{place}": action
        for place, action in enumerate(before)
        if action.outcome in {"deels", "niet"} and action.what not in agreed
    }


def action_screen(talk: Talk, which: str) -> WorkshopScreen:
    """Return the form for ``which``: a place in the list, ``advies-<id>``, ``opnieuw-<place>`` or ``nieuw``.

    Anything else gives the list itself.
    """
    actions = talk.wave.actions
    if which.isdecimal() and int(which) < len(actions):
        return ActionScreen(talk, which, actions[int(which)], int(which))
    if (
        which == "nieuw"
        or which in unfinished(talk)
        or which.removeprefix(_ADVICE) in {one.id for one in talk.released.advice}
    ):
        return ActionScreen(talk, which, None, None)
    from samenspel.tui.screens.workshop_actions import ActionsScreen

    return ActionsScreen(talk)
