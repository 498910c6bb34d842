"""Warnings stand where they belong, and only there; the trial run tells what can be reached, the same each time."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from samenspel.authoring import QuestionnaireError, find, load
from samenspel.authoring.lint import Checked, check, in_words, negations, warnings, words
from samenspel.authoring.trial import trial
from samenspel.cli import cli
from samenspel.questionnaire.model import Advice

Q, A = "vragenlijst.yaml", "adviezen.yaml"


@pytest.fixture
def told(klein):
    return lambda: [(p.file, p.line, str(p).split(": ", 1)[1]) for p in check(klein).warnings]


def test_a_small_dimension(klein, told, line_of):
    file, line, text = told()[0]
    assert len(told()) == 1
    assert (file, line) == (str(klein / Q), line_of(Q, "naam: Relatie") - 1)
    assert "Dimensie ‘rel’ heeft te weinig stellingen: 2." in text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Ons overleg is nuttig.", f"Wij {'heel ' * 19}nuttig.", "Deze stelling is lang: 21 woorden."),
        ("Ons overleg is nuttig.", "Niemand komt nooit.", "ontkent twee keer: ‘niemand’ en ‘nooit’."),
    ],
)
def test_a_statement_that_reads_badly(klein, change, told, old, new, expected):
    line = change(Q, old, new)
    assert [place for file, place, text in told() if expected in text and file == str(klein / Q)] == [line]
    assert len(told()) == 2


def test_twenty_words_are_no_warning(change, told):
    change(Q, "Ons overleg is nuttig.", f"Wij {'heel ' * 18}nuttig.")
    assert len(told()) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ik weet welke taken wel en niet bij mijn werk horen.", 1),
        ("Wij doen dit niet alleen op papier, maar ook niet vaak.", 1),
        ("Het is niet onduidelijk wie wat doet.", 2),
        ("Onderling overleg is onderdeel van ons werk.", 0),
        ("Zonder overleg gaat het niet.", 2),
    ],
)
def test_negations(text, found):
    assert len(negations(text)) == found


def test_words_are_no_signs():
    assert words("Ik weet – ook nu – wat een {ander} doet, ‘s avonds.") == 10


def test_a_short_form_without_a_dimension(change, told):
    change(
        Q,
        "    onderwerp: elkaar kennen\n    gesprek: Wie kent u al?\n    kort: true",
        "    onderwerp: x\n    gesprek: Y?",
    )
    assert any("In de korte vorm komt dimensie ‘rel’ niet voor." in text for *_place, text in told())


def test_a_party_that_gets_too_little(change, told):
    change(
        Q,
        "    gesprek: Wat doet een {ander} op maandag?\n    kort: true",
        "    gesprek: Wat doet een {ander}?\n    kort: true\n    alleen: [bakker]",
    )
    change(Q, "    weet_niet: false\n    kort: true", "    weet_niet: false")
    texts = " ".join(text for *_place, text in told())
    assert "Partij ‘slager’ krijgt bij dimensie ‘rol’ te weinig stellingen: 2." in texts
    assert "krijgt partij ‘slager’ geen stelling van dimensie ‘rol’" in texts


def test_a_condition_that_no_statement_asks_about(klein, change, told):
    line = change(
        Q,
        "      - {id: rel.verbinden, tekst: contact maken}",
        "      - {id: rel.verbinden, tekst: contact}\n      - {id: rel.leiden, tekst: leiden}",
    )
    assert [(file, place, text) for file, place, text in told() if "rel.leiden" in text] == [
        (
            str(klein / Q),
            line + 1,
            (
                "Over voorwaarde ‘rel.leiden’ gaat geen enkele stelling. Maak er een stelling bij, met deze id achter "
                "‘voorwaarde’. Of haal de voorwaarde weg."
            ),
        )
    ]
    assert len(told()) == 2


def test_a_dimension_that_gets_no_figure_in_a_group(klein, change, told, line_of):
    """A group counts the statements that are asked of every party: then there is none."""
    change(Q, "    onderwerp: overleg", "    onderwerp: overleg\n    alleen: [bakker]")
    assert not any("In een groep" in text for *_place, text in told())
    change(Q, "    onderwerp: elkaar kennen", "    onderwerp: elkaar kennen\n    alleen: [slager]")
    ((file, line, text),) = [one for one in told() if "In een groep" in one[2]]
    assert (file, line) == (str(klein / Q), line_of(Q, "naam: Relatie") - 1)
    assert "krijgt dimensie ‘rel’ geen cijfer: geen stelling is voor alle partijen." in text
    assert "Haal ‘alleen:’ weg bij een of meer stellingen" in text


def test_the_real_ones_have_no_warnings(real):
    for name in ("samenwerking-jeugd", "school-wijkteam"):
        checked = check(find(name))
        assert [str(warning) for warning in checked.warnings] == []
        bands = tuple(band.id for band in checked.questionnaire.asked.bands)
        assert set(checked.trial.bands.values()) == {bands}


def heavier(advice: Advice, number: int) -> Advice:
    return replace(advice, id=f"extra-{number}", evidence_weight=1.0)


def test_an_advice_that_five_others_always_beat(klein):
    questionnaire = load(klein)
    weak = questionnaire.advice("overleg")
    crowded = replace(questionnaire, advices=(*(heavier(weak, number) for number in range(5)), weak))
    assert trial(crowded).top == tuple(f"extra-{number}" for number in range(5))
    four = replace(questionnaire, advices=(*(heavier(weak, number) for number in range(4)), weak))
    assert "overleg" in trial(four).top


def test_an_advice_that_others_share_their_triggers_with_is_found(klein):
    """Five advices beat it where all is bad, but not where only its own trigger is."""
    questionnaire = load(klein)
    base = questionnaire.advice("meelopen")
    mine = replace(base, id="mijn", triggers={"rol-ander": 6.0, "rel-kennen": 6.0})
    others = tuple(replace(base, id=f"a{n}", triggers={"rol-ander": 6.0}) for n in range(5))
    assert "mijn" in trial(replace(questionnaire, advices=(*others, mine))).top


def test_a_band_that_no_score_falls_in(klein, change):
    change(
        Q,
        "  - {id: sterk, naam: sterk, vanaf: 4}",
        "  - {id: sterk, naam: sterk, vanaf: 4.99}\n  - {id: top, naam: top, vanaf: 5}",
    )
    assert check(klein).trial.bands["rel"] == ("knelpunt", "aandachtspunt", "top")


def test_the_same_each_time(real):
    assert trial(real) == trial(real)


def test_a_very_large_one_is_no_more_work(klein):
    questionnaire = load(klein)
    item, advice = questionnaire.item("rel-kennen"), questionnaire.advice("overleg")
    items = (*questionnaire.asked.items, *(replace(item, id=f"x-{n}") for n in range(500)))
    advices = tuple(heavier(advice, n) for n in range(250))
    outcome = trial(replace(questionnaire, asked=replace(questionnaire.asked, items=items), advices=advices))
    assert outcome.people <= 900
    assert outcome.bands["rel"] == ("knelpunt", "aandachtspunt", "sterk")


def test_a_text_that_a_hash_cuts_off(klein, change, told):
    line = change(Q, "Ons overleg is nuttig.", "Ons overleg is nuttig. # 1 keer per week")
    said = (
        "Deze tekst stopt vóór ‘# 1 keer per week’. Hoort dat stuk bij de tekst? Zet de hele tekst dan tussen "
        "aanhalingstekens."
    )
    assert [text for _file, at, text in told() if at == line] == [said]
    change(Q, "Ons overleg is nuttig. # 1 keer per week", '"Ons overleg is nuttig. # 1 keer"  # uitleg')
    assert len(told()) == 1


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ('Wij zeggen hallo."', True),
        ('Wij zeggen\n      hallo."', True),
        ("Wij zeggen hallo.'", True),
        ("Wij zeggen foto's.'", True),
        ('Wij zeggen "hallo"', False),
        ("Wij zeggen 'hallo.'", False),
        ("Ons huis is dat van Hans'", False),
        ('"Wij zeggen \\"hallo\\""', False),
    ],
)
def test_a_quote_at_the_end_that_nothing_opened(change, told, text, stray):
    line = change(Q, "Ons overleg is nuttig.", text) + text.count("\n")
    said = "Deze tekst eindigt met een aanhalingsteken, maar begint er niet mee."
    assert [said in warning for _file, at, warning in told() if at == line] == [True] * stray


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("Ons overleg is geen tijdverlies.", True),
        ("Ik weet wat wel en niet kan.", False),
        ("Het is niet alleen gezellig.", False),
    ],
)
def test_one_word_that_denies_is_a_hint(change, told, text, hinted):
    line = change(Q, "Ons overleg is nuttig.", text)
    assert any("Kan het ook zonder?" in said for _file, at, said in told() if at == line) == hinted


def test_cards_that_lead_to_no_advice_and_statements_that_do_not(klein, real):
    questionnaire = load(klein)
    outcome = trial(questionnaire)
    bare = tuple(replace(one, triggers={"rol-ander": 1.0}) for one in questionnaire.advices)
    mine = replace(questionnaire, advices=bare)
    assert any("geen advies noemt ‘kennis’" in one.message for one in warnings(mine, outcome))
    with_cards = replace(mine, advices=(*bare, replace(bare[0], id="kaart", triggers={"kennis": 1.0})))
    assert not any("‘kennis’" in one.message for one in warnings(with_cards, outcome))
    assert not any("‘rol’" in one.message for one in warnings(with_cards, outcome))
    said = in_words(Checked(mine, (), outcome))[-1]
    assert said.startswith("  Stellingen die geen advies oproepen: ")
    assert "rel-kennen" in said
    assert "rol-ander" not in said


@pytest.mark.parametrize("name", ["samenwerking-jeugd", "school-wijkteam", "klein"])
def test_controleer_reads_and_parses_each_file_once(name, klein, tmp_path, work):
    folder = klein if name == "klein" else Path(shutil.copytree(find(name), tmp_path / name))
    done = CliRunner().invoke(cli, ["vragenlijst", "controleer", str(folder)], env={"SAMENSPEL_DATA": str(tmp_path)})
    assert done.exit_code == 0, done.output
    files = [path.name for path in folder.glob("*.yaml")]
    assert work.opened
    assert Counter(work.opened) == Counter(files)
    assert len(work.parsed) == len(set(work.parsed)) == len(files)


def test_errors_are_found_in_what_was_read_once_too(klein, change, work):
    change(Q, "    gesprek: Wie kent u al?", "    gesprk: Wie kent u al?")
    work.opened.clear()
    with pytest.raises(QuestionnaireError):
        check(klein)
    assert Counter(work.opened) == {Q: 1, A: 1, "voorlichting.yaml": 1}
    assert len(work.parsed) == 3


def test_cards_that_stand_beside_no_dimension(klein, told, change, line_of):
    for path in (klein / Q, klein / "voorlichting.yaml"):
        text = path.read_text(encoding="utf-8")
        text = text.replace("- id: rol\n", "- id: taak\n").replace("dimensie: rol\n", "dimensie: taak\n")
        path.write_text(text, encoding="utf-8")
    said = [(line, text) for _file, line, text in told() if "geen dimensie heeft de id ‘rol’" in text]
    assert [line for line, _text in said] == [line_of(Q, "kennis-brood")]
    change(Q, "open_vragen:\n", "rolkennis_bij: taak\nopen_vragen:\n")
    assert not any("‘rol’" in text for *_place, text in told())
    assert load(klein).asked.role_clarity.name == "Rolduidelijkheid"


def test_cards_beside_a_dimension_that_is_not_there(change, problems):
    line = change(Q, "open_vragen:\n", "rolkennis_bij: rel.\nopen_vragen:\n")
    assert "‘rel.’ mag zo niet bij ‘rolkennis_bij’." in str(problems()[0])
    change(Q, "rolkennis_bij: rel.\n", "rolkennis_bij: relatie\n")
    (found,) = problems()
    assert (found.line, found.message, found.allowed) == (line, "‘relatie’ bestaat niet.", "Kies uit: rol of rel.")


# What a room is told: where figures come from, and what nobody found out. --------------------------------------------

STUDY = 'onderzoek: {naam: Delft (2030), bron: Smit (2030), grens: "Het waren 9 gesprekken."}\n'
DECK = """presentatie:
  - id: opening
    titel: Welkom
    tekst: Fijn dat u er bent.
  - id: rollen
    titel: Rollen
    cijfers:
      - vraag: Weet u het?
        stand:
          - {partij: bakker, n: 3, van: 5, tekst: weten het}
  - id: gok
    titel: Raad
    raad: {vraag: Hoeveel, partij: slager, n: 2, van: 4, daarna: Ja.}
"""
LIMITS = "  - id: grenzen\n    titel: Let op\n    tekst: Niemand onderzocht dit.\n"
E = "voorlichting.yaml"


def of_the_room(told):
    return [(Path(file).name, line, text) for file, line, text in told() if "Dimensie ‘rel’" not in text]


def test_own_slides_without_what_nobody_found_out_are_told(klein, change, told, line_of):
    change(E, "bronnen:", DECK + STUDY + "bronnen:")
    (found,) = of_the_room(told)
    assert found[:2] == (E, line_of(E, "presentatie:"))
    assert "een dia met ‘id: grenzen’ ontbreekt. Maak die dia." in found[2]
    change(E, "onderzoek:", LIMITS + "onderzoek:")
    assert of_the_room(told) == []


def test_figures_without_a_study_are_told_each_on_its_line(klein, change, told, line_of):
    change(E, "bronnen:", DECK + LIMITS + "bronnen:")
    found = of_the_room(told)
    assert [place[:2] for place in found] == [(E, line_of(E, "cijfers:")), (E, line_of(E, "raad: {"))]
    assert all("niet uit welk onderzoek het komt. Zet in dit bestand ‘onderzoek:’" in text for *_place, text in found)


def test_figures_that_stand_nowhere_and_slides_that_no_room_sees_are_told(klein, change, told, line_of):
    paper = DECK.replace("        stand", "        papier: true\n        stand")
    change(E, "bronnen:", paper + LIMITS + "    kort: 2\n" + STUDY + "bronnen:")
    lost, alone = of_the_room(told)
    assert lost[:2] == (E, line_of(E, "papier: true"))
    assert "Dit cijfer staat nergens" in lost[2]
    assert alone[:2] == (E, line_of(E, "kort: 2"))
    assert "Zet ‘kort’ ook bij de andere dia's" in alone[2]
    change(E, "    titel: Rollen\n", "    titel: Rollen\n    dimensie: rol\n")
    change(E, "    titel: Welkom\n", "    titel: Welkom\n    kort: 1\n")
    (unseen,) = of_the_room(told)
    assert unseen[:2] == (E, line_of(E, "titel: Rollen"))
    assert "Deze dia ziet de zaal niet" in unseen[2]
    change(E, "    titel: Welkom\n", "    titel: Welkom\n    dimensie: rol\n")
    (second,) = of_the_room(told)
    assert "Dit cijfer staat nergens" in second[2]


def test_a_source_that_stands_on_no_page_of_its_slide_is_told(klein, change, told, line_of):
    change(E, "bronnen:", DECK + LIMITS + STUDY + "bronnen:")
    change(E, "    titel: Rollen\n", "    titel: Rollen\n    bron: Onze eigen rondvraag\n")
    (found,) = of_the_room(told)
    assert found[:2] == (E, line_of(E, "bron: Onze"))
    assert "Zet ‘bron’ en ‘grens’ dan bij het cijfer zelf." in found[2]
    change(E, "    titel: Rollen\n", "    titel: Rollen\n    tekst: Dit vroegen wij.\n")
    assert of_the_room(told) == []


def test_a_figure_at_a_statement_names_the_study(klein, change, told, line_of):
    change(Q, "    onderwerp: elkaar kennen\n", "    onderwerp: elkaar kennen\n    onderzoek: Dat zeiden er 3.\n")
    (found,) = of_the_room(told)
    assert found[:2] == (Q, line_of(Q, "Dat zeiden er 3."))
    assert "Zet in voorlichting.yaml ‘onderzoek:’" in found[2]
    change(E, "bronnen:", STUDY + "bronnen:")
    (found,) = of_the_room(told)
    assert "Noem het onderzoek zoals het heet: Delft (2030)." in found[2]
    change(Q, "Dat zeiden er 3.", "Dat zeiden er in Delft (2030) 3.")
    assert of_the_room(told) == []


def test_a_room_that_reads_nothing_of_what_nobody_found_out(klein, told, line_of):
    path = klein / Q
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("verantwoording:")] + "verantwoording: []\n", encoding="utf-8")
    (found,) = of_the_room(told)
    assert found[:2] == (Q, line_of(Q, "verantwoording:"))
    assert "De zaal leest nergens wat er niet is onderzocht." in found[2]
