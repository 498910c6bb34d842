"""The data files beside this module: what the fictional people answer and say."""

from pathlib import Path
from typing import TypeVar

from msgspec import convert

from samenspel.authoring.files import decode
from samenspel.authoring.nodes import read
from samenspel.authoring.problems import QuestionnaireError

_Kind = TypeVar("_Kind")


def read_as(name: str, kind: type[_Kind]) -> _Kind:
    """Return what the data file ``name`` holds.

    Raises:
        QuestionnaireError: it is no YAML, or holds what no questionnaire may hold either.
        ValidationError: it is not of this kind.
    """
    tree = read(name, decode(name, Path(__file__).with_name(name).read_bytes()))
    if tree.problems:
        raise QuestionnaireError(tree.problems)
    return convert(tree.data, kind)
