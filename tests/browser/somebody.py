"""Random people who fill in a form: what they click and type, and what Python makes of that by its own rules."""

from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from samenspel.answering import allowed, record, record_activity, share
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form, Response
from samenspel.walk import Step, is_answered

SCRIPT = Path(__file__).with_name("all_at_once.js").read_text(encoding="utf-8")
PIECES = (
    *(
        "Het contact",
        "goed",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\n \n",
        "\t",
        "<b>",
        "</script>",
        "&amp;",
        "{ander}",
        '"',
        "\\",
        "’",
    ),
    *(
        "é",
        "e\u0301",
        "👍🏽",
        "👩‍👩‍👧",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u00a0",
        "\u2003",
        "\u0007",
        "\u0085",
        "\u2028",
        "Ĳ",
        "ﬁ",
    ),
    *("\u0344", "\u1e9b\u0323", "中", "\U0001f468", "\x7f", "'", "$&", "\u00ad"),
)


class Somebody(Struct):
    """What one person does: ``first`` is what was chosen of party and meeting at first, ``then`` what came after."""

    first: list[tuple[str, str]]
    then: list[tuple[str, str]]
    chosen: list[tuple[str, object]]
    open: list[tuple[str, str]]
    shared: list[str]


def somebody(questionnaire: Questionnaire, chance: Random, form: Form, party: str = "") -> tuple[Somebody, Response]:
    """Return what a person does with a form, and the response that comes of it."""
    asked = questionnaire.asked
    meetings = ["", *allowed(questionnaire, Step("meeting"))]

    def situation() -> tuple[str, str]:
        return party or chance.choice(allowed(questionnaire, Step("party"))), chance.choice(meetings)

    before = situation()
    after = before if chance.random() < 0.5 else situation()
    after = after if after[1] else (after[0], before[1])  # an answer stays when nothing else is chosen
    response = Response(party=before[0], form=form, meeting=before[1])
    chosen: list[tuple[str, object]] = []
    items = {
        item.id: item
        for one in (before, after)
        for item in applicable_items(questionnaire, replace(response, party=one[0], meeting=one[1]))
    }
    for id_, item in items.items():
        if chance.random() < 0.85:
            answer = chance.choice(offered_answers(item))
            chosen.append((id_, answer))
            response = record(questionnaire, response, Step("item", id_), str(answer))
    experience = chance.choice(["", *allowed(questionnaire, Step("experience"))])
    if experience:
        chosen.append(("experience", experience))
    for card in asked.cards:
        if chance.random() < 0.7:
            answer = chance.choice(allowed(questionnaire, Step("card", card.id)))
            chosen.append((card.id, answer))
            response = record(questionnaire, response, Step("card", card.id), answer)
    response, typed, shared = _open_answers(questionnaire, chance, response, chosen)
    response = replace(response, party=after[0], meeting=after[1], experience=experience)
    return Somebody(_clicks(before, party), _clicks(after, party), chosen, typed, shared), response


def _open_answers(
    questionnaire: Questionnaire, chance: Random, response: Response, chosen: list[tuple[str, object]]
) -> tuple[Response, list[tuple[str, str]], list[str]]:
    typed: list[tuple[str, str]] = []
    shared = []
    for question in questionnaire.asked.open_questions:
        step = Step("open", question.id)
        for activity in question.activities:
            if chance.random() < 0.4:
                lasted = chance.random() < 0.5
                chosen.append((activity.id, str(lasted).lower()))
                response = record_activity(questionnaire, response, step, activity.id, lasted=lasted)
        if not question.activities and chance.random() < 0.6:
            text = "".join(chance.choices(PIECES, k=chance.randrange(30)))
            typed.append((question.id, text))
            response = record(questionnaire, response, step, text)
        if chance.random() < 0.6:
            shared.append(question.id)
            response = share(response, question.id, on=is_answered(questionnaire, response, step))
    return response, typed, shared


def _clicks(situation: tuple[str, str], party: str) -> list[tuple[str, str]]:
    wanted = [("partij", "" if party else situation[0]), ("meeting", situation[1])]
    return [(name, value) for name, value in wanted if value]
