"""*Geef mijn antwoorden aan een groep*, in the app: what is given is what was shown there."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from results_help import GOOD, HOSTILE, finished, half_way

from samenspel.exchange.code import decode
from samenspel.exchange.handover import Reading
from samenspel.group.model import contribution
from samenspel.tui import navigation as to
from samenspel.tui.kit.dialogs import DialogScreen
from samenspel.tui.selftest.give import CodeWindow, GiveScreen
from samenspel.tui.widgets.fields import Tick

WORDS = {"open": {"toe-goed": f"Wij bellen.\n{HOSTILE}"}, "activities": {"lunch": True}}


@pytest.fixture
def documents(tmp_path, monkeypatch):
    (folder := tmp_path / "Documenten").mkdir()
    monkeypatch.setattr("samenspel.tui.kit.save_report.documents", lambda: folder)
    return folder


async def opened(app, pilot, selftest):
    app.navigator.open(to.GiveAnswers(selftest))
    await pilot.pause()
    assert isinstance(app.screen, GiveScreen)


def one_in(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


async def test_from_the_result_a_file_with_what_was_shared_here(app_for, store, small, seen, documents):
    selftest = finished(store, small, GOOD, **WORDS)
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        app.navigator.open(to.SelfTestResult(selftest))
        await pilot.press("g")
        page = seen(app)
        for shown in ("5 januari 2026", "uw partij: bakker", "uw antwoorden op 6 stellingen", "Wij bellen.", HOSTILE):
            assert shown in page
        assert "en alle open antwoorden" in " ".join(page.split())
        assert [tick.on for tick in app.screen.query(Tick)] == [False, False]
        await pilot.press("1")
        assert store.read(selftest.id).response.shared == ("toe-goed",)
        assert "en uw andere open antwoorden" in " ".join(seen(app).split())
        await pilot.press("b", "enter")
        path = one_in(documents)
        said = " ".join(seen(app).replace("│", " ").split())
        assert path.name == f"samenspel-antwoord-{store.read(selftest.id).share_id[:8]}.json"
        assert "kiest bij ‘Antwoorden verzamelen’ voor ‘Bestanden of een map inlezen’" in said
        assert "Openen" not in said
        await pilot.press("1")
        assert isinstance(app.screen, GiveScreen)
    entry = Reading(small).file(path)
    assert entry.contribution == contribution(small, store.read(selftest.id).response)
    assert entry.contribution.response.open == {"toe-goed": f"Wij bellen.\n{HOSTILE}"}
    assert entry.contribution.response.activities == {}
    assert "2026" not in json.dumps(json.loads(path.read_bytes())["contribution"])


@pytest.mark.parametrize("key", ["b", "c"])
async def test_what_another_window_changed_meanwhile_is_not_given_unseen(app_for, store, small, seen, key):
    selftest = finished(store, small, GOOD, **WORDS)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, selftest)
        other = replace(selftest.response, open={"toe-goed": "Anders"})
        store.update(selftest.id, lambda one: replace(one, response=other))
        await pilot.press("1", "1", key)
        assert "intussen veranderd" in seen(app)
        await pilot.press("enter", "escape")
        kept = store.read(selftest.id)
        assert (kept.share_id, kept.coded) == ("", False), "nothing was given out"
        await opened(app, pilot, selftest)
        await pilot.press(key)
        assert not isinstance(app.screen, DialogScreen)


async def test_what_stands_there_is_not_replaced(app_for, store, small, documents):
    selftest = finished(store, small, GOOD, **WORDS)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, selftest)
        await pilot.press("b", "enter", "1", "2", "b", "enter")
    first, second = sorted(documents.iterdir(), key=lambda path: len(path.name))
    assert second.name == f"{first.stem}-2.json"
    assert Reading(small).file(first).contribution.response.activities == {}
    assert Reading(small).file(second).contribution.response.activities == {"lunch": True}


async def test_from_the_list_a_code_without_any_text(app_for, store, small, seen):
    selftest = finished(store, small, GOOD, shared=("toe-goed",), **WORDS)
    half_way(store, small, days=1)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(to.OwnResults())
        await pilot.press("g")
        assert "aan een groep geven" not in seen(app), "the one that is open cannot be given"
        await pilot.press("down")
        assert "aan een groep geven" in seen(app)
        await pilot.press("g", "c")
        assert isinstance(app.screen, CodeWindow)
        lines = seen(app).replace("│", " ").splitlines()
        code = next(line for line in lines if line.count("  ") > 4 and line.strip().isupper())
        entry = decode(small, code)
        assert f"{entry.id[:4]} {entry.id[4:8]}" in seen(app)
        assert "‘Een code overtypen’" in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, GiveScreen)
    response = store.read(selftest.id).response
    assert entry.contribution.response.answers == response.answers
    assert not entry.contribution.response.open
    assert not entry.contribution.response.activities


async def test_by_space_and_by_mouse(app_for, store, small, seen):
    selftest = finished(store, small, GOOD, **WORDS)
    app = app_for()
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, selftest)
        await pilot.press("down", "space")
        assert store.read(selftest.id).response.shared == ("toe-goed",)
        await pilot.click("#share-2")
        assert store.read(selftest.id).response.shared == ("toe-goed", "toe-activiteiten")
        await pilot.click("#share-1")
        assert store.read(selftest.id).response.shared == ("toe-activiteiten",)
        await pilot.click("#code")
        assert isinstance(app.screen, CodeWindow)


async def test_what_0_1_0_was_told_is_still_so(app_for, store, small):
    selftest = finished(store, small, GOOD, shared=("toe-activiteiten",), **WORDS)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, selftest)
        assert [tick.on for tick in app.screen.query(Tick)] == [False, True]


async def test_who_wrote_nothing_is_asked_nothing(app_for, store, small, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, finished(store, small, GOOD))
        assert "U beantwoordde geen open vraag." in seen(app)
        assert "delen ja/nee" not in seen(app)
        await pilot.press("down", "enter")
        assert "Antwoorden bewaren als bestand" in seen(app)


async def test_a_self_test_without_an_answer_is_refused(app_for, store, small, seen):
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(to.GiveAnswers(finished(store, small, {})))
        await pilot.pause()
        assert isinstance(app.screen, DialogScreen)
        assert "geen enkele stelling beantwoord" in seen(app)


async def test_what_was_erased_elsewhere_does_not_open(app_for, store, small, seen):
    selftest = finished(store, small, GOOD)
    store.delete(selftest.id)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(to.GiveAnswers(selftest))
        await pilot.pause()
        assert isinstance(app.screen, DialogScreen)
        assert "Er is geen zelftest" in seen(app)


@pytest.mark.parametrize("key", ["1", "b", "c"])
async def test_erased_in_another_window_it_is_said(app_for, store, small, seen, key):
    selftest = finished(store, small, GOOD, **WORDS)
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, selftest)
        store.delete(selftest.id)
        await pilot.press(key)
        assert isinstance(app.screen, DialogScreen)
        assert "Er is geen zelftest" in seen(app)
        assert store.ids() == []
