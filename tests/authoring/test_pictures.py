"""Pictures of one's own: what can be shown, what is said of the rest, and that a photo tells nothing but itself."""

import io
import re
import shutil
import struct
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image as Pillow

from commands import write_questionnaire
from samenspel.authoring import QuestionnaireError
from samenspel.authoring.lint import check
from samenspel.authoring.pictures import raster, svg
from samenspel.authoring.pictures.named import load_pictures
from samenspel.authoring.pictures.picture import PictureError
from samenspel.authoring.pictures.reading import LARGEST, embedded, read
from samenspel.questionnaire.model import Image, Slide

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 10">'
DRAWING = f'{START}<style>.a{{fill:url(#b)}}</style><g id="b"/><use xlink:href="#b"/><text>Wij &amp; u</text></svg>'
ROOM = 150_000


def picture(size=(40, 30), form="PNG", mode="RGB", **how) -> bytes:
    made = io.BytesIO()
    Pillow.new(mode, size, how.pop("colour", 90)).save(made, form, **how)
    return made.getvalue()


def noisy(width, height, form="JPEG", **how) -> bytes:
    made = io.BytesIO()
    dots = Random(1).randbytes(width * height * 3 // 16)
    Pillow.frombytes("RGB", (width // 4, height // 4), dots).resize((width, height)).save(made, form, **how)
    return made.getvalue()


def from_a_phone() -> bytes:
    """A photo that was held upright, and says where it was made, on which telephone, and something about it."""
    told = Pillow.Exif()
    told[0x0112], told[0x010F] = 6, "Telefoonmerk"
    told.get_ifd(0x8825).update({1: "N", 2: (52.0, 13.0, 7.0)})
    return noisy(800, 400, exif=told, comment=b"Bij ons thuis", quality=90)


def bomb() -> bytes:
    """The beginning of a PNG that says to be of 60,000 by 60,000 dots."""
    body = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT"


@pytest.mark.parametrize(
    ("raw", "kind", "size"),
    [
        (picture(), "png", (40, 30)),
        (picture(form="JPEG"), "jpeg", (40, 30)),
        (picture(form="GIF", mode="P"), "png", (40, 30)),
        (picture(form="WEBP"), "png", (40, 30)),
        (picture(form="JPEG", mode="CMYK"), "jpeg", (40, 30)),
        (picture(mode="I;16", colour=40_000), "png", (40, 30)),
        (picture((3200, 400)), "png", (1600, 200)),
        (from_a_phone(), "jpeg", (400, 800)),
        (DRAWING.encode(), "svg+xml", (300, 100)),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- -->" + DRAWING.encode(), "svg+xml", (300, 100)),
    ],
)
def test_what_can_be_shown(tmp_path, raw, kind, size):
    (tmp_path / "a.dat").write_bytes(raw)
    made = embedded(read(tmp_path, "a.dat"), ROOM)
    assert (made.kind, (made.width, made.height)) == (kind, size)
    assert made == embedded(raw, ROOM)  # the same each time
    assert made.address.startswith(f"data:image/{kind};base64,")


BAD_FILES = {
    "nothing in it": (b"", "leeg"),
    "no picture": (b"Dit is een tekst.", "geen beeld"),
    "bytes": (b"\0\1\2\3" * 9, "geen beeld"),
    "cut off": (noisy(400, 300)[:3000], "niet heel"),
    "only its first bytes": (b"\x89PNG\r\n\x1a\n", "niet heel"),
    "a bomb": (bomb(), "te veel punten: hooguit 50 miljoen"),
    "of a telephone": (b"\0\0\0\x18ftypheic\0\0\0\0", "bewaar het als JPG"),
    "a PDF": (b"%PDF-1.7", "foto van het scherm"),
    "Word": (b"PK\x03\x04 word/document.xml", "met rechts op het beeld"),
    "zipped": (b"PK\x03\x04", "Pak het eerst uit"),
    "a shortcut": (b"L\0\0\0\x01\x14\x02\0", "bestand zelf in deze map"),
    "of Paint": (b"BM\0\0\0\0", "Bewaar het als PNG"),
    "a page": (b"<!doctype html><svg></svg>", "alleen dat"),
    "cut off SVG": (DRAWING[:-6].encode(), "niet heel"),
    "no SVG": (b"<a><svg/></a>", "geen SVG"),
    "large SVG": (f"{START}{' ' * svg.LARGEST}</svg>".encode(), "hooguit 200 kB"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_no_picture_is_told_with_what_to_do(tmp_path, name):
    raw, said = BAD_FILES[name]
    (tmp_path / "a.png").write_bytes(raw)
    with pytest.raises(PictureError, match=said) as refused:
        read(tmp_path, "a.png")
    assert refused.value.remedy


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        "<g><x:script xmlns:x='http://www.w3.org/1999/xhtml'/></g>",
        "<rect onclick='alert(1)'/>",
        "<g ONLOAD='a'/>",
        "<foreignObject/>",
        "<set attributeName='xlink:href' to='a'/>",
        "<image href='https://x.test/a.png'/>",
        "<image xlink:href='a.png'/>",
        "<use href='data:image/svg+xml,a'/>",
        "<a href='javascript:alert(1)'/>",
        "<rect fill='url(https://x.test/#a)'/>",
        "<rect style='fill:u\\72l(//x.test/a)'/>",
        "<style>@import 'a.css';</style>",
        "<style>@im<g/>port 'a.css';</style>",
        "<style>a{background:image-set('a')}</style>",
        '<style><![CDATA[a{b:URL( "//x.test")}]]></style>',
        "<g xml:base='https://x.test/'/>",
        "<image href='data:image/jpeg;base64,AEV4aWYAAA=='/>",
        "<g unbound:a='b'/>",
        "&unknown;",
    ],
)
def test_an_svg_that_could_run_or_fetch_something_is_refused(part):
    with pytest.raises(PictureError):
        svg.embedded(f"{START}{part}</svg>".encode())


def test_an_svg_with_entities_is_refused():
    with pytest.raises(PictureError, match="DOCTYPE"):
        svg.embedded(f'<!DOCTYPE svg [<!ENTITY a "b">]>{START}&a;</svg>'.encode())
    described = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert svg.embedded(f"{described}{START}</svg>".encode()) == svg.embedded(f"{START}</svg>".encode())


def test_of_an_svg_goes_along_what_is_seen():
    mine = "xmlns:ink='http://www.inkscape.org/namespaces/inkscape'"
    private = f"<!-- Jan --><ink:grid {mine} a='Jan'><g/>Jan</ink:grid><metadata><g>Jan</g></metadata>"
    kept = DRAWING.replace("<g id=", f"{private}<g {mine} ink:export='C:\\Jan' title='&quot;&lt;' id=")
    made = svg.embedded(kept.encode()).data.decode()
    assert "Jan" not in made
    assert '<g title="&quot;&lt;" id="b"></g><use xlink:href="#b"></use><text>Wij &amp; u</text>' in made
    assert svg.embedded(made.encode()).data.decode() == made


@settings(max_examples=60)
@given(
    st.sampled_from([picture((9, 9)), picture((9, 9), "JPEG"), picture((9, 9), "GIF", "P"), DRAWING.encode()]),
    st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=3)), max_size=4),
)
def test_whatever_bytes_give_a_picture_or_a_sentence(tmp_path_factory, raw, changes):
    for place, new in changes:
        at = place % len(raw)
        raw = raw[:at] + new + raw[at + 1 :]
    folder = tmp_path_factory.getbasetemp()
    (folder / "bytes").write_bytes(raw)
    try:
        held = embedded(read(folder, "bytes"), ROOM).data
    except PictureError as error:
        told = str(error)
        assert told.endswith(".")
    else:
        assert len(held) <= ROOM


def test_a_photo_tells_nothing_but_itself():
    made = embedded(from_a_phone(), ROOM)
    for told in (b"Exif", b"Telefoonmerk", b"thuis", b"GPS"):
        assert told not in made.data
    with Pillow.open(io.BytesIO(made.data)) as seen:
        assert (seen.size, dict(seen.getexif())) == ((400, 800), {})


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_large_picture_becomes_small_and_keeps_what_can_be_seen_through(mode):
    dots = Pillow.frombytes("RGB", (300, 300), Random(2).randbytes(270_000)).convert(mode)
    if mode == "RGBA":
        dots.putalpha(Pillow.linear_gradient("L").resize((300, 300)))
    raw = io.BytesIO()
    dots.save(raw, "PNG")
    made = raster.embedded(raw.getvalue(), 20_000)
    assert len(made.data) <= 20_000
    assert (made.clear, made.kind) == ((True, "png") if mode == "RGBA" else (False, "jpeg"))


# By its name, in the questionnaire's own folder. ---------------------------------------------------------------------


@pytest.fixture
def pictured(tmp_path, small):
    """``pictured(logo, *images)``: the small questionnaire, with these pictures, in a folder."""

    def made(logo, *images):
        slides = (
            *(Slide(id=f"b{n}", title="Kijk", image=one) for n, one in enumerate(images)),
            *small.education.slides,
        )
        limits = Slide(id="grenzen", title="Grenzen", text="Een test.")
        own = replace(small, education=replace(small.education, slides=(*slides, limits), logo=logo))
        return own, write_questionnaire(tmp_path / "klein", own)

    return made


def wrong_with(folder) -> str:
    with pytest.raises(QuestionnaireError) as caught:
        check(folder)
    (problem,) = caught.value.problems
    assert (problem.line > 0, problem.column > 0) == (True, True)
    assert problem.file.endswith("voorlichting.yaml")
    return str(problem)


@pytest.mark.parametrize("name", ["../a.png", "/a.png", "C:\\a.png", "map/a.png", "..", "link.png"])
def test_nothing_outside_the_folder_is_looked_at(pictured, tmp_path, name):
    (tmp_path / "a.png").write_bytes(picture())
    _own, folder = pictured(Image(name, "Ons logo"))
    (folder / "link.png").symlink_to(tmp_path / "a.png")
    assert "Zet het bestand in deze map" in wrong_with(folder)


@pytest.mark.parametrize("there", ["Foto.PNG", "foto.png.png", "foto.jpg"])
def test_a_name_that_looks_like_it_is_proposed(pictured, there):
    _own, folder = pictured(None, Image("foto.png", "Een plein"))
    (folder / there).write_bytes(picture())
    told = wrong_with(folder)
    assert "‘foto.png’ staat niet in deze map" in told
    assert f"Bedoelde u ‘{there}’?" in told


def test_what_is_far_too_large_is_not_read(pictured):
    _own, folder = pictured(None, Image("foto.png", "Een plein"))
    with (folder / "foto.png").open("wb") as file:
        file.truncate(50_000_000)  # it takes no room on the disk
    assert "hooguit 20 MB" in wrong_with(folder)
    assert LARGEST == 20_000_000


def test_a_folder_or_nothing_of_that_name(pictured):
    _own, folder = pictured(Image("logo.png", "Ons logo"))
    assert "Zet het in de map" in wrong_with(folder)
    (folder / "logo.png").mkdir()
    assert "is geen bestand" in wrong_with(folder)


def test_a_text_that_says_nothing_is_a_warning_and_none_at_all_an_error(pictured):
    words = ["Logo.", "Plein bij de school", "foto"]
    _own, folder = pictured(Image("logo.svg", words[0]), *(Image("foto.png", text) for text in words[1:]))
    (folder / "logo.svg").write_text(DRAWING)
    (folder / "foto.png").write_bytes(picture())
    told = [one for one in check(folder).warnings if "wat er te zien is" in one.message]
    assert len(told) == 2
    file = folder / "voorlichting.yaml"
    file.write_text(re.sub(r',\s*"tekst":\s*"foto"', "", file.read_text()))
    assert "wat er te zien is, voor wie het niet kan zien" in wrong_with(folder)


def test_eight_photos_and_a_logo_fit_in_a_mail(pictured):
    own, folder = pictured(Image("logo.png", "Ons logo"), *(Image(f"{n}.jpg", "Een plein") for n in range(8)))
    (folder / "0.jpg").write_bytes(noisy(1000, 750, quality=95))
    for number in range(1, 8):
        shutil.copy(folder / "0.jpg", folder / f"{number}.jpg")
    (folder / "logo.png").write_bytes(picture((2000, 1000)))
    made = load_pictures(folder, own)
    assert sum(len(one.address) for one in made.values()) < 1_300_000
    assert all(len(made[f"{n}.jpg"].data) > 40_000 for n in range(8))
    assert made["logo.png"].width == 480


def test_drawings_that_are_too_large_together_are_refused_at_the_one_that_has_no_room(pictured):
    own, folder = pictured(None, *(Image(f"{n}.svg", "Een kaart van de wijk") for n in range(6)))
    points = " ".join(f"{n % 997},{n % 991}" for n in range(25_000))
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 999 999"><polyline points="{points}"/></svg>'
    for number in range(6):
        (folder / f"{number}.svg").write_text(drawing)
    with pytest.raises(QuestionnaireError, match="samen te groot voor één presentatie") as refused:
        load_pictures(folder, own)
    (problem,) = refused.value.problems
    lines = (folder / "voorlichting.yaml").read_text("utf-8").splitlines()
    assert len(drawing) * 4 < 900_000 < len(drawing) * 5
    assert "4.svg" in lines[problem.line - 1]
