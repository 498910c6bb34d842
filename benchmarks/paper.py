"""Reading back one filled-in form against what pypdf takes to open it, and folders of files that are traps."""

import io
import os
import re
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from benchmarks.groups import into_a_group
from benchmarks.people import questionnaire, response
from benchmarks.table import Row, in_turn, ratio_row, timed
from samenspel.exchange.receive.pdf_forms import form_in
from samenspel.report.paper import field_names
from samenspel.report.paper.form import paper_sheet
from samenspel.report.pdf import render_sheet

ROUNDS = 25
FILES, SECONDS, MEGABYTES = 50, 10, 300
COSTLIEST = "MB of names"
"""The trap that takes the most time of all."""
READ = """
import re, sys, time
from pathlib import Path
from benchmarks.people import questionnaire
from samenspel.exchange.receive.basket import gather
asked, started = questionnaire(), time.process_time()
found = gather([Path(sys.argv[1])], asked)
took, status = time.process_time() - started, Path("/proc/self/status").read_text()
print(took, re.search(r"VmHWM:\\s+(\\d+) kB", status)[1], *found.passed_over, *found.refusals)
"""


def run() -> list[Row]:
    asked = questionnaire()
    empty = render_sheet(paper_sheet(asked))
    data = filled(empty)

    def ours() -> float:
        return timed(lambda: form_in(data, "een.pdf", asked, {}))

    rows = []
    for what, bare in {
        "opened and its fields listed by pypdf": lambda: PdfReader(io.BytesIO(data)).get_fields(),
        "only opened by pypdf, no field read": lambda: PdfReader(io.BytesIO(data)),
    }.items():
        figures = in_turn(ours, lambda bare=bare: timed(bare), ROUNDS)
        rows.append(ratio_row(f"one filled-in form read back / {what}", 3, *figures))
    every = traps()
    return [
        *rows,
        whole_folder(data),
        *folder_rows("traps of all kinds", list(every.values())),
        *folder_rows("the trap that takes the most time", [every[COSTLIEST]]),
    ]


FORMS, HALF_A_MINUTE = 200, 30


def whole_folder(data: bytes) -> Row:
    """A folder of filled-in forms into a group, each noted at every statement (processor time)."""
    asked, times = questionnaire(), []
    with tempfile.TemporaryDirectory() as name:
        (folder := Path(name, "binnen")).mkdir()
        for nth in range(FORMS):
            (folder / f"{nth}.pdf").write_bytes(data + b"\n%%%d" % nth)
        for nth in range(3):
            bring_all = into_a_group(asked, Path(name, f"gegevens-{nth}"), folder, FORMS)
            started = time.process_time()
            bring_all()
            times.append(time.process_time() - started)
    what = f"{FORMS} filled-in forms from a folder into a group, as a share of {HALF_A_MINUTE} s (processor time)"
    return ratio_row(what, 1, times, [HALF_A_MINUTE] * len(times))


def filled(empty: bytes) -> bytes:
    """Return the form with every statement answered and noted."""
    asked = questionnaire()
    answers = response(asked)
    values = {field_names.PARTY: f"/{answers.party}"}
    values |= {field_names.field(id_): f"/{answer}" for id_, answer in answers.answers.items()}
    values |= {field_names.note_field(item.id): "Wij bellen elkaar elke week." for item in asked.asked.items}
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(empty)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def traps() -> dict[str, Callable[[], bytes]]:
    """Return the files of the tests that are small to send and large or endless to read, at their full size."""
    os.environ["SAMENSPEL_FULL"] = "1"
    found: dict[str, Callable[[], bytes]] = runpy.run_path("tests/pdf_traps.py")["TRAPS"]
    return found


def folder_rows(what: str, kinds: list[Callable[[], bytes]]) -> list[Row]:
    """Read a folder of such files in processes of their own (Linux), and see that each file is named."""
    times, memory = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            data = kinds[number % len(kinds)]()
            Path(folder, f"{number:02}.pdf").write_bytes(data + b"\n%%%d" % number)
        for _ in range(3):
            done = subprocess.run([sys.executable, "-c", READ, folder], capture_output=True, text=True, check=True)
            seconds, kilobytes, told = done.stdout.split(maxsplit=2)
            times.append(float(seconds))
            memory.append(int(kilobytes) / 1024)
    named = len(set(re.findall(r"\b\d\d\.pdf", told)))
    title = f"a folder of {FILES} files, {what} ({named} named)"
    return [
        ratio_row(f"{title}, as a share of {SECONDS} s (processor time)", 1, times, [SECONDS] * len(times)),
        Row(
            f"the same, memory as a share of {MEGABYTES} MB",
            1,
            [one / MEGABYTES for one in memory],
            max(memory),
            MEGABYTES,
            "MB",
        ),
    ]
