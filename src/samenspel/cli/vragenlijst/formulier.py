"""``samenspel vragenlijst formulier``: a questionnaire as one HTML file, to fill in in any browser."""

import click

from samenspel.cli.base import Command
from samenspel.cli.output import OUT, REPLACE, OutFile
from samenspel.cli.stored import load_questionnaire
from samenspel.cli.vragenlijst.common import SHORT, known_party
from samenspel.exchange.browser.form import browser_form
from samenspel.hygiene import one_line
from samenspel.report.paper.field_names import KEYWORD
from samenspel.taal import _


@click.command(
    "formulier",
    cls=Command,
    help=_(
        "De vragenlijst als formulier (HTML), om te mailen. Het opent in elke browser, ook op een telefoon.\n\n"
        "Wie het invult, heeft geen samenspel en geen internet nodig. Het formulier verstuurt niets. Aan het eind "
        "bewaart u een bestand, of u ziet een code, of u print een blad. Het bestand leest u in met "
        "‘samenspel groep voegtoe’ of ‘samenspel verwerk’. Wie dat bestand heeft, kan het lezen."
    ),
)
@click.argument("name", metavar=_("ID|MAP"))
@OUT(
    metavar=_("BESTAND"),
    help=_("Waar het formulier komt, op .html. Anders: een nieuwe naam in deze map."),
)
@SHORT
@click.option(
    "--partij",
    "party",
    metavar="ID",
    default="",
    help=_("Een formulier voor één partij. Naar de partij wordt dan niet gevraagd. Anders: voor iedereen."),
)
@REPLACE
def command(*, name: str, out: str | None, short: bool, party: str, replace: bool) -> None:
    """Write the form and print where it is."""
    target = OutFile(out, (".html", ".htm"), replace=replace)
    questionnaire = load_questionnaire(None, name)
    known_party(questionnaire, party)
    page = browser_form(questionnaire, "kort" if short else "volledig", party)
    stem = "-".join(filter(None, [KEYWORD, questionnaire.id, "kort" if short else "", party]))
    path = target.put(page.encode(), stem, ".html")
    click.echo(_("Het formulier staat in {pad}").format(pad=one_line(path.absolute())))
