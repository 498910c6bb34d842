"""The open questions: a text, or activities to tick, each with its own choice whether the group may see it."""

from samenspel.line.context import numbered
from samenspel.line.prompter import Choice
from samenspel.line.talk import BACK, NO_NAMES, ON, OVERVIEW, STOP, Talk
from samenspel.questionnaire.model import OpenQuestion
from samenspel.taal import _
from samenspel.walk import is_answered, progress

_CHANGE = Choice("a", _("antwoord veranderen"), "veranderen")
_ERASE = Choice("w", _("antwoord weghalen"), "weghalen")


def ask_open(talk: Talk) -> None:
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


def _ask_text(talk: Talk) -> None:
    talk.say(_("Typ uw antwoord. Alleen Enter slaat de vraag over."))
    talk.say(NO_NAMES)
    actions = [BACK, OVERVIEW, STOP]
    talk.say(_("Of: {acties}").format(acties=", ".join(f"{a.key} = {a.text}" for a in actions)))
    session = talk.session
    typed = talk.text(_("Uw antwoord:"), lambda text: session.answer(text, talk.clock(), stay=True), actions)
    if typed in {action.id for action in actions}:
        talk.do(typed)
        return
    if is_answered(session.questionnaire, session.response, session.step):
        talk.say(_("Bewaard."))
        _ask_share(talk)
    talk.do(ON.id)


def _change_text(talk: Talk, question: OpenQuestion) -> None:
    session = talk.session
    talk.prompter.say(_("Uw antwoord nu: {tekst}").format(tekst=session.response.open[question.id]))
    chosen = talk.choose([], [ON, _CHANGE, _ERASE, _share_choice(talk), BACK, OVERVIEW, STOP])
    match chosen:
        case _CHANGE.id:
            talk.say(_("Typ uw nieuwe antwoord. Alleen Enter laat het zo."))
            talk.say(NO_NAMES)
            if talk.text(_("Uw antwoord:"), lambda text: session.answer(text, talk.clock(), stay=True)):
                talk.say(_("Bewaard."))
        case _ERASE.id:
            session.share(on=False, now=talk.clock())
            session.answer("", talk.clock(), stay=True)
            talk.say(_("Weggehaald."))
        case "delen":
            _ask_share(talk)
        case _:
            talk.do(chosen)


def _ask_activities(talk: Talk, question: OpenQuestion) -> None:
    session = talk.session
    names = {activity.id: activity.text for activity in question.activities}
    states = {None: "", True: _(" (gedaan, er is iets van gebleven)"), False: _(" (gedaan, er is niets van gebleven)")}
    ticked = session.response.activities
    answers = numbered([(id_, talk.filled(text) + states[ticked.get(id_)]) for id_, text in names.items()])
    shared = [_share_choice(talk)] if any(id_ in ticked for id_ in names) else []
    chosen = talk.choose(answers, [ON, *shared, BACK, OVERVIEW, STOP])
    if chosen in names:
        _ask_lasted(talk, chosen, names[chosen])
    elif chosen == "delen":
        _ask_share(talk)
    else:
        talk.do(chosen)


def _ask_lasted(talk: Talk, activity: str, name: str) -> None:
    lasted = {"bleef": True, "bleef-niet": False, "niet-gedaan": None}
    talk.say(_("‘{activiteit}’: hebt u dat samen gedaan, en is er iets van gebleven?").format(activiteit=name))
    answers = numbered(
        [
            ("bleef", _("ja, en er is iets van gebleven")),
            ("bleef-niet", _("ja, maar er is niets van gebleven")),
            ("niet-gedaan", _("nee, niet gedaan")),
        ]
    )
    talk.session.activity(activity, lasted=lasted[talk.choose(answers, [])], now=talk.clock())
    talk.say(_("Bewaard."))


def _ask_share(talk: Talk) -> None:
    talk.say(_("Mag uw groep dit antwoord later lezen, zonder uw naam?"))
    current = "ja" if talk.session.step.id in talk.session.response.shared else "nee"
    chosen = talk.choose(numbered([("nee", _("nee, alleen voor mij")), ("ja", _("ja, delen"))]), [], current=current)
    talk.session.share(on=chosen == "ja", now=talk.clock())
    talk.say(_("Bewaard."))


def _share_choice(talk: Talk) -> Choice:
    now = _("ja") if talk.session.step.id in talk.session.response.shared else _("nee")
    return Choice("d", _("mag uw groep dit lezen? (nu: {nu})").format(nu=now), "delen")
