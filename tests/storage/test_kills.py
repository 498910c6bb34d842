"""Killed at any moment of anything that is kept: what was acknowledged is there, and all can be seen and erased.

What somebody was doing at the kill is done or not, never half.
"""

import json
import os
import random
import shutil
import tarfile
import time
from pathlib import Path

import pytest
from grouper import tally
from keeper import WORD, world

from samenspel.exchange.give import report_file
from samenspel.storage import inventory
from samenspel.storage.groups import Groups

PARTS = 4
"""The campaign in parts, for as many processes at once."""
KILLS = (1_000 if os.environ.get("SAMENSPEL_FULL") else 8) // PARTS
ANEW = 25 if os.environ.get("SAMENSPEL_FULL") else 1
"""After so many kills in one folder the next begins: a new one and one of samenspel 0.1.0 by turns."""
MADE_BY_0_1_0 = Path(__file__).parent.parent / "data" / "0.1.0" / "gegevens.tar.xz"


def folders(tmp_path, number):
    data, out = tmp_path / f"gegevens-{number}", tmp_path / f"rapporten-{number}"
    out.mkdir()
    data.mkdir()
    if number % 2:
        with tarfile.open(MADE_BY_0_1_0) as tar:
            tar.extractall(data, filter="data")
    return data, out


def killed(child, chance):
    """What the child was acknowledged before it was killed at a moment by chance, and what it was asking then."""
    first = "".join(child.stdout.readline() for _line in range(chance.randrange(1, 60)))
    time.sleep(chance.uniform(0, 0.03))  # not to wait for anything: the random moment is what is tested
    child.kill()
    rest, errors = child.stdout.read(), child.stderr.read()  # ``communicate`` forgets what ``readline`` read ahead
    assert errors == ""
    lines = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    done = [json.loads(line[1:]) for line in lines if line.startswith("!")]
    asked = [json.loads(line[1:]) for line in lines if line.startswith("?")]
    return done, asked[len(done) :]


def after(before, change):
    return {key: text for key, text in {**before, **change}.items() if text is not None}


def words(kept):
    """The words by which the tests know whose answers are whose, of all in a world."""
    kinds = ("zelftest ", "antwoord ", "bezig ")
    return {word for key in kept if key.startswith(kinds) and (word := key.split()[-1]).startswith(WORD)}


def check_groups(data):
    """What was revealed is what was given, and nothing tells of experience any more."""
    groups = Groups(data)
    for stored in groups.all():
        for wave in stored.waves:
            given = groups.contributions(stored, wave.number)
            assert wave.released is None or stored.group.name.startswith("Wijkteam") or wave.released.n == len(given)
        if stored.wave.phase == "verzamelen":
            groups.update_wave(stored.id, stored.wave.number, lambda wave: wave)  # the next one who writes
            folder = data / "groepen" / stored.id
            assert not [path for path in inventory.files(folder) if inventory.is_leftover(path.name)]
            assert all(
                not one.response.experience
                for wave in stored.waves[:-1]
                for one in groups.contributions(stored, wave.number)
            )
            counted = sum(n for answers in tally(groups, stored).values() for n in answers.values())
            assert counted <= len(groups.contributions(stored, stored.wave.number))


def erase_all(data, out):
    """Erase all that can be seen, thing by thing, as ``gegevens wis`` and ``groep wis`` do; nothing is left."""
    for name in [path.relative_to(data).as_posix() for path in inventory.files(data)]:
        path = inventory.named(data, name)
        if path is None:  # it went with its group, or with its self-test
            continue
        if inventory.kind(data, path) == "group":
            Groups(data).delete(path.relative_to(data).parts[1])
        else:
            inventory.erase(data, path)
    assert {path.name for path in inventory.files(data)} <= {".samenspel.lock"}
    groups = data / "groepen"
    assert not groups.exists() or not list(groups.iterdir())
    for path in out.iterdir():
        assert report_file.is_leftover(path) or path.name.startswith("rapport")


@pytest.mark.campaign
@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_at_any_moment_of_anything(tmp_path, start, part):
    chance, seen = random.Random(20260131 + part), set()
    data, out, expected = None, None, {}
    for kill in range(KILLS):
        if kill % ANEW == 0:
            data, out = folders(tmp_path, kill // ANEW + part)
            expected, seen = world(data, out), set()
        done, asking = killed(start("keeper.py", data, out, part * KILLS + kill), chance)
        for change in done:
            expected = after(expected, change)
            seen |= words(expected)
        found = world(data, out)
        if found != expected:
            assert len(asking) == 1
            expected = after(expected, asking[0])
        assert found == expected
        copy = tmp_path / "kopie"
        shutil.copytree(data, copy)
        Groups(copy).tidy()
        check_groups(copy)
        assert world(copy, out) == expected
        text = b"".join(path.read_bytes() for path in inventory.files(copy))
        assert [word for word in seen - words(expected) if f'"{word}"'.encode() in text] == []
        erase_all(copy, out)
        shutil.rmtree(copy)
