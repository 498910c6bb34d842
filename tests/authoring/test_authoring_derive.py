"""A questionnaire for two other parties: what ``nieuw.yaml`` says is done, and what no longer fits is told."""

import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from samenspel.authoring import QuestionnaireError, find
from samenspel.authoring.derive import RECIPE, Names, derive
from samenspel.authoring.files import LABELS
from samenspel.authoring.lint import check
from samenspel.authoring.names import about, meeting, party

FOLDER = find("samenwerking-jeugd")

# What comes out for each of these names, as a checksum of all files. Did the questionnaire or nieuw.yaml change?
# Look at what `samenspel vragenlijst nieuw` makes of it, and then put the new checksum here.
MADE = {
    ("leraar/leraren", "het wijkteamlid/wijkteamleden", "het zorgoverleg", "het kind/kinderen"): (
        "a7a196dde21ed46df111d40034ce3b99d4602dbcc81150b86674949565d82bcd"
    ),
    ("het teamlid/teamleden", "het raadslid/raadsleden", "het Plein", "het kind/kinderen"): (
        "5a5d2a66f437ede86ae8c6b1cf07f8ba1e0d7f3fab82d31626704955d119c063"
    ),
    ("wijkagent/wijkagenten", "jongerenwerker/jongerenwerkers", "het veiligheidsoverleg", "de jongere/jongeren"): (
        "c0e0d8c6eb86d67e36ea4782385cc576f893d7560cc5f3f9e864ef2bef139f97"
    ),
    ("Réclasseerder's hulp/hulpen", "POH-GGZ/POH-GGZ's", "de kring", "de ouder/ouders"): (
        "0390f1a82a50141b6546684aa27a142a2a65ee8302c92d6a0cc16fcd1e38238f"
    ),
}

# Words of paid work, of a city and of those whom the study asked, and figures that it found, wherever they begin.
ELSEWHERE = re.compile(
    r"\w*(?:leidinggev|manager|directeur|bestuurder|werkgever|functionaris|professional|beroep|vakman|contract|salaris|"
    r"uitvoer|casus|cliënt|generalist|spreekuur|werkdag|werktijd|werkplek|wijk|stad|gemeente|district|enschede|"
    r"jeugd|jonger|weegtafel|gezin|ouder)\w*|\d+ (?:van de \d+|keer|gesprekken in)"
)
# What still names them, and must: whom the study was about, and its sources.
_WHOM = "wijkcoaches en jongerenwerkers in enschede"
_IDEA = "onderzoek in enschede 2016 naar twee andere partijen"
OF_THE_STUDY = {
    "vragenlijst.yaml": [f"onderzoek naar {_WHOM} kuijpers en nijkamp 2016"],
    "adviezen.yaml": [_IDEA],
    "voorlichting.yaml": [f"samenwerking tussen {_WHOM} enschede saxion", "journal of interprofessional care"],
    "labels.yaml": [_IDEA],
}


@pytest.fixture(scope="module")
def source():
    return {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")}


def wanted(first, second, place, whom):
    one = party(first)
    return Names((one, party(second, one)), meeting(place), about(whom))


@pytest.mark.parametrize("typed", MADE)
def test_what_comes_out_is_as_it_was(source, typed):
    files = derive(source, wanted(*typed))
    assert sha256("".join(files.values()).encode()).hexdigest() == MADE[typed]


@pytest.mark.parametrize(
    "typed",
    [
        ("Réclasseerder's hulp/hulpen", "POH-GGZ/POH-GGZ's", "de kring", "de ouder/ouders"),  # an id is no word here
        ("jongerenwerker/jongerenwerkers", "wijkcoach/wijkcoaches", "de weegtafel", "de jongere/jongeren"),
        ("jongere/jongeren", "weegtafel/weegtafels", "het wijkcoach-overleg", "de jongerenwerker/jongerenwerkers"),
    ],
)
def test_every_name_stands_where_it_belongs_also_one_that_is_replaced_itself(source, typed, tmp_path):
    names = wanted(*typed)
    for name, text in derive(source, names).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    checked = check(tmp_path)
    assert checked.warnings == ()
    assert checked.trial.top == tuple(advice.id for advice in checked.questionnaire.advices)
    asked, (first, second) = checked.questionnaire.asked, names.parties
    assert asked.id == names.id
    assert [(one.id, one.singular, one.plural) for one in asked.parties] == [
        (one.id, one.singular, one.plural) for one in names.parties
    ]
    assert asked.title == f"Zelftest samenwerking {first.plural} en {second.plural}"
    assert f"tussen {first.plural} en {second.plural} er volgens u" in asked.summary
    assert f"zoals {names.meeting.article} {names.meeting.singular}?" in asked.context.meeting.text
    assert f"wat het beste is voor {names.about.article} {names.about.singular}." in next(
        item.text for item in asked.items if item.id == "bel-voor-wie"
    )
    assert "naar wijkcoaches en jongerenwerkers in Enschede" in asked.account[-1]


@pytest.mark.parametrize(
    "typed",
    [
        ("bezoeker/bezoekers", "vrijwilliger/vrijwilligers", "het kerkcafé", "de buur/buren"),
        ("klusser/klussers", "het bandlid/bandleden", "de koffieochtend", "de deelnemer/deelnemers"),
    ],
)
def test_volunteers_read_nothing_of_paid_work_or_of_anothers_city(source, typed):
    for name, text in derive(source, wanted(*typed)).items():
        said = re.sub(r"^ *- id: .*$", "", text, flags=re.MULTILINE)  # an advice keeps its id
        said = re.sub(r"\W+", " ", said).lower()
        for told in OF_THE_STUDY[name]:
            assert told in said, (name, told)
            said = said.replace(told, "")
        assert ELSEWHERE.findall(said) == [], name


def test_one_without_labels_gets_none(source):
    names = wanted("leraar/leraren", "kok/koks", "het overleg", "het kind/kinderen")
    made = derive({name: text for name, text in source.items() if name != LABELS}, names)
    assert {**made, LABELS: ""} == {**derive(source, names), LABELS: ""}
    assert LABELS not in made


def test_the_comments_count_what_is_there(source):
    files = derive(source, wanted("leraar/leraren", "kok/koks", "het overleg", "het kind/kinderen"))
    text = files["vragenlijst.yaml"]
    assert f"# {text.count('    voorwaarde: ')} stellingen, per dimensie" in text


def test_an_article_goes_along_when_its_line_ends_there(source):
    broken = source["voorlichting.yaml"].replace("ook met cliënten.", "ook met cliënten en voor de\n      jongere.")
    text = derive(
        source | {"voorlichting.yaml": broken}, wanted("leraar/leraren", "kok/koks", "het overleg", "het kind/kinderen")
    )["voorlichting.yaml"]
    assert re.search(r"voor het\s+kind\.", text)


@pytest.mark.parametrize(
    ("file", "old", "new", "unfit"),
    [
        ("vragenlijst.yaml", "    onderzoek: ", "    studie: ", "onderzoek"),
        ("adviezen.yaml", "buurtouder", "buurvrouw", "buurtouder"),
        ("adviezen.yaml", "    bewijskracht: ", "    kracht: ", "0.1"),
        ("vragenlijst.yaml", "# 49 stellingen", "# 50 stellingen", '"# 49 stellingen"'),
        ("adviezen.yaml", "zijn wij dat als team?", "is het team dat?", '"Wijkcoaches bespreken ook: '),
        ("vragenlijst.yaml", "# --- Verantwoording -", "# --- Wat dit is -", "|"),
        ("vragenlijst.yaml", "id: samenwerking-jeugd\n", "id: anders\n", "samenwerking-jeugd"),
        ("voorlichting.yaml", "jongerenwerkers in Enschede", "jongerenwerkers te Enschede", "wijkcoaches en j"),
        ("vragenlijst.yaml", "weegtafel", "kring", "de weegtafel"),
    ],
)
def test_what_no_longer_fits_is_told_with_its_line(source, file, old, new, unfit):
    assert old in source[file]
    changed = {name: text if name == RECIPE else text.replace(old, new) for name, text in source.items()}
    with pytest.raises(QuestionnaireError) as caught:
        derive(changed, wanted("leraar/leraren", "kok/koks", "het overleg", "het kind/kinderen"))
    lines = source[RECIPE].splitlines()
    told = {lines[one.line - 1][one.column - 1 :]: str(one) for one in caught.value.problems}
    assert any(where.startswith(unfit) for where in told)
    assert all("Dit staat niet meer in de vragenlijst." in message for message in told.values())
    assert len(told) == len(caught.value.problems)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("blijft:", "blijf:", "nieuw.yaml:24:3: ‘blijf:’ hoort hier niet. Hier mag: blijft. Bedoelde u ‘blijft’?"),
        ("overleg: de weegtafel", "", "nieuw.yaml:18:3: Hier ontbreekt ‘overleg:’."),
        ("    - de jongerenwerker/jongerenwerkers\n", "", "nieuw.yaml:20:5: Het aantal onderdelen bij ‘partijen’"),
        ("bewijskracht: 0.1", "bewijskracht: [0.1]", "Bij ‘bewijskracht’ hoort een tekst, maar hier staat een lijst."),
        ('"# 49 stellingen"', '""', "De tekst bij ‘van’ is leeg."),
        ("  - rol-generalist\n", "  - rol-generalist\n" * 101, "Er mogen er hooguit 100 staan."),
        ("overleg: de weegtafel", "overleg: weegtafel", "nieuw.yaml:22:12: Zet er ‘de’ of ‘het’ voor"),
        ("overleg: de weegtafel", "overleg: [", "nieuw.yaml:"),
    ],
)
def test_a_file_that_is_wrong_itself_is_told(source, old, new, told):
    assert old in source[RECIPE]
    with pytest.raises(QuestionnaireError) as caught:
        derive(
            source | {RECIPE: source[RECIPE].replace(old, new)},
            wanted("leraar/leraren", "kok/koks", "het overleg", "het kind/kinderen"),
        )
    assert told in str(caught.value)


def test_controleer_tells_what_no_longer_fits(tmp_path):
    folder = Path(shutil.copytree(FOLDER, tmp_path / "mijn"))
    path = folder / "vragenlijst.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("# 49 stellingen", "# 50 stellingen"), encoding="utf-8", newline="\r\n")
    with pytest.raises(QuestionnaireError) as caught:
        check(folder)
    lines = (folder / RECIPE).read_text(encoding="utf-8").splitlines()
    (problem,) = caught.value.problems
    assert (problem.file, problem.message) == (str(folder / RECIPE), "Dit staat niet meer in de vragenlijst.")
    assert lines[problem.line - 1].endswith('van: "# 49 stellingen"')
    (folder / RECIPE).unlink()
    assert check(folder).questionnaire.id == "samenwerking-jeugd"
