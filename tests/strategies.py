"""Hypothesis strategies that several test files share."""

from hypothesis import strategies as st

from samenspel import hygiene
from samenspel.questionnaire import model as m
from samenspel.questionnaire.applicability import offered_answers
from samenspel.response import Response

lines = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60).map(hygiene.clean).filter(bool)
)
"""One line of text as hygiene leaves it, never empty."""


def responses(questionnaire: m.Questionnaire, *, with_texts: bool = False) -> st.SearchStrategy[Response]:
    """Any response that the questionnaire allows, applicable or not; texts are short and already clean."""
    asked = questionnaire.asked
    texts = _texts(asked) if with_texts else {}
    parties = [p.id for p in asked.parties]
    return st.builds(
        Response,
        party=st.sampled_from([*parties, m.OTHER_ROLE]),
        form=st.sampled_from(["volledig", "kort"]),
        experience=st.sampled_from(["", *(c.id for c in asked.context.experience.choices)]),
        meeting=st.sampled_from(["", *(c.id for c in asked.context.meeting.choices)]),
        answers=st.fixed_dictionaries(
            {}, optional={item.id: st.sampled_from(offered_answers(item)) for item in asked.items}
        ),
        knowledge=st.fixed_dictionaries(
            {}, optional={c.id: st.sampled_from([*parties, m.BOTH, m.DONT_KNOW_CARD]) for c in asked.cards}
        ),
        **texts,
    )


def _texts(asked: m.QuestionnaireFile) -> dict[str, st.SearchStrategy]:
    texts = [q.id for q in asked.open_questions if not q.activities]
    activities = [a.id for q in asked.open_questions for a in q.activities]
    return {
        "area": st.one_of(st.just(""), lines),
        "notes": st.fixed_dictionaries({}, optional={item.id: lines for item in asked.items}),
        "open": st.fixed_dictionaries({}, optional=dict.fromkeys(texts, lines)),
        "activities": st.fixed_dictionaries({}, optional=dict.fromkeys(activities, st.booleans())),
        "shared": st.lists(st.sampled_from([q.id for q in asked.open_questions]), unique=True).map(tuple),
    }
