"""``samenspel voorlichting``: present to a room, or write the hand-outs."""

from pathlib import Path

import click

from samenspel.cli.app import open_app
from samenspel.cli.base import Command
from samenspel.cli.output import OUT, REPLACE, folder_for, put_all
from samenspel.cli.stored import chosen_questionnaire, load_questionnaire
from samenspel.exchange.give.report_file import rendered
from samenspel.hygiene import one_line
from samenspel.report.handouts import handouts
from samenspel.taal import _
from samenspel.typed_path import typed_path


@click.command(
    "voorlichting",
    cls=Command,
    help=_(
        "Een presentatie voor een zaal, met een beamer. Pijltjes, Page Down en een klikker werken.\n\n"
        "Met --uitdelen krijgt u papier: een blad per onderdeel, één met alles, werkbladen en uw notities. "
        "Daar is geen terminal voor nodig. Uw eigen zelftests en groepen blijven buiten beeld."
    ),
)
@click.option("--vragenlijst", metavar=_("ID|MAP"), help=_("De id of de map. Anders: de vragenlijst die u koos."))
@click.option("--uitdelen", is_flag=True, help=_("Schrijf het papier om uit te delen, als PDF en als HTML."))
@OUT(metavar=_("MAP"), help=_("De map voor het papier. Anders: voorlichting-ID, in deze map."))
@REPLACE
def command(*, vragenlijst: str | None, uitdelen: bool, out: str | None, replace: bool) -> None:
    """Present, or write."""
    if uitdelen or out:
        _hand_out(vragenlijst, out, replace=replace)
    else:
        open_app(start="presenting", questionnaire=vragenlijst)


def _hand_out(name: str | None, out: str | None, *, replace: bool) -> None:
    questionnaire = load_questionnaire(None, name) if name else chosen_questionnaire()
    folder = folder_for(typed_path(out) if out else Path(f"voorlichting-{questionnaire.id}"))
    made = handouts(questionnaire)
    click.echo(_("Vragenlijst: {titel}").format(titel=questionnaire.asked.title))
    files = {
        f"{stem}{suffix}": rendered(document, as_html=suffix == ".html")
        for stem, document in made.items()
        for suffix in (".pdf", ".html")
    }
    put_all(folder, files, replace=replace)
    for stem, document in made.items():
        click.echo(_("{titel}: {naam}.pdf en .html").format(titel=document.title, naam=stem))
    click.echo(_("Het papier om uit te delen staat in {map}").format(map=one_line(folder.absolute())))
