"""Which part of the report is saved: the question, and what each part is to the window that saves it."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from samenspel.exchange.give.report_file import folder_name, part_name, rendered
from samenspel.report.personal.parts import LACKING, PARTS, TITLES, Part, Personal
from samenspel.taal import _
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.kit.save_folder import SaveFolderScreen
from samenspel.tui.kit.save_report import SaveReportScreen, SaveScreen
from samenspel.tui.widgets.choices import Option

_NOTES, _ALL = "toelichtingen", "alles"
_YOURS = _("Kies een plek waar alleen u bij kunt.")
_CHOICES: Final = {
    "rapport": _("Het rapport: het voorblad en uw adviezen"),
    _NOTES: _("Het rapport met uw toelichtingen"),
    "werkbladen": _("De werkbladen: om samen in te vullen"),
    "bijlage": _("De bijlage: al uw antwoorden, en hoe de scores ontstaan"),
    "gespreksblad": _("Het gespreksblad: één bladzijde voor een gesprek"),
    _ALL: _("Alles, in een map"),
}
_CAUTIONS: Final[dict[Part, str]] = {
    "rapport": _("In het rapport staan scores en antwoorden, en geen toelichtingen.") + " " + _YOURS,
    "werkbladen": _("Op de werkbladen staat niets van u. U mag ze aan anderen geven."),
    "bijlage": _("In de bijlage staan al uw antwoorden, met toelichtingen en open antwoorden.") + " " + _YOURS,
    "gespreksblad": _("Op het gespreksblad staan geen antwoorden en geen scores. U mag het aan anderen geven."),
}


def part_question(told: Personal) -> DialogScreen:
    """Return the window that asks which part; a part of which there is nothing says why."""
    lacking = [part for part in LACKING if told.part(part) is None]
    offered = [(value, text) for value, text in _CHOICES.items() if value not in lacking]
    options = [Option(str(number), value, text) for number, (value, text) in enumerate(offered, 1)]
    said = _("Alleen in de bijlage, en in het rapport als u dat kiest, staan uw toelichtingen.")
    return DialogScreen(
        _("Welk deel wilt u bewaren?"), "\n\n".join((said, *(LACKING[part] for part in lacking))), options
    )


def save_screen(told: Personal, chosen: str, suffix: str) -> SaveScreen:
    """Return the window that saves what was ``chosen`` at :func:`part_question`, as PDF or HTML."""
    if chosen == _ALL:
        return SaveFolderScreen(AllParts(told), suffix)
    part = next((one for one in PARTS if one == chosen), PARTS[0])
    title = _("{deel} bewaren als PDF") if suffix == ".pdf" else _("{deel} bewaren als HTML")
    return SaveReportScreen(OnePart(told, part, chosen == _NOTES), suffix, title.format(deel=TITLES[part]))


class OnePart(Struct, frozen=True):
    """One part of the report, with the notes in it or without."""

    told: Personal
    part: Part
    notes: bool = False

    @property
    def file_name(self) -> str:
        """The name that is suggested, without its ending."""
        return part_name(self.part, self.told.date)

    def caution(self, _suffix: str) -> str:
        """Say what a person should know before choosing a place."""
        if self.notes:
            return _("In dit rapport staan ook uw toelichtingen.") + " " + _YOURS
        return _CAUTIONS[self.part]

    def report(self, suffix: str) -> bytes:
        """Return the part as a file's content."""
        document = self.told.part(self.part, notes=self.notes)
        if document is None:
            raise ValueError(self.part)  # such a part is not offered
        return rendered(document, as_html=suffix == ".html")


class AllParts(Struct, frozen=True):
    """All parts that there are, as the files of one folder."""

    told: Personal

    @property
    def file_name(self) -> str:
        """The name that is suggested for the folder."""
        return folder_name(self.told.date)

    def caution(self, _suffix: str) -> str:
        """Say what a person should know before choosing a place."""
        return _("In de bijlage staan ook uw toelichtingen en open antwoorden.") + " " + _YOURS

    def files(self, suffix: str) -> Iterator[tuple[str, bytes]]:
        """Give the name and the content of each file; each is made when it is asked for."""
        for part, document in self.told.parts():
            yield f"{part}{suffix}", rendered(document, as_html=suffix == ".html")
