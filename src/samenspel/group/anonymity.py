"""What of a wave may be shown: every rule of anonymity, in one function that everything shown has to come from."""

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct

from samenspel.group import agreement
from samenspel.group.advising import group_advice
from samenspel.group.released import Interval, Released, ReleasedDimension, ReleasedItem, Suppressed, Why
from samenspel.group.results import DimensionResults, ItemResults, Results
from samenspel.group.statistics import Sample, gap
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire

MINIMA = range(3, 21)
DEFAULT_MINIMUM = 5
OPEN_ANSWERS_FROM = 8


class Cell(Struct, frozen=True):
    """One figure for the whole group and for each party; ``why`` holds what is hidden (the group under None)."""

    whole: Sample
    parties: dict[str, Sample]
    why: dict[str | None, Why]

    def shown(self, party: str | None = None) -> bool:
        """Say whether the figures of the group (None) or of ``party`` may be shown."""
        return party not in self.why


def release(questionnaire: Questionnaire, found: Results, minimum: int, *, open_table: bool = False) -> Released:
    """Return what may be shown of ``found``.

    Args:
        questionnaire: what was asked.
        found: the figures of the wave, made with the same ``minimum``.
        minimum: k, the smallest number of people that a figure may rest on (``MINIMA``).
        open_table: everyone at the table agreed to see all of it.
    """
    least = 1 if open_table else minimum
    whole = found.n >= least
    items = [(i, cell(i.whole, i.parties, least, hidden=not whole)) for i in found.items]
    dimensions = [(d, cell(d.whole, d.parties, least, hidden=not whole)) for d in found.dimensions]
    shown_items = tuple(_item(one, shown, least) for one, shown in items)
    shown_dimensions = tuple(_dimension(questionnaire, one, shown, found, least) for one, shown in dimensions)
    open_from = 1 if open_table else max(minimum, OPEN_ANSWERS_FROM)
    return Released(
        n=found.n,
        minimum=minimum,
        parties={party: n if n == 0 or n >= least else None for party, n in found.parties.items()},
        dimensions=shown_dimensions,
        items=shown_items,
        suppressed=tuple(_suppressed(found, whole, dimensions, items, shown_items)),
        advice=group_advice(questionnaire, found, {i.id: i.gap for i in shown_items}, least) if whole else (),
        knowledge=sum(found.knowledge) / len(found.knowledge) if whole and len(found.knowledge) >= least else None,
        open_answers={q: _shuffled(q, texts) for q, texts in found.open_answers.items()}
        if found.n >= open_from
        else {},
        activities=found.activities if found.n >= open_from else {},
        open_table=open_table,
    )


def cell(whole: Sample, parties: Mapping[str, Sample], minimum: int, *, hidden: bool = False) -> Cell:
    """Decide what of one cell is hidden: figures of fewer than ``minimum``, and what they would follow from."""
    why: dict[str | None, Why] = {party: "minimum" for party, sample in parties.items() if sample.n < minimum}
    if hidden or whole.n < minimum:
        return Cell(whole, dict(parties), {**dict.fromkeys(parties, "minimum"), **why, None: "minimum"})
    shown = [party for party in parties if party not in why]
    while shown and 0 < whole.n - sum(parties[party].n for party in shown) < minimum:
        smallest = min(reversed(shown), key=lambda party: parties[party].n)
        shown.remove(smallest)
        why[smallest] = "complementary"
    return Cell(whole, dict(parties), why)


def _item(one: ItemResults, shown: Cell, least: int) -> ReleasedItem:
    answered = one.whole.n + one.unknown
    nearly_all = _nearly_all(one) if shown.shown() and least > 1 else None
    difference, interval = _gap(shown)
    return ReleasedItem(
        id=one.id,
        n=one.whole.n,
        mean=one.whole.mean if shown.shown() else None,
        sd=one.whole.sd if shown.shown() else None,
        rwg=agreement.rwg(one.whole.sd**2) if shown.shown() and one.whole.sd is not None else None,
        counts=one.counts if shown.shown() and nearly_all is None else None,
        unknown=one.unknown if answered >= least else None,
        parties=_means(shown),
        gap=difference,
        gap_interval=interval,
        nearly_all=nearly_all,
    )


def _dimension(
    questionnaire: Questionnaire, one: DimensionResults, shown: Cell, found: Results, least: int
) -> ReleasedDimension:
    inside = {item.id for item in questionnaire.asked.items if item.dimension == one.id}
    variances = [i.whole.sd**2 for i in found.items if i.id in inside and i.whole.n >= least and i.whole.sd is not None]
    together = agreement.rwgj(variances) if shown.shown() else None
    difference, interval = _gap(shown)
    return ReleasedDimension(
        id=one.id,
        n=one.whole.n,
        mean=one.whole.mean if shown.shown() else None,
        sd=one.whole.sd if shown.shown() else None,
        rwgj=together,
        agreement=agreement.in_words(together, one.whole.n, len(variances)),
        unclear=one.unclear if one.answerers >= least and found.n >= least else None,
        parties=_means(shown),
        gap=difference,
        gap_interval=interval,
    )


def _means(shown: Cell) -> dict[str, float | None]:
    return {party: sample.mean if shown.shown(party) else None for party, sample in shown.parties.items()}


def _gap(shown: Cell) -> tuple[float | None, Interval | None]:
    if not all(map(shown.shown, shown.parties)):
        return None, None
    first, second = shown.parties.values()
    found = gap(first, second)
    return (None, None) if found is None else (found.difference, found.interval)


def _nearly_all(one: ItemResults) -> int | None:
    given = (one.unknown, *one.counts)
    most = max(given)
    return given.index(most) if most >= sum(given) - 1 else None


def _shuffled(question: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Put texts in an order that nobody's place can be read from, another for each question."""
    return tuple(sorted(texts, key=lambda text: sha256(f"{question}\n{text}".encode()).digest()))


def _suppressed(
    found: Results,
    whole: bool,  # noqa: FBT001
    dimensions: list[tuple[DimensionResults, Cell]],
    items: list[tuple[ItemResults, Cell]],
    shown: tuple[ReleasedItem, ...],
) -> list[Suppressed]:
    rows = [] if whole else [Suppressed("group", None, None, "minimum")]
    if found.left_out:
        rows.append(Suppressed("party", OTHER_ROLE, OTHER_ROLE, "other-role"))
    rows += [Suppressed("dimension", d.id, party, why) for d, one in dimensions for party, why in _in_order(one)]
    for (i, one), row in zip(items, shown, strict=True):
        rows += [
            Suppressed("item", i.id, party, why) for party, why in _in_order(one) if party is None or party in i.asked
        ]
        if row.nearly_all is not None:
            rows.append(Suppressed("item", i.id, None, "unanimous"))
    return rows


def _in_order(one: Cell) -> list[tuple[str | None, Why]]:
    return [(party, one.why[party]) for party in (None, *one.parties) if party in one.why]
