"""The folder for Windows, for all tests of it together."""

from collections.abc import Iterator

import pytest
from under_wine import Unpacked, unpacked


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Unpacked]:
    """The folder, unpacked into a path with spaces and an é, and Wine awake."""
    place = tmp_path_factory.getbasetemp()
    found = unpacked(place.parent if place.name.startswith("popen-") else place)
    with found.awake():
        yield found
