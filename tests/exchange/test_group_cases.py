"""Groups that were told something untrue once, from the form to the words: each as it was, and another of its kind."""

import csv
import json
import re
from pathlib import Path
from random import Random

import pytest

from commands import run

CASES = Path(__file__).parents[1] / "data" / "cases"


@pytest.fixture
def told(tmp_path):
    """Makes a group of a table, reveals it, and gives its JSON and what the command says."""

    def made(forms: Path, *expected: str) -> tuple[dict, str, str]:
        def done(*args: str) -> str:
            found = run("groep", *args, data=tmp_path / "data")
            assert found.returncode == 0, found.stderr
            return found.stdout

        said = done("maak", "West", *(f"--verwacht={one}" for one in expected))
        done("voegtoe", "West", str(forms))
        done("onthul", "West", "--ja")
        return json.loads(done("uitslag", "West", "--json")), said, done("uitslag", "West")

    return made


def variant(tmp_path: Path, name: str, change) -> Path:
    """The table ``name`` with other answers: ``change`` makes them of a party and an answer."""
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    context = {"respondent", "partij", "ervaring", "overleg"}
    path = tmp_path / "eigen.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        for row in rows:
            writer.writerow({k: v if k in context else change(row["partij"], v) for k, v in row.items()})
    return path


def check_opposed(found: dict, words: str) -> None:
    assert {one["difference"] for one in found["dimensions"]} == {"duidelijk"}
    for one in found["dimensions"]:
        assert one["agreement"] is None
        assert set(one["agreement_parties"].values()) == {"eens"}
    assert not re.search(r"groep[a-z, ]*: eens", " ".join(words.split()))
    assert "duidelijk verschil" in words
    assert "binnen elke partij: eens" in " ".join(words.split())


def test_opposed_parties_are_not_said_to_agree(told):
    found, _said, words = told(CASES / "groep-tegenpolen.csv")
    check_opposed(found, words)


def test_nor_the_other_way_round_and_nearer_to_each_other(told, tmp_path):
    """The one at 4-5, the other at 2-4: 1.6 apart."""
    chance = Random(16)
    other = variant(
        tmp_path,
        "groep-tegenpolen.csv",
        lambda party, _answer: chance.choice("45" if party == "wijkcoach" else "2333"),
    )
    found, _said, words = told(other)
    check_opposed(found, words)


def check_chance(found: dict, words: str) -> None:
    for kind in ("dimensions", "items"):
        assert {one["difference"] for one in found[kind]} <= {"geen", "mogelijk", None}
    tested = sum(one["difference"] is not None for one in found["items"])
    said = f"Bij {tested} stellingen geeft toeval alleen al gemiddeld ongeveer 2 keer ‘mogelijk’"
    assert (said in " ".join(words.split())) is ("mogelijk" in {one["difference"] for one in found["items"]})
    assert "groter dan toeval" not in words


def test_of_random_answers_nothing_is_more_than_mogelijk(told):
    found, _said, words = told(CASES / "groep-toeval.csv")
    check_chance(found, words)


def test_nor_of_other_random_answers(told, tmp_path):
    chance = Random(20)
    found, _said, words = told(variant(tmp_path, "groep-toeval.csv", lambda *_old: str(chance.randint(1, 5))))
    check_chance(found, words)


def check_whole(found: dict, said: str) -> None:
    assert "de groep als geheel" in said
    assert "bij alles een cijfer kiezen" in said
    assert all(one["mean"] is not None for one in found["dimensions"])
    assert not [one for one in found["suppressed"] if one["what"] == "dimension" and one["party"] is None]


def test_nine_and_three_see_the_group_as_a_whole_in_every_dimension(told):
    found, said, _words = told(CASES / "groep-negen-drie.csv", "wijkcoach=9", "jongerenwerker=3")
    check_whole(found, said)


def test_so_do_four_and_twelve(told, tmp_path):
    with (CASES / "groep-negen-drie.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    path, chance = tmp_path / "vier-twaalf.csv", Random(4)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        for number in range(16):
            party = "wijkcoach" if number < 4 else "jongerenwerker"
            answers = {name: str(chance.randint(1, 5)) for name in list(rows[0])[4:]}
            writer.writerow({**rows[0], "respondent": number, "partij": party, **answers})
    found, said, _words = told(path, "wijkcoach=4", "jongerenwerker=12")
    check_whole(found, said)
