"""Forty different errors in one folder: each is told, on the line where it stands, and nothing else."""

import pytest

from samenspel.authoring import QuestionnaireError, load

Q, A, E = "vragenlijst.yaml", "adviezen.yaml", "voorlichting.yaml"

# (file, what stands there, what it becomes, what the problem says); the error stands where the new text does.
FORTY = [
    (Q, "versie: 1.0.0", 'versie: "1.0"', "‘1.0’ mag zo niet bij ‘versie’"),
    (Q, "titel: Kleine zelftest", "titel: 12", "maar hier staat een getal"),
    (Q, "samenvatting: Twee onderwerpen, vijf stellingen.", 'samenvatting: ""', "is leeg"),
    (Q, "de {anderen} samen.\n", "de {andern} samen.\n", "‘{andern}’ kan hier niet worden ingevuld"),
    (Q, "{id: slager, enkelvoud: slager,", "{id: slager, enkelvoud: '{ander}',", "In de naam van een partij"),
    (Q, '{tekst: "Wat bent u?"}', "wie", "hoort een rijtje namen met een waarde erachter"),
    (Q, "[noord, zuid]", "[noord, 3]", "Bij onderdeel 2 van ‘suggesties’"),
    (Q, "{id: 1-3, tekst: 1 tot 3 jaar}", "{id: nog-niet, tekst: x}", "‘nog-niet’ komt twee keer voor"),
    (Q, "geen_overleg: true", "geen_overleg: ja", "Bedoelde u ‘true’?"),
    (Q, "tussenin, eens, ", "eens, ", "Het aantal onderdelen bij ‘antwoorden’ klopt niet"),
    (Q, "weet_niet: weet ik niet", 'weet_niet: "   "', "er staan alleen spaties"),
    (Q, "naam: knelpunt, vanaf: 1}", "naam: knelpunt, vanaf: 2}", "De eerste band begint niet bij 1"),
    (Q, "naam: sterk, vanaf: 4}", "naam: sterk, vanaf: 3}", "begint niet hoger dan de vorige"),
    (Q, "onduidelijk_vanaf: 0.25", "onduidelijk_vanaf: 0,25", "Bedoelde u ‘0.25’?"),
    (Q, "uitleg: Weet ieder wie wat doet?", 'uitleg: "Weet\\u200bieder?"', "onzichtbaar teken (U+200B)"),
    (Q, "{id: rol.ander, tekst: de rol", "{id: rol.ander, teks: de rol", "Bedoelde u ‘tekst’?"),
    (Q, "uitleg: Kennen wij elkaar?", "uitleg: Kennen wij elkaar 🤝?", "kan niet in het rapport"),
    (Q, "    onderwerp: brood", "    onderwep: brood\n    onderwerp: brood", "‘onderwep:’ hoort hier niet"),
    (Q, "alleen: [bakker]", "alleen: [bakkr]", "Bedoelde u ‘bakker’?"),
    (Q, "alleen: [slager]", "alleen: slager", "hoort een lijst, maar hier staat een tekst"),
    (Q, "    gesprek: Wat is vlees?", "    gesprek: &g Wat is vlees?", "Een merkteken met & mag hier niet"),
    (Q, "gesprek: Wanneer was het nuttig?", "gesprek: [Wanneer]", "maar hier staat een lijst"),
    (Q, "    bij_overleg: true", "    bij_overleg: soms", "‘bij_overleg’ hoort true (ja) of false"),
    (Q, "onderwerp: elkaar kennen", "onderwerp: !!str elkaar", "Een label met ! mag hier niet"),
    (Q, "wie: bakker, uitleg", "wie: baker, uitleg", "‘baker’ bestaat niet"),
    (Q, "{id: kennis-winkel,", "{id: rol-eigen,", "‘rol-eigen’ komt twee keer voor"),
    (Q, "{id: toe-goed,", "{id: partij,", "De id ‘partij’ heeft al een vaste betekenis"),
    (Q, "{id: anders, tekst: iets", "{id: lunch, tekst: iets", "‘lunch’ komt twee keer voor"),
    (A, "tijd: Een dag.", "tijd: 2024-05-01", "wordt niet als gewone tekst gelezen"),
    (A, "bewijskracht: 1\n", "bewijskracht: 1.5\n", "Het getal 1,5 kan niet bij ‘bewijskracht’"),
    (A, "rol-ander: 3", "rol-ander: 11", "Het getal 11 kan niet bij ‘rol-ander’"),
    (A, "rel-kennen: 1", "rel-kenen: 1", "Bedoelde u ‘rel-kennen’?"),
    (A, "{gewicht: 3, bij: {nog-niet: 1, 1-3: 0.5}}", "3", "Bij ‘ervaring’ is een getal alleen niet genoeg"),
    (A, "          rijen: 2", "          rijen: 2.0", "‘rijen’ hoort een heel getal"),
    (A, "  - id: overleg\n    titel: Praat", "  - id: meelopen\n    titel: Praat", "‘meelopen’ komt twee keer voor"),
    (A, "    wie: Iedereen.", "    wie: Iedereen.\n    wie: Iedereen!", "‘wie:’ staat hier twee keer"),
    (A, "          geen: 1", "          gen: 1", "Bedoelde u ‘geen’?"),
    (E, "  - dimensie: rel", "  - dimensie: reel", "Bedoelde u ‘rel’?"),
    (E, "bron: Verzonnen (2020)", "bron: {naam}", "Zet de hele tekst tussen aanhalingstekens"),
    (E, "  - Verzonnen, A. (2020). Brood en vlees.", "  - 2020", "Bij onderdeel 1 van ‘bronnen’"),
]


def test_all_forty_are_told_each_on_its_line(klein, change):
    for file, old, new, _told in FORTY:
        change(file, old, new)
    with pytest.raises(QuestionnaireError) as caught:
        load(klein)
    expected = [(str(klein / file), line(klein / file, new), told) for file, _old, new, told in FORTY]
    found = list(caught.value.problems)
    for file, number, told in expected:
        fitting = [p for p in found if (p.file, p.line) == (file, number) and told in str(p)]
        assert fitting, (file, number, told, [str(p) for p in found if p.file == file])
        found.remove(fitting[0])
    assert [str(problem) for problem in found] == []
    assert len(expected) == 40


def line(path, new):
    """Return the line where the wrong part of ``new`` stands: of two lines the last, where a key stands twice."""
    text = path.read_text(encoding="utf-8")
    first = text[: text.index(new)].count("\n") + 1
    return first + 1 if new.startswith("    wie:") else first
