"""Where the data stands, and that the way there is short."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samenspel.storage.preferences import data_folder


def test_the_data_folder_is_the_one_that_was_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "mijn map"))
    assert data_folder() == tmp_path / "mijn map"


def test_a_chosen_folder_does_not_move_with_the_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_DATA", "gegevens")
    assert data_folder() == tmp_path / "gegevens"


@pytest.mark.parametrize("chosen", [None, ""])
def test_otherwise_it_is_the_platforms_own_place(monkeypatch, chosen):
    monkeypatch.delenv("SAMENSPEL_DATA", raising=False)
    if chosen is not None:
        monkeypatch.setenv("SAMENSPEL_DATA", chosen)
    folder = data_folder()
    assert folder.is_absolute()
    assert folder.name == "samenspel"
    assert (Path(os.environ["LOCALAPPDATA"]) if sys.platform == "win32" else Path.home()) in folder.parents


def test_opening_the_store_imports_only_what_it_needs():
    script = "import sys, samenspel.storage.selftests; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {"tinydb", "msgspec"} <= set(loaded)
    assert not {"textual", "reportlab", "questionary", "ruamel", "jsonschema", "filelock", "platformdirs"} & set(loaded)
