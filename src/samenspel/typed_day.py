"""A day as a person writes it (``1 februari``, ``1-2-27``, ``ma 1 feb. 2027``, ``morgen``), or as a computer does."""

import re
from contextlib import suppress
from datetime import date, timedelta

from samenspel.refusals import RefusalError
from samenspel.taal import DAGEN, MAANDEN, _, datum

NO_DAY = _("Schrijf een dag als 1 februari 2027, of als 1-2-2027.")
"""What is said where no day was typed at all."""
_MONTH_DIGITS = r"(?P<maand>\d{1,2})"
_YEAR = r"(?P<jaar>\d{4}|['’]?\d{2})"
# Not compiled here: the start screen loads this, and mostly nobody types a day.
_IN_FIGURES = rf"(?P<dag>\d{{1,2}}) ?[-/. ] ?{_MONTH_DIGITS}(?: ?[-/. ] ?{_YEAR})?"
_IN_WORDS = rf"(?P<dag>\d{{1,2}})(?:(?:e|ste|de)(?=[-/ ]))?[-/ ]?(?P<woord>[a-z]{{3,}})\.?(?:[-/ ]?{_YEAR})?"
_BY_COMPUTER = r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})"
_WEEKDAY = r"([a-z]{2,})(?:\.,?|,)? (?=\d)"
_FROM_TODAY = {_("vandaag"): 0, _("morgen"): 1, _("overmorgen"): 2}
"""Days with a name of their own: so many days from today."""
_CENTURY, _WHOLE_YEAR = 2000, 4
_YEARS_ON = 8
"""Within so many years every day of a year comes once more, the 29th of February too."""


class DayError(RefusalError):
    """What was typed is no day, or one that no calendar has."""


def typed_day(typed: str, today: date) -> date:
    """Turn what a person typed into a day; without a year it is the first such day from ``today`` on.

    Raises DayError, which says what is wrong.
    """
    text = " ".join(typed.lower().replace("–", "-").split())
    if text in _FROM_TODAY:
        return today + timedelta(_FROM_TODAY[text])
    weekday = re.match(_WEEKDAY, text, re.ASCII)
    rest = text[weekday.end() :] if weekday else text
    written = (re.fullmatch(form, rest, re.ASCII) for form in (_IN_FIGURES, _IN_WORDS, _BY_COMPUTER))
    found = next(filter(None, written), None)
    parts = found.groupdict() if found else {}
    month = _month(parts["woord"]) if parts.get("woord") else int(parts.get("maand") or 0)
    place = _named(weekday[1], DAGEN, 2) if weekday else None
    if not parts or month is None or (weekday and place is None):
        raise DayError(NO_DAY)
    day = _in_calendar(int(parts["dag"]), month, parts["jaar"], today)
    if place is not None and day.weekday() != place:
        raise DayError(
            _("{dag} is een {weekdag}. Kijk de dag na.").format(dag=datum(day), weekdag=DAGEN[day.weekday()])
        )
    return day


def in_words(day: date) -> str:
    """Write a day so that nobody can misread it: ``maandag 1 februari 2027``."""
    return f"{DAGEN[day.weekday()]} {datum(day)}"


def _in_calendar(day: int, month: int, year: str | None, today: date) -> date:
    years = [today.year + on for on in range(_YEARS_ON + 1)]
    if year is not None:
        years = [int(year) if len(year) == _WHOLE_YEAR else _CENTURY + int(year.strip("'’"))]
    for one in years:
        with suppress(ValueError):
            found = date(one, month, day)
            if year is not None or found >= today:
                return found
    raise DayError(_("Deze dag bestaat niet. Kijk de dag en de maand na."))


def _month(word: str) -> int | None:
    place = _named({_("mrt"): MAANDEN[2]}.get(word, word), MAANDEN, 3)
    return None if place is None else place + 1


def _named(word: str, names: tuple[str, ...], least: int) -> int | None:
    """Return the place of the only name that begins with ``word``, of at least so many letters."""
    found = [place for place, name in enumerate(names) if name.startswith(word)]
    return found[0] if len(word) >= least and len(found) == 1 else None
