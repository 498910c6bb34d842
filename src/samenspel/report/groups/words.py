"""What the group's parts share in words: names, why something is hidden, spread, agreement, the gap."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from samenspel.group.agreement import Agreement
from samenspel.group.differences import Difference
from samenspel.group.model import Group, Order, Released, ReleasedDimension, ReleasedItem, Wave
from samenspel.group.workshop import too_few_voters, votes_hidden, votes_shown
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import OTHER_ROLE, Item, Questionnaire
from samenspel.taal import _, getal, meervoud, opsomming

SMALL_SPREAD, LARGE_SPREAD = 0.5, 1.0
"""A standard deviation that is shown below the first is called *klein*, from the second on *groot*."""
NOT_SHOWN = _("Is een verschil niet duidelijk? Dan is het niet aangetoond. Het kan er wel zijn.")
NO_PERSON = _("Wij volgen geen personen: de groep kan nu anders zijn samengesteld. ") + _(
    "Een verschil bewijst ook niet dat het door een actie komt."
)
"""What a difference does not say: between parties, and between waves."""


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


def names_in_statements(questionnaire: Questionnaire, items: Iterable[ReleasedItem]) -> str:
    """Say how to read both names in statements that the parties answered about each other; empty where none has them.

    On the general paper form both names stood too, so it says nothing of what somebody read.
    """
    texts = " ".join(questionnaire.item(one.id).text for one in items)
    first, second = questionnaire.asked.parties
    if "{ander}" in texts:
        names = first.singular, second.singular
    elif "{anderen}" in texts:
        names = first.plural, second.plural
    else:
        return ""
    return _("Staat er ‘{een} of {ander}’? Voor elk van beide partijen gaat dat over de andere partij.").format(
        een=names[0], ander=names[1]
    )


def sides(questionnaire: Questionnaire) -> tuple[str, str]:
    """Name the two parties, in the plural."""
    first, second = questionnaire.asked.parties
    return first.plural, second.plural


def dimensions(questionnaire: Questionnaire, names: list[str]) -> str:
    """Name dimensions; all of them in a word, so that one paragraph does not give the same names twice."""
    return _("alle onderdelen") if len(names) == len(questionnaire.asked.dimensions) else opsomming(names)


def the_group() -> str:
    """Name all together."""
    return _("hele groep")


def anonymity(released: Released) -> str:
    """Say the minimum, and that an open table is not anonymous: what stands on every page and screen."""
    k = _("minimum {k}").format(k=released.minimum)
    return _("{k} · niet anoniem").format(k=k) if released.open_table else k


def standing(group: Group, released: Released) -> str:
    """Say the same, and of a practice group that it is made up: its name says so too, but a long one is cut off."""
    k = anonymity(released)
    return _("{k} · verzonnen").format(k=k) if group.practice else k


def from_the_minimum(released: Released) -> str:
    """Say from how many answers on there is a figure."""
    return _("Een cijfer staat er alleen als minstens {k} mensen antwoord gaven. Dat geldt ook per partij.").format(
        k=released.minimum
    )


def why_no_votes(wave: Wave) -> str:
    """Say why the votes cannot be seen; empty when they can."""
    if wave.released is None or not votes_hidden(wave):
        return ""
    if not too_few_voters(wave):
        return _("Het stemmen loopt nog. De totalen zijn pas te zien als het stemmen is afgesloten.")
    return _("Er stemden nog te weinig mensen om de stemmen te laten zien: {n} van minstens {k}.").format(
        n=wave.voters, k=wave.released.minimum
    )


def votes_aside(wave: Wave) -> str:
    """Say how many votes went to advices that the group put aside, which no list of votes holds; empty when none."""
    number = sum(votes for advice, votes in votes_shown(wave).items() if advice in wave.dismissed)
    if not number:
        return ""
    return meervoud(
        "Daarvan ging {n} stem naar wat nu is weggelegd.",
        "Daarvan gingen {n} stemmen naar wat nu is weggelegd.",
        number,
    ).format(n=number)


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
    return _("spreiding {hoe_groot}").format(hoe_groot=how_wide(sd)) if sd is not None else ""


def how_wide(sd: float) -> str:
    """Say how large a standard deviation is, with its figure."""
    words = _("klein") if sd < SMALL_SPREAD else _("groot") if sd >= LARGE_SPREAD else _("matig")
    return _("{woord} ({getal})").format(woord=words, getal=getal(sd))


def agreement(questionnaire: Questionnaire, one: ReleasedDimension) -> str:
    """Say how far all agree within a dimension, and those of each party among themselves, where that is known.

    Two parties are never named behind one word: that would read as if they agreed with each other.
    """
    of_parties = {questionnaire.party(p).plural: word for p, word in one.agreement_parties.items() if word}
    told = [_("groep: {woord}").format(woord=agreed(one.agreement))] if one.agreement else []
    first, *others = of_parties.values() or (None,)
    if first and others == [first]:
        if one.agreement == first:
            return _("groep, ook binnen elke partij: {woord}").format(woord=agreed(first))
        told.append(_("binnen elke partij: {woord}").format(woord=agreed(first)))
    elif others:
        said = ", ".join(f"{party} {agreed(word)}" for party, word in of_parties.items())
        told.append(_("binnen de partijen: {gezegd}").format(gezegd=said))
    else:
        among = _("{partij} onder elkaar: {woord}")
        told += [among.format(partij=party, woord=agreed(word)) for party, word in of_parties.items()]
    return " · ".join(told)


def agreed(word: Agreement) -> str:
    """Name how far people agree."""
    return {"eens": _("eens"), "deels eens": _("deels eens"), "sterk uiteen": _("sterk uiteen")}[word]


def gap(questionnaire: Questionnaire, one: ReleasedDimension | ReleasedItem) -> str:
    """Say the gap between the parties in words: whether it was shown, how much, and who stands higher if it was."""
    if one.gap is None:
        return ""
    if not one.gap:
        return _("geen verschil")
    higher = sides(questionnaire)[0 if one.gap > 0 else 1]
    size = getal(abs(one.gap))
    said = size if one.difference == "geen" else _("{partij} {getal} hoger").format(partij=higher, getal=size)
    if one.difference is None:
        return said
    return _("{woord} ({hoeveel})").format(woord=differing(one.difference), hoeveel=said)


def differing(word: Difference) -> str:
    """Say whether a difference between the parties was shown."""
    return {
        "duidelijk": _("duidelijk verschil"),
        "mogelijk": _("mogelijk verschil"),
        "geen": _("geen verschil aangetoond"),
    }[word]


def in_a_word(one: ReleasedDimension) -> str:
    """Say in one word whether the parties differ in a dimension, for the back of a room."""
    if one.gap is None:
        return _("niet te zien") if one.mean is None else _("verschil niet te zien")
    if one.difference is None:
        return _("niet getoetst")
    return {"duidelijk": _("duidelijk verschil"), "mogelijk": _("mogelijk"), "geen": _("geen")}[one.difference]


def by_chance(released: Released) -> str:
    """Say how many *mogelijk* chance alone gives, and what *geen* means; each only where such a word stands."""
    found = [one.difference for one in released.items if one.difference is not None]
    tested, told = len(found), []
    if "mogelijk" in found:
        text = _(
            "Bij {m} stellingen geeft toeval alleen al gemiddeld ongeveer {keer} keer ‘mogelijk’, soms drie keer "
            "zoveel."
        )
        told.append(text.format(m=tested, keer=getal(tested / 20, 0 if tested >= 20 else 1)))  # noqa: PLR2004 - 5 %
    if "geen" in {*found, *(one.difference for one in released.dimensions)}:
        told.append(_("‘Geen’ betekent: niet aangetoond."))
    return " ".join(told)


def released_earlier(released: Released) -> str:
    """Say what became of the words of a wave that 0.1.0 revealed; empty for another."""
    if not released.earlier:
        return ""
    return _(
        "Deze meting is onthuld met samenspel 0.1.0. De cijfers zijn nu afgerond. De woorden over eensgezindheid en "
        "toeval van toen staan er niet meer bij: ze klopten niet altijd."
    )


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
    """Sort items or dimensions; what has no figure to sort by comes last, ties keep the order in which they come."""
    if order is None:
        return tuple(cells)
    return tuple(sorted(cells, key=lambda one: (order not in one.ranks, one.ranks.get(order, 0))))


def having(cells: Sequence[Figures], order: Order) -> tuple[Figures, ...]:
    """Sort as :func:`ordered`, without what has no figure to sort by."""
    return ordered([one for one in cells if order in one.ranks], order)
