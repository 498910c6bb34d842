"""``samenspel rapport``: the report of one self-test, as PDF or HTML."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.base import Command
from samenspel.cli.output import is_html, put, typed_file
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
    from samenspel.exchange.give.report_file import suggestion
    from samenspel.line.results import day, previous
    from samenspel.report.personal.report import personal_report

    as_html = is_html(out, asked=as_html)
    target = typed_file(out) if out else None
    store = open_store()
    selftest = pick(store, selftest_id)
    document = personal_report(
        store.questionnaire(selftest), selftest.response, date=day(selftest), previous=previous(store, selftest)
    )
    path = target or suggestion(day(selftest), ".html" if as_html else ".pdf", Path.cwd())
    write(path, document, as_html=as_html)
    click.echo(_("Het rapport staat in {pad}").format(pad=path.absolute()))
    if selftest.finished is None:
        click.echo(_("Deze zelftest is nog niet af."), err=True)


def write(path: Path, document: "Document", *, as_html: bool = False) -> None:
    """Write ``document`` to ``path``, as HTML or as PDF; what stood there is replaced. Raises Refused."""
    put(path, lambda: rendered(document, as_html=as_html))


def rendered(document: "Document", *, as_html: bool) -> bytes:
    """Return the bytes of the report as HTML or as PDF."""
    if as_html:
        from samenspel.report.html import render

        return render(document).encode()
    from samenspel.report.pdf import render as render_pdf

    return render_pdf(document)
