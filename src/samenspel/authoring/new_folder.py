"""A new questionnaire on its way to the disk: written beside where it goes, seen to be sound, then put in its place."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from samenspel.authoring.copying import copied, id_of
from samenspel.authoring.files import LABELS, NAMES, QUESTIONNAIRE, builtin_root, decode, ids, read_files
from samenspel.authoring.labels import load_labels
from samenspel.authoring.load import load
from samenspel.authoring.pictures.named import named, read_all
from samenspel.authoring.schema import dumped
from samenspel.authoring.texts import odd_texts
from samenspel.hygiene import clean, one_line
from samenspel.refusals import RefusalError, not_saved
from samenspel.taal import _
from samenspel.whole_file import make_folder

SCHEMA = "schema.json"
_NONE: Final[Mapping[str, bytes]] = {}
LONGEST_ID = 60
"""The most characters of the id of a copy."""


class TakenError(RefusalError):
    """Something stands already where the folder would come."""


class CopyNameError(RefusalError):
    """A copy cannot be called so; the message says what it can be called."""


def free(folder: Path, elsewhere: str) -> Path:
    """Return ``folder``. Raises TakenError: something stands there; ``elsewhere`` says how to choose another place."""
    if folder.exists() or folder.is_symlink():
        text = _("‘{pad}’ bestaat al.").format(pad=one_line(folder))
        raise TakenError(f"{text} {elsewhere}")
    return folder


def write(folder: Path, files: Mapping[str, str], pictures: Mapping[str, bytes] = _NONE) -> None:
    """Write the files of a questionnaire, with the schema for an editor, in a new folder: all of them or none.

    Raises:
        QuestionnaireError: they are no sound questionnaire.
        OSError: the disk refuses.
    """
    try:
        _write(folder, files, pictures)
    except OSError as error:
        error.filename = str(folder)  # and not what is only for a moment beside it
        raise


def _write(folder: Path, files: Mapping[str, str], pictures: Mapping[str, bytes]) -> None:
    make_folder(folder.parent)
    with TemporaryDirectory(dir=folder.parent, prefix=".nieuw-") as beside:
        made = Path(beside) / folder.name
        made.mkdir(mode=0o700)
        for name, text in files.items():
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        for name, raw in pictures.items():
            (made / name).write_bytes(raw)
        (made / SCHEMA).write_text(dumped(), encoding="utf-8", newline="\n")
        load_labels(made, load(made))
        made.rename(folder)


def copy_id(typed: str) -> str:
    """Return the id that a copy gets. Raises CopyNameError: it cannot be one, or one that comes along has it."""
    found = id_of(typed)
    if not found or found != typed or len(found) > LONGEST_ID:
        text = _("Gebruik kleine letters, cijfers en streepjes, hooguit {n} tekens.").format(n=LONGEST_ID)
        if hint := found[:LONGEST_ID].strip("-"):
            text += " " + _("Bijvoorbeeld: {id}").format(id=hint)
        raise CopyNameError(text)
    if found in ids(builtin_root()):
        text = _("‘{id}’ is de naam van een vragenlijst van samenspel. Kies een andere, zoals: {id}-eigen")
        raise CopyNameError(text.format(id=found))
    return found


def copy(source: Path, folder: Path, wanted: str, title: str = "") -> tuple[str, ...]:
    """Write a copy of the questionnaire in ``source`` to a new folder, with the pictures that it names.

    Returns a sentence for each picture that could not go along: why, and what to do.

    Args:
        source: the folder of a questionnaire.
        folder: where the copy comes; nothing stands there.
        wanted: its id.
        title: what it is called; empty: as the first one, with that it is one's own.

    Raises:
        CopyNameError: it cannot be called so.
        QuestionnaireError: the first one has errors; all of them are in it.
        OSError: the disk refuses.
    """
    for odd in odd_texts({QUESTIONNAIRE: {"titel": title}}):
        raise CopyNameError(_("De titel kan zo niet. {reden}").format(reden=f"{odd.message} {odd.allowed}"))
    questionnaire = load(source)
    pictures, wrong = read_all(source, questionnaire)
    present = [name for name in (*NAMES, LABELS) if name != LABELS or (source / LABELS).is_file()]
    files = {name: decode(name, raw) for name, raw in read_files(source, present).items()}
    write(folder, copied(files, wanted, title), pictures)
    told = _("Dit beeld ging niet mee: {bestand}. {reden}")
    images = dict(named(questionnaire))
    return tuple(
        told.format(bestand=one_line(images[path[:-1]].file), reden=f"{message} {remedy}")
        for path, message, remedy in ((finding.path, finding.message, finding.allowed) for finding in wrong)
    )


def own_version(source: Path, own: Path, typed: str) -> tuple[str, ...]:
    """Make a copy among one's own questionnaires under a name that was typed freely; return what did not go along.

    Raises:
        CopyNameError: nothing that can be an id is left of the name.
        TakenError: there is one of that name.
        QuestionnaireError, RefusalError: as :func:`copy`, the disk included.
    """
    wanted = copy_id(id_of(typed)[:LONGEST_ID].strip("-"))
    folder = free(own / wanted, _("Kies een andere naam."))
    title = _("{titel} ({naam})").format(titel=load(source).asked.title, naam=clean(typed)[:LONGEST_ID])
    try:
        return copy(source, folder, wanted, title)
    except OSError as error:
        raise CopyNameError(not_saved(error, own)) from error
