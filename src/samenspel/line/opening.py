"""The first page: what happens with the answers, how long it takes, and the choice of form."""

from pathlib import Path

from samenspel import walk
from samenspel.line.prompter import Choice, Prompter
from samenspel.line.questionnaire import OTHER
from samenspel.line.talk import BACK, STOP, Stopped, Talk
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.taal import _, meervoud


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
                _("Elk antwoord wordt meteen bewaard, in deze map: {map}").format(map=folder),
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
    match prompter.choose(_("Uw keuze:"), answers, [OTHER, STOP] if others else [STOP], current=current):
        case STOP.id:
            raise Stopped
        case OTHER.id:
            return None
        case "kort":
            return "kort"
        case _:
            return "volledig"


def ask_form_again(talk: Talk) -> None:
    """Come back to the first page of a self-test that was started already."""
    session = talk.session
    talk.say("\n" + session.questionnaire.asked.title)
    form = ask_form(talk.prompter, session.questionnaire, session.response.form)
    session.choose_form(form or "volledig", talk.clock())
    session.forward(talk.clock())


def explain_we(talk: Talk) -> None:
    """Say once, before the first statement, what *wij* means."""
    talk.say("\n" + talk.session.questionnaire.asked.we)
    talk.do(talk.choose([Choice("s", _("naar de eerste stelling"), "verder")], [BACK, STOP]))


def _form(key: str, form: Form, name: str, questionnaire: Questionnaire) -> Choice:
    time = walk.minutes(questionnaire, form)
    text = meervoud("{naam}, ongeveer {tijd} minuut", "{naam}, ongeveer {tijd} minuten", time)
    return Choice(key, text.format(naam=name, tijd=time), form)
