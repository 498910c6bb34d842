"""Old answers in a new wave: who are the same, and that two waves side by side tell nothing of a few."""

import os
from random import Random

import pytest
from attackers import side_by_side, truth_of_few
from invented import added_up
from msgspec.structs import replace
from people import person

from samenspel.group.again import again, near, why_not
from samenspel.group.anonymity import release
from samenspel.group.model import Contribution, Wave
from samenspel.questionnaire.applicability import applicable_items

CASES = 300 if os.environ.get("SAMENSPEL_FULL") else 1
K = 5


def one_of(questionnaire, party: str, chance: Random) -> Contribution:
    """Somebody who answered everything."""
    one = person(party, meeting="ja")
    one.response.answers.update({i.id: chance.randint(1, 5) for i in applicable_items(questionnaire, one.response)})
    return one


def group_of(questionnaire, first: int, second: int, chance: Random) -> list[Contribution]:
    one, two = (party.id for party in questionnaire.asked.parties)
    return [one_of(questionnaire, party, chance) for party in (*(one,) * first, *(two,) * second)]


def slip(one: Contribution, chance: Random, *, number: int) -> Contribution:
    """The same person, with so many answers typed over wrongly."""
    wrong = chance.sample(sorted(one.response.answers), number)
    answers = one.response.answers | {item: one.response.answers[item] % 5 + 1 for item in wrong}
    return replace(one, response=replace(one.response, answers=answers))


def answering(party: str, answers: str) -> Contribution:
    return person(party).__class__(
        replace(person(party).response, answers={f"s{nth}": int(one) for nth, one in enumerate(answers) if one != "-"})
    )


def revealed(questionnaire, everyone: list[Contribution], minimum: int = K) -> Wave:
    _counted, found = added_up(questionnaire, everyone, minimum)
    return Wave(1, "2026-01-05", "vergelijken", "2026-01-12", released=release(questionnaire, found, minimum))


def how(questionnaire, before: list[Contribution], now: list[Contribution], minimum: int = K):
    found = again(revealed(questionnaire, before, minimum), before, now, minimum)
    return None if found is None else (found.how, found.party)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1234512345", "1234512345", True),
        ("123451234", "123451234", False),  # nine in common
        ("1234512345-", "-234512345-1", False),
        ("12345123450", "1234512345-", True),  # what was not answered both times does not count
        ("1234512345", "1234512344", False),  # one in ten differs
        ("12345" * 4, "12345" * 3 + "12344", True),  # one in twenty
        ("12345" * 4, "12345" * 3 + "12334", False),
        ("1234512340", "1234512340", True),  # weet ik niet is an answer
        ("1234512340", "1234512345", False),
    ],
)
def test_the_same_differ_at_most_in_one_of_twenty(one: str, other: str, same) -> None:
    assert near([answering("bakker", one)], [answering("bakker", other)]) == [[0] if same else []]
    assert near([answering("bakker", one)], [answering("slager", other)]) == [[]]


def test_each_person_is_the_same_as_one_other_at_most(real) -> None:
    """A slip may make one like two: seven were there, each of the six now is one of them."""
    chance = Random(1)
    first = one_of(real, "wijkcoach", chance)
    alike = [first, slip(first, chance, number=1), slip(first, chance, number=2)]
    others = group_of(real, 4, 8, chance)
    assert how(real, [*alike, *others], [*reversed(alike), *others]) == ("all", None)
    assert how(real, [*alike, *others], [first, *others]) == ("gone", None)
    assert how(real, [first, *others], [*alike, *others]) == ("new", None)


@pytest.mark.parametrize(
    ("gone", "new", "told"),
    [
        (0, 0, ("all", None)),
        (0, 1, ("new", None)),
        (0, 4, ("new", None)),
        (0, 5, None),
        (1, 0, ("gone", None)),
        (4, 5, ("gone", None)),
        (5, 5, None),
        (11, 0, None),
        (11, 4, None),  # one who is left is no two
        (10, 4, ("new", None)),
    ],
)
def test_so_few_new_or_gone_of_all_together(real, gone: int, new: int, told) -> None:
    chance = Random(2)
    before = group_of(real, 6, 6, chance)
    now = before[gone:] + [one_of(real, "wijkcoach", chance) for _nth in range(new)]
    assert how(real, before, now) == told


def test_of_a_party_that_has_enough_in_both_waves_too(real) -> None:
    chance = Random(3)
    before = group_of(real, 6, 9, chance)
    more = group_of(real, 4, 1, chance)
    assert how(real, before, before + more) == ("new", "wijkcoach")
    assert how(real, before + more, before) == ("gone", "wijkcoach")
    few = before[:4] + before[6:]  # of the wijkcoaches then no figure was shown
    assert how(real, few, before + more[:4]) is None


def test_those_of_another_role_count_where_their_figures_do(real) -> None:
    """Four of another role were left out, with a fifth they count: five are new in the figures."""
    chance = Random(4)
    before = group_of(real, 6, 6, chance) + [one_of(real, "andere-rol", chance) for _nth in range(4)]
    assert how(real, before, before) == ("all", None)
    assert how(real, before, [*before, one_of(real, "andere-rol", chance)]) is None
    more = [*before, *(one_of(real, "andere-rol", chance) for _nth in range(3))]
    both = more + [one_of(real, party, chance) for party in ("andere-rol", *("wijkcoach",) * 5)]
    assert how(real, more, both) == ("new", "andere-rol")  # what is left of the total, party by party


def test_the_minimum_of_each_wave_says_what_it_showed(real) -> None:
    """With k = 3 four were shown then; with k = 5 they are shown with one more now."""
    chance = Random(5)
    before = group_of(real, 4, 6, chance)
    now = before + group_of(real, 1, 5, chance)
    wave = revealed(real, before, 3)
    found = again(wave, before, now, 5)
    assert found is not None
    assert (found.how, found.party) == ("new", "wijkcoach")


def test_the_refusal_says_why_and_what_helps_and_no_number(real) -> None:
    chance = Random(6)
    before = group_of(real, 6, 9, chance)
    found = again(revealed(real, before), before, before + group_of(real, 4, 1, chance), K)
    told = why_not(found, real, 2, K)
    assert "Meting 2 kan zo niet onthuld worden." in told
    assert "meting 1 van 12 januari 2026" in told
    assert "Bij de wijkcoaches zijn minder dan 5 antwoorden nieuw." in told
    assert "Neem die terug. Of laat meer mensen meedoen." in told
    assert "4" not in told


def test_many_who_all_answered_the_same_are_counted_soon(real) -> None:
    first, second = group_of(real, 1, 1, Random(7))
    assert how(real, [first] * 300 + [second] * 150, [first] * 150 + [second] * 400) is None
    assert how(real, [first] * 200 + [second] * 200, [first] * 200 + [second] * 201) == ("new", None)


# The attackers -----------------------------------------------------------------------------------------------


def attack(questionnaire, before: list, now: list, stayed: int, *, rule: bool = True) -> list:
    """What they find in two waves; with the rule only when the second one is revealed beside the first."""
    first = revealed(questionnaire, before)
    found = again(first, before, now, K)
    if rule and found is not None and why_not(found, questionnaire, 2, K):
        return []
    return side_by_side(questionnaire, (before, now), stayed, (first.released, revealed(questionnaire, now).released))


def test_old_paper_with_one_newcomer_told_all_she_answered(real) -> None:
    chance = Random(8)
    before = group_of(real, 6, 6, chance)
    new = one_of(real, "wijkcoach", chance)
    won = attack(real, before, [*before, new], 12, rule=False)
    assert {claim.item for claim in won} == set(new.response.answers)
    assert all(truth_of_few(real, [new], claim) for claim in won)
    assert attack(real, before, [*before, new], 12) == []


def test_a_wave_without_one_form_told_all_that_stood_on_it(real) -> None:
    chance = Random(9)
    before = group_of(real, 6, 6, chance)
    gone = before[-1]
    won = attack(real, before, before[:-1], 11, rule=False)
    assert {claim.item for claim in won} == set(gone.response.answers)
    assert all(truth_of_few(real, [gone], claim) for claim in won)
    assert attack(real, before, before[:-1], 11) == []


@pytest.mark.campaign
@pytest.mark.parametrize("size", range(3, 31))
def test_no_two_waves_tell_of_a_few_who_came_or_went(real, size: int) -> None:
    for nth in range(CASES):
        chance = Random(f"{size}-{nth}")
        everyone = group_of(real, size // 2, size - size // 2, chance)
        chance.shuffle(everyone)
        stayed = everyone[: chance.randint(2, size)]
        wrong = chance.choice([0, 0, 1, 2])
        kept = [slip(one, chance, number=wrong) for one in stayed]
        gone, new = (
            everyone[len(stayed) :],
            group_of(real, *(chance.choice([0, 0, 1, 2, 5]) for _party in "ab"), chance),
        )
        assert attack(real, stayed + gone, kept + new, len(stayed)) == []
