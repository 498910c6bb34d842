"""Whatever happens to the files: a questionnaire or a clear error, never anything else."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.authoring import QuestionnaireError, load
from samenspel.questionnaire.model import Questionnaire

KLEIN = Path(__file__).parent / "klein"
FILES = {name: (KLEIN / name).read_bytes() for name in ("vragenlijst.yaml", "adviezen.yaml", "voorlichting.yaml")}
SIGNS = b"&a ~~*a~~!!set ~~!~~<<: ~~? ~~: ~~- ~~'~~\"~~[~~]~~{~~}~~|\n~~>-\n~~#~~%~~---\n~~...\n~~@~~`~~=~~\\"
BYTES = b"\n~~\r~~\t~~\xff~~\x00~~\x1b~~\xe2\x80\xae~~\xc2\x85"
VALUES = b"true~~null~~.nan~~-.inf~~1e999~~2024-13-45~~0x~~0o9~~1_~~" + b"9" * 5000
SNIPPETS = st.sampled_from(b"~~".join([SIGNS, BYTES, VALUES]).split(b"~~"))


@st.composite
def mutations(draw):
    name = draw(st.sampled_from(sorted(FILES)))
    content = FILES[name]
    for _round in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        length = draw(st.sampled_from([0, 1, 2, 10, 60]))
        put = draw(SNIPPETS | st.binary(max_size=4) | st.just(b""))
        content = content[:start] + put + content[start + length :]
    return name, draw(st.sampled_from([content, content, content[: draw(st.integers(0, len(content)))]]))


def load_or_refuse(name, content):
    with TemporaryDirectory() as folder:
        shutil.copytree(KLEIN, folder, dirs_exist_ok=True)
        (Path(folder) / name).write_bytes(content)
        try:
            loaded = load(Path(folder))
        except QuestionnaireError as error:
            problems = error.problems
        else:
            assert isinstance(loaded, Questionnaire)
            return
    assert problems
    assert len(set(problems)) == len(problems)
    for problem in problems:
        assert Path(problem.file).name in FILES, problem  # never the last resort, which names only the folder
        assert problem.line >= 1, problem
        assert problem.column >= 1, problem


@settings(max_examples=100, deadline=None)
@given(mutations())
def test_any_mutation_gives_a_questionnaire_or_a_clear_error(mutation):
    load_or_refuse(*mutation)


@pytest.mark.parametrize("name", FILES)
def test_any_cut_gives_a_questionnaire_or_a_clear_error(name):
    for end in range(0, len(FILES[name]), 197):
        load_or_refuse(name, FILES[name][:end])


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_at_all(content):
    load_or_refuse("voorlichting.yaml", content)
