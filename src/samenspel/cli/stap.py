"""``samenspel stap``: the first step that was chosen after a self-test; chosen here too, and put into a calendar."""

import click

from samenspel.cli.app import at_terminal, is_heard, wants_plain
from samenspel.cli.base import Command, today
from samenspel.cli.output import REPLACE, OutFile
from samenspel.cli.stored import SELFTEST, open_store, pick, tell_day
from samenspel.cli.trouble import Refused, WrongPlaceError
from samenspel.exchange.give.calendar import SUFFIX, step_calendar, step_name
from samenspel.hygiene import one_line
from samenspel.line import prompter_for
from samenspel.line.prompter import Prompter
from samenspel.line.step import ask_how_it_went, ask_step, show_step
from samenspel.session import change_step
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _


@click.command(
    "stap",
    cls=Command,
    help=_(
        "De eerste stap die u koos na een zelftest. Is er nog geen? Dan kiest u die hier, in een terminal.\n\n"
        "Zonder ID krijgt u de stap bij de laatste zelftest die af is. "
        "De ID's ziet u met ‘samenspel gegevens toon’. De stap is van u: hij gaat niet naar een groep."
    ),
)
@SELFTEST
@click.option("--verander", "anew", is_flag=True, help=_("Kies een andere stap, of een andere dag."))
@click.option(
    "--agenda", "out", metavar=_("BESTAND"), help=_("Bewaar de stap ook als bestand voor uw agenda, op .ics.")
)
@REPLACE
def command(*, selftest_id: str | None, anew: bool, out: str | None, replace: bool) -> None:
    """Show the step, after asking for one where there is none, and write the calendar file."""
    if out is not None and not out.strip():  # without a name nothing would be written, and nothing said
        raise WrongPlaceError(_("Zet achter --agenda de naam van het bestand, op {eind}.").format(eind=SUFFIX))
    target = OutFile(out, (SUFFIX,), replace=replace)
    store = open_store()
    selftest = pick(store, selftest_id)
    if selftest.finished is None:
        raise Refused(_("Deze zelftest is nog niet af. Een eerste stap kiest u na de uitslag."))
    prompter = prompter_for(plain=wants_plain() or not at_terminal(), spoken=is_heard())
    if anew or selftest.step is None:
        selftest = _chosen(store, prompter, selftest)
    elif at_terminal() and selftest.step.due(today()):
        ask_how_it_went(store, prompter, selftest, today())
        selftest = store.read(selftest.id)
    if selftest.step is None:
        raise Refused(_("Er is geen stap gekozen."))
    show_step(prompter, selftest.step)
    if target.path is not None:
        content = step_calendar(selftest.step, selftest.id, today())
        path = target.put(content, step_name(selftest.step), SUFFIX)
        click.echo(_("De stap staat als bestand voor uw agenda in {pad}").format(pad=one_line(path.absolute())))
        click.echo(_("Open dat bestand, dan neemt uw agenda het over. Wie uw agenda ziet, kan de stap lezen."))


def _chosen(store: SelfTests, prompter: Prompter, selftest: SelfTest) -> SelfTest:
    """Let the person choose a step. Raises Refused: there is no terminal to ask at."""
    if not at_terminal():
        text = _("Bij deze zelftest is nog geen stap gekozen. Kies er een met ‘samenspel stap’ in een terminal.")
        if selftest.step is not None:
            text = _("Een stap veranderen kan alleen in een terminal, met ‘samenspel stap --verander’.")
        raise Refused(text)
    tell_day(selftest)
    if selftest.step is not None:
        show_step(prompter, selftest.step)
    step = ask_step(prompter, store.questionnaire(selftest), selftest, today())
    return selftest if step is None else change_step(store, selftest.id, lambda _before: step)
