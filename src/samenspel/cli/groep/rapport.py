"""``samenspel groep rapport``: the report of a revealed wave, as PDF or HTML."""

import sys

import click
from msgspec import structs

from samenspel.cli.base import Command, agreed, today
from samenspel.cli.groep.common import NAME, WAVE, file_name, open_groups, told_notices, wave_of
from samenspel.cli.output import AS_HTML, REPLACE, REPORT_OUT, report_target
from samenspel.collecting.reveal import revealed_before
from samenspel.group.workshop import unread
from samenspel.hygiene import one_line
from samenspel.report.groups.report import group_report
from samenspel.taal import _


@click.command(
    "rapport",
    cls=Command,
    help=_(
        "Het rapport van de groep, als PDF of HTML. Is er een eerdere meting, dan staat erin wat er veranderde.\n\n"
        "Open antwoorden leest u eerst zelf, in de workshop. Deed u dat nog niet? Dan vraagt dit of ze erin komen."
    ),
)
@NAME
@REPORT_OUT
@AS_HTML
@REPLACE
@WAVE
@click.option(
    "--open-antwoorden",
    "anyway",
    is_flag=True,
    help=_("Niet vragen: neem de open antwoorden op. Zonder terminal is dit nodig als niemand ze eerst las."),
)
def command(  # noqa: PLR0913 - an argument for each option
    *, name: str, out: str | None, as_html: bool, replace: bool, number: int | None, anyway: bool
) -> None:
    """Write the report and print where it is."""
    target, as_html = report_target(out, as_html=as_html, replace=replace)
    groups = open_groups()
    stored = groups.find(name)
    wave = wave_of(stored, number)
    if unread(stored.group, wave) and (anyway or _asked()):
        wave = structs.replace(wave, read_first=True)
    document = group_report(
        groups.questionnaire(stored, wave.number),
        stored.group,
        wave,
        previous=revealed_before(stored, wave),
        schemes=groups.labels.schemes(stored, wave.number),
        date=today(),
    )
    path = target.put_report(document, file_name(wave), as_html=as_html)
    told_notices(groups)
    click.echo(_("Het rapport staat in {pad}").format(pad=one_line(path.absolute())))
    if unread(stored.group, wave):
        click.echo(_("Open antwoorden staan er niet in: niemand las ze eerst. Zie ‘--open-antwoorden’."), err=True)


def _asked() -> bool:
    """Ask whether they come in the report all the same; without a terminal they do not."""
    if not sys.stdin.isatty():
        return False
    click.echo(_("Niemand las de open antwoorden eerst alleen. Er kan een naam in staan."))
    return agreed(_("Typ ‘ja’ om ze toch op te nemen"))
