"""Now beside the time before, statement by statement: only what was asked and answered both times.

It describes and does not test. The score of a dimension rests on what was asked: between a full form and a short one it
differs while every answer is the same. So no two scores are set beside each other, unless they rest on the same
statements.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from msgspec import Struct

from samenspel.first_step import FirstStep
from samenspel.questionnaire.applicability import applicable_items, fill
from samenspel.questionnaire.edition import edition
from samenspel.questionnaire.model import DONT_KNOW, Item, Questionnaire
from samenspel.report import wording
from samenspel.report.document import Block, Notice, Paragraph, Table
from samenspel.response import Response
from samenspel.scoring import item_score, score
from samenspel.taal import _, datum, getal, meervoud


class Previous(Struct, frozen=True):
    """The self-test before this one: its answers, the questionnaire as it was then, its date, and the step chosen."""

    response: Response
    questionnaire: Questionnaire
    date: date
    step: FirstStep | None = None


FEWEST_COMMON: Final = 3
"""So many statements must be answered 1-5 both times before anything is told of their dimension."""
TOLD_FROM: Final = Fraction(1, 2)
"""A dimension is told to be higher or lower from this mean difference on."""


class Moved(Struct, frozen=True):
    """One statement asked and answered both times: the answers (0..5) of then and now."""

    item: Item
    before: int
    now: int

    @property
    def kind(self) -> str:
        """What became of it: *hoger* or *lager* in item score, *nieuw* or *weg* where one of both is *weet ik niet*."""
        before, now = item_score(self.item, self.before), item_score(self.item, self.now)
        if before == now:
            return "gelijk"
        if before is None:
            return "nieuw"
        if now is None:
            return "weg"
        return "hoger" if now > before else "lager"

    @property
    def size(self) -> int:
        """How far apart the answers are; 0 where one of both is *weet ik niet*."""
        return abs(self.now - self.before) if DONT_KNOW not in {self.now, self.before} else 0


def answered_twice(questionnaire: Questionnaire, response: Response, previous: Previous) -> Iterator[Moved]:
    """Give the statements that were asked and answered both times, in the order of the questionnaire.

    A statement whose words or direction have changed is another statement.
    """
    then = {
        item.id: item
        for item in applicable_items(previous.questionnaire, previous.response)
        if item.id in previous.response.answers
    }
    for item in applicable_items(questionnaire, response):
        old = then.get(item.id)
        same = old is not None and (old.text, old.reverse) == (item.text, item.reverse)
        if same and item.id in response.answers:
            yield Moved(item, previous.response.answers[item.id], response.answers[item.id])


def dimension_changes(
    questionnaire: Questionnaire, response: Response, previous: Previous
) -> dict[str, tuple[Fraction, int]]:
    """Return by dimension id how much higher (or, below 0, lower) it is now, and on how many statements that rests.

    It is the mean difference in item score of the statements answered 1-5 both times; fewer than ``FEWEST_COMMON``
    say nothing of a dimension.
    """
    found: dict[str, list[int]] = {dimension.id: [] for dimension in questionnaire.asked.dimensions}
    for moved in answered_twice(questionnaire, response, previous):
        before, now = item_score(moved.item, moved.before), item_score(moved.item, moved.now)
        if before is not None and now is not None:
            found[moved.item.dimension].append(now - before)
    return {
        name: (Fraction(sum(differences), len(differences)), len(differences))
        for name, differences in found.items()
        if len(differences) >= FEWEST_COMMON
    }


def comparable_scores(questionnaire: Questionnaire, response: Response, previous: Previous) -> dict[str, float]:
    """Return the previous scores, by dimension id, that rest on the very statements that the scores of now rest on."""
    counted = _counted(questionnaire, response)
    counted_then = _counted(previous.questionnaire, previous.response)
    same = {moved.item.id for moved in answered_twice(questionnaire, response, previous)}
    return {
        one.id: one.score
        for one in score(previous.questionnaire, previous.response).dimensions
        if one.score is not None and counted_then[one.id] == counted.get(one.id) and counted_then[one.id] <= same
    }


def _counted(questionnaire: Questionnaire, response: Response) -> dict[str, set[str]]:
    """Return the ids of the statements that a score rests on, by dimension id."""
    found: dict[str, set[str]] = {dimension.id: set() for dimension in questionnaire.asked.dimensions}
    for item in applicable_items(questionnaire, response):
        if item_score(item, response.answers.get(item.id)) is not None:
            found[item.dimension].add(item.id)
    return found


def comparison(questionnaire: Questionnaire, response: Response, previous: Previous) -> tuple[Block, ...]:
    """Tell which answers differ from the previous time, and what makes the two hard to compare."""
    twice = tuple(answered_twice(questionnaire, response, previous))
    cautions = tuple(_cautions(questionnaire, response, previous))
    if not twice:
        nothing = _("Er is geen stelling die u beide keren hebt beantwoord. Daarom is er niets te vergelijken.")
        return (Notice(" ".join((nothing, *cautions))),)
    different = tuple(moved for moved in twice if moved.kind != "gelijk")
    said = Paragraph(" ".join((*_counts(twice), *cautions)))
    if not different:
        return (said,)
    changes = dimension_changes(questionnaire, response, previous)
    by_dimension = Table(
        title=_("Per onderdeel, over de stellingen met beide keren een antwoord van 1 tot 5"),
        head=(_("onderdeel"), _("stellingen"), _("verschil")),
        rows=tuple(
            (questionnaire.dimension(name).name, str(n), _of_dimension(change)) for name, (change, n) in changes.items()
        ),
        widths=(4, 2, 4),
    )
    return (said, *((by_dimension,) if changes else ()), *_tables(questionnaire, response, previous, different))


def _tables(
    questionnaire: Questionnaire, response: Response, previous: Previous, different: tuple[Moved, ...]
) -> Iterator[Table]:
    """Give the answers that differ in a table for each way in which they do, the largest difference first."""
    day = datum(previous.date)
    for title, kinds in (
        (_("Gunstiger dan op {datum}"), {"hoger"}),
        (_("Minder gunstig dan op {datum}"), {"lager"}),
        (_("Op {datum} of nu: ‘{antwoord}’"), {"nieuw", "weg"}),
    ):
        found = [moved for moved in different if moved.kind in kinds]
        if found:
            yield Table(
                title=title.format(datum=day, antwoord=questionnaire.asked.scale.dont_know),
                head=(_("stelling"), _("toen"), _("nu")),
                rows=tuple(_rows(questionnaire, response, found)),
                widths=(2, 1, 1),
            )


def _of_dimension(change: Fraction) -> str:
    """Say whether a dimension is higher or lower, with how much."""
    if abs(change) < TOLD_FROM:
        return _("ongeveer gelijk")
    text = _("hoger ({verschil})") if change > 0 else _("lager ({verschil})")
    return text.format(verschil=getal(float(abs(change))))


def _rows(questionnaire: Questionnaire, response: Response, found: Iterable[Moved]) -> Iterator[tuple[str, str, str]]:
    for moved in sorted(found, key=lambda one: -one.size):
        yield (
            fill(questionnaire, response.party, moved.item.text),
            _answer(questionnaire, moved.before),
            _answer(questionnaire, moved.now),
        )


def _answer(questionnaire: Questionnaire, answer: int) -> str:
    label = wording.answer_label(questionnaire, answer)
    return label if answer == DONT_KNOW else f"{answer}  {label}"


def _counts(twice: tuple[Moved, ...]) -> Iterator[str]:
    same = sum(moved.kind == "gelijk" for moved in twice)
    if same == len(twice):
        yield meervoud(
            "Geen verandering: de stelling die u beide keren beantwoordde, kreeg hetzelfde antwoord.",
            "Geen verandering: alle {n} stellingen die u beide keren beantwoordde, kregen hetzelfde antwoord.",
            len(twice),
        ).format(n=len(twice))
        return
    yield meervoud(
        "U beantwoordde {n} stelling beide keren.", "U beantwoordde {n} stellingen beide keren.", len(twice)
    ).format(n=len(twice))
    yield meervoud(
        "Daarvan kreeg er {n} hetzelfde antwoord.", "Daarvan kregen er {n} hetzelfde antwoord.", same
    ).format(n=same)
    yield _("Kleine verschillen zeggen weinig: uw antwoord kan per dag anders zijn.")


def _cautions(questionnaire: Questionnaire, response: Response, previous: Previous) -> Iterator[str]:
    if edition(previous.questionnaire) != edition(questionnaire):
        yield _("De vragenlijst is intussen veranderd. Alleen stellingen met dezelfde woorden tellen mee.")
    if previous.response.form != response.form:
        yield _("De ene keer vulde u de korte vorm in, de andere keer de volledige.")
    if previous.response.party != response.party:
        yield _("U koos toen een andere partij.")
    scored = {one.id for one in score(questionnaire, response).dimensions if one.score is not None}
    if scored - comparable_scores(questionnaire, response, previous).keys():
        yield _("Een score van toen staat alleen naast die van nu als beide over dezelfde stellingen gaan.")
