"""click's own texts in Dutch.

click looks its texts up with ``gettext``, which only finds a translation when the machine is set to Dutch. Our users
get Dutch whatever their machine says, so click's modules are given this dictionary to look in instead.
"""

from types import ModuleType
from typing import Final

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from samenspel.hygiene import one_line
from samenspel.taal import _

_MODULES: Final[tuple[ModuleType, ...]] = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)

_EXTRA: Final = _("Dit hoort er niet bij: {args}. Zet een naam met spaties tussen aanhalingstekens.")
TEXTS: Final = {
    "Aborted!": _("Gestopt."),
    "Options": _("Opties"),
    "Positional arguments": _("Gegevens"),
    "Commands": _("Opdrachten"),
    "required": _("verplicht"),
    "Missing command.": _("Er hoort nog een opdracht achter."),
    "Usage:": _("Gebruik:"),
    "Error: {message}": _("Fout: {message}"),
    "Try '{command} {option}' for help.": _("Uitleg krijgt u met ‘{command} {option}’."),
    "Show this message and exit.": _("Toon deze uitleg."),
    "Show the version and exit.": _("Toon de versie."),
    "No such option {name!r}.": _("De optie {name} bestaat niet."),
    "Did you mean {possibility}?": _("Bedoelde u {possibility}?"),
    "(Did you mean one of: {possibilities}?)": _("Bedoelde u een van deze: {possibilities}?"),
    "Missing argument": _("Er ontbreekt iets:"),
    "Missing option": _("Deze optie ontbreekt:"),
    "Missing parameter": _("Er ontbreekt iets:"),
    "Invalid value: {message}": _("Dit kan niet: {message}"),
    "Invalid value for {param_hint}: {message}": _("{param_hint} kan zo niet: {message}"),
    "Got unexpected extra argument ({args})": _EXTRA,
    "Got unexpected extra arguments ({args})": _EXTRA,
    "Option {name!r} does not take a value.": _("Achter de optie {name} hoort geen waarde."),
    "Option {name!r} requires an argument.": _("Achter de optie {name} hoort nog een waarde."),
    "Option {name!r} requires {nargs} arguments.": _("Achter de optie {name} horen {nargs} waarden."),
    "{name} {filename!r} does not exist.": _("‘{filename}’ bestaat niet."),
    "{name} {filename!r} is a file.": _("‘{filename}’ is een bestand."),
    "{name} {filename!r} is a directory.": _("‘{filename}’ is een map."),
}
"""click's text → ours. What click can only say about other commands than ours is left out."""


def speak_dutch() -> None:
    """Make click speak Dutch in this process. Doing it again changes nothing."""
    for module in _MODULES:
        vars(module).update(_=_translated, ngettext=_translated_number)


class _Said(str):
    """A text of click's, in which what somebody typed ends no line."""

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        typed = {name: one_line(values[name]) for name in ("name", "args", "filename") if name in values}
        return super().format(*args, **values | typed)


def _translated(text: str) -> str:
    return _Said(TEXTS.get(text, text))


def _translated_number(one: str, more: str, number: int) -> str:
    return _translated(one if number == 1 else more)
