"""The text of a statement changed in the file of a questionnaire, after a look at what is odd about it.

The YAML is the truth: only that text is replaced, and what somebody changed outside meanwhile stays.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_IWRITE
from typing import Final, get_args

from msgspec import Struct

from samenspel.authoring.files import QUESTIONNAIRE, content_hash, decode, read_files
from samenspel.authoring.lint import wording
from samenspel.authoring.load import parsed, understood
from samenspel.authoring.rewriting import replaced
from samenspel.authoring.texts import odd_texts
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Item, Questionnaire
from samenspel.questionnaire.parts import Text
from samenspel.refusals import RefusalError
from samenspel.taal import _
from samenspel.whole_file import write

MOST_SIGNS: Final[int] = get_args(Text)[1].max_length
"""So long a text may be."""


class ChangedError(RefusalError):
    """Somebody changed this text, or took the statement out, since it was read."""


class ReadOnlyError(RefusalError):
    """Somebody said of the file that it may not be changed."""


class Remark(Struct, frozen=True):
    """What is odd about a text, and what to do; ``wrong``: it cannot be stored so."""

    message: str
    remedy: str
    wrong: bool


def remarks(text: str) -> Iterator[Remark]:
    """Say what is wrong with the text of a statement, or else what would make it easier to answer."""
    if not text:
        yield Remark(_("De stelling is leeg."), _("Schrijf een tekst."), wrong=True)
        return
    if len(text) > MOST_SIGNS:
        message = _("Deze tekst is te lang: {n} tekens.").format(n=len(text))
        yield Remark(message, _("Hooguit {grens} tekens mag.").format(grens=MOST_SIGNS), wrong=True)
        return
    found = list(odd_texts({QUESTIONNAIRE: {"stellingen": [{"tekst": text}]}}))
    for finding in found:
        yield Remark(finding.message, finding.allowed, wrong=True)
    if not found:
        for message, remedy in wording(text):
            yield Remark(message, remedy, wrong=False)


def as_read(questionnaire: Questionnaire, item: Item, text: str) -> list[tuple[str, str]]:
    """Return how each party that gets a statement reads its text, with the party's name; one line where all read it so.

    With ``{ander}`` in it each reads another name.
    """
    parties = [party for party in questionnaire.asked.parties if not item.only or party.id in item.only]
    told = [(party.plural, fill(questionnaire, party.id, text)) for party in parties]
    if len({text for _party, text in told}) == 1 and not item.only:
        return [(_("iedereen"), told[0][1])]
    return told


def change_statement(folder: Path, item: str, before: str, after: str) -> Questionnaire:
    """Put ``after`` in the place of the text ``before`` of a statement, and return the questionnaire as it is then.

    Raises:
        ChangedError: the statement has another text by now, or is gone; nothing was written.
        UnchangeableError: it stands so in the file that only a text editor can change it.
        ReadOnlyError: the file may not be changed.
        QuestionnaireError: the files have errors, before or after it; nothing was written.
        OSError: the disk refuses.
    """
    files = read_files(folder)
    current = understood(folder, parsed(folder, files), content_hash(files))
    places = [place for place, one in enumerate(current.asked.items) if one.id == item]
    if not places:
        raise ChangedError(_("Deze stelling is er niet meer: iemand haalde haar weg. Er is niets bewaard."))
    (place,) = places
    if (there := current.asked.items[place].text) not in {before, after}:
        text = _("Iemand veranderde deze stelling intussen. Er staat nu: ‘{tekst}’ Er is niets bewaard.")
        raise ChangedError(text.format(tekst=there))
    return _written(folder, files, ("stellingen", place, "tekst"), after)


def raise_version(folder: Path) -> Questionnaire:
    """Raise the version as for a statement that asks something else. Raises as :func:`change_statement` does."""
    files = read_files(folder)
    version = understood(folder, parsed(folder, files), content_hash(files)).version
    first, second, _last = version.split(".")
    return _written(folder, files, ("versie",), f"{first}.{int(second) + 1}.0")


def _written(folder: Path, files: dict[str, bytes], path: tuple[str | int, ...], value: str) -> Questionnaire:
    """Write the file with another value at ``path``, when it is a sound questionnaire then."""
    name = str(folder / QUESTIONNAIRE)
    text = decode(name, files[QUESTIONNAIRE])
    mark = BOM_UTF8 if files[QUESTIONNAIRE].startswith(BOM_UTF8) else b""
    changed = {**files, QUESTIONNAIRE: mark + replaced(text, path, value, QUESTIONNAIRE).encode()}
    questionnaire = understood(folder, parsed(folder, changed), content_hash(changed))
    if read_files(folder) != files:  # somebody saved it while we worked
        raise ChangedError(
            _("Iemand bewaarde de vragenlijst op hetzelfde moment. Er is niets bewaard. Probeer opnieuw.")
        )
    file = (folder / QUESTIONNAIRE).resolve()  # a link stays one
    mode = S_IMODE(file.stat().st_mode)
    if not mode & S_IWRITE:
        told = _("‘{bestand}’ mag alleen gelezen worden. Er is niets bewaard. Zet dat uit bij de eigenschappen ervan.")
        raise ReadOnlyError(told.format(bestand=QUESTIONNAIRE))
    write(file, changed[QUESTIONNAIRE])
    with suppress(OSError):  # who could read it, still can; a drive that does not know that is none the worse
        file.chmod(mode)
    return questionnaire
