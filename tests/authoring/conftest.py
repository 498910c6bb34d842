"""A small whole questionnaire, and a readable way to break it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from samenspel.authoring import Problem, QuestionnaireError, load

KLEIN = Path(__file__).parent / "klein"


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """A copy of the small questionnaire that a test may change."""
    return Path(shutil.copytree(KLEIN, tmp_path / "klein"))


@pytest.fixture
def change(klein: Path) -> Callable[[str, str, str], int]:
    """``change(file, old, new)``: replace the one place where ``old`` stands; return the line where that begins."""

    def changed(file: str, old: str, new: str) -> int:
        path = klein / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8", newline="")
        return text[: text.index(old)].count("\n") + 1

    return changed


@pytest.fixture
def problems(klein: Path) -> Callable[[], list[Problem]]:
    """``problems()``: what is wrong with the small questionnaire."""

    def found() -> list[Problem]:
        with pytest.raises(QuestionnaireError) as caught:
            load(klein)
        return list(caught.value.problems)

    return found


@pytest.fixture
def line_of(klein: Path) -> Callable[[str, str], int]:
    """``line_of(file, fragment)``: the number of the one line where ``fragment`` stands."""

    def number(file: str, fragment: str) -> int:
        lines = (klein / file).read_text(encoding="utf-8").splitlines()
        (found,) = (index for index, line in enumerate(lines, start=1) if fragment in line)
        return found

    return number
