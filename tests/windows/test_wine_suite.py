"""The project's own tests, on the Python in the folder for Windows and with the samenspel that is in it."""

import os

import pytest

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


# With --full all of these, and what computes and draws; of the screens and the commands only what stands above and in
# test_wine_commands.py was ever run there.
REST = {name: (f"tests/{name}",) for name in ("authoring", "collecting", "group", "line", "presenting", "report")}
PARTS = ALWAYS | REST if FULL else ALWAYS


@pytest.mark.parametrize("part", PARTS)
def test_the_tests_pass_there(folder, part):
    done = folder.pytest(*PARTS[part], *(() if FULL else DEAR), "-q", "-rs")
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-5_000:]
