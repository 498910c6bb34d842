"""The labels of a group's open answers as tables for a spreadsheet: how many answers have each, and what each means."""

from collections.abc import Iterator, Sequence

from samenspel.exchange.give.spreadsheet import Spreadsheet
from samenspel.labelling.scheme import LabelCount, QuestionScheme
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.groups.words import filled
from samenspel.taal import _


def label_sheets(questionnaire: Questionnaire, schemes: Sequence[QuestionScheme]) -> tuple[Spreadsheet, ...]:
    """Return the counts (``labels``) and the labels with what falls under each (``labelschema``); none without labels.

    A row without a sub-label counts all answers with that label, whichever of its sub-labels they have.
    """
    found = [(row, scheme.answers) for scheme in schemes for row in _rows(questionnaire, scheme)]
    if not found:
        return ()
    columns = (_("vraag"), _("label"), _("sublabel"))
    meanings = (
        _("De open vraag."),
        _("Het label, in de woorden van de groep of van de vragenlijst."),
        _("Deel van het label. Leeg: de rij gaat over het hele label."),
    )
    counts = tuple(
        (asked, label.name, None if sub is None else sub.name, (sub or label).n, of, (sub or label).before)
        for (asked, label, sub), of in found
    )
    told = tuple(
        (asked, label.name, None if sub is None else sub.name, (sub or label).help or None)
        for (asked, label, sub), _of in found
    )
    return (
        Spreadsheet(
            "labels",
            (*columns, _("aantal"), _("van"), _("aantal vorige meting")),
            counts,
            (
                *meanings,
                _("Aantal antwoorden met dit label. Een antwoord met meer labels telt bij elk daarvan."),
                _("Aantal antwoorden op deze vraag, met en zonder label."),
                _(
                    "Hetzelfde als ‘aantal’ bij de vorige meting die labels heeft. "
                    "Leeg: die is er niet, of had dit label niet."
                ),
            ),
        ),
        Spreadsheet(
            "labelschema",
            (*columns, _("wat eronder valt")),
            told,
            (*meanings, _("Wat er onder dit label valt. Leeg: dat is niet opgeschreven.")),
        ),
    )


def _rows(questionnaire: Questionnaire, scheme: QuestionScheme) -> Iterator[tuple[str, LabelCount, LabelCount | None]]:
    """Give each label of a question, and after it each of its sub-labels."""
    asked = filled(questionnaire, questionnaire.open_question(scheme.question).text)
    for label in scheme.labels:
        yield asked, label, None
        for sub in label.sublabels:
            yield asked, label, sub
