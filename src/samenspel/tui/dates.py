"""Moments as a Dutch reader writes them."""

from datetime import datetime

from samenspel.report.wording import day
from samenspel.taal import _


def moment(stamp: str) -> str:
    """Write an ISO date and time: ``23 november 2026, 9:05``."""
    value = datetime.fromisoformat(stamp)
    return _("{dag}, {uur}:{minuut:02}").format(dag=day(value), uur=value.hour, minuut=value.minute)
