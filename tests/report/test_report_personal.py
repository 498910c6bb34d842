"""What the personal report tells: the picture, advice with its reasons, worksheets, every answer, the account."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_help import DAY, filled_in, parts, texts

from samenspel.advice import TOP, advise, lowest_items
from samenspel.first_step import FirstStep
from samenspel.questionnaire.applicability import applicable_items, fill
from samenspel.report import document as d
from samenspel.report.personal.advices import advice_cards, strengths, worksheet
from samenspel.report.personal.appendix import appendix
from samenspel.report.personal.change import Previous, comparison
from samenspel.report.personal.front import outstanding
from samenspel.report.personal.picture import picture
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
def test_each_part_holds_what_it_may_and_no_placeholder_is_left(small, data):
    response = data.draw(responses(small, with_texts=True))
    plain = replace(response, notes={}, open={}, area="")
    assert "{" not in "".join(said(part) for part in parts(small, plain).values())
    marked = replace(
        response,
        area="#gebied#",
        notes={item: f"#noot {item}#" for item in response.notes},
        open={question: f"#open {question}#" for question in response.open},
    )
    found = {name: said(part) for name, part in parts(small, marked).items()}
    appended = found.pop("bijlage")
    asked = {item.id for item in applicable_items(small, response)}
    assert all(note in appended for item, note in marked.notes.items() if item in asked)
    assert all(text in appended for text in (*marked.open.values(), marked.area))
    assert "#" not in "".join(found.values())
    with_notes = said(personal_report(small, marked, date=DAY, notes=True))
    assert all((note in with_notes) == (item in asked) for item, note in marked.notes.items())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.data())
def test_what_goes_to_others_tells_no_answer_and_no_score(real, data):
    """The same whatever was answered, as far as the same advices and statements are in it."""
    response = data.draw(responses(real))
    found = parts(real, response)
    known = {text for advice in real.advices for text in texts(advice.worksheet)}
    known |= {fill(real, response.party, text) for item in real.asked.items for text in (item.discussion,)}
    for name in {"werkbladen", "gespreksblad"} & set(found):
        for block in found[name].blocks:
            told = [text for part in block.parts for text in (*part.questions, *part.ticks, part.heading)]
            words = {"Hier gaat het over", "Vragen aan elkaar", "Dit spreken wij af", ""}
            assert set(told) <= known | words
        assert "2026" not in said(found[name])


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
    rest = [fill(real, party, real.advice(one.id).title) for one in advise(real, response)[TOP[form] :]]
    (ideas,) = (block for block in blocks(personal_report(real, response, date=DAY), d.Beside) if not block.right.title)
    assert (ideas.left.title, [*ideas.left.items, *ideas.right.items]) == ("Ook een idee", rest)


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
    assert "werkbladen" not in parts(small, response)
    assert "Houd vast wat goed gaat" in blocks(report, d.Notice)[-1].text
    (_intro, points) = strengths(small, response)
    assert points.items[0] in blocks(report, d.Beside)[0].right.items
    assert blocks(report, d.Beside)[0].left.items == ("Bij geen enkele stelling gaf u een laag antwoord.",)


def test_with_nothing_answered_the_report_says_so(small):
    found = parts(small, Response())
    assert set(found) == {"rapport", "bijlage"}
    told = said(found["rapport"])
    assert "Er zijn nog te weinig antwoorden voor een score." in told
    assert "Er zijn nog te weinig antwoorden voor een advies." in told
    assert "niet beantwoord" in said(found["bijlage"])


def test_worksheets_are_those_of_the_advice_given(small, filled, report):
    titles = {card.worksheet for card in blocks(report, d.AdviceCard)} - {""}
    sheets = parts(small, filled)["werkbladen"]
    assert sheets.loose
    assert {page.title for page in sheets.blocks} == titles == {"Werkblad praten"}
    page = worksheet(small.advice("praten"))
    assert page.parts[2].rows == (("", "", ""),) * 3
    with pytest.raises(ValueError, match="kennismaken"):
        worksheet(small.advice("kennismaken"))


def front(report: d.Document) -> str:
    """What stands on the front sheet: all before the advices."""
    end = next((n for n, b in enumerate(report.blocks) if n and isinstance(b, d.Heading) and b.level == 1), None)
    return "\n".join(texts(report.blocks[:end]))


def test_the_front_sheet_says_what_is_lowest_strongest_and_first(real):
    answers = {item.id: 4 for item in real.asked.items} | {"org-missie": 2, "rol-ander": 1, "rel-sfeer": 5}
    response = Response(party="wijkcoach", meeting="ja", answers=answers)
    report = personal_report(real, response, date=DAY)
    sides = blocks(report, d.Beside)[0]
    assert [line.rpartition(" – ")[2] for line in sides.left.items] == ["helemaal oneens", "oneens"]
    assert [line.rpartition(" – ")[2] for line in sides.right.items] == ["helemaal eens", "eens", "eens"]
    assert "De sfeer" in sides.right.items[0]
    first = advise(real, response)[0].id
    step = fill(real, "wijkcoach", real.advice(first).first_step)
    told = front(report)
    assert "Het hoogst is Relatie" in told
    assert "De meeste aandacht vraagt Rolduidelijkheid" in told
    assert f"{step}\nKies zelf een dag" in told
    assert said(report).count(step) == 1  # its card says where it stands


def test_a_chosen_step_and_the_one_before_stand_on_the_front_sheet(small, filled):
    step = FirstStep("Bel de slager.", "2026-11-30", "2026-12-14", "praten")
    before = Previous(filled, small, date(2026, 5, 1), FirstStep("Koop brood.", "2026-05-08", outcome="deels"))
    told = front(personal_report(small, filled, date=DAY, step=step, previous=before))
    assert "Bel de slager.\nU doet dit op maandag 30 november 2026. U kijkt terug op maandag 14 december 2026." in told
    assert "gelukt? Ja" not in told
    assert "De vorige keer koos u: ‘Koop brood.’ Is dat gelukt? Deels." in told
    later = front(personal_report(small, filled, date=DAY, step=replace(step, look_back="", outcome="ja")))
    assert "De stap was voor maandag 30 november 2026. Is dat gelukt? Ja." in later
    assert "De vorige keer" not in later


def test_of_equal_statements_another_dimension_and_the_weightier_one_go_first(real):
    answers = {item.id: 5 for item in real.asked.items if item.dimension in {"org", "rel"}}
    low = Response(party="wijkcoach", answers=dict.fromkeys(answers, 1) | {"rol-eigen": 3})
    assert [item.id for item in lowest_items(real, low)] == ["org-afspraken", "rel-bereikbaar", "org-privacy"]
    assert [item.id for item in lowest_items(real, replace(low, answers={"org-missie": 0, "org-steun": 3}))] == [
        "org-missie",
        "org-steun",
    ]
    assert [
        line.split("’")[0]
        for line in blocks(personal_report(real, Response(party="wijkcoach", answers=answers), date=DAY), d.Beside)[
            0
        ].right.items
    ] == [f"‘{fill(real, 'wijkcoach', real.item(one).text)}" for one in ("org-afspraken", "rel-bereikbaar")]


def test_the_talk_is_about_the_lowest_and_asks_what_one_can_ask(real):
    answers = {item.id: 4 for item in real.asked.items} | {"org-missie": 2, "rol-ander": 1, "rel-sfeer": 5}
    (page,) = parts(real, Response(party="wijkcoach", meeting="ja", answers=answers))["gespreksblad"].blocks
    told, *about = page.parts[0].text.split("\n")
    assert told.endswith("hoe het is als het goed gaat.")  # what it means is no finding
    assert [line.partition(":")[0] for line in about] == ["Rolduidelijkheid", "Organisatie"]
    assert page.parts[1].questions[:2] == tuple(
        fill(real, "wijkcoach", real.item(one).discussion) for one in ("rol-ander", "org-missie")
    )
    assert len(page.parts[1].questions) == 3
    assert page.parts[2].columns == ("wat", "wie", "wanneer", "terugkijken op")
    (some,) = parts(real, Response(party="wijkcoach", answers={"rel-sfeer": 0}))["gespreksblad"].blocks
    assert some.parts[0].text.split("\n")[1].startswith("Relatie:")
    assert len(some.parts[1].questions) == 1


def test_the_questions_of_the_talk_are_about_its_subjects_and_for_both(real):
    """Also where the lowest statement stands elsewhere, or is for one party alone."""
    answers = {item.id: 4 for item in real.asked.items if item.dimension in {"rol", "org", "bel", "rel"}}
    answers |= dict.fromkeys(("bel-tijd", "rol-generalist"), 1) | {one: 2 for one in answers if one.startswith("org")}
    (page,) = parts(real, Response(party="wijkcoach", answers=answers | {"rol-eigen": 2}))["gespreksblad"].blocks
    assert [line.partition(":")[0] for line in page.parts[0].text.split("\n")[1:]] == [
        "Organisatie",
        "Rolduidelijkheid",
    ]
    asked = [
        next(item for item in real.asked.items if fill(real, "wijkcoach", item.discussion) == question)
        for question in page.parts[1].questions
    ]
    assert {item.dimension for item in asked} == {"org", "rol"}
    assert not any(item.only for item in asked)


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
    report = appendix(small, response, date=DAY)
    tables = {table.title: table for table in blocks(report, d.Table)}
    assert [row[1] for row in tables["Rolduidelijkheid"].rows] == ["4  eens", "niet beantwoord", "weet ik niet"]
    assert [row[1:] for row in tables["Rolkennis: Wie doet dit?"].rows] == [
        ("slager", "bakker", "✗ niet goed"),
        ("allebei", "allebei", "✓ goed"),
    ]
    told = said(report)
    assert "samen lunchen" in told
    assert "gebleven" not in told  # nobody said that nothing came of it
    lasted = replace(response, activities={"lunch": True})
    assert "samen lunchen – er is iets van gebleven" in said(appendix(small, lasted, date=DAY))
    assert "U koos: delen met de groep." in told
    assert "Niet beantwoord: Wat gaat goed?" in told


def test_what_does_not_apply_is_not_told(small):
    response = Response(party="slager", meeting="geen", answers={"rol-brood": 1, "rel-overleg": 1})
    told = "".join(map(said, parts(small, response).values()))
    assert "stelling rol-brood" not in told
    assert "stelling rel-overleg" not in told


def compared(questionnaire, now: Response, before: Response) -> tuple[str, dict[str, tuple[str, str, str]]]:
    """What is said, and for each statement that is named the answers (then, now) and the title that it stands below."""
    told = comparison(questionnaire, now, Previous(before, questionnaire, date(2026, 5, 1)))
    words = " ".join(block.text for block in told if not isinstance(block, d.Table))
    tables = [block for block in told if isinstance(block, d.Table)]
    return words, {row[0]: (*row[1:], table.title) for table in tables for row in table.rows}


def test_only_answers_that_differ_are_named_and_not_knowing_is_told_as_that(small):
    before = Response(party="bakker", answers={"rol-eigen": 4, "rol-ander": 0, "rel-kennen": 2, "rel-lastig": 2})
    now = Response(party="bakker", answers={"rol-eigen": 4, "rol-ander": 1, "rel-kennen": 0, "rel-lastig": 4})
    words, rows = compared(small, now, before)
    assert words.startswith("U beantwoordde 4 stellingen beide keren. Daarvan kreeg er 1 hetzelfde antwoord.")
    assert {text.split()[3]: row for text, row in rows.items()} == {
        "rol-ander": ("weet ik niet", "1  helemaal oneens", "Op 1 mei 2026 of nu: ‘weet ik niet’"),
        "rel-kennen": ("2  oneens", "weet ik niet", "Op 1 mei 2026 of nu: ‘weet ik niet’"),
        # It counts the other way round.
        "rel-lastig": ("2  oneens", "4  eens", "Minder gunstig dan op 1 mei 2026"),
    }


def test_where_agreeing_is_unfavourable_that_stands_with_the_answer(small):
    lists = outstanding(small, Response(party="bakker", answers={"rel-lastig": 5, "rel-kennen": 4}))
    assert lists.left.items == (
        f"‘{fill(small, 'bakker', small.item('rel-lastig').text)}’ – helemaal eens Hier is ‘oneens’ gunstig.",
    )
    assert lists.right.items == (f"‘{fill(small, 'bakker', small.item('rel-kennen').text)}’ – eens",)


def test_what_differs_most_comes_first(small):
    before = Response(party="bakker", answers={"rol-eigen": 2, "rol-ander": 1, "rel-kennen": 3})
    now = replace(before, answers={"rol-eigen": 3, "rol-ander": 5, "rel-kennen": 5})
    _words, rows = compared(small, now, before)
    assert [text.split()[3] for text in rows] == ["rol-ander", "rel-kennen", "rol-eigen"]


def test_why_a_score_of_then_is_lacking_is_said(small):
    why = "Een score van toen staat alleen naast die van nu als beide over dezelfde stellingen gaan."
    before = Response(party="bakker", answers={"rol-eigen": 5, "rol-brood": 5, "rol-ander": 5})
    now = replace(before, answers={"rol-eigen": 3, "rol-brood": 3, "rol-ander": 3})
    assert why not in compared(small, now, before)[0]
    assert why in compared(small, now, replace(before, answers={"rol-eigen": 5, "rol-ander": 5}))[0]


def test_the_full_form_then_the_short_one_with_the_same_answers_is_no_change(real):
    full = filled_in(real)
    asked_short = {item.id for item in real.asked.items if item.short}
    for short in (
        replace(full, form="kort"),  # answers of the long form kept
        replace(full, form="kort", answers={item: n for item, n in full.answers.items() if item in asked_short}),
    ):
        for now, before in ((short, full), (full, short)):
            words, rows = compared(real, now, before)
            assert words.startswith("Geen verandering: alle ")
            assert "de korte vorm" in words
            assert not rows
            previous = Previous(before, real, DAY)
            chart = blocks(personal_report(real, now, date=DAY, previous=previous), d.ScoreChart)[0]
            assert all(row.previous in {None, row.value} for row in chart.rows)


def test_what_makes_the_times_hard_to_compare_is_said(small, filled):
    earlier = replace(filled, answers={"rol-eigen": 5, "rol-ander": 5}, form="kort", party="slager")
    previous = Previous(earlier, replace(small, asked=replace(small.asked, we="anders")), date(2026, 5, 1))
    told = said(personal_report(small, filled, date=DAY, previous=previous))
    for caution in ("De vragenlijst is intussen veranderd.", "de korte vorm", "U koos toen een andere partij."):
        assert caution in told
    assert "Minder gunstig dan op 1 mei 2026" in told


def test_a_statement_in_other_words_is_another_statement(small, filled):
    item = replace(small.item("rol-eigen"), text="Iets heel anders.")
    items = tuple(item if one.id == item.id else one for one in small.asked.items)
    old = replace(small, hash="1" * 64, asked=replace(small.asked, items=items))
    earlier = Response(party=filled.party, answers={"rol-eigen": 1})
    told = comparison(small, filled, Previous(earlier, old, DAY))
    assert "geen stelling die u beide keren hebt beantwoord" in told[0].text


def test_a_score_stands_beside_one_of_the_same_statements_alone(small):
    before = Response(party="bakker", answers={"rol-eigen": 5, "rol-brood": 5, "rol-ander": 5, "rel-kennen": 1})
    now = replace(before, answers={"rol-eigen": 3, "rol-brood": 3, "rol-ander": 3, "rel-kennen": 2, "rel-lastig": 2})
    row, other = picture(small, now, Previous(before, small, DAY))[0].rows
    assert (row.previous, row.value, other.previous) == (5.0, 3.0, None)
    less = replace(now, answers={"rol-eigen": 3, "rol-brood": 0, "rol-ander": 3})
    assert picture(small, less, Previous(before, small, DAY))[0].rows[0].previous is None


def test_the_account_tells_what_the_instrument_is_and_is_not(real):
    told = said(appendix(real, filled_in(real), date=DAY))
    for text in (*real.asked.account, *real.education.sources):
        assert text in told
    for theory in real.education.theories:
        assert theory.text in told
        assert theory.source in told
    assert f"versie {real.version}" in told
    assert "Er is geen totaalcijfer." in told


def test_the_account_says_what_a_score_and_an_advice_take(real):
    report = appendix(real, Response(party="wijkcoach"), date=DAY)
    told = said(report)
    assert "Genoeg is: minstens twee, en bij minstens de helft van de stellingen." in told
    assert "Ook ‘weet ik niet / geen ervaring mee’ telt mee voor een advies." in told
    assert "kenniskaarten" in told
    without = said(appendix(replace(real, asked=replace(real.asked, cards=())), Response(), date=DAY))
    assert "Dat geldt ook voor uw ervaring en uw overleg." in without
    assert "kenniskaarten" not in without
    (bands,) = (table for table in blocks(report, d.Table) if "namen bij een score" in table.title)
    assert [row[1] for row in bands.rows] == ["1,0 tot 3,0", "3,0 tot 4,0", "4,0 of hoger"]


def test_the_appendix_says_what_each_dimension_is_about(real):
    report = appendix(real, Response(party="wijkcoach"), date=DAY)
    (meanings,) = (table for table in blocks(report, d.Table) if table.title == "Wat de onderdelen betekenen")
    assert meanings.rows == tuple((dimension.name, dimension.help) for dimension in real.asked.dimensions)


def test_a_dimension_without_a_score_blames_nobody(small):
    report = personal_report(small, Response(party="bakker", answers={"rol-brood": 0, "rol-ander": 0}), date=DAY)
    (chart,) = blocks(report, d.ScoreChart)
    assert [(row.band, row.remark) for row in chart.rows] == [
        ("geen score", "te weinig antwoorden van 1 tot 5: 0 van 3"),
        ("geen score", "te weinig antwoorden van 1 tot 5: 0 van 3"),
    ]
    assert chart.sentence == "Er zijn nog te weinig antwoorden voor een score."


def test_a_card_answered_changes_only_what_is_told_of_knowledge(small, filled):
    without = replace(filled, knowledge={})
    assert any(isinstance(block, d.ShareChart) for block in picture(small, filled))
    assert not any(isinstance(block, d.ShareChart) for block in picture(small, without))
    assert score(small, filled).dimensions == score(small, without).dimensions
