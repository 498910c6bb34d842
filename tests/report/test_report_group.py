"""What the group report tells, and what it never shows."""

import re
from datetime import date

import pytest
from msgspec.structs import replace
from report_help import charts_of, pages, texts

from group_waves import DAY, equal, people, wave_of
from samenspel.group.model import Group, Wave
from samenspel.report import document as d
from samenspel.report import html, pdf, text
from samenspel.report.groups import words
from samenspel.report.groups.account import voices
from samenspel.report.groups.actions import change
from samenspel.report.groups.advice import advice_card, advice_cards, advice_overview
from samenspel.report.groups.picture import comparison, dimension_chart
from samenspel.report.groups.report import NotRevealedError, group_report
from samenspel.report.groups.statements import (
    item_detail,
    items_by,
    largest_gaps,
    most_divided,
    spread_chart,
    strongest,
)
from samenspel.taal import getal

TABLE = Group("Aan tafel", 5, open_table=True)


@pytest.fixture(scope="module")
def report(real, demo):
    group, first, second = demo
    return group_report(real, group, second, previous=first, date=DAY)


def test_a_wave_before_the_reveal_has_no_report(real):
    with pytest.raises(NotRevealedError):
        group_report(real, Group("west", 5), Wave(1, "2026-03-02"), date=DAY)


def test_the_same_wave_gives_the_same_bytes(real, demo, report):
    group, first, second = demo
    assert pdf.render(report) == pdf.render(group_report(real, group, second, previous=first, date=DAY))


def test_the_minimum_stands_on_every_page_by_one_name(report):
    for page in pages(report):
        assert "minimum 5" in page
        assert "niet anoniem" not in page
    assert "minimum 5" in html.render(report)
    plain = text.render(report)
    assert plain.rstrip().splitlines()[-1].strip().startswith("minimum 5")
    assert "Minimum: 5" in " ".join(plain.split())
    assert not any(other in plain for other in ("k = 5", "Kleinste groep"))


@pytest.mark.parametrize("name", ["Aan tafel", "x" * 300, "heel lange naam " * 20])
def test_an_open_table_is_called_not_anonymous_on_every_page(real, name):
    wave = wave_of(real, people(2, 1), open_table=True)
    found = pages(group_report(real, replace(TABLE, name=name), wave, date=DAY))
    assert len(found) > 5
    for page in found:
        assert "minimum 5" in page
        assert "niet anoniem" in page


def test_figures_are_the_released_ones(real, demo, report):
    released = demo[2].released
    chart = charts_of(report, d.GapChart)[0]
    for row, one in zip(chart.rows, released.dimensions, strict=True):
        assert row.values == tuple(one.parties.values())
        assert row.whole == one.mean
        assert getal(abs(one.gap)) in row.gap
    spread = {row.label: row for chart in charts_of(report, d.SpreadChart) for row in chart.rows}
    assert len(spread) == len(released.items)
    for one in released.items:
        row = spread[words.statement(real, real.item(one.id))]
        assert row.counts == one.counts


def test_the_lists_hold_the_largest_the_most_divided_and_the_strongest(real, demo):
    released = demo[2].released
    (gaps,) = largest_gaps(real, released)
    ranked = sorted((abs(one.gap) for one in released.items if one.gap), reverse=True)
    shown = {words.statement(real, real.item(one.id)): one for one in released.items}
    assert [abs(shown[row.label].gap) for row in gaps.rows] == ranked[:5]
    (divided,) = most_divided(real, released)
    of_both = [one for one in released.items if not real.item(one.id).only]
    widest = sorted((one.sd for one in of_both), reverse=True)[:5]
    assert [shown[row.label].sd for row in divided.rows] == widest
    assert [row.remark for row in divided.rows] == [words.spread(sd) for sd in widest]
    (strong,) = strongest(real, released)
    agreed = [
        one.mean
        for name, one in shown.items()
        if one in of_both and one.mean >= 4 and one.difference != "duidelijk" and real.item(one.id).strength
        if one.sd < 1 and name not in _names(divided)
    ]
    assert [row.whole for row in strong.rows] == sorted(agreed, reverse=True)[:5]
    assert not _names(strong) & _names(divided)


def _names(chart: d.GapChart) -> set[str]:
    return {row.label for row in chart.rows}


def test_the_summary_lists_how_far_the_group_agrees(real, demo):
    group, first, _second = demo
    tables = {one.title: one for one in charts_of(group_report(real, group, first, date=DAY), d.Table)}
    divided, strong = tables["De meeste verdeeldheid"], tables["De sterkste punten"]
    figures = {words.statement(real, real.item(one.id)): one for one in first.released.items}
    for table, rows in ((divided, 5), (strong, 2)):
        assert table.head == ("stelling", "hele groep", "spreiding")
        assert len(table.rows) == rows
        for label, mean, agreed in table.rows:
            one = figures[label]
            assert mean == getal(one.mean)
            assert agreed == (words.how_wide(one.sd) if one.nearly_all is None else "bijna allen gelijk")


def test_two_dimensions_that_stand_the_lowest_or_the_highest_stand(real):
    high = ("bel-", "amb-")
    two = [replace(one, answers={id_: 5 if id_.startswith(high) else 3 for id_ in one.answers}) for one in people(9, 7)]
    told = text.render(comparison(real, wave_of(real, two).released))
    assert "Het hoogst staan Belangen en Ambitie: 5,0." in " ".join(told.split())


@pytest.mark.parametrize("order", ["laagste", "verschil", "verdeeldheid"])
def test_a_comparison_can_be_sorted(real, demo, order):
    released = demo[0 + 1].released
    worst = {"sterk uiteen": 0, "deels eens": 1, "eens": 2}
    figure = {
        "laagste": lambda one: one.mean,
        "verschil": lambda one: -abs(one.gap),
        "verdeeldheid": lambda one: worst[one.agreement],
    }[order]
    chart = dimension_chart(real, released, order)
    shown = {real.dimension(one.id).name: one for one in released.dimensions}
    figures = [figure(shown[row.label]) for row in chart.rows]
    assert figures == sorted(figures)
    assert len(figures) == 6
    sorted_items = items_by(real, released, order)
    assert {one.id for one in sorted_items} == {one.id for one in released.items}
    of_both = [one for one in sorted_items if not real.item(one.id).only]
    assert sorted_items[: len(of_both)] == tuple(of_both)  # what a room can talk about together comes first
    means = [one.mean for one in of_both if one.mean is not None]
    assert order != "laagste" or means == sorted(means)


@pytest.mark.parametrize(
    ("first", "second", "others"), [(9, 3, 0), (2, 2, 0), (4, 9, 0), (9, 6, 3), (5, 5, 0), (1, 0, 0), (7, 7, 7)]
)
def test_what_is_hidden_shows_a_reason_and_never_a_number(real, first, second, others):
    wave = wave_of(real, people(first, second, others))
    released = wave.released
    report = group_report(real, Group("west", 5), wave, date=DAY)
    hidden = {(row.id, row.party) for row in released.suppressed}
    names = {real.dimension(one.id).name: one for one in released.dimensions}
    names |= {words.statement(real, real.item(one.id)): one for one in released.items}
    ids = [party.id for party in real.asked.parties]
    for chart in charts_of(report, d.GapChart):
        for row in chart.rows:
            one = names[row.label]
            for place, party in enumerate(ids):
                if (one.id, party) in hidden:
                    assert row.values[place] is None
                    assert row.hidden[place]
                    assert not row.gap
                assert (row.values[place] is None) == bool(row.hidden[place])
            if (one.id, None) in hidden and released.n < 5:
                assert row.whole is None
    for chart in charts_of(report, d.SpreadChart):
        for row in chart.rows:
            if names[row.label].counts is None:
                assert row.counts is None
                assert row.unknown == 0
                assert row.words
                assert not re.search(r"\d", row.words.replace("minder dan 5", ""))


def test_a_party_below_k_has_no_number(real):
    report = group_report(real, Group("west", 5), wave_of(real, people(9, 3)), date=DAY)
    facts = dict(charts_of(report, d.Facts)[0].rows)
    assert facts["Jongerenwerkers"] == "minder dan 5"
    assert facts["Deelnemers"] == "12"


def test_other_roles_that_count_are_counted_where_that_follows_already(real):
    for others, first, told in ((5, 9, "5"), (3, 9, None), (5, 3, None)):
        wave = wave_of(real, people(first, 6, others))
        facts = dict(charts_of(group_report(real, Group("west", 5), wave, date=DAY), d.Facts)[0].rows)
        assert facts.get("Andere rol") == told


def test_other_roles_below_k_are_told_that_they_do_not_count(real):
    report = group_report(real, Group("west", 5), wave_of(real, people(9, 6, 3)), date=DAY)
    told = " ".join(texts(report))
    assert "andere rol" in told
    assert "Zij tellen nergens in mee" in told


def test_a_group_below_k_gets_a_report_without_figures(real):
    report = group_report(real, Group("west", 5), wave_of(real, people(2, 2)), date=DAY)
    assert "minder dan 5 deelnemers" in " ".join(texts(report))
    assert not charts_of(report, d.SpreadChart)
    assert not charts_of(report, d.AdviceCard)
    assert len(pages(report)) < 8


def test_nearly_unanimous_says_so_in_words_without_counts(real):
    report = group_report(real, Group("west", 5), wave_of(real, equal(6, 6, 4)), date=DAY)
    for chart in charts_of(report, d.SpreadChart):
        for row in chart.rows:
            assert row.counts is None
            assert row.words.endswith("bijna iedereen antwoordde ‘eens’")
    assert "Er is geen verdeeldheid te laten zien." in texts(report)


def test_middling_scores_are_not_called_good(real):
    told = texts(group_report(real, Group("west", 5), wave_of(real, equal(6, 6, 3)), date=DAY))
    assert not any("gaat al goed" in said for said in told)
    assert any("Alle onderdelen staan gelijk" in said for said in told)


def test_what_changed_is_told_in_three_words(real, demo):
    _group, first, second = demo
    found = {real.dimension(one.id).name: one for one in second.released.changes if one.what == "dimension"}
    (chart,) = [block for block in change(real, second, first) if isinstance(block, d.GapChart)]
    for row in chart.rows:
        one = found[row.label]
        if not one.difference:
            assert row.gap == "gelijk gebleven"
            continue
        said = {"duidelijk": "duidelijk veranderd", "mogelijk": "mogelijk veranderd"}.get(one.word)
        assert row.gap.startswith(f"{said or 'geen verandering aangetoond'} (")
        assert row.values[1] - row.values[0] == pytest.approx(one.difference)
        assert getal(abs(one.difference)) in row.gap
    clear = {row.label for row in chart.rows if row.gap.startswith("duidelijk veranderd")}
    assert clear == {"Rolduidelijkheid", "Relatie"}
    assert "Duidelijk veranderd: Rolduidelijkheid en Relatie." in chart.sentence
    meant = next(row for row in chart.rows if row.label == "Organisatie")
    assert "Op papier zetten" in meant.remark
    assert "niet gedaan" in meant.remark


def test_votes_pins_dismissals_and_outcomes_are_told(real, demo, report):
    _group, first, second = demo
    cards = charts_of(report, d.AdviceCard)
    assert cards[0].title == real.advice("convenant").title
    assert dict(cards[0].facts)["Stemmen"] == "15 stemmen, vastgezet door de groep"
    told = texts(report)
    assert second.dismissed["tijd-vrijmaken"] in told
    assert real.advice("tijd-vrijmaken").title not in [card.title for card in cards]
    assert all(action.remark in told for action in first.actions)
    assert any(action.what in said for action in second.actions for said in told)
    assert len(cards) == 8
    sheets = [block.title for block in charts_of(report, d.WorksheetPage)]
    assert sheets == [card.worksheet for card in cards[:5] if card.worksheet]
    assert list(report.blocks[-len(sheets) :]) == charts_of(report, d.WorksheetPage)


def test_reasons_of_advice_name_statements_and_never_answers(real, demo):
    released = demo[2].released
    for ranked, card in zip(parts_order(demo[2]), advice_cards(real, demo[2]), strict=True):
        assert len(card.why) == len(ranked.reasons)
        for reason, why in zip(ranked.reasons, card.why, strict=True):
            if any(item.id == reason for item in released.items):
                assert words.statement(real, real.item(reason)) in why
            assert "antwoordde" not in why


def parts_order(wave: Wave):
    from samenspel.group.workshop import advices_to_vote

    return advices_to_vote(wave)


def test_one_statement_opens_with_its_question_and_the_study(real, demo):
    blocks = item_detail(real, demo[1].released, "rol-ander")
    told = texts(blocks)
    assert real.item("rol-ander").discussion in told
    assert any("4 van de 11" in said for said in told)
    with pytest.raises(KeyError):
        item_detail(real, demo[1].released, "bestaat-niet")


def test_the_picture_says_where_the_parties_differ_clearly_or_maybe(real):
    """The parties stand 2 apart on Relatie, with some spread within each; elsewhere they are alike."""
    apart = [
        replace(
            one,
            answers={
                id_: (1 + nth % 2 if one.party == "wijkcoach" else 3 + nth % 2) if id_.startswith("rel-") else 3
                for id_ in one.answers
            },
            meeting="ja",  # nobody is set apart
        )
        for nth, one in enumerate(people(9, 7))
    ]
    said = dimension_chart(real, wave_of(real, apart).released).sentence
    assert "De partijen verschillen duidelijk bij Relatie." in said
    assert "Bij 9 stellingen is het verschil duidelijk, in Relatie." in said
    level = dimension_chart(real, wave_of(real, equal(6, 6, 4)).released).sentence
    assert "Er is geen verschil tussen de partijen." in level
    assert "duidelijk" not in level


def test_how_often_chance_gives_mogelijk_is_said(real, demo):
    told = " ".join(text.render(comparison(real, demo[1].released)).split())
    assert (
        "Bij 48 stellingen geeft toeval alleen al gemiddeld ongeveer 2 keer ‘mogelijk’, soms drie keer zoveel." in told
    )
    assert "‘Geen’ betekent: niet aangetoond." in told


def test_the_order_of_advice_is_called_rough(real, demo):
    told = " ".join(text.render(advice_overview(real, replace(demo[1], votes={}))).split())
    assert "De volgorde is grof" in told


def test_a_wave_that_0_1_0_revealed_says_what_became_of_its_words(real, demo):
    old = replace(demo[1].released, earlier=True)
    told = " ".join(text.render(comparison(real, old)).split())
    assert "Deze meting is onthuld met samenspel 0.1.0." in told
    assert "0.1.0" not in text.render(comparison(real, demo[1].released))


def test_a_statement_asked_of_one_party_says_so_and_hides_nothing(real, demo):
    item = next(item for item in real.asked.items if item.only == ("wijkcoach",))
    other = next(one for one in real.asked.items if one.dimension == item.dimension and not one.only)
    one = next(one for one in demo[1].released.items if one.id == item.id)
    blocks = item_detail(real, demo[1].released, item.id)
    told = " ".join(text.render(blocks).split())
    assert "Deze stelling is alleen aan wijkcoaches gesteld." in told
    assert f"wijkcoaches: {getal(one.mean)} · jongerenwerkers: niet gesteld" in told
    assert f"alleen wijkcoaches: gemiddeld {getal(one.mean)}" in told
    assert "hele groep" not in told
    assert "niet te laten zien" not in told
    rest = tuple(found for found in demo[1].released.items if found.id in {item.id, other.id})
    chart = spread_chart(real, replace(demo[1].released, items=rest), item.dimension)
    assert words.statement(real, other) in chart.sentence  # what both were asked goes first, however divided
    reason = replace(demo[1].released.advice[0], reasons=(item.id,))
    card = advice_card(real, replace(demo[1], released=replace(demo[1].released, advice=(reason,))), reason.id)
    assert f"alleen wijkcoaches: gemiddeld {getal(one.mean)}" in card.why[0]


def test_open_answers_come_from_eight_people_on(real, demo):
    (said,) = voices(real, wave_of(real, people(5, 2)).released)
    assert "vanaf 8 deelnemers" in said.text
    shared = texts(voices(real, demo[1].released))
    assert "Een dag met elkaar meelopen. Dan weet je wie je belt." in shared


def test_the_colophon_has_formulas_rules_and_versions(report):
    told = " ".join(texts(report))
    for part in ("r_wg", "Welch", "James, L. R.", "minimum 5", "samenwerking-jeugd", "versie 1.1.0", "samenspel 0."):
        assert part in told


def test_nothing_is_left_to_fill_in(real, report):
    assert not [said for said in texts(report) if "{" in said or "}" in said]


def test_another_pair_of_parties_needs_no_code(small):
    from samenspel.response import Response

    items = [item.id for item in small.asked.items]
    people_ = [
        Response(
            party=party,
            experience="langer-1",
            meeting="ja",
            answers={item: 1 + (n + k) % 5 for k, item in enumerate(items)},
        )
        for n, party in enumerate(["bakker"] * 6 + ["slager"] * 6)
    ]
    report = group_report(small, Group("Plein", 5), wave_of(small, people_), date=date(2026, 6, 15))
    told = " ".join(texts(report))
    assert "bakkers of slagers" in told
    assert "wijkcoach" not in told
    assert "jongerenwerker" not in told
    assert pdf.render(report).startswith(b"%PDF")


def test_an_activity_of_a_few_is_told_without_a_number(real, demo):
    """What 0.1.0 released, every number, as well."""
    ids = [one.id for question in real.asked.open_questions for one in question.activities]
    counts = dict(zip(ids, [(3, 3), (9, 2), (12, 6)], strict=False))
    for open_table, told in ((False, [("genoemd", "–"), ("9", "–"), ("12", "6")]), (True, [("3", "3"), ("9", "2")])):
        blocks = voices(real, replace(demo[1].released, activities=counts, open_table=open_table))
        (table,) = [block for block in blocks if isinstance(block, d.Table)]
        assert [row[1:] for row in table.rows][: len(told)] == told
        assert ("minstens 5 mensen gaat" in " ".join(texts(blocks))) is not open_table
