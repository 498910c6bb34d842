"""Groups that are strange, and folders with strange things in them, through every command of a group."""

import json
import sys
import zipfile

import pytest
from click.testing import CliRunner

from samenspel.cli import cli
from samenspel.exchange.code import CodeError, decode, encode
from samenspel.exchange.handover import to_file
from samenspel.response import Response

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def call(*args):
    done = CliRunner().invoke(cli, args)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def well(*args):
    done = call(*args)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def result(tmp_path, real):
    """Take a group through every command: so many of each party, all with this answer; 0 where it is offered."""

    def every_command(coaches, workers, answer):
        items = [item.id for item in real.asked.items if answer or item.dont_know]
        parties = ["wijkcoach"] * coaches + ["jongerenwerker"] * workers
        rows = [";".join([str(n), party, *[str(answer)] * len(items)]) for n, party in enumerate(parties)]
        (tmp_path / "f.csv").write_text("\n".join([";".join(["respondent", "partij", *items]), *rows, ""]))
        well("groep", "maak", "West")
        well("groep", "voegtoe", "West", "f.csv")
        assert f"{len(parties)} antwoord" in well("groep", "onthul", "West", "--ja")
        assert "Deelnemers:" in well("groep", "uitslag", "West")
        for name in ("r.pdf", "r.html"):
            well("groep", "rapport", "West", "-o", name)
        for way in ("csv", "xlsx"):
            well("groep", "export", "West", "--naar", way, "-o", f"uit-{way}")
        return json.loads(well("groep", "uitslag", "West", "--json"))

    return every_command


def test_a_party_with_nobody(result):
    found = result(6, 0, 4)
    assert found["n"] == 6
    assert found["parties"]["wijkcoach"] == 6
    for one in (*found["dimensions"], *found["items"]):
        assert (one["parties"]["jongerenwerker"], one["gap"], one["gap_interval"]) == (None, None, None)
    assert {one["mean"] for one in found["dimensions"]} == {4.0}


def test_everybody_weet_ik_niet(result, real):
    found = result(6, 5, 0)
    offering = {item.id for item in real.asked.items if item.dont_know}
    for one in found["items"]:
        assert (one["n"], one["mean"], one["counts"]) == (0, None, None)
        assert one["unknown"] == (11 if one["id"] in offering else None)
    for one in found["dimensions"]:
        assert (one["n"], one["mean"], one["unclear"]) == (0, None, 1.0)
    assert found["advice"]  # not knowing is itself a finding


def test_one_person(result):
    found = result(1, 0, 2)
    assert (found["n"], found["parties"]["wijkcoach"], found["advice"]) == (1, None, [])
    assert {"what": "group", "id": None, "party": None, "why": "minimum"} in found["suppressed"]
    for one in (*found["dimensions"], *found["items"]):
        figures = [
            one.get(key) for key in ("mean", "sd", "agreement", "counts", "unknown", "unclear", "gap", "difference")
        ]
        assert figures == [None] * 8


def test_all_answers_equal(result, real):
    found = result(6, 5, 4)
    only = {item.id for item in real.asked.items if item.only}
    for one in found["items"]:
        assert (one["mean"], one["sd"], one["counts"]) == (4.0, 0.0, None)
        gap = (None, None, None) if one["id"] in only else (0.0, [0.0, 0.0], "geen")
        assert (one["gap"], one["gap_interval"], one["difference"]) == gap
    for one in found["dimensions"]:
        assert (one["mean"], one["sd"], one["agreement"], one["difference"]) == (4.0, 0.0, "eens", "geen")
        assert {*one["agreement_parties"].values()} == {"eens"}
    assert {row["why"] for row in found["suppressed"] if row["what"] == "item"} >= {"unanimous"}


def test_too_few_of_the_parties_is_said_in_the_same_words_whatever_makes_it_so(tmp_path):
    few = (
        "Van de twee partijen deden samen minder dan 5 mensen mee: er zal geen enkel cijfer te zien zijn. "
        "Verzamel eerst meer antwoorden."
    )
    others, coaches = ["andere-rol"] * 4, ["wijkcoach"] * 4
    for answer, (name, parties) in enumerate({"Anders": others, "Klein": coaches, "Beide": others + coaches}.items()):
        rows = [f"{n};{party};{1 + n % 5};{1 + answer}" for n, party in enumerate(parties)]
        (tmp_path / "f.csv").write_text("\n".join(["respondent;partij;rol-ander;rol-eigen", *rows, ""]))
        well("groep", "maak", name)
        well("groep", "voegtoe", name, "f.csv")
        done = call("groep", "onthul", name, "--ja")
        assert few in done.output
        assert "nog geen antwoorden" not in done.output
    refused = call("groep", "onthul", "Anders", "--ja")
    assert (refused.exit_code, refused.stdout, refused.stderr) == (1, "", f"Fout: {few}\n")


@posix
def test_strange_things_in_a_folder_are_told_and_what_is_good_counts(tmp_path, real, small):
    folder = tmp_path / "antwoorden"
    folder.mkdir()
    good = to_file(real, Response(party="wijkcoach", answers={"rol-eigen": 4}), "1" * 32)
    (folder / "samenspel-antwoord-goed.json").write_bytes(good)
    (folder / "samenspel-antwoord-anders.json").write_bytes(to_file(small, Response(party="bakker"), "2" * 32))
    (folder / "samenspel-antwoord-link.json").symlink_to("samenspel-antwoord-goed.json")
    with zipfile.ZipFile(folder / "samenspel-antwoord-zip.json", "w") as archive:
        archive.writestr("a.json", good)
    with (folder / "samenspel-antwoord-groot.json").open("wb") as file:
        file.truncate(1_000_000_000)
    (folder / "vakantie.jpg").write_bytes(bytes(1000))
    (tmp_path / "leeg").mkdir()
    well("groep", "maak", "West")
    done = call("groep", "voegtoe", "West", "antwoorden", "leeg")
    assert done.exit_code == 1
    assert "1 antwoord toegevoegd." in done.stdout
    assert "1 ander bestand overgeslagen: geen formulier of antwoord van samenspel (vakantie.jpg)." in done.stdout
    assert "Meting 1 heeft 1 antwoord" in done.stdout
    told = done.stderr.splitlines()
    assert told[0] == "Fout: Dit is niet toegevoegd:"
    for name, why in (
        ("samenspel-antwoord-anders.json", "dit hoort bij een andere vragenlijst"),
        ("samenspel-antwoord-link.json", "dit is een snelkoppeling"),
        ("samenspel-antwoord-zip.json", "dit is geen antwoord van samenspel|dit bestand is veranderd"),
        ("samenspel-antwoord-groot.json", "dit bestand is te groot"),
        ("leeg", "in deze map staan geen antwoorden"),
    ):
        assert any(line.startswith(tuple(f"  {name}: {one}" for one in why.split("|"))) for line in told), name
    assert len(told) == 6


def test_one_file_more_than_may_be_is_too_many_to_be_responses(tmp_path):
    folder = tmp_path / "veel"
    folder.mkdir()
    for number in range(5001):
        (folder / f"{number}.json").touch()
    well("groep", "maak", "West")
    done = call("groep", "voegtoe", "West", "veel")
    assert done.exit_code == 1
    assert "veel: in deze map staan 5001 bestanden, hooguit 5000 mag. Kies een andere map." in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_control_characters_in_a_name_are_not_kept_and_do_not_come_out(data):
    made = well("groep", "maak", "We\x1b[31mst\u202e\n")
    assert "De groep ‘We[31mst’ is gemaakt." in made
    assert "heet nu ‘Oost’" in well("groep", "hernoem", "We[31mst", "O\x07ost")
    assert "\x1b" not in made + well("groep", "lijst")


def test_a_code_of_another_questionnaire_takes_no_response_back(real, small):
    other = encode(small, Response(party="bakker", answers={"rol-eigen": 4}))
    with pytest.raises(CodeError, match="andere vragenlijst"):
        decode(real, other)
    well("groep", "maak", "West")
    done = call("groep", "neemterug", "West", other)
    assert done.exit_code == 1
    assert "andere vragenlijst" in done.stderr
