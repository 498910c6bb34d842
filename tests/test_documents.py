"""The documents say what is so: commands exist, files that are pointed at are there, the set-up is as CI runs it."""

import re
from pathlib import Path

import pytest

from samenspel import walk
from samenspel.cli import DOORS
from samenspel.exchange.paper import columns, read_forms
from samenspel.questionnaire.model import Questionnaire

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")


def named(text: str) -> set[str]:
    """The subcommands that a document names."""
    return set(re.findall(r"`samenspel ([a-z]+)", text)) | set(
        re.findall(r"^samenspel ([a-z]+)(?: --|$)", text, re.MULTILINE)
    )


def test_every_command_is_documented_and_every_documented_command_exists() -> None:
    assert named(README) | {"gegevens"} == set(DOORS)
    assert named(MANUAL) <= set(DOORS)


@pytest.mark.parametrize(
    "document",
    ["README.md", "docs/handleiding.md", "docs/workshop.md", "docs/ontwikkelaars.md", "benchmarks/README.md"],
)
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    missing = [link for link in links if not (path.parent / link).exists()]
    assert not missing


def test_the_example_of_paper_forms_has_every_column_and_is_accepted(real: Questionnaire) -> None:
    example = ROOT / "docs" / "voorbeeld-formulieren.csv"
    head, *rows = example.read_text(encoding="utf-8").splitlines()
    assert head.split(";") == list(columns(real))
    forms = read_forms(example, real)
    assert len(forms) == len(rows) == 2
    assert [form.response.form for form in forms] == ["volledig", "kort"]
    assert walk.answered(real, forms[0].response) == (45, 45)
    assert forms[0].response.activities
    assert forms[0].response.open


def test_the_manual_explains_what_the_columns_take(real: Questionnaire) -> None:
    context = real.asked.context
    answers = [choice.id for question in (context.experience, context.meeting) for choice in question.choices]
    for value in (*answers, *(party.id for party in real.asked.parties), "andere-rol", "allebei", "weet-niet"):
        assert f"`{value}`" in MANUAL, value


def test_constraints_hold_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if not line.startswith("#")]
    assert pinned
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.+!-]+", line) for line in pinned)
