"""Pages out of slides, the room's guesses, and a fictional team that is scored and advised by the product itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel.advice import advise
from samenspel.authoring import find, load
from samenspel.presenting import play
from samenspel.presenting.deck import deck, has_short
from samenspel.presenting.pages import Fits, Question, Quiz, Riddle, StudyFinding, Words
from samenspel.presenting.play import MOST, Board, points, typed
from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import Count, Figure, Guess, Image, Slide, Study, Team
from samenspel.report.document import Table
from samenspel.report.handouts import handouts
from samenspel.scoring import score

RIDDLE = Riddle("Hoeveel?", "bakkers", 7, 11, "Zo is het.")
people = st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(people, st.none() | st.integers(0, 60))
def test_points_lie_between_none_and_the_most_and_fall_with_the_distance(figure, guess):
    riddle = replace(RIDDLE, n=figure[0], of=figure[1])
    got = points(riddle, guess)
    assert 0 <= got <= MOST
    assert (got == MOST) == (guess == riddle.n)
    if guess is not None and guess > riddle.n:
        assert points(riddle, guess - 1) >= got


@pytest.mark.parametrize(("guess", "got"), [(7, 3), (6, 2), (8, 2), (5, 1), (9, 1), (4, 0), (10, 0), (None, 0)])
def test_the_rule(guess, got):
    assert points(RIDDLE, guess) == got


@given(people, st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_what_is_typed_can_always_be_a_figure(figure, keys):
    riddle, guess = replace(RIDDLE, n=figure[0], of=figure[1]), None
    for digit in keys:
        whole = 10 * (guess or 0) + digit
        guess = typed(riddle, guess, digit)
        assert guess == (whole if whole <= riddle.of else None)


def test_a_page_that_is_open_takes_no_second_guess():
    board = Board().with_guess(3, RIDDLE, 6).with_guess(3, RIDDLE, 7).with_guess(9, RIDDLE, None)
    assert (board.score, board.highest) == (2, MOST)  # what was shown without a guess costs nothing


def test_a_slide_gives_a_page_for_each_thing_on_it(small):
    slide = Slide(
        id="rol",
        title="Rollen van een {ander}",
        text="Tekst.",
        points=("Een.",),
        steps=("Eerst.",),
        figures=(Figure("Wat?", (Count(1, 2, "a", "slager"), Count(3, 4, "b", "bakker"), Count(0, 2, "c", "slager"))),),
        question="En u?",
        advice="praten",
        notes="Rustig.",
        minutes=4,
    )
    guess = Slide(id="raad", title="Raad", guess=Guess("Hoeveel?", "bakker", 1, 3, "Ja."), minutes=2)
    mine = replace(small, education=replace(small.education, slides=(slide, guess)))
    made = deck(mine)
    kinds = [type(page.body) for page in made.pages]
    assert kinds == [Words, Words, StudyFinding, Question, Fits, Riddle, Words]
    assert made.pages[0].title == "Rollen van een collega van de andere partij"
    assert [side.party for side in made.pages[2].body.sides] == ["bakkers", "slagers"]
    assert [len(side.tallies) for side in made.pages[2].body.sides] == [1, 2]
    assert made.pages[5].body.party == "bakkers"
    assert [entry.first for entry in made.slides] == [0, 5, 6]
    assert (made.minutes, made.planned({0}), made.planned({0, 1}), made.planned({1})) == (8, 4, 6, 2)


def test_what_nobody_found_out_comes_last_where_the_own_slides_do_not_say_it(small):
    own = (Slide(id="eigen", title="Wij", text="Welkom."), Slide(id="einde", title="Dag", text="Tot ziens."))
    mine = replace(small, education=replace(small.education, slides=own))
    assert [slide.title for slide in deck(mine).slides] == ["Wij", "Dag", "Wat weten wij niet?"]
    assert deck(mine).pages[-1].body.text == "Dit is een kleine test. Zij meet niets echts."
    said = (own[0], Slide(id="grenzen", title="Let op", text="Niemand onderzocht dit."), own[1])
    mine = replace(small, education=replace(small.education, slides=said))
    assert [slide.title for slide in deck(mine).slides] == ["Wij", "Let op", "Dag"]


def test_a_figure_of_ones_own_has_its_own_source_and_people(small):
    own = Figure(
        "Hoeveel?",
        (Count(412, 9800, "kregen hulp", who="jongeren in onze stad"), Count(1, 4, "kent die", "slager")),
        source="De gemeente (2026)",
        limit="Alleen 2025.",
    )
    hidden = Figure("Alleen op papier?", (Count(1, 2, "zei ja", "bakker"),), paper=True)
    slide = Slide(id="cijfer", title="Bij ons", figures=(own, hidden), dimension="rol", short=1)
    mine = replace(small, education=replace(small.education, slides=(slide,)))
    (page,) = [one for one in deck(mine).pages if isinstance(one.body, StudyFinding)]
    assert [side.party for side in page.body.sides] == ["slagers", "jongeren in onze stad"]
    assert page.below == ("Bron: De gemeente (2026). Alleen 2025.",)
    sheet = str(handouts(mine)["01-rol"].blocks)
    assert "Alleen op papier?" in sheet
    assert "4,2%" in sheet
    assert "Bron: De gemeente (2026). Alleen 2025." in sheet
    assert "Wat de cijfers zeggen" in sheet
    assert "Wat het onderzoek vond" not in sheet


def test_a_figure_of_ones_own_to_guess_is_not_the_studys(small):
    study = Study(name="Delft (2030)", source="De onderzoekers (2030)", limit="Het was één stad.")
    guess = Guess("Hoeveel?", "slager", 9, 22, "Dat vroegen wij zelf.", source="Eigen rondvraag", limit="Alleen hier.")
    slide = Slide(id="gok", title="Raad", guess=guess)
    mine = replace(small, education=replace(small.education, slides=(slide,), study=study))
    assert deck(mine).pages[0].below == ("Bron: Eigen rondvraag. Alleen hier.",)
    assert "Bron: Eigen rondvraag. Alleen hier." in str(handouts(mine)["notities"].blocks)


def test_on_paper_a_few_of_very_many_are_not_none_and_nearly_all_not_all(small):
    tallies = (0, 1, 20_000, 19_999_999, 20_000_000)
    counts = tuple(Count(n, 20_000_000, "zei ja", who="inwoners") for n in tallies)
    slide = Slide(id="cijfer", title="Bij ons", figures=(Figure("Wie?", counts),), dimension="rol")
    sheets = handouts(replace(small, education=replace(small.education, slides=(slide,))))
    (table,) = [block for block in sheets["01-rol"].blocks if isinstance(block, Table)]
    assert table.head[0] == "wie"
    assert [row[1] for row in table.rows] == ["0,0%", "minder dan 0,1%", "0,1%", "meer dan 99,9%", "100,0%"]


def test_a_slide_that_is_only_for_paper_is_no_slide_of_a_room(small):
    figure = Figure("Alleen op papier?", (Count(1, 2, "zei ja", "bakker"),), paper=True)
    paper = Slide(id="papier", title="Papier", figures=(figure,), dimension="rol", minutes=9)
    shown = Slide(id="grenzen", title="Let op", text="Niemand onderzocht dit.", minutes=3)
    for slides, titles in (((paper, shown), ["Let op"]), ((shown, paper), ["Let op"])):
        mine = replace(small, education=replace(small.education, slides=slides))
        assert [(slide.title, slide.first) for slide in deck(mine).slides] == [(titles[0], 0)]
        sheets = handouts(mine)
        assert "Alleen op papier?" in str(sheets["01-rol"].blocks)
        assert "Papier" not in str(sheets["notities"].blocks)
    alone = replace(small, education=replace(small.education, slides=(paper,)))
    assert deck(alone) == deck(replace(small, education=replace(small.education, slides=())))


def test_the_source_of_a_picture_stands_below_it(small):
    slide = Slide(id="foto", title="Plein", image=Image("plein.jpg", "Een plein."), question="En u?", source="Jan Smit")
    mine = replace(small, education=replace(small.education, slides=(slide,)))
    assert [page.below for page in deck(mine).pages[:2]] == [("Bron: Jan Smit",), ()]


def test_the_short_programme_has_its_own_minutes_and_what_nobody_found_out(small):
    slides = (
        Slide(id="een", title="Een", text="Welkom.", minutes=9, short=2),
        Slide(id="twee", title="Twee", text="Verder.", minutes=9),
        Slide(id="grenzen", title="Let op", text="Niemand onderzocht dit.", minutes=3),
    )
    mine = replace(small, education=replace(small.education, slides=slides))
    made = deck(mine, short=True)
    assert [(slide.title, slide.minutes) for slide in made.slides] == [("Een", 2), ("Let op", 3)]
    assert (made.minutes, deck(mine).minutes) == (5, 21)
    without = replace(small, education=replace(small.education, slides=slides[1:]))
    assert not has_short(without)
    assert not has_short(replace(small, education=replace(small.education, slides=slides[1:2])))
    assert deck(without, short=True) == deck(without)
    for name in ("samenwerking-jeugd", "school-wijkteam"):
        assert deck(load(find(name)), short=True).minutes == 20


def test_the_room_plays_cards_with_each_answer_among_them(small):
    for name in ("samenwerking-jeugd", "school-wijkteam"):
        questionnaire = load(find(name))
        cards = [page.body for page in deck(questionnaire).pages if isinstance(page.body, Quiz)]
        assert len(cards) == 5
        assert {card.right for card in cards} == {1, 2, 3}
        for card in cards:
            assert f"is het antwoord: {card.choices[card.right - 1]}." in card.after
    quiz = cards[0]
    assert [typed(quiz, 1, digit) for digit in range(5)] == [None, 1, 2, 3, None]
    board = Board().with_guess(0, quiz, quiz.right).with_guess(1, quiz, quiz.right % 3 + 1).with_guess(2, quiz, None)
    assert (board.cards, board.highest) == ((1, 2), 0)
    bare = replace(small, asked=replace(small.asked, cards=()))
    assert [page for page in deck(bare).pages if isinstance(page.body, Quiz)] == []


def test_a_questionnaire_without_slides_gets_them_from_its_theory(small):
    made = deck(small)
    titles = [entry.title for entry in made.slides]
    assert titles == [
        "Hoe werken wij samen?",
        "Rolduidelijkheid",
        "Relatie",
        "Wie doet wat?",
        "Wat weten wij niet?",
        "Wat als …?",
        "Hoe begint u?",
    ]
    texts = [page.body.text for page in made.pages if isinstance(page.body, Words)]
    assert "Wie elkaar kent, belt elkaar sneller." in texts
    assert "Dit is een kleine test. Zij meet niets echts." in texts
    assert made.pages[-1].notes
    silent = replace(small, asked=replace(small.asked, account=()))
    assert "Wat weten wij niet?" not in [entry.title for entry in deck(silent).slides]
    assert handouts(silent)
    bare = replace(small, education=replace(small.education, theories=(), sources=()))
    assert "Elkaar kennen." in [page.body.text for page in deck(bare).pages if isinstance(page.body, Words)]


@given(st.data())
def test_the_team_is_scored_and_advised_by_the_product_itself(real, data):
    team = next(slide.team for slide in real.education.slides if slide.team)
    response = play.begin(real, team)
    items = play.offered(real, team)
    for _turn in range(data.draw(st.integers(0, 6))):
        item = data.draw(st.sampled_from(items))
        response = play.answer(response, item, data.draw(st.integers(-1, 7)))
    assert all(0 <= answer <= 5 for answer in response.answers.values())
    assert set(response.answers) == {item.id for item in applicable_items(real, response)}
    picture = play.picture(real, response)
    assert picture.scores == score(real, response)
    assert picture.advices == advise(real, response)[: play.SHOWN]


def test_a_team_answers_three_where_nothing_is_said(small):
    assert set(play.begin(small, Team(answers={"rol-eigen": 5})).answers.values()) == {3, 5}
    assert [item.id for item in play.offered(small, Team())] == ["rol-eigen", "rel-overleg"]
    assert set(play.begin(small, Team()).answers.values()) == {2, 4}  # no answers given: the scores differ
    item = small.item("rol-eigen")  # offers no *weet ik niet*
    begun = play.begin(small, Team())
    assert play.answer(begun, item, 0) == begun


def test_every_figure_has_both_parties(real):
    assert 3 <= len([slide for slide in real.education.slides if slide.guess]) <= 5
    most = {"wijkcoach", "jongerenwerker"}
    for slide in real.education.slides:
        for figure in slide.figures:
            assert {one.party for one in figure.counts} == most, slide.id


def test_every_dimension_has_a_whole_slide(real):
    about = {slide.dimension: slide for slide in real.education.slides if slide.dimension}
    assert set(about) == {dimension.id for dimension in real.asked.dimensions}
    assert all(one.text and one.figures and one.question and one.advice and one.notes for one in about.values())


def test_no_sentence_of_a_slide_is_long(real):
    for slide in real.education.slides:
        for text in _texts(slide):
            for sentence in re.split(r"(?<=[.?!:])\s+", text):
                assert len(sentence.split()) <= 20, sentence


def _texts(slide):
    yield from (slide.title, slide.text, *slide.points, *slide.steps, slide.question, slide.notes)
    for figure in slide.figures:
        yield from (figure.question, figure.remark, *(one.text for one in figure.counts))
    if slide.guess:
        yield from (slide.guess.question, slide.guess.after)
