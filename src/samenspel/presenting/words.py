"""The questionnaire's words, said to a room: no one there is *the other*, so both parties hear the same."""

from samenspel.taal import _


def for_room(text: str) -> str:
    """Return ``text`` in one line, with words for ``{ander}`` and ``{anderen}`` that fit both parties."""
    said = text.replace("{anderen}", _("collega's van de andere partij"))
    return " ".join(said.replace("{ander}", _("collega van de andere partij")).split())
