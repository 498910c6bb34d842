"""What the subcommands of ``groep`` share: the store, a group's numbers in words, and reading a number."""

import sys
from typing import TYPE_CHECKING

import click

from samenspel.cli.trouble import Refused, WrongPlaceError
from samenspel.taal import _, meervoud

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from samenspel.group.model import Wave
    from samenspel.questionnaire.model import Questionnaire
    from samenspel.storage.groups import Groups, StoredGroup

NAME = click.argument("name", metavar=_("NAAM"))
WAVE = _("Het nummer van de meting. Anders: de laatste.")


def open_groups() -> "Groups":
    """Return the store of groups; the disk is not touched yet. Raises StorageError: there is no place for it."""
    from samenspel.storage.groups import Groups
    from samenspel.storage.places import data_folder

    return Groups(data_folder())


def told_notices(groups: "Groups", more: "Iterable[str]" = ()) -> None:
    """Say on stderr what the store skipped, and ``more``."""
    for notice in dict.fromkeys((*groups.notices, *more)):
        click.echo(notice, err=True)


def today() -> "date":
    """Return the day of today, on the person's own clock."""
    from datetime import datetime

    return datetime.now().astimezone().date()


def numbers(questionnaire: "Questionnaire", counts: dict[str, int], minimum: int) -> str:
    """Say how many responses there are, and of each party.

    Below ``minimum`` no more than that is said of a party, also when it has nobody; and nothing of another role, which
    does not count then.
    """
    from samenspel.questionnaire.model import OTHER_ROLE

    total = sum(counts.values())
    whole = meervoud("{n} antwoord", "{n} antwoorden", total).format(n=total)
    if not total:
        return whole
    less = _("minder dan {k}").format(k=minimum)
    names = {party.id: party.plural for party in questionnaire.asked.parties}
    if counts.get(OTHER_ROLE, 0) >= minimum:
        names[OTHER_ROLE] = questionnaire.asked.context.other_role
    parts = [f"{name}: {n if (n := counts.get(party, 0)) >= minimum else less}" for party, name in names.items()]
    return f"{whole} ({', '.join(parts)})"


def wave_of(stored: "StoredGroup", number: int | None) -> "Wave":
    """Return wave ``number`` of a group, or the last one. Raises Refused: there is no such wave."""
    if number is None:
        return stored.wave
    if number > len(stored.waves):
        text = meervoud("Deze groep heeft {n} meting.", "Deze groep heeft {n} metingen.", len(stored.waves))
        raise Refused(text.format(n=len(stored.waves)))
    return stored.waves[number - 1]


def revealed_before(stored: "StoredGroup", wave: "Wave") -> "Wave | None":
    """Return the last revealed wave before ``wave``, if there is one."""
    return next((one for one in reversed(stored.waves[: wave.number - 1]) if one.released is not None), None)


def asked_first(question: str, *, sure: bool, without: str, nothing: str) -> None:
    """Let the person type ``ja``, unless they are sure already.

    Raises:
        WrongPlaceError: there is no terminal to ask at (``without`` says what to do).
        Refused: they did not type it (``nothing`` says that nothing happened).
    """
    if sure:
        return
    if not sys.stdin.isatty():
        raise WrongPlaceError(without)
    if click.prompt(question, default="", show_default=False).strip().lower() != "ja":
        raise Refused(nothing)


def whole_number(least: int = 1, most: int = 9_999) -> "Callable[..., int | None]":
    """Return a callback for an option that takes a number from ``least`` to ``most``."""

    def read(_context: click.Context, _parameter: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        if value.isascii() and value.isdigit() and len(value) < len(str(most)) + 1 and least <= int(value) <= most:
            return int(value)
        raise click.BadParameter(_("geef een getal van {laag} tot en met {hoog}.").format(laag=least, hoog=most))

    return read
