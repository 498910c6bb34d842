"""Somebody who labels without end, in a process of its own; the tests kill it.

usage: labeller.py FOLDER GROUP SEED

Prints ``? digest`` of what the labels will be, and ``! digest`` when that is stored.
"""

import hashlib
import random
import sys
from pathlib import Path

import msgspec

from samenspel.labelling.attaching import new_label, new_sublabel, put, switch
from samenspel.labelling.model import CODERS, MOST_AT_ANSWER, Attached, Labelling
from samenspel.questionnaire.labels import MOST_LABELS
from samenspel.storage.groups import Groups

QUESTION = "toe-goed"


def digest(labelling: Labelling) -> str:
    return hashlib.sha256(msgspec.json.encode(labelling, order="deterministic")).hexdigest()


def changed(labelling: Labelling, answers: tuple[str, ...], chance: random.Random) -> Labelling:
    """One thing that a person may do: a new label or part, or one attached or taken off."""
    labels = labelling.scheme[QUESTION]
    label = chance.choice(labels)
    if chance.random() < 0.05 and len(labels) < MOST_LABELS:
        return new_label(labelling, QUESTION, f"label {len(labels)}")[0]
    if chance.random() < 0.05 and len(label.sublabels) < MOST_LABELS:
        return new_sublabel(labelling, QUESTION, label.name, f"deel {len(label.sublabels)}")[0]
    sub = chance.choice(("", *(sub.name for sub in label.sublabels)))
    place, coder = (QUESTION, chance.choice(answers)), chance.choice(CODERS)
    if len(there := labelling.of(coder, *place)) == MOST_AT_ANSWER:
        return put(labelling, coder, place, there[1:], {QUESTION: answers})
    return switch(labelling, coder, place, Attached(label.name, sub), {QUESTION: answers})


def label(groups: Groups, group_id: str, seed: int) -> None:
    chance = random.Random(seed)
    answers = groups.read(group_id).waves[0].released.open_answers[QUESTION]
    while True:
        after = changed(groups.labels.read(group_id, 1), answers, chance)
        print("?", digest(after), flush=True)
        groups.labels.change(group_id, 1, lambda _labelling, _released, after=after: after)
        print("!", digest(after), flush=True)


if __name__ == "__main__":
    label(Groups(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3]))
