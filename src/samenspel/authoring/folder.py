"""Where questionnaires are: the ones that come along, and the folder a user names."""

from collections.abc import Sequence
from pathlib import Path

from samenspel.authoring.files import QUESTIONNAIRE
from samenspel.authoring.problems import Problem, QuestionnaireError, shown, suggest
from samenspel.taal import _, opsomming


def builtin_root() -> Path:
    """Return the folder with the questionnaires that come along: in the package, or in a checkout at the top."""
    package = Path(__file__).parents[1]
    inside = package / "questionnaires"
    return inside if inside.is_dir() else package.parents[1] / "questionnaires"


def ids(root: Path) -> list[str]:
    """Return the ids of the questionnaires in the folder ``root``, in order; none when there is no such folder."""
    return sorted(folder.name for folder in _folders(root))


def find(name_or_path: str, *, roots: Sequence[Path] | None = None) -> Path:
    """Return the folder of a questionnaire.

    Args:
        name_or_path: an id (the name of a folder directly under one of ``roots``), or the path of a folder, or of
            the questionnaire file in it.
        roots: where to look for ids, in this order; by default only :func:`builtin_root`.

    Raises:
        QuestionnaireError: there is no such questionnaire; with a suggestion when one looks like it.
    """
    places = [builtin_root()] if roots is None else roots
    known = {folder.name: folder for root in reversed(places) for folder in _folders(root)}
    if folder := known.get(name_or_path) or _at_path(name_or_path):
        return folder
    raise QuestionnaireError(
        [
            Problem(
                file=shown(name_or_path),
                line=0,
                column=0,
                message=_("Deze vragenlijst bestaat niet."),
                allowed=_("Kies een van deze: {namen}. Of geef de map van een vragenlijst.").format(
                    namen=opsomming(sorted(known), _("of"))
                )
                if known
                else _("Geef de map van een vragenlijst."),
                suggestion=suggest(name_or_path, sorted(known)),
            )
        ]
    )


def _at_path(written: str) -> Path | None:
    """Return the folder that a user's path means, or None when it means nothing here."""
    try:
        path = Path(written).expanduser()
        if path.name == QUESTIONNAIRE and path.is_file():
            return path.parent
        return path if written and path.is_dir() else None
    except (OSError, RuntimeError):  # too long a name, no permission, or ~ of a user who does not exist
        return None


def _folders(root: Path) -> list[Path]:
    """Return the questionnaire folders directly under ``root``; none when there is no such root."""
    if not root.is_dir():
        return []
    return [folder for folder in root.iterdir() if (folder / QUESTIONNAIRE).is_file()]
