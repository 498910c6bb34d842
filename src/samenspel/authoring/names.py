"""The names for a new questionnaire: what somebody typed → a name that fits in a sentence, or why not. Pure."""

import re
import unicodedata
from typing import Final

from msgspec import Struct

from samenspel.authoring.problems import shown
from samenspel.authoring.references import RESERVED_PARTIES
from samenspel.taal import _, meervoud, opsomming

LIMIT: Final = 40
"""The most characters that a name may have."""
_WRONG = re.compile(r"[^\w ’'-]")


class WrongNameError(ValueError):
    """A name cannot be used; ``str()`` says why, in Dutch."""


class Name(Struct, frozen=True):
    """What one and more of something are called; ``article`` is ``de`` or ``het``."""

    singular: str
    plural: str = ""
    article: str = "de"

    @property
    def id(self) -> str:
        """The name as an id."""
        return slug(self.singular)


def party(typed: str, first: Name | None = None) -> Name:
    """Read the name of a party; ``first``: the other one. Raises WrongNameError: it cannot be used, or is the same."""
    found = name(typed)
    if found.id in RESERVED_PARTIES:
        raise WrongNameError(_("De naam ‘{naam}’ heeft al een vaste betekenis.").format(naam=found.singular))
    if first is not None and found.id == first.id:
        raise WrongNameError(_("De twee partijen hebben dezelfde naam."))
    if first is not None and slug(found.plural) == slug(first.plural):
        text = _("De twee partijen hebben hetzelfde meervoud: ‘{meer}’. Geef elke partij een eigen meervoud.")
        raise WrongNameError(text.format(meer=found.plural))
    return found


def meeting(typed: str) -> Name:
    """Read the name of a meeting. Raises WrongNameError: it cannot be used, or says that there is none."""
    words = re.findall(r"\w+", typed.lower())
    if _("geen") in words or words == [_("nee")]:
        text = _("Is er geen vast overleg? Noem dan het gesprek dat er het meest op lijkt, zoals ‘het koffie-uur’.")
        raise WrongNameError(text)
    return name(typed, plural=False, article=True)


def about(typed: str) -> Name:
    """Read what they are called for whom the parties work. Raises WrongNameError."""
    return name(typed, article=True)


def name(typed: str, *, plural: bool = True, article: bool = False) -> Name:
    """Read ``leraar/leraren``, or without ``plural`` ``het wijkoverleg``.

    An article in front is taken along; with ``article`` it has to be there, else it is ``de``, as for most people, or
    ``het``, as for a *maatje*.

    Raises:
        WrongNameError: this cannot be a name.
    """
    one, *more = (part.strip() for part in unicodedata.normalize("NFC", typed).split("/"))
    before, one = _apart(one)
    if not plural:
        if more:
            raise WrongNameError(_("Gebruik hier geen streep: één naam is genoeg."))
        if not one:
            raise WrongNameError(_("Hier staat geen naam. Typ er een, zoals ‘het zorgoverleg’."))
        _check(one, article=article)
        return Name(one, article=_article(before, one, needed=article))
    if len(more) > 1:
        text = _("Hier staan {n} schuine strepen. Gebruik er één, zoals ‘leraar/leraren’.")
        raise WrongNameError(text.format(n=len(more)))
    _before, many = _apart("".join(more))
    if not (one and many):
        raise WrongNameError(_("Schrijf één en meer met een schuine streep ertussen, zoals ‘leraar/leraren’."))
    _check(one, article=article)
    _check(many)
    return Name(one, many, _article(before, one, needed=article))


def slug(text: str) -> str:
    """Return ``text`` as an id: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _apart(typed: str) -> tuple[str, str]:
    """Return the article that stands before a name, or nothing, and the name."""
    found = re.fullmatch(r"(de|het)\s+(.+)", typed, re.IGNORECASE)
    return (found[1].lower(), found[2]) if found else ("", typed)


def _article(before: str, one: str, *, needed: bool) -> str:
    if needed and not before:
        raise WrongNameError(_("Zet er ‘de’ of ‘het’ voor: ‘de {naam}’ of ‘het {naam}’.").format(naam=one))
    return before or ("het" if one.endswith("je") else "de")


def _check(word: str, *, article: bool = False) -> None:
    """Make sure that this fits in a sentence; ``article``: it needs one. Raises WrongNameError: what is wrong."""
    if doubled := re.match(r"(een|de|het)\s+", word, re.IGNORECASE):
        text = _("Schrijf ‘{naam}’ zonder lidwoord: laat ‘{lidwoord}’ weg.")
        if article and doubled[1].lower() == "een":
            text = _("Schrijf ‘de {naam}’ of ‘het {naam}’, in plaats van ‘{lidwoord}’.")
        raise WrongNameError(text.format(naam=shown(word[doubled.end() :]), lidwoord=doubled[1]))
    if len(word) > LIMIT:
        text = _("‘{naam}’ heeft {n} tekens, hooguit {grens} mag. Kies een kortere naam.")
        raise WrongNameError(text.format(naam=shown(word), n=len(word), grens=LIMIT))
    if wrong := list(dict.fromkeys(_WRONG.findall(word))):
        signs = opsomming([f"‘{one}’" if one.isprintable() else _("een onzichtbaar teken") for one in wrong])
        text = meervoud("In ‘{naam}’ mag {tekens} niet.", "In ‘{naam}’ mogen {tekens} niet.", len(wrong))
        allowed = _("Gebruik letters, cijfers, spaties, ’ en -.")
        raise WrongNameError(f"{text.format(naam=shown(word), tekens=signs)} {allowed}")
    if not word[0].isalpha():
        raise WrongNameError(_("‘{naam}’ begint niet met een letter. Dat moet wel.").format(naam=word))
    if not word[-1].isalnum():
        raise WrongNameError(_("‘{naam}’ eindigt niet met een letter of cijfer. Dat moet wel.").format(naam=word))
    if not slug(word):
        raise WrongNameError(_("In ‘{naam}’ staat geen letter van a tot z. Die moet er wel in.").format(naam=word))
