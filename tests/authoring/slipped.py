"""A real questionnaire with a slip of the keyboard in it, and what is said of it."""

from copy import deepcopy
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from samenspel.authoring import Problem, QuestionnaireError, find
from samenspel.authoring.files import ADVICE, EDUCATION, LABELS, NAMES, QUESTIONNAIRE, read_files
from samenspel.authoring.labels import understood_labels
from samenspel.authoring.lint import odd_writing
from samenspel.authoring.load import parsed, understood
from samenspel.authoring.nodes import Tree

Q, A, E, L = QUESTIONNAIRE, ADVICE, EDUCATION, LABELS
FOLDER = find("samenwerking-jeugd")

# What stands there, each once. ---------------------------------------------------------------------------------------

OWN = "Ik weet welke taken wel en niet bij mijn werk horen."
FIRST = "  - id: rol-ander\n"
STATEMENT = f"""{FIRST}    tekst: Ik weet welke taken wel en niet bij een {{ander}} horen.
    dimensie: rol
    voorwaarde: rol.ander
"""
TOPIC = "    onderwerp: rol van de ander\n"
FOLDED = "      jeugdagent bespreken daar groepen jongeren.\n"
STUDY = "      de tabellen bij het onderzoek noemden 6 van de 11 wijkcoaches als hun rol: ondersteunen.\n"
AREAS = "      - noord\n      - oost\n      - zuid\n"
TRIGGERS = "      rol-ander: 3\n      rol-expertise: 2\n      rel-vertrouwen: 3\n      org-ander: 1\n"
SHORT = "    weet_niet: false\n    kort: true\n    gesprek: Wat doet de ander"
COUNT = "{partij: wijkcoach, n: 4, van: 11, tekst: weten niet wat jongerenwerkers doen}"
SLIDE = "    vraag: Wat gaat er bij u zo goed dat u het wilt houden?\n"
ONLY = "    alleen:\n      - wijkcoach\n    weet_niet: false\n    gesprek: Wat betekent"


# What is done, and what is said of it. -------------------------------------------------------------------------------


def line_of(file: str, text: str) -> int:
    """Return the line where ``text`` begins, before any change."""
    whole = originals()[file].decode("utf-8")
    assert whole.count(text) == 1, f"{text!r} stands {whole.count(text)} times in {file}"
    return whole[: whole.index(text)].count("\n") + 1


@cache
def originals() -> dict[str, bytes]:
    return read_files(FOLDER, (*NAMES, LABELS))


@cache
def trees() -> dict[str, Tree]:
    return parsed(FOLDER, originals())


def told(file: str, content: bytes) -> list[Problem]:
    """Return what is wrong with the questionnaire in which one file holds ``content``; else what is odd about it."""
    read = {name: replace(tree, data=deepcopy(tree.data)) for name, tree in trees().items() if name != LABELS}
    labels = trees()[LABELS]
    (changed,) = parsed(FOLDER, {file: content}).values()
    read, labels = (read, changed) if file == LABELS else (read | {file: changed}, labels)
    try:
        understood_labels(FOLDER, {LABELS: labels}, understood(FOLDER, read, "0"))
    except QuestionnaireError as error:
        return list(error.problems)
    return list(odd_writing(str(FOLDER / file), changed))


def edited(file: str, old: str, new: str) -> bytes:
    text = originals()[file].decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    return text.replace(old, new).encode("utf-8")


def seen(case: tuple[str, str, str, str, str] | tuple[str, str, str, str, str, int]) -> None:
    """See that a slip is told once, on its line, with its remedy.

    Args:
        case: the file, what stood there, what stands there now, what is told, the remedy; and how many lines below
            the change that is told.
    """
    file, old, new, message, remedy, *below = case
    problems = told(file, edited(file, old, new))
    (problem,) = problems
    assert (Path(problem.file).name, problem.line) == (file, line_of(file, old) + sum(below))
    assert message in problem.message
    assert remedy in str(problem).replace(problem.message, "")
