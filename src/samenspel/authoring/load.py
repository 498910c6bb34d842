"""Load a questionnaire: from its snapshot when its content was loaded before, else from the YAML files."""

from contextlib import suppress
from pathlib import Path

from msgspec import ValidationError, convert

from samenspel.authoring.files import ADVICE, EDUCATION, QUESTIONNAIRE, content_hash, decode, read_files
from samenspel.authoring.problems import Problem, QuestionnaireError
from samenspel.authoring.snapshot import read_snapshot, write_snapshot
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
    questionnaire = _parse(files, digest)
    if questionnaire is None:
        raise QuestionnaireError(_why(folder, files))
    if snapshots and keep:
        with suppress(OSError):
            write_snapshot(snapshots, questionnaire)
    return questionnaire


def _parse(files: dict[str, bytes], digest: str) -> Questionnaire | None:
    """Return the questionnaire that the files hold, or None when anything at all is wrong with them."""
    from samenspel.authoring.meaning import findings
    from samenspel.authoring.nodes import read

    try:
        trees = {name: read(name, decode(name, raw)) for name, raw in files.items()}
        if any(tree.problems for tree in trees.values()):
            return None
        data = {name: tree.data for name, tree in trees.items()}
        asked = convert(data[QUESTIONNAIRE], QuestionnaireFile)
        advices = convert(data[ADVICE], AdviceFile).advices
        education = convert(data[EDUCATION], EducationFile)
    except (QuestionnaireError, ValidationError):
        return None
    if any(True for _finding in findings(data)):
        return None
    return Questionnaire(hash=digest, asked=asked, advices=advices, education=education)


def _why(folder: Path, files: dict[str, bytes]) -> list[Problem]:
    from samenspel.authoring.errors import collect

    return collect(folder, files) or [Problem(str(folder), 0, 0, _("Deze vragenlijst kan niet worden gelezen."))]
