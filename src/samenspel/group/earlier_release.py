"""What samenspel 0.1.0 released of a wave, as we keep it now: read, never computed again, for that would tell more.

Its figures were exact and are rounded. Its words about agreement rested on r_wg(j), which calls two opposed halves of a
room agreed, and its differences were tested one by one: those words are dropped. In which order figures stand still
rests on the exact ones.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from samenspel.group.model import Order
from samenspel.group.ranking import Key, ranked
from samenspel.group.rounding import apart, hundredth, tenth

_DECIMALS = 9
"""So many decimals of a stored figure are right: its last ones come from adding up."""


def as_kept_now(wave: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of a stored wave as they are now; a wave that 0.1.0 did not reveal comes back as it is.

    The file may hold anything: what is not as 0.1.0 wrote it comes back as it is too, and is refused later.
    """
    match wave:
        case {"released": {"dimensions": [{"rwgj": _}, *_], "items": [{"rwg": _}, *_]} as released}:
            try:
                return {**wave, "released": _released(released)}
            except (KeyError, TypeError, ValueError, AttributeError):
                return wave
        case _:
            return wave


def _released(was: Mapping[str, Any]) -> dict[str, Any]:
    no_words = dict.fromkeys(was["parties"])
    return {
        **was,
        "dimensions": _cells(was["dimensions"], "rwgj", {"agreement": None, "agreement_parties": no_words}),
        "items": _cells(was["items"], "rwg", {}),
        "advice": [{**one, "priority": _tenth(one["priority"])} for one in was["advice"]],
        "knowledge": _hundredth(was["knowledge"]),
        "earlier": True,
    }


def _cells(cells: list[dict[str, Any]], index: str, more: dict[str, Any]) -> list[dict[str, Any]]:
    """Return dimensions or items with rounded figures, without their ``index`` of agreement."""
    ranks = ranked({one["id"]: _keys(one, index) for one in cells})
    found = []
    for one in cells:
        parties = {party: _tenth(mean) for party, mean in one["parties"].items()}
        new = {
            **{name: value for name, value in one.items() if name != index},
            "mean": _tenth(one["mean"]),
            "sd": _tenth(one["sd"]),
            "parties": parties,
            "gap": None if one["gap"] is None else _apart(*parties.values()),
            "gap_interval": None if one["gap_interval"] is None else [_tenth(end) for end in one["gap_interval"]],
            "difference": None,
            "ranks": ranks[one["id"]],
            **more,
        }
        if "unclear" in one:
            new["unclear"] = _hundredth(one["unclear"])
        found.append(new)
    return found


def _keys(one: dict[str, Any], index: str) -> dict[Order, Key | None]:
    return {
        "laagste": None if one["mean"] is None else (_exact(one["mean"]),),
        "verschil": None if one["gap"] is None else (-abs(_exact(one["gap"])),),
        "verdeeldheid": None if one[index] is None else (_exact(one[index]),),
    }


def _tenth(value: float | None) -> float | None:
    return None if value is None else tenth(_exact(value))


def _apart(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else apart(first, second)


def _hundredth(value: float | None) -> float | None:
    return None if value is None else hundredth(_exact(value))


def _exact(value: float) -> Fraction:
    return Fraction(str(round(value, _DECIMALS)))
