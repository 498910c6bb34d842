"""The folder for Windows, as far as any machine can tell: what goes into it, and the very same bytes each time."""

import hashlib
import os
import re
import zipfile
from pathlib import Path

import pytest

from scripts.windows import __main__ as windows
from scripts.windows import folder, parts

ROOT = windows.ROOT
HERE = ROOT / "scripts" / "windows"
PINS = parts.pinned((ROOT / "constraints.txt").read_text(encoding="utf-8"))


def wheel(path, name, *needs, **files):
    """A wheel that needs ``needs``; of ``files`` only the names matter."""
    told = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense-Expression: MIT\n"
    inside = {
        f"{name}-1.0.dist-info/METADATA": told + "".join(f"Requires-Dist: {need}\n" for need in needs),
        f"{name}-1.0.dist-info/RECORD": "",
        f"{name}/__init__.py": f"# {name}\n",
        **files,
    }
    with zipfile.ZipFile(path / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        for one, content in inside.items():
            archive.writestr(one, content)


def embeddable(path):
    """What stands for Python: a program that tells its version as Windows' programs do, and the list of its paths."""
    version = "ProductVersion".encode("utf-16-le") + b"\0\0" + "3.11.9".encode("utf-16-le") + b"\0\0"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {"python.exe": b"MZ" + version, "python311._pth": b"x", "python311.zip": b""}.items():
            archive.writestr(f"cp311/{name}", content)
    return path


@pytest.fixture
def shop(tmp_path, monkeypatch):
    """Wheels to be had, and the calls of pip that got them."""
    (tmp_path / "shop").mkdir()
    calls = []

    def pip(command, *arguments, **_more):
        pins = [one for one in arguments if "==" in str(one)]
        calls.append((command, pins))
        target = Path(arguments[arguments.index("-d") + 1])
        for pin in pins:
            (path,) = (tmp_path / "shop").glob(f"{pin.partition('==')[0]}-*.whl")
            (target / path.name).write_bytes(path.read_bytes())

    monkeypatch.setattr(parts, "_pip", pip)
    return tmp_path / "shop", calls


def test_what_only_windows_needs_comes_along_and_what_it_does_not_need_stays_away(shop, tmp_path):
    place, calls = shop
    wheel(place, "a", "b; sys_platform == 'win32'", "c; sys_platform != 'win32'", "d; python_version < '3.11'")
    wheel(place, "b", "e[more]", "f; extra == 'zelden'")
    wheel(place, "e", "g; extra == 'more'", "a")
    wheel(place, "g")
    pins = dict.fromkeys("abeg", "1.0")
    found = parts.needed(["a>=1"], pins, "3.11.9", tmp_path / "cache")
    assert [one.name for one in found] == ["a", "b", "e", "g"]
    assert calls == [("download", [f"{name}==1.0"]) for name in "abeg"]
    assert found[0].sha256 == hashlib.sha256((place / "a-1.0-py3-none-any.whl").read_bytes()).hexdigest()


def test_what_is_there_already_is_not_fetched_and_what_is_not_pinned_is_named(shop, tmp_path):
    place, calls = shop
    for name, needs in {"a": ("b",), "b": ("c",), "c": ()}.items():
        wheel(place, name, *needs)
    there = parts.metadata(place / "b-1.0-py3-none-any.whl")
    found = parts.needed(["a"], {"a": "1.0", "c": "1.0"}, "3.11.9", tmp_path / "cache", there=[there])
    assert [one.name for one in found] == ["a", "c"]
    with pytest.raises(parts.PartError, match=r"constraints\.txt does not name b"):
        parts.needed(["a"], {"a": "1.0", "c": "1.0"}, "3.11.9", tmp_path / "other")
    assert len(calls) == 3


def test_all_that_windows_needs_directly_is_pinned():
    wanted = {name for name, _extra in parts._applying(parts.requirements(ROOT), "", parts.TRIED)}
    assert {*wanted, "colorama", parts.CARRIER} <= PINS.keys()
    assert "pexpect" not in {name for name, _extra in parts._applying(parts.requirements(ROOT, "test"), "", "3.11.9")}


@pytest.fixture
def made(tmp_path):
    place = tmp_path / "parts"
    place.mkdir()
    wheel(place, "samenspel", **{"samenspel/__main__.py": "", "samenspel-1.0.data/scripts/samenspel.py": ""})
    wheel(place, "ander", **{"ander-1.0.data/purelib/ander/diep.py": ""})
    python = parts.python(embeddable(tmp_path / "python.zip"), {}, tmp_path)
    return python, [parts.wheel(path) for path in sorted(place.glob("*.whl"))]


def test_each_file_comes_where_windows_looks_for_it(made):
    python, wheels = made
    content = folder.files(python, wheels, ROOT)
    assert python.version == "3.11.9"
    assert {name for name in content if "/" in name} == {
        *("python/python.exe", "python/python311._pth", "python/python311.zip"),
        *("lib/samenspel/__init__.py", "lib/samenspel/__main__.py", "lib/samenspel-1.0.dist-info/METADATA"),
        *("lib/ander/__init__.py", "lib/ander/diep.py", "lib/ander-1.0.dist-info/METADATA"),
    }
    assert {name for name in content if "/" not in name} == {
        *("Samenspel.cmd", "LEES MIJ.txt", "LICENTIE.txt", "onderdelen.txt"),
    }
    assert content["python/python311._pth"] == b"python311.zip\r\n.\r\n..\\lib\r\n"
    assert b"samenspel 1.0 voor Windows\r\n" in content["LEES MIJ.txt"]
    told = content["onderdelen.txt"].decode()
    for part in (python, *wheels):
        assert re.search(rf"(?m)^{part.name} +{part.version} .* {part.sha256}\r$", told)


def test_the_same_parts_give_the_same_bytes(made, tmp_path, monkeypatch):
    python, wheels = made
    content = folder.files(python, wheels, ROOT)
    folder.zipped(content, "samenspel-1.0", tmp_path / "een.zip")
    os.utime(wheels[0].path, (1, 1))
    monkeypatch.setattr("time.time", lambda: 2e9)
    folder.zipped(dict(reversed(folder.files(python, wheels, ROOT).items())), "samenspel-1.0", tmp_path / "twee.zip")
    assert (tmp_path / "een.zip").read_bytes() == (tmp_path / "twee.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "een.zip") as archive:
        assert archive.testzip() is None
        assert {name.partition("/")[0] for name in archive.namelist()} == {"samenspel-1.0"}
        assert len(archive.namelist()) == len(content)
    assert not list(tmp_path.glob("*.tmp"))


def test_what_is_no_python_for_windows_is_refused(tmp_path):
    wrong = tmp_path / "wrong.zip"
    with zipfile.ZipFile(wrong, "w") as archive:
        archive.writestr("python.exe", b"MZ")
    with pytest.raises(parts.PartError, match="not an embeddable Python"):
        parts.python(wrong, {}, tmp_path)


def test_the_launcher_is_plain_text_for_any_set_of_characters():
    text = (HERE / "Samenspel.cmd").read_text(encoding="ascii")
    labels = set(re.findall(r"(?m)^:(\w+)$", text))
    assert set(re.findall(r"goto (\w+)", text)) == labels
    assert all(len(line) <= 120 for line in text.splitlines())
    assert "\t" not in text
    assert text.count("pause >nul") == 2


def test_no_path_in_it_is_longer_than_windows_takes():
    """Unpacked by Explorer below a long name, in a folder of the zip's own name, 100 characters are left."""
    longest = max(len(f"lib/samenspel/{path.relative_to(ROOT / 'src' / 'samenspel')}") for path in _sources())
    assert longest < 100


def _sources():
    return [path for path in (ROOT / "src" / "samenspel").rglob("*") if path.is_file()]
