"""The labels of a wave's open answers as they stand on the disk: in one file of the wave's own, erased with it.

What is attached is there when a method returns. The file may be erased by itself: only the labels are gone then.
"""

from collections.abc import Callable
from pathlib import Path

from samenspel.group.model import Released, Wave
from samenspel.group.workshop import unread
from samenspel.hygiene import one_line
from samenspel.labelling.attaching import after_striking, begun
from samenspel.labelling.model import Labelling
from samenspel.labelling.scheme import Labelled, QuestionScheme, schemes
from samenspel.questionnaire.labels import Scheme
from samenspel.storage import group_files
from samenspel.storage.errors import DamagedError, NewerError, StorageError, UnreadableError
from samenspel.storage.group_files import LABELS
from samenspel.storage.group_folders import GroupFolders, StoredGroup
from samenspel.taal import _

Change = Callable[[Labelling, Released], Labelling]


class WaveLabels:
    """The labels of the waves of the groups. Making this object touches no disk.

    Every method may raise ``StorageError``; nothing was changed then.

    Args:
        folders: where the groups are.
        notice: takes what a person should know about a file that was skipped.
    """

    def __init__(self, folders: GroupFolders, notice: Callable[[str], None]) -> None:
        self._folders = folders
        self._notice = notice

    def read(self, group_id: str, number: int) -> Labelling | None:
        """Return the labels of a wave; None: nobody began to attach any. Raises UnreadableError, NewerError."""
        path = self._path(group_id, number)
        try:
            return group_files.read(path, Labelling)
        except FileNotFoundError:
            return None
        except DamagedError as error:
            raise UnreadableError(
                _(
                    "Het bestand {pad} met de labels is beschadigd en niet veranderd. Zet een reservekopie terug. "
                    "Of wis alleen de labels met ‘samenspel gegevens wis {kort}’. De antwoorden blijven."
                ).format(pad=one_line(path), kort=one_line(path.relative_to(self._folders.folder).as_posix()))
            ) from error

    def labelled(self, stored: StoredGroup, number: int) -> Labelled | None:
        """Return the labels of a revealed wave with its answers, for whoever tells of it; None: there are none.

        What cannot be read is told through ``notice``, and costs only the labels.
        """
        released = stored.waves[number - 1].released
        try:
            labelling = None if released is None else self.read(stored.id, number)
        except (UnreadableError, NewerError) as error:
            self._notice(str(error))
            return None
        if released is None or labelling is None:
            return None
        return Labelled(labelling, released.open_answers, number)

    def before(self, stored: StoredGroup, number: int) -> Labelled | None:
        """Return the labels of the latest wave before ``number`` that has any, with its answers."""
        found = (self.labelled(stored, one.number) for one in reversed(stored.waves[: number - 1]))
        return next((one for one in found if one is not None), None)

    def schemes(self, stored: StoredGroup, number: int) -> tuple[QuestionScheme, ...]:
        """Return the scheme of each open question of a revealed wave, for whoever tells of it; none without labels.

        What cannot be read is told through ``notice``.
        """
        now = self.labelled(stored, number)
        return () if now is None else self.compared(stored, now)

    def compared(self, stored: StoredGroup, now: Labelled) -> tuple[QuestionScheme, ...]:
        """Return the schemes of ``now``, beside the counts of the latest wave before that was labelled.

        Of answers that nobody read first nothing is told, in a later wave neither.
        """
        before = self.before(stored, now.number)
        told = before is not None and not unread(stored.group, stored.waves[before.number - 1])
        return schemes(now, before if told else None)

    def begin(self, group_id: str, number: int, scheme: Scheme) -> Labelling:
        """Begin to label a wave, with the labels of the wave before it that was labelled, or else with ``scheme``.

        Each open question begins with the one or the other. What was begun already stays as it is, unless there was
        nothing to begin with.

        Raises:
            StorageError: the wave was not revealed.
        """
        with self._folders.opened(group_id) as stored:
            released = _released(stored, number)
            known = self.read(group_id, number)
            if known is not None and known != Labelling():
                return known
            before = self.before(stored, number)
            earlier = {} if before is None else {one: its for one, its in before.labelling.scheme.items() if its}
            first = begun({**scheme, **earlier}, list(released.open_answers))
            self._write(stored, number, first)
        return first

    def change(self, group_id: str, number: int, change: Change) -> Labelling:
        """Store what ``change`` makes of the labels of a wave, given its released answers. What it raises passes on."""
        with self._folders.opened(group_id) as stored:
            changed = change(self.read(group_id, number) or Labelling(), _released(stored, number))
            self._write(stored, number, changed)
        return changed

    def strike_out(self, stored: StoredGroup, after: Wave, place: tuple[str, str], left: str) -> None:
        """Take along the labels of an answer out of which something is struck; while holding the lock.

        This comes first: what was struck out is then in no file of labels, whenever samenspel is killed.

        Args:
            stored: the group.
            after: the wave as it will be.
            place: the open question, and the answer as it was.
            left: what is left of it; empty: nothing.
        """
        question, answer = place
        labelling = self.read(stored.id, after.number)
        if labelling is not None and after.released is not None:
            changed = after_striking(labelling, question, answer, left, after.released.open_answers)
            if changed != labelling:
                self._write(stored, after.number, changed)

    def _write(self, stored: StoredGroup, number: int, labelling: Labelling) -> None:
        self._folders.turn_over(stored)
        group_files.write(self._path(stored.id, number), labelling)

    def _path(self, group_id: str, number: int) -> Path:
        return self._folders.wave_folder(group_id, number) / LABELS


def _released(stored: StoredGroup, number: int) -> Released:
    if not 1 <= number <= len(stored.waves) or (released := stored.waves[number - 1].released) is None:
        raise StorageError(_("Deze meting is nog niet onthuld. Labels komen daarna."))
    return released
