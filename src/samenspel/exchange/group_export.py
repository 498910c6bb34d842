"""A group's released figures, advice, actions and change as tables for a spreadsheet, with a codebook beside them.

Only what was released is here; there are no rows of persons.
"""

from datetime import date

from samenspel.exchange.group_figures import changed, dimensions, items, participation
from samenspel.exchange.group_hidden import suppressed
from samenspel.exchange.group_workshop import actions, advices
from samenspel.exchange.sheets import Made, Sheet, to_csv, to_xlsx
from samenspel.group.model import Group, Wave
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.group import NotRevealedError
from samenspel.report.group_words import anonymity
from samenspel.taal import _


def group_sheets(
    questionnaire: Questionnaire, group: Group, wave: Wave, *, previous: Wave | None = None
) -> tuple[Sheet, ...]:
    """Return the tables of a revealed wave, the codebook last; ``previous`` is the revealed wave before it.

    Raises NotRevealedError when the wave has not been revealed.
    """
    if wave.released is None:
        raise NotRevealedError(_("Deze meting is nog niet onthuld."))
    found = (
        participation(questionnaire, group, wave, wave.released),
        dimensions(questionnaire, wave.released),
        items(questionnaire, wave.released),
        suppressed(questionnaire, wave.released),
        advices(questionnaire, wave, wave.released),
        actions(wave, previous),
        *(() if previous is None or previous.released is None else (changed(questionnaire, wave.released, previous),)),
    )
    return (*found, _codebook(found))


def export_csv(
    questionnaire: Questionnaire, group: Group, wave: Wave, *, previous: Wave | None = None
) -> dict[str, bytes]:
    """Return a CSV file for each table, by file name (which never holds anything that a person typed).

    Raises NotRevealedError when the wave has not been revealed.
    """
    start = "niet-anoniem-" if wave.released and wave.released.open_table else ""
    sheets = group_sheets(questionnaire, group, wave, previous=previous)
    return {f"{start}{sheet.name}.csv": to_csv(sheet) for sheet in sheets}


def export_xlsx(questionnaire: Questionnaire, group: Group, wave: Wave, *, previous: Wave | None = None) -> bytes:
    """Return a workbook with a sheet for each table, dated on the day of the reveal.

    Raises NotRevealedError when the wave has not been revealed.
    """
    sheets = group_sheets(questionnaire, group, wave, previous=previous)
    k = anonymity(wave.released) if wave.released else ""
    made = Made(
        title=_("{titel}: {groep}, meting {nummer}").format(
            titel=questionnaire.asked.title, groep=group.name, nummer=wave.number
        ),
        day=date.fromisoformat(wave.revealed or wave.opened),
        foot=_("{k} · meting {nummer} · {groep}").format(k=k, nummer=wave.number, groep=group.name),
    )
    return to_xlsx(sheets, made)


def _codebook(sheets: tuple[Sheet, ...]) -> Sheet:
    columns = [
        (sheet.name, name, meaning)
        for sheet in sheets
        for name, meaning in zip(sheet.head, sheet.meanings, strict=True)
    ]
    general = (
        ("", _("lege cel"), _("Niet te berekenen, of verborgen. Waarom staat op het blad ‘verborgen’.")),
        ("", _("‘ voor een tekst"), _("Alleen in CSV: zo leest een rekenprogramma de tekst niet als formule.")),
    )
    return Sheet("uitleg", (_("blad"), _("kolom"), _("betekenis")), (*columns, *general), ("", "", ""))
