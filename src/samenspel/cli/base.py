"""What all our commands share: Dutch help, a suggestion for a misspelt name, one clear line when it cannot be done.

And asking first, before what cannot be undone.
"""

import sys
from datetime import date, datetime
from importlib import import_module
from typing import Any, Final, NoReturn

import click

from samenspel import hygiene
from samenspel.cli.gate import gated
from samenspel.cli.trouble import Declined, WrongPlaceError, refusing
from samenspel.keyboard import in_time, keyboard
from samenspel.taal import _, opsomming

CONTEXT: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
SURE: Final = click.option("--ja", "sure", is_flag=True, help=_("Niet vragen. Zonder terminal is dit nodig."))
"""The option of a command that asks first."""


def asked_first(question: str, *, sure: bool, without: str, nothing: str) -> None:
    """Let the person type ``ja``, unless they are sure already.

    Raises:
        WrongPlaceError: there is no terminal to ask at (``without`` says what to do).
        Declined: they did not type it (``nothing`` says that nothing happened).
    """
    if sure:
        return
    if not sys.stdin.isatty():
        raise WrongPlaceError(without)
    if not agreed(question):
        raise Declined(nothing)


def agreed(question: str) -> bool:
    """Let the person at the terminal type ``ja``; anything else is *no*."""
    typed = in_time(lambda: str(click.prompt(question, default="", show_default=False)), keyboard().drop, click.echo)
    return typed.strip().lower() == "ja"


def today() -> date:
    """Return the day of today, on the person's own clock."""
    return datetime.now().astimezone().date()


class Command(click.Command):
    """A command whose known troubles become one clear message instead of a traceback."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever click takes
        kwargs.setdefault("context_settings", CONTEXT)
        kwargs.setdefault("options_metavar", _("[OPTIES]"))
        super().__init__(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command. Raises Refused."""
        with refusing():
            return super().invoke(ctx)


class CommandGroup(click.Group):
    """A group of commands; a name that does not exist gets a suggestion."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever click takes
        kwargs.setdefault("context_settings", CONTEXT)
        kwargs.setdefault("options_metavar", _("[OPTIES]"))
        kwargs.setdefault("subcommand_metavar", _("OPDRACHT …"))
        super().__init__(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed. Raises click.UsageError, with what was probably meant.

        ``help`` before a command is ``--help`` behind it, as many people try it.
        """
        if args == ["help"] or args[:2] == ["help", "help"]:
            click.echo(ctx.get_help())
            ctx.exit()
        if args[0] == "help":
            return self.resolve_command(ctx, [*args[1:], "--help"])
        if args[0] not in self.list_commands(ctx):
            self._unknown(ctx, args[0])
        return super().resolve_command(ctx, args)

    def _unknown(self, ctx: click.Context, name: str) -> NoReturn:
        from difflib import get_close_matches  # here: `--help`, which compares nothing, must be there at once

        known = self.list_commands(ctx)
        message = _("De opdracht ‘{naam}’ bestaat niet.").format(naam=hygiene.clean(name[:40]))
        if near := get_close_matches(name, known, 1):
            message += " " + _("Bedoelde u ‘{naam}’?").format(naam=near[0])
        else:
            message += " " + _("Kies uit: {namen}.").format(namen=opsomming(known, _("of")))
        ctx.fail(message)


class LazyGroup(CommandGroup):
    """A group that imports a command only when it is used, so that its help is there at once.

    ``doors`` maps the name of a command to the module that holds it (as ``command``) and its line in the help.
    """

    def __init__(self, *args: Any, doors: dict[str, tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 - idem
        super().__init__(*args, **kwargs)
        self._doors = doors

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Return the names, in the order of the help."""
        return list(self._doors)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """Import the command with this name; None when there is none."""
        if cmd_name not in self._doors:
            return None
        command = import_module(self._doors[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - idem
        """Write the list of commands without importing any."""
        with formatter.section(_("Opdrachten")):
            formatter.write_dl([(name, line) for name, (_module, line) in self._doors.items()])


class RootGroup(LazyGroup):
    """The group that holds all: whatever is printed in it, click's own complaints too, passes the gate."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as click has it
        """Run what was typed."""
        with gated():
            return super().main(*args, **kwargs)
