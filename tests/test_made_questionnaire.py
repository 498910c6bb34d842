"""A questionnaire just made by ``vragenlijst nieuw``: it reads well for everyone, wherever its words come."""

import re
from datetime import datetime

import msgspec
import pytest
from click.testing import CliRunner

from samenspel.authoring import load
from samenspel.cli import cli
from samenspel.fictional.professional import answer_all
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import OTHER_ROLE
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage.selftests import SelfTests

GIVEN = (
    *("--partij", "het teamlid/teamleden", "--partij", "het raadslid/raadsleden"),
    *("--overleg", "het Plein", "--voor", "het kind/kinderen"),
)


def call(*args):
    done = CliRunner().invoke(cli, args)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return SelfTests(tmp_path / "data")


@pytest.fixture
def made(store):
    call("vragenlijst", "nieuw", *GIVEN)
    return load(store.folder / "eigen-vragenlijsten" / "teamlid-raadslid")


@pytest.mark.parametrize("party", ["teamlid", "raadslid", OTHER_ROLE])
def test_words_with_het_read_well_for_everyone(made, party):
    whole = fill(made, party, msgspec.json.encode(made).decode())
    before = re.findall(r"(\w+) (?:teamlid|raadslid|Plein|kind)\b", whole)
    assert len(before) > 30
    assert {word.lower() for word in before} <= {"een", "het", "of"}  # never ‘de kind’ or ‘elke teamlid’


def test_what_goes_to_a_group_speaks_of_no_cards_where_there_are_none(made, store):
    now = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers
    session = Session.start(store, made, "kort", now)
    answer_all(session, Response(party="teamlid", form="kort", answers={"rol-eigen": 2}), now)
    for command in ("delen", "code"):
        told = call(command)
        assert "Erin staan:" in told
        assert "stelling" in told
        assert "kaart" not in told
