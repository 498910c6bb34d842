"""Slides for a questionnaire that brings none: made from its summary, its dimensions and their theory."""

from samenspel.questionnaire.model import Advice, Dimension, Questionnaire, Slide, Team
from samenspel.taal import _


def standard_slides(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    """Return an opening, a slide for each dimension, what is not known, the fictional team, and how to begin."""
    asked = questionnaire.asked
    return (
        Slide(
            id="opening",
            title=_("Hoe werken wij samen?"),
            text=asked.summary,
            notes=_("Vertel kort wie u bent en wat de zaal vandaag meeneemt."),
            minutes=3,
        ),
        *(_about(questionnaire, dimension) for dimension in asked.dimensions),
        *_unknown(questionnaire),
        Slide(
            id="team",
            title=_("Wat als …?"),
            team=Team(),
            notes=_("Laat de zaal kiezen welk antwoord verandert. Kijk samen wat er gebeurt."),
            minutes=10,
        ),
        Slide(
            id="beginnen",
            title=_("Hoe begint u?"),
            steps=(
                _("Doe elk voor uzelf de zelftest."),
                _("Vergelijk daarna samen, zonder namen."),
                _("Kies één advies en spreek af wie wat doet."),
                _("Plan meteen de dag waarop u terugkijkt."),
            ),
            notes=_("Vraag ieder om één ding voor deze week. Spreek een datum af om terug te kijken."),
            minutes=3,
        ),
    )


def limits(questionnaire: Questionnaire) -> str:
    """Return what the questionnaire itself says that nobody found out: the last part of its account, if it has one."""
    return "".join(questionnaire.asked.account[-1:])


def _unknown(questionnaire: Questionnaire) -> tuple[Slide, ...]:
    text = limits(questionnaire)
    slide = Slide(
        id="grenzen",
        title=_("Wat weten wij niet?"),
        text=text,
        notes=_("Lees dit altijd voor, ook als u weinig tijd hebt."),
        minutes=2,
    )
    return (slide,) if text else ()


def fitting_advice(questionnaire: Questionnaire, dimension: str) -> Advice | None:
    """Return the advice that leans most on the statements of a dimension; the first of equals; None: no advice does."""
    items = {item.id for item in questionnaire.asked.items if item.dimension == dimension}
    weights = {
        advice.id: sum(
            weight for key, weight in advice.triggers.items() if key in items and isinstance(weight, int | float)
        )
        for advice in questionnaire.advices
    }
    best = max(questionnaire.advices, key=lambda advice: weights[advice.id])
    return best if weights[best.id] else None


def _about(questionnaire: Questionnaire, dimension: Dimension) -> Slide:
    theory = next((one for one in questionnaire.education.theories if one.dimension == dimension.id), None)
    question = next((item.discussion for item in questionnaire.asked.items if item.dimension == dimension.id), "")
    advice = fitting_advice(questionnaire, dimension.id)
    return Slide(
        id=dimension.id,
        title=dimension.name,
        dimension=dimension.id,
        text=dimension.help if theory is None else theory.text,
        source="" if theory is None else theory.source,
        question=question,
        advice=None if advice is None else advice.id,
        notes=_("Vraag om een voorbeeld uit de zaal. Geef elke partij het woord."),
        minutes=6,
    )
