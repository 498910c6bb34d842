"""Labelling: from a key to the next answer on the screen, the scheme of many answers, and a report with labels."""

import tempfile
import time
from datetime import date
from itertools import cycle
from pathlib import Path

from msgspec.structs import replace

from benchmarks.people import questionnaire
from benchmarks.reports import cpu_time
from benchmarks.table import Row, in_turn, ratio_row, timed
from benchmarks.terminal import LABEL_APP, Terminal
from samenspel.authoring import builtin_root, load_labels
from samenspel.fictional.group import demo_group, demo_responses
from samenspel.group.model import Entry, contribution
from samenspel.labelling.model import Attached, Labelling
from samenspel.labelling.scheme import Labelled, QuestionScheme, schemes
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.groups.report import group_report
from samenspel.report.pdf import render
from samenspel.storage.groups import Groups

DAY = date(2026, 6, 15)
PEOPLE, ANSWERS, EACH = 40, 500, 3
QUESTION = "toe-goed"


def run() -> list[Row]:
    asked = questionnaire()
    return [*_keys(asked), _scheme(asked), _report(asked)]


def _keys(asked: Questionnaire) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        groups, (group, *_waves) = Groups(Path(folder)), demo_group(asked)
        entries = []
        for place, one in zip(range(PEOPLE), cycle(demo_responses(1)), strict=False):
            shared = replace(one, open={QUESTION: f"Antwoord nummer {place}."}, shared=(QUESTION,))
            entries.append(Entry(f"{place:032x}", contribution(asked, shared)))
        groups.reveal(groups.create(group, asked, DAY, entries).id, DAY)
        ours, bare = Terminal("-m", "samenspel", data=Path(folder)), Terminal("-c", LABEL_APP)
        try:
            for seen, key in (
                ("Samen vergelijken", "2"),
                (group.name.split(" (")[0], "\r"),
                ("Meting 1", "\r"),
                ("Hoe kijken wij", "o"),
                ("laten zien", "j"),
                ("Lees eerst zelf", "l"),
                ("Antwoorden labelen", "1"),
            ):
                ours.until(seen)
                time.sleep(1.0)  # a key that comes before the first paint is left
                ours.press(key)
            ours.until(f"antwoord 1 van {PEOPLE}")
            bare.until("stelling 1 van")
            time.sleep(2)
            going, hanging = [], []
            for number in range(2, PEOPLE):
                _pressed(ours, "1", "Enter|sfeer|labels")
                hang = _pressed(ours, "\r", "bewaard")
                going.append(
                    (_pressed(ours, "\r", f"antwoord {number} van"), _pressed(bare, " ", f"stelling {number} van"))
                )
                hanging.append((hang, going[-1][1]))
        finally:
            ours.close()
            bare.close()
    return [
        ratio_row(what, most, [a for a, _ in pairs[3:]], [b for _, b in pairs[3:]])
        for what, most, pairs in (
            ("labelling: key to next answer / one-label app", 3, going),
            ("labelling: key to label attached, on the disk / one-label app", 20, hanging),
        )
    ]


def _pressed(terminal: Terminal, key: str, painted: str) -> float:
    time.sleep(0.05)  # the terminal is at rest before the key
    pressed = terminal.press(key)
    return terminal.until(painted) - pressed


def _scheme(asked: Questionnaire) -> Row:
    labels = load_labels(builtin_root() / asked.id, asked)[QUESTION]
    every = [Attached(label.name, sub) for label in labels for sub in ("", *(one.name for one in label.sublabels))]
    answers = [f"Antwoord nummer {place}." for place in range(ANSWERS)]
    first = {
        answer: tuple(dict.fromkeys(every[(place * 7 + nth * 5) % len(every)] for nth in range(EACH)))
        for place, answer in enumerate(answers)
    }
    labelled = Labelled(Labelling({QUESTION: labels}, {QUESTION: first}), {QUESTION: answers}, 1)
    times = [timed(lambda: schemes(labelled, labelled)) for _ in range(15)]
    what = f"the scheme of {ANSWERS} answers with {ANSWERS * EACH} labels, and a wave before, as a share of 50 ms"
    return ratio_row(what, 1, times, [0.05] * len(times))


def _report(asked: Questionnaire) -> Row:
    """Return what a report takes in which each answer stands under its label, against one in which it does not."""
    group, first, second = demo_group(asked)
    texts = tuple(f"Antwoord nummer {place}." for place in range(ANSWERS))
    wave = replace(second, read_first=True, released=replace(second.released, open_answers={QUESTION: texts}))
    labels = load_labels(builtin_root() / asked.id, asked)[QUESTION]
    one_each = {text: (Attached(labels[place % len(labels)].name),) for place, text in enumerate(texts)}
    told = schemes(Labelled(Labelling({QUESTION: labels}, {QUESTION: one_each}), {QUESTION: texts}, 2))

    def report(found: tuple[QuestionScheme, ...]) -> float:
        return cpu_time(lambda: render(group_report(asked, group, wave, previous=first, schemes=found, date=DAY)))

    with_, without = in_turn(lambda: report(told), lambda: report(()), rounds=9)
    return ratio_row(f"group report with {ANSWERS} answers under labels / without labels", 1.2, with_, without)
