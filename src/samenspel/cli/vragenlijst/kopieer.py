"""``samenspel vragenlijst kopieer``: a questionnaire under another id, to adapt in a text editor."""

import click

from samenspel.authoring.new_folder import CopyNameError, copy, copy_id, free
from samenspel.cli.base import Command
from samenspel.cli.output import OUT
from samenspel.cli.stored import find_questionnaire
from samenspel.hygiene import TooLongError, clean, one_line
from samenspel.storage.preferences import own_questionnaires
from samenspel.taal import _
from samenspel.typed_path import typed_path

_LONGEST_TITLE = 120


@click.command(
    "kopieer",
    cls=Command,
    help=_(
        "Maak een eigen versie van een vragenlijst, om aan te passen.\n\n"
        "Alles gaat mee: vragen, adviezen, presentatie, beelden en labels. In de verantwoording staat waar de "
        "vragenlijst vandaan komt. Is het voor twee andere partijen? Kies dan ‘samenspel vragenlijst nieuw’."
    ),
)
@click.argument("name", metavar=_("ID|MAP"))
@click.argument("wanted", metavar=_("NIEUW"))
@click.option("--titel", "title", metavar=_("TEKST"), default="", help=_("Hoe uw versie heet."))
@OUT(
    metavar=_("MAP"),
    help=_("De nieuwe map. Anders: een map bij uw eigen vragenlijsten, zie ‘samenspel vragenlijst map’."),
)
def command(*, name: str, wanted: str, title: str, out: str | None) -> None:
    """Write the folder, and say how to go on."""
    new, source = _id(wanted), find_questionnaire(name)
    placed = typed_path(out) if out else own_questionnaires() / new
    folder = free(placed, _("Kies een andere naam, of met -o een andere plek."))
    left_behind = copy(source, folder, new, _title(title))
    called = f'"{folder.absolute()}"' if out else new
    click.echo(_("Uw vragenlijst staat in {pad}").format(pad=one_line(folder.absolute())))
    for told in left_behind:
        click.echo(told, err=True)
    click.echo(_("Pas de teksten aan in een tekstprogramma. Kijk daarna of alles klopt:"))
    click.echo(_("  samenspel vragenlijst controleer {naam}").format(naam=called))


def _id(typed: str) -> str:
    """Return the id of the copy. Raises click.BadParameter: it cannot be one, or another has it."""
    try:
        return copy_id(typed)
    except CopyNameError as error:
        raise click.BadParameter(str(error), param_hint=_("NIEUW")) from error


def _title(typed: str) -> str:
    """Return the title as one clean line. Raises click.BadParameter: it is too long."""
    try:
        return clean(typed, _LONGEST_TITLE)
    except TooLongError as error:
        text = _("Deze titel is te lang: {lengte} tekens. Hooguit {grens} mag.")
        raise click.BadParameter(text.format(lengte=error.length, grens=error.limit), param_hint="--titel") from error
