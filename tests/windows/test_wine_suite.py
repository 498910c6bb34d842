"""The project's own tests, on the Python in the folder for Windows and with the samenspel that is in it."""

import pytest

pytestmark = pytest.mark.wine

# What a person loses when it fails there: what is kept, what comes in and goes out, and the walk itself.
ALWAYS = {
    "storage": ("tests/storage", "tests/test_whole_file.py", "tests/test_refusals.py"),
    "exchange": ("tests/exchange", "tests/test_typed_path.py"),
    "session": ("tests/test_session.py", "tests/test_walk.py", "tests/test_answering.py", "tests/test_keyboard.py"),
    "pilot": ("tests/tui/selftest/test_walk_whole.py",),
}


@pytest.mark.parametrize("part", ALWAYS)
def test_the_tests_pass_there(folder, part):
    done = folder.pytest(*ALWAYS[part], "-q", "-rs")
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-5_000:]
