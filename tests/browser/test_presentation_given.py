"""The presentation given in a real Chromium: by keys from start to end, on a beamer and on a phone."""

import pytest
from form_page import Page
from msgspec.structs import replace
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from samenspel.authoring.pictures import svg
from samenspel.exchange.browser.presentation import presentation
from samenspel.fictional.group import demo_group
from samenspel.presenting import play, sentences
from samenspel.presenting.deck import deck
from samenspel.presenting.pages import Quiz, Riddle
from samenspel.questionnaire.model import Count, Figure, Guess, Image, Slide, Team
from samenspel.report.groups.slides import group_deck
from samenspel.taal import getal
from tools import axe_core

pytestmark = pytest.mark.browser

BEAMER = {"width": 1280, "height": 720}


@pytest.fixture(scope="module")
def deck_file(tmp_path_factory, real):
    path = tmp_path_factory.mktemp("deck") / "presentatie.html"
    path.write_text(presentation(real), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def group_file(tmp_path_factory, real):
    """The result of the fictional group, with what changed since its first wave."""
    group, first, second = demo_group(real)
    path = tmp_path_factory.mktemp("groep") / "presentatie.html"
    path.write_text(presentation(real, group_deck(real, group, second, first)), encoding="utf-8")
    return path


@pytest.fixture
def hard_file(tmp_path, small):
    """A deck of one's own with the longest words, the most people and the most text that fit in no window."""
    word = "Jeugdgezondheidszorgsamenwerkingsovereenkomstbespreking"
    text = " ".join(["Dit is een zin die de trainer zelf schreef, over een " + word] * 6)
    counts = tuple(Count(30 + n, 60, f"zeggen {word}", ("bakker", "slager")[n % 2]) for n in range(6))
    many = (Count(17_000_000, 18_000_000, f"doen {word}", who=word), Count(9999, 20_000_000, word, "slager"))
    slides = (
        Slide(
            id="a",
            title=f"Over {word}",
            text=text,
            points=(word,) * 9,
            figures=(Figure(word, counts, text), Figure(text, many)),
        ),
        Slide(id="b", title="Raad het cijfer", guess=Guess(text, "bakker", 60, 60, text)),
        Slide(id="c", title=word, team=Team()),
        Slide(id="d", title=word, cards=("kennis-lang",)),
    )
    parties = tuple(replace(one, plural=f"{word}medewerkers") for one in small.asked.parties)
    parts = tuple(replace(one, name=word) for one in small.asked.dimensions)
    cards = (replace(small.asked.cards[0], id="kennis-lang", text=text, why=text),)
    asked = replace(small.asked, parties=parties, dimensions=parts, cards=cards, title=word)
    path = tmp_path / "lang.html"
    own = replace(small, asked=asked, education=replace(small.education, slides=slides))
    path.write_text(presentation(own), encoding="utf-8")
    return path


def press(page: Page, *keys: str) -> None:
    ActionChains(page.driver).send_keys(*keys).perform()


def here(page: Page) -> int:
    """The number of the page that is shown; no more than one is."""
    (shown,) = page.driver.execute_script(
        "return [...document.querySelectorAll('.page')].filter(one => one.checkVisibility()).map(one => one.id)"
    )
    return int(shown.removeprefix("bladzijde-"))


def go(page: Page, to: int) -> None:
    press(page, Keys.HOME)
    while here(page) < to:
        press(page, Keys.PAGE_DOWN)


def riddles(real) -> list[int]:
    return [number for number, one in enumerate(deck(real).pages, start=1) if isinstance(one.body, Riddle)]


OUTSIDE = """
const one = document.querySelector('.page.here');
const all = [...one.querySelectorAll('*'), ...document.querySelectorAll('.bar *')];
return [
  all.filter(each => each.getClientRects().length && each.getBoundingClientRect().right > innerWidth + 1).length,
  one.scrollWidth - one.clientWidth, document.documentElement.scrollWidth - innerWidth,
  document.documentElement.scrollHeight - innerHeight, parseFloat(getComputedStyle(one).fontSize),
]
"""


SIZES = pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (390, 700)])


def walk(page: Page, path, width: int, height: int) -> list[int]:
    """Press a clicker's key from start to end; give the pages that came by."""
    page.open(path, width=width, height=height)
    last, seen = len(page.all(".page")), []
    for _press in range(3 * last + 20):
        seen.append(here(page))
        wide, page_wide, window_wide, window_high, letters = page.driver.execute_script(OUTSIDE)
        assert (wide, page_wide, window_wide, window_high) == (0, 0, 0, 0), seen[-1]
        assert letters >= (height / 20 if width > height else 18)
        if seen[-1] == last:
            break
        press(page, Keys.PAGE_DOWN)
    assert [*dict.fromkeys(seen)] == [*range(1, last + 1)]
    return seen


@SIZES
def test_a_clicker_goes_from_start_to_end_and_nothing_sticks_out(page, deck_file, real, width, height):
    last = walk(page, deck_file, width, height)[-1]
    assert last == len(deck(real).pages)
    assert page.text("#plaats") == f"{last}/{last}  dit is de laatste"
    press(page, Keys.PAGE_DOWN, Keys.ARROW_LEFT)
    assert here(page) == last - 1
    assert page.driver.execute_script("return location.hash") == f"#bladzijde-{last - 1}"
    asked_for = {address.partition("#")[0] for address in page.requests()}
    assert asked_for == {deck_file.as_uri()}
    kept = "return [localStorage.length, sessionStorage.length, document.cookie]"
    assert page.driver.execute_script(kept) == [0, 0, ""]
    assert page.messages() == []


@SIZES
def test_what_does_not_fit_scrolls_first_and_nothing_sticks_out(page, hard_file, width, height):
    seen = walk(page, hard_file, width, height)
    assert seen.count(1) > 1
    assert seen.count(2) > 2


@SIZES
def test_the_result_of_a_group_is_given_and_nobody_is_kept_out(page, group_file, width, height):
    seen = walk(page, group_file, width, height)
    if width > height:  # on a beamer each page is there at once
        assert len(seen) == len(set(seen)) == 14
    assert {address.partition("#")[0] for address in page.requests()} == {group_file.as_uri()}
    page.driver.execute_script(axe_core())
    for number in (2, 3, 5, 8, 10):
        page.driver.execute_script(f"go({number - 1})")
        look_at(page)
        press(page, "k")  # and in the other colours
        look_at(page)
    assert page.messages() == []


def test_the_room_guesses_a_figure(page, deck_file, real):
    page.open(deck_file, **BEAMER)
    first, second, third = riddles(real)[:3]
    riddle = deck(real).pages[first - 1].body
    go(page, first)
    said = ".here .guess"
    assert riddle.after not in page.text(".here")
    assert "?" in page.text(".here .figure")
    assert real.education.study.limit not in page.text(".here")
    press(page, "99")
    assert page.text(".here .asking") == sentences.TOO_HIGH.format(van=riddle.of, partij=riddle.party)
    press(page, "1", "0")
    assert page.text(said) == sentences.SAYS.format(gok=10)
    press(page, Keys.BACKSPACE)
    assert page.text(said) == ""
    press(page, *[Keys.ARROW_UP] * 7, Keys.ARROW_DOWN)
    assert page.text(said) == sentences.SAYS.format(gok=6)
    press(page, Keys.ENTER)
    shown = page.text(".here")
    assert sentences.OF_PARTY.format(n=riddle.n, van=riddle.of, partij=riddle.party) in shown
    assert riddle.after in shown
    assert real.education.study.limit in shown
    assert page.text(said) == sentences.guessed(riddle, 6)
    score = sentences.SCORE.format(score=play.points(riddle, 6), hoogste=play.MOST)
    assert page.text(".here .score") == score
    press(page, "3")  # it takes no second guess
    assert page.text(said) == sentences.guessed(riddle, 6)
    go(page, second)
    press(page, Keys.PAGE_DOWN)  # shown without a guess, it costs nothing
    assert here(page) == second
    assert page.text(".here .score") == score
    press(page, Keys.PAGE_DOWN)
    assert here(page) == second + 1
    go(page, third)
    page.find(".here [data-do=more]").click()
    assert page.text(said) == sentences.SAYS.format(gok=1)
    page.find(".here [data-do=open]").click()
    assert page.text(said) == sentences.guessed(deck(real).pages[third - 1].body, 1)


def test_the_room_says_who_does_what(page, deck_file, real):
    page.open(deck_file, **BEAMER)
    number, quiz = next((n, one.body) for n, one in enumerate(deck(real).pages, start=1) if isinstance(one.body, Quiz))
    page.driver.execute_script(f"go({number - 1})")
    press(page, "4")
    assert page.text(".here .asking") == sentences.NO_CHOICE.format(hoogste=3)
    press(page, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert page.text(".here .guess") == sentences.CHOSEN.format(keuze=quiz.choices[2])
    page.find(f".here [data-choice='{quiz.right}']").click()
    assert quiz.after not in page.text(".here")
    press(page, Keys.ENTER)
    assert quiz.after in page.text(".here")
    assert page.text(".here .guess") == sentences.chosen(quiz, quiz.right)
    page.find(".here [data-choice='3']").click()  # it is open: no second choice
    assert page.text(".here .guess") == sentences.chosen(quiz, quiz.right)
    press(page, Keys.PAGE_DOWN, "3", Keys.PAGE_DOWN)  # a clicker opens it too
    assert page.text(".here .score") == sentences.CARDS.format(goed=1, van=2)
    riddle = next(n for n in riddles(real) if n > number)
    page.driver.execute_script(f"go({riddle - 1})")
    assert page.text(".here .score") == ""  # figures have points of their own


def test_another_answer_of_the_team_and_back(page, deck_file, real):
    page.open(deck_file, **BEAMER)
    number = next(n for n, one in enumerate(deck(real).pages, start=1) if isinstance(one.body, Team))
    team = deck(real).pages[number - 1].body
    begun, (first, second, *_others) = play.begin(real, team), play.offered(real, team)
    press(page, "o", str(len({one.slide for one in deck(real).pages[:number]})), Keys.ENTER)
    assert here(page) == number

    def score_of(item, given):
        scores = play.picture(real, play.answer(begun, item, given)).scores.dimensions
        return getal(next(one.score for one in scores if one.id == item.dimension))

    def shown(item):
        return page.text(f".here .scores [data-is='{item.dimension}'] strong").split()[0]

    began = page.text(".here .picture")
    press(page, "5")
    assert shown(first) == score_of(first, 5)
    press(page, Keys.ARROW_DOWN)  # every answer is as it began
    assert page.text(".here .picture") == began
    press(page, "1")
    assert shown(second) == score_of(second, 1)
    press(page, "+")
    assert shown(second) == score_of(second, 2)
    press(page, Keys.ARROW_UP)
    assert page.text(".here .picture") == began


def test_overview_notes_and_a_black_screen(page, deck_file, real):
    page.open(deck_file, **BEAMER)
    slides = deck(real).slides
    press(page, "o")
    assert page.driver.execute_script("return document.activeElement.dataset.page") == "0"
    press(page, Keys.ARROW_DOWN, Keys.ESCAPE)
    assert here(page) == 1
    press(page, "o", "1", "2", Keys.ENTER)
    assert here(page) == slides[11].first + 1
    press(page, Keys.SPACE)  # the list is gone: what had the focus is not pressed again
    assert here(page) == slides[11].first + 2
    notes = deck(real).pages[slides[11].first + 1].notes
    assert notes not in page.text(".here")
    press(page, "n")
    assert notes in page.text(".here")
    press(page, "n", ".")
    assert not page.find(".page.here").is_displayed()
    press(page, Keys.PAGE_DOWN)  # any key brings the page back, and does nothing else
    assert here(page) == slides[11].first + 2
    press(page, "b")
    ActionChains(page.driver).move_by_offset(300, 300).click().perform()
    assert page.find(".page.here").is_displayed()
    page.find(".bar [data-do=colours]").click()
    press(page, Keys.SPACE)  # whoever points goes on with the keys of the presentation
    assert here(page) == slides[11].first + 3
    press(page, "h")
    assert "klikker" in page.text("#toetsen")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nobody_is_kept_out(page, deck_file, real, width, dark):
    """axe-core finds nothing on a page of each kind, on a closed and an open figure, with notes, list and keys."""
    page.open(deck_file, width=width, height=720, dark=dark)
    page.driver.execute_script(axe_core())
    kinds = {type(one.body): number for number, one in reversed([*enumerate(deck(real).pages, start=1)])}
    for number in kinds.values():
        page.driver.execute_script(f"go({number - 1})")
        look_at(page)
        press(page, Keys.ENTER, "n")
        look_at(page)
        press(page, "n")
    for key in ("o", "h"):
        press(page, key)
        look_at(page)
        press(page, Keys.ESCAPE)
    press(page, "k")  # the other colours
    look_at(page)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_pictures_and_a_logo_are_painted_and_no_title_runs_under_it(page, tmp_path, small, dark):
    long = "Een lange titel over het plein waar wij met jongeren en hun ouders samen aan werken"
    slides = (Slide(id="a", title=long, image=Image("plein.svg", "Een plein.")), Slide(id="b", title=long, text=long))
    mine = replace(
        small, education=replace(small.education, slides=slides, logo=Image("logo.svg", "Logo van de bakkerij."))
    )
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100"/></svg>'
    held = {name: svg.embedded(drawn) for name in ("plein.svg", "logo.svg")}
    path = tmp_path / "beelden.html"
    path.write_text(presentation(mine, pictures=held), encoding="utf-8")
    for width, height in ((1280, 720), (390, 700)):
        page.open(path, width=width, height=height, dark=dark)
        page.driver.execute_async_script("document.querySelector('img').decode().then(arguments[0])")
        assert page.driver.execute_script("return document.querySelector('img').naturalWidth") > 0
        for _page in slides:
            wide, page_wide, window_wide, window_high, _letters = page.driver.execute_script(OUTSIDE)
            assert (wide, page_wide, window_wide, window_high) == (0, 0, 0, 0)
            title, logo = (page.find(f".here {one}").rect for one in ("h2", ".logo"))
            assert title["x"] + title["width"] <= logo["x"]
            assert min(logo["width"], logo["height"]) > 20
            press(page, Keys.PAGE_DOWN)
        page.driver.execute_script("go(0)")
        page.driver.execute_script(axe_core())
        look_at(page)
        assert page.messages() == []
        assert {one.partition("#")[0] for one in page.requests() if not one.startswith("data:")} == {path.as_uri()}


def look_at(page: Page) -> None:
    found = page.driver.execute_async_script("axe.run().then(arguments[0])")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


def test_without_script_all_pages_stand_below_each_other_and_print_with_notes(page, deck_file, real, tmp_path):
    page.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(deck_file, **BEAMER)
        told = " ".join(page.text("main").split())
        pages = deck(real).pages
        for one in pages:
            assert one.notes in told
            if isinstance(one.body, Riddle):
                assert one.body.after in told
        sheet = tmp_path / "blad.pdf"
        sheet.write_bytes(page.printed())
        printed = sheets(sheet)
        assert 2 * len(printed) <= len(pages)
        assert all(f"{number}/{len(pages)}" in "\n".join(printed) for number in range(1, len(pages) + 1))
        assert pages[0].notes.split(".")[0] in " ".join(printed[0].split())
    finally:
        page.command("Emulation.setScriptExecutionDisabled", value=False)


def sheets(path) -> list[str]:
    import pymupdf

    with pymupdf.open(path) as document:
        return [one.get_text() for one in document]
