"""Questionnaire folders: find one, load it, and say everything that is wrong with it, each with its place.

    folder = find("samenwerking-jeugd")
    questionnaire = load(folder, snapshots=data_folder / "snapshots")

Importing this package is cheap: ruamel.yaml is imported when YAML is read (a questionnaire that was loaded before
comes from its snapshot), jsonschema only when a file has errors.
"""

from samenspel.authoring.files import builtin_root, find
from samenspel.authoring.labels import load_labels
from samenspel.authoring.load import load
from samenspel.authoring.problems import Problem, QuestionnaireError
from samenspel.authoring.snapshot import read_snapshot, snapshot_path, write_snapshot

__all__ = [
    "Problem",
    "QuestionnaireError",
    "builtin_root",
    "find",
    "load",
    "load_labels",
    "read_snapshot",
    "snapshot_path",
    "write_snapshot",
]
