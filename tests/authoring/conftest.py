"""A small whole questionnaire, and a readable way to break it."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

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


class Work(NamedTuple):
    """The names of the YAML files that were opened, and the texts that were parsed; each as often as that was done."""

    opened: list[str]
    parsed: list[str]


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """``work``: what is read and parsed in this test."""
    done = Work([], [])
    really_open, really_parse = io.open, YAML.parse

    def opened(file, *args, **more):
        if str(file).endswith(".yaml"):
            done.opened.append(Path(file).name)
        return really_open(file, *args, **more)

    def parsed(self, text):
        done.parsed.append(text)
        return really_parse(self, text)

    monkeypatch.setattr(io, "open", opened)
    monkeypatch.setattr(YAML, "parse", parsed)
    return done
