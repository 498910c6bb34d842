"""``samenspel groep maak``: a new group, with what will be visible told beforehand."""

import click

from samenspel.cli.app import at_terminal
from samenspel.cli.base import Command, asked_first, today
from samenspel.cli.groep.common import NAME, open_groups, whole_number
from samenspel.cli.stored import load_questionnaire
from samenspel.cli.trouble import Refused
from samenspel.collecting.forecast import told
from samenspel.group.anonymity import DEFAULT_MINIMUM, MINIMA
from samenspel.group.founding import checked_group
from samenspel.hygiene import TooLongError, one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _

_MOST_EXPECTED = 1_000


@click.command(
    "maak",
    cls=Command,
    help=_(
        "Een groep maken.\n\n"
        "Met --verwacht geeft u op hoeveel mensen u verwacht: de id van een partij, een = en een getal. "
        "Dan ziet u wat er straks zichtbaar is. Het minimum ligt vast zodra het eerste antwoord er is."
    ),
)
@NAME
@click.option(
    "--minimum",
    metavar="K",
    default=str(DEFAULT_MINIMUM),
    callback=whole_number(MINIMA[0], MINIMA[-1]),
    help=_("Een cijfer staat er pas als zoveel mensen antwoord gaven: 3 tot en met 20. Anders: 5."),
)
@click.option("--vragenlijst", metavar=_("ID|MAP"), help=_("Een andere vragenlijst: de id of de map."))
@click.option("--gebied", "area", metavar=_("TEKST"), default="", help=_("Het gebied waar de groep werkt."))
@click.option(
    "--verwacht", "expected", metavar=_("PARTIJ=N"), multiple=True, help=_("Hoeveel mensen u verwacht; per partij.")
)
@click.option(
    "--open-tafel",
    "open_table",
    is_flag=True,
    help=_("Niet anoniem: voor een groep kleiner dan het minimum, als iedereen dat vooraf goedvindt."),
)
def command(  # noqa: PLR0913 - an argument for each option
    *, name: str, minimum: int, vragenlijst: str | None, area: str, expected: tuple[str, ...], open_table: bool
) -> None:
    """Make the group and tell what will be visible."""
    questionnaire = load_questionnaire(None, vragenlijst)
    given = _given(questionnaire, expected) if expected or not at_terminal() else _asked(questionnaire)
    try:
        group = checked_group(name, minimum=minimum, area=area, expected=given, open_table=open_table)
    except TooLongError as error:
        text = _("Het gebied heeft {lengte} tekens. Hooguit {grens} mag.")
        raise Refused(text.format(lengte=error.length, grens=error.limit)) from error
    if open_table and at_terminal():
        click.echo(
            _(
                "Bij een open tafel zijn alle cijfers te zien. Anderen kunnen zien wat één persoon antwoordde. "
                "Lees dit hardop voor aan iedereen die meedoet."
            )
        )
        asked_first(
            _("Typ ‘ja’ als iedereen aan tafel akkoord is"),
            sure=False,
            without="",
            nothing=_("Er is geen groep gemaakt."),
        )
    stored = open_groups().create(group, questionnaire, today())
    click.echo(_("De groep ‘{naam}’ is gemaakt. Meting 1 verzamelt antwoorden.").format(naam=stored.group.name))
    click.echo("\n" + "\n".join(told(questionnaire, stored.group)))
    click.echo(
        "\n"
        + _(
            "Antwoorden krijgt u als bestand (‘samenspel delen’), als code (‘samenspel code’), op papier of op deze "
            "laptop. Wie zo'n bestand, code of formulier in handen heeft, kan het lezen."
        )
        + ("" if open_table else " " + _("De uitslag laat geen persoon zien."))
    )


def _given(questionnaire: Questionnaire, expected: tuple[str, ...]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for one in expected:
        party, _sign, number = one.partition("=")
        known = [party.id for party in questionnaire.asked.parties]
        if party not in known:
            raise click.BadParameter(
                _("‘{partij}’ is geen partij. Schrijf het zo: {voorbeeld}.").format(
                    partij=one_line(party[:40]), voorbeeld=_(" of ").join(f"{party}=8" for party in known)
                ),
                param_hint="--verwacht",
            )
        if not (number.isascii() and number.isdigit() and len(number) < 5 and int(number) <= _MOST_EXPECTED):  # noqa: PLR2004
            raise click.BadParameter(
                _("achter {partij}= hoort een getal van 0 tot en met {hoog}.").format(
                    partij=party, hoog=_MOST_EXPECTED
                ),
                param_hint="--verwacht",
            )
        numbers[party] = int(number)
    return numbers


def _asked(questionnaire: Questionnaire) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for party in questionnaire.asked.parties:
        question = _("Hoeveel {partij} verwacht u? (Enter: dat weet ik nog niet)").format(partij=party.plural)
        while typed := click.prompt(question, default="", show_default=False).strip():
            if typed.isascii() and typed.isdigit() and len(typed) < 5 and int(typed) <= _MOST_EXPECTED:  # noqa: PLR2004
                numbers[party.id] = int(typed)
                break
            click.echo(_("Typ een getal van 0 tot en met {hoog}.").format(hoog=_MOST_EXPECTED))
    return numbers
