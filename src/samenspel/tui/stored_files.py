"""Every file that the store has on this computer, each with what is in it, in words."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from samenspel.hygiene import visible
from samenspel.storage import NotFoundError, StorageError, group_files, selftests, shelf_words
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.storage.shelf import Offered, Shelf
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.summary import Summaries, Summary
from samenspel.tui.widgets.menu import Entry

Kind = selftests.Kind | Literal["group", "own"]
ERASABLE = ("selftest", "aside")
_ORDER = (*ERASABLE, "group", "questionnaire", "preferences", "leftover", "help")


class StoredFile(Struct, frozen=True):
    """One file, or of the kind ``own`` the folder of a person's own questionnaire.

    ``selftest_id`` is the self-test that it belongs to; empty for the other kinds.
    """

    path: Path
    kind: Kind
    title: str
    about: str
    selftest_id: str = ""

    @property
    def entry(self) -> Entry:
        """How it stands in a list."""
        return Entry(str(self.path), self.title, self.about)


def stored_files(store: SelfTests, shelf: Shelf) -> tuple[int, Iterator[StoredFile]]:
    """Return how many files there are, and describe them: self-tests newest first, those set aside, then the rest.

    The person's own questionnaires come last. They are not counted: each is a folder.

    Raises:
        StorageError: the folder cannot be read.
    """
    places: list[tuple[Kind, Path]] = [(store.kind(path), path) for path in store.files()]
    places += [("group", path) for path in Groups(store.folder).files()]
    order = {kind: number for number, kind in enumerate(_ORDER)}
    newest_first = sorted(places, key=lambda place: place[1].name, reverse=True)
    by_kind = sorted(newest_first, key=lambda place: order[place[0]])
    summaries = Summaries(store)
    described = (_described(store, summaries, kind, path) for kind, path in by_kind)
    return len(places), chain(described, map(_own, shelf.mine()))


def looked_at(offered: Offered) -> str:
    """Say what a close look at a questionnaire of the person's own finds: errors, or warnings and a trial run."""
    from samenspel.authoring import QuestionnaireError
    from samenspel.authoring.lint import check
    from samenspel.authoring.told import told

    try:
        checked = check(offered.folder)
    except QuestionnaireError as error:
        return shelf_words.faults(replace(offered, problems=error.problems))
    return visible("\n".join([_("Geen fouten. Er staan geen antwoorden in."), *told(checked)]))


def erase_all(store: SelfTests) -> None:
    """Erase every self-test, also what was set aside of one, and what was told about those.

    Raises:
        StorageError: one cannot be erased; those before it are gone.
    """
    for selftest_id in {_id(path) for path in store.files() if store.kind(path) in ERASABLE}:
        try:
            store.delete(selftest_id)
        except NotFoundError:  # erased in another window meanwhile
            continue
    store.notices.clear()


def _id(path: Path) -> str:
    return path.name.split(".")[0]


def _own(offered: Offered) -> StoredFile:
    said = _("Geen fouten. Er staan geen antwoorden in.") if offered.questionnaire else shelf_words.trouble(offered)
    title = _("Eigen vragenlijst: {titel}").format(titel=shelf_words.title(offered))
    return StoredFile(offered.folder, "own", title, said)


def _described(store: SelfTests, summaries: Summaries, kind: Kind, path: Path) -> StoredFile:
    match kind:
        case "selftest":
            try:
                summary = summaries.of(store.read(_id(path)))
            except StorageError as error:
                return StoredFile(
                    path, "aside", _("Niet te lezen: {naam}").format(naam=path.name), str(error), _id(path)
                )
            return StoredFile(
                path, kind, _("Zelftest van {moment}").format(moment=summary.title), _held(summary), _id(path)
            )
        case "aside":
            about = _("Apart gezet omdat het niet te lezen was. Er kunnen antwoorden in staan.")
            return StoredFile(path, kind, _("Onleesbaar: {naam}").format(naam=path.name), about, _id(path))
        case "group":
            about = _of_group(path) + " " + _("Wissen doet u bij ‘Samen vergelijken’.")
            return StoredFile(path, kind, _("Van een groep: {naam}").format(naam=path.name), about)
        case "questionnaire":
            return StoredFile(path, kind, _("Vragenlijst"), _("De vragen zoals u ze kreeg. Er staat niets van u in."))
        case "preferences":
            return StoredFile(
                path,
                kind,
                _("Voorkeuren"),
                _("De kleuren en de vragenlijst die u koos. Er staat verder niets van u in."),
            )
        case "leftover":
            about = _("Rest van wat werd onderbroken. Er kunnen antwoorden in staan.")
            return StoredFile(path, kind, _("Hulpbestand: {naam}").format(naam=path.name), about)
        case _:
            return StoredFile(
                path, kind, _("Hulpbestand: {naam}").format(naam=path.name), _("Er staat niets van u in.")
            )


def _of_group(path: Path) -> str:
    """Say what a file of a group holds."""
    if group_files.DRAFTS in path.parts:
        return _("Van iemand die op deze laptop bezig was.")
    match path.name:
        case group_files.GROUP:
            return _("De naam van de groep, het minimum en de verwachte aantallen.")
        case group_files.WAVE:
            return _(
                "Een meting: hoe ver die is, en welke map u inlas. Na het onthullen ook de uitslag, stemmen en acties."
            )
        case _:
            return _("Een antwoord aan de groep, zonder naam.")


def _held(summary: Summary) -> str:
    response = summary.selftest.response
    situation = [response.party, response.area, response.experience, response.meeting]
    counts = [
        (meervoud("{n} vraag over uw werk", "{n} vragen over uw werk", n := sum(map(bool, situation))), n),
        (meervoud("{n} stelling", "{n} stellingen", n := len(response.answers)), n),
        (meervoud("{n} toelichting", "{n} toelichtingen", n := len(response.notes)), n),
        (meervoud("{n} kenniskaart", "{n} kenniskaarten", n := len(response.knowledge)), n),
        # The list of activities is one question.
        (meervoud("{n} open vraag", "{n} open vragen", n := len(response.open) + bool(response.activities)), n),
    ]
    held = [words.format(n=n) for words, n in counts if n]
    return f"{summary.state} · " + (opsomming(held) or _("nog leeg"))
