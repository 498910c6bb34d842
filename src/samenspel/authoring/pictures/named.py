"""The pictures that a questionnaire names: what is wrong with them, each with its line, and all of them to embed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from samenspel.authoring.files import EDUCATION, read_files
from samenspel.authoring.load import parsed, placed
from samenspel.authoring.pictures import svg
from samenspel.authoring.pictures.picture import Embedded, PictureError
from samenspel.authoring.pictures.reading import embedded, read
from samenspel.authoring.problems import Finding, KeyPath, QuestionnaireError
from samenspel.hygiene import folded
from samenspel.questionnaire.model import Image, Questionnaire
from samenspel.taal import _

ROOM: Final = 900_000
"""The bytes for all pictures of a presentation together: with them it can still be mailed."""
MOST: Final = 150_000
LEAST: Final = 20_000
"""The bytes for one, at most and at least: where there are many, each is made smaller."""
_LOGO: Final = 480
"""The most dots of a logo's longest side: it stands small in a corner."""
_SAYS_NOTHING: Final = frozenset(
    {"afbeelding", "beeld", "foto", "figuur", "illustratie", "logo", "plaatje", "tekening"}
)


def named(questionnaire: Questionnaire) -> Iterator[tuple[KeyPath, Image]]:
    """Yield each place where a questionnaire names a picture, with the picture."""
    education = questionnaire.education
    if education.logo is not None:
        yield (EDUCATION, "logo"), education.logo
    for index, slide in enumerate(education.slides):
        if slide.image is not None:
            yield (EDUCATION, "presentatie", index, "beeld"), slide.image


def read_all(folder: Path, questionnaire: Questionnaire) -> tuple[dict[str, bytes], list[Finding]]:
    """Return what is in the files of the pictures, by name, and what is wrong with the others."""
    found: dict[str, bytes] = {}
    wrong: list[Finding] = []
    for path, image in named(questionnaire):
        try:
            found[image.file] = found.get(image.file) or read(folder, image.file)
        except PictureError as error:
            wrong.append(Finding((*path, "bestand"), error.message, error.remedy, error.suggestion))
    return found, wrong


def see_pictures(folder: Path, questionnaire: Questionnaire) -> dict[str, bytes]:
    """Return what is in the files of the pictures, by name.

    Raises:
        QuestionnaireError: with everything that is wrong with them, each where the questionnaire names it.
    """
    found, wrong = read_all(folder, questionnaire)
    wrong = wrong or list(_too_much(questionnaire, found))
    if wrong:
        trees = parsed(folder, read_files(folder, (EDUCATION,)))
        raise QuestionnaireError([placed(folder, trees, finding) for finding in wrong])
    return found


def _too_much(questionnaire: Questionnaire, found: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield the picture with which all have no room: a drawing as large as it is, another as small as can be."""
    taken, seen = 0, set()
    for path, image in named(questionnaire):
        if image.file in seen:
            continue
        seen.add(image.file)
        raw = found[image.file]
        taken += len(raw) if svg.looks_like_one(raw) else min(len(raw), LEAST)
        if taken > ROOM:
            message = _("Met dit beeld erbij zijn alle beelden samen te groot voor één presentatie.")
            remedy = _("Laat er een paar weg, of bewaar een grote SVG als PNG.")
            yield Finding((*path, "bestand"), message, remedy)
            return


def load_pictures(folder: Path, questionnaire: Questionnaire) -> dict[str, Embedded]:
    """Return the pictures of a questionnaire as a page holds them, by name. Raises QuestionnaireError: as above."""
    found = see_pictures(folder, questionnaire)
    drawings = {name: len(raw) for name, raw in found.items() if svg.looks_like_one(raw)}
    each = (ROOM - sum(drawings.values())) // max(1, len(found) - len(drawings))
    room = min(MOST, max(LEAST, each))
    shown = {slide.image.file for slide in questionnaire.education.slides if slide.image is not None}
    return {name: embedded(raw, room) if name in shown else embedded(raw, room, _LOGO) for name, raw in found.items()}


def without_words(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield the pictures of which the text says nothing to whoever cannot see them."""
    for path, image in named(questionnaire):
        said = folded(image.text).strip(" .")
        if said in _SAYS_NOTHING | {folded(image.file), folded(Path(image.file).stem)}:
            message = _("Deze tekst zegt niet wat er te zien is.")
            remedy = _("Schrijf het voor wie het beeld niet ziet. In de terminal ziet de zaal alleen deze tekst.")
            yield Finding((*path, "tekst"), message, remedy)
