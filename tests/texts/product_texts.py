"""Every Dutch text of the product in one list: messages, questionnaires with comments, made-up people, documents."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from code_texts import ROOT, SAID, SOURCE, Text, messages
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from samenspel.authoring.derive import RECIPE, Names, derive
from samenspel.authoring.names import about, meeting, party
from scripts.windows import folder

QUESTIONNAIRES = ROOT / "questionnaires"
DOCUMENTS = ROOT / "docs"

# Keys whose values are ids or numbers, and the sources: names and titles, no sentences.
_NO_TEXT = {"id", "versie", "dimensie", "voorwaarde", "alleen", "advies", "partij", "team", "bron", "bronnen"}
# What nieuw.yaml seeks is in the questionnaire, and what comes instead is read where it comes: see _derived.
_NO_TEXT_OF_A_RECIPE = {"namen", "weg", "overal", "vervang", "stukken"}
# Small words that only one of the two languages has: which of them a paragraph holds tells what it is written in.
_DUTCH = {"de", "het", "een", "en", "van", "u", "uw", "niet", "met", "voor", "dat", "zijn", "ziet", "bij", "wat"}
_ENGLISH = {"the", "and", "of", "to", "with", "for", "that", "are", "it", "from", "which", "what", "how", "a"}


@cache
def texts() -> tuple[Text, ...]:
    """All texts, each a paragraph, an item of a list, a cell or a heading."""
    found = [*messages(), *_questionnaires(), *_derived(), *_fictional(), *_documents(), *_for_windows()]
    return tuple(Text(place, text) for place, whole in found for text in paragraphs(whole))


def paragraphs(text: str) -> Iterator[str]:
    """Split a text at empty lines, and at lines that begin a new thought; a line that was only wrapped goes on."""
    for part in re.split(r"\n\s*\n|\n(?=\s*[–•*-] )", text):
        if joined := " ".join(part.split()):
            yield joined


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences."""
    return [one for one in re.split(r"(?<=[.!?…])[’)]*\s+(?=[^a-zà-ÿ]|[a-z]\b|samenspel\b)", text) if one]


def words(sentence: str) -> list[str]:
    """Split a sentence into words: a placeholder, a command, a name of a file or an address is one."""
    plain = re.sub(r"‘samenspel[^’]*’|`[^`]*`|\{[^{}]*\}|https?:\S+", "x", sentence)
    return [word for word in plain.split() if any(map(str.isalnum, word))]


def _questionnaires() -> Iterator[Text]:
    for path in sorted(QUESTIONNAIRES.glob("*/*.yaml")):
        name, no_text = path.relative_to(ROOT).as_posix(), _NO_TEXT_OF_A_RECIPE if path.name == RECIPE else _NO_TEXT
        yield from yaml_texts(path.read_text(encoding="utf-8"), name, no_text)


def _derived() -> Iterator[Text]:
    """What ``vragenlijst nieuw`` writes, for two parties and a meeting of another gender."""
    source = (QUESTIONNAIRES / "samenwerking-jeugd").glob("*.yaml")
    files = {path.name: path.read_text(encoding="utf-8") for path in source}
    pair = (party("leraar/leraren"), party("het buurtteam/buurtteams"))
    wanted = Names(pair, meeting("het zorgoverleg"), about("de leerling/leerlingen"))
    for name, text in derive(files, wanted).items():
        yield from yaml_texts(text, f"nieuw/{name}")


def _fictional() -> Iterator[Text]:
    """What the made-up people say; the comments there are for developers."""
    for path in sorted((SOURCE / "fictional").glob("*.yaml")):
        for keys, node in _scalars(YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8")), ()):
            if SAID & set(keys):
                yield Text(f"{path.relative_to(ROOT).as_posix()}:{node.start_mark.line + 1}", node.value)


def yaml_texts(text: str, name: str, no_text: AbstractSet[str] = _NO_TEXT) -> Iterator[Text]:
    """The texts in a file of a questionnaire, and the comments between them."""
    for path, node in _scalars(YAML(typ="safe", pure=True).compose(text), ()):
        if not no_text & set(path) and node.tag.endswith(":str"):
            yield Text(f"{name}:{node.start_mark.line + 1}", node.value)
    block: list[str] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        comment = re.fullmatch(r"#(?: {1,3}(?!-)|$)(.*)", line.strip())
        starts = comment is None or not comment[1] or re.match(r"[\w`]+: ", comment[1])
        if starts and block:
            yield Text(f"{name}:{number - len(block)}", " ".join(block))
            block = []
        if comment and comment[1]:
            block.append(comment[1])


def _scalars(node: Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], ScalarNode]]:
    match node:
        case ScalarNode():
            yield path, node
        case SequenceNode():
            for part in node.value:
                yield from _scalars(part, path)
        case MappingNode():
            for key, value in node.value:
                yield from _scalars(value, (*path, key.value))


def _documents() -> Iterator[Text]:
    for path in [ROOT / "README.md", *sorted(DOCUMENTS.glob("*.md"))]:
        if path.name != "ontwikkelaars.md":
            dutch = path.name != "README.md"
            for one in markdown_texts(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()):
                dutch = is_dutch(one.text, before=dutch)
                if dutch:
                    yield one


def _for_windows() -> Iterator[Text]:
    """What stands in the folder for Windows, and what its launcher says."""
    place = ROOT / "scripts" / "windows"
    yield from markdown_texts((place / "LEES MIJ.txt").read_text(encoding="utf-8"), "LEES MIJ.txt")
    launcher = (place / "Samenspel.cmd").read_text(encoding="utf-8")
    yield from (Text("Samenspel.cmd", said) for said in re.findall(r"(?m)^echo (.+)$", launcher))
    yield Text("onderdelen.txt", folder.INTRO)


def is_dutch(text: str, *, before: bool) -> bool:
    """Say whether a text is written in Dutch and not in English, by its small words; else it is as ``before``."""
    small = re.findall(r"[a-z]+", text.lower())
    more = sum(word in _DUTCH for word in small) - sum(word in _ENGLISH for word in small)
    return more > 0 or (before and more == 0)


def markdown_texts(text: str, name: str) -> Iterator[Text]:
    """The prose of a page: paragraphs, headings, items of lists and cells of tables, without code and pictures."""
    number, block, fenced = 0, [], False
    for number, line in enumerate([*text.splitlines(), ""], 1):
        stripped = re.sub(r"^>\s?", "", line).strip()
        fence = stripped.startswith("```")
        new = fence or fenced or not stripped or re.match(r"#|\||[-*] |\d+\. |<!--|!\[", stripped)
        if new and block:
            yield Text(f"{name}:{number - len(block)}", _plain(" ".join(block)))
            block = []
        fenced ^= fence
        if fenced or fence or not stripped or re.match(r"<!--|[| -]+$", stripped):
            continue
        if stripped.startswith("|"):
            for cell in re.split(r"(?<!\\)\|", stripped.strip("|")):
                if cell.strip():
                    yield Text(f"{name}:{number}", _plain(cell.strip()))
        else:
            block.append(re.sub(r"^(?:#+|[-*](?: \[ \])?|\d+\.) ", "", stripped))


def _plain(text: str) -> str:
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"(?<!\w)\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?!\w)", "", text)
