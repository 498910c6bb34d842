"""The fictional group: its two waves are made the one way waves are made, and tell a story worth showing."""

import pytest

from samenspel.fictional.group import demo_group, demo_responses, story
from samenspel.group.workshop import advices_to_vote, checked_action
from samenspel.questionnaire.applicability import applicable_items, offered_answers


@pytest.mark.parametrize("number", [1, 2])
def test_everyone_answers_what_the_questionnaire_asks(real, number):
    people = demo_responses(number)
    assert [one.party for one in people] == ["wijkcoach"] * 9 + ["jongerenwerker"] * 7
    for one in people:
        items = {item.id: item for item in applicable_items(real, one)}
        assert set(one.answers) == set(items)
        assert all(answer in offered_answers(items[item]) for item, answer in one.answers.items())
        assert len(one.knowledge) == len(real.asked.cards)
        assert {card for card, who in one.knowledge.items() if who not in {"weet-niet", real.card(card).who}} == set()


def test_two_waves_with_gaps_votes_actions_and_improvement(real):
    group, first, second = demo_group(real)
    assert (first.phase, second.phase) == ("afgerond", "vergelijken")
    assert group.minimum == first.released.minimum == 5
    low = {one.id: one.mean for one in first.released.items}
    assert low["org-privacy"] < 2 < low["rol-ander"] < 2.5
    assert sum(abs(one.gap or 0) > 1 for one in first.released.items) >= 5
    clear = {one.id for one in second.released.changes if one.word == "duidelijk" and one.what == "dimension"}
    assert clear == {"rol", "rel"}
    assert [action.outcome for action in first.actions] == ["gedaan", "deels", "niet"]
    for wave in (first, second):
        assert len(wave.actions) == 3
        assert all(checked_action(real, action) == action for action in wave.actions)
        assert sum(wave.votes.values()) == 48
        assert wave.released.open_answers
    assert advices_to_vote(second)[0].id == "convenant"


def test_it_is_the_same_every_time(real):
    assert demo_group(real) == demo_group(real)


def test_every_id_in_their_story_is_in_the_questionnaire(real):
    told, asked = story(), real.asked
    questions = {one.id: one for one in asked.open_questions}
    assert [*told.parties] == [one.id for one in asked.parties]
    meetings = {one.id: one.no_meeting for one in asked.context.meeting.choices}
    assert {one: one in told.no_meeting for one in told.meeting} == {one: meetings[one] for one in told.meeting}
    assert set(told.no_meeting) <= set(told.meeting)
    assert told.cards == {one.id: one.who for one in asked.cards}
    activities = {one.id for one in questions[told.activities_question].activities}
    assert {name for one in told.activities for name in one.done} <= activities
    items, advices = {one.id for one in asked.items}, {one.id for one in real.advices}
    assert set(told.waves[0].answers) == items
    for wave in told.waves:
        assert set(wave.answers) <= items
        assert [*wave.experience] == [*told.parties]
        for party, counts in wave.experience.items():
            assert set(counts) <= {one.id for one in asked.context.experience.choices}
            assert sum(counts.values()) == told.parties[party]
        assert {one.question for one in wave.said} <= {one for one in questions if not questions[one].activities}
        assert {*wave.votes, *wave.pinned, *wave.dismissed, *(one.advice for one in wave.actions)} <= advices
        dimensions = {one for action in wave.actions for one in action.dimensions}
        assert dimensions <= {one.id for one in asked.dimensions}


def test_everything_in_their_story_is_about_one_of_them():
    told = story()
    people = len(told.people)
    assert len(told.meeting) == people
    assert max(one.person for one in told.activities) <= people
    for wave in told.waves:
        assert len(wave.known) == people
        assert {len(row.replace(" ", "")) for row in wave.answers.values()} == {people}
        assert max(one.person for one in wave.said) <= people
