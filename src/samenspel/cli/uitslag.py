"""``samenspel uitslag``: scores and advice of one self-test, as text or as JSON."""

import click

from samenspel.cli.app import is_heard
from samenspel.cli.base import Command
from samenspel.cli.stored import SELFTEST, open_store, pick, tell_day
from samenspel.exchange.give.json_results import result, to_json
from samenspel.first_step import TEXT_LIMIT, in_a_line
from samenspel.line.results import results_text
from samenspel.taal import _


@click.command(
    "uitslag",
    cls=Command,
    help=_(
        "Scores en adviezen van een zelftest.\n\n"
        "Zonder ID krijgt u de laatste die af is; is er geen, dan de laatste. "
        "De ID's ziet u met ‘samenspel gegevens toon’."
    ),
)
@SELFTEST
@click.option("--json", "as_json", is_flag=True, help=_("Als JSON, met getallen die niet zijn afgerond."))
def command(*, selftest_id: str | None, as_json: bool) -> None:
    """Print the results of the self-test."""
    store = open_store()
    selftest = pick(store, selftest_id)
    questionnaire = store.questionnaire(selftest)
    if as_json:
        click.echo(to_json(result(questionnaire, selftest.response, selftest.id)))
        return

    tell_day(selftest)
    click.echo(results_text(store, questionnaire, selftest, spoken=is_heard()))
    if selftest.step is not None:
        click.echo("\n" + in_a_line(selftest.step, TEXT_LIMIT))
