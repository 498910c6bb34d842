"""Plain line mode: what is typed is what is stored, whatever goes wrong on the way."""

import os
import subprocess
import sys
from datetime import datetime
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line_walker import Walker, streams
from msgspec.structs import replace

from bots import lines_for, responses
from commands import environment, write_questionnaire
from samenspel import answering
from samenspel.finishing import reopen
from samenspel.line import INTERRUPTED, prompter, prompter_for, walk_through
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTests
from samenspel.storage.shelf import Shelf
from samenspel.walk import Step

FULL = Response(
    party="bakker",
    area="west",
    experience="langer-1",
    meeting="ja",
    answers={"rol-eigen": 4, "rol-brood": 2, "rol-ander": 0, "rel-overleg": 5, "rel-kennen": 1, "rel-lastig": 3},
    notes={"rol-ander": "[/] <b> {ander} alleen op maandag"},
    knowledge={"kennis-brood": "slager", "kennis-klant": "allebei"},
    open={"toe-goed": "De koffie. ☕"},
    activities={"lunch": True, "anders": False},
)


@pytest.fixture
def walker(tmp_path, small):
    return Walker(tmp_path, small)


def test_a_whole_self_test_is_stored_as_typed_and_the_results_follow(walker, small):
    assert walker.type(*lines_for(small, FULL)) == 0
    assert walker.stored.response == FULL
    assert walker.stored.finished
    assert "Uw zelftest is af en bewaard." in walker.out
    assert "Rolduidelijkheid" in walker.out.split("af en bewaard")[1]
    assert "samenspel rapport" in walker.out


@settings(max_examples=settings().max_examples // 2)
@given(data=st.data())
def test_any_response_that_can_be_walked_is_stored_exactly(small, data):
    response = data.draw(responses(small))
    with TemporaryDirectory() as folder:
        walker = Walker(folder, small)
        assert walker.type(*lines_for(small, response)) == 0
        assert walker.stored.response == response


@settings(max_examples=5)
@given(data=st.data())
def test_so_it_is_with_the_questionnaire_that_we_ship(real, data):
    response = data.draw(responses(real))
    with TemporaryDirectory() as folder:
        walker = Walker(folder, real)
        assert walker.type(*lines_for(real, response)) == 0
        assert walker.stored.response == response


def test_no_escape_character_is_ever_printed(walker, small):
    hostile = FULL.__class__(party="bakker", notes={"rol-eigen": "\x1b[31mrood\x07"}, open={"toe-goed": "\x1b]0;x\x07"})
    walker.type(*lines_for(small, hostile))
    assert "\x1b" not in walker.out
    assert "\x07" not in walker.out
    assert walker.stored.response.notes == {"rol-eigen": "[31mrood"}


def test_the_person_is_told_what_happens_with_the_answers_before_the_first_question(walker):
    walker.type()
    before = walker.out.split("Hoeveel tijd hebt u?")[0]
    assert "blijven op deze computer" in before
    assert str(walker.store.folder) in before
    assert "naam niet" in before


def test_the_form_named_on_the_command_line_is_not_asked_again(walker):
    walker.type("1", form="kort")
    assert "Hoeveel tijd" not in walker.out
    assert walker.stored.response == Response(form="kort", party="bakker")


@pytest.mark.parametrize("wrong", ["", "9", "a", "1 2", "-1", "twee"])
def test_a_wrong_entry_says_what_is_allowed_and_asks_again(walker, wrong):
    walker.type("1", wrong, "2")
    assert "Dat kan hier niet. Typ 1 tot en met 3, v of q, en druk op Enter." in walker.out
    assert walker.stored.response.party == "slager"


def test_the_id_and_the_word_may_be_typed_too(walker):
    walker.type("kort", "slager", "VORIGE", "andere-rol")
    assert walker.stored.response == Response(form="kort", party="andere-rol")


def test_zero_is_refused_where_it_is_not_offered(walker):
    walker.type("1", "1", "", "s", "s", "s", "0", "4")
    assert walker.stored.response.answers == {"rol-eigen": 4}
    assert "Dat kan hier niet. Typ 1 tot en met 5, t, s, v, o of q" in walker.out


def test_going_back_shows_the_answer_given_and_can_change_it(walker):
    walker.type("1", "1", "", "s", "s", "s", "4", "v", "2")
    assert "Uw antwoord nu: 4 eens" in walker.out
    assert walker.stored.response.answers == {"rol-eigen": 2}


def test_back_from_the_first_question_comes_to_the_form_which_may_be_changed(walker):
    walker.type("1", "v", "2", "1")
    assert walker.stored.response == Response(form="kort", party="bakker")


def test_a_note_can_be_kept_changed_and_taken_away(walker):
    at_first = ["1", "1", "", "s", "s", "s"]
    walker.type(*at_first, "t", "eerst", "t", "", "t", "later")
    assert walker.stored.response.notes == {"rol-eigen": "later"}
    assert "Uw toelichting: eerst" in walker.out
    walker.type("1", "t", "-")
    assert walker.stored.response.notes == {}


TO_THE_NOTE = ("1", "1", "", "s", "s", "s", "t")
LONG = "Begin. " + "x" * 1_990 + " en het eind"


def test_a_note_that_is_too_long_is_kept_until_it_is_shorter(walker):
    walker.type(*TO_THE_NOTE, LONG, "k", "", "b", "t", "")
    assert "Deze tekst heeft 2009 tekens. Hooguit 2000 mag." in walker.out
    assert "Het begin dat past, eindigt zo: … " in walker.out
    assert "xxx en\n" in walker.out
    assert walker.stored.response.notes == {"rol-eigen": LONG[:2_000].strip()}


def test_a_note_that_is_too_long_may_be_typed_shorter(walker):
    walker.type(*TO_THE_NOTE, LONG, "k", "x" * 20_000, "k", "kort")
    assert "Deze tekst heeft 20000 tekens. Hooguit 2000 mag." in walker.out
    assert walker.stored.response.notes == {"rol-eigen": "kort"}


@pytest.mark.parametrize("then", [(), ("k",)], ids=["choosing", "shortening"])
def test_who_stops_at_a_note_that_is_too_long_keeps_its_beginning(walker, then):
    walker.type(*TO_THE_NOTE, LONG, *then)
    assert "Het begin is bewaard." in walker.out
    assert walker.stored.response.notes == {"rol-eigen": LONG[:2_000].strip()}


def test_of_an_open_answer_that_is_too_long_the_beginning_can_be_kept(walker, small):
    lines = lines_for(small, FULL)
    walker.type(*lines[: lines.index("De koffie. ☕")], "y" * 2_001, "b", "1")
    assert walker.stored.response.open == {"toe-goed": "y" * 2_000}


def test_an_area_can_be_changed_and_taken_away(walker):
    walker.type("1", "1", "west", "v", "oost", "v", "")
    assert walker.stored.response.area == "oost"
    assert "Uw antwoord nu: oost" in walker.out
    walker.type("1", "v", "-")
    assert walker.stored.response.area == ""


def test_a_card_tells_the_right_answer_and_is_locked_after_the_first(walker, small):
    lines = lines_for(small, FULL)
    first_card = lines.index("2", lines.index("3"))  # the number of the slager, after the last statement
    walker.type(*lines[: first_card + 1], "v", "s")
    assert (
        "Niet goed. Volgens deze vragenlijst is het antwoord: bakker. Bij u kan het anders zijn. De bakker bakt brood."
        in walker.out
    )
    assert walker.out.count("Bewaard: slager") == walker.out.count("Uw antwoord: slager") == 1
    assert walker.stored.response.knowledge == {"kennis-brood": "slager"}
    assert walker.stored.at == "card:kennis-klant"


def test_an_open_answer_can_be_changed_and_taken_away(walker, small):
    lines = lines_for(small, FULL)
    upto = lines.index("De koffie. ☕")
    walker.type(*lines[:upto], "Eerst.", "v", "a", "Later.")
    assert walker.stored.response.open == {"toe-goed": "Later."}
    walker.type("1", "w", "v")
    assert walker.stored.response.open == {}


def test_nothing_is_asked_of_sharing_and_what_0_1_0_was_told_stays_until_it_is_taken_away(walker, small):
    lines = lines_for(small, FULL)
    upto = lines.index("De koffie. ☕")
    walker.type(*lines[:upto], "Eerst.", "1", "1", "s", "v")
    assert "groep" not in walker.out
    walker.store.update(
        walker.stored.id, lambda kept: replace(kept, response=answering.share(kept.response, "toe-goed", on=True))
    )
    walker.type("1", "v", "a", "Later.", "s")
    assert walker.stored.response.shared == ("toe-goed",)
    walker.type("1", "v", "w")
    assert walker.stored.response.shared == ()


def test_an_activity_can_be_unticked(walker, small):
    lines = lines_for(small, FULL)
    upto = lines.index("De koffie. ☕")
    walker.type(*lines[:upto], "", "1", "1", "1", "3")
    assert walker.stored.response.activities == {}


def test_the_overview_leads_back(walker):
    walker.type("1", "1", "", "s", "s", "s", "o", "v", "4")
    assert "  v  terug" in walker.out
    assert walker.stored.response.answers == {"rol-eigen": 4}


def test_every_place_to_write_asks_for_no_names(walker, small):
    lines = lines_for(small, FULL)
    walker.type(*lines[: lines.index("De koffie. ☕")])
    assert walker.out.count("Schrijf geen namen op, ook niet van collega's.") == 2  # a note, and an open question


def test_the_overview_shows_what_is_open_and_jumps(walker):
    walker.type("1", "1", "", "s", "s", "s", "4", "o", "3", "5")
    assert "1  beantwoord: Dit is stelling rol-eigen over de slagers." in walker.out
    assert "2  nog open: Dit is stelling rol-brood over de slagers." in walker.out
    assert walker.stored.response.answers == {"rol-eigen": 4, "rol-ander": 5}


def test_the_review_leads_to_the_first_gap(walker, small):
    some = Response(party="bakker", experience="langer-1", meeting="ja", answers={"rol-eigen": 3})
    walker.type(*lines_for(small, some)[:-2], "2", "4")
    assert "Bijna klaar. U beantwoordde 1 van de 6 stellingen." in walker.out
    assert "Bijna klaar. U beantwoordde 2 van de 6 stellingen." in walker.out
    assert walker.stored.response.answers == {"rol-eigen": 3, "rol-brood": 4}


def test_with_much_left_open_finishing_asks_once_more(walker, small):
    some = Response(party="bakker", answers={"rol-eigen": 3, "rol-ander": 3, "rol-brood": 3})
    walker.type(*lines_for(small, some)[:-1], "1", "1")
    assert "U liet 3 van de 6 stellingen open. Dit onderdeel krijgt zo geen score: Relatie." in walker.out
    assert walker.out.count("Bijna klaar.") == 2
    assert walker.stored.finished is None
    walker.type("1", "1", "2")
    assert walker.stored.finished


@pytest.mark.parametrize("upto", [0, 1, 2, 3, 7, 8, 12])
def test_the_end_of_the_input_keeps_everything_and_says_how_to_go_on(walker, small, upto):
    lines = lines_for(small, FULL)
    assert walker.type(*lines[:upto]) == INTERRUPTED
    assert "Verder gaat u met: samenspel zelftest --regel" in walker.out
    if not upto:
        assert walker.store.ids() == []
        return
    rest = lines[upto:]
    assert walker.type("1", *rest) == 0
    assert walker.stored.response == FULL


def test_stopping_on_purpose_is_no_failure(walker):
    assert walker.type("1", "1", "q") == 0
    assert "is bewaard" in walker.out
    assert walker.stored.response.party == "bakker"


def test_resuming_says_how_far_one_was(walker):
    walker.type("1", "1", "", "s", "s", "s", "4", "4")
    walker.type("1")
    assert "bezig met een zelftest (2 van de 6 stellingen beantwoord)" in walker.out
    assert "Stelling 3 van 6" in walker.out


def test_a_new_one_may_be_started_beside_an_open_one(walker):
    walker.type("1", "1")
    first = walker.stored
    walker.type("2", "1", "2")
    assert len(walker.store.ids()) == 2
    assert walker.store.read(first.id) == first


def test_a_named_questionnaire_does_not_resume_another(walker, small):
    import msgspec

    walker.type("1", "1")
    other = msgspec.structs.replace(small, hash="1" * 64, asked=msgspec.structs.replace(small.asked, id="ander"))
    walker.questionnaire = other
    walker.type("1", "2", named=True)
    assert "bezig met een zelftest" not in walker.out
    assert {kept.questionnaire.id: kept.response.party for kept in walker.store.newest()} == {
        "klein": "bakker",
        "ander": "slager",
    }


def test_another_questionnaire_may_be_chosen_at_the_door_and_is_remembered(walker, small):
    own = walker.store.folder / "eigen-vragenlijsten"
    write_questionnaire(own / "mijn", small)
    write_questionnaire(own / "school-wijkteam", small)
    write_questionnaire(own / "stuk", small)
    (own / "stuk" / "adviezen.yaml").write_text("adviezen: [", encoding="utf-8")
    walker.type("l", "v", "l", "2", "l", "4", "1", "l", "4", "2", "l", "q")
    assert "‘stuk’. Niet te gebruiken: 1 fout. adviezen.yaml, regel " in walker.out
    assert walker.out.count("  2  Zelftest school en wijkteam\n") == 3
    assert walker.out.count("  2  Zelftest school en wijkteam (nu gekozen)\n") == 2
    assert "  3  Kleine zelftest, mijn (van uzelf)\n" in walker.out
    assert walker.out.count("heeft dezelfde id als een meegeleverde vragenlijst") == 2
    assert "  4  Kleine zelftest, school-wijkteam (van uzelf, nu gekozen)\n" in walker.out
    assert Shelf(walker.store.folder).chosen().key == "eigen-vragenlijsten/school-wijkteam"
    assert walker.store.ids() == []


def test_the_one_that_was_chosen_at_the_door_is_the_one_that_is_asked(walker):
    walker.type("l", "2", "2", "1")
    assert walker.stored.questionnaire.id == "school-wijkteam"
    assert walker.stored.response == Response(form="kort", party="school")
    walker.type("1")
    assert walker.out.startswith("Zelftest school en wijkteam\nU bent al bezig met een zelftest (0 van de 18 ")


def test_saved_is_only_said_after_the_save(walker, monkeypatch):
    walker.type("1", "1")

    def full(*_args):
        raise StorageError("De schijf is vol.")

    monkeypatch.setattr(SelfTests, "update", full)
    with streams("1\nwest\n") as out, pytest.raises(StorageError):
        walk_through(
            walker.store,
            prompter_for(plain=True),
            load_questionnaire=lambda: walker.questionnaire,
            named=False,
            form=None,
        )
    assert "Bewaard" not in out.getvalue()


def test_an_unreadable_self_test_is_mentioned_and_does_not_stand_in_the_way(walker):
    walker.type("1", "1")
    path = walker.store.folder / "zelftests" / f"{walker.stored.id}.json"
    path.write_text("{", encoding="utf-8")
    assert walker.type("1", "2") == INTERRUPTED
    assert "beschadigd" in walker.out
    assert walker.stored.response.party == "slager"


def test_a_self_test_from_the_app_with_many_lines_in_a_note_goes_on_here(walker, small):
    session = Session.start(walker.store, small, "volledig", datetime(2026, 1, 2, 3, 4, 5))  # noqa: DTZ001 - the wall clock
    session.answer("bakker", datetime(2026, 1, 2, 3, 4, 6))  # noqa: DTZ001 - idem
    session.go(Step("item", "rol-eigen"), datetime(2026, 1, 2, 3, 4, 7))  # noqa: DTZ001 - idem
    session.note("een\ntwee", datetime(2026, 1, 2, 3, 4, 8))  # noqa: DTZ001 - idem
    walker.type("1", "t", "", "4")
    assert walker.stored.response.notes == {"rol-eigen": "een\ntwee"}
    assert walker.stored.response.answers == {"rol-eigen": 4}


def test_a_self_test_without_its_questions_does_not_keep_anyone_from_a_new_one(walker, small):
    walker.type("1", "1")
    (walker.store.snapshots / f"{small.hash}.json").unlink()
    assert walker.type("kort", "slager", "q") == 0
    assert "is weg of beschadigd" in walker.out
    assert Response(form="kort", party="slager") in [selftest.response for selftest in walker.store.newest()]


def test_at_a_terminal_a_line_goes_on_below_its_own_words(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(prompter, "get_terminal_size", lambda: os.terminal_size((31, 20)))
    prompter.show("  12  nog open: Wij praten open over wat ieder nodig heeft.\nGewoon een regel die te lang is.")
    assert capsys.readouterr().out.splitlines() == [
        "  12  nog open: Wij praten",
        "      open over wat ieder",
        "      nodig heeft.",
        "Gewoon een regel die te lang",
        "is.",
    ]


def test_line_mode_never_imports_textual(small, tmp_path):
    """A whole self-test with its results, in a process of its own."""
    folder = write_questionnaire(tmp_path / "q", small)
    ask = ["zelftest", "--regel", "--vragenlijst", str(folder)]
    script = (
        "import sys\n"
        "from samenspel.cli import cli\n"
        f"code = cli({ask!r}, standalone_mode=False)\n"
        "print(code, *sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        input="".join(f"{line}\n" for line in lines_for(small, FULL)),
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=environment(tmp_path / "data"),
    )
    assert "Uw zelftest is af en bewaard." in done.stdout
    code, *loaded = done.stderr.splitlines()[-1].split()
    assert code == "0"
    assert {"samenspel.line", "samenspel.report.text"} <= set(loaded)
    assert not {"textual", "reportlab", "questionary"} & set(loaded)


def test_a_self_test_of_today_is_opened_again_and_finished_anew(walker, small):
    assert walker.type(*lines_for(small, FULL)) == 0
    assert "samenspel zelftest --heropen" in walker.out
    opened = reopen(walker.store, walker.stored.id, datetime.fromisoformat(walker.stored.finished))
    walker.type("o", "1", "5", "1", selftest=opened)
    assert "weer open" in walker.out
    assert walker.out.count("Bijna klaar.") == 2
    assert walker.stored.finished
    assert walker.stored.response == replace(FULL, answers=FULL.answers | {"rol-eigen": 5})
