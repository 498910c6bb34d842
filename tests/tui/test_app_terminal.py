"""The app in a real terminal, really killed: it goes on at the very statement."""

import sys
from pathlib import Path

import pytest

from samenspel.storage.selftests import SelfTests

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal import Terminal


@pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((60, 20), marks=pytest.mark.campaign(sample=0))], ids=["80x24", "60x20"]
)
def test_killed_half_way_it_goes_on_at_the_very_statement(tmp_path: Path, size: tuple[int, int]) -> None:
    first = Terminal(tmp_path, "zelftest", size=size)
    first.sees("Hoeveel tijd hebt u?")
    first.press("2")
    for question, answer in (
        ("vraag 1 van 4", "2"),
        ("vraag 2 van 4", "3"),
        ("vraag 3 van 4", "4"),
        ("vraag 4 van 4", "1"),
    ):
        first.sees(question)
        first.press(answer)
    first.sees("Nu komen")
    first.press("1")
    for number in range(1, 8):
        first.sees(f"stelling {number} van 18")
        first.press("4")
    first.sees("stelling 8 van 18")
    first.kill()

    store = SelfTests(tmp_path)
    (selftest,) = store.newest()
    assert selftest.response.party == "jongerenwerker"
    assert list(selftest.response.answers.values()) == [4] * 7

    again = Terminal(tmp_path, size=size)
    again.sees("Verder waar u was")
    again.press("v")
    again.sees("stelling 8 van 18")
    again.press("5")
    again.sees("stelling 9 van 18")
    again.press("\x11")  # ctrl+q
    assert again.ends() == 0
    last = again.left_behind().strip().splitlines()[-1]
    assert "Bewaard: uw zelftest is nog open. Start samenspel en kies ‘Verder waar u was’." in last
    assert list(store.read(selftest.id).response.answers.values()) == [4] * 7 + [5]


def test_a_turn_for_a_group_killed_half_way_goes_on_at_the_very_statement(tmp_path: Path) -> None:
    first = Terminal(tmp_path, size=(80, 24))
    first.sees("Samen vergelijken")
    first.press("2")
    first.sees("Er is nog geen groep")
    first.press("n")
    first.sees("Nieuwe groep")
    first.press(*"Noord", "\x1b[19~")  # F8
    first.sees("Om de beurt")
    first.press("1")
    first.sees("Is de beamer uit?")
    first.press("j")
    first.sees("Hoeveel tijd hebt u?")
    first.press("2")
    for number in (1, 2, 3):
        first.sees(f"vraag {number} van 3")
        first.press("1")
    first.sees("Nu komen")
    first.press("1")
    first.sees("stelling 1 van 18")
    first.press("4")
    first.sees("stelling 2 van 18")
    first.kill()

    again = Terminal(tmp_path, size=(80, 24))
    again.sees("Samen vergelijken")
    again.press("2")
    again.sees("nog niemand")
    again.press("\r")
    again.sees("Meting 1")
    again.press("\r")
    again.sees("er was 1 persoon bezig")
    again.press("v")
    again.sees("Is de beamer uit?")
    again.press("j")
    again.sees("1 stelling beantwoord")
    again.press("\r")
    again.sees("Was u dit?")
    again.press("2")
    again.sees("stelling 2 van 18")
    again.kill()
