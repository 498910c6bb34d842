"""What changed between two questionnaires, and what of the scores stays comparable."""

import pytest

from samenspel.authoring import load
from samenspel.authoring.comparing import Difference, differences, verdict

Q, A, E = "vragenlijst.yaml", "adviezen.yaml", "voorlichting.yaml"


@pytest.fixture
def old(klein):
    return load(klein)


@pytest.fixture
def found(klein, old):
    return lambda: differences(old, load(klein))


@pytest.fixture
def told(klein, old, found):
    return lambda: list(verdict(old, load(klein), found()))


def test_nothing(old, found):
    assert found() == ()


ONE = {
    "version": (Q, "versie: 1.0.0", "versie: 1.0.1", Difference("versie", "changed", old="1.0.0", new="1.0.1")),
    "flag": (
        Q,
        "    bij_overleg: true",
        "    bij_overleg: false",
        Difference("stellingen", "changed", "rel-overleg", "bij_overleg", old=True, new=False),
    ),
    "flag left out": (Q, "    bij_overleg: true", "    bij_overleg: true\n    omgekeerd: false", None),
    "only": (
        Q,
        "    alleen: [slager]",
        "    alleen: [bakker, slager]",
        Difference("stellingen", "changed", "rol-vlees", "alleen", old=("slager",), new=("bakker", "slager")),
    ),
    "trigger": (
        A,
        "rel-kennen: 1",
        "rel-kennen: 2",
        Difference("adviezen", "changed", "meelopen", "triggers.rel-kennen", old=1.0, new=2.0),
    ),
    "trigger of context": (
        A,
        "1-3: 0.5",
        "1-3: 0.6",
        Difference("adviezen", "changed", "meelopen", "triggers.ervaring.bij.1-3", old=0.5, new=0.6),
    ),
    "band": (
        Q,
        "sterk, vanaf: 4}",
        "sterk, vanaf: 4.2}",
        Difference("banden", "changed", "sterk", "vanaf", old=4.0, new=4.2),
    ),
    "condition": (
        Q,
        "tekst: contact maken",
        "tekst: elkaar zien",
        Difference(
            "dimensies", "changed", "rel", "voorwaarden.rel.verbinden.tekst", old="contact maken", new="elkaar zien"
        ),
    ),
    "answer of context": (
        Q,
        "tekst: ja}",
        "tekst: altijd}",
        Difference("context", "changed", key="overleg.antwoorden.ja.tekst", old="ja", new="altijd"),
    ),
    "theory": (
        E,
        "bron: Verzonnen (2021)",
        "bron: Verzonnen (2022)",
        Difference("theorie", "changed", "rel", "bron", old="Verzonnen (2021)", new="Verzonnen (2022)"),
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "expected"), ONE.values(), ids=ONE)
def test_one_change(change, found, file, before, after, expected):
    change(file, before, after)
    assert found() == (() if expected is None else (expected,))


def test_a_statement_that_goes_and_one_that_comes(change, found, told):
    change(Q, "  - id: rel-overleg\n    tekst: Ons", "  - id: rel-nuttig\n    tekst: Het")
    change(A, "      rel-overleg: 2\n", "")
    kinds = [(d.kind, d.id) for d in found() if d.part == "stellingen"]
    assert kinds == [("new", "rel-nuttig"), ("gone", "rel-overleg")]
    sentences = told()
    assert (
        "‘Relatie’: niet te vergelijken. Deze stelling kwam erbij: rel-nuttig. Deze stelling ging weg: rel-overleg."
        in sentences
    )
    assert "Wel te vergelijken: ‘Rolduidelijkheid’." in sentences
    assert any(sentence.startswith("Adviezen: niet te vergelijken.") for sentence in sentences)


def test_another_order(klein, found):
    path = klein / Q
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - id: rol-brood"), text.index("  - id: rol-vlees")
    last = text.index("  - id: rol-ander")
    path.write_text(text[:start] + text[end:last] + text[start:end] + text[last:], encoding="utf-8")
    assert found() == (Difference("stellingen", "order"),)


@pytest.mark.parametrize(
    ("file", "before", "after", "expected"),
    [
        (Q, "titel: Kleine", "titel: Grote", "Scores: bij elke dimensie te vergelijken."),
        (Q, "titel: Kleine", "titel: Grote", "Let op: de versie is nog 1.0.0."),
        (Q, "versie: 1.0.0", "versie: 0.9.9", "Let op: de versie gaat omlaag, van 1.0.0 naar 0.9.9."),
        (Q, "id: klein", "id: groot", "Let op: dit zijn twee verschillende vragenlijsten, ‘klein’ en ‘groot’."),
        (Q, "vanaf: 4}", "vanaf: 4.5}", "Vergelijk de getallen, niet de namen."),
        (Q, "tussenin, eens", "ertussenin, eens", "Scores: niet te vergelijken, want de vijf antwoorden zijn anders."),
        (Q, "Ik ken de {anderen}", "Ik zie de {anderen}", "‘Relatie’: kijk uit. De tekst is anders bij: rel-kennen."),
        (Q, "Ik ken de {anderen}", "Ik zie de {anderen}", "geef de stelling dan een nieuwe id."),
        (Q, "Ik ken de {anderen}", "Ik zie de {anderen}", "Adviezen: kijk uit."),
        (Q, "    bij_overleg: true", "    omgekeerd: true", "Deze tellen nu andersom: rel-overleg."),
        (Q, "    bij_overleg: true", "    omgekeerd: true", "Een andere groep mensen krijgt nu: rel-overleg."),
        (Q, ", geen_overleg: true}", "}", "‘Relatie’: niet te vergelijken. Een andere groep mensen krijgt nu"),
        (Q, "    alleen: [slager]\n", "", "Een andere groep mensen krijgt nu: rol-vlees."),
        (Q, "    weet_niet: false\n", "", "‘Weet ik niet’ kan nu anders bij: rol-eigen."),
        (Q, "    bij_overleg: true", "    bij_overleg: true\n    kort: true", "In de korte vorm niet te vergelijken"),
        (Q, "wij: Met wij", "wij: Met ons", "‘Relatie’: kijk uit. De uitleg van ‘wij’ is anders."),
        (Q, "wie: bakker,", "wie: slager,", "Rolkennis: niet te vergelijken, want de kaarten zijn anders."),
        (A, "bewijskracht: 0.3", "bewijskracht: 0.4", "Adviezen: niet te vergelijken."),
        (A, "titel: Praat vaker", "titel: Praat veel", "Scores: bij elke dimensie te vergelijken."),
    ],
)
def test_what_it_means(change, told, file, before, after, expected):
    change(file, before, after)
    sentences = told()
    assert expected in " ".join(sentences)
    assert sentences[-1].startswith("Uitslagen die er al zijn")


def test_other_parties_and_a_dimension_less(klein, told):
    path = klein / Q
    path.write_text(path.read_text(encoding="utf-8").replace("slager", "kok"), encoding="utf-8")
    assert any(sentence.startswith("De partijen zijn anders.") for sentence in told())


def test_two_whole_questionnaires(real):
    from samenspel.authoring import find

    other = load(find("school-wijkteam"))
    found = differences(real, other)
    assert {"partijen", "stellingen", "rolkennis", "adviezen", "theorie"} <= {d.part for d in found}
    assert not any("Scores: bij elke" in sentence for sentence in verdict(real, other, found))


def test_a_version_of_any_length(change, told):
    change(Q, "versie: 1.0.0", f"versie: {'9' * 5000}.0.0")
    assert not any("versie" in sentence for sentence in told())
