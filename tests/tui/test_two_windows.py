"""The same self-test open in two windows, or erased in the other one: each shows what is stored, and nobody is lost."""

from msgspec.structs import replace
from walker import MOMENT, press, session_of

from samenspel.response import Response
from samenspel.walk import Step


async def test_a_note_with_a_statement_that_the_other_window_took_away(app_for, store, small):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.resume_selftest(store.create(small, Response(party="bakker"), at="item:rol-brood", now=MOMENT))
        await press(pilot, "t", *"ja")
        store.update(store.ids()[0], lambda stored: replace(stored, response=replace(stored.response, party="slager")))
        await press(pilot, "f8")
        assert session_of(pilot).step == Step("experience")
    assert store.read(store.ids()[0]).response.notes == {"rol-brood": "ja"}
