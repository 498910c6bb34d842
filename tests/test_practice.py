"""Practising a workshop on a fictional group: it is a real group, says that it is made up, and can be played twice."""

import io
from datetime import date

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from samenspel.authoring import find, load
from samenspel.fictional.group import demo_responses
from samenspel.fictional.people import fictional
from samenspel.fictional.practice import answer, may_answer, practise
from samenspel.group.founding import NAME_LIMIT, checked_group
from samenspel.group.model import contribution
from samenspel.group.workshop import WorkshopError
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.report import html, pdf
from samenspel.report.groups.report import group_report
from samenspel.storage.errors import StorageError
from samenspel.storage.groups import Groups

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 8)


@pytest.fixture
def groups(tmp_path):
    return Groups(tmp_path / "gegevens")


@pytest.fixture(params=["samenwerking-jeugd", "school-wijkteam", "klein"])
def questionnaire(request, small):
    """Those that we ship, and one that has hardly an id in common with them."""
    return small if request.param == "klein" else load(find(request.param))


def test_a_whole_practice_goes_from_the_reveal_to_what_changed(groups, questionnaire):
    first, second = questionnaire.asked.parties
    stored = practise(groups, questionnaire, MARCH)
    assert stored.group.name == "Oefengroep (verzonnen)"
    assert groups.counts(stored) == {first.id: 9, second.id: 7}
    assert not may_answer(stored, 0)
    stored = groups.reveal(stored.id, MARCH)
    assert stored.wave.released.parties == {first.id: 9, second.id: 7}
    assert all(one.mean is not None for one in stored.wave.released.dimensions)
    assert stored.wave.released.advice
    stored = groups.new_wave(stored.id, JUNE)
    assert may_answer(stored, 0)
    assert answer(groups, stored) == 16
    assert answer(groups, stored) == 0
    assert not may_answer(stored, 16)
    stored = groups.reveal(stored.id, JUNE)
    assert stored.wave.released.n == 16
    assert any(one.word == "duidelijk" for one in stored.wave.released.changes)
    again = groups.new_wave(stored.id, JUNE)
    assert answer(groups, again) == 16


@pytest.mark.parametrize("wave", [1, 2, 3])
def test_the_people_answer_what_is_asked_of_them_and_nothing_else(questionnaire, wave):
    people = fictional(questionnaire, wave)
    parties = [party.id for party in questionnaire.asked.parties]
    assert [one.party for one in people] == [parties[0]] * 9 + [parties[1]] * 7
    for one in people:
        items = applicable_items(questionnaire, one)
        assert one.answers.keys() == {item.id for item in items}
        assert all(one.answers[item.id] in offered_answers(item) for item in items)
        assert one.knowledge.keys() == {card.id for card in questionnaire.asked.cards}
        assert one.experience in {choice.id for choice in questionnaire.asked.context.experience.choices}


@pytest.mark.parametrize("wave", [1, 2])
def test_they_are_the_people_of_the_demo(real, wave):
    theirs = [contribution(real, replace(one, experience="")) for one in fictional(real, wave)]
    assert theirs == [contribution(real, one) for one in demo_responses(wave)]


def test_a_second_practice_is_a_fresh_group(groups, small):
    first = practise(groups, small, MARCH)
    second = practise(groups, small, MARCH)
    third = practise(groups, small, MARCH)
    assert [one.group.name for one in (second, third)] == ["Oefengroep 2 (verzonnen)", "Oefengroep 3 (verzonnen)"]
    assert groups.counts(second) == groups.counts(first)
    groups.delete(first.id)
    assert practise(groups, small, MARCH).group.name == "Oefengroep (verzonnen)"


def test_the_name_keeps_saying_that_it_is_made_up(groups, small):
    stored = practise(groups, small, MARCH)
    stored = groups.change(stored.id, lambda group: replace(group, name="Wijk Noord"))
    assert groups.read(stored.id).group.name == stored.group.name == "Wijk Noord (verzonnen)"
    assert checked_group("Wijk (verzonnen) Noord", practice=True).name == "Wijk (verzonnen) Noord"
    for name in ("", "  ", "x" * NAME_LIMIT):
        with pytest.raises(WorkshopError):
            checked_group(name, practice=True)
    assert checked_group("x" * NAME_LIMIT).name == "x" * NAME_LIMIT


def test_only_a_group_to_practise_on_has_people_who_answer_of_themselves(groups, small):
    stored = practise(groups, small, MARCH)
    groups.reveal(stored.id, MARCH)
    stored = groups.new_wave(stored.id, JUNE)
    assert not may_answer(replace(stored, group=replace(stored.group, practice=False)), 0)


def test_what_was_interrupted_is_completed(groups, small):
    stored = practise(groups, small, MARCH)
    groups.reveal(stored.id, MARCH)
    stored = groups.new_wave(stored.id, JUNE)
    add, given = groups.add, []

    def only_seven(group_id, entries):
        given.extend(entries)
        add(group_id, given[:7])
        raise StorageError("vol")

    groups.add = only_seven
    with pytest.raises(StorageError):
        answer(groups, stored)
    groups.add = add
    assert sum(groups.counts(stored).values()) == 7
    assert may_answer(stored, 7)
    assert answer(groups, stored) == 9
    assert sum(groups.counts(stored).values()) == 16


def test_the_report_says_on_every_page_that_it_is_made_up(groups, small):
    stored = groups.reveal(practise(groups, small, MARCH).id, MARCH)
    stored = groups.change(stored.id, lambda group: replace(group, name="x" * (NAME_LIMIT - 12)))
    report = group_report(small, stored.group, stored.wave, date=MARCH)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(report))).pages]
    assert pages
    assert all("verzonnen" in page for page in pages)
    assert html.render(report).count("verzonnen") > 2
