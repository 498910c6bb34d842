"""``samenspel verwerk --json`` against a second reckoning of the same answers, made from the domain documents alone.

It reads the questionnaire's YAML by itself, counts in exact fractions, and shares no code with the program: a slip in
the one is not repeated in the other.
"""

import csv
import json
import os
import random
from fractions import Fraction
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from commands import run

FOLDER = Path(__file__).parents[2] / "questionnaires" / "samenwerking-jeugd"
FULL = bool(os.environ.get("SAMENSPEL_FULL"))
SEEDS, HOW_MANY = (range(10), 3_000) if FULL else ([2016], 400)
"""30,000 people, in files of a size that somebody could bring."""


def read(name: str) -> dict:
    return YAML(typ="safe").load(FOLDER / name)


ASKED = read("vragenlijst.yaml")
ADVICES = read("adviezen.yaml")["adviezen"]
ITEMS = {item["id"]: item for item in ASKED["stellingen"]}
CARDS = {card["id"]: card["wie"] for card in ASKED["rolkennis"]}
CONTEXT = {name: [a["id"] for a in ASKED["context"][name]["antwoorden"]] for name in ("ervaring", "overleg")}
PARTIES = [party["id"] for party in ASKED["partijen"]]
COLUMNS = ["respondent", "partij", "vorm", "gebied", *CONTEXT, *ITEMS, *CARDS]

Row = dict[str, str]


# --- Random people ----------------------------------------------------------------------------------------------------
# Each has an own pattern: how much is skipped, how often "weet ik niet", which answers; many lie on an edge.
PATTERNS = ["1", "2", "3", "4", "5", "15", "34", "23", "12345", "1123", "4455"]


def random_row(rnd: random.Random, number: int) -> Row:
    skipped, unknown, cards_skipped = (rnd.choice([0, 0.1, 0.5, 0.75, 0.95, 1]) for _ in range(3))
    pattern = rnd.choice(PATTERNS)
    row = {
        "respondent": str(number),
        "partij": rnd.choice([*PARTIES, "andere-rol"]),
        "vorm": rnd.choice(["", "volledig", "kort", "kort"]),
        "gebied": rnd.choice(["", "noord"]),
    }
    row |= {name: rnd.choice(["", *ids]) for name, ids in CONTEXT.items()}
    for id_, item in ITEMS.items():
        zero = item.get("weet_niet", True) and rnd.random() < unknown / 2
        row[id_] = "" if rnd.random() < skipped else "0" if zero else rnd.choice(pattern)
    for id_, who in CARDS.items():
        given = rnd.choice([who, *PARTIES, "allebei", "weet-niet"])
        row[id_] = "" if rnd.random() < cards_skipped else given
    return row


# --- The second reckoning ---------------------------------------------------------------------------------------------
def applies(item: dict, row: Row) -> bool:
    meetings = [a["id"] for a in ASKED["context"]["overleg"]["antwoorden"] if not a.get("geen_overleg", False)]
    return (
        (row["partij"] in item["alleen"] if "alleen" in item else True)
        and (not item.get("bij_overleg", False) or row["overleg"] in ["", *meetings])
        and (row["vorm"] != "kort" or item.get("kort", False))
    )


def score(id_: str, row: Row) -> int | None:
    given = int(row[id_] or 0)
    return None if given == 0 else 6 - given if ITEMS[id_].get("omgekeerd") else given


def unclear(ids: list[str], row: Row) -> Fraction | None:
    answered = [row[id_] for id_ in ids if ITEMS[id_].get("weet_niet", True) and row[id_]]
    return Fraction(answered.count("0"), len(answered)) if answered else None


def dimension(name: str, asked: list[str], row: Row) -> dict:
    ids = [id_ for id_ in asked if ITEMS[id_]["dimensie"] == name]
    scores = [value for id_ in ids if (value := score(id_, row)) is not None]
    enough = len(scores) >= (1 if len(ids) == 1 else 2) and 2 * len(scores) >= len(ids)
    mean = Fraction(sum(scores), len(scores)) if enough else None
    band = None if mean is None else "sterk" if mean >= 4 else "aandachtspunt" if mean >= 3 else "knelpunt"
    counts = {"scored": len(scores), "applicable": len(ids)}
    return {"id": name, "score": mean, "band": band, **counts, "unclear": unclear(ids, row)}


def knowledge(row: Row) -> dict | None:
    given = [id_ for id_ in CARDS if row[id_]]
    right = sum(row[id_] == CARDS[id_] for id_ in given)
    unknown = sum(row[id_] == "weet-niet" for id_ in given)
    return {"right": right, "of": len(given), "unknown": unknown} if given else None


def shortfall(name: str, trigger: object, row: Row) -> tuple[Fraction, dict] | None:
    """How far short this trigger falls, with the reason it would be; None when it does not count."""
    if name in ITEMS:
        if not row[name]:
            return None
        value = score(name, row)
        s = Fraction("0.6") if value is None else min(max(Fraction(4 - value, 3), Fraction(0)), Fraction(1))
        return s, {"item": name, "answer": int(row[name])}
    if name == "kennis":
        found = knowledge(row)
        share = found and Fraction(found["right"], found["of"])
        return None if share is None else (1 - share, {"item": "kennis", "share": share})
    given = row[name]
    return (Fraction(str(trigger["bij"][given])), {"item": name, "answer": given}) if given in trigger["bij"] else None


def advice(asked: list[str], row: Row) -> list[dict]:
    ranked = []
    for place, entry in enumerate(ADVICES):
        triggers = {name: t for name, t in entry["triggers"].items() if name not in ITEMS or name in asked}
        weights = {n: Fraction(str(t["gewicht"] if isinstance(t, dict) else t)) for n, t in triggers.items()}
        counting = {n: found for n, t in triggers.items() if (found := shortfall(n, t, row)) is not None}
        weight = sum(weights[name] for name in counting)
        pulls = [(weights[name] * s, reason) for name, (s, reason) in counting.items()]
        e = Fraction(str(entry["bewijskracht"]))
        together = sum(pull for pull, _reason in pulls) / max(Fraction(6), weight)
        strength = max([together, *(pull / 6 for pull, _reason in pulls)])
        priority = 100 * strength * (Fraction("0.85") + Fraction("0.15") * e)
        if 2 * weight >= sum(weights.values()) and priority >= 15:
            pulls.sort(key=lambda pair: -pair[0])  # stable: ties stay in the order of the cell
            reasons = [reason for pull, reason in pulls[:2] if pull > 0]
            found = {"id": entry["id"], "priority": priority, "reasons": reasons}
            ranked.append((-round(priority, 9), -e, place, found))
    return [found for *_rank, found in sorted(ranked, key=lambda entry: entry[:3])]


def expected(row: Row) -> dict:
    asked = [id_ for id_, item in ITEMS.items() if applies(item, row)]
    return {
        "respondent": row["respondent"],
        "party": row["partij"],
        "form": row["vorm"] or "volledig",
        "questionnaire": {"id": ASKED["id"], "version": ASKED["versie"]},
        "dimensions": [dimension(d["id"], asked, row) for d in ASKED["dimensies"]],
        "unclear": unclear(asked, row),
        "knowledge": knowledge(row),
        "advice": advice(asked, row),
    }


# --- Both beside each other -------------------------------------------------------------------------------------------
def differences(mine: object, theirs: object, where: str = "") -> list[str]:
    if isinstance(mine, dict) and isinstance(theirs, dict) and list(mine) == list(theirs):
        return [found for key in mine for found in differences(mine[key], theirs[key], f"{where}.{key}")]
    if isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
        pairs = enumerate(zip(mine, theirs, strict=True))
        return [found for i, (a, b) in pairs for found in differences(a, b, f"{where}[{i}]")]
    if isinstance(mine, Fraction) and isinstance(theirs, int | float):
        return [] if abs(float(mine) - theirs) <= 1e-9 else [f"{where}: {float(mine)} here, {theirs} there"]
    return [] if mine == theirs and type(mine) is type(theirs) else [f"{where}: {mine!r} here, {theirs!r} there"]


def compare(folder: Path, seed: int, how_many: int) -> list[str]:
    rnd = random.Random(seed)
    rows = [random_row(rnd, number) for number in range(how_many)]
    forms = folder / "forms.csv"
    with forms.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter=rnd.choice(";,"))
        writer.writeheader()
        writer.writerows(rows)
    done = run("verwerk", str(forms), "--json", data=folder / "data")
    assert done.returncode == 0, done.stderr
    theirs = json.loads(done.stdout)
    return differences([expected(row) for row in rows], theirs)


@pytest.mark.campaign
@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_by_another_hand(tmp_path: Path, seed: int) -> None:
    assert compare(tmp_path, seed, HOW_MANY) == []
