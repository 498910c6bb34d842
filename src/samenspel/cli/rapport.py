"""``samenspel rapport``: the report of one self-test in its parts, as PDF or HTML."""

from typing import cast

import click

from samenspel.cli.base import Command
from samenspel.cli.output import (
    ALL,
    AS_HTML,
    OUT,
    PART,
    REPLACE,
    OutFile,
    folder_for,
    free_folder,
    put_all,
    report_target,
)
from samenspel.cli.stored import SELFTEST, open_store, pick, tell_day
from samenspel.cli.trouble import Refused
from samenspel.exchange.give.report_file import folder_name, part_name, rendered
from samenspel.hygiene import one_line
from samenspel.report.personal.parts import LACKING, PARTS, STANDS, Part, Personal
from samenspel.session import time_before
from samenspel.taal import _
from samenspel.typed_path import typed_path


@click.command(
    "rapport",
    cls=Command,
    help=_(
        "Het rapport van een zelftest, als PDF of HTML. Het bestaat uit vier delen, die u los kunt geven.\n\n"
        "‘rapport’ is voor uzelf: een voorblad en uw adviezen. "
        "‘werkbladen’ vult u met de pen in; er staat niets van u op. "
        "‘bijlage’ heeft al uw antwoorden en toelichtingen, en zegt hoe scores ontstaan. "
        "‘gespreksblad’ is één bladzijde om mee te nemen naar de ander, zonder antwoorden. "
        "‘alles’ maakt ze alle vier, in een map.\n\n"
        "Zonder ID krijgt u de laatste die af is; is er geen, dan de laatste. "
        "De ID's ziet u met ‘samenspel gegevens toon’."
    ),
)
@SELFTEST
@PART
@OUT(
    metavar=_("PAD"),
    help=_("Waar het komt: een bestand op .pdf of .html, of bij ‘alles’ een map. Anders: een nieuwe naam in deze map."),
)
@AS_HTML
@click.option("--toelichtingen", "notes", is_flag=True, help=_("Zet uw toelichtingen ook in het rapport."))
@REPLACE
def command(  # noqa: PLR0913 - an argument for each option
    *, selftest_id: str | None, part: str, out: str | None, as_html: bool, notes: bool, replace: bool
) -> None:
    """Write the parts and print where they are."""
    if notes and part not in {PARTS[0], ALL}:
        raise click.UsageError(_("‘--toelichtingen’ gaat over het rapport. In de bijlage staan ze al."))
    target = None
    if part != ALL:
        target, as_html = report_target(out, as_html=as_html, replace=replace)
    store = open_store()
    selftest = pick(store, selftest_id)
    told = Personal(
        store.questionnaire(selftest), selftest.response, selftest.day, time_before(store, selftest), selftest.step
    )
    if target is None:
        _put_all(told, out, as_html=as_html, notes=notes, replace=replace)
    else:
        _put(told, cast("Part", part), target, as_html=as_html, notes=notes)
    tell_day(selftest)
    if selftest.finished is None:
        click.echo(_("Deze zelftest is nog niet af."), err=True)


def _put(told: Personal, part: Part, target: OutFile, *, as_html: bool, notes: bool) -> None:
    document = told.part(part, notes=notes)
    if document is None:
        raise Refused(LACKING[part])
    path = target.put_report(document, part_name(part, told.date), as_html=as_html)
    click.echo(STANDS[part].format(pad=one_line(path.absolute())))


def _put_all(told: Personal, out: str | None, *, as_html: bool, notes: bool, replace: bool) -> None:
    suffix = ".html" if as_html else ".pdf"
    files = {f"{part}{suffix}": rendered(document, as_html=as_html) for part, document in told.parts(notes=notes)}
    folder = folder_for(typed_path(out)) if out else free_folder(folder_name(told.date))
    put_all(folder, files, replace=replace)
    click.echo(_("De delen van het rapport staan in de map {pad}").format(pad=one_line(folder.absolute())))
    for part, why in LACKING.items():
        if f"{part}{suffix}" not in files:
            click.echo(why, err=True)
