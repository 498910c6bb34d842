"""One person's turn on the facilitator's laptop: a self-test that is not kept but handed to the group.

The answers so far are a draft, so that a kill loses nothing. Handing in first writes down under which name the response
goes in, then adds it, then erases the draft: whatever is interrupted is completed later, and nobody counts twice.
"""

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from samenspel.group.contribution import Entry, contribution
from samenspel.questionnaire.applicability import is_blank
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.session import Session
from samenspel.storage.errors import StorageError
from samenspel.storage.group_responses import BLANK
from samenspel.storage.groups import Groups, StoredGroup, new_response_id
from samenspel.storage.selftest import SelfTest

_GIVEN = "gegeven"


class Turn(Session):
    """A session over a group's drafts. ``response_id`` is the name under which the answers will go in.

    The area is not asked: it does not go to the group.
    """

    skipped = frozenset({"area"})

    def __init__(self, groups: Groups, group: StoredGroup, draft: SelfTest, questionnaire: Questionnaire) -> None:
        super().__init__(groups.drafts(group.id), draft, questionnaire)
        self._groups = groups
        self.group = group
        self.group_id = group.id
        self.response_id = new_response_id()

    @classmethod
    def begin(cls, groups: Groups, group: StoredGroup, form: Form, now: datetime) -> "Turn":
        """Start with a clean sheet, at the first question. Raises StorageError."""
        questionnaire = groups.questionnaire(group)
        draft = Session.start(groups.drafts(group.id), questionnaire, form, now).selftest
        return cls(groups, group, draft, questionnaire)

    @classmethod
    def go_on(cls, groups: Groups, group: StoredGroup, draft: SelfTest) -> "Turn":
        """Go on with a draft at the very step that was left. Raises StorageError."""
        return cls(groups, group, draft, groups.drafts(group.id).questionnaire(draft))

    @property
    def blank(self) -> bool:
        """Whether no statement was answered: such a turn cannot be handed in."""
        return is_blank(self.questionnaire, self.response)

    def hand_in(self, now: datetime) -> None:
        """Give the answers to the wave under way and erase the draft.

        Raises:
            StorageError: no statement was answered, the wave takes no responses any more, or the disk refuses.
                Handing in again is safe.
        """
        if self.blank:  # before the draft is marked as on its way in: it would be tried for ever
            raise StorageError(BLANK)
        at = f"{_GIVEN}:{self.group.wave.number}:{self.response_id}"
        stamp = now.isoformat(timespec="seconds")
        self.selftest = self._store.update(self.selftest.id, lambda draft: replace(draft, finished=stamp, at=at))
        _deliver(self._groups, self.group, self.selftest, self.questionnaire)

    def throw_away(self) -> None:
        """Erase the draft. Raises StorageError."""
        self._store.delete(self.selftest.id)


def unfinished(groups: Groups, group: StoredGroup) -> list[SelfTest]:
    """Return the drafts that are still open, newest first; those that were on their way in are delivered first.

    Raises:
        StorageError: the drafts cannot be read.
    """
    return list(_left(groups, group))


def _left(groups: Groups, group: StoredGroup) -> Iterator[SelfTest]:
    drafts = groups.drafts(group.id)
    for draft in drafts.newest():
        if draft.at.startswith(f"{_GIVEN}:{group.wave.number}:"):
            try:
                _deliver(groups, group, draft, drafts.questionnaire(draft))
            except StorageError:  # said when this draft is opened
                yield draft
        else:
            yield draft


def _deliver(groups: Groups, group: StoredGroup, draft: SelfTest, questionnaire: Questionnaire) -> None:
    response_id = draft.at.rpartition(":")[2]
    groups.add(group.id, [Entry(response_id, contribution(questionnaire, draft.response))])
    groups.drafts(group.id).delete(draft.id)
