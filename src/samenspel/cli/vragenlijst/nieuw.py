"""``samenspel vragenlijst nieuw``: a questionnaire for two other parties, to adapt further in a text editor."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenspel.cli.base import Command
from samenspel.cli.trouble import Refused, typed_path
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.authoring.derive import Names

_PARTIES = 2


@click.command(
    "nieuw",
    cls=Command,
    help=_(
        "Maak een vragenlijst voor twee andere partijen.\n\n"
        "Het begin is de meegeleverde vragenlijst, met de namen van uw partijen. "
        "Daarna past u de teksten zelf aan; in de bestanden staat hoe. "
        "Wat u niet als optie geeft, wordt gevraagd."
    ),
)
@click.option(
    "--partij",
    "parties",
    multiple=True,
    metavar=_("EEN/MEER"),
    help=_("Een partij, zoals ‘leraar/leraren’. Geef deze optie twee keer."),
)
@click.option("--overleg", "meeting", metavar=_("NAAM"), help=_("Het overleg, zoals ‘het zorgoverleg’."))
@click.option(
    "--voor", "about", metavar=_("EEN/MEER"), help=_("Voor wie zij samen werken, zoals ‘de leerling/leerlingen’.")
)
@click.option(
    "-o",
    "--uit",
    "out",
    metavar=_("MAP"),
    help=_("De nieuwe map. Anders: een map bij uw eigen vragenlijsten, zie ‘samenspel vragenlijst map’."),
)
def command(*, parties: tuple[str, ...], meeting: str | None, about: str | None, out: str | None) -> None:
    """Ask what is not given, write the folder, and say how to go on."""
    from samenspel.storage.places import own_questionnaires

    wanted = _wanted(parties, meeting, about)
    folder = typed_path(out) if out else own_questionnaires() / wanted.id
    if folder.exists() or folder.is_symlink():
        raise Refused(_("‘{pad}’ bestaat al. Kies met -o een andere map.").format(pad=folder))
    _write(folder, wanted)
    click.echo(_("De vragenlijst staat in {pad}").format(pad=folder.absolute()))
    click.echo(_("Pas de teksten aan, en kijk daarna of alles klopt:"))
    click.echo(f"  samenspel vragenlijst controleer {folder.absolute() if out else wanted.id}")


def _wanted(parties: tuple[str, ...], meeting: str | None, about: str | None) -> "Names":
    from samenspel.authoring.derive import WrongNameError, name, names
    from samenspel.authoring.folder import builtin_root, ids

    asks = sys.stdin.isatty() and sys.stdout.isatty()
    complete = len(parties) == _PARTIES and meeting is not None and about is not None
    if len(parties) > _PARTIES or (not asks and not complete):
        raise click.UsageError(_("Geef twee keer --partij, en één keer --overleg en --voor."))
    given = list(parties)
    for number in range(len(parties), _PARTIES):
        question = _("Wat is de eerste partij?") if number == 0 else _("Wat is de tweede partij?")
        given.append(_ask(question + " " + _("Eén en meer, zoals leraar/leraren:"), name))
    if meeting is None:
        meeting = _ask(_("Hoe heet hun overleg? Zoals ‘het zorgoverleg’:"), lambda typed: name(typed, plural=False))
    if about is None:
        about = _ask(_("Voor wie werken zij samen? Zoals ‘de leerling/leerlingen’:"), name)
    try:
        return names(tuple(given), meeting, about, tuple(ids(builtin_root())))
    except WrongNameError as error:
        raise click.UsageError(str(error)) from error


def _ask(question: str, check: Callable[[str], object]) -> str:
    """Ask until the answer can be used. Raises click.Abort: the person stops."""
    import questionary

    from samenspel.authoring.derive import WrongNameError

    def valid(typed: str) -> bool | str:
        try:
            check(typed)
        except WrongNameError as error:
            return str(error)
        return True

    try:
        typed: str = questionary.text(question, qmark="", validate=valid).unsafe_ask()
    except (KeyboardInterrupt, EOFError) as error:
        raise click.Abort from error
    return typed


def _write(folder: Path, wanted: "Names") -> None:
    """Write the three files next to where they go, see that they are sound, and put the folder in its place."""
    from tempfile import TemporaryDirectory

    from samenspel.authoring import builtin_root, load
    from samenspel.authoring.derive import SOURCE, derive
    from samenspel.authoring.files import decode, read_files
    from samenspel.authoring.schema import dumped

    source = {name: decode(name, raw) for name, raw in read_files(builtin_root() / SOURCE).items()}
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=".nieuw-") as beside:
        made = Path(beside) / folder.name
        made.mkdir()
        for name, text in derive(source, wanted).items():
            pointed = text.replace("$schema=../schema.json", "$schema=schema.json")
            (made / name).write_text(pointed, encoding="utf-8", newline="\n")
        (made / "schema.json").write_text(dumped(), encoding="utf-8", newline="\n")
        load(made)
        made.rename(folder)
