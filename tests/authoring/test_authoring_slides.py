"""What can be wrong with a slide, each on the line where it stands, and no other."""

import pytest

from samenspel.authoring import load

E = "voorlichting.yaml"
DECK = """presentatie:
  - id: opening
    titel: Welkom
    tekst: Fijn dat u er bent.
    notities: Zwaai.
    minuten: 2
  - id: rollen
    titel: Rollen
    dimensie: rol
    cijfers:
      - vraag: Weet u het?
        stand:
          - {partij: bakker, n: 3, van: 5, tekst: weten het}
          - {partij: slager, n: 0, van: 4, tekst: weten het}
    vraag: En u?
    advies: meelopen
  - id: gok
    titel: Raad
    raad: {vraag: Hoeveel, partij: slager, n: 2, van: 4, daarna: Ja.}
  - id: spel
    titel: Spel
    team:
      stellingen: [rol-ander]
      antwoorden: {rol-ander: 2}
bronnen:"""
WRONG = {
    "double id": ("- id: gok", "- id: opening", "‘opening’ komt twee keer voor."),
    "dimension": ("dimensie: rol\n    cijfers", "dimensie: rolle\n    cijfers", "‘rolle’ bestaat niet. Kies uit:"),
    "advice": ("advies: meelopen", "advies: meelope", "Bedoelde u ‘meelopen’?"),
    "party of a figure": ("{partij: bakker, n: 3", "{partij: baker, n: 3", "‘baker’ bestaat niet."),
    "other people as a party": (
        "{partij: bakker, n: 3",
        "{partij: jongeren, n: 3",
        "Gaat het over andere mensen? Schrijf dan ‘wie:’ in plaats van ‘partij:’.",
    ),
    "party of a guess": ("Hoeveel, partij: slager", "Hoeveel, partij: slagers", "Bedoelde u ‘slager’?"),
    "more than there are": ("n: 3, van: 5", "n: 6, van: 5", "Het cijfer 6 is hoger dan het aantal mensen, 5."),
    "more than there are, in a guess": ("n: 2, van: 4", "n: 5, van: 4", "‘n’ is hooguit zo groot als ‘van’."),
    "nobody at all": ("n: 0, van: 4", "n: 0, van: 0", "Het getal 0 kan niet bij ‘van’."),
    "more than live here": ("n: 3, van: 5", "n: 3, van: 20000001", "Het getal 20000001 kan niet bij ‘van’."),
    "about nobody": ("{partij: bakker, n: 3", "{n: 3", "Hier staat niet over wie het cijfer gaat."),
    "about two": ("{partij: bakker, n: 3", "{partij: bakker, wie: x, n: 3", "‘partij’ en ‘wie’ allebei."),
    "a source without limits": ("    vraag: En u?", "        bron: Wij\n    vraag: En u?", "maar geen ‘grens’."),
    "a guess with a source without limits": ("n: 2, van: 4", "bron: Wij, n: 2, van: 4", "maar geen ‘grens’."),
    "limits without a source": ("    vraag: En u?", "        grens: Let op\n    vraag: En u?", "maar geen ‘bron’."),
    "a card": ("tekst: Fijn dat u er bent.", "kaarten: [kennis-x]", "‘kennis-x’ bestaat niet."),
    "a card twice": ("tekst: Fijn dat u er bent.", "kaarten: [kennis-brood, kennis-brood]", "komt twee keer voor."),
    "a card beside a text": (
        "    notities: Zwaai.",
        "    kaarten: [kennis-brood]",
        "‘kaarten’ staat hier samen met iets anders.",
    ),
    "a figure in words": ("n: 3, van: 5", "n: drie, van: 5", "hoort een heel getal, maar hier staat een tekst."),
    "empty title": ("titel: Welkom", 'titel: ""', "De tekst bij ‘titel’ is leeg."),
    "blank text": ("tekst: Fijn dat u er bent.", 'tekst: "  "', "Deze tekst is leeg: er staan alleen spaties."),
    "notes too long": ("notities: Zwaai.", f"notities: {'a ' * 350}", "De tekst bij ‘notities’ is te lang"),
    "unknown key": ("minuten: 2", "minuut: 2", "Bedoelde u ‘minuten’?"),
    "statement": ("stellingen: [rol-ander]", "stellingen: [rol-andr]", "Bedoelde u ‘rol-ander’?"),
    "statement twice": ("[rol-ander]", "[rol-ander, rol-ander]", "‘rol-ander’ komt twee keer voor."),
    "answer to nothing": ("{rol-ander: 2}", "{rol-andr: 2}", "Bedoelde u ‘rol-ander’?"),
    "answer off the scale": ("{rol-ander: 2}", "{rol-ander: 6}", "Het getal 6 kan niet bij ‘rol-ander’."),
    "text for a guess": (
        "raad: {vraag: Hoeveel, partij: slager, n: 2, van: 4, daarna: Ja.}",
        "raad: Hoeveel?",
        "hoort een rijtje namen met een waarde erachter",
    ),
    "unknown placeholder": ("vraag: En u?", "vraag: En {u}?", "‘{u}’ kan hier niet worden ingevuld."),
}


@pytest.fixture
def with_slides(klein, change):
    change(E, "bronnen:", DECK)
    return klein


def test_slides_are_loaded(with_slides):
    slides = load(with_slides).education.slides
    assert [slide.id for slide in slides] == ["opening", "rollen", "gok", "spel"]
    assert slides[1].figures[0].counts[1].of == 4
    assert slides[3].team.answers == {"rol-ander": 2}


def test_a_file_without_slides_is_whole(klein):
    assert load(klein).education.slides == ()


@pytest.mark.parametrize(("old", "new", "said"), WRONG.values(), ids=WRONG)
def test_each_error_on_its_line(old, new, said, with_slides, change, problems):
    line = change(E, old, new)
    (found,) = problems()
    assert said in str(found)
    assert (found.file.endswith(E), found.line) == (True, line)


def test_a_slide_with_nothing_on_it(with_slides, change, problems):
    line = change(E, "    tekst: Fijn dat u er bent.\n", "")
    (found,) = problems()
    assert "Op deze dia staat niets onder de titel." in str(found)
    assert found.line == line - 2


def test_a_third_group_of_people_at_one_figure(with_slides, change, problems):
    another = "          - {wie: klanten, n: 3, van: 5, tekst: weten het}\n"
    line = change(E, "    vraag: En u?\n", f"{another}    vraag: En u?\n")
    (found,) = problems()
    assert "Dit is de derde groep mensen bij één cijfer." in str(found)
    assert found.line == line


def test_a_game_beside_something_else(with_slides, change, problems):
    line = change(E, "    titel: Raad\n", "    titel: Raad\n    tekst: Nog iets.\n")
    (found,) = problems()
    assert "‘raad’ staat hier samen met iets anders." in str(found)
    assert found.line == line + 2


def test_a_team_gets_what_everyone_gets(with_slides, change, line_of, problems):
    only = next(item for item in load(with_slides).asked.items if item.only)
    change(E, "stellingen: [rol-ander]", f"stellingen: [{only.id}]")
    (found,) = problems()
    assert "is maar voor één partij." in str(found)
    assert found.line == line_of(E, "stellingen: [")


def test_more_than_fits_is_told_with_how_many_may_stand_there(with_slides, change, problems):
    line = change(E, "[rol-ander]", f"[{', '.join(['rol-ander'] * 9)}]")
    assert all(one.line == line for one in problems())
    assert "klopt niet: 9. Er mogen er hooguit 8 staan." in str(problems()[0])
