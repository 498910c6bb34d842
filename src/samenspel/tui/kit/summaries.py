"""Stored self-tests in a few words, for the lists in which they stand. Reads files, so meant for a worker."""

from datetime import date, datetime

from msgspec import Struct

from samenspel import walk
from samenspel.first_step import in_a_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.selftest import SelfTest, SelfTestStore
from samenspel.storage.selftests import RECENT, SelfTests, to_ask_about
from samenspel.taal import _, datum, meervoud
from samenspel.tui.widgets.menu import MenuEntry

FORMS = {"volledig": _("volledige vorm"), "kort": _("korte vorm")}


class Summary(Struct, frozen=True):
    """A self-test with the number of statements answered, out of those asked; None when that cannot be known.

    ``other`` is the title of its questionnaire, when that is another than the one in use now; else empty.
    """

    selftest: SelfTest
    answered: tuple[int, int] | None
    other: str = ""

    @property
    def title(self) -> str:
        """When it began."""
        return moment(self.selftest.started)

    @property
    def progress(self) -> str:
        """How far an open self-test is: *17 van 44*; empty when that cannot be known."""
        return (
            ""
            if self.answered is None
            else _("{aantal} van {totaal}").format(aantal=self.answered[0], totaal=self.answered[1])
        )

    @property
    def state(self) -> str:
        """Whether it is finished, or how far, and in which form: *nog niet af: 17 van 44 beantwoord · korte vorm*."""
        done = _("af") if self.selftest.finished else _("nog niet af")
        if not self.selftest.finished and self.progress:
            done = _("nog niet af: {hoever} beantwoord").format(hoever=self.progress)
        return f"{done} · {FORMS[self.selftest.response.form]}"

    @property
    def entry(self) -> MenuEntry:
        """How it stands in a list."""
        told = " · ".join(filter(None, (self.state, self.other)))
        if self.selftest.step is not None:
            told = f"{told}\n{in_a_line(self.selftest.step)}"
        return MenuEntry(self.selftest.id, self.title, told)


class Summaries:
    """Makes summaries; each questionnaire is read once."""

    def __init__(self, store: SelfTestStore, usual: str | None = None) -> None:
        """``usual``: the id of the questionnaire in use now; None: no questionnaire is told."""
        self._store = store
        self._usual = usual
        self._questionnaires: dict[str, Questionnaire | None] = {}

    def of(self, selftest: SelfTest) -> Summary:
        """Summarise one self-test."""
        questionnaire = self._questionnaire(selftest)
        if questionnaire is None:
            return Summary(selftest, None)
        other = "" if self._usual in {None, questionnaire.id} else questionnaire.asked.title
        return Summary(selftest, walk.answered(questionnaire, selftest.response), other)

    def _questionnaire(self, selftest: SelfTest) -> Questionnaire | None:
        wanted = selftest.questionnaire.hash
        if wanted not in self._questionnaires:
            try:
                self._questionnaires[wanted] = self._store.questionnaire(selftest)
            except StorageError:  # said when the self-test is opened; the list itself can do without
                self._questionnaires[wanted] = None
        return self._questionnaires[wanted]


def counted(number: int) -> str:
    """Say how many self-tests there are: *1 zelftest*, *10.000 zelftests*."""
    words = meervoud("{aantal} zelftest", "{aantal} zelftests", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def moment(stamp: str) -> str:
    """Write an ISO date and time as a Dutch reader does: ``23 november 2026, 9:05``."""
    value = datetime.fromisoformat(stamp)
    return _("{dag}, {uur}:{minuut:02}").format(dag=datum(value), uur=value.hour, minuut=value.minute)


# What is still open. ---------------------------------------------------------------------------------------------


class StillOpen(Struct, frozen=True):
    """The newest open self-test, how many more are open, how many are stored, and what could not be read.

    ``step``: the self-test of which it is time to ask how its first step went.
    """

    newest: Summary | None = None
    more: int = 0
    stored: int = 0
    notices: tuple[str, ...] = ()
    step: SelfTest | None = None


def still_open(store: SelfTests, usual: str | None = None, today: date | None = None) -> StillOpen:
    """Look among the newest self-tests (``RECENT``) for what is open, and gather what must be said.

    ``usual`` is the id of the questionnaire in use now. Without ``today`` nothing is asked about a step.
    """
    try:
        recent = list(store.newest(RECENT))
        found = [selftest for selftest in recent if selftest.finished is None]
        stored = len(store.ids())
    except StorageError as error:
        return StillOpen(notices=(*store.notices, str(error)))
    newest = Summaries(store, usual).of(found[0]) if found else None
    step = None if today is None else to_ask_about(recent, today)
    return StillOpen(newest, max(0, len(found) - 1), stored, tuple(store.notices), step)
