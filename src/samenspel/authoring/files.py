"""The files of a questionnaire, as bytes and as text: found, not too large, and readable."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from samenspel.authoring.problems import Problem, QuestionnaireError, shown, suggest
from samenspel.file_kind import foreign, in_words, wide
from samenspel.hygiene import one_line
from samenspel.taal import _, getal, meervoud, opsomming
from samenspel.typed_path import PathError, typed_path

QUESTIONNAIRE: Final = "vragenlijst.yaml"
ADVICE: Final = "adviezen.yaml"
EDUCATION: Final = "voorlichting.yaml"
NAMES: Final = (QUESTIONNAIRE, ADVICE, EDUCATION)
"""What every questionnaire has; the hash of its content is over these."""
LABELS: Final = "labels.yaml"
"""It may stand beside them."""
LIMIT: Final = 2_000_000
"""The largest number of bytes of one file; a real questionnaire has about a thirtieth of that."""
_NAMED: Final = 3

# What YAML does not allow, plus the rare line ends (U+0085, U+2028, U+2029) that an editor may not count as one.
# A text, so that it is compiled when a file is read: that takes longer than importing all the rest of this module.
_UNREADABLE = r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"


def read_files(folder: Path, names: Sequence[str] = NAMES) -> dict[str, bytes]:
    """Read the three files of the questionnaire in ``folder``, by name; or those of other ``names``.

    Raises:
        QuestionnaireError: a file is missing, cannot be opened, or is larger than ``LIMIT``; all such files are named.
    """
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            found[name] = _read(folder / name)
        except QuestionnaireError as error:
            problems += error.problems
    if problems:
        raise QuestionnaireError(problems)
    return found


def content_hash(files: dict[str, bytes]) -> str:
    """Return the SHA-256 (hex) over the name, the length and the bytes of each file."""
    from hashlib import sha256  # a large library of the system; the first screen needs no hash

    digest = sha256()
    for name in NAMES:
        digest.update(f"{name}\n{len(files[name])}\n".encode())
        digest.update(files[name])
    return digest.hexdigest()


def decode(place: str, raw: bytes) -> str:
    """Return the text of a file; a byte order mark at the start is left out.

    Args:
        place: the file's name, for the error.
        raw: what is in the file.

    Raises:
        QuestionnaireError: the file is not UTF-8, or holds a character that no text file should hold.
    """
    if problem := _no_text(place, raw):
        raise QuestionnaireError([problem])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", errors="ignore")
        raise _at_end_of(
            place, before, _("Dit bestand is niet opgeslagen als UTF-8."), _("Sla het op met codering UTF-8.")
        ) from error
    if found := re.search(_UNREADABLE, text):
        raise _at_end_of(
            place,
            text[: found.start()],
            _("Hier staat een teken dat niet in een tekstbestand hoort (U+{code}).").format(
                code=f"{ord(found.group()):04X}"
            ),
            _("Haal het weg. Is het hele bestand vreemd, sla het dan op met codering UTF-8."),
        )
    return text


def _no_text(place: str, raw: bytes) -> Problem | None:
    """Return what is wrong when this is another kind of file than a text, or a text in two bytes a character."""
    kind = foreign(raw)
    if kind is None and wide(raw):
        message = _("Dit bestand is niet opgeslagen als UTF-8, maar als UTF-16 (‘Unicode’).")
        return Problem(place, 1, 1, message, _("Sla het op met codering UTF-8."))
    if kind is None or (kind == "binary" and _as_text(raw)):  # then the character has a place
        return None
    remedy = {
        "document": _("Bewaar het daarin als platte tekst (tekst zonder opmaak), met codering UTF-8."),
        "page": _("Bewaar alleen de tekst zelf, als platte tekst met codering UTF-8."),
        "archive": _("Pak het eerst uit."),
        "shortcut": _("Zet het bestand zelf op deze plek."),
    }
    what = in_words(kind)
    other = _("Een vragenlijst is platte tekst. Zet de tekst in een tekstprogramma, en bewaar die als platte tekst.")
    return Problem(place, 1, 1, f"{what[:1].upper()}{what[1:]}.", remedy.get(kind, other))


def _as_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise _absent(path)
        size = path.stat().st_size
        if size <= LIMIT:
            with path.open("rb") as file:
                return file.read(size)
    except OSError as error:
        message, allowed = _("Dit bestand kan niet worden gelezen."), _("Kijk of u het mag openen.")
        raise QuestionnaireError([Problem(str(path), 0, 0, message, allowed)]) from error
    message = _("Dit bestand is te groot.")
    allowed = _("Hooguit {grens} MB mag.").format(grens=getal(LIMIT / 1_000_000, 0))
    raise QuestionnaireError([Problem(str(path), 0, 0, message, allowed)])


def _absent(path: Path) -> QuestionnaireError:
    beside = sorted(p.name for p in path.parent.iterdir() if p.name not in NAMES) if path.parent.is_dir() else []
    message = _("Dit bestand ontbreekt.")
    allowed = _("Een vragenlijst is een map met {namen}.").format(namen=opsomming(list(NAMES)))
    return QuestionnaireError([Problem(str(path), 0, 0, message, allowed, suggest(path.name, beside))])


def _at_end_of(place: str, before: str, message: str, allowed: str) -> QuestionnaireError:
    lines = re.split(r"\r\n|\r|\n", before)
    return QuestionnaireError([Problem(place, len(lines), len(lines[-1]) + 1, message, allowed)])


# Where questionnaires are: the ones that come along, and the folder a user names. --------------------------------


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
    if folder := known.get(name_or_path) or _at_path(name_or_path) or _unfinished(name_or_path, places):
        return folder
    if problem := _other_file(name_or_path):
        raise QuestionnaireError([problem])
    raise QuestionnaireError(
        [
            Problem(
                file=shown(name_or_path) or "‘’",
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
        path = typed_path(written)
        if path.name == QUESTIONNAIRE and path.is_file():
            return path.parent
        return path if path.is_dir() else None
    except (OSError, PathError):  # too long a name, no permission, or ~ of a user who does not exist
        return None


def _unfinished(name: str, roots: Sequence[Path]) -> Path | None:
    """Return the folder of that name in which the questionnaire file has another name; what reads it says which."""
    for root in roots:
        if any(folder.name == name and copies(folder, [QUESTIONNAIRE]) for folder in _subfolders(root)):
            return root / name
    return None


def _other_file(written: str) -> Problem | None:
    """Return what is wrong with a path that means a file with another name than a questionnaire's; else None."""
    try:
        path = typed_path(written)
        if not path.is_file():
            return None
        with path.open("rb") as file:
            problem = _no_text(shown(path.name), file.read(LIMIT))
    except (OSError, PathError):
        return None
    if problem:
        return problem
    message = _("Dit is een bestand met een andere naam dan {naam}.").format(naam=QUESTIONNAIRE)
    remedy = _("Geef de map van de vragenlijst. Daarin heten de bestanden {namen}.")
    return Problem(shown(path.name), 0, 0, message, remedy.format(namen=opsomming(list(NAMES))))


def copies(folder: Path, names: Sequence[str] = (*NAMES, LABELS)) -> dict[str, list[str]]:
    """Return the files that look like a copy of one of ``names`` in ``folder``, by the name that they look like.

    A program that keeps files the same on several machines makes one when two changed the file: the person's own
    change may stand in the copy, which is not read.
    """
    found: dict[str, list[str]] = {}
    try:
        beside = sorted(path.name for path in folder.iterdir() if path.name not in names and path.name[:1] != ".")
    except OSError:
        return found
    for name in names:
        stem, ending = name.split(".", 1)
        copied = re.compile(rf"{re.escape(stem)}.*\.(?:{ending}|yml)", re.DOTALL)
        alike = [one for one in beside if copied.search(one.casefold())]
        if alike := [one for one in alike if not any(one in others for others in found.values())]:
            found[name] = alike
    return found


def beside(alike: Sequence[str]) -> str:
    """Say that these stand beside a file of a questionnaire, and that they are not read."""
    names = opsomming([f"‘{one_line(name)}’" for name in alike[:_NAMED]])
    if len(alike) > _NAMED:
        return _("Ernaast staan kopieën, zoals {namen}. Die leest samenspel niet.").format(namen=names)
    return meervoud(
        "Ernaast staat {namen}. Dat leest samenspel niet.",
        "Ernaast staan {namen}. Die leest samenspel niet.",
        len(alike),
    ).format(namen=names)


def told_copies(folder: Path) -> str:
    """Say which files of the questionnaire in ``folder`` have a copy beside them; empty when none has."""
    return " ".join(f"{name}: {beside(alike)}" for name, alike in copies(folder).items())


def _folders(root: Path) -> list[Path]:
    """Return the questionnaire folders directly under ``root``; none when there is no such root."""
    return [folder for folder in _subfolders(root) if (folder / QUESTIONNAIRE).is_file()]


def _subfolders(root: Path) -> list[Path]:
    return [folder for folder in root.iterdir() if folder.is_dir()] if root.is_dir() else []
