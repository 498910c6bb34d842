"""``samenspel zelftest``: straight into the self-test, in the app or in line mode."""

import click

from samenspel.cli.app import at_terminal, is_heard, open_app, wants_plain
from samenspel.cli.base import Command
from samenspel.cli.stored import chosen_questionnaire, load_questionnaire, open_store
from samenspel.line import prompter_for, walk_through
from samenspel.response import Form
from samenspel.taal import _


@click.command(
    "zelftest",
    cls=Command,
    help=_(
        "De zelftest doen. Elk antwoord wordt meteen bewaard. U kunt altijd stoppen en later verdergaan.\n\n"
        "Met --regel stelt samenspel de vragen één voor één onder elkaar. "
        "Zet ACCESSIBLE=1 voor gewone tekst, zonder menu's met pijltjes."
    ),
)
@click.option("--kort", is_flag=True, help=_("De korte vorm, met minder stellingen."))
@click.option("--vragenlijst", metavar=_("ID|MAP"), help=_("De id of de map. Anders: de vragenlijst die u koos."))
@click.option(
    "--regel", is_flag=True, help=_("Vraag na vraag, zonder de schermen van de app. Werkt ook zonder terminal.")
)
@click.pass_context
def command(context: click.Context, *, kort: bool, vragenlijst: str | None, regel: bool) -> None:
    """Choose between the app and line mode."""
    form: Form | None = "kort" if kort else None
    if not (regel or (at_terminal() and wants_plain())):
        open_app(start="selftest", form=form, questionnaire=vragenlijst)
        return

    store = open_store()
    context.exit(
        walk_through(
            store,
            prompter_for(plain=wants_plain() or not at_terminal(), spoken=is_heard()),
            load_questionnaire=lambda: (
                load_questionnaire(store, vragenlijst) if vragenlijst else chosen_questionnaire()
            ),
            named=vragenlijst is not None,
            form=form,
        )
    )
