"""Every kind of error, each on the line where it stands, and no other.

Mini-format: a case is (file, what stands there, what it becomes, expected…). Expected is a text that the problem says:
alone, on the line where the change begins; as (lines, text), so many lines below it; as (file, fragment, text), on
the line with that fragment. Nothing else may be found.
"""

import pytest

from samenspel.authoring import load

Q, A, E = "vragenlijst.yaml", "adviezen.yaml", "voorlichting.yaml"
WHO = "wie: Iedereen."
APOSTROPHE = (
    "begint met ' en dat telt als aanhalingsteken. Zet de hele tekst tussen rechte dubbele aanhalingstekens (\")."
)
VERSION = '‘{}’ mag zo niet bij ‘versie’. Wat mag: drie getallen, zoals "1.0.0".{}'
HARD_SPACES = "Voor deze regel staan bijzondere spaties"
SHAPE = {
    "unknown key": (Q, "    onderwerp: brood", "    onderwep: brood", "‘onderwep:’ hoort hier niet."),
    "suggested key": (Q, "kennisvraag:", "kenisvraag:", "Bedoelde u ‘kennisvraag’?"),
    "unknown key like nothing": (Q, "wij: Met", "zzz: 1\nwij: Met", "‘zzz:’ hoort hier niet. Hier mag: "),
    "unknown key deep inside": (A, "          rijen: 2", "          rijen: 2\n          rij: 3", (1, "‘rij:’ hoort")),
    "missing key": (E, "    bron: Verzonnen (2020)\n", "", (-2, "Hier ontbreekt ‘bron:’. Daar hoort: waar dit staat.")),
    "missing key of the file": (E, "bronnen:\n  - V", "# V", (E, "theorie:", "Hier ontbreekt ‘bronnen:’.")),
    "number for a text": (Q, "titel: Kleine zelftest", "titel: 12", "hoort een tekst, maar hier staat een getal. Zet"),
    "number for an id": (Q, "id: klein", "id: 12", "maar hier staat een getal. Zet de hele tekst tussen aanhal"),
    "number for a version": (Q, "versie: 1.0.0", "versie: 1.1", VERSION.format("1.1", " Bedoelde u ‘1.1.0’?")),
    "whole number for a version": (Q, "versie: 1.0.0", "versie: 2", VERSION.format("2", " Bedoelde u ‘2.0.0’?")),
    "version with a letter": (Q, "versie: 1.0.0", "versie: v1", VERSION.format("v1", " Bedoelde u ‘1.0.0’?")),
    "version in four parts": (Q, "versie: 1.0.0", "versie: 1.2.3.4", VERSION.format("1.2.3.4", " Bedoelde u ‘1.2.3’?")),
    "version without a number": (Q, "versie: 1.0.0", "versie: nieuw", VERSION.format("nieuw", "")),
    "nothing for a text": (Q, "titel: Kleine zelftest", "titel:", "maar hier staat niets."),
    "list for a text": (Q, "titel: Kleine zelftest", "titel: [a]", "maar hier staat een lijst."),
    "bare placeholder": (A, WHO, "wie: {ander}", "Zet de hele tekst tussen aanhalingstekens."),
    "date": (A, WHO, "wie: 2024-05-01", "‘2024-05-01’ wordt niet als gewone tekst gelezen."),
    "impossible date": (A, WHO, "wie: 2024-13-45", "wordt niet als gewone tekst gelezen"),
    "value sign": (A, WHO, "wie: =", "wordt niet als gewone tekst gelezen"),
    "yes for true": (Q, "geen_overleg: true}", "geen_overleg: ja}", "Bedoelde u ‘true’?"),
    "comma in a number": (Q, "onduidelijk_vanaf: 0.25", "onduidelijk_vanaf: 0,25", "Bedoelde u ‘0.25’?"),
    "not a number": (Q, "onduidelijk_vanaf: 0.25", "onduidelijk_vanaf: .nan", "maar hier staat geen gewoon getal"),
    "infinite": (A, "bewijskracht: 0.3", "bewijskracht: .inf", "maar hier staat geen gewoon getal"),
    "endless number": (A, "bewijskracht: 0.3", f"bewijskracht: {'9' * 5000}", "wordt niet als gewone tekst gelezen"),
    "broken number": (A, "          rijen: 2", "          rijen: 2.0", "‘rijen’ hoort een heel getal"),
    "text for a list": (Q, "alleen: [bakker]", "alleen: bakker", "hoort een lijst, maar hier staat een tekst."),
    "text for a block": (
        Q,
        'partij: {tekst: "Wat bent u?"}',
        "partij: wie",
        "hoort een rijtje namen met een waarde erachter",
    ),
    "wrong part of a list": (Q, "[noord, zuid]", "[noord, 3]", "Bij onderdeel 2 van ‘suggesties’ hoort een tekst"),
    "too long": (A, WHO, f"wie: {'x' * 4001}", "De tekst bij ‘wie’ is te lang: 4001 tekens. Hooguit 4000 tekens mag."),
    "empty text": (A, WHO, 'wie: ""', "De tekst bij ‘wie’ is leeg."),
    "form": (
        A,
        "id: meelopen",
        "id: Mee Lopén",
        "‘Mee Lopén’ mag zo niet bij ‘id’. Gebruik kleine letters, cijfers, - en .",
    ),
    "id with a space": (
        Q,
        "id: rol-brood",
        "id: rol brood",
        "‘rol brood’ mag zo niet bij ‘id’. Gebruik kleine letters, cijfers, - en .",
    ),
    "missing plural": (
        Q,
        "enkelvoud: slager, meervoud: slagers}",
        "enkelvoud: slager}",
        "Hier ontbreekt ‘meervoud:’. Daar hoort: de naam van meer personen",
    ),
    "form of a version": (Q, "1.0.0", '"1.0"', VERSION.format("1.0", " Bedoelde u ‘1.0.0’?")),
    "form of a reference": (A, "geen: 1", "Geen: 1", "‘Geen’ mag zo niet. Gebruik kleine letters"),
    "form of a trigger": (A, "rol-ander: 3", "Rol_Ander: 3", "zonder spaties. Bedoelde u ‘rol-ander’?"),
    "suggested form": (A, "id: meelopen", "id: Mee..Lopén!", "Bedoelde u ‘mee.lopen’?"),
    "empty id": (A, "id: meelopen", 'id: ""', "De tekst bij ‘id’ is leeg."),
    "too large": (
        A,
        "rol-ander: 3",
        "rol-ander: 11",
        "Het getal 11 kan niet bij ‘rol-ander’. Meer dan 0 en hooguit 10",
    ),
    "too small": (A, "rol-ander: 3", "rol-ander: 0", "Het getal 0 kan niet bij ‘rol-ander’."),
    "too large, with a point": (Q, "sterk, vanaf: 4}", "sterk, vanaf: 6.0}", "Het getal 6 kan niet bij ‘vanaf’."),
    "text for a band": (Q, "sterk, vanaf: 4}", "sterk, vanaf: hoog}", "hoort een getal, maar hier staat een tekst."),
    "share too large": (
        A,
        "bewijskracht: 0.3",
        "bewijskracht: 1.5",
        "Het getal 1,5 kan niet bij ‘bewijskracht’. Van 0 tot",
    ),
    "too few": (Q, "tussenin, eens, ", "eens, ", "Het aantal onderdelen bij ‘antwoorden’ klopt niet: 4. Er horen er"),
    "too many": (Q, "context:\n", "  - {id: c, enkelvoud: c, meervoud: c}\ncontext:\n", (-2, "precies 2")),
    "text as a weight": (A, "rol-ander: 3", 'rol-ander: "3"', "hoort een getal, maar hier staat een tekst."),
    "truth as a weight": (A, "rol-ander: 3", "rol-ander: true", "hoort een getal, maar hier staat true of false."),
    "weight in a block": (A, "gewicht: 3, bij", "gewicht: 30, bij", "Het getal 30 kan niet bij ‘gewicht’."),
    "unknown key in a block": (A, "gewicht: 3, bij", "gewicht: 3, telt: 1, bij", "‘telt:’ hoort hier niet."),
    "no answers that count": (
        A,
        "        bij:\n          geen: 1\n",
        "        bij: {}\n",
        "Er hoort er minstens 1 te staan.",
    ),
    "trigger that is no id": (A, "rel-kennen: 1", "Rel: 1", "De naam ‘Rel’ mag zo niet.", "‘Rel’ bestaat niet."),
    "file that is a list": (E, "theorie:\n", "- theorie:\n", (E, "bronnen:", "Zet hem recht onder ‘theorie:’")),
}
FORBIDDEN = {
    "double key": (
        A,
        f"    {WHO}",
        "    wie: U.\n    wie: W.",
        (1, "‘wie:’ staat hier twee keer. Hij staat ook op regel"),
    ),
    "double trigger": (A, "      rol-ander: 3", "      rol-ander: 3\n      rol-ander: 3", (1, "staat hier twee keer.")),
    "double block": (A, f"    {WHO}", "    wie: U.\n    wie: {a: {b: [c]}}", (1, "‘wie:’ staat hier twee keer.")),
    "anchor": (A, WHO, "wie: &w Iedereen.", "Een merkteken met & mag hier niet."),
    "alias": (A, WHO, "wie: *w", "Een verwijzing met * mag hier niet."),
    "alias to itself": (A, "adviezen:\n", "adviezen: &a\n  - *a\n", "Een merkteken", (1, "Een verwijzing met *")),
    "alias as a key": (A, f"    {WHO}", f"    {WHO}\n    *w : x", (1, "Een verwijzing met *")),
    "alias as a weight": (A, "rel-kennen: 1", "rel-kennen: *w", "Een verwijzing met *"),
    "alias as a condition": (Q, "voorwaarde: rol.ander", "voorwaarde: *w", "Een verwijzing met *"),
    "tag": (A, WHO, "wie: !!str Iedereen.", "Een label met ! mag hier niet."),
    "tag of Python": (A, WHO, "wie: !!python/name:os.system x", "Een label met !"),
    "tag on a block": (A, "      delen:", "      delen: !!set", "Een label met !"),
    "merge key": (A, f"    {WHO}", f"    {WHO}\n    <<: {{a: b}}", (1, "Samenvoegen met << mag hier niet.")),
    "merge sign": (A, WHO, "wie: <<", "Samenvoegen met <<"),
    "number as a key": (
        A,
        f"    {WHO}",
        f"    {WHO}\n    1: x",
        (1, "Hier hoort een gewone naam vóór de dubbele punt."),
    ),
    "list as a key": (A, f"    {WHO}", f"    {WHO}\n    [a, b]: {{c: d}}", (1, "Hier hoort een gewone naam")),
    "second document": (E, "bronnen:\n", "bronnen: []\n---\nbronnen:\n", (1, "Hier begint een tweede document.")),
    "directive": (E, "theorie:\n", "%YAML 1.1\n---\ntheorie:\n", "een regel die met % begint."),
    "too deep": (
        A,
        WHO,
        f"wie: {'[' * 30}{']' * 30}",
        "Hier zijn te veel lagen in elkaar gezet. Hooguit 20 lagen mag.",
    ),
    "deep enough to crash a parser": (A, WHO, f"wie: {'[' * 100_000}", "Hier zijn te veel lagen"),
}
SYNTAX = {
    "unclosed list": (A, "[dag gekozen, plek gekozen]", "[dag", "niet goed afgesloten."),
    "unclosed block": (A, "[dag gekozen, plek gekozen]", "{dag", "niet goed afgesloten."),
    "path": (A, WHO, 'wie: "Pad C:\\users en meer."', "staat een \\ met een teken dat niet kan."),
    "escaped quote": (A, WHO, 'wie: "Pad C:\\"', "Door de \\ telt het aanhalingsteken erachter niet mee."),
    "unknown escape": (A, WHO, 'wie: "C:\\q"', "staat een \\ met een teken dat niet kan."),
    "name of the other first": (
        A,
        WHO,
        "wie: {ander} komt.",
        "Een tekst kan niet met {ander} of {anderen} beginnen. Zet de hele tekst tussen aanhalingstekens.",
    ),
    "brackets left": (
        Q,
        "alleen: [bakker]",
        "alleen: []\n      - bakker",
        "Achter ‘alleen:’ staat nog [], maar eronder staat een lijst. Haal [] weg.",
    ),
    "brackets forgotten": (Q, "[noord, zuid]", "", "Is de lijst leeg? Zet [] erachter."),
    "no space after a colon": (
        A,
        "rel-kennen: 1",
        "rel-kennen:1",
        "Achter ‘rel-kennen:’ ontbreekt een spatie. Schrijf: naam, dubbele punt, spatie, tekst.",
    ),
    "no space after the first colon of a block": (A, "rol-ander: 3", "rol-ander:3", "Achter ‘rol-ander:’ ontbreekt"),
    "no space after two colons": (
        A,
        "rol-ander: 3\n      rel-kennen: 1",
        "rol-ander:3\n      rel-kennen:1",
        "Achter ‘rol-ander:’ ontbreekt",
    ),
    "hard space after a colon": (A, WHO, "wie:\u00a0Iedereen.", "Achter ‘wie:’ ontbreekt een spatie."),
    "hard spaces after ordinary ones": (A, f"    {WHO}", f"  \u00a0\u00a0{WHO}", HARD_SPACES),
    "hard spaces on more lines": (
        Q,
        "    tekst: Ons overleg is nuttig.\n    dimensie: rel\n",
        "\u00a0   tekst: Ons overleg is nuttig.\n\u00a0   dimensie: rel\n",
        HARD_SPACES,
    ),
    "sign at the start": (A, WHO, "wie: @ons", "Een tekst kan niet met dit teken beginnen."),
    "ampersand at the start": (A, WHO, "wie: & ik", "Een tekst kan niet met &, * of ! beginnen."),
    "dash at the start": (A, WHO, "wie: - ik", "Hier kan geen streepje staan."),
    "text after a quote in a list": (E, "- Verzonnen, A.", '- "Verzonnen", A.', "staat nog tekst. Zet de hele tekst"),
    "text after a quote on a later line": (
        A,
        WHO,
        'wie: "Iedereen\n      en u" ook',
        "Het tweede aanhalingsteken staat op regel 30, en daarachter staat nog tekst. Zet de hele tekst",
    ),
    "quoted word at the start": (A, WHO, "wie: 'ik' en jij", APOSTROPHE),
    "apostrophe at the start, and one later": (Q, "Ons overleg is nuttig.", "'t Is zo, foto's ook.", APOSTROPHE),
    "apostrophes at the start of two texts": (
        Q,
        "Ons overleg is nuttig.\n    dimensie: rel\n    voorwaarde: rel.verbinden\n    onderwerp: overleg",
        "'t Is nuttig.\n    dimensie: rel\n    voorwaarde: rel.verbinden\n    onderwerp: 's avonds",
        APOSTROPHE,
    ),
    "apostrophe at the start of a part": (E, "- Verzonnen, A.", "- 't Is verzonnen, A.", APOSTROPHE),
    "unclosed quote before a right one": (
        Q,
        'partij: {tekst: "Wat bent u?"}',
        'partij: {tekst: "Wat bent u?}',
        "maar het tweede ontbreekt. Zet aan het eind",
    ),
    "unclosed quote before a text with a colon": (
        Q,
        "Ons overleg is nuttig.\n    dimensie: rel\n    voorwaarde: rel.verbinden\n    onderwerp: overleg",
        '"Ons overleg.\n    dimensie: rel\n    voorwaarde: rel.verbinden\n    onderwerp: "let op: overleg"',
        "maar het tweede ontbreekt.",
    ),
    "unclosed quote, closed by a stray one": (
        Q,
        "Ons overleg is nuttig.\n    dimensie: rel\n    voorwaarde: rel.verbinden\n    onderwerp: overleg",
        '"Ons overleg.\n    dimensie: rel\n    voorwaarde: rel.verbinden\n    onderwerp: overleg"',
        "maar het tweede ontbreekt.",
    ),
    "unclosed quote of a part": (
        E,
        "  - Verzonnen, A. (2020). Brood en vlees.",
        '  - "Verzonnen\n  - Bron twee\n  - "Bron drie"',
        "maar het tweede ontbreekt.",
    ),
    "unclosed quote, Windows": (
        E,
        "  - Verzonnen, A. (2020). Brood en vlees.",
        '  - "Verzonnen\r\n  - Bron twee"\r\n  - x',
        "maar het tweede ontbreekt.",
    ),
    "low curly quotes": (A, WHO, "wie: „Let op: u.”", 'tussen rechte aanhalingstekens (").'),
    "single curly quotes": (A, WHO, "wie: ‘Let op: u.’", "Aanhalingstekens zoals ‘ tellen hier niet."),
    "placeholder at the start": (A, WHO, "wie: {ander} en u", "Zet de hele tekst tussen aanhalingstekens."),
    "part without a dash": (
        A,
        "  - id: overleg\n",
        "  id: overleg\n",
        "maar het streepje ontbreekt. Schrijf ‘- id:’, met het streepje recht onder dat van regel 2.",
    ),
    "unknown directive": (E, "theorie:\n", "%FOO\ntheorie:\n", "Deze regel past niet aan het begin of het einde"),
    "block sign": (A, WHO, "wie: |x", "Achter > of | kan op dezelfde regel geen tekst staan."),
    "question mark at the start": (A, WHO, "wie: ? ik", "Een tekst kan niet met dit teken beginnen."),
    "bare colon": (A, WHO, "wie: : x: y", "Hier staat een dubbele punt die niet kan."),
}
TWICE = "komt twee keer voor. De eerste staat op regel "
IDS = {
    "double item": (Q, "id: rol-brood", "id: rol-eigen", f"‘rol-eigen’ {TWICE}"),
    "item and card": (Q, "{id: kennis-brood,", "{id: rol-eigen,", f"‘rol-eigen’ {TWICE}"),
    "card and open question": (Q, "{id: toe-goed,", "{id: kennis-brood,", f"‘kennis-brood’ {TWICE}"),
    "double advice": (A, "  - id: overleg\n", "  - id: meelopen\n", f"‘meelopen’ {TWICE}"),
    "double party": (
        Q,
        "{id: slager,",
        "{id: bakker,",
        f"‘bakker’ {TWICE}",
        (Q, "alleen: [slager]", "‘slager’ bestaat niet. Kies uit: bakker."),
    ),
    "double dimension": (
        Q,
        "  - id: rel\n    naam",
        "  - {id: rol, naam: R, uitleg: R., voorwaarden: []}\n  - id: rel\n    naam",
        f"‘rol’ {TWICE}",
    ),
    "double condition": (
        Q,
        "{id: rol.ander, tekst: de rol van de ander}",
        "{id: rol.ander, tekst: de rol van de ander}\n      - {id: rol.ander, tekst: x}",
        (1, f"‘rol.ander’ {TWICE}"),
    ),
    "double condition elsewhere": (
        Q,
        "{id: rel.verbinden, tekst: contact maken}",
        "{id: rel.verbinden, tekst: contact maken}\n      - {id: rol.eigen, tekst: x}",
        (1, f"‘rol.eigen’ {TWICE}"),
    ),
    "double choice": (
        Q,
        "{id: ja, tekst: ja}",
        "{id: ja, tekst: ja}\n      - {id: ja, tekst: soms}",
        (1, f"‘ja’ {TWICE}"),
    ),
    "double band": (Q, "{id: sterk, naam", "{id: knelpunt, naam", f"‘knelpunt’ {TWICE}"),
    "double activity": (Q, "{id: anders, tekst", "{id: lunch, tekst", f"‘lunch’ {TWICE}"),
    "double party of an item": (Q, "alleen: [bakker]", "alleen: [bakker, bakker]", f"‘bakker’ {TWICE}"),
    "double theory": (E, "  - dimensie: rel", "  - dimensie: rol", f"‘rol’ {TWICE}"),
    "reserved column": (Q, "{id: toe-goed,", "{id: partij,", "De id ‘partij’ heeft al een vaste betekenis."),
    "reserved trigger": (Q, "{id: toe-goed,", "{id: kennis,", "De id ‘kennis’ heeft al een vaste betekenis."),
    "reserved party": (
        Q,
        "{id: slager,",
        "{id: allebei,",
        "De id ‘allebei’ heeft al een vaste betekenis. Kies een andere id dan: andere-rol, allebei, weet-niet.",
        (Q, "alleen: [slager]", "‘slager’ bestaat niet."),
    ),
}
REFERENCES = {
    "unknown item": (A, "rel-kennen: 1", "rel-kenen: 1", "‘rel-kenen’ bestaat niet."),
    "suggested item": (A, "rel-kennen: 1", "rel-kenen: 1", "Bedoelde u ‘rel-kennen’?"),
    "area as a trigger": (A, "rel-kennen: 1", "gebied: 1", "‘gebied’ bestaat niet."),
    "unknown context answer": (
        A,
        "          geen: 1",
        "          gen: 1",
        "‘gen’ bestaat niet. Kies uit: ja of geen. Bed",
    ),
    "context without a block": (
        A,
        "{gewicht: 3, bij: {nog-niet: 1, 1-3: 0.5}}",
        "3",
        "is een getal alleen niet genoeg.",
    ),
    "block for an item": (
        A,
        "rel-overleg: 2",
        "rel-overleg: {gewicht: 2, bij: {ja: 1}}",
        "hoort een getal, geen rijtje namen.",
    ),
    "unknown party": (
        Q,
        "alleen: [bakker]",
        "alleen: [baker]",
        "‘baker’ bestaat niet. Kies uit: bakker of slager. Bed",
    ),
    "unknown who": (Q, "wie: allebei", "wie: beide", "‘beide’ bestaat niet. Kies uit: bakker, slager of allebei."),
    "unknown condition": (Q, "voorwaarde: rol.ander", "voorwaarde: rol.anders", "Bedoelde u ‘rol.ander’?"),
    "condition of another dimension": (
        Q,
        "voorwaarde: rol.ander",
        "voorwaarde: rel.verbinden",
        "De voorwaarde ‘rel.verbinden’ hoort bij dimensie ‘rel’. Kies uit: rol.eigen of rol.ander.",
    ),
    "unknown dimension": (Q, "rol\n    voorwaarde: rol.ander", "roll\n    voorwaarde: rol.ander", "Bedoelde u ‘rol’?"),
    "theory without dimension": (
        E,
        "dimensie: rel",
        "dimensie: relatie",
        "‘relatie’ bestaat niet. Kies uit: rol of rel.",
    ),
}
STRUCTURE = {
    "first band": (Q, "knelpunt, vanaf: 1}", "knelpunt, vanaf: 2}", "De eerste band begint niet bij 1."),
    "bands not ascending": (Q, "sterk, vanaf: 4}", "sterk, vanaf: 3}", "Deze band begint niet hoger dan de vorige."),
    "dimension without items": (
        Q,
        "  - id: rel\n    naam",
        "  - {id: leeg, naam: Leeg, uitleg: Leeg., voorwaarden: []}\n  - id: rel\n    naam",
        "Bij dimensie ‘leeg’ hoort geen enkele stelling.",
    ),
    "no choices": (
        Q,
        "    antwoorden:\n      - {id: nog-niet, tekst: nog niet}\n      - {id: 1-3, tekst: 1 tot 3 jaar}\n",
        "    antwoorden: []\n",
        (-1, "Bij ‘ervaring’ staan geen antwoorden."),
        (A, "ervaring:", "‘nog-niet’ bestaat niet."),
        (A, "ervaring:", "‘1-3’ bestaat niet."),
    ),
    "rows without columns": (
        A,
        "kolommen: [tijd, wat]\n          eerste_kolom: [ochtend, middag]\n          ",
        "",
        "rijen van een",
    ),
    "first column without columns": (A, "kolommen: [tijd, wat]\n          ", "", "rijen van een", (1, "rijen van een")),
    "too light an advice": (
        A,
        "      overleg:\n        gewicht: 3\n        bij:\n          geen: 1\n      rel-overleg: 2",
        "      rel-overleg: 0.9",
        "Niemand kan dit advies krijgen, wat iemand ook antwoordt.",
    ),
    "advice on items nobody is asked together": (
        A,
        "      overleg:\n        gewicht: 3\n        bij:\n          geen: 1\n      rel-overleg: 2",
        "      rol-brood: 0.9\n      rol-vlees: 0.9",
        "Niemand kan dit advies krijgen, wat iemand ook antwoordt.",
    ),
}
TEXTS = {
    "blank text": (A, WHO, 'wie: "  "', "Deze tekst is leeg: er staan alleen spaties."),
    "blank optional text": (A, "kop: Vooraf", 'kop: " "', "Deze tekst is leeg"),
    "blank by a no-break space": (A, WHO, 'wie: "\u00a0"', "Deze tekst is leeg"),
    "id with a line end": (A, "id: meelopen", 'id: "meelopen\\n"', "Hier hoort één regel zonder regeleinde."),
    "unknown placeholder": (
        A,
        "wat: Maak er",
        "wat: Maak met {andere}",
        "Alleen {ander} of {anderen} mag. Bedoelde u ‘{ander",
    ),
    "placeholder in a party": (
        Q,
        "enkelvoud: bakker,",
        'enkelvoud: "de {ander}",',
        "In de naam van een partij kan geen",
    ),
    "terminal escape": (A, WHO, 'wie: "\\e[31mrood"', "een onzichtbaar teken (U+001B)"),
    "escaped NUL": (A, WHO, 'wie: "a\\0"', "een onzichtbaar teken (U+0000)"),
    "escaped tab": (A, WHO, 'wie: "a\\tb"', "In deze tekst staat een tab."),
    "bidi override": (A, WHO, "wie: a\u202eb", "een onzichtbaar teken (U+202E)"),
    "control character": (A, WHO, "wie: a\x07b", "een teken dat niet in een tekstbestand hoort (U+0007)."),
    "NUL": (A, WHO, "wie: a\0b", "een teken dat niet in een tekstbestand hoort (U+0000)."),
    "line separator": (A, WHO, "wie: a\u2028b", "een teken dat niet in een tekstbestand hoort (U+2028)."),
}
CASES = {**SHAPE, **FORBIDDEN, **SYNTAX, **IDS, **REFERENCES, **STRUCTURE, **TEXTS}


def expectation(expected, change_file, change_line, line_of):
    match expected:
        case str(text):
            return change_file, change_line, text
        case (int(lines), text):
            return change_file, change_line + lines, text
        case (file, fragment, text):
            return file, line_of(file, fragment), text


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_an_error_is_told_on_its_line_and_nothing_else(case, change, problems, line_of, klein):
    file, old, new, *expected = case
    line = change(file, old, new)
    left = problems()
    for where, number, text in (expectation(each, file, line, line_of) for each in expected):
        told = [p for p in left if (p.file, p.line) == (str(klein / where), number) and text in str(p)]
        assert told, f"{where}:{number}: {text!r} not in:\n" + "\n".join(map(str, left))
        left.remove(told[0])
    assert not left, "\n".join(map(str, left))


@pytest.mark.parametrize(
    "text", ['"Iedereen:\n      wie: dat wil."', "'Iedereen\n     - ook u.'", '"Ie\n      dereen."']
)
def test_a_text_between_quotes_may_have_more_lines(klein, change, text):
    change(A, WHO, f"wie: {text}")
    assert load(klein).advices


@pytest.mark.parametrize("written", ["rel atie", "Rel-Atie", "rel\u2011atie", "rel\u00adatie", "rel_atie"])
def test_what_refers_to_a_refused_id_is_judged_by_the_id_it_will_get(klein, change, problems, written):
    overleg, kennen = (
        f"rel\n    voorwaarde: rel.verbinden\n    onderwerp: {it}" for it in ("overleg", "elkaar kennen")
    )
    change(Q, overleg, overleg.replace("rel\n", "rel-atie\n"))
    change(E, "dimensie: rel", "dimensie: rel-atie")
    lines = [change(Q, "id: rel\n", f"id: {written}\n"), change(Q, kennen, kennen.replace("rel\n", f"{written}\n"))]
    assert [(p.file, p.line, p.suggestion) for p in problems()] == [(str(klein / Q), n, "rel-atie") for n in lines]


def test_an_id_of_which_nothing_is_left_is_proposed_nowhere(change, problems):
    change(Q, "- id: rol-ander", "- id: '!rol!ander!'")
    change(A, "rol-ander: 3", "rol-andere: 3")
    refused, unknown = problems()
    assert (refused.suggestion, unknown.suggestion) == ("rol-ander", "rol-ander")
    change(Q, "'!rol!ander!'", "'!!!'")
    (refused,) = problems()
    assert refused.suggestion == ""


def test_all_errors_of_all_files_are_told_at_once_in_their_order(change, problems, klein):
    expected = [
        (Q, change(Q, "meervoud: slagers", "meervoud: ''"), "De tekst bij ‘meervoud’ is leeg."),
        (Q, change(Q, "    onderwerp: brood", "    onderwep: brood"), "Bedoelde u ‘onderwerp’?"),
        (Q, change(Q, "voorwaarde: rol.ander", "voorwaarde: rol.andere"), "Bedoelde u ‘rol.ander’?"),
        (Q, change(Q, "Ons overleg is nuttig.", "Ons {overleg} is nuttig."), "‘{overleg}’ kan hier niet"),
        (Q, change(Q, "{id: toe-goed,", "{id: rel-kennen,"), f"‘rel-kennen’ {TWICE}"),
        (A, change(A, "titel: Loop een dag mee", "titel: &t Loop"), "Een merkteken met &"),
        (A, change(A, "rel-kennen: 1", "rel-kenen: 1"), "Bedoelde u ‘rel-kennen’?"),
        (A, change(A, "titel: Praat vaker", "titel: Praat 🦄"), "kan niet in het rapport"),
        (A, change(A, WHO, "wie: *t"), "Een verwijzing met *"),
        (A, change(A, "bewijskracht: 0.3", "bewijskracht: 3"), "Het getal 3 kan niet bij ‘bewijskracht’."),
        (E, change(E, "dimensie: rel", "dimensie: rol"), f"‘rol’ {TWICE}2."),
    ]
    told = problems()
    assert [(p.file, p.line) for p in told] == [(str(klein / file), line) for file, line, _text in expected]
    for problem, (_file, _line, text) in zip(told, expected, strict=True):
        assert text in str(problem)


def test_a_file_with_a_syntax_error_hides_nothing_of_the_other_files(change, problems):
    change(Q, "versie: 1.0.0", "versie: [1.0.0")
    change(A, "rel-kennen: 1", "rel-kenen: 1")
    change(A, "bewijskracht: 0.3", "bewijskracht: 3")
    change(E, "dimensie: rel", "dimensie: relatie")
    unclosed, too_large = problems()
    assert "Een stuk tussen [ ] of { } is niet goed afgesloten." in str(unclosed)
    assert "Het getal 3 kan niet bij ‘bewijskracht’." in str(too_large)


def test_a_problem_reads_as_place_what_is_wrong_what_is_allowed_and_what_was_meant(change, problems, klein):
    line = change(A, "rel-kennen: 1", "rel-kenen: 1")
    (problem,) = problems()
    assert str(problem) == (
        f"{klein / A}:{line}:7: ‘rel-kenen’ bestaat niet. Kies uit: rol-eigen, rol-brood, rol-vlees, rol-ander, "
        "rel-overleg, rel-kennen, kennis, ervaring of overleg. Bedoelde u ‘rel-kennen’?"
    )


def test_two_hundred_errors_are_all_told(klein, problems):
    path = klein / A
    text = path.read_text("utf-8")
    advice = text[text.index("  - id: overleg") :]
    path.write_text(
        text + "".join(advice.replace("id: overleg", f"id: a-{n}").replace("wie:", "wei:") for n in range(200)),
        encoding="utf-8",
    )
    told = problems()
    assert len(told) == 200
    assert all("‘wei:’ hoort hier niet." in str(problem) for problem in told)


def test_a_message_shows_nothing_that_steers_a_terminal(change, problems):
    change(A, "rel-kennen: 1", '"\\e[31m\\u202e": 1')
    assert not {"\x1b", "\u202e"} & set("".join(map(str, problems())))


def test_a_hostile_number_of_errors_is_cut(klein, problems):
    (klein / A).write_text("adviezen:\n" + "- *a\n" * 5_000, encoding="utf-8")
    assert len([p for p in problems() if "Een verwijzing met *" in str(p)]) == 500


def test_a_file_with_too_many_parts_is_not_read_to_its_end(klein, problems):
    (klein / E).write_text("- a\n" * 60_000, encoding="utf-8")
    (problem,) = problems()
    assert problem.message == "Dit bestand heeft te veel onderdelen."
    assert problem.line > 40_000


def test_an_advice_that_just_reaches_the_threshold_is_no_error(klein, change):
    """One statement of weight 0.9 at the worst answer: 100 · 0.9 / 6 · (0.85 + 0.15 · 1) = 15."""
    change(
        A,
        "      overleg:\n        gewicht: 3\n        bij:\n          geen: 1\n      rel-overleg: 2",
        "      rel-overleg: 0.9",
    )
    change(A, "bewijskracht: 0.3", "bewijskracht: 1")
    assert load(klein).advice("overleg").triggers == {"rel-overleg": 0.9}


def test_an_advice_for_those_without_a_meeting_only_is_no_error(klein, change):
    """Without a meeting the statement is not asked, so the context question carries all of the weight."""
    change(A, "      rel-overleg: 2", "      rel-overleg: 10")
    assert load(klein).advice("overleg").triggers["rel-overleg"] == 10
