"""Load a questionnaire: from its snapshot when its content was loaded before, else from the YAML files.

The files are read and parsed once. On a fault the same trees are gone through again, to say everything that is wrong,
each with its line.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from msgspec import ValidationError, convert

from samenspel.authoring.files import ADVICE, EDUCATION, QUESTIONNAIRE, content_hash, decode, read_files
from samenspel.authoring.layout import slip
from samenspel.authoring.nodes import UNREADABLE, Tree, read
from samenspel.authoring.problems import MANY, Finding, Problem, QuestionnaireError
from samenspel.authoring.reach import unreachable_advice
from samenspel.authoring.references import Data, at, double_ids, renamed, reserved_ids, unknown_references
from samenspel.authoring.shape import misfits
from samenspel.authoring.snapshot import read_snapshot, write_snapshot
from samenspel.authoring.structure import misplaced, odd_slides
from samenspel.authoring.texts import odd_texts
from samenspel.questionnaire.model import AdviceFile, EducationFile, Questionnaire, QuestionnaireFile
from samenspel.taal import _


def load(folder: Path, *, snapshots: Path | None = None, keep: bool = True) -> Questionnaire:
    """Load the questionnaire in ``folder``.

    Args:
        folder: holds ``vragenlijst.yaml``, ``adviezen.yaml`` and ``voorlichting.yaml``.
        snapshots: where snapshots are kept; a snapshot that cannot be written is no error. None: no snapshots.
        keep: write a snapshot when there is none yet.

    Raises:
        QuestionnaireError: with everything that is wrong with the files.
    """
    files = read_files(folder)
    digest = content_hash(files)
    if snapshots and (known := read_snapshot(snapshots, digest)):
        return known
    questionnaire = understood(folder, parsed(folder, files), digest)
    if snapshots and keep:
        with suppress(OSError):
            write_snapshot(snapshots, questionnaire)
    return questionnaire


def parsed(folder: Path, files: Mapping[str, bytes]) -> dict[str, Tree]:
    """Return what each of the files in ``folder`` holds, by name; what cannot be read is told in its tree."""
    return {name: _tree(str(folder / name), raw) for name, raw in files.items()}


def understood(folder: Path, trees: Mapping[str, Tree], digest: str) -> Questionnaire:
    """Return the questionnaire that the files hold.

    Args:
        folder: where the files stand, for the names in the problems.
        trees: what each of the three holds, by name.
        digest: the hash of their content.

    Raises:
        QuestionnaireError: with everything that is wrong with the files.
    """
    if (questionnaire := _sound(trees, digest)) is not None:
        return questionnaire
    raise QuestionnaireError(faults(folder, trees, _findings))


def placed(folder: Path, trees: Mapping[str, Tree], finding: Finding) -> Problem:
    """Return a finding as a problem: with the line and column of its path in ``trees``."""
    name, *path = finding.path
    line, column = _mark(trees[str(name)], tuple(path), key=finding.at_key)
    message = finding.message
    if finding.first:
        message += " " + _("De eerste staat op regel {regel}.").format(
            regel=_mark(trees[str(finding.first[0])], finding.first[1:])[0]
        )
    return Problem(str(folder / str(name)), line, column, message, finding.allowed, finding.suggestion)


def _tree(place: str, raw: bytes) -> Tree:
    try:
        return read(place, decode(place, raw))
    except QuestionnaireError as error:
        return Tree(whole=False, problems=list(error.problems))


def _sound(trees: Mapping[str, Tree], digest: str) -> Questionnaire | None:
    """Return the questionnaire, or None when anything at all is wrong with it: what that is takes longer to find."""
    if any(tree.problems for tree in trees.values()):
        return None
    data = {name: tree.data for name, tree in trees.items()}
    try:
        asked = convert(data[QUESTIONNAIRE], QuestionnaireFile)
        advices = convert(data[ADVICE], AdviceFile).advices
        education = convert(data[EDUCATION], EducationFile)
    except ValidationError:
        return None
    if any(True for _finding in _findings(data)):
        return None
    return Questionnaire(hash=digest, asked=asked, advices=advices, education=education)


def _findings(data: Data) -> Iterator[Finding]:
    """Yield what a schema cannot say: ids that are double or unknown, advice nobody gets, odd text.

    The checks pass over whatever has not the shape they need, because on a file with errors they run beside the schema,
    not after it. On a sound questionnaire they find nothing.

    Args:
        data: the plain data of each file by name; a file that cannot be read is left out, and what would be
            checked against it is not checked.
    """
    for check in (double_ids, reserved_ids, unknown_references, misplaced, unreachable_advice, odd_slides, odd_texts):
        yield from check(data)


def faults(folder: Path, trees: Mapping[str, Tree], findings: Callable[[Data], Iterator[Finding]]) -> list[Problem]:
    """Return everything that is wrong, in the order of the files and then of the lines.

    Args:
        folder: where the files stand, for the names in the problems.
        trees: what each of them holds, by name.
        findings: gives what their schema cannot say, of the plain data of each file by name.
    """
    problems = [problem for tree in trees.values() for problem in tree.problems]
    readable = {name: tree.data for name, tree in trees.items() if tree.whole}
    found = [f for name, data in readable.items() for f in islice(misfits(name, data), MANY)]
    # A line that stands wrong makes many faults in its file: it is told instead of them.
    for name in (name for name, tree in trees.items() if tree.whole):
        faulty = trees[name].problems or any(f.path[0] == name for f in found)
        if wrong := slip(str(folder / name), trees[name].text.splitlines()) if faulty else None:
            return faults(folder, {**trees, name: Tree(whole=False, problems=[wrong])}, findings)
    _put_right(readable, found)
    found += (changed := list(renamed(readable)))
    _put_right(readable, changed)
    # Where the form of a name is told with what was meant, that the name is unknown adds nothing.
    meant = {(f.path, f.suggestion) for f in found if f.suggestion}
    badly_formed = {f.path for f in found if f.refused}
    found += (
        f
        for f in islice(findings(readable), MANY)
        if (f.path, f.suggestion) not in meant and f.path not in badly_formed
    )
    problems += (placed(folder, trees, finding) for finding in found)
    order = {str(folder / name): number for number, name in enumerate(trees)}
    unknown = Problem(str(folder), 0, 0, _("Deze vragenlijst kan niet worden gelezen."))
    return sorted(dict.fromkeys(problems), key=lambda p: (order[p.file], p.line, p.column)) or [unknown]


def _put_right(data: Data, misfits: list[Finding]) -> None:
    """Replace each text that is refused for its form by what was meant, or by nothing.

    So what refers to it is judged by the id that it will get, and is not called wrong for the same fault.
    """
    for finding in misfits:
        *path, last = finding.path
        block = at(data, *path)
        if finding.refused and isinstance(block, dict | list):
            block[last] = finding.suggestion or UNREADABLE  # type: ignore[index]  # the path is one of this data


def _mark(tree: Tree, path: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
    marks = tree.keys if key else tree.values
    # An empty file has no places at all.
    return marks.get(path) or tree.values.get(path) or (1, 1)
