"""The results of a self-test as plain text: the picture, what goes well, and the advice."""

from samenspel.questionnaire.model import Questionnaire
from samenspel.report.document import Block, Heading, Notice
from samenspel.report.personal.advices import advice_cards, by_catalogue, no_advice, strengths
from samenspel.report.personal.picture import meanings, picture
from samenspel.report.text import numbered, printed
from samenspel.session import time_before
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _
from samenspel.walk import answered


def results_text(store: SelfTests, questionnaire: Questionnaire, selftest: SelfTest, *, spoken: bool = False) -> str:
    """Return what the screen and the report say as well, in lines that fit.

    ``spoken``: it is listened to, so nothing is drawn. Raises StorageError.
    """
    blocks: list[Block] = []
    if selftest.finished is None:
        done, of = answered(questionnaire, selftest.response)
        text = _("Deze zelftest is nog niet af: {n} van de {van} stellingen zijn beantwoord.")
        blocks.append(Notice(text.format(n=done, van=of)))
    blocks += [
        Heading(1, _("Het beeld")),
        *picture(questionnaire, selftest.response, time_before(store, selftest)),
        meanings(questionnaire, selftest.response),
        Heading(1, _("Dit gaat al goed")),
        *strengths(questionnaire, selftest.response),
        Heading(1, _("Advies voor u")),
        *by_catalogue(questionnaire, selftest.response),
        *(numbered(advice_cards(questionnaire, selftest.response)) or [no_advice(selftest.response)]),
    ]
    return printed(blocks, spoken=spoken)
