"""How much agreement chance alone gives: simulates random answers, and prints the table in ``group/chance.py``.

    python -m scripts.chance > src/samenspel/group/chance.py

The same seed gives the same table. It takes about two minutes.
"""

from math import ceil
from random import Random

from samenspel.group.chance import ITEMS, SIZES
from samenspel.group.statistics import rwgj

ROUNDS = 10_000
SEED = 1984
SHARE = 0.95


def percentiles(n: int, rounds: int = ROUNDS) -> list[float]:
    """Return for each number of items what 95 % of groups of ``n`` who answer at random stay at or below."""
    random = Random(f"{SEED}-{n}")  # noqa: S311 - a simulation, not a secret
    variances = [variance(random.choices(range(1, 6), k=n)) for _nth in range(rounds * ITEMS[-1])]
    found = []
    for items in ITEMS:
        figures = sorted(rwgj(variances[start : start + items]) or 0.0 for start in range(0, rounds * items, items))
        found.append(round(figures[ceil(SHARE * rounds) - 1], 3))
    return found


def variance(answers: list[int]) -> float:
    total = sum(answers)
    return (sum(answer * answer for answer in answers) - total * total / len(answers)) / (len(answers) - 1)


def main() -> None:
    print(
        '"""How much agreement chance alone gives. Made by ``python -m scripts.chance``; not to be edited by hand."""'
    )
    print()
    print(f"SIZES = {SIZES}")
    print('"""Numbers of respondents, a row each."""')
    print(f"ITEMS = {ITEMS}")
    print('"""Numbers of items, a column each."""')
    print("PERCENTILES = (")
    for n in SIZES:
        print(f"    ({', '.join(map(str, percentiles(n)))}),  # n = {n}")
    print(")")
    print('"""The 95th percentile of r_wg(j) when everyone answers at random, each answer being as likely."""')


if __name__ == "__main__":
    main()
