"""Slides that cannot be shown as they stand: ids that are not there, figures that do not add up, nothing to see."""

from collections.abc import Iterator

from samenspel.authoring.files import ADVICE, EDUCATION, QUESTIONNAIRE
from samenspel.authoring.problems import Finding, KeyPath, shown
from samenspel.authoring.references import Data, Ids, at, blocks, known, names, not_there, texts
from samenspel.taal import _

_SHOWS = ("tekst", "punten", "stappen", "cijfers", "vraag", "advies", "raad", "team")
_LEAST = 2


def odd_slides(data: Data) -> Iterator[Finding]:
    """Yield what is wrong with the slides and cannot be said by the schema."""
    parties, dimensions = _ids(data, QUESTIONNAIRE, "partijen"), _ids(data, QUESTIONNAIRE, "dimensies")
    yield from _absent(names(data, EDUCATION, "presentatie", key="dimensie"), dimensions)
    yield from _absent(names(data, EDUCATION, "presentatie", key="advies"), _ids(data, ADVICE, "adviezen"), ADVICE)
    for path, slide in blocks(data, EDUCATION, "presentatie"):
        yield from _contents(path, slide)
        counts = [
            count for figure, _block in blocks(data, *path, "cijfers") for count in blocks(data, *figure, "stand")
        ]
        if isinstance(guess := at(data, *path, "raad"), dict):
            counts.append(((*path, "raad"), guess))
        for place, count in counts:
            yield from _count(place, count, parties)
        yield from _team(data, (*path, "team"))


def _contents(path: KeyPath, slide: dict[str, object]) -> Iterator[Finding]:
    there = [key for key in _SHOWS if slide.get(key)]
    if "team" in slide and "team" not in there:
        there.append("team")  # `team: {}` is a whole team: all of it has defaults
    if not there:
        names_ = ", ".join(_SHOWS)
        yield Finding(path, _("Op deze dia staat niets onder de titel."), _("Kies uit: {namen}.").format(namen=names_))
    elif len(there) >= _LEAST and (games := [key for key in ("raad", "team") if key in there]):
        message = _("‘{naam}’ staat hier samen met iets anders.").format(naam=games[-1])
        yield Finding((*path, games[-1]), message, _("Geef het een eigen dia. Een titel en notities mogen erbij."))


def _count(path: KeyPath, count: dict[str, object], parties: Ids) -> Iterator[Finding]:
    party, n, of = (count.get(key) for key in ("partij", "n", "van"))
    if isinstance(party, str):
        yield from _absent(iter([((*path, "partij"), party)]), parties)
    if isinstance(n, int) and isinstance(of, int) and n > of:
        message = _("Het cijfer {n} is hoger dan het aantal mensen, {van}.").format(n=n, van=of)
        yield Finding((*path, "n"), message, _("‘n’ is hooguit zo groot als ‘van’."))


def _team(data: Data, path: KeyPath) -> Iterator[Finding]:
    items = _ids(data, QUESTIONNAIRE, "stellingen")
    shown_items = list(texts(data, *path, "stellingen"))
    answers = at(data, *path, "antwoorden")
    answered = {str(key): (*path, "antwoorden", str(key)) for key in answers} if isinstance(answers, dict) else {}
    yield from _absent(iter(shown_items), items)
    for key, place in answered.items():
        if items is not None and key not in items:
            yield not_there(place, key, items, at_key=True)
    for item_path, item in blocks(data, QUESTIONNAIRE, "stellingen"):
        for place, name in shown_items:
            if item.get("id") == name and at(data, *item_path, "alleen"):
                message = _("De stelling ‘{id}’ is maar voor één partij.").format(id=shown(name))
                yield Finding(place, message, _("Kies een stelling die iedereen krijgt: dit is één team."))
        value = answers.get(item.get("id")) if isinstance(answers, dict) else None
        if value == 0 and value is not False and item.get("weet_niet") is False:
            message = _("Bij de stelling ‘{id}’ kan 0 niet.").format(id=shown(item["id"]))
            yield Finding(answered[item["id"]], message, _("Kies een antwoord van 1 tot en met 5."))


def _absent(found: Iterator[tuple[KeyPath, str]], there: Ids, file: str = QUESTIONNAIRE) -> Iterator[Finding]:
    for path, name in found:
        if there is not None and name not in there:
            yield not_there(path, name, there, file=file)


def _ids(data: Data, *path: str | int) -> Ids:
    found = known(data, *path)
    return None if found is None else dict.fromkeys(found)
