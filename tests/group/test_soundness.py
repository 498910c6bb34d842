"""What is stored of a group is believed when it can be so, and only then."""

import os
from datetime import date
from random import Random

import msgspec
import pytest
from invented import added_up, invented_group
from msgspec.structs import replace
from people import add_up, bakkers, others, slagers

from samenspel.group import workshop
from samenspel.group.anonymity import release
from samenspel.group.founding import checked_group
from samenspel.group.model import Action, Change, Group, Wave
from samenspel.group.soundness import group_fits, wave_fits, whole

FULL = bool(os.environ.get("SAMENSPEL_FULL"))
SMALL_CASES, REAL_CASES = (100, 20) if FULL else (2, 1)
"""Random groups of each size, of the small and of the real questionnaire."""
MINIMA = (3, 4, 5, 5, 5, 6, 8)
DAY, LATER = date(2026, 1, 31), date(2026, 5, 11)
ACTION = Action("Op bezoek", "alle teams", "2026-06-01", "2026-09-01", "praten", ("rol",))


def read_back(wave: Wave) -> Wave:
    return msgspec.json.decode(msgspec.json.encode(wave), type=Wave)


def sound(questionnaire, wave: Wave) -> bool:
    return whole(wave) and wave_fits(questionnaire, wave)


@pytest.mark.campaign
@pytest.mark.parametrize("size", range(1, 31))
def test_whatever_a_reveal_gives_is_believed(small, real, size: int) -> None:
    cases = [(small, nth) for nth in range(SMALL_CASES)] + [(real, nth) for nth in range(REAL_CASES)]
    for questionnaire, nth in cases:
        chance = Random(f"{questionnaire.id}-{size}-{nth}")
        minimum = chance.choice(MINIMA)
        counted, found = added_up(questionnaire, invented_group(questionnaire, size, chance), minimum)
        if not counted:
            continue
        seen = release(questionnaire, found, minimum, open_table=found.n < minimum)
        wave = workshop.reveal(Wave(1, DAY.isoformat()), seen, LATER)
        assert sound(questionnaire, read_back(wave)), (questionnaire.id, size, nth)


@pytest.fixture
def wave(small) -> Wave:
    """A wave with something in every field."""
    more = {"shared": ("toe-goed", "toe-activiteiten"), "open": {"toe-goed": "Taart"}, "activities": {"lunch": True}}
    people = [
        replace(one, response=replace(one.response, **more))
        for one in (*bakkers(*["114512"] * 3, *["325415"] * 4), *slagers(*["435241"] * 6), *others("5----1"))
    ]
    seen = release(small, add_up(small, people, 5, bakker={"nog-niet": 7}), 5)
    wave = workshop.reveal(Wave(1, DAY.isoformat(), experience={"bakker": {"nog-niet": 7}}), seen, DAY)
    wave = workshop.vote(workshop.go_to(wave, "adviezen"), ["praten", "praten"])
    wave = workshop.put_action(workshop.pin(wave, "praten", on=True), small, ACTION)
    return workshop.close(wave, LATER)


def released(**fields):
    return lambda wave: replace(wave, released=replace(wave.released, **fields))


def dimension(**fields):
    return lambda wave: _first(wave, "dimensions", fields)


def item(**fields):
    return lambda wave: _first(wave, "items", fields)


def _first(wave: Wave, of: str, fields: dict) -> Wave:
    first, *rest = getattr(wave.released, of)
    return replace(wave, released=replace(wave.released, **{of: (replace(first, **fields), *rest)}))


def suppressed(**fields):
    return lambda wave: replace(
        wave, released=replace(wave.released, suppressed=(replace(wave.released.suppressed[0], **fields),))
    )


def advice(**fields):
    return lambda wave: replace(
        wave, released=replace(wave.released, advice=(replace(wave.released.advice[0], **fields),))
    )


def action(**fields):
    return lambda wave: replace(wave, actions=(replace(ACTION, **fields),))


def wave_with(**fields):
    return lambda wave: replace(wave, **fields)


LIES = {
    "opened in words": wave_with(opened="gisteren"),
    "opened, written in another way": wave_with(opened="20260131"),
    "revealed in words": wave_with(revealed="gisteren"),
    "revealed on a day that is none": wave_with(revealed="2026-02-30"),
    "not revealed": wave_with(revealed=""),
    "closed in words": wave_with(closed="ooit"),
    "not closed": wave_with(closed=""),
    "closed, and talking": wave_with(phase="acties"),
    "collecting": wave_with(phase="verzamelen"),
    "nothing released": wave_with(released=None),
    "number nothing": wave_with(number=0),
    "an escape": wave_with(at="\x1b[31m"),
    "experience of nobody": wave_with(experience={"kapper": {"nog-niet": 1}}),
    "experience that is none": wave_with(experience={"bakker": {"altijd": 1}}),
    "experience below nothing": wave_with(experience={"bakker": {"nog-niet": -1}}),
    "experience of the world": wave_with(experience={"bakker": {"nog-niet": 10**9}}),
    "voters below nothing": wave_with(voters=-1),
    "votes below nothing": wave_with(votes={"praten": -1}),
    "votes for what is none": wave_with(votes={"onzin": 1}),
    "put aside: what is none": wave_with(dismissed={"onzin": "nee"}),
    "put aside without a reason": wave_with(dismissed={"praten": ""}),
    "on top: what is none": wave_with(pinned=("onzin",)),
    "on top twice": wave_with(pinned=("praten", "praten")),
    "six actions": wave_with(actions=(ACTION,) * 6),
    "an action without a day": action(when=""),
    "an action on a day that is none": action(check_back="2026-13-01"),
    "an action in a week": action(when="2026-W23-1"),
    "an action looked back on before": action(check_back="2026-05-31"),
    "an action of nobody": action(who=""),
    "an action of an advice that is none": action(advice="onzin"),
    "an action for a dimension that is none": action(dimensions=("onzin",)),
    "a remark without end": action(remark="x" * 301),
    "nobody counts": released(n=0),
    "k of 2": released(minimum=2),
    "a party that is none": released(parties={"bakker": 7, "kapper": 6}),
    "a party larger than all": released(parties={"bakker": 70, "slager": 6}),
    "no dimensions": released(dimensions=()),
    "no items": released(items=()),
    "an advice twice": lambda wave: released(advice=wave.released.advice * 2)(wave),
    "knowledge above all": released(knowledge=1.5),
    "words on what is not asked": released(open_answers={"onzin": ("Taart",)}),
    "more words than people": released(open_answers={"toe-goed": ("Taart",) * 99}),
    "words that are empty": released(open_answers={"toe-goed": ("",)}),
    "an activity that is none": released(activities={"dansen": (2, 1)}),
    "more that lasted than were done": released(activities={"lunch": (2, 3)}),
    "more done than people": released(activities={"lunch": (99, 3)}),
    "how many lasted of an unknown number": released(activities={"lunch": (None, 1)}),
    "a dimension that is none": dimension(id="onzin"),
    "a mean of nothing": dimension(mean=0.0),
    "a mean above the scale": dimension(mean=5.5),
    "a spread without a mean": dimension(mean=None),
    "more in a dimension than people": dimension(n=99),
    "a party's mean above the scale": dimension(parties={"bakker": 9.0, "slager": 3.0}),
    "a party's mean of nobody": dimension(parties={"bakker": 3.0}),
    "a gap wider than the scale": dimension(gap=4.5),
    "a gap with one side": dimension(gap=1.0, parties={"bakker": 3.0, "slager": None}),
    "an interval without a gap": dimension(gap=None, gap_interval=(0.0, 1.0)),
    "an interval upside down": dimension(gap=0.5, gap_interval=(1.0, 0.0)),
    "an interval without end": dimension(gap=0.5, gap_interval=(0.0, 1e308)),
    "agreement without a mean": dimension(mean=None, sd=None, agreement="eens"),
    "agreement of nobody": dimension(agreement_parties={"bakker": "eens"}),
    "agreement of a party that is hidden": dimension(
        parties={"bakker": 3.0, "slager": None},
        gap=None,
        gap_interval=None,
        difference=None,
        agreement_parties={"bakker": None, "slager": "eens"},
    ),
    "a difference without a gap": dimension(gap=None, gap_interval=None, difference="geen"),
    "a rank below nothing": dimension(ranks={"laagste": -1}),
    "a change of what is none": released(changes=(Change("item", "onzin", 1.0, "geen"),)),
    "a change wider than the scale": released(changes=(Change("dimension", "rol", 9.0, "geen"),)),
    "a share above all": dimension(unclear=1.5),
    "an item that is none": item(id="onzin"),
    "counts that do not add up": item(counts=(9, 9, 9, 9, 9)),
    "counts of four": item(counts=(1, 1, 1, 1)),
    "counts below nothing": item(counts=(-1, 8, 4, 2, 1)),
    "no counts": item(counts=None),
    "counts and words": item(nearly_all=3),
    "nearly all beside the scale": item(counts=None, nearly_all=6),
    "more that do not know than people": item(unknown=99),
    "hidden: what is none": suppressed(what="item", id="onzin"),
    "hidden: of nobody": suppressed(party="kapper"),
    "hidden: a group with a name": suppressed(what="group", id="rol"),
    "an advice that is none": advice(id="onzin"),
    "a reason that is none": advice(reasons=("onzin",)),
    "a priority above all": advice(priority=101.0),
    "a priority below nothing": advice(priority=-1.0),
}


def test_a_wave_with_everything_in_it_is_believed(small, wave) -> None:
    assert sound(small, read_back(wave))
    assert wave.released.suppressed
    assert wave.released.open_answers
    assert wave.released.activities


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_what_cannot_be_is_not_believed(small, wave, lie) -> None:
    assert not sound(small, lie(wave))


def test_what_a_group_may_be(small) -> None:
    group = checked_group("West", minimum=3, area="noord", expected={"bakker": 4})
    assert whole(group)
    assert group_fits(small, group)
    assert not group_fits(small, replace(group, expected={"kapper": 4}))
    for lie in (
        {"name": ""},
        {"name": " West"},
        {"name": "We\nst"},
        {"name": "\x1b[31mWest"},
        {"name": "x" * 81},
        {"area": "x" * 81},
        {"area": "no\nord"},
        {"minimum": 2},
        {"minimum": 21},
        {"expected": {"bakker": 0}},
        {"expected": {"bakker": 10**9}},
    ):
        assert not whole(Group(**{"name": "West", "minimum": 5} | lie)), lie
