"""``adviezen.yaml`` and ``voorlichting.yaml``: what is advised, and what the literature says."""

from typing import Annotated

from msgspec import Meta

from samenspel.questionnaire.parts import Id, Part, Share, Text, Weight
from samenspel.questionnaire.slides import Slide


class ContextTrigger(Part, frozen=True, rename={"weight": "gewicht", "shortfalls": "bij"}):
    """A context question that triggers an advice: the shortfall (0..1) for each of the answers that count."""

    weight: Weight
    shortfalls: Annotated[dict[Id, Share], Meta(min_length=1)]


class WorksheetPart(
    Part,
    frozen=True,
    rename={
        "heading": "kop",
        "text": "tekst",
        "ticks": "vinkjes",
        "questions": "vragen",
        "columns": "kolommen",
        "first_column": "eerste_kolom",
        "rows": "rijen",
    },
):
    """A piece of a worksheet: a text, boxes to tick, questions with lines to write on, and/or an empty table."""

    heading: str = ""
    text: str = ""
    ticks: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    columns: tuple[Text, ...] = ()
    first_column: tuple[Text, ...] = ()
    rows: Annotated[int, Meta(ge=0, le=12)] = 0


class Worksheet(Part, frozen=True, rename={"title": "titel", "intro": "inleiding", "parts": "delen"}):
    """One page to fill in with a pen."""

    title: Text
    intro: Text
    parts: Annotated[tuple[WorksheetPart, ...], Meta(min_length=1)]


class Advice(
    Part,
    frozen=True,
    rename={
        "title": "titel",
        "what": "wat",
        "first_step": "eerste_stap",
        "who": "wie",
        "effort": "tijd",
        "lasting": "blijvend",
        "evidence": "bewijs",
        "evidence_weight": "bewijskracht",
        "worksheet": "werkblad",
    },
):
    """One advice of the catalogue: what it is, the first step, and which answers bring it up.

    ``triggers`` maps an item id or ``kennis`` to a weight, or a context question to a :class:`ContextTrigger`;
    its order is the order in which ties between reasons are settled.
    """

    id: Id
    title: Text
    what: Text
    first_step: Text
    who: Text
    effort: Text
    lasting: Text
    evidence: Text
    evidence_weight: Share
    triggers: Annotated[dict[Id, Weight | ContextTrigger], Meta(min_length=1)]
    worksheet: Worksheet | None = None


class AdviceFile(Part, frozen=True, rename={"advices": "adviezen"}):
    """``adviezen.yaml``: the catalogue, in catalogue order."""

    advices: Annotated[tuple[Advice, ...], Meta(min_length=1)]


class Theory(Part, frozen=True, rename={"dimension": "dimensie", "text": "tekst", "source": "bron"}):
    """What the literature says of one dimension, in plain words."""

    dimension: Id
    text: Text
    source: Text


class EducationFile(Part, frozen=True, rename={"theories": "theorie", "sources": "bronnen", "slides": "presentatie"}):
    """``voorlichting.yaml``: theory for each dimension, the sources, and the slides (none: made from the theory)."""

    theories: tuple[Theory, ...]
    sources: tuple[Text, ...]
    slides: tuple[Slide, ...] = ()
