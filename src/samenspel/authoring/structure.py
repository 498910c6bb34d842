"""Parts that are there but do not fit together: bands out of order, empty dimensions, tables without columns."""

from collections.abc import Iterator

from samenspel.authoring.data import Data, at, blocks, names
from samenspel.authoring.files import ADVICE, QUESTIONNAIRE
from samenspel.authoring.problems import Finding, shown
from samenspel.questionnaire.model import EXPERIENCE, LOWEST, MEETING
from samenspel.taal import _


def misplaced(data: Data) -> Iterator[Finding]:
    """Yield what cannot work as it stands in bands, dimensions, context questions and worksheets."""
    yield from _bands(data)
    yield from _dimensions(data)
    yield from _context(data)
    yield from _worksheets(data)


def _bands(data: Data) -> Iterator[Finding]:
    lower: float | None = None
    for path, band in blocks(data, QUESTIONNAIRE, "banden"):
        start = band.get("vanaf")
        if isinstance(start, bool) or not isinstance(start, int | float):
            continue
        if lower is None and start != LOWEST:
            message = _("De eerste band begint niet bij {laagste}.").format(laagste=LOWEST)
            yield Finding((*path, "vanaf"), message, _("Elke score moet in een band vallen."))
        elif lower is not None and start <= lower:
            message = _("Deze band begint niet hoger dan de vorige.")
            yield Finding((*path, "vanaf"), message, _("Zet de banden van laag naar hoog."))
        lower = start


def _dimensions(data: Data) -> Iterator[Finding]:
    used = {name for _path, name in names(data, QUESTIONNAIRE, "stellingen", key="dimensie")}
    for path, name in names(data, QUESTIONNAIRE, "dimensies"):
        if name not in used and isinstance(at(data, QUESTIONNAIRE, "stellingen"), list):
            message = _("Bij dimensie ‘{id}’ hoort geen enkele stelling.").format(id=shown(name))
            yield Finding(path, message, _("Geef een stelling deze dimensie, of haal de dimensie weg."))


def _context(data: Data) -> Iterator[Finding]:
    for key in (EXPERIENCE, MEETING):
        path = (QUESTIONNAIRE, "context", key)
        question = at(data, *path)
        if isinstance(question, dict) and question.get("antwoorden", []) == []:
            message = _("Bij ‘{vraag}’ staan geen antwoorden.").format(vraag=key)
            yield Finding(path, message, _("Schrijf onder ‘antwoorden:’ waaruit iemand kan kiezen."))


def _worksheets(data: Data) -> Iterator[Finding]:
    for advice, _block in blocks(data, ADVICE, "adviezen"):
        for path, part in blocks(data, *advice, "werkblad", "delen"):
            for key in ("rijen", "eerste_kolom"):
                if part.get(key) and not part.get("kolommen"):
                    message = _("Hier staan rijen van een tabel, maar ‘kolommen:’ ontbreekt.")
                    yield Finding((*path, key), message, _("Schrijf bij ‘kolommen:’ de koppen van de tabel."))
