"""One text of a questionnaire changed where it stands: nothing else in the file changes, whatever it looks like."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.authoring.files import NAMES, builtin_root, decode, ids, read_files
from samenspel.authoring.nodes import read
from samenspel.authoring.rewriting import UnchangeableError, replaced

FILES = {
    (id_, name): decode(name, raw)
    for id_ in ids(builtin_root())
    for name, raw in read_files(builtin_root() / id_).items()
    if name in NAMES
}


def texts(text):
    """Every place of a text in a file."""
    tree = read("x", text)
    for path in tree.values:
        found = tree.data
        try:
            for step in path:
                found = found[step]
        except (KeyError, IndexError, TypeError):
            continue
        line, column = tree.values[path]
        inline = re.search(r"[\[{]", text.splitlines()[line - 1][: column - 1])
        if isinstance(found, str) and not inline:
            yield path


PLACES = [(key, path) for key, text in FILES.items() for path in texts(text)]
LINES = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufeff\xa0\u2028\u2029"), max_size=300
).map(lambda text: " ".join(text.split()))


@settings(max_examples=settings().max_examples // 5)  # each reads a whole file four times
@given(st.sampled_from(PLACES), LINES.filter(bool))
def test_only_that_text_changes_and_every_comment_stays(place, value):
    key, path = place
    before = FILES[key]
    after = replaced(before, path, value)
    tree, found = read("x", after), read("x", after).data
    for step in path:
        found = found[step]
    assert found == value
    assert not tree.problems
    comments = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in after.splitlines() if line in comments] == comments
    assert replaced(after, path, value) == after  # and it can be changed again


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: oud # waarom\nb: 1\n", "a: Nieuw # waarom\nb: 1\n"),
        ("a: 'het ''oude'''  # x\nb: 1\n", "a: Nieuw  # x\nb: 1\n"),
        ('a: "oud \\" # geen uitleg"\nb: 1\n', "a: Nieuw\nb: 1\n"),
        ("a: oud\n  en verder\n\n# b komt nu\nb: 1\n", "a: Nieuw\n\n# b komt nu\nb: 1\n"),
        ("a: >-\n  oud\n\n  tweede\nb: 1\n", "a: Nieuw\nb: 1\n"),
        ("a: |\n  oud\n  # geen uitleg\n", "a: Nieuw\n"),
        ("a: >- # waarom\n  oud\nb: 1\n", "a: Nieuw # waarom\nb: 1\n"),
        ("b: 1\na: oud", "b: 1\na: Nieuw"),
    ],
)
def test_however_it_was_written(before, after):
    assert replaced(before, ("a",), "Nieuw") == after


@pytest.mark.parametrize(
    "text", ["oud # waarom\n", "'oud' # waarom\n", ">- # waarom\n  oud\n", "oud\n  en ouder # waarom\n"]
)
def test_a_remark_stays_behind_a_text_that_is_folded(text):
    assert replaced(f"a: {text}b: 1\n", ("a",), 'Zij zei "ja": zo.') == 'a: >- # waarom\n  Zij zei "ja": zo.\nb: 1\n'


def test_in_a_list_it_keeps_its_place_and_a_long_text_is_folded():
    long = "Ik weet bij wie ik moet zijn in de organisatie van de ander, ook als de vaste persoon er die dag niet is."
    text = "lijst:\n  - id: een\n    tekst: kort\n  - id: twee\n    tekst: kort\n"
    after = replaced(text, ("lijst", 1, "tekst"), f"{long} {long}")
    assert after.startswith("lijst:\n  - id: een\n    tekst: kort\n  - id: twee\n    tekst: >-\n      Ik weet")
    assert max(map(len, after.splitlines())) <= 120
    assert re.sub(r"\s+", " ", after).endswith(f"{long} {long} ")


@pytest.mark.parametrize(
    ("text", "path"),
    [("a: 1\n", ("a",)), ("a: oud\n", ("b",)), ("a: {b: oud, c: 2}\n", ("a", "b")), ("a: [oud, ouder]\n", ("a", 0))],
)
def test_what_cannot_be_changed_is_refused_with_its_place(text, path):
    with pytest.raises(UnchangeableError, match="tekstprogramma"):
        replaced(text, path, "Nieuw", "vragenlijst.yaml")
