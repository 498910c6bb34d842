"""The reveal, once and for good: what is said before it, and that whoever handed in is in it or nothing is revealed."""

from collections.abc import Iterator
from datetime import date

from samenspel.collecting.numbers import Collected, collected, not_yet
from samenspel.collecting.turn import deliver
from samenspel.group.again import why_not
from samenspel.group.model import Wave, measurement
from samenspel.group.workshop import NOBODY, WorkshopError, too_few
from samenspel.storage.errors import StorageError, WaitingError
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _, meervoud

# Before it ---------------------------------------------------------------------------------------------------------


def check(now: Collected) -> None:
    """Look whether the wave under way can be revealed at all. Raises WorkshopError: it cannot, and why."""
    wave = now.stored.wave
    if wave.phase != "verzamelen":
        raise WorkshopError(_("Meting {nummer} is al onthuld.").format(nummer=wave.number))
    if why := _nothing(now) or _not_beside_another(now):
        raise WorkshopError(why)


def worthwhile(now: Collected) -> bool:
    """Say whether any figure will be seen. If not, the app does not offer it, and a command warns."""
    return _enough(now) and not _not_beside_another(now)


def warnings(now: Collected) -> Iterator[str]:
    """Say, each as a point, what must be known before the choice; or why there is nothing to choose."""
    group = now.stored.group
    if worthwhile(now):
        yield _("Dit is niet terug te draaien. Na het onthullen komt er geen antwoord meer bij.")
        yield _("Niemand kan daarna zijn antwoorden nog terugnemen.")
        if now.counted >= group.minimum:  # an open table below it shows all
            yield _("Heeft iemand iets overgeslagen, of ‘weet ik niet’ gekozen? Dan ziet u soms minder dan hier staat.")
        yield from _all_the_same(now)
        yield from _left_out(now)
        yield from not_yet(now.stored, now.left)
    elif _enough(now):
        yield _not_beside_another(now)
    elif group.open_table:
        yield _nothing(now)
    else:
        yield _("Er is nog niets te onthullen. Wacht tot {k} of meer mensen meedoen.").format(k=group.minimum)
        yield _("Een open tafel kan alleen als iedereen dat vooraf afspreekt, bij het maken van de groep.")


def told(now: Collected) -> Iterator[str]:
    """Say, each as a line, what must be known before the question of a command."""
    stored = now.stored
    yield _("Meting {nummer} heeft {aantal}.").format(nummer=stored.wave.number, aantal=now.in_words())
    if now.counted < stored.group.minimum:
        open_table = _("Dit is een open tafel: alle cijfers zijn te zien, en de uitslag is niet anoniem.")
        yield open_table if stored.group.open_table else too_few(stored.group.minimum)
    yield from _all_the_same(now)
    yield from _left_out(now)
    yield _("Onthullen kan één keer. Daarna komen er in deze meting geen antwoorden meer bij, en gaat er geen uit.")


def _left_out(now: Collected) -> Iterator[str]:
    """Say how many are still busy: their answers do not count."""
    if number := len(now.left.busy):
        text = meervoud(
            "Er is nog {n} persoon bezig op deze laptop. Die antwoorden doen niet mee.",
            "Er zijn nog {n} mensen bezig op deze laptop. Die antwoorden doen niet mee.",
            number,
        )
        yield text.format(n=number)


def _enough(now: Collected) -> bool:
    group = now.stored.group
    return now.counted >= (1 if group.open_table else group.minimum)


def _all_the_same(now: Collected) -> Iterator[str]:
    """Say that everybody's answers are those of an earlier wave: nothing would be learnt, but nobody is told of."""
    if now.again and now.again.how == "all":
        text = _("Alle antwoorden zijn gelijk aan die in {meting}, of bijna gelijk. Is dit oud papier?")
        yield text.format(meting=measurement(now.again.wave))


def _not_beside_another(now: Collected) -> str:
    """Say why this wave is not revealed beside an earlier one; empty: it may be."""
    if now.again is None:
        return now.not_compared
    return why_not(now.again, now.questionnaire, now.stored.wave.number, now.stored.group.minimum)


def _nothing(now: Collected) -> str:
    """Say why nothing could be revealed on any road; empty: something can."""
    if not now.people:
        return NOBODY
    return "" if now.counted else too_few(now.stored.group.minimum)


# The reveal --------------------------------------------------------------------------------------------------------


def changed(groups: Groups, told: Collected) -> Collected | None:
    """Return the numbers of now, when they are no longer those that were told. Raises StorageError."""
    now = collected(groups, told.stored.id)
    return now if now.stored.wave.phase == "verzamelen" and now.counts != told.counts else None


def reveal(groups: Groups, group_id: str, today: date) -> StoredGroup:
    """Reveal the wave under way, with all that was handed in to it.

    Raises:
        WorkshopError: it was revealed already, or there are no responses that count.
        StorageError: something that was given cannot be added or read now, and would be left out for good.
    """
    while True:
        stored = groups.read(group_id)
        if stored.wave.phase == "verzamelen":
            for why in not_yet(stored, deliver(groups, stored)):
                raise StorageError(f"{why} {_REMEDY}")
        try:
            return groups.reveal(group_id, today)
        except WaitingError:  # handed in since, by somebody who was killed or is not ready yet
            continue


_REMEDY = _(
    "Onthullen kan pas als ze meetellen of weg zijn. Weggooien kan in samenspel, bij ‘Antwoorden verzamelen’: kies "
    "‘Verder’."
)


def revealed_before(stored: StoredGroup, wave: Wave) -> Wave | None:
    """Return the last revealed wave before ``wave``, with which it is compared; None: there is none."""
    return next((one for one in reversed(stored.waves[: wave.number - 1]) if one.released is not None), None)
