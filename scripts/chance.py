"""How much agreement chance alone gives: simulates random answers, and prints the table in ``group/chance.py``.

    python -m scripts.chance > src/samenspel/group/chance.py

The same seed gives the same table. It takes about five minutes.
"""

from fractions import Fraction
from math import ceil
from random import Random

from samenspel.group.agreement import rwg

SIZES = (*range(2, 21), 22, 24, 26, 28, 30, 35, 40, 50, 75, 100, 200)
ITEMS = (*range(1, 11), 12, 15, 20)
ROUNDS = 10_000
SEED = 1984
SHARE = 0.95


def percentiles(n: int, rounds: int = ROUNDS) -> list[float]:
    """Return for each number of items what 95 % of groups of ``n`` who answer at random stay at or below.

    Rounded up: whoever is above it is above what they stay at.
    """
    random = Random(f"{SEED}-{n}")  # noqa: S311 - a simulation, not a secret
    common = 2 * n * (n - 1)  # every r_wg of n people is a whole number of these parts
    each = [int(rwg(variance(random.choices(range(1, 6), k=n))) * common) for _nth in range(rounds * ITEMS[-1])]
    found = []
    for items in ITEMS:
        sums = sorted(sum(each[start : start + items]) for start in range(0, rounds * items, items))
        found.append(ceil(Fraction(1000 * sums[ceil(SHARE * rounds) - 1], items * common)) / 1000)
    return found


def variance(answers: list[int]) -> Fraction:
    total, n = sum(answers), len(answers)
    return Fraction(n * sum(answer * answer for answer in answers) - total * total, n * (n - 1))


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
    print('"""The 95th percentile of the mean r_wg of items when all answer at random, each answer being as likely."""')


if __name__ == "__main__":
    main()
