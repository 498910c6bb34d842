"""``groep uitslag --json``: the contract's shape, with figures that were worked out by hand."""

import json
from math import sqrt

import msgspec
import pytest
from msgspec.structs import replace

from samenspel.exchange.give.json_results import group_result
from samenspel.group.anonymity import release
from samenspel.group.model import Contribution
from samenspel.group.results import results
from samenspel.group.statistics import gap, sample
from samenspel.response import Response

ITEMS = ("rol-eigen", "rol-brood", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig")
BAKKERS = ("231422", "332432", "433542")
SLAGERS = ("4-3251", "4-4-52", "4-5253")
T_2 = 4.302652729749464
"""Student's t, 2 degrees of freedom, 0.975; 4 degrees: 2.776445105197793."""
REACH = T_2 * sqrt(1 / 3)  # one party has variance 1 over 3 people, the other 0: df is 2


def group():
    def one(party, answers):
        given = {item: int(answer) for item, answer in zip(ITEMS, answers, strict=True) if answer != "-"}
        return Contribution(Response(party=party, answers=given))

    return [one("bakker", answers) for answers in BAKKERS] + [one("slager", answers) for answers in SLAGERS]


@pytest.fixture(scope="module")
def found(small):
    shown = release(small, results(small, group(), {}, 3), 3)
    return json.loads(msgspec.json.encode(group_result("west", 2, shown)))


def interval(first, second):
    return pytest.approx(list(gap(sample(first), sample(second)).interval))


def test_the_shape_is_the_contracts(found) -> None:
    assert list(found) == ["group", "wave", "n", "minimum", "parties", "dimensions", "items", "suppressed", "advice"]
    assert {tuple(one) for one in found["dimensions"]} == {
        ("id", "n", "mean", "sd", "rwgj", "agreement", "unclear", "parties", "gap", "gap_interval")
    }
    assert {tuple(one) for one in found["items"]} == {
        ("id", "n", "mean", "sd", "rwg", "counts", "unknown", "parties", "gap", "gap_interval")
    }
    assert {tuple(one) for one in found["suppressed"]} == {("what", "id", "party", "why")}
    assert {tuple(one) for one in found["advice"]} == {("id", "priority", "reasons")}


def test_the_head_by_hand(found) -> None:
    head = {key: found[key] for key in ("group", "wave", "n", "minimum", "parties")}
    assert head == {"group": "west", "wave": 2, "n": 6, "minimum": 3, "parties": {"bakker": 3, "slager": 3}}


def test_the_items_by_hand(found) -> None:
    assert found["items"] == [
        # 2 3 4 | 4 4 4: 21 / 6; squares 2.25 + 0.25 + 4 · 0.25 = 3.5, / 5
        {
            "id": "rol-eigen",
            "n": 6,
            "mean": 3.5,
            "sd": pytest.approx(sqrt(0.7)),
            "rwg": pytest.approx(0.65),
            "counts": [0, 1, 1, 4, 0],
            "unknown": 0,
            "parties": {"bakker": 3.0, "slager": 4.0},
            "gap": -1.0,
            "gap_interval": pytest.approx([-1 - REACH, -1 + REACH]),
        },
        # 3 3 3, asked of bakkers only: unanimous, so without counts
        {
            "id": "rol-brood",
            "n": 3,
            "mean": 3.0,
            "sd": 0.0,
            "rwg": 1.0,
            "counts": None,
            "unknown": 0,
            "parties": {"bakker": 3.0, "slager": None},
            "gap": None,
            "gap_interval": None,
        },
        # 1 2 3 | 3 4 5: squares 4 + 1 + 0 + 0 + 1 + 4, / 5 = 2; both variances 1: df 4
        {
            "id": "rol-ander",
            "n": 6,
            "mean": 3.0,
            "sd": pytest.approx(sqrt(2)),
            "rwg": pytest.approx(0, abs=1e-12),
            "counts": [1, 1, 2, 1, 1],
            "unknown": 0,
            "parties": {"bakker": 2.0, "slager": 4.0},
            "gap": -2.0,
            "gap_interval": pytest.approx([-2 - 2.776445105197793 * sqrt(2 / 3), -2 + 2.776445105197793 * sqrt(2 / 3)]),
        },
        # 4 4 5 | 2 - 2: two slagers are too few, and so the bakkers' mean is hidden too
        {
            "id": "rel-overleg",
            "n": 5,
            "mean": 3.4,
            "sd": pytest.approx(sqrt(1.8)),
            "rwg": pytest.approx(0.1),
            "counts": [0, 2, 0, 2, 1],
            "unknown": 0,
            "parties": {"bakker": None, "slager": None},
            "gap": None,
            "gap_interval": None,
        },
        # 2 3 4 | 5 5 5
        {
            "id": "rel-kennen",
            "n": 6,
            "mean": 4.0,
            "sd": pytest.approx(sqrt(1.6)),
            "rwg": pytest.approx(0.2),
            "counts": [0, 1, 1, 1, 3],
            "unknown": 0,
            "parties": {"bakker": 3.0, "slager": 5.0},
            "gap": -2.0,
            "gap_interval": pytest.approx([-2 - REACH, -2 + REACH]),
        },
        # turned round: 2 2 2 | 1 2 3 scores 4 4 4 | 5 4 3, and is counted as given
        {
            "id": "rel-lastig",
            "n": 6,
            "mean": 4.0,
            "sd": pytest.approx(sqrt(0.4)),
            "rwg": pytest.approx(0.8),
            "counts": [1, 4, 1, 0, 0],
            "unknown": 0,
            "parties": {"bakker": 4.0, "slager": 4.0},
            "gap": 0.0,
            "gap_interval": pytest.approx([-REACH, REACH]),
        },
    ]


def test_the_dimensions_by_hand(found) -> None:
    assert found["dimensions"] == [
        # 2, 8/3, 10/3 | 3.5, 4, 4.5: mean 20 / 6; squares 146 / 36, / 5. r_wg(j): variances 0.7, 0, 2: q = 0.45.
        {
            "id": "rol",
            "n": 6,
            "mean": pytest.approx(10 / 3),
            "sd": pytest.approx(sqrt(146 / 180)),
            "rwgj": pytest.approx(1.65 / 2.1),
            "agreement": "eens",
            "unclear": 0.0,
            "parties": {"bakker": pytest.approx(8 / 3), "slager": 4.0},
            "gap": pytest.approx(-4 / 3),
            "gap_interval": interval([2, 8 / 3, 10 / 3], [3.5, 4, 4.5]),
        },
        # 10/3, 11/3, 13/3 | 4, 4.5, 10/3. The bakkers answered all: with their mean here, less rel-kennen and
        # rel-lastig, rel-overleg would follow, and then that of two slagers. r_wg(j): 1.8, 1.6, 0.4: q = 19/30.
        {
            "id": "rel",
            "n": 6,
            "mean": pytest.approx(139 / 36),
            "sd": pytest.approx(sample([10 / 3, 11 / 3, 13 / 3, 4, 4.5, 10 / 3]).sd),
            "rwgj": pytest.approx(1.1 / (1.1 + 19 / 30)),
            "agreement": "verdeeld",
            "unclear": 0.0,
            "parties": {"bakker": None, "slager": None},
            "gap": None,
            "gap_interval": None,
        },
    ]


def test_what_is_hidden_by_hand(found) -> None:
    assert [tuple(one.values()) for one in found["suppressed"]] == [
        ("dimension", "rel", "bakker", "complementary"),
        ("dimension", "rel", "slager", "complementary"),
        ("item", "rol-brood", None, "unanimous"),
        ("item", "rel-overleg", "bakker", "complementary"),
        ("item", "rel-overleg", "slager", "minimum"),
    ]


def test_the_advice_by_hand(found) -> None:
    """praten: rol-ander 7/18 + 0.25 · 2/4, weighs 4; rol-eigen 1/6 + 0.25 · 1/4, weighs 2; over 6.

    overleggen: rel-overleg (2/3 + 2/3) / 5, its gap hidden. kennismaken comes to 13.7 and is not given.
    """
    assert found["advice"] == [
        {
            "id": "praten",
            "priority": pytest.approx(100 * (4 * (7 / 18 + 1 / 8) + 2 * (1 / 6 + 1 / 16)) / 6),
            "reasons": ["rol-ander", "rol-eigen"],
        },
        {"id": "overleggen", "priority": pytest.approx(100 * 4 / 15 * 0.895), "reasons": ["rel-overleg"]},
    ]


def test_a_group_below_k_gives_null_and_its_n(small) -> None:
    shown = release(small, results(small, group(), {}, 8), 8)
    found = json.loads(msgspec.json.encode(group_result("west", 1, shown)))
    assert (found["n"], found["parties"], found["advice"]) == (6, {"bakker": None, "slager": None}, [])
    for one in (*found["items"], *found["dimensions"]):
        assert one["n"] > 0
        figures = {key: value for key, value in one.items() if key not in {"id", "n", "parties"}}
        assert set(figures.values()) == {None}
        assert one["parties"] == {"bakker": None, "slager": None}
    assert found["suppressed"][0] == {"what": "group", "id": None, "party": None, "why": "minimum"}


def test_too_few_with_another_role_are_named(small) -> None:
    strangers = [Contribution(replace(one.response, party="andere-rol")) for one in group()[:2]]
    shown = release(small, results(small, [*group(), *strangers], {}, 3), 3)
    found = json.loads(msgspec.json.encode(group_result("west", 1, shown)))
    assert found["n"] == 6
    assert found["suppressed"][0] == {
        "what": "party",
        "id": "andere-rol",
        "party": "andere-rol",
        "why": "other-role",
    }
