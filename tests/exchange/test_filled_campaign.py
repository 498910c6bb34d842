"""Random people, each with twelve ways of filling in, saving and putting together: no answer is lost without a word.

What comes out is what was filled in, or a message. ``SAMENSPEL_FULL=1`` takes 2,000 people, the suite a few.
"""

import os
import shutil
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest

from fillers import Answers, answers_of, by_pdfium, by_pymupdf, by_pypdf, changed, form
from pdf_ways import (
    KINDS_OF_LOCK,
    by_appending,
    by_boxes_only,
    by_preview,
    by_qpdf,
    by_values_only,
    flattened,
    joined_by_mupdf,
    joined_by_pypdf,
    joined_under_numbers,
    locked,
    locked_by_pypdf,
    only_drawn,
    packed,
    rewritten,
    saved_again,
    scanned,
    with_file_in_it,
    with_letter,
    written_on,
)
from samenspel.answering import allowed
from samenspel.exchange.receive.forms import FormsError
from samenspel.exchange.receive.pdf_forms import form_in
from samenspel.exchange.receive.pdf_tokens import PdfError
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.report.paper import field_names
from samenspel.response import Response
from samenspel.walk import Step

FULL = bool(os.environ.get("SAMENSPEL_FULL"))
SHARDS, PEOPLE, REAL = (20, 100, 50) if FULL else (2, 2, 50)
"""So many parts of the campaign, so many people in each, and one of so many fills in the real questionnaire."""
LETTERS = "abcdefghij ABC éëïöüçñ €“”‘’–… ()\\<>[]{}/%#&'\"+=;|0123456789\n"


def text(chance: Random, most: int) -> str:
    """A text as it comes out of the gate for texts."""
    raw = "".join(chance.choices(LETTERS, k=chance.randint(1, most)))
    return "\n".join(" ".join(line.split()) for line in raw.split("\n")).strip() or "ja"


def person(questionnaire: Questionnaire, chance: Random) -> Response:
    """Somebody who answers some of the questions."""
    asked = questionnaire.asked

    def maybe(values):
        return chance.choice(["", *values])

    start = Response(
        party=chance.choice([*(party.id for party in asked.parties), OTHER_ROLE]),
        form=chance.choice(["volledig", "volledig", "kort"]),
        area=chance.choice(["", " ".join(text(chance, 30).split())]),
        experience=maybe(choice.id for choice in asked.context.experience.choices),
        meeting=maybe(choice.id for choice in asked.context.meeting.choices),
    )
    share = chance.random()
    items = [item for item in applicable_items(questionnaire, start) if chance.random() < share] or list(
        applicable_items(questionnaire, start)[:1]
    )
    free = [question for question in asked.open_questions if not question.activities]
    written = {question.id: text(chance, 200) for question in free if chance.random() < 0.5}
    done = [one for question in asked.open_questions for one in question.activities if chance.random() < 0.4]
    answered = {*written, *(q.id for q in asked.open_questions if any(one in q.activities for one in done))}
    shared = tuple(q.id for q in asked.open_questions if q.id in answered and chance.random() < 0.5)
    return Response(
        party=start.party,
        form=start.form,
        area=start.area,
        experience=start.experience,
        meeting=start.meeting,
        answers={item.id: chance.choice(offered_answers(item)) for item in items},
        notes={item.id: text(chance, 60) for item in items if chance.random() < 0.3},
        knowledge={
            card.id: chance.choice(allowed(questionnaire, Step("card", card.id)))
            for card in asked.cards
            if chance.random() < 0.5
        },
        open=written,
        activities={one.id: chance.random() < 0.5 for one in done},
        shared=shared,
    )


# --- the ways ---------------------------------------------------------------------------------------------------------

Made = tuple[bytes, str]
"""A file, and what must come of it: ``equal``, ``refused``, or ``either``."""


class Desk:
    """What a way needs: the empty form, what is filled in, what a second person fills in, chance, and room."""

    def __init__(self, empty: bytes, answers: Answers, other: bytes, chance: Random, room: Path) -> None:
        self.empty, self.answers, self.other, self.chance, self.room = empty, answers, other, chance, room

    def filled(self) -> bytes:
        fill = self.chance.choice([by_pypdf, by_pymupdf, by_pdfium, by_preview, by_appending, by_boxes_only])
        return fill(self.empty, self.answers)

    def qpdf(self, files: list[bytes], *arguments: str) -> bytes | None:
        return by_qpdf(self.room, files, *arguments) if shutil.which("qpdf") else None


def _pypdf(desk: Desk) -> Made:
    return desk.chance.choice([bytes, rewritten])(by_pypdf(desk.empty, desk.answers)), "equal"


def _mupdf(desk: Desk) -> Made:
    return by_pymupdf(desk.empty, desk.answers), "equal"


def _mupdf_again(desk: Desk) -> Made:
    return saved_again(desk.chance.choice([by_pypdf, by_appending, by_preview])(desk.empty, desk.answers)), "equal"


def _pdfium(desk: Desk) -> Made:
    return desk.chance.choice([bytes, packed, rewritten])(by_pdfium(desk.empty, desk.answers)), "equal"


def _preview(desk: Desk) -> Made:
    way = desk.chance.choice(
        [by_preview, partial(by_preview, every=2), partial(by_preview, loose=True), partial(by_preview, every=3)]
    )
    return desk.chance.choice([bytes, packed])(way(desk.empty, desk.answers)), "equal"


def _firefox(desk: Desk) -> Made:
    """In one to three sittings; what was filled in first is changed later."""
    data, names = desk.empty, list(desk.answers)
    for _ in range(desk.chance.randint(0, 2)):
        some = desk.chance.sample(names, desk.chance.randint(1, len(names)))
        data = by_appending(data, {name: desk.answers[name] for name in some})
    return by_appending(data, desk.answers), "equal"


def _one_side(desk: Desk) -> Made:
    return desk.chance.choice([by_values_only, by_boxes_only])(desk.empty, desk.answers), "equal"


def _owners_password(desk: Desk) -> Made:
    kind, lock = desk.chance.choice(list(KINDS_OF_LOCK)), desk.chance.choice([locked, locked_by_pypdf])
    fill = desk.chance.choice([by_pypdf, by_preview, by_appending])
    return lock(fill(desk.empty, desk.answers), kind), "equal"


def _qpdf(desk: Desk) -> Made:
    how = desk.chance.choice(
        [("--linearize",), ("--object-streams=generate",), ("--qdf",), ("--object-streams=disable", "--linearize")]
    )
    data = desk.filled()
    return desk.qpdf([data], *how, "{0}", "{out}") or packed(data), "equal"


def _two(desk: Desk) -> Made:
    files = [desk.filled(), desk.other]
    desk.chance.shuffle(files)
    join = desk.chance.choice([joined_by_pypdf, joined_by_mupdf, joined_under_numbers, None, None])
    if join is None:
        joined = desk.qpdf(files, "--empty", "--pages", "{0}", "{1}", "--", "{out}")
        return joined or joined_by_pypdf(*files), "refused"
    return join(*files), "refused"


def _beside_the_fields(desk: Desk) -> Made:
    data = desk.filled()
    way = desk.chance.choice(
        ["pen", "text", "stamp", "note", "marker", "line", "print", "file", "scan", "drawn", "user"]
    )
    match way:
        case "print":
            return flattened(data), "refused"
        case "file":
            return with_file_in_it(data, data), "refused"
        case "scan":
            return scanned(form=data), "refused"
        case "user":
            return locked(by_pypdf(desk.empty, desk.answers), user="geheim"), "refused"
        case "drawn":
            without = {name: answer for name, answer in desk.answers.items() if name != field_names.AREA}
            return only_drawn(by_pypdf(desk.empty, without), field_names.AREA, b"(Noord) Tj"), "refused"
        case _:
            return written_on(data, way, page=desk.chance.randint(0, 1)), "refused"


def _half_of_it(desk: Desk) -> Made:
    """Only on the pages, only in the tree, behind a letter, or cut off somewhere in what was saved last."""
    from pypdf.generic import ArrayObject, NameObject

    def without_tree(writer, _fields):
        writer.root_object["/AcroForm"][NameObject("/Fields")] = ArrayObject()

    def without_pages(writer, _fields):
        for page in writer.pages:
            page[NameObject("/Annots")] = ArrayObject()

    match desk.chance.randint(0, 3):
        case 0:
            return changed(by_pypdf(desk.empty, desk.answers), without_tree), "equal"
        case 1:
            return changed(by_pypdf(desk.empty, desk.answers), without_pages), "equal"
        case 2:
            return with_letter(by_pypdf(desk.empty, desk.answers)), "either"
        case _:
            some = dict(list(desk.answers.items())[: len(desk.answers) // 2])
            before = by_appending(desk.empty, some)
            data = by_appending(before, desk.answers)
            return data[: desk.chance.randint(len(before) + 1, len(data))], "either"


WAYS: tuple[Callable[[Desk], Made], ...] = (
    _pypdf,
    _mupdf,
    _mupdf_again,
    _pdfium,
    _preview,
    _firefox,
    _one_side,
    _owners_password,
    _qpdf,
    _two,
    _beside_the_fields,
    _half_of_it,
)


@cache
def _empty(questionnaire_id: str, kind: str, party: str) -> bytes:
    return form(_QUESTIONNAIRES[questionnaire_id], kind, party)


_QUESTIONNAIRES: dict[str, Questionnaire] = {}


def outcome(data: bytes, questionnaire: Questionnaire, wanted: Response) -> str:
    """What came of it: ``equal``, ``refused``, or what is in it that should not be."""
    try:
        found = form_in(data, "een.pdf", questionnaire, {}).response
    except (PdfError, FormsError):
        return "refused"
    return "equal" if found == wanted else f"{found} instead of {wanted}"


@pytest.mark.campaign
@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_answer_is_lost_or_changed_without_a_word(small, real, tmp_path, shard: int) -> None:
    chance = Random(1_000 + shard)
    _QUESTIONNAIRES.update({one.asked.id: one for one in (small, real)})
    came = {"equal": 0, "refused": 0}
    for number in range(PEOPLE):
        questionnaire = real if number % REAL == REAL - 1 else small
        wanted, other = person(questionnaire, chance), person(questionnaire, chance)
        own_form = wanted.party if chance.random() < 0.3 else ""
        empty = _empty(questionnaire.asked.id, wanted.form, own_form)
        answers = answers_of(questionnaire, wanted, str(number), party=own_form)
        second = by_pypdf(_empty(questionnaire.asked.id, other.form, ""), answers_of(questionnaire, other))
        desk = Desk(empty, answers, second, chance, tmp_path)
        for way in WAYS:
            data, must = way(desk)
            came_of_it = outcome(data, questionnaire, wanted)
            assert came_of_it == must or (must == "either" and came_of_it in came), f"{way.__name__}, {shard}-{number}"
            came[came_of_it] += 1
    assert sum(came.values()) == PEOPLE * len(WAYS)
    assert min(came.values()) >= PEOPLE
