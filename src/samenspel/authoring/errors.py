"""The slow path: everything that is wrong with the files of one questionnaire, each with its place."""

from itertools import islice
from pathlib import Path

from samenspel.authoring.files import decode
from samenspel.authoring.meaning import findings
from samenspel.authoring.nodes import Tree, read
from samenspel.authoring.problems import MANY, Finding, Problem, QuestionnaireError
from samenspel.authoring.shape import misfits
from samenspel.taal import _


def collect(folder: Path, files: dict[str, bytes]) -> list[Problem]:
    """Return all problems, in the order of the files and then of the lines.

    Args:
        folder: where the files stand, for the names in the problems.
        files: the bytes of each file, by name.
    """
    trees: dict[str, Tree] = {}
    problems: list[Problem] = []
    for name, raw in files.items():
        place = str(folder / name)
        try:
            trees[name] = read(place, decode(place, raw))
        except QuestionnaireError as error:
            trees[name] = Tree(whole=False, problems=list(error.problems))
        problems += trees[name].problems
    readable = {name: tree.data for name, tree in trees.items() if tree.whole}
    found = [f for name, data in readable.items() for f in islice(misfits(name, data), MANY)]
    found += islice(findings(readable), MANY)
    problems += (placed(folder, trees, finding) for finding in found)
    order = {str(folder / name): number for number, name in enumerate(files)}
    return sorted(dict.fromkeys(problems), key=lambda p: (order[p.file], p.line, p.column))


def placed(folder: Path, trees: dict[str, Tree], finding: Finding) -> Problem:
    """Return a finding as a problem: with the line and column of its path in ``trees``."""
    name, *path = finding.path
    line, column = _mark(trees[str(name)], tuple(path), key=finding.at_key)
    message = finding.message
    if finding.first:
        message += " " + _("De eerste staat op regel {regel}.").format(
            regel=_mark(trees[str(finding.first[0])], finding.first[1:])[0]
        )
    return Problem(str(folder / str(name)), line, column, message, finding.allowed, finding.suggestion)


def _mark(tree: Tree, path: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
    marks = tree.keys if key else tree.values
    # An empty file has no places at all.
    return marks.get(path) or tree.values.get(path) or (1, 1)
