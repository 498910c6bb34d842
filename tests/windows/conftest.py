"""The folder for Windows, for all tests of it together."""

import pytest
from under_wine import Unpacked, unpacked


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Unpacked:
    """The folder, unpacked into a path with spaces and an é; its samenspel has been started once."""
    place = tmp_path_factory.getbasetemp()
    return unpacked(place.parent if place.name.startswith("popen-") else place)
