"""The data folder of somebody who worked with samenspel 0.1.0 opens as it is, and the work in it goes on."""

import json
import os
import shutil
import tarfile
from contextlib import suppress
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from grouper import tally
from msgspec.structs import replace

from commands import run
from samenspel import whole_file
from samenspel.authoring import read_snapshot
from samenspel.collecting.reveal import reveal
from samenspel.collecting.turn import Turn, deliver
from samenspel.exchange.code import CodeError, decode, encode
from samenspel.exchange.handover import HandoverError, Reading, to_file
from samenspel.exchange.receive.csv_forms import read_forms
from samenspel.group.fitting import Fitting
from samenspel.group.model import Contribution, Entry, Group
from samenspel.questionnaire.edition import editions
from samenspel.response import Response
from samenspel.scoring import score
from samenspel.session import Session
from samenspel.storage import StorageError, preferences
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups
from samenspel.storage.selftest import handed_in
from samenspel.storage.selftests import SelfTests
from samenspel.storage.shelf import Shelf

MADE = Path(__file__).parent.parent / "data" / "0.1.0"
NOW = datetime(2026, 11, 30, 10, 0)  # noqa: DTZ001 - a person's own clock, as the app has it


@pytest.fixture
def data(tmp_path):
    with tarfile.open(MADE / "gegevens.tar.xz") as tar:
        tar.extractall(tmp_path, filter="data")
    return tmp_path


def said(*call, data):
    done = run(*call, "--json", data=data)
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_what_it_said_of_a_person_is_still_said(data):
    """Every score; its advice follows the rule of today, by which one strong reason is enough: it only grows."""
    now, was = said("uitslag", data=data), json.loads((MADE / "zelftest.json").read_text(encoding="utf-8"))
    assert now["questionnaire"]["version"] == "1.0.0"
    assert {**now, "advice": []} == {**was, "advice": []}
    priorities = {one["id"]: one["priority"] for one in now["advice"]}
    assert all(priorities[one["id"]] >= one["priority"] for one in was["advice"])
    assert priorities.keys() >= {one["id"] for one in was["advice"]}


WORDS = {"agreement", "agreement_parties", "difference"}


def test_what_it_said_of_a_group_is_still_said_rounded_and_without_its_words(data):
    """It is not computed again: rol still counts the item of the coaches, and no word of today is put to it."""
    now = said("groep", "uitslag", "Wijkteam West", "--meting", "1", data=data)
    was = json.loads((MADE / "groep.json").read_text(encoding="utf-8"))
    assert {key: now[key] for key in ("n", "minimum", "parties", "suppressed")} == {
        key: was[key] for key in ("n", "minimum", "parties", "suppressed")
    }
    for kind in ("dimensions", "items"):
        for one, before in zip(now[kind], was[kind], strict=True):
            assert {name: one[name] for name in WORDS & one.keys()} == {
                **dict.fromkeys(WORDS & one.keys()),
                **({"agreement_parties": dict.fromkeys(was["parties"])} if kind == "dimensions" else {}),
            }
            assert one["mean"] == tenth(before["mean"])
            assert one["sd"] == tenth(before["sd"])
            assert one["parties"] == {party: tenth(mean) for party, mean in before["parties"].items()}
            assert one["gap_interval"] == (before["gap_interval"] and [tenth(end) for end in before["gap_interval"]])
            first, second = one["parties"].values()
            assert one["gap"] == (None if before["gap"] is None else tenth(first - second))
    assert [one["unclear"] for one in now["dimensions"]] == [hundredth(one["unclear"]) for one in was["dimensions"]]
    assert [(one["id"], one["reasons"]) for one in now["advice"]] == [
        (one["id"], one["reasons"]) for one in was["advice"]
    ]
    assert [one["priority"] for one in now["advice"]] == [tenth(one["priority"]) for one in was["advice"]]


def tenth(value: float | None) -> float | None:
    """Half away from zero; what comes after nine decimals is how floats add up."""
    if value is None:
        return None
    exact = Decimal(str(round(value, 9)))
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP)) + 0.0


def hundredth(share: float) -> float:
    return float(Decimal(str(round(share, 9))).quantize(Decimal("0.01"), ROUND_HALF_UP))


def test_its_order_is_that_of_its_exact_figures(data):
    (stored,) = Groups(data).all()
    was = json.loads((MADE / "groep.json").read_text(encoding="utf-8"))
    released = stored.waves[0].released
    assert released.earlier
    exact = {one["id"]: one["mean"] for one in was["items"] if one["mean"] is not None}
    by_rank = sorted(released.items, key=lambda one: one.ranks["laagste"])
    assert [exact[one.id] for one in by_rank] == sorted(exact.values())


def test_what_was_kept_of_it_stays_when_something_is_written(data):
    groups = Groups(data)
    (stored,) = groups.all()
    before = stored.waves[0].released
    groups.update_wave(stored.id, 1, lambda wave: replace(wave, at="rol"))
    assert Groups(data).read(stored.id).waves[0].released == before


def test_its_next_wave_says_what_changed_where_both_counted_the_same(data):
    groups = Groups(data)
    (stored,) = groups.all()
    stored = reveal(groups, stored.id, NOW.date())
    dimensions = {one.id for one in stored.wave.released.changes if one.what == "dimension"}
    assert "rol" not in dimensions
    assert dimensions <= {"org", "pro", "bel", "amb", "rel"}
    assert {one.word for one in stored.wave.released.changes} <= {"duidelijk", "mogelijk", "geen"}
    assert stored.wave.released.changes


def test_every_file_is_read_and_none_is_set_aside(data):
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    store, groups = SelfTests(data), Groups(data)
    assert [one.finished is None for one in store.newest()] == [True, False]
    (stored,) = groups.all()
    assert [len(groups.contributions(stored, wave.number)) for wave in stored.waves] == [16, 7]
    assert sorted(handed_in(draft) is None for draft in groups.drafts(stored.id).newest()) == [False, True]
    assert store.notices == groups.notices == []
    chosen = Shelf(data).chosen()
    assert (chosen.title, chosen.own, chosen.problems) == ("Kleine zelftest", True, ())
    assert preferences.read(data).theme == "samenspel-licht"
    assert {path: path.read_bytes() for path in before} == before


def test_a_self_test_that_was_open_goes_on_and_is_finished(data):
    store = SelfTests(data)
    session = Session.reopen(store, store.latest(finished=False))
    assert session.response.answers == {"rol-eigen": 4}
    assert session.step.id == "rol-brood"
    session.answer("2", NOW)
    session.finish(NOW)
    assert SelfTests(data).latest().response.answers == {"rol-eigen": 4, "rol-brood": 2}


def test_a_finished_one_is_handed_over_under_the_name_that_it_had(data):
    store = SelfTests(data)
    finished = store.latest()
    assert finished.share_id != ""
    assert store.shared(finished.id) == finished


def test_what_a_group_did_is_there(data):
    (stored,) = Groups(data).all()
    first = stored.waves[0]
    assert (first.phase, first.revealed, first.voters, len(first.votes)) == ("afgerond", "2026-05-11", 6, 2)
    assert (len(first.pinned), [*first.dismissed.values()]) == (1, ["Daar gaan wij niet over."])
    assert [action.what for action in first.actions] == ["Bij elkaar op bezoek"]


def test_who_was_busy_goes_on_and_is_revealed_with_the_others_and_with_whoever_was_killed(data):
    groups = Groups(data)
    (stored,) = groups.all()
    busy = next(draft for draft in groups.drafts(stored.id).newest() if handed_in(draft) is None)
    turn = Turn.go_on(groups, stored, busy)
    assert turn.step.id == "rol-ander"
    turn.answer("3", NOW)
    turn.hand_in(NOW)
    leaves = groups.names(stored.id, 2)[0]
    groups.withdraw(stored.id, leaves)
    assert leaves not in groups.names(stored.id, 2)
    assert run("groep", "onthul", "Wijkteam West", "--ja", data=data).returncode == 0
    assert list(groups.drafts(stored.id).newest()) == []
    assert Groups(data).read(stored.id).wave.released.n == 7 + 2 - 1
    done = run("groep", "uitslag", "Wijkteam West", "--meting", "2", "--json", data=data)
    assert json.loads(done.stdout)["n"] == 8
    assert Groups(data).new_wave(stored.id, date(2027, 5, 3)).wave.number == 3


def test_its_answers_come_in_as_a_file_and_as_a_code(data, tmp_path):
    answer, code = MADE / "antwoord.json", (MADE / "code.txt").read_text(encoding="utf-8").strip()
    (stored,) = Groups(data).all()
    new = Groups(tmp_path / "nieuw").create(Group("Nieuw", 5), Groups(data).questionnaire(stored), NOW.date())
    held = Groups(tmp_path / "nieuw").questionnaire(new)
    by_file = Reading(held).file(answer).contribution
    by_code = decode(held, code).contribution
    assert by_code.response.answers == by_file.response.answers
    assert by_code.knowledge == by_file.knowledge
    assert "1 antwoord" in run("groep", "voegtoe", "Nieuw", str(answer), data=tmp_path / "nieuw").stdout


def test_where_the_version_of_today_is_asked_its_answers_are_refused_with_what_to_do(data, real, tmp_path):
    answer, code = MADE / "antwoord.json", (MADE / "code.txt").read_text(encoding="utf-8").strip()
    done = run("verwerk", str(answer), data=data)
    assert done.returncode == 1
    assert "hoort bij versie 1.0.0 van de vragenlijst, niet bij versie 1.1.0." in done.stderr
    assert "Vraag om een antwoord op de vragenlijst van nu." in done.stderr
    Groups(tmp_path / "nieuw").create(Group("Nieuw", 5), real, NOW.date())
    with pytest.raises(CodeError, match=r"een andere versie van deze vragenlijst\. Vraag die persoon om een bestand\."):
        decode(real, code)
    call = ("groep", "voegtoe", "Nieuw", str(answer))
    refused = run(*call, data=tmp_path / "nieuw")
    assert refused.returncode == 1
    assert "deze groep gebruikt versie 1.1.0." in refused.stderr
    assert "neem die mee met --andere-versie" in refused.stderr
    assert "1 antwoord" in run(*call, "--andere-versie", data=tmp_path / "nieuw").stdout


def test_an_answer_of_today_comes_into_a_group_that_it_made_as_a_file_only(data, real):
    groups = Groups(data)
    (stored,) = groups.all()
    asked = groups.questionnaire(stored)
    given = Response(party="wijkcoach", answers={"rol-eigen": 3, "org-steun": 2}, experience="1-3")
    file = to_file(real, given, new_response_id())
    with pytest.raises(HandoverError, match=r"1 van de 2 beantwoorde stellingen staan in beide"):
        Reading(asked).content(file)
    taken = Reading(asked, other_version=True).content(file).contribution.response
    assert taken == replace(given, answers={"rol-eigen": 3})
    with pytest.raises(CodeError, match="een andere versie"):
        decode(asked, encode(real, given))
    same = replace(given, answers={"rol-eigen": 3})
    assert Reading(asked).content(to_file(asked, same, new_response_id())).contribution.response == same
    assert decode(asked, encode(asked, same)).contribution.response == same


def test_a_table_decides_by_its_columns_whatever_the_version(data, real, tmp_path):
    """What 1.0.0 asked, typed over for 1.1.0: a column that is not there is not answered."""
    (stored,) = Groups(data).all()
    old = Groups(data).questionnaire(stored)
    file = tmp_path / "formulieren.csv"
    cells = ["1", "wijkcoach", *("4" for _item in old.asked.items)]
    file.write_text(
        ";".join(["respondent", "partij", *(item.id for item in old.asked.items)]) + "\n" + ";".join(cells), "utf-8"
    )
    [form] = read_forms(file, real)
    assert form.response.answers == dict.fromkeys((item.id for item in old.asked.items), 4)
    [org] = [one for one in score(real, form.response).dimensions if one.id == "org"]
    assert (org.score, org.scored, org.applicable) == (4.0, 9, 10)


def test_what_a_file_of_0_1_0_says_that_it_answers_is_known(data):
    (stored,) = Groups(data).all()
    first = Groups(data).questionnaire(stored)
    (school,) = (MADE.parent / "1.0.0").glob("*.json")
    second = read_snapshot(school.parent, school.stem)
    for was, hash_of_0_1_0 in (
        (first, "98b333c707a17277004bd38425b9e0072980a25448f603881a7e37a4b224b167"),
        (second, "641496c6b17337d6d3432a8b99e7731c03c60f12fa9d354202029b84bc590df1"),
    ):
        assert was.version == "1.0.0"
        of_today = replace(was, hash="0" * 64)  # what is asked is the same, some file of it is not
        assert hash_of_0_1_0 in editions(of_today)
        items = (replace(was.asked.items[0], text="Iets heel anders."), *was.asked.items[1:])
        assert hash_of_0_1_0 not in editions(replace(of_today, asked=replace(was.asked, items=items)))


# The first write to its group turns it over. ----------------------------------------------------------------------


def one_more():
    return Entry(
        new_response_id(), Contribution(Response(party="wijkcoach", answers={"rol-eigen": 3}, experience="1-3"))
    )


def busy_draft(groups, stored):
    return next(draft for draft in groups.drafts(stored.id).newest() if handed_in(draft) is None)


WRITES = {
    "add": lambda groups, stored: groups.add(stored.id, [one_more()]),
    "take back": lambda groups, stored: groups.withdraw(stored.id, groups.names(stored.id, 2)[0]),
    "rename": lambda groups, stored: groups.change(stored.id, lambda group: replace(group, name="West")),
    "a step in the workshop": lambda groups, stored: groups.update_wave(
        stored.id, 1, lambda wave: replace(wave, order="verschil")
    ),
    "hand in": deliver,
    "begin in turn": lambda groups, stored: Turn.begin(groups, stored, "kort", NOW),
    "answer in turn": lambda groups, stored: Turn.go_on(groups, stored, busy_draft(groups, stored)).answer("3", NOW),
    "throw away in turn": lambda groups, stored: Turn.go_on(groups, stored, busy_draft(groups, stored)).throw_away(),
    "reveal": lambda groups, stored: reveal(groups, stored.id, NOW.date()),
}
REFUSED = {
    "add what is there": lambda groups, stored: groups.add(
        stored.id, [replace(one_more(), id=groups.names(stored.id, 2)[0])]
    ),
    "add what does not fit": lambda groups, stored: groups.add(
        stored.id, [one_more(), replace(one_more(), contribution=Contribution(Response(party="bakker")))]
    ),
    "take back what is not there": lambda groups, stored: groups.withdraw(stored.id, "0" * 32),
    "another minimum": lambda groups, stored: groups.change(stored.id, lambda group: replace(group, minimum=3)),
    "a new wave": lambda groups, stored: groups.new_wave(stored.id, NOW.date()),
    "reveal with somebody waiting": lambda groups, stored: groups.reveal(stored.id, NOW.date()),
    "a draft that is not there": lambda groups, stored: groups.drafts(stored.id).delete("20260504-093000-zzzz"),
}


def held(groups):
    """All that is to be read of the group, whatever the form."""
    (stored,) = groups.all()
    drafts = sorted(((draft.at, draft.response) for draft in groups.drafts(stored.id).newest()), key=repr)
    waves = [replace(wave, experience={}) if wave.phase == "verzamelen" else wave for wave in stored.waves]
    given = [sorted(map(repr, groups.contributions(stored, wave.number))) for wave in stored.waves]
    names = [groups.names(stored.id, wave.number) for wave in stored.waves]
    assert groups.notices == []
    return stored.group, waves, given, names, tally(groups, stored), drafts


def files(data):
    return {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}


def old_ones(data):
    return [path for path in files(data) if len(path.stem) == 32 or "bezig" in path.parts]


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_the_first_write_turns_a_group_over_and_nothing_else_changes(data, write):
    groups = Groups(data)
    (stored,) = groups.all()
    _group, waves, given, names, *_more = held(groups)
    assert len(old_ones(data)) == 16 + 7 + 4
    write(groups, stored)
    assert old_ones(data) == []
    fresh = held(Groups(data))
    assert fresh[1][0] == replace(waves[0], order=fresh[1][0].order)  # what was released stays as it was
    assert (given[0], names[0]) == (fresh[2][0], fresh[3][0])
    assert len(set(given[1]) & set(fresh[2][1])) >= 6
    counted = fresh[1][1].experience or fresh[4]
    assert sum(map(sum, (its.values() for its in counted.values()))) in {7, 8}
    assert {path.name for path in (data / "groepen" / stored.id).rglob("*.json")} <= {
        "groep.json",
        "meting.json",
        "antwoorden.json",
        "bezig.json",
    }
    stamps = {path.stat().st_mtime for path in data.rglob("*") if path.name in {"antwoorden.json", "bezig.json"}}
    assert stamps == {0}


def test_the_list_only_completes_what_was_handed_in(data):
    (handed,) = [path for path in data.rglob("bezig/zelftests/*") if "gegeven:" in path.read_text(encoding="utf-8")]
    handed.unlink()
    before = files(data)
    assert "7 antwoorden" in run("groep", "lijst", data=data).stdout
    assert files(data) == before


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_looking_and_what_is_refused_change_nothing(data, refused):
    before = files(data)
    assert run("groep", "uitslag", "Wijkteam West", "--meting", "1", data=data).returncode == 0
    groups = Groups(data)
    (stored,) = groups.all()
    groups.counts(stored)
    with suppress(StorageError):
        refused(groups, stored)
    assert files(data) == before


def test_0_1_0_reads_first_that_the_group_is_newer(data, monkeypatch):
    written, real = [], whole_file.write
    monkeypatch.setattr(
        whole_file, "write", lambda path, *rest, **more: (written.append(path), real(path, *rest, **more))
    )
    groups = Groups(data)
    (stored,) = groups.all()
    groups.add(stored.id, [one_more()])
    assert written[0] == data / "groepen" / stored.id / "groep.json"
    assert json.loads(written[0].read_bytes())["groep"]["1"]["schema"] == 2


class KilledError(BaseException):
    """Nothing is done after it."""


def killed_at(step, monkeypatch):
    """Let the process end before the ``step``-th thing that it does to the disk."""
    left = iter(range(step))

    def counted(real):
        def do(*args, **more):
            if next(left, None) is None:
                raise KilledError
            return real(*args, **more)

        return do

    for name in ("replace", "unlink", "rmdir", "rename"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))


@pytest.mark.parametrize("write", ["rename", "answer in turn", "take back"])
def test_killed_anywhere_it_reads_as_it_was_or_as_it_is(data, tmp_path_factory, monkeypatch, write):
    before = held(Groups(data))
    whole = tmp_path_factory.mktemp("heel")
    for step in range(0, 200, 1 if os.environ.get("SAMENSPEL_FULL") else 9):
        here = tmp_path_factory.mktemp("gedood") / "gegevens"
        shutil.copytree(data, here)
        groups = Groups(here)
        (stored,) = groups.all()
        leaves = groups.names(stored.id, 2)[0]
        with monkeypatch.context() as patch:
            killed_at(step, patch)
            try:
                WRITES[write](groups, stored)
            except KilledError:
                done = False
            else:
                done = True
        found = held(Groups(here))
        assert (found[1][0], found[2][0], found[3][0]) == (before[1][0], before[2][0], before[3][0])
        assert found[2] == before[2] or write == "take back"
        assert set(before[3][1]) - set(found[3][1]) <= {leaves}
        assert found[5] == before[5] or (done and write == "answer in turn")
        fresh = Groups(here)
        (stored,) = fresh.all()
        fresh.change(stored.id, lambda group: replace(group, area="Noord"))  # whoever comes next completes it
        assert old_ones(here) == []
        again = held(Groups(here))
        assert (again[1:3], again[3:]) == (found[1:3], found[3:])
        if done:
            break
    assert done
    assert step > 25
    assert list(whole.iterdir()) == []


def test_what_is_damaged_in_it_is_set_aside_whole_and_told(data):
    (folder,) = (data / "groepen").iterdir()
    response = min(path for path in (folder / "meting-2").iterdir() if len(path.stem) == 32)
    draft = min((folder / "bezig" / "zelftests").iterdir())
    response.write_bytes(b"kapot")
    draft.write_bytes(b"ook kapot")
    groups = Groups(data)
    (stored,) = groups.all()
    assert len(groups.contributions(stored, 2)) == 6
    drafts = groups.drafts(stored.id)
    assert len(list(drafts.newest())) == 1
    assert [len(groups.notices), len(drafts.notices)] == [1, 1]
    groups.add(stored.id, [one_more()])
    assert response.with_name(f"{response.stem}.onleesbaar.json").read_bytes() == b"kapot"
    assert draft.with_name(f"{draft.stem}.onleesbaar.json").read_bytes() == b"ook kapot"
    fresh = Groups(data)
    assert len(fresh.contributions(stored, 2)) == 7
    drafts = fresh.drafts(stored.id)
    assert len(list(drafts.newest())) == 1
    assert [len(fresh.notices), len(drafts.notices)] == [1, 1]
    fresh.withdraw(stored.id, response.stem)
    (damaged,) = {*drafts.ids()} - {one.id for one in drafts.newest()}
    drafts.delete(damaged)
    fresh = Groups(data)
    drafts = fresh.drafts(stored.id)
    assert len(fresh.contributions(stored, 2)) == len(list(drafts.newest())) + 6 == 7
    assert fresh.notices == drafts.notices == []


def test_whoever_took_part_in_0_1_0_takes_the_experience_along_when_it_is_known(data):
    groups = Groups(data)
    (stored,) = groups.all()
    assert tally(groups, stored) == {"wijkcoach": {"1-3": 4, "langer-3": 1}, "jongerenwerker": {"korter-1": 2}}
    given = groups._folders.responses(stored.id, 2).read(Fitting(groups.questionnaire(stored))).good
    leaves = next(one for one, its in given.items() if its.response.party == "jongerenwerker")
    groups.withdraw(stored.id, leaves, "korter-1")
    assert tally(groups, stored) == {"wijkcoach": {"1-3": 4, "langer-3": 1}, "jongerenwerker": {"korter-1": 1}}
    one = one_more()
    groups.add(stored.id, [one])
    assert tally(groups, stored)["wijkcoach"] == {"1-3": 5, "langer-3": 1}
    groups.withdraw(stored.id, one.id, "1-3")
    assert tally(groups, stored)["wijkcoach"] == {"1-3": 4, "langer-3": 1}
    groups.drafts(stored.id).delete(next(one.id for one in groups.drafts(stored.id).newest() if handed_in(one)))
    assert groups.reveal(stored.id, NOW.date()).wave.experience["wijkcoach"] == {"1-3": 4, "langer-3": 1}
