"""What will be visible of a group with the numbers that are expected, in words, and what else is possible."""

from samenspel.group.anonymity import MINIMA
from samenspel.group.founding import Forecast, forecast
from samenspel.group.model import Group
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _, opsomming


def told(questionnaire: Questionnaire, group: Group) -> list[str]:
    """Return lines that tell it: first what will be visible, then what else can be done."""
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
            _("Elk cijfer gaat over minstens {k} mensen. Een partij apart is te zien vanaf {k} mensen.").format(k=k),
            _("Hoeveel mensen u verwacht, is niet opgegeven. Verwacht u er minder, kies dan een lager minimum."),
        ]
    seen = forecast(questionnaire, group.expected, k)
    return [_expected(questionnaire, group, seen), *([] if seen.gap else _else(questionnaire, group, seen))]


def _expected(questionnaire: Questionnaire, group: Group, seen: Forecast) -> str:
    parties = questionnaire.asked.parties
    people = opsomming(
        [
            f"{n} {party.singular if n == 1 else party.plural}"
            for party in parties
            if (n := group.expected.get(party.id, 0))
        ]
    )
    if not seen.whole:
        text = _("Met {mensen} is er niets te zien: een cijfer gaat over minstens {k} mensen.")
        return text.format(mensen=people, k=group.minimum)
    if seen.gap:
        text = _("Als {mensen} alles beantwoorden, ziet u de groep als geheel en de twee partijen naast elkaar.")
        return text.format(mensen=people)
    apart = [party.plural for party in parties if party.id in seen.parties]
    if apart:
        text = _("Als {mensen} alles beantwoorden, ziet u de groep als geheel en de {partij} apart.")
        return text.format(mensen=people, partij=opsomming(apart))
    text = _("Als {mensen} alles beantwoorden, ziet u alleen de groep als geheel: geen partij apart, en geen verschil.")
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
