"""What a PDF may cost is bounded, whatever stands in it: each trap gives one line, and a folder full of them little."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from fillers import by_pypdf, form
from pdf_traps import TRAPS
from pdf_ways import by_appending
from samenspel import hygiene
from samenspel.exchange.receive import pdf_tokens
from samenspel.exchange.receive.basket import gather
from samenspel.exchange.receive.forms import FormsError
from samenspel.exchange.receive.forms_of_others import Asked, read_all
from samenspel.exchange.receive.pdf_forms import form_in
from samenspel.exchange.receive.pdf_tokens import TOKENS, UNPACKED, PdfError, TooMuchError, Work, WorkOnMany
from samenspel.report.paper.form import paper_sheet
from samenspel.report.paper.sheet import Write

GOOD = {"partij": "bakker", "rol-eigen": "4"}
MOST_MEGABYTES = 300
FULL = bool(os.environ.get("SAMENSPEL_FULL"))


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_refused_before_it_costs_much(small, name: str) -> None:
    most = TOKENS if FULL else TOKENS // 5
    work = Work(most)
    with pytest.raises(PdfError) as caught:
        form_in(TRAPS[name](), "een.pdf", small, {}, work=work)
    assert "\n" not in str(caught.value)
    # The last step may go over it; it is a step that costs no more than it counts.
    assert work.done <= most or "vraagt te veel werk" in str(caught.value)
    assert work.room >= -UNPACKED


def test_a_real_form_with_every_field_full_is_far_below_the_bounds(real) -> None:
    sheet = paper_sheet(real)
    long = "é" * hygiene.NOTE_LIMIT
    texts = {name: long for name in sheet.names() if name.startswith("toelichting:")}
    assert len(texts) == len(real.asked.items)
    work = Work()
    found = form_in(
        by_appending(form(real), {"partij": "wijkcoach", "rol-eigen": "4", **texts}), "a", real, {}, work=work
    )
    assert len(found.response.notes) == len(texts)
    assert any(isinstance(block, Write) for block in sheet.blocks)
    assert work.done < TOKENS / 2
    assert UNPACKED - work.room < UNPACKED / 10


def test_a_usual_form_is_read_after_any_number_of_traps(real) -> None:
    many = WorkOnMany()
    for _ in range(100):
        work = many.for_one()
        with pytest.raises(TooMuchError):
            work.read(TOKENS + 1)
        many.done(work)
    filled = by_appending(form(real), {"partij": "wijkcoach", "rol-eigen": "4"})
    assert form_in(filled, "een.pdf", real, {}, work=many.for_one()).response.answers == {"rol-eigen": 4}


def test_a_form_of_three_times_as_many_statements_is_read_however_many_there_are(real) -> None:
    items = [replace(one, id=f"{one.id}-{n}") for n in range(3) for one in real.asked.items]
    large = replace(real, asked=replace(real.asked, items=tuple(items)))
    many = WorkOnMany()
    many.expect(len(items))
    filled = by_appending(form(large), {"partij": "wijkcoach", **{f"rol-eigen-{n}": "4" for n in range(3)}})
    for _ in range(50 if FULL else 8):
        work = many.for_one()
        assert len(form_in(filled, "een.pdf", large, {}, work=work).response.answers) == 3
        assert work.done > 60_000
        many.done(work)
    many.for_one().read(TOKENS)  # as much is left as before


def many_files(folder, content: bytes) -> None:
    for number in range(9):
        (folder / f"{number}.pdf").write_bytes(content + b"\n%%%d" % number)


def test_what_files_take_above_the_usual_is_bounded_for_all_together(small, tmp_path, monkeypatch) -> None:
    given: list[Work] = []
    monkeypatch.setattr(pdf_tokens, "Work", lambda *most: given.append(Work(*most)) or given[-1])
    for name, limit in {"TOKENS": 30_000, "_USUAL": 10_000, "_SPARE": 55_000}.items():
        monkeypatch.setattr(pdf_tokens, name, limit)
    many_files(tmp_path, TRAPS["a name of 490 letters with 40,000 kids"]())
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "zz.pdf").write_bytes(by_pypdf(form(small), GOOD))
    found = gather([tmp_path], small)
    assert len(found.entries) == 1  # after all of them
    assert len(found.refusals) == 10
    assert [work.done // 10_000 for work in given] == [3, 3, 2, 1, 1, 1, 1, 1, 1, 0, 0]


def test_forms_that_are_looked_at_by_themselves_are_counted_together_too(small, tmp_path, monkeypatch) -> None:
    for name, limit in {"TOKENS": 30_000, "_USUAL": 10_000, "_SPARE": 55_000}.items():
        monkeypatch.setattr(pdf_tokens, name, limit)
    many_files(tmp_path, TRAPS["a name of 490 letters with 40,000 kids"]())
    given: list[Work] = []
    monkeypatch.setattr(pdf_tokens, "Work", lambda *most: given.append(Work(*most)) or given[-1])
    with pytest.raises(FormsError) as caught:
        read_all([tmp_path], Asked(lambda: small, lambda _id: None))
    assert len(caught.value.problems) == 9
    assert [work.done // 10_000 for work in given] == [3, 3, 2, 1, 1, 1, 1, 1, 1]


def test_a_good_form_that_takes_too_much_leaves_as_little(small, tmp_path, monkeypatch) -> None:
    """Fifty of them would else take fifty times the most, since nothing is wrong with any of them."""
    for name, limit in {"_USUAL": 10_000, "_SPARE": 150_000}.items():
        monkeypatch.setattr(pdf_tokens, name, limit)
    padding = by_pypdf(form(small), GOOD)
    start = int(padding.rsplit(b"startxref", 1)[1].split()[0])
    trailer = padding[padding.rindex(b"trailer") :].partition(b">>")[0].removeprefix(b"trailer").strip()[2:]
    filler = b"\ntrailer\n<<%s/Prev %d/Vulling[%s]>>" % (trailer, start, b"1 " * 60_000)
    end = b"\nstartxref\n%d\n%%%%EOF" % (len(padding) + 1)
    many_files(tmp_path, padding + b"\nxref\n0 0" + filler + end)
    found = gather([tmp_path], small)
    assert len(found.entries) == 2
    assert [refusal.source.file for refusal in found.refusals] == [f"{number}.pdf" for number in range(2, 9)]
    assert all("vraagt te veel werk" in line for line in found.refused)


@pytest.mark.campaign
@pytest.mark.skipif(sys.platform != "linux", reason="the most memory that a process took is told by Linux")
def test_a_folder_of_fifty_traps_takes_little_memory_and_each_is_named(tmp_path) -> None:
    traps = list(TRAPS.values())
    count = 50 if FULL else 10
    for number in range(count):
        (tmp_path / f"{number:02}.pdf").write_bytes(traps[-1 - number % len(traps)]() + b"%%%d" % number)
    code = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "from conftest import small_questionnaire\n"
        "from samenspel.exchange.receive.basket import gather\n"
        "found = gather([Path(sys.argv[1])], small_questionnaire())\n"
        "most = re.search(r'VmHWM:\\s+(\\d+) kB', Path('/proc/self/status').read_text())[1]\n"
        "print(most, *found.passed_over, *found.refused)\n"
    )
    command = [sys.executable, "-c", code, tmp_path]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True)
    most, told = done.stdout.split(maxsplit=1)
    assert int(most) / 1024 < MOST_MEGABYTES
    assert [number for number in range(count) if f"{number:02}.pdf" not in told] == []
