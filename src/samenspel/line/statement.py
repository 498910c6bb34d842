"""One statement: the answer, and a note with it."""

from samenspel.line.prompter import Choice
from samenspel.line.talk import BACK, NO_NAMES, ON, OVERVIEW, SKIP, STOP, Talk
from samenspel.questionnaire.applicability import offered_answers
from samenspel.questionnaire.model import DONT_KNOW, Item, Scale
from samenspel.taal import _
from samenspel.walk import progress

_NOTE = Choice("t", _("toelichting"), "toelichting")


def ask_statement(talk: Talk) -> None:
    """Ask for the answer to the current statement, or do what the person wants instead."""
    session = talk.session
    item = session.questionnaire.item(session.step.id)
    response = session.response
    _show(talk, item)
    scale = session.questionnaire.asked.scale
    answers = [
        Choice(str(a), label(scale, a), str(a)) for a in sorted(offered_answers(item), key=lambda a: (a == 0, a))
    ]
    given = response.answers.get(item.id)
    chosen = talk.choose(
        answers,
        [_NOTE, SKIP if given is None else ON, BACK, OVERVIEW, STOP],
        current="" if given is None else str(given),
    )
    if chosen.isdigit():
        session.answer(chosen, talk.clock())
        talk.say(_("Bewaard: {antwoord}").format(antwoord=f"{chosen} {label(scale, int(chosen))}"))
    elif chosen == _NOTE.id:
        _ask_note(talk, item)
    else:
        talk.do(chosen)


def label(scale: Scale, answer: int) -> str:
    """Return the words for an answer 0..5."""
    return scale.dont_know if answer == DONT_KNOW else scale.labels[answer - 1]


def _show(talk: Talk, item: Item) -> None:
    session = talk.session
    place = progress(session.questionnaire, session.response, session.step)
    talk.say(
        "\n"
        + _("Stelling {nummer} van {aantal}, deel {deel} van {delen}: {naam}").format(
            nummer=place.number, aantal=place.of, deel=place.part, delen=place.parts, naam=place.name
        )
    )
    talk.say(item.text)
    if note := session.response.notes.get(item.id):
        talk.prompter.say(_("Uw toelichting: {tekst}").format(tekst=note))


def _ask_note(talk: Talk, item: Item) -> None:
    if item.id in talk.session.response.notes:
        talk.say(_("Typ een nieuwe toelichting. Alleen Enter laat hem zo. Een min (-) haalt hem weg."))
    else:
        talk.say(_("Typ uw toelichting. Alleen Enter: geen toelichting."))
    talk.say(NO_NAMES)
    typed = talk.text(
        _("Toelichting:"),
        lambda text: talk.session.note("" if text.strip() == "-" else text, talk.clock()),
    )
    if typed:
        talk.say(_("Bewaard."))
