"""Which screen shows where the workshop is; each is imported when it is opened."""

from samenspel.tui.screens.workshop_base import WorkshopScreen
from samenspel.tui.talk import Talk


def workshop_screen(talk: Talk) -> WorkshopScreen:
    """Return a new screen for where the workshop was left."""
    from samenspel.tui.screens.workshop_compare import CompareScreen

    return CompareScreen(talk)
