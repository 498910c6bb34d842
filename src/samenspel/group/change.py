"""What changed between two waves: the same three words as for two parties. No person is followed.

Only the group as a whole is tested: a word here says nothing of one party, which may have moved while the other stayed.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from samenspel.group.differences import Difference, of_dimensions, of_items
from samenspel.group.model import Change, Released
from samenspel.group.results import Results
from samenspel.group.rounding import apart
from samenspel.questionnaire.applicability import asked_of_all
from samenspel.questionnaire.model import Questionnaire

_Pairs = dict[str, tuple[float, float]]
"""Id → the mean as shown before, and now."""
_Words = Mapping[str, Difference]


def with_changes(  # noqa: PLR0913 - both waves, each as it is and as it is shown, and what each asked
    questionnaire: Questionnaire,
    released: Released,
    found: Results,
    before: Released,
    earlier: Results,
    *,
    asked_before: Questionnaire | None = None,
) -> Released:
    """Return what is released of a wave with what changed since the one before, at the reveal of the later one.

    Args:
        questionnaire: what was asked.
        released: the wave that is being revealed, as it may be shown.
        found: that wave as it is.
        before: the wave before as it was shown; it is not released again, but only says what may be compared.
        earlier: that wave as it is.
        asked_before: what that wave asked, if that was another version. A statement with other words is another
            statement. A dimension is compared where both count the same ones: a mean of some of them would be one
            figure more to tell.
    """
    then = asked_before or questionnaire
    same = _words(questionnaire) & _words(then)
    ids = {one for one, _text, _reversed in same}
    counted, counted_then = _counted(questionnaire), _counted(then)
    alike = {one for one, its in counted.items() if its == counted_then.get(one) and its <= ids}
    dimensions = {one: pair for one, pair in _dimensions(questionnaire, before, released).items() if one in alike}
    items = {one: pair for one, pair in _items(before, released).items() if one in ids}
    if earlier.n != before.n:  # not all of its responses can be read any more: nothing to test with
        return replace(released, changes=(*_told("dimension", dimensions, {}), *_told("item", items, {})))
    means, means_before = ({one.id: one.whole for one in wave.dimensions} for wave in (found, earlier))
    scores, scores_before = ({one.id: one.scores for one in wave.items} for wave in (found, earlier))
    of_each = of_dimensions({one: (means[one], means_before[one]) for one in dimensions})
    of_each_item = of_items({one: (scores[one], scores_before[one]) for one in items})
    return replace(released, changes=(*_told("dimension", dimensions, of_each), *_told("item", items, of_each_item)))


def _words(questionnaire: Questionnaire) -> set[tuple[str, str, bool]]:
    """Return each statement with its words, and whether it is reversed."""
    return {(item.id, item.text, item.reverse) for item in questionnaire.asked.items}


def _counted(questionnaire: Questionnaire) -> dict[str, set[str]]:
    """Return by dimension the statements that count in a group."""
    items = [item for item in questionnaire.asked.items if asked_of_all(questionnaire, item)]
    return {
        dimension.id: {item.id for item in items if item.dimension == dimension.id}
        for dimension in questionnaire.asked.dimensions
    }


def changes(questionnaire: Questionnaire, before: Released, now: Released) -> tuple[Change, ...]:
    """Return what changed since the wave before, as it was stored; of two waves of 0.1.0 only how much."""
    if not now.earlier:
        return now.changes
    dimensions, items = _dimensions(questionnaire, before, now), _items(before, now)
    return (*_told("dimension", dimensions, {}), *_told("item", items, {}))


def _dimensions(questionnaire: Questionnaire, before: Released, now: Released) -> _Pairs:
    """Return the dimensions that both waves show, counted in the same way: 0.1.0 counted items of one party too."""
    others = {item.dimension for item in questionnaire.asked.items if not asked_of_all(questionnaire, item)}
    apart_ = others if before.earlier != now.earlier else set[str]()
    was = {one.id: one.mean for one in before.dimensions}
    return _both(was, {one.id: one.mean for one in now.dimensions if one.id not in apart_})


def _items(before: Released, now: Released) -> _Pairs:
    return _both({one.id: one.mean for one in before.items}, {one.id: one.mean for one in now.items})


def _both(was: Mapping[str, float | None], now: Mapping[str, float | None]) -> _Pairs:
    return {
        one: (before, mean) for one, mean in now.items() if mean is not None and (before := was.get(one)) is not None
    }


def _told(what: Literal["dimension", "item"], pairs: _Pairs, words: _Words) -> Iterator[Change]:
    for one, (before, now) in pairs.items():
        yield Change(what, one, apart(now, before), words.get(one))
