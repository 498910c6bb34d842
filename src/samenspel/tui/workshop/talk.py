"""One wave's workshop as its screens see it: what may be shown, and every step put on the disk before it shows.

No screen reads a response: all that reaches it is a wave with what was released of it.
"""

from collections.abc import Callable
from datetime import date
from math import ceil
from time import monotonic
from typing import Literal

from msgspec.structs import replace

from samenspel.collecting.reveal import revealed_before
from samenspel.group import workshop
from samenspel.group.model import Group, Order, Outcome, Phase, Released, Wave
from samenspel.labelling.attaching import OpenAnswers
from samenspel.labelling.model import Labelling
from samenspel.labelling.scheme import Labelled, QuestionScheme
from samenspel.questionnaire.labels import Scheme
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.groups.statements import striking_items
from samenspel.report.groups.words import anonymity
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _

MINUTE = 60
DEFAULT, LONGEST = 5 * MINUTE, 60 * MINUTE


class Countdown:
    """The timer of a conversation, down from ``DEFAULT`` seconds. It asks ``clock`` for seconds, so it cannot drift."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._left = float(DEFAULT)
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None and self.left > 0

    @property
    def left(self) -> float:
        """The seconds that are left, never below 0."""
        gone = 0.0 if self._since is None else self._clock() - self._since
        return max(0.0, self._left - gone)

    @property
    def shown(self) -> str:
        """Minutes and seconds, begun seconds counted whole: ``5:00``."""
        minutes, seconds = divmod(ceil(round(self.left, 3)), MINUTE)
        return f"{minutes}:{seconds:02}"

    def switch(self) -> None:
        """Start or stop; at the end it starts anew."""
        if self.running:
            self._left, self._since = self.left, None
        else:
            self._left = self.left or float(DEFAULT)
            self._since = self._clock()

    def add(self, minutes: int) -> None:
        """Give some minutes more, or fewer when negative; also while it counts."""
        left = min(float(LONGEST), max(0.0, self.left + minutes * MINUTE))
        if self.running:
            self._since = self._clock()
        elif self.left == 0:
            self._since = None
        self._left = left


# The talk. -------------------------------------------------------------------------------------------------------

Change = Callable[[Wave], Wave]
Part = Literal["terugblik", "veranderd", "vergelijken", "adviezen", "acties", "afsluiten"]
"""The parts of the talk, in their order; the first two only where there is a wave before."""
_PHASES: dict[Part, Phase] = {"adviezen": "adviezen", "acties": "acties", "afsluiten": "acties"}


class Talk:
    """The talking half of wave ``number``. Making it reads the group.

    Every method may raise ``StorageError`` or ``WorkshopError``; nothing was changed then.
    """

    def __init__(self, groups: Groups, group_id: str, number: int, seconds: Callable[[], float] = monotonic) -> None:
        self._groups = groups
        self.number = number
        self.stored: StoredGroup = groups.read(group_id)
        if not 1 <= number <= len(self.stored.waves):
            raise workshop.WorkshopError(_("Deze groep heeft geen meting {nummer}.").format(nummer=number))
        self.questionnaire: Questionnaire = groups.questionnaire(self.stored, number)
        self._seconds = seconds
        self._countdowns: dict[str, Countdown] = {}
        self.last_row = ""
        """What was opened last: one comes back at its row. Not stored."""

    # What is shown ---------------------------------------------------------------------------------------------

    @property
    def group(self) -> Group:
        """The group."""
        return self.stored.group

    @property
    def wave(self) -> Wave:
        """The wave as it is on the disk."""
        return self.stored.waves[self.number - 1]

    @property
    def before(self) -> Wave | None:
        """The wave that this one is compared with, if there is one."""
        return revealed_before(self.stored, self.wave)

    @property
    def released(self) -> Released:
        """What may be shown. Raises WorkshopError: the wave was not revealed."""
        if self.wave.released is None:
            raise workshop.WorkshopError(_("Deze meting is nog niet onthuld. Onthul die eerst."))
        return self.wave.released

    @property
    def anonymity(self) -> str:
        """What the minimum is, or that this is not anonymous: it stands on every screen."""
        if self.wave.released is not None:
            return anonymity(self.wave.released)
        return _("niet anoniem") if self.group.open_table else _("minimum {k}").format(k=self.group.minimum)

    @property
    def open(self) -> bool:
        """Whether the group can still vote and agree: revealed, and not closed."""
        return self.wave.phase not in {"verzamelen", "afgerond"}

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of this talk, in their order."""
        before = self.before
        review: tuple[Part, ...] = ("terugblik",) if before is not None and before.actions else ()
        if self.wave.released is None:
            return review
        change: tuple[Part, ...] = ("veranderd",) if before is not None else ()
        return (*review, *change, "vergelijken", "adviezen", "acties", "afsluiten")

    def countdown(self, item: str) -> Countdown:
        """Return the timer of the conversation about a statement: each has its own, which begins anew in a new talk."""
        return self._countdowns.setdefault(item, Countdown(self._seconds))

    # Steps -----------------------------------------------------------------------------------------------------

    def change(self, change: Change) -> None:
        """Store a step of this wave. What ``change`` raises passes on, and nothing is changed then."""
        self.stored = self._groups.update_wave(self.stored.id, self.number, change)

    def go(self, part: Part, at: str) -> None:
        """Store where the group is; a wave that is not being talked through stays as it is."""
        phase = _PHASES.get(part, "vergelijken")
        if self.open and (self.wave.phase, self.wave.at) != (phase, at):
            self.change(lambda wave: workshop.go_to(wave, phase, at))

    def sort(self, order: Order) -> None:
        """Store how the comparison is sorted."""
        if order != self.wave.order:
            self.change(lambda wave: replace(wave, order=order))

    def follow_up(self, place: int, outcome: Outcome, remark: str) -> None:
        """Store how an action of the wave before went; there is one."""
        number = self.before.number if self.before else 0
        self.stored = self._groups.update_wave(
            self.stored.id, number, lambda wave: workshop.follow_up(wave, place, outcome, remark)
        )

    def strike_out(self, question: str, text: str, words: str | None = None) -> None:
        """Strike words, or all, out of an open answer."""
        self.stored = self._groups.strike_out(self.stored.id, self.number, question, text, words)

    def open_answers_read(self) -> None:
        """Keep that the facilitator has read the open answers, and shows them."""
        if not self.wave.read_first:
            self.change(lambda wave: replace(wave, read_first=True))

    # Labels of the open answers, which stay as they can be changed when the wave is closed. ----------------------

    def labelling(self) -> Labelling:
        """Read the labels of this wave, and its answers as they are now; none are attached when nobody began."""
        self.read_again()
        return self._groups.labels.read(self.stored.id, self.number) or Labelling()

    def begin_labelling(self, scheme: Scheme) -> Labelling:
        """Begin to label, with the labels of the wave before or else with ``scheme``; or go on with what was begun."""
        return self._groups.labels.begin(self.stored.id, self.number, scheme)

    def label(self, change: Callable[[Labelling, OpenAnswers], Labelling]) -> Labelling:
        """Store what ``change`` makes of the labels, given the answers as they are on the disk."""
        labels, of = self._groups.labels, self.stored.id
        return labels.change(of, self.number, lambda labelling, released: change(labelling, released.open_answers))

    def schemes(self) -> tuple[QuestionScheme, ...]:
        """Return the scheme of each open question, beside that of the latest wave before that was labelled."""
        now = Labelled(self.labelling(), self.released.open_answers, self.number)
        return self._groups.labels.compared(self.stored, now)

    def told_schemes(self) -> tuple[QuestionScheme, ...]:
        """Return them for a report, which can do without: none where nobody labelled, or the labels cannot be read."""
        return self._groups.labels.schemes(self.stored, self.number)

    def read_again(self) -> None:
        """Take over what another window changed."""
        self.stored = self._groups.read(self.stored.id)

    def close(self, today: date) -> None:
        """Close the wave."""
        self.change(lambda wave: workshop.close(wave, today))


def striking(talk: Talk) -> list[str]:
    """Return the ids of the statements that stand out over all dimensions, as the comparison is sorted."""
    return [one.id for one in striking_items(talk.questionnaire, talk.released, talk.wave.order)]
