"""What will be visible with so many people, in words: when a group is made, and before the reveal.

One computation (``founding.forecast``), told twice: as a list of points for a page, as sentences for a command.
"""

from collections.abc import Iterator, Mapping

from samenspel.group.anonymity import MINIMA
from samenspel.group.founding import Forecast, forecast
from samenspel.group.model import Group, fewer_than
from samenspel.group.results import how_many_count
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _, opsomming

SEEN, NOT_SEEN = "✓", "–"
Line = tuple[str, str]
"""A sign and a sentence."""


def people_expected(questionnaire: Questionnaire, expected: Mapping[str, int]) -> list[str]:
    """Say how many of each party are expected, of those that are: *9 bakkers*, *1 slager*."""
    return [
        f"{number} {party.singular if number == 1 else party.plural}"
        for party in questionnaire.asked.parties
        if (number := expected.get(party.id, 0))
    ]


# As points ---------------------------------------------------------------------------------------------------------


def foreseen(
    questionnaire: Questionnaire, counts: Mapping[str, int], minimum: int, *, open_table: bool = False
) -> Iterator[Line]:
    """Say of the whole group, of each party and of the gap whether it can be seen.

    Args:
        questionnaire: what is asked.
        counts: how many of each party (``andere-rol`` too).
        minimum: k.
        open_table: everyone agreed to look at results that are not anonymous, when the group stays below k.
    """
    if open_table and how_many_count(counts, minimum) < minimum:
        yield SEEN, _("Open tafel: alles is te zien, ook van één persoon. De uitslag is niet anoniem.")
        return
    seen = forecast(questionnaire, counts, minimum)
    if not seen.whole:
        yield NOT_SEEN, _("Niets: de groep heeft minder dan {k} mensen.").format(k=minimum)
        return
    yield SEEN, _("De groep als geheel.")
    for party in questionnaire.asked.parties:
        if party.id in seen.parties:
            yield SEEN, _("De {partij} apart.").format(partij=party.plural)
        elif counts.get(party.id, 0) < minimum:
            text = _("Niet de {partij} apart: dat zijn er {aantal}.")
            yield NOT_SEEN, text.format(partij=party.plural, aantal=fewer_than(minimum))
        else:
            text = _("Niet de {partij} apart: anders zijn de anderen uit te rekenen.")
            yield NOT_SEEN, text.format(partij=party.plural)
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
    if any(sign == SEEN for sign, _line in lines):
        text += "\n" + assumed()
    if all(sign == SEEN for sign, _line in lines):
        return text
    return text + "\n" + _("Meer zien? Voeg gebieden samen tot één grotere groep, of kies een lager minimum.")


def assumed() -> str:
    """Say what a forecast takes for granted."""
    return _(
        "Dit geldt als iedereen bij alles een cijfer kiest. Slaat iemand iets over, of kiest iemand ‘weet ik niet’? "
        "Dan ziet u soms minder."
    )


# As sentences ------------------------------------------------------------------------------------------------------


def told(questionnaire: Questionnaire, group: Group) -> list[str]:
    """Return sentences for a group that was made: first what will be visible, then what else can be done."""
    k = group.minimum
    if group.open_table:
        return [
            _("Dit is een open tafel: de uitslag is niet anoniem, en dat staat op elke bladzijde."),
            _(
                "Doe dit alleen als iedereen aan tafel het goedvindt. Zijn er {k} of meer antwoorden, dan gelden "
                "de gewone regels."
            ).format(k=k),
        ]
    if not group.expected:
        return [
            _(
                "Een cijfer staat er als minstens {k} mensen antwoord gaven. "
                "Een partij apart is te zien vanaf {k} mensen."
            ).format(k=k),
            _("Hoeveel mensen u verwacht, is niet opgegeven. Verwacht u er minder, kies dan een lager minimum."),
        ]
    seen = forecast(questionnaire, group.expected, k)
    return [_expected(questionnaire, group, seen), *([] if seen.gap else _else(questionnaire, group, seen))]


def _expected(questionnaire: Questionnaire, group: Group, seen: Forecast) -> str:
    people = opsomming(people_expected(questionnaire, group.expected))
    if not seen.whole:
        text = _("Met {mensen} is er niets te zien: voor een cijfer zijn minstens {k} antwoorden nodig.")
        return text.format(mensen=people, k=group.minimum)
    if seen.gap:
        text = _(
            "Als {mensen} bij alles een cijfer kiezen, ziet u de groep als geheel en de twee partijen naast elkaar."
        )
        return text.format(mensen=people)
    apart = [party.plural for party in questionnaire.asked.parties if party.id in seen.parties]
    if apart:
        text = _("Als {mensen} bij alles een cijfer kiezen, ziet u de groep als geheel en de {partij} apart.")
        return text.format(mensen=people, partij=opsomming(apart))
    text = _(
        "Als {mensen} bij alles een cijfer kiezen, ziet u alleen de groep als geheel: geen partij apart, en geen "
        "verschil."
    )
    return text.format(mensen=people)


def _else(questionnaire: Questionnaire, group: Group, seen: Forecast) -> list[str]:
    lines = [_("Dit kan ook:"), _("– Neem gebieden samen, zodat er van elke partij genoeg mensen zijn.")]
    lower = forecast(questionnaire, group.expected, MINIMA[0])
    if group.minimum > MINIMA[0] and (lower.whole, lower.parties) != (seen.whole, seen.parties):
        what = _("de partijen naast elkaar") if lower.gap else _("meer")
        text = _(
            "– Kies minimum {k}. Dan ziet u {wat}, maar een cijfer gaat over minder mensen. Dit kan tot het eerste "
            "antwoord: open de groep in samenspel en druk bij ‘Antwoorden verzamelen’ op k."
        )
        lines.append(text.format(k=MINIMA[0], wat=what))
    if not seen.whole:
        lines.append(
            _(
                "– Kies een open tafel, als iedereen vooraf goedvindt dat de uitslag niet anoniem is. Wis dan deze "
                "groep en maak hem opnieuw met --open-tafel."
            )
        )
    return lines
