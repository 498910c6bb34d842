"""``samenspel gegevens``: what this program keeps about a person, and erasing it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import click

from samenspel.cli.base import SURE, CommandGroup, asked_first
from samenspel.cli.groep.common import group_line, open_groups
from samenspel.cli.stored import open_store
from samenspel.exchange.give import report_file
from samenspel.hygiene import one_line
from samenspel.storage import NewerError, StorageError, UnreadableError, inventory
from samenspel.storage.group_files import LABELS
from samenspel.storage.groups import StoredGroup
from samenspel.storage.inventory import Kind
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.storage.shelf import Shelf
from samenspel.taal import _, meervoud
from samenspel.walk import answered


@click.group(
    "gegevens",
    cls=CommandGroup,
    help=_("Zien wat samenspel van u bewaart, en wissen. Alles staat alleen op deze computer."),
)
def command() -> None:
    """Hold the two subcommands."""


@command.command("toon", help=_("Toon elke zelftest, elke groep en elk bestand, met wat erin staat."))
def toon() -> None:
    """Print the self-tests and the groups, then the files; of a group how many there are."""
    store, groups = open_store(), open_groups()
    if not any((inventory.files(store.folder), [*Shelf(store.folder).mine()], [*_rests(store.folder)])):
        click.echo(
            _("Er is nog niets bewaard. Straks staat alles in deze map: {map}").format(map=one_line(store.folder))
        )
        return
    click.echo(_("Alles staat in deze map: {map}").format(map=one_line(store.folder)))
    click.echo("\n" + _("Zelftests, de nieuwste eerst:"))
    for line in [selftest_line(store, selftest) for selftest in store.newest()] or [_("  geen")]:
        click.echo(line)
    for notice in store.notices:
        click.echo(f"  {notice}")
    everyone = groups.all()
    if everyone or groups.notices:
        click.echo("\n" + _("Groepen, met antwoorden van anderen zonder naam, gebied of tijd:"))
        for line in [group_line(groups, stored) for stored in everyone] + groups.notices:
            click.echo(f"  {line}")
    click.echo("\n" + _("Alle bestanden:"))
    for line in _files(store.folder, {stored.id: stored.group.name for stored in everyone}):
        click.echo(line)
    click.echo("\n" + _("Een zelftest wissen: samenspel gegevens wis ID"))
    if everyone or groups.notices:
        click.echo(_("Een groep wissen: samenspel groep wis NAAM"))
    click.echo(_("Een ander bestand wissen: samenspel gegevens wis BESTAND, zoals het hierboven staat"))


@command.command(
    "wis",
    help=_(
        "Wis iets van deze computer. Dit vraagt eerst of u het zeker weet.\n\n"
        "Noem de ID van een zelftest, of een bestand of map zoals ‘samenspel gegevens toon’ die noemt."
    ),
)
@click.argument("what", metavar=_("ID|BESTAND"))
@SURE
def wis(*, what: str, sure: bool) -> None:
    """Erase one self-test, file or folder, after asking."""
    store = open_store()
    path = inventory.named(store.folder, what)
    if path is not None:
        _erase_file(store.folder, path, sure=sure)
    elif report_file.is_leftover(Path(what)):
        _erase_rest(Path(what), sure=sure)
    elif (stored := open_groups().with_draft(what)) is not None:
        _erase_draft(stored, what, sure=sure)
    else:
        _erase_selftest(store, what, sure=sure)


def _erase_selftest(store: SelfTests, selftest_id: str, *, sure: bool) -> None:
    if not sure:
        try:
            click.echo(selftest_line(store, store.read(selftest_id)))
        except (NewerError, UnreadableError) as error:  # it may still be erased
            click.echo(str(error))
    _ask(sure=sure)
    store.delete(selftest_id)
    click.echo(_("Zelftest {id} is gewist.").format(id=selftest_id))
    click.echo(_("Rapporten, en antwoorden die u aan een groep gaf, staan er nog. Wis die zelf."))


def _erase_draft(stored: StoredGroup, draft_id: str, *, sure: bool) -> None:
    if not sure:
        text = _("Antwoorden van iemand die op deze laptop bezig was, voor groep ‘{naam}’.")
        click.echo(text.format(naam=stored.group.name))
    _ask(sure=sure)
    open_groups().drafts(stored.id).delete(draft_id)
    click.echo(_("De antwoorden zijn gewist."))


def _erase_file(folder: Path, path: Path, *, sure: bool) -> None:
    if not sure:
        kinds = [inventory.kind(folder, path)]
        about = _LABELS if path.name == LABELS else _ABOUT.get(kinds[0], _OF_A_GROUP)
        if path.is_dir() and not path.is_symlink() and (within := inventory.files(path)):
            kinds = [inventory.kind(folder, file) for file in within]
            about = meervoud("map met {n} bestand", "map met {n} bestanden", len(within)).format(n=len(within))
        click.echo(f"  {one_line(path)} – {about}")
        if "questionnaire" in kinds:
            click.echo(_("Zelftests en groepen met deze vragen kunt u daarna niet meer bekijken."))
    _ask(sure=sure)
    inventory.erase(folder, path)
    click.echo(_("Gewist: {pad}").format(pad=one_line(path)))


def _erase_rest(path: Path, *, sure: bool) -> None:
    if not sure:
        click.echo(f"  {one_line(path)} – {_REST_OF_A_REPORT}")
    _ask(sure=sure)
    path.unlink()
    click.echo(_("Gewist: {pad}").format(pad=one_line(path)))


def _ask(*, sure: bool) -> None:
    asked_first(
        _("Wissen is niet terug te draaien.") + "\n" + _("Typ ‘ja’ om te wissen"),
        sure=sure,
        without=_("Zonder terminal kan samenspel niet vragen of u het zeker weet. Zet er ‘--ja’ bij om te wissen."),
        nothing=_("Er is niets gewist."),
    )


def selftest_line(store: SelfTests, selftest: SelfTest) -> str:
    """Say in one line which self-test this is: id, questionnaire, and finished or how far."""
    if selftest.finished is not None:
        state = _("af op {dag}").format(dag=f"{selftest.day:%d-%m-%Y}")
    else:
        try:
            done, of = answered(store.questionnaire(selftest), selftest.response)
            state = _("nog niet af: {n} van {van} stellingen beantwoord").format(n=done, van=of)
        except StorageError:
            state = _("nog niet af")
    form = _("korte vorm") if selftest.response.form == "kort" else _("volledige vorm")
    return f"  {selftest.id}  {selftest.questionnaire.id}, {form}, {state}"


_ABOUT: Final[dict[Kind, str]] = {
    "selftest": _("uw antwoorden en toelichtingen, en de stap die u koos"),
    "aside": _("apart gezet: niet te lezen, kan antwoorden bevatten"),
    "leftover": _("rest van wat werd onderbroken, kan antwoorden bevatten"),
    "questionnaire": _("de vragen zoals u ze kreeg; er staat niets van u in"),
    "preferences": _("voorkeuren: de kleuren en de vragenlijst die u koos"),
    "fault": _("waar samenspel vastliep; er staat niets van u in"),
    "help": _("hulpbestand; er staat niets van u in"),
    "other": _("dit bestand kent samenspel niet"),
}
_OF_A_GROUP = _("van een groep")
_LABELS = _("labels bij de open antwoorden van een groep; die antwoorden zelf blijven")
_OWN = _("eigen vragenlijst; er staan geen antwoorden in")
_REST_OF_A_REPORT = _("rest van een rapport of bestand dat werd onderbroken, kan antwoorden bevatten")


def _files(folder: Path, groups: Mapping[str, str]) -> Iterator[str]:
    """Say of each file what it is; of a group (id → name) and of a questionnaire of the person's own by its folder."""
    found: defaultdict[Kind, list[Path]] = defaultdict(list)
    for path in inventory.files(folder):
        found[inventory.kind(folder, path)].append(path)
    for kind, about in _ABOUT.items():
        for path in found[kind]:
            yield f"  {one_line(path.relative_to(folder).as_posix())} – {about}"
    for name, n in _folders(folder, found["group"]):
        text = meervoud(
            "groep ‘{naam}’: {n} bestand met antwoorden, metingen of de groep zelf",
            "groep ‘{naam}’: {n} bestanden met antwoorden, metingen en de groep zelf",
            n,
        )
        yield f"  {one_line(name)} – " + text.format(naam=groups.get(name.split("/")[-1], _("niet te lezen")), n=n)
    for name, n in _folders(folder, found["unfinished"]):
        text = meervoud(
            "rest van een groep die werd gewist: {n} bestand, kan antwoorden bevatten",
            "rest van een groep die werd gewist: {n} bestanden, kunnen antwoorden bevatten",
            n,
        )
        yield f"  {one_line(name)} – " + text.format(n=n)
    shelf = Shelf(folder)
    for one in shelf.mine():
        yield f"  {one_line(one.key)} – {_OWN}{'' if one.questionnaire else '. ' + one.trouble()}"
    for path in found["own"]:
        if not {*shelf.folders()} & {*path.parents}:
            yield f"  {one_line(path.relative_to(folder).as_posix())} – {_ABOUT['other']}"
    for path in _rests(folder):
        yield f"  {one_line(path)} – {_REST_OF_A_REPORT}"


def _folders(folder: Path, paths: list[Path]) -> list[tuple[str, int]]:
    """Return each folder of a group with how many files are in it: their names tell nothing."""
    counted = Counter(path.relative_to(folder).parts[:2] for path in paths)
    return [("/".join(parts), n) for parts, n in sorted(counted.items())]


def _rests(folder: Path) -> Iterator[Path]:
    """Give what a kill left of reports, where these usually go."""
    return report_file.leftovers(outside=folder)
