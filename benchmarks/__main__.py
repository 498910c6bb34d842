"""Every figure as a ratio against a bare limit in the same run: ``python -m benchmarks`` (or with names to pick).

The two are measured in turn, A B A B …, so that a slow moment of the machine hits both. Nothing is asserted: the table
says what was reached, with its noise.
"""

import sys

from benchmarks import (
    checking,
    first_frame,
    first_frame_wine,
    form,
    front_door,
    groups,
    labelling,
    paper,
    presenting,
    reports,
    saving,
    statement,
)
from benchmarks.table import Row, show

SUITES = {
    "eerste-beeld": first_frame.run,
    "help": front_door.run,
    "bewaren": saving.run,
    "stelling": statement.run,
    "rapport": reports.run,
    "groepen": groups.run,
    "labelen": labelling.run,
    "voorlichting": presenting.run,
    "papier": paper.run,
    "controleer": checking.run,
    "formulier": form.run,
    "wine": first_frame_wine.run,
}


def main() -> None:
    wanted = sys.argv[1:] or list(SUITES)
    rows: list[Row] = []
    for name in wanted:
        rows += SUITES[name]()
        print(f"… {name}", file=sys.stderr, flush=True)
    print(show(rows))


main()
