"""What will be visible with these numbers, in plain words: when a group is made, and before the reveal."""

from collections.abc import Iterator, Mapping

from samenspel.group.founding import forecast
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _

SEEN, NOT_SEEN = "✓", "–"
Line = tuple[str, str]
"""A sign and a sentence."""


def foreseen(
    questionnaire: Questionnaire, numbers: Mapping[str, int], minimum: int, *, others: int = 0, open_table: bool = False
) -> Iterator[Line]:
    """Say of the whole group, of each party and of the gap whether it can be seen."""
    everyone = sum(numbers.values()) + (others if others >= minimum else 0)
    if open_table and everyone < minimum:
        yield SEEN, _("Open tafel: alles is te zien, ook van één persoon. De uitslag is niet anoniem.")
        return
    seen = forecast(questionnaire, numbers, minimum, others=others)
    if not seen.whole:
        yield NOT_SEEN, _("Niets: de groep heeft minder dan {k} mensen.").format(k=minimum)
        return
    yield SEEN, _("De groep als geheel.")
    for party in questionnaire.asked.parties:
        if party.id in seen.parties:
            yield SEEN, _("De {partij} apart.").format(partij=party.plural)
        elif numbers.get(party.id, 0) < minimum:
            yield (
                NOT_SEEN,
                _("Niet de {partij} apart: dat zijn er minder dan {k}.").format(partij=party.plural, k=minimum),
            )
        else:
            yield (
                NOT_SEEN,
                _("Niet de {partij} apart: anders zijn de anderen uit te rekenen.").format(partij=party.plural),
            )
    if seen.gap:
        yield SEEN, _("Het verschil tussen de twee.")
    else:
        yield NOT_SEEN, _("Niet het verschil tussen de twee.")


def in_words(questionnaire: Questionnaire, expected: Mapping[str, int], minimum: int) -> str:
    """Say what will be visible with the numbers that are expected, and how it could be more."""
    if not sum(expected.values()):
        return _("Vul in hoeveel mensen u verwacht.")
    lines = list(foreseen(questionnaire, expected, minimum))
    text = "\n".join(f"{sign} {line}" for sign, line in lines)
    if all(sign == SEEN for sign, _line in lines):
        return text
    return text + "\n" + _("Meer zien? Voeg gebieden samen tot één grotere groep, of kies een lager minimum.")
