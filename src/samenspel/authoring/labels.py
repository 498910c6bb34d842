"""``labels.yaml``: the labels that a group begins with, beside the files of a questionnaire, if it is there.

It is no part of the questionnaire: what is wrong with it stops nothing else.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from msgspec import ValidationError, convert

from samenspel.authoring.files import LABELS, read_files
from samenspel.authoring.load import faults, parsed
from samenspel.authoring.nodes import Tree
from samenspel.authoring.problems import Finding, KeyPath, Problem, QuestionnaireError, shown
from samenspel.authoring.references import Data, at, blocks, doubles, names, not_there
from samenspel.authoring.texts import odd_texts
from samenspel.hygiene import folded
from samenspel.questionnaire.labels import LabelFile, Scheme, take_labels
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _


def load_labels(folder: Path, questionnaire: Questionnaire) -> Scheme:
    """Return the labels for ``questionnaire`` in ``folder``; none at all when it has no ``labels.yaml``.

    Raises:
        QuestionnaireError: with everything that is wrong with ``labels.yaml``.
    """
    return understood_labels(folder, parsed_labels(folder), questionnaire)


def parsed_labels(folder: Path) -> dict[str, Tree]:
    """Return what ``labels.yaml`` in ``folder`` holds, by its name; empty when it is not there.

    Raises:
        QuestionnaireError: it is there, but cannot be opened, or is too large.
    """
    return parsed(folder, read_files(folder, (LABELS,))) if _is_there(folder / LABELS) else {}


def understood_labels(folder: Path, trees: Mapping[str, Tree], questionnaire: Questionnaire) -> Scheme:
    """Return the labels that ``labels.yaml`` holds.

    Args:
        folder: where it stands, for its name in the problems.
        trees: what :func:`parsed_labels` gave.
        questionnaire: whose labels they are.

    Raises:
        QuestionnaireError: with everything that is wrong with it.
    """
    if (tree := trees.get(LABELS)) is None:
        return {}
    if tree.data is None and not tree.problems:
        remedy = _("Schrijf er labels in, of haal het bestand weg.")
        raise QuestionnaireError([Problem(str(folder / LABELS), 1, 1, _("Dit bestand is leeg."), remedy)])
    findings = partial(_findings, questionnaire)
    with suppress(ValidationError):
        scheme = convert(tree.data, LabelFile).labels
        if not tree.problems and not any(True for _finding in findings({LABELS: tree.data})):
            return scheme
    raise QuestionnaireError(faults(folder, {LABELS: tree}, findings))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # reading it tells why not
        return True


def _findings(questionnaire: Questionnaire, data: Data) -> Iterator[Finding]:
    """Yield what the schema cannot say: other questions than those of ``questionnaire``, double names, odd texts."""
    written = at(data, LABELS, "labels")
    for question in written if isinstance(written, dict) else ():
        path = (LABELS, "labels", question)
        yield from _question(questionnaire, path, question)
        yield from _names(data, path)
        for label, _block in blocks(data, *path):
            yield from _names(data, (*label, "sublabels"))
    yield from odd_texts(data)


def _question(questionnaire: Questionnaire, path: KeyPath, question: str) -> Iterator[Finding]:
    """Yield when a question is not there, or takes no labels."""
    there = take_labels(questionnaire.asked)
    if question in there:
        return
    if any(one.id == question for one in questionnaire.asked.open_questions):
        message = _("Bij ‘{id}’ kiest iemand activiteiten. Daar horen geen labels.").format(id=shown(question))
        yield Finding(path, message, _("Haal dit weg, met de labels eronder."), at_key=True)
    else:
        yield not_there(path, question, there, at_key=True)


def _names(data: Data, path: KeyPath) -> Iterator[Finding]:
    """Yield what is wrong with the names in the list at ``path``, as names."""
    yield from doubles(((place, name) for place, name in names(data, *path, key="naam") if name.strip()), folded)
    for place, name in names(data, *path, key="naam"):
        if name.strip() != name and name.strip() and "\n" not in name:
            message = _("Een naam mag niet met een spatie beginnen of eindigen.")
            yield Finding(place, message, _("Haal die spatie weg."), name.strip())
