"""Slips in how lines stand: spaces, dashes and the lines below >-, each told once with its remedy."""

import pytest
from slipped import (
    AREAS,
    COUNT,
    FIRST,
    FOLDED,
    FOLDER,
    SLIDE,
    STATEMENT,
    STUDY,
    TOPIC,
    TRIGGERS,
    A,
    E,
    L,
    Q,
    line_of,
    originals,
    seen,
    told,
)

from samenspel.authoring.layout import slip

INDENT = "maar springt te weinig in."
SPACES = "Voor deze regel staan {} spaties, maar het moeten er {} zijn."
NO_DASH = "Hier begint een nieuw onderdeel, maar het streepje ontbreekt."
ODD_DASH = "Deze regel begint met ‘{}’ in plaats van een gewoon streepje."
ORDINARY = "Typ een gewoon streepje (-), met een spatie erachter."
GLUED = "Achter het streepje ontbreekt een gewone spatie."

SLIPS = {
    # A text below >-
    "second line of a text at the left": (
        Q,
        FOLDED,
        "jeugdagent bespreekt.",
        INDENT,
        "Spring in: zet er 6 ",
    ),
    "second line of a text under its name": (
        Q,
        FOLDED,
        "    jeugdagent dus.",
        INDENT,
        "zet er 6 spaties voor.",
    ),
    "second line of a text with a colon": (Q, STUDY, STUDY.lstrip(), INDENT, "Spring in: zet er 6 spaties voor."),
    "second line with a colon under its name": (Q, STUDY, f"    {STUDY.lstrip()}", INDENT, "zet er 6 spaties voor."),
    "second line a space too few": (Q, STUDY, f"     {STUDY.lstrip()}", INDENT, "zet er 6 spaties voor."),
    "first line of a text at the left": (
        Q,
        "  Met deze zelftest ziet",
        "Met deze zelftest ziet",
        INDENT,
        "zet er 2 spaties",
    ),
    "a text behind >-": (
        Q,
        "samenvatting: >-\n  Met",
        "samenvatting: >- Met",
        "Achter > of | kan op dezelfde regel geen tekst staan.",
        "Zet de tekst op de volgende regel, met meer spaties ervoor.",
    ),
    "> and - apart": (
        Q,
        "samenvatting: >-\n",
        "samenvatting: > -\n",
        "Achter > of |",
        "Zet de tekst op de volgende regel",
    ),
    # Spaces in front
    "a space too few": (
        Q,
        STATEMENT,
        STATEMENT.replace("    dim", "   dim"),
        SPACES.format(3, 4),
        "onder ‘tekst:’ van",
        2,
    ),
    "a space too many": (
        Q,
        STATEMENT,
        STATEMENT.replace("    dim", "     dim"),
        SPACES.format(5, 4),
        "onder ‘tekst:’ van",
        2,
    ),
    "two spaces too few": (
        Q,
        STATEMENT,
        STATEMENT.replace("    dim", "  dim"),
        SPACES.format(2, 4),
        "onder ‘tekst:’ van",
        2,
    ),
    "all spaces gone": (
        Q,
        STATEMENT,
        STATEMENT.replace("    dim", "dim"),
        SPACES.format(0, 4),
        "onder ‘tekst:’ van",
        2,
    ),
    "the second line of a part too far": (
        Q,
        STATEMENT,
        STATEMENT.replace("    te", "     te"),
        SPACES.format(5, 4),
        "onder ‘id:’ van",
        1,
    ),
    "a dash a space too far": (
        Q,
        FIRST,
        f" {FIRST}",
        SPACES.format(3, 2),
        "Zet het streepje recht onder dat van regel",
    ),
    "a dash at the left": (Q, FIRST, FIRST.lstrip(), SPACES.format(0, 2), "Zet het streepje recht onder dat van regel"),
    "a whole statement too far": (
        Q,
        STATEMENT,
        "".join(f"  {line}\n" for line in STATEMENT.splitlines()),
        SPACES.format(4, 2),
        "Zet het streepje recht onder dat van regel",
    ),
    "a name at the top a space too far": (
        Q,
        "titel: Zelf",
        " titel: Zelf",
        "Voor deze regel staat 1 spatie",
        "onder ‘versie:’ van",
    ),
    "a part of a list a space too few": (
        Q,
        AREAS,
        AREAS.replace("      - z", "     - z"),
        SPACES.format(5, 6),
        "recht onder dat van",
        2,
    ),
    "a trigger a space too few": (
        A,
        TRIGGERS,
        TRIGGERS.replace("      rol-e", "     rol-e"),
        SPACES.format(5, 6),
        "‘rol-ander:’",
        1,
    ),
    "a trigger a space too many": (
        A,
        TRIGGERS,
        TRIGGERS.replace("      rol-e", "       rol-e"),
        SPACES.format(7, 6),
        "‘rol-ander:’",
        1,
    ),
    "triggers not further in": (
        A,
        "      org-privacy: 5\n      org-afspraken: 1\n      rel-vertrouwen: 1\n    werkblad:\n      titel: Checklist",
        "    org-privacy: 5\n    org-afspraken: 1\n    rel-vertrouwen: 1\n    werkblad:\n      titel: Checklist",
        "Deze regel hoort onder ‘triggers:’, maar springt te weinig in.",
        "Zet er 6 spaties voor. Doe dat ook bij de regels eronder die erbij horen.",
    ),
    "a tab": (
        Q,
        STATEMENT,
        STATEMENT.replace("    dim", "\tdim"),
        "Voor deze regel staat een tab.",
        "Spring in met spaties.",
        2,
    ),
    "a tab behind a dash": (
        Q,
        FIRST,
        "  -\tid: rol-ander\n",
        "Achter het streepje staat een tab.",
        "Zet er een spatie",
    ),
    "a tab in a text": (
        Q,
        TOPIC,
        TOPIC.replace("van de", "van\tde"),
        "In deze tekst staat een tab.",
        "Zet er een spatie",
    ),
    "hard spaces": (
        Q,
        STATEMENT,
        STATEMENT.replace("    dim", "\u00a0 \u00a0 dim"),
        "Voor deze regel staan bijzondere spaties",
        "spring in met gewone spaties.",
        2,
    ),
    "a hard space behind a dash": (Q, FIRST, "  -\u00a0id: rol-ander\n", GLUED, "Schrijf: streepje, spatie"),
    "the first dash of a list too far": (
        Q,
        "      - id: rel.verbinden\n",
        "        - id: rel.verbinden\n",
        SPACES.format(8, 6),
        "Zet er 6 spaties voor.",
    ),
    "the line above the triggers gone": (
        A,
        "    bewijskracht: 1\n    triggers:\n      rol-ander: 3\n",
        "    bewijskracht: 1\n      rol-ander: 3\n",
        "Boven deze regel ontbreekt de regel waar hij onder hoort.",
        "Zet die terug: een naam met een dubbele punt.",
        1,
    ),
    "a misspelt name below the triggers": (
        A,
        "      kennis: 1\n    werkblad:\n      titel: Een dagdeel",
        "      kennis: 1\n    wekblad:\n      titel: Een dagdeel",
        "‘wekblad:’ hoort hier niet.",
        "Bedoelde u ‘werkblad’?",
        1,
    ),
    "a name too far below a text": (
        A,
        "    bewijskracht: 1\n    triggers:\n      rol-ander: 3\n",
        "      bewijskracht: 1\n    triggers:\n      rol-ander: 3\n",
        SPACES.format(6, 4),
        "Zet hem recht onder ‘bewijs:’ van regel",
    ),
    "a name of a part at the left": (
        E,
        "      - Jongerenwerkers noemden een convenant 4 keer als tip.\n    advies: convenant\n",
        "      - Jongerenwerkers noemden een convenant 4 keer als tip.\nadvies: convenant\n",
        SPACES.format(0, 4),
        "Zet hem recht onder ‘punten:’ van regel",
        1,
    ),
    "a name under its own heading": (
        Q,
        "  partij:\n    tekst: Bij welke",
        "  partij:\n  tekst: Bij welke",
        "Deze regel hoort onder ‘partij:’, maar springt te weinig in.",
        "Zet er 4 spaties voor.",
        1,
    ),
    "a question of labels at the left": (
        L,
        "  toe-minder:\n",
        "toe-minder:\n",
        SPACES.format(0, 2),
        "Zet hem recht onder ‘toe-goed:’ van regel",
    ),
    # Dashes
    "an en dash": (Q, FIRST, "  – id: rol-ander\n", ODD_DASH.format("–"), ORDINARY),
    "an em dash": (Q, FIRST, "  — id: rol-ander\n", ODD_DASH.format("—"), ORDINARY),
    "a bullet": (Q, FIRST, "  • id: rol-ander\n", ODD_DASH.format("•"), ORDINARY),
    "an en dash at the first part": (
        Q,
        "\n  - id: rol-eigen",
        "\n  – id: rol-eigen",
        ODD_DASH.format("–"),
        ORDINARY,
        1,
    ),
    "an en dash before a text": (Q, AREAS, AREAS.replace("- z", "– z"), ODD_DASH.format("–"), ORDINARY, 2),
    "en dashes before all texts": (
        A,
        "            - Hoe laat\n            - Wat gaan wij doen?\n            - Wat wil ik daar zien of leren?\n",
        "            – Hoe laat\n            – Wat gaan wij doen?\n            – Wat wil ik daar zien of leren?\n",
        ODD_DASH.format("–"),
        ORDINARY,
    ),
    "a star": (Q, AREAS, AREAS.replace("- z", "* z"), ODD_DASH.format("*"), ORDINARY, 2),
    "two dashes": (Q, FIRST, "  -- id: rol-ander\n", ODD_DASH.format("--"), ORDINARY),
    "a dash too many": (
        Q,
        FIRST,
        "  - - id: rol-ander\n",
        "Hier staan twee streepjes achter elkaar.",
        "Haal er één weg.",
    ),
    "no space behind a dash": (Q, FIRST, "  -id: rol-ander\n", GLUED, "Schrijf: streepje, spatie, en dan de rest."),
    "no space behind the dash of a text": (Q, AREAS, AREAS.replace("- z", "-z"), GLUED, "Schrijf: streepje, spatie", 2),
    "a missing dash": (
        Q,
        FIRST,
        "    id: rol-ander\n",
        NO_DASH,
        f"Schrijf ‘- id:’, met het streepje recht onder dat van regel {line_of(Q, '- id: rol-generalist')}.",
    ),
    "a missing dash, at the place of a dash": (
        Q,
        FIRST,
        "  id: rol-ander\n",
        NO_DASH,
        "Schrijf ‘- id:’, met het streepje",
    ),
    "a missing dash at the first part": (
        Q,
        "\n  - id: rol-eigen",
        "\n    id: rol-eigen",
        NO_DASH,
        "recht boven dat van regel",
        1,
    ),
    "a missing dash of an advice": (A, "  - id: convenant\n", "    id: convenant\n", NO_DASH, "Schrijf ‘- id:’"),
    "a missing dash of a slide": (E, "  - id: grenzen\n", "    id: grenzen\n", NO_DASH, "Schrijf ‘- id:’"),
    "a missing dash of an answer": (Q, "      - id: soms\n", "        id: soms\n", NO_DASH, "Schrijf ‘- id:’"),
    "a missing dash of a text": (
        Q,
        AREAS,
        AREAS.replace("- z", "z"),
        "Vóór deze regel ontbreekt een streepje.",
        "Schrijf: streepje, spatie, tekst.",
        2,
    ),
    "a missing dash of the first text": (
        E,
        "      - De top zegt niet",
        "      De top zegt niet",
        "Vóór deze regel ontbreekt een streepje.",
        "Schrijf: streepje, spatie, tekst.",
    ),
    "a dash too far among ids": (
        E,
        "        - org-privacy\n",
        "          - org-privacy\n",
        SPACES.format(10, 8),
        "Zet het streepje recht onder dat van regel",
    ),
    "the first line of a part gone": (
        Q,
        f"{FIRST}    tekst",
        "    tekst",
        "Hier begint een nieuw onderdeel, maar de eerste regel ervan ontbreekt.",
        "Zet er een regel boven die begint met ‘- id:’",
    ),
    "the id of a part gone": (Q, f"{FIRST}    tekst", "  - tekst", "Hier ontbreekt ‘id:’.", "Daar hoort: vaste naam"),
    "a dash before a name": (
        Q,
        STATEMENT,
        STATEMENT.replace("    dim", "  - dim"),
        "Vóór ‘dimensie:’ staat een streepje te veel.",
        "Zet een spatie op de plek",
        2,
    ),
    "a name of a figure too far, below people between { and }": (
        E,
        f"          - {COUNT}\n",
        f"          - {COUNT}\n          toelichting: Dat is lang geleden.\n",
        SPACES.format(10, 8),
        "Zet hem recht onder ‘stand:’",
        1,
    ),
    "what belongs to a picture right below it": (
        E,
        SLIDE,
        f"    beeld:\n    bestand: plein.png\n    tekst: Een plein.\n{SLIDE}",
        "Deze regel hoort onder ‘beeld:’, maar springt te weinig in.",
        "Zet er 6 spaties voor.",
        1,
    ),
    "a dash with nothing": (
        Q,
        AREAS,
        AREAS.replace("- zuid", "-"),
        "maar hier staat niets.",
        "Schrijf er iets achter, of haal het streepje weg.",
        2,
    ),
    "a dash before a trigger": (
        A,
        TRIGGERS,
        TRIGGERS.replace("  rol-a", "- rol-a"),
        "Onder ‘triggers:’ horen geen streepjes.",
        "Haal het streepje weg.",
    ),
}


@pytest.mark.parametrize("case", SLIPS.values(), ids=SLIPS.keys())
def test_a_line_that_stands_wrong_is_told_with_what_to_do(case):
    seen(case)


# A file in which nothing is wrong. -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted(FOLDER.parent.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_in_a_sound_file_no_line_stands_wrong(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert slip(path.name, lines) is None
    assert slip(path.name, lines, stop=len(lines)) is None


@pytest.mark.parametrize("name", ["theorie", "bronnen", "presentatie"])
def test_dashes_right_below_the_name_that_they_are_of_are_no_slip(name):
    """So some programs write a list: another fault in the file is told, and not that."""
    begun, lines = False, []
    for line in originals()[E].decode("utf-8").splitlines():
        begun = line.startswith(f"{name}:") if line[:1].isalpha() else begun
        lines.append(line.removeprefix("  ") if begun else line)
    (problem,) = told(E, "\n".join(lines).replace("minuten: 5", "minuten: vijf", 1).encode())
    assert "Bij ‘minuten’ hoort een heel getal" in problem.message
