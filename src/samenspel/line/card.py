"""One role-knowledge card: the first answer counts, and then the right one and why are told."""

from samenspel.line.context import numbered
from samenspel.line.talk import BACK, ON, OVERVIEW, SKIP, STOP, Talk
from samenspel.questionnaire.model import BOTH, DONT_KNOW_CARD, Card, Questionnaire
from samenspel.taal import _
from samenspel.walk import progress


def ask_card(talk: Talk) -> None:
    """Ask who does this, tell it, and go on; a card that was answered is only shown."""
    session = talk.session
    questionnaire = session.questionnaire
    card = questionnaire.card(session.step.id)
    place = progress(questionnaire, session.response, session.step)
    talk.say(
        "\n"
        + _("Kaart {nummer} van {aantal}. {vraag}").format(
            nummer=place.number, aantal=place.of, vraag=questionnaire.asked.card_question
        )
    )
    talk.say(card.text)
    if card.id in session.response.knowledge:
        _tell(talk, card)
        talk.do(talk.choose([], [ON, BACK, OVERVIEW, STOP]))
        return
    words = card_answers(questionnaire)
    chosen = talk.choose(numbered(list(words.items())), [SKIP, BACK, OVERVIEW, STOP])
    if chosen not in words:
        talk.do(chosen)
        return
    session.answer(chosen, talk.clock(), stay=True)
    talk.say(_("Bewaard."))
    _tell(talk, card)
    session.forward(talk.clock())


def card_answers(questionnaire: Questionnaire) -> dict[str, str]:
    """Return the answers to a card, id → words."""
    parties = {party.id: party.singular for party in questionnaire.asked.parties}
    return {**parties, BOTH: _("allebei"), DONT_KNOW_CARD: _("weet ik niet")}


def _tell(talk: Talk, card: Card) -> None:
    words = card_answers(talk.session.questionnaire)
    given = talk.session.response.knowledge[card.id]
    talk.say(_("Uw antwoord: {antwoord}").format(antwoord=words[given]))
    if given == card.who:
        talk.say(_("Dat klopt. {uitleg}").format(uitleg=card.why))
    else:
        talk.say(_("Het goede antwoord: {antwoord}. {uitleg}").format(antwoord=words[card.who], uitleg=card.why))
