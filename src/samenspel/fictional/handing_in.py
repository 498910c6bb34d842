"""What sixteen fictional people hand in: files, codes, and forms of paper, so that collecting can be practised.

Each of them goes one way. The files are those that ``samenspel delen`` writes, the codes those of ``samenspel code``;
the forms are filled in on a screen (PDF) or with a pen, and then typed over (CSV).
"""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from samenspel.exchange.code import encode
from samenspel.exchange.give.spreadsheet import Spreadsheet, to_csv
from samenspel.exchange.handover import FILE_NAME, derived, to_file
from samenspel.exchange.receive.forms import PaperForm, cells_of, columns
from samenspel.fictional.people import expected, fictional
from samenspel.group.model import contribution
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.paper import field_names
from samenspel.report.paper.form import paper_sheet
from samenspel.report.pdf import render_sheet
from samenspel.response import Response
from samenspel.taal import _, opsomming

FORMS_CSV: Final = "formulieren.csv"
_FILES, _FILLED, _CODES, _TYPED = (0, 1, 2, 4, 5, 9, 10, 11, 13), (3, 12), (6, 14), (7, 8, 15)
"""Who goes which way, by place in the group."""
_READ_ME = _("""Oefenen met antwoorden verzamelen

In deze map staan de antwoorden van verzonnen mensen: {mensen}. Ieder levert in
op één manier. Zo oefent u alle manieren.

1. Open samenspel en kies Samen vergelijken. Druk op n en maak een groep,
   bijvoorbeeld ‘Proef (verzonnen)’. Vul bij de aantallen in: {mensen}.

2. Bestanden of een map inlezen. Typ de naam van deze map:
   {map}
   Hier staan {bestanden} bestanden van ‘samenspel delen’. Er staan ook {pdf} formulieren
   die op een computer zijn ingevuld (PDF).

3. Een code overtypen. Typ één voor één deze codes van ‘samenspel code’:
{codes}

4. Papieren formulieren. Typ de naam van dit bestand:
   {formulieren}
   Dit zijn {csv} formulieren die met een pen zijn ingevuld en overgetypt.

Nu hebt u iedereen: {mensen}. U kunt onthullen.

Om de beurt op deze laptop oefent u door zelf iets in te vullen.

Nog een keer oefenen? Wis dan eerst deze groep. Een antwoord telt maar één keer.
""")


def handed_in(questionnaire: Questionnaire) -> dict[str, bytes]:
    """Return file name → content for all who hand in a file or a form of paper."""
    people = fictional(questionnaire, 1)
    files = {f"{FILE_NAME}-{_called(place)}.json": _file(questionnaire, people[place]) for place in _FILES}
    empty = render_sheet(paper_sheet(questionnaire))
    filled = {f"formulier-{_called(place)}.pdf": _filled(empty, people[place], place) for place in _FILLED}
    return {**files, **filled, FORMS_CSV: _typed_over(questionnaire, [(place, people[place]) for place in _TYPED])}


def read_me(questionnaire: Questionnaire, folder: str) -> str:
    """Return what there is in ``folder`` and how to practise with it, the codes among it."""
    people, parties = fictional(questionnaire, 1), questionnaire.asked.parties
    numbers = expected(questionnaire)
    singular = {party.id: party.singular for party in parties}
    everyone = opsomming([f"{numbers[party.id]} {party.plural}" for party in parties])
    codes = "\n".join(
        f"   {encode(questionnaire, people[place])}   ({singular[people[place].party]})" for place in _CODES
    )
    return _READ_ME.format(
        mensen=everyone,
        bestanden=len(_FILES),
        pdf=len(_FILLED),
        csv=len(_TYPED),
        map=folder,
        formulieren=Path(folder, FORMS_CSV),
        codes=codes,
    )


def _called(place: int) -> str:
    return _("verzonnen-{n}").format(n=f"{place + 1:02}")


def _file(questionnaire: Questionnaire, person: Response) -> bytes:
    # A name that follows from the answers: whoever practises again gets the same files.
    return to_file(questionnaire, person, derived("bestand", contribution(questionnaire, person)))


def _typed_over(questionnaire: Questionnaire, people: list[tuple[int, Response]]) -> bytes:
    head = tuple(columns(questionnaire))
    forms = [cells_of(questionnaire, PaperForm(_called(place), person)) for place, person in people]
    rows = tuple(tuple(cells.get(column) for column in head) for cells in forms)
    return to_csv(Spreadsheet("", head, rows, ("",) * len(head)))


def _filled(empty: bytes, person: Response, place: int) -> bytes:
    from pypdf import PdfReader, PdfWriter

    boxes = {
        field_names.PARTY: person.party,
        field_names.EXPERIENCE: person.experience,
        field_names.MEETING: person.meeting,
        **{field_names.field(item): str(answer) for item, answer in person.answers.items()},
        **{field_names.field(card): who for card, who in person.knowledge.items()},
        **{
            field_names.activity_field(one): field_names.LASTED if on else field_names.DONE
            for one, on in person.activities.items()
        },
        **{field_names.share_field(question): field_names.YES for question in person.shared},
    }
    texts = {field_names.NUMBER: _called(place), **{field_names.field(one): text for one, text in person.open.items()}}
    values = {name: f"/{value}" for name, value in boxes.items() if value} | texts
    saved = io.BytesIO()
    with _quiet():  # of a page without fields it would tell, and of a letter that its font lacks
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(empty)))
        for page in writer.pages:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
        writer.write(saved)
    return saved.getvalue()


@contextmanager
def _quiet() -> Iterator[None]:
    """Let pypdf say nothing of its own, which would be English, on the screen of a person; it still raises."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
