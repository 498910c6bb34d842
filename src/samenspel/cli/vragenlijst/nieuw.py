"""``samenspel vragenlijst nieuw``: a questionnaire for two other parties, to adapt further in a text editor."""

import sys
from collections.abc import Callable
from pathlib import Path
from shutil import get_terminal_size

import click

from samenspel.authoring import find, load, names
from samenspel.authoring.derive import RECIPE, Names, derive, questionnaire_id
from samenspel.authoring.files import LABELS, NAMES, builtin_root, decode, ids, read_files
from samenspel.authoring.names import Name, WrongNameError
from samenspel.authoring.new_folder import free, write
from samenspel.authoring.problems import shown
from samenspel.cli.app import wants_plain
from samenspel.cli.base import Command
from samenspel.cli.output import OUT
from samenspel.hygiene import one_line
from samenspel.line import prompter_for
from samenspel.report.text.wrapping import wrapped
from samenspel.storage.preferences import own_questionnaires
from samenspel.storage.shelf import STANDARD
from samenspel.taal import _
from samenspel.typed_path import typed_path

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
@OUT(
    metavar=_("MAP"),
    help=_("De nieuwe map. Anders: een map bij uw eigen vragenlijsten, zie ‘samenspel vragenlijst map’."),
)
def command(*, parties: tuple[str, ...], meeting: str | None, about: str | None, out: str | None) -> None:
    """Ask what is not given, write the folder, and say how to go on."""
    chosen = _free(typed_path(out)) if out else None
    wanted = _wanted(parties, meeting, about, placed=chosen is not None)
    folder = chosen or _free(own_questionnaires() / wanted.id)
    _write(folder, wanted)
    _tell(folder.absolute(), f'"{folder.absolute()}"' if chosen else wanted.id)


def _free(folder: Path) -> Path:
    """Return ``folder``. Raises TakenError: something stands there already."""
    return free(folder, _("Geef die map eerst een andere naam, of kies met -o een andere plek."))


def _tell(folder: Path, called: str) -> None:
    """Say where it is and what comes next; ``called`` is what later commands take."""
    _say(_("Uw vragenlijst staat in deze map:"))
    click.echo(f"  {one_line(folder)}")
    _say(_("Klopt een naam niet? Wis dan deze map en begin opnieuw."))
    _say(_("Klopt alles? Dan gaat u zo verder:"))
    for command, does in (
        (f"vragenlijst controleer {called}", _("kijken of alles klopt, ook na elke verandering")),
        (f"zelftest --vragenlijst {called}", _("de zelftest proberen")),
        (f"voorlichting --vragenlijst {called}", _("de presentatie bekijken")),
    ):
        click.echo(f"  samenspel {command}")
        _say(does, "      ")


def _wanted(parties: tuple[str, ...], meeting: str | None, about: str | None, *, placed: bool) -> Names:
    """Return the names that were given, or ask for those that were not; ``placed``: where it goes is chosen."""
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    complete = len(parties) == _PARTIES and meeting is not None and about is not None
    if len(parties) > _PARTIES or (not asks and not complete):
        raise click.UsageError(_("Geef twee keer --partij, en één keer --overleg en --voor."))
    first = _given("--partij", parties[0], names.party) if parties else None
    second = (
        _given("--partij", parties[1], lambda typed: names.party(typed, first)) if len(parties) == _PARTIES else None
    )
    place = None if meeting is None else _given("--overleg", meeting, names.meeting)
    whom = None if about is None else _given("--voor", about, names.about)
    if first and second and place and whom:
        wanted = Names((first, second), place, whom, _taken())
        _read_back(wanted)
        return wanted
    _say(_("U maakt een vragenlijst voor twee partijen."))
    _say(_("Typ wat er wordt gevraagd, en druk op Enter. Met Ctrl+C stopt u."))
    while True:
        wanted = _asked(first, second, place, whom, placed=placed)
        _read_back(wanted)
        if _sure():
            return wanted
        first = second = place = whom = None
        _say(_("Er is niets gemaakt. Typ de namen opnieuw."))


def _given(option: str, typed: str, read: Callable[[str], Name]) -> Name:
    """Return the name that an option gave. Raises click.BadParameter: which option cannot be used, and why."""
    try:
        return read(typed)
    except WrongNameError as error:
        raise click.BadParameter(str(error), param_hint=f"{option} ‘{shown(typed)}’") from error


def _asked(first: Name | None, second: Name | None, place: Name | None, whom: Name | None, *, placed: bool) -> Names:
    """Ask what is missing. Raises Refused, as soon as both parties are known: their folder is taken."""
    one = first or _ask(_("De eerste partij, één en meer, zoals leraar/leraren:"), names.party)
    other = second or _ask(
        _("De tweede partij, één en meer, zoals leraar/leraren:"), lambda typed: names.party(typed, one)
    )
    if not placed:
        _free(own_questionnaires() / questionnaire_id((one, other), _taken()))
    place = place or _ask(_("Hun overleg, met de of het, zoals het zorgoverleg:"), names.meeting)
    whom = whom or _ask(_("Voor wie zij samen werken, zoals de leerling/leerlingen:"), names.about)
    return Names((one, other), place, whom, _taken())


def _taken() -> tuple[str, ...]:
    return tuple(ids(builtin_root()))


def _read_back(wanted: Names) -> None:
    """Show the names as they will read, and what is odd about them."""
    _say(_("Zo komen de namen in de zinnen:"))
    for one in (*wanted.parties, wanted.about):
        text = _("een {een}, {lidwoord} {een}, de {meer}")
        _say(text.format(een=one.singular, lidwoord=one.article, meer=one.plural), "  ")
        if one.singular == one.plural:
            _say(_("Let op: één en meer zijn hier hetzelfde."), "    ")
    if {one.id for one in wanted.parties} == {party.id for party in load(find(STANDARD)).asked.parties}:
        _say(_("Dit zijn de partijen van de meegeleverde vragenlijst. Wilt u die houden, met alle cijfers en dia's?"))
        text = _("  samenspel vragenlijst kopieer {id} {nieuw}")
        click.echo(text.format(id=STANDARD, nieuw=wanted.id))
    _say(f"{wanted.meeting.article} {wanted.meeting.singular}", "  ")


def _ask(question: str, read: Callable[[str], Name]) -> Name:
    """Ask until the answer can be used, and return what was read. Raises click.Abort: the person stops."""
    while True:
        try:
            return read(_typed(question))
        except WrongNameError as error:
            _say(str(error), "  ")


def _sure() -> bool:
    """Ask whether the names are right."""
    while (typed := _typed(_("Klopt dit? Typ ja of nee:"), consent=True).strip().lower()) not in {
        _("ja"),
        _("nee"),
        "j",
        "n",
    }:
        pass
    return typed in {_("ja"), "j"}


def _typed(question: str, *, consent: bool = False) -> str:
    """Return the line that somebody types. Raises click.Abort: the person stops."""
    try:
        return prompter_for(plain=wants_plain()).key(_fitted(question), consent=consent)
    except (KeyboardInterrupt, EOFError) as error:
        raise click.Abort from error


def _say(text: str, indent: str = "") -> None:
    click.echo(_fitted(text, indent))


def _fitted(text: str, indent: str = "") -> str:
    """Break ``text`` between its words where the terminal ends, which would break it anywhere."""
    return "\n".join(wrapped(text, max(get_terminal_size().columns - 1, 20), indent))


def _write(folder: Path, wanted: Names) -> None:
    """Write the files next to where they go, see that they are sound, and put the folder in its place."""
    files = read_files(find(STANDARD), (*NAMES, LABELS, RECIPE))
    source = {name: decode(name, raw).replace("\r\n", "\n") for name, raw in files.items()}
    made = derive(source, wanted)
    write(folder, {name: text.replace("$schema=../schema.json", "$schema=schema.json") for name, text in made.items()})
