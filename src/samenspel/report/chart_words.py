"""What the gap chart and the spread chart show, as words and as a table: the same in every renderer."""

from samenspel.questionnaire.model import DONT_KNOW
from samenspel.report.document import GapChart, GapRow, SpreadChart, SpreadRow, Table
from samenspel.taal import _, getal


def sides_words(chart: GapChart, row: GapRow) -> tuple[str, ...]:
    """Say for each side where it stands or why that is hidden, and where all together stand."""
    parts = [_side(name, value, why) for name, value, why in zip(chart.sides, row.values, row.hidden, strict=True)]
    if chart.whole and row.whole is not None:
        parts.append(_side(chart.whole, row.whole, ""))
    return tuple(parts)


def counts_words(row: SpreadRow) -> str:
    """Say how many gave each answer: ``1: 2× · 2: 4× …``, 0 where anyone did; empty where that is not shown."""
    if row.counts is None:
        return ""
    parts = [f"{answer}: {count}×" for answer, count in enumerate(row.counts, start=1)]
    if row.unknown:
        parts.append(f"0: {row.unknown}×")
    return " · ".join(parts)


def bar_words() -> str:
    """Say how to read a bar that is drawn in characters: its digits are answers, and its length is how many."""
    return (
        _("Hoe langer, hoe meer mensen. De cijfers zijn antwoorden, geen personen.")
        + " "
        + _("{midden} en {weet_niet} staan apart.").format(midden=3, weet_niet=DONT_KNOW)
    )


def gap_table(chart: GapChart) -> Table:
    """Return the figures of a gap chart as a table without a title."""
    whole = bool(chart.whole) and any(row.whole is not None for row in chart.rows)
    remark = any(row.remark for row in chart.rows)
    return Table(
        title="",
        head=(
            _("onderdeel"),
            *chart.sides,
            *((chart.whole,) if whole else ()),
            _("verschil"),
            *((_("opmerking"),) if remark else ()),
        ),
        rows=tuple(
            (
                row.label,
                *(_cell(value, why) for value, why in zip(row.values, row.hidden, strict=True)),
                *((_cell(row.whole, ""),) if whole else ()),
                row.gap or "–",
                *((row.remark,) if remark else ()),
            )
            for row in chart.rows
        ),
        widths=(5, 3, 3, *((2,) if whole else ()), 4, *((4,) if remark else ())),
    )


def spread_table(chart: SpreadChart) -> Table:
    """Return the counts of a spread chart as a table without a title."""
    return Table(
        title="",
        head=(
            _("stelling"),
            *(f"{answer} {label}" for answer, label in enumerate(chart.labels, start=1)),
            chart.dont_know,
            _("opmerking"),
        ),
        rows=tuple(
            (
                row.label,
                *(("–",) * len(chart.labels) if row.counts is None else map(str, row.counts)),
                "–" if row.counts is None else str(row.unknown),
                row.words,
            )
            for row in chart.rows
        ),
        widths=(6, *(2,) * len(chart.labels), 2, 5),
    )


def _side(name: str, value: float | None, why: str) -> str:
    return f"{name}: {_cell(value, why)}"


def _cell(value: float | None, why: str) -> str:
    return (why or "–") if value is None else getal(value)
