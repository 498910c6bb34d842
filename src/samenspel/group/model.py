"""A group and its waves: who takes part, how far the workshop is, what was voted and agreed."""

from typing import Literal

from msgspec import Struct, field

from samenspel.group.released import Released

Phase = Literal["verzamelen", "vergelijken", "adviezen", "acties", "afgerond"]
"""Collecting answers · comparing, once revealed · advice and votes · actions · closed."""
Outcome = Literal["", "gedaan", "deels", "niet"]
Order = Literal["laagste", "verschil", "verdeeldheid"]
"""How a comparison is sorted: lowest mean first, largest gap first, least agreement first."""


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
        votes: advice id → votes; ``voters``: how many people have voted in turn.
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
    pinned: tuple[str, ...] = ()
    dismissed: dict[str, str] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()


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
