"""Labels what people in the study named, as two people do: by keys alone, reading each answer from the screen."""

from pathlib import Path
from typing import NamedTuple

from room import FIRST
from ruamel.yaml import YAML

from samenspel.group.model import Entry, Group, contribution
from samenspel.labelling.model import Attached
from samenspel.questionnaire.labels import Scheme
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage.groups import Groups, StoredGroup

STUDY = Path(__file__).parents[2] / "data" / "labelled-study.yaml"
DOWN = "down"


class Said(NamedTuple):
    """An answer, the label that the study gave what it says, and whether that is one of our own."""

    question: str
    answer: str
    one: Attached
    new: bool


def study() -> list[Said]:
    """Return what people named, question by question."""
    found = YAML(typ="safe").load(STUDY.read_text(encoding="utf-8"))
    return [
        Said(question, answer, Attached(row["label"], row.get("sublabel", "")), row.get("nieuw", False))
        for question, rows in found.items()
        for row in rows
        for answer in row["antwoorden"]
    ]


def said_in_a_group(groups: Groups, questionnaire: Questionnaire, said: list[Said]) -> StoredGroup:
    """Make and reveal a group in which people shared these answers, one to a question each."""
    given: dict[str, list[str]] = {}
    for one in said:
        given.setdefault(one.question, []).append(one.answer)
    people = max(8, *map(len, given.values()))
    entries = []
    for place in range(people):
        party = questionnaire.asked.parties[place % 2].id
        open_ = {question: texts[place] for question, texts in given.items() if place < len(texts)}
        answers = {"rol-ander": 1 + place % 5, "rel-treffen": 1 + place % 4}
        response = Response(party=party, answers=answers, open=open_, shared=tuple(open_))
        entries.append(Entry(f"{place:032x}", contribution(questionnaire, response)))
    stored = groups.create(Group("Wijkteam Enschede", 5), questionnaire, FIRST, entries)
    return groups.reveal(stored.id, FIRST)


def keys(scheme: Scheme, said: Said, one: Attached) -> list[str]:
    """Return what chooses a label of the questionnaire: a digit, then down to the part."""
    labels = scheme[said.question]
    place = next(n for n, label in enumerate(labels) if label.name == one.label)
    subs = [sub.name for sub in labels[place].sublabels]
    return [str(place + 1), *[DOWN] * (subs.index(one.sub) + 1 if one.sub else 0)]


def other(scheme: Scheme, said: Said) -> Attached:
    """Return another label than the study's: what somebody else might choose."""
    return next(Attached(label.name) for label in scheme[said.question] if label.name != said.one.label)
