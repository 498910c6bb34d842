"""Whatever stands in a stored file: one clear line, no traceback, and what is not in that file goes on as it did.

The campaign changes one file at a time of a folder in which everything is kept (one group as 0.1.0 kept it), and lets
the commands look at it that read that file.
"""

import os
import random
import shutil
import tarfile
import traceback
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from grouper import entry
from mutations import mutated
from stored import NOW

from samenspel.cli import cli
from samenspel.collecting.turn import Turn
from samenspel.group import workshop
from samenspel.group.founding import checked_group
from samenspel.group.model import Action
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage import preferences
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.walk import Step

PARTS = 8
"""The campaign in parts, for as many processes at once."""
CASES = (20_000 if os.environ.get("SAMENSPEL_FULL") else 24) // PARTS
MADE_BY_0_1_0 = Path(__file__).parent.parent / "data" / "0.1.0" / "gegevens.tar.xz"
DAYS = (date(2026, 1, 31), date(2026, 5, 11), date(2026, 11, 2))


@pytest.fixture(scope="module")
def folder(tmp_path_factory, small):
    """Everything that is kept, with something in every field."""
    data = tmp_path_factory.mktemp("gegevens")
    make_selftests(SelfTests(data), small)
    groups = Groups(data)
    for name in ("West", "Oost"):
        make_group(groups, small, name)
    preferences.keep(data, theme="samenspel-licht", questionnaire="samenwerking-jeugd")
    with tarfile.open(MADE_BY_0_1_0) as tar:
        kept = [one for one in tar if one.name.split("/")[0] in {"groepen", "vragenlijsten"}]
        tar.extractall(data, kept, filter="data")
    return data


def make_selftests(store, small):
    filled = Response(
        party="bakker",
        area="noord",
        experience="nog-niet",
        meeting="ja",
        answers={"rol-eigen": 4, "rol-brood": 3, "rol-ander": 2, "rel-overleg": 0, "rel-kennen": 1, "rel-lastig": 5},
        notes={"rol-ander": "Dat is mij nooit verteld.\nIk vraag het na."},
        knowledge={"kennis-brood": "bakker", "kennis-klant": "weet-niet"},
        open={"toe-goed": "Koffie", "toe-activiteiten": "Taart"},
        activities={"lunch": True, "anders": False},
        shared=("toe-goed", "toe-activiteiten"),
    )
    for day, finished in enumerate((True, True, False)):
        now = NOW.replace(month=day + 1, day=1)
        begun = store.create(small, filled, at="item:rol-ander", now=now)
        if finished:
            Session.reopen(store, begun).finish(now)
            store.shared(begun.id)


def everyone():
    parties = [("bakker", number) for number in range(8)] + [("slager", number) for number in range(6)]
    more = {"experience": "nog-niet", "shared": ("toe-goed", "toe-activiteiten"), "activities": {"lunch": True}}
    return [entry(number, party, open={"toe-goed": f"Taart {number}"}, **more) for party, number in parties]


def make_group(groups, small, name):
    made = groups.create(checked_group(name, area="Zuid", expected={"bakker": 9, "slager": 7}), small, DAYS[0])

    def change(number, made_of):
        groups.update_wave(made.id, number, made_of)

    groups.add(made.id, everyone())
    advices = [one.id for one in groups.reveal(made.id, DAYS[1]).wave.released.advice]
    action = Action("Op bezoek", "alle teams", "2026-06-01", "2026-09-01", advices[0], ("rol",))
    change(1, lambda wave: workshop.go_to(wave, "adviezen"))
    for _person in range(6):
        change(1, lambda wave: workshop.vote(wave, [advices[0], advices[0], advices[-1]]))
    change(1, lambda wave: workshop.pin(wave, advices[-1], on=True))
    change(1, lambda wave: workshop.dismiss(wave, advices[0], "Daar gaan wij niet over."))
    change(1, lambda wave: workshop.put_action(wave, small, action))
    change(1, lambda wave: workshop.follow_up(wave, 0, "deels", "Een keer."))
    change(1, lambda wave: workshop.close(wave, DAYS[1]))
    groups.new_wave(made.id, DAYS[1])
    groups.add(made.id, everyone())
    groups.reveal(made.id, DAYS[2])
    change(2, lambda wave: workshop.go_to(wave, "vergelijken", "stelling:rol-ander"))
    stored = groups.new_wave(made.id, DAYS[2])
    groups.add(made.id, [entry(number, experience="langer-1") for number in range(4)])
    change(3, lambda wave: workshop.read_from(wave, "/home/map"))
    for _person in range(2):
        turn = Turn.begin(groups, stored, "volledig", NOW)
        turn.answer("slager", NOW)
        turn.go(Step("item", "rol-eigen"), NOW)
        turn.answer("4", NOW)


class Data:
    """The folder as it was made, put back before each case."""

    def __init__(self, made, folder):
        self.folder = folder
        self.files = {path.relative_to(made): path.read_bytes() for path in made.rglob("*") if path.is_file()}
        self.selftests = sorted(path for path in self.files if path.parts[0] == "zelftests")
        self.groups = {stored.id: stored.group.name for stored in Groups(made).all()}
        documents = [path for path in self.files if path.suffix == ".json"]
        ours = {name: [path for path in documents if group in path.parts] for group, name in self.groups.items()}
        self.targets = sorted(
            [
                *(path for path in ours["West"] if path.name == "meting.json" for _weight in range(5)),
                *(path for path in ours["West"] if path.name != "meting.json" for _weight in range(2)),
                *ours["Wijkteam West"],
                *self.selftests[:2] * 4,
                *(path for path in documents if path.parts[0] == "vragenlijsten"),
                Path(preferences.NAME),
            ]
        )

    def group(self, path):
        """The name of the group that a file is of; of one that is of none: West."""
        return next((self.groups[part] for part in path.parts if part in self.groups), "West")

    def put_back(self):
        for path in sorted(self.folder.rglob("*"), reverse=True):
            if path.is_dir():
                with suppress(OSError):  # not empty
                    path.rmdir()
            elif path.relative_to(self.folder) not in self.files:
                path.unlink()
        for path, content in self.files.items():
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.exists() or place.read_bytes() != content:
                place.write_bytes(content)

    def case(self, number):
        """Put back, and change one file; say which, and return the chance that goes on."""
        chance = random.Random(20260131 + number)
        self.put_back()
        path = chance.choice(self.targets)
        others = [content for other, content in sorted(self.files.items()) if other != path and content]
        (self.folder / path).write_bytes(mutated(self.files[path], others, chance))
        return path, chance


@pytest.fixture(scope="module")
def data(folder, tmp_path_factory):
    return Data(folder, tmp_path_factory.mktemp("gewijzigd") / "gegevens")


@pytest.fixture(scope="module")
def right(data):
    """What the commands say that look at what must be as it was."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SAMENSPEL_DATA", str(data.folder))
        data.put_back()
        said = {tuple(call): called(call) for one in {*data.targets} for call in beside(data, one)}
    assert {code for code, _said, _trace in said.values()} == {0}
    return said


@pytest.fixture
def at_the_data(monkeypatch, data):
    monkeypatch.setenv("SAMENSPEL_DATA", str(data.folder))
    monkeypatch.chdir(data.folder.parent)


def calls(data, path, chance):
    """Some of the commands that read what stands at ``path``."""
    which = [["gegevens", "toon"]]
    if path.parts[0] in {"zelftests", "vragenlijsten", preferences.NAME}:
        which += selftest_calls(data, chance)
    if path.parts[0] in {"groepen", "vragenlijsten"}:
        which += group_calls(data.group(path), chance)
    return chance.sample(which, 3)


def selftest_calls(data, chance):
    yield ["uitslag"]
    for one in data.selftests:
        yield ["uitslag", one.stem, *chance.choice(([], ["--json"]))]
    yield ["rapport", data.selftests[1].stem, on_paper(chance)]
    yield ["delen", data.selftests[1].stem]
    yield ["code", data.selftests[0].stem]


def group_calls(name, chance):
    yield ["groep", "lijst"]
    for wave in "123":
        yield ["groep", "uitslag", name, "--meting", wave, *chance.choice(([], ["--json"]))]
    for wave in "12":
        yield ["groep", "rapport", name, "--meting", wave, on_paper(chance)]
    yield ["groep", "export", name, "--meting", chance.choice("12"), "--naar", chance.choice(("csv", "csv", "xlsx"))]
    yield ["groep", "neemterug", name, "0" * 32]
    yield ["groep", "hernoem", name, "Ouest"]
    yield ["groep", "onthul", name, "--ja"]


def on_paper(chance):
    return "-ox.pdf" if chance.random() < 0.05 else "--html"


def called(call):
    """What a command printed, and the traceback if it ended in one."""
    done = CliRunner().invoke(cli, call)
    if done.exception is None or isinstance(done.exception, SystemExit):
        return done.exit_code, done.stdout, ""
    return done.exit_code, done.stdout, "".join(traceback.format_exception(done.exception))


def beside(data, path):
    """What must be as it was: the other groups, and the other self-tests."""
    if path.parts[0] != "vragenlijsten":
        yield ["groep", "uitslag", "Oost", "--meting", "2", "--json"]
        if data.group(path) != "West":
            yield ["groep", "uitslag", "West", "--meting", "2", "--json"]
        yield from (["uitslag", one.stem, "--json"] for one in data.selftests if one != path)


@pytest.mark.campaign
@pytest.mark.parametrize("part", range(PARTS))
def test_no_command_ends_in_a_traceback_and_what_is_beside_it_goes_on(data, at_the_data, right, part):
    wrong = {}
    for number in range(part * CASES, (part + 1) * CASES):
        path, chance = data.case(number)
        for call in calls(data, path, chance):
            code, _said, trace = called(call)
            if trace or code not in {0, 1}:
                where = trace.strip().splitlines()[-3:] or [f"exit {code}"]
                wrong.setdefault(tuple(where), (number, str(path), call, trace))
        usable = [*beside(data, path)]
        if usable:
            call = chance.choice(usable)
            if called(call) != right[tuple(call)]:
                wrong.setdefault(("changed", str(path.name), call[0]), (number, str(path), call, ""))
        for left in data.folder.parent.glob("*"):
            if left != data.folder:
                shutil.rmtree(left) if left.is_dir() else left.unlink()
    assert wrong == {}
