"""Changes to stored files such as a broken disk, a bad copy or a curious hand may make: most of them are still JSON."""

import json
import random
from copy import deepcopy

VALUES = (
    *(None, True, False, 0, -1, 1, 2, 3, 5, 6, 7, 20, 21, 1_000, 2**31, 2**63, 2**64, 10**30, -(10**30)),
    *(0.5, -0.5, 3.5, 1e-9, 1e17, 1e308, -1e308),
    *("", " ", "x", "gisteren", "2026-02-30", "2026-13-01", "0000-00-00", "9999-12-31", "20260131", "2026-W05-6"),
    *("2026-01-31T25:00:00", "2026-01-31T10:00:00+02:00", "-1", "1e400", "NaN", "vijf", "rol-onzin", "kapper"),
    *("andere-rol", "bakker", "rol-eigen", "praten", "verzamelen", "vergelijken", "afgerond", "stemmen", "eens"),
    *("\x1b[31mrood", "\u202eom", "\0", "a\nb", "x" * 5_000, "../../etc/passwd", "gegeven:1:" + "0" * 32, "[/]"),
    *([], {}, [None], [[]], [1, 2, 3], {"": ""}, {"a": 1}, {"bakker": None}, ["praten"] * 7, {"nog-niet": 10**20}),
)
NAMES = tuple(value for value in VALUES if isinstance(value, str))
NUMBERS = (
    lambda n: n + 1,
    lambda n: n - 1,
    lambda n: -n,
    lambda n: n * 10,
    str,
    float,
    lambda n: n + 0.5,
    lambda n: [n],
)


def mutated(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """``content`` with one to three changes; ``others`` are what stands in other files."""
    kind = chance.random()
    if kind < 0.12:
        return _bytes(content, others, chance)
    try:
        tree = json.loads(content)
    except ValueError:
        return _bytes(content, others, chance)
    for _nth in range(chance.choice((1, 1, 1, 2, 3))):
        tree = _changed(tree, others, chance)
    text = json.dumps(tree)
    if kind < 0.2:
        text = _text(text, chance)
    return text.encode()


def _bytes(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    match chance.randrange(7):
        case 0:
            return content[:at]
        case 1:
            return b""
        case 2:
            return chance.choice(others)  # another file under this name
        case 3:
            flipped = bytearray(content)
            for _nth in range(chance.randint(1, 8)):
                flipped[chance.randrange(len(flipped))] = chance.randrange(256)
            return bytes(flipped)
        case 4:
            return content[:at] + chance.randbytes(chance.randint(1, 20)) + content[at:]
        case 5:
            return content + content
        case _:
            return bytes(len(content))


def _text(text: str, chance: random.Random) -> str:
    """What no JSON tree can hold: a key twice, numbers that are none, half a character."""
    places = [at for at, sign in enumerate(text) if sign in "{:"]
    if not places:  # no more than a value is left
        return text[:-1]
    at = chance.choice(places) + 1
    if text[at - 1] == "{":
        return f'{text[:at]}"{chance.choice(("schema", "group", "response", "party", "1"))}": 1, {text[at:]}'
    return (
        text[:at]
        + chance.choice(("NaN", "Infinity", "-Infinity", "1e999", "01", r'"\ud800"', "tru", "'x'"))
        + text[at:]
    )


def _changed(tree: object, others: list[bytes], chance: random.Random) -> object:
    places = [*_places(tree)]
    if not places:
        return _value(chance)
    holder, key = chance.choice(places)
    match chance.randrange(9):
        case 0:
            del holder[key]
        case 1 | 2 | 3:
            holder[key] = _value(chance)
        case 4 | 5:
            _bent(holder, key, chance)
        case 6:
            _grown(holder, key, chance)
        case 7:
            _taken_over(holder, key, places, chance)
        case _:
            _taken_over(holder, key, [*_places(_tree(chance.choice(others)))], chance)
    return tree


def _value(chance: random.Random) -> object:
    return deepcopy(chance.choice(VALUES))  # it may be changed further itself


def _bent(holder: dict | list, key: str | int, chance: random.Random) -> None:
    """A number a little off, or another name for what stands there."""
    value = holder[key]
    if isinstance(value, int | float) and not isinstance(value, bool):
        holder[key] = chance.choice(NUMBERS)(value)
    elif isinstance(holder, dict):
        del holder[key]
        holder[chance.choice((*NAMES, f"{key}x", key.upper()))] = value
    else:
        holder[key] = _value(chance)


def _grown(holder: dict | list, key: str | int, chance: random.Random) -> None:
    """One more where there are some."""
    value = holder[key]
    if isinstance(value, list) and value:
        value.append(deepcopy(chance.choice(value)))
    elif isinstance(value, dict):
        value[chance.choice(NAMES)] = _value(chance)
    else:
        holder[key] = _value(chance)


def _taken_over(holder: dict | list, key: str | int, places: list, chance: random.Random) -> None:
    """What stands in another place, of this file or of another."""
    if places:
        other, its = chance.choice(places)
        holder[key] = json.loads(json.dumps(other[its]))


def _places(tree: object):
    """Every place in a tree, as the list or dict that holds it and its key there."""
    if isinstance(tree, dict | list):
        for key, value in list(tree.items() if isinstance(tree, dict) else enumerate(tree)):
            yield tree, key
            yield from _places(value)


def _tree(content: bytes) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return None
