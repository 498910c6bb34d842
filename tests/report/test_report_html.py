"""The HTML page: landmarks, headings in order, tables with scopes, drawings with words, and nothing from outside."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from report_help import SAMPLES, PageReader, document

from samenspel.report import document as d
from samenspel.report import html

VOID = {"meta", "col", "br", "hr", "rect", "line", "circle", "polygon"}


class Nesting(HTMLParser):
    """Checks that every tag that opens also closes, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.paths: list[tuple[str, ...]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, _attrs):
        self.paths.append((*self.open, tag))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, _attrs):
        self.paths.append((*self.open, tag))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module", params=["blocks", "rapport", "bijlage", "gespreksblad"])
def page(request, real_parts):
    return html.render(document(*SAMPLES) if request.param == "blocks" else real_parts[request.param])


def test_tags_are_nested_and_closed(page):
    assert Nesting(page).open == []


def test_language_title_and_landmarks(page):
    read = PageReader(page)
    assert ("html", "lang", "nl-NL") in read.attributes
    for landmark in ("header", "main", "footer", "h1"):
        assert read.tags.count(landmark) == 1
    assert read.tags.count("nav") == (read.tags.count("h2") > 1)  # one part needs no list of parts
    assert ("meta", "charset", "utf-8") in read.attributes


def test_headings_never_skip_a_level(page):
    levels = [int(tag[1]) for tag in PageReader(page).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_comes_from_outside_and_nothing_runs(page):
    read = PageReader(page)
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(read.tags)
    for _tag, name, value in read.attributes:
        assert name not in {"src", "srcset", "action", "data"}
        assert not name.startswith("on")
        if name == "href":
            assert value.startswith("#")
    assert "url(" not in page
    assert "@import" not in page
    assert ("meta", "content", "default-src 'none'; style-src 'unsafe-inline'") in read.attributes


def test_ids_occur_once_and_references_lead_somewhere(page):
    read = PageReader(page)
    ids = [value for _tag, name, value in read.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    for _tag, name, value in read.attributes:
        if name == "href":
            assert value[1:] in ids
        if name == "aria-labelledby":
            assert set(value.split()) <= set(ids)


def test_tables_have_heads_with_a_scope(page):
    read = PageReader(page)
    scopes = [value for tag, name, value in read.attributes if (tag, name) == ("th", "scope")]
    assert len(scopes) == read.tags.count("th")
    assert set(scopes) <= {"col", "row"}
    assert read.tags.count("caption") == len(re.findall("<caption>[^<]+</caption>", page))


def test_drawings_have_a_role_a_title_and_a_description(page):
    read = PageReader(page)
    drawings = read.tags.count("svg")
    assert read.attributes.count(("svg", "role", "img")) == drawings
    assert len(re.findall(r'<svg[^>]*><title id="[^"]+">[^<]+</title><desc id="[^"]+">[^<]+</desc>', page)) == drawings


def test_everything_drawn_stands_in_the_chart_table_too():
    chart = next(sample for sample in SAMPLES if isinstance(sample, d.ScoreChart))
    told = html.render(document(chart)).split("<details>")[1]
    for words in ("2,8", "3,5", "knelpunt", "weet ik niet: 1 van 4", "onvoldoende"):
        assert words in told


def test_light_dark_and_print_are_styled(page):
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
