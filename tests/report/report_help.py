"""What the report's tests share: a filled-in response, a sample of every block, and readers of what was rendered."""

import io
from datetime import date
from html.parser import HTMLParser

import msgspec
from pypdf import PdfReader

from samenspel.questionnaire import model as m
from samenspel.questionnaire.applicability import applicable_items
from samenspel.report import document as d
from samenspel.report import pdf
from samenspel.report.pdf import styles
from samenspel.report.personal.parts import Personal
from samenspel.response import Response

DAY = date(2026, 11, 23)
HOSTILE = (
    "[/]",
    "<b>",
    "</p><script>alert(1)</script>",
    '<img src="/etc/passwd">',
    "&lt;b&gt; &amp; &",
    "\x1b[31mrood\x1b[0m",
    "links \u202e omgekeerd \u2066 rechts",
    "🦄 en 😀",
    "x" * 2_000,
    "woord " * 330,
    "regel\n" * 60,
    "=1+1",
)

SAMPLES = (
    d.Heading(1, "Een deel"),
    d.Heading(2, "Een stuk"),
    d.Heading(3, "Een kop"),
    d.Paragraph("Lopende tekst."),
    d.Paragraph("Kleine tekst.", small=True),
    d.Notice("Let hierop."),
    d.Bullets(("eerste punt", "tweede punt")),
    d.Beside(d.SideList("Laag", ("te doen", "ook nog")), d.SideList("Hoog", ("gaat goed",))),
    d.Facts((("naam", "waarde"), ("ander", "iets"))),
    d.ScoreChart(
        "Scores",
        "Dit staat er.",
        (
            d.ScoreRow("Rol", 2.75, 3.5, "knelpunt", "weet ik niet: 1 van 4"),
            d.ScoreRow("Relatie", None, None, "onvoldoende", ""),
        ),
        ((1.0, "knelpunt"), (3.0, "aandacht"), (4.0, "sterk")),
    ),
    d.ShareChart("Kennis", "Zo zit het.", (("goed", 3, 4), ("anders", 1, 4))),
    d.GapChart(
        "Verschil",
        "Dit verschilt.",
        ("bakkers", "slagers"),
        (
            d.GapRow("Rol", (2.75, 3.5), whole=3.1, gap="verschil 0,8", remark="spreiding klein"),
            d.GapRow("Band", (None, None), ("minder dan 5", "verborgen omdat"), whole=2.4),
        ),
        "allen",
    ),
    d.SpreadChart(
        "Spreiding",
        "Zo liep het uiteen.",
        (
            d.SpreadRow("Een stelling", (1, 2, 3, 4, 5), 2, "gemiddeld 3,7"),
            d.SpreadRow("Nog een", None, 0, "bijna iedereen antwoordde eens"),
        ),
        ("zeer oneens", "oneens", "geen van beide", "eens", "zeer eens"),
        "weet niet",
    ),
    d.Table("Tabel", ("kop a", "kop b"), (("cel een", "cel twee"), ("cel drie", "cel vier")), (1, 2)),
    d.AdviceCard(
        "Advies", "Wat het is.", ("Daarom.", "En hierom."), "Zo bleek.", "Bel iemand.", (("Wie", "U zelf."),), "Blad"
    ),
    d.WorksheetPage(
        "Blad",
        "Vul in.",
        (
            d.SheetPart("Kop", "Uitleg.", ("vinkje",), ("Wat wilt u?",), ("wat", "wie"), (("taak", ""), ("", ""))),
            d.SheetPart("", "", (), (), (), ()),
        ),
    ),
)


def parts(questionnaire: m.Questionnaire, response: Response, **more: object) -> dict[str, d.Document]:
    """All parts of the report of one person that there are."""
    return dict(Personal(questionnaire, response, DAY, **more).parts())


def document(*blocks: d.Block) -> d.Document:
    return d.Document("De titel", "De ondertitel", "De voet", blocks)


def texts(value: object) -> list[str]:
    """Every text in a block, however deep."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    if isinstance(value, msgspec.Struct):
        return [text for name in value.__struct_fields__ for text in texts(getattr(value, name))]
    return []


def squeezed(text: str) -> str:
    """Text without white space and in small letters: what is left when lines are broken elsewhere."""
    return "".join(text.split()).lower()


def pdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def lowest(page) -> float:
    """How far down the text on a page goes: 0 is its top, 1 the bottom of what can be filled."""
    heights: list[float] = []

    def note(text, moved, placed, _font, _size):
        height = placed[4] * moved[1] + placed[5] * moved[3] + moved[5]
        if text.strip() and height > styles.BOTTOM - 5:
            heights.append(height)

    page.extract_text(visitor_text=note)
    return (styles.PAGE[1] - styles.TOP - min(heights)) / styles.HEIGHT


class PageReader(HTMLParser):
    """Reads tags, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def filled_in(questionnaire: m.Questionnaire, **changes: object) -> Response:
    """A response to everything, in all directions."""
    party = questionnaire.asked.parties[0].id
    empty = Response(party=party, experience="nog-niet", meeting="ja", area="noord")
    items = applicable_items(questionnaire, empty)
    answers = {item.id: 1 + place % 5 for place, item in enumerate(items)}
    answers |= {item.id: 0 for item in items[::4] if item.dont_know}
    base = Response(
        party=party,
        experience="nog-niet",
        meeting="ja",
        area="noord",
        answers=answers,
        notes={item.id: f"Noot bij {item.id}." for item in items[::3]},
        knowledge={card.id: party for card in questionnaire.asked.cards},
        open={q.id: "Mijn eigen woorden." for q in questionnaire.asked.open_questions if not q.activities},
        activities={a.id: True for q in questionnaire.asked.open_questions for a in q.activities[:1]},
        shared=(questionnaire.asked.open_questions[0].id,),
    )
    return msgspec.structs.replace(base, **changes)


def pages(document: d.Document) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(document))).pages]


def charts_of(document: d.Document, kind: type) -> list:
    return [block for block in document.blocks if isinstance(block, kind)]
