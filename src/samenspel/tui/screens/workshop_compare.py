"""The comparison: the dimensions with two parties on one line."""

from samenspel.taal import _
from samenspel.tui.screens.workshop_base import WorkshopScreen


class CompareScreen(WorkshopScreen):
    """Six dimensions, two parties on one line."""

    PHASE = "vergelijken"
    AT = "vergelijken"
    TITLE_TEXT = _("Hoe kijken wij naar de samenwerking?")
