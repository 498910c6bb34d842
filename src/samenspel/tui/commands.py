"""The menu (command palette), in Dutch: what the screen can do, the colours, help and stopping."""

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import App, SystemCommand
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from samenspel.taal import _
from samenspel.tui.kit.screen import GuardedScreen
from samenspel.tui.themes import NAMES


class Palette(GuardedScreen[None], CommandPalette):
    """The menu's window."""


def commands(app: App[None], screen: Screen[object], choose_theme: Callable[[str], None]) -> Iterable[SystemCommand]:
    """Give the menu of ``screen``: every key that has a description, then the colours."""
    seen = {"command_palette"}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if binding.show and active.enabled and binding.action not in seen and not key.isdigit():
            seen.add(binding.action)
            yield SystemCommand(
                binding.description[:1].upper() + binding.description[1:],
                _("toets: {toets}").format(toets=app.get_key_display(binding)),
                partial(app.run_action, binding.action, active.node),
            )
    for theme, name in NAMES.items():
        yield SystemCommand(
            _("Kleuren: {naam}").format(naam=name),
            _("andere kleuren (met F3 krijgt u de volgende)"),
            partial(choose_theme, theme),
        )
    yield SystemCommand(_("Afsluiten"), _("toets: ctrl+q; alles blijft bewaard"), app.action_quit)


class Commands(Provider):
    """Offers the menu's commands; when nothing matches it says so in Dutch."""

    async def discover(self) -> Hits:
        """Give every command, in the order of the menu."""
        for name, help_text, callback, _discover in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(name, callback, help=help_text)

    async def search(self, query: str) -> Hits:
        """Give the commands that match ``query``."""
        matcher = self.matcher(query)
        found = False
        for name, help_text, callback, _discover in self.app.get_system_commands(self.screen):
            if (match := matcher.match(name)) > 0:
                found = True
                yield Hit(match, matcher.highlight(name), callback, help=help_text)
        if not found:
            yield Hit(0.01, _("Niets gevonden"), _nothing, help=_("probeer een ander woord"))


def _nothing() -> None:
    """Do what *nothing found* does when chosen."""
