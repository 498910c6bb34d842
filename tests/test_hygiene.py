import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.hygiene import NOTE_LIMIT, TooLongError, clean, is_clean, visible, without_folders


@given(st.text())
def test_nothing_hidden_gets_through(text: str) -> None:
    cleaned = clean(text, 10_000)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in cleaned)
    assert not set(cleaned) & set("\u202e\u2066\u200b\ufeff\u2028")
    cleaned.encode("utf-8")


@given(st.text(), st.booleans())
def test_cleaning_twice_is_cleaning_once(text: str, lines: bool) -> None:  # noqa: FBT001
    once = clean(text, 10_000, lines=lines)
    assert clean(once, 10_000, lines=lines) == once


@pytest.mark.parametrize("text", ["[/]", "<b>vet</b>", '<img src="/etc/passwd">', "=1+1", "é ï → 🙂", "a & b"])
def test_what_looks_like_markup_is_just_text(text: str) -> None:
    assert clean(text) == text


def test_escapes_and_overrides_go() -> None:
    assert clean("\x1b[31mrood\x1b[0m") == "[31mrood[0m"
    assert clean("veilig\u202etxt.exe") == "veiligtxt.exe"


def test_lines_stay_only_where_asked() -> None:
    assert clean(" een \r\n\r\ntwee\tdrie ") == "een twee drie"
    assert clean(" een \r\n\r\ntwee\tdrie ", lines=True) == "een\n\ntwee drie"


def test_too_long_is_refused_not_cut() -> None:
    assert clean("x" * NOTE_LIMIT) == "x" * NOTE_LIMIT
    with pytest.raises(TooLongError) as caught:
        clean("x" * 20_000)
    assert (caught.value.length, caught.value.limit) == (20_000, NOTE_LIMIT)


@given(st.text(), st.booleans())
def test_what_was_cleaned_is_clean_and_what_is_shown_hides_nothing(text: str, lines: bool) -> None:  # noqa: FBT001
    assert is_clean(clean(text, 10_000, lines=lines), 10_000)
    assert is_clean(visible(text), len(text))


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "a\tb", "a\rb", "a\x00", "\u202ea", "\ufeff", "\ud800", "x" * (NOTE_LIMIT + 1)]
)
def test_what_did_not_come_through_the_gate_is_not_clean(text: str) -> None:
    assert not is_clean(text)


def test_a_hidden_character_is_shown_as_a_dot() -> None:
    assert visible("op\x1b[31mgeruimd\n\u202etxt") == "op·[31mgeruimd\n·txt"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Het bestand /u/Jo X/data/groepen/ab/groep.json is stuk.", "Het bestand groep.json is stuk."),
        ("Zet dit terug: /u/Jo X/data/a/b.json", "Zet dit terug: b.json"),
        ("Ze staan in /u/Jo X/data/a/b.json. Ga verder.", "Ze staan in b.json. Ga verder."),
        ("samenspel kan niet bij de map /u/Jo X/data: vol. Kies.", "samenspel kan niet bij de map data: vol. Kies."),
        ("Geen pad, wel 1/2 en a/b.", "Geen pad, wel 1/2 en a/b."),
    ],
)
def test_a_message_for_a_room_names_no_folder(text: str, seen: str) -> None:
    assert without_folders(text, PurePosixPath("/u/Jo X/data")) == seen


def test_a_message_for_a_room_names_no_folder_of_windows() -> None:
    text = r"Het bestand C:\Users\Jo\data\groepen\ab\groep.json is stuk."
    assert without_folders(text, PureWindowsPath(r"C:\Users\Jo\data")).endswith("groep.json is stuk.")
