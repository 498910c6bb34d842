"""The folder itself: which file of a part comes where, and the zip, whose bytes follow from the parts alone."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from scripts.windows.parts import Part

LIST = "onderdelen.txt"
_HERE = Path(__file__).parent
_LONG_AGO = (2020, 2, 2, 0, 0, 0)  # nothing in the zip says when it was made
_NOT_HERE = re.compile(r"[^/]+\.data/(scripts|headers|data)/")  # programs and the like, for who installs it
_DIRECTLY = re.compile(r"[^/]+\.data/(purelib|platlib)/")
_INSTALLER = re.compile(r"[^/]+\.dist-info/(RECORD|direct_url\.json|INSTALLER|REQUESTED)")
_TITLE = "De onderdelen van samenspel {version} voor Windows"
INTRO = """\
Elk onderdeel staat hier zoals de makers het hebben uitgegeven. De licentie van
Python staat in python\\LICENSE.txt. De andere staan in de map lib, bij elk
onderdeel in de map die op .dist-info eindigt. De laatste kolom is de SHA-256 van
het bestand zoals het is uitgegeven.
"""


def files(python: Part, wheels: Sequence[Part], root: Path) -> dict[str, bytes]:
    """Return the content of the folder: name → bytes. ``root`` is the project."""
    (own,) = (part for part in wheels if part.name == "samenspel")
    found = {f"python/{name}": content for name, content in _python(python).items()}
    for part in wheels:
        found |= {f"lib/{name}": content for name, content in installed(part).items()}
    for name in ("Samenspel.cmd", "LEES MIJ.txt"):
        found[name] = _lines((_HERE / name).read_text(encoding="utf-8").replace("{version}", own.version))
    found["LICENTIE.txt"] = _lines((root / "LICENSE").read_text(encoding="utf-8"))
    found[LIST] = _lines(_listed(own.version, [own, python, *(part for part in wheels if part is not own)]))
    return found


def zipped(content: Mapping[str, bytes], top: str, path: Path) -> None:
    """Write ``content`` as a zip in which all stands in the folder ``top``; the same content gives the same bytes."""
    temporary = path.with_name(f"{path.name}.tmp")
    with ZipFile(temporary, "w") as archive:
        for name in sorted(content):
            entry = ZipInfo(f"{top}/{name}", _LONG_AGO)
            entry.create_system = 0  # Windows: no rights of this machine's
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content[name], compresslevel=9)
    temporary.replace(path)


def _python(part: Part) -> dict[str, bytes]:
    """Return the files of Python, which looks in the folder ``lib`` as well, and nowhere else."""
    with ZipFile(part.path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        found = {name.rpartition("/")[2]: archive.read(name) for name in names}
    (paths,) = (name for name in found if name.endswith("._pth"))
    library = next(name for name in found if re.fullmatch(r"python\d+\.zip", name))
    return found | {paths: _lines(f"{library}\n.\n..\\lib\n")}


def installed(part: Part) -> dict[str, bytes]:
    """Return the files of a wheel where they come, without what only an installer needs."""
    with ZipFile(part.path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {
            _DIRECTLY.sub("", name): archive.read(name)
            for name in names
            if not _NOT_HERE.match(name) and not _INSTALLER.fullmatch(name)
        }


def _listed(version: str, parts: Sequence[Part]) -> str:
    """Return the list of parts."""
    rows = [(part.name, part.version, part.licence, part.sha256) for part in parts]
    widths = [max(len(row[column]) for row in rows) + 2 for column in range(3)]
    lines = ["".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)) + row[3] for row in rows]
    return "\n".join([_TITLE.format(version=version), "", INTRO, *lines, ""])


def _lines(text: str) -> bytes:
    """Return ``text`` with the line ends that Windows wants; Notepad and cmd take it for UTF-8 by themselves."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()
