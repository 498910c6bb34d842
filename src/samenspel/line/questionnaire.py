"""Choosing another questionnaire, before a self-test begins."""

from typing import Final

from samenspel.hygiene import visible
from samenspel.line.prompter import Choice, Prompter
from samenspel.line.talk import BACK, STOP, Stopped
from samenspel.storage import shelf_words
from samenspel.storage.shelf import Offered, Shelf
from samenspel.taal import _

OTHER: Final = Choice("l", _("een andere vragenlijst"), "vragenlijst")

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
            prompter.say(f"‘{shelf_words.title(broken)}’. {shelf_words.trouble(broken)}")
    usable = [offered for offered in found if offered.questionnaire is not None]
    prompter.say(_("Uw eigen vragenlijsten staan in: {map}").format(map=shelf.own))
    answers = [
        Choice(str(number), _name(one, usable, here=shelf.is_chosen(one)), one.key)
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
    name = shelf_words.title(offered)
    if sum(shelf_words.title(other) == name and other.own == offered.own for other in among) > 1:
        name = f"{name}, {visible(offered.folder.name)}"
    marks = [_("van uzelf")] * offered.own + [_("nu gekozen")] * here
    return f"{name} ({', '.join(marks)})" if marks else name


def _sure(prompter: Prompter, offered: Offered) -> bool:
    prompter.say(shelf_words.twin_notice(offered))
    answers = [Choice("1", _("nee"), "nee"), Choice("2", _("ja, neem die van mij"), _YES)]
    return prompter.choose(_("Uw keuze:"), answers) == _YES
