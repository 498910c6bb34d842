"""How the source is divided: what no linter says. Circles and floors are in pyproject.toml (import-linter)."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "samenspel"
MODULES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
MOST_FILES = 25
LAZY = {"__main__.py", "cli/__init__.py", "cli/app.py", "tui/routes.py", "report/pdf/__init__.py"}
"""What imports a module of ours when it is used: the command line, a command, the app, a page, what knows reportlab."""


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_no_folder_has_more_files_than_one_looks_through():
    files = Counter(path.parent for path in SOURCE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    assert {str(folder): number for folder, number in files.items() if number > MOST_FILES} == {}


def test_our_own_modules_are_imported_at_the_top():
    found = {name: list(own_imports_inside(tree(path))) for name, path in MODULES.items()}
    assert {name: lines for name, lines in found.items() if lines and name not in LAZY} == {}
    assert all(found[name] for name in LAZY), "what is not lazy any more need not be excused"


def own_imports_inside(module: ast.Module) -> Iterator[int]:
    """Give the lines of imports of our own that do not stand at the top: in a function, or for types alone."""
    top = {node for node in module.body if isinstance(node, ast.ImportFrom)}
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node not in top and str(node.module).split(".")[0] == "samenspel":
            yield node.lineno


def test_no_two_classes_have_one_name():
    where: dict[str, set[str]] = {}
    for name, path in MODULES.items():
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where.setdefault(node.name, set()).add(name)
    assert {name: sorted(found) for name, found in where.items() if len(found) > 1} == {}
