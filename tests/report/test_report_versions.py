"""A self-test of version 1.0.0 beside one of 1.1.0: what both asked counts, by hand-computed cases."""

import tarfile
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from samenspel.authoring import read_snapshot
from samenspel.report.document import Paragraph, Table
from samenspel.report.personal.change import (
    Previous,
    answered_twice,
    comparable_scores,
    comparison,
    dimension_changes,
)
from samenspel.response import Response

MADE = Path(__file__).parent.parent / "data" / "0.1.0" / "gegevens.tar.xz"
FIRST = "98b333c707a17277004bd38425b9e0072980a25448f603881a7e37a4b224b167"
NEW = ("rol-opgepakt", "org-steun", "pro-leren", "rel-leiding")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    folder = tmp_path_factory.mktemp("1.0.0")
    with tarfile.open(MADE) as tar:
        member, *_again = [one for one in tar.getmembers() if one.name.endswith(f"{FIRST}.json")]
        (folder / f"{FIRST}.json").write_bytes(tar.extractfile(member).read())
    return read_snapshot(folder, FIRST)


def given(questionnaire, by_dimension, **one_by_one):
    """Answer each statement of a dimension alike, but for what is named; None: it is skipped."""
    answers = {item.id: by_dimension[item.dimension] for item in questionnaire.asked.items}
    answers |= {name.replace("_", "-"): answer for name, answer in one_by_one.items()}
    asked = {item.id for item in questionnaire.asked.items}
    kept = {name: answer for name, answer in answers.items() if answer is not None and name in asked}
    return Response(party="wijkcoach", meeting="ja", answers=kept)


THEN = {"rol": 3, "org": 2, "pro": 4, "bel": None, "amb": 5, "rel": 3}


@pytest.fixture
def previous(first):
    return Previous(given(first, THEN, pro_team=1, bel_eigen=4, bel_ander=4), first, date(2026, 5, 4))


@pytest.fixture
def now(real):
    changed = {
        "rol_eigen": 1,
        "rol_ander": 1,
        "rol_opgepakt": 5,  # (-2 - 2) / 7
        "org_privacy": 5,
        "org_steun": 5,  # 3 / 9
        "pro_team": 5,
        "pro_leren": 1,  # other words, and new: 0 / 7
        "bel_eigen": 1,
        "bel_ander": 1,  # two in common: too few
        "amb_zonder": 0,  # five in common have a score both times
        "rel_leiding": 1,  # new; the others went from 3 to 4: 8 / 8
    }
    return given(real, THEN | {"rel": 4}, **changed)


def test_only_the_statements_that_both_have_with_the_same_words_count(real, now, previous):
    both = {moved.item.id for moved in answered_twice(real, now, previous)}
    assert both == {item.id for item in previous.questionnaire.asked.items if item.id in now.answers} - {"pro-team"}
    assert len(both) == 45 - 1 - 5
    assert not both & {*NEW}


def test_a_dimension_changed_by_the_mean_of_the_differences_that_both_times_have(real, now, previous):
    assert dimension_changes(real, now, previous) == {
        "rol": (Fraction(-4, 7), 7),
        "org": (Fraction(3, 9), 9),
        "pro": (Fraction(0), 7),
        "amb": (Fraction(0), 5),
        "rel": (Fraction(1), 8),
    }


def test_it_is_told_as_higher_or_lower_from_a_half_on(real, now, previous):
    told = comparison(real, now, previous)
    by_dimension, *statements = (block for block in told if isinstance(block, Table))
    assert by_dimension.rows == (
        ("Rolduidelijkheid", "7", "lager (0,6)"),
        ("Organisatie", "9", "ongeveer gelijk"),
        ("Proces", "7", "ongeveer gelijk"),
        ("Ambitie", "5", "ongeveer gelijk"),
        ("Relatie", "8", "hoger (1,0)"),
    )
    assert sum(len(table.rows) for table in statements) == 2 + 1 + 2 + 1 + 8
    [said] = [block.text for block in told if isinstance(block, Paragraph)]
    assert "U beantwoordde 39 stellingen beide keren. Daarvan kregen er 25 hetzelfde antwoord." in said
    assert "De vragenlijst is intussen veranderd. Alleen stellingen met dezelfde woorden tellen mee." in said


@pytest.mark.parametrize(("statements", "word"), [(4, "hoger (0,5)"), (3, "ongeveer gelijk")])
def test_a_half_is_told_and_less_is_not(real, first, statements, word):
    """Four of eight a step up is exactly a half; three is 0.375."""
    names = [item.id.replace("-", "_") for item in first.asked.items if item.dimension == "rel"][:statements]
    before = Previous(given(first, THEN), first, date(2026, 5, 4))
    told = comparison(real, given(real, THEN, **dict.fromkeys(names, 4)), before)
    table = next(block for block in told if isinstance(block, Table))
    assert {row[0]: row[2] for row in table.rows}["Relatie"] == word


def test_the_dot_of_then_stands_only_where_both_scores_rest_on_the_same_statements(real, now, previous):
    assert comparable_scores(real, now, previous) == {}
    skipped = {name: answer for name, answer in now.answers.items() if name not in {*NEW, "pro-team"}}
    without = Previous(given(previous.questionnaire, THEN, pro_team=None), previous.questionnaire, previous.date)
    now_without = Response(party="wijkcoach", meeting="ja", answers={**skipped, "amb-zonder": 4})
    found = comparable_scores(real, now_without, without)
    assert found == {"rol": 3.0, "org": 2.0, "pro": 4.0, "amb": 5.0, "rel": 3.0}
