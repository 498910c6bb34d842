"""A fictional response, and data folders with as many self-tests as a benchmark needs."""

import shutil
from datetime import datetime
from pathlib import Path

from samenspel.authoring import find, load
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage import inventory
from samenspel.storage.selftests import SelfTest, SelfTests

NOW = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - local time, as on the user's own clock


def questionnaire() -> Questionnaire:
    return load(find("samenwerking-jeugd"))


def response(asked: Questionnaire) -> Response:
    """A coach who answered everything, with a note at every third statement."""
    party = asked.asked.parties[0].id
    empty = Response(party=party, experience="1-3", meeting="ja", area="zuid")
    items = applicable_items(asked, empty)
    return Response(
        party=party,
        experience="1-3",
        meeting="ja",
        area="zuid",
        answers={item.id: 1 + place % 5 for place, item in enumerate(items)},
        notes={item.id: f"Toelichting bij {item.topic}." for item in items[::3]},
        knowledge={card.id: party for card in asked.asked.cards},
    )


def filled_store(folder: Path, count: int) -> tuple[SelfTests, SelfTest]:
    """A store with ``count`` finished self-tests; the newest is returned with it."""
    asked = questionnaire()
    store = SelfTests(folder)
    newest = store.create(asked, response(asked), at="review", now=NOW)
    file = next(path for path in inventory.files(store.folder) if path.stem == newest.id)
    for number in range(count - 1):
        shutil.copyfile(file, file.with_name(f"20250101-000000-{_base24(number)}.json"))
    return store, newest


def _base24(number: int) -> str:
    letters = "abcdefghjkmnpqrstuvwxyz2"
    digits = ""
    for _ in range(4):
        number, digit = divmod(number, len(letters))
        digits = letters[digit] + digits
    return digits
