"""The versions that pyproject.toml declares: each direct dependency says its lowest, and .ci/run --full tries them."""

import re
import tomllib
from importlib import metadata
from pathlib import Path
from runpy import run_path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = run_path(str(ROOT / "scripts" / "lowest.py"))
lowest, constraints = SCRIPT["lowest"], SCRIPT["constraints"]
PYPROJECT, PINNED = ((ROOT / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "constraints.txt"))
DIRECT = lowest(tomllib.loads(PYPROJECT)["project"]["dependencies"])


def as_numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def test_the_lowest_of_a_dependency():
    assert lowest(["a>=1.2", "b.c[d]>=3,<4"]) == {"a": "1.2", "b.c": "3"}


@pytest.mark.parametrize("dependency", ["a", "a<2", "a==1.0", "a>1"])
def test_one_that_says_no_lowest_is_refused(dependency):
    with pytest.raises(ValueError, match=re.escape(dependency)):
        lowest([dependency])


def test_what_is_not_direct_stays_as_it_is():
    pyproject = '[project]\ndependencies = ["Een>=1", "twee>=2.1,<3"]\n'
    assert constraints(pyproject, "een==1.5\ndrie==3\ntwee==2.9") == ["een==1", "twee==2.1", "drie==3"]


def test_every_direct_dependency_has_its_lowest_and_all_others_one_version():
    told = constraints(PYPROJECT, PINNED)
    assert len(DIRECT) > 10
    assert set(told) >= {f"{name}=={version}" for name, version in DIRECT.items()}
    names = [line.partition("==")[0].lower() for line in told if "==" in line]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", DIRECT)
def test_what_is_installed_is_no_lower(name):
    assert as_numbers(metadata.version(name)) >= as_numbers(DIRECT[name])
