"""The folder for Windows as somebody unpacks it, and its programs started under Wine as Windows would start them.

Made once for all processes of a test run. Wine is no Windows: it has no ``mode`` and draws no escape sequences; what
only a real Windows can show is not tested here.
"""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.parser import BytesParser
from pathlib import Path

import random_numbers
from filelock import FileLock

from scripts.windows import __main__ as windows
from scripts.windows import folder, parts
from tools import needed

ROOT = windows.ROOT
# What the tests import, beside what samenspel needs itself.
TESTED_WITH = {
    *("babel", "hypothesis", "openpyxl", "pymupdf", "pypdfium2", "pyte"),
    *("pytest", "pytest-asyncio", "pytest-textual-snapshot", "pytest-xdist"),
}


@dataclass(frozen=True)
class Unpacked:
    """The unpacked folder.

    Attributes:
        archive: the zip that it came from.
        path: where it stands.
        tester: the same Python beside it, which finds what the tests import as well.
        prefix: the folder in which Wine keeps what a computer keeps.
    """

    archive: Path
    path: Path
    tester: Path
    prefix: Path

    def samenspel(self, *args: str, data: Path, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        """Run ``samenspel args`` on the Python in the folder, as ``Samenspel.cmd`` does; ``typed`` comes in."""
        more["SAMENSPEL_DATA"] = seen(data)
        return self.python("-X", "utf8", "-m", "samenspel", *args, typed=typed, **more)

    def launched(self, *args: str, at: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        """Run ``Samenspel.cmd args`` where it stands: in the folder, or ``at`` another."""
        return self._wine("cmd", "/c", "Samenspel.cmd", *args, at=at or self.path, **more)

    def python(self, *args: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        """Run the Python in the folder."""
        return self._wine(str(self.path / "python" / "python.exe"), *args, typed=typed, **more)

    def pytest(self, *args: str) -> subprocess.CompletedProcess[str]:
        """Run tests of the project, and not all that pyproject.toml adds for a whole run."""
        always = ("-o", "addopts=", "-p", "no:cacheprovider", "--strict-markers", "--strict-config")
        return self._wine(str(self.tester / "python.exe"), "-X", "utf8", "-m", "pytest", *always, *args)

    def _wine(self, *args: str, typed: str = "", at: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [needed("wine"), *args],
            input=typed,
            capture_output=True,  # pipes: to a file Python cannot write there
            encoding="utf-8",
            check=False,
            timeout=1800,
            cwd=at,
            env={**self._environment(), **more},
        )

    def _environment(self) -> dict[str, str]:
        # Without CI: what is skipped there has its reason beside it. Of a campaign there is always a sample.
        apart = {"CI", "HOME", "PYTEST_ADDOPTS", "SAMENSPEL_FULL", "USERPROFILE"}
        ours = {name: value for name, value in os.environ.items() if name not in apart}
        return ours | {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}

    @contextmanager
    def awake(self) -> Iterator[None]:
        """Keep Wine awake: while one program runs, it is not started again for the next."""
        script = "import sys; print('wakker', flush=True); sys.stdin.read()"
        waiting = [needed("wine"), str(self.path / "python" / "python.exe"), "-c", script]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(waiting, env=self._environment(), **pipes) as child:
            child.stdout.readline()  # else what comes next may start Wine, which then keeps the pipes of that open
            yield


def seen(path: Path) -> str:
    """Return what Windows' programs call ``path`` under Wine."""
    return "Z:" + str(path).replace("/", "\\")


def unpacked(place: Path) -> Unpacked:
    """Return the folder, made in ``place`` by whoever asks first."""
    unzipped, tester, prefix = place / "map met spaties en é", place / "tester", place / "prefix"
    with FileLock(place / "lock"):
        if not prefix.exists():
            with zipfile.ZipFile(windows.build(place)) as archive:
                archive.extractall(unzipped)
            (path,) = unzipped.iterdir()
            shutil.copytree(path / "python", tester)
            (paths,) = tester.glob("*._pth")
            with paths.open("a", encoding="utf-8") as more:
                more.writelines(f"{seen(folder)}\n" for folder in (path / "lib", place / "library"))
            _install(place / "library", there=path / "lib")
        (path,) = unzipped.iterdir()
        (archive,) = place.glob("samenspel-*-windows.zip")
        found = Unpacked(archive, path, tester, prefix)
        if not prefix.exists():
            found.python("-c", "pass")  # Wine makes its prefix
            (prefix / "drive_c" / "windows" / "system32" / random_numbers.NAME).write_bytes(random_numbers.library())
    return found


def _install(library: Path, there: Path) -> None:
    """Put what the tests import into ``library``, and what stands in the folder ``there`` not once more."""
    pins = parts.pinned((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    wanted = [one for one in parts.requirements(ROOT, "test") if parts.name(one) in TESTED_WITH]
    assert {parts.name(one) for one in wanted} == TESTED_WITH
    told = [BytesParser().parsebytes(path.read_bytes()) for path in there.glob("*.dist-info/METADATA")]
    for part in parts.needed(wanted, pins, parts.TRIED, library.with_name("wheels"), there=told):
        for name, content in folder.installed(part).items():
            path = library / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
