"""The questionnaire as one HTML file that sends nothing: data, a script and a style, and no outside resource."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any, Final

import msgspec

from samenspel import hygiene, walk
from samenspel.answering import allowed
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
_POLICY: Final = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; connect-src 'none'; form-action 'none'; "
    "base-uri 'none'"
)


def browser_form(questionnaire: Questionnaire, form: Form = "volledig", party: str = "") -> str:
    """Return the form as a whole page.

    Args:
        questionnaire: what is asked.
        form: all statements, or the short form.
        party: for whom it is: the party is not asked then. Empty: for anyone.
    """
    script, style = _script(), _part("form.css")
    title, without = escape(questionnaire.asked.title), "".join(f"<p>{escape(line)}</p>" for line in WITHOUT_SCRIPT)
    policy = _POLICY.format(script=_hash(script), style=_hash(style))
    # In a script element only ``<`` could end the data; as a JSON escape it reads the same.
    data = msgspec.json.encode(_data(questionnaire, form, party)).decode().replace("<", "\\u003c")
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="{FORM}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><p id="melding" role="status"></p><div id="voortgang"></div></header>
<main id="inhoud"><h1>{title}</h1>{without}</main>
<div id="blad"></div>
<script type="application/json" id="gegevens">{data}</script>
<script>{script}</script>
</body>
</html>
"""


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


def _script() -> str:
    """Return the script without its comments and margins: people read the source, browsers this."""
    lines = (line.strip() for line in _part("form.js").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
