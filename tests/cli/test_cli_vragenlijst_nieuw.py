"""``vragenlijst nieuw``: a whole questionnaire for two other parties, which works everywhere at once."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from samenspel.authoring import load
from samenspel.authoring.derive import Names
from samenspel.authoring.lint import check
from samenspel.authoring.names import WrongNameError, about, meeting, name, party, slug
from samenspel.cli import cli
from samenspel.presenting.deck import deck
from samenspel.report.document import Paragraph
from samenspel.report.handouts import handouts, overview
from samenspel.report.text import render as text_of

GIVEN = (
    *("--partij", "leraar/leraren", "--partij", "het wijkteamlid/wijkteamleden"),
    *("--overleg", "het zorgoverleg", "--voor", "het kind/kinderen"),
)


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def call(*args):
    return CliRunner().invoke(cli, [*map(str, args)])


@pytest.fixture
def made(data):
    done = call("vragenlijst", "nieuw", *GIVEN)
    assert done.exit_code == 0, done.output
    return data / "eigen-vragenlijsten" / "leraar-wijkteamlid"


def test_the_folder_is_whole_and_has_no_errors_or_warnings(made):
    assert sorted(path.name for path in made.iterdir()) == [
        "adviezen.yaml",
        "labels.yaml",
        "schema.json",
        "voorlichting.yaml",
        "vragenlijst.yaml",
    ]
    assert [path.name for path in made.parent.iterdir()] == ["leraar-wijkteamlid"]
    checked = check(made)
    assert checked.warnings == ()
    asked = checked.questionnaire.asked
    assert (asked.id, asked.version) == ("leraar-wijkteamlid", "1.0.0")
    assert [(p.id, p.singular, p.plural) for p in asked.parties] == [
        ("leraar", "leraar", "leraren"),
        ("wijkteamlid", "wijkteamlid", "wijkteamleden"),
    ]
    assert len(asked.items) == 48
    assert "zoals het zorgoverleg?" in asked.context.meeting.text
    assert "wat het beste is voor het kind." in checked.questionnaire.item("bel-voor-wie").text
    helps = {label.name: label.help for label in checked.labels["toe-goed"]}
    assert helps["een gezamenlijk belang"].endswith("voor het kind.")
    assert helps["het overleg"].endswith("zoals het zorgoverleg.")


def test_the_comments_come_along_and_point_at_the_schema(made):
    for path in made.glob("*.yaml"):
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        assert first.startswith("# yaml-language-server: $schema=schema.json")
        assert sum(line.startswith("#") for line in lines) > 5
    text = (made / "vragenlijst.yaml").read_text(encoding="utf-8")
    assert "Een leraar leest" in text
    slides = (made / "voorlichting.yaml").read_text(encoding="utf-8")
    before, example = slides.split("#presentatie:")
    own = "\n".join(line.removeprefix("#") for line in f"#presentatie:{example}".splitlines())
    (made / "voorlichting.yaml").write_text(before + own, encoding="utf-8")
    assert [slide.id for slide in load(made).education.slides] == ["opening", "grenzen", "wat-als"]
    card = "\n".join(line.removeprefix("#") for line in text.splitlines() if line.startswith(("#  - id: k", "#    ")))
    (made / "vragenlijst.yaml").write_text(text.replace("rolkennis: []", f"rolkennis:\n{card}"), encoding="utf-8")
    assert [found.id for found in load(made).asked.cards] == ["kennis-welkom"]


def test_it_says_that_nothing_was_researched_for_these_parties(made):
    questionnaire = load(made)
    unknown = "Voor leraren en wijkteamleden is niets onderzocht."
    assert {advice.evidence_weight for advice in questionnaire.advices} == {0.1}
    assert unknown in next(page.body.text for page in deck(questionnaire).pages if page.title == "Wat weten wij niet?")
    assert unknown in " ".join(block.text for block in overview(questionnaire).blocks if isinstance(block, Paragraph))
    assert unknown in text_of(handouts(questionnaire)["notities"], width=2000)
    comments = (made / "adviezen.yaml").read_text(encoding="utf-8")
    assert "0.1 = voor uw partijen niet onderzocht" in comments
    slides = (made / "voorlichting.yaml").read_text(encoding="utf-8")
    assert "Drukt u op n? Dan ziet de zaal dit ook." in slides
    assert "ook met kinderen" in questionnaire.education.theories[0].text


def test_it_works_at_once(made, tmp_path):
    rows = "respondent;partij;rol-eigen;rol-ander;rel-kennen;rel-vertrouwen\n1;leraar;1;2;1;2\n"
    (tmp_path / "f.csv").write_text(rows, encoding="utf-8")
    for args in (
        ("verwerk", "f.csv", "--vragenlijst", made.name, "-o", "uit"),
        ("vragenlijst", "papier", made.name),
        ("voorlichting", "--vragenlijst", made.name, "--uitdelen", "-o", "uitdelen"),
        ("groep", "maak", "west", "--vragenlijst", made.name),
        ("vragenlijst", "vergelijk", "samenwerking-jeugd", made.name),
    ):
        done = call(*args)
        assert done.exit_code == 0, (args, done.output)
    assert (tmp_path / "uit" / "1.pdf").exists()


def test_lines_end_between_words(data, monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    lines = call("vragenlijst", "nieuw", *GIVEN).stdout.splitlines()
    assert "Klopt een naam niet? Wis dan" in lines
    assert lines[lines.index("Klopt een naam niet? Wis dan") + 1] == "deze map en begin opnieuw."
    assert "  een wijkteamlid, het" in lines


def test_what_is_there_stays(made):
    done = call("vragenlijst", "nieuw", *GIVEN)
    assert done.exit_code == 1
    assert "bestaat al. Geef die map eerst een andere naam, of kies met -o een andere plek." in done.stderr
    done = call("vragenlijst", "nieuw", *GIVEN, "-o", "elders/mijn")
    assert done.exit_code == 0
    assert load(Path("elders/mijn")).id == "leraar-wijkteamlid"


def test_a_built_in_id_is_not_taken(data):
    given = ("--partij", "school/scholen", "--partij", "wijkteam/wijkteams", *GIVEN[4:])
    done = call("vragenlijst", "nieuw", *given)
    assert done.exit_code == 0
    assert (data / "eigen-vragenlijsten" / "school-wijkteam-eigen").is_dir()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), "Geef twee keer --partij"),
        (GIVEN[:6], "Geef twee keer --partij"),
        ((*GIVEN, "--partij", "kok/koks"), "Geef twee keer --partij"),
        (("--partij", "leraar", *GIVEN[2:]), "Schrijf één en meer met een schuine streep ertussen"),
        (("--partij", "a: b/c", *GIVEN[2:]), "--partij ‘a: b/c’ kan zo niet: In ‘a: b’ mag ‘:’ niet."),
        (("--partij", "{ander}/x", *GIVEN[2:]), "In ‘{ander}’ mogen ‘{’ en ‘}’ niet. Gebruik letters, cijfers"),
        (("--partij", "Artsen/LERÁREN", *GIVEN[:2], *GIVEN[4:]), "hetzelfde meervoud: ‘leraren’. Geef elke partij"),
        ((*GIVEN[:2], "--partij", "arts/de Léraren", *GIVEN[4:]), "--partij ‘arts/de Léraren’ kan zo niet: De twee"),
        (("--partij", "Een arts/artsen", *GIVEN[2:]), "Schrijf ‘arts’ zonder lidwoord: laat ‘Een’ weg."),
        (("--partij", "arts/de de artsen", *GIVEN[2:]), "Schrijf ‘artsen’ zonder lidwoord: laat ‘de’ weg."),
        ((*GIVEN[:7], "een kind/kinderen"), "--voor ‘een kind/kinderen’ kan zo niet: Schrijf ‘de kind’ of ‘het kind’"),
        ((*GIVEN[:5], "a & co", *GIVEN[6:]), "--overleg ‘a & co’ kan zo niet: In ‘a & co’ mag ‘&’ niet."),
        (("--partij", "wijkteamlid/w", *GIVEN[2:]), "dezelfde naam"),
        (("--partij", "andere rol/x", *GIVEN[2:]), "heeft al een vaste betekenis"),
        ((*GIVEN[:5], "geen", *GIVEN[6:]), "Noem dan het gesprek dat er het meest op lijkt, zoals ‘het koffie-uur’."),
        ((*GIVEN[:5], "Er is geen overleg.", *GIVEN[6:]), "Noem dan het gesprek dat er het meest op lijkt"),
        ((*GIVEN[:5], "zorgoverleg", *GIVEN[6:]), "Zet er ‘de’ of ‘het’ voor: ‘de zorgoverleg’ of ‘het zorgoverleg’."),
        ((*GIVEN[:5], "het a/b", *GIVEN[6:]), "Gebruik hier geen streep"),
        ((*GIVEN[:7], "kind/kinderen"), "Zet er ‘de’ of ‘het’ voor"),
    ],
)
def test_what_cannot_be(data, args, told):
    done = call("vragenlijst", "nieuw", *args)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not data.exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("arts & co/artsen", "In ‘arts & co’ mag ‘&’ niet. Gebruik letters, cijfers, spaties, ’ en -."),
        ("p.o.h./p.o.h.'s", "In ‘p.o.h.’ mag ‘.’ niet. Gebruik letters"),
        ("werker/werkers (wijk)", "In ‘werkers (wijk)’ mogen ‘(’ en ‘)’ niet. Gebruik letters"),
        ("a\u202eb/c", "In ‘a·b’ mag een onzichtbaar teken niet."),
        ("3e-lijns arts/artsen", "‘3e-lijns arts’ begint niet met een letter."),
        ("arts/artsen-", "‘artsen-’ eindigt niet met een letter of cijfer."),
        ("中/中", "In ‘中’ staat geen letter van a tot z."),
        ("x" * 41 + "/y", "heeft 41 tekens, hooguit 40 mag. Kies een kortere naam."),
        ("arts/artsen/dokters", "Hier staan 2 schuine strepen. Gebruik er één, zoals ‘leraar/leraren’."),
        ("/artsen", "Schrijf één en meer met een schuine streep ertussen"),
    ],
)
def test_it_says_what_is_wrong_with_a_name(typed, told):
    with pytest.raises(WrongNameError) as caught:
        name(typed)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "typed", ["zzp'er/zzp’ers", "POH-GGZ/POH-GGZ's", "Één/twee", "eenling/eenlingen", "x" * 40 + "/y"]
)
def test_these_names_may_be_used(typed):
    found = name(typed)
    assert f"{found.singular}/{found.plural}" == typed


def test_names():
    assert (name("het kind/kinderen").article, name("De ouder / ouders").singular) == ("het", "ouder")
    assert slug("Réclasseerder's hulp") == "reclasseerder-s-hulp"
    for bad in ("", "/", "a/", "x" * 41 + "/y", "1e/2e", "a\nc/b", "\u202e/b", "中/中"):
        with pytest.raises(WrongNameError):
            name(bad)
    assert name("de ouder/de ouders") == name("ouder/ouders")
    assert name("maatje/maatjes") == name("het maatje/maatjes")
    pair = (party("jongere/jongeren"), party("wijkcoach/wijkcoaches"))
    made = Names(pair, meeting("de weegtafel"), about("de ouder/ouders"))
    assert made.id == "jongere-wijkcoach"
    assert Names(made.parties, made.meeting, made.about, taken=(made.id,)).id == "jongere-wijkcoach-eigen"


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a terminal of Unix")
def test_at_a_terminal_it_asks(data, tmp_path):
    import pexpect

    from commands import at_terminal

    child = at_terminal("vragenlijst", "nieuw", "--partij", "leraar/leraren", data=data, size=(100, 24))
    child.expect("Met Ctrl.C stopt u")
    child.expect("tweede partij")
    child.send("leraar/leraren\r")
    child.expect("dezelfde naam")  # at once, not after all has been asked
    child.send("wijkteamlid\r")  # a field that was refused begins anew
    child.expect("streep ertussen")
    child.send("het wijkteamlid/wijkteamlid\r")
    child.expect("overleg")
    child.send("zorgoverleg\r")
    child.expect("Zet er")
    child.send("het zorgoverleg\r")
    child.expect("Voor wie")
    child.send("het kind/kinderen\r")
    child.expect("Let op: één en meer zijn hier hetzelfde")
    child.expect("een kind, het kind, de kinderen")
    child.expect("Klopt dit")
    assert not (data / "eigen-vragenlijsten").exists()
    child.send("nee\r")
    for asked, typed in (
        ("eerste partij", "leraar/leraren"),
        ("tweede partij", "het wijkteamlid/wijkteamleden"),
        ("Hun overleg", "het zorgoverleg"),
        ("Voor wie", "het kind/kinderen"),
        ("Klopt dit", "ja"),
    ):
        child.expect(asked)
        child.send(f"{typed}\r")
    child.expect("staat in deze map")
    child.expect("samenspel vragenlijst controleer leraar-wijkteamlid")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert load(data / "eigen-vragenlijsten" / "leraar-wijkteamlid").party("wijkteamlid").plural == "wijkteamleden"
    again = at_terminal("vragenlijst", "nieuw", *GIVEN[:4], data=data, size=(100, 24))
    again.expect("bestaat al")  # before the other questions
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 1
