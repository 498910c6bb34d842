"""*Uitslag*: the picture, the advice, and the previous time beside it."""

import pytest
from results_help import GOOD, HOSTILE, POOR, finished

from samenspel.report.document import Notice
from samenspel.report.personal.front import outstanding
from samenspel.report.personal.picture import picture
from samenspel.tui.selftest.result import ResultScreen


async def all_of_it(app, pilot, seen) -> str:
    """Everything on the page, screen by screen."""
    await pilot.press("home")
    text = seen(app)
    for _page in range(12):
        await pilot.press("pagedown")
        text += "\n" + seen(app)
    return text


async def test_the_whole_page(app_for, seen, store, small, size):
    finished(store, small, GOOD)
    selftest = finished(store, small, POOR, days=90)
    app = app_for()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.pause()
        assert seen(app).splitlines()[0 if size[1] < 24 else 1 if size[1] < 34 else 2].strip() == "Uw uitslag"
        text = await all_of_it(app, pilot, seen)
        for part in (
            "5 april 2026 · bakker · volledige vorm",
            "▲ knelpunt",
            "▲ 1,7" if size[0] < 80 else "1,7 knelpunt (was 4,0)",
            "weet ik niet",
            "▲ 1,5  1 van 2" if size[0] < 80 else "1 van 2",
            "○ vorige keer",
            "Rolkennis naast rolduidelijkheid",
            "1 van 2",
            "Wat de onderdelen betekenen",
            "Dit gaat al goed",
            "Advies voor u",
            "Advies kennismaken",
            "Eerste stap: Bel vandaag een slager.",
            "geen oordeel en geen diagnose",
        ):
            assert part in text, part


async def test_often_not_knowing_is_named(app_for, seen, store, small):
    selftest = finished(store, small, {**POOR, "rel-kennen": 0})
    unclear = next(block for block in picture(small, selftest.response) if isinstance(block, Notice))
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.pause()
        assert unclear.text[:30] in seen(app)


async def test_too_few_answers_are_named(app_for, seen, store, small):
    selftest = finished(store, small, {"rol-eigen": 4, "rol-brood": 4})
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.pause()
        assert "geen score" in seen(app)
        assert "te weinig antwoorden van 1 tot 5: 0 van 3" in seen(app)
        assert "vergelijken" not in seen(app)
        await pilot.press("v")
        assert isinstance(app.screen, ResultScreen)


async def test_no_advice_says_hold_on(app_for, seen, store, small):
    best = dict.fromkeys(GOOD, 5) | {"rel-lastig": 1}
    selftest = finished(store, small, best, experience="langer-1", knowledge={"kennis-brood": "bakker"})
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.pause()
        assert "Uw antwoorden geven geen advies." in await all_of_it(app, pilot, seen)
        assert "eerste advies" not in seen(app)
        await pilot.press("1")
        assert isinstance(app.screen, ResultScreen)


@pytest.mark.parametrize("keys", [["1"], ["tab", "enter"], ["tab", "space"]])
async def test_an_advice_opens_and_turns(app_for, seen, store, small, keys):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.press(*keys)
        first = seen(app)
        assert "Advies 1 van " in first
        assert "Waarom u dit krijgt" in first
        await pilot.press("right")
        assert "Advies 2 van " in seen(app)
        await pilot.press("left", "left")
        assert seen(app) == first
        await pilot.press("escape")
        assert isinstance(app.screen, ResultScreen)


async def test_a_card_shows_that_one_is_there_and_opens_by_mouse(app_for, seen, store, small):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.press("tab", "tab")
        assert "▸ 2  Advies" in seen(app)
        assert "▸ 1  Advies" not in seen(app)
        await pilot.click("AdviceCardView:focus")
        assert "Advies 2 van " in seen(app)


async def test_the_worksheet_is_named(app_for, seen, store, small):
    selftest = finished(store, small, {"rol-ander": 1, "rol-eigen": 1, "rol-brood": 1})
    app = app_for()
    async with app.run_test(size=(80, 40)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.press("1")
        assert "Advies praten" in seen(app)
        assert "Werkblad praten. Dit staat bij uw werkbladen." in seen(app)


async def test_comparison_with_the_previous_time(app_for, seen, store, small):
    finished(store, small, GOOD)
    selftest = finished(store, small, POOR, days=90)
    app = app_for()
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.press("v")
        text = seen(app)
        assert "unstig dan op 5 januari 2026" in text
        assert "gunstig" in text
        assert "Kleine verschillen zeggen weinig" in " ".join(text.split())


async def test_what_a_person_typed_is_no_markup(app_for, seen, store, small):
    hostile = small_with_names(small, HOSTILE)
    selftest = finished(store, hostile, POOR)
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.pause()
        text = await all_of_it(app, pilot, seen)
        assert "[/] [bold]x[/bold] <b>vet</b>" in text
        await pilot.press("1")
        assert "[/] [bold]x[/bold] <b>vet</b>" in seen(app)


def small_with_names(small, name):
    from msgspec.structs import replace

    advices = tuple(replace(advice, title=name, what=name, first_step=name) for advice in small.advices)
    dimensions = tuple(replace(dimension, name=name) for dimension in small.asked.dimensions)
    return replace(small, hash="1" * 64, advices=advices, asked=replace(small.asked, dimensions=dimensions))


async def test_resizing_keeps_everything(app_for, seen, store, small):
    selftest = finished(store, small, POOR)
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.pause()
        await pilot.resize_terminal(60, 20)
        assert "▲ 1,5  1 van 2" in seen(app)
        assert all(len(line) <= 60 for line in seen(app).splitlines())


async def test_the_statements_that_weighed_most_are_one_key_away(app_for, seen, store, small):
    selftest = finished(store, small, {**POOR, "rel-kennen": 5})
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ResultScreen(selftest))
        await pilot.press("l")
        text = " ".join(seen(app).split())
        low, high = text.index("Dit vroeg de meeste aandacht"), text.index("Dit gaat het best")
        assert low < text.index("rol-ander over de slagers.’ – helemaal oneens (Rolduidelijkheid)") < high
        assert "rel-lastig over de slagers.’ – eens (Relatie) Hier is ‘oneens’ gunstig." in text[low:high]
        assert high < text.index("rel-kennen over de slagers.’ – helemaal eens (Relatie)")
        assert "rol-brood over de slagers.’ – weet ik niet (Rolduidelijkheid)" in text[low:high]
    on_paper = outstanding(small, selftest.response)
    on_the_left = [line.removesuffix(" Hier is ‘oneens’ gunstig.") for line in on_paper.left.items]
    assert all(line in text[low:high] for line in on_the_left), "as the front sheet has it"
    assert all(line in text[high:] for line in on_paper.right.items)
