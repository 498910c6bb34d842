"""A photo or a drawing in dots: decoded whole, turned upright, made anew so that it is small and tells nothing else.

A photo from a telephone knows where and when it was made, and on which device. Only its dots go on from here. Pillow is
imported when there is such a picture.
"""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Final
from warnings import catch_warnings, simplefilter

from samenspel.authoring.pictures.picture import Embedded, PictureError
from samenspel.taal import _, getal

if TYPE_CHECKING:
    from PIL import Image

MOST_DOTS: Final = 50_000_000
"""A small file can hold very many dots: it is not unfolded then."""
LONGEST: Final = 1_600
"""The most dots of the longest side: what a beamer can show, or nearly."""
_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP")
_QUALITIES: Final = (85, 75, 65, 55)
_COLOURS: Final = 256
_SMALLER: Final = 0.8


def decoded(raw: bytes) -> "Image.Image":
    """Return a picture upright, with its longest side at most ``LONGEST``; of a moving one the first moment.

    Raises:
        PictureError: it has too many dots, or it cannot be read to its end.
    """
    from PIL import Image

    try:
        with catch_warnings():
            simplefilter("ignore")
            with Image.open(BytesIO(raw), formats=_FORMATS) as image:
                if image.width * image.height <= MOST_DOTS:
                    return _upright(image)
    except Image.DecompressionBombError:
        pass
    except Exception as error:
        message, remedy = _("Dit beeld is niet heel."), _("Bewaar het opnieuw als PNG of JPG, of neem een ander beeld.")
        raise PictureError(message, remedy) from error
    message = _("Dit beeld heeft te veel punten: hooguit {grens} miljoen mag.").format(grens=getal(MOST_DOTS / 1e6, 0))
    raise PictureError(message, _("Maak het kleiner in een programma voor foto's. 1600 punten breed is genoeg."))


def embedded(raw: bytes, room: int, longest: int = LONGEST) -> Embedded:
    """Return a picture made anew, of at most ``room`` bytes and ``longest`` dots. Raises PictureError: as above."""
    image = decoded(raw)
    image.thumbnail((longest, longest))
    while True:
        for kind, data in _tries(image, photo=raw.startswith(b"\xff\xd8")):
            if len(data) <= room:
                return Embedded(kind, data, image.width, image.height, image.mode == "RGBA")
        image = image.resize((max(1, round(image.width * _SMALLER)), max(1, round(image.height * _SMALLER))))


def _upright(image: "Image.Image") -> "Image.Image":
    """Return the dots of an opened picture, turned as its maker held it, and nothing else that its file says."""
    from PIL import Image, ImageOps

    image.draft(image.mode, (LONGEST, LONGEST))  # a large photo is decoded at a half or a quarter
    image.load()
    with suppress(Exception):  # what tells how to turn it may be broken; the photo itself is whole then
        image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # 65,536 greys
        image = image.convert("I").point(lambda grey: grey / 256).convert("L")
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    dots = Image.new(image.mode, image.size)
    dots.paste(image)
    return dots


def _tries(image: "Image.Image", *, photo: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the picture in ever fewer bytes; what is a drawing, or can be seen through, is kept sharp."""
    clear = image.mode == "RGBA"
    if clear or not photo:
        yield "png", _saved(image, "PNG")
    if clear or (not photo and image.getcolors(_COLOURS)):
        yield "png", _saved(image.quantize(_COLOURS), "PNG")
    if not clear:
        for quality in _QUALITIES:
            yield "jpeg", _saved(image, "JPEG", quality=quality, optimize=True)


def _saved(image: "Image.Image", form: str, **how: int) -> bytes:
    made = BytesIO()
    image.save(made, form, **how)
    return made.getvalue()
