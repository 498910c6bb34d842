"""Parts that are there but do not fit together: bands out of order, empty dimensions, slides with nothing to see."""

from collections.abc import Iterator

from msgspec.structs import replace

from samenspel.authoring.files import ADVICE, EDUCATION, QUESTIONNAIRE
from samenspel.authoring.problems import Finding, KeyPath, shown
from samenspel.authoring.references import (
    Data,
    Ids,
    at,
    blocks,
    ids_at,
    names,
    no_advice,
    no_statement,
    not_there,
    texts,
    unknown,
)
from samenspel.questionnaire.model import EXPERIENCE, HIGHEST, LOWEST, MEETING, Count, Slide
from samenspel.questionnaire.parts import Part
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
        if not LOWEST <= start <= HIGHEST:
            pass  # told already
        elif lower is None and start != LOWEST:
            message = _("De eerste band begint niet bij {laagste}.").format(laagste=LOWEST)
            remedy = _("Een band is een naam bij een score, en elke score krijgt er een.")
            yield Finding((*path, "vanaf"), message, remedy)
        elif lower is not None and start <= lower:
            message = _("Deze band begint niet hoger dan de vorige.")
            remedy = _("Een band is een naam bij een score. Zet ze van laag naar hoog.")
            yield Finding((*path, "vanaf"), message, remedy)
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


# Slides: ids that are not there, figures that do not add up, a game beside something else. ------------------------

_SHOWS = ("tekst", "punten", "stappen", "beeld", "cijfers", "vraag", "advies", "raad", "kaarten", "team")
_GAMES = ("raad", "kaarten", "team")
"""Each of these has a slide for itself."""
_LEAST = 2
_SIDES = 2


def odd_slides(data: Data) -> Iterator[Finding]:
    """Yield what is wrong with the slides and cannot be said by the schema."""
    parties, dimensions = ids_at(data, QUESTIONNAIRE, "partijen"), ids_at(data, QUESTIONNAIRE, "dimensies")
    yield from unknown(names(data, EDUCATION, "presentatie", key="dimensie"), dimensions)
    advices = ids_at(data, ADVICE, "adviezen")
    for place, name in names(data, EDUCATION, "presentatie", key="advies"):
        if advices is not None and name not in advices:
            yield no_advice(place, name, advices)
    education = at(data, EDUCATION)
    if isinstance(education, dict) and "logo" in education and education["logo"] is None:
        yield _nothing_behind((EDUCATION,), "logo")
    for path, slide in blocks(data, EDUCATION, "presentatie"):
        yield from _contents(path, slide)
        counts: list[tuple[KeyPath, dict[str, object]]] = []
        for figure, block in blocks(data, *path, "cijfers"):
            own = list(blocks(data, *figure, "stand"))
            counts += own
            yield from _figure(figure, block, own, parties)
        if isinstance(guess := at(data, *path, "raad"), dict):
            counts.append(((*path, "raad"), guess))
            yield from _source((*path, "raad"), guess)
        for place, count in counts:
            yield from _count(place, count, parties)
        yield from _team(data, (*path, "team"))
        yield from unknown(texts(data, *path, "kaarten"), ids_at(data, QUESTIONNAIRE, "rolkennis"))


def _figure(
    path: KeyPath, figure: dict[str, object], counts: list[tuple[KeyPath, dict[str, object]]], parties: Ids
) -> Iterator[Finding]:
    """Yield what is wrong with a figure as a whole: a source without limits, and whom its counts are about."""
    yield from _source(path, figure)
    people: list[object] = []
    for place, count in counts:
        named = [key for key in ("partij", "wie") if count.get(key)]
        if not named and (_told(count, Count) or ("wie" in count and count["wie"] is None)):
            pass  # told already
        elif len(named) != 1:
            both, none = _("Hier staan ‘partij’ en ‘wie’ allebei."), _("Hier staat niet over wie het cijfer gaat.")
            remedy = _("Schrijf ‘partij’ met een id, of anders ‘wie’ met een naam.")
            yield Finding(place, both if named else none, remedy)
        elif named == ["partij"] and parties is not None and count["partij"] not in parties:
            pass  # told already
        elif (who := count[named[0]]) not in people:
            people.append(who)
            if len(people) == _SIDES + 1:
                message = _("Dit is de derde groep mensen bij één cijfer.")
                remedy = _("Naast elkaar passen er twee. Maak er nog een cijfer van.")
                yield Finding((*place, named[0]), message, remedy)


def _source(path: KeyPath, figure: dict[str, object]) -> Iterator[Finding]:
    """Yield a source of its own without limits, or the other way round."""
    for key, other in (("bron", "grens"), ("grens", "bron")):
        if figure.get(key) and not figure.get(other):
            message = _("Dit cijfer heeft een eigen ‘{een}’, maar geen ‘{ander}’.").format(een=key, ander=other)
            remedy = _("Zet erbij waar het cijfer vandaan komt (‘bron’) en wat het niet zegt (‘grens’).")
            yield Finding((*path, key), message, remedy, at_key=True)


def _told(block: dict[str, object], kind: type[Part]) -> bool:
    """Return whether a block has a name that it cannot have: that may be the one that seems to be missing."""
    return bool(set(block) - set(kind.__struct_encode_fields__))


def _nothing_behind(path: KeyPath, key: str) -> Finding:
    message = _("Achter ‘{naam}:’ staat niets.").format(naam=key)
    return Finding((*path, key), message, _("Vul het in, of haal deze regel weg."), at_key=True)


def _contents(path: KeyPath, slide: dict[str, object]) -> Iterator[Finding]:
    there = [key for key in _SHOWS if slide.get(key)]
    if "team" in slide and "team" not in there:
        there.append("team")  # `team: {}` is a whole team: all of it has defaults
    for key in ("beeld", "kort", "team"):
        if key in slide and slide[key] is None:
            there.append(key)
            yield _nothing_behind(path, key)
    if not there and not _told(slide, Slide):
        names_ = ", ".join(_SHOWS)
        yield Finding(path, _("Op deze dia staat niets onder de titel."), _("Kies uit: {namen}.").format(namen=names_))
    elif len(there) >= _LEAST and (games := [key for key in _GAMES if key in there]):
        message = _("‘{naam}’ staat hier samen met iets anders.").format(naam=games[-1])
        yield Finding((*path, games[-1]), message, _("Geef het een eigen dia. Een titel en notities mogen erbij."))


def _count(path: KeyPath, count: dict[str, object], parties: Ids) -> Iterator[Finding]:
    party, n, of = (count.get(key) for key in ("partij", "n", "van"))
    if isinstance(party, str) and parties is not None and party not in parties:
        found = not_there((*path, "partij"), party, parties)
        others = _("Gaat het over andere mensen? Schrijf dan ‘wie:’ in plaats van ‘partij:’.")
        guessed = path[-1] == "raad"  # a room guesses only what a party said
        yield found if guessed else replace(found, allowed=f"{found.allowed} {others}")
    if isinstance(n, int) and isinstance(of, int) and n > of:
        message = _("Het cijfer {n} is hoger dan het aantal mensen, {van}.").format(n=n, van=of)
        yield Finding((*path, "n"), message, _("‘n’ is hooguit zo groot als ‘van’."))


def _team(data: Data, path: KeyPath) -> Iterator[Finding]:
    items = ids_at(data, QUESTIONNAIRE, "stellingen")
    shown_items = list(texts(data, *path, "stellingen"))
    answers = at(data, *path, "antwoorden")
    answered = {str(key): (*path, "antwoorden", str(key)) for key in answers} if isinstance(answers, dict) else {}
    for place, name in shown_items:
        if items is not None and name not in items:
            yield no_statement(data, place, name, items)
    for key, place in answered.items():
        if items is not None and key not in items:
            yield no_statement(data, place, key, items, at_key=True)
    for item_path, item in blocks(data, QUESTIONNAIRE, "stellingen"):
        for place, name in shown_items:
            if item.get("id") == name and at(data, *item_path, "alleen"):
                message = _("De stelling ‘{id}’ is maar voor één partij.").format(id=shown(name))
                yield Finding(place, message, _("Kies een stelling die iedereen krijgt: dit is één team."))
        value = answers.get(item.get("id")) if isinstance(answers, dict) else None
        if value == 0 and value is not False and item.get("weet_niet") is False:
            message = _("Bij de stelling ‘{id}’ kan 0 niet.").format(id=shown(item["id"]))
            yield Finding(answered[item["id"]], message, _("Kies een antwoord van 1 tot en met 5."))
