"""What comes before the first question: the questionnaire, what happens with the answers, the form; and *wij*."""

from pathlib import Path
from typing import Final

from samenspel import walk
from samenspel.hygiene import one_line
from samenspel.line.conversation import BACK, STOP, Conversation, Stopped
from samenspel.line.prompter import CHOICE, ON, Pick, Prompter
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.storage.shelf import Offered, Shelf
from samenspel.taal import _, meervoud

# Choosing another questionnaire, before a self-test begins. ------------------------------------------------------

OTHER: Final = Pick("l", _("een andere vragenlijst"), "vragenlijst")

_YES: Final = "ja"


def choose_questionnaire(prompter: Prompter, shelf: Shelf) -> Offered | None:
    """Ask for a questionnaire and remember it; one with errors is told and cannot be chosen.

    Returns:
        The one that was chosen; None: the person goes back.

    Raises:
        Stopped: the person wants to stop.
    """
    found = list(shelf.all())
    for broken in found:
        if broken.questionnaire is None:
            prompter.say(f"‘{broken.title}’. {broken.trouble()}")
    usable = [offered for offered in found if offered.questionnaire is not None]
    prompter.say(_("Uw eigen vragenlijsten staan in: {map}").format(map=one_line(shelf.own)))
    answers = [
        Pick(str(number), _name(one, usable, here=shelf.is_chosen(one)), one.key)
        for number, one in enumerate(usable, 1)
    ]
    wanted = prompter.choose(_("Welke vragenlijst?"), answers, [BACK, STOP])
    if wanted == STOP.id:
        raise Stopped
    chosen = next((one for one in usable if one.key == wanted), None)
    if chosen is None or (chosen.twin and not _sure(prompter, chosen)):
        return None
    shelf.choose(chosen)
    return chosen


def _name(offered: Offered, among: list[Offered], *, here: bool) -> str:
    name = offered.title
    if sum(other.title == name and other.own == offered.own for other in among) > 1:
        name = f"{name}, {one_line(offered.folder.name)}"
    marks = [_("van uzelf")] * offered.own + [_("nu gekozen")] * here
    return f"{name} ({', '.join(marks)})" if marks else name


def _sure(prompter: Prompter, offered: Offered) -> bool:
    prompter.say(offered.twin_notice())
    answers = [Pick("1", _("nee"), "nee"), Pick("2", _("ja, neem die van mij"), _YES)]
    return prompter.choose(CHOICE, answers) == _YES


def welcome(prompter: Prompter, questionnaire: Questionnaire, folder: Path) -> None:
    """Say what this is and what happens with the answers."""
    prompter.say(
        "\n".join(
            [
                questionnaire.asked.title,
                " ".join(questionnaire.asked.summary.split()),
                "",
                _("Uw antwoorden blijven op deze computer. Er wordt niets verstuurd."),
                _("Wij vragen uw naam niet."),
                _("Elk antwoord wordt meteen bewaard, in deze map: {map}").format(map=one_line(folder)),
                _("Wissen kan altijd, met ‘samenspel gegevens wis’."),
                _("Stoppen doet u met q of met Ctrl-C. Later gaat u verder waar u was."),
                "",
            ]
        )
    )


def ask_form(
    prompter: Prompter, questionnaire: Questionnaire, current: str = "", *, others: bool = False
) -> Form | None:
    """Ask for the full or the short form. Raises Stopped.

    Args:
        prompter: who asks.
        questionnaire: which has the two forms.
        current: the form that was chosen before.
        others: offer another questionnaire too.

    Returns:
        The form; None: another questionnaire.
    """
    prompter.say(_("Hoeveel tijd hebt u?"))
    answers = [_form("1", "volledig", _("volledig"), questionnaire), _form("2", "kort", _("kort"), questionnaire)]
    match prompter.choose(CHOICE, answers, [OTHER, STOP] if others else [STOP], current=current):
        case STOP.id:
            raise Stopped
        case OTHER.id:
            return None
        case "kort":
            return "kort"
        case _:
            return "volledig"


def ask_form_again(talk: Conversation) -> None:
    """Come back to the first page of a self-test that was started already."""
    session = talk.session
    talk.say("\n" + session.questionnaire.asked.title)
    form = ask_form(talk.prompter, session.questionnaire, session.response.form)
    session.choose_form(form or "volledig", talk.clock())
    session.forward(talk.clock())


def explain_we(talk: Conversation) -> None:
    """Say once, before the first statement, what *wij* means."""
    talk.say("\n" + talk.session.questionnaire.asked.we)
    talk.do(talk.choose([], [ON._replace(text=_("naar de eerste stelling")), BACK, STOP]))


def _form(key: str, form: Form, name: str, questionnaire: Questionnaire) -> Pick:
    time = walk.minutes(questionnaire, form)
    text = meervoud("{naam}, ongeveer {tijd} minuut", "{naam}, ongeveer {tijd} minuten", time)
    return Pick(key, text.format(naam=name, tijd=time), form)
