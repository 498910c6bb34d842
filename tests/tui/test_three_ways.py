"""The same answers through the app, by line, in a table, typed over or filled in give the same results to the digit."""

import json
from pathlib import Path

import pytest
from paper_typist import kind_key, typed
from walker import MOMENT, walk_tui

from bots import SCRIPTS, forms, lines_for, script
from commands import run
from fillers import answers_of, by_pymupdf, form
from samenspel.exchange.receive.forms import PaperForm
from samenspel.exchange.receive.typed_over import Printed
from samenspel.questionnaire.model import Questionnaire
from samenspel.tui.navigation import TypeOver


@pytest.mark.parametrize(
    "name",
    [name if name == "coach" else pytest.param(name, marks=pytest.mark.campaign(sample=0)) for name in SCRIPTS],
)
async def test_app_line_paper_and_pdf_agree(
    app_for, store, real: Questionnaire, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = script(real, SCRIPTS[name], start=list(SCRIPTS).index(name))

    app = app_for(questionnaire=real, start="selftest")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await walk_tui(pilot, wanted)
        await pilot.press("enter")
    assert store.read(store.ids()[0]).response == wanted
    by_app = uitslag(store.folder)

    line_data = tmp_path / "regel"
    done = run("zelftest", "--regel", data=line_data, typed="\n".join([*lines_for(real, wanted), ""]))
    assert done.returncode == 0, done.stderr
    by_line = uitslag(line_data)

    done = run("verwerk", str(forms(real, wanted, tmp_path)), "--json", data=tmp_path / "papier")
    assert done.returncode == 0, done.stderr
    (by_paper,) = json.loads(done.stdout)

    form_file = tmp_path / "ingevuld.pdf"
    form_file.write_bytes(by_pymupdf(form(real, wanted.form), answers_of(real, wanted)))
    done = run("verwerk", str(form_file), "--json", data=tmp_path / "pdf")
    assert done.returncode == 0, done.stderr
    (by_pdf,) = json.loads(done.stdout)

    monkeypatch.setattr("samenspel.tui.paper.pile.documents", lambda: tmp_path)
    app, printed = app_for(questionnaire=real), Printed(wanted.form)
    async with app.run_test(size=(80, 24)) as pilot:
        app.navigator.open(TypeOver())
        await pilot.press("j", kind_key(real, printed))
        await pilot.press(*typed(real, PaperForm("1", wanted), printed, to_a_group=False))
    table = tmp_path / f"samenspel-papier-{MOMENT.date()}" / "formulieren.csv"
    done = run("verwerk", str(table), "--json", data=tmp_path / "overgetypt")
    assert done.returncode == 0, done.stderr
    (by_typing_over,) = json.loads(done.stdout)

    assert len(by_app["advice"]) > 3
    assert by_app == {**by_line, "respondent": by_app["respondent"]}
    assert by_app == {**by_paper, "respondent": by_app["respondent"]}
    assert by_app == {**by_pdf, "respondent": by_app["respondent"]}
    assert by_app == {**by_typing_over, "respondent": by_app["respondent"]}


def uitslag(data: Path) -> dict:
    done = run("uitslag", "--json", data=data)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
