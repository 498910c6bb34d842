"""A group's result as slides: the report's sentences and figures, and nothing that the group did not release."""

import re
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_help import texts

from group_waves import DAY, equal, people, wave_of
from samenspel.group import workshop
from samenspel.group.model import Action, Group, Released, Wave
from samenspel.presenting.pages import Compared, Deck, Fits, Question, Words
from samenspel.questionnaire.model import OTHER_ROLE
from samenspel.report.charts import pairs
from samenspel.report.compared import as_chart
from samenspel.report.groups.front import chosen
from samenspel.report.groups.report import NotRevealedError
from samenspel.report.groups.slides import group_deck
from samenspel.report.groups.statements import striking_items, strongest_items
from samenspel.response import Response
from samenspel.taal import getal

WEST = Group("Wijkteam West", 5)


def told(deck: Deck) -> str:
    return " ".join(text for page in deck.pages for text in texts(page))


def page(deck: Deck, title: str, kind: type):
    return next(one.body for one in deck.pages if one.title == title and isinstance(one.body, kind))


def differing(first: int, second: int, ways: dict[str, tuple[int, ...]]):
    """So many of each party, who answer statement by statement what their party does in turn."""
    return [
        replace(one, answers={id_: ways[one.party][nth % len(ways[one.party])] for nth, id_ in enumerate(one.answers)})
        for one in people(first, second)
    ]


OPPOSED = {"wijkcoach": (5, 2, 2), "jongerenwerker": (2, 4, 4)}


@pytest.fixture(scope="module")
def deck(real, demo) -> Deck:
    group, first, second = demo
    return group_deck(real, group, second, first)


def test_a_wave_before_the_reveal_has_none(real):
    with pytest.raises(NotRevealedError):
        group_deck(real, WEST, Wave(1, "2026-03-02"))


def test_it_tells_few_things_each_in_its_place(deck):
    assert [slide.title for slide in deck.slides] == [
        "Wie deden mee?",
        "Hoe staat de groep ervoor?",
        "Wat gaat al goed?",
        "Waar zien zij het anders?",
        "Hoe ging het met de acties?",
        "Wat is er veranderd?",
        "Wat koos de groep?",
        "Wat zeggen deze cijfers niet?",
        "Waar kunt u over praten?",
    ]
    assert [deck.pages[slide.first].title for slide in deck.slides] == [slide.title for slide in deck.slides]
    assert len(deck.pages) == 14
    assert 30 <= deck.minutes <= 60
    for one in deck.pages:
        assert one.notes
        assert one.below == ("minimum 5 · verzonnen · meting 2 · Wijkteam West (verzonnen)",)
    assert "Deze groep is verzonnen." in told(deck)


def test_the_figures_are_those_that_were_released(real, demo, deck):
    _group, first, second = demo
    chart = page(deck, "Hoe staat de groep ervoor?", Compared)
    for row, one in zip(chart.rows, second.released.dimensions, strict=True):
        assert (row.values, row.whole) == (tuple(one.parties.values()), one.mean)
    gaps = page(deck, "Waar zien zij het anders?", Compared)
    for row, one in zip(gaps.rows, striking_items(real, second.released, "verschil"), strict=False):
        assert row.values == tuple(one.parties.values())
        assert getal(abs(one.gap)) in row.said
    strong = page(deck, "Wat gaat al goed?", Compared)
    assert [row.whole for row in strong.rows] == [one.mean for one in strongest_items(real, second.released)][:3]
    waves = page(deck, "Wat is er veranderd?", Compared)
    was = [one.mean for one in first.released.dimensions]
    assert [row.values for row in waves.rows] == [
        (before, one.mean) for before, one in zip(was, second.released.dimensions, strict=True)
    ]
    assert [row.said for row in waves.rows].count("duidelijk veranderd") == 2
    assert pairs(as_chart(gaps))[0].at[0] > pairs(as_chart(gaps))[0].at[1]


def test_what_was_chosen_is_told_as_the_group_wrote_it(demo, real, deck):
    wave = demo[2]
    agreed = [one.body for one in deck.pages if one.title == "Wat koos de groep?"]
    assert agreed[0].text == chosen(real, wave)
    for action, said in zip(wave.actions, agreed[0].points, strict=True):
        assert action.what in said
        assert action.who in said
    assert [body.label for body in agreed[1:]] == ["Dit advies koos de groep"] * 3
    assert [body.first_step[:30] for body in agreed[1:]] == [
        real.advice(action.advice).first_step.replace("{ander}", "wijkcoach of jongerenwerker")[:30]
        for action in wave.actions
    ]


def test_what_people_wrote_for_the_group_alone_stays_out(demo, deck):
    said = told(deck)
    _group, *waves = demo
    open_answers = [text for wave in waves for shared in wave.released.open_answers.values() for text in shared]
    remarks = [action.remark for wave in waves for action in wave.actions if action.remark]
    reasons = [reason for wave in waves for reason in wave.dismissed.values()]
    assert len(open_answers) > 5
    assert remarks
    assert reasons
    assert [text for text in (*open_answers, *remarks, *reasons) if text in said] == []


@pytest.mark.parametrize(
    ("responses", "titles", "said"),
    [
        (equal(6, 6, 4), ["Wat gaat al goed?"], ["Alle onderdelen staan gelijk: 4,0.", "geen verschil tussen de part"]),
        (differing(9, 7, OPPOSED), [], ["De partijen verschillen duidelijk", "Nog geen enkele stelling is een sterk"]),
        (people(9, 3), [], ["Jongerenwerkers: minder dan 5", "– bij jongerenwerkers: minder dan 5 antwoorden."]),
        (people(7, 6, 2), [], ["deden minder dan 5 mensen mee. Zij tellen nergens in mee."]),
    ],
    ids=["agreeing", "opposed", "a small party", "other roles"],
)
def test_every_make_up_has_its_words_and_no_empty_page(real, responses, titles, said):
    made = group_deck(real, WEST, wave_of(real, responses, number=1))
    assert all(text in told(made) for text in said)
    for one in made.pages:
        match one.body:
            case Words():
                assert one.body.text or one.body.points
            case Compared():
                assert one.body.rows
            case Question() | Fits():
                assert all(texts(one.body)[:1])
    assert all(isinstance(page(made, title, Compared), Compared) for title in titles)
    assert "De groep heeft nog geen acties gekozen." in told(made)
    assert "Wat is er veranderd?" not in told(made)


def test_below_the_minimum_there_is_no_figure(real):
    made = group_deck(real, WEST, wave_of(real, people(2, 1)))
    assert len(made.pages) == 5
    assert "Er zijn minder dan 5 deelnemers. Daarom zijn er geen cijfers te zien." in told(made)
    assert "Er zijn te weinig antwoorden om cijfers te laten zien." in told(made)
    assert not re.search(r"\d,\d", told(made))


def test_a_reason_that_is_not_the_same_everywhere_stands_in_its_row(real):
    wave = wave_of(real, people(9, 3))
    first = wave.released.dimensions[0].id
    other = tuple(
        replace(one, why="minimum") if (one.id, one.party) == (first, "wijkcoach") else one
        for one in wave.released.suppressed
    )
    made = group_deck(real, WEST, replace(wave, released=replace(wave.released, suppressed=other)))
    chart = page(made, "Hoe staat de groep ervoor?", Compared)
    assert [row.hidden[0] for row in chart.rows][:2] == [
        "minder dan 5 antwoorden",
        "verborgen, omdat een andere groep te klein is",
    ]
    assert {row.hidden[1] for row in chart.rows} == {"–"}
    assert chart.remark == "– bij jongerenwerkers: minder dan 5 antwoorden."


def test_an_open_table_is_called_not_anonymous_on_every_page(real):
    made = group_deck(real, Group("Aan tafel", 5, open_table=True), wave_of(real, people(2, 1), open_table=True))
    assert len(made.pages) > 5
    assert all("minimum 5 · niet anoniem" in one.below[0] for one in made.pages)


def test_more_actions_than_a_page_holds_go_on_and_votes_lead_where_there_are_none(real):
    wave = wave_of(real, people(9, 7))
    first, second = (one.id for one in wave.released.advice[:2])
    assert (
        "De groep heeft nog geen acties gekozen."
        in page(group_deck(real, WEST, wave), "Wat kan de groep kiezen?", Words).text
    )
    voted = workshop.count_votes(wave, {one.id: int(one.id == second) for one in workshop.ballot(wave)})
    made = group_deck(real, WEST, voted)
    title = real.advice(second).title
    assert f"De meeste steun kreeg het advies: {title}." in page(made, "Wat koos de groep?", Words).text
    assert page(made, "Wat koos de groep?", Fits).title == title
    actions = tuple(Action(f"Plan {n}.", "wij", "2026-07-01", "2026-10-01", first) for n in range(5))
    made = group_deck(real, WEST, replace(wave, actions=actions))
    bodies = [one.body for one in made.pages if one.title == "Wat koos de groep?"]
    assert [len(body.points) for body in bodies if isinstance(body, Words)] == [3, 2]
    assert bodies[0].points[0] == "Plan 0 – wij, 1 juli 2026. Terugkijken op 1 oktober 2026."
    assert [body.title for body in bodies if isinstance(body, Fits)] == [real.advice(first).title]


def test_another_pair_of_parties_needs_no_code(small):
    bakers = [replace(one, party=party) for one, party in zip(people(5, 5), ["bakker", "slager"] * 5, strict=True)]
    answers = {item.id: 1 + place % 5 for place, item in enumerate(small.asked.items)}
    made = group_deck(small, WEST, wave_of(small, [replace(one, answers=answers) for one in bakers]))
    assert "Bakkers: 5" in told(made)
    assert not re.search("wijkcoach|jongerenwerker", told(made))


# Every figure on a slide was released. ------------------------------------------------------------------------------


def figures(released: Released) -> set[str]:
    """Every figure with a decimal that a wave may be told with, as it is written."""
    shown = [one for some in (released.dimensions, released.items) for one in some]
    numbers = [number for one in shown for number in (one.mean, one.sd, one.gap, *one.parties.values())]
    return {getal(abs(number)) for number in numbers if number is not None}


def unreleased(deck: Deck, *waves: Wave) -> set[str]:
    """The figures with a decimal on the slides that stand in none of the waves."""
    charts = [one.body for one in deck.pages if isinstance(one.body, Compared)]
    drawn = {value for body in charts for row in body.rows for value in (*row.values, row.whole)} - {None}
    said = " ".join(text for one in deck.pages for text in texts(one.body))
    found = {*map(getal, drawn), *re.findall(r"\d+,\d", said)}
    return found - set().union(*(figures(wave.released) for wave in waves))


def test_no_figure_of_the_fictional_group_comes_from_elsewhere(demo, deck):
    _group, first, second = demo
    assert unreleased(deck, first, second) == set()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.tuples(*[st.integers(0, 8)] * 3), seed=st.integers(0, 999))
def test_every_number_on_a_slide_stands_in_what_was_released(small, counts, seed):
    random = Random(seed)
    parties = [party for party, n in zip(("bakker", "slager", OTHER_ROLE), counts, strict=True) for _one in range(n)]
    if not parties:
        return
    items = [item.id for item in small.asked.items]
    people_ = ([Response(one, answers={id_: random.randint(1, 5) for id_ in items}) for one in parties] for _n in "12")
    before, now = (wave_of(small, given_, number=number) for number, given_ in enumerate(people_, start=1))
    released = now.released
    made = group_deck(small, WEST, now, before)
    assert unreleased(made, before, now) <= {getal(len(released.items) / 20)}
    hidden = {(one.id, one.party) for one in released.suppressed if one.what == "dimension"}
    charts = [one.body for one in made.pages if one.title == "Hoe staat de groep ervoor?"][1:]
    for row, one in zip(charts[0].rows if charts else (), released.dimensions, strict=False):
        assert [party for value, party in zip(row.values, one.parties, strict=True) if value is not None] == [
            party for party in one.parties if (one.id, party) not in hidden and one.parties[party] is not None
        ]
    known = [n for n in released.parties.values() if n is not None]
    allowed = {released.n, released.minimum, *known, released.n - sum(known), now.number, DAY.day, DAY.year}
    assert {int(one) for one in re.findall(r"\d+", " ".join(texts(page(made, "Wie deden mee?", Words))))} <= allowed
