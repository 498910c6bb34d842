"""``vragenlijst controleer``, ``schema`` and ``map``: for a trainer who makes a questionnaire."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import run
from samenspel.cli import cli
from samenspel.storage import preferences

ROOT = Path(__file__).parents[2]
KLEIN = ROOT / "tests" / "authoring" / "klein"
BIG = ROOT / "questionnaires" / "samenwerking-jeugd"


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def call(*args):
    return CliRunner().invoke(cli, ["vragenlijst", *map(str, args)])


def own(data, source, name):
    return Path(shutil.copytree(source, data / "eigen-vragenlijsten" / name))


def test_a_sound_one(data):
    done = call("controleer", "samenwerking-jeugd")
    assert done.exit_code == 0
    assert done.stderr == ""
    first, labels, figures, remedy, trial, bands, advices = done.stdout.splitlines()
    assert first.startswith("samenwerking-jeugd 1.1.0: geen fouten. (")
    assert labels == "Labels om mee te beginnen: 31, bij 4 open vragen."
    assert figures.startswith("Cijfers: bij ")
    assert figures.endswith(" staat de bron van Enschede (2016), bij 0 een eigen bron.")
    assert "Zet er dan een eigen ‘bron’ en ‘grens’ bij." in remedy
    assert "Proefronde met " in trial
    assert "knelpunt, aandachtspunt en sterk" in bands
    assert "elk advies kan bij de eerste vijf komen (23)" in advices
    assert not data.exists()


def test_warnings_are_no_errors(data):
    done = call("controleer", KLEIN, KLEIN)
    assert done.exit_code == 0
    assert done.stdout.count("Eén ding kan beter:") == 1
    assert "  vragenlijst.yaml:38:9: Dimensie ‘rel’" in done.stdout


def test_the_errors_of_each_path_at_once(data, tmp_path):
    for name in ("a", "b"):
        folder = Path(shutil.copytree(KLEIN, tmp_path / name))
        path = folder / "adviezen.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("rel-kennen: 1", "rel-kenen: 11"), encoding="utf-8")
    done = call("controleer", "a", KLEIN, "b", "bestaatniet")
    assert done.exit_code == 1
    assert "Er zijn 5 fouten." in done.stderr
    for name in ("a", "b"):
        assert done.stderr.count(f"{Path(name) / 'adviezen.yaml'}:13:") == 2
    assert "bestaatniet: Deze vragenlijst bestaat niet." in done.stderr
    assert "klein 1.0.0: geen fouten." in done.stdout


def test_two_hundred_errors_are_all_told(data, tmp_path):
    folder = Path(shutil.copytree(BIG, tmp_path / "veel"))
    for name in ("vragenlijst.yaml", "adviezen.yaml"):
        text = (folder / name).read_text(encoding="utf-8")
        for key in ("onderwerp", "gesprek", "voorwaarde", "tijd", "wie", "blijvend"):
            text = text.replace(f"    {key}: ", f"    {key[:-1]}x: ")
        (folder / name).write_text(text, encoding="utf-8")
    done = call("controleer", folder)
    assert done.exit_code == 1
    assert done.stderr.count(" hoort hier niet.") == 229
    assert "Er zijn 229 fouten." in done.stderr


def test_ten_megabytes_are_one_line_and_not_read(data, tmp_path):
    folder = Path(shutil.copytree(KLEIN, tmp_path / "groot"))
    with (folder / "adviezen.yaml").open("a", encoding="utf-8") as file:
        file.write("# een regel die niets zegt\n" * 400_000)
    assert (folder / "adviezen.yaml").stat().st_size > 10_000_000
    done = call("controleer", folder)
    assert done.exit_code == 1
    told = f"{folder / 'adviezen.yaml'}: Dit bestand is te groot. Hooguit 2 MB mag."
    assert done.stderr == f"Er is 1 fout.\nFout: {told}\n"


def test_without_a_path(data):
    assert call("controleer").exit_code == 2


def test_names_that_steer_a_terminal_are_shown_as_text(data, tmp_path):
    folder = Path(shutil.copytree(KLEIN, tmp_path / "a\x1b[31mb"))
    done = call("controleer", folder)
    assert done.exit_code == 0
    assert "\x1b" not in done.output


def test_schema_is_the_file(data):
    assert call("schema").stdout == (ROOT / "questionnaires" / "schema.json").read_text(encoding="utf-8")


def test_the_folder_is_made_and_told(data):
    folder = data / "eigen-vragenlijsten"
    for _again in range(2):
        done = call("map")
        assert done.exit_code == 0
        assert done.stdout == f"{folder}\n"
        assert folder.is_dir()
        assert done.stderr == ""
    own(data, KLEIN, "mijn")
    own(data, BIG, "samenwerking-jeugd")
    done = call("map")
    assert done.stdout == f"{folder}\n"
    assert "  mijn\n" in done.stderr
    assert "  samenwerking-jeugd (gaat voor de meegeleverde vragenlijst)\n" in done.stderr


def test_a_file_in_the_way_of_the_folder(data):
    data.mkdir()
    (data / "eigen-vragenlijsten").write_text("x", encoding="utf-8")
    done = call("map")
    assert done.exit_code == 1
    assert "is een bestand" in done.stderr


def test_an_own_one_is_found_by_its_id(data):
    own(data, KLEIN, "mijn")
    done = call("controleer", "mijn")
    assert done.exit_code == 0
    assert "klein 1.0.0: geen fouten." in done.stdout
    assert done.stderr == ""
    assert "mijn" in call("controleer", "mijm").stderr


def test_an_own_one_goes_before_a_built_in_one_and_that_is_said(data):
    folder = own(data, KLEIN, "samenwerking-jeugd")
    done = call("controleer", "samenwerking-jeugd")
    assert "klein 1.0.0: geen fouten." in done.stdout
    assert done.stderr == (
        f"Let op: dit is uw eigen vragenlijst ‘samenwerking-jeugd’, niet de meegeleverde. Die van u staat in {folder}\n"
    )


def test_a_self_test_takes_an_own_one(data):
    own(data, KLEIN, "mijn")
    done = run("vragenlijst", "papier", "mijn", data=data, cwd=data)
    assert done.returncode == 0, done.stderr
    assert (data / "samenspel-formulier-klein.pdf").exists()


def test_a_copy_with_the_id_of_one_that_comes_along_is_warned_of(data):
    own(data, BIG, "mijn")
    done = call("controleer", "mijn")
    assert done.exit_code == 0
    assert "Eén ding kan beter:" in done.stdout
    assert "De id ‘samenwerking-jeugd’ is al van een meegeleverde vragenlijst. Geef uw vragenlijst" in done.stdout


def chosen(data, key):
    preferences.keep(data, questionnaire=key)


def test_the_one_that_was_chosen_is_asked_and_presented_and_another_may_be_named(data):
    chosen(data, "school-wijkteam")
    asked = run("zelftest", "--regel", data=data, typed="q\n").stdout
    assert asked.startswith("Zelftest school en wijkteam\n")
    assert "wijkcoach" not in asked
    named = run("zelftest", "--regel", "--vragenlijst", "samenwerking-jeugd", data=data, typed="q\n").stdout
    assert named.startswith("Zelftest samenwerking in de wijk\n")
    done = CliRunner().invoke(cli, ["voorlichting", "--uitdelen"])
    assert done.output.startswith("Vragenlijst: Zelftest school en wijkteam\n")
    assert (data.parent / "voorlichting-school-wijkteam").is_dir()


def test_the_one_that_was_chosen_has_errors(data):
    folder = own(data, KLEIN, "mijn")
    (folder / "adviezen.yaml").write_text("adviezen: [", encoding="utf-8")
    chosen(data, "eigen-vragenlijsten/mijn")
    for args in (["zelftest", "--regel"], ["voorlichting", "--uitdelen"]):
        done = CliRunner().invoke(cli, args)
        assert done.exit_code == 1
        assert "U koos de vragenlijst ‘mijn’. Niet te gebruiken: 1 fout. adviezen.yaml, regel " in done.stderr
        assert "Kijk met: samenspel vragenlijst controleer mijn\n" in done.stderr
        assert "--vragenlijst samenwerking-jeugd" in done.stderr
    kept = CliRunner().invoke(cli, ["gegevens", "toon"]).stdout
    assert "eigen-vragenlijsten/mijn – eigen vragenlijst; er staan geen antwoorden in. Niet te gebruiken: 1 f" in kept


def other(tmp_path, *changes):
    folder = Path(shutil.copytree(KLEIN, tmp_path / "nieuw"))
    for name, before, after in changes:
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after), encoding="utf-8")
    return folder


def test_compare_the_same(data):
    done = call("vergelijk", KLEIN, KLEIN)
    assert done.exit_code == 0
    assert done.stdout.endswith("Er is niets anders. Alle uitslagen zijn te vergelijken.\n")


def test_compare_two_versions(data, tmp_path):
    folder = other(
        tmp_path,
        ("vragenlijst.yaml", "versie: 1.0.0", "versie: 1.1.0"),
        ("vragenlijst.yaml", "    bij_overleg: true", "    bij_overleg: false"),
        ("vragenlijst.yaml", "{id: anders, tekst: iets anders}", "{id: feest, tekst: samen feesten}"),
        ("adviezen.yaml", "rel-kennen: 1", "rel-kennen: 1.5"),
        ("adviezen.yaml", "rijen: 2", "rijen: 3"),
    )
    done = call("vergelijk", KLEIN, folder)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Oud: klein 1.0.0. Nieuw: klein 1.1.0.",
        "",
        "Versie",
        "  Anders. Was ‘1.0.0’, is nu ‘1.1.0’",
        "",
        "Stellingen",
        "  Anders: rel-overleg, bij_overleg. Was ja, is nu nee",
        "",
        "Open vragen",
        "  Anders: toe-activiteiten, activiteiten.anders. Was ‘iets anders’, is nu niets",
        "  Anders: toe-activiteiten, activiteiten.feest. Was niets, is nu ‘samen feesten’",
        "",
        "Adviezen",
        "  Anders: meelopen, triggers.rel-kennen. Was 1, is nu 1,5",
        "  Anders: meelopen, werkblad.delen.",
        "",
        "Wat is nog te vergelijken?",
        "  ‘Relatie’: niet te vergelijken. Een andere groep mensen krijgt nu: rel-overleg.",
        "  Wel te vergelijken: ‘Rolduidelijkheid’.",
        "  Adviezen: niet te vergelijken. Dezelfde antwoorden kunnen nu een ander advies geven.",
        "  Uitslagen die er al zijn, veranderen niet mee. Die houden de vragenlijst van toen.",
    ]


def test_long_texts_are_shown_from_where_they_differ(data, tmp_path):
    long = "Dit is een heel lange uitleg die steeds maar doorgaat. " * 5
    before = other(tmp_path, ("adviezen.yaml", "wat: Maak er een vast moment van.", f"wat: {long}Einde een."))
    after = Path(shutil.copytree(before, tmp_path / "nieuwer"))
    text = (after / "adviezen.yaml").read_text(encoding="utf-8")
    (after / "adviezen.yaml").write_text(text.replace("Einde een.", "Einde twee."), encoding="utf-8")
    done = call("vergelijk", before, after)
    assert "Einde een.’, is nu ‘…" in done.stdout
    assert "Einde twee.’\n" in done.stdout


def test_compare_with_errors_in_both(data, tmp_path):
    folder = other(tmp_path, ("adviezen.yaml", "rel-kennen: 1", "rel-kenen: 1"))
    done = call("vergelijk", "bestaatniet", folder)
    assert done.exit_code == 1
    assert "bestaatniet: Deze vragenlijst bestaat niet." in done.stderr
    assert "‘rel-kenen’ bestaat niet." in done.stderr
    assert done.stdout == ""
    assert call("vergelijk", KLEIN).exit_code == 2


def test_own_ones_are_named_among_what_is_kept(data):
    own(data, KLEIN, "mijn")
    assert run("zelftest", "--regel", data=data, typed="q\n").returncode in {0, 1}
    assert CliRunner().invoke(cli, ["groep", "maak", "west"]).exit_code == 0
    done = CliRunner().invoke(cli, ["gegevens", "toon"])
    assert "  eigen-vragenlijsten/mijn – eigen vragenlijst; er staan geen antwoorden in\n" in done.stdout
