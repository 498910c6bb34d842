"""The project's own tests, on the Python in the folder for Windows and with the samenspel that is in it."""

import os

import pytest
from under_wine import ROOT

pytestmark = pytest.mark.wine

# What a person loses when it fails there: what is kept, what comes in and goes out, and the walk itself.
ALWAYS = {
    "storage": ("tests/storage", "tests/test_whole_file.py", "tests/test_refusals.py"),
    "exchange": ("tests/exchange", "tests/test_typed_path.py"),
    "session": ("tests/test_session.py", "tests/test_walk.py", "tests/test_answering.py", "tests/test_keyboard.py"),
    "pilot": ("tests/tui/selftest/test_walk_whole.py",),
}
# Beside the campaigns, what takes longest of these and tells least of Windows: sums, many files, what 0.1.0 kept.
DEAR = (
    *("-m", "not campaign"),
    *(
        f"--ignore=tests/exchange/test_{name}.py"
        for name in ("group_cases", "group_hand_computed", "group_independent")
    ),
    "--ignore=tests/storage/test_older.py",
    "--deselect=tests/exchange/test_incoming.py::test_ten_thousand_files",
)
FULL = bool(os.environ.get("SAMENSPEL_FULL"))


def parts():
    """Each part by its name; with --full the rest of the tests as well, a folder at a time."""
    yield from ALWAYS.items()
    if FULL:
        done = {one for each in ALWAYS.values() for one in each}
        # What tests the project's own texts, layout and tools tells nothing of Windows.
        apart = {"tests/data", "tests/texts", "tests/windows", "tests/__pycache__", "tests/tui"}
        folders = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").iterdir() if path.is_dir()}
        for name in sorted(folders - done - apart):
            yield name.removeprefix("tests/"), (name,)
        yield "screens", ("tests/tui", "--ignore-glob=*_snapshots.py")


@pytest.mark.parametrize(("name", "tests"), list(parts()), ids=lambda value: value if isinstance(value, str) else "")
def test_the_tests_pass_there(folder, name, tests):
    done = folder.pytest(*tests, *(() if FULL else DEAR), "-q", "-rs")
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-5_000:]
