"""The questionnaires that a person can choose from: those that come along and her own; and the one that she chose."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from samenspel.authoring import Problem, QuestionnaireError, builtin_root, load, load_labels
from samenspel.authoring.files import QUESTIONNAIRE, content_hash, ids, read_files, told_copies
from samenspel.hygiene import one_line
from samenspel.questionnaire.labels import Scheme
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import preferences, snapshots
from samenspel.storage.preferences import OWN_QUESTIONNAIRES
from samenspel.taal import _, meervoud

STANDARD: Final = "samenwerking-jeugd"
"""The questionnaire of a new self-test when none is chosen."""

_TOLD = 2
"""How many errors are told where there is little room."""

_known: dict[str, Questionnaire] = {}
"""What was loaded before, by content: whoever opens the app has read it to see that it is sound."""


class Offered(Struct, frozen=True):
    """One questionnaire to choose from, and what to say of it.

    ``questionnaire`` is None when it has errors; then ``problems`` holds them. ``own``: the person made it.
    ``twin``: one that comes along has the same id; whoever names that id gets this one.
    """

    folder: Path
    own: bool
    questionnaire: Questionnaire | None = None
    problems: tuple[Problem, ...] = ()
    twin: bool = False

    @property
    def key(self) -> str:
        """How the choice is written down: ``school-wijkteam``, or ``eigen-vragenlijsten/mijn``."""
        return f"{OWN_QUESTIONNAIRES}/{self.folder.name}" if self.own else self.folder.name

    @property
    def title(self) -> str:
        """What it is called; while that cannot be read, the name of its folder."""
        return one_line(self.folder.name) if self.questionnaire is None else self.questionnaire.asked.title

    def about(self) -> str:
        """Say whose it is, or what is wrong with it and what to do."""
        if self.questionnaire is None:
            return self.trouble()
        if not self.own:
            return _("Hoort bij samenspel.")
        mine = _("Van uzelf, in de map ‘{map}’.").format(map=one_line(self.folder.name))
        twin = _("De id is dezelfde als van een meegeleverde.") if self.twin else ""
        return " ".join(filter(None, (mine, twin, told_copies(self.folder))))

    def trouble(self) -> str:
        """Say how many errors it has, the first of them, and how to see them all."""
        found = self.problems
        if not self.folder.is_dir():
            return " ".join(f"{problem.message} {problem.allowed}" for problem in found)
        text = meervoud("Niet te gebruiken: {n} fout.", "Niet te gebruiken: {n} fouten.", len(found))
        place = Path(found[0].file).name
        if found[0].line:
            place = _("{bestand}, regel {regel}").format(bestand=place, regel=found[0].line)
        first = one_line(f"{place}: {found[0].message}")
        return " ".join([text.format(n=len(found)), first, _("Kijk met: {opdracht}").format(opdracht=self._checking())])

    def faults(self) -> str:
        """Tell its first errors, each with its place, and how to see them all; apart by an empty line."""
        told = [replace(problem, file=Path(problem.file).name) for problem in self.problems[:_TOLD]]
        found = [one_line(str(problem)) for problem in told]
        if (more := len(self.problems) - _TOLD) > 0:
            found.append(meervoud("En nog {n} fout.", "En nog {n} fouten.", more).format(n=more))
        remedy = _("Verbeter dit in een tekstprogramma. Alle fouten ziet u met:\n{opdracht}")
        return "\n\n".join([*found, remedy.format(opdracht=self._checking())])

    def twin_notice(self) -> str:
        """Say, before it is chosen, that it goes before the one that comes along."""
        text = _(
            "Uw vragenlijst ‘{titel}’ heeft dezelfde id als een meegeleverde vragenlijst. "
            "Kiest u deze, dan gebruikt samenspel die van u, en niet de meegeleverde. Die van u staat in: {map}"
        )
        return text.format(titel=self.title, map=one_line(str(self.folder)))

    def _checking(self) -> str:
        """Return the command that shows all that is wrong with it."""
        # By its id where a command would find it by that; else by its path.
        known = (self.folder / QUESTIONNAIRE).is_file()
        name = one_line(self.folder.name if known else str(self.folder))
        return _("samenspel vragenlijst controleer {naam}").format(naam=f'"{name}"' if " " in name else name)


class BeginningLabels(Struct, frozen=True):
    """The labels that a group begins with.

    ``trouble``: why there are none although there is a ``labels.yaml``, and what to do; else empty.
    """

    scheme: Scheme
    trouble: str = ""


class Shelf:
    """All questionnaires on this computer, and the choice among them. Making this object touches no disk.

    Each is read anew every time, for a trainer changes her own ones while the app is open; but one whose files did
    not change is known already. Nothing is kept on the disk but the choice.
    """

    def __init__(self, folder: Path, named: Callable[[], Questionnaire] | None = None) -> None:
        """Prepare.

        Args:
            folder: of all data.
            named: gives the questionnaire that was named for this once; it goes before the choice that is written
                down, until another is chosen.
        """
        self._folder = folder
        self._choice: str | None = None
        self.named = named
        self.notices: list[str] = []

    @property
    def own(self) -> Path:
        """The folder for the person's own ones. It need not exist."""
        return self._folder / OWN_QUESTIONNAIRES

    def all(self) -> Iterator[Offered]:
        """Give every questionnaire: the standard one, the others that come along, then her own; each by name."""
        root = builtin_root()
        for name in sorted(ids(root), key=lambda name: (name != STANDARD, name)):
            yield self._offered(root / name, own=False)
        yield from self.mine()

    def mine(self) -> Iterator[Offered]:
        """Give the person's own ones, by name."""
        return map(self.at, self.folders())

    def folders(self) -> list[Path]:
        """Return the folders of the person's own ones, by name, without looking into them."""
        try:
            return sorted(path for path in self.own.iterdir() if path.is_dir() and not path.name.startswith("."))
        except OSError:  # it is not there, or it may not be read: then there are none
            return []

    def at(self, folder: Path) -> Offered:
        """Return the person's own one in this folder."""
        return self._offered(folder, own=True)

    def chosen(self) -> Offered:
        """Return the one that was chosen, also when it cannot be used now; else the standard one."""
        folder, own = self._chosen()
        return self._offered(folder, own=own)

    def is_chosen(self, offered: Offered) -> bool:
        """Say whether this is the one that was chosen, and no other was named."""
        return self.named is None and (offered.folder, offered.own) == self._chosen()

    def load(self) -> Questionnaire:
        """Return the questionnaire for what begins now. Raises QuestionnaireError: the chosen one has errors."""
        if self.named is not None:
            return self.named()
        chosen = self.chosen()
        if chosen.questionnaire is None:
            raise QuestionnaireError(chosen.problems)
        return chosen.questionnaire

    def now(self, id_: str) -> Questionnaire | None:
        """Return the questionnaire with this id as it is today, the person's own first; None: it is not to be had."""
        return next((questionnaire for _offered, questionnaire in self._with(id_)), None)

    def labels(self, id_: str) -> BeginningLabels:
        """Return the labels beside the questionnaire with this id, as it is today; what is wrong with them is told."""
        for offered, questionnaire in self._with(id_):
            try:
                return BeginningLabels(load_labels(offered.folder, questionnaire))
            except QuestionnaireError as error:
                text = _("U begint zonder de labels van deze vragenlijst.")
                return BeginningLabels({}, f"{text} {replace(offered, problems=error.problems).trouble()}")
        return BeginningLabels({})

    def usual(self) -> str | None:
        """Return the id of the questionnaire for what begins now; None: the chosen one has errors."""
        try:
            return self.load().id
        except QuestionnaireError:
            return None

    def choose(self, offered: Offered) -> None:
        """Take this one from now on, and remember it for the next time, if that can be written down."""
        self._choice, self.named = offered.key, None
        preferences.keep(self._folder, questionnaire=offered.key)

    def _with(self, id_: str) -> Iterator[tuple[Offered, Questionnaire]]:
        """Give the sound questionnaires with this id, the person's own first."""
        root = builtin_root()
        for one in (*self.mine(), *(self._offered(root / name, own=False) for name in ids(root) if name == id_)):
            if one.questionnaire is not None and one.questionnaire.id == id_:
                yield one, one.questionnaire

    def _chosen(self) -> tuple[Path, bool]:
        """Return the folder of the one that was chosen, and whether it is the person's own."""
        key = preferences.read(self._folder).questionnaire if self._choice is None else self._choice
        place, _sign, name = key.rpartition("/")
        if place == OWN_QUESTIONNAIRES:
            return self.own / name, True
        root = builtin_root()
        return root / (name if not place and name in ids(root) else STANDARD), False

    def _offered(self, folder: Path, *, own: bool) -> Offered:

        if own and folder not in self.folders():  # so nothing that was written down leads out of the folder
            text, remedy = _("Deze vragenlijst is er niet meer."), _("Kies een andere.")
            return Offered(folder, own, problems=(Problem(str(folder), 0, 0, text, remedy),))
        try:
            questionnaire = self._read(folder)
        except QuestionnaireError as error:
            return Offered(folder, own, problems=error.problems)
        taken = ids(builtin_root()) if own else []
        return Offered(folder, own, questionnaire, twin=folder.name in taken or questionnaire.id in taken)

    def _read(self, folder: Path) -> Questionnaire:

        digest = content_hash(read_files(folder))
        if digest not in _known:
            _known[digest] = load(folder, snapshots=self._folder / snapshots.FOLDER, keep=False)
        return _known[digest]
