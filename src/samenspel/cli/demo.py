"""``samenspel demo``: a fictional professional and a fictional group, so that anyone can see what comes out."""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from samenspel.authoring import find, load
from samenspel.cli.base import Command
from samenspel.cli.output import OUT, REPLACE, folder_for, put_all
from samenspel.exchange.give.group_tables import export_csv, export_xlsx
from samenspel.exchange.give.report_file import rendered
from samenspel.fictional.group import demo_group
from samenspel.fictional.handing_in import handed_in, read_me
from samenspel.fictional.professional import answer_all, her_answers
from samenspel.first_step import FirstStep, offered, usual_day, usual_look_back
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.document import Document
from samenspel.report.groups.report import group_report
from samenspel.report.personal.parts import STANDS, Personal
from samenspel.session import Session
from samenspel.storage.selftests import SelfTests
from samenspel.storage.shelf import STANDARD
from samenspel.taal import _
from samenspel.typed_path import typed_path
from samenspel.walk import answered


@click.command(
    "demo",
    cls=Command,
    help=_(
        "Een verzonnen professional doet de zelftest. U krijgt elk deel van haar rapport, als PDF en als HTML. "
        "Een verzonnen groep vergelijkt twee metingen. U krijgt hun rapport, en de cijfers als XLSX en CSV. "
        "U krijgt ook wat zestien verzonnen mensen inleveren, om het verzamelen te oefenen.\n\n"
        "Uw eigen zelftests en groepen blijven zoals ze zijn. Een terminal is niet nodig."
    ),
)
@OUT(
    metavar=_("MAP"),
    default="samenspel-demo",
    help=_("De map voor het rapport. Anders: samenspel-demo, in deze map."),
)
@REPLACE
def command(*, out: str, replace: bool) -> None:
    """Walk, write and tell."""
    folder = typed_path(out)
    folder_for(folder)
    questionnaire = load(find(STANDARD))
    now = datetime.now().astimezone().replace(tzinfo=None)
    with TemporaryDirectory(prefix="samenspel-") as thrown_away:
        session = Session.start(SelfTests(Path(thrown_away)), questionnaire, "volledig", now)
        answer_all(session, her_answers(), now)
    done, of = answered(questionnaire, session.response)
    click.echo(_("Een verzonnen professional deed de zelftest ‘{titel}’.").format(titel=questionnaire.asked.title))
    click.echo(_("Zij beantwoordde {n} van de {van} stellingen en alle kaarten.").format(n=done, van=of))
    reports = {part: _both(f"demo-{part}", document) for part, document in _told(questionnaire, session).parts()}
    put_all(folder, {name: content for both in reports.values() for name, content in both.items()}, replace=replace)
    for part, both in reports.items():
        for name in both:
            click.echo(STANDS[part].format(pad=one_line((folder / name).absolute())))
    _group(questionnaire, folder, now.date(), replace=replace)
    _giving(questionnaire, folder, replace=replace)
    click.echo(_("Bij uw eigen gegevens is niets bewaard. Zelf beginnen doet u met: samenspel zelftest"))


def _told(questionnaire: Questionnaire, session: Session) -> Personal:
    """Return her self-test with the step that she chose."""
    day, response = session.selftest.day, session.response
    first, on = offered(questionnaire, response)[0], usual_day(day)
    step = FirstStep(first.text, on.isoformat(), usual_look_back(on).isoformat(), first.advice)
    return Personal(questionnaire, response, day, step=step)


def _both(name: str, document: Document) -> dict[str, bytes]:
    """Return a report as PDF and as HTML, by file name."""
    return {f"{name}.pdf": rendered(document, as_html=False), f"{name}.html": rendered(document, as_html=True)}


def _group(questionnaire: Questionnaire, folder: Path, day: date, *, replace: bool) -> None:
    """Write the report and the export of the fictional group, and tell."""
    group, first, second = demo_group(questionnaire)
    click.echo(_("Een verzonnen groep, ‘{naam}’, deed twee metingen.").format(naam=group.name))
    document = group_report(questionnaire, group, second, previous=first, date=day)
    reports = _both("demo-groep", document)
    workbook = {"demo-groep.xlsx": export_xlsx(questionnaire, group, second, previous=first)}
    put_all(folder, reports | workbook, replace=replace)
    for name in reports:
        click.echo(_("Het rapport van de groep staat in {pad}").format(pad=one_line((folder / name).absolute())))
    tables = folder_for(folder / "demo-groep-csv")
    put_all(tables, export_csv(questionnaire, group, second, previous=first), replace=replace)
    click.echo(
        _("De cijfers van de groep staan in {bestand} en in de map {map}").format(
            bestand=one_line((folder / "demo-groep.xlsx").absolute()), map=one_line(tables.absolute())
        )
    )


def _giving(questionnaire: Questionnaire, folder: Path, *, replace: bool) -> None:
    """Write what sixteen people hand in, to practise collecting, and tell."""
    given = folder_for(folder / "demo-inleveren")
    told = given / _("lees-mij.txt")
    words = {told.name: read_me(questionnaire, str(given.absolute())).encode()}
    put_all(given, handed_in(questionnaire) | words, replace=replace)
    click.echo(_("Om het verzamelen te oefenen is er de map {map}").format(map=one_line(given.absolute())))
    click.echo(
        _("Daarin staan bestanden, ingevulde formulieren en codes van 16 mensen. Begin met {bestand}").format(
            bestand=one_line(told.absolute())
        )
    )
