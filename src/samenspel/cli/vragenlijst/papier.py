"""``samenspel vragenlijst papier``: a questionnaire as a form to print or to fill in, and the table to type it into."""

from typing import Final

import click

from samenspel.answering import allowed
from samenspel.cli.base import Command
from samenspel.cli.output import OUT, REPLACE, OutFile
from samenspel.cli.stored import load_questionnaire
from samenspel.cli.vragenlijst.common import SHORT, known_party
from samenspel.exchange.receive.empty_table import empty_table
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.paper.field_names import KEYWORD
from samenspel.report.paper.form import paper_sheet
from samenspel.report.pdf import render_sheet
from samenspel.response import Form
from samenspel.taal import _, opsomming
from samenspel.walk import Step

_TABLE: Final = "samenspel-tabel"
"""How the name of a table to type into begins."""


@click.command(
    "papier",
    cls=Command,
    help=_(
        "De vragenlijst als formulier (PDF), om te printen of op een computer in te vullen.\n\n"
        "Wat op een computer is ingevuld, leest u in met ‘samenspel verwerk’ of ‘samenspel groep voegtoe’. "
        "Wat met een pen is ingevuld, typt u eerst over: in de app, of met --csv in een rekenprogramma. "
        "Wie een ingevuld formulier heeft, kan het lezen."
    ),
)
@click.argument("name", metavar=_("ID|MAP"))
@OUT(
    metavar=_("BESTAND"),
    help=_("Waar het formulier komt, op .pdf (of op .csv met --csv). Anders: een nieuwe naam in deze map."),
)
@click.option(
    "--csv",
    "as_table",
    is_flag=True,
    help=_(
        "Een lege tabel (CSV) om formulieren in over te typen, een rij per formulier. Onder de namen staan de nummers "
        "van het papier. Kies ook --kort of --partij, als het papier zo gemaakt is."
    ),
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
def command(  # noqa: PLR0913 - an argument for each option
    *, name: str, out: str | None, short: bool, party: str, as_table: bool, replace: bool
) -> None:
    """Write the form, or the table to type it into, and print where it is."""
    suffix = ".csv" if as_table else ".pdf"
    target = OutFile(out, (suffix,), replace=replace)
    questionnaire = load_questionnaire(None, name)
    known_party(questionnaire, party)
    form: Form = "kort" if short else "volledig"
    kind = _TABLE if as_table else KEYWORD
    stem = "-".join(filter(None, [kind, questionnaire.id, "kort" if short else "", party]))
    if as_table:
        path = target.put(empty_table(questionnaire, form, party), stem, suffix)
        click.echo(_("De lege tabel staat in {pad}").format(pad=one_line(path.absolute())))
        click.echo(_told(questionnaire, form, party))
    else:
        path = target.put(render_sheet(paper_sheet(questionnaire, form, party)), stem, suffix)
        click.echo(_("Het formulier staat in {pad}").format(pad=one_line(path.absolute())))


def _told(questionnaire: Questionnaire, form: Form, party: str) -> str:
    """Say how the table is filled in: where every form has the same, that too."""
    parties = party or opsomming([*allowed(questionnaire, Step("party"))], _("of"))
    lines = [
        _("Typ per formulier één rij onder de rij die met ‘nr’ begint. Laat de eerste twee rijen staan."),
        _("Bij ‘partij’ typt u: {partijen}.").format(partijen=parties),
        *([_("Bij ‘vorm’ typt u in elke rij: kort.")] if form == "kort" else []),
    ]
    return "\n".join(lines)
