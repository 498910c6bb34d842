"""The questionnaire as one HTML file that sends nothing: data, a script and a style, and no outside resource."""

from html import escape
from typing import Any, Final

from samenspel import hygiene, walk
from samenspel.answering import allowed
from samenspel.exchange.browser.sealed import data, sealed
from samenspel.exchange.browser.words import (
    HAPPENS,
    HELD,
    HELD_WITHOUT_CARDS,
    NOT_HELD,
    NOT_HELD_WITHOUT_CARDS,
    WITHOUT_SCRIPT,
    WORDS,
)
from samenspel.exchange.code import recipe
from samenspel.exchange.handover import FILE_NAME, FORM, HALFWAY, KIND, SCHEMA
from samenspel.questionnaire.applicability import card_answers, fill, ordered_items
from samenspel.questionnaire.citing import right_answer
from samenspel.questionnaire.edition import edition
from samenspel.questionnaire.model import (
    DONT_KNOW_CARD,
    OTHER_ROLE,
    ContextQuestion,
    OpenQuestion,
    Questionnaire,
)
from samenspel.response import Form
from samenspel.taal import _, meervoud
from samenspel.walk import Step

_HALFWAY_NAME: Final = "samenspel-halverwege"


def browser_form(questionnaire: Questionnaire, form: Form = "volledig", party: str = "") -> str:
    """Return the form as a whole page.

    Args:
        questionnaire: what is asked.
        form: all statements, or the short form.
        party: for whom it is: the party is not asked then. Empty: for anyone.
    """
    title, without = escape(questionnaire.asked.title), "".join(f"<p>{escape(line)}</p>" for line in WITHOUT_SCRIPT)
    body = f"""<header><p id="melding" role="status"></p><div id="voortgang"></div></header>
<main id="inhoud"><h1>{title}</h1>{without}</main>
<div id="blad"></div>
{data("gegevens", _data(questionnaire, form, party))}"""
    return sealed(questionnaire.asked.title, "form", FORM, body)


def _data(questionnaire: Questionnaire, form: Form, party: str) -> dict[str, Any]:
    """Return what the script must know: texts, rules, and how files and codes are made."""
    asked, context = questionnaire.asked, questionnaire.asked.context
    items = [
        {
            "id": item.id,
            "text": item.text,
            "part": item.dimension,
            "only": item.only,
            "meeting": item.needs_meeting,
            "zero": item.dont_know,
        }
        for item in ordered_items(questionnaire)
        if (item.short or form == "volledig") and (not party or not item.only or party in item.only)
    ]
    parties = allowed(questionnaire, Step("party"))
    names = {one.id: one.singular for one in asked.parties} | {OTHER_ROLE: context.other_role}
    cards, told = bool(asked.cards), right_answer(questionnaire, "{antwoord}")
    return {
        "id": asked.id,
        "version": asked.version,
        "hash": edition(questionnaire),
        "title": asked.title,
        "summary": " ".join(asked.summary.split()),
        "form": form,
        "party": party,
        "audience": _("Dit formulier is voor: {wie}.").format(wie=_people(questionnaire, party)) if party else "",
        "minutes": _minutes(questionnaire, form),
        "parties": [(one, names[one]) for one in parties],
        "others": [
            (one, {key: fill(questionnaire, one, f"{{{key}}}") for key in ("ander", "anderen")}) for one in parties
        ],
        "partyQuestion": _question(context.party),
        "experience": _question(context.experience),
        "meeting": _question(context.meeting),
        "without": [choice.id for choice in context.meeting.choices if choice.no_meeting],
        "we": asked.we,
        "scale": [asked.scale.dont_know, *asked.scale.labels],
        "parts": [(dimension.id, dimension.name) for dimension in asked.dimensions],
        "items": items,
        "cardQuestion": asked.card_question,
        "cards": [{"id": card.id, "text": card.text, "who": card.who, "why": card.why} for card in asked.cards],
        "cardAnswers": [*card_answers(questionnaire).items()],
        "unknown": DONT_KNOW_CARD,
        "open": [_open(question) for question in asked.open_questions],
        "limit": hygiene.NOTE_LIMIT,
        "invisible": "".join(sorted(hygiene.INVISIBLE)),
        "code": recipe(questionnaire, form),
        "file": {"kind": KIND, "schema": SCHEMA, "name": FILE_NAME, "halfway": HALFWAY, "halfwayName": _HALFWAY_NAME},
        "happens": HAPPENS,
        "held": HELD if cards else HELD_WITHOUT_CARDS,
        "notHeld": NOT_HELD if cards else NOT_HELD_WITHOUT_CARDS,
        "words": {key: words.replace("{uitleg}", told) for key, words in WORDS.items()},
    }


def _people(questionnaire: Questionnaire, party: str) -> str:
    return _("mensen met een andere rol") if party == OTHER_ROLE else questionnaire.party(party).plural


def _minutes(questionnaire: Questionnaire, form: Form) -> str:
    n = walk.minutes(questionnaire, form)
    return meervoud("Invullen kost ongeveer {n} minuut.", "Invullen kost ongeveer {n} minuten.", n).format(n=n)


def _question(question: ContextQuestion) -> dict[str, Any]:
    choices = [(choice.id, choice.text) for choice in question.choices]
    return {"text": question.text, "help": question.help, "choices": choices}


def _open(question: OpenQuestion) -> dict[str, Any]:
    activities = [(activity.id, activity.text) for activity in question.activities]
    return {"id": question.id, "text": question.text, "help": question.help, "activities": activities}
