"""``samenspel zelftest``: straight into the self-test, in the app or in line mode."""

from datetime import datetime

import click

from samenspel import finishing
from samenspel.cli.app import at_terminal, is_heard, open_app, require_screen, wants_plain
from samenspel.cli.base import Command
from samenspel.cli.stored import chosen_questionnaire, load_questionnaire, open_store
from samenspel.cli.trouble import Refused, WrongPlaceError
from samenspel.finishing import NotReopenedError
from samenspel.line import prompter_for, walk_through
from samenspel.response import Form
from samenspel.storage.selftests import RECENT, SelfTest, SelfTests
from samenspel.taal import _


@click.command(
    "zelftest",
    cls=Command,
    help=_(
        "De zelftest doen. Elk antwoord wordt meteen bewaard. U kunt altijd stoppen en later verdergaan.\n\n"
        "Met --regel stelt samenspel de vragen één voor één onder elkaar. "
        "Zet ACCESSIBLE=1 voor gewone tekst, zonder menu's met pijltjes.\n\n"
        "Met --heropen gaat u terug naar de zelftest die u vandaag afrondde. Uw antwoorden blijven staan. Het kan niet "
        "meer als u de antwoorden aan een groep gaf."
    ),
)
@click.option("--kort", is_flag=True, help=_("De korte vorm, met minder stellingen."))
@click.option("--vragenlijst", metavar=_("ID|MAP"), help=_("De id of de map. Anders: de vragenlijst die u koos."))
@click.option(
    "--regel", is_flag=True, help=_("Vraag na vraag, zonder de schermen van de app. Werkt ook zonder terminal.")
)
@click.option("--heropen", is_flag=True, help=_("De zelftest die u vandaag afrondde, weer openen."))
@click.pass_context
def command(context: click.Context, *, kort: bool, vragenlijst: str | None, regel: bool, heropen: bool) -> None:
    """Choose between the app and line mode."""
    form: Form | None = "kort" if kort else None
    if heropen and (kort or vragenlijst):
        raise WrongPlaceError(_("--heropen gaat verder met de zelftest zoals die is, zonder --kort en --vragenlijst."))
    if not (regel or (at_terminal() and wants_plain())):
        require_screen()  # before anything is opened again
        open_app(
            start="selftest",
            form=form,
            questionnaire=vragenlijst,
            selftest=_reopened(open_store()) if heropen else None,
        )
        return

    store = open_store()
    selftest = _reopened(store) if heropen else None
    context.exit(
        walk_through(
            store,
            prompter_for(plain=wants_plain() or not at_terminal(), spoken=is_heard()),
            load_questionnaire=lambda: (
                load_questionnaire(store, vragenlijst) if vragenlijst is not None else chosen_questionnaire()
            ),
            named=vragenlijst is not None,
            form=form,
            selftest=selftest,
            somebody_there=at_terminal(),
        )
    )


def _reopened(store: SelfTests) -> SelfTest:
    """Open the self-test that was finished last today again; which one was begun last does not matter.

    Raises:
        Refused: there is none, or it may not be reopened; the message says why.
    """
    now = datetime.now()  # noqa: DTZ005 - the wall clock of who answers
    of_today = [one for one in store.newest(RECENT) if finishing.finished_on(one, now.date())]
    found = max(of_today, key=lambda one: one.finished or "", default=None) or store.latest()
    busy = store.latest(finished=False)
    for notice in store.notices:
        click.echo(notice, err=True)
    still = _("Er is wel een zelftest die nog open is. Daarmee gaat u verder met ‘samenspel zelftest’.") if busy else ""
    if found is None:
        raise Refused(" ".join(filter(None, (_("Er is geen zelftest die af is."), still))))
    try:
        return finishing.reopen(store, found.id, now)
    except NotReopenedError as error:
        raise Refused(" ".join(filter(None, (str(error), still)))) from error
