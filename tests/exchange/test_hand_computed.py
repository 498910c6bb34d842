"""``samenspel verwerk --json`` on cases that were worked out by hand from the instrument's rules.

Each case is a row of a real CSV file; what is expected was computed with pen and paper, and stands beside it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REL = ["kennen", "bereikbaar", "vertrouwen", "feedback", "misverstand", "treffen", "sfeer", "gelijken", "leiding"]


def rel(*answers: int | None) -> dict[str, object]:
    return {f"rel-{name}": a for name, a in zip(REL, answers, strict=False) if a is not None}


FULL_COACH = {"rol": 8, "org": 10, "pro": 9, "bel": 7, "amb": 6, "rel": 9}
ROL = {"rol-eigen": 4, "rol-ander": 5, "rol-verdeling": 3, "rol-opgepakt": 4}
CASES: dict[str, dict[str, object]] = {
    # Band edges: 27/9 = 3; 26/9 = 2,889; 36/9 = 4; 35/9 = 3,889.
    "edge-3": rel(3, 3, 3, 3, 3, 3, 3, 3, 3),
    "under-3": rel(3, 3, 3, 3, 3, 3, 3, 3, 2),
    "edge-4": rel(4, 4, 4, 4, 4, 4, 4, 4, 4),
    "under-4": rel(4, 4, 4, 4, 4, 4, 4, 4, 3),
    "lowest": rel(1, 1, 1, 1, 1, 1, 1, 1, 1),
    "highest": rel(5, 5, 5, 5, 5, 5, 5, 5, 5),
    # Half of nine is four and a half: five of them is enough, four is not. (2 + 3 + 2 + 4 + 3) / 5 = 2,8.
    "half": rel(2, 3, 2, 4, 3),
    "under-half": rel(2, 3, 2, 4),
    # Weet ik niet has no score: three scored of nine is too few, though five were answered.
    "half-with-0": {**rel(2, 0, 3, 0, 2)},
    # At least two: in the short form amb has two items, and one of two is half but not two.
    "two-rule": {"vorm": "kort", "amb-gezamenlijk": 2},
    "two-of-two": {"vorm": "kort", "amb-gezamenlijk": 2, "amb-meerwaarde": 5},
    # An answer to an item outside the short form is kept, not scored.
    "short-extra": {"vorm": "kort", "amb-gezamenlijk": 2, "amb-bekend": 5, "amb-zonder": 5},
    # Without a joint meeting five items of pro do not apply: four are left; 1s there do not count: (4 + 5) / 2.
    "no-meeting": {"overleg": "geen", "pro-overleg": 1, "pro-tijd": 1, "pro-zelf": 4, "pro-balans": 5},
    "no-meeting-short": {"vorm": "kort", "overleg": "collega", "pro-zelf": 3, "pro-balans": 2},
    "sometimes": {"overleg": "soms", "pro-zelf": 4, "pro-balans": 5},
    # The youth worker and the other role are not asked rol-generalist: 7 apply, 4 is more than half; of a
    # coach's 8 it is half, with the 1 of rol-generalist 5: (4 + 5 + 3 + 4) / 4 = 4; (1 + 4 + 5 + 3 + 4) / 5 = 3,4.
    "youth": {"partij": "jongerenwerker", "rol-generalist": 1, **ROL},
    "other": {"partij": "andere-rol", "rol-generalist": 1, **ROL},
    "coach": {"rol-generalist": 1, **ROL},
    # Onduidelijkheid: of the answered items that offer 0 (rol-eigen does not) one of two is 0.
    "unclear": {"rol-eigen": 1, "rol-verdeling": 0, "rol-aansluiting": 4, "rel-sfeer": 0, "rel-treffen": 3},
    # Cards: right, right (both), wrong, weet niet.
    "cards": {
        "kennis-regie": "wijkcoach",
        "kennis-signaleren": "allebei",
        "kennis-straat": "wijkcoach",
        "kennis-plan": "weet-niet",
    },
    # samenwerkingsafspraken: w·s = 1 · 0,6 + 1 · 0,6; W = 5 + 1 + 1 + 1 = 8 of 12 asked; 1,2 / 8 = 0,15, alone 0,6 / 6:
    # exactly 15, given. buurtouder: 1 of 2 asked, 0,6 / 6; e = 0,3: 8,95. Of warme-overdracht 4 of 10: too little.
    "threshold": {"org-afspraken": 4, "org-resultaat": 0, "rol-overdracht": 0, "org-privacy": 4},
    # As above with org-nakomen 4: W = 10; 1,2 / 10 → 12: not given.
    "under-threshold": {
        "org-afspraken": 4,
        "org-resultaat": 0,
        "rol-overdracht": 0,
        "org-privacy": 4,
        "org-nakomen": 4,
    },
    # kennismaking: 3 + 2 + 2 = 7 of 11 asked; s = 1/3 of the 3: together 1 / 7 → 14,29, but alone 1 / 6 → 16,67: given.
    # meelopen: 3 + 1 + 1 = 5 of 11: too little. fysiek-treffen: 2 of 9.
    "one-reason": {"rel-kennen": 3, "rol-ander": 4, "org-ander": 4},
    # gezamenlijk-doel: 4 + 2 + 2 + 2 = 10 of 18 asked; 2 · 1/3: together 0,0667, alone 1/9 → 11,11: not given.
    "neutral": {"amb-gezamenlijk": 4, "amb-meerwaarde": 3, "org-resultaat": 4, "org-missie": 4},
    # The same with *weet ik niet*: 2 · 0,6 = 1,2: together 0,12, alone 0,2 → 20, given.
    "not-known": {"amb-gezamenlijk": 4, "amb-meerwaarde": 0, "org-resultaat": 4, "org-missie": 4},
    # samen-spreekuur (1 + 1 + 0) / 6 and buurtouder (1 + 1) / 6, both e = 0,3: 100/3 · 0,895.
    "tie": {"org-resultaat": 1, "amb-meerwaarde": 1, "rol-aansluiting": 4, "rel-treffen": 1},
    # convenant: 5 · 1 / max(6, 5) = 5/6 of 7 asked; alone 5/6 too; e = 1.
    "convenant": {"org-privacy": 1},
    # convenant with 3: s = 1/3, 5/3 / 6; e = 1 → 27,78.
    "convenant-3": {"org-privacy": 3},
    # overleg-uitvoerders asked without pro-overleg: 3 + 2; counting 3; 3 / 6; e = 1.
    "context": {"overleg": "leiding"},
    # kennismaking: 3 · 0,5 + 3 · 1 over 6, of 11 asked; e = 1 → 75; reasons by w·s: rel-kennen 3, ervaring 1,5.
    # fysiek-treffen: rel-kennen 2 of 9 asked: too little; meelopen 1 of 11: too little.
    "experience": {"ervaring": "korter-1", "rel-kennen": 1},
    # meelopen: rol-ander 3, rol-expertise 2, kennis 1 = 6 of 11 asked; s = 2/3, 1/3, 3/4:
    # (2 + 2/3 + 3/4) / 6 = 41/72; e = 1. rollen-definieren: 2 of 10 asked. rol-in-casus: 3 of 8 asked.
    "knowledge": {
        "rol-ander": 2,
        "rol-expertise": 3,
        "kennis-regie": "wijkcoach",
        "kennis-plan": "jongerenwerker",
        "kennis-straat": "wijkcoach",
        "kennis-groepen": "weet-niet",
    },
    "nothing": {},
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    folder = tmp_path_factory.mktemp("verwerk")
    names = list(dict.fromkeys(name for case in CASES.values() for name in case if name != "partij"))
    lines = [";".join(["respondent", "partij", *names])]
    for respondent, case in CASES.items():
        cells = [respondent, case.get("partij", "wijkcoach"), *(case.get(name, "") for name in names)]
        lines.append(";".join(map(str, cells)))
    forms = folder / "forms.csv"
    forms.write_text("\n".join(lines), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "samenspel", "verwerk", str(forms), "--json"],
        capture_output=True,
        check=True,
        env={**os.environ, "SAMENSPEL_DATA": str(folder / "data")},
    )
    assert_store_untouched(folder / "data")
    found = json.loads(done.stdout)
    assert [result["respondent"] for result in found] == list(CASES)
    return {result["respondent"]: result for result in found}


def assert_store_untouched(folder: Path) -> None:
    assert not (folder / "zelftests").exists()


def dimension(result: dict, id_: str) -> dict:
    return next(d for d in result["dimensions"] if d["id"] == id_)


@pytest.mark.parametrize(
    ("case", "id_", "score", "band", "scored", "applicable"),
    [
        ("edge-3", "rel", 3.0, "aandachtspunt", 9, 9),
        ("under-3", "rel", 26 / 9, "knelpunt", 9, 9),
        ("edge-4", "rel", 4.0, "sterk", 9, 9),
        ("under-4", "rel", 35 / 9, "aandachtspunt", 9, 9),
        ("lowest", "rel", 1.0, "knelpunt", 9, 9),
        ("highest", "rel", 5.0, "sterk", 9, 9),
        ("half", "rel", 2.8, "knelpunt", 5, 9),
        ("under-half", "rel", None, None, 4, 9),
        ("half-with-0", "rel", None, None, 3, 9),
        ("two-rule", "amb", None, None, 1, 2),
        ("two-of-two", "amb", 3.5, "aandachtspunt", 2, 2),
        ("short-extra", "amb", None, None, 1, 2),
        ("no-meeting", "pro", 4.5, "sterk", 2, 4),
        ("no-meeting-short", "pro", 2.5, "knelpunt", 2, 2),
        ("sometimes", "pro", None, None, 2, 9),
        ("youth", "rol", 4.0, "sterk", 4, 7),
        ("other", "rol", 4.0, "sterk", 4, 7),
        ("coach", "rol", 3.4, "aandachtspunt", 5, 8),
        ("nothing", "rol", None, None, 0, 8),
    ],
)
def test_dimension(results: dict, case: str, id_: str, score: float, band: str, scored: int, applicable: int) -> None:
    found = dimension(results[case], id_)
    assert (found["score"], found["band"], found["scored"], found["applicable"]) == (score, band, scored, applicable)


def test_applicable_counts(results: dict) -> None:
    assert {d["id"]: d["applicable"] for d in results["nothing"]["dimensions"]} == FULL_COACH
    short = {d["id"]: d["applicable"] for d in results["two-rule"]["dimensions"]}
    assert short == {"rol": 4, "org": 3, "pro": 3, "bel": 2, "amb": 2, "rel": 4}


def test_unclear(results: dict) -> None:
    result = results["unclear"]
    assert dimension(result, "rol")["unclear"] == 1 / 2
    assert dimension(result, "rel")["unclear"] == 1 / 2
    assert dimension(result, "org")["unclear"] is None
    assert result["unclear"] == 2 / 4
    assert results["nothing"]["unclear"] is None
    assert results["edge-3"]["unclear"] == 0


def test_knowledge(results: dict) -> None:
    assert results["cards"]["knowledge"] == {"right": 2, "of": 4, "unknown": 1}
    assert results["nothing"]["knowledge"] is None


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "threshold",
            [
                (
                    "samenwerkingsafspraken",
                    15.0,
                    [{"item": "org-resultaat", "answer": 0}, {"item": "rol-overdracht", "answer": 0}],
                )
            ],
        ),
        ("under-threshold", []),
        ("one-reason", [("kennismaking", 100 / 6, [{"item": "rel-kennen", "answer": 3}])]),
        ("neutral", []),
        ("not-known", [("gezamenlijk-doel", 20.0, [{"item": "amb-meerwaarde", "answer": 0}])]),
        (
            "tie",
            [
                (
                    "samen-spreekuur",
                    100 / 3 * 0.895,
                    [{"item": "org-resultaat", "answer": 1}, {"item": "amb-meerwaarde", "answer": 1}],
                ),
                (
                    "buurtouder",
                    100 / 3 * 0.895,
                    [{"item": "org-resultaat", "answer": 1}, {"item": "rel-treffen", "answer": 1}],
                ),
            ],
        ),
        ("convenant", [("convenant", 500 / 6, [{"item": "org-privacy", "answer": 1}])]),
        ("convenant-3", [("convenant", 500 / 18, [{"item": "org-privacy", "answer": 3}])]),
        ("context", [("overleg-uitvoerders", 50.0, [{"item": "overleg", "answer": "leiding"}])]),
        (
            "experience",
            [("kennismaking", 75.0, [{"item": "rel-kennen", "answer": 1}, {"item": "ervaring", "answer": "korter-1"}])],
        ),
        (
            "knowledge",
            [("meelopen", 4100 / 72, [{"item": "rol-ander", "answer": 2}, {"item": "kennis", "share": 0.25}])],
        ),
        ("nothing", []),
        ("highest", []),
    ],
)
def test_advice(results: dict, case: str, expected: list) -> None:
    found = [(a["id"], a["priority"], a["reasons"]) for a in results[case]["advice"]]
    assert found == [(id_, pytest.approx(priority, abs=1e-9), reasons) for id_, priority, reasons in expected]


def test_head(results: dict) -> None:
    result = results["two-rule"]
    assert (result["party"], result["form"]) == ("wijkcoach", "kort")
    assert result["questionnaire"]["id"] == "samenwerking-jeugd"
