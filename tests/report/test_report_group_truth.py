"""No sentence about a group says more than its figures do, whatever groups answered."""

import re

import pytest
from msgspec.structs import replace

from group_waves import DAY, equal, people, wave_of
from samenspel.authoring import find, load
from samenspel.exchange.give.group_tables import group_sheets
from samenspel.fictional.group import story
from samenspel.group import workshop
from samenspel.group.anonymity import release
from samenspel.group.change import with_changes
from samenspel.group.model import Group, Released, ReleasedDimension, Wave, contribution
from samenspel.group.results import results
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import document as d
from samenspel.report import text
from samenspel.report.groups import words
from samenspel.report.groups.actions import change
from samenspel.report.groups.advice import advice_blocks, advice_cards, advice_overview
from samenspel.report.groups.picture import comparison, dimension_chart
from samenspel.report.groups.report import group_report
from samenspel.report.groups.statements import spread_chart, strongest, strongest_items
from samenspel.response import Response

COACH, YOUTH = "wijkcoach", "jongerenwerker"


def answering(first: int, second: int, ways: dict[str, tuple[int, ...]], **special: dict[str, int]) -> list[Response]:
    """So many of each party, who give the answers of their party in turn; ``special`` holds some by statement."""
    found = []
    for nth, one in enumerate(people(first, second)):
        its = ways[one.party]
        answers = {id_: its[(nth + place) % len(its)] for place, id_ in enumerate(one.answers)}
        found.append(replace(one, answers=answers | special.get(one.party, {})))
    return found


def two_waves(questionnaire: Questionnaire, before: list[Response], now: list[Response]) -> tuple[Wave, Wave]:
    """Two revealed waves, the later with what changed."""
    given = [[contribution(questionnaire, one) for one in wave] for wave in (before, now)]
    first, second = (results(questionnaire, one, story().waves[0].experience, 5) for one in given)
    was = release(questionnaire, first, 5)
    later = with_changes(questionnaire, release(questionnaire, second, 5), second, was, first)
    return Wave(1, "2026-03-02", released=was), Wave(2, "2026-06-08", released=later)


def told(blocks: tuple[d.Block, ...]) -> str:
    return " ".join(text.render(blocks).split())


# Change: only the group as a whole is tested. ---------------------------------------------------------------------
STAYS = {COACH: (2, 2, 3), YOUTH: (3, 4, 4)}


def test_one_party_that_rose_is_not_told_that_nothing_changed(real):
    before = answering(5, 11, STAYS)
    now = answering(5, 11, STAYS | {COACH: (3, 3, 4)})
    first, second = two_waves(real, before, now)
    assert {one.word for one in second.released.changes if one.what == "dimension"} == {"geen"}
    said = told(change(real, second, first))
    assert "Bij geen enkel onderdeel is aangetoond dat de groep als geheel veranderde." in said
    assert "Of één partij veranderde, is niet getoetst." in said
    assert "wijkcoaches: van 2,3 naar 3,3 · jongerenwerkers: beide keren 3,7" in said


def test_what_did_change_is_said_of_the_group_as_a_whole(real):
    before = answering(9, 7, STAYS)
    now = answering(9, 7, {COACH: (4, 4, 5), YOUTH: (3, 4, 4)})
    first, second = two_waves(real, before, now)
    (chart,) = [block for block in change(real, second, first) if isinstance(block, d.GapChart)]
    assert chart.sentence.startswith("Duidelijk veranderd: ")
    assert chart.sentence.endswith("Dit gaat over de groep als geheel. Of één partij veranderde, is niet getoetst.")


def test_a_party_that_one_of_the_waves_hides_is_not_told_of(real):
    first, second = two_waves(real, answering(9, 3, STAYS), answering(9, 7, STAYS))
    said = told(change(real, second, first))
    assert "jongerenwerkers: van" not in said
    assert "jongerenwerkers: beide" not in said


def test_a_statement_of_one_party_that_moved_says_whose_it_is(real):
    own = next(item.id for item in real.asked.items if item.only == (COACH,))
    low, high = ({COACH: {own: answer}} for answer in (1, 5))
    before, now = (answering(9, 7, STAYS, **its) for its in (low, high))
    first, second = two_waves(real, before, now)
    table = next(block for block in change(real, second, first) if isinstance(block, d.Table))
    assert table.rows[0][-1].startswith("alleen wijkcoaches: duidelijk veranderd")


# Agreement: a party's word is about its own people, and never reads as if the two agreed with each other. ------------
def agreeing(questionnaire, whole, first, second) -> str:
    figures = dict.fromkeys(("mean", "sd", "unclear", "gap", "gap_interval", "difference"))
    within = {COACH: first, YOUTH: second}
    one = ReleasedDimension(id="rol", n=16, agreement=whole, agreement_parties=within, parties={}, **figures)
    return words.agreement(questionnaire, one)


@pytest.mark.parametrize(
    ("whole", "first", "second", "said"),
    [
        (None, "eens", "eens", "binnen elke partij: eens"),
        ("deels eens", "eens", "eens", "groep: deels eens · binnen elke partij: eens"),
        ("deels eens", "deels eens", "deels eens", "groep, ook binnen elke partij: deels eens"),
        (None, "eens", "sterk uiteen", "binnen de partijen: wijkcoaches eens, jongerenwerkers sterk uiteen"),
        ("eens", "eens", None, "groep: eens · wijkcoaches onder elkaar: eens"),
        (None, None, None, ""),
    ],
)
def test_a_party_agrees_within_itself(real, whole, first, second, said):
    assert agreeing(real, whole, first, second) == said


@pytest.mark.parametrize(("first", "second", "agreed"), [(20, 3, False), (3, 20, False), (20, 0, True), (0, 9, True)])
def test_a_few_who_stand_elsewhere_are_never_said_to_agree(real, first, second, agreed):
    """Twenty coaches at 2 and three youth workers at 4, whose figures are hidden, and the other way round."""
    apart = {COACH: (2,) * 9 + (3,), YOUTH: (4,) * 9 + (5,)}
    released = wave_of(real, answering(first, second, apart)).released
    assert ("eens" in {one.agreement for one in released.dimensions}) is agreed
    assert bool(re.search("groep[a-z, ]*: eens", told(comparison(real, released)))) is agreed


def test_where_the_gap_is_hidden_less_agreement_is_still_told(real):
    wide = {COACH: (1, 2, 3, 4, 5), YOUTH: (1, 2, 3, 4, 5)}
    released = wave_of(real, answering(20, 3, wide)).released
    assert {one.agreement for one in released.dimensions} == {"sterk uiteen"}


# The strongest: only what the questionnaire calls strong, told with the rule by which it was chosen. ------------------
LOW = {COACH: (2, 2, 3), YOUTH: (2, 2, 3)}


def test_what_scores_low_is_no_strong_point(real):
    released = wave_of(real, answering(9, 7, LOW)).released
    assert strongest_items(real, released) == ()
    said = told(strongest(real, released))
    assert "Het gaat om de hoogste gemiddelden, vanaf 4,0" in said
    assert said.endswith("Geen enkele stelling voldoet hieraan.")
    assert "al goed" not in said


def test_a_clear_difference_or_what_cannot_be_one_is_no_strong_point(real):
    """Of three statements with a high mean the parties are apart on one, and one says nothing of how it goes."""
    apart, good, needed = "rel-sfeer", "bel-jongere", "amb-zonder"
    high = {one: {apart: 5, good: 4, needed: 5} for one in (COACH, YOUTH)}
    high[YOUTH] = {apart: 4, good: 4, needed: 5}
    released = wave_of(real, answering(9, 7, LOW, **high)).released
    assert {one.id: one.difference for one in released.items}[apart] == "duidelijk"
    assert {one.id for one in released.items if (one.mean or 0) >= 4} == {apart, good, needed}
    level = replace(released, items=tuple(replace(one, difference="geen") for one in released.items))
    assert {one.id for one in strongest_items(real, level)} == {apart, good}
    assert [one.id for one in strongest_items(real, released)] == [good]
    said = told(strongest(real, released))
    assert "Dit gaat volgens de antwoorden al goed." in said
    assert "een duidelijk verschil tussen de partijen telt niet mee" in said


# The lowest and the highest: of what is shown, and only where they are apart. -----------------------------------------
def with_means(released: Released, *means: float | None) -> Released:
    """The same, the dimensions with these means of the whole group, and the parties alike."""
    dimensions = tuple(
        replace(one, mean=mean, gap=None if mean is None else 0.1, difference=None if mean is None else "geen")
        for one, mean in zip(released.dimensions, means, strict=True)
    )
    return replace(released, dimensions=dimensions, items=())


@pytest.mark.parametrize(
    ("means", "said", "unsaid"),
    [
        ((3.0, 3.1, 3.1, 3.0, 3.1, 3.2), "Alle onderdelen liggen dicht bij elkaar: 3,0 tot 3,2.", "laagst"),
        ((2.7, 3.1, 3.1, 3.0, 3.1, 3.2), "Het laagst staat Rolduidelijkheid: 2,7.", "Niet van elk onderdeel"),
        ((3.0, 3.1, 3.1, None, 3.1, 3.2), "Deze onderdelen liggen dicht bij elkaar: 3,0 tot 3,2.", "Alle onderdelen"),
        (
            (2.7, None, 3.1, 3.0, 3.1, None),
            "Dit gaat over wat wel te zien is. Het laagst staat Rolduidelijkheid",
            "Alle",
        ),
        ((3.0, 3.0, None, 3.0, 3.0, 3.0), "Deze onderdelen staan gelijk: 3,0.", "Alle onderdelen"),
        (
            (3.0, None, None, None, None, None),
            "Van één onderdeel is een cijfer te zien, Rolduidelijkheid: 3,0.",
            "hoogst",
        ),
        ((2.0, None, 3.1, None, 3.1, None), "Bij 3 onderdelen is het verschil niet te zien.", "Alle"),
    ],
)
def test_the_lowest_is_called_so_only_among_what_is_shown_and_where_it_is(real, means, said, unsaid):
    released = with_means(wave_of(real, people(9, 7)).released, *means)
    found = dimension_chart(real, released).sentence
    assert said in found
    assert unsaid not in found


def test_the_same_six_names_do_not_come_again_and_again(real):
    # Four answers in turn: in no dimension they come out even, so that people differ in each.
    released = wave_of(real, answering(18, 14, {COACH: (1, 2, 2, 3), YOUTH: (4, 4, 5, 3)})).released
    found = dimension_chart(real, released).sentence
    assert "De partijen verschillen duidelijk bij alle onderdelen." in found
    assert "stellingen is het verschil duidelijk, in alle onderdelen." in found
    assert found.count("Organisatie") <= 1


# Votes: the sum is that of the list, and no vote is not nought votes. -------------------------------------------------
def numbers(text_: str) -> int:
    return sum(int(one) for one in re.findall(r"(\d+) stem(?:men)?(?! (?:ging|naar))", text_))


def talking(questionnaire: Questionnaire) -> Wave:
    return wave_of(questionnaire, people(9, 7))


@pytest.mark.parametrize("aside", [0, 1, 2])
def test_the_votes_that_are_listed_make_the_sum(real, aside):
    wave = workshop.begin_voting(talking(real))
    ids = [one.id for one in workshop.ballot(wave)]
    for nth in range(6):
        wave = workshop.vote(wave, [ids[nth], ids[0], ids[7]])
    wave = workshop.end_voting(wave)
    for one in ids[1 : 1 + aside]:
        wave = workshop.dismiss(wave, one, "Niet van ons.")
    blocks = advice_overview(real, wave)
    said = told(blocks[:1])
    assert said.startswith("De groep gaf 18 stemmen. ")
    assert "6 mensen stemden. De meting heeft 16 deelnemers." in said
    gone = {0: "", 1: "Daarvan ging 1 stem naar wat nu is weggelegd.", 2: "Daarvan gingen 2 stemmen naar wat nu is"}
    assert gone[aside] in said
    assert ("weggelegd" in said) is bool(aside)
    tables = [block for block in (*blocks, *advice_blocks(real, wave)) if isinstance(block, d.Table)]
    assert numbers(" ".join(row[1] for table in tables for row in table.rows)) == 18
    cards = [block for block in advice_blocks(real, wave) if isinstance(block, d.AdviceCard)]
    assert [dict(card.facts)["Stemmen"] for card in cards] == [row[1] for row in tables[0].rows]


def test_votes_that_were_counted_in_the_room_say_so(real):
    wave = talking(real)
    ids = [one.id for one in workshop.ballot(wave)]
    said = told(advice_overview(real, workshop.count_votes(wave, dict.fromkeys(ids, 2)))[:1])
    assert "De stemmen zijn in de zaal geteld. De meting heeft 16 deelnemers." in said


def test_where_nobody_voted_there_are_not_nought_votes(real):
    wave = talking(real)
    assert {dict(card.facts)["Stemmen"] for card in advice_cards(real, wave)} == {"er is niet gestemd"}
    assert "0 stem" not in told(advice_blocks(real, wave))
    table = next(one for one in group_sheets(real, Group("west", 5), wave) if one.name == "adviezen")
    column = table.head.index("stemmen")
    assert {row[column] for row in table.rows} == {None}
    assert "het stemmen loopt nog" in table.meanings[column]
    first = wave.released.advice[0].id
    voted = workshop.count_votes(wave, {one.id: int(one.id == first) for one in wave.released.advice})
    table = next(one for one in group_sheets(real, Group("west", 5), voted) if one.name == "adviezen")
    assert [row[column] for row in table.rows][:2] == [1, 0]


def test_what_was_pinned_stands_before_the_rough_order(real):
    wave = talking(real)
    last = wave.released.advice[-1].id
    said = told(advice_overview(real, workshop.pin(wave, last, on=True))[:1])
    assert "Bovenaan staat wat de groep vastzette. De volgorde daarna is grof" in said
    assert "bovenaan staat wat het best past" not in said
    assert "bovenaan staat wat het best past" in told(advice_overview(real, wave)[:1])


# Names in statements: only where they stand, and true of the general paper form too. ----------------------------------
def test_how_to_read_the_names_is_said_only_where_they_stand(real):
    shown = wave_of(real, people(9, 7)).released.items
    said = {
        mark: words.names_in_statements(real, [one for one in shown if mark in real.item(one.id).text])
        for mark in ("{ander}", "{anderen}")
    }
    assert "Staat er ‘wijkcoach of jongerenwerker’?" in said["{ander}"]
    assert "Staat er ‘wijkcoaches of jongerenwerkers’?" in said["{anderen}"]
    assert words.names_in_statements(real, [one for one in shown if "{" not in real.item(one.id).text]) == ""
    assert words.names_in_statements(real, []) == ""
    alike = group_report(real, Group("west", 5), wave_of(real, equal(6, 6, 3)), date=DAY)
    assert "Staat er ‘" not in told(alike.blocks)


# Small things that were not so. ---------------------------------------------------------------------------------------
def spread_sentence(questionnaire: Questionnaire, *spreads: float) -> str:
    """What is said of the answers to the first statements of Relatie, which have these spreads."""
    mine = [one.id for one in questionnaire.asked.items if one.dimension == "rel"]
    released = wave_of(questionnaire, people(9, 7)).released
    found = {one.id: one for one in released.items}
    items = tuple(
        replace(found[id_], sd=sd, ranks={"verdeeldheid": nth}, nearly_all=None)
        for nth, (id_, sd) in enumerate(zip(mine, spreads, strict=False))
    )
    return spread_chart(questionnaire, replace(released, items=items), "rel").sentence


@pytest.mark.parametrize(
    ("spreads", "said"),
    [
        ((1.2, 1.1, 0.9), r"De antwoorden lopen het meest uiteen bij: ‘[^’]*’$"),
        ((1.2, 1.2, 0.9), r"De antwoorden lopen het meest uiteen bij: ‘[^’]*’ en ‘[^’]*’$"),
        ((1.2, 1.2, 1.2, 1.2, 0.9), r"De antwoorden lopen het meest uiteen bij 4 stellingen, daar even ver.$"),
        ((1.2, 1.2, 1.2), r"De antwoorden lopen bij elke stelling even ver uiteen.$"),
    ],
)
def test_statements_that_spread_as_far_as_each_other_are_told_so(real, spreads, said):
    assert re.match(said, spread_sentence(real, *spreads))


def test_a_statement_of_one_party_may_spread_more_and_that_is_allowed_for(real):
    own = next(one for one in real.asked.items if one.only)
    released = wave_of(real, people(9, 7)).released
    said = spread_chart(real, released, own.dimension).sentence
    assert said.endswith("Dit gaat over de stellingen voor beide partijen.")
    assert "beide partijen" not in spread_chart(real, released, "rel").sentence


def with_words(released: Released, *found: str) -> Released:
    items = tuple(replace(one, difference=found[nth % len(found)]) for nth, one in enumerate(released.items))
    dimensions = tuple(replace(one, difference=found[0]) for one in released.dimensions)
    return replace(released, items=items, dimensions=dimensions)


def test_a_word_is_explained_only_where_it_stands(real):
    released = wave_of(real, people(9, 7)).released
    assert words.by_chance(with_words(released, "duidelijk")) == ""
    assert words.by_chance(with_words(released, "geen")) == "‘Geen’ betekent: niet aangetoond."
    assert words.by_chance(with_words(released, "duidelijk", "mogelijk")).endswith("soms drie keer zoveel.")


def test_a_report_made_while_people_vote_does_not_speak_of_a_screen(real):
    wave = workshop.begin_voting(talking(real))
    for _voter in range(5):
        wave = workshop.vote(wave, [workshop.ballot(wave)[0].id])
    assert "scherm" not in words.why_no_votes(wave)
    assert "pas te zien als het stemmen is afgesloten" in words.why_no_votes(wave)


@pytest.mark.parametrize("name", ["samenwerking-jeugd", "school-wijkteam"])
def test_a_part_of_the_people_is_told_with_its_figures(name):
    questionnaire = load(find(name))
    said = questionnaire.advice("belangen-gesprek").evidence
    assert "6 van de 10" in said
    assert "3 van de 7" in said
    evidence = [one.evidence for one in questionnaire.advices] + [one.study for one in questionnaire.asked.items]
    assert not [text for text in evidence if "helft" in text]
