"""A warm report and all its parts, against a bare reportlab canvas of as many pages; and 200 reports in one process."""

import gc
import io
import resource
import time
from collections.abc import Callable
from datetime import date

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.people import questionnaire, response
from benchmarks.table import Row, in_turn, ratio_row, timed
from samenspel.fictional.group import demo_group, demo_responses
from samenspel.group.anonymity import release
from samenspel.group.model import Wave, contribution
from samenspel.group.results import results
from samenspel.group.workshop import reveal
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.groups.report import group_report
from samenspel.report.pdf import render
from samenspel.report.personal.parts import Personal
from samenspel.report.personal.report import personal_report
from samenspel.response import Response

LINES = 45
TEXT = "Wij ontmoeten elkaar vaak genoeg in het echt, ook als er niets aan de hand is."


def run() -> list[Row]:
    asked = questionnaire()
    answers = response(asked)

    def report() -> bytes:
        return render(personal_report(asked, answers, date=date(2026, 11, 23)))

    pages = len(PdfReader(io.BytesIO(report())).pages)
    ours, bare = in_turn(lambda: timed(report), lambda: timed(lambda: bare_canvas(pages)), rounds=15)
    rows = [ratio_row(f"warm report of {pages} pages / bare canvas of as many", 10, ours, bare)]
    rows += [parts_row(asked, answers), group_row(asked)]
    times, memory = [], []
    for _ in range(200):
        times.append(cpu_time(report))
        gc.collect()
        memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    # Processor time: these lie minutes apart, and what else the machine does must not count.
    late, early = times[180:], times[10:30]
    rows.append(ratio_row("report 200 / report 20 (20 around each, processor time)", 1.2, late, early))
    rows.append(
        Row("memory at report 200 / at report 20", 1.2, [memory[-1] / memory[19]], memory[-1], memory[19], "MB")
    )
    return rows


def parts_row(asked: Questionnaire, answers: Response) -> Row:
    """Return what the four parts of a report take together, as a share of a quarter of a second."""

    def parts() -> None:
        for _part, document in Personal(asked, answers, date(2026, 11, 23)).parts():
            render(document)

    parts()
    times = [timed(parts) for _ in range(15)]
    return ratio_row("the four parts of a report, warm, as a share of 250 ms", 1, times, [0.25] * len(times))


def group_row(asked: Questionnaire) -> Row:
    """Return what the report of a group of 50 takes, against a bare canvas of as many pages."""
    group, first, _second = demo_group(asked)
    fifty = [contribution(asked, one) for one in demo_responses(2) * 4][:50]
    found = release(asked, results(asked, fifty, {}, group.minimum), group.minimum)
    wave = reveal(Wave(2, "2026-06-08"), found, date(2026, 6, 15))

    def report() -> bytes:
        return render(group_report(asked, group, wave, previous=first, date=date(2026, 6, 15)))

    pages = len(PdfReader(io.BytesIO(report())).pages)
    ours, bare = in_turn(lambda: timed(report), lambda: timed(lambda: bare_canvas(pages)), rounds=15)
    return ratio_row(f"group report for 50 and a wave before, {pages} pages / bare canvas of as many", 15, ours, bare)


def cpu_time(work: Callable[[], object]) -> float:
    """Return the processor time that ``work`` took, in seconds."""
    started = time.process_time()
    work()
    return time.process_time() - started


def bare_canvas(pages: int) -> bytes:
    """Pages full of plain text in the same embedded font, without layout."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for _ in range(pages):
        canvas.setFont("DejaVuSans", 10)
        for line in range(LINES):
            canvas.drawString(60, 780 - 16 * line, TEXT)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
