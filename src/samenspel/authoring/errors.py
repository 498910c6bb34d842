"""The slow path: everything that is wrong with the files of one questionnaire, each with its place."""

from itertools import islice
from pathlib import Path

from samenspel.authoring.data import Data, at
from samenspel.authoring.files import decode
from samenspel.authoring.meaning import findings
from samenspel.authoring.nodes import UNREADABLE, Tree, read
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
    _put_right(readable, found)
    # Where the form of a name is told with what was meant, that the name is unknown adds nothing.
    meant = {(f.path, f.suggestion) for f in found if f.suggestion}
    found += (f for f in islice(findings(readable), MANY) if (f.path, f.suggestion) not in meant)
    problems += (placed(folder, trees, finding) for finding in found)
    order = {str(folder / name): number for number, name in enumerate(files)}
    return sorted(dict.fromkeys(problems), key=lambda p: (order[p.file], p.line, p.column))


def _put_right(data: Data, misfits: list[Finding]) -> None:
    """Replace each text that is refused for its form by what was meant, or by nothing.

    So what refers to it is judged by the id that it will get, and is not called wrong for the same fault.
    """
    for finding in misfits:
        *path, last = finding.path
        block = at(data, *path)
        if finding.refused and isinstance(block, dict | list):
            block[last] = finding.suggestion or UNREADABLE  # type: ignore[index]  # the path is one of this data


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
