"""``samenspel groep rapport``: the report of a revealed wave, as PDF or HTML."""

import click

from samenspel.cli.base import Command, today
from samenspel.cli.groep.common import NAME, WAVE, file_name, open_groups, wave_of
from samenspel.cli.output import AS_HTML, REPLACE, REPORT_OUT, report_target
from samenspel.collecting.reveal import revealed_before
from samenspel.hygiene import one_line
from samenspel.report.groups.report import group_report
from samenspel.taal import _


@click.command(
    "rapport",
    cls=Command,
    help=_("Het rapport van de groep, als PDF of HTML. Is er een eerdere meting, dan staat erin wat er veranderde."),
)
@NAME
@REPORT_OUT
@AS_HTML
@REPLACE
@WAVE
def command(*, name: str, out: str | None, as_html: bool, replace: bool, number: int | None) -> None:
    """Write the report and print where it is."""
    target, as_html = report_target(out, as_html=as_html, replace=replace)
    groups = open_groups()
    stored = groups.find(name)
    wave = wave_of(stored, number)
    document = group_report(
        groups.questionnaire(stored, wave.number),
        stored.group,
        wave,
        previous=revealed_before(stored, wave),
        date=today(),
    )
    path = target.put_report(document, file_name(wave), as_html=as_html)
    click.echo(_("Het rapport staat in {pad}").format(pad=one_line(path.absolute())))
