"""Makes ``samenspel-<version>-windows.zip``: unzip it on Windows and double-click, nothing is installed.

    python -m scripts.windows [-o MAP] [--python ZIP]

Runs on any machine, from the environment in which the tests run. What is in the zip: see folder.py.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.windows import folder, parts

ROOT = Path(__file__).parents[2]


def build(target: Path, python_zip: Path | None = None) -> Path:
    """Make the zip in the folder ``target``, and return it. Raises PartError."""
    pins = parts.pinned((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as place:
        cache = Path(place)
        with ThreadPoolExecutor() as pool:  # each waits for pip
            asked = (
                pool.submit(parts.samenspel, ROOT, cache / "own"),
                pool.submit(parts.python, python_zip, pins, cache),
            )
            own, python = (one.result() for one in asked)
        others = parts.needed(parts.requirements(ROOT), pins, python.version, cache / "wheels")
        content = folder.files(python, [own, *others], ROOT)
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"samenspel-{own.version}-windows.zip"
    folder.zipped(content, f"samenspel-{own.version}", path)
    return path


def main() -> None:
    arguments = argparse.ArgumentParser(description="Makes the folder for Windows, as a zip.")
    arguments.add_argument("-o", dest="target", type=Path, default=Path(), metavar="MAP", help="where (default: here)")
    arguments.add_argument("--python", type=Path, metavar="ZIP", help="another embeddable Python, as python.org has it")
    chosen = arguments.parse_args()
    try:
        path = build(chosen.target, chosen.python)
    except parts.PartError as error:
        sys.exit(str(error))
    print(f"{path} ({path.stat().st_size / 1_000_000:.1f} MB)")


if __name__ == "__main__":
    main()
