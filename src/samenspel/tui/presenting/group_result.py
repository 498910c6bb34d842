"""A group's released result on the screen, for a room: a presentation like any other, with words of its own."""

from samenspel.taal import _
from samenspel.tui.presenting.present import PresentScreen


class GroupResultScreen(PresentScreen):
    """Shows the pages of a group's result; nothing can be guessed or typed over here."""

    HELP = _(
        "Dit is de uitslag van een groep, voor een zaal. Met →, de spatiebalk of Page Down gaat u verder, met ← of "
        "Page Up terug. Een klikker werkt ook. Past een bladzijde niet op het scherm? Dan schuift hij eerst. Met ↑ en "
        "↓ schuift u zelf.\n\n"
        "Met n ziet u uw notities, en de zaal dus ook. Met o kiest u een dia. Met b wordt het scherm zwart. De klok "
        "begint als u verdergaat of springt. Met t zet u de klok stil.\n\n"
        "U ziet wat deze groep mag zien, en niets van één persoon. De open antwoorden staan hier niet in. Bij de "
        "acties staat wie iets doet, zoals de groep het opschreef. Laat dit alleen zien als de groep dat goedvindt.\n\n"
        "Met Esc stopt u."
    )
    LOST = _("Aan de uitslag van de groep verandert niets.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no paper forms: who looks on has none to give."""
        return action != "type_over" and super().check_action(action, parameters)
