"""Finishing a self-test, and reopening it: whether much is left open, and who may still change an answer.

A result is of the answers that were given, so these stay as they are once it was seen. On the same day a person may
think better of it; but what a group has, or could have, is not changed behind its back.
"""

from datetime import date, datetime

from msgspec.structs import replace

from samenspel.questionnaire.applicability import applicable_items
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import RefusalError
from samenspel.response import Response
from samenspel.scoring import score
from samenspel.storage.selftest import SelfTest, SelfTestStore, handed_in
from samenspel.taal import _, datum, meervoud, opsomming
from samenspel.walk import Step, answered

_MUCH = 4
"""One of so many statements left open is much."""

FIXED = _("Na het afronden staan uw antwoorden vast. Alleen op dezelfde dag kunt u de zelftest nog heropenen.")
"""What is told before finishing."""


def much_left_open(questionnaire: Questionnaire, response: Response) -> str:
    """Say what finishing now would leave without a score; empty: not much is left open.

    Much is a quarter of the statements, or so many of one dimension that it gets no score.
    """
    left = [item for item in applicable_items(questionnaire, response) if item.id not in response.answers]
    of = len(left) + answered(questionnaire, response)[0]
    without = [
        questionnaire.dimension(found.id).name
        for found in score(questionnaire, response).dimensions
        if found.score is None and any(item.dimension == found.id for item in left)
    ]
    if not without and (not left or _MUCH * len(left) < of):
        return ""
    parts = [_("U liet {n} van de {alle} stellingen open.").format(n=len(left), alle=of)]
    if without:
        told = meervoud(
            "Dit onderdeel krijgt zo geen score: {namen}.",
            "Deze onderdelen krijgen zo geen score: {namen}.",
            len(without),
        )
        parts.append(told.format(namen=opsomming(without)))
    return " ".join(parts)


class NotReopenedError(RefusalError):
    """This self-test cannot be reopened: ``str()`` says in Dutch why."""


def reopen(store: SelfTestStore, selftest_id: str, now: datetime) -> SelfTest:
    """Open a finished self-test again, at its last step; it is on the disk then. All that was answered stays.

    Raises:
        NotReopenedError: it was given out, or finished on another day.
        StorageError: it is not there, its questionnaire is gone, or the disk refuses.
    """

    def opened(stored: SelfTest) -> SelfTest:
        if why := why_not_reopened(stored, now.date()):
            raise NotReopenedError(why)
        store.questionnaire(stored)  # else nobody could go on with it, and its result would be out of reach
        return replace(stored, finished=None, changed=now.isoformat(timespec="seconds"), at=Step("review").key)

    return store.update(selftest_id, opened)


def finished_on(selftest: SelfTest, today: date) -> bool:
    """Say whether a self-test was finished today: only then it may be reopened, if nothing else stands in the way."""
    return selftest.finished is not None and selftest.day == today


def why_not_reopened(selftest: SelfTest, today: date) -> str:
    """Say why a self-test cannot be reopened; empty: it can."""
    if handed_in(selftest) is not None:
        return _("Deze antwoorden zijn aan een groep gegeven. Daarom kunt u ze niet meer veranderen.")
    if selftest.finished is None:
        return _("Deze zelftest is nog open. U kunt verdergaan waar u was.")
    if selftest.share_id or selftest.coded:
        return _(
            "Van deze zelftest is een bestand of een code voor een groep gemaakt. Daarom staan de antwoorden vast. "
            "U kunt wel een nieuwe zelftest doen."
        )
    if not finished_on(selftest, today):
        return _(
            "Heropenen kan alleen op de dag van het afronden. Deze zelftest is afgerond op {dag}. "
            "U kunt wel een nieuwe zelftest doen."
        ).format(dag=datum(selftest.day))
    return ""
