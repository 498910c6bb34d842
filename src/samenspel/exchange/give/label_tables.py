"""The labels of a group's open answers as tables for a spreadsheet: how many answers have each, and what each means."""

from collections.abc import Iterator, Sequence

from samenspel.exchange.give.spreadsheet import Cell, Spreadsheet
from samenspel.labelling.scheme import LabelCount, QuestionScheme
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.groups.words import filled
from samenspel.taal import _


def label_sheets(questionnaire: Questionnaire, schemes: Sequence[QuestionScheme]) -> tuple[Spreadsheet, ...]:
    """Return the counts (``labels``) and what falls under each label (``labelschema``); none where no answer has any.

    A row without a sub-label counts all answers with that label, whichever of its sub-labels they have.
    """
    found = [row for scheme in schemes if scheme.labelled for row in _rows(questionnaire, scheme)]
    if not found:
        return ()
    columns = (_("vraag"), _("label"), _("sublabel"))
    meanings = (
        _("De open vraag."),
        _("Het label, in de woorden van de groep of van de vragenlijst."),
        _("Deel van het label. Leeg: de rij gaat over het hele label."),
    )
    counts = tuple((*_names(asked, label, sub), *_numbers(sub or label, scheme)) for asked, label, sub, scheme in found)
    told = tuple((*_names(asked, label, sub), (sub or label).help or None) for asked, label, sub, _scheme in found)
    return (
        Spreadsheet(
            "labels",
            (
                *columns,
                _("aantal"),
                _("van"),
                _("vorige meting"),
                _("aantal vorige meting"),
                _("van vorige meting"),
            ),
            counts,
            (
                *meanings,
                _("Aantal antwoorden met dit label. Een antwoord met meer labels telt bij elk daarvan."),
                _("Aantal antwoorden op deze vraag, met en zonder label."),
                _("Het nummer van de vorige meting waarin deze vraag labels kreeg. Leeg: die is er niet."),
                _("Hetzelfde als ‘aantal’ in die vorige meting. Leeg: die had dit label niet."),
                _("Hetzelfde als ‘van’ in die vorige meting."),
            ),
        ),
        Spreadsheet(
            "labelschema",
            (*columns, _("wat eronder valt")),
            told,
            (*meanings, _("Wat er onder dit label valt. Leeg: dat is niet opgeschreven.")),
        ),
    )


_Row = tuple[str, LabelCount, LabelCount | None, QuestionScheme]
"""An open question, a label of it, a sub-label (None: the row is about the whole label), and where they stand."""


def _rows(questionnaire: Questionnaire, scheme: QuestionScheme) -> Iterator[_Row]:
    """Give each label of a question, and after it each of its sub-labels."""
    asked = filled(questionnaire, questionnaire.open_question(scheme.question).text)
    for label in scheme.labels:
        for sub in (None, *label.sublabels):
            yield asked, label, sub, scheme


def _names(asked: str, label: LabelCount, sub: LabelCount | None) -> tuple[Cell, ...]:
    return asked, label.name, None if sub is None else sub.name


def _numbers(count: LabelCount, scheme: QuestionScheme) -> tuple[Cell, ...]:
    before = scheme.before
    earlier = (None, None) if before is None else (before.number, before.answers)
    return count.n, scheme.answers, earlier[0], count.before, earlier[1]
