"""Which edition of a questionnaire was answered: by what is asked, so that other advices make no other edition."""

from hashlib import sha256
from typing import Final

from msgspec import json

from samenspel.questionnaire.model import Questionnaire

_FIRST: Final = {
    "24018eb6109ac197c806d33a3c1c53853753676b908bb02f6769f555063b1e57": (
        "98b333c707a17277004bd38425b9e0072980a25448f603881a7e37a4b224b167",
        "c1606c4c6f322a0b747b616a2922745a674900118e2b3b9eb5d640c19b4cbf42",
        "81c01a400a5360abcc8b2ae144130ebf4fd04a1538bf1587ba12a63832431bda",
    ),
    "963de65fdb1f5af87c552eefb8e62ff8807c5a547d87fdfa1483b00abbf67627": (
        "641496c6b17337d6d3432a8b99e7731c03c60f12fa9d354202029b84bc590df1",
        "b5adb4da162893fe290408217322eb8aeba143941479986d1f32c71c824888c7",
        "996e7eb90173ae2a585a40593440ac3f0a5aa2671a89140ab3886daacaec3cfd",
    ),
}
"""With an answer 0.1.0 gave out the hash of all the files: those hashes, by the edition that they are of."""


def fingerprint(questionnaire: Questionnaire) -> str:
    """Return a hash of what is asked: it stays the same when only advices, bands or theory change."""
    asked = questionnaire.asked
    items = [(i.id, i.text, i.dimension, i.only, i.needs_meeting, i.dont_know, i.short) for i in asked.items]
    cards = [(card.id, card.text) for card in asked.cards]
    questions = (asked.parties, asked.context, asked.we, asked.scale, items, asked.card_question, cards)
    return sha256(json.encode((questions, asked.open_questions), order="deterministic")).hexdigest()[:32]


def edition(questionnaire: Questionnaire) -> str:
    """Return the SHA-256 (hex) that goes with an answer: of which questionnaire it is, and what that asks.

    It holds the right answers to the cards too, of which an answer that is handed over says how many were given, and
    which statements are reversed: such a one is another statement.
    """
    asked = questionnaire.asked
    right, reverse = [card.who for card in asked.cards], [item.reverse for item in asked.items]
    parts = (asked.id, asked.version, fingerprint(questionnaire), right, reverse)
    return sha256(json.encode(parts)).hexdigest()


def editions(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return every hash that may stand with an answer to this very questionnaire: of today, and as 0.1.0 made it."""
    ours = edition(questionnaire)
    return (ours, questionnaire.hash, *_FIRST.get(ours, ()))
