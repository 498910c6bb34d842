"""Results in the shape that others may build on: what ``--json`` prints, of one person and of a group.

Some of the core's own structs are in it as they are: to rename a field of those is to change what others build on.
"""

from typing import Any

import msgspec
from msgspec import Struct

from samenspel.advice import RankedAdvice, Reason, advise, reasons
from samenspel.group.agreement import Agreement
from samenspel.group.differences import Difference
from samenspel.group.model import Interval, Released, Suppressed
from samenspel.hygiene import visible
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.scoring import DimensionScore, Knowledge, score


class QuestionnaireVersion(Struct, frozen=True):
    """Which questionnaire was answered."""

    id: str
    version: str


class AdviceResult(Struct, frozen=True):
    """A given advice with its unrounded priority (15..100) and its reasons."""

    id: str
    priority: float
    reasons: tuple[Reason, ...]


class Result(Struct, frozen=True):
    """One person's results; numbers unrounded, None (``null``) where there is nothing to be had."""

    respondent: str
    party: str
    form: str
    questionnaire: QuestionnaireVersion
    dimensions: tuple[DimensionScore, ...]
    unclear: float | None
    knowledge: Knowledge | None
    advice: tuple[AdviceResult, ...]


def result(questionnaire: Questionnaire, response: Response, respondent: str) -> Result:
    """Score and advise one response; ``respondent`` is the id in the file, or that of the self-test."""
    scores = score(questionnaire, response)
    return Result(
        respondent=respondent,
        party=response.party,
        form=response.form,
        questionnaire=QuestionnaireVersion(questionnaire.id, questionnaire.version),
        dimensions=scores.dimensions,
        unclear=scores.unclear,
        knowledge=scores.knowledge,
        advice=tuple(
            AdviceResult(ranked.id, ranked.priority, reasons(questionnaire, response, ranked))
            for ranked in advise(questionnaire, response)
        ),
    )


class GroupDimension(Struct, frozen=True):
    """One dimension of a group, as in the contract."""

    id: str
    n: int
    mean: float | None
    sd: float | None
    agreement: Agreement | None
    agreement_parties: dict[str, Agreement | None]
    unclear: float | None
    parties: dict[str, float | None]
    gap: float | None
    gap_interval: Interval | None
    difference: Difference | None


class ItemResult(Struct, frozen=True):
    """One item, as in the contract."""

    id: str
    n: int
    mean: float | None
    sd: float | None
    counts: tuple[int, ...] | None
    unknown: int | None
    parties: dict[str, float | None]
    gap: float | None
    gap_interval: Interval | None
    difference: Difference | None


class GroupResult(Struct, frozen=True):
    """A wave's results: one decimal, shares as whole percents, None (``null``) where there is nothing to be had."""

    group: str
    wave: int
    n: int
    minimum: int
    parties: dict[str, int | None]
    dimensions: tuple[GroupDimension, ...]
    items: tuple[ItemResult, ...]
    suppressed: tuple[Suppressed, ...]
    advice: tuple[RankedAdvice, ...]


def group_result(name: str, number: int, released: Released) -> GroupResult:
    """Return what was released of wave ``number`` of the group ``name``."""
    return GroupResult(
        group=name,
        wave=number,
        n=released.n,
        minimum=released.minimum,
        parties=released.parties,
        dimensions=tuple(msgspec.convert(one, GroupDimension, from_attributes=True) for one in released.dimensions),
        items=tuple(msgspec.convert(one, ItemResult, from_attributes=True) for one in released.items),
        suppressed=released.suppressed,
        advice=released.advice,
    )


def to_json(value: Any) -> str:  # noqa: ANN401 - whatever msgspec can encode
    """Write results as indented JSON with Dutch letters as they are, and no character that hides or steers as it is."""
    return visible(
        msgspec.json.format(msgspec.json.encode(value), indent=2).decode(), lambda hidden: f"\\u{ord(hidden):04x}"
    )
