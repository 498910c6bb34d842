"""What can be chosen on the page that collects."""

from samenspel.taal import _, meervoud
from samenspel.tui.widgets.menu import Entry


def ways() -> list[Entry]:
    """Return the four ways in, each with who could read the answers on the way, and the reveal."""
    return [
        Entry(
            "turn",
            _("Om de beurt op deze laptop"),
            _("Beamer uit: wie meekijkt, kan de antwoorden lezen."),
            "1",
        ),
        Entry("files", _("Bestanden of een map inlezen"), _("Wie een bestand in handen heeft, kan het lezen."), "2"),
        Entry("code", _("Een code overtypen"), _("Wie de code heeft, kan de antwoorden eruit halen."), "3"),
        Entry(
            "paper", _("Papieren formulieren (CSV of PDF)"), _("Wie de formulieren overtypt, leest de antwoorden."), "4"
        ),
        Entry("reveal", _("Onthullen"), _("Eén keer en voorgoed. U leest eerst wat er dan te zien is."), "5"),
    ]


def took_part(number: int) -> str:
    """Say what the large number counts."""
    return meervoud("persoon deed mee", "mensen deden mee", number)


def practice_entry() -> Entry:
    """Return the entry with which the people of a practice group answer."""
    who = _("Alleen in een oefengroep: de verzonnen mensen doen weer mee.")
    return Entry("practice", _("Verzonnen antwoorden inlezen"), who, "o")


def drafts_entry(number: int) -> Entry:
    """Return the entry for turns that were not finished."""
    title = meervoud("Verder: er was {n} persoon bezig", "Verder: er waren {n} mensen bezig", number).format(n=number)
    return Entry("drafts", title, _("De antwoorden zijn bewaard en hier niet te zien."), "v")
