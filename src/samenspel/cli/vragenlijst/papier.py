"""``samenspel vragenlijst papier``: a questionnaire as a form to print, or to fill in on a screen."""

import click

from samenspel.cli.base import Command
from samenspel.cli.output import OUT, REPLACE, OutFile
from samenspel.cli.stored import load_questionnaire
from samenspel.cli.vragenlijst.common import SHORT, known_party
from samenspel.hygiene import one_line
from samenspel.report.paper.field_names import KEYWORD
from samenspel.report.paper.form import paper_sheet
from samenspel.report.pdf import render_sheet
from samenspel.taal import _


@click.command(
    "papier",
    cls=Command,
    help=_(
        "De vragenlijst als formulier (PDF), om te printen of op een computer in te vullen.\n\n"
        "Wat op een computer is ingevuld, leest u in met ‘samenspel verwerk’ of ‘samenspel groep voegtoe’. "
        "Wat met een pen is ingevuld, typt u eerst over. Wie een ingevuld formulier heeft, kan het lezen."
    ),
)
@click.argument("name", metavar=_("ID|MAP"))
@OUT(
    metavar=_("BESTAND"),
    help=_("Waar het formulier komt, op .pdf. Anders: een nieuwe naam in deze map."),
)
@SHORT
@click.option(
    "--partij",
    "party",
    metavar="ID",
    default="",
    help=_("Een formulier voor één partij, met de stellingen in hun woorden. Anders: voor iedereen."),
)
@REPLACE
def command(*, name: str, out: str | None, short: bool, party: str, replace: bool) -> None:
    """Write the form and print where it is."""
    target = OutFile(out, (".pdf",), replace=replace)
    questionnaire = load_questionnaire(None, name)
    known_party(questionnaire, party)
    sheet = paper_sheet(questionnaire, "kort" if short else "volledig", party)
    stem = "-".join(filter(None, [KEYWORD, questionnaire.id, "kort" if short else "", party]))
    path = target.put(render_sheet(sheet), stem, ".pdf")
    click.echo(_("Het formulier staat in {pad}").format(pad=one_line(path.absolute())))
