"""The presentation as one HTML file: every page of the deck, as text and not as markup, and nothing from outside."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from samenspel.authoring import find, load
from samenspel.authoring.pictures.picture import Embedded
from samenspel.exchange.browser.presentation import people, presentation
from samenspel.fictional.group import demo_group
from samenspel.presenting import play
from samenspel.presenting.deck import deck
from samenspel.presenting.pages import Compared, Fits, Question, Quiz, Riddle, StudyFinding, Words
from samenspel.questionnaire.applicability import offered_answers
from samenspel.questionnaire.model import Count, Figure, Guess, Image, Slide, Team
from samenspel.report.groups.slides import group_deck
from samenspel.report.wording import band_name
from samenspel.taal import getal

ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
HOSTILE = "</script></style><img src=https://x.test/a onerror=alert(1)> &amp; \" ' {gok} <b>"


def read(markup: str) -> str:
    """What stands in a piece of markup, in one line."""
    return " ".join(unescape(TAG.sub(" ", markup)).split())


def told(body) -> list[str]:
    """Every text of a page's body, and every figure as it is said."""
    match body:
        case Words():
            return [body.text, *body.points]
        case StudyFinding():
            tallies = [f"{one.n} van {one.of} {one.text}" for side in body.sides for one in side.tallies]
            return [body.question, body.remark, *tallies]
        case Question():
            return [body.question]
        case Fits():
            return [body.title, body.what, body.first_step, body.worksheet]
        case Riddle():
            return [body.question, f"{body.n} van {body.of} {body.party}", body.after]
        case Quiz():
            return [body.question, body.task, *body.choices, body.after]
        case Team():
            return ["Eerste adviezen"]
        case Compared():
            figures = [getal(value) for row in body.rows for value in (*row.values, row.whole) if value is not None]
            reasons = [reason for row in body.rows for reason in row.hidden]
            rows = [text for row in body.rows for text in (row.label, row.said)]
            return [*body.sides, body.whole, body.remark, *rows, *figures, *reasons]


@pytest.mark.parametrize("name", ["samenwerking-jeugd", "school-wijkteam", "small"])
def test_every_page_of_the_deck_is_in_it_with_its_sources_and_notes(name, small):
    asked = small if name == "small" else load(find(name))
    made, page = deck(asked), presentation(asked)
    articles = ARTICLE.findall(page)
    assert len(articles) == len(made.pages)
    for number, (one, article) in enumerate(zip(made.pages, articles, strict=True), start=1):
        shown = read(article)
        for text in (one.title, *told(one.body), *one.below, one.notes, f"{number}/{len(made.pages)}"):
            assert " ".join(text.split()) in shown
    for number, slide in enumerate(made.slides, start=1):
        assert f"{number} {slide.title} ({slide.minutes} min)" in read(page)
    assert len(page.encode()) < 200_000


def test_the_result_of_a_group_is_in_it_page_by_page_and_drawn_where_it_stands(real):
    group, first, second = demo_group(real)
    made = group_deck(real, replace(group, name=HOSTILE), second, first)
    page = presentation(real, made)
    articles = ARTICLE.findall(page)
    assert len(articles) == len(made.pages)
    for one, article in zip(made.pages, articles, strict=True):
        assert [text for text in (one.title, *told(one.body), *one.below, one.notes) if text not in read(article)] == []
    (rows,) = [one.body.rows for one in made.pages if isinstance(one.body, Compared)][:1]
    drawn = re.findall(r'<circle class="side first" cx="([\d.]+)"', page)
    assert [float(x) for x in drawn[: len(rows)]] == [pytest.approx(14 + 58 * (row.values[0] - 1)) for row in rows]
    assert {tag for tag, _attributes in Tags(page).found} <= {tag for tag, _ in Tags(presentation(real)).found} | {
        *("b", "line", "rect", "polygon", "circle")
    }
    assert "onerror" not in TAG.findall(page)


def test_figures_are_drawn_one_by_one_and_go_with_their_source(real):
    pages = [(one, article) for one, article in zip(deck(real).pages, ARTICLE.findall(presentation(real)), strict=True)]
    drawn = 0
    for one, article in pages:
        if isinstance(one.body, StudyFinding | Riddle):
            assert real.education.study.limit in read(re.search(r"<footer>.*?</footer>", article)[0])
            counts = (
                [(one.body.n, one.body.of)]
                if isinstance(one.body, Riddle)
                else [(tally.n, tally.of) for side in one.body.sides for tally in side.tallies]
            )
            groups = re.findall(r'<div class="people".*?</div>', article)
            assert [(group.count('"yes"'), group.count("<svg")) for group in groups] == counts
            drawn += len(groups)
    assert drawn > 30


def test_the_points_for_each_guess_are_those_of_the_terminal(real):
    for one, article in zip(deck(real).pages, ARTICLE.findall(presentation(real)), strict=True):
        if isinstance(one.body, Riddle):
            points = re.search(r'data-points="([\d ]+)"', article)[1].split(" ")
            assert [int(got) for got in points] == [play.points(one.body, n) for n in range(one.body.of + 1)]


def test_each_answer_of_the_team_has_the_scores_and_advices_of_the_product(small):
    article = next(one for one in ARTICLE.findall(presentation(small)) if 'class="page team"' in one)
    changes = dict(re.findall(r'<template data-for="([^"]*)">(.*?)</template>', article, re.DOTALL))
    team = Team()
    begun = play.begin(small, team)
    wanted = {
        f"{item.id} {given}": play.picture(small, play.answer(begun, item, given))
        for item in play.offered(small, team)
        for given in offered_answers(item)
        if given != begun.answers[item.id]
    }
    assert set(changes) == set(wanted)
    shown = re.search(r'<div class="picture">.*?</div>', article, re.DOTALL)[0]
    moved = 0
    for key, picture in wanted.items():
        for one in picture.scores.dimensions:
            row = re.compile(rf'<li data-is="{one.id}">.*?</li>', re.DOTALL)
            changed = row.search(changes[key])
            said = read((changed or row.search(shown))[0])
            value = "" if one.score is None else getal(one.score)
            assert value in said
            assert band_name(small, one) in said
            moved += "(was " in said
        advices = read((re.search(r"<ol.*?</ol>", changes[key]) or re.search(r"<ol.*?</ol>", shown))[0])
        assert [title for one in picture.advices if (title := small.advice(one.id).title) not in advices] == []
    assert moved > 3


def test_what_nobody_found_out_is_said_where_the_own_slides_do_not(small):
    mine = replace(small, education=replace(small.education, slides=(Slide(id="eigen", title="Wij", text="Welkom."),)))
    assert "Wat weten wij niet? Dit is een kleine test." in read(ARTICLE.findall(presentation(mine))[-1])


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.fixture
def hostile(small):
    """Every text that a trainer may write for a slide ends a script, a style and an attribute."""
    slides = (
        Slide(
            id="een",
            title=HOSTILE,
            text=HOSTILE,
            points=(HOSTILE,),
            steps=(HOSTILE,),
            figures=(
                Figure(
                    HOSTILE,
                    (Count(1, 60, HOSTILE, "bakker"), Count(0, 100, HOSTILE, who=HOSTILE)),
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                ),
            ),
            question=HOSTILE,
            advice="praten",
            source=HOSTILE,
            notes=HOSTILE,
        ),
        Slide(id="raad", title=HOSTILE, guess=Guess(HOSTILE, "bakker", 0, 60, HOSTILE)),
        Slide(id="kaarten", title=HOSTILE, cards=tuple(card.id for card in small.asked.cards)),
        Slide(id="team", title=HOSTILE, team=Team()),
    )
    parties = tuple(replace(one, singular=HOSTILE, plural=HOSTILE) for one in small.asked.parties)
    items = tuple(replace(one, text=HOSTILE) for one in small.asked.items)
    scale = replace(small.asked.scale, labels=(HOSTILE,) * 5, dont_know=HOSTILE)
    cards = tuple(replace(one, text=HOSTILE, why=HOSTILE) for one in small.asked.cards)
    asked = replace(small.asked, title=HOSTILE, cards=cards, parties=parties, items=items, scale=scale)
    return replace(small, asked=asked, education=replace(small.education, slides=slides))


def test_markup_in_any_text_is_text(hostile, real):
    page = presentation(hostile)
    tags = Tags(page).found
    assert {tag for tag, _attributes in tags} == {tag for tag, _attributes in Tags(presentation(real)).found}
    assert sum(tag == "script" for tag, _attributes in tags) == 2
    assert [name for _tag, attributes in tags for name in attributes if name.startswith(("on", "src", "style"))] == []
    assert read(page).count("<img src=https://x.test/a onerror=alert(1)>") > 15


@pytest.mark.parametrize("name", ["samenwerking-jeugd", "school-wijkteam"])
def test_nothing_but_its_own_script_and_style_may_run_and_nothing_comes_from_outside(name):
    page = presentation(load(find(name)))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    for kind, text in (("script", script), ("style", re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1])):
        assert f"{kind}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    for nothing in ("default-src", "connect-src", "form-action", "base-uri"):
        assert f"{nothing} 'none'" in policy
    assert not re.search(
        r"https?:|(?:src|action)=|url\(|@import|[lL]ocalStorage|sessionStorage|\bfetch\(|XMLHttp", page
    )
    assert {attributes["href"] for _tag, attributes in Tags(page).found if "href" in attributes} <= {"#mens"}
    assert ("html", {"lang": "nl"}) in Tags(page).found
    assert len(script.encode()) < 15_000


def test_pictures_stand_in_the_file_the_logo_once_and_their_words_with_them(small):
    slides = (Slide(id="een", title="Kijk", image=Image("plein.jpg", HOSTILE)), *small.education.slides)
    logo = Image("logo.svg", HOSTILE)
    mine = replace(small, education=replace(small.education, slides=slides, logo=logo))
    photo, drawing = Embedded("jpeg", b"foto", 40, 30, clear=False), Embedded("svg+xml", b"logo", 9, 9, clear=True)
    held = {"plein.jpg": photo, "logo.svg": drawing}
    page, bare = presentation(mine, pictures=held), presentation(mine)
    assert [page.count(one.address) for one in held.values()] == [1, 1]
    tags = Tags(page).found
    assert [(one["src"], one["alt"]) for tag, one in tags if tag == "img"] == [(photo.address, HOSTILE)]
    assert [one["aria-label"] for _tag, one in tags if one.get("role") == "img"] == [HOSTILE]
    assert {one["href"] for _tag, one in tags if "href" in one} - {"#mens"} == {"#logo", drawing.address}
    assert page.count('<use href="#logo"') == len(ARTICLE.findall(page)) + 1
    assert '; img-src data:"' in page
    assert "img-src" not in bare
    assert read(bare).count(HOSTILE.replace("  ", " ")) == 1  # the page says what it would show


def test_of_very_many_people_a_few_are_seen_and_nearly_all_are_not_all():
    widths = [float(re.findall(r'"yes" width="([\d.]+)"', people(n, 1_000_000))[0]) for n in (0, 1, 999_999, 1_000_000)]
    assert widths[0] == 0 < widths[1] < widths[2] < widths[3] == 100
