"""Every Dutch sentence that stands in code passes through here, so that a translation needs no code change."""

import gettext
from datetime import date
from pathlib import Path

_catalogue = gettext.translation("samenspel", Path(__file__).parent / "locale", fallback=True)

_ = _catalogue.gettext
meervoud = _catalogue.ngettext
"""``meervoud(een, meer, aantal)``: the singular text for 1, else the plural."""

MAANDEN = (
    _("januari"),
    _("februari"),
    _("maart"),
    _("april"),
    _("mei"),
    _("juni"),
    _("juli"),
    _("augustus"),
    _("september"),
    _("oktober"),
    _("november"),
    _("december"),
)
DAGEN = (_("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"), _("zaterdag"), _("zondag"))


def getal(value: float, decimals: int = 1) -> str:
    """Write a number the Dutch way, halves rounded up: ``2.25`` → ``2,3``."""
    from decimal import ROUND_HALF_UP, Decimal  # here: `--help` imports this module, and writes no number

    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return str(rounded).replace(".", ",")


_GROUPED = 10_000


def geheel(number: int) -> str:
    """Write a whole number the Dutch way, with points from five digits on: ``17500`` → ``17.500``."""
    return str(number) if number < _GROUPED else f"{number:,}".replace(",", ".")


def opsomming(words: list[str], last: str = "") -> str:
    """Join words as a Dutch sentence does: ``a, b en c`` (no comma before the last); ``last`` replaces *en*."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return " ".join((", ".join(words[:-1]), last or _("en"), words[-1]))


def datum(day: date) -> str:
    """Write a date in full: ``23 november 2026``."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"
