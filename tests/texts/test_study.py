"""Each figure of the study that is told is one of its rows, about the same thing, and its source goes with it."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from code_texts import ROOT, messages
from product_texts import sentences
from ruamel.yaml import YAML

from samenspel.authoring import find, load
from samenspel.fictional import professional
from samenspel.fictional.group import demo_group
from samenspel.presenting.deck import deck
from samenspel.presenting.pages import Quiz, Riddle, StudyFinding
from samenspel.questionnaire.citing import with_source
from samenspel.questionnaire.model import Questionnaire, Slide
from samenspel.report.document import AdviceCard, Bullets, Heading, Notice, Paragraph, Table
from samenspel.report.groups.report import group_report
from samenspel.report.groups.statements import item_detail
from samenspel.report.handouts import handouts
from samenspel.report.personal.report import personal_report
from samenspel.tui.presenting.draw import Guessed, draw, quiz, riddle

STUDY = YAML(typ="safe").load((ROOT / "tests" / "data" / "onderzoek.yaml").read_text(encoding="utf-8"))
PARTIES = {"wc": "wijkcoach", "jw": "jongerenwerker"}
DAY = date(2026, 11, 30)
NAMES = ("samenwerking-jeugd", "school-wijkteam")

PAIR = re.compile(r"(\d+) van (?:de |hen )?(\d+)")
ALONE = re.compile(r"\d+")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NO_FIGURE = re.compile(r"(?:\d+ (?:tot|of) )?\d+ (?:punten|punt|jaar|minuten)\b|stap \d+|\d,0")
IN_WORDS = re.compile(
    r"\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf) "
    r"(?:keer(?! per)|van de|wijkcoaches|jongerenwerkers|stadsdelen|gesprekken)\b",
    re.IGNORECASE,
)
FIGURE = "Dit vond het onderzoek. "
EXAMPLE = re.compile(r"Een getal als ‘[^.]*\.|Staat bij een advies ‘[^.]*\.")
"""What explains how to read such a figure is none itself."""


def passages(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """Every text of a questionnaire in which a figure of the study may stand, with what it stands under."""
    for item in questionnaire.asked.items:
        yield item.topic, item.study
    for card in questionnaire.asked.cards:
        yield card.text, card.why
    for paragraph in questionnaire.asked.account:
        yield "verantwoording", EXAMPLE.sub(" ", paragraph)
    for advice in questionnaire.advices:
        yield advice.title, advice.evidence
    for slide in questionnaire.education.slides:
        yield from ((slide.title, text) for text in of_slide(questionnaire, slide))


def of_slide(questionnaire: Questionnaire, slide: Slide) -> Iterator[str]:
    """The texts of a slide; a figure is told as a sentence, with the question it answers and what is said of it."""

    def told(n: int, of: int, party: str) -> str:
        return f"{n} van de {of} {questionnaire.party(party).plural}"

    yield ". ".join((slide.text.rstrip("."), *(point.rstrip(".") for point in slide.points)))
    yield " ".join(slide.steps)
    yield slide.notes
    if (guess := slide.guess) is not None:
        yield f"{FIGURE}{guess.question.rstrip('?')}: {told(guess.n, guess.of, guess.party)}. {guess.after}"
    for figure in slide.figures:
        for one in figure.counts:
            tables = "Deze cijfers staan alleen in de tabellen" in figure.remark
            said = f"{figure.question.rstrip('?')}: {told(one.n, one.of, one.party)} {one.text}."
            yield f"{FIGURE}{said}{' Zie de tabellen.' if tables else ''}"
        yield f"{FIGURE}{figure.remark}"


def wrong(text: str, under: str = "", *, parties: bool = True, figures: bool = True) -> list[str]:
    """What ``text`` tells that is no row of the study.

    ``under``: the title above it. ``parties``: it names them. ``figures``: its numbers are the study's; where the study
    is not named none may be.
    """
    told = sentences(" ".join(text.split()))
    found = [f"in words: {one[0]}" for one in IN_WORDS.finditer(text)]
    tables = "tabel" in text.lower()
    for place, sentence in enumerate(told):
        around = " ".join((under, *told[max(0, place - 1) : place + 1]))

        def row(kind: str, around: str = around, **numbers: int) -> bool:
            return any(
                all(one.get(key) == value for key, value in numbers.items())
                and (not parties or "party" not in one or PARTIES[one["party"]] in around.lower())
                and (tables or not one.get("tables"))
                and re.search(one["words"], around, re.IGNORECASE)
                for one in STUDY[kind]
            )

        rest = NO_FIGURE.sub(" ", YEAR.sub(" ", sentence))
        pairs = [tuple(map(int, pair)) for pair in PAIR.findall(rest)]
        found += [f"{n} van {of}: {around}" for n, of in pairs if not (figures and row("counts", n=n, of=of))]
        alone = [int(one) for one in ALONE.findall(PAIR.sub(" ", rest))]
        found += [f"{n}: {around}" for n in alone if not (figures and row("mentions", n=n))]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_is_a_row_of_the_study_and_about_the_same(name):
    questionnaire = load(find(name))
    parties, about = name == NAMES[0], questionnaire.education.study.name
    found = []
    for under, text in passages(questionnaire):
        # Where the study is named, the source comes with it; and with what a slide tells as a figure.
        own = about in " ".join(text.split()) or under == "verantwoording" or text.startswith(FIGURE)
        found += [f"{under}: {one}" for one in wrong(text, under, parties=parties, figures=own)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In Enschede (2016) wisten 5 van de 11 wijkcoaches niet wat jongerenwerkers doen.", "5 van 11"),
        ("In Enschede (2016) wisten 4 van de 11 wijkcoaches wat de ander doet.", "4 van 11"),
        ("Van de jongerenwerkers zagen 3 van de 8 het nut van de sfeer.", "3 van 8"),
        ("Wat levert het op: 3 van de 11 wijkcoaches zien geen resultaat.", "3 van 11"),
        ("Van de wijkcoaches zeggen 3 van de 10 dat zij feedback geven.", "3 van 10"),
        ("Jongerenwerkers noemden meelopen 4 keer als tip.", "4:"),
        ("Bij het jongerenwerk ging het aantal medewerkers van 350 naar 65.", "350"),
        ("Wijkcoaches noemen onduidelijkheid zes keer als zwak punt.", "in words: zes keer"),
    ],
)
def test_what_the_study_does_not_say_is_found(text, said):
    assert any(said in one for one in wrong(text))
    right = text.replace("5 van de 11", "4 van de 11").replace("Jongerenwerkers noemden m", "Wijkcoaches noemden m")
    assert (wrong(right) == []) == (right != text)


@pytest.mark.parametrize("name", NAMES)
def test_only_what_the_researchers_advise_is_called_their_advice(name):
    claim = re.compile(
        r"(?<!geen )(?<!niet )(?:advies(?:en)? van de onderzoekers|onderzoekers raden|onderzoekers .*?belangrijkst)"
    )
    for advice in load(find(name)).advices:
        if claim.search(" ".join(advice.evidence.split())):
            assert advice.id in STUDY["recommended"], advice.evidence
        assert "uit zichzelf" not in advice.evidence


# A figure and its source are told together. -------------------------------------------------------------------------


def cited(text: str) -> bool:
    """Say whether a text tells whose the figures are, and in one sentence of whom."""
    plain = " ".join(text.split())
    return STUDY["source"] in plain and all(limit in plain for limit in STUDY["limits"])


def figures_in(text: str) -> bool:
    return PAIR.search(text) is not None or "Enschede (2016)" in text


@pytest.mark.parametrize("width", [52, 72, 92])
def test_each_page_with_figures_says_where_they_are_from(real, width):
    seen = 0
    for page in deck(real).pages:
        if isinstance(page.body, Riddle | Quiz):
            now = Guessed(None, open=True, refused=False, score=(0, 0))
            lines = (riddle if isinstance(page.body, Riddle) else quiz)(page.body, now, page.below, 0, width)
        elif page.body is not None and not hasattr(page.body, "answers"):
            lines = draw(page.body, page.below, 0, width)  # as it is written: letters of blocks are no text
        else:
            continue
        shown = " ".join(line.plain for line in lines)
        if isinstance(page.body, Riddle | StudyFinding) or figures_in(shown):
            seen += 1
            assert cited(shown), page.title
        else:
            assert STUDY["source"] not in shown, page.title
        if figures_in(page.notes):
            assert cited(page.notes), page.notes
    assert seen >= 21


def said_by(block) -> str:
    match block:
        case Paragraph(text=text) | Notice(text=text) | Heading(text=text):
            return text
        case Bullets(items=items):
            return " ".join(items)
        case Table(title=title, rows=rows):
            return " ".join((title, *(cell for row in rows for cell in row)))
        case _:
            return ""


def parts(document) -> list[str]:
    """The text of a document, in pieces that each begin with a heading."""
    found = [""]
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append("")
        found[-1] += f" {said_by(block)}"
    return found


def test_paper_for_a_room_says_it_with_the_figures_and_not_with_the_theory(real):
    made = handouts(real)
    with_figures = 0
    for name, document in made.items():
        for part in parts(document):
            if figures_in(part):
                with_figures += 1
                assert cited(part), (name, part)
            elif name != "00-overzicht":
                assert STUDY["source"] not in part, (name, part)
    assert with_figures >= 6 + 17
    for dimension in real.asked.dimensions:
        (found,) = [
            part for part in parts(next(d for d in made.values() if d.title == dimension.name)) if figures_in(part)
        ]
        assert "Kaats" not in found
        assert "Suter" not in found


@pytest.mark.parametrize("name", NAMES)
def test_evidence_and_what_the_study_found_say_it(name):
    questionnaire = load(find(name))
    texts = [advice.evidence for advice in questionnaire.advices] + [item.study for item in questionnaire.asked.items]
    told = [with_source(questionnaire, text) for text in texts if figures_in(" ".join(text.split()))]
    assert len(told) >= 15
    assert all(map(cited, told))
    own = "Dit advies komt niet uit het onderzoek."
    assert with_source(questionnaire, own) == own


def test_reports_say_it(real):
    group, first, second = demo_group(real)
    mine = personal_report(real, professional.her_answers(), date=DAY)
    ours = group_report(real, group, second, previous=first, date=DAY)
    for report in (mine, ours):  # once, before the first figure, and not by each of them
        places = [place for place, block in enumerate(report.blocks) if isinstance(block, AdviceCard)]
        assert any(figures_in(report.blocks[place].study) for place in places)
        assert not any(cited(report.blocks[place].study) for place in places)
        assert [place for place, block in enumerate(report.blocks) if cited(said_by(block))] == [places[0] - 1]
    for item in real.asked.items:
        if item.study:
            blocks = item_detail(real, second.released, item.id)
            assert cited(" ".join(map(said_by, blocks))), item.id


def test_the_code_tells_no_figure_of_the_study():
    assert [one for one in messages() if "Enschede" in one.text or re.search(r"\d van (?:de )?\d", one.text)] == []
