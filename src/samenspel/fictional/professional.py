"""A fictional professional: what she answers, and her walk through the self-test.

She is a wijkcoach of two years. The joint meeting goes well and the people are willing; but she hardly knows what a
youth worker does, nothing is on paper about sharing information, and few things come back to her.
"""

from datetime import datetime
from typing import Final

from samenspel.response import Response
from samenspel.session import Session
from samenspel.taal import _

ANSWERS: Final = Response(
    party="wijkcoach",
    area="west",
    experience="1-3",
    meeting="ja",
    answers={
        "rol-eigen": 4,
        "rol-generalist": 4,
        "rol-ander": 2,
        "rol-expertise": 2,
        "rol-verdeling": 3,
        "rol-aansluiting": 0,
        "rol-overdracht": 2,
        "org-missie": 4,
        "org-ander": 2,
        "org-doel-ander": 3,
        "org-resultaat": 3,
        "org-afspraken": 2,
        "org-nakomen": 0,
        "org-terugkoppeling": 2,
        "org-privacy": 1,
        "org-leiding": 3,
        "pro-overleg": 4,
        "pro-actiepunten": 4,
        "pro-leiding": 5,
        "pro-structuur": 4,
        "pro-tijd": 4,
        "pro-zelf": 2,
        "pro-team": 3,
        "pro-balans": 3,
        "bel-eigen": 4,
        "bel-ander": 3,
        "bel-jongere": 4,
        "bel-tijd": 2,
        "bel-gesprek": 2,
        "bel-voordeel": 0,
        "bel-onderhandelen": 3,
        "amb-organisatie": 4,
        "amb-persoonlijk": 5,
        "amb-gezamenlijk": 2,
        "amb-bekend": 0,
        "amb-meerwaarde": 3,
        "amb-zonder": 5,
        "rel-kennen": 3,
        "rel-bereikbaar": 4,
        "rel-vertrouwen": 3,
        "rel-feedback": 2,
        "rel-misverstand": 0,
        "rel-treffen": 2,
        "rel-sfeer": 5,
        "rel-gelijken": 4,
    },
    notes={
        "rol-ander": _("Ik weet dat ze veel op straat zijn. Wat ze daar precies doen, weet ik niet."),
        "org-privacy": _("Iedereen doet het op zijn eigen manier. Soms deel ik liever niets."),
        "rel-treffen": _("Alleen bij de weegtafel. Even samen koffie drinken zou al helpen."),
    },
    knowledge={
        "kennis-regie": "wijkcoach",
        "kennis-plan": "wijkcoach",
        "kennis-specialist": "wijkcoach",
        "kennis-gezin": "wijkcoach",
        "kennis-leeftijden": "allebei",
        "kennis-straat": "jongerenwerker",
        "kennis-groepen": "weet-niet",
        "kennis-activiteiten": "jongerenwerker",
        "kennis-middelen": "weet-niet",
        "kennis-school": "wijkcoach",
        "kennis-signaleren": "allebei",
        "kennis-preventie": "jongerenwerker",
        "kennis-zelfredzaam": "allebei",
    },
    open={
        "toe-goed": _("De sfeer is goed en iedereen wil. Bij de weegtafel vinden we elkaar snel."),
        "toe-minder": _("Ik hoor zelden terug wat er met een melding is gedaan."),
        "toe-tips": _("Een dag met elkaar meelopen. Dan weet je wie je belt."),
    },
    activities={"lunch": False, "kennismaking": False, "afspraken": True},
    shared=("toe-goed", "toe-tips"),
)
"""What she answers, to the questionnaire ``samenwerking-jeugd``."""


def answer_all(session: Session, wanted: Response, now: datetime) -> None:
    """Walk a new self-test from the first question to the end, answering as ``wanted`` does, and finish it.

    Raises:
        StorageError: it could not be stored.
        AnswerError, TooLongError: ``wanted`` holds what the questionnaire does not take.
    """
    while (step := session.step).kind != "review":
        match step.kind:
            case "party" | "area" | "experience" | "meeting":
                session.answer(getattr(wanted, step.kind), now)
            case "item":
                if step.id in wanted.notes:
                    session.note(wanted.notes[step.id], now)
                session.answer(str(wanted.answers.get(step.id, "")), now)
            case "card":
                session.answer(wanted.knowledge.get(step.id, ""), now)
            case "open":
                _answer_open(session, wanted, now)
            case _:
                session.forward(now)
    session.finish(now)


def _answer_open(session: Session, wanted: Response, now: datetime) -> None:
    question = session.questionnaire.open_question(session.step.id)
    for activity in question.activities:
        if activity.id in wanted.activities:
            session.activity(activity.id, lasted=wanted.activities[activity.id], now=now)
    if question.id in wanted.shared:
        session.share(on=True, now=now)
    if question.activities:
        session.forward(now)
    else:
        session.answer(wanted.open.get(question.id, ""), now)
