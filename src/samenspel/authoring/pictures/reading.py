"""A picture by its name: a file in the questionnaire's own folder, and nowhere else."""

import re
from pathlib import Path
from typing import Final
from unicodedata import normalize

from samenspel.authoring.files import LABELS, NAMES
from samenspel.authoring.pictures import raster, svg
from samenspel.authoring.pictures.picture import Embedded, PictureError
from samenspel.authoring.problems import shown, suggest
from samenspel.file_kind import Kind, foreign, in_words
from samenspel.refusals import why_not_read
from samenspel.taal import _, getal

LARGEST: Final = 20_000_000
"""Bytes; a photo from a telephone has about a fifth of that."""
_ELSEWHERE = re.compile(r"[/\\:\0]|\A\.+\Z")
_PHONE: Final = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
_OUR_OWN: Final = (*NAMES, LABELS, "nieuw.yaml", "schema.json")


def read(folder: Path, name: str) -> bytes:
    """Return what is in a picture's file, of which is known that it can be shown.

    Args:
        folder: of the questionnaire.
        name: of the file, as the questionnaire has it.

    Raises:
        PictureError: it stands elsewhere, is not there, is too large, or is no picture.
    """
    raw = _bytes(folder, name)
    if svg.looks_like_one(raw):
        svg.embedded(raw)
    elif refused := _other_kind(raw):
        raise refused
    else:
        raster.decoded(raw)
    return raw


def embedded(raw: bytes, room: int, longest: int = raster.LONGEST) -> Embedded:
    """Return what :func:`read` gave as a page holds it; in ``room`` bytes and ``longest`` dots, but for an SVG."""
    return svg.embedded(raw) if svg.looks_like_one(raw) else raster.embedded(raw, room, longest)


def _bytes(folder: Path, name: str) -> bytes:
    """Return the content of the file. Raises PictureError: it is not to be had."""
    here = _("Zet het bestand in deze map, en schrijf alleen de naam ervan.")
    if _ELSEWHERE.search(name):
        raise PictureError(_("‘{naam}’ is geen bestand in deze map.").format(naam=shown(name)), here)
    try:
        # The name must be the same on a colleague's computer too: some see no difference between a and A.
        there = {normalize("NFC", one.name): one.name for one in sorted(folder.iterdir())}
        if (found := there.get(normalize("NFC", name))) is None:
            raise _absent(name, there)
        path = folder / found
        if path.resolve().parent != folder.resolve():
            raise PictureError(_("‘{naam}’ wijst naar een andere map.").format(naam=shown(name)), here)
        if not path.is_file():
            raise PictureError(_("‘{naam}’ is geen bestand.").format(naam=shown(name)), here)
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1) if path.stat().st_size <= LARGEST else None
    except OSError as error:
        message = _("‘{naam}’ is niet te lezen: {reden}.").format(naam=shown(name), reden=why_not_read(error))
        raise PictureError(message, _("Kijk of u het mag openen.")) from error
    if raw is None or len(raw) > LARGEST:
        message = _("‘{naam}’ is te groot: hooguit {grens} MB mag.").format(
            naam=shown(name), grens=getal(LARGEST / 1_000_000, 0)
        )
        raise PictureError(message, _("Maak het beeld kleiner in een programma voor foto's."))
    return raw


def _absent(name: str, there: dict[str, str]) -> PictureError:
    message = _("Het bestand ‘{naam}’ staat niet in deze map.").format(naam=shown(name))
    meant = suggest(name, [one for one in there if one not in _OUR_OWN])
    if meant:
        return PictureError(message, _("Schrijf de naam precies zoals het bestand heet, ook met hoofdletters."), meant)
    return PictureError(message, _("Zet het in de map waar ook dit bestand staat."))


def _other_kind(raw: bytes) -> PictureError | None:
    """Return why this is no picture that can be shown, as far as its beginning says so."""
    if not raw:
        return PictureError(_("Dit bestand is leeg."), _("Bewaar het beeld opnieuw."))
    if raw[4:8] == b"ftyp" and raw[8:12] in _PHONE:
        message = _("Dit is een HEIC of AVIF, zoals een telefoon die maakt. Een browser kent dat vaak niet.")
        return PictureError(message, _("Open het in een programma voor foto's, en bewaar het als JPG."))
    if raw.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")) or (raw[:4], raw[8:12]) == (b"RIFF", b"WEBP"):
        return None
    remedies: dict[Kind | None, str] = {
        "pdf": _("Maak een foto van het scherm waarop het te zien is, en bewaar die als PNG."),
        "document": _("Klik daarin met rechts op het beeld, en bewaar het als afbeelding."),
        "workbook": _("Klik daarin met rechts op het beeld, en bewaar het als afbeelding."),
        "page": _("Klik op die webpagina met rechts op het beeld, en bewaar alleen dat."),
        "archive": _("Pak het eerst uit."),
        "shortcut": _("Zet het bestand zelf in deze map."),
        "picture": _("Bewaar het als PNG of JPG: andere soorten kent een browser niet."),
    }
    kind = foreign(raw)
    what = in_words(kind) if kind in remedies and kind is not None else _("dit is geen beeld")
    return PictureError(f"{what[:1].upper()}{what[1:]}.", remedies.get(kind, _("Gebruik een PNG, een JPG of een SVG.")))
