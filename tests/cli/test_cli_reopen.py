"""``zelftest --heropen``: on the day itself, in line mode; else it says why not, and nothing changes."""

from datetime import datetime, timedelta

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from samenspel import giving
from samenspel.cli import cli
from samenspel.response import Response
from samenspel.storage.selftests import SelfTests

NOW = datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of who answers
ANSWERS = dict.fromkeys(("rol-eigen", "rol-brood", "rol-ander", "rel-overleg", "rel-kennen", "rel-lastig"), 3)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path))
    return SelfTests(tmp_path)


def keep(store, small, *, day=NOW):
    begun = store.create(small, Response(party="bakker", answers=ANSWERS), at="review", now=day)
    return store.update(begun.id, lambda one: replace(one, finished=day.isoformat()))


def call(*args, code, typed=""):
    done = CliRunner().invoke(cli, ("zelftest", "--regel", "--heropen", *args), input=typed)
    assert done.exit_code == code, done.output
    return done.output


def test_of_today_it_goes_on_at_the_last_step(store, small):
    kept = keep(store, small)
    told = call(code=0, typed="o\n1\n5\n1\n")
    assert "Deze zelftest is weer open." in told
    assert "Uw zelftest is af en bewaard." in told
    assert store.read(kept.id).response.answers == ANSWERS | {"rol-eigen": 5}


def test_it_is_the_one_finished_today_also_when_another_was_begun_later(store, small):
    yesterday = NOW - timedelta(days=1)
    today, later = keep(store, small, day=yesterday - timedelta(hours=1)), keep(store, small, day=yesterday)
    store.update(today.id, lambda one: replace(one, finished=NOW.isoformat()))
    assert "Deze zelftest is weer open." in call(code=130)
    assert (store.read(today.id).finished, store.read(later.id)) == (None, later)


@pytest.mark.parametrize("given", [True, False])
def test_given_out_or_of_another_day_it_says_why_not_and_what_is_open(store, small, given):
    kept = keep(store, small, day=NOW if given else NOW - timedelta(days=2))
    if given:
        giving.as_code(store, kept.id)
    kept = store.read(kept.id)
    store.create(small, Response(party="bakker"), at="party", now=NOW)
    told = call(code=1)
    assert ("een bestand of een code" if given else "alleen op de dag van het afronden") in told
    assert "verder met ‘samenspel zelftest’" in told
    assert store.read(kept.id) == kept


def test_without_one_that_is_finished_and_with_another_option(store):
    assert "Er is geen zelftest die af is." in call(code=1)
    assert "zonder --kort en --vragenlijst" in call("--kort", code=2)
