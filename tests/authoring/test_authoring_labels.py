"""``labels.yaml``: what it gives, what is told of it when it is wrong, and that it is no part of the questionnaire."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from samenspel.authoring import QuestionnaireError, find, load, load_labels
from samenspel.authoring.files import LABELS, NAMES, content_hash, copies, read_files
from samenspel.authoring.labels import parsed_labels
from samenspel.authoring.lint import check, in_words
from samenspel.authoring.shape import misfits
from samenspel.cli import cli
from samenspel.questionnaire.labels import LONGEST_HELP, LONGEST_NAME, MOST_LABELS, WITH_A_DIGIT, Label, SubLabel

REAL = ("samenwerking-jeugd", "school-wijkteam")


@pytest.fixture
def labels(klein):
    """``labels(text)``: what the small questionnaire begins with when this stands in its ``labels.yaml``."""
    questionnaire = load(klein)

    def read(text):
        (klein / LABELS).write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_labels(klein, questionnaire)

    return read


@pytest.fixture
def told(labels, klein):
    """``told(text)``: what is wrong with it, each as ``line:column: message remedy``."""

    def refused(text):
        with pytest.raises(QuestionnaireError) as caught:
            labels(text)
        return [str(problem).removeprefix(f"{klein / LABELS}:") for problem in caught.value.problems]

    return refused


def goed(*names, extra=""):
    """A file with these names at the one question that takes labels."""
    return "labels:\n  toe-goed:\n" + "".join(f"    - naam: {name}\n{extra}" for name in names)


def test_without_the_file_there_are_none(klein):
    assert load_labels(klein, load(klein)) == {}
    assert check(klein).labels == {}


def test_what_stands_in_it_is_given_in_its_order(labels):
    text = goed("de sfeer", "'[red]Rollen[/red] & <b>'", extra="      uitleg: Wat eronder valt.\n")
    text += "      sublabels: [{naam: wie, uitleg: Wie doet het}, {naam: Rollen}]\n"
    assert labels(text) == {
        "toe-goed": (
            Label("de sfeer", "Wat eronder valt."),
            Label(
                "[red]Rollen[/red] & <b>", "Wat eronder valt.", (SubLabel("wie", "Wie doet het"), SubLabel("Rollen"))
            ),
        )
    }


def test_it_is_no_part_of_the_questionnaire(labels, klein):
    before = load(klein)
    labels(goed("de sfeer"))
    assert load(klein) == before
    labels_too = read_files(klein, (*NAMES, LABELS))
    assert content_hash(labels_too) == content_hash(read_files(klein)) == before.hash


def test_what_is_wrong_with_it_does_not_stop_the_questionnaire(told, klein):
    assert told("labels: [") != []
    assert load(klein).id == "klein"


BLANK = "Deze tekst is leeg: er staan alleen spaties. Schrijf een tekst, of haal het weg."
SPACE = "Een naam mag niet met een spatie beginnen of eindigen. Haal die spatie weg."
TWICE = "komt twee keer voor. De eerste staat op regel 3. Kies hier een andere naam, of haal het weg."
ONE_LINE = "Hier hoort één regel zonder regeleinde. Zet het achter de dubbele punt."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (goed("de sfeer", "De  Sfeer"), [f"4:13: ‘De  Sfeer’ {TWICE}"]),
        (goed("de sfeer", '"de sfeer "'), [f"4:13: ‘de sfeer ’ {TWICE}", f"4:13: {SPACE} Bedoelde u ‘de sfeer’?"]),
        (
            goed("rollen", extra="      sublabels: [{naam: wie}, {naam: WIE}]\n"),
            ["4:39: ‘WIE’ komt twee keer voor. De eerste staat op regel 4. Kies hier een andere naam, of"],
        ),
        (goed('""'), ["3:13: De tekst bij ‘naam’ is leeg. Hier hoort tekst."]),
        (goed('"  "', '" "'), [f"3:13: {BLANK}", f"4:13: {BLANK}"]),
        (
            goed(""),
            ["3:12: Bij ‘naam’ hoort een tekst, maar hier staat niets. Schrijf de tekst achter de dubbele punt."],
        ),
        (goed("|\n        de\n        sfeer"), [f"3:13: {ONE_LINE}"]),
        (goed("de sfeer", extra='      uitleg: "Een.\\nTwee."\n'), [f"4:15: {ONE_LINE}"]),
        (goed('"de\\u202e sfeer"'), ["3:13: In deze tekst staat een onzichtbaar teken (U+202E). Haal het weg."]),
        (
            goed("😀"),
            ["3:13: Het teken ‘😀’ (U+1F600) kan niet in het rapport. Kies een gewoon teken, of"],
        ),
        (goed('"de {anderen}"'), ["3:13: In een label kan geen ‘{anderen}’ staan. Schrijf het in woorden."]),
        (
            goed("x" * (LONGEST_NAME + 1)),
            ["3:13: De tekst bij ‘naam’ is te lang: 61 tekens. Hooguit 60 tekens mag."],
        ),
        (
            goed("x", extra=f"      uitleg: {'x' * (LONGEST_HELP + 1)}\n"),
            ["4:15: De tekst bij ‘uitleg’ is te lang: 201 tekens. Hooguit 200 tekens mag."],
        ),
        (
            goed(*(f"label {number}" for number in range(200))),
            [f"3:5: Het aantal onderdelen bij ‘toe-goed’ klopt niet: 200. Er mogen er hooguit {MOST_LABELS} staan."],
        ),
        (goed("2016"), ["3:13: Bij ‘naam’ hoort een tekst, maar hier staat een getal. Zet de hele tekst tussen"]),
        (
            goed("x", extra="      tekst: y\n"),
            ["4:7: ‘tekst:’ hoort hier niet. Hier mag: uitleg, sublabels."],
        ),
        ("labels:\n  toe-goed: [de sfeer]\n", ["2:14: Bij onderdeel 1 van ‘toe-goed’ hoort een rijtje namen met"]),
        ("labels:\n  toe-goed:\n", ["2:12: Bij ‘toe-goed’ hoort een lijst, maar hier staat niets. Is de lijst leeg?"]),
        ("toe-goed: []\n", ["1:1: Hier ontbreekt ‘labels:’. Daar hoort: per", "1:1: ‘toe-goed:’ hoort hier niet."]),
        (
            "labels:\n  toe-goet: []\n",
            ["2:3: ‘toe-goet’ bestaat niet. Kies uit: toe-goed. Bedoelde u ‘toe-goed’?"],
        ),
        (
            "labels:\n  Toe Goed: []\n",
            ["2:3: De naam ‘Toe Goed’ mag zo niet. Gebruik kleine letters, cijfers, - en . zonder spaties. Bedoelde u"],
        ),
        (
            "labels:\n  toe-activiteiten: [{naam: x}]\n",
            ["2:3: Bij ‘toe-activiteiten’ kiest iemand activiteiten. Daar horen geen labels. Haal dit weg, met"],
        ),
        ("labels:\n  toe-goed: []\n  toe-goed: []\n", ["3:3: ‘toe-goed:’ staat hier twee keer."]),
        ("", ["1:1: Dit bestand is leeg. Schrijf er labels in, of haal het bestand weg."]),
        ("# niets\n", ["1:1: Dit bestand is leeg. Schrijf er labels in, of haal het bestand weg."]),
        ("labels: [\n", ["2:1: Een stuk tussen [ ] of { } is niet goed afgesloten. Sluit het af."]),
        (b"\xff\xfel\0a\0b\0", ["1:1: Dit bestand is niet opgeslagen als UTF-8, maar als UTF-16 (‘Unicode’)."]),
        (b"PK\x03\x04" + b"word/document.xml" * 9, ["1:1: Dit is een "]),
    ],
)
def test_each_fault_is_told_once_with_its_place_and_a_remedy(told, text, expected):
    found = told(text)
    assert len(found) == len(expected), found
    for one, beginning in zip(found, expected, strict=True):
        assert one.startswith(beginning), found


def test_all_faults_are_told_at_once_in_the_order_of_the_lines(told):
    text = "labels:\n  weg: []\n" + goed("a", "A", '" b"', extra="      help: x\n").removeprefix("labels:\n")
    assert [int(one.split(":")[0]) for one in told(text)] == [2, 5, 6, 7, 8, 9]


def test_a_file_that_is_too_large_or_no_file(labels, klein):
    with pytest.raises(QuestionnaireError, match=r"Dit bestand is te groot. Hooguit 2 MB mag."):
        labels("#" * 2_000_001)
    (klein / LABELS).unlink()
    (klein / LABELS).mkdir()  # then there is no such file
    assert load_labels(klein, load(klein)) == {}


# What controleer, vergelijk and the look for copies say of it. --------------------------------------------------------


def test_controleer_refuses_a_faulty_one_and_counts_a_sound_one(labels, klein, tmp_path):
    env = {"SAMENSPEL_DATA": str(tmp_path)}
    (klein / LABELS).write_text(goed("x", "X"), encoding="utf-8")
    done = CliRunner().invoke(cli, ["vragenlijst", "controleer", str(klein)], env=env)
    assert done.exit_code == 1
    assert "labels.yaml:4:13: ‘X’ komt twee keer voor." in done.stderr
    labels(goed("x", "y"))
    assert "Labels om mee te beginnen: 2, bij 1 open vraag." in in_words(check(klein))


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("labels: {}\n", 1, "Bij de open vraag ‘toe-goed’ staan geen labels. Zet ze erbij. Wilt u er geen? Schrijf"),
        ("labels:\n  toe-goed: []\n", 0, ""),
        (goed(*"abcdefghi"), 0, ""),
        (goed(*"abcdefghij"), 2, "Bij ‘toe-goed’ staan veel labels: 10. Met hooguit 9 kiest een groep elk label met"),
        (goed("de sfeer # van ons"), 3, "Deze tekst stopt vóór ‘# van ons’."),
        (goed("Ã©Ã©n team"), 3, "Hier zijn letters veranderd in vreemde tekens."),
    ],
)
def test_what_could_be_better_is_a_warning(labels, klein, text, line, expected):
    labels(text)
    found = [warning for warning in check(klein).warnings if Path(warning.file).name == LABELS]
    assert [warning.line for warning in found] == ([line] if line else [])
    assert all(expected in str(warning) for warning in found)


def test_a_copy_beside_it_is_told(labels, klein):
    labels("labels:\n  toe-goed: []\n")
    (klein / "labels-PC2.yaml").touch()
    assert copies(klein) == {LABELS: ["labels-PC2.yaml"]}
    assert f"{klein / LABELS}: Ernaast staat ‘labels-PC2.yaml’." in str(check(klein).warnings[-1])


def test_other_labels_make_no_new_version(labels, klein, tmp_path):
    labels(goed("a"))
    other = Path(shutil.copytree(klein, tmp_path / "anders"))

    def compared():
        done = CliRunner().invoke(cli, ["vragenlijst", "vergelijk", str(klein), str(other)])
        assert done.exit_code == 0
        return done.stdout.split("\n", 1)[1]

    assert compared() == "Er is niets anders. Alle uitslagen zijn te vergelijken.\n"
    (other / LABELS).write_text(goed("b"), encoding="utf-8")
    assert compared() == (
        "De labels zijn anders bij: toe-goed. Daarvoor hoeft de versie niet omhoog.\n"
        "Verder is er niets anders. Alle uitslagen zijn te vergelijken.\n"
    )


# The labels that come along. ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REAL)
def test_those_that_come_along_can_be_chosen_with_a_digit_and_name_no_party(name):
    questionnaire = load(find(name))
    scheme = load_labels(find(name), questionnaire)
    assert {"toe-goed", "toe-minder", "toe-tips"} <= {question for question, own in scheme.items() if own}
    assert max(map(len, scheme.values())) <= WITH_A_DIGIT
    said = [part for own in scheme.values() for label in own for part in (label, *label.sublabels)]
    assert all(part.help for part in said)
    parties = [word for party in questionnaire.asked.parties for word in (party.singular, party.plural)]
    text = " ".join(f"{part.name} {part.help}" for part in said)
    assert not [word for word in parties if word in text]
    assert not list(misfits(LABELS, parsed_labels(find(name))[LABELS].data))  # an editor says the same
    assert not any(map(str.isdigit, text))  # a figure of the study would need its source
