"""``groep``, ``delen`` and ``code`` as a person types them, each in the process of this test."""

import json
from datetime import datetime
from random import Random

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from commands import run, write_questionnaire
from samenspel.cli import cli
from samenspel.cli.base import today
from samenspel.exchange.handover import to_file
from samenspel.fictional.professional import answer_all, her_answers
from samenspel.group.model import Entry, Group, contribution
from samenspel.response import Response
from samenspel.session import Session
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups
from samenspel.storage.selftests import SelfTests
from samenspel.taal import datum

NOW = datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001 - the wall clock of who answers


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def call(*args, typed=None, **setting):
    done = CliRunner().invoke(cli, args, input=typed, env=setting)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def well(*args, typed=None, **setting):
    done = call(*args, typed=typed, **setting)
    assert done.exit_code == 0, done.output
    return done.stdout


def refused(*args, code=1):
    done = call(*args)
    assert done.exit_code == code, done.output
    assert done.stderr.startswith(("Fout: ", "Gebruik: "))
    assert "Traceback" not in done.output
    return done.stderr


@pytest.fixture
def files(tmp_path, real):
    """A folder with response files: six of the first party, two of the other."""
    folder = tmp_path / "antwoorden"
    folder.mkdir()
    for number in range(8):
        response = Response(
            party="wijkcoach" if number < 6 else "jongerenwerker",
            experience="1-3",
            answers={item.id: 1 + (number + place) % 5 for place, item in enumerate(real.asked.items)},
        )
        (folder / f"samenspel-antwoord-{number}.json").write_bytes(to_file(real, response, f"{number:032x}"))
    return folder


@pytest.fixture
def finished(data, real):
    session = Session.start(SelfTests(data), real, "volledig", NOW)
    answer_all(session, her_answers(), NOW)
    return session.selftest


def test_a_group_from_making_to_the_next_wave(files, tmp_path):
    made = well("groep", "maak", "Wijkteam West", "--verwacht", "wijkcoach=6", "--verwacht", "jongerenwerker=2")
    assert "alleen de groep als geheel" in made  # the two others would follow from the difference
    added = well("groep", "voegtoe", "wijkteam west", "antwoorden")
    assert "8 antwoorden toegevoegd." in added
    assert "Meting 1 heeft 8 antwoorden (wijkcoaches: 6, jongerenwerkers: minder dan 5)." in added
    assert "Wijkteam West – meting 1: 8 antwoorden, verzamelt antwoorden; minimum 5" in well("groep", "lijst")
    doubles = well("groep", "voegtoe", "Wijkteam West", "antwoorden/samenspel-antwoord-0.json")
    assert "zit al in deze meting" in doubles

    before = call("groep", "uitslag", "Wijkteam West", "--json")
    assert before.exit_code == 1
    assert json.loads(before.stdout) == {"group": "Wijkteam West", "wave": 1, "n": 8, "minimum": 5}
    assert "nog niet onthuld" in before.stderr
    for command in (["uitslag"], ["rapport"], ["export", "--naar", "csv"], ["export", "--naar", "xlsx"]):
        assert "nog niet onthuld" in refused("groep", *command, "Wijkteam West")
    assert "al een meting" in refused("groep", "meting", "Wijkteam West")

    asked = call("groep", "onthul", "Wijkteam West")
    assert asked.exit_code == 2
    assert "--ja" in asked.stderr
    assert "Onthullen kan één keer" in asked.stdout
    assert "is onthuld" in well("groep", "onthul", "Wijkteam West", "--ja")
    assert "al onthuld" in refused("groep", "onthul", "Wijkteam West", "--ja")
    assert "al onthuld" in refused("groep", "voegtoe", "Wijkteam West", "antwoorden")
    assert "onthuld" in refused("groep", "neemterug", "Wijkteam West", f"{1:032x}")

    assert "Deelnemers:" in well("groep", "uitslag", "Wijkteam West")
    assert "Rolduidelijkheid. Wijkcoaches: " in well("groep", "uitslag", "Wijkteam West", ACCESSIBLE="1")
    result = json.loads(well("groep", "uitslag", "Wijkteam West", "--json"))
    assert (result["group"], result["wave"], result["n"]) == ("Wijkteam West", 1, 8)
    assert result["parties"] == {"wijkcoach": 6, "jongerenwerker": None}

    assert "samenspel-groep-meting-1.pdf" in well("groep", "rapport", "Wijkteam West")
    assert "samenspel-groep-meting-1-2.pdf" in well("groep", "rapport", "Wijkteam West")
    assert "u vraagt om HTML" in refused("groep", "rapport", "Wijkteam West", "-o", "r.pdf", "--html", code=2)
    assert not (tmp_path / "r.pdf").exists()
    well("groep", "rapport", "Wijkteam West", "-o", "r.html")
    assert (tmp_path / "samenspel-groep-meting-1.pdf").read_bytes()[:5] == b"%PDF-"
    assert "Wijkteam West" in (tmp_path / "r.html").read_text(encoding="utf-8")
    well("groep", "export", "Wijkteam West", "--naar", "xlsx", "-o", "w.xlsx")
    assert (tmp_path / "w.xlsx").read_bytes()[:2] == b"PK"
    well("groep", "export", "Wijkteam West", "--naar", "CSV", "-o", "cijfers")
    assert all(path.suffix == ".csv" for path in (tmp_path / "cijfers").iterdir())

    assert "Meting 2 verzamelt nu antwoorden" in well("groep", "meting", "Wijkteam West")
    old = refused("groep", "voegtoe", "Wijkteam West", "antwoorden/samenspel-antwoord-0.json")
    assert f"samenspel-antwoord-0.json: dit antwoord zat al in meting 1 van {datum(today())}" in old
    assert "Vraag die persoon om eerst opnieuw de zelftest te doen." in old
    assert "Meting 2 heeft 0 antwoorden" in call("groep", "uitslag", "Wijkteam West").stdout
    assert json.loads(well("groep", "uitslag", "Wijkteam West", "--meting", "1", "--json")) == result
    assert "heeft 2 metingen" in refused("groep", "uitslag", "Wijkteam West", "--meting", "3")

    assert "heet nu ‘Oost’" in well("groep", "hernoem", "Wijkteam West", "Oost")
    assert call("groep", "wis", "Oost").exit_code == 2
    assert "is gewist" in well("groep", "wis", "oost", "--ja")
    assert "nog geen groepen" in well("groep", "lijst")


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ({"wijkcoach": 9, "jongerenwerker": 7}, "de twee partijen naast elkaar"),
        ({"wijkcoach": 9}, "de wijkcoaches apart"),
        ({"wijkcoach": 9, "jongerenwerker": 3}, "alleen de groep als geheel"),
        ({"wijkcoach": 9, "jongerenwerker": 3}, "Kies minimum 3. Dan ziet u de partijen naast elkaar"),
        ({"wijkcoach": 9, "jongerenwerker": 3}, "tot het eerste antwoord: open de groep in samenspel"),
        ({"wijkcoach": 9, "jongerenwerker": 3}, "Neem gebieden samen"),
        ({"wijkcoach": 2, "jongerenwerker": 1}, "is er niets te zien"),
        ({"wijkcoach": 2, "jongerenwerker": 1}, "--open-tafel"),
        ({}, "vanaf 5 mensen"),
    ],
)
def test_making_a_group_says_what_will_be_visible(expected, told):
    options = [word for party, n in expected.items() for word in ("--verwacht", f"{party}={n}")]
    made = well("groep", "maak", "West", *options)
    assert told in made
    assert not any(line.endswith(";") for line in made.splitlines())
    assert "Wie zo'n bestand, code of formulier in handen heeft, kan het lezen" in made


def test_an_open_table_says_that_it_is_not_anonymous(data):
    assert "niet anoniem" in well("groep", "maak", "Tafel", "--open-tafel", "--gebied", "zuid")
    group = Groups(data).find("tafel").group
    assert (group.open_table, group.area, group.minimum) == (True, "zuid", 5)


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["maak", ""], 1, "Geef de groep een naam"),
        (["maak", "x" * 300], 1, "300 tekens"),
        (["maak", "West", "--gebied", "x" * 300], 1, "Het gebied heeft 300 tekens"),
        (["maak", "West", "--minimum", "2"], 2, "3 tot en met 20"),
        (["maak", "West", "--minimum", "21"], 2, "3 tot en met 20"),
        (["maak", "West", "--minimum", "vijf"], 2, "3 tot en met 20"),
        (["maak", "West", "--minimum", "9" * 5_000], 2, "3 tot en met 20"),
        (["maak", "West", "--verwacht", "kapper=3"], 2, "geen partij. Schrijf het zo: wijkcoach=8 of jongerenwerker=8"),
        (["maak", "West", "--verwacht", "wijkcoach"], 2, "hoort een getal"),
        (["maak", "West", "--verwacht", "wijkcoach=-1"], 2, "hoort een getal"),
        (["maak", "West", "--verwacht", "wijkcoach=\u0663"], 2, "hoort een getal"),
        (["maak", "West", "--verwacht", "wijkcoach=9", "--open-tafel"], 1, "open tafel"),
        (["maak", "West", "--vragenlijst", "onzin"], 1, "onzin"),
        (["maak"], 2, "NAAM"),
        (["voegtoe", "West"], 2, "BESTAND"),
        (["voegtoe", "Oost", "x"], 1, "Er is geen groep ‘Oost’"),
        (["uitslag", "\x1b[31m"], 1, "Er is geen groep"),
        (["uitslag", "Oost", "--meting", "0"], 2, "1 tot en met"),
        (["uitslag", "Oost", "--meting", "-1"], 2, "1 tot en met"),
        (["export", "Oost"], 2, "--naar"),
        (["export", "Oost", "--naar", "sav"], 2, "kies csv of xlsx"),
        (["rapport", "Oost", "-o", "map/"], 1, "is een map"),
        (["wis", "../.."], 1, "Er is geen groep"),
        (["wis", "g" + "0" * 12], 1, "Er is geen groep"),
        (["neemterug", "Oost", "x"], 1, "Er is geen groep"),
        (["mak"], 2, "Bedoelde u ‘maak’?"),
    ],
)
def test_a_wrong_call_is_told_and_leaves_no_trace(args, code, told, data):
    message = refused("groep", *args, code=code)
    assert told in message
    assert "\x1b" not in message
    assert not (data / "groepen").exists()


@pytest.mark.parametrize("name", ["a/b", "..", "-"])
def test_a_name_is_never_a_path(name, data):
    well("groep", "maak", "--", name)
    assert len(list((data / "groepen").iterdir())) == 1
    assert name in well("groep", "lijst")
    assert "Er is al een groep" in refused("groep", "maak", "--", name)
    well("groep", "wis", "--ja", "--", name)
    assert list((data / "groepen").iterdir()) == []


def test_what_is_refused_is_told_and_the_rest_is_added(files, tmp_path, real, small):
    well("groep", "maak", "West")
    (files / "samenspel-antwoord-kapot.json").write_bytes(b"PK")
    (files / "brief.txt").write_text("Dag")
    changed = (files / "samenspel-antwoord-0.json").read_bytes().replace(b'"rol-eigen": 1', b'"rol-eigen": 5')
    (files / "samenspel-antwoord-0.json").write_bytes(changed)
    other = replace(real, hash="1" * 64, asked=replace(real.asked, version="0.9.0", items=real.asked.items[:40]))
    response = Response(party="wijkcoach", answers={item.id: 3 for item in other.asked.items})
    (tmp_path / "oud.json").write_bytes(to_file(other, response, "f" * 32))
    (tmp_path / "vreemd.json").write_bytes(to_file(small, Response(party="bakker"), "e" * 32))
    done = call("groep", "voegtoe", "West", "antwoorden", "oud.json", "vreemd.json")
    assert done.exit_code == 1
    assert "7 antwoorden toegevoegd." in done.stdout
    assert "1 ander bestand overgeslagen" in done.stdout
    assert "Meting 1 heeft 7 antwoorden" in done.stdout
    for told in (
        "samenspel-antwoord-kapot.json: dit is geen antwoord van samenspel",
        "samenspel-antwoord-0.json: dit bestand is veranderd of beschadigd",
        "oud.json: dit hoort bij versie 0.9.0 van de vragenlijst; deze groep gebruikt versie 1.1.0",
        "40 van de 40 beantwoorde stellingen staan in beide; neem die mee met --andere-versie",
        "vreemd.json: dit hoort bij een andere vragenlijst (‘klein’)",
    ):
        assert told in done.stderr
    assert "1 antwoord toegevoegd" in well("groep", "voegtoe", "West", "oud.json", "--andere-versie")


def test_paper_forms_are_added_with_a_kenmerk_each_or_not_at_all(tmp_path, data):
    well("groep", "maak", "West")
    good = "respondent;partij;ervaring;rol-eigen\n1;wijkcoach;1-3;4\n2;jongerenwerker;;2\n"
    (tmp_path / "f.csv").write_text(good.replace(";4", ";9").replace(";2\n", ";8\n"), encoding="utf-8")
    told = refused("groep", "voegtoe", "West", "f.csv")
    assert "rij 2, kolom D (rol-eigen)" in told
    assert "rij 3, kolom D (rol-eigen)" in told
    assert "0 antwoorden" in call("groep", "uitslag", "West").stdout
    (tmp_path / "f.csv").write_text(good, encoding="utf-8")
    added = well("groep", "voegtoe", "West", "f.csv")
    kenmerk = next(line.split()[:2] for line in added.splitlines() if "f.csv, formulier 1" in line)
    assert [len(half) for half in kenmerk] == [4, 4]
    again = well("groep", "voegtoe", "West", "f.csv")
    assert "f.csv, formulieren 1 en 2: dit antwoord zit al in deze meting" in again
    assert f"{' '.join(kenmerk)}  f.csv, formulier 1" in again  # whoever lost it reads the file once more
    assert "minstens 8 tekens" in refused("groep", "neemterug", "West", kenmerk[0])
    assert "uit meting 1 gehaald" in well("groep", "neemterug", "West", *map(str.upper, kenmerk))
    for typed in (" ".join(kenmerk), "-".join(kenmerk), "0" * 32):
        assert "geen antwoord met dit kenmerk" in refused("groep", "neemterug", "West", typed)
    assert Groups(data).counts(Groups(data).find("West")) == {"jongerenwerker": 1}


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ((), "heeft 0 antwoorden."),
        ((5, 0, 0), "5 antwoorden (wijkcoaches: 5, jongerenwerkers: minder dan 5)."),
        ((5, 4, 0), "9 antwoorden (wijkcoaches: 5, jongerenwerkers: minder dan 5)."),
        ((5, 4, 4), "13 antwoorden (wijkcoaches: 5, jongerenwerkers: minder dan 5)."),
        ((5, 4, 5), "14 antwoorden (wijkcoaches: 5, jongerenwerkers: minder dan 5, andere rol: 5)."),
    ],
)
def test_numbers_below_the_minimum_are_not_told_and_nobody_is_no_number_either(tmp_path, people, told):
    well("groep", "maak", "West")
    parties = ("wijkcoach", "jongerenwerker", "andere-rol")
    everyone = [party for party, number in zip(parties, people, strict=False) for _nth in range(number)]
    rows = "".join(f"{number};{party};4\n" for number, party in enumerate(everyone))
    (tmp_path / "f.csv").write_text("respondent;partij;rol-eigen\n" + rows, encoding="utf-8")
    assert told in call("groep", "voegtoe", "West", "f.csv").stdout


def test_the_same_answers_on_paper_count_in_a_next_wave_and_that_is_told(tmp_path, data):
    well("groep", "maak", "West")
    (tmp_path / "f.csv").write_text("respondent;partij;rol-eigen\n1;wijkcoach;4\n2;wijkcoach;2\n", encoding="utf-8")
    well("groep", "voegtoe", "West", "f.csv")
    well("groep", "onthul", "West", "--ja")
    well("groep", "meting", "West")
    (tmp_path / "g.csv").write_text("respondent;partij;rol-eigen\n9;wijkcoach;2\n8;wijkcoach;5\n", encoding="utf-8")
    added = well("groep", "voegtoe", "West", "g.csv")
    assert "2 antwoorden toegevoegd" in added
    assert f"g.csv, formulier 9: precies deze antwoorden zaten al in meting 1 van {datum(today())}." in added
    assert "Is dit van de vorige keer? Neem het dan terug." in added
    assert "formulier 8: precies" not in added
    assert Groups(data).counts(Groups(data).find("West")) == {"wijkcoach": 2}
    well("groep", "maak", "Oost")
    told = refused("groep", "voegtoe", "Oost", "g.csv")
    assert "g.csv, formulieren 9 en 8: precies dit formulier zit al in groep ‘West’" in told


def test_old_paper_in_a_next_wave_does_not_count_unless_that_is_asked_for(tmp_path, data, real):
    items = [item.id for item in real.asked.items if not item.only and not item.needs_meeting][:12]
    rows = [f"{nth};{'wijkcoach' if nth < 6 else 'jongerenwerker'}" for nth in range(13)]
    chance = Random(1)
    rows = [row + "".join(f";{chance.randint(1, 5)}" for _item in items) for row in rows]
    head = ";".join(("respondent", "partij", *items))
    (tmp_path / "f.csv").write_text("\n".join((head, *rows[:12])), encoding="utf-8")
    well("groep", "maak", "West")
    well("groep", "voegtoe", "West", "f.csv")
    well("groep", "onthul", "West", "--ja")
    well("groep", "meting", "West")

    (tmp_path / "f.csv").write_text("\n".join((head, *rows)), encoding="utf-8")
    added = well("groep", "voegtoe", "West", "f.csv")
    assert added.startswith("Deze formulieren tellen niet mee.")  # above what was added
    assert f"\n  3  f.csv, formulier 2 (meting 1 van {datum(today())})\n" in added
    assert "Geef het nummer met ‘--ook-eerder’." in added
    assert "Meting 2 heeft 1 antwoord " in added
    more = well("groep", "voegtoe", "West", "f.csv", "--ook-eerder", "3", "--ook-eerder", "12", "--ook-eerder", "99")
    assert "2 antwoorden toegevoegd." in more
    assert "Nummer 99 staat niet in de lijst" in more
    assert "\n  3  f.csv" not in more
    assert "Meting 2 heeft 3 antwoorden" in more
    told = refused("groep", "onthul", "West", "--ja")
    assert "Bij de hele groep zijn minder dan 5 antwoorden nieuw." in told
    assert Groups(data).find("West").wave.phase == "verzamelen"


def test_a_file_and_a_code_of_one_self_test_count_once(data, finished, real):
    from samenspel.exchange.code import decode

    well("groep", "maak", "West")
    code, stored = well("code").splitlines()[0], Groups(data).find("West")
    Groups(data).add(stored.id, [decode(real, code)])
    well("delen", "-o", "a.json")
    told = refused("groep", "voegtoe", "West", "a.json")
    assert "a.json: precies deze antwoorden zitten al in deze meting, als code." in told
    well("groep", "neemterug", "West", *code.split("-"))  # as it was written down, in groups
    assert "1 antwoord toegevoegd" in well("groep", "voegtoe", "West", "a.json")
    assert "zit al in deze meting. Het telt" in well("groep", "voegtoe", "West", "a.json")
    well("groep", "onthul", "West", "--ja")
    well("groep", "meting", "West")
    Groups(data).add(stored.id, [decode(real, code)])
    assert "dit antwoord zat al in meting 1" in refused("groep", "voegtoe", "West", "a.json")


def test_a_response_is_taken_back_by_its_file_or_its_code_too(files, data, finished):
    well("groep", "maak", "West")
    well("groep", "voegtoe", "West", "antwoorden")
    well("groep", "neemterug", "West", "antwoorden/samenspel-antwoord-0.json")
    stored = Groups(data).find("West")
    assert Groups(data).counts(stored) == {"wijkcoach": 5, "jongerenwerker": 2}
    assert "geen goede code" in refused("groep", "neemterug", "West", "ABC\x1b[31m")
    code = well("code").splitlines()[0]
    assert "geen antwoord met dit kenmerk" in refused("groep", "neemterug", "West", code)
    assert "is er niet" in refused("groep", "neemterug", "West", "weg.json")


def test_sharing_tells_what_is_in_the_file_and_who_could_read_it(data, finished, tmp_path, real):
    told = well("delen")
    path = next(tmp_path.glob("samenspel-antwoord-*.json"))
    share_id = SelfTests(data).read(finished.id).share_id
    for said in (str(path), share_id, "Erin staan", "Niet erin", "Wie dit bestand in handen krijgt, kan het lezen"):
        assert said in told
    content = path.read_bytes()
    assert json.loads(content)["id"] == share_id
    well("delen", finished.id, "-o", "nog-eens.json")
    assert (tmp_path / "nog-eens.json").read_bytes() == content  # handed over twice it is the same
    well("groep", "maak", "West")
    assert "1 antwoord toegevoegd" in well("groep", "voegtoe", "West", "nog-eens.json")
    assert "zit al in deze meting" in well("groep", "voegtoe", "West", str(path))
    well("groep", "maak", "Oost")
    assert "zit al in groep ‘West’. Een antwoord hoort bij één groep." in refused("groep", "voegtoe", "Oost", str(path))


def test_a_code_tells_what_is_in_it(finished, real):
    from samenspel.exchange.code import decode

    told = well("code", finished.id)
    code = told.splitlines()[0]
    entry = decode(real, code)
    assert len(code) == 10 * 5 + 9
    assert entry.id in told
    assert "alle open antwoorden" in told
    assert "Wie deze code heeft, kan uw antwoorden lezen" in told


@pytest.mark.parametrize("command", ["delen", "code"])
def test_what_is_not_finished_is_not_handed_over(command, data, real):
    assert "nog geen zelftest" in refused(command)
    session = Session.start(SelfTests(data), real, "kort", NOW)
    session.answer("wijkcoach", NOW)
    assert "nog niet af" in refused(command)
    assert "nog niet af" in refused(command, session.selftest.id)
    assert "Er is geen zelftest" in refused(command, "20260101-000000-aaaa")
    session.finish(NOW)
    assert "geen enkele stelling beantwoord" in refused(command)
    assert SelfTests(data).read(session.selftest.id).share_id == ""


def test_my_data_tells_of_groups_in_numbers(files):
    well("groep", "maak", "West")
    well("groep", "voegtoe", "West", "antwoorden")
    told = well("gegevens", "toon")
    assert "West – meting 1: 8 antwoorden, verzamelt antwoorden; minimum 5" in told
    assert "groep ‘West’: 3 bestanden" in told
    assert f"{1:032x}" not in told


def test_a_damaged_group_is_told_and_can_be_erased(data):
    well("groep", "maak", "West")
    well("groep", "maak", "Oost")
    west = Groups(data).find("West")
    (data / "groepen" / west.id / "groep.json").write_text("{")
    listed = call("groep", "lijst")
    assert listed.exit_code == 0
    assert "Oost" in listed.stdout
    assert f"groep wis {west.id}" in listed.stderr
    for asked in (("groep", "uitslag", "West"), ("voorlichting", "--groep", "West", "--html")):
        told = call(*asked)
        assert told.exit_code == 1
        assert "Er is geen groep ‘West’. Misschien is het deze." in told.stderr
        assert f"groep wis {west.id}" in told.stderr
    assert "niet te lezen" in well("gegevens", "toon")
    assert "is gewist" in well("groep", "wis", west.id, "--ja")
    assert call("groep", "lijst").stderr == ""


def test_a_group_with_another_questionnaire(tmp_path, small, data):
    folder = write_questionnaire(tmp_path / "klein", small)
    made = run("groep", "maak", "Markt", "--vragenlijst", str(folder), "--verwacht", "bakker=5", data=data)
    assert made.returncode == 0, made.stderr
    assert "bakkers" in made.stdout
    (tmp_path / "f.csv").write_text("respondent;partij;rol-eigen\n1;bakker;4\n", encoding="utf-8")
    added = run("groep", "voegtoe", "Markt", str(tmp_path / "f.csv"), data=data)
    assert "1 antwoord toegevoegd" in added.stdout, added.stderr


@pytest.fixture
def spoken(data, real):
    """A revealed group of eight, each of whom shared an open answer, which nobody has read."""
    groups = Groups(data)
    stored = groups.create(Group("West", 5), real, NOW.date())
    items = {item.id: 4 for item in real.asked.items if not item.only}
    entries = [
        Entry(
            new_response_id(),
            contribution(
                real, Response(party="wijkcoach", answers=items, open={"toe-goed": f"Fatma {n}"}, shared=("toe-goed",))
            ),
        )
        for n in range(8)
    ]
    groups.add(stored.id, entries)
    groups.reveal(stored.id, NOW.date())
    return groups, stored


def test_open_answers_that_nobody_read_stay_out_of_the_report_without_a_terminal(spoken, tmp_path):
    done = call("groep", "rapport", "West", "-o", "r.html")
    assert done.exit_code == 0
    assert done.stderr == "Open antwoorden staan er niet in: niemand las ze eerst. Zie ‘--open-antwoorden’.\n"
    report = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Fatma" not in report
    assert "De open antwoorden staan hier niet in." in report
    assert "Niemand koos ervoor" not in report


def test_open_answers_come_in_the_report_when_that_is_said_or_they_were_read(spoken, tmp_path):
    groups, stored = spoken
    done = call("groep", "rapport", "West", "-o", "anders.html", "--open-antwoorden")
    assert done.stderr == ""
    groups.update_wave(stored.id, 1, lambda wave: replace(wave, read_first=True))
    assert call("groep", "rapport", "West", "-o", "gelezen.html").stderr == ""
    for name in ("anders.html", "gelezen.html"):
        assert "Fatma 7" in (tmp_path / name).read_text(encoding="utf-8")
