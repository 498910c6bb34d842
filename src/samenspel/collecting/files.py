"""What a facilitator brings, on its way into the wave under way: files and folders, and codes typed over."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from samenspel.collecting.turn import deliver
from samenspel.exchange.code import as_code, held
from samenspel.exchange.receive.basket import Gathered, Refusal, first_of_one_hand, gather, of_one_hand, told
from samenspel.exchange.receive.folder import many
from samenspel.group.again import near
from samenspel.group.model import Contribution, Entry, Wave, measurement
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import StorageError
from samenspel.storage.group_names import shown
from samenspel.storage.groups import Groups
from samenspel.taal import _, meervoud


class Old(Struct, frozen=True):
    """A paper form whose answers stood in an earlier wave: the same form again, or somebody who did not change.

    Attributes:
        number: its number among those that were brought.
        id: of the response.
        source: where it came from.
        wave: the name of that wave.
    """

    number: int
    id: str
    source: str
    wave: str


class Looked(Struct, frozen=True):
    """What was read of what is brought, before any of it counts; ``asked`` are the old forms to ask about."""

    found: Gathered
    asked: tuple[Old, ...]


class Brought(Struct, frozen=True):
    """What came of files and folders that were brought.

    Attributes:
        added: how many count now that did not before.
        doubles: where those came from that were in this wave already.
        repeated: a Dutch line for them.
        refused: a Dutch line for each reason why something does not count: where it came from, why, and what to do.
        failed: how many do not count.
        known: a Dutch line for those that count, though their very answers are in an earlier wave too.
        same: a Dutch line for those that count, though their answers and texts are all the same.
        unasked: a Dutch line when forms hold answers to statements that are not asked there.
        forms: the paper forms that are in this wave: with what each is taken back, and where it came from.
        typed_over: the names of CSV files with typed-in forms in the folders: these are read by themselves only.
        passed_over: Dutch lines: what else there is in the folders, and what helps when there are answers in it.
        comparable: how many of the refused files ``other_version`` would take.
        old: the paper forms that do not count: their answers stood in an earlier wave.
    """

    added: int
    doubles: tuple[str, ...]
    repeated: tuple[str, ...]
    refused: tuple[str, ...]
    failed: int
    known: tuple[str, ...]
    same: tuple[str, ...]
    unasked: tuple[str, ...]
    forms: tuple[tuple[str, str], ...]
    passed_over: tuple[str, ...]
    typed_over: tuple[str, ...]
    comparable: int
    old: tuple[Old, ...]

    def left_out(self) -> Iterator[str]:
        """Say which forms do not count because their answers stood in an earlier wave, each with its number."""
        if self.old:
            yield _("Deze formulieren tellen niet mee. De antwoorden zaten al in een vorige meting, of bijna:")
        for one in self.old:
            yield f"  {one.number}  {one.source} ({one.wave})"

    def notes(self) -> Iterator[str]:
        """Say what a facilitator should know of what counts: what may be old, and two who answered alike on paper."""
        yield from self.known
        if self.known:
            yield _("Is dit van de vorige keer? Neem het dan terug. Wie meedoet, vult opnieuw in.")
        yield from self.same
        yield from self.unasked
        if {source for _name, source in self.forms} & set(self.doubles):
            yield _(
                "Heeft iemand anders precies dezelfde antwoorden op papier? Zet beide formulieren in één CSV-bestand, "
                "of lees de PDF's in één keer in."
            )

    def skipped(self) -> Iterator[str]:
        """Say what in the folders does not count."""
        yield from self.passed_over
        if self.typed_over:
            yield meervoud(
                "In ‘{namen}’ staan overgetypte formulieren. Die tellen nog niet mee: lees dat bestand apart in.",
                "In {n} bestanden staan overgetypte formulieren ({namen}). Die tellen nog niet mee: lees elk bestand "
                "apart in.",
                len(self.typed_over),
            ).format(n=len(self.typed_over), namen=many(self.typed_over))

    def names(self) -> Iterator[str]:
        """Say how each paper form is taken back. Whoever sees this could take it back: never shown unasked."""
        if self.forms:  # whoever gave a file or a code was told already
            yield _("Met dit kenmerk kan iemand een papieren formulier terugnemen, tot het onthullen:")
        for name, source in self.forms:
            yield f"  {name}  {source}"


def look(
    groups: Groups, group_id: str, questionnaire: Questionnaire, paths: Iterable[Path], *, other_version: bool = False
) -> Looked:
    """Read files and folders that were brought for the wave under way, and find the old forms among them.

    Args:
        groups: the store.
        group_id: the group.
        questionnaire: what it is asked.
        paths: what was named.
        other_version: take what can still be compared from files of another version of the questionnaire.

    Raises:
        StorageError: an earlier wave cannot be read.
    """
    found = gather(paths, questionnaire, other_version=other_version)
    forms = [one for one in found.entries if one.id in found.forms]
    if not forms:
        return Looked(found, ())
    stored = groups.read(group_id)
    stood: dict[str, Wave] = {}
    for wave in stored.waves[:-1]:
        for one, same in zip(
            forms,
            near([form.contribution for form in forms], groups.contributions(stored, wave.number)),
            strict=True,
        ):
            if same:
                stood[one.id] = wave
    # Those that count already keep their number: the same command gives the same list.
    old = enumerate([one.id for one in forms if one.id in stood], 1)
    inside = frozenset(groups.names(group_id, stored.wave.number))
    asked = (Old(number, one, str(found.sources[one]), measurement(stood[one])) for number, one in old)
    return Looked(found, tuple(one for one in asked if one.id not in inside))


def bring(
    groups: Groups, group_id: str, questionnaire: Questionnaire, looked: Looked, also: Collection[int] = ()
) -> Brought:
    """Put what was read into the wave under way.

    Args:
        groups: the store.
        group_id: the group.
        questionnaire: what it is asked.
        looked: what was read.
        also: the numbers of the old forms that are new ones; the others do not count.

    Raises:
        StorageError: the wave takes no responses (any more) or not so many, or the disk refuses. Nothing was added.
    """
    left = tuple(one for one in looked.asked if one.number not in also)
    without = {one.id for one in left}
    found = replace(looked.found, entries=tuple(one for one in looked.found.entries if one.id not in without))
    stored = groups.read(group_id)
    inside = frozenset(groups.names(group_id, stored.wave.number))
    before = [(wave, frozenset(groups.names(group_id, wave.number))) for wave in reversed(stored.waves[:-1])]
    bare = {one.id: held(questionnaire, one.contribution) for one in found.entries}
    old = {one.id for one in found.entries if not one.from_answers and _wave_with({one.id}, before)}
    twice = _counted_as_code({one: given for one, given in bare.items() if one not in old}, inside)
    outcome = groups.add(group_id, [one for one in found.entries if one.id not in twice])
    added = [one for one, what in outcome.items() if what == "added"]
    doubles = [one for one, what in outcome.items() if what == "double"]
    why = dict.fromkeys(twice, _COUNTED_AS_CODE) | {
        one.id: _why(groups, group_id, one, _wave_with({one.id}, before))
        for one in found.entries
        if outcome.get(one.id) in {"earlier", "elsewhere"}
    }
    refusals = (*found.refusals, *(Refusal(found.sources[one], f": {why[one]}") for one in found.sources if one in why))
    again = [
        Refusal(
            found.sources[one],
            _(": precies deze antwoorden zaten al in {meting}. Ze tellen nu ook mee.").format(meting=measurement(wave)),
        )
        for one in added
        if (wave := _wave_with({one, as_code(bare[one]).id}, before))
    ]
    counted = {*added, *doubles}
    return Brought(
        added=len(added),
        doubles=tuple(str(found.sources[one]) for one in doubles),
        repeated=told(Refusal(found.sources[one], _ALREADY_IN) for one in doubles),
        refused=told(refusals),
        failed=len(refusals),
        known=told(again),
        same=tuple(
            first_of_one_hand(
                [
                    of_one_hand([source for one, source in found.sources.items() if one in ids & counted])
                    for ids in found.same
                    if len(ids & counted) > 1
                ]
            )
        ),
        unasked=found.unasked,
        forms=tuple((shown(one), str(found.sources[one])) for one in (*added, *doubles) if one in found.forms),
        passed_over=found.passed_over,
        typed_over=found.typed_over,
        comparable=found.comparable,
        old=left,
    )


def _counted_as_code(given: Mapping[str, Contribution], inside: frozenset[str]) -> frozenset[str]:
    """Return which of ``given`` are not ``inside`` the wave under their own names, but as a code; one for each code."""
    twice, left = set(), set(inside)
    for one, bare in given.items():
        nth = 1
        while one not in inside and (code := as_code(bare, nth).id) in inside:
            if code in left:
                left.discard(code)
                twice.add(one)
                break
            nth += 1
    return frozenset(twice)


_ALREADY_IN = _(": dit antwoord zit al in deze meting. Het telt één keer.")
_COUNTED_AS_CODE = _(
    "precies deze antwoorden zitten al in deze meting, als code. Ze tellen één keer. Telt u liever dit mee? Neem dan "
    "eerst de code terug. Is het een tweede persoon? Laat die om de beurt antwoorden."
)


def _why(groups: Groups, group_id: str, entry: Entry, wave: Wave | None) -> str:
    """Say why a response that is in ``wave`` of this group, or else in another group, does not count."""
    if wave is not None:
        return _(
            "dit antwoord zat al in {meting}: het is van een oude zelftest. Vraag die persoon om eerst opnieuw de "
            "zelftest te doen."
        ).format(meting=measurement(wave))
    group = other_group(groups, group_id, entry.id)
    if entry.from_answers:
        return _(
            "precies dit formulier zit al in {groep}. Een antwoord hoort bij één groep. Is het van een ander? Laat die "
            "om de beurt antwoorden."
        ).format(groep=group)
    return _(
        "dit antwoord zit al in {groep}. Een antwoord hoort bij één groep. Vraag die persoon om eerst opnieuw de "
        "zelftest te doen."
    ).format(groep=group)


def _wave_with(names: set[str], before: list[tuple[Wave, frozenset[str]]]) -> Wave | None:
    return next((wave for wave, inside in before if names & inside), None)


# Codes -------------------------------------------------------------------------------------------------------


class Known(Struct, frozen=True):
    """Where the answers of a code are: in this wave, an earlier one or another group; ``name`` says which."""

    place: Literal["here", "earlier", "elsewhere"]
    name: str = ""


def known(groups: Groups, group_id: str, questionnaire: Questionnaire, code: Entry) -> Known | None:
    """Say where the very answers of a typed code are already, however they came in; None: nowhere.

    Raises:
        StorageError: the group cannot be read.
    """
    stored = groups.read(group_id)
    deliver(groups, stored)
    bare = held(questionnaire, code.contribution)
    for wave in reversed(stored.waves):
        if any(held(questionnaire, one) == bare for one in groups.contributions(stored, wave.number)):
            return Known("here") if wave is stored.wave else Known("earlier", measurement(wave))
    other = other_group(groups, group_id, code.id)
    return None if other is None else Known("elsewhere", other)


def numbered(groups: Groups, group_id: str, code: Entry) -> Entry:
    """Return a typed code under a name that is free in the wave under way: of the first, second … who answered so."""
    wave, one, nth = groups.read(group_id).wave.number, code, 1
    while any(place.group_id != group_id or place.wave == wave for place in groups.where(one.id)):
        nth += 1
        one = as_code(code.contribution, nth)
    return one


# Where an answer was given before, in words ------------------------------------------------------------------


def other_group(groups: Groups, group_id: str, response_id: str) -> str | None:
    """Name the group beside ``group_id`` that has this response; None when no other has it."""
    for place in groups.where(response_id):
        if place.group_id != group_id:
            try:
                return _("groep ‘{naam}’").format(naam=groups.read(place.group_id).group.name)
            except StorageError:  # it cannot be read, but there it is
                return _("een andere groep")
    return None
