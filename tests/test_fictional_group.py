"""The fictional group: its two waves are made the one way waves are made, and tell a story worth showing."""

import pytest

from samenspel.fictional.group import demo_group, demo_responses
from samenspel.group.change import changes
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
    assert {one.id for one in changes(first.released, second.released) if one.changed} == {"rol", "rel"}
    assert [action.outcome for action in first.actions] == ["gedaan", "deels", "niet"]
    for wave in (first, second):
        assert len(wave.actions) == 3
        assert all(checked_action(real, action) == action for action in wave.actions)
        assert sum(wave.votes.values()) == 48
        assert wave.released.open_answers
    assert advices_to_vote(second)[0].id == "convenant"


def test_it_is_the_same_every_time(real):
    assert demo_group(real) == demo_group(real)
