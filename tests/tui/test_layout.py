"""What can be read on each screen, at each of the three sizes: one table. What a screen does is tested elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from groups_help import give, make, person
from msgspec.structs import replace
from results_help import GOOD, POOR, finished, half_way
from talker import Table
from walker import MOMENT

from commands import write_questionnaire
from pilot import pasted
from samenspel.exchange.code import encode
from samenspel.exchange.handover import to_file
from samenspel.fictional.practice import practise
from samenspel.group import workshop
from samenspel.group.model import Action
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.tui import navigation as to
from samenspel.tui.navigation import Destination
from samenspel.tui.selftest.report_parts import OnePart

NOTE = "[/] [bold]x <b>&amp;</b> <img src=/etc/passwd> =1+1 {ander} 😀"
VOTES = 48  # of sixteen people


@dataclass
class World:
    """A data folder with something for each screen."""

    store: SelfTests
    small: Questionnaire
    real: Questionnaire
    folder: Path
    """A folder for what comes in."""

    @cached_property
    def groups(self) -> Groups:
        return Groups(self.store.folder)

    @cached_property
    def table(self) -> Table:
        return Table(self.store.folder, self.real)

    def code(self) -> str:
        return encode(self.small, person(0))


@dataclass(frozen=True)
class Screen:
    """Where it is (None: one is there already), what is pressed then, and what must have been in sight meanwhile."""

    opened: Callable[[World], Destination | None]
    shows: tuple[str, ...]
    keys: tuple[str, ...] | Callable[[World], tuple[str, ...]] = ()


def step(at: str, *shows: str, keys: tuple[str, ...] = (), **given: Any) -> Screen:
    """A step of a self-test."""
    response = Response(**{"party": "bakker"} | given)
    return Screen(lambda world: to.OpenSelfTest(_begun(world, response, at)), shows, keys)


def _begun(world: World, response: Response, at: str):
    return world.store.create(world.small, response, at=at, now=MOMENT)


def home(*shows: str, keys: tuple[str, ...] = ()) -> Screen:
    return Screen(lambda _world: None, shows, keys)


SELF_TEST = {
    "welcome": step(
        "welcome",
        "Wat gebeurt er met uw antwoorden?",
        "Er wordt niets verstuurd",
        "naam niet",
        "2 kort",
        "F1 uitleg",
    ),
    "party": step(
        "party", "Bij welke partij hoort u?", "Deze vraag is nodig", "vraag 1 van 4", "3 andere rol", "F1 uitleg"
    ),
    "area": step("area", "Waar werkt u?", "2 zuid", "anders, zelf typen", "vraag 2 van 4", "F1 uitleg"),
    "experience": step("experience", "Hoe lang werkt u met slagers samen?", "2 langer dan 1 jaar", "F1 uitleg"),
    "meeting": step("meeting", "Doet u mee aan een overleg?", "2 er is geen overleg", "100 %", "F1 uitleg"),
    "we": step(
        "we",
        "Nu komen 6 stellingen",
        "Bij sommige stellingen kan dat niet.",
        "u en de slagers samen",
        "verder naar de stellingen",
        "F1 uitleg",
    ),
    "statement": step(
        "item:rol-ander",
        "Rolduidelijkheid",
        "deel 1 van 4 · stelling 3 van 6",
        "30 %",
        "Dit is stelling rol-ander over de slagers.",
        "helemaal oneens",
        "weet ik niet",
        "t toelichting",
        "esc stoppen",
        "F1 uitleg",
    ),
    "a statement that was answered": step(
        "item:rol-eigen", "vorige: 4 · bewaard ✓", "◆ 4", "eens ✓", keys=("4", "left")
    ),
    "a statement with a note, and the overview": step(
        "item:rol-eigen",
        "toelichting: ‘[/] [bold]x",
        "enter ernaartoe",
        "0 van 6 stellingen beantwoord",
        "(toelichting)",
        keys=("o",),
        notes={"rol-eigen": NOTE},
    ),
    "a statement with a very long note": step(
        "item:rol-eigen", "helemaal eens", "…", "F1 uitleg", notes={"rol-eigen": "woord " * 300}
    ),
    "a note": step(
        "item:rol-eigen",
        "Toelichting bij: Dit is stelling rol-eigen",
        "Schrijf geen namen op, ook niet van collega's.",
        "Bewaren",
        keys=("t",),
    ),
    "overview": step(
        "item:rol-ander",
        "enter ernaartoe",
        "1 van 6 stellingen beantwoord",
        "✓ 1.",
        "[2]",
        "○ 2.",
        keys=("o",),
        answers={"rol-eigen": 2},
    ),
    "before the cards": step(
        "cards", "Rolkennis", "Nu iets anders: 2 kaarten", "geen examen", "enter naar de kaarten", "F1 uitleg"
    ),
    "card": step(
        "card:kennis-brood",
        "Rolkennis",
        "kaart 1 van 2",
        "Wie doet dit?",
        "Bakt brood.",
        "3 allebei",
        "4 weet ik niet",
        "F1 uitleg",
    ),
    "a card that was right": step("card:kennis-brood", "✓ Goed: bakker.", "De bakker bakt brood.", keys=("1",)),
    "a card that was wrong": step(
        "card:kennis-brood", "✗ Niet goed. Volgens deze vragenlijst", "De bakker bakt brood.", keys=("2",)
    ),
    "a card that one does not know": step(
        "card:kennis-brood", "Volgens deze vragenlijst is het antwoord: bakker.", "De bakker bakt brood.", keys=("4",)
    ),
    "open question": step(
        "open:toe-goed",
        "Wat gaat goed?",
        "Schrijf geen namen op, ook niet van collega's.",
        "F8 volgende",
        "F7 vorige",
        "F4 overzicht",
        "F1 uitleg",
    ),
    "activities": step(
        "open:toe-activiteiten",
        "Wat deed u samen?",
        "[ ] 1 samen lunchen: nee",
        "F1 uitleg",
        "is er iets van gebleven? nee",
        keys=("2",),
    ),
    "review": step(
        "review",
        "Bijna klaar",
        "6 van de 6 stellingen",
        "staan uw antwoorden vast",
        "1 afronden en de uitslag bekijken",
        "F1 uitleg",
    ),
}

HELD = "3 vragen over uw werk, 2 stellingen, 1 toelichting en 2 kenniskaarten"


def _one_open(world: World) -> Destination:
    half_way(world.store, world.small)
    return to.NewSelfTest(look=True)


def _result(world: World) -> Destination:
    finished(world.store, world.small, GOOD)
    return to.SelfTestResult(finished(world.store, world.small, POOR, days=90))


def _give(world: World) -> Destination:
    return to.GiveAnswers(finished(world.store, world.small, GOOD, days=-30, open={"toe-goed": NOTE}))


def _data(world: World) -> None:
    (world.store.folder / "zelftests" / "20250101-090000-aaaa.json").write_text("kapot")
    list(world.store.newest())


def _questionnaires(world: World) -> None:
    """One of one's own, and one with an error."""
    own = world.store.folder / "eigen-vragenlijsten"
    write_questionnaire(own / "mijn", world.small)
    (write_questionnaire(own / "stuk", world.small) / "adviezen.yaml").write_text("adviezen: [\n", encoding="utf-8")


RESULTS = {
    "welcome with one that is open": Screen(
        _one_open, ("U was al bezig: 2 van 6", "volledig, ongeveer", "kort, ongeveer")
    ),
    "start": home(
        "Verder waar u was",
        "Nieuwe zelftest doen",
        "Samen vergelijken",
        "Mijn uitslagen",
        "Mijn gegevens",
        "Vragenlijst",
        "Kleuren",
        "Stoppen",
        "Met F3 krijgt u de volgende.",
    ),
    "comparison": Screen(
        _result, ("Uw uitslag", "unstig dan op 5 januari 2026", "Kleine verschillen zeggen weinig"), ("v",)
    ),
    "saving a report": Screen(
        _result,
        (
            "Welk deel wilt u bewaren?",
            "Het rapport: het voorblad",
            "Het gespreksblad",
            "6 Alles, in een map",
            "en geen toelichtingen",
            "Bewaren (Enter)",
            "Niet bewaren (Esc)",
            "▸ 1 Openen",
        ),
        ("p", "1", "enter"),
    ),
    "giving answers to a group": Screen(
        _give,
        (
            "Geef mijn antwoorden aan een groep",
            "Dit is uw zelftest van 6 december 2025.",
            "uw partij: bakker",
            "uw antwoorden op 6 stellingen",
            "Wat gaat goed?",
            "[/] [bold]x <b>&amp;</b>",
            "1 Mag de groep dit antwoord lezen, zonder uw naam?",
            "zonder uw naam? nee",
            "zonder uw naam? ja",
            "Niet erin: uw naam, gebied",
            "Als bestand (b)",
            "Als code (c)",
            "b als bestand",
            "F1 uitleg",
            "Uw code",
            "Wie deze code heeft, kan uw antwoorden lezen.",
            "‘Een code overtypen’",
            "Bewaren (Enter)",
            "‘Bestanden of een map inlezen’.",
            "Uw kenmerk is",
            "1 Klaar",
        ),
        ("down", "1", "pagedown", "pagedown", "pagedown", "c", "escape", "b", "enter"),
    ),
    "my results": home(
        "6 zelftests, de nieuwste eerst.",
        "5 april 2026",
        "5 januari 2026",
        "nog niet af: 2 van 6 beantwoord · volledige vorm",
        "af · volledige vorm",
        "g aan een groep geven",
        keys=("4", *["down"] * 5),
    ),
    "my data": Screen(
        _data,
        (
            "9 bestanden:",
            "Zelftest van 5 januari 2026, 9:05",
            f"nog niet af: 2 van 6 beantwoord · volledige vorm · {HELD}",
            "6 stellingen, 1 toelichting en 2 kenniskaarten",
            "Hulpbestand: .samenspel.lock",
            "Onleesbaar: 20250101-090000-aaaa",
        ),
        ("5", *["down"] * 8),
    ),
    "questionnaires": Screen(
        _questionnaires,
        (
            "1 Zelftest samenwerking in de wijk",
            "Hoort bij samenspel.",
            "3 Kleine zelftest",
            "Van uzelf, in de map ‘mijn’.",
            "4 stuk Niet te gebruiken: 1 fout. adviezen.yaml, regel ",
            "Kijk met: samenspel vragenlijst controleer stuk",
            "Verbeter dit in een tekstprogramma.",
        ),
        ("6", "end", "enter"),
    ),
    "start with a questionnaire of one's own": home(
        "Nu: Kleine zelftest (van uzelf, in de map ‘",
        "Volledig (3 minuten) of kort (1 minuut).",
        "Vanaf nu: Kleine zelftest.",
        keys=("6", "3"),
    ),
}


def _two_groups(world: World) -> Destination:
    give(world.groups, make(world.groups, world.small), world.small, person(0), person(1))
    make(world.groups, world.small, "Oost [/] [bold]x")
    return to.AllGroups()


def _again(world: World) -> Destination:
    """A group to practise with, in its second wave."""
    stored = practise(world.groups, world.small, MOMENT.date())
    world.groups.reveal(stored.id, MOMENT.date())
    world.groups.new_wave(stored.id, MOMENT.date())
    return to.Collecting(stored.id)


def _came_in(world: World) -> Destination:
    for number in range(3):
        content = to_file(world.small, person(number), new_response_id())
        (world.folder / f"samenspel-antwoord-{number}.json").write_bytes(content)
    return to.Collecting(make(world.groups, world.small, "Wijk Zuid").id)


def _collecting(world: World) -> Destination:
    return to.Collecting(make(world.groups, world.small, f"Wijk {new_response_id()[:4]}").id)


def _wrong_code(world: World) -> tuple[str, ...]:
    first, second = world.code().split("-")[:2]
    return ("3", "j", pasted(f"{first}-{'1' if second[0] != '1' else '2'}{second[1:]}"))


GROUPS = {
    "no groups yet": home("oefenen? Druk dan op o", "9 bakkers", keys=("2", "o")),
    "groups": Screen(
        _two_groups,
        (
            "2 groepen op deze computer",
            "Wijk Noord",
            "meting 1 · antwoorden verzamelen · 2 deelnemers",
            "Oost [/] [bold]x",
            "nog niemand",
        ),
    ),
    "a group": Screen(lambda _world: to.AllGroups(), ("verwacht: 4 bakkers en 3 slagers",), ("enter",)),
    "a new group": Screen(
        lambda _world: to.AllGroups(),
        ("heeft 300 tekens. Hooguit 80 mag.",),
        ("n", pasted("x" * 300), "f8"),
    ),
    "collecting": Screen(
        lambda world: to.Collecting(practise(world.groups, world.small, MOMENT.date()).id),
        ("Oefengroep (verzonnen)", "9 van 9"),
    ),
    "collecting what fictional people give": Screen(_again, ("Verzonnen antwoorden inlezen", "7 van 7"), ("o",)),
    "files that come in": Screen(
        _came_in,
        ("✓ 3 antwoorden toegevoegd.", "1 opnieuw inlezen", "mensen deden mee", "bakkers: 3 van 4"),
        lambda world: ("2", "j", pasted(str(world.folder)), "enter", "escape"),
    ),
    "a code with a fault": Screen(_collecting, ("Groep 2 klopt niet", "1:", "✓", "✗"), _wrong_code),
    "a code that is too short": Screen(
        _collecting, ("Er ontbreken nog 2 tekens",), lambda world: ("3", "j", pasted(world.code()[:-2]), "enter")
    ),
    "a code": Screen(_collecting, ("✓ Toegevoegd",), lambda world: ("3", "j", pasted(world.code()), "enter")),
}


def _talk(world: World, number: int = 1) -> Destination:
    """Open the workshop at its beginning."""
    table = world.table
    table.groups.update_wave(table.stored.id, number, lambda wave: workshop.go_to(wave, "vergelijken", "vergelijken"))
    return to.Workshop(table.stored.id, number)


def _second_wave(world: World) -> Destination:
    """Something was agreed on in the first wave, and done in part."""
    table = world.table
    action = Action("Samen lunchen", "wij", "2026-04-01", "2026-06-01", dimensions=("rel",), outcome="deels")
    table.groups.update_wave(table.stored.id, 1, lambda wave: workshop.put_action(wave, table.questionnaire, action))
    table.groups.update_wave(table.stored.id, 1, lambda wave: replace(wave, phase="afgerond", closed="2026-03-02"))
    table.next_wave()
    return to.Workshop(table.stored.id, 2)


WORKSHOP = {
    "comparison, and whether open answers are to be shown": Screen(
        _talk,
        ("minimum 5", "Open antwoorden laten zien?"),
        ("o",),
    ),
    "a conversation": Screen(
        _talk, ("4:00 gesprek loopt", "tijd voor het gesprek"), ("1", "1", "plus", "minus", "minus", "s")
    ),
    "counting votes": Screen(
        _talk,
        (
            f"Samen {VOTES - 1} van hooguit {VOTES} stemmen",
            f"Samen {VOTES + 1} stemmen. Dat is te veel",
            f"U vulde {VOTES + 1} stemmen in",
        ),
        ("right", "n", *str(VOTES - 2), "tab", "1", "backspace", "3", "f8"),
    ),
    "an action of one's own": Screen(_talk, ("Zelf bedenken", "z zelf bedenken"), ("right", "right", "n")),
    "what came of the actions": Screen(_second_wave, ("Samen lunchen", "deels gedaan")),
    "an action again": Screen(
        lambda world: _talk(world, 2), ("Opnieuw: Samen lunchen", "deels gedaan"), ("right", "right", "n")
    ),
}


def _paper(world: World) -> Destination:
    return to.TypeOver(make(world.groups, world.small, f"Wijk {new_response_id()[:4]}").id)


UP_TO_THE_CARDS = ("j", "1", "1", "2", "enter", "1", "2", "1", *"445123")
PAPER = {
    "which form lies there": Screen(
        _paper,
        (
            "U ziet de antwoorden die u overtypt.",
            "Wie overtypt, leest de antwoorden.",
            "Welk formulier ligt er?",
            "1 volledige vorm, voor iedereen",
            "8 korte vorm, voor mensen met een andere rol",
            "1-8 kiezen",
        ),
        ("j",),
    ),
    "forms of nobody's group": Screen(
        lambda _world: to.TypeOver(),
        ("Elk formulier krijgt een rapport (PDF).", "8 korte vorm", "Map voor de rapporten"),
        ("j",),
    ),
    "the number of a form": Screen(
        _paper,
        ("Welk nummer staat er op het formulier?", "het wordt 1.", "12▏", "Druk op Enter.", "enter verder", "0-9"),
        ("j", "1", "1", "2"),
    ),
    "a statement typed over": Screen(
        _paper,
        (
            "Formulier 12 · bakker",
            "nog 5 stellingen",
            "2 Dit is stelling rol-brood",
            "helemaal eens",
            "weet ik niet",
            "vorige: 1 → 4 eens",
            "Niets ingevuld? Druk op Enter of spatie.",
            "! ‘7’ kan hier niet.",
            "enter open laten",
            "backspace terug",
            "F1 uitleg",
        ),
        (*UP_TO_THE_CARDS[:9], "7"),
    ),
    "a card typed over": Screen(
        _paper, ("nog 2 kaarten", "1 Bakt brood.", "4 weet ik niet", "1-4 antwoord"), UP_TO_THE_CARDS
    ),
    "open questions typed over": Screen(
        _paper,
        (
            "Open vragen: staat er iets?",
            "Laat namen van mensen weg.",
            "2 van 2000 tekens",
            "Staat erbij dat de groep dit mag lezen? ja",
            "(getypt)",
            "2 iets anders: gedaan, er is niets van gebleven",
            "(1 aangekruist)",
        ),
        (*UP_TO_THE_CARDS, "1", "enter", "1", "j", "a", "f6", "f8", "2", "2", "2", "enter"),
    ),
    "the check before it is added": Screen(
        _paper,
        (
            "Klopt dit?",
            "Beantwoord: 6 van 6 stellingen, 1 van 2 kaarten en 0 van 2 open vragen.",
            "Open gebleven: kaart 2.",
            "enter toevoegen",
            "✓ Formulier 12 is toegevoegd. Er is nu 1 formulier bij de groep.",
            "F4 kenmerken",
        ),
        (*UP_TO_THE_CARDS, "1", "enter", "enter", "enter"),
    ),
}

PARTS = {"self-test": SELF_TEST, "results": RESULTS, "groups": GROUPS, "paper": PAPER, "workshop": WORKSHOP}


@pytest.mark.parametrize("part", PARTS)
async def test_what_must_be_read_is_in_sight(part, app_for, store, small, real, seen, size, tmp_path, monkeypatch):
    monkeypatch.setattr("samenspel.tui.kit.save_report.documents", lambda: tmp_path)
    monkeypatch.setattr(OnePart, "report", lambda _self, suffix: b"rapport" + suffix.encode())
    app = app_for()
    (folder := tmp_path / "binnen [b]x").mkdir()
    world = World(store, small, real, folder)
    unseen = {}
    async with app.run_test(size=size, notifications=True) as pilot:
        for name, screen in PARTS[part].items():
            if destination := screen.opened(world):
                app.navigator.open(destination)
            await pilot.pause()
            read = folded(seen(app))
            for key in screen.keys(world) if callable(screen.keys) else screen.keys:
                await pilot.press(key)
                read += " " + folded(seen(app))
            if missing := [text for text in screen.shows if text not in read]:
                unseen[name] = (missing, read)
            app.navigator.home()
            await pilot.pause()
    assert not unseen


def folded(text: str) -> str:
    return " ".join(text.replace("│", " ").split())
