"""Slips in what stands there: values, names and ids, each told once with its remedy; and files saved wrongly."""

from pathlib import Path

import pytest
from slipped import (
    COUNT,
    FIRST,
    ONLY,
    OWN,
    SHORT,
    SLIDE,
    STATEMENT,
    TOPIC,
    TRIGGERS,
    A,
    E,
    L,
    Q,
    edited,
    line_of,
    originals,
    seen,
    told,
)

QUOTES = "Zet de hele tekst tussen aanhalingstekens."
PARTS = "Zet het rijtje tussen { en }, met een komma tussen de onderdelen."
MARKS = "Kies er één. Haal de andere weg, met de regels vol <, = en >."

SLIPS = {
    # People between { and }, a picture, a short programme
    "a comma forgotten behind more words": (
        E,
        COUNT,
        COUNT.replace("partij: wijkcoach,", "wie: mensen van 12 tot 18 jaar"),
        "Vóór ‘n:’ ontbreekt een komma.",
        "Zet een komma tussen de onderdelen.",
    ),
    "semicolons": (E, COUNT, COUNT.replace(",", ";"), "Vóór ‘n:’ ontbreekt een komma.", "Zet een komma"),
    "no { before people": (E, COUNT, COUNT[1:], "Hier staan meer namen op één regel.", PARTS),
    "round brackets around people": (E, COUNT, f"({COUNT[1:-1]})", "Hier staan meer namen op één regel.", PARTS),
    "a slip in whose figure it is": (
        E,
        COUNT,
        COUNT.replace("partij", "patij"),
        "‘patij:’ hoort hier niet.",
        "Bedoelde u ‘partij’?",
    ),
    "nobody behind wie": (
        E,
        COUNT,
        COUNT.replace("partij: wijkcoach", "wie: "),
        "Bij ‘wie’ hoort een tekst, maar hier staat niets.",
        "Schrijf de tekst",
    ),
    "a picture in one line": (
        E,
        SLIDE,
        f"    beeld: plein.png\n{SLIDE}",
        "Bij ‘beeld’ hoort een rijtje namen",
        "Schrijf eronder, elk op een eigen regel en met meer spaties ervoor: bestand:, tekst:.",
    ),
    "a picture in one line without {": (
        E,
        SLIDE,
        f"    beeld: bestand: plein.png, tekst: Een plein}}\n{SLIDE}",
        "Hier staan meer namen op één regel.",
        PARTS,
    ),
    "two ids with a semicolon": (
        E,
        "    kaarten:\n",
        "    dimensie: rol; org\n    kaarten:\n",
        "‘rol; org’ mag zo niet bij ‘dimensie’.",
        "Gebruik kleine letters",
    ),
    "a slide with only a slip": (E, "    kaarten:\n", "    kaart:\n", "‘kaart:’ hoort hier niet.", "‘kaarten’?"),
    "nothing behind kort": (E, SLIDE, f"    kort:\n{SLIDE}", "Achter ‘kort:’ staat niets.", "of haal deze regel weg."),
    "nothing below logo": (E, "presentatie:\n", "logo:\npresentatie:\n", "Achter ‘logo:’ staat niets.", "Vul het in"),
    # What a value can be
    "ja for true": (Q, SHORT, SHORT.replace("true", "Ja"), "hoort true (ja) of false (nee)", "Bedoelde u ‘true’?", 1),
    "false misspelt": (
        Q,
        SHORT,
        SHORT.replace("false", "flase"),
        "hoort true (ja) of false (nee)",
        "Bedoelde u ‘false’?",
    ),
    "true between quotes": (
        Q,
        SHORT,
        SHORT.replace("true", '"true"'),
        "hoort true (ja)",
        "Schrijf true of false, zonder aanhalingstekens.",
        1,
    ),
    "a comma in a number": (A, TRIGGERS, TRIGGERS.replace("3\n", "2,5\n", 1), "hoort een getal", "Bedoelde u ‘2.5’?"),
    "a word for a weight": (
        A,
        TRIGGERS,
        TRIGGERS.replace("3\n", "zwaar\n", 1),
        "hoort een getal",
        "Schrijf een getal met een punt, zoals 0.5",
    ),
    "a weight of nothing": (
        A,
        TRIGGERS,
        TRIGGERS.replace("3\n", "0\n", 1),
        "Het getal 0 kan niet",
        "Meer dan 0 en hooguit 10 mag.",
    ),
    "a word behind minutes": (
        E,
        "    minuten: 2\n\n  # Rolduidelijkheid",
        "    minuten: 2 minuten\n\n  # Rolduidelijkheid",
        "hoort een heel getal",
        "Bedoelde u ‘2’?",
    ),
    "a number for a text": (
        Q,
        "titel: Zelftest samenwerking in de wijk",
        "titel: 2026",
        "maar hier staat een getal.",
        QUOTES,
    ),
    "a version in two parts": (Q, 'versie: "1.1.0"', "versie: 1.2", "mag zo niet bij ‘versie’.", "Bedoelde u ‘1.2.0’?"),
    "an empty text": (Q, f" {OWN}", "", "maar hier staat niets.", "Schrijf de tekst achter de dubbele punt."),
    "an empty text between quotes": (Q, OWN, '""', "De tekst bij ‘tekst’ is leeg.", "Hier hoort tekst."),
    "a text for a list": (
        Q,
        ONLY,
        ONLY.replace(":\n      - ", ": "),
        "hoort een lijst",
        "Begin elk onderdeel op een nieuwe regel met een streepje.",
    ),
    "a band below 1": (Q, "vanaf: 1.0", "vanaf: 0.5", "Het getal 0,5 kan niet bij ‘vanaf’.", "Van 1 tot en met 5 mag."),
    "a first band above 1": (
        Q,
        "vanaf: 1.0",
        "vanaf: 2",
        "De eerste band begint niet bij 1.",
        "Een band is een naam bij een score",
    ),
    "bands in the wrong order": (
        Q,
        "vanaf: 4.0",
        "vanaf: 2.5",
        "Deze band begint niet hoger dan de vorige.",
        "Zet ze van laag naar hoog.",
    ),
    "six answers": (
        Q,
        "    - helemaal oneens\n",
        "    - geen idee\n    - helemaal oneens\n",
        "klopt niet: 6.",
        "precies 5 te staan. Haal er 1 weg.",
    ),
    "four answers": (Q, "    - helemaal oneens\n    - oneens\n", "    - oneens\n", "klopt niet: 4.", "Zet er 1 bij."),
    "more than there are": (
        E,
        COUNT,
        COUNT.replace("n: 4", "n: 14"),
        "Het cijfer 14 is hoger",
        "‘n’ is hooguit zo groot als ‘van’.",
    ),
    "an emoji": (Q, OWN, f"{OWN} 😊", "kan niet in het rapport.", "Kies een gewoon teken, of schrijf het in woorden."),
    # Names
    "a capital": (Q, TOPIC, TOPIC.replace("ond", "Ond"), "‘Onderwerp:’ hoort hier niet.", "Bedoelde u ‘onderwerp’?"),
    "capitals": (
        Q,
        TOPIC,
        TOPIC.replace("onderwerp", "ONDERWERP"),
        "‘ONDERWERP:’ hoort hier niet.",
        "Bedoelde u ‘onderwerp’?",
    ),
    "misspelt": (Q, TOPIC, TOPIC.replace("onderw", "ondew"), "‘ondewerp:’ hoort hier niet.", "Bedoelde u ‘onderwerp’?"),
    "a line twice": (Q, TOPIC, TOPIC * 2, "‘onderwerp:’ staat hier twee keer.", "Haal er één weg.", 1),
    "a line gone": (
        Q,
        STATEMENT,
        STATEMENT.replace("    dimensie: rol\n", ""),
        "Hier ontbreekt ‘dimensie:’.",
        "Daar hoort: de id van de dimensie",
    ),
    # Ids
    "a copy with the same id": (
        Q,
        f"{FIRST}    tekst",
        f"{STATEMENT}{TOPIC}    gesprek: Wat?\n\n{FIRST}    tekst",
        "‘rol-ander’ komt twee keer voor.",
        "Kies hier een andere naam",
        7,
    ),
    "a capital in an id": (Q, FIRST, FIRST.replace("rol", "Rol"), "‘Rol-ander’ mag zo niet", "Bedoelde u ‘rol-ander’?"),
    "a space in an id": (Q, FIRST, FIRST.replace("rol-", "rol "), "‘rol ander’ mag zo niet", "Bedoelde u ‘rol-ander’?"),
    "a dimension misspelt": (
        Q,
        STATEMENT,
        STATEMENT.replace("sie: rol", "sie: rollen"),
        "‘rollen’ bestaat niet.",
        "Bedoelde u ‘rol’?",
        2,
    ),
    "a condition misspelt": (
        Q,
        STATEMENT,
        STATEMENT.replace("rol.ander", "rol.anders"),
        "‘rol.anders’ bestaat niet.",
        "Bedoelde u ‘rol.ander’?",
        3,
    ),
    "a condition of another": (
        Q,
        STATEMENT,
        STATEMENT.replace("rol.ander", "org.doelen"),
        "hoort bij dimensie ‘org’.",
        "Kies uit: rol.eigen",
        3,
    ),
    "a party in the plural": (
        Q,
        ONLY,
        ONLY.replace("coach", "coaches"),
        "‘wijkcoaches’ bestaat niet.",
        "Bedoelde u ‘wijkcoach’?",
        1,
    ),
    "a trigger misspelt": (
        A,
        TRIGGERS,
        TRIGGERS.replace("rol-ander", "rol-anders"),
        "‘rol-anders’ bestaat niet.",
        "Bedoelde u ‘rol-ander’?",
    ),
    "a dimension of a slide": (
        E,
        "    dimensie: rol\n    tekst",
        "    dimensie: rollen\n    tekst",
        "‘rollen’ bestaat niet.",
        "Bedoelde u ‘rol’?",
    ),
    "a dimension of a theory": (
        E,
        "  - dimensie: rol\n",
        "  - dimensie: rolen\n",
        "‘rolen’ bestaat niet.",
        "Bedoelde u ‘rol’?",
    ),
    "a party of a figure": (
        E,
        COUNT,
        COUNT.replace("coach", "agent"),
        "‘wijkagent’ bestaat niet.",
        "Kies uit: wijkcoach of jongerenwerker.",
    ),
    "a party of a guess": (
        E,
        "      partij: jongerenwerker\n      n: 6\n",
        "      partij: jongere\n      n: 6\n",
        "‘jongere’ bestaat niet.",
        "Bedoelde u ‘jongerenwerker’?",
    ),
    "an advice of a slide": (
        E,
        "    advies: meelopen\n",
        "    advies: mee-lopen\n",
        "‘mee-lopen’ bestaat niet.",
        "Bedoelde u ‘meelopen’?",
    ),
    "a statement of a team": (
        E,
        "        - rol-verdeling\n",
        "        - rol-verdeeld\n",
        "‘rol-verdeeld’ bestaat niet.",
        "Bedoelde u ‘rol-verdeling’?",
    ),
    "an answer of a team": (
        E,
        "        pro-leiding: 5\n",
        "        pro-leider: 5\n",
        "‘pro-leider’ bestaat niet.",
        "Bedoelde u ‘pro-leiding’?",
    ),
    "a question of labels": (L, "  toe-goed:\n", "  toe-goet:\n", "‘toe-goet’ bestaat niet.", "Bedoelde u ‘toe-goed’?"),
    "a party renamed here only": (
        Q,
        "  - id: wijkcoach\n",
        "  - id: wijkagent\n",
        "‘wijkcoach’ staat nog op 32 plekken.",
        "Zet de oude terug, of verander hem ook op die plekken.",
    ),
    "a dimension renamed here only": (
        Q,
        "  - id: rel\n",
        "  - id: relatie\n",
        "‘rel’ staat nog op 11 plekken.",
        "Zet de oude terug",
    ),
    "a statement renamed here only": (
        Q,
        FIRST,
        "  - id: rol-anderen\n",
        "‘rol-ander’ staat nog op 5 plekken.",
        "Zet de oude terug",
    ),
    # Two versions
    "a conflict": (
        Q,
        TOPIC,
        f"<<<<<<< HEAD\n{TOPIC}=======\n    onderwerp: de ander\n>>>>>>> anja\n",
        "Hier staan twee versies",
        MARKS,
    ),
    "half a conflict": (
        Q,
        TOPIC,
        f"{TOPIC}=======\n",
        "Hier staan twee versies van dit bestand door elkaar.",
        MARKS,
        1,
    ),
}


@pytest.mark.parametrize("case", SLIPS.values(), ids=SLIPS.keys())
def test_what_cannot_stand_there_is_told_with_what_to_do(case):
    seen(case)


# What is taken away, and named elsewhere still. ----------------------------------------------------------------------


def part(file: str, begin: str, end: str) -> str:
    text = originals()[file].decode("utf-8")
    return text[text.index(begin) : text.index(end)]


def test_a_deleted_statement_is_told_at_each_line_that_names_it():
    problems = told(Q, edited(Q, part(Q, FIRST, "  - id: rol-expertise\n"), ""))
    lines = [
        (file, number)
        for file in (A, E)
        for number, line in enumerate(originals()[file].decode().splitlines(), start=1)
        if line.strip().startswith(("rol-ander:", "- rol-ander"))
    ]
    assert [(Path(problem.file).name, problem.line) for problem in problems] == lines
    assert len(lines) == 5
    for problem in problems:
        assert problem.message == "De stelling ‘rol-ander’ bestaat niet."
        assert problem.allowed == "Haal deze regel weg, of zet de stelling terug."
        assert problem.suggestion == ""


def test_a_deleted_advice_is_told_at_the_slide_that_names_it():
    (problem,) = told(A, edited(A, part(A, "  - id: convenant\n", "  - id: fysiek-treffen\n"), ""))
    assert (Path(problem.file).name, problem.line) == (E, line_of(E, "    advies: convenant\n"))
    assert problem.message == "Het advies ‘convenant’ bestaat niet."
    assert problem.allowed == "Haal deze regel weg, of zet het advies terug."


# A file that was saved in another way, or that is another file. ------------------------------------------------------

WINDOWS = "Sla het op met codering UTF-8."
DOCUMENT = "Bewaar het daarin als platte tekst (tekst zonder opmaak), met codering UTF-8."
SAVED = {
    "Windows-1252": (
        lambda text: text.encode("cp1252", "replace"),
        "Dit bestand is niet opgeslagen als UTF-8.",
        WINDOWS,
    ),
    "UTF-16": (lambda text: text.encode("utf-16"), "maar als UTF-16 (‘Unicode’).", WINDOWS),
    "RTF": (lambda text: b"{\\rtf1\\ansi " + text.encode(), "zoals Word of RTF.", DOCUMENT),
    "Word": (lambda text: b"PK\x03\x04word/document.xml" + text.encode(), "zoals Word of RTF.", DOCUMENT),
    "a page": (
        lambda text: f"<!DOCTYPE html><pre>{text}".encode(),
        "Dit is een webpagina.",
        "Bewaar alleen de tekst zelf",
    ),
    "nothing": (lambda _text: b"", "Dit bestand is leeg.", ""),
}


@pytest.mark.parametrize(("saved", "message", "remedy"), SAVED.values(), ids=SAVED.keys())
def test_a_file_saved_otherwise_is_told_once(saved, message, remedy):
    (problem,) = told(Q, saved(originals()[Q].decode("utf-8")))
    assert message in problem.message
    assert remedy in problem.allowed


def test_the_first_letter_in_another_encoding_has_its_line():
    text = originals()[Q].decode("utf-8")
    number = next(number for number, line in enumerate(text.split("\n"), start=1) if not line.isascii())
    assert told(Q, text.encode("cp1252", "replace"))[0].line == number


@pytest.mark.parametrize(
    "saved",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r\n", 200).encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: text.replace(TOPIC, TOPIC.replace(":", " :")).encode(),
        lambda text: text.replace(TOPIC, TOPIC.replace(": ", ":\t")).encode(),
    ],
    ids=["a BOM", "CRLF", "CRLF in a part", "no last line end", "a space before a colon", "a tab behind a colon"],
)
def test_what_is_no_slip_is_not_told(saved):
    assert told(Q, saved(originals()[Q].decode("utf-8"))) == []
