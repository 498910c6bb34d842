"""The command ``samenspel``: one small module for each subcommand, imported only when it is used.

    samenspel             opens the app
    samenspel zelftest    straight into the self-test
    …                     see ``DOORS``

Exit codes: 0 done, 1 the work could not be done, 2 the call was wrong.
"""

import io
import os
import sys
from pathlib import Path
from typing import Final

import click

from samenspel import __version__
from samenspel.cli.base import RootGroup
from samenspel.cli.dutch import speak_dutch
from samenspel.cli.gate import gated
from samenspel.cli.trouble import Refused
from samenspel.refusals import not_done
from samenspel.taal import _

speak_dutch()

DOORS: Final = {
    "zelftest": ("samenspel.cli.zelftest", _("De zelftest doen.")),
    "uitslag": ("samenspel.cli.uitslag", _("Scores en adviezen van een zelftest.")),
    "rapport": ("samenspel.cli.rapport", _("Het rapport van een zelftest, als PDF of HTML.")),
    "stap": ("samenspel.cli.stap", _("De eerste stap die u koos na een zelftest, ook voor uw agenda.")),
    "verwerk": (
        "samenspel.cli.verwerk",
        _("Formulieren van anderen verwerken: overgetypt, of ingevuld als PDF."),
    ),
    "groep": ("samenspel.cli.groep", _("Samen vergelijken: een groep, de metingen en de uitslag.")),
    "delen": ("samenspel.cli.delen", _("Uw antwoorden als bestand, om aan de begeleider van een groep te geven.")),
    "code": ("samenspel.cli.code", _("Uw antwoorden als code, om over te schrijven of voor te lezen.")),
    "voorlichting": ("samenspel.cli.voorlichting", _("Een presentatie voor een zaal, en papier om uit te delen.")),
    "vragenlijst": ("samenspel.cli.vragenlijst", _("Voor trainers: een vragenlijst maken, controleren of printen.")),
    "gegevens": ("samenspel.cli.gegevens", _("Zien wat samenspel van u bewaart, en wissen.")),
    "demo": ("samenspel.cli.demo", _("Een verzonnen zelftest en een verzonnen groep, om te zien wat u krijgt.")),
}
"""Every subcommand: where it is, and its line in the help."""


@click.group(
    cls=RootGroup,
    doors=DOORS,
    invoke_without_command=True,
    help=_(
        "Een zelftest over de samenwerking tussen twee organisaties, met advies op maat.\n\n"
        "Zonder opdracht opent samenspel het beginscherm. "
        "Uw antwoorden blijven op deze computer."
    ),
    epilog=_("Uitleg bij een opdracht: samenspel OPDRACHT --help"),
)
@click.version_option(
    __version__, "--version", message=_("samenspel, versie %(version)s"), help=_("Toon de versie en stop.")
)
@click.pass_context
def cli(context: click.Context) -> None:
    """Open the app when no subcommand is given."""
    if context.invoked_subcommand is None:
        from samenspel.cli.app import open_app

        open_app()


def main() -> None:
    """Run the command and exit."""
    _prepare_streams()
    with gated():
        try:
            cli(prog_name="samenspel")
        except OSError as error:  # before a command began, such as `--help` onto a full disk
            Refused(not_done(error)).show()
        except Exception as error:  # noqa: BLE001 - whatever it is, Python would tell it with what somebody answered
            from samenspel.cli.fault import tell

            tell(error)
        sys.exit(1)


def _prepare_streams() -> None:
    """Read and write UTF-8 in files and pipes; show ``?`` for what a terminal lacks.

    A missing input is an empty one; a missing output is one that nobody reads.
    """
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it stays open to the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - idem
    if sys.platform == "win32" and isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # else each é becomes two letters there
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
