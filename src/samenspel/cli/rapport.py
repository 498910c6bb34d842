"""``samenspel rapport``: the report of one self-test, as PDF or HTML."""

import click

from samenspel.cli.base import Command
from samenspel.cli.output import AS_HTML, REPLACE, REPORT_OUT, report_target
from samenspel.cli.stored import SELFTEST, open_store, pick, tell_day
from samenspel.exchange.give.report_file import selftest_name
from samenspel.hygiene import one_line
from samenspel.report.personal.report import personal_report
from samenspel.session import time_before
from samenspel.taal import _


@click.command(
    "rapport",
    cls=Command,
    help=_(
        "Het rapport van een zelftest, als PDF of HTML.\n\n"
        "Zonder ID krijgt u de laatste die af is; is er geen, dan de laatste. "
        "De ID's ziet u met ‘samenspel gegevens toon’."
    ),
)
@SELFTEST
@REPORT_OUT
@AS_HTML
@REPLACE
def command(*, selftest_id: str | None, out: str | None, as_html: bool, replace: bool) -> None:
    """Write the report and print where it is."""
    target, as_html = report_target(out, as_html=as_html, replace=replace)
    store = open_store()
    selftest = pick(store, selftest_id)
    document = personal_report(
        store.questionnaire(selftest), selftest.response, date=selftest.day, previous=time_before(store, selftest)
    )
    path = target.put_report(document, selftest_name(selftest.day), as_html=as_html)
    click.echo(_("Het rapport staat in {pad}").format(pad=one_line(path.absolute())))
    tell_day(selftest)
    if selftest.finished is None:
        click.echo(_("Deze zelftest is nog niet af."), err=True)
