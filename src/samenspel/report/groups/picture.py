"""The picture of a group: who took part, and two parties on one line for each dimension."""

from collections.abc import Iterator, Sequence
from datetime import date

from samenspel.group.model import Group, Order, Released, ReleasedDimension, Wave, fewer_than
from samenspel.group.rounding import apart
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import wording
from samenspel.report.document import Block, Facts, GapChart, GapRow, Notice, Paragraph
from samenspel.report.groups import words
from samenspel.report.groups.words import ordered
from samenspel.taal import _, datum, getal, meervoud, opsomming

CLOSE = 0.2
"""Where the highest figure of a dimension lies no more than this above the lowest, none is called lowest or highest."""


def participants(questionnaire: Questionnaire, group: Group, wave: Wave, released: Released) -> tuple[Block, ...]:
    """Tell who took part: numbers only, the minimum, and what that means for what is shown."""
    rows = [(_("Groep"), group.name)]
    if group.area:
        rows.append((_("Gebied"), group.area))
    rows.append((_("Meting"), _measurement(wave)))
    rows.append((_("Deelnemers"), str(released.n)))
    for party in questionnaire.asked.parties:
        count = released.parties.get(party.id)
        rows.append((party.plural[:1].upper() + party.plural[1:], _count(count, released.minimum)))
    known = [count for count in released.parties.values() if count is not None]
    if len(known) == len(questionnaire.asked.parties) and (others := released.n - sum(known)):
        other = questionnaire.asked.context.other_role  # as many as the minimum, or else they do not count
        rows.append((other[:1].upper() + other[1:], str(others)))
    minimum = _("{k} · niet anoniem") if released.open_table else "{k}"
    rows.append((_("Minimum"), minimum.format(k=released.minimum)))
    blocks: list[Block] = [Facts(tuple(rows))]
    if released.open_table:
        blocks.append(Notice(_("Deze uitslag is niet anoniem. Iedereen aan tafel heeft dat vooraf goedgevonden.")))
    elif released.n < released.minimum:
        blocks.append(
            Notice(
                _("Er zijn minder dan {k} deelnemers. Daarom zijn er geen cijfers te zien.").format(k=released.minimum)
            )
        )
    else:
        blocks.append(
            Paragraph(
                _(
                    "Een cijfer staat hier alleen als minstens {k} mensen antwoord gaven. Daarbij staat ook hoeveel "
                    "mensen 1, 2, 3, 4 of 5 kozen. Dat kan er één zijn."
                ).format(k=released.minimum)
            )
        )
    if left_out := words.other_role(questionnaire, released):
        blocks.append(Paragraph(left_out))
    return tuple(blocks)


def dimension_chart(questionnaire: Questionnaire, released: Released, order: Order | None = None) -> GapChart:
    """Return the dimensions with both parties on one line, in the questionnaire's order or sorted by ``order``."""
    return GapChart(
        title=_("Twee partijen per onderdeel"),
        sentence=_sentence(questionnaire, released),
        sides=words.sides(questionnaire),
        rows=tuple(_row(questionnaire, released, one) for one in ordered(released.dimensions, order)),
        whole=words.the_group(),
    )


def comparison(questionnaire: Questionnaire, released: Released, order: Order | None = None) -> tuple[Block, ...]:
    """Compare the parties per dimension: the chart, then where much is unclear, then role knowledge."""
    return (
        dimension_chart(questionnaire, released, order),
        *_reading(released),
        *_unclear(questionnaire, released),
        *_knowledge(released),
    )


def _measurement(wave: Wave) -> str:
    if not wave.revealed:
        return str(wave.number)
    return _("{nummer}, onthuld op {datum}").format(nummer=wave.number, datum=datum(date.fromisoformat(wave.revealed)))


def _count(count: int | None, minimum: int) -> str:
    return fewer_than(minimum) if count is None else str(count)


def _row(questionnaire: Questionnaire, released: Released, one: ReleasedDimension) -> GapRow:
    values, hidden = words.on_the_line(questionnaire, released, one)
    remark = words.agreement(questionnaire, one)
    if one.mean is None:
        remark = _("hele groep: {waarom}").format(waarom=words.why_hidden(questionnaire, released, one.id, None))
    return GapRow(
        label=questionnaire.dimension(one.id).name,
        values=values,
        hidden=hidden,
        whole=one.mean,
        gap=words.gap(questionnaire, one),
        remark=remark,
    )


def _sentence(questionnaire: Questionnaire, released: Released) -> str:
    return f"{levels_told(questionnaire, released)} {differences_told(questionnaire, released)}".strip()


def levels_told(questionnaire: Questionnaire, released: Released) -> str:
    """Say which dimensions stand lowest and highest, of those that can be shown."""
    shown = [one for one in released.dimensions if one.mean is not None]
    if not shown:
        return _("Er zijn te weinig antwoorden om cijfers te laten zien.")
    every = len(shown) == len(released.dimensions)
    return " ".join(_lowest_and_highest(questionnaire, shown, every=every))


def differences_told(questionnaire: Questionnaire, released: Released) -> str:
    """Say where the parties differ, clearly or maybe; empty where no figure can be shown."""
    if all(one.mean is None for one in released.dimensions):
        return ""
    return " ".join((*_differences(questionnaire, released), *_single(questionnaire, released)))


def _lowest_and_highest(
    questionnaire: Questionnaire, shown: Sequence[ReleasedDimension], *, every: bool
) -> Iterator[str]:
    """Name the lowest and the highest of what is shown, unless all lie close together; ``every``: nothing is hidden."""
    low, high = min(one.mean or 0.0 for one in shown), max(one.mean or 0.0 for one in shown)
    lowest, highest = _names(questionnaire, shown, low), _names(questionnaire, shown, high)
    if len(shown) == 1:
        yield _("Van één onderdeel is een cijfer te zien, {naam}: {score}.").format(
            naam=opsomming(lowest), score=getal(low)
        )
        return
    if not every:
        yield _("Niet van elk onderdeel is een cijfer te zien. Dit gaat over wat wel te zien is.")
    if getal(low) == getal(high):
        level = _("Alle onderdelen staan gelijk: {score}.") if every else _("Deze onderdelen staan gelijk: {score}.")
        yield level.format(score=getal(low))
    elif apart(high, low) <= CLOSE:
        near = (
            _("Alle onderdelen liggen dicht bij elkaar: {laag} tot {hoog}.")
            if every
            else _("Deze onderdelen liggen dicht bij elkaar: {laag} tot {hoog}.")
        )
        yield near.format(laag=getal(low), hoog=getal(high))
    else:
        yield meervoud("Het laagst staat {naam}: {score}.", "Het laagst staan {naam}: {score}.", len(lowest)).format(
            naam=opsomming(lowest), score=getal(low)
        )
        yield meervoud("Het hoogst staat {naam}: {score}.", "Het hoogst staan {naam}: {score}.", len(highest)).format(
            naam=opsomming(highest), score=getal(high)
        )


def _differences(questionnaire: Questionnaire, released: Released) -> Iterator[str]:
    tested = [one for one in released.dimensions if one.difference is not None]
    for word, said in (
        ("duidelijk", _("De partijen verschillen duidelijk bij {onderdelen}.")),
        ("mogelijk", _("De partijen verschillen mogelijk bij {onderdelen}.")),
    ):
        names = [questionnaire.dimension(one.id).name for one in tested if one.difference == word]
        if names:
            yield said.format(onderdelen=words.dimensions(questionnaire, names))
    if tested and all(one.difference == "geen" for one in tested):
        none = not any(one.gap for one in tested)
        yield (
            _("Er is geen verschil tussen de partijen.")
            if none
            else _("Bij geen onderdeel is een verschil tussen de partijen aangetoond.")
        )
    untested = len(released.dimensions) - len(tested)
    if tested and untested:
        said = meervoud(
            "Bij {n} onderdeel is het verschil niet te zien.",
            "Bij {n} onderdelen is het verschil niet te zien.",
            untested,
        )
        yield said.format(n=untested)


def _single(questionnaire: Questionnaire, released: Released) -> tuple[str, ...]:
    """Say on how many statements the parties differ clearly: a dimension's mean can hide that."""
    inside = {item.id: item.dimension for item in questionnaire.asked.items}
    found = [inside[one.id] for one in released.items if one.difference == "duidelijk"]
    names = [one.name for one in questionnaire.asked.dimensions if one.id in found]
    if not found:
        return ()
    said = meervoud(
        "Bij {n} stelling is het verschil duidelijk, in {onderdelen}.",
        "Bij {n} stellingen is het verschil duidelijk, in {onderdelen}.",
        len(found),
    )
    return (said.format(n=len(found), onderdelen=words.dimensions(questionnaire, names)),)


def _names(questionnaire: Questionnaire, shown: Sequence[ReleasedDimension], mean: float) -> list[str]:
    return [questionnaire.dimension(one.id).name for one in shown if getal(one.mean or 0.0) == getal(mean)]


def _reading(released: Released) -> tuple[Block, ...]:
    """Say how to read the words: how often chance gives *mogelijk*, and what *eens* means."""
    parts = [words.by_chance(released)]
    agreements = {word for one in released.dimensions for word in (one.agreement, *one.agreement_parties.values())}
    if "eens" in agreements:
        parts.append(_("‘Eens’ betekent: de antwoorden liggen dicht bij elkaar, en dichter dan bij toeval."))
    if any(word for one in released.dimensions for word in one.agreement_parties.values()):
        parts.append(_("Binnen een partij gaat het over die mensen onder elkaar, niet over de andere partij."))
    told = " ".join(part for part in parts if part)
    earlier = words.released_earlier(released)
    return (*((Notice(earlier),) if earlier else ()), *((Paragraph(told, small=True),) if told else ()))


def _unclear(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    much = [
        f"{questionnaire.dimension(one.id).name} ({wording.percentage(one.unclear)})"
        for one in released.dimensions
        if one.unclear is not None and one.unclear > 0 and one.unclear >= questionnaire.asked.unclear_from
    ]
    if not much:
        return ()
    said = _("Onduidelijkheid: de groep antwoordde vaak ‘{antwoord}’ bij {onderdelen}.").format(
        antwoord=questionnaire.asked.scale.dont_know, onderdelen=opsomming(much)
    )
    return (Notice(said + " " + _("Ook dat zegt iets: praat erover.")),)


def _knowledge(released: Released) -> tuple[Block, ...]:
    if released.knowledge is None:
        return ()
    said = _("Rolkennis: gemiddeld had de groep {deel} van de kenniskaarten goed.").format(
        deel=wording.percentage(released.knowledge)
    )
    return (Paragraph(said + " " + _("Rolduidelijkheid is hoe u het ziet. Rolkennis is wat u weet.")),)
