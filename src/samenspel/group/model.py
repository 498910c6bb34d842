"""A group and its waves: what a respondent gives, what may be shown, how far the workshop is, what was agreed."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from samenspel.advice import RankedAdvice
from samenspel.group.agreement import Agreement
from samenspel.group.differences import Difference
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Response
from samenspel.scoring import Knowledge, knowledge
from samenspel.taal import _, datum

ResponseId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
"""The name of a response: it says nothing of whose it is or when it came."""
Why = Literal["minimum", "complementary", "other-role", "unanimous"]
Interval = tuple[float, float]
Phase = Literal["verzamelen", "vergelijken", "adviezen", "acties", "afgerond"]
"""Collecting answers · comparing, once revealed · advice and votes · actions · closed."""
Outcome = Literal["", "gedaan", "deels", "niet"]
Order = Literal["laagste", "verschil", "verdeeldheid"]
"""How a comparison is sorted: lowest mean first, largest gap first, least agreement first."""
Ranks = dict[Order, int]
"""Where a figure stands when sorted so, from 0, equal ones together; not in it: it has no figure to sort by."""


class Group(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Two parties that look at their collaboration together.

    Attributes:
        name: as its people call it; any text, never a path.
        minimum: k, fixed before the first response of a wave.
        area: where it works; may be empty.
        expected: party id → how many people are expected.
        open_table: everyone agreed beforehand to look at results that are not anonymous.
        practice: everyone in it is made up, to practise on; its name says so too (``founding.checked_group``).
    """

    name: str
    minimum: int
    area: str = ""
    expected: dict[str, int] = field(default_factory=dict)
    open_table: bool = False
    practice: bool = False


class Contribution(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One respondent's part in a wave.

    Attributes:
        response: without area, notes and cards; open answers only those that the writer chose to share. Within a
            stored wave without ``experience`` too, which is tallied apart (see ``Wave.experience``).
        knowledge: how the role-knowledge cards went; None when none was answered.
    """

    response: Response
    knowledge: Knowledge | None = None


class Entry(Struct, frozen=True):
    """A contribution on its way into a wave, ``experience`` still with it, under the name that makes it known.

    Attributes:
        id: random, or made of the answers where they brought no name (a code, a paper form).
        contribution: the answers.
        from_answers: the name is made of the answers: in another wave it may be somebody else's.
    """

    id: ResponseId
    contribution: Contribution
    from_answers: bool = False


def contribution(questionnaire: Questionnaire, response: Response) -> Contribution:
    """Return what of ``response`` goes to a group; ``experience`` is still with it."""
    shared = [q for q in questionnaire.asked.open_questions if q.id in response.shared]
    activities = {activity.id for question in shared for activity in question.activities}
    return Contribution(
        replace(
            response,
            area="",
            notes={},
            knowledge={},
            open={q.id: response.open[q.id] for q in shared if q.id in response.open},
            activities={a: lasted for a, lasted in response.activities.items() if a in activities},
            shared=tuple(q.id for q in shared),
        ),
        knowledge(questionnaire, response),
    )


# What may be shown of a wave: the only thing that screens, reports, exports and JSON ever get. ``anonymity.release``
# makes it, once; it is kept as it was, so that nothing can be learnt by looking again later. Every figure in it is
# rounded (``rounding``): one decimal, shares as whole percents. None stands for what is not to be had; why it is hidden
# stands in ``Released.suppressed``. What rests on exact figures (words, ranks) was decided before rounding.


class ReleasedDimension(Struct, frozen=True):
    """One dimension: see ``docs`` of the JSON contract; ``n`` respondents with a valid score is always there.

    ``agreement`` of all is None where the parties differ clearly: then each one's own word tells it. It is never
    *eens* where people of both count, and their gap is hidden.
    """

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
    ranks: Ranks = {}


class ReleasedItem(Struct, frozen=True):
    """One item. ``nearly_all`` is the answer (0..5) that everyone gave, or all but one; ``counts`` are hidden then."""

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
    nearly_all: int | None = None
    ranks: Ranks = {}


class Change(Struct, frozen=True):
    """What became of a dimension or an item since the wave before, where both may be shown.

    ``difference`` is the mean as shown now less that as shown before; ``word`` says whether that was shown to be more
    than chance (None: it was not looked at, as by 0.1.0).
    """

    what: Literal["dimension", "item"]
    id: str
    difference: float
    word: Difference | None


class Suppressed(Struct, frozen=True):
    """What is hidden, and why: an item or dimension (``party`` None: of the whole group), or a party itself.

    ``unclear`` is a dimension's share of *weet ik niet*, hidden while its means are shown.
    """

    what: Literal["group", "party", "dimension", "item", "unclear"]
    id: str | None
    party: str | None
    why: Why


class Released(Struct, frozen=True):
    """A wave as it may be shown.

    Attributes:
        n: respondents that count.
        minimum: k.
        parties: how many of each party; None for 1 to k - 1 (*minder dan k*).
        dimensions, items: in questionnaire order.
        suppressed: everything hidden.
        advice: the group's advice, most urgent first; reasons are ids only.
        knowledge: mean share (0..1, whole percents) of role-knowledge cards right, None when fewer than k answered any.
        open_answers: question id → shared texts, shuffled; empty below the number of responses that takes.
        activities: activity id → how many shared that it was undertaken, and of them that it lasted; None where that
            would tell of a few. That it was undertaken is told then, not by how many.
        open_table: everyone agreed to look at results that are not anonymous.
        changes: what changed since the wave before.
        earlier: 0.1.0 released it; it has no words about agreement and differences (``earlier_release``).
        struck: how many times something was struck out of the open answers (``workshop.strike_out``).
    """

    n: int
    minimum: int
    parties: dict[str, int | None]
    dimensions: tuple[ReleasedDimension, ...]
    items: tuple[ReleasedItem, ...]
    suppressed: tuple[Suppressed, ...]
    advice: tuple[RankedAdvice, ...]
    knowledge: float | None
    open_answers: dict[str, tuple[str, ...]]
    activities: dict[str, tuple[int | None, int | None]]
    open_table: bool = False
    changes: tuple[Change, ...] = ()
    earlier: bool = False
    struck: int = 0


def fewer_than(minimum: int) -> str:
    """Say the number of a party that is below the minimum: no more than that, also when it has nobody."""
    return _("minder dan {k}").format(k=minimum)


class Action(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a group agreed to do.

    Attributes:
        what, who: in the group's own words; ``who`` is a role, or a name that the group chose to write down.
        when, check_back: ISO dates.
        advice: id of the advice it came from, if any.
        dimensions: ids of the dimensions that it is meant to touch.
        outcome: how it went, filled in at the start of the next wave; ``remark`` says more.
    """

    what: str
    who: str
    when: str
    check_back: str
    advice: str = ""
    dimensions: tuple[str, ...] = ()
    outcome: Outcome = ""
    remark: str = ""


class Wave(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One measurement of a group.

    Attributes:
        number: 1 for the first.
        phase: how far the workshop is.
        opened, revealed, closed: ISO dates, empty while not yet.
        experience: party id (or ``andere-rol``) → answer about experience → how many gave it. It is kept here and
            not with the responses, so that nobody is told apart by it.
        source: the file or folder that was read in last, to read it again; forgotten at the reveal, never exported.
        released: what may be shown; None until the reveal, and final after it.
        at: where in the workshop the group is (a screen's own key), so that it resumes there after a kill.
        order: how the comparison is sorted.
        votes: advice id → votes; ``voters``: how many people have voted in turn; ``voting``: that is not over yet.
        ballot: ids of the advices that were or are voted on; empty: all of them, or nobody voted yet.
        read_first: the facilitator read the open answers alone, for names to strike out, before they were shown.
        pinned: ids of advices that stay on top; ``dismissed``: advice id → why the group put it aside.
        actions: at most ``workshop.MOST_ACTIONS``.
    """

    number: int
    opened: str
    phase: Phase = "verzamelen"
    revealed: str = ""
    closed: str = ""
    experience: dict[str, dict[str, int]] = field(default_factory=dict)
    source: str = ""
    released: Released | None = None
    at: str = ""
    order: Order = "laagste"
    votes: dict[str, int] = field(default_factory=dict)
    voters: int = 0
    voting: bool = False
    ballot: tuple[str, ...] = ()
    read_first: bool = False
    pinned: tuple[str, ...] = ()
    dismissed: dict[str, str] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()


def measurement(wave: Wave) -> str:
    """Name a wave: *meting 1 van 3 november 2026*, the day of its reveal, or on which it began."""
    return _("meting {nummer} van {dag}").format(
        nummer=wave.number, dag=datum(date.fromisoformat(wave.revealed or wave.opened))
    )
