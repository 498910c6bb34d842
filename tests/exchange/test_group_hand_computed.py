"""CSV in → ``groep voegtoe`` → ``onthul`` → ``uitslag --json``, against figures that were worked out by hand.

Two parties of six, the short form, k = 5. Welch at equal variances and six against six has 10 degrees of freedom;
t(.975, 10) = 2.228139.
"""

import json

import pytest

from commands import run

T = 2.228139
# amb-gezamenlijk, amb-meerwaarde, bel-gesprek, rel-treffen; "" is not answered.
COACHES = ["1;3;4;3", "2;4;4;3", "2;2;4;", "3;3;4;", "3;5;4;", "1;1;3;"]
YOUTH = ["4;4;2;5", "4;2;2;5", "5;5;2;", "3;3;;", "5;3;;", "3;1;;"]
CSV = "respondent;partij;vorm;amb-gezamenlijk;amb-meerwaarde;bel-gesprek;rel-treffen\n" + "".join(
    f"{number};{party};kort;{answers}\n"
    for number, (party, answers) in enumerate(
        [("wijkcoach", a) for a in COACHES] + [("jongerenwerker", a) for a in YOUTH]
    )
)


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    folder = tmp_path_factory.mktemp("groep")
    data = folder / "data"
    (folder / "formulieren.csv").write_text(CSV, encoding="utf-8")
    for args in (
        ["maak", "West"],
        ["voegtoe", "West", str(folder / "formulieren.csv")],
        ["onthul", "West", "--ja"],
    ):
        done = run("groep", *args, data=data)
        assert done.returncode == 0, done.stderr
    done = run("groep", "uitslag", "West", "--json", data=data)
    assert done.returncode == 0
    assert done.stderr == ""
    return json.loads(done.stdout)


def near(value):
    return pytest.approx(value, abs=1e-6)


def one(result, kind, id_):
    return next(row for row in result[kind] if row["id"] == id_)


def test_the_shape_is_that_of_the_contract(result):
    assert list(result) == ["group", "wave", "n", "minimum", "parties", "dimensions", "items", "suppressed", "advice"]
    assert {tuple(row) for row in result["dimensions"]} == {
        (
            "id",
            "n",
            "mean",
            "sd",
            "agreement",
            "agreement_parties",
            "unclear",
            "parties",
            "gap",
            "gap_interval",
            "difference",
        )
    }
    assert {tuple(row) for row in result["items"]} == {
        ("id", "n", "mean", "sd", "counts", "unknown", "parties", "gap", "gap_interval", "difference")
    }
    assert {tuple(row) for row in result["suppressed"]} == {("what", "id", "party", "why")}
    assert {tuple(row) for row in result["advice"]} == {("id", "priority", "reasons")}
    assert (result["group"], result["wave"], result["n"], result["minimum"]) == ("West", 1, 12, 5)
    assert result["parties"] == {"wijkcoach": 6, "jongerenwerker": 6}
    assert len(result["dimensions"]) == 6
    assert len(result["items"]) == 49


def test_an_item_with_a_gap(result):
    # Coaches 1 2 2 3 3 1: mean 2, squares about it 4, variance 0.8. Youth workers 4 4 5 3 5 3: mean 4, variance 0.8.
    # Together: sum 36, mean 3, squares 128 - 108 = 20, variance 20/11: sd 1.35. Of the 924 ways to deal them out 12 set
    # the parties as far apart (a party with 1 1 2 2 and two of the four 3s); one of two statements: times 2 is 0.026.
    half = T * (0.8 / 6 + 0.8 / 6) ** 0.5
    assert half == near(1.150606)
    assert one(result, "items", "amb-gezamenlijk") == {
        "id": "amb-gezamenlijk",
        "n": 12,
        "mean": 3.0,
        "sd": 1.3,
        "counts": [2, 2, 4, 2, 2],
        "unknown": 0,
        "parties": {"wijkcoach": 2.0, "jongerenwerker": 4.0},
        "gap": -2.0,
        "gap_interval": [-3.2, -0.8],
        "difference": "duidelijk",
    }


def test_an_item_without_a_gap(result):
    # Coaches 3 4 2 3 5 1 and youth workers 4 2 5 3 3 1: both mean 3, squares 10, variance 2.
    half = T * (2 / 6 + 2 / 6) ** 0.5
    assert half == near(1.819268)
    found = one(result, "items", "amb-meerwaarde")
    assert found["parties"] == {"wijkcoach": 3.0, "jongerenwerker": 3.0}
    assert (found["gap"], found["gap_interval"], found["difference"]) == (0.0, [-1.8, 1.8], "geen")
    assert found["counts"] == [2, 2, 4, 2, 2]


def test_a_dimension(result):
    # Scores, the means of both: coaches 2 3 2 3 4 1 (mean 2.5, squares 5.5), youth 4 3 5 3 4 2 (mean 3.5, squares 5.5).
    # Together mean 3, squares 5.5 + 5.5 + 12 · 0.25 = 14. r_wg of all 1/11 twice; of each party 0.6 and 0. t = 1.65.
    half = T * (1.1 / 6 + 1.1 / 6) ** 0.5
    assert half == near(1.349205)
    assert one(result, "dimensions", "amb") == {
        "id": "amb",
        "n": 12,
        "mean": 3.0,
        "sd": 1.1,
        "agreement": "sterk uiteen",
        "agreement_parties": {"wijkcoach": "sterk uiteen", "jongerenwerker": "sterk uiteen"},
        "unclear": 0.0,
        "parties": {"wijkcoach": 2.5, "jongerenwerker": 3.5},
        "gap": -1.0,
        "gap_interval": [-2.3, 0.3],
        "difference": "geen",
    }


def test_a_party_that_would_follow_by_subtraction_is_hidden_too(result):
    # Coaches 4 4 4 4 4 3, youth workers 2 2 2: sum 29 of nine. Three youth workers are too few, so the six go too.
    found = one(result, "items", "bel-gesprek")
    assert (found["n"], found["mean"]) == (9, 3.2)
    assert found["parties"] == {"wijkcoach": None, "jongerenwerker": None}
    assert (found["gap"], found["gap_interval"]) == (None, None)
    assert found["counts"] == [0, 3, 1, 5, 0]
    assert [row for row in result["suppressed"] if row["id"] == "bel-gesprek"] == [
        {"what": "item", "id": "bel-gesprek", "party": "wijkcoach", "why": "complementary"},
        {"what": "item", "id": "bel-gesprek", "party": "jongerenwerker", "why": "minimum"},
    ]


def test_what_fewer_than_k_answered_is_hidden(result):
    found = one(result, "items", "rel-treffen")
    assert found["n"] == 4
    assert {found[key] for key in ("mean", "sd", "counts", "unknown", "gap", "gap_interval")} == {None}
    assert {row["party"]: row["why"] for row in result["suppressed"] if row["id"] == "rel-treffen"} == {
        None: "minimum",
        "wijkcoach": "minimum",
        "jongerenwerker": "minimum",
    }
    found = one(result, "dimensions", "bel")  # one answer of two is no score
    assert (found["n"], found["mean"], found["agreement"]) == (0, None, None)


def test_the_advice(result):
    # s of 1..5 is 1, 2/3, 1/3, 0, 0. Both items: (2 + 4/3 + 4/3) / 12 = 7/18. The first has a gap of 2: + 0.25 · 2 / 4.
    # gezamenlijk-doel weighs them 4 and 2 (of 9 asked): (4 · 37/72 + 2 · 7/18) / 6, evidence 1.
    found = one(result, "advice", "gezamenlijk-doel")
    assert found["reasons"] == ["amb-gezamenlijk", "amb-meerwaarde"]
    assert found["priority"] == 47.2  # 100 · (4 · 37/72 + 2 · 7/18) / 6
