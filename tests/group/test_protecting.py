"""How little of a dimension is hidden when its means would give an item away, and what is looked at for it.

Those whom a skipped item sets apart are for ``test_setting_apart``; their rule is off here.
"""

from people import add_up, bakkers, others, slagers

from samenspel.group.anonymity import release
from samenspel.group.figures import Figures, Rules, cell, patterns
from samenspel.group.inference import follows
from samenspel.group.pinning import pinned


def hidden(questionnaire, everyone, minimum: int = 3) -> dict:
    """What of the dimension rel is hidden, and why."""
    rules = Rules(set_apart=False)
    released = release(questionnaire, add_up(questionnaire, everyone, minimum), minimum, rules=rules)
    return {row.party: row.why for row in released.suppressed if (row.what, row.id) == ("dimension", "rel")}


def rel(questionnaire, everyone, minimum: int = 3):
    """Who answered what of rel, and its figures by the plain rules."""
    found = add_up(questionnaire, everyone, minimum)
    (one,) = [d for d in found.dimensions if d.id == "rel"]
    items = {i.id: cell(i.whole, i.parties, minimum) for i in found.items if i.id.startswith("rel")}
    return one.people, Figures(cell(one.whole, one.parties, minimum), items)


def test_complete_answers_hide_nothing(small) -> None:
    assert hidden(small, bakkers("---123", "---232", "---343") + slagers("---122", "---231", "---344")) == {}


def test_a_hidden_item_hides_nothing_more_where_it_does_not_follow(small) -> None:
    """Of both parties someone skips another item than rel-lastig: no mean is that of a fixed number of items."""
    everyone = bakkers("---123", "---232", "---343", "---3-2")
    everyone += slagers("---122", "---231", "----44", "---34-")
    assert hidden(small, everyone, minimum=4) == {}


def test_of_two_parties_both_are_hidden_for_one_follows_from_the_other(small) -> None:
    everyone = bakkers("---123", "---232", "---343") + slagers("---122", "---231", "---34-")
    assert hidden(small, everyone) == {"bakker": "complementary", "slager": "complementary"}


def test_with_others_there_the_party_that_gives_it_away_is_enough(small) -> None:
    """Two of another role answered rel-lastig; there the smallest party is hidden, and its dimension mean tells it."""
    rest = others("---122", "---54-", "---453")
    four, three = ("---123", "---232", "---343", "---451"), ("---122", "---231", "---344")
    assert hidden(small, bakkers(*three) + slagers(*four) + rest) == {"bakker": "complementary"}
    assert hidden(small, bakkers(*four) + slagers(*three) + rest) == {"slager": "complementary"}
    # Of equal parties the later one.
    assert hidden(small, bakkers(*three) + slagers(*three) + rest) == {"slager": "complementary"}


def test_where_the_groups_own_mean_gives_it_away_the_whole_dimension_is_hidden(small) -> None:
    """Everyone answered two items of three; rel-overleg only two people."""
    everyone = bakkers("---12-", "---3-4", "----12", "----35", "----42", "----23")
    assert hidden(small, everyone, minimum=5) == {
        None: "complementary",
        "bakker": "complementary",
        "slager": "minimum",
    }


def test_what_follows_exactly_is_hidden_whatever_was_answered(small) -> None:
    """The same people, the same items, other answers: hiding tells nothing of what was answered."""
    one = bakkers("---123", "---232", "---343") + slagers("---122", "---231", "---34-")
    other = bakkers("---333", "---333", "---342") + slagers("---223", "---422", "---24-")
    assert hidden(small, one) == hidden(small, other)


def test_what_one_who_takes_part_can_tell_of_one_other_counts_too(small) -> None:
    """One slager answered rel-lastig. One bakker skips rel-kennen: a secret to onlookers, which saves the slager.

    The one who skipped can take herself away, and then all bakkers answered three items.
    """
    everyone = bakkers("---1-3", "---232", "---343", "---451", "---512")
    everyone += slagers("---122", "---23-", "---34-", "---45-", "---51-")
    people, figures = rel(small, everyone)
    assert follows(patterns(people), figures, 3)
    assert any(asked.me is not None and asked.some.size == 1 for asked in pinned(people, figures, 3))
    # With two who skip, neither can tell: the other's answers are still in between.
    two = bakkers("---1-3", "---2-2", "---343", "---451", "---512") + everyone[5:]
    people, figures = rel(small, two)
    assert not follows(patterns(people), figures, 3)
