"""Labelling, one answer at a time: it stands there large, with the labels of its question beside it.

What a key does is on the disk before it shows. Two people do so without seeing each other's labels; then they settle
on what they differ.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct
from textual import events, work
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.geometry import Region
from textual.widget import Widget

from samenspel.labelling.agreement import agreement
from samenspel.labelling.attaching import LabelStep, OpenAnswers, new_label, new_sublabel, switch, take_back, without
from samenspel.labelling.model import Attached, Coder, Labelling, is_known
from samenspel.report.groups.labels import called
from samenspel.report.groups.words import filled
from samenspel.taal import _, opsomming
from samenspel.tui.kit.screen import Body
from samenspel.tui.widgets.drawing import Passage
from samenspel.tui.widgets.heads import SavedSign
from samenspel.tui.workshop.label_list import DIGITS, LabelList
from samenspel.tui.workshop.screen import BesideComparison, LineScreen, WorkshopScreen
from samenspel.tui.workshop.talk import Talk

_LIFTED = "nsu"
"""Letters that do something of their own while no letters are typed to look for a label."""


class Task(Struct, frozen=True):
    """An answer to label: ``times`` is how many people wrote exactly this."""

    question: str
    answer: str
    times: int

    @property
    def place(self) -> tuple[str, str]:
        """The question and the answer."""
        return self.question, self.answer


def tasks(talk: Talk) -> tuple[Task, ...]:
    """Return the answers to label, in the order in which they are shown; those of one text are one."""
    return tuple(
        Task(question.id, text, times)
        for question in talk.questionnaire.asked.open_questions
        for text, times in Counter(talk.released.open_answers.get(question.id, ())).items()
    )


def differing(talk: Talk, labelling: Labelling) -> tuple[Task, ...]:
    """Return the answers to which two people attached other labels."""
    found = {(one.question, one.answer) for one in agreement(labelling, talk.released.open_answers).differences}
    return tuple(task for task in tasks(talk) if task.place in found)


# One answer at a time. -------------------------------------------------------------------------------------------


class LabelScreen(BesideComparison):
    """One answer, large, with the labels of its question: a digit or letters choose, Enter attaches or goes on."""

    AUTO_FOCUS = ""
    HELP = _(
        "Hier staat één antwoord, met de labels van die vraag. Kies een label met een cijfer, met ↑ en ↓, of door er "
        "een paar letters van te typen. Enter hangt het aan het antwoord. Nog eens Enter gaat naar het volgende "
        "antwoord. Een antwoord kan meer labels hebben. Kiest u een label dat er al aan hangt, dan haalt Enter het "
        "weg.\n\n"
        "Past er geen label? Met n maakt u een nieuw label, en dat hangt dan meteen aan dit antwoord. Met s maakt u "
        "een sublabel: een deel van het label dat u koos. Met u maakt u ongedaan wat u het laatst deed. Zoekt u een "
        "label dat met n, s of u begint? Typ dan eerst een andere letter eruit.\n\n"
        "Is een label verkeerd getypt? Kies het en druk op Del. Dat kan als het nergens meer aan hangt. Het staat "
        "dan ook niet meer in een volgende meting.\n\n"
        "Met → slaat u een antwoord over en met ← gaat u terug. Alles wordt meteen bewaard."
    )
    BINDINGS = [
        *(
            Binding(digit, f"choose('{digit}')", _("label kiezen"), key_display="1-9", show=digit == "1")
            for digit in DIGITS
        ),
        Binding("enter", "attach", _("hang aan, of verder"), key_display=_("Enter")),
        Binding("n", "new", _("nieuw label")),
        Binding("s", "sub", _("sublabel")),
        Binding("u", "undo", _("ongedaan maken")),
        Binding("delete", "drop", _("label weghalen"), key_display=_("Del"), show=False),
        Binding("left,f7", "turn(-1)", _("vorige")),
        Binding("right,f8", "turn(1)", _("volgende")),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("escape", "back", _("terug")),
    ]

    def __init__(self, talk: Talk, coder: Coder, back: Callable[[], WorkshopScreen]) -> None:
        """Prepare.

        Args:
            talk: the wave.
            coder: whose labels these are; ``agreed``: what two people settle, of the answers on which they differ.
            back: gives the page to go back to.
        """
        super().__init__(talk)
        self._back = back
        self._coder: Coder = coder
        self._labelling = Labelling()
        self._tasks: tuple[Task, ...] = ()
        self._here = 0
        self._steps: list[LabelStep] = []
        self._last: Attached | None = None

    @property
    def help_text(self) -> str:
        """What F1 says: first what is special to whose labels these are."""
        own = {
            "second": _(
                "U bent de tweede persoon. U ziet niet welke labels de eerste koos. Labels die de eerste zelf maakte, "
                "staan wel in de lijst."
            ),
            "agreed": _(
                "Bij deze antwoorden kozen twee mensen andere labels. Bespreek samen wat het antwoord het best zegt, "
                "en kies dat. Zolang u niets kiest, telt het antwoord niet mee."
            ),
        }
        return f"{own[self._coder]}\n\n{self.HELP}" if self._coder in own else self.HELP

    def compose_page(self) -> Iterable[Widget]:
        """Lay out the answer and the labels, beside each other where there is room."""
        yield Passage(id="place", classes="muted")
        with VerticalGroup(id="both"):
            with VerticalGroup(id="answered"):
                yield Passage(id="answer")
                yield Passage(id="hands")
                yield SavedSign()
            with VerticalGroup(id="choosing"):
                yield LabelList()
                yield Passage(id="about", classes="muted")

    async def arrive(self) -> None:
        """Begin at the first answer that needs a label, or, when all have one, at the first."""
        if not self.store(lambda: self.talk.go(self.PART, self.at)) or not self.store(self._read):
            return
        if not self._tasks:
            self._leave()
            return
        waiting = (place for place, task in enumerate(self._tasks) if not self._attached(task))
        self._here = next(waiting, 0)
        self._show()
        self.refresh_bindings()

    def _read(self) -> None:
        self._labelling = self.talk.labelling()
        found = differing(self.talk, self._labelling) if self._coder == "agreed" else tasks(self.talk)
        self._tasks = found

    @property
    def _now(self) -> Task:
        return self._tasks[self._here]

    def _attached(self, task: Task) -> tuple[Attached, ...]:
        return self._labelling.of(self._coder, *task.place)

    def _show(self) -> None:
        task, talk = self._now, self.talk
        asked = filled(talk.questionnaire, talk.questionnaire.open_question(task.question).text)
        number = _("antwoord {n} van {van}") if self._coder != "agreed" else _("verschil {n} van {van}")
        parts = [number.format(n=self._here + 1, van=len(self._tasks)), asked]
        if self._coder == "second":
            parts.insert(0, _("tweede persoon"))
        if task.times > 1:
            parts.insert(1, _("{n} mensen schreven dit").format(n=task.times))
        self.query_one("#place", Passage).put(" · ".join(parts))
        self.query_one("#answer", Passage).put(task.answer)
        self.query_one("#hands", Passage).put(self._by_hand(task))
        self.query_one(LabelList).show(self._labelling.scheme.get(task.question, ()), self._attached(task))
        self._tell()

    def _by_hand(self, task: Task) -> str:
        """Say what hangs there; of a difference also what each of the two chose."""
        own = self._attached(task)
        told = [_("labels: {labels}").format(labels=_names(own)) if own else _("nog geen label")]
        if self._coder == "agreed":
            first, second = (self._labelling.of(coder, *task.place) for coder in ("first", "second"))
            told = [
                _("de eerste koos: {labels}").format(labels=_names(first)),
                _("de tweede koos: {labels}").format(labels=_names(second)),
                _("samen: {labels}").format(labels=_names(own)) if own else _("samen: nog niet gekozen"),
            ]
        return "\n".join(told)

    def _tell(self) -> None:
        """Say what stands under the chosen label, or how to choose one."""
        labels = self.query_one(LabelList)
        chosen, typed = labels.chosen, labels.typed
        told = [_("u typt: {letters}").format(letters=typed)] if typed else []
        if chosen is not None and labels.is_cut(chosen):
            told.append(chosen.name)
        if chosen is not None and labels.hangs(chosen):
            told.append(_("Dit label hangt er al aan. Enter haalt het weg."))
        elif chosen is not None:
            told.append(chosen.help or _("Enter hangt ‘{label}’ aan dit antwoord.").format(label=chosen.name))
        elif typed:
            told.append(_("Staat het er niet bij? Druk op Esc, en dan op n."))
        elif not self._attached(self._now):
            told.append(_("Kies een label met een cijfer of een paar letters. Past er geen? Druk op n."))
        self.query_one("#about", Passage).put("\n".join(told))
        if chosen is not None:
            self.call_after_refresh(self._into_sight)

    def _to_the_answer(self) -> None:
        """Begin at the top: a label further down was chosen for the answer before."""
        body = self.query_one(Body)
        if body.scroll_y:
            body.scroll_home(animate=False)

    def _into_sight(self) -> None:
        labels, body = self.query_one(LabelList), self.query_one(Body)
        line = labels.region.y - body.region.y + round(body.scroll_y) + labels.line
        body.scroll_to_region(Region(0, line, 1, 1), animate=False)

    # Choosing --------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Take letters to look for a label; the letters of the keys too, once another letter was typed."""
        labels, letter = self.query_one(LabelList), event.character or ""
        if event.key == "backspace" and labels.typed:
            self._type(labels.typed[:-1])
        elif event.key == "escape" and labels.typed:
            self._type("")
        elif len(letter) == 1 and letter.isalpha() and (labels.typed or letter.casefold() not in _LIFTED):
            self._type(labels.typed + letter)
        elif event.key == "space" and labels.typed:
            self._type(labels.typed + " ")
        else:
            return
        event.stop()
        event.prevent_default()

    def _type(self, typed: str) -> None:
        self.query_one(LabelList).type(typed)
        self._tell()

    def action_choose(self, digit: str) -> None:
        """Choose the label with this digit."""
        self.query_one(LabelList).choose(digit)
        self._tell()

    def action_move(self, by: int) -> None:
        """Choose the label below or above; where the labels stand below a long answer, read that on first."""
        labels, body = self.query_one(LabelList), self.query_one(Body)
        beyond = labels.region.y >= body.region.bottom if by > 0 else bool(body.scroll_y)
        if labels.chosen is None and beyond:
            self.action_scroll_page(by)
            return
        labels.move(by)
        self._tell()

    def action_attach_row(self, place: int) -> None:
        """Attach what was clicked on, or take it off."""
        if self.is_active and (row := self.query_one(LabelList).row(place)) is not None:
            self._switch(row.one)

    def action_attach(self) -> None:
        """Attach the chosen label, or take it off; without one, go on to the next answer."""
        chosen = self.query_one(LabelList).chosen
        if chosen is not None:
            self._switch(chosen.one)
        elif not self.query_one(LabelList).typed:
            self.action_turn(1)

    # Storing ---------------------------------------------------------------------------------------------------

    def _hang(self, make: Callable[[Labelling], tuple[Labelling, Attached]], *, off: bool = False) -> None:
        """Attach what ``make`` gives, with the labelling in which it is; ``off``: take it off where it hangs already.

        It can be taken back then. Raises what the store and the rules of labelling raise; nothing was changed then.
        """
        task, coder = self._now, self._coder
        steps: list[tuple[LabelStep, Attached]] = []

        def change(labelling: Labelling, answers: OpenAnswers) -> Labelling:
            more, one = make(labelling)
            there = labelling.of(coder, *task.place)
            hangs = one in there or (not one.sub and any(each.label == one.label for each in there))
            changed = more if hangs and not off else switch(more, coder, task.place, one, answers)
            after, made = changed.of(coder, *task.place), one if more != labelling else None
            steps.append((LabelStep(task.place, there, after, made), one))
            return changed

        self._labelling = self.talk.label(change)
        step, one = steps[-1]
        if step.made is not None or step.before != step.after:
            self._steps.append(step)
        self._last = one if one in self._attached(task) else None

    def _saved(self, what: str = "") -> None:
        self._show()
        self.query_one(SavedSign).saved(what)

    def _read_again(self) -> None:
        """Take over what another window changed; what was done last is not stored."""
        self.query_one(SavedSign).clear()
        if not self.store(self._read):
            return
        if not self._tasks:
            self._leave()
            return
        self._here = min(self._here, len(self._tasks) - 1)
        self._show()
        self.refresh_bindings()

    def _switch(self, one: Attached) -> None:
        if self.store(lambda: self._hang(lambda labelling: (labelling, one), off=True)):
            self._saved()
        else:
            self._read_again()

    def action_new(self) -> None:
        """Make a label, and attach it."""
        question = self._now.question

        def made(labelling: Labelling, typed: str) -> tuple[Labelling, Attached]:
            more, name = new_label(labelling, question, typed)
            return more, Attached(name)

        self._make(
            _("Nieuw label"),
            _("Een of twee woorden die zeggen waar het antwoord over gaat. Het hangt dan meteen aan dit antwoord."),
            made,
        )

    def action_sub(self) -> None:
        """Make a part of the label that was chosen or attached last, and attach it."""
        question, chosen = self._now.question, self.query_one(LabelList).chosen
        above = chosen.one if chosen is not None else self._last
        if above is None:
            self.notify(_("Kies eerst een label. Daarna maakt s er een sublabel bij."), markup=False)
            return
        label = above.label

        def made(labelling: Labelling, typed: str) -> tuple[Labelling, Attached]:
            more, name = new_sublabel(labelling, question, label, typed)
            return more, Attached(label, name)

        about = _("Een deel van ‘{label}’, in een of twee woorden. Het hangt dan meteen aan dit antwoord.")
        self._make(_("Nieuw sublabel"), about.format(label=label), made)

    @work(exclusive=True, group="ask")
    async def _make(self, title: str, about: str, made: Callable[[Labelling, str], tuple[Labelling, Attached]]) -> None:
        """Ask for a name, and attach what is made of it."""
        save = LineScreen(title, about, lambda typed: self._hang(lambda labelling: made(labelling, typed)))
        if await self.ask(save):
            self._saved()
        else:
            self._read_again()  # what was said there may have been that the answer is gone

    def action_drop(self) -> None:
        """Take the chosen label out of the scheme, where no answer has it."""
        chosen, question = self.query_one(LabelList).chosen, self._now.question
        if chosen is None:
            self.notify(_("Kies eerst een label. Daarna haalt Del het weg."), markup=False)
            return

        def stored() -> None:
            self._labelling = self.talk.label(lambda labelling, _answers: without(labelling, question, chosen.one))

        if not self.store(stored):
            self._read_again()
        elif is_known(self._labelling, question, chosen.one):
            self.notify(_("Dit label hangt nog aan een antwoord. Haal het daar eerst weg."), markup=False)
        else:
            self._saved(_("weggehaald ·"))

    def action_undo(self) -> None:
        """Take back the last thing that was done here, at the answer where it was done."""
        if not self._steps:
            self.notify(_("Er is niets om ongedaan te maken."), markup=False)
            return
        step, coder = self._steps.pop(), self._coder

        def back(labelling: Labelling, answers: OpenAnswers) -> Labelling:
            return take_back(labelling, coder, step, answers)

        def stored() -> None:
            self._labelling = self.talk.label(back)

        if self.store(stored):
            # Where another window settled or struck out something meanwhile, the answer may not be one of these.
            here = (place for place, task in enumerate(self._tasks) if task.place == step.place)
            self._here, self._last = next(here, self._here), None
            self._to_the_answer()
            self._saved(_("ongedaan gemaakt ·"))
            self.refresh_bindings()
        else:
            self._read_again()

    # Going on --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the answer before where there is one; after the last one comes the page before this.

        Who labels as the second must not learn from what cannot go which labels the first one used.
        """
        if action == "drop":
            return self._coder != "second"
        if action == "turn" and parameters[0] == -1:
            return self._here > 0
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go to the answer before or after this one; after the last one, back to where one began."""
        if self._here + by >= len(self._tasks):
            self._leave()
            return
        before = self._here
        self._here = max(0, before + by)
        self._last = None
        self.query_one(SavedSign).clear()
        self._to_the_answer()
        self._show()
        if not before or not self._here:  # there is nothing before the first
            self.refresh_bindings()

    def action_back(self) -> None:
        """Go back to where one began."""
        self._leave()

    def _leave(self) -> None:
        if self.is_active:
            self.app.switch_screen(self._back())


def _names(attached: Iterable[Attached]) -> str:
    return opsomming([called(one) for one in attached])
