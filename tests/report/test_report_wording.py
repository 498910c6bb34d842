"""Scores, reasons and figures in plain Dutch sentences."""

import pytest
from msgspec.structs import replace
from report_help import filled_in

from samenspel.advice import Reason
from samenspel.report import wording
from samenspel.report.personal import picture
from samenspel.report.personal.advices import by_catalogue
from samenspel.response import Response
from samenspel.scoring import DimensionScore, Knowledge, Scores, score


def scores_of(*values: float | None) -> Scores:
    ids = ("rol", "rel")
    return Scores(
        tuple(DimensionScore(id_, value, None, 2, 2, None) for id_, value in zip(ids, values, strict=True)),
        None,
        None,
    )


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Reason("rol-eigen", answer=2), "U antwoordde ‘oneens’ bij: ‘Dit is stelling rol-eigen over de slagers.’"),
        (
            Reason("rol-ander", answer=0),
            "U antwoordde ‘weet ik niet’ bij: ‘Dit is stelling rol-ander over de slagers.’",
        ),
        (
            Reason("ervaring", answer="nog-niet"),
            "U antwoordde ‘nog niet’ op de vraag: ‘Hoe lang werkt u met slagers samen?’",
        ),
        (
            Reason("overleg", answer="geen"),
            "U antwoordde ‘er is geen overleg’ op de vraag: ‘Doet u mee aan een overleg?’",
        ),
        (Reason("kennis", share=0.5), "U had 1 van de 2 kaarten goed."),
    ],
)
def test_a_reason_in_words(small, reason, sentence):
    response = Response(
        party="bakker",
        experience="nog-niet",
        meeting="geen",
        answers={"rol-eigen": 2, "rol-ander": 0},
        knowledge={"kennis-brood": "bakker", "kennis-klant": "weet-niet"},
    )
    assert wording.because(small, response, reason) == sentence


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ((2.5, 4.0), ("Het hoogst is Relatie: 4,0.", "De meeste aandacht vraagt Rolduidelijkheid: 2,5.")),
        ((3.0, 3.0), ("Gelijk, met elk een 3,0: Rolduidelijkheid en Relatie.",)),
        ((3.75, 3.8), ("Het hoogst is Relatie: 3,80.", "De meeste aandacht vraagt Rolduidelijkheid: 3,75.")),
        ((None, 1.5), ("Alleen Relatie heeft een score: 1,5.",)),
        ((None, None), ("Er zijn nog te weinig antwoorden voor een score.",)),
    ],
)
def test_strongest_and_most_in_need(small, values, sentences):
    assert picture.extremes(small, scores_of(*values)) == sentences


def test_what_is_strong_asks_for_no_attention(small):
    found = scores_of(4.5, 4.0)
    strong = replace(found, dimensions=tuple(replace(d, band=small.asked.bands[-1].id) for d in found.dimensions))
    assert picture.extremes(small, strong) == ("Het hoogst is Rolduidelijkheid: 4,5.", "Het laagst is Relatie: 4,0.")
    assert picture.bands_sentence(small, strong).startswith("Alle onderdelen: ")


def test_ties_at_an_end_are_named_as_ties(real):
    names = [d.name for d in real.asked.dimensions]
    values = (5.0, 5.0, 3.0, 2.0, 2.0, 2.0)
    scores = Scores(
        tuple(
            DimensionScore(d.id, value, None, 2, 2, None)
            for d, value in zip(real.asked.dimensions, values, strict=True)
        ),
        None,
        None,
    )
    assert picture.extremes(real, scores) == (
        f"Het hoogst, gelijk met 5,0: {names[0]} en {names[1]}.",
        f"De meeste aandacht vragen, gelijk met 2,0: {names[3]}, {names[4]} en {names[5]}.",
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"rol-brood": 3, "rol-ander": 3, "rel-overleg": 3, "rel-kennen": 3, "rel-lastig": 3}, ()),
        # Once is never named, how small the dimension may be.
        ({"rol-brood": 0, "rol-ander": 3, "rel-overleg": 3, "rel-kennen": 3}, ()),
        ({"rol-brood": 0}, ()),
        (
            {"rol-brood": 0, "rol-ander": 0, "rel-overleg": 3, "rel-kennen": 3, "rel-lastig": 3},
            (
                "Onduidelijkheid: u antwoordde in totaal 2 van de 5 keer (40\u00a0%) ‘weet ik niet’.",
                "Dat is vooral bij Rolduidelijkheid (2 van de 2 keer).",
            ),
        ),
        # One in each dimension: over all it is twice.
        (
            {"rol-brood": 0, "rol-ander": 3, "rel-overleg": 0, "rel-kennen": 3, "rel-lastig": 3},
            ("Onduidelijkheid: u antwoordde in totaal 2 van de 5 keer (40\u00a0%) ‘weet ik niet’.",),
        ),
    ],
)
def test_unclearness_is_named_from_the_threshold(small, answers, expected):
    assert picture.unclear_sentences(small, Response(party="bakker", answers=answers)) == expected


def test_unclearness_counts_what_scoring_counts(real):
    response = filled_in(real)
    scores = score(real, response)
    assert picture.unclear(real, response).share == scores.unclear
    for dimension in scores.dimensions:
        assert picture.unclear(real, response, dimension.id).share == (dimension.unclear or 0.0)


def test_bands_are_told_from_low_to_high_with_what_lacks_a_score(small):
    response = Response(party="bakker", answers={"rol-eigen": 1, "rol-brood": 2})
    assert picture.bands_sentence(small, score(small, response)) == (
        "Rolduidelijkheid: knelpunt. Relatie: geen score (te weinig antwoorden van 1 tot 5)."
    )


def test_what_the_lowest_band_means_is_told_where_it_first_stands(real):
    low = answering(real, {item.id: 2 if item.dimension in ("org", "rel") else 4 for item in real.asked.items})
    assert picture.bands_sentence(real, score(real, low)) == (
        "Organisatie en Relatie: knelpunt. ‘Knelpunt’ betekent: volgens de antwoorden gaat dit nog niet goed. "
        "Rolduidelijkheid, Proces, Belangen en Ambitie: sterk."
    )
    high = answering(real, dict.fromkeys((item.id for item in real.asked.items), 4))
    assert "betekent" not in picture.bands_sentence(real, score(real, high))


def answering(questionnaire, answers):
    return Response(party=questionnaire.asked.parties[0].id, meeting="ja", answers=answers)


def test_where_advices_tie_it_says_that_the_order_is_the_catalogues(real):
    """2s at three statements: meelopen, samenwerkingsafspraken and doelgericht-gesprek each get 2 · 2/3 / 6, e = 1."""
    good = dict.fromkeys((item.id for item in real.asked.items), 5)
    [note] = by_catalogue(real, answering(real, good | {"rel-feedback": 2, "org-nakomen": 2, "rol-expertise": 2}))
    assert note.text == "Sommige adviezen tellen precies even zwaar. Die staan in de vaste volgorde van de lijst."
    assert by_catalogue(real, answering(real, good | {"rol-opgepakt": 1})) == ()


def test_role_knowledge_stands_beside_role_clarity(small):
    scores = replace(scores_of(2.5, None), knowledge=Knowledge(1, 2, 0))
    rol = replace(scores.dimensions[0], band="knelpunt")
    told = picture.knowledge_sentence(small, replace(scores, dimensions=(rol, scores.dimensions[1])))
    assert told == (
        "Hoe duidelijk de rollen voor u zijn: 2,5 (knelpunt). "
        "Hoeveel u van de rollen weet: u had 1 van de 2 kaarten goed."
    )
    assert picture.knowledge_sentence(small, replace(scores_of(None, None), knowledge=Knowledge(1, 2, 0))) == (
        "U had 1 van de 2 kaarten goed."
    )
    assert picture.knowledge_sentence(small, scores_of(2.5, 2.5)) == ""


def test_role_knowledge_stands_beside_the_dimension_that_the_questionnaire_names(small):
    scores = replace(scores_of(2.5, 3.5), knowledge=Knowledge(1, 2, 0))
    banded = replace(scores, dimensions=tuple(replace(one, band="knelpunt") for one in scores.dimensions))
    for named, score_told in ((None, "2,5"), ("rol", "2,5"), ("rel", "3,5")):
        mine = replace(small, asked=replace(small.asked, cards_beside=named))
        assert picture.knowledge_sentence(mine, banded).startswith(
            f"Hoe duidelijk de rollen voor u zijn: {score_told} ("
        )
    others = tuple(replace(one, id=f"x-{one.id}") for one in small.asked.dimensions)
    nowhere = replace(small, asked=replace(small.asked, dimensions=others))
    assert picture.knowledge_sentence(nowhere, banded) == "U had 1 van de 2 kaarten goed."


def test_shares_are_written_in_dutch():
    assert wording.percentage(0.375) == "38\u00a0%"
