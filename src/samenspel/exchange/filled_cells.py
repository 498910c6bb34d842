"""The fields of a filled-in form as the cells that a typed-in form has, so that both are judged by the same rules."""

from pathlib import Path

from samenspel import hygiene
from samenspel.exchange.given import FORM, LASTED, PARTY, RESPONDENT
from samenspel.questionnaire.model import OpenQuestion, Questionnaire
from samenspel.report import sheet_fields as names

_LONE = "Yes"
"""What a box says that is the only one of its question."""


def cells(questionnaire: Questionnaire, fields: dict[str, str], file: str) -> dict[str, str]:
    """Return column → cell. Without a number, the form is called after its file."""
    asked = questionnaire.asked
    lone = {
        name: question.choices[0].id
        for name, question in ((names.EXPERIENCE, asked.context.experience), (names.MEETING, asked.context.meeting))
        if len(question.choices) == 1
    }

    def cell(id_: str) -> str:
        found = fields.get(names.field(id_), "").strip()
        return lone[id_] if found == _LONE and id_ in lone else found

    ids = [names.AREA, names.EXPERIENCE, names.MEETING]
    ids += [item.id for item in asked.items] + [card.id for card in asked.cards]
    ids += [question.id for question in asked.open_questions if not question.activities]
    return {
        RESPONDENT: fields.get(names.NUMBER, "").strip() or _called(file),
        PARTY: fields.get(names.FOR_PARTY) or fields.get(names.PARTY, ""),
        FORM: fields[names.FORM],
        **{id_: cell(id_) for id_ in ids},
        **{question.id: _done(question, fields) for question in asked.open_questions if question.activities},
    }


def _done(question: OpenQuestion, fields: dict[str, str]) -> str:
    ends = {"": "", names.DONE: "", names.LASTED: LASTED}
    given = {one.id: fields.get(names.activity_field(one.id), "") for one in question.activities}
    # An answer that no box has stays behind the id, so that it is refused with the question's other faults.
    return "|".join(id_ + ends.get(answer, f" {answer}") for id_, answer in given.items() if answer)


def _called(file: str) -> str:
    return hygiene.clean(Path(file).stem, len(file))[: hygiene.RESPONDENT_LIMIT].strip() or file[:1]
