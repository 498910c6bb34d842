"""Scripted respondents: what a person would type in plain line mode to give exactly these answers.

``responses(questionnaire)`` gives any response that a person can reach by walking, for oneself or (``sharing``) for a
group; ``lines_for`` the lines to type.
``SCRIPTS`` are three people who go every way there is, and ``forms`` types one over as a table.
"""

import csv
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel import hygiene
from samenspel.answering import allowed
from samenspel.exchange.receive.forms import columns
from samenspel.finishing import much_left_open
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.response import Response
from samenspel.walk import Step, steps

# Typed alone at a question for text, these mean something else.
RESERVED = {"v", "o", "q", "h", "?", "-", "vorige", "overzicht", "stoppen"}


def lines_for(questionnaire: Questionnaire, response: Response) -> list[str]:
    """The lines to type into a new self-test, from the choice of form to finishing it."""
    lines = ["2" if response.form == "kort" else "1"]
    for step in steps(questionnaire, response):
        lines += _lines(questionnaire, response, step)
    return lines


def _lines(questionnaire: Questionnaire, response: Response, step: Step) -> list[str]:
    match step.kind:
        case "welcome":
            return []
        case "party" | "experience" | "meeting":
            return [_number(allowed(questionnaire, step), getattr(response, step.kind))]
        case "area":
            return [response.area]
        case "we" | "cards":
            return ["s"]
        case "item":
            note = response.notes.get(step.id)
            return [*(["t", note] if note else []), str(response.answers.get(step.id, "s"))]
        case "card":
            return [_number(allowed(questionnaire, step), response.knowledge.get(step.id))]
        case "open":
            return _open_lines(questionnaire, response, step)
        case _:
            return ["1", "2"] if much_left_open(questionnaire, response) else ["1"]


def _open_lines(questionnaire: Questionnaire, response: Response, step: Step) -> list[str]:
    activities = questionnaire.open_question(step.id).activities
    if not activities:
        text = response.open.get(step.id)
        return [text] if text else [""]
    lines = []
    for number, activity in enumerate(activities, start=1):
        if activity.id in response.activities:
            lines += [str(number), "1" if response.activities[activity.id] else "2"]
    return [*lines, "s"]


def _number(choices: tuple[str, ...], chosen: str | None) -> str:
    return str(choices.index(chosen) + 1) if chosen else "s"


def texts(limit: int = 60) -> st.SearchStrategy[str]:
    """Texts of one line, as they come out of hygiene."""
    letters = st.characters(exclude_categories=["Cc", "Cs"])
    cleaned = st.text(letters, max_size=limit).map(lambda text: hygiene.clean(text, 10 * limit))
    return cleaned.filter(lambda text: len(text) <= limit and text.lower() not in RESERVED)


@st.composite
def responses(draw, questionnaire: Questionnaire, *, sharing: bool = False) -> Response:
    """Any response that a person can reach by walking from the first question to the last."""
    asked = questionnaire.asked

    def maybe(values):
        return draw(st.one_of(st.just(""), st.sampled_from(list(values))))

    start = Response(
        form=draw(st.sampled_from(["volledig", "kort"])),
        party=draw(st.sampled_from([*(party.id for party in asked.parties), OTHER_ROLE])),
        area=draw(texts()),
        experience=maybe(choice.id for choice in asked.context.experience.choices),
        meeting=maybe(choice.id for choice in asked.context.meeting.choices),
    )
    items = applicable_items(questionnaire, start)
    answers = {item.id: draw(st.sampled_from([None, *offered_answers(item)])) for item in items}
    notes = {item.id: draw(texts()) for item in items if draw(st.booleans())}
    cards = {card.id: maybe(allowed(questionnaire, Step("card", card.id))) for card in asked.cards}
    free = [question for question in asked.open_questions if not question.activities]
    written = {question.id: draw(texts()) for question in free}
    activities = {
        activity.id: draw(st.sampled_from([None, True, False]))
        for question in asked.open_questions
        for activity in question.activities
    }
    response = Response(
        party=start.party,
        form=start.form,
        area=start.area,
        experience=start.experience,
        meeting=start.meeting,
        answers={id_: answer for id_, answer in answers.items() if answer is not None},
        notes={id_: note for id_, note in notes.items() if note},
        knowledge={id_: answer for id_, answer in cards.items() if answer},
        open={id_: text for id_, text in written.items() if text},
        activities={id_: lasted for id_, lasted in activities.items() if lasted is not None},
    )
    if not sharing:
        return response
    answered = [
        question.id
        for question in asked.open_questions
        if question.id in response.open or any(a.id in response.activities for a in question.activities)
    ]
    return replace(response, shared=tuple(id_ for id_ in answered if draw(st.booleans())))


def some_people(questionnaire: Questionnaire, number: int) -> list[Response]:
    """So many random people, each time the same ones."""
    people: list[Response] = []
    skipped = 3  # the first ones left everything open

    # What a table refuses, as letters that were opened in another encoding, nobody types.
    typed = responses(questionnaire, sharing=True).filter(
        lambda one: not any(map(hygiene.is_misread, one.open.values()))
    )

    @settings(max_examples=number + skipped, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(typed)
    def draw(response: Response) -> None:
        people.append(response)

    draw()
    return people[-number:]


def script(real: Questionnaire, response: Response, start: int) -> Response:
    """Fill ``response`` with answers that differ from item to item; every seventh item is left out."""
    items = applicable_items(real, response)
    answers = {
        item.id: offered_answers(item)[(start + 3 * place) % len(offered_answers(item))]
        for place, item in enumerate(items)
        if place % 7 != 6
    }
    parties = [party.id for party in real.asked.parties]
    knowledge = {card.id: parties[place % 2] for place, card in enumerate(real.asked.cards) if place != 4}
    return replace(response, answers=answers, knowledge=knowledge)


SCRIPTS = {
    "coach": Response(
        party="wijkcoach",
        area="Wesselerbrink",
        experience="korter-1",
        meeting="ja",
        open={"toe-goed": "Het contact is kort [/] en <b>goed</b>."},
        activities={"lunch": True, "anders": False},
    ),
    "jongere": Response(party="jongerenwerker", form="kort", area="zuid", experience="nog-niet", meeting="leiding"),
    "ander": Response(party=OTHER_ROLE, meeting="geen"),
}


def forms(real: Questionnaire, response: Response, folder: Path) -> Path:
    path = folder / "formulieren.csv"
    row = {
        "respondent": "1",
        "partij": response.party,
        "vorm": response.form,
        "gebied": response.area,
        "ervaring": response.experience,
        "overleg": response.meeting,
        **response.answers,
        **response.knowledge,
        **response.open,
        "toe-activiteiten": "|".join(id_ + "+" * lasted for id_, lasted in response.activities.items()),
    }
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(columns(real)), delimiter=";")
        writer.writeheader()
        writer.writerow(row)
    return path
