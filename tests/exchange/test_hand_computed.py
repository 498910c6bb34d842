"""``samenspel verwerk --json`` on cases that were worked out by hand from the instrument's rules.

Each case is a row of a real CSV file; what is expected was computed with pen and paper, and stands beside it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REL = ["kennen", "bereikbaar", "vertrouwen", "feedback", "misverstand", "treffen", "sfeer", "gelijken"]


def rel(*answers: int | None) -> dict[str, object]:
    return {f"rel-{name}": a for name, a in zip(REL, answers, strict=False) if a is not None}


FULL_COACH = {"rol": 7, "org": 9, "pro": 8, "bel": 7, "amb": 6, "rel": 8}
CASES: dict[str, dict[str, object]] = {
    # Band edges: 24/8 = 3; 23/8 = 2,875; 32/8 = 4; 31/8 = 3,875.
    "edge-3": rel(3, 3, 3, 3, 3, 3, 3, 3),
    "under-3": rel(3, 3, 3, 3, 3, 3, 3, 2),
    "edge-4": rel(4, 4, 4, 4, 4, 4, 4, 4),
    "under-4": rel(4, 4, 4, 4, 4, 4, 4, 3),
    "lowest": rel(1, 1, 1, 1, 1, 1, 1, 1),
    "highest": rel(5, 5, 5, 5, 5, 5, 5, 5),
    # Half of eight is four.
    "half": rel(2, 3, 2, 4),
    "under-half": rel(2, 3, 2),
    # Weet ik niet has no score: three scored of eight is too few, though five were answered.
    "half-with-0": {**rel(2, 0, 3, 0, 2)},
    # At least two: in the short form amb has two items, and one of two is half but not two.
    "two-rule": {"vorm": "kort", "amb-gezamenlijk": 2},
    "two-of-two": {"vorm": "kort", "amb-gezamenlijk": 2, "amb-meerwaarde": 5},
    # An answer to an item outside the short form is kept, not scored.
    "short-extra": {"vorm": "kort", "amb-gezamenlijk": 2, "amb-bekend": 5, "amb-zonder": 5},
    # Without a joint meeting five items of pro do not apply; 1s there do not count: (4 + 5) / 2.
    "no-meeting": {"overleg": "geen", "pro-overleg": 1, "pro-tijd": 1, "pro-zelf": 4, "pro-balans": 5},
    "no-meeting-short": {"vorm": "kort", "overleg": "collega", "pro-zelf": 3, "pro-balans": 2},
    "sometimes": {"overleg": "soms", "pro-zelf": 4, "pro-balans": 5},
    # The youth worker and the other role are not asked rol-generalist: 6 apply, 3 is half.
    "youth": {"partij": "jongerenwerker", "rol-generalist": 1, "rol-eigen": 4, "rol-ander": 5, "rol-verdeling": 3},
    "other": {"partij": "andere-rol", "rol-generalist": 1, "rol-eigen": 4, "rol-ander": 5, "rol-verdeling": 3},
    "coach": {"rol-generalist": 1, "rol-eigen": 4, "rol-ander": 5, "rol-verdeling": 3},
    # Onduidelijkheid: of the answered items that offer 0 (rol-eigen does not) one of two is 0.
    "unclear": {"rol-eigen": 1, "rol-verdeling": 0, "rol-aansluiting": 4, "rel-sfeer": 0, "rel-treffen": 3},
    # Cards: right, right (both), wrong, weet niet.
    "cards": {
        "kennis-regie": "wijkcoach",
        "kennis-signaleren": "allebei",
        "kennis-straat": "wijkcoach",
        "kennis-plan": "weet-niet",
    },
    # gezamenlijk-doel: w·s = 2 · 0,6; W = 4 + 2 + 2 = 8 of 14 asked; 1,2 / 8 = 0,15 → exactly 15, given.
    "threshold": {"amb-gezamenlijk": 4, "amb-meerwaarde": 0, "org-resultaat": 4},
    # As above with org-missie 4: W = 9; 1,2 / 9 → 13,33: not given.
    "under-threshold": {"amb-gezamenlijk": 4, "amb-meerwaarde": 0, "org-resultaat": 4, "org-missie": 4},
    # samen-spreekuur (1 + 1 + 0) / 6 and buurtouder (1 + 1) / 6, both e = 0,3: 100/3 · 0,895.
    "tie": {"org-resultaat": 1, "amb-meerwaarde": 1, "rol-aansluiting": 4, "rel-treffen": 1},
    # convenant: 5 · 1 / max(6, 5) = 5/6 of 7 asked; e = 1.
    "convenant": {"org-privacy": 1},
    # convenant with 3: s = 1/3, 5/3 / 6; e = 1 → 27,78.
    "convenant-3": {"org-privacy": 3},
    # overleg-uitvoerders asked without pro-overleg: 3 + 2; counting 3; 3 / 6; e = 1.
    "context": {"overleg": "leiding"},
    # kennismaking: 3 · 0,5 + 3 · 1 over 6, of 11 asked; e = 1 → 75; reasons by w·s: rel-kennen 3, ervaring 1,5.
    # fysiek-treffen: rel-kennen 2 of 9 asked: too little; meelopen 1 of 11: too little.
    "experience": {"ervaring": "korter-1", "rel-kennen": 1},
    # meelopen: rol-ander 3, rol-expertise 2, kennis 1 = 6 of 11 asked; s = 2/3, 1/3, 3/4:
    # (2 + 2/3 + 3/4) / 6 = 41/72; e = 1. rollen-definieren: 2 of 10 asked. rol-in-casus: 3 of 6 asked counts:
    # 3 · 1/3 / 6 = 1/6; e = 0,3: 16,67 · 0,895 = 14,92 < 15: not given.
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
        ("edge-3", "rel", 3.0, "aandachtspunt", 8, 8),
        ("under-3", "rel", 2.875, "knelpunt", 8, 8),
        ("edge-4", "rel", 4.0, "sterk", 8, 8),
        ("under-4", "rel", 3.875, "aandachtspunt", 8, 8),
        ("lowest", "rel", 1.0, "knelpunt", 8, 8),
        ("highest", "rel", 5.0, "sterk", 8, 8),
        ("half", "rel", 2.75, "knelpunt", 4, 8),
        ("under-half", "rel", None, None, 3, 8),
        ("half-with-0", "rel", None, None, 3, 8),
        ("two-rule", "amb", None, None, 1, 2),
        ("two-of-two", "amb", 3.5, "aandachtspunt", 2, 2),
        ("short-extra", "amb", None, None, 1, 2),
        ("no-meeting", "pro", 4.5, "sterk", 2, 3),
        ("no-meeting-short", "pro", 2.5, "knelpunt", 2, 2),
        ("sometimes", "pro", None, None, 2, 8),
        ("youth", "rol", 4.0, "sterk", 3, 6),
        ("other", "rol", 4.0, "sterk", 3, 6),
        ("coach", "rol", 3.25, "aandachtspunt", 4, 7),
        ("nothing", "rol", None, None, 0, 7),
    ],
)
def test_dimension(results: dict, case: str, id_: str, score: float, band: str, scored: int, applicable: int) -> None:
    found = dimension(results[case], id_)
    assert (found["score"], found["band"], found["scored"], found["applicable"]) == (score, band, scored, applicable)


def test_applicable_counts(results: dict) -> None:
    assert {d["id"]: d["applicable"] for d in results["nothing"]["dimensions"]} == FULL_COACH
    short = {d["id"]: d["applicable"] for d in results["two-rule"]["dimensions"]}
    assert short == {"rol": 3, "org": 3, "pro": 3, "bel": 2, "amb": 2, "rel": 3}


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
            [("gezamenlijk-doel", 15.0, [{"item": "amb-meerwaarde", "answer": 0}])],
        ),
        ("under-threshold", []),
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
