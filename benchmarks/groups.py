"""Groups: figures and release against one pass of summing the same answers, files against bare reading."""

import secrets
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from benchmarks.people import questionnaire
from benchmarks.saving import bare_write
from benchmarks.table import Row, in_turn, ratio_row, timed
from samenspel.collecting.files import bring, look
from samenspel.exchange.handover import to_file
from samenspel.exchange.receive.basket import gather
from samenspel.group.anonymity import release
from samenspel.group.model import Contribution, Entry, Group, contribution
from samenspel.group.results import results
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.storage.group_files import RESPONSES
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups

MINIMUM = 5
DAY = date(2026, 11, 24)


def run() -> list[Row]:
    asked = questionnaire()
    return [*computing(asked), *reading(asked), *storing(asked), bringing(asked)]


def people(asked: Questionnaire, count: int) -> list[Response]:
    parties = [party.id for party in asked.asked.parties]
    return [
        Response(
            party=parties[number % 2],
            meeting="ja",
            answers={item.id: 1 + (number * 7 + place * 3) % 5 for place, item in enumerate(asked.asked.items)},
            knowledge={card.id: parties[(number + place) % 2] for place, card in enumerate(asked.asked.cards)},
        )
        for number in range(count)
    ]


def given(asked: Questionnaire, count: int) -> list[Contribution]:
    return [contribution(asked, one) for one in people(asked, count)]


def released(asked: Questionnaire, contributions: list[Contribution]) -> object:
    return release(asked, results(asked, contributions, {}, MINIMUM), MINIMUM)


def summed(contributions: list[Contribution]) -> list[int]:
    """The bare limit: each answer looked at once, in plain Python."""
    sums: dict[str, int] = {}
    for one in contributions:
        for item, answer in one.response.answers.items():
            sums[item] = sums.get(item, 0) + answer
    return list(sums.values())


def computing(asked: Questionnaire) -> list[Row]:
    rows = []
    each = {}
    for count, limit, rounds in ((50, 0.050, 60), (1_000, 1.0, 10)):
        contributions = given(asked, count)
        ours, bare = in_turn(
            lambda contributions=contributions: timed(lambda: released(asked, contributions)),
            lambda contributions=contributions: timed(lambda: summed(contributions)),
            rounds,
        )
        milliseconds = f"{limit * 1000:,.0f}"
        rows.append(
            Row(
                f"group of {count:,} computed and released, as a share of {milliseconds} ms (bare: summing once)",
                1,
                [took / limit for took in ours],
                *(sorted(times)[len(times) // 2] * 1000 for times in (ours, bare)),
            )
        )
        each[count] = [took / count for took in ours]
    few, many = each[50][: len(each[1_000])], each[1_000]
    rows.append(ratio_row("time per response in a group of 1,000 / of 50", 1.2, many, few))
    return rows


def reading(asked: Questionnaire) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for response in people(asked, 1_000):
            response_id = secrets.token_hex(16)
            (folder / f"samenspel-antwoord-{response_id[:8]}.json").write_bytes(to_file(asked, response, response_id))

        if len(gather([folder], asked).entries) != 1_000:
            raise ValueError("not every file was taken")

        def bare() -> None:
            for path in folder.iterdir():
                msgspec.json.decode(path.read_bytes())

        def ours() -> None:
            gather([folder], asked)

        times = in_turn(lambda: timed(ours), lambda: timed(bare), rounds=25)
        return [ratio_row("1,000 response files read and checked / read and decoded", 3, *times)]


BROUGHT, SECONDS = 200, 2


def bringing(asked: Questionnaire) -> Row:
    """A folder of response files into a group, from reading to the one write, in an empty group each time."""
    with tempfile.TemporaryDirectory() as name:
        (folder := Path(name, "binnen")).mkdir()
        for response in people(asked, BROUGHT):
            response_id = secrets.token_hex(16)
            (folder / f"samenspel-antwoord-{response_id}.json").write_bytes(to_file(asked, response, response_id))
        times = [timed(into_a_group(asked, Path(name, f"gegevens-{nth}"), folder, BROUGHT)) for nth in range(10)]
    what = f"{BROUGHT} response files from a folder into a group, as a share of {SECONDS} s"
    return ratio_row(what, 1, times, [SECONDS] * len(times))


def into_a_group(asked: Questionnaire, data: Path, folder: Path, number: int) -> Callable[[], None]:
    """Make a group, and return what brings ``folder`` into it and sees that all of it counts."""
    groups = Groups(data)
    stored = groups.create(Group("West", MINIMUM), asked, DAY)

    def bring_all() -> None:
        came = bring(groups, stored.id, asked, look(groups, stored.id, asked, [folder]))
        if came.added != number:
            raise ValueError(came.refused)

    return bring_all


def storing(asked: Questionnaire) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        add, file = adder(asked, Path(name), 1_000)
        content = file.read_bytes()
        ours, bare = in_turn(add, lambda: timed(lambda: bare_write(Path(name), content)), rounds=60)
        return [
            Row(
                "one response added to a wave of 1,000, as a share of 50 ms (bare: writing its file once)",
                1,
                [took / 0.050 for took in ours],
                *(sorted(times)[len(times) // 2] * 1000 for times in (ours, bare)),
            )
        ]


def adder(asked: Questionnaire, folder: Path, count: int) -> tuple[Callable[[], float], Path]:
    """How long one more response takes, that is taken out again; and the file in which they stand."""
    groups = Groups(folder)
    stored = groups.create(Group("West", MINIMUM), asked, DAY)
    contributions = given(asked, 50)
    groups.add(stored.id, [Entry(new_response_id(), contributions[n % 50]) for n in range(count)])

    def add() -> float:
        entry = Entry(new_response_id(), contributions[0])
        took = timed(lambda: groups.add(stored.id, [entry]))
        groups.withdraw(stored.id, entry.id)
        return took

    return add, next(folder.glob(f"groepen/*/*/{RESPONSES}"))
