"""``samenspel gegevens``: what this program keeps about a person, and erasing it."""

from collections import Counter
from pathlib import Path

import click

from samenspel.cli.base import SURE, CommandGroup, asked_first
from samenspel.cli.groep.common import group_line, open_groups
from samenspel.cli.stored import open_store
from samenspel.hygiene import visible
from samenspel.storage import NewerError, StorageError, UnreadableError
from samenspel.storage.groups import Groups
from samenspel.storage.preferences import data_folder
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.storage.shelf import Shelf
from samenspel.taal import _
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
    mine = _own_questionnaires()
    if not store.files() and not groups.files() and not mine:
        click.echo(_("Er is nog niets bewaard. Straks staat alles in deze map: {map}").format(map=store.folder))
        return
    click.echo(_("Alles staat in deze map: {map}").format(map=store.folder))
    click.echo("\n" + _("Zelftests, de nieuwste eerst:"))
    found = [selftest_line(store, selftest) for selftest in store.newest()]
    for line in found or [_("  geen")]:
        click.echo(line)
    for notice in store.notices:
        click.echo(f"  {notice}")
    if groups.files():
        click.echo("\n" + _("Groepen, met antwoorden van anderen zonder naam, gebied of tijd:"))
        for line in [group_line(groups, stored) for stored in groups.all()] + groups.notices:
            click.echo(f"  {line}")
    click.echo("\n" + _("Alle bestanden:"))
    for path in store.files():
        click.echo(f"  {path.relative_to(store.folder)} – {_about(store, path)}")
    for line in [*_folders(groups), *mine]:
        click.echo(line)
    click.echo("\n" + _("Een zelftest wissen: samenspel gegevens wis ID"))
    if groups.files():
        click.echo(_("Een groep wissen: samenspel groep wis NAAM"))


@command.command("wis", help=_("Wis een zelftest van deze computer. Dit vraagt eerst of u het zeker weet."))
@click.argument("selftest_id", metavar="ID")
@SURE
def wis(*, selftest_id: str, sure: bool) -> None:
    """Erase one self-test, after asking."""
    store = open_store()
    if not sure:
        try:
            click.echo(selftest_line(store, store.read(selftest_id)))
        except (NewerError, UnreadableError) as error:  # it may still be erased
            click.echo(str(error))
    asked_first(
        _("Wissen is niet terug te draaien.") + "\n" + _("Typ ‘ja’ om te wissen"),
        sure=sure,
        without=_("Zonder terminal kan samenspel niet vragen of u het zeker weet. Zet er ‘--ja’ bij om te wissen."),
        nothing=_("Er is niets gewist."),
    )
    store.delete(selftest_id)
    click.echo(_("Zelftest {id} is gewist.").format(id=selftest_id))
    click.echo(_("Rapporten die u zelf hebt bewaard of doorgegeven, staan er nog. Wis die zelf."))


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


def _about(store: SelfTests, path: Path) -> str:
    match store.kind(path):
        case "questionnaire":
            return _("de vragen zoals u ze kreeg; er staat niets van u in")
        case "preferences":
            return _("voorkeuren: de kleuren en de vragenlijst die u koos")
        case "help":
            return _("hulpbestand; er staat niets van u in")
        case "selftest":
            return _("uw antwoorden en toelichtingen")
        case _:
            return _("apart gezet: niet te lezen, kan antwoorden bevatten")


def _own_questionnaires() -> list[str]:
    """Say which questionnaires of the person's own are there, and what is wrong with them."""
    whole = _("eigen vragenlijst; er staan geen antwoorden in")
    mine = Shelf(data_folder()).mine()
    return [visible(f"  {one.key} – {whole}{'' if one.questionnaire else '. ' + one.trouble()}") for one in mine]


def _folders(groups: Groups) -> list[str]:
    """Say for each folder of a group how many files are in it: their names tell nothing, and there may be thousands."""
    names = {stored.id: stored.group.name for stored in groups.all()}
    counted = Counter(path.relative_to(groups.folder).parts[:2] for path in groups.files())
    text = _("  {map} – groep ‘{naam}’: {n} bestanden met antwoorden, metingen en de groep zelf")
    unknown = _("niet te lezen")
    return [
        text.format(map="/".join(parts), naam=names.get(parts[-1], unknown), n=n)
        for parts, n in sorted(counted.items())
    ]
