"""Three attackers, who must fail while every rule holds, and win when one is taken away (``docs/privacy.md``)."""

import os
from fractions import Fraction
from random import Random

import pytest
from attackers import (
    context_shortfall,
    contexts_of_few,
    gaps_in_advice,
    hidden_unknowns,
    outsider,
    participant,
    shares_of_few,
    truth,
    unanimous,
    watcher,
)
from invented import added_up, invented_group
from msgspec.structs import replace
from people import add_up, bakkers, others, person, slagers

from samenspel.group.anonymity import release
from samenspel.group.figures import Rules
from samenspel.questionnaire.applicability import applicable_items

FULL = bool(os.environ.get("SAMENSPEL_FULL"))
SMALL_CASES, REAL_CASES = (900, 100) if FULL else (5, 1)
"""Random groups of each size, of the small and of the real questionnaire (in the suite: of a sixth of the sizes)."""
MINIMA = (3, 4, 5, 5, 5, 6, 8)
BARE = {"rounded": False, "set_apart": False}
"""Without what only hides more: to show what one rule is for, figures are exact, as the rules take them to be."""


def random_case(questionnaire, name: str, size: int, nth: int, rules: Rules):
    chance = Random(f"{name}-{size}-{nth}")
    minimum = chance.choice(MINIMA)
    counted, found = added_up(questionnaire, invented_group(questionnaire, size, chance), minimum)
    me = chance.randrange(len(counted)) if counted else None
    return counted, release(questionnaire, found, minimum, rules=rules), me


def wins(questionnaire, everyone, seen, me: int | None, *, exact: bool = False) -> list:
    """What the attackers find out for certain, unanimity excepted; it must be true. ``exact``: nothing was rounded."""
    claims = [(claim, None) for claim in outsider(questionnaire, everyone, seen, exact=exact)]
    if me is not None:
        claims += [(claim, me) for claim in participant(questionnaire, everyone, seen, me, exact=exact)]
    claims += [(claim, None) for claim in watcher(questionnaire, everyone, seen, exact=exact)]
    for claim, who in claims:
        assert truth(questionnaire, everyone, claim, who) == claim.value
    return [claim for claim, _who in claims if not unanimous(questionnaire, everyone, seen.minimum, claim)]


@pytest.mark.campaign
@pytest.mark.parametrize("size", range(3, 31))
def test_no_attacker_wins_while_all_rules_hold(small, real, size: int) -> None:
    cases = [(small, "klein", nth) for nth in range(SMALL_CASES)] + [
        (real, "echt", nth) for nth in range(REAL_CASES) if FULL or size % 6 == 1
    ]
    for questionnaire, name, nth in cases:
        everyone, seen, me = random_case(questionnaire, name, size, nth, Rules())
        assert wins(questionnaire, everyone, seen, me) == [], (name, size, nth)
        assert hidden_unknowns(questionnaire, everyone, seen) == []
        assert shares_of_few(everyone, seen) is None
        assert gaps_in_advice(questionnaire, everyone, seen) == []
        assert contexts_of_few(questionnaire, everyone, seen) == []


@pytest.mark.campaign
@pytest.mark.parametrize("size", [6, 11])
def test_a_second_wave_of_almost_the_same_people_is_no_help(small, size: int) -> None:
    """Answers differ from wave to wave, so a wave's sums say nothing of the other's: each has to hold on its own."""
    for nth in range(SMALL_CASES):
        chance = Random(f"meting-{size}-{nth}")
        people = invented_group(small, size + 1, chance)
        for wave in (people[:-1], people[1:]):
            counted, found = added_up(small, wave, 4)
            me = chance.randrange(len(counted)) if counted else None
            assert wins(small, counted, release(small, found, 4), me) == []


@pytest.mark.parametrize("rule", ["minimum", "complementary", "through_dimensions"])
def test_without_this_rule_the_attackers_win(small, rule: str) -> None:
    rules = Rules(**{rule: False}, **BARE)
    won = 0
    for nth in range(40):
        everyone, seen, me = random_case(small, "klein", 3 + nth % 20, nth, rules)
        won += any(claim.exactly and not claim.watched for claim in wins(small, everyone, seen, me, exact=True))
    assert won >= 3


def test_without_the_rules_for_weet_ik_niet_the_attackers_win(small) -> None:
    """Two say something on rel-kennen, and one of them weet ik niet; three on rel-overleg."""
    everyone = bakkers("---10", "---23", "---0")
    found = add_up(small, everyone)
    assert hidden_unknowns(small, everyone, release(small, found, 3)) == []
    for rules in (Rules(unknown=False), Rules(unclear=False)):
        assert hidden_unknowns(small, everyone, release(small, found, 3, rules=rules)) == [("rel-kennen", 2, 1)]


def test_without_the_rule_for_cards_the_attackers_win(small) -> None:
    found = [random_case(small, "klein", 5 + nth % 9, nth, Rules(knowledge=False)) for nth in range(60)]
    assert any(shares_of_few(everyone, seen) is not None for everyone, seen, _me in found)


def test_without_the_rule_for_gaps_they_are_read_from_the_priority_of_an_advice(small) -> None:
    """The slagers are two: their mean on rel-overleg is hidden, and so is the gap of 2."""
    everyone = bakkers("---1", "---1", "---1") + slagers("---3", "---3")
    found = add_up(small, everyone)
    assert gaps_in_advice(small, everyone, release(small, found, 3)) == []
    seen = release(small, found, 3, rules=Rules(gaps=False))
    assert gaps_in_advice(small, everyone, seen) == [
        ("rel-overleg", pytest.approx(2.0, abs=0.1), pytest.approx(2.0, abs=0.1))
    ]


def test_without_the_rule_for_context_it_is_known_that_one_is_less_new(real) -> None:
    """All are new to working with the other party, but one: her experience is short."""
    group = invented_complete(real, Random(3))
    for nth, one in enumerate(group):
        group[nth] = replace(one, response=replace(one.response, experience="nog-niet" if nth else "korter-1"))
    _counted, found = added_up(real, group, 5)
    assert contexts_of_few(real, group, release(real, found, 5)) == []
    seen = release(real, found, 5, rules=Rules(context=False, rounded=False))
    assert ("kennismaking", "half", 1) in contexts_of_few(real, group, seen, exact=True)


@pytest.mark.parametrize("halves", [False, True])
def test_no_number_of_few_follows_from_what_a_context_question_adds(halves) -> None:
    """Tried whole: every way in which up to thirty people can answer, and every k."""
    for k in range(3, 21):
        for n in range(k, 31):
            ways: dict[float | None, list[tuple[int, ...]]] = {}
            for whole in range(n + 1):
                for half in range(n - whole + 1 if halves else 1):
                    rest = n - whole - half
                    s = context_shortfall([1.0] * whole + [0.5] * half + [0.0] * rest, k)
                    ways.setdefault(s, []).append((whole, half, whole + half, rest))
            for s, found in ways.items():
                few = [numbers for numbers in map(set, zip(*found, strict=True)) if len(numbers) == 1]
                assert not any(0 < min(numbers) < k for numbers in few), (k, n, s)


def leak(questionnaire, everyone, minimum: int, me: int | None = None, **off: bool):
    """What an attacker finds with a rule off; with all rules nothing may follow."""
    found = add_up(questionnaire, everyone, minimum)
    assert wins(questionnaire, everyone, release(questionnaire, found, minimum), me) == []
    seen = release(questionnaire, found, minimum, rules=Rules(**off, **BARE))
    return wins(questionnaire, everyone, seen, me, exact=True)


def sums(claims: list) -> set:
    return {(claim.who, claim.items, claim.people, claim.value) for claim in claims if claim.exactly}


def test_a_dimension_mean_gives_an_items_answers_away(small) -> None:
    """Five and five; one slager skips rel-lastig (turned round: 4, 5, 2, 3). The bakkers' mean gives theirs away."""
    everyone = bakkers("---123", "---232", "---343", "---451", "---512")
    everyone += slagers("---122", "---231", "---344", "---453", "---51-")
    assert (frozenset({"slager"}), frozenset({"rel-lastig"}), 4, Fraction(14)) in sums(
        leak(small, everyone, 5, through_dimensions=False)
    )


def test_the_groups_dimension_mean_gives_an_item_of_too_few_away(small) -> None:
    """All six answered two of the three items of rel, rel-overleg only two of them: what the others leave is theirs."""
    everyone = bakkers("---12-", "---3-4", "----12", "----35", "----42", "----23")
    who = frozenset({"bakker"})
    assert (who, frozenset({"rel-overleg"}), 2, Fraction(4)) in sums(leak(small, everyone, 5, through_dimensions=False))


def test_what_someone_of_a_small_party_skips_gives_her_away(small) -> None:
    """Six bakkers answered all, three slagers are hidden everywhere: only the slager who skipped counts otherwise."""
    everyone = bakkers("---123", "---232", "---343", "---451", "---512", "---345")
    everyone += slagers("---24-", "---231", "---344")
    found = leak(small, everyone, 4, through_dimensions=False)
    assert {claim.who for claim in found} == {frozenset({"slager"})}


def test_two_items_skipped_by_the_same_person_give_the_sum_of_the_others_away(real) -> None:
    """A slip of one page: rel-kennen and rel-sfeer, both hidden; their sum over the same four people follows."""
    chance = Random(7)
    group = invented_complete(real, chance)
    answers = group[-1].response.answers
    del answers["rel-kennen"], answers["rel-sfeer"]
    found = leak(real, group, 5, through_dimensions=False)
    assert (frozenset({"jongerenwerker"}), frozenset({"rel-kennen", "rel-sfeer"}), 4) in {c[1:4] for c in found}


def test_other_roles_who_count_but_of_whom_few_answered_are_given_away(small) -> None:
    """Three others count; one skips rel-lastig. The slagers are hidden there, but all answered everything."""
    everyone = bakkers("---123", "---232", "---343") + slagers("---122", "---231", "---344")
    everyone += others("---122", "---54-", "---453")
    found = leak(small, everyone, 3, through_dimensions=False)
    assert (frozenset({"andere-rol"}), frozenset({"rel-lastig"}), 2, Fraction(7)) in sums(found)


def test_one_who_takes_part_knows_what_is_missing(small) -> None:
    """One bakker skips rel-kennen, which hides the bakkers' sum from an outsider; to herself it is no secret.

    Of the slagers one answered rel-lastig.
    """
    everyone = bakkers("---1-3", "---232", "---343", "---451", "---512")
    everyone += slagers("---122", "---23-", "---34-", "---45-", "---51-")
    found = add_up(small, everyone, 3)
    seen = release(small, found, 3, rules=Rules(through_dimensions=False, **BARE))
    assert [claim for claim in participant(small, everyone, seen, 0, exact=True) if claim.exactly and claim.people == 1]
    assert wins(small, everyone, release(small, found, 3), 0) == []


def test_at_the_ends_of_the_scale_there_is_only_one_possibility(small, monkeypatch) -> None:
    """Only one of six takes part in a meeting, and says 5 on rel-overleg, which is hidden: one answer of one person.

    All others are near the ends of the scale (rel-lastig is turned round). Together with the dimension's mean nothing
    but a 5 fits, and no algebra alone would tell.
    """
    everyone = [person("bakker", answers, meeting="geen") for answers in ("----54", *["----55"] * 3, "----45")]
    everyone.append(person("bakker", "---545", meeting="ja"))
    found = add_up(small, everyone, 3)
    with monkeypatch.context() as patch:
        patch.setattr("samenspel.group.anonymity.pinned", lambda *_all: frozenset())
        seen = release(small, found, 3, rules=Rules(**BARE))
        claims = wins(small, everyone, seen, None, exact=True)
    told = {(c.items, c.people, c.value, c.exactly) for c in claims}
    assert (frozenset({"rel-overleg"}), 1, Fraction(5), False) in told
    assert wins(small, everyone, release(small, found, 3), None) == []


def invented_complete(questionnaire, chance: Random) -> list:
    """Five of each party who answered everything."""
    group = []
    for party in [p.id for p in questionnaire.asked.parties for _nth in range(5)]:
        one = person(party)
        one.response.answers.update({i.id: chance.randint(1, 5) for i in applicable_items(questionnaire, one.response)})
        group.append(one)
    return group
