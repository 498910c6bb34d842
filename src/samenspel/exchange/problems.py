"""What is wrong with a file that somebody brought: all of it at once, each with its place and what is allowed."""

from msgspec import Struct

from samenspel.taal import _


class Problem(Struct, frozen=True):
    """One fault: the row (1 = the header) and column, or the field, where it stands; 0 or empty: the whole file.

    ``place`` is where the field stands on the form, in words.
    """

    file: str
    message: str
    row: int = 0
    column: str = ""
    field: str = ""
    place: str = ""

    def __str__(self) -> str:
        """Write ``bestand, rij 3, kolom partij: …`` or ``bestand, stelling 3 (rol-eigen): …``."""
        place = [self.file]
        if self.row:
            place.append(_("rij {row}").format(row=self.row))
        if self.column:
            place.append(_("kolom {column}").format(column=self.column))
        if self.place:
            place.append(self.place)
        elif self.field:
            place.append(_("veld {field}").format(field=self.field))
        return f"{', '.join(place)}: {self.message}"


class FormsError(Exception):
    """A file with answers was refused; nothing of it was used. ``problems`` holds everything found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
