"""``samenspel demo``: a fictional professional does the self-test, so that anyone can see what comes out."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from samenspel.cli.base import Command
from samenspel.cli.trouble import Refused, typed_path
from samenspel.taal import _


@click.command(
    "demo",
    cls=Command,
    help=_(
        "Een verzonnen professional doet de zelftest. U krijgt haar rapport, als PDF en als HTML.\n\n"
        "Uw eigen zelftests blijven zoals ze zijn. Een terminal is niet nodig."
    ),
)
@click.option(
    "-o",
    "--uit",
    "out",
    metavar=_("MAP"),
    default="samenspel-demo",
    help=_("De map voor het rapport. Anders: samenspel-demo, in deze map."),
)
def command(*, out: str) -> None:
    """Walk, write and tell."""
    from samenspel.authoring import find, load
    from samenspel.cli.rapport import write
    from samenspel.cli.stored import DEFAULT
    from samenspel.demo import ANSWERS, answer_all
    from samenspel.report.personal import personal_report
    from samenspel.session import Session
    from samenspel.storage.selftests import SelfTests
    from samenspel.walk import answered

    folder = typed_path(out)
    if folder.exists() and not folder.is_dir():
        raise Refused(_("‘{pad}’ is een bestand. Kies een map.").format(pad=folder))
    folder.mkdir(parents=True, exist_ok=True)
    questionnaire = load(find(DEFAULT))
    now = datetime.now().astimezone().replace(tzinfo=None)
    with TemporaryDirectory(prefix="samenspel-") as thrown_away:
        session = Session.start(SelfTests(Path(thrown_away)), questionnaire, "volledig", now)
        answer_all(session, ANSWERS, now)
    done, of = answered(questionnaire, session.response)
    document = personal_report(questionnaire, session.response, date=now.date())
    click.echo(_("Een verzonnen professional deed de zelftest ‘{titel}’.").format(titel=questionnaire.asked.title))
    click.echo(_("Zij beantwoordde {n} van de {van} stellingen en alle kaarten.").format(n=done, van=of))
    for name in ("demo-rapport.pdf", "demo-rapport.html"):
        write(folder / name, document, as_html=name.endswith(".html"))
        click.echo(_("Haar rapport staat in {pad}").format(pad=(folder / name).absolute()))
    click.echo(_("Haar antwoorden zijn nergens bewaard. Zelf beginnen doet u met: samenspel zelftest"))
