"""What goes well, what to do first and why, and the worksheets that go with it."""

import re
from collections.abc import Iterable
from itertools import pairwise

from samenspel.advice import DECIMALS, TOP, RankedAdvice, Reason, advise, reasons
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.citing import source_line, tells_of_study, with_source
from samenspel.questionnaire.model import Advice, Questionnaire, WorksheetPart
from samenspel.report import wording
from samenspel.report.document import AdviceCard, Block, Bullets, Notice, Paragraph, SheetPart, WorksheetPage
from samenspel.response import Response
from samenspel.scoring import strong_items
from samenspel.taal import _


def top_advices(questionnaire: Questionnaire, response: Response) -> tuple[RankedAdvice, ...]:
    """Return the advices that a person is shown: the first five, in the short form three."""
    return advise(questionnaire, response)[: TOP[response.form]]


def advice_cards(questionnaire: Questionnaire, response: Response) -> tuple[AdviceCard, ...]:
    """Return the advices that a person is shown, each with its reasons in words, most urgent first."""
    return tuple(_card(questionnaire, response, ranked) for ranked in top_advices(questionnaire, response))


def other_advices(questionnaire: Questionnaire, response: Response) -> tuple[str, ...]:
    """Return the titles of the advices that were given too, most urgent first."""
    rest = advise(questionnaire, response)[TOP[response.form] :]
    return tuple(fill(questionnaire, response.party, questionnaire.advice(one.id).title) for one in rest)


def sources_of(questionnaire: Questionnaire, cards: Iterable[AdviceCard]) -> tuple[Paragraph, ...]:
    """Say once, for all these cards, where the figures of the study are from; nothing when they tell none."""
    if not any(tells_of_study(questionnaire, card.study) for card in cards):
        return ()
    return (Paragraph(_("Bij ‘Onderzoek’. {bron}").format(bron=source_line(questionnaire)), small=True),)


def by_catalogue(questionnaire: Questionnaire, response: Response) -> tuple[Paragraph, ...]:
    """Say that the order is the catalogue's, where advices that a person is shown tie; also with one that is not."""
    given = advise(questionnaire, response)
    ranks = [(round(one.priority, DECIMALS), questionnaire.advice(one.id).evidence_weight) for one in given]
    if not any(first == second for first, second in pairwise(ranks[: TOP[response.form] + 1])):
        return ()
    return (Paragraph(_("Sommige adviezen tellen precies even zwaar. Die staan in de vaste volgorde van de lijst.")),)


def no_advice(response: Response) -> Notice:
    """Say why there is no advice: too few answers, or nothing that asks for one."""
    if not any(response.answers.values()):
        return Notice(_("Er zijn nog te weinig antwoorden voor een advies."))
    return Notice(_("Uw antwoorden geven geen advies. Houd vast wat goed gaat, en doe de zelftest later weer."))


def strengths(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    """Tell what goes well: the statements with the highest item scores; when there are none, say so."""
    strong = strong_items(questionnaire, response)
    if not strong:
        return (
            Paragraph(_("Bij geen enkele stelling gaf u een hoog antwoord. Wat al wel lukt, weet u zelf het beste.")),
        )
    lines = tuple(wording.answered(questionnaire, response, item) for item in strong)
    return (Paragraph(_("Dit gaat volgens uw antwoorden al goed. Houd het vast.")), Bullets(lines))


def worksheet(advice: Advice) -> WorksheetPage:
    """Return the worksheet of ``advice``, to be filled in with a pen. Raises ValueError when it has none."""
    sheet = advice.worksheet
    if sheet is None:
        raise ValueError(advice.id)
    return WorksheetPage(sheet.title, sheet.intro, tuple(_part(part) for part in sheet.parts))


def worksheets(questionnaire: Questionnaire, response: Response) -> tuple[WorksheetPage, ...]:
    """Return the worksheets of the advices that a person is shown."""
    shown = (questionnaire.advice(ranked.id) for ranked in top_advices(questionnaire, response))
    return tuple(worksheet(advice) for advice in shown if advice.worksheet)


def _card(questionnaire: Questionnaire, response: Response, ranked: RankedAdvice) -> AdviceCard:
    def filled(text: str) -> str:
        return fill(questionnaire, response.party, text)

    advice = questionnaire.advice(ranked.id)
    why = reasons(questionnaire, response, ranked)
    return AdviceCard(
        title=filled(advice.title),
        what=filled(advice.what),
        why=tuple(wording.because(questionnaire, response, reason) for reason in why),
        study=with_source(questionnaire, _study(questionnaire, filled(advice.evidence), why)),
        first_step=filled(advice.first_step),
        facts=(
            (_("Wie"), filled(advice.who)),
            (_("Tijd"), filled(advice.effort)),
            (_("Zo blijft het"), filled(advice.lasting)),
        ),
        worksheet=advice.worksheet.title if advice.worksheet else "",
    )


def _study(questionnaire: Questionnaire, evidence: str, why: tuple[Reason, ...]) -> str:
    """Return the evidence for an advice, then what the study found at its first reason with another figure."""
    studies = {item.id: item.study for item in questionnaire.asked.items}
    told = set(re.findall(r"\d+", evidence))
    more = (study for reason in why if set(re.findall(r"\d+", study := studies.get(reason.item, ""))) - told)
    return f"{evidence} {next(more, '')}".strip()


def _part(part: WorksheetPart) -> SheetPart:
    rest = ("",) * (len(part.columns) - 1)
    return SheetPart(
        heading=part.heading,
        text=part.text,
        ticks=part.ticks,
        questions=part.questions,
        columns=part.columns,
        rows=(*((first, *rest) for first in part.first_column), *[("", *rest)] * part.rows) if part.columns else (),
    )
