"""What a paper form asks and with which numbers: the form, the table to type it into and typing over agree on this."""

from samenspel.questionnaire.applicability import ordered_items
from samenspel.questionnaire.model import Item, Questionnaire
from samenspel.response import Form


def printed_items(questionnaire: Questionnaire, form: Form, party: str) -> tuple[Item, ...]:
    """Return the statements on a form, in the order in which they are printed; ``party`` '' is a form for anyone."""
    return tuple(
        item
        for item in ordered_items(questionnaire)
        if (item.short or form == "volledig") and (not party or not item.only or party in item.only)
    )


def printed_numbers(questionnaire: Questionnaire, form: Form, party: str) -> dict[str, str]:
    """Return the number that is printed before each statement and each card, by its id."""
    items = [item.id for item in printed_items(questionnaire, form, party)]
    cards = [card.id for card in questionnaire.asked.cards]
    return {id_: str(number) for part in (items, cards) for number, id_ in enumerate(part, start=1)}
