"""Making a group: what is allowed, and what will be visible with the numbers that are expected."""

from collections.abc import Mapping

from msgspec import Struct

from samenspel import hygiene
from samenspel.group.anonymity import DEFAULT_MINIMUM, MINIMA
from samenspel.group.figures import cell
from samenspel.group.model import Group
from samenspel.group.results import how_many_count
from samenspel.group.statistics import Sample
from samenspel.group.workshop import WorkshopError
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _

NAME_LIMIT = 80
"""The most characters that a group's name may have."""
FICTIONAL = _("(verzonnen)")
"""What the name of a group to practise on ends with, so that it is said wherever the group is named."""


class Forecast(Struct, frozen=True):
    """What will be visible if everyone expected takes part: the group as a whole, and which parties apart (ids)."""

    whole: bool
    parties: tuple[str, ...]

    @property
    def gap(self) -> bool:
        """Whether the two parties can be set beside each other."""
        return len(self.parties) > 1


def checked_group(  # noqa: PLR0913 - what a group is
    name: str,
    *,
    minimum: int = DEFAULT_MINIMUM,
    area: str = "",
    expected: Mapping[str, int] | None = None,
    open_table: bool = False,
    practice: bool = False,
) -> Group:
    """Return a new group with clean texts; the name of one to practise on says that it is made up.

    Raises:
        WorkshopError: no name, or one that is too long; a minimum outside 3 to 20; an open table for a group that
            is not smaller than the minimum.
        hygiene.TooLongError: the area is too long.
    """
    if practice and name.strip() and FICTIONAL not in name:
        name = f"{name} {FICTIONAL}"
    try:
        clean = hygiene.clean(name, NAME_LIMIT)
    except hygiene.TooLongError as error:
        raise WorkshopError(
            _("De naam van de groep heeft {lengte} tekens. Hooguit {grens} mag.").format(
                lengte=error.length, grens=error.limit
            )
        ) from error
    if not clean:
        raise WorkshopError(_("Geef de groep een naam."))
    if minimum not in MINIMA:
        raise WorkshopError(
            _("Het minimum is een getal van {laag} tot en met {hoog}.").format(laag=MINIMA[0], hoog=MINIMA[-1])
        )
    numbers = {party: number for party, number in (expected or {}).items() if number > 0}
    if open_table and sum(numbers.values()) >= minimum:
        raise WorkshopError(
            _("Een open tafel is alleen voor een groep die kleiner is dan het minimum van {k}.").format(k=minimum)
        )
    return Group(clean, minimum, hygiene.clean(area, hygiene.AREA_LIMIT), numbers, open_table, practice)


def forecast(questionnaire: Questionnaire, counts: Mapping[str, int], minimum: int) -> Forecast:
    """Say what will be visible of a question that everyone answers: so many of each party (``andere-rol`` too)."""
    numbers = {party.id: counts.get(party.id, 0) for party in questionnaire.asked.parties}
    everyone = how_many_count(counts, minimum)
    whole = cell(_people(everyone), {party: _people(n) for party, n in numbers.items()}, minimum)
    return Forecast(whole.shown(), tuple(party for party in numbers if whole.shown(party)))


def _people(number: int) -> Sample:
    return Sample(number, None, None)
