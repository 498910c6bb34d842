"""A close look at a questionnaire: errors, or else warnings and a trial run; each with its place, and in words.

A warning is about what is not wrong, but makes a questionnaire harder to answer or to use.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from samenspel.authoring.derive import RECIPE, see_that_it_fits
from samenspel.authoring.files import (
    ADVICE,
    EDUCATION,
    LABELS,
    NAMES,
    QUESTIONNAIRE,
    beside,
    builtin_root,
    content_hash,
    copies,
    ids,
    read_files,
)
from samenspel.authoring.labels import parsed_labels, understood_labels
from samenspel.authoring.load import parsed, placed, understood
from samenspel.authoring.nodes import Tree
from samenspel.authoring.pictures.named import see_pictures, without_words
from samenspel.authoring.problems import Finding, Problem, shown
from samenspel.authoring.syntax import Event
from samenspel.authoring.trial import Trial, trial
from samenspel.hygiene import is_misread
from samenspel.presenting.deck import has_short, only_paper
from samenspel.questionnaire.applicability import asked_of_all
from samenspel.questionnaire.citing import tells_of_study
from samenspel.questionnaire.labels import WITH_A_DIGIT, Scheme, take_labels
from samenspel.questionnaire.model import KNOWLEDGE, LIMITS, Dimension, Questionnaire
from samenspel.taal import _, meervoud, opsomming

MOST_WORDS: Final = 20
FEWEST_ITEMS: Final = 3

# A word that turns a sentence round. ‘Niet alleen … maar ook’ turns nothing round.
_NOT_ONLY = re.compile(r"\bniet\s+(?:alleen|slechts|enkel)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:niet|niets|niks|geen|geeneen|nooit|niemand|nergens|noch|zonder|nauwelijks|zelden|"
    r"on(?:bekende?|belangrijke?|bereikbare?|duidelijke?|duidelijkheid|eerlijke?|eens|gelijke?|gelijkwaardige?|"
    r"goed|handige?|juiste?|mogelijke?|nodige?|prettige?|tevreden|terechte?|veilige?|veiligheid|voldoende|vrije?|"
    r"waar|wenselijke?|zekere?|zekerheid))\b",
    re.IGNORECASE,
)
_PLAIN_NOT = re.compile(r"\b(?:niet|geen)\b", re.IGNORECASE)
_BOTH_WAYS = re.compile(r"\bwel\s+(?:en|of)\s+niet\b", re.IGNORECASE)
_TWICE: Final = 2


class Checked(Struct, frozen=True):
    """A questionnaire without errors, looked at closely. ``labels``: those in its ``labels.yaml``."""

    questionnaire: Questionnaire
    warnings: tuple[Problem, ...]
    trial: Trial
    labels: Scheme = {}


def check(folder: Path) -> Checked:
    """Load the questionnaire in ``folder``, and look for what could be better.

    Raises:
        QuestionnaireError: with everything that is wrong with the three files; or else with what is wrong with the
            ``labels.yaml`` beside them, with the ``nieuw.yaml``, or with the pictures. Then nothing else is looked for.
    """
    files = read_files(folder)
    trees = parsed(folder, files)
    questionnaire = understood(folder, trees, content_hash(files))
    trees |= parsed_labels(folder)
    labels = understood_labels(folder, trees, questionnaire)
    _see_recipe(folder, trees)
    see_pictures(folder, questionnaire)
    outcome = trial(questionnaire)
    found = [*_borrowed_id(folder, questionnaire), *warnings(questionnaire, outcome)]
    found += _labels(questionnaire, labels) if LABELS in trees else ()
    problems = [problem for name, tree in trees.items() for problem in odd_writing(str(folder / name), tree)]
    problems += [placed(folder, trees, finding) for finding in found]
    problems += [problem for name, tree in trees.items() for problem in _misread(str(folder / name), tree)]
    problems += _copies(folder)
    order = {str(folder / name): number for number, name in enumerate((*NAMES, LABELS, RECIPE))}
    problems.sort(key=lambda p: (order[p.file], p.line, p.column))
    return Checked(questionnaire, tuple(problems), outcome, labels)


def _misread(place: str, tree: Tree) -> Iterator[Problem]:
    """Yield the first line with letters of another encoding, and say how many more there are."""
    lines = [number for number, line in enumerate(tree.text.split("\n"), start=1) if is_misread(line)]
    if lines:
        more = meervoud("Ook in {n} andere regel.", "Ook in {n} andere regels.", len(lines) - 1).format(
            n=len(lines) - 1
        )
        message = _("Hier zijn letters veranderd in vreemde tekens.") + (f" {more}" if len(lines) > 1 else "")
        yield Problem(place, lines[0], 1, message, _("Verbeter ze, en sla het bestand op met codering UTF-8."))


def _copies(folder: Path) -> Iterator[Problem]:
    """Yield when a file has what looks like a copy of it beside it, which may hold somebody's changes."""
    for name, alike in copies(folder, (*NAMES, LABELS, RECIPE)).items():
        remedy = _("Staan uw wijzigingen daarin? Zet ze dan hier. Haal de kopie weg.")
        yield Problem(str(folder / name), 0, 0, beside(alike), remedy)


def _see_recipe(folder: Path, trees: Mapping[str, Tree]) -> None:
    """See that ``nieuw.yaml`` fits the files, if it is there. Raises QuestionnaireError: what does not."""
    if (folder / RECIPE).is_file():
        recipe = parsed(folder, read_files(folder, (RECIPE,)))[RECIPE]
        see_that_it_fits(folder, recipe, {name: re.sub("\r\n?", "\n", tree.text) for name, tree in trees.items()})


def warnings(questionnaire: Questionnaire, outcome: Trial) -> Iterator[Finding]:
    """Yield what could be better in a questionnaire without errors, of which ``outcome`` is the trial run."""
    yield from _wording(questionnaire)
    yield from _unused(questionnaire)
    yield from _without_limits(questionnaire)
    yield from _without_source(questionnaire)
    yield from _unseen(questionnaire)
    yield from without_words(questionnaire)
    for index, dimension in enumerate(questionnaire.asked.dimensions):
        yield from _dimension(questionnaire, (QUESTIONNAIRE, "dimensies", index, "id"), dimension)
        yield from _conditions(questionnaire, (QUESTIONNAIRE, "dimensies", index, "voorwaarden"), dimension)
    for index, advice in enumerate(questionnaire.advices):
        if advice.id not in outcome.top:
            yield Finding(
                (ADVICE, "adviezen", index, "id"),
                _("Advies ‘{id}’ kwam in de proefronde bij niemand bij de eerste vijf.").format(id=shown(advice.id)),
                _("Maak de gewichten onder ‘triggers’ groter, of kies stellingen die minder andere adviezen noemen."),
            )


def _borrowed_id(folder: Path, questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield when another questionnaire than this, one that comes along, has its id."""
    root = builtin_root()
    if questionnaire.id in ids(root) and folder.resolve() != (root / questionnaire.id).resolve():
        message = _("De id ‘{id}’ is al van een meegeleverde vragenlijst.").format(id=shown(questionnaire.id))
        yield Finding((QUESTIONNAIRE, "id"), message, _("Geef uw vragenlijst een eigen id."))


def words(text: str) -> int:
    """Count the words of a text; signs alone are no word."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def negations(text: str) -> list[str]:
    """Return the words in ``text`` that turn it round."""
    return _NOT.findall(_NOT_ONLY.sub(" ", text))


def wording(text: str) -> Iterator[tuple[str, str]]:
    """Yield what makes the text of a statement harder to answer, each with what to do."""
    if (length := words(text)) > MOST_WORDS:
        message = _("Deze stelling is lang: {n} woorden.").format(n=length)
        yield message, _("Een stelling van hooguit {n} woorden leest prettiger.").format(n=MOST_WORDS)
    if len(found := negations(text)) >= _TWICE:
        message = _("Deze stelling ontkent twee keer: {woorden}.").format(
            woorden=opsomming([f"‘{word.lower()}’" for word in found])
        )
        yield message, _("Schrijf op wat er wél is.")
    elif single := _PLAIN_NOT.search(_BOTH_WAYS.sub(" ", _NOT_ONLY.sub(" ", text))):
        message = _("In deze stelling staat ‘{woord}’.").format(woord=single[0].lower())
        yield message, _("Kan het ook zonder? Dan leest de stelling makkelijker.")


def _wording(questionnaire: Questionnaire) -> Iterator[Finding]:
    for index, item in enumerate(questionnaire.asked.items):
        for message, remedy in wording(item.text):
            yield Finding((QUESTIONNAIRE, "stellingen", index, "tekst"), message, remedy)


def _unused(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield when there are cards that lead to no advice, or that stand beside no dimension in the report."""
    if not questionnaire.asked.cards:
        return
    place = (QUESTIONNAIRE, "rolkennis")
    if not any(KNOWLEDGE in advice.triggers for advice in questionnaire.advices):
        message = _("Er zijn kaarten, maar geen advies noemt ‘kennis’ onder ‘triggers’.")
        yield Finding(place, message, _("Zet ‘kennis: 1’ onder ‘triggers’ bij een advies dat past."))
    if questionnaire.asked.role_clarity is None:
        message = _("Er zijn kaarten, maar geen dimensie heeft de id ‘rol’.")
        remedy = _("Zet de id van uw dimensie over rollen achter ‘rolkennis_bij:’. Dan zet het rapport die ernaast.")
        yield Finding(place, message, remedy)


def _without_limits(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield when a room is not told what nobody found out."""
    slides = questionnaire.education.slides
    if slides and not any(slide.id == LIMITS for slide in slides):
        message = _("Uw dia's zeggen niet wat er niet is onderzocht: een dia met ‘id: grenzen’ ontbreekt.")
        remedy = _("Maak die dia. Anders laat samenspel als laatste de laatste alinea van ‘verantwoording’ zien.")
        yield Finding((EDUCATION, "presentatie"), message, remedy, at_key=True)
    elif not slides and not questionnaire.asked.account:
        message = _("De zaal leest nergens wat er niet is onderzocht.")
        remedy = _("Schrijf hier wat u weet, en wat u niet weet.")
        yield Finding((QUESTIONNAIRE, "verantwoording"), message, remedy)


def _unseen(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield the figures that stand nowhere, the slides that no room sees, and minutes of a programme that is none."""
    slides = questionnaire.education.slides
    on_paper: set[str | None] = {None}
    for index, slide in enumerate(slides):
        path = (EDUCATION, "presentatie", index)
        printed = [place for place, figure in enumerate(slide.figures) if figure.paper]
        lost = printed if slide.dimension in on_paper else []
        on_paper.add(slide.dimension)
        for place in lost:
            message = _("Dit cijfer staat nergens: op papier komen alleen cijfers van de eerste dia over een dimensie.")
            remedy = _("Zet het op die dia, of haal ‘papier’ weg.")
            yield Finding((*path, "cijfers", place, "papier"), message, remedy, at_key=True)
        if slide.source and not (slide.text or slide.points or slide.steps or slide.image):
            message = _("Deze bron staat nergens: hij hoort bij een tekst, punten, stappen of een beeld.")
            remedy = _("Is hij van een cijfer? Zet ‘bron’ en ‘grens’ dan bij het cijfer zelf.")
            yield Finding((*path, "bron"), message, remedy, at_key=True)
        if not lost and only_paper(slide):
            message = _("Deze dia ziet de zaal niet: wat erop staat, is alleen voor op papier.")
            yield Finding((*path, "titel"), message, _("Haal ergens ‘papier’ weg, of zet er iets bij voor de zaal."))
        if slide.id == LIMITS and slide.short is not None and not has_short(questionnaire):
            message = _("Alleen bij deze dia staat ‘kort’. Zo is er geen kort programma.")
            yield Finding(
                (*path, "kort"), message, _("Zet ‘kort’ ook bij de andere dia's die erin horen."), at_key=True
            )


def _without_source(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield the figures of which nothing says where they come from."""
    study = questionnaire.education.study
    message = _("Bij dit cijfer staat niet uit welk onderzoek het komt.")
    for index, slide in enumerate(questionnaire.education.slides if study is None else ()):
        of_study = any(not figure.source for figure in slide.figures)
        for key, there in (("cijfers", of_study), ("raad", slide.guess is not None and not slide.guess.source)):
            if there:
                remedy = _("Zet in dit bestand ‘onderzoek:’, met ‘naam’, ‘bron’ en ‘grens’.")
                remedy += " " + _("Of geef het cijfer zelf een ‘bron’ en een ‘grens’.")
                yield Finding((EDUCATION, "presentatie", index, key), message, remedy, at_key=True)
    for index, item in enumerate(questionnaire.asked.items):
        if item.study and not tells_of_study(questionnaire, item.study):
            remedy = _("Zet in {bestand} ‘onderzoek:’, met ‘naam’, ‘bron’ en ‘grens’. Noem die naam hier.")
            named = _("Noem het onderzoek zoals het heet: {naam}.").format(naam=study.name if study else "")
            yield Finding(
                (QUESTIONNAIRE, "stellingen", index, "onderzoek"),
                message,
                named if study else remedy.format(bestand=EDUCATION),
            )


def _labels(questionnaire: Questionnaire, labels: Scheme) -> Iterator[Finding]:
    """Yield the open questions without labels, though others have them, and those with more than one oversees."""
    for question in take_labels(questionnaire.asked):
        if question not in labels:
            message = _("Bij de open vraag ‘{id}’ staan geen labels.").format(id=shown(question))
            remedy = _("Zet ze erbij. Wilt u er geen? Schrijf dan ‘{id}: []’.").format(id=shown(question))
            yield Finding((LABELS, "labels"), message, remedy, at_key=True)
    for question, own in labels.items():
        if len(own) > WITH_A_DIGIT:
            message = _("Bij ‘{id}’ staan veel labels: {n}.").format(id=shown(question), n=len(own))
            remedy = _("Met hooguit {n} kiest een groep elk label met één cijfer.").format(n=WITH_A_DIGIT)
            yield Finding((LABELS, "labels", question), message, remedy, at_key=True)


def _dimension(questionnaire: Questionnaire, path: tuple[str | int, ...], dimension: Dimension) -> Iterator[Finding]:
    own = [item for item in questionnaire.asked.items if item.dimension == dimension.id]
    name = shown(dimension.id)
    if len(own) < FEWEST_ITEMS:
        message = _("Dimensie ‘{id}’ heeft te weinig stellingen: {n}.").format(id=name, n=len(own))
        yield Finding(path, message, _("Met minstens {n} stellingen zegt een score meer.").format(n=FEWEST_ITEMS))
    if own and not any(asked_of_all(questionnaire, item) for item in own):
        message = _("In een groep krijgt dimensie ‘{id}’ geen cijfer: geen stelling is voor alle partijen.").format(
            id=name
        )
        yield Finding(path, message, _("Haal ‘alleen:’ weg bij een of meer stellingen, of maak er een voor iedereen."))
    if not any(item.short for item in own):
        message = _("In de korte vorm komt dimensie ‘{id}’ niet voor.").format(id=name)
        yield Finding(path, message, _("Zet ‘kort: true’ bij een of meer stellingen."))
    for party in questionnaire.asked.parties:
        asked = [item for item in own if not item.only or party.id in item.only]
        if len(asked) < FEWEST_ITEMS <= len(own):
            message = _("Partij ‘{partij}’ krijgt bij dimensie ‘{id}’ te weinig stellingen: {n}.").format(
                partij=shown(party.id), id=name, n=len(asked)
            )
            yield Finding(path, message, _("Met minstens {n} stellingen zegt een score meer.").format(n=FEWEST_ITEMS))
        if any(item.short for item in own) and not any(item.short for item in asked):
            message = _("In de korte vorm krijgt partij ‘{partij}’ geen stelling van dimensie ‘{id}’.").format(
                partij=shown(party.id), id=name
            )
            yield Finding(path, message, _("Zet ‘kort: true’ bij een stelling voor deze partij."))


def _conditions(questionnaire: Questionnaire, path: tuple[str | int, ...], dimension: Dimension) -> Iterator[Finding]:
    """Yield the conditions that no statement asks about: the score says nothing of them."""
    asked = {item.condition for item in questionnaire.asked.items}
    for index, condition in enumerate(dimension.conditions):
        if condition.id not in asked:
            message = _("Over voorwaarde ‘{id}’ gaat geen enkele stelling.").format(id=shown(condition.id))
            remedy = _("Maak er een stelling bij, met deze id achter ‘voorwaarde’. Of haal de voorwaarde weg.")
            yield Finding((*path, index, "id"), message, remedy)


# How texts without quotes end: cut off at a #, or with a quote that was never opened. ----------------------------

_REMARK = re.compile(r"[ \t]+#\s*\w")
_CLOSED = re.compile(r"(?:[.!?,;:…]|\s)'$")
"""A quote behind a sentence; behind a word it may be an apostrophe, as in ‘die van Hans'’."""
_CURLY: Final = {"“": "”“", "”": "”", "„": "”“", "‘": "’", "‚": "’‘", "«": "»"}
"""What curly quotes are closed by."""
_OTHER_BRACKETS = re.compile(r"[(\[<](ander(?:en)?)[)\]>]")
_OPENED = re.compile(r"(?<!\w)'(?=\w)")


def odd_writing(place: str, tree: Tree) -> Iterator[Problem]:
    """Yield where a text without quotes stands or ends otherwise than was probably meant."""
    lines = tree.text.split("\n")
    for event in tree.unquoted:
        yield from _cut(place, event, lines)
        yield from _stray(place, event)
        yield from _curly(place, event)
        yield from _no_part(place, event, lines)
        yield from _other_brackets(place, event)


def _cut(place: str, event: Event, lines: list[str]) -> Iterator[Problem]:
    """Yield when a text of several words stops at a # that may have been meant as part of it."""
    line, column = event.end_mark.line, event.end_mark.column
    after = lines[line][column:] if line < len(lines) else ""
    if _REMARK.match(after) and len(event.value.split()) > 1:
        message = _("Deze tekst stopt vóór ‘{rest}’.").format(rest=shown(after.strip()))
        remedy = _("Hoort dat stuk bij de tekst? Zet de hele tekst dan tussen aanhalingstekens.")
        yield Problem(place, line + 1, column + 1, message, remedy)


def _stray(place: str, event: Event) -> Iterator[Problem]:
    """Yield when a text ends with a straight quote that nothing opened."""
    value: str = event.value
    double = value.endswith('"') and value.count('"') % 2 == 1
    if double or (_CLOSED.search(value) and not _OPENED.search(value)):
        message = _("Deze tekst eindigt met een aanhalingsteken, maar begint er niet mee.")
        remedy = _("Haal het weg, of zet ook een aanhalingsteken aan het begin.")
        if value[0] in _CURLY:
            message = _("Deze tekst begint met {teken}, en eindigt met een recht aanhalingsteken.")
            message = message.format(teken=value[0])
            remedy = _('Typ ook aan het begin een recht aanhalingsteken ("), of haal ze allebei weg.')
        yield Problem(place, event.end_mark.line + 1, event.end_mark.column, message, remedy)


def _curly(place: str, event: Event) -> Iterator[Problem]:
    """Yield when quotes that are no quotes of YAML stand around the whole text: everybody sees them then."""
    value: str = event.value
    inner = value[1:-1]
    if value[:1] in _CURLY and value[-1] in _CURLY[value[0]] and not set(inner) & {value[0], value[-1]}:
        message = _("Om deze tekst staan {begin} en {eind}. Die komen mee op het scherm.")
        remedy = _('Wilt u ze niet zien? Haal ze weg, of typ rechte aanhalingstekens (").')
        place_of = (event.start_mark.line + 1, event.start_mark.column + 1)
        yield Problem(place, *place_of, message.format(begin=value[0], eind=value[-1]), remedy)


def _no_part(place: str, event: Event, lines: list[str]) -> Iterator[Problem]:
    """Yield when a dash stands so far in that its line is more of the text above it, and begins no part."""
    for number in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(lines))):
        bare = lines[number].lstrip(" ")
        if bare.startswith("- "):
            message = _("Dit streepje staat niet recht onder dat erboven: de regel hoort nu bij de tekst daar.")
            yield Problem(
                place,
                number + 1,
                len(lines[number]) - len(bare) + 1,
                message,
                _("Zet de streepjes recht onder elkaar."),
            )
            return


def _other_brackets(place: str, event: Event) -> Iterator[Problem]:
    """Yield when the name of the other party was probably meant, between other brackets than { and }."""
    if found := _OTHER_BRACKETS.search(event.value):
        message = _("Op deze plek komt geen naam: ‘{gevonden}’ blijft zo staan.").format(gevonden=found[0])
        remedy = _("Bedoelde u ‘{goed}’? Typ dan deze haakjes: { en }.").replace("{goed}", f"{{{found[1]}}}")
        yield Problem(place, event.start_mark.line + 1, event.start_mark.column + 1, message, remedy)


# What a check found, in words: the warnings, and which bands and advices the trial run reached. ------------------


def in_words(checked: Checked) -> list[str]:
    """Return what to say of a questionnaire without errors, line by line; what stands below a line is indented."""
    lines = []
    if count := len(checked.warnings):
        lines.append(meervoud("Eén ding kan beter:", "{n} dingen kunnen beter:", count).format(n=count))
        lines += [f"  {warning}" for warning in checked.warnings]
    if number := sum(map(len, checked.labels.values())):
        text = _("Labels om mee te beginnen: {n}, bij {vragen}.")
        questions = sum(map(bool, checked.labels.values()))
        asked = meervoud("{n} open vraag", "{n} open vragen", questions).format(n=questions)
        lines.append(text.format(n=number, vragen=asked))
    lines += _figures(checked.questionnaire)
    lines.append(_("Proefronde met {n} verzonnen mensen:").format(n=checked.trial.people))
    return lines + [f"  {line}" for line in [*_bands(checked), *_advices(checked), *_alone(checked)]]


def _figures(questionnaire: Questionnaire) -> list[str]:
    """Say of how many figures the study stands below them: whoever changes one does not see that in the file."""
    slides, study = questionnaire.education.slides, questionnaire.education.study
    figures = [one for slide in slides for one in (*slide.figures, slide.guess) if one is not None]
    if study is None or not figures:
        return []
    own = sum(1 for one in figures if one.source)
    text = _("Cijfers: bij {n} staat de bron van {onderzoek}, bij {eigen} een eigen bron.")
    told = text.format(n=len(figures) - own, onderzoek=study.name, eigen=own)
    remedy = _("Veranderde u een cijfer? Zet er dan een eigen ‘bron’ en ‘grens’ bij.")
    return [told, f"  {remedy}"]


def _bands(checked: Checked) -> list[str]:
    asked, reached = checked.questionnaire.asked, checked.trial.bands
    lines = []
    for dimension in asked.dimensions:
        if absent := [band.name for band in asked.bands if band.id not in reached[dimension.id]]:
            text = _("Bij ‘{dimensie}’ kwam niet voor: {banden}.")
            lines.append(text.format(dimensie=dimension.name, banden=opsomming(absent)))
    every = opsomming([band.name for band in asked.bands])
    return lines or [_("Scores: bij elke dimensie komt alles voor: {banden}.").format(banden=every)]


def _advices(checked: Checked) -> list[str]:
    advices, top = checked.questionnaire.advices, checked.trial.top
    absent = [advice.id for advice in advices if advice.id not in top]
    if not absent:
        return [_("Adviezen: elk advies kan bij de eerste vijf komen ({n}).").format(n=len(advices))]
    text = _("Adviezen: {n} van {van} kwamen bij de eerste vijf. Deze niet: {ids}.")
    return [text.format(n=len(top), van=len(advices), ids=", ".join(absent))]


def _alone(checked: Checked) -> list[str]:
    """Name the statements that no advice has as a trigger: that may be meant so, or forgotten."""
    named = {key for advice in checked.questionnaire.advices for key in advice.triggers}
    ids = [item.id for item in checked.questionnaire.asked.items if item.id not in named]
    return [_("Stellingen die geen advies oproepen: {ids}.").format(ids=", ".join(ids))] if ids else []
