"""What the next person is told before answering for a group, and what F1 says on the way."""

from collections.abc import Iterator

from textual.widget import Widget
from textual.widgets import Static

from samenspel.group.model import Group
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _, opsomming
from samenspel.tui.widgets.point import Point
from samenspel.walk import Kind


def intake(group: Group, questionnaire: Questionnaire) -> Iterator[Widget]:
    """Tell the next person what happens with the answers, and what cannot be hidden."""
    yield Static(_("Welkom"), classes="title", markup=False)
    yield Static(
        _("U antwoordt voor de groep ‘{naam}’: {titel}.").format(naam=group.name, titel=questionnaire.asked.title),
        classes="paragraph",
        markup=False,
    )
    yield Static(_("Wat gebeurt er met uw antwoorden?"), classes="heading", markup=False)
    for line in _told(group, questionnaire):
        yield Point(line)


def _told(group: Group, questionnaire: Questionnaire) -> Iterator[str]:
    k = group.minimum
    yield _("Wij vragen uw naam niet. Uw antwoorden komen bij die van de groep.")
    if group.open_table:
        yield _(
            "Dit is een open tafel: iedereen ging ermee akkoord dat de uitslag niet anoniem is. "
            "Anderen kunnen zien wat u antwoordde."
        )
    else:
        yield _("De groep ziet alleen cijfers die over {k} of meer mensen gaan.").format(k=k)
        yield _("Eén ding is niet te verbergen: geeft bijna iedereen hetzelfde antwoord, dan ziet de groep dat.")
    names = opsomming([party.singular for party in questionnaire.asked.parties], _("of"))
    yield _(
        "Hebt u een andere rol dan {partijen}? Dan tellen uw antwoorden alleen mee als {k} of meer mensen "
        "een andere rol hebben."
    ).format(partijen=names, k=k)
    yield _("Een open antwoord gaat alleen mee als u dat er zelf bij kiest.")
    yield _("Wie nu meekijkt op dit scherm, kan uw antwoorden lezen. Draai het scherm naar u toe.")
    yield _("Terugnemen kan tot het onthullen, met het kenmerk dat u aan het eind ziet.")


HELP: dict[Kind, str] = {
    "welcome": _(
        """Hier leest u wat er met uw antwoorden gebeurt. Daarna kiest u de volledige of de korte vorm.

        Druk op het cijfer van uw keuze. Of ga met de pijltjes ↑ en ↓ naar uw keuze en druk op Enter. Klikken met de
        muis kan ook."""
    ),
    "item": _(
        """Lees de stelling en druk op het cijfer van uw antwoord. U ziet dan meteen de volgende stelling.

        Bij sommige stellingen kunt u ook 0 kiezen: weet ik niet, of geen ervaring mee. Ook dat telt mee.

        Met ← gaat u terug en met → slaat u een stelling over. Met o ziet u alle stellingen. Met Esc stopt u: u kiest
        dan of uw antwoorden blijven of worden weggegooid."""
    ),
    "open": _(
        """Schrijf wat u wilt, of laat het leeg. Met F6 kiest u of de groep uw antwoord mag lezen. Staat het op ‘nee’,
        dan gaat het niet mee.

        F8 gaat verder en F7 gaat terug. Denk aan uw schrijfstijl: wie u kent, kan u eraan herkennen."""
    ),
    "review": _(
        """Dit is de laatste stap. U ziet wat nog geen antwoord heeft en wat u met de groep deelt.

        U mag stellingen openlaten. Geeft u uw antwoorden aan de groep? Dan ziet u ze daarna niet meer terug."""
    ),
}
"""Kind of step → what is otherwise than in one's own self-test."""
