"""What a group may do in which phase of the workshop; every refusal says why, in Dutch."""

from datetime import date

import pytest
from msgspec.structs import replace

from samenspel.advice import RankedAdvice
from samenspel.group import workshop
from samenspel.group.model import Action, Released, Wave
from samenspel.group.workshop import WorkshopError, strike_out
from samenspel.hygiene import TooLongError

TODAY = date(2026, 11, 24)
ADVICE = tuple(RankedAdvice(id_, priority, ()) for id_, priority in [("praten", 60), ("bellen", 50), ("eten", 40)])
RELEASED = Released(6, 5, {}, (), (), (), ADVICE, None, {}, {})
COLLECTING = Wave(1, "2026-11-01")
LUNCH = Action("samen lunchen", "Anna", "2026-12-01", "2027-03-01")


@pytest.fixture
def revealed() -> Wave:
    return workshop.reveal(COLLECTING, RELEASED, TODAY)


def test_a_reveal_opens_the_comparison_and_keeps_what_was_released(revealed: Wave) -> None:
    assert (revealed.phase, revealed.revealed, revealed.released) == ("vergelijken", "2026-11-24", RELEASED)


def test_a_reveal_is_final(revealed: Wave) -> None:
    with pytest.raises(WorkshopError, match="al onthuld"):
        workshop.reveal(revealed, RELEASED, TODAY)
    with pytest.raises(WorkshopError, match="al onthuld"):
        workshop.reveal(workshop.close(revealed, TODAY), RELEASED, TODAY)


def test_without_responses_there_is_nothing_to_reveal() -> None:
    with pytest.raises(WorkshopError, match="nog geen antwoorden"):
        workshop.reveal(COLLECTING, replace(RELEASED, n=0), TODAY)


@pytest.mark.parametrize("there", ["vergelijken", "adviezen", "acties"])
@pytest.mark.parametrize("here", ["vergelijken", "adviezen", "acties"])
def test_the_talk_goes_back_and_forth(revealed: Wave, here: str, there: str) -> None:
    wave = workshop.go_to(workshop.go_to(revealed, here), there, at="rol")
    assert (wave.phase, wave.at) == (there, "rol")


@pytest.mark.parametrize("phase", ["verzamelen", "afgerond"])
def test_nobody_walks_back_to_collecting_or_on_to_the_end(revealed: Wave, phase: str) -> None:
    with pytest.raises(WorkshopError, match="na het onthullen"):
        workshop.go_to(revealed, phase)


CHANGES = {
    "go_to": lambda wave, _q: workshop.go_to(wave, "adviezen"),
    "vote": lambda wave, _q: workshop.vote(wave, ["praten"]),
    "count_votes": lambda wave, _q: workshop.count_votes(wave, {"praten": 1}),
    "pin": lambda wave, _q: workshop.pin(wave, "praten", on=True),
    "dismiss": lambda wave, _q: workshop.dismiss(wave, "praten", "kan niet"),
    "put_action": lambda wave, q: workshop.put_action(wave, q, LUNCH),
    "remove_action": lambda wave, _q: workshop.remove_action(wave, 0),
    "close": lambda wave, _q: workshop.close(wave, TODAY),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_is_done_before_the_reveal_or_after_the_end(small, revealed: Wave, change) -> None:
    for wave in (COLLECTING, workshop.close(revealed, TODAY)):
        with pytest.raises(WorkshopError, match="na het onthullen, en niet meer na het afronden"):
            change(wave, small)


def test_votes_add_up_person_by_person(revealed: Wave) -> None:
    wave = workshop.vote(workshop.vote(revealed, ["bellen", "bellen", "eten"]), ["bellen"])
    assert (wave.votes, wave.voters) == ({"bellen": 3, "eten": 1}, 2)


@pytest.mark.parametrize("votes", [[], ["praten"] * 4])
def test_everyone_has_one_to_three_votes(revealed: Wave, votes: list[str]) -> None:
    with pytest.raises(WorkshopError, match="hooguit 3"):
        workshop.vote(revealed, votes)


def test_only_the_groups_advices_can_be_voted_for_pinned_or_put_aside(revealed: Wave) -> None:
    for change in (
        lambda: workshop.vote(revealed, ["onzin"]),
        lambda: workshop.count_votes(revealed, {"onzin": 1}),
        lambda: workshop.pin(revealed, "onzin", on=True),
        lambda: workshop.dismiss(revealed, "onzin", "nee"),
    ):
        with pytest.raises(WorkshopError, match="‘onzin’ is geen advies"):
            change()


def test_counted_votes_come_in_place_of_all_that_were_cast(revealed: Wave) -> None:
    wave = workshop.count_votes(workshop.vote(revealed, ["praten"]), {"eten": 4, "bellen": 0})
    assert (wave.votes, wave.voters) == ({"eten": 4}, 0)
    with pytest.raises(WorkshopError, match="0 of meer"):
        workshop.count_votes(revealed, {"eten": -1})


def test_advices_stand_pinned_first_then_by_votes_then_as_ranked(revealed: Wave) -> None:
    order = lambda wave: [one.id for one in workshop.advices_to_vote(wave)]  # noqa: E731 - a word for it
    assert order(COLLECTING) == []
    assert order(revealed) == ["praten", "bellen", "eten"]
    wave = workshop.count_votes(revealed, {"bellen": 1})
    assert order(wave) == ["bellen", "praten", "eten"]
    assert order(workshop.pin(wave, "eten", on=True)) == ["eten", "bellen", "praten"]
    assert order(workshop.dismiss(wave, "praten", "kan niet")) == ["bellen", "eten"]


def test_votes_of_few_stay_hidden_in_the_order_too(revealed: Wave) -> None:
    wave = revealed
    for voters in range(1, 7):
        wave = workshop.vote(wave, ["eten"])
        seen = voters >= RELEASED.minimum
        assert workshop.too_few_voters(wave) != seen
        for voting in (wave, workshop.go_to(wave, "adviezen"), workshop.go_to(wave, "adviezen", at=workshop.VOTING)):
            assert workshop.votes_hidden(voting)  # wherever the group is: nobody looks between two voters
            assert workshop.votes_shown(voting) == {}
            assert workshop.advices_to_vote(voting)[0].id == "praten"
        if not seen:
            with pytest.raises(WorkshopError, match="te weinig mensen"):
                workshop.end_voting(wave)
            continue
        ended = workshop.end_voting(voting)
        assert workshop.votes_shown(ended) == {"eten": voters}
        assert workshop.advices_to_vote(ended)[0].id == "eten"
        with pytest.raises(WorkshopError, match="totalen zijn al te zien"):
            workshop.vote(ended, ["eten"])
    assert not workshop.votes_hidden(workshop.close(wave, TODAY))
    assert not workshop.votes_hidden(workshop.left_behind(voting))


def test_voting_goes_on_after_a_pause_and_begins_anew_once_votes_were_seen(revealed: Wave) -> None:
    paused = workshop.go_to(workshop.vote(workshop.begin_voting(revealed), ["eten"]), "acties")
    assert workshop.vote(workshop.begin_voting(paused), ["bellen"]).votes == {"eten": 1, "bellen": 1}
    for seen in (
        workshop.count_votes(revealed, {"eten": 9}),
        workshop.end_voting(replace(paused, voters=RELEASED.minimum)),
    ):
        anew = workshop.begin_voting(seen)
        assert (anew.votes, anew.voters) == ({}, 0)


def test_the_first_eight_are_voted_on_unless_the_others_are_added(revealed: Wave, monkeypatch) -> None:
    monkeypatch.setattr(workshop, "VOTED_ON", 2)
    wave = workshop.begin_voting(revealed)
    assert [one.id for one in workshop.ballot(wave)] == ["praten", "bellen"]
    with pytest.raises(WorkshopError):
        workshop.vote(wave, ["eten"])
    every = workshop.vote_on_all(wave)
    assert workshop.vote(every, ["eten"]).votes == {"eten": 1}
    pinned = workshop.pin(workshop.vote(wave, ["bellen"]), "eten", on=True)
    assert [one.id for one in workshop.ballot(pinned)] == ["praten", "bellen"]  # the same for all who vote
    with pytest.raises(WorkshopError, match="al gestemd"):
        workshop.vote_on_all(pinned)
    assert not workshop.voted_on(pinned, "eten")
    counted = workshop.count_votes(pinned, {"eten": 0, "bellen": 3})
    assert workshop.voted_on(counted, "eten")
    assert not workshop.voted_on(counted, "praten")


def test_an_open_table_sees_few_votes_but_not_while_there_is_voting(revealed: Wave) -> None:
    wave = workshop.vote(replace(revealed, released=replace(RELEASED, open_table=True)), ["eten"])
    assert workshop.votes_shown(wave) == {}
    assert workshop.votes_shown(workshop.end_voting(wave)) == {"eten": 1}


def test_pinning_is_once_and_can_be_undone(revealed: Wave) -> None:
    wave = workshop.pin(workshop.pin(revealed, "eten", on=True), "eten", on=True)
    assert wave.pinned == ("eten",)
    assert workshop.pin(wave, "eten", on=False).pinned == ()


def test_an_advice_is_put_aside_with_a_reason_and_taken_back(revealed: Wave) -> None:
    wave = workshop.dismiss(workshop.pin(revealed, "eten", on=True), "eten", "  geen   tijd\x1b ")
    assert (wave.dismissed, wave.pinned) == ({"eten": "geen tijd"}, ())
    assert workshop.dismiss(wave, "eten", None).dismissed == {}
    with pytest.raises(WorkshopError, match="waarom"):
        workshop.dismiss(revealed, "eten", " \x1b ")
    with pytest.raises(TooLongError):
        workshop.dismiss(revealed, "eten", "x" * 301)


def test_an_action_is_added_changed_and_taken_away(small, revealed: Wave) -> None:
    wave = workshop.put_action(revealed, small, LUNCH)
    wave = workshop.put_action(wave, small, replace(LUNCH, what="bellen"))
    wave = workshop.put_action(wave, small, replace(LUNCH, who="Bram"), 0)
    assert [(a.what, a.who) for a in wave.actions] == [("samen lunchen", "Bram"), ("bellen", "Anna")]
    assert workshop.remove_action(wave, 0).actions == wave.actions[1:]


def test_more_than_five_actions_are_refused_but_changing_one_is_not(small, revealed: Wave) -> None:
    wave = revealed
    for _nth in range(workshop.MOST_ACTIONS):
        wave = workshop.put_action(wave, small, LUNCH)
    with pytest.raises(WorkshopError, match="Meer dan 5"):
        workshop.put_action(wave, small, LUNCH)
    assert workshop.put_action(wave, small, replace(LUNCH, who="Bram"), 4).actions[4].who == "Bram"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"what": " "}, "wat u gaat doen"),
        ({"who": "\u202e"}, "wie dat doet"),
        ({"when": "1-12-2026"}, "1-2-2027"),
        ({"check_back": ""}, "1-2-2027"),
        ({"check_back": "2026-11-30"}, "of op een dag daarna"),
        ({"when": "2026-11-23"}, "al voorbij. Kies 24 november 2026, of een dag daarna"),
        ({"when": "", "check_back": "2020-01-01"}, "1-2-2027. Deze dag is al voorbij"),
    ],
)
def test_an_action_says_what_who_and_when(small, revealed: Wave, change: dict, says: str) -> None:
    with pytest.raises(WorkshopError, match=says):
        workshop.put_action(revealed, small, replace(LUNCH, **change))


def test_an_action_on_the_day_of_the_reveal_is_in_time(small, revealed: Wave) -> None:
    at_once = replace(LUNCH, when="2026-11-24", check_back="2026-11-24")
    assert workshop.put_action(revealed, small, at_once).actions == (at_once,)


def test_an_actions_texts_are_cleaned_and_unknown_dimensions_left_out(small) -> None:
    action = workshop.checked_action(small, replace(LUNCH, what="samen\x1b eten", dimensions=("rel", "onzin")))
    assert (action.what, action.dimensions) == ("samen eten", ("rel",))
    with pytest.raises(TooLongError):
        workshop.checked_action(small, replace(LUNCH, remark="x" * 301))


def test_what_was_read_in_is_remembered_while_answers_are_collected(revealed: Wave) -> None:
    collecting = Wave(1, TODAY.isoformat())
    assert workshop.read_from(collecting, "/media/stick").source == "/media/stick"
    assert not workshop.read_from(collecting, "/media/\x1b[31m").source  # no text that we would store
    assert workshop.read_from(revealed, "/media/stick") == revealed


def test_every_fault_of_an_action_is_said_at_once_by_field(small) -> None:
    found = workshop.faults(replace(LUNCH, what="x" * 301, who=" ", when="morgen", check_back=""))
    assert list(found) == ["what", "who", "when", "check_back"]
    assert "301 tekens" in found["what"]
    with pytest.raises(WorkshopError) as told:
        workshop.checked_action(small, replace(LUNCH, who="", when=""))
    assert str(told.value) == "Schrijf op wie dat doet. Schrijf een dag als 1 februari 2027, of als 1-2-2027."
    assert not workshop.faults(LUNCH)


def test_how_an_action_went_can_be_written_down_after_the_end(small, revealed: Wave) -> None:
    wave = workshop.close(workshop.put_action(revealed, small, LUNCH), TODAY)
    wave = workshop.follow_up(wave, 0, "deels", " twee \x1bkeer ")
    assert (wave.actions[0].outcome, wave.actions[0].remark) == ("deels", "twee keer")
    assert (wave.phase, wave.closed) == ("afgerond", "2026-11-24")


def test_an_advice_touches_the_dimensions_of_the_statements_that_bring_it_up(small) -> None:
    assert workshop.touched(small, "praten") == ("rol",)
    assert workshop.touched(small, "kennismaken") == ("rel",)


# Striking out -------------------------------------------------------------------------------------------------


def spoken(wave: Wave, *texts: str) -> Wave:
    return replace(wave, released=replace(wave.released, open_answers={"toe-goed": texts}))


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Jan", "[…] belt januari, en […]-Peter ook. […]!"),
        ("  jan-peter ", "Jan belt januari, en […] ook. JAN!"),
        ("belt  januari", "Jan […], en Jan-Peter ook. JAN!"),
        ("Jan belt januari, en Jan-Peter ook. JAN!", "[…]"),
    ],
)
def test_words_are_struck_out_of_one_answer_as_often_as_they_stand_in_it(revealed, words, left) -> None:
    text = "Jan belt januari, en Jan-Peter ook. JAN!"
    wave, rest = strike_out(spoken(revealed, "Jan", text, "Taart"), "toe-goed", text, words)
    assert rest == left
    assert wave.released.open_answers == {"toe-goed": ("Jan", left, "Taart")}
    assert wave.released.struck == 1


def test_a_whole_answer_is_struck_out_and_of_two_that_are_the_same_one(revealed) -> None:
    wave, rest = strike_out(spoken(revealed, "Taart", "Koek", "Taart"), "toe-goed", "Taart")
    assert (rest, wave.released.open_answers) == ("", {"toe-goed": ("Koek", "Taart")})
    for nth, text in enumerate(("Koek", "Taart"), 2):
        wave, _rest = strike_out(wave, "toe-goed", text)
        assert wave.released.struck == nth
    assert wave.released.open_answers == {}


@pytest.mark.parametrize(
    ("text", "words"), [("Taart", "Koek"), ("Taart", ""), ("Taart", " "), ("Taart", "aar"), ("Koek", None)]
)
def test_what_does_not_stand_there_cannot_be_struck_out(revealed, text, words) -> None:
    with pytest.raises(WorkshopError, match="staat"):
        strike_out(spoken(revealed, "Taart"), "toe-goed", text, words)
