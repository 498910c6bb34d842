"""What can be changed about a group: its minimum until the first response, its name, and a response taken back."""

from msgspec.structs import replace

from samenspel.collecting import turn
from samenspel.exchange.code import CodeError, decode
from samenspel.group.anonymity import MINIMA
from samenspel.group.founding import checked_group
from samenspel.group.model import Entry, Group
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.errors import NotFoundError
from samenspel.storage.group_names import beginning
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _
from samenspel.tui.kit.dialogs import ConfirmScreen
from samenspel.tui.kit.mistakes import number
from samenspel.tui.kit.one_line import AskScreen, asked_field


def change_minimum(groups: Groups, stored: StoredGroup) -> AskScreen[str]:
    """Return the window that asks for another minimum."""

    def act(typed: str) -> str:
        minimum = number(typed, MINIMA)

        def changed(group: Group) -> Group:
            checked_group(group.name, minimum=minimum, expected=group.expected, open_table=group.open_table)
            return replace(group, minimum=minimum)

        groups.change(stored.id, changed)
        return _("Het minimum is nu {k}.").format(k=minimum)

    return AskScreen(
        _("Minimum veranderen"),
        _(
            "Een cijfer is pas te zien als zo veel mensen antwoord gaven. Hoe hoger, hoe minder te zien is en hoe "
            "veiliger het is. Na het eerste antwoord ligt het minimum vast."
        ),
        asked_field(_("Minimum (3 tot en met 20)"), str(stored.group.minimum)),
        act,
    )


def take_back(groups: Groups, stored: StoredGroup, questionnaire: Questionnaire) -> AskScreen[str]:
    """Return the window that asks for the name of the response that is taken back, or the code that it came from."""

    def act(typed: str) -> str:
        if name := beginning(typed):
            turn.take_back(groups, stored, name)
        else:
            turn.take_back_given(groups, stored, _coded(questionnaire, typed))
        return _("Het antwoord is teruggenomen en gewist.")

    return AskScreen(
        _("Een antwoord terugnemen"),
        _(
            "Alleen wie antwoordde, heeft het kenmerk. Het staat in het eigen bestand, of is opgeschreven bij het "
            "geven op deze laptop. De overgetypte code kan ook. Terugnemen kan tot het onthullen."
        ),
        asked_field(_("Kenmerk of code")),
        act,
    )


def _coded(questionnaire: Questionnaire, code: str) -> Entry:
    try:
        return decode(questionnaire, code)
    except CodeError as error:
        raise NotFoundError(_("Dit is geen kenmerk en geen hele code. Kijk na wat u typte.")) from error


def open_table_question(minimum: str) -> ConfirmScreen:
    """Ask whether everyone at the table agrees to results that are not anonymous."""
    return ConfirmScreen(
        _("Is iedereen aan tafel akkoord?"),
        _(
            "Bij een open tafel zijn alle cijfers te zien. Anderen kunnen zien wat één persoon antwoordde. "
            "Op elke bladzijde staat dan: niet anoniem.\n\n"
            "Lees dit hardop voor. Kies alleen ‘ja’ als iedereen aan tafel akkoord is. "
            "Komen er toch {k} of meer mensen? Dan is de uitslag gewoon anoniem."
        ).format(k=minimum),
        yes=_("Ja, iedereen aan tafel is akkoord"),
    )


def rename(groups: Groups, stored: StoredGroup) -> AskScreen[str]:
    """Return the window that asks for the name and stores it."""

    def act(typed: str) -> str:
        name = checked_group(typed).name

        def renamed(group: Group) -> Group:
            return replace(group, name=name)

        return groups.change(stored.id, renamed).group.name

    return AskScreen(
        _("Groep hernoemen"),
        _("De antwoorden en de uitslag van de groep veranderen niet."),
        asked_field(_("Naam van de groep"), stored.group.name),
        act,
    )
