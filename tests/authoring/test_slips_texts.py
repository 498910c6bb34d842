"""Slips in a text: colons, quotes, brackets, and the name of the other party, each told once with its remedy."""

import pytest
from slipped import COUNT, FIRST, ONLY, OWN, TOPIC, TRIGGERS, A, E, L, Q, edited, line_of, seen, told

NO_COLON = "Achter ‘{}’ ontbreekt een dubbele punt."
NO_SPACE = "Achter ‘{}:’ ontbreekt een spatie."
WRITE = "Schrijf: naam, dubbele punt, spatie, tekst."
NO_NAME = "Deze regel heeft geen naam met een dubbele punt."
STRAIGHT = 'Zet de hele tekst tussen rechte aanhalingstekens (")'
QUOTES = "Zet de hele tekst tussen aanhalingstekens."
BRACES = "Schrijf {ander} of {anderen}, met beide haakjes."

SLIPS = {
    # Colons
    "a colon in a text": (Q, OWN, "Let op: ik weet mijn taken.", "Hier staat een dubbele punt die niet kan.", STRAIGHT),
    "a colon at the end of a text": (
        Q,
        OWN,
        "Ik weet welke taken er zijn:",
        "Hier staat een dubbele punt die niet kan.",
        STRAIGHT,
    ),
    "a colon in a text of a list": (
        A,
        "- Wie loopt met wie mee,",
        "- Wie: loopt met wie mee,",
        "hoort een tekst",
        QUOTES,
    ),
    "no colon": (Q, TOPIC, TOPIC.replace(":", ""), NO_COLON.format("onderwerp"), WRITE),
    "no colon behind an id": (Q, FIRST, FIRST.replace(":", ""), NO_COLON.format("id"), WRITE),
    "no colon behind the name of a label": (
        L,
        "    - naam: de sfeer\n",
        "    - naam de sfeer\n",
        NO_COLON.format("naam"),
        WRITE,
    ),
    "no colon behind a trigger": (
        A,
        TRIGGERS,
        TRIGGERS.replace("ander: 3", "ander 3"),
        NO_COLON.format("rol-ander"),
        WRITE,
    ),
    "no colon above a list": (Q, ONLY, ONLY.replace("alleen:", "alleen"), NO_COLON.format("alleen"), WRITE),
    "no colon above everything": (Q, "stellingen:\n", "stellingen\n", NO_COLON.format("stellingen"), WRITE),
    "a semicolon": (Q, TOPIC, TOPIC.replace(":", ";"), NO_COLON.format("onderwerp"), WRITE),
    "no space behind a colon": (Q, TOPIC, TOPIC.replace(": ", ":"), NO_SPACE.format("onderwerp"), WRITE),
    "a text on two lines": (
        Q,
        OWN,
        "Ik weet welke taken wel\nen niet bij mijn werk horen.",
        NO_NAME,
        "Zet hem daarachter.",
        1,
    ),
    "a note": (
        Q,
        TOPIC,
        f"{TOPIC}    NOG NAKIJKEN MET ANJA\n",
        NO_NAME,
        "Is het uitleg voor uzelf? Zet er een # voor.",
        1,
    ),
    "a # taken away": (
        Q,
        "# Van laag naar hoog.",
        "Van laag naar hoog.",
        "Deze regel staat tussen regels met uitleg",
        "Zet er een # voor.",
    ),
    "a # taken away before a name": (
        Q,
        "# tekst:      de stelling",
        "tekst:      de stelling",
        "maar begint niet met een #.",
        "Zet er een # voor.",
    ),
    # Quotes and brackets
    "no second quote": (
        Q,
        OWN,
        f'"{OWN}',
        "maar het tweede ontbreekt.",
        "Zet aan het eind van de tekst hetzelfde aanhalingsteken.",
    ),
    "a curly second quote": (
        Q,
        OWN,
        f'"{OWN}”',
        "maar het tweede ontbreekt.",
        'Aan het eind staat ”. Typ daar een recht aanhalingsteken (").',
    ),
    "quotes between quotes": (Q, OWN, '"Ik weet wat "samen" betekent."', "staat nog tekst.", "met daarbinnen ‘ en ’."),
    "a quoted word at the start": (Q, OWN, '"Samen" is voor mij duidelijk.', "staat nog tekst.", STRAIGHT),
    "an apostrophe at the start": (
        Q,
        OWN,
        "'s Avonds bel ik een collega.",
        "begint met ' en dat telt als aanhalingsteken.",
        "dubbele aanhalingstekens",
    ),
    "an apostrophe between single quotes": (
        Q,
        OWN,
        "'Zo'n overleg helpt mij.'",
        "dat telt als aanhalingsteken.",
        "dubbele aanhalingstekens",
    ),
    "curly quotes around a text with a colon": (
        Q,
        OWN,
        "“Let op: ik weet dit.”",
        "Aanhalingstekens zoals “ tellen hier niet.",
        STRAIGHT,
    ),
    "curly quotes around a version": (
        Q,
        'versie: "1.1.0"',
        "versie: “1.1.0”",
        "mag zo niet bij ‘versie’.",
        "Bedoelde u ‘1.1.0’?",
    ),
    "quotes around the name too": (
        Q,
        TOPIC,
        '    "onderwerp: rol van de ander"\n',
        "Het eerste aanhalingsteken staat hier vóór de naam.",
        "Zet het achter de dubbele punt",
    ),
    "a backslash": (
        Q,
        OWN,
        '"Ik weet van C:\\mijn werk."',
        "staat een \\ met een teken dat niet kan.",
        "Schrijf \\\\ voor één \\",
    ),
    "brackets around a whole text": (
        Q,
        OWN,
        "[vul hier de stelling in]",
        "hoort een tekst, maar hier staat een lijst.",
        QUOTES,
    ),
    "brackets at the start of a text": (
        Q,
        OWN,
        "[Soms] weet ik wat mijn werk is.",
        "Een tekst kan niet met [ beginnen.",
        QUOTES,
    ),
    "a comma between braces": (E, COUNT, COUNT.replace("niet wat", "niet, of wat"), "breekt deze tekst af.", STRAIGHT),
    "a colon between braces": (
        E,
        COUNT,
        COUNT.replace("weten niet", "zeggen: niet"),
        "Hier staat een dubbele punt die niet kan.",
        STRAIGHT,
    ),
    "no comma between braces": (
        E,
        COUNT,
        COUNT.replace("4,", "4"),
        "Vóór ‘van:’ ontbreekt een komma.",
        "Zet een komma tussen de onderdelen.",
    ),
    "no space between braces": (E, COUNT, COUNT.replace("n: 4", "n:4"), NO_SPACE.format("n"), WRITE),
    "no brace at the end": (E, COUNT, COUNT.replace("}", ""), "is niet goed afgesloten.", "Sluit het af."),
    # The name of the other party
    "{andere}": (
        Q,
        "een {ander} horen.",
        "een {andere} horen.",
        "‘{andere}’ kan hier niet worden ingevuld.",
        "Alleen {ander} of {anderen} mag.",
    ),
    "no } behind the other": (
        Q,
        "een {ander} horen.",
        "een {ander horen.",
        "‘{’ kan hier niet worden ingevuld.",
        BRACES,
    ),
    "no { before the other": (
        Q,
        "een {ander} horen.",
        "een ander} horen.",
        "‘}’ kan hier niet worden ingevuld.",
        BRACES,
    ),
    "a capital in {ander}": (
        Q,
        "een {ander} horen.",
        "een {Ander} horen.",
        "‘{Ander}’ kan hier niet",
        "Bedoelde u ‘{ander}’?",
    ),
    "double braces": (
        Q,
        "een {ander} horen.",
        "een {{ander}} horen.",
        "‘{{ander}}’ kan hier niet",
        "Bedoelde u ‘{ander}’?",
    ),
    "the other first": (
        Q,
        OWN,
        "{anderen} weten wat ik doe.",
        "Een tekst kan niet met {ander} of {anderen} beginnen.",
        QUOTES,
    ),
}


@pytest.mark.parametrize("case", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_in_a_text_is_told_with_what_to_do(case):
    seen(case)


# What is only odd. ---------------------------------------------------------------------------------------------------

SEEN = "Die komen mee op het scherm."
ODD = {
    "curly quotes": (f"“{OWN}”", f"Om deze tekst staan “ en ”. {SEEN}", "Haal ze weg, of typ rechte aanhalingstekens"),
    "low quotes": (f"„{OWN}”", f"Om deze tekst staan „ en ”. {SEEN}", "Haal ze weg"),
    "single curly quotes": (f"‘{OWN}’", f"Om deze tekst staan ‘ en ’. {SEEN}", "Haal ze weg"),
    "a curly and a straight quote": (f'“{OWN}"', "begint met “, en eindigt met een recht", "Typ ook aan het begin"),
    "a quote at the end": (f'{OWN}"', "eindigt met een aanhalingsteken, maar begint er niet mee.", "Haal het weg"),
    "a #": ("Dat staat op plaats # 1 van mijn lijst.", "Deze tekst stopt vóór ‘# 1", "tussen aanhalingstekens."),
    "other brackets": ("Ik ken een [ander] goed.", "‘[ander]’ blijft zo staan.", "Bedoelde u ‘{ander}’?"),
    "round brackets": ("Ik ken de (anderen) goed.", "‘(anderen)’ blijft zo staan.", "Bedoelde u ‘{anderen}’?"),
}


@pytest.mark.parametrize(("text", "message", "remedy"), ODD.values(), ids=ODD.keys())
def test_what_is_odd_is_a_warning_on_its_line(text, message, remedy):
    (problem,) = told(Q, edited(Q, OWN, text))
    assert problem.line == line_of(Q, OWN)
    assert message in problem.message
    assert remedy in problem.allowed


def test_a_dash_that_stands_too_far_in_is_a_warning_on_its_line():
    (problem,) = told(Q, edited(Q, "      - zuid\n", "       - zuid\n"))
    assert problem.line == line_of(Q, "      - zuid\n")
    assert "de regel hoort nu bij de tekst daar." in problem.message
    assert problem.allowed == "Zet de streepjes recht onder elkaar."


@pytest.mark.parametrize("text", ["‘Wij’ en ‘zij’", "“Ja” is niet “nee”", "Ik weet wat ‘samen’ is.", "een ander"])
def test_quotes_within_a_text_are_no_warning(text):
    assert told(Q, edited(Q, OWN, text)) == []
