"""What the demo's fictional people hand in: everyone, each one way, and read by the ways in as any other's."""

import re

import pytest
from msgspec.structs import replace

from samenspel.authoring import find, load
from samenspel.exchange.code import decode
from samenspel.exchange.receive.basket import gather
from samenspel.fictional.handing_in import FORMS_CSV, handed_in, read_me
from samenspel.fictional.people import expected, fictional
from samenspel.group.model import contribution


@pytest.fixture(params=["samenwerking-jeugd", "school-wijkteam", "klein"])
def questionnaire(request, small):
    return small if request.param == "klein" else load(find(request.param))


def without_words(given):
    """What a code and a form that is typed over have: no open answers are shared."""
    return replace(given, response=replace(given.response, open={}, activities={}, shared=()))


def test_all_sixteen_come_in_with_the_answers_that_they_gave(questionnaire, tmp_path):
    for name, content in handed_in(questionnaire).items():
        (tmp_path / name).write_bytes(content)
    told = read_me(questionnaire, str(tmp_path))
    found = gather([tmp_path, tmp_path / FORMS_CSV], questionnaire)
    assert found.refused == ()
    assert (len(found.entries), len(found.forms), found.passed_over) == (14, 5, ())
    codes = re.findall(r"^ +([0-9A-Z]{5}(?:-[0-9A-Z]{5})+)", told, re.MULTILINE)
    entries = [*found.entries, *(decode(questionnaire, code) for code in codes)]
    assert len({entry.id for entry in entries}) == 16
    people = [contribution(questionnaire, one) for one in fictional(questionnaire, 1)]
    came = sorted(repr(without_words(entry.contribution)) for entry in entries)
    assert came == sorted(repr(without_words(one)) for one in people)
    with_words = [repr(entry.contribution) for entry in entries if entry.contribution.response.shared]
    assert set(with_words) <= {repr(one) for one in people}
    for party in questionnaire.asked.parties:
        ways = {str(found.sources.get(e.id, "code"))[:10] for e in entries if e.contribution.response.party == party.id}
        assert ways == {"samenspel-", "formulier-", "formuliere", "code"}


def test_it_says_what_there_is_and_gives_the_same_again(questionnaire, tmp_path):
    told = read_me(questionnaire, str(tmp_path))
    assert "{" not in told
    for party in questionnaire.asked.parties:
        assert f"{expected(questionnaire)[party.id]} {party.plural}" in told
    assert str(tmp_path / FORMS_CSV) in told
    given = handed_in(questionnaire)
    assert given == handed_in(questionnaire)
    assert all("verzonnen" in name or name == FORMS_CSV for name in given)
