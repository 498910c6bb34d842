"""The first step that somebody chose after the result: what, when, and how it went.

What may be chosen, and what is refused, stands here once: the app, line mode and the command give what was typed.
"""

from collections.abc import Callable
from datetime import date, timedelta
from textwrap import shorten
from typing import Annotated, Final, Literal, TypeVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from samenspel import hygiene
from samenspel.advice import TOP, advise
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import RefusalError
from samenspel.response import Response
from samenspel.taal import MAANDEN, _, datum
from samenspel.typed_day import DayError, in_words, typed_day

Outcome = Literal["", "ja", "deels", "nee"]
"""Whether it worked out; empty while that was not answered."""

TEXT_LIMIT: Final = 300
"""So many characters may a step have, as an action of a group."""
WEEK: Final = timedelta(weeks=1)
"""After so long the step is, unless the person says otherwise."""
LOOK_BACK: Final = timedelta(weeks=4)
"""So long after the step a person looks back, unless they say otherwise."""
FARTHEST: Final = timedelta(days=730)
"""What is further away than this is no first step any more; to look back on it comes later still."""

_Day = Annotated[str, Meta(pattern=r"\A(\d{4}-\d\d-\d\d)?\Z")]
_PAST: Final = _("Deze dag is al voorbij. Kies {dag}, of een dag daarna.")
T = TypeVar("T")


class FirstStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A chosen step.

    Attributes:
        text: what the person is going to do, in the words of the advice or their own.
        on: the day on which they do it, in ISO form.
        look_back: the day on which they look back on it; empty when none was chosen.
        advice: id of the advice that the step is of; empty for a step of one's own.
        outcome: whether it worked out.
        answered: the day on which they said so; empty while they did not.
        put_off: the day on which they did not want to be asked again; empty while they never said so.
    """

    text: str
    on: _Day
    look_back: _Day = ""
    advice: str = ""
    outcome: Outcome = ""
    answered: _Day = ""
    put_off: _Day = ""

    @property
    def day(self) -> date:
        """The day on which they do it."""
        return date.fromisoformat(self.on)

    @property
    def look_back_day(self) -> date | None:
        """The day on which they look back on it, if one was chosen."""
        return date.fromisoformat(self.look_back) if self.look_back else None

    def due(self, today: date) -> bool:
        """Say whether it is time to ask how it went: from its day on, but not when that was put off today."""
        return not self.outcome and self.day <= today and self.put_off != today.isoformat()


# What can be chosen. ---------------------------------------------------------------------------------------------


class OfferedStep(Struct, frozen=True):
    """The first step of an advice that the person is shown: the advice's id and title, and the step."""

    advice: str
    title: str
    text: str


def offered(questionnaire: Questionnaire, response: Response) -> tuple[OfferedStep, ...]:
    """Return the first steps of the advices that the person is shown, in their order."""
    shown = [questionnaire.advice(one.id) for one in advise(questionnaire, response)[: TOP[response.form]]]

    def filled(text: str) -> str:
        return " ".join(fill(questionnaire, response.party, text).split())

    return tuple(OfferedStep(advice.id, filled(advice.title), filled(advice.first_step)) for advice in shown)


def usual_day(today: date) -> date:
    """Return the day that is proposed for a step."""
    return today + WEEK


def usual_look_back(on: date) -> date:
    """Return the day that is proposed to look back on a step."""
    return on + LOOK_BACK


# What was typed. -------------------------------------------------------------------------------------------------


class StepError(RefusalError):
    """This cannot be a step. ``faults`` says why, by the name of the field."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = faults


def read_text(typed: str) -> str:
    """Return what the person is going to do as one clean line. Raises StepError."""
    try:
        text = hygiene.clean(typed, TEXT_LIMIT)
    except hygiene.TooLongError as error:
        said = _("Dit is te lang: {lengte} tekens. Hooguit {grens} mag.")
        raise StepError({"text": said.format(lengte=error.length, grens=error.limit)}) from error
    if not text:
        raise StepError({"text": _("Schrijf op wat u gaat doen.")})
    return text


def read_day(typed: str, today: date, kept: date | None = None) -> date:
    """Return the day on which the person does it; the one that was ``kept`` may be past by now.

    Raises StepError: it is no day, or past, or too far away.
    """
    return _read(typed, today, "on", earliest=today, early=_PAST, kept=kept)


def read_look_back(typed: str, on: date | None, today: date, kept: date | None = None) -> date | None:
    """Return the day on which the person looks back on a step that is ``on`` a day; None: nothing was typed.

    Raises StepError: as :func:`read_day`, or it comes before the step.
    """
    if not typed.strip():
        return None
    if kept is not None and on is not None and kept < on:
        kept = None
    if on is None or on < today:
        return _read(typed, today, "look_back", earliest=today, early=_PAST, kept=kept)
    early = _("Kijk terug op de dag van de stap zelf, of op een dag daarna.")
    return _read(typed, today, "look_back", earliest=on, early=early, kept=kept)


def chosen(  # noqa: PLR0913 - what a form asks
    text: str, on: str, look_back: str, today: date, advice: str = "", *, before: FirstStep | None = None
) -> FirstStep:
    """Return the step that was typed, field by field.

    It takes the place of the one ``before``: a day that stays may be past, and then how it went stays too. Of a step
    for today is asked from tomorrow on: it is yet to be done.

    Raises:
        StepError: it names every fault.
    """
    faults: dict[str, str] = {}
    was, back_was = (None, None) if before is None else (before.day, before.look_back_day)
    clean = _tried(lambda: read_text(text), faults)
    day = _tried(lambda: read_day(on, today, was), faults)
    back = _tried(lambda: read_look_back(look_back, day, today, back_was), faults)
    if faults or clean is None or day is None:
        raise StepError(faults)
    back_on = back.isoformat() if back else ""
    if before is None or day != was:
        return moved(FirstStep(clean, day.isoformat(), back_on, advice), day, today)
    return replace(before, text=clean, look_back=back_on)


def _tried(read: Callable[[], T], faults: dict[str, str]) -> T | None:
    try:
        return read()
    except StepError as error:
        faults |= error.faults
        return None


def _read(  # noqa: PLR0913 - what a day is judged by
    typed: str, today: date, field: str, *, earliest: date, early: str, kept: date | None
) -> date:
    try:
        day = typed_day(typed, today)
    except DayError as error:
        raise StepError({field: str(error)}) from error
    if day == kept:
        return day
    if day < earliest:
        raise StepError({field: early.format(dag=datum(earliest))})
    if day > (last := today + FARTHEST + (LOOK_BACK if field == "look_back" else timedelta())):
        raise StepError({field: _("Dat is heel ver weg. Kies een dag tot en met {dag}.").format(dag=datum(last))})
    return day


# How it went. ----------------------------------------------------------------------------------------------------

ASKED: Final = _("Is dat gelukt?")
ANSWERS: Final[dict[Outcome, str]] = {"ja": _("ja"), "deels": _("deels"), "nee": _("nee")}
"""What may be answered to that."""
_TOLD: Final[dict[Outcome, str]] = {
    "": "",
    "ja": _("gelukt"),
    "deels": _("deels gelukt"),
    "nee": _("niet gelukt"),
}


def days_told(step: FirstStep) -> str:
    """Say in one sentence when the step is, and when the person looks back."""
    on = _("De stap was voor {dag}.") if step.outcome else _("U doet dit op {dag}.")
    told = on.format(dag=in_words(step.day))
    if (back := step.look_back_day) is None:
        return told
    return " ".join((told, _("U kijkt terug op {terug}.").format(terug=in_words(back))))


def outcome_told(step: FirstStep) -> str:
    """Say in a few words how it went; empty while that was not said."""
    return _TOLD[step.outcome]


def in_a_line(step: FirstStep, most: int = 60) -> str:
    """Tell the step in a line: its day, how it went when that is known, and the beginning of its text."""
    text = shorten(step.text, most, placeholder="…")
    text = text if len(text) > 1 else f"{step.text[:most]}…"
    told = _("Stap op {dag}, {uitkomst}: {tekst}") if step.outcome else _("Stap op {dag}: {tekst}")
    return told.format(dag=datum(step.day), uitkomst=outcome_told(step), tekst=text)


def reminder(step: FirstStep, today: date) -> str:
    """Say for which day there was a step, and nothing of what it is: others may be looking on."""
    if step.day == today:
        return _("U had een stap voor vandaag")
    day = f"{step.day.day} {MAANDEN[step.day.month - 1]}" if step.day.year == today.year else datum(step.day)
    return _("U had een stap voor {dag}").format(dag=day)


def answered(step: FirstStep, outcome: Outcome, today: date) -> FirstStep:
    """Write down how it went, today; the empty outcome takes that back."""
    return replace(step, outcome=outcome, answered=today.isoformat() if outcome else "", put_off="")


def moved(step: FirstStep, on: date, today: date) -> FirstStep:
    """Move a step that was not done yet to another day; a day to look back that would come before it moves along.

    Moved to today it is asked about from tomorrow on.
    """
    back = step.look_back_day
    if back is not None and back < on:
        back = usual_look_back(on)
    look_back = back.isoformat() if back else ""
    not_today = today.isoformat() if on == today else ""
    return replace(step, on=on.isoformat(), look_back=look_back, outcome="", answered="", put_off=not_today)


def put_off(step: FirstStep, today: date) -> FirstStep:
    """Do not ask again today how it went."""
    return replace(step, put_off=today.isoformat())


def is_sound(step: FirstStep) -> bool:
    """Say whether a stored step can have been chosen here: a clean text, and days that exist and follow each other."""
    try:
        on, *others = map(date.fromisoformat, (step.on, *filter(None, (step.look_back, step.answered, step.put_off))))
    except ValueError:
        return False
    return (
        bool(step.text)
        and hygiene.is_clean(step.text, TEXT_LIMIT)
        and hygiene.is_clean(step.advice, TEXT_LIMIT)
        and "\n" not in step.text + step.advice
        and bool(step.outcome) == bool(step.answered)
        and (not step.look_back or others[0] >= on)
    )
