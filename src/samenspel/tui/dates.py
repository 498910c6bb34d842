"""Moments and days as a Dutch reader writes them."""

import re
from calendar import monthrange
from datetime import date, datetime

from samenspel.taal import _, datum

_TYPED = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})", re.ASCII)


def moment(stamp: str) -> str:
    """Write an ISO date and time: ``23 november 2026, 9:05``."""
    value = datetime.fromisoformat(stamp)
    return _("{dag}, {uur}:{minuut:02}").format(dag=datum(value), uur=value.hour, minuut=value.minute)


def months_on(day: date, months: int) -> date:
    """Return the day some months later; a month that is too short gives its last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def no_such_day(text: str) -> bool:
    """Say whether ``text`` is written as a day that no calendar has, such as ``31-2-2027``."""
    return bool(_TYPED.fullmatch(text.strip())) and not typed_day(text)


def typed_day(text: str) -> str:
    """Turn ``31-12-2026`` as a person types it into an ISO date; anything else gives the empty string."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return ""
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def as_typed(iso: str) -> str:
    """Write an ISO date as a person types it: ``31-12-2026``."""
    day = date.fromisoformat(iso)
    return f"{day.day}-{day.month}-{day.year}"
