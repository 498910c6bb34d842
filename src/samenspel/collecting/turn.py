"""One person's turn on the facilitator's laptop: a self-test that is not kept but handed to the group.

The answers so far are a draft, so that a kill loses nothing. Handing in first writes down under which name the response
goes in, then adds it, then erases the draft: whatever is interrupted is completed later, and nobody counts twice.
"""

from contextlib import suppress
from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from samenspel.group.model import Entry, contribution
from samenspel.questionnaire.applicability import is_blank
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form
from samenspel.session import Session
from samenspel.storage.errors import NotFoundError, StorageError
from samenspel.storage.group_names import SHOWN_DIGITS, new_response_id
from samenspel.storage.groups import BLANK, Groups, StoredGroup
from samenspel.storage.selftest import HandedIn, SelfTest, handed_in
from samenspel.taal import _


def lost(groups: Groups, group_id: str, draft: SelfTest) -> Literal["group", "draft"] | None:
    """Say what was erased elsewhere meanwhile: the group, or who was busy in it; None: both are there."""
    missing: Literal["group", "draft"] = "group"
    try:
        groups.read(group_id)
        missing = "draft"
        groups.drafts(group_id).read(draft.id)
    except NotFoundError:
        return missing
    except StorageError:  # what cannot be read is there
        return None
    return None


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
        before = handed_in(draft)
        # Handed in before, and stopped on the way: under another name it could count twice.
        again = before is not None and before.wave == group.wave.number
        self.response_id = before.response_id if before and again else new_response_id()

    @classmethod
    def begin(cls, groups: Groups, group: StoredGroup, form: Form, now: datetime) -> "Turn":
        """Start with a clean sheet, at the first question. Raises StorageError."""
        with groups.collecting(group.id) as stored:  # answers for a group that was erased would stand there for ever
            questionnaire = groups.questionnaire(stored)
            draft = Session.start(groups.drafts(group.id), questionnaire, form, now).selftest
        return cls(groups, stored, draft, questionnaire)

    @classmethod
    def go_on(cls, groups: Groups, group: StoredGroup, draft: SelfTest) -> "Turn":
        """Go on with a draft at the very step that was left. Raises StorageError."""
        return cls(groups, group, draft, groups.drafts(group.id).questionnaire(draft))

    @property
    def blank(self) -> bool:
        """Whether no statement was answered: such a turn cannot be handed in."""
        return is_blank(self.questionnaire, self.response)

    def lost(self) -> Literal["group", "draft"] | None:
        """Say what was erased elsewhere meanwhile, so that nothing of this turn is kept; None: both are there."""
        return lost(self._groups, self.group_id, self.selftest)

    def hand_in(self, now: datetime) -> None:
        """Give the answers to the wave that this turn is for, and erase the draft.

        Raises:
            StorageError: no statement was answered, the wave takes no responses any more, or the disk refuses.
                Handing in again is safe.
        """
        if self.blank:  # before the draft is marked as on its way in: it would be tried for ever
            raise StorageError(BLANK)
        number = self.group.wave.number
        mark = HandedIn(number, self.response_id).mark
        stamp = now.isoformat(timespec="seconds")
        # Who reveals waits for this, and then sees the mark: these answers are in, or their person is told that they
        # came too late. Nothing is marked that nobody will deliver.
        with self._groups.collecting(self.group_id, number):
            self.selftest = self._store.update(self.selftest.id, lambda draft: replace(draft, finished=stamp, at=mark))
        _deliver(self._groups, self.group, self.selftest)

    def throw_away(self) -> None:
        """Erase the draft. Raises StorageError."""
        self._store.delete(self.selftest.id)


class Drafts(Struct, frozen=True):
    """The turns of a group that are not in, after delivering those that were handed in.

    Attributes:
        busy: those that nobody handed in yet, or too late: their wave was revealed; newest first.
        kept: those that were handed in and cannot be delivered now, each with the reason in Dutch.
        notices: what must be said about drafts that cannot be read: they may have been handed in.
    """

    busy: tuple[SelfTest, ...] = ()
    kept: tuple[tuple[SelfTest, str], ...] = ()
    notices: tuple[str, ...] = ()


def deliver(groups: Groups, group: StoredGroup) -> Drafts:
    """Complete what was handed in to the wave under way and interrupted, and return what is left."""
    busy, kept, drafts = [], [], groups.drafts(group.id)
    try:
        for draft in drafts.newest():
            at = handed_in(draft)
            if at is None or (at.wave != group.wave.number and not _inside(groups, group, at)):
                busy.append(draft)
            elif why := _why_not_delivered(groups, group, draft):
                kept.append((draft, why))
    except StorageError as error:  # a folder that may only be read: what there is can still be counted
        drafts.notices.append(str(error))
    return Drafts(tuple(busy), tuple(kept), tuple(drafts.notices))


def _why_not_delivered(groups: Groups, group: StoredGroup, draft: SelfTest) -> str:
    try:
        _deliver(groups, group, draft)
    except StorageError as error:
        return str(error)
    return ""


def take_back(groups: Groups, group: StoredGroup, beginning: str) -> None:
    """Take the response whose name begins so out of the wave under way, also when it was on its way in.

    Raises:
        NotFoundError: this is too short, or there is none, or more than one.
        StorageError: it is in a wave that was revealed.
    """
    kept = deliver(groups, group).kept
    try:
        groups.withdraw(group.id, groups.named(group, beginning))
    except NotFoundError:
        mine = [draft for draft, _why in kept if (at := handed_in(draft)) and at.response_id.startswith(beginning)]
        if len(beginning) < SHOWN_DIGITS or len(mine) != 1:
            raise
        groups.drafts(group.id).delete(mine[0].id)


def take_back_given(groups: Groups, group: StoredGroup, entry: Entry) -> None:
    """Take a response out of the wave under way that is known whole, from its file or code. Raises as above."""
    groups.withdraw(group.id, entry.id, entry.contribution.response.experience)


def _deliver(groups: Groups, group: StoredGroup, draft: SelfTest) -> None:
    """Add a draft that was handed in, and erase it. Raises StorageError: it is kept."""
    at = handed_in(draft)
    if at is None:
        return
    if not _inside(groups, group, at):
        questionnaire = groups.drafts(group.id).questionnaire(draft)
        entry = Entry(at.response_id, contribution(questionnaire, draft.response))
        try:
            what = groups.add(group.id, [entry], at.wave)[entry.id]
        except StorageError:
            if not _inside(groups, group, at):  # else another window delivered it, and may have revealed the wave
                raise
        else:
            if what not in {"added", "double"}:
                raise StorageError(_("Dit antwoord zit al in een andere groep. Een antwoord hoort bij één groep."))
    with suppress(NotFoundError):  # another window delivered it at the same time
        groups.drafts(group.id).delete(draft.id)


def _inside(groups: Groups, group: StoredGroup, at: HandedIn) -> bool:
    return 1 <= at.wave <= len(group.waves) and at.response_id in groups.names(group.id, at.wave)
