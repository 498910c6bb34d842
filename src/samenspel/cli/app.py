"""Opening the app, or saying why it cannot open here and what can."""

import os
import sys
from collections.abc import Callable
from typing import Literal

import click

from samenspel.cli.stored import chosen_questionnaire, load_questionnaire, open_store
from samenspel.cli.trouble import WrongPlaceError, refusing
from samenspel.presenting.pages import Deck
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.storage.selftests import SelfTest
from samenspel.taal import _


def open_app(
    *,
    start: Literal["home", "selftest", "presenting"] = "home",
    form: Form | None = None,
    questionnaire: str | None = None,
    selftest: SelfTest | None = None,
    made: Callable[[], tuple[Questionnaire, Deck]] | None = None,
) -> None:
    """Run the app in this terminal until the person stops it.

    Args:
        start: the first screen.
        form: the form chosen beforehand, if any: of the self-test, or short for a presentation.
        questionnaire: id or folder; None is the one that the person chose.
        selftest: the open one to go on with at once, where ``start`` is the self-test.
        made: gives what was asked and the pages of a group's result, which are presented.
    """
    require_screen()
    with refusing():
        from samenspel.tui.app import run  # here, and nowhere else: a command that draws no screen loads no Textual

        store = open_store()
        # What is wrong with a questionnaire is said before the screen is taken over. The start screen says it itself.
        named = load_questionnaire(store, questionnaire) if questionnaire is not None else None
        pages = None
        if made is not None:
            named, pages = made()
        if start != "home" and not named and selftest is None:
            chosen_questionnaire()
        click.echo(
            run(
                store,
                load_questionnaire=(lambda: named) if named else None,
                start=start,
                form=form,
                selftest=selftest,
                made=pages,
            )
        )


def require_screen() -> None:
    """Leave with exit code 2, and a way that does work, where the app cannot be shown."""
    if not at_terminal():
        raise WrongPlaceError(
            _("De app heeft een terminal nodig, en die is hier niet. Zonder terminal werken wel: {opdrachten}.").format(
                opdrachten=_(
                    "zelftest --regel, uitslag, rapport, stap, verwerk, groep, delen, code, voorlichting --uitdelen, "
                    "voorlichting --html, vragenlijst, gegevens en demo"
                )
            )
        )
    if wants_plain():
        raise WrongPlaceError(
            _("De app is hier niet te gebruiken (ACCESSIBLE of TERM=dumb). Gebruik ‘samenspel zelftest --regel’.")
        )


def at_terminal() -> bool:
    """Say whether a person sits at both ends: keyboard and screen."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def wants_plain() -> bool:
    """Say whether nothing may be redrawn: a screen reader, or a terminal that cannot."""
    return is_heard() or os.environ.get("TERM") == "dumb"


def is_heard() -> bool:
    """Say whether a screen reader reads out what is printed (``ACCESSIBLE``): words only, and nothing drawn."""
    return bool(os.environ.get("ACCESSIBLE"))
