"""Large type: what a room reads is broken where a person would break it."""

from hypothesis import given
from hypothesis import strategies as st

from samenspel.presenting.pages import Question, Words
from samenspel.tui.presenting.block_letters import block_letters
from samenspel.tui.presenting.draw import draw, wrapped

letters = st.text("abcdeimw", min_size=1, max_size=8)
texts = st.lists(letters, min_size=1, max_size=12).map(" ".join)


def plain(lines):
    return [line.plain for line in lines]


@given(texts, st.integers(50, 100))
def test_block_letters_take_no_more_rows_than_needed_and_never_too_wide_a_row(text, width):
    lines = block_letters(text, width, 99)
    assert lines is not None
    assert max(map(len, lines)) <= width
    # As few rows as when each row is filled: with one row less they do not fit.
    assert len(lines) % 3 == 0
    assert block_letters(text, width, len(lines) // 3) == lines
    assert block_letters(text, width, len(lines) // 3 - 1) is None


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


def test_sentences_of_a_text_stand_apart_where_there_is_room():
    body = Words("Suter e.a. (2009) noemen dit. U weet wat u doet. En de ander?")
    apart = ["Suter e.a. (2009) noemen dit.", "", "U weet wat u doet.", "", "En de ander?"]
    assert plain(draw(body, "", 20, 80)) == apart
    assert plain(draw(body, "", 4, 80)) == [body.text]


def test_a_question_takes_letters_as_large_as_fit_and_always_stands_there_as_written():
    body = Question("Wat weet u niet van de ander, en durfde u nooit te vragen?")
    sizes = []
    for height in range(3, 30):
        lines = plain(draw(body, "", height, 72))
        assert lines[-1] == body.question
        assert len(lines) <= height
        sizes.append(len(lines))
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4  # as written, close together, less close, and with room
