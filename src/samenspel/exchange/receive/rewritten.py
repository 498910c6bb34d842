"""What a spreadsheet makes of an id, and back: ``1-3`` becomes a date, ``3`` becomes 3,0, ``ja`` becomes Ja.

An id is understood when only one of those that may stand in a cell can have become what stands there.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from samenspel.taal import _

EARLIEST = 2025
"""Nobody typed in forms before: an earlier year is a date that somebody meant."""
_LATEST = 2100

Day = tuple[int, int, int]
"""Year, month and day; 0 for a year or day that is not said."""

_SIGNS = dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | {0xAD: None} | dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")
_MARKS = " '\"‘’‚“”„`´"
_SAFE = re.compile(r'="(.*)"', re.DOTALL)
"""How some programs keep a spreadsheet from rewriting a cell: ``="1-3"``."""
_NUMBER = re.compile(r"(?!.*[.,]\d{3}\Z)\+?\d{1,15}(?:[.,]\d{0,15})?(?:e\+?\d{1,2})?")
"""Not ``3.000``: in a column with a point between thousands that is no 3."""

_NAMES = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february"),
    ("mrt", "mar", "maa", "maart", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oct", "oktober", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names}
_DAY_NAMES = re.compile(
    r"\b(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[.,]?\s*"
)
_MIDNIGHT = re.compile(r"(?:(?:[t ]|\s+om\s)\s*(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00)?\s*am)z?)$")
_DATE = re.compile(r"(\d{1,4}|[a-z]{3,9})\.?[-/. ,]\s*(\d{1,4}|[a-z]{3,9})\.?(?:[-/. ,]\s*(\d{1,4}))?")
_SERIAL = re.compile(r"(\d{5})(?:[.,]0+)?")
_SERIAL_ZERO = date(1899, 12, 30)
_MOST_MONTHS, _LEAP = 12, 2024

_FORMATTED = re.compile(r".*%|[€$£].*|.*[€$£]|waar|onwaar|true|false|.*\d:\d\d.*", re.IGNORECASE)
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?e\+\d+", re.IGNORECASE)
_ERROR = re.compile(r"#[A-Z0-9/ÅÄÖÉÈ.]+[!?]|#N/[ABV]|#(?:LADEN|LOADING|BEZIG|BUSY).*|(?:Err|Fout):\d{3}|#{2,}")


def understood(found: str, allowed: tuple[str, ...]) -> str:
    """Return the one of ``allowed`` that ``found`` is or can have been; ``found`` as it is when that is not certain."""
    if not found or found in allowed:
        return found
    looks, numbers, days = _known(allowed)
    text = _plain(found)
    candidates = looks.get(text) or looks.get(_joined(text)) or set()
    if not candidates and (number := _number(text)) is not None:
        candidates = numbers.get(number, set())
    if not candidates and days and (meant := readings(text)):
        candidates = {id_ for id_, own in days.items() if any(_same(one, other) for one in meant for other in own)}
    return next(iter(candidates)) if len(candidates) == 1 else found


def remedy(found: str, allowed: tuple[str, ...]) -> str:
    """Say what helps when a spreadsheet rewrote what was typed; empty when it does not look so."""
    text = _plain(found)
    if readings(text) and (dated := [id_ for id_ in allowed if readings(id_)]):
        return _("Uw rekenprogramma maakte er een datum van. Typ een apostrof ervoor: '{id}").format(id=dated[0])
    return ""


def is_error(found: str) -> bool:
    """Say whether a cell holds what a formula, or a column that is too narrow, gives instead of a value."""
    return found[:1] in {"#", "E", "F"} and _ERROR.fullmatch(found) is not None


def is_formatted(found: str) -> bool:
    """Say whether a cell holds a percentage, an amount, a time or WAAR: what a column makes of a number."""
    return _FORMATTED.fullmatch(_plain(found)) is not None


def is_shortened(found: str) -> bool:
    """Say whether a cell holds a number of which digits are gone: 1E+05."""
    return _SHORTENED.fullmatch(found) is not None


def readings(text: str) -> frozenset[Day]:
    """Return every day that ``text`` can say: 01-03-2026 is 1 March or 3 January; empty: it is no date."""
    bare = _DAY_NAMES.sub("", _MIDNIGHT.sub("", text.casefold())).strip()
    if serial := _SERIAL.fullmatch(bare):
        day = _SERIAL_ZERO + timedelta(days=int(serial[1]))
        return frozenset(_valid([(day.year, day.month, day.day)]))
    if not (parts := _DATE.fullmatch(bare)):
        return frozenset()
    first, second, third = parts.groups()
    if third is None:
        return frozenset(_valid(_of_two(first, second)))
    return frozenset(_valid(_of_three(first, second, third)))


@lru_cache(maxsize=256)
def _known(
    allowed: tuple[str, ...],
) -> tuple[dict[str, set[str]], dict[Decimal, set[str]], dict[str, frozenset[Day]]]:
    """Return the ids by how they look, by the number that they are, and the days that a spreadsheet makes of them."""
    looks: dict[str, set[str]] = {}
    numbers: dict[Decimal, set[str]] = {}
    days: dict[str, frozenset[Day]] = {}
    for id_ in allowed:
        looks.setdefault(_plain(id_), set()).add(id_)
        if (number := _number(id_)) is not None:
            numbers.setdefault(number, set()).add(id_)
        if dated := readings(id_):
            days[id_] = dated
    return looks, numbers, days


def _plain(found: str) -> str:
    """Return a text without capitals, spaces and quotes around it, and with plain hyphens."""
    if safe := _SAFE.fullmatch(found):
        found = safe[1]
    return " ".join(found.translate(_SIGNS).casefold().strip(_MARKS).split())


def _joined(text: str) -> str:
    """Return ``andere rol`` and ``andere - rol`` as ``andere-rol``; numbers stay apart."""
    return re.sub(r"\s*-\s*|\s+", "-", text) if re.search(r"[a-z]", text) else re.sub(r"\s*-\s*", "-", text)


def _number(text: str) -> Decimal | None:
    """Return the number that stands in a text, however it is written: 3 · 3,0 · 03 · 3,00E+00."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def _of_two(first: str, second: str) -> Iterable[Day]:
    """Give the days of two numbers, or of a number and a month's name."""
    if name := _MONTHS.get(first) or _MONTHS.get(second):
        number = second if first in _MONTHS else first
        if number.isdigit():
            yield 0, name, int(number)
            yield _year(number), name, 0
    elif first.isdigit() and second.isdigit():
        yield 0, int(second), int(first)
        yield 0, int(first), int(second)
        yield _year(second), int(first), 0
        yield _year(first), int(second), 0


def _of_three(first: str, second: str, third: str) -> Iterable[Day]:
    """Give the days of three numbers, one of which may be a month's name."""
    if name := _MONTHS.get(first) or _MONTHS.get(second):
        number = second if first in _MONTHS else first
        if number.isdigit():
            yield _year(third), name, int(number)
            yield _year(number), name, int(third)
    elif first.isdigit() and second.isdigit():
        yield _year(third), int(second), int(first)
        yield _year(third), int(first), int(second)
        yield _year(first), int(second), int(third)


def _valid(days: Iterable[Day]) -> Iterable[Day]:
    for year, month, day in days:
        known = year == 0 or EARLIEST <= year <= _LATEST
        if known and 1 <= month <= _MOST_MONTHS and day <= monthrange(year or _LEAP, month)[1] and (year or day):
            yield year, month, day


def _year(digits: str) -> int:
    """Return the year that one to four digits say; one that no spreadsheet gives is out of range."""
    return 2000 + int(digits) if len(digits) <= 2 else int(digits)  # noqa: PLR2004


def _same(one: Day, other: Day) -> bool:
    """Say whether two days can be the same: a year that is not said may be any."""
    return one[1:] == other[1:] and (not one[0] or not other[0] or one[0] == other[0])
