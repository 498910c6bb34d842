"""The questions of a self-test: statements, the person's situation, role-knowledge cards, open questions."""

from samenspel.line.conversation import BACK, ERASE, NO_NAMES, NOTE, OVERVIEW, SKIP, STOP, Conversation
from samenspel.line.prompter import ON, Pick, numbered
from samenspel.questionnaire.applicability import card_answers, offered_answers
from samenspel.questionnaire.citing import right_answer
from samenspel.questionnaire.model import (
    DONT_KNOW,
    DONT_KNOW_CARD,
    HIGHEST,
    LOWEST,
    OTHER_ROLE,
    Card,
    ContextQuestion,
    Item,
    OpenQuestion,
)
from samenspel.report.text.spoken import sounding
from samenspel.report.wording import about_cards, answer_label
from samenspel.taal import _, meervoud, opsomming
from samenspel.walk import is_answered, progress

# One statement: the answer, and a note with it. ------------------------------------------------------------------


def ask_statement(talk: Conversation) -> None:
    """Ask for the answer to the current statement, or do what the person wants instead."""
    session = talk.session
    item = session.questionnaire.item(session.step.id)
    response = session.response
    _show(talk, item)
    words = {a: sounding(answer_label(session.questionnaire, a)) for a in (*range(LOWEST, HIGHEST + 1), DONT_KNOW)}
    answers = [Pick(str(a), text, str(a)) for a, text in words.items() if a in offered_answers(item)]
    given = response.answers.get(item.id)
    chosen = talk.choose(
        answers,
        [NOTE, SKIP if given is None else ON, BACK, OVERVIEW, STOP],
        current="" if given is None else str(given),
        scale=True,
    )
    if chosen.isdigit():
        session.answer(chosen, talk.clock())
        talk.say(_("Bewaard: {antwoord}").format(antwoord=f"{chosen} {words[int(chosen)]}"))
    elif chosen == NOTE.id:
        _ask_note(talk, item)
    else:
        talk.do(chosen)


def _show(talk: Conversation, item: Item) -> None:
    session = talk.session
    place = progress(session.questionnaire, session.response, session.step)
    if talk.part != place.name:
        part = _("Deel {deel} van {delen}: {naam}")
        talk.say("\n" + part.format(deel=place.part, delen=place.parts, naam=place.name))
        talk.part = place.name
    talk.say("\n" + _("Stelling {nummer} van {aantal}").format(nummer=place.number, aantal=place.of))
    talk.say(item.text)
    if note := session.response.notes.get(item.id):
        talk.prompter.say(_("Uw toelichting: {tekst}").format(tekst=note))


def _ask_note(talk: Conversation, item: Item) -> None:
    talk.say(NO_NAMES)
    if item.id in talk.session.response.notes:
        talk.say(_("Typ een nieuwe toelichting. Alleen Enter laat hem zo. Een min (-) haalt hem weg."))
    else:
        talk.say(_("Typ uw toelichting. Alleen Enter slaat dit over."))
    typed = talk.text(
        _("Toelichting:"),
        lambda text: talk.session.note("" if text.strip() == ERASE else text, talk.clock()),
        erasable=item.id in talk.session.response.notes,
    )
    if typed:
        talk.saved(typed)


# The four questions about the person's situation. ----------------------------------------------------------------


def ask_party(talk: Conversation) -> None:
    """Ask to which party the person belongs; the rest of the questions depends on it, so it cannot be left open."""
    asked = talk.session.questionnaire.asked
    named = [(party.id, party.singular) for party in asked.parties]
    answers = numbered([*named, (OTHER_ROLE, asked.context.other_role)])
    _ask(talk, asked.context.party, answers, [BACK, STOP], talk.session.response.party)


def ask_experience(talk: Conversation) -> None:
    """Ask how long the person has worked with the others."""
    question = talk.session.questionnaire.asked.context.experience
    _ask_choices(talk, question, talk.session.response.experience)


def ask_meeting(talk: Conversation) -> None:
    """Ask whether the person takes part in a joint meeting."""
    question = talk.session.questionnaire.asked.context.meeting
    _ask_choices(talk, question, talk.session.response.meeting)


def ask_area(talk: Conversation) -> None:
    """Ask where the person works; free text, and it may stay empty."""
    session = talk.session
    question = session.questionnaire.asked.context.area
    talk.say("\n" + "\n".join(filter(None, [question.text, question.help])))
    if question.suggestions:
        talk.say(_("Bijvoorbeeld: {voorbeelden}.").format(voorbeelden=opsomming([*question.suggestions], _("of"))))
    if session.response.area:
        talk.prompter.say(_("Uw antwoord nu: {antwoord}").format(antwoord=session.response.area))
        talk.say(_("Alleen Enter laat dit zo. Een min (-) haalt het weg."))
    else:
        talk.say(_("Typ uw antwoord. Alleen Enter slaat de vraag over."))
    talk.prompter.beside([BACK, STOP])
    done = talk.text(
        _("Uw antwoord:"),
        lambda typed: session.answer("" if typed.strip() == ERASE else typed, talk.clock()),
        [BACK, STOP],
        erasable=bool(session.response.area),
    )
    if done in {BACK.id, STOP.id}:
        talk.do(done)
    elif not done:
        talk.do(ON.id)
    else:
        talk.saved(done)


def _ask_choices(talk: Conversation, question: ContextQuestion, current: str) -> None:
    answers = numbered([(choice.id, talk.filled(choice.text)) for choice in question.choices])
    _ask(talk, question, answers, [ON, BACK, STOP], current)


def _ask(talk: Conversation, question: ContextQuestion, answers: list[Pick], actions: list[Pick], current: str) -> None:
    talk.say("\n" + "\n".join(filter(None, [question.text, question.help])))
    known = current if current in {choice.id for choice in answers} else ""
    chosen = talk.choose(answers, actions if known else [SKIP if a is ON else a for a in actions], current=known)
    if chosen in {choice.id for choice in answers}:
        talk.session.answer(chosen, talk.clock())
        talk.say(_("Bewaard: {antwoord}").format(antwoord=next(c.text for c in answers if c.id == chosen)))
    else:
        talk.do(chosen)


# The role-knowledge cards: the first answer counts, and then the right one and why are told. ----------------------


def explain_cards(talk: Conversation) -> None:
    """Say what the cards are, before the first one."""
    questionnaire = talk.session.questionnaire
    cards = len(questionnaire.asked.cards)
    talk.say("\n" + meervoud("Nu iets anders: {n} kaart.", "Nu iets anders: {n} kaarten.", cards).format(n=cards))
    for line in about_cards(questionnaire):
        talk.say(line)
    talk.do(talk.choose([], [ON._replace(text=_("naar de kaarten")), BACK, OVERVIEW, STOP]))


def ask_card(talk: Conversation) -> None:
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
    words = card_answers(questionnaire)
    if given := session.response.knowledge.get(card.id):
        talk.say(_("Uw antwoord: {antwoord}").format(antwoord=words[given]))
        _tell(talk, card)
        talk.do(talk.choose([], [ON, BACK, OVERVIEW, STOP]))
        return
    chosen = talk.choose(numbered(list(words.items())), [SKIP, BACK, OVERVIEW, STOP], scale=True)
    if chosen not in words:
        talk.do(chosen)
        return
    session.answer(chosen, talk.clock(), stay=True)
    talk.say(_("Bewaard: {antwoord}").format(antwoord=words[chosen]))
    _tell(talk, card)
    session.forward(talk.clock())


def _tell(talk: Conversation, card: Card) -> None:
    words = card_answers(talk.session.questionnaire)
    given = talk.session.response.knowledge[card.id]
    if given == card.who:
        talk.say(_("Dat klopt. {uitleg}").format(uitleg=card.why))
    else:
        told = right_answer(talk.session.questionnaire, words[card.who])
        wrong = "" if given == DONT_KNOW_CARD else _("Niet goed.")
        talk.say(" ".join(filter(None, (wrong, told, card.why))))


# The open questions: a text, or activities to tick. What of it a group may read is chosen when it is given. ------

_CHANGE = Pick("a", _("antwoord veranderen"), "veranderen")
_TAKE_AWAY = Pick("w", _("antwoord weghalen"), "weghalen")


def ask_open(talk: Conversation) -> None:
    """Ask the current open question."""
    session = talk.session
    question = session.questionnaire.open_question(session.step.id)
    place = progress(session.questionnaire, session.response, session.step)
    talk.say("\n" + _("Open vraag {nummer} van {aantal}").format(nummer=place.number, aantal=place.of))
    talk.say("\n".join(filter(None, [question.text, question.help])))
    if question.activities:
        _ask_activities(talk, question)
    elif question.id in session.response.open:
        _change_text(talk, question)
    else:
        _ask_text(talk)


def _ask_text(talk: Conversation) -> None:
    talk.say(NO_NAMES)
    talk.say(_("Typ uw antwoord. Alleen Enter slaat de vraag over."))
    actions = [BACK, OVERVIEW, STOP]
    talk.prompter.beside(actions)
    session = talk.session
    typed = talk.text(_("Uw antwoord:"), lambda text: session.answer(text, talk.clock(), stay=True), actions)
    if typed in {action.id for action in actions}:
        talk.do(typed)
        return
    if is_answered(session.questionnaire, session.response, session.step):
        talk.saved(typed)
    talk.do(ON.id)


def _change_text(talk: Conversation, question: OpenQuestion) -> None:
    session = talk.session
    talk.prompter.say(_("Uw antwoord nu: {tekst}").format(tekst=session.response.open[question.id]))
    chosen = talk.choose([], [ON, _CHANGE, _TAKE_AWAY, BACK, OVERVIEW, STOP], consent=True)
    match chosen:
        case _CHANGE.id:
            talk.say(NO_NAMES)
            talk.say(_("Typ uw nieuwe antwoord. Alleen Enter laat het zo."))
            if typed := talk.text(_("Uw antwoord:"), lambda text: session.answer(text, talk.clock(), stay=True)):
                talk.saved(typed)
        case _TAKE_AWAY.id:
            session.share(on=False, now=talk.clock())
            session.answer("", talk.clock(), stay=True)
            talk.say(_("Weggehaald."))
        case _:
            talk.do(chosen)


_ENOUGH = ON._replace(text=_("verder, dit was alles"))


def _ask_activities(talk: Conversation, question: OpenQuestion) -> None:
    names = {activity.id: talk.filled(activity.text) for activity in question.activities}
    states = {None: "", True: _(", gedaan, er is iets van gebleven"), False: _(", gedaan, er is niets van gebleven")}

    def said(activity: str) -> str:
        return names[activity] + states[talk.session.response.activities.get(activity)]

    def ask() -> str:
        answers = numbered([(activity, said(activity)) for activity in names])
        return talk.choose(answers, [_ENOUGH, BACK, OVERVIEW, STOP], scale=True)

    while (chosen := ask()) in names:
        _ask_lasted(talk, chosen, names[chosen])
        talk.say(_("Bewaard."))
    talk.do(chosen)


def _ask_lasted(talk: Conversation, activity: str, name: str) -> None:
    lasted = {"bleef": True, "bleef-niet": False, "niet-gedaan": None}
    talk.say(_("‘{activiteit}’: hebt u dat samen gedaan, en is er iets van gebleven?").format(activiteit=name))
    answers = numbered(
        [
            ("bleef", _("ja, en er is iets van gebleven")),
            ("bleef-niet", _("ja, maar er is niets van gebleven")),
            ("niet-gedaan", _("nee, niet gedaan")),
        ]
    )
    chosen = talk.choose(answers, [], scale=True)
    talk.session.activity(activity, lasted=lasted[chosen], now=talk.clock())
