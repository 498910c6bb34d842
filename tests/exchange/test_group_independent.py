"""A group's figures and words against a second reckoning of the same forms, made from the documents alone.

It reads the questionnaire's YAML and the forms by itself, counts in exact fractions, integrates Student's t by itself,
counts all ways to deal answers out one by one, and shares no code with the program. What the rules of anonymity hide it
takes from the program; of all that is shown it says what it should be. (The table of chance is data: it is read.)
"""

import csv
import json
import os
import random
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from math import atan, comb, cos, pi, sqrt
from pathlib import Path

import msgspec
import pytest
from ruamel.yaml import YAML

from samenspel.exchange.give.json_results import group_result
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.group.anonymity import release
from samenspel.group.chance import ITEMS as COLUMNS
from samenspel.group.chance import PERCENTILES, SIZES
from samenspel.group.model import contribution
from samenspel.group.results import results

FOLDER = Path(__file__).parents[2] / "questionnaires" / "samenwerking-jeugd"
ASKED = YAML(typ="safe").load(FOLDER / "vragenlijst.yaml")
STATEMENTS = {item["id"]: item for item in ASKED["stellingen"]}
PARTIES = [party["id"] for party in ASKED["partijen"]]
NO_MEETING = {one["id"] for one in ASKED["context"]["overleg"]["antwoorden"] if one.get("geen_overleg")}
HOW_MANY = 200 if os.environ.get("SAMENSPEL_FULL") else 5
MINIMUM = 5

Row = dict[str, str]


# --- Random groups ----------------------------------------------------------------------------------------------------
def random_group(rnd: random.Random) -> list[Row]:
    sizes = rnd.choice([(9, 7), (5, 5), (12, 8), (6, 9), (14, 3), (22, 24), (30, 15)])
    apart = rnd.choice([0, 0, 0, 0.5, 1, 2])
    skips, absent, unknown = rnd.choice([0, 0, 0.02]), rnd.choice([0, 0, 0.3]), rnd.choice([0, 0.05])
    strangers, spread = rnd.choice([0, 0, 2, 6]), rnd.choice([0.3, 0.8, 1.5])
    rows = []
    for party, size in [*zip(PARTIES, sizes, strict=True), ("andere-rol", strangers)]:
        for _person in range(size):
            level = 3 + rnd.gauss(0, spread / 3) + (apart / 2 if party == PARTIES[0] else -apart / 2)
            row = {"respondent": str(len(rows)), "partij": party, "overleg": "geen" if rnd.random() < absent else "ja"}
            for id_, item in STATEMENTS.items():
                answer = str(min(5, max(1, round(rnd.gauss(level, spread)))))
                if item.get("weet_niet", True) and rnd.random() < unknown:
                    answer = "0"
                row[id_] = "" if rnd.random() < skips else answer
            rows.append(row)
    return rows


# --- The second reckoning ---------------------------------------------------------------------------------------------
def asked_of(item: dict, row: Row) -> bool:
    mine = "alleen" not in item or row["partij"] in item["alleen"]
    return mine and not (item.get("bij_overleg") and row["overleg"] in NO_MEETING)


def score(id_: str, row: Row) -> int | None:
    item = STATEMENTS[id_]
    if not asked_of(item, row) or row[id_] in {"", "0"}:
        return None
    return 6 - int(row[id_]) if item.get("omgekeerd") else int(row[id_])


def of_all(id_: str) -> bool:
    return set(STATEMENTS[id_].get("alleen", PARTIES)) >= set(PARTIES)


def dimension_score(name: str, row: Row) -> Fraction | None:
    ids = [i for i, item in STATEMENTS.items() if item["dimensie"] == name and of_all(i) and asked_of(item, row)]
    found = [value for i in ids if (value := score(i, row)) is not None]
    enough = len(found) >= min(2, len(ids)) and len(found) >= len(ids) / 2
    return Fraction(sum(found), len(found)) if found and enough else None


def tenth(value: Fraction) -> float:
    with localcontext(prec=60):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP)) + 0.0


def mean(values: list) -> Fraction | None:
    return Fraction(sum(values)) / len(values) if values else None


def variance(values: list) -> Fraction | None:
    if len(values) < 2:
        return None
    middle = mean(values)
    return sum(((one - middle) ** 2 for one in values), Fraction(0)) / (len(values) - 1)


def spread(values: list) -> float | None:
    its = variance(values)
    if its is None:
        return None
    with localcontext(prec=60):
        root = (Decimal(its.numerator) / Decimal(its.denominator)).sqrt()
        return float(root.quantize(Decimal("0.1"), ROUND_HALF_UP))


@cache
def area(upper: float, power: float) -> float:
    """The integral of cos^power from 0 to ``upper``: Student's t, with t = √df · tan, has this shape."""
    steps = 600
    step = upper / steps
    heights = [max(0.0, cos(nth * step)) ** power for nth in range(steps + 1)]
    return step / 3 * (heights[0] + heights[-1] + 4 * sum(heights[1::2]) + 2 * sum(heights[2:-1:2]))


def outside(t: float, df: float) -> float:
    """The chance that |Student's t| is larger than ``t``."""
    return 1 - area(atan(t / sqrt(df)), df - 1) / area(pi / 2, df - 1)


def welch(first: list, second: list) -> tuple[float, float, float] | None:
    """The chance of a difference as large, its standard error and the degrees of freedom."""
    if len(first) < 2 or len(second) < 2:
        return None
    parts = [float(variance(one) / len(one)) for one in (first, second)]
    together = sum(parts)
    difference = float(mean(first) - mean(second))
    if together == 0:
        return (float(mean(first) == mean(second)), 0.0, 1.0)
    df = together**2 / sum(part**2 / (len(one) - 1) for part, one in zip(parts, (first, second), strict=True))
    return outside(abs(difference) / sqrt(together), df), sqrt(together), df


def permuted(first: list[int], second: list[int]) -> Fraction:
    """Deal out one answer after the other: (how many went to the first, their sum) → in how many ways."""
    pool = first + second
    ways: Counter[tuple[int, int]] = Counter({(0, 0): 1})
    for answer in pool:
        for (number, total), its in list(ways.items()):
            if number < len(first):
                ways[number + 1, total + answer] += its
    middle = Fraction(sum(pool) * len(first), len(pool))
    off = abs(sum(first) - middle)
    far = sum(its for (number, total), its in ways.items() if number == len(first) and abs(total - middle) >= off)
    return Fraction(far, comb(len(pool), len(first)))


def worded(pairs: dict[str, tuple[list, list]], chances: dict[str, float], clear: set[str], flat: set[str]) -> dict:
    found = {}
    for name, (first, second) in pairs.items():
        p = chances.get(name)
        if p is None or tenth(mean(first)) == tenth(mean(second)):
            found[name] = "geen"
        else:
            found[name] = "duidelijk" if name in clear - flat else "mogelijk" if p < Fraction(1, 20) else "geen"
    return found


def holm_words(pairs: dict[str, tuple[list, list]]) -> dict[str, str]:
    chances = {name: its[0] for name, pair in pairs.items() if (its := welch(*pair)) is not None}
    clear, left = set(), len(chances)
    for name, p in sorted(chances.items(), key=lambda one: one[1]):
        if p * left > 0.05:
            break
        clear.add(name)
        left -= 1
    flat = {name for name, pair in pairs.items() if any(len(set(one)) == 1 for one in pair)}
    return worded(pairs, chances, clear, flat)


def hochberg_words(pairs: dict[str, tuple[list, list]]) -> dict[str, str]:
    chances: dict[str, float | Fraction] = {}
    for name, (first, second) in pairs.items():
        if len(first) + len(second) <= 40:
            chances[name] = permuted(first, second)
        elif (its := welch(first, second)) is not None:
            chances[name] = its[0]
    order = sorted(chances.items(), key=lambda one: one[1])
    passed = [nth for nth, (_name, p) in enumerate(order, start=1) if p * len(order) * 20 <= nth]
    return worded(pairs, chances, {name for name, _p in order[: max(passed, default=0)]}, set())


def agreed(variances: list[Fraction], n: int) -> str | None:
    if not variances:
        return None
    index = sum((max(Fraction(0), 1 - one / 2) for one in variances), Fraction(0)) / len(variances)
    row = PERCENTILES[max(place for place, size in enumerate(SIZES) if size <= n)]
    at = COLUMNS.index(len(variances))
    if index >= Fraction("0.71") and index > Fraction(str(row[at])):
        return "eens"
    return "deels eens" if index >= Fraction("0.31") else "sterk uiteen"


# --- Both beside each other -------------------------------------------------------------------------------------------
def check(rows: list[Row], theirs: dict) -> Counter[str]:
    """Compare all that is shown; say how often each word came up."""
    strangers = [row for row in rows if row["partij"] not in PARTIES]
    if len(strangers) < MINIMUM:
        rows = [row for row in rows if row["partij"] in PARTIES]
    assert theirs["n"] == len(rows)

    def split(value) -> dict[str | None, list]:
        found = [(row["partij"], its) for row in rows if (its := value(row)) is not None]
        everyone = {None: [its for _party, its in found]}
        return everyone | {party: [its for one, its in found if one == party] for party in PARTIES}

    cells = {
        "items": {id_: split(lambda row, id_=id_: score(id_, row)) for id_ in STATEMENTS},
        "dimensions": {
            one["id"]: split(lambda row, name=one["id"]: dimension_score(name, row)) for one in ASKED["dimensies"]
        },
    }
    for kind, words in (("items", hochberg_words), ("dimensions", holm_words)):
        shown = {one["id"]: one for one in theirs[kind]}
        pairs = {
            name: (its[PARTIES[0]], its[PARTIES[1]])
            for name, its in cells[kind].items()
            if shown[name]["gap"] is not None
        }
        expected = words(pairs)
        for name, one in shown.items():
            its = cells[kind][name]
            assert one["n"] == len(its[None])
            assert one["difference"] == expected.get(name), (name, one)
            if one["mean"] is not None:
                assert (one["mean"], one["sd"]) == (tenth(mean(its[None])), spread(its[None])), name
            for party, value in one["parties"].items():
                assert value is None or value == tenth(mean(its[party]))
            if name in pairs:
                check_gap(one, *pairs[name])
    check_agreement(cells, theirs)
    return Counter(one["difference"] for kind in ("items", "dimensions") for one in theirs[kind]) + Counter(
        one["agreement"] for one in theirs["dimensions"]
    )


def check_agreement(cells: dict, theirs: dict) -> None:
    items = {one["id"]: one for one in theirs["items"]}
    for one in theirs["dimensions"]:
        inside = [i for i, item in STATEMENTS.items() if item["dimensie"] == one["id"] and of_all(i)]
        for who in (None, *PARTIES):
            seen = one["mean"] if who is None else one["parties"][who]
            said = one["agreement"] if who is None else one["agreement_parties"][who]
            figures = {i: items[i]["mean"] if who is None else items[i]["parties"][who] for i in inside}
            spreads = [variance(cells["items"][i][who]) for i in inside if figures[i] is not None]
            word = agreed(spreads, len(cells["dimensions"][one["id"]][who])) if seen is not None else None
            flat = any(len(set(cells["dimensions"][one["id"]][party])) == 1 for party in PARTIES)
            if who is None and (one["difference"] == "duidelijk" or (one["difference"] == "mogelijk" and flat)):
                word = None
            both = all(cells["dimensions"][one["id"]][party] for party in PARTIES)
            if who is None and word == "eens" and both and one["gap"] is None:
                word = None  # the parties may be apart, and nobody can see it
            assert said == word, (one, who)


def check_gap(one: dict, first: list, second: list) -> None:
    assert round(10 * one["gap"]) == round(10 * tenth(mean(first))) - round(10 * tenth(mean(second)))
    found = welch(first, second)
    if found is None:
        assert one["gap_interval"] is None
        return
    _p, error, df = found
    middle = float(mean(first) - mean(second))
    for end in one["gap_interval"]:
        reach = abs(end - middle)
        if not error:
            assert reach <= 0.05
            continue
        # The end as shown lies within half a step of where 2.5 % is left.
        nearest, farthest = max(0.0, reach - 0.0501), reach + 0.0501
        assert outside(farthest / error, df) <= 0.05 <= outside(nearest / error, df), one


@pytest.mark.campaign
def test_the_same_by_another_hand(real, tmp_path: Path) -> None:
    words: Counter[str] = Counter()
    for nth in range(HOW_MANY):
        rows = random_group(random.Random(f"groep-{nth}"))
        forms = tmp_path / f"{nth}.csv"
        with forms.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
        given = [contribution(real, form.response) for form in read_forms(forms, real)]
        shown = release(real, results(real, given, {}, MINIMUM), MINIMUM)
        words += check(rows, json.loads(msgspec.json.encode(group_result("west", 1, shown))))
    all_words = ("duidelijk", "mogelijk", "geen", "eens", "deels eens", "sterk uiteen")
    assert min(words[word] for word in all_words) > HOW_MANY // 10
