"""Groups in a store, people who answer, and what can be seen of them."""

from collections import Counter

import msgspec
from textual.pilot import Pilot
from walker import MOMENT, walk_tui

from samenspel.group.founding import checked_group
from samenspel.group.model import Entry, contribution
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.tui.navigation import AllGroups, Collecting, OneGroup

ANSWERS = {"rol-eigen": 4, "rol-brood": 3, "rol-ander": 5, "rel-overleg": 2, "rel-kennen": 1, "rel-lastig": 0}


def person(number: int = 0, party: str = "bakker", **more: object) -> Response:
    answers = {item: (answer + number) % 5 + 1 for item, answer in ANSWERS.items()}
    if party != "bakker":
        del answers["rol-brood"]
    usual = {
        "answers": answers,
        "experience": "nog-niet",
        "meeting": "ja",
        "knowledge": {"kennis-brood": "bakker"},
    }
    return Response(party=party, **usual | more)


def make(groups: Groups, questionnaire: Questionnaire, name: str = "Wijk Noord", **more: object) -> StoredGroup:
    usual = {"minimum": 3, "expected": {"bakker": 4, "slager": 3}}
    return groups.create(checked_group(name, **usual | more), questionnaire, MOMENT.date())


def give(groups: Groups, stored: StoredGroup, questionnaire: Questionnaire, *people: Response) -> list[str]:
    entries = [Entry(new_response_id(), contribution(questionnaire, one)) for one in people]
    groups.add(stored.id, entries)
    return [entry.id for entry in entries]


def counted(given: object) -> Counter[bytes]:
    return Counter(msgspec.json.encode(one, order="deterministic") for one in given)


async def open_collecting(pilot: Pilot[None], stored: StoredGroup) -> None:
    pilot.app.navigator.open(AllGroups())
    pilot.app.navigator.open(OneGroup(stored.id))
    pilot.app.navigator.open(Collecting(stored.id))
    await pilot.pause()


async def take_turn(pilot: Pilot[None], script: Response) -> None:
    """Answer everything, from the intake to the thanks."""
    await walk_tui(pilot, script)
    await pilot.press("1")
    await pilot.press("1")


def everything_shown(app) -> str:
    """All that any widget of any open screen holds, in sight or not."""
    texts = []
    for screen in app.screen_stack:
        for widget in screen.walk_children(with_self=True):
            texts += [str(getattr(widget, "value", "")), str(getattr(widget, "text", "")), str(widget.render())]
            texts.append(str(vars(widget).get("_Static__content", "")))
    return "\n".join(texts)
