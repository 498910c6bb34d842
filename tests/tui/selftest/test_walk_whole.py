"""Whole walks by keys: what is stored equals the script, in both forms (``test_three_ways`` walks for each party)."""

import pytest
from msgspec.structs import replace
from walker import session_of, walk_tui

from samenspel import walk
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.model import BOTH, DONT_KNOW_CARD, OTHER_ROLE, Questionnaire
from samenspel.response import Form, Response


def everything(questionnaire: Questionnaire, party: str, form: Form) -> Response:
    """Answer all that is asked, with every answer somewhere."""
    asked = questionnaire.asked
    begin = Response(
        party=party,
        form=form,
        area="Wijk [/] 3",
        experience=asked.context.experience.choices[-1].id,
        meeting=asked.context.meeting.choices[0].id,
    )
    items = applicable_items(questionnaire, begin)
    given = [party.id for party in asked.parties] + [BOTH, DONT_KNOW_CARD]
    ticked = [activity.id for question in asked.open_questions for activity in question.activities]
    texts = [question.id for question in asked.open_questions if not question.activities]
    return replace(
        begin,
        answers={item.id: offered_answers(item)[n % len(offered_answers(item))] for n, item in enumerate(items)},
        notes={items[0].id: "Alleen <b>soms</b>.\nEn 'ja'."},
        knowledge={card.id: given[n % len(given)] for n, card in enumerate(asked.cards)},
        open={texts[0]: "Wij praten veel."},
        activities={activity: n % 2 == 0 for n, activity in enumerate(ticked)},
    )


@pytest.mark.parametrize(("party", "form"), [("slager", "kort"), (OTHER_ROLE, "volledig")])
async def test_what_is_stored_equals_the_script(app_for, store, small, party, form):
    script = everything(small, party, form)
    app = app_for(start="selftest")
    async with app.run_test(size=(80, 24)) as pilot:
        await walk_tui(pilot, script, typing=True)
        await pilot.press("1")
    stored = store.read(store.ids()[0])
    assert stored.response == script
    assert stored.finished == "2026-03-02T16:30:00"


async def test_nothing_but_the_party_is_needed(app_for, store):
    script = Response(party="slager")
    async with app_for(start="selftest").run_test(size=(60, 20)) as pilot:
        await walk_tui(pilot, script)
        assert session_of(pilot).step == walk.Step("review")
    assert store.read(store.ids()[0]).response == script
