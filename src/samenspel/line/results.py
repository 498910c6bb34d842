"""The results of a self-test as plain text: the picture, what goes well, and the advice."""

from datetime import date, datetime

from samenspel.questionnaire.model import Questionnaire
from samenspel.report.document import Block, Heading, Notice
from samenspel.report.personal.advices import advice_cards, no_advice, strengths
from samenspel.report.personal.picture import Previous, meanings, picture
from samenspel.report.text import render
from samenspel.storage import StorageError
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _
from samenspel.walk import answered


def results_text(store: SelfTests, questionnaire: Questionnaire, selftest: SelfTest) -> str:
    """Return what the screen and the report say as well, in lines of at most 76 characters. Raises StorageError."""
    blocks: list[Block] = []
    if selftest.finished is None:
        done, of = answered(questionnaire, selftest.response)
        text = _("Deze zelftest is nog niet af: {n} van de {van} stellingen zijn beantwoord.")
        blocks.append(Notice(text.format(n=done, van=of)))
    blocks += [
        Heading(1, _("Het beeld")),
        *picture(questionnaire, selftest.response, previous(store, selftest)),
        meanings(questionnaire, selftest.response),
        Heading(1, _("Dit gaat al goed")),
        *strengths(questionnaire, selftest.response),
        Heading(1, _("Advies voor u")),
        *(advice_cards(questionnaire, selftest.response) or [no_advice(selftest.response)]),
    ]
    return render(tuple(blocks)).rstrip("\n")


def previous(store: SelfTests, selftest: SelfTest) -> Previous | None:
    """Return what the person answered the time before, if that is there, to be laid beside this time."""
    before = store.previous(selftest)
    if before is None:
        return None
    try:
        return Previous(before.response, store.questionnaire(before), day(before))
    except StorageError:  # its questionnaire is gone: there is nothing to lay beside
        return None


def day(selftest: SelfTest) -> date:
    """Return the day of a self-test: when it was finished, or else last changed."""
    return datetime.fromisoformat(selftest.finished or selftest.changed).date()
