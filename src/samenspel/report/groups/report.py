"""The group report: a summary to hand out (who took part, two parties, what changed, what to do), then appendices.

Only what was released can be told: every part takes a ``Released`` (or a wave that carries it). Each part has a module
of its own, because the workshop's screens show the same parts.
"""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from samenspel.group.model import Group, Released, ReleasedItem, Wave
from samenspel.group.workshop import unread
from samenspel.labelling.scheme import QuestionScheme
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import RefusalError
from samenspel.report import wording
from samenspel.report.document import Block, Document, GapChart, Heading, Paragraph, Table
from samenspel.report.groups import words
from samenspel.report.groups.account import group_account, voices
from samenspel.report.groups.actions import changed_dimensions, moved_statements
from samenspel.report.groups.advice import (
    advice_blocks,
    advice_cards,
    advice_overview,
    dismissed,
    worksheets,
)
from samenspel.report.groups.front import front_page
from samenspel.report.groups.picture import comparison
from samenspel.report.groups.statements import (
    largest_gaps,
    most_divided,
    spread_chart,
    striking_items,
    strongest,
    strongest_items,
)
from samenspel.taal import _, datum


class NotRevealedError(RefusalError):
    """The wave has not been revealed: nothing of it may be told."""

    def __init__(self) -> None:
        super().__init__(_("Deze meting is nog niet onthuld."))


def group_report(  # noqa: PLR0913 - what a report is of
    questionnaire: Questionnaire,
    group: Group,
    wave: Wave,
    *,
    previous: Wave | None = None,
    schemes: Sequence[QuestionScheme] = (),
    date: date,
) -> Document:
    """Return the report of a revealed wave.

    Args:
        questionnaire: what was asked.
        group: whose report it is.
        wave: the wave to tell of; open answers that nobody has read for names yet are left out, and that is said.
        previous: the revealed wave before it, if there is one.
        schemes: the labels of the wave's open answers, which then stand under them.
        date: the day on the report.

    Raises:
        NotRevealedError: the wave has not been revealed.
    """
    released = wave.released
    if released is None:
        raise NotRevealedError
    k, day = words.standing(group, released), datum(date)
    return Document(
        title=questionnaire.asked.title,
        subtitle=_("Groepsrapport van {datum} · {groep} · meting {nummer}").format(
            datum=day, groep=group.name, nummer=wave.number
        ),
        # k comes first: whatever does not fit at the foot of a page is cut off at the end.
        footer=_("{k} · meting {nummer} · {datum} · {groep}").format(
            k=k, nummer=wave.number, datum=day, groep=group.name
        ),
        blocks=(
            *_summary(questionnaire, group, wave, released, previous),
            *_appendices(
                worksheets(questionnaire, wave),
                (_("de adviezen"), _advices(questionnaire, wave)),
                (_("stellingen die opvallen"), _statements(questionnaire, wave, released, previous)),
                (_("alle antwoorden per onderdeel"), _all_answers(questionnaire, released)),
                (_("in eigen woorden"), voices(questionnaire, released, schemes=schemes, unread=unread(group, wave))),
                (_("achtergrond"), group_account(questionnaire, released)),
            ),
        ),
    )


def _summary(
    questionnaire: Questionnaire, group: Group, wave: Wave, released: Released, previous: Wave | None
) -> tuple[Block, ...]:
    return (
        *front_page(questionnaire, group, wave, released, previous),
        *_dimensions(questionnaire, released),
        *(_striking(questionnaire, released) if _anything(released) else ()),
        *_since(questionnaire, wave, previous),
        Heading(1, _("De adviezen")),
        *advice_overview(questionnaire, wave),
    )


def _dimensions(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Return the parties per dimension, where there is a figure; what comes out of it, the first page said."""
    if all(one.mean is None for one in released.dimensions):
        return ()
    chart, *rest = comparison(questionnaire, released)
    if isinstance(chart, GapChart):
        chart = replace(chart, sentence=_("Elke lijn loopt van 1 tot 5. Het streepje is de hele groep."))
    return (Heading(1, _("Beide partijen naast elkaar")), chart, *rest)


def _striking(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Tell which statements stand out: the largest gaps drawn, the most divided and the strongest ones listed."""
    strong = strongest_items(questionnaire, released)
    gaps, divided = (striking_items(questionnaire, released, order) for order in ("verschil", "verdeeldheid"))
    names = words.names_in_statements(questionnaire, (*gaps, *divided, *strong))
    return (
        Heading(1, _("Waar u over kunt praten")),
        *((Paragraph(names),) if names else ()),
        *largest_gaps(questionnaire, released),
        *_listed(most_divided(questionnaire, released), divided),
        *_listed(strongest(questionnaire, released), strong),
        *(
            (Paragraph(_("Dit gaat al goed. Hoe deze punten zijn gekozen, staat in bijlage 2."), small=True),)
            if strong
            else ()
        ),
    )


def _listed(blocks: tuple[Block, ...], items: Sequence[ReleasedItem]) -> tuple[Block, ...]:
    """Return the chart of ``items`` as a table for the whole group; what is no chart as it is."""
    return tuple(_table(block, items) if isinstance(block, GapChart) else block for block in blocks)


def _table(chart: GapChart, items: Sequence[ReleasedItem]) -> Table:
    rows = tuple(
        (
            row.label,
            wording.figure(one.mean, 1),
            _("bijna allen gelijk") if one.nearly_all is not None or one.sd is None else words.how_wide(one.sd),
        )
        for row, one in zip(chart.rows, items, strict=True)
    )
    return Table(chart.title, (_("stelling"), _("hele groep"), _("spreiding")), rows, (10, 2, 3))


def _since(questionnaire: Questionnaire, wave: Wave, previous: Wave | None) -> tuple[Block, ...]:
    if previous is None:
        return ()
    return (Heading(1, _("Sinds de vorige meting")), *changed_dimensions(questionnaire, wave, previous, told=True))


def _appendices(sheets: tuple[Block, ...], *found: tuple[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Return what there is to add, each part under its number; the first one tells what comes.

    The worksheets come last, each on its page: whatever stood before them would leave a page half empty.
    """
    parts = [(title, blocks) for title, blocks in found if blocks]
    titles = "; ".join((*(title for title, _blocks in parts), *((_("tot slot de werkbladen"),) if sheets else ())))
    lead = _("De bladzijden hiervoor zijn de samenvatting, die u los kunt uitdelen. De bijlagen zijn: {titels}.")
    told: list[Block] = []
    for number, (title, blocks) in enumerate(parts, start=1):
        told.append(Heading(1, _("Bijlage {n}: {titel}").format(n=number, titel=title), apart=number == 1))
        if number == 1:
            told.append(Paragraph(lead.format(titels=titles), small=True))
        told += blocks
    return (*told, *sheets)


def _advices(questionnaire: Questionnaire, wave: Wave) -> tuple[Block, ...]:
    if not advice_cards(questionnaire, wave):
        return dismissed(questionnaire, wave)
    return advice_blocks(questionnaire, wave)


def _statements(
    questionnaire: Questionnaire, wave: Wave, released: Released, previous: Wave | None
) -> tuple[Block, ...]:
    if not _anything(released):
        return ()
    return (
        *most_divided(questionnaire, released),
        *strongest(questionnaire, released),
        *(() if previous is None else moved_statements(questionnaire, wave, previous)),
    )


def _all_answers(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    if not _anything(released):
        return ()
    return tuple(spread_chart(questionnaire, released, one.id) for one in questionnaire.asked.dimensions)


def _anything(released: Released) -> bool:
    return any(one.mean is not None for one in released.items)
