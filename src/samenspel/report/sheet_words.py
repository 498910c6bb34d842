"""What a paper form says before the first question: who can read it, and how it is filled in."""

from samenspel import walk
from samenspel.questionnaire.model import OTHER_ROLE, Item, Questionnaire
from samenspel.report.sheet import Block, Head, Points, Say
from samenspel.response import Form
from samenspel.taal import _, meervoud, opsomming


def opening(questionnaire: Questionnaire, form: Form, party: str) -> tuple[Block, ...]:
    """Return the privacy text and the directions."""
    time = walk.minutes(questionnaire, form)
    minutes = meervoud("Invullen kost ongeveer {n} minuut.", "Invullen kost ongeveer {n} minuten.", time).format(n=time)
    audience = [_("Dit formulier is voor: {wie}.").format(wie=plural(questionnaire, party))] if party else []
    return (
        Say(" ".join(questionnaire.asked.summary.split())),
        Head(2, _("Wat er met dit formulier gebeurt")),
        Points(
            (
                _("Wie dit formulier in handen heeft, kan uw antwoorden lezen, ook uw toelichtingen."),
                _("Zet uw naam er niet op. Schrijf ook geen namen van anderen op."),
                _(
                    "Geef het alleen aan de begeleider van wie u het kreeg. Die leest uw antwoorden in op een "
                    "computer. Er gaat niets naar internet."
                ),
                _("Vraag de begeleider om het formulier daarna te vernietigen of aan u terug te geven."),
                _(
                    "De uitslag van een groep laat geen persoon zien. Uw toelichtingen gaan niet naar de groep. Een "
                    "open antwoord gaat alleen naar de groep als u daar ‘ja’ aankruist."
                ),
                _("U mag vragen openlaten. U mag ook stoppen, en het formulier zelf houden."),
            )
        ),
        Head(2, _("Zo vult u het in")),
        Points(
            (
                " ".join([*audience, minutes]),
                _(
                    "Met een pen: zet bij elke vraag één kruis. Vergist u zich? Maak dat vakje helemaal zwart en "
                    "kruis een ander vakje aan."
                ),
                _(
                    "Op een computer: klik in een vakje of typ. Kies daarna ‘Opslaan’ of ‘Downloaden’. Kies niet "
                    "‘Afdrukken naar PDF’: dan gaan uw antwoorden verloren."
                ),
                *_two_names(questionnaire, party),
            )
        ),
    )


def remark(questionnaire: Questionnaire, item: Item, party: str) -> str:
    """Say in words for whom a statement is; empty when everybody answers it (or this form is for those people)."""
    only = () if party else item.only
    who = opsomming([plural(questionnaire, one) for one in only])
    if who and item.needs_meeting:
        return _("alleen voor {wie} die meedoen aan een overleg").format(wie=who)
    if who:
        return _("alleen voor {wie}").format(wie=who)
    return _("alleen als u meedoet aan een overleg") if item.needs_meeting else ""


def plural(questionnaire: Questionnaire, party: str) -> str:
    """Return the name of a party, in the plural; or of those who belong to neither."""
    if party == OTHER_ROLE:
        return _("mensen met een andere rol")
    return questionnaire.party(party).plural


def _two_names(questionnaire: Questionnaire, party: str) -> tuple[str, ...]:
    if party:
        return ()
    one, other = questionnaire.asked.parties
    text = _("Leest u ‘{een} of {ander}’, of ‘{enen} en {anderen}’? Denk dan aan de partij waar u zelf niet bij hoort.")
    return (text.format(een=one.singular, ander=other.singular, enen=one.plural, anderen=other.plural),)
