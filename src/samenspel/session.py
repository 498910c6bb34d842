"""A self-test under way, and the one before it: what every front end drives.

A session walks, and it stores each change before it moves on.
"""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from samenspel import answering, walk
from samenspel.first_step import FirstStep
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.personal.change import Previous
from samenspel.response import Form, Response
from samenspel.storage.errors import NotFoundError, StorageError
from samenspel.storage.selftest import SelfTest, SelfTestStore
from samenspel.storage.selftests import SelfTests
from samenspel.taal import _
from samenspel.walk import Step

Change = Callable[[Response], Response]


class FinishedElsewhereError(StorageError):
    """Another window finished this self-test since it was opened here: its answers are fixed, and nothing changed."""

    def __init__(self) -> None:
        super().__init__(_("Deze zelftest is al afgerond, misschien in een ander venster. De antwoorden staan vast."))


class Session:
    """One self-test, open for answering.

    Every method that changes something returns only after the change is on the disk. Two sessions on the same
    self-test do not undo each other: a change is made to what is stored, not to what this session remembers; and none
    is made once the other session finished. Each may raise ``storage.StorageError`` (nothing was changed then).
    """

    skipped: frozenset[walk.Kind] = frozenset()
    """Kinds of steps that are not asked on this occasion."""

    def __init__(self, store: SelfTestStore, selftest: SelfTest, questionnaire: Questionnaire) -> None:
        self._store = store
        self.selftest = selftest
        self.questionnaire = questionnaire
        self._found: tuple[SelfTest, Step] | None = None
        self._filled: Step | None = None
        self._from_review: Step | None = None
        """The step that the person went to from the review: once answered it leads back there."""
        self._gap: Step | None = None
        """The last question without an answer that the person went to from the review."""

    @classmethod
    def start(cls, store: SelfTestStore, questionnaire: Questionnaire, form: Form, now: datetime) -> "Session":
        """Begin a new self-test, at the first question."""
        response = Response(form=form)
        return cls(store, store.create(questionnaire, response, at=Step("party").key, now=now), questionnaire)

    @classmethod
    def reopen(cls, store: SelfTestStore, selftest: SelfTest) -> "Session":
        """Go on with a stored self-test, with the questionnaire as it was then, at the very step that was left."""
        return cls(store, selftest, store.questionnaire(selftest))

    @property
    def erased(self) -> bool:
        """Whether what was answered was erased elsewhere meanwhile; what cannot be read is there."""
        try:
            self._store.read(self.selftest.id)
        except NotFoundError:
            return True
        except StorageError:
            return False
        return False

    @property
    def finished_elsewhere(self) -> bool:
        """Whether another window finished it meanwhile."""
        try:
            return self._fixed(self._store.read(self.selftest.id))
        except StorageError:
            return False

    @property
    def response(self) -> Response:
        """What was answered so far."""
        return self.selftest.response

    @property
    def step(self) -> Step:
        """Where the person is now; found once for what is stored now, because a page asks for it many times."""
        if self._found is None or self._found[0] is not self.selftest:
            self._found = self.selftest, walk.resume(self.questionnaire, self.response, self.selftest.at)
        return self._found[1]

    def steps(self) -> tuple[Step, ...]:
        """Return the steps of this person on this occasion, in order."""
        found = walk.steps(self.questionnaire, self.response)
        return tuple(step for step in found if step.kind not in self.skipped)

    @property
    def next_step(self) -> Step:
        """The step to go on to: the one after this, or where one goes when it was answered just now, here."""
        step = self.step
        if step.kind == "cards":
            return walk.next_card(self.questionnaire, self.response)
        filled = step == self._filled
        return self._after_answer(self.response, step, first=True) if filled else self._after(self.response, step)

    @property
    def gap(self) -> Step | None:
        """The question without an answer to go to from the review; None: each has one.

        It is the one after the last that was gone to from there, and round: who leaves one open gets to the others too.
        """
        row = self.steps()
        begin = row.index(self._gap) + 1 if self._gap in row else 0
        left = walk.unanswered(self.questionnaire, self.response)
        return next((step for step in (*row[begin:], *row[:begin]) if step in left), None)

    def preceding(self, step: Step) -> Step:
        """Return the step before ``step`` on this occasion."""
        before = walk.preceding(self.questionnaire, self.response, step)
        return self.preceding(before) if before.kind in self.skipped else before

    def answer(self, answer: str, now: datetime, *, stay: bool = False) -> None:
        """Record the answer to the current step and move on (``stay``: remain, as a knowledge card does).

        Raises:
            AnswerError, TooLongError: see ``answering.record``; nothing was changed.
        """
        step = self.step
        first = not walk.is_answered(self.questionnaire, self.response, step)
        self._save(lambda r: answering.record(self.questionnaire, r, step, answer), step, now, move_on=not stay)
        self._filled = step if stay and (first or step == self._from_review) else self._filled

    def note(self, note: str, now: datetime) -> None:
        """Record the note with the current statement. Raises TooLongError."""
        step = self.step
        self._save(lambda r: answering.record_note(self.questionnaire, r, step.id, note), step, now)

    def activity(self, activity: str, *, lasted: bool | None, now: datetime) -> None:
        """Tick (lasted or not) or untick an activity at the current open question."""
        step = self.step
        self._save(lambda r: answering.record_activity(self.questionnaire, r, step, activity, lasted=lasted), step, now)

    def share(self, *, on: bool, now: datetime) -> None:
        """Choose whether the answer to the current open question may be shared with the group."""
        step = self.step
        self._save(lambda r: answering.share(r, step.id, on=on), step, now)

    def choose_form(self, form: Form, now: datetime) -> None:
        """Change to the full or the short form."""
        self._save(lambda r: answering.choose_form(r, form), self.step, now)

    def go(self, step: Step, now: datetime) -> None:
        """Move to ``step``, one of this person's."""
        before = self.step
        gap = step if before.kind == "review" and step == self.gap else self._gap
        self._save(lambda r: r, step, now)
        self._filled, self._gap = None, gap
        self._from_review = step if before.kind == "review" else None

    def forward(self, now: datetime) -> None:
        """Move to the next step without answering."""
        self.go(self.next_step, now)

    def back(self, now: datetime) -> None:
        """Move to the step before."""
        self.go(self.preceding(self.step), now)

    def finish(self, now: datetime) -> None:
        """Mark the self-test as finished, today. Finishing again keeps the first date."""
        stamp = now.isoformat(timespec="seconds")
        self.selftest = self._store.update(
            self.selftest.id, lambda stored: replace(stored, finished=stored.finished or stamp, changed=stamp)
        )

    def _save(self, change: Change, step: Step, now: datetime, *, move_on: bool = False) -> None:
        def changed(stored: SelfTest) -> SelfTest:
            if self._fixed(stored):
                raise FinishedElsewhereError
            response = change(stored.response)
            at = step
            if move_on:
                first = not walk.is_answered(self.questionnaire, stored.response, step)
                at = self._after_answer(response, step, first=first)
            return replace(stored, response=response, at=at.key, changed=now.isoformat(timespec="seconds"))

        self.selftest = self._store.update(self.selftest.id, changed)

    def _fixed(self, stored: SelfTest) -> bool:
        return stored.finished is not None and self.selftest.finished is None

    def _after_answer(self, response: Response, step: Step, *, first: bool) -> Step:
        if step == self._from_review:
            return Step("review")
        after = walk.after_answer(self.questionnaire, response, step, first=first)
        return self._after(response, after) if after.kind in self.skipped else after

    def _after(self, response: Response, step: Step) -> Step:
        after = walk.following(self.questionnaire, response, step)
        return self._after(response, after) if after.kind in self.skipped else after


def time_before(store: SelfTests, selftest: SelfTest) -> Previous | None:
    """Return what the person answered the time before, if that is there, to be laid beside this time.

    Raises:
        StorageError: the folder cannot be read. That the questionnaire of that time is gone is no trouble: then there
            is nothing to lay beside.
    """
    before = store.previous(selftest)
    if before is None:
        return None
    try:
        return Previous(before.response, store.questionnaire(before), before.day, before.step)
    except StorageError:
        return None


def change_step(store: SelfTests, selftest_id: str, change: Callable[[FirstStep | None], FirstStep | None]) -> SelfTest:
    """Store what ``change`` makes of the step that was chosen after a self-test (None: there is none); return it all.

    Raises:
        StorageError: as ``SelfTests.update``; nothing was changed.
    """
    return store.update(selftest_id, lambda stored: replace(stored, step=change(stored.step)))
