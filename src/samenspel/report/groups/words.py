"""What the group's parts share in words: names, why something is hidden, spread, agreement, the gap."""

from collections.abc import Sequence
from typing import TypeVar

from samenspel.advice import DECIMALS
from samenspel.group.model import Interval, Order, Released, ReleasedDimension, ReleasedItem, Wave
from samenspel.group.workshop import too_few_voters, votes_hidden
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import OTHER_ROLE, Item, Questionnaire
from samenspel.taal import _, getal, meervoud, opsomming

SMALL_SPREAD, LARGE_SPREAD = 0.5, 1.0
"""A standard deviation below the first is called *klein*, from the second on *groot*."""


def filled(questionnaire: Questionnaire, text: str) -> str:
    """Put both names into a text for a group that has people of both: *een wijkcoach of jongerenwerker*."""
    parties = questionnaire.asked.parties
    return text.replace("{anderen}", opsomming([p.plural for p in parties], _("of"))).replace(
        "{ander}", opsomming([p.singular for p in parties], _("of"))
    )


def statement(questionnaire: Questionnaire, item: Item) -> str:
    """Return a statement as a group reads it; one asked of a single party names the other party."""
    if len(item.only) == 1:
        return fill(questionnaire, item.only[0], item.text)
    return filled(questionnaire, item.text)


def asked_only_of(questionnaire: Questionnaire, item: Item) -> str:
    """Name the one party of which a statement is asked, in the plural; empty when it is asked of both."""
    return questionnaire.party(item.only[0]).plural if len(item.only) == 1 else ""


def of_whom(questionnaire: Questionnaire, item: Item, said: str) -> str:
    """Put the party that was asked before what is said of a statement; when both were asked, give it as it is."""
    only = asked_only_of(questionnaire, item)
    return _("alleen {partij}: {gezegd}").format(partij=only, gezegd=said) if only else said


def names_in_statements(questionnaire: Questionnaire) -> str:
    """Say how to read the names in a statement that both parties answered about each other."""
    first, second = questionnaire.asked.parties
    return _("Bij ‘{een} of {ander}’ las ieder de naam van de andere partij.").format(
        een=first.singular, ander=second.singular
    )


def sides(questionnaire: Questionnaire) -> tuple[str, str]:
    """Name the two parties, in the plural."""
    first, second = questionnaire.asked.parties
    return first.plural, second.plural


def the_group() -> str:
    """Name all together."""
    return _("hele groep")


def anonymity(released: Released) -> str:
    """Say the minimum, and that an open table is not anonymous: what stands on every page and screen."""
    k = _("minimum {k}").format(k=released.minimum)
    return _("{k} · niet anoniem").format(k=k) if released.open_table else k


def why_no_votes(wave: Wave) -> str:
    """Say why the votes cannot be seen; empty when they can."""
    if wave.released is None or not votes_hidden(wave):
        return ""
    if not too_few_voters(wave):
        return _("Er wordt nog gestemd. De stemmen zijn te zien als het stemmen op de laptop klaar is.")
    return _("Er stemden nog te weinig mensen om de stemmen te laten zien: {n} van minstens {k}.").format(
        n=wave.voters, k=wave.released.minimum
    )


def why_hidden(questionnaire: Questionnaire, released: Released, cell: str, party: str | None) -> str:
    """Say why a figure of an item or dimension is hidden, for one party or (None) for the group; empty if it is not.

    A statement that is not asked of a party, or a party of whom nobody answered, is said as such.
    """
    found = next(
        (
            one.why
            for one in released.suppressed
            if one.what in {"item", "dimension"} and (one.id, one.party) == (cell, party)
        ),
        None,
    )
    if found == "minimum":
        return _("minder dan {k} antwoorden").format(k=released.minimum)
    if found == "complementary":
        return _("verborgen, omdat een andere groep te klein is")
    only = next((item.only for item in questionnaire.asked.items if item.id == cell), ())
    return _("niet gesteld") if party and only and party not in only else _("geen antwoorden")


def on_the_line(
    questionnaire: Questionnaire, released: Released, one: ReleasedDimension | ReleasedItem
) -> tuple[tuple[float | None, float | None], tuple[str, str]]:
    """Return where both parties stand, and for each why it has no place; empty where it has one."""
    first, second = (party.id for party in questionnaire.asked.parties)

    def why(party: str) -> str:
        return "" if one.parties.get(party) is not None else why_hidden(questionnaire, released, one.id, party)

    return (one.parties.get(first), one.parties.get(second)), (why(first), why(second))


def spread(sd: float | None) -> str:
    """Say a standard deviation in words, with its figure; empty when there is none."""
    if sd is None:
        return ""
    words = _("klein") if sd < SMALL_SPREAD else _("groot") if sd >= LARGE_SPREAD else _("matig")
    return _("spreiding {woord} ({getal})").format(woord=words, getal=getal(sd, 2))


def agreement(one: ReleasedDimension) -> str:
    """Say how far a group agrees within a dimension, with its figure; empty when that is not to be had."""
    if one.agreement is None or one.rwgj is None:
        return ""
    said = {"eens": _("het eens"), "verdeeld": _("verdeeld"), "sterk verdeeld": _("sterk verdeeld")}[one.agreement]
    return _("de groep is {eens} ({getal})").format(eens=said, getal=getal(one.rwgj, 2))


def agreement_of_item(one: ReleasedItem) -> str:
    """Say how far a group agrees on a statement; empty when that is not to be had, or is said in words already."""
    if one.rwg is None or one.nearly_all is not None:
        return ""
    return _("eensgezindheid {getal}").format(getal=getal(one.rwg, 2))


def gap(questionnaire: Questionnaire, one: ReleasedDimension | ReleasedItem) -> str:
    """Say the gap between the parties in words: who stands higher, how much, and whether chance can give it."""
    if one.gap is None:
        return ""
    if getal(abs(one.gap)) == getal(0.0):
        return _("geen verschil")
    higher = sides(questionnaire)[0 if one.gap > 0 else 1]
    said = _("verschil {getal}: {partij} hoger").format(getal=getal(abs(one.gap)), partij=higher)
    return said if one.gap_interval is None else f"{said}, {by_chance(one.gap_interval)}"


def by_chance(interval: Interval) -> str:
    """Say whether an interval leaves out 0."""
    return _("kan toeval zijn") if _holds_zero(interval) else _("groter dan toeval")


def beyond_chance(one: ReleasedDimension | ReleasedItem) -> bool:
    """Say whether the parties are shown to differ more than chance gives."""
    return one.gap_interval is not None and not _holds_zero(one.gap_interval)


def _holds_zero(interval: Interval) -> bool:
    return interval[0] <= 0 <= interval[1]


def participants(n: int) -> str:
    """Say how many took part: *1 deelnemer*, *7 deelnemers*."""
    return meervoud("{n} deelnemer", "{n} deelnemers", n).format(n=n)


def other_role(questionnaire: Questionnaire, released: Released) -> str:
    """Say that people with another role are left out, being too few; empty when none are."""
    if not any(one.id == OTHER_ROLE for one in released.suppressed):
        return ""
    return _("Als ‘{rol}’ deden minder dan {k} mensen mee. Zij tellen nergens in mee.").format(
        rol=questionnaire.asked.context.other_role, k=released.minimum
    )


# In which order the figures of a group are told: lowest first, largest gap first, least agreement first. ---------

Figures = TypeVar("Figures", ReleasedDimension, ReleasedItem)


def ordered(cells: Sequence[Figures], order: Order | None) -> tuple[Figures, ...]:
    """Sort items or dimensions; what has no figure to sort by comes last, ties keep the questionnaire's order."""
    if order is None:
        return tuple(cells)
    keys = {"laagste": _mean, "verschil": _gap, "verdeeldheid": _agreement}

    def key(one: Figures) -> tuple[bool, float]:
        value = keys[order](one)
        return value is None, 0.0 if value is None else round(value, DECIMALS)

    return tuple(sorted(cells, key=key))


def having(cells: Sequence[Figures], order: Order) -> tuple[Figures, ...]:
    """Sort as :func:`ordered`, without what has no figure to sort by."""
    keys = {"laagste": _mean, "verschil": _gap, "verdeeldheid": _agreement}
    return ordered([one for one in cells if keys[order](one) is not None], order)


def _mean(one: ReleasedDimension | ReleasedItem) -> float | None:
    return one.mean


def _gap(one: ReleasedDimension | ReleasedItem) -> float | None:
    return None if one.gap is None else -abs(one.gap)


def _agreement(one: ReleasedDimension | ReleasedItem) -> float | None:
    return one.rwgj if isinstance(one, ReleasedDimension) else one.rwg
