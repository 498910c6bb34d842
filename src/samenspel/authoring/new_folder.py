"""A new questionnaire on its way to the disk: written beside where it goes, seen to be sound, then put in its place."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from samenspel.authoring.labels import load_labels
from samenspel.authoring.load import load
from samenspel.authoring.schema import dumped
from samenspel.hygiene import one_line
from samenspel.refusals import RefusalError
from samenspel.taal import _
from samenspel.whole_file import make_folder

SCHEMA = "schema.json"


class TakenError(RefusalError):
    """Something stands already where the folder would come."""


def free(folder: Path, elsewhere: str) -> Path:
    """Return ``folder``. Raises TakenError: something stands there; ``elsewhere`` says how to choose another place."""
    if folder.exists() or folder.is_symlink():
        text = _("‘{pad}’ bestaat al.").format(pad=one_line(folder))
        raise TakenError(f"{text} {elsewhere}")
    return folder


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a questionnaire, with the schema for an editor, in a new folder: all of them or none.

    Raises:
        QuestionnaireError: they are no sound questionnaire.
        OSError: the disk refuses.
    """
    make_folder(folder.parent)
    with TemporaryDirectory(dir=folder.parent, prefix=".nieuw-") as beside:
        made = Path(beside) / folder.name
        made.mkdir(mode=0o700)
        for name, text in files.items():
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        (made / SCHEMA).write_text(dumped(), encoding="utf-8", newline="\n")
        load_labels(made, load(made))
        made.rename(folder)
