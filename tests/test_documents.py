"""The documents say what is so: what links point at is there, examples are accepted, every field is explained.

What they say of commands and keys is in ``test_documented_commands.py``.
"""

import json
import re
from pathlib import Path

import pytest
from msgspec import structs

from samenspel import walk
from samenspel.authoring import find, load, load_labels
from samenspel.authoring.derive import Names, derive
from samenspel.authoring.names import about, meeting, party
from samenspel.authoring.pictures.named import named
from samenspel.authoring.schema import dumped
from samenspel.exchange.receive.csv_forms import columns, read_forms
from samenspel.presenting.deck import deck
from samenspel.presenting.pages import StudyFinding
from samenspel.questionnaire.labels import LONGEST_NAME, MOST_LABELS, WITH_A_DIGIT
from samenspel.questionnaire.model import MOST_PEOPLE, Questionnaire

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "samenspel"
DEVELOPERS = (ROOT / "docs" / "ontwikkelaars.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRAINERS = (ROOT / "docs" / "trainers.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")


def anchors(text: str) -> set[str]:
    """What a link can point at in a document: its headings, as GitHub makes anchors of them."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize(
    "document",
    sorted(path for folder in (".", "docs", "benchmarks") for path in (ROOT / folder).glob("*.md")),
    ids=lambda path: path.name,
)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", document.read_text(encoding="utf-8"))
    for path, anchor in links:
        target = document.parent / path if path else document
        assert target.exists(), path
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), (path, anchor)


def test_every_picture_is_shown_somewhere_and_made_by_the_script() -> None:
    script = (ROOT / "scripts" / "pictures.py").read_text(encoding="utf-8")
    texts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *ROOT.glob("docs/*.md")))
    for picture in (ROOT / "docs" / "beelden").iterdir():
        assert f"beelden/{picture.name})" in texts
        assert f'"{picture.stem}"' in script


def test_the_programmes_for_a_presentation_name_slides_that_are_there(real: Questionnaire) -> None:
    slides = deck(real).slides
    assert f"{len(slides)} dia's en duurt {deck(real).minutes} minuten" in " ".join(TRAINERS.split())
    five, long = (TRAINERS.split(f"### {title}")[1].split("\n#")[0] for title in ("Vijf minuten", "Drie kwartier"))
    with_figures, without = five.split("zonder eigen dia's")
    short, own = (
        re.findall(r"^\| (\d+:\d\d) \| (\d+) \| ([^|]+) \|", table, re.MULTILINE) for table in (with_figures, without)
    )
    whole = re.findall(r"^\| (\d+) \| ([^|]+) \| (\d+) \|", long, re.MULTILINE)
    assert short
    twenty = TRAINERS.split("### Twintig minuten")[1].split("\n#")[0]
    brief = deck(real, short=True).slides
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \| (\d+) \|", twenty, re.MULTILINE)
    assert rows == [(str(place), one.title, str(one.minutes)) for place, one in enumerate(brief, start=1)]
    assert f"{len(brief)} dia's, voor {deck(real, short=True).minutes} minuten" in twenty
    assert f"Samen is dat {sum(int(minutes) for _number, _title, minutes in whole)} minuten." in long
    for number, title in (*((n, t) for _minute, n, t in short), *((n, t) for n, t, _minutes in whole)):
        assert slides[int(number) - 1].title == title
    assert all(slides[int(number) - 1].minutes == int(minutes) for number, _title, minutes in whole)  # the clock's too
    school = load(find("school-wijkteam"))
    made, bare = deck(school), deck(structs.replace(school, asked=structs.replace(school.asked, cards=())))
    assert f"zijn het {len(bare.slides)} dia's, voor {bare.minutes} minuten." in TRAINERS
    limits, last = (str(1 + [one.title for one in bare.slides].index(title)) for _minute, _n, title in own[-2:])
    assert f"Dan zijn de laatste twee dia {limits} en dia {last}." in TRAINERS
    assert own
    assert all(made.slides[int(number) - 1].title == title for _minute, number, title in own)
    assert f"U krijgt dan {len(made.slides)} dia's, voor {made.minutes} minuten." in TRAINERS
    for number, title in re.findall(r"(\d+)\s+(?:is )?(Organisatie|Proces|Belangen|Ambitie)\b", long):
        assert slides[int(number) - 1].title == title


def test_the_manual_for_trainers_explains_every_field() -> None:
    fields = {name for kind in json.loads(dumped())["$defs"].values() for name in kind.get("properties", {})}
    assert len(fields) > 50
    missing = {name for name in fields if f"`{name}`" not in TRAINERS}
    assert not missing


def test_what_the_manual_for_trainers_shows_of_files_is_accepted(real: Questionnaire, tmp_path: Path) -> None:
    names = Names(
        (party("wijkagent/wijkagenten"), party("jongerenwerker/jongerenwerkers")),
        meeting("het veiligheidsoverleg"),
        about("de jongere/jongeren"),
    )
    source = {path.name: path.read_text(encoding="utf-8") for path in find("samenwerking-jeugd").glob("*.yaml")}
    files = derive(source, names)
    item, evidence, cards, figure, pictures, labels = re.findall(r"```yaml\n(.*?)```", TRAINERS, re.DOTALL)
    assert item in files["vragenlijst.yaml"]
    files["vragenlijst.yaml"] = files["vragenlijst.yaml"].replace("rolkennis: []\n", cards)
    parts = re.split(r"(?m)^    bewijs: >-\n(?:      .*\n)+    bewijskracht: .*\n", files["adviezen.yaml"], maxsplit=1)
    files["adviezen.yaml"] = evidence.join(parts)
    files["labels.yaml"] = labels
    files["voorlichting.yaml"] += f"{pictures}{figure}"
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = load(tmp_path)
    assert made.id in TRAINERS
    assert list(load_labels(tmp_path, made)) == ["toe-minder", "toe-tips"]
    assert f"hooguit {WITH_A_DIGIT} labels" in TRAINERS
    assert f"Meer dan {MOST_LABELS} kan niet." in TRAINERS
    assert f"een label van hooguit {LONGEST_NAME} tekens" in TRAINERS
    assert made.advices[0].evidence == "Dit advies is van onszelf en is niet onderzocht."
    assert [image.file for _path, image in named(made)] == ["logo.png", "plein.jpg"]
    (own,) = [page.body for page in deck(made).pages if isinstance(page.body, StudyFinding)]
    assert own.sides[0].tallies[0].of > MOST_PEOPLE  # a bar, as the manual says
    assert [card.who for card in made.asked.cards] == ["wijkagent", "jongerenwerker"]
    assert f"{len(made.asked.items)} stellingen en {len(made.advices)} adviezen" in TRAINERS


def test_the_example_of_paper_forms_has_every_column_and_is_accepted(real: Questionnaire) -> None:
    example = ROOT / "docs" / "voorbeeld-formulieren.csv"
    head, *rows = example.read_text(encoding="utf-8").splitlines()
    assert head.split(";") == list(columns(real))
    forms = read_forms(example, real)
    assert len(forms) == len(rows) == 2
    assert [form.response.form for form in forms] == ["volledig", "kort"]
    assert walk.answered(real, forms[0].response) == (49, 49)
    assert forms[0].response.activities
    assert forms[0].response.open


def test_the_manual_explains_what_the_columns_take(real: Questionnaire) -> None:
    context = real.asked.context
    answers = [choice.id for question in (context.experience, context.meeting) for choice in question.choices]
    for value in (*answers, *(one.id for one in real.asked.parties), "andere-rol", "allebei", "weet-niet"):
        assert f"`{value}`" in MANUAL, value


def house() -> list[str]:
    """Every path of the tree in the page for developers, seen from ``src/samenspel``."""
    tree = DEVELOPERS.split("src/samenspel/\n")[1].split("```")[0]
    found, above = [], ""
    for line in tree.splitlines():
        inside = line.startswith("    ")
        names = re.split(r" {2,}", line.strip())[0].split()
        found += [f"{above if inside else ''}{name}" for name in names]
        above = above if inside else names[0]
    return found


def test_the_house_as_it_is_shown_stands() -> None:
    shown = house()
    assert len(shown) > 40
    missing = [
        path for path in shown if not ((SOURCE / path).is_dir() if path[-1] == "/" else (SOURCE / path).is_file())
    ]
    assert not missing
    rooms = {f"{path.name}/" if path.is_dir() else path.name for path in SOURCE.iterdir()}
    assert {name for name in rooms if name[0] != "_" and name != "py.typed"} <= set(shown)


FILE = r"\.(?:py|md|yaml|json|toml|txt|csv)"


@pytest.mark.parametrize("text", [DEVELOPERS, README], ids=["ontwikkelaars.md", "README.md"])
def test_every_path_and_module_in_the_pages_for_developers_is_there(text: str) -> None:
    said = re.findall(r"`([\w./-]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    paths = [one for one in said if "/" in one or re.search(f"{FILE}$", one)]
    assert len(paths) > 8
    roots = (ROOT, SOURCE, ROOT / "questionnaires", ROOT / "questionnaires" / "samenwerking-jeugd")
    assert not [path for path in paths if not any((root / path).exists() for root in roots)]
    for dotted in (one for one in said if re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", one) and one not in paths):
        *folder, last = dotted.removeprefix("samenspel.").split(".")
        place = SOURCE.joinpath(*folder)
        there = (place / f"{last}.py").exists() or (place / last).is_dir()
        assert there or defines(place.with_suffix(".py"), last), dotted


def test_where_to_look_names_what_is_there() -> None:
    rows = DEVELOPERS.split("## Where to look")[1].split("\n## ")[0]
    named = [
        (path, name) for path, names in re.findall(r"`([\w/]+\.py)` \(([^)]*)\)", rows) for name in names.split(", ")
    ]
    assert len(named) > 10
    assert not [(path, name) for path, name in named if not defines(SOURCE / path, name.strip("`"))]


def defines(file: Path, name: str) -> bool:
    """Whether a module defines a function, method or class of this name."""
    return bool(re.search(rf"^ *(?:def|class) {name}\b", file.read_text(encoding="utf-8"), re.MULTILINE))


def test_constraints_hold_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if not line.startswith("#")]
    assert pinned
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.+!-]+", line) for line in pinned)
