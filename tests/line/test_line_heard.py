"""Line mode for whoever hears it: a whole walk as it is read out, and the rules that it keeps."""

import ast
from difflib import unified_diff
from pathlib import Path

import pytest
from line_walker import Walker, heard

from samenspel.response import Response

ROOT = Path(__file__).parent.parent.parent
KEPT = ROOT / "tests" / "data" / "heard-walk.txt"
"""A whole walk with ``ACCESSIBLE=1``, with what was typed behind each question."""
TYPED = (
    *("1", "1", "west"),  # the full form, a party, an area
    *("?", "2", "1"),  # help, how long, a meeting
    *("h", "4"),  # the first statement, after help
    *("t", "Alleen op maandag.", "2"),  # a note
    *("v", "", "0"),  # back, where the answer stays; and *weet ik niet*
    *("s", "9", "1"),  # a statement that is left open; a wrong key
    *("o", "v"),  # the overview, and back from it
    "3",
    *("2", "3", "v"),  # after the page before them: a card that is wrong, one that is right, and back to it
    *("De koffie.", "1", "1", "s"),  # the open questions
    "1",  # finishing
    *("9", ""),  # a step: a wrong key, and none now
)
ENTERS = ("1", "1", "", "s", "s", "")  # up to the first statement


def test_a_whole_walk_is_heard_as_it_was_found_good(tmp_path, small, pytestconfig):
    now = heard(tmp_path, small, TYPED)
    if pytestconfig.getoption("update_snapshots"):
        KEPT.write_text(now, encoding="utf-8")
    kept = KEPT.read_text(encoding="utf-8")
    changed = "\n".join(unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm=""))
    if changed:
        pytest.fail(
            f"{changed}\n\nIs this meant? Then pytest tests/line/test_line_heard.py --snapshot-update (change TYPED if "
            f"something else is asked), and read {KEPT.name} aloud, line by line.",
            pytrace=False,
        )


@pytest.fixture
def walker(tmp_path, small):
    return Walker(tmp_path, small)


def test_the_scale_is_read_out_once_and_when_somebody_asks(walker):
    walker.type(*ENTERS, "4", "4")
    assert walker.out.count("  2  oneens\n") == 1
    assert walker.out.count("  0  weet ik niet\n") == 1
    walker.type("1", "H", "4", "?")
    assert walker.out.count("  2  oneens\n") == 3  # a new walk, and twice on asking
    assert walker.out.count("  t  toelichting\n") == 2


def test_enter_goes_on_where_there_is_nothing_to_choose_and_leaves_an_answer_as_it_is(walker):
    walker.type(*ENTERS, "4", "v", "", "")  # the last one is a statement without an answer
    assert "Uw antwoord nu: 4 eens\n" in walker.out
    assert walker.stored.response == Response(party="bakker", answers={"rol-eigen": 4})
    assert walker.stored.at == "item:rol-brood"
    assert "Dat kan hier niet. Typ 0 tot en met 5, t, s, v, o of q" in walker.out


def test_help_at_a_text_says_what_else_may_be_typed_and_is_no_answer(walker):
    walker.type("1", "1", "h", "?", "west")
    assert walker.out.count("  v  vorige\n  q  stoppen\n") == 2
    assert walker.stored.response.area == "west"


def test_a_letter_does_one_thing_in_the_whole_of_line_mode():
    does = {}
    for path in (ROOT / "src" / "samenspel" / "line").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(
                    func=ast.Name(id="Pick"), args=[ast.Constant(value=str(key)), _text, ast.Constant(value=str(id_))]
                ) if not key.isdigit():
                    does.setdefault(key, set()).add(id_)
    assert {"v", "s", "o", "t", "q", "h", "a", "w", "b", "k", "l"} <= set(does)
    assert [key for key, ids in does.items() if len(ids) > 1] == []
