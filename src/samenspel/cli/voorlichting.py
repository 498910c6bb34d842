"""``samenspel voorlichting``: present to a room, write the presentation for a browser, or write the hand-outs.

What is presented is a questionnaire's own slides, or the released result of a group.
"""

from pathlib import Path

import click

from samenspel.authoring.files import EDUCATION
from samenspel.authoring.pictures.named import load_pictures
from samenspel.cli.app import open_app
from samenspel.cli.base import Command
from samenspel.cli.groep.common import WAVE, open_groups, told_notices, wave_of
from samenspel.cli.output import OUT, REPLACE, OutFile, folder_for, put_all
from samenspel.cli.stored import with_folder
from samenspel.cli.trouble import WrongPlaceError
from samenspel.collecting.reveal import revealed_before
from samenspel.exchange.browser.presentation import presentation
from samenspel.exchange.give.report_file import group_name, rendered
from samenspel.hygiene import one_line
from samenspel.presenting.deck import has_short
from samenspel.presenting.pages import Deck
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.groups.slides import group_deck
from samenspel.report.handouts import handouts
from samenspel.taal import _
from samenspel.typed_path import bare, typed_path

_PAGE = (".html", ".htm")
_FILES = (*_PAGE, ".pdf")


@click.command(
    "voorlichting",
    cls=Command,
    help=_(
        "Een presentatie voor een zaal, met een beamer. Pijltjes, Page Down en een klikker werken.\n\n"
        "Met --html krijgt u dezelfde presentatie als één bestand, met grote letters. Het opent in elke browser, ook "
        "op een laptop zonder samenspel en zonder internet.\n\n"
        "Met --uitdelen krijgt u papier: een blad per onderdeel, één met alles, werkbladen en uw notities. "
        "Voor --html en --uitdelen is geen terminal nodig. Uw eigen zelftests en groepen blijven buiten beeld.\n\n"
        "Met --groep laat u de onthulde uitslag van een groep zien. U ziet wat goed gaat, waar de partijen "
        "verschillen en wat de groep koos. Doe dat alleen als de groep het goedvindt. Open antwoorden staan er niet in."
    ),
)
@click.option("--vragenlijst", metavar=_("ID|MAP"), help=_("De id of de map. Anders: de vragenlijst die u koos."))
@click.option("--groep", metavar=_("NAAM"), help=_("De uitslag van deze groep, in plaats van een vragenlijst."))
@WAVE
@click.option("--html", "as_html", is_flag=True, help=_("Schrijf de presentatie als bestand voor een browser."))
@click.option("--kort", "short", is_flag=True, help=_("Alleen het korte programma, van ongeveer 20 minuten."))
@click.option("--uitdelen", is_flag=True, help=_("Schrijf het papier om uit te delen, als PDF en als HTML."))
@OUT(
    metavar=_("BESTAND|MAP"),
    help=_(
        "Het bestand voor de presentatie, op .html; anders een nieuwe naam in deze map. Of de map voor het papier; "
        "anders voorlichting-ID, in deze map."
    ),
)
@REPLACE
def command(  # noqa: PLR0913 - an argument for each option
    *,
    vragenlijst: str | None,
    groep: str | None,
    number: int | None,
    as_html: bool,
    short: bool,
    uitdelen: bool,
    out: str | None,
    replace: bool,
) -> None:
    """Present, or write."""
    if as_html and uitdelen:
        raise WrongPlaceError(_("Kies één van de twee: --html of --uitdelen."))
    to_page = as_html or (not uitdelen and bare(out or "").lower().endswith(_PAGE))
    if short and (uitdelen or (out and not to_page)):
        raise WrongPlaceError(_("--kort en --uitdelen gaan niet samen. Op het blad met notities staan beide tijden."))
    if groep is not None:
        if vragenlijst is not None or uitdelen or short:
            raise WrongPlaceError(_("Bij --groep kan geen --vragenlijst, geen --kort en geen --uitdelen."))
        if out and not to_page:
            raise WrongPlaceError(_("Zet er --html bij: van een uitslag komt één bestand, op .html."))
        _group_result(groep, number, out, to_page=to_page, replace=replace)
    elif number is not None:
        raise WrongPlaceError(_("Bij --meting hoort een groep: zet er ‘--groep NAAM’ bij."))
    elif to_page:
        _for_browser(vragenlijst, out, short=short, replace=replace)
    elif uitdelen or out:
        _hand_out(vragenlijst, out, replace=replace)
    else:
        if short:
            _require_short(with_folder(vragenlijst)[0])
        open_app(start="presenting", questionnaire=vragenlijst, form="kort" if short else None)


def _group_result(name: str, number: int | None, out: str | None, *, to_page: bool, replace: bool) -> None:
    """Present what was released of a wave, or write it."""
    if not to_page:
        open_app(start="presenting", made=lambda: _made(name, number)[:2])
        return
    target = OutFile(out, _PAGE, replace=replace)
    questionnaire, made, stem = _made(name, number)
    path = target.put(presentation(questionnaire, made).encode(), f"presentatie-{stem}", _PAGE[0])
    click.echo(made.title)
    click.echo(_("De presentatie staat in {pad}").format(pad=one_line(path.absolute())))
    click.echo(_("Hierin staat de uitslag van de groep. Geef het bestand alleen aan wie die van de groep mag zien."))


def _made(name: str, number: int | None) -> tuple[Questionnaire, Deck, str]:
    """Return what a wave of a group asked, the pages of its result, and its name for a file.

    Raises:
        StorageError: there is no such group, or it cannot be read.
        Refused: there is no such wave.
        NotRevealedError: it has not been revealed.
    """
    groups = open_groups()
    stored = groups.find(name)
    wave = wave_of(stored, number)
    questionnaire = groups.questionnaire(stored, wave.number)
    made = group_deck(questionnaire, stored.group, wave, revealed_before(stored, wave))
    told_notices(groups)
    return questionnaire, made, group_name(stored.group, wave)


def _for_browser(name: str | None, out: str | None, *, short: bool, replace: bool) -> None:
    target = OutFile(out, _PAGE, replace=replace)
    questionnaire, folder = with_folder(name)
    if short:
        _require_short(questionnaire)
    made = presentation(questionnaire, short=short, pictures=load_pictures(folder, questionnaire))
    path = target.put(made.encode(), f"presentatie-{questionnaire.id}", _PAGE[0])
    click.echo(_("Vragenlijst: {titel}").format(titel=questionnaire.asked.title))
    click.echo(_("De presentatie staat in {pad}").format(pad=one_line(path.absolute())))


def _require_short(questionnaire: Questionnaire) -> None:
    if not has_short(questionnaire):
        told = _("Deze vragenlijst heeft geen kort programma. Zet in {bestand} ‘kort:’ bij de dia's die erin horen.")
        raise WrongPlaceError(told.format(bestand=EDUCATION))


def _hand_out(name: str | None, out: str | None, *, replace: bool) -> None:
    questionnaire, _folder = with_folder(name)
    if out and (typed := typed_path(out)).suffix.lower() in _FILES and not typed.exists():
        text = _("‘{pad}’ is een naam voor één bestand, en het papier is een map vol. Laat {eind} weg.")
        raise WrongPlaceError(text.format(pad=one_line(out), eind=typed.suffix))
    folder = folder_for(typed_path(out) if out else Path(f"voorlichting-{questionnaire.id}"))
    made = handouts(questionnaire)
    click.echo(_("Vragenlijst: {titel}").format(titel=questionnaire.asked.title))
    files = {
        f"{stem}{suffix}": rendered(document, as_html=suffix == ".html")
        for stem, document in made.items()
        for suffix in (".pdf", ".html")
    }
    put_all(folder, files, replace=replace)
    for stem, document in made.items():
        click.echo(_("{titel}: {naam}.pdf en .html").format(titel=document.title, naam=stem))
    click.echo(_("Het papier om uit te delen staat in {map}").format(map=one_line(folder.absolute())))
