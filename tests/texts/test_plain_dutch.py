"""All texts are plain Dutch: short sentences, no stiff words, one word for one thing, spelled right."""

import re
import subprocess
from pathlib import Path

import pytest
from product_texts import is_dutch, markdown_texts, sentences, texts, words, yaml_texts
from words_to_avoid import ALLOWED, STIFF, TERMS

from tools import needed

MOST_WORDS = 20
OWN_WORDS = Path(__file__).with_name("own_words.txt")


def test_no_sentence_is_long():
    long = [
        f"{one.place}: {sentence} ({length})"
        for one in texts()
        for sentence in sentences(one.text)
        if (length := len(words(sentence))) > MOST_WORDS
    ]
    assert long == []


PATTERNS = {
    pattern: re.compile(rf"(?<![\w{{-])(?:{pattern})(?![\w}}-])", re.IGNORECASE) for pattern in (*STIFF, *TERMS)
}


def avoided(text: str) -> dict[str, str]:
    """The words in ``text`` that the product does not use, each with what it says instead; none that is typed."""
    instead, plain = STIFF | TERMS, re.sub(r"`[^`]*`", " ", text)
    return {found[0]: instead[pattern] for pattern, how in PATTERNS.items() for found in how.finditer(plain)}


def test_no_word_that_we_avoid():
    found = [(one, word, say) for one in texts() for word, say in avoided(one.text).items()]
    used = {key for one, word, _say in found for key in ALLOWED if allows(key, one.place, word)}
    wrong = [
        f"{one.place}: ‘{word}’, say: {say}. {one.text}"
        for one, word, say in found
        if not any(allows(key, one.place, word) for key in used)
    ]
    assert wrong == []
    assert set(ALLOWED) - used == set()


def allows(key: tuple[str, str], place: str, word: str) -> bool:
    """Say whether an exception holds for a word, its plural included, at a place."""
    return place.startswith(key[0]) and word.lower() in {key[1], f"{key[1]}s", f"{key[1]}en"}


@pytest.mark.parametrize(
    ("mark", "instead"),
    [
        (r"\w’\w|’s\b|’n\b", "'"),
        (r"\.\.\.", "…"),
        (r"[a-zà-ÿ] - [a-zà-ÿ]", "–"),
        (r"[“”„]", "‘ ’"),
        (r"\w  +\w", "one space"),
    ],
)
def test_marks_are_the_same_everywhere(mark, instead):
    assert [f"{one.place}: write {instead}. {one.text}" for one in texts() if re.search(mark, one.text)] == []


def test_every_word_is_spelled_right():
    where: dict[str, str] = {}
    for one in texts():
        for word in spelled(one.text):
            where.setdefault(word, one.place)
    own = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    unknown = {word: where[word] for word in misspelled([*where])}
    ours = {word.lower() for word in own}
    assert {word: place for word, place in unknown.items() if word.lower() not in ours} == {}
    assert ours - {word.lower() for word in unknown} == set()
    assert own == sorted(own, key=str.lower)


def spelled(text: str) -> list[str]:
    """The words of a text that a dictionary should know: no commands, options, placeholders, ids or names of files."""
    plain = re.sub(r"‘samenspel[^’]*’|`[^`]*`|\{[^{}]*\}|%\(\w+\)s|--?\w[\w-]*|\S*[/\\_=<>.]\S*\w\S*", " ", text)
    return [word.replace("’", "'") for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", plain)]


def misspelled(listed: list[str]) -> list[str]:
    command = [needed("hunspell"), "-d", "nl_NL", "-i", "utf-8", "-l"]
    done = subprocess.run(command, input="\n".join(listed), capture_output=True, encoding="utf-8", check=True)
    return done.stdout.split()


def test_all_kinds_of_text_are_read():
    places = {one.place.rpartition(":")[0] for one in texts()}
    assert {"src/samenspel/cli/demo.py", "questionnaires/school-wijkteam/voorlichting.yaml"} <= places
    assert {"nieuw/adviezen.yaml", "README.md", "docs/handleiding.md"} <= places
    assert {"src/samenspel/fictional/group.yaml", "src/samenspel/fictional/professional.yaml"} <= places
    assert "questionnaires/samenwerking-jeugd/nieuw.yaml" in places
    assert not any("docs/ontwikkelaars.md" in place for place in places)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Typ ‘samenspel groep maak NAAM’ en druk op Enter.", [6]),
        ("Er zijn {n} van de {van} kaarten. Kies er één!", [7, 3]),
        ("Wat nu? ‘Weet ik niet’ telt mee. samenspel bewaart het.", [2, 5, 3]),
        ("Dit vond Suter e.a. (2009) ook – en wij.", [4, 4]),
    ],
)
def test_counting_words(text, counted):
    assert [len(words(one)) for one in sentences(text)] == counted


def test_prose_of_a_page():
    page = "# Kop\n\nEen [zin](x.md)\nmet **vet**.\n\n```\nsamenspel code\n```\n\n- een\n- twee\n\n"
    page += "| a | b |\n| --- | --- |\n| c | d |\n"
    assert [one.text for one in markdown_texts(page, "x")] == [
        "Kop",
        "Een zin met vet.",
        "een",
        "twee",
        "a",
        "b",
        "c",
        "d",
    ]


def test_texts_and_comments_of_a_questionnaire():
    file = "# Dit is een\n# regel.\n#\n# tekst: wat u leest\n\nid: een-id\ntekst: >-\n  Een zin.\ngetal: 3\n"
    assert [(one.place, one.text) for one in yaml_texts(file, "x")] == [
        ("x:7", "Een zin."),
        ("x:1", "Dit is een regel."),
        ("x:4", "tekst: wat u leest"),
    ]


@pytest.mark.parametrize(
    ("text", "dutch"), [("Wat u met de uitslag doet", True), ("What the room of a house is for", False)]
)
def test_what_a_page_is_written_in(text, dutch):
    assert is_dutch(text, before=not dutch) is dutch


@pytest.mark.parametrize(
    "text",
    ["Indien u wilt.", "Dit is voor jou.", "De Dimensie", "in het kader van iets", "Kies bijv. een dag.", "en/of"],
)
def test_a_word_to_avoid_is_found(text):
    assert len(avoided(text)) >= 1


@pytest.mark.parametrize(
    "text", ["Middelen en dienst.", "Uw jeugd", "`default`", r"`C:\Users\naam`", "{dimensie}", "Wat u dan wel ziet"]
)
def test_a_good_word_is_left_alone(text):
    assert avoided(text) == {}


def test_a_first_step_stands_by_itself():
    """In a calendar and on the front sheet nothing stands before it that *dit gesprek* or *die vraag* could be."""
    files = (Path(__file__).parents[2] / "questionnaires").glob("*/adviezen.yaml")
    steps = [step for path in files for step in re.findall(r"eerste_stap: >-\n((?: {6}.*\n)+)", path.read_text())]
    assert len(steps) > 40
    assert [step for step in steps if re.search(r"\bdit\s(?!schooljaar)|\b(die vraag|dat gesprek)\b", step)] == []
    # Its day is chosen, and stands beside it.
    assert [step for step in steps if re.search(r"\b(deze week|vandaag|morgen)\b", step)] == []
