"""Every sentence in the code can be translated: one command finds them all, and nothing is shown that it misses."""

import html
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from code_texts import ROOT, module, modules

from commands import environment

DOCUMENT = ROOT / "docs" / "ontwikkelaars.md"

# Literals that read like text but are not shown, or not ours to translate. Of a whole file, or of one literal in it.
NOT_OURS = {
    ("authoring/derive.py", "^  - id: {}"): "a pattern",
    ("authoring/derive.py", '  - id: "{}"'): "keys of a questionnaire",
    ("authoring/pictures/svg.py", " xmlns="): "attributes of a drawing",
    "authoring/problems.py": "classes of characters (Unicode)",
    "authoring/syntax.py": "what the reader of YAML says, to recognise it",
    "cli/dutch.py": "click's own texts, to be replaced",
    ("keyboard.py", "Cc"): "a class of characters (Unicode)",
    ("storage/fault_report.py", "python {}"): "a version",
    ("storage/fault_report.py", "samenspel {}"): "a version",
    "hygiene.py": "classes of characters (Unicode)",
    ("cli/vragenlijst/nieuw.py", "vragenlijst controleer {}"): "a command",
    ("cli/vragenlijst/nieuw.py", "zelftest --vragenlijst {}"): "a command",
    ("cli/vragenlijst/nieuw.py", "voorlichting --vragenlijst {}"): "a command",
    ("cli/vragenlijst/nieuw.py", "  samenspel {}"): "a command",
    ("exchange/browser/presentation.py", " data-points="): "attributes in the page",
    ("exchange/browser/presentation.py", "aria-label="): "attributes in the page",
    ("exchange/browser/presentation.py", 'x="{}"'): "attributes of a drawing",
    ("exchange/browser/presentation.py", "<svg class="): "a drawing",
    ("exchange/browser/presentation.py", "{} role="): "attributes of a drawing",
    ("exchange/browser/presentation.py", "{} aria-hidden="): "attributes of a drawing",
    ("exchange/browser/sealed.py", "default-src"): "a policy for the browser",
    ("exchange/browser/sealed.py", "; img-src"): "a policy for the browser",
    ("exchange/code.py", "samenspel code 1 {groups} {number}"): "goes into a checksum",
    ("exchange/receive/pdf_forms.py", "Yes"): "a value in a PDF",
    ("exchange/receive/pdf_fields.py", "Tj"): "an order in a drawing",
    ("exchange/give/spreadsheet.py", " among texts"): "the name of a style",
    ("exchange/give/spreadsheet.py", "number among texts"): "the name of a style",
    ("exchange/give/spreadsheet.py", "whole among texts"): "the name of a style",
    ("fictional/practice.py", "oefenen {} {} {}"): "goes into a checksum",
    ("group/agreement.py", "deels eens"): "an id",
    ("group/agreement.py", "sterk uiteen"): "an id",
    ("questionnaire/model.py", "andere rol"): "content: what a file says that leaves it out",
    ("report/groups/account.py", "Benjamini, Y."): "a source",
    ("report/groups/account.py", "Holm, S."): "a source",
    ("report/groups/account.py", "James, L. R."): "a source",
    ("report/groups/account.py", "LeBreton, J. M."): "a source",
    ("report/groups/account.py", "Welch, B. L."): "a source",
    ("report/groups/account.py", "Satterthwaite, F. E."): "a source",
    ("exchange/give/calendar.py", "-//samenspel//"): "the program and its version",
    ("report/groups/words.py", "deels eens"): "an id",
    ("report/groups/words.py", "sterk uiteen"): "an id",
    ("report/html/__init__.py", "default-src"): "a policy for the browser",
    ("report/html/charts.py", 'x="{}"'): "attributes of a drawing",
    ("report/html/charts.py", "count a{}"): "a class in the page",
    ("report/html/charts.py", "name middle"): "a class in the page",
    ("report/html/charts.py", "note middle"): "a class in the page",
    ("report/pdf/document.py", "samenspel {}"): "the program and its version",
    ("tui/home/home.py", "samenspel"): "the program",
    ("tui/kit/listing.py", "read anew"): "the name of a worker",
    ("tui/kit/listing.py", "read on"): "the name of a worker",
    ("tui/kit/save_report.py", "Input"): "a selector",
    ("tui/workshop/vote.py", "#counts Input"): "a selector",
    ("tui/workshop/screen.py", "TextArea, Input"): "a selector",
    ("tui/widgets/blocks.py", "row head"): "classes of a widget",
    ("tui/widgets/charts.py", "{} on {}"): "a style",
    ("tui/kit/screen.py", "Button, KeyLine"): "names of widgets",
}


def documented_command() -> list[str]:
    """The first command that the developers' page gives for extracting."""
    found = re.search(r"<!-- extract -->\n```sh\n(.+)", DOCUMENT.read_text(encoding="utf-8"))
    assert found
    return shlex.split(found[1])


def test_one_documented_command_extracts_every_message(tmp_path):
    program, *given = documented_command()
    assert program == "pybabel"
    template = tmp_path / given[given.index("-o") + 1]
    given[given.index("-o") + 1] = str(template)
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *given], cwd=ROOT, check=True, capture_output=True)
    with template.open("rb") as file:
        catalogue = read_po(file)
    extracted = set()
    for message in catalogue:
        extracted.update([message.id] if isinstance(message.id, str) else message.id)
    assert extracted - {""} == {text for one in modules().values() for _place, text in one.wrapped}


def test_no_message_is_put_together_before_it_is_looked_up():
    assert [lost for one in modules().values() for lost in one.lost] == []


def test_nothing_reads_like_text_that_is_not_a_message():
    bare = [(name, one) for name, found in modules().items() for one in found.bare]
    missed = [one for name, one in bare if not reason(name, one.text)]
    assert missed == []


def test_every_exception_is_needed():
    bare = [(name, one.text) for name, found in modules().items() for one in found.bare]
    needed = {key for name, text in bare for key in NOT_OURS if key == name or _is(key, name, text)}
    assert set(NOT_OURS) - needed == set()


def reason(name: str, text: str) -> str:
    """Why a literal in the module ``name`` is no message; empty when it should be one."""
    return next((why for key, why in NOT_OURS.items() if key == name or _is(key, name, text)), "")


def _is(key: str | tuple[str, str], name: str, text: str) -> bool:
    return isinstance(key, tuple) and key[0] == name and text.startswith(key[1])


@pytest.mark.parametrize(
    "code",
    [
        "say('Dit is niet ingepakt.')",
        "say('Bewaren')",
        "say(f' (was {score})')",
        "say(f'{n} stellingen')",
        "say('<p>Dit staat op de bladzijde</p>')",
        "click.echo('klaar')",
        "Binding('t', 'note', 'toelichting')",
        "command(help='wissen')",
        "text = {'key': 'een zin zonder meer'}",
        "from samenspel.taal import _\nsay(_('goed'), 'niet goed')",
    ],
)
def test_a_text_that_is_not_a_message_is_found(code):
    assert len(module(code, "x.py").bare) == 1


@pytest.mark.parametrize(
    "code",
    [
        "def say():\n    'Says something to a person.'",
        "Static('', classes='paragraph muted', id='about')",
        "one: 'Iterator[str] | list[str]' = cast('Wave', two)",
        "say('rol-eigen', '%Y-%m-%d', 'x', f'{a}-{b}', '<p>', '</p>')",
        "from samenspel.taal import _ as tr\nsay(tr('Dit is ingepakt.'))",
        "from samenspel.taal import meervoud\nsay(meervoud('{n} hond', '{n} honden', len('ab')))",
    ],
)
def test_what_no_one_reads_is_left_alone(code):
    assert module(code, "x.py").bare == ()


@pytest.mark.parametrize("argument", ["f'U hebt {n} stemmen.'", "'Dit en ' + what", "text", "'a' if x else 'b'"])
def test_a_message_that_cannot_be_extracted_is_found(argument):
    found = module(f"from samenspel.taal import _\nsay(_({argument}))", "x.py")
    assert len(found.lost) == 1
    assert found.bare == ()


def test_a_message_within_an_f_string_is_not_extracted():
    found = module("from samenspel.taal import _\nsay(f'{name} {_(\"doet mee\")}')", "x.py")
    assert [text for _place, text in found.lost] == ["'doet mee'"]


def test_in_another_alphabet_nothing_stays_in_ours(tmp_path, real):
    data, folder = tmp_path / "data", tmp_path / "said"
    folder.mkdir()
    script = Path(__file__).with_name("other_alphabet.py")
    done = subprocess.run(
        [sys.executable, str(script), str(folder)],
        cwd=folder,
        env=environment(data, ACCESSIBLE="1", COLUMNS="200"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shown = {path.name: read(path) for path in sorted(folder.rglob("*")) if path.suffix in {".txt", ".html"}}
    assert len(shown) > 50
    typed = {"west", "uitslagen", "bakker"}
    ids = {one.id for one in (*real.asked.parties, *real.asked.bands, *real.asked.context.meeting.choices)}
    commands = {word for name in shown if name.startswith("help-") for word in name.removesuffix(".txt").split("-")}
    known = {"samenspel", "id"} | typed | ids | commands
    left = {(word, name) for name, text in shown.items() for word in re.findall(r"[a-zA-Z]{2,}", text)}
    assert {(word, name) for word, name in left if word.lower() not in known} == set()


def read(path: Path) -> str:
    """What a person reads in a file that a command wrote, without names of files, ids, options and codes."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"<(style|head)\b.*?</\1>", " ", text, flags=re.DOTALL)
        text = html.unescape(re.sub(r'<[^>]*?(?:aria-label|alt|title)="([^"]*)"[^>]*>|<[^>]*>', r" \1 ", text))
    for source in modules()["report/groups/account.py"].bare:
        text = text.replace(source.text, "")
    return re.sub(r"\S*[-./_|\d]\S*", " ", text)
