"""Prints constraints with each direct dependency at the lowest version that pyproject.toml allows.

    python -m scripts.lowest > lowest.txt
    pip install -c lowest.txt -e '.[test]'

What is not direct, and what only the tests need, stays as constraints.txt has it.
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
_DEPENDENCY = re.compile(r"([\w.-]+)(?:\[[\w,]+\])?>=([\d.]+)(?:,<[\d.]+)?")


def lowest(dependencies: list[str]) -> dict[str, str]:
    """Return the lowest version of each. Raises ValueError: one says none."""
    versions = {}
    for dependency in dependencies:
        found = _DEPENDENCY.fullmatch(dependency)
        if found is None:
            raise ValueError(dependency)
        versions[found[1].lower()] = found[2]
    return versions


def constraints(pyproject: str, pinned: str) -> list[str]:
    """Return the lines of ``pinned`` (constraints), with the direct dependencies of ``pyproject`` at their lowest."""
    versions = lowest(tomllib.loads(pyproject)["project"]["dependencies"])
    others = [line for line in pinned.splitlines() if line.partition("==")[0].lower() not in versions]
    return [*(f"{name}=={version}" for name, version in versions.items()), *others]


if __name__ == "__main__":
    files = (ROOT / name for name in ("pyproject.toml", "constraints.txt"))
    print("\n".join(constraints(*(file.read_text(encoding="utf-8") for file in files))))
