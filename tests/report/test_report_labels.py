"""Open answers under their labels in the group's report, and the same counts in its tables."""

import csv
import io

import pytest
from msgspec.structs import replace

from group_waves import DAY, people, wave_of
from samenspel.exchange.give.group_tables import export_csv, export_xlsx
from samenspel.group.model import Group
from samenspel.labelling.model import Attached, Labelling
from samenspel.labelling.scheme import Labelled, schemes
from samenspel.questionnaire.labels import Label, SubLabel
from samenspel.report import document as d
from samenspel.report import pdf
from samenspel.report.groups.account import voices
from samenspel.report.groups.report import group_report

GROUP = Group("Wijkteam West", 5)
SCHEME = (
    Label("de sfeer", "Hoe het voelt.", (SubLabel("humor"), SubLabel("rust"))),
    Label("<b>[/]</b>"),
    Label("nooit gebruikt"),
)
ANSWERS = ("Wij lachen veel.", "Wij bellen.", "Rustig en gezellig.", "Wij bellen.", "Geen idee.", "Tja.")
FIRST = {
    "Wij lachen veel.": (Attached("de sfeer", "humor"),),
    "Rustig en gezellig.": (Attached("de sfeer", "rust"), Attached("<b>[/]</b>")),
    "Wij bellen.": (Attached("<b>[/]</b>"),),
    "Tja.": (Attached("de sfeer"),),
}
SECOND = {"Tja.": (Attached("<b>[/]</b>"),)}
UNSETTLED = (
    "4 van de 6 antwoorden staan onder een label. "
    "Over 1 antwoord zijn twee mensen het nog niet eens: dat telt nog niet mee. "
    "Vorige keer (meting 1) stond 1 van de 1 onder een label."
)
BEFORE = Labelled(
    Labelling({"toe-goed": SCHEME}, {"toe-goed": {"Oud.": (Attached("nooit gebruikt"),)}}), {"toe-goed": ("Oud.",)}, 1
)


@pytest.fixture(scope="module")
def wave(real):
    made = wave_of(real, people(9, 7))
    return replace(
        made, read_first=True, released=replace(made.released, open_answers={"toe-goed": ANSWERS}, activities={})
    )


@pytest.fixture(scope="module")
def told():
    now = Labelled(Labelling({"toe-goed": SCHEME}, {"toe-goed": FIRST}, {"toe-goed": SECOND}), {"toe-goed": ANSWERS}, 2)
    return schemes(now, BEFORE)


def test_the_answers_stand_under_their_labels_most_first(real, wave, told):
    blocks = voices(real, wave.released, schemes=told)
    said = [
        (block.text if isinstance(block, d.Heading | d.Paragraph) else block.items)
        for block in blocks
        if isinstance(block, d.Heading | d.Bullets) or (isinstance(block, d.Paragraph) and "label" in block.text)
    ]
    assert said[2:] == [
        UNSETTLED,
        "<b>[/]</b> – 3 antwoorden (vorige keer 0)",
        ("Wij bellen.", "Rustig en gezellig.", "Wij bellen."),
        "de sfeer – 2 antwoorden (vorige keer 0)",
        ("Wij lachen veel. (humor)", "Rustig en gezellig. (rust)"),
        "nooit gebruikt – 0 antwoorden (vorige keer 1)",
        "zonder label",
        ("Geen idee.",),
        "nog niet samen gekozen",
        ("Tja.",),
    ]
    assert "labels" in said[0]
    assert "Wat gaat er goed" in said[1]
    both = replace(wave.released, open_answers={"toe-goed": ANSWERS, "toe-minder": ("Druk.",)})
    levels = {block.text: block.level for block in voices(real, both, schemes=told) if isinstance(block, d.Heading)}
    asked = [level for text, level in levels.items() if text.startswith("Wat gaat er")]
    assert asked == [2, 2]  # one without labels does not stand under the labels of the question before
    everyone = [text for block in blocks if isinstance(block, d.Bullets) for text in block.items]
    assert {text.split(" (")[0] for text in everyone} == set(ANSWERS)


def test_without_labels_and_unread_nothing_of_them_is_told(real, wave, told):
    assert voices(real, wave.released, schemes=schemes(Labelled(Labelling(), {"toe-goed": ANSWERS}, 2))) == voices(
        real, wave.released
    )
    unread = group_report(real, GROUP, replace(wave, read_first=False), schemes=told, date=DAY)
    assert "de sfeer" not in str(unread.blocks)
    read = group_report(real, GROUP, wave, schemes=told, date=DAY)
    assert "de sfeer – 2 antwoorden" in str(read.blocks)
    assert pdf.render(read)[:5] == b"%PDF-"


def rows(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_the_tables_count_the_same_and_carry_the_scheme(real, wave, told):
    files = export_csv(real, GROUP, wave, schemes=told)
    head, *counts = rows(files["labels.csv"])
    assert head == [
        "vraag",
        "label",
        "sublabel",
        "aantal",
        "van",
        "vorige meting",
        "aantal vorige meting",
        "van vorige meting",
    ]
    assert [row[1:] for row in counts] == [
        ["<b>[/]</b>", "", "3", "6", "1", "0", "1"],
        ["de sfeer", "", "2", "6", "1", "0", "1"],
        ["de sfeer", "humor", "1", "6", "1", "0", "1"],
        ["de sfeer", "rust", "1", "6", "1", "0", "1"],
        ["nooit gebruikt", "", "0", "6", "1", "1", "1"],
    ]
    assert rows(files["labelschema.csv"])[2][1:] == ["de sfeer", "", "Hoe het voelt."]
    explained = {(row[0], row[1]) for row in rows(files["uitleg.csv"])}
    assert {("labels", column) for column in head} < explained
    # Where nothing was labelled, and of what nobody read first, no table tells of a label.
    none = schemes(Labelled(Labelling({"toe-goed": SCHEME}), {"toe-goed": ANSWERS}, 2))
    for which, told_ in ((wave, ()), (wave, none), (replace(wave, read_first=False), told)):
        assert not {"labels.csv", "labelschema.csv"} & {*export_csv(real, GROUP, which, schemes=told_)}
    assert export_xlsx(real, GROUP, wave, schemes=told)[:2] == b"PK"
