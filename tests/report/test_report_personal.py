"""What the personal report tells: the picture, advice with its reasons, worksheets, every answer, the account."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_help import DAY, filled_in, texts

from samenspel.advice import TOP, advise
from samenspel.questionnaire.applicability import applicable_items, fill
from samenspel.report import document as d
from samenspel.report.personal.advices import advice_cards, strengths, worksheet
from samenspel.report.personal.picture import Previous, picture
from samenspel.report.personal.report import personal_report
from samenspel.response import Response
from samenspel.scoring import score
from strategies import responses


def blocks(report: d.Document, kind: type) -> list:
    return [block for block in report.blocks if isinstance(block, kind)]


def said(report: d.Document) -> str:
    return "\n".join(texts(report))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_response_gives_a_report_in_which_no_placeholder_is_left(small, data):
    response = data.draw(responses(small, with_texts=True))
    plain = replace(response, notes={}, open={}, area="")
    assert "{" not in said(personal_report(small, plain, date=DAY))
    told = said(personal_report(small, response, date=DAY))
    asked = {item.id for item in applicable_items(small, response)}
    assert all(note in told for item, note in response.notes.items() if item in asked)
    assert all(text in told for text in response.open.values())


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_the_chart_shows_the_scores_and_no_overall_grade(real, data):
    response = data.draw(responses(real))
    charts = blocks(personal_report(real, response, date=DAY), d.ScoreChart)
    assert len(charts) == 1
    assert [row.value for row in charts[0].rows] == [s.score for s in score(real, response).dimensions]


@pytest.mark.parametrize("form", ["volledig", "kort"])
def test_the_top_advices_are_told_in_order_with_their_reasons(real, form):
    party = real.asked.parties[0].id
    response = Response(party=party, form=form, answers={item.id: 1 for item in real.asked.items})
    ranked = advise(real, response)[: TOP[form]]
    cards = advice_cards(real, response)
    assert [card.title for card in cards] == [fill(real, party, real.advice(r.id).title) for r in ranked]
    assert len(cards) == TOP[form]
    for card, given_ in zip(cards, ranked, strict=True):
        assert len(card.why) == len(given_.reasons)
        assert card.study.startswith(fill(real, party, real.advice(given_.id).evidence))
    told = blocks(personal_report(real, response, date=DAY), d.AdviceCard)
    assert [card.title for card in told] == [f"{n}. {card.title}" for n, card in enumerate(cards, start=1)]


def test_the_study_of_a_reason_is_told_once_beside_the_evidence(small):
    response = Response(party="bakker", answers={"rol-eigen": 1, "rol-brood": 1, "rol-ander": 1})
    card = next(card for card in advice_cards(small, response) if card.title == "Advies praten")
    assert card.study == "In de studie noemden 4 mensen dit. In de studie wisten 4 van de 11 bakkers dit niet."
    same = replace(small.item("rol-ander"), study="Ook hier: 4 mensen.")
    items = tuple(same if item.id == same.id else item for item in small.asked.items)
    changed = replace(small, asked=replace(small.asked, items=items))
    card = next(card for card in advice_cards(changed, response) if card.title == "Advies praten")
    assert card.study == "In de studie noemden 4 mensen dit."


def test_without_advice_the_report_says_to_hold_on_to_what_is_strong(small):
    response = Response(party="bakker", answers={item.id: 1 if item.reverse else 5 for item in small.asked.items})
    report = personal_report(small, response, date=DAY)
    assert not blocks(report, d.AdviceCard)
    assert not blocks(report, d.WorksheetPage)
    assert "Houd vast wat goed gaat" in blocks(report, d.Notice)[-1].text
    (_intro, points) = strengths(small, response)
    assert points.items[0] == "‘Dit is stelling rol-eigen over de slagers.’ – helemaal eens"


def test_with_nothing_answered_the_report_says_so(small):
    told = said(personal_report(small, Response(), date=DAY))
    assert "Er zijn nog te weinig antwoorden voor een score." in told
    assert "Er zijn nog te weinig antwoorden voor een advies." in told
    assert "niet beantwoord" in told


def test_worksheets_are_those_of_the_advice_given(small, report):
    titles = {card.worksheet for card in blocks(report, d.AdviceCard)} - {""}
    assert {page.title for page in blocks(report, d.WorksheetPage)} == titles == {"Werkblad praten"}
    page = worksheet(small.advice("praten"))
    assert page.parts[2].rows == (("", "", ""),) * 3
    with pytest.raises(ValueError, match="kennismaken"):
        worksheet(small.advice("kennismaken"))


def test_fixed_rows_and_empty_rows_of_a_worksheet(real):
    for advice in real.advices:
        if advice.worksheet is None:
            continue
        for part, source in zip(worksheet(advice).parts, advice.worksheet.parts, strict=True):
            assert [row[0] for row in part.rows] == [*source.first_column, *[""] * source.rows][: len(part.rows)]
            assert all(len(row) == len(part.columns) for row in part.rows)


def test_answers_are_all_there_with_what_was_not_known_or_answered(small):
    response = Response(
        party="bakker",
        meeting="ja",
        answers={"rol-eigen": 4, "rol-ander": 0},
        knowledge={"kennis-brood": "slager", "kennis-klant": "allebei"},
        activities={"lunch": False},
        shared=("toe-activiteiten",),
    )
    report = personal_report(small, response, date=DAY)
    tables = {table.title: table for table in blocks(report, d.Table)}
    assert [row[1] for row in tables["Rolduidelijkheid"].rows] == ["4  eens", "niet beantwoord", "weet ik niet"]
    assert [row[1:] for row in tables["Rolkennis: Wie doet dit?"].rows] == [
        ("slager", "bakker", "✗ niet goed"),
        ("allebei", "allebei", "✓ goed"),
    ]
    told = said(report)
    assert "samen lunchen – er is niets van gebleven" in told
    assert "U koos: delen met de groep." in told
    assert "Niet beantwoord: Wat gaat goed?" in told


def test_what_does_not_apply_is_not_told(small):
    response = Response(party="slager", meeting="geen", answers={"rol-brood": 1, "rel-overleg": 1})
    told = said(personal_report(small, response, date=DAY))
    assert "stelling rol-brood" not in told
    assert "stelling rel-overleg" not in told


def test_the_previous_time_is_described_dimension_by_dimension(small, filled):
    earlier = replace(filled, answers={"rol-eigen": 5, "rol-brood": 5, "rol-ander": 5}, form="kort", party="slager")
    previous = Previous(earlier, replace(small, hash="1" * 64), date(2026, 5, 1))
    report = personal_report(small, filled, date=DAY, previous=previous)
    table = next(table for table in blocks(report, d.Table) if table.title == "Vergelijking met 1 mei 2026")
    now = score(small, filled).dimensions[0].score
    assert table.rows[0] == ("Rolduidelijkheid", "5,0", f"{now:.1f}".replace(".", ","), table.rows[0][3])
    assert table.rows[0][3].endswith("lager")
    assert table.rows[1][3] == "niet te vergelijken"
    told = said(report)
    for caution in ("De vragenlijst is intussen veranderd.", "de korte vorm", "U koos toen een andere partij."):
        assert caution in told
    assert [row.previous for row in blocks(report, d.ScoreChart)[0].rows] == [5.0, None]


def test_the_same_answers_compared_are_the_same(small, filled):
    report = personal_report(small, filled, date=DAY, previous=Previous(filled, small, DAY))
    table = next(table for table in blocks(report, d.Table) if table.title.startswith("Vergelijking"))
    assert {row[3] for row in table.rows} == {"gelijk gebleven"}


def test_the_difference_is_that_of_the_figures_shown(small):
    # 3.25 and 3.0 in full; a reader who subtracts what is printed finds what is printed.
    response = Response(party="bakker", answers={"rel-overleg": 4, "rel-kennen": 4, "rel-lastig": 4})
    earlier = replace(response, answers={"rel-overleg": 4, "rel-kennen": 3, "rel-lastig": 3})
    report = personal_report(small, response, date=DAY, previous=Previous(earlier, small, DAY))
    table = next(table for table in blocks(report, d.Table) if table.title.startswith("Vergelijking"))
    _name, before, now, difference = table.rows[1]
    before, now = (float(figure.replace(",", ".")) for figure in (before, now))
    assert difference == ("gelijk gebleven" if before == now else f"{abs(now - before):.1f} lager".replace(".", ","))


def test_the_account_tells_what_the_instrument_is_and_is_not(real):
    told = said(personal_report(real, filled_in(real), date=DAY))
    for text in (*real.asked.account, *real.education.sources):
        assert text in told
    for theory in real.education.theories:
        assert theory.text in told
        assert theory.source in told
    assert f"versie {real.version}" in told
    assert "Er is geen totaalcijfer." in told


def test_the_account_says_what_a_score_and_an_advice_take(real):
    report = personal_report(real, Response(party="wijkcoach"), date=DAY)
    told = said(report)
    assert "Genoeg is: minstens twee, en bij minstens de helft van de stellingen." in told
    assert "Ook ‘weet ik niet / geen ervaring mee’ telt mee voor een advies." in told
    assert "kenniskaarten" in told
    without = said(personal_report(replace(real, asked=replace(real.asked, cards=())), Response(), date=DAY))
    assert "Dat geldt ook voor uw ervaring en uw overleg." in without
    assert "kenniskaarten" not in without
    (bands,) = (table for table in blocks(report, d.Table) if "namen bij een score" in table.title)
    assert [row[1] for row in bands.rows] == ["1,0 tot 3,0", "3,0 tot 4,0", "4,0 of hoger"]


def test_the_report_says_what_each_dimension_is_about(real):
    report = personal_report(real, Response(party="wijkcoach"), date=DAY)
    (meanings,) = (table for table in blocks(report, d.Table) if table.title == "Wat de onderdelen betekenen")
    assert meanings.rows == tuple((dimension.name, dimension.help) for dimension in real.asked.dimensions)
    assert "Achterin staat uitleg over de onderdelen." in said(report)


def test_a_dimension_without_a_score_blames_nobody(small):
    report = personal_report(small, Response(party="bakker", answers={"rol-brood": 0, "rol-ander": 0}), date=DAY)
    (chart,) = blocks(report, d.ScoreChart)
    assert [(row.band, row.remark) for row in chart.rows] == [
        ("geen score", "te weinig antwoorden van 1 tot 5: 0 van 3"),
        ("geen score", "te weinig antwoorden van 1 tot 5: 0 van 3"),
    ]
    assert chart.sentence.startswith("Rolduidelijkheid en Relatie: geen score (te weinig antwoorden van 1 tot 5).")


def test_a_card_answered_changes_only_what_is_told_of_knowledge(small, filled):
    without = replace(filled, knowledge={})
    assert any(isinstance(block, d.ShareChart) for block in picture(small, filled))
    assert not any(isinstance(block, d.ShareChart) for block in picture(small, without))
    assert score(small, filled).dimensions == score(small, without).dimensions


def test_no_difference_departs_from_the_figures_shown(real):
    # Of four answers a score stands halfway two figures as often as not: 2,25 is shown as 2,3.
    items = [item.id for item in real.asked.items if item.dimension == "rol" and not item.only and not item.reverse][:4]
    ways = [Response(party="jongerenwerker", answers=dict(zip(items, (1, 2, 3, 3 + n), strict=True))) for n in range(3)]
    seen = set()
    for before, now in permutations(ways, 2):
        report = personal_report(real, now, date=DAY, previous=Previous(before, real, DAY))
        table = next(table for table in blocks(report, d.Table) if table.title.startswith("Vergelijking"))
        _name, was, is_now, difference = table.rows[0]
        moved = round(10 * float(is_now.replace(",", "."))) - round(10 * float(was.replace(",", ".")))
        assert difference == f"{abs(moved) / 10:.1f} {'hoger' if moved > 0 else 'lager'}".replace(".", ",")
        seen.add(difference)
    assert len(seen) > 2
