"""``samenspel rapport``: the report of one self-test, as PDF or HTML."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.base import Command
from samenspel.cli.trouble import Refused, typed_path
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.report.document import Document


@click.command(
    "rapport",
    cls=Command,
    help=_(
        "Het rapport van een zelftest, als PDF of HTML.\n\n"
        "Zonder ID krijgt u de laatste die af is; is er geen, dan de laatste. "
        "De ID's ziet u met ‘samenspel gegevens toon’."
    ),
)
@click.argument("selftest_id", metavar="[ID]", required=False)
@click.option(
    "-o",
    "--uit",
    "out",
    metavar=_("BESTAND"),
    help=_("Waar het rapport komt; wat daar staat, wordt vervangen. Anders: een nieuwe naam in deze map."),
)
@click.option("--html", "as_html", is_flag=True, help=_("HTML in plaats van PDF."))
def command(*, selftest_id: str | None, out: str | None, as_html: bool) -> None:
    """Write the report and print where it is."""
    from samenspel.cli.stored import open_store, pick
    from samenspel.exchange.report_file import suggestion
    from samenspel.line.results import day, previous
    from samenspel.report.personal import personal_report

    if out and out.endswith(("/", os.sep)):  # a path forgets this; the report would get the folder's name
        raise Refused(_("‘{pad}’ is een map. Zet er een bestandsnaam achter.").format(pad=out))
    store = open_store()
    selftest = pick(store, selftest_id)
    document = personal_report(
        store.questionnaire(selftest), selftest.response, date=day(selftest), previous=previous(store, selftest)
    )
    as_html = as_html or (out or "").lower().endswith((".html", ".htm"))
    path = typed_path(out) if out else suggestion(day(selftest), ".html" if as_html else ".pdf", Path.cwd())
    write(path, document, as_html=as_html)
    click.echo(_("Het rapport staat in {pad}").format(pad=path.absolute()))
    if selftest.finished is None:
        click.echo(_("Deze zelftest is nog niet af."), err=True)


def write(path: Path, document: "Document", *, as_html: bool = False) -> None:
    """Write ``document`` to ``path``, as HTML or as PDF; what stood there is replaced. Raises Refused."""
    from samenspel.exchange.report_file import ReportFileError
    from samenspel.exchange.report_file import write as write_file

    if path.is_dir():
        raise Refused(_("‘{pad}’ is een map. Zet er een bestandsnaam achter.").format(pad=path))
    if path.exists() and not path.is_file():  # a pipe or a device would be replaced
        raise Refused(_("‘{pad}’ is geen gewoon bestand. Kies een andere naam.").format(pad=path))
    try:
        write_file(path, rendered(document, as_html=as_html))
    except ReportFileError as error:
        raise Refused(str(error)) from error


def rendered(document: "Document", *, as_html: bool) -> bytes:
    """Return the bytes of the report as HTML or as PDF."""
    if as_html:
        from samenspel.report.html import render

        return render(document).encode()
    from samenspel.report.pdf import render as render_pdf

    return render_pdf(document)
