"""Large type: what a room reads is broken where a person would break it."""

from itertools import combinations
from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.presenting.pages import Fits, Question, Riddle, Side, StudyFinding, Tally, Words
from samenspel.tui.presenting.block_letters import block_letters, has_quarters
from samenspel.tui.presenting.draw import Guessed, draw, heading, riddle, wrapped

letters = st.text("abcdeimw", min_size=1, max_size=8)
texts = st.lists(letters, min_size=1, max_size=12).map(" ".join)


def plain(lines):
    return [line.plain for line in lines]


@given(texts, st.integers(50, 100), st.booleans())
def test_block_letters_take_no_more_rows_than_needed_and_never_too_wide_a_row(text, width, narrow):
    lines = block_letters(text, width, 99, narrow=narrow)
    assert lines is not None
    assert max(map(len, lines)) <= width
    # As few rows as when each row is filled: with one row less they do not fit.
    assert len(lines) % 3 == 0
    assert block_letters(text, width, len(lines) // 3, narrow=narrow) == lines
    assert block_letters(text, width, len(lines) // 3 - 1, narrow=narrow) is None


@pytest.mark.parametrize("narrow", [False, True])
def test_no_two_letters_look_alike(narrow):
    """B and R, D and A, 8 and B …: each differs from all others in two points at least, also when it is narrow."""

    def points(sign):
        lines = block_letters(sign, 9, 1, narrow=narrow)
        parts = {" ": "", "▀": "12", "▄": "48", "█": "1248", "▘": "1", "▝": "2", "▖": "4", "▗": "8"}
        parts |= {"▌": "14", "▐": "28", "▞": "24", "▚": "18", "▛": "124", "▜": "128", "▙": "148", "▟": "248"}
        sides = {"1": (0, 0), "2": (1, 0), "4": (0, 1), "8": (1, 1)}
        return {
            (2 * x + sides[part][0], 2 * y + sides[part][1])
            for y, line in enumerate(lines)
            for x, cell in enumerate(line)
            for part in parts[cell]
        }

    drawn = {sign: points(sign) for sign in ascii_uppercase + digits}
    one = 1 if narrow else 2  # a point of a large letter is two halves wide
    assert [pair for pair in combinations(drawn, 2) if len(drawn[pair[0]] ^ drawn[pair[1]]) < 2 * one] == []


def test_narrow_letters_are_half_as_wide_and_only_drawn_where_there_are_quarter_blocks():
    wide, narrow = (block_letters("samenwerken", 99, 1, narrow=one) for one in (False, True))
    assert max(map(len, narrow)) <= max(map(len, wide)) // 2 + 1
    assert has_quarters({"TERM": "xterm-256color"}, "linux")
    assert not has_quarters({"TERM": "linux"}, "linux")
    assert has_quarters({"WT_SESSION": "1"}, "win32")
    assert not has_quarters({}, "win32")


def test_rows_of_block_letters_are_about_as_wide_as_each_other():
    def words(text, width):
        lines = block_letters(text, width, 9)
        return [lines[row].rstrip() for row in range(0, len(lines), 3)]

    full = words("OP TE", 60)
    assert len(full) == 1
    rows = words("ZES DINGEN OM OP TE LETTEN", 92)
    assert rows == [*words("ZES DINGEN OM", 92), *words("OP TE LETTEN", 92)]


@given(texts, st.integers(20, 100))
def test_no_word_is_lost_in_wrapping_and_no_line_too_long(text, width):
    lines = plain(wrapped(text, width))
    assert " ".join(" ".join(lines).split()) == text
    assert max(map(len, lines)) <= width


def test_a_last_line_is_not_one_short_word():
    text = "Hoeveel wijkcoaches vinden dat er te weinig activiteiten zijn om elkaar te leren kennen?"
    assert plain(wrapped(text, 84))[-1].endswith("te leren kennen?")


def test_a_title_takes_narrow_letters_where_the_others_do_not_fit():
    title = "De tien stappen van een transitie"
    assert plain(heading(title, 72, 1)) == list(block_letters(title, 72, 1, narrow=True))
    assert plain(heading("Proces", 72, 1)) == list(block_letters("Proces", 72, 1))
    assert plain(heading("Proces", 72, 0)) == ["P R O C E S"]


def test_sentences_of_a_text_stand_apart_where_there_is_room():
    body = Words("Suter e.a. (2009) noemen dit. U weet wat u doet. En de ander?")
    apart = ["Suter e.a. (2009) noemen dit.", "", "U weet wat u doet.", "", "En de ander?"]
    assert plain(draw(body, "", 5, 80)) == apart
    assert plain(draw(body, "", 4, 80)) == [body.text]


@given(st.integers(1, 14), st.booleans(), st.booleans(), st.integers(1, 40))
def test_points_stand_apart_where_that_fits_however_many_they_are(count, numbered, text, height):
    body = Words("zie: €" if text else "", tuple(f"punt € {n}" for n in range(count)), numbered=numbered)
    lines = plain(draw(body, "", height, 80))  # a sign without a block letter: it stays as it is written
    apart = 2 * (count + text) - 1 <= height
    assert [line for line in lines if line] == [
        *(["zie: €"] if text else []),
        *(f"{n + 1:>2}  punt € {n}" if numbered else f"•  punt € {n}" for n in range(count)),
    ]
    assert lines.count("") == (count + text - 1 if apart else text)


@pytest.mark.parametrize("numbered", [False, True])
def test_of_very_many_points_none_is_lost(numbered):
    body = Words("", tuple(f"punt {number}" for number in range(1, 131)), numbered=numbered)
    assert "punt 130" in plain(draw(body, (), 20, 80))[-1]


def test_text_and_points_take_the_largest_letters_in_which_all_of_it_fits():
    body = Words("Elke partij heeft belangen.", ("Eigen taken", "Eigen doelen en eigen regels"))
    sizes = [plain(draw(body, "", height, 60)) for height in range(4, 40)]
    heights = [len(lines) for lines in sizes]
    assert all(one <= room for one, room in zip(heights, range(4, 40), strict=True))
    narrow, wide = (block_letters(body.text, 60, 9, narrow=one) for one in (True, False))
    kinds = ["wide" if wide[0] in lines else "narrow" if narrow[0] in lines else "written" for lines in sizes]
    assert [kind for kind, before in zip(kinds, ["", *kinds], strict=False) if kind != before] == [
        "written",
        "narrow",
        "wide",
    ]
    steps = plain(draw(Words("", ("Praat", "Kies"), numbered=True), "", 40, 60))
    one, praat = block_letters("1", 9, 1), block_letters("Praat", 60, 1)
    assert [line.split("   ")[0].strip() for line in steps[:3]] == [line.strip() for line in one]
    assert all(line.endswith(word) for line, word in zip(steps[:3], praat, strict=True))


def test_a_question_takes_letters_as_large_as_fit_and_always_stands_there_as_written():
    body = Question("Wat weet u niet van de ander, en durfde u nooit te vragen?")
    sizes = []
    for height in range(3, 30):
        lines = plain(draw(body, "", height, 72))
        assert lines[-1] == body.question
        assert len(lines) <= height
        sizes.append(len(lines))
    rows = [len(block_letters(body.question, 72, 9, narrow=narrow)) // 3 for narrow in (True, False)]
    ways = [3, *(lines for n in rows for lines in (3 * n + 2, 3 * n + 4, 4 * n + 3))]
    assert sizes == sorted(sizes)
    assert set(sizes) == set(ways)  # as written; narrow letters and large ones, close together and with room


FOUND = StudyFinding(
    "Kent u elkaar?",
    (
        Side("wijkcoaches", (Tally(4, 11, "zeggen van wel"),)),
        Side("jongerenwerkers", (Tally(2, 8, "zeggen van wel"),)),
    ),
)
ADVICE = Fits("Loop samen mee", "U loopt een dag mee.", "Bel een collega.", "Meelopen")


@pytest.mark.parametrize("body", [FOUND, ADVICE], ids=["figures", "advice"])
def test_what_stands_above_the_rest_is_large_where_there_is_room(body):
    title = body.question if body is FOUND else body.title
    large = block_letters(title, 72, 2)
    assert large[1] in plain(draw(body, (), 30, 72))
    written = plain(draw(body, (), 8, 72))
    assert title in written
    assert not [line for line in written if large[1] in line]


@pytest.mark.parametrize(("width", "large"), [(72, False), (92, True)])
def test_people_are_drawn_larger_when_all_of_both_parties_fit(width, large):
    lines = plain(draw(FOUND, (), 30, width))
    people = [line for line in lines if ("██ ██" if large else "▮ ▮") in line]
    assert len(people) == 1 + large
    for line in people:
        filled, rest = ("██", "░░") if large else ("▮", "·")
        assert line.split().count(filled) == 4 + 2
        assert line.split().count(rest) == 7 + 6


@given(st.integers(8, 40), st.sampled_from([52, 72, 92]))
def test_while_a_figure_is_guessed_nothing_changes_its_size(height, width):
    page = Riddle("Hoeveel wijkcoaches kennen de ander?", "wijkcoaches", 7, 11, "Dat is veel.")
    empty, typed, refused = (
        plain(riddle(page, Guessed(guess, open=False, refused=high, score=(0, 0)), ("Bron",), height, width))
        for guess, high in ((None, False), (9, False), (None, True))
    )
    figure = next(at for at, line in enumerate(empty) if "van 11 wijkcoaches" in line) + 1
    assert typed[:figure] == refused[:figure] == empty[:figure]
    assert "Bron" not in typed


@pytest.mark.parametrize("width", [40, 72, 110])
def test_a_figure_too_long_to_stand_apart_stands_in_its_words_beside_a_bar(width):
    sides = (Side("jongeren", (Tally(17_500, 18_000, "gaan naar school"), Tally(1, 18_000, "niet"))),)
    lines = plain(draw(StudyFinding("Hoeveel?", sides), (), 30, width))
    assert "17.500 van 18.000 gaan naar school" in " ".join(" ".join(lines).split())
    most, one = (line for line in lines if "█" in line and "░" in line)
    assert most.count("█") > most.count("░") > 0
    assert one.count("█") >= 1
    assert max(map(len, lines)) <= width
