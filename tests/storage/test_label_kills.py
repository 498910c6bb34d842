"""Killed while labelling: no label that was acknowledged is lost, and the next one goes on."""

import os
import random
import time

import pytest
from grouper import TODAY, entry
from labeller import QUESTION, digest

from samenspel.group.founding import checked_group
from samenspel.questionnaire.labels import Label
from samenspel.storage import inventory
from samenspel.storage.groups import Groups

KILLS = 100 if os.environ.get("SAMENSPEL_FULL") else 4


@pytest.mark.campaign
def test_a_kill_while_labelling_loses_nothing_that_was_stored(tmp_path, small, start):
    groups, chance = Groups(tmp_path / "gegevens"), random.Random(20261130)
    people = [entry(n, "bakker", open={QUESTION: f"Taart {n}"}, shared=(QUESTION,)) for n in range(9)]
    group_id = groups.reveal(groups.create(checked_group("Noord"), small, TODAY, people).id, TODAY).id
    before = digest(groups.labels.begin(group_id, 1, {QUESTION: (Label("zoet"), Label("zout"))}))
    done = 0
    for kill in range(KILLS):
        child = start("labeller.py", groups.folder, group_id, kill)
        first = "".join(child.stdout.readline() for _line in range(chance.randrange(1, 120)))
        time.sleep(chance.uniform(0, 0.02))  # not to wait for anything: the random moment is what is tested
        child.kill()
        text = first + child.stdout.read()
        assert child.stderr.read() == ""
        lines = [line.split() for line in text.splitlines(keepends=True) if line.endswith("\n")]
        stored = [told for sign, told in lines if sign == "!"]
        asked = [told for sign, told in lines if sign == "?"]
        done += len(stored)
        found = digest(Groups(groups.folder).labels.read(group_id, 1))
        # What was acknowledged last, or what was being stored at that moment.
        assert found in {stored[-1] if stored else before, *asked[-1:]}
        before = found
        Groups(groups.folder).labels.change(
            group_id, 1, lambda labelling, _released: labelling
        )  # the next one who writes
        assert not [path for path in inventory.files(groups.folder) if inventory.is_leftover(path.name)]
    assert done > KILLS
