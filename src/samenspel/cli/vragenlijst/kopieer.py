"""``samenspel vragenlijst kopieer``: a questionnaire under another id, to adapt in a text editor."""

import click

from samenspel.authoring.copying import copied, id_of
from samenspel.authoring.files import LABELS, NAMES, builtin_root, decode, ids, read_files
from samenspel.authoring.load import load
from samenspel.authoring.new_folder import free, write
from samenspel.cli.base import Command
from samenspel.cli.output import OUT
from samenspel.cli.stored import find_questionnaire
from samenspel.hygiene import TooLongError, clean, one_line
from samenspel.storage.preferences import own_questionnaires
from samenspel.taal import _
from samenspel.typed_path import typed_path

_LONGEST = 60
_LONGEST_TITLE = 120


@click.command(
    "kopieer",
    cls=Command,
    help=_(
        "Maak een eigen versie van een vragenlijst, om aan te passen.\n\n"
        "Alles gaat mee: vragen, adviezen, presentatie en labels. In de verantwoording staat waar de vragenlijst "
        "vandaan komt. Is het voor twee andere partijen? Kies dan ‘samenspel vragenlijst nieuw’."
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
    new = _id(wanted)
    source = find_questionnaire(name)
    load(source)  # what has errors is told with all of them, and not copied
    placed = typed_path(out) if out else own_questionnaires() / new
    folder = free(placed, _("Kies een andere naam, of met -o een andere plek."))
    present = [one for one in (*NAMES, LABELS) if one != LABELS or (source / LABELS).is_file()]
    files = {one: decode(one, raw) for one, raw in read_files(source, present).items()}
    write(folder, copied(files, new, _title(title)))
    called = f'"{folder.absolute()}"' if out else new
    click.echo(_("Uw vragenlijst staat in {pad}").format(pad=one_line(folder.absolute())))
    click.echo(_("Pas de teksten aan in een tekstprogramma. Kijk daarna of alles klopt:"))
    click.echo(_("  samenspel vragenlijst controleer {naam}").format(naam=called))


def _id(typed: str) -> str:
    """Return the id of the copy. Raises click.BadParameter: it cannot be one, or another has it."""
    found = id_of(typed)
    if found != typed or len(found) > _LONGEST:
        text = _("Gebruik kleine letters, cijfers en streepjes, hooguit {n} tekens.").format(n=_LONGEST)
        if hint := found[:_LONGEST].strip("-"):
            text += " " + _("Bijvoorbeeld: {id}").format(id=hint)
        raise click.BadParameter(text, param_hint=_("NIEUW"))
    if found in ids(builtin_root()):
        text = _("‘{id}’ is de naam van een vragenlijst van samenspel. Kies een andere, zoals: {id}-eigen")
        raise click.BadParameter(text.format(id=found), param_hint=_("NIEUW"))
    return found


def _title(typed: str) -> str:
    """Return the title as one clean line. Raises click.BadParameter: it is too long."""
    try:
        return clean(typed, _LONGEST_TITLE)
    except TooLongError as error:
        text = _("Deze titel is te lang: {lengte} tekens. Hooguit {grens} mag.")
        raise click.BadParameter(text.format(lengte=error.length, grens=error.limit), param_hint="--titel") from error
