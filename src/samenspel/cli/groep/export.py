"""``samenspel groep export``: the released figures for a spreadsheet. There are no rows of persons."""

import click

from samenspel.cli.base import Command
from samenspel.cli.groep.common import NAME, WAVE, file_name, open_groups, told_notices, wave_of
from samenspel.cli.output import OUT, REPLACE, OutFile, folder_for, free_folder, put_all
from samenspel.collecting.reveal import revealed_before
from samenspel.exchange.give.group_tables import export_csv, export_xlsx
from samenspel.group.workshop import unread
from samenspel.hygiene import one_line
from samenspel.taal import _
from samenspel.typed_path import typed_path


def _way(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value.lower() in {"csv", "xlsx"}:
        return value.lower()
    raise click.BadParameter(_("kies csv of xlsx."))


@click.command(
    "export",
    cls=Command,
    help=_(
        "De cijfers van de groep voor een rekenprogramma, met een blad dat elke kolom uitlegt.\n\n"
        "Er staat alleen in wat onthuld is: geen antwoorden van personen."
    ),
)
@NAME
@click.option("--naar", "way", metavar="csv|xlsx", required=True, callback=_way, help=_("Het soort bestand."))
@OUT(
    metavar=_("PAD"),
    help=_("Waar het komt: een bestand (xlsx) of een map (csv). Anders: een nieuwe naam in deze map."),
)
@REPLACE
@WAVE
def command(*, name: str, way: str, out: str | None, replace: bool, number: int | None) -> None:
    """Write the tables and print where they are."""
    workbook = OutFile(out, (".xlsx",), replace=replace) if way == "xlsx" else None
    groups = open_groups()
    stored = groups.find(name)
    wave = wave_of(stored, number)
    questionnaire, previous = groups.questionnaire(stored, wave.number), revealed_before(stored, wave)
    stem, schemes = file_name(wave), groups.labels.schemes(stored, wave.number)
    if workbook is not None:
        content = export_xlsx(questionnaire, stored.group, wave, previous=previous, schemes=schemes)
        path = workbook.put(content, stem, ".xlsx")
    else:
        tables = export_csv(questionnaire, stored.group, wave, previous=previous, schemes=schemes)
        path = folder_for(typed_path(out)) if out else free_folder(stem)
        put_all(path, tables, replace=replace)
    told_notices(groups)
    if unread(stored.group, wave) and any(scheme.labelled for scheme in schemes):
        click.echo(_("Labels staan er niet in: niemand las de open antwoorden eerst."), err=True)
    click.echo(_("De cijfers staan in {pad}").format(pad=one_line(path.absolute())))
