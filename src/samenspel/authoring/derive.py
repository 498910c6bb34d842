"""A questionnaire for two other parties, made from the text of the one that comes along, with its comments. Pure.

What only holds for the parties of that one goes out: figures of the study, knowledge cards, slides, and what is about
the work of one of them. A trainer adds what holds for the new parties.
"""

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from samenspel.authoring.files import ADVICE, EDUCATION, QUESTIONNAIRE
from samenspel.authoring.names import Name

SOURCE: Final = "samenwerking-jeugd"
_NOT_FOR_ALL = ("warme-overdracht", "zichtbaar-in-de-wijk", "buurtouder")
_UNTRIED = "0.1"
"""The evidence weight of every advice: for these parties nobody looked into it."""
_YOUNG = (
    ("jongeren of gezinnen op dit blad", "jongeren op dit blad"),
    ("De jongeren of het gezin weten", "De jongeren weten"),
    ("Hoe horen de jongere en de ouders dit?", "Hoe hoort de jongere dit?"),
    ("met elkaar en aan de weegtafel", "met elkaar en tijdens de weegtafel"),
)
"""What holds for young people and their families only, and how it reads for anyone."""


class Names(Struct, frozen=True):
    """All that is asked of whoever makes a questionnaire.

    ``about``: whom the two parties work for. ``taken``: ids that other questionnaires have.
    """

    parties: tuple[Name, Name]
    meeting: Name
    about: Name
    taken: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The questionnaire's id, made of the parties' names; one that is not ``taken``."""
        return questionnaire_id(self.parties, self.taken)


def questionnaire_id(parties: tuple[Name, Name], taken: tuple[str, ...]) -> str:
    """Return an id made of the parties' names; one that is not ``taken``."""
    made = "-".join(party.id for party in parties)[:50].rstrip("-")
    return f"{made}-eigen" if made in taken else made


def derive(files: Mapping[str, str], wanted: Names) -> dict[str, str]:
    """Return the three files of a new questionnaire.

    Args:
        files: the text of the three files of ``samenwerking-jeugd``.
        wanted: the names.
    """
    return {
        QUESTIONNAIRE: _renamed(_questionnaire(files[QUESTIONNAIRE], wanted), wanted),
        ADVICE: _renamed(_advices(files[ADVICE]), wanted),
        EDUCATION: _education(files[EDUCATION], wanted),
    }


def _questionnaire(text: str, wanted: Names) -> str:
    first, second = wanted.parties
    text = _without(text, "onderzoek")
    text = _without_part(text, "rol-generalist")
    text = text.replace("bel-jongere", "bel-voor-wie").replace("# 45 stellingen", "# 44 stellingen")
    text = re.sub(r"(?m)^# onderzoek: .*\n", _COMMENT_STUDY, text, count=1)
    text = re.sub(r"(?m)^# Verandert u iets\?", _COMMENT_START.format(id=wanted.id) + r"\g<0>", text, count=1)
    text = re.sub(r"(?m)^id: .*$", f"id: {wanted.id}", text, count=1)
    text = re.sub(
        r"(?m)^titel: .*$", f'titel: "Zelftest samenwerking {first.plural} en {second.plural}"', text, count=1
    )
    text = re.sub(
        r"(?m)^partijen:\n(?:  .*\n)+",
        "partijen:\n"
        + "".join(
            f'  - id: "{party.id}"\n    enkelvoud: "{party.singular}"\n    meervoud: "{party.plural}"\n'
            for party in wanted.parties
        ),
        text,
        count=1,
    )
    text = text.replace("In welk stadsdeel of gebied werkt u?", "In welk gebied werkt u?")
    text = re.sub(r"(?m)^    uitleg: >-\n      De weegtafel is.*\n(?:      .*\n)+", _MEETING, text, count=1)
    text = re.sub(r"(?m)^# 13 kaarten met.*\n# wie: .*\n", _COMMENT_CARDS, text, count=1)
    text = re.sub(r"(?m)^rolkennis:\n(?:(?: .*)?\n)*?(?=#)", "rolkennis: []\n\n", text, count=1)
    return re.sub(r"(?m)^\nverantwoording:\n(?:  .*\n)+", _ACCOUNT, text, count=1)


def _advices(text: str) -> str:
    for advice in _NOT_FOR_ALL:
        text = _without_part(text, advice)
    text = re.sub(r"(?m)^    bewijs:.*\n(?:     +.*\n)*", _EVIDENCE, text)
    text = re.sub(r"(?m)^(    bewijskracht: )[0-9.]+$", rf"\g<1>{_UNTRIED}", text)
    text = re.sub(r"(?m)^# bewijskracht: .*\n#   .*\n", _COMMENT_EVIDENCE, text, count=1)
    text = re.sub(r"(?m)^      rol-generalist: .*\n", "", text)
    for young, anyone in _YOUNG:
        text = text.replace(young, anyone)
    text = text.replace("bel-jongere", "bel-voor-wie").replace("stadsdelen", "gebieden")
    return re.sub(r"Wijkcoaches bespreken ook: [^?]*\?\s+", "", text)


def _education(text: str, wanted: Names) -> str:
    """Keep theory and sources; without slides they are made from the theory."""
    text = text.replace("cliënten", wanted.about.plural)
    start = text.find("# --- Presentatie")
    return text if start < 0 else text[:start].rstrip() + "\n\n" + _COMMENT_SLIDES


def _renamed(text: str, wanted: Names) -> str:
    """Put in the names, except where the study's own parties are meant (between ⟨ and ⟩)."""
    first, second = wanted.parties
    meeting = f"{wanted.meeting.article} {wanted.meeting.singular}"
    about = wanted.about
    others = "de" if second.article == "de" else "het"
    pairs = (
        (r"wijkcoaches", first.plural),
        (r"\bde wijkcoach\b", f"{first.article} {first.singular}"),
        (r"wijkcoach", first.singular),
        (r"jongerenwerkers", second.plural),
        (r"\bde jongerenwerker\b", f"{others} {second.singular}"),
        (r"jongerenwerker", second.singular),
        (r"\bde weegtafel\b", meeting),
        (r"\bde jongere\b", f"{about.article} {about.singular}"),
        (r"\bjongeren\b", about.plural),
        (r"\bjongere\b", about.singular),
    )
    kept = re.split(r"(⟨[^⟩]*⟩)", text)
    for place in range(0, len(kept), 2):
        kept[place] = _replaced(kept[place], pairs)
    return "".join(kept).replace("⟨", "").replace("⟩", "")


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """Replace all at once, so that a new name is never replaced again; a capital stays a capital."""
    known = re.compile("|".join(f"({pattern})" for pattern, _new in pairs), re.IGNORECASE)

    def put(found: re.Match[str]) -> str:
        new = pairs[(found.lastindex or 1) - 1][1]
        return new[0].upper() + new[1:] if found[0][0].isupper() else new

    return known.sub(put, text)


def _without(text: str, key: str) -> str:
    """Leave out a key with all that stands in it, wherever it stands."""
    return re.sub(rf"(?m)^( +){key}:.*\n(?:\1 +.*\n)*", "", text)


def _without_part(text: str, part: str) -> str:
    """Leave out the part of a list that has this id."""
    return re.sub(rf"(?m)^  - id: {re.escape(part)}\n(?:    .*\n|\n)*", "", text)


_COMMENT_START: Final = """\
# Betekent een stelling straks iets anders? Geef haar dan een nieuwe `id`, ook bij `triggers` in adviezen.yaml.
# Wat achter een hekje (#) staat, is uitleg voor u. samenspel leest dat niet.
# Hebt u iets veranderd? Bewaar het bestand, en typ: samenspel vragenlijst controleer {id}
"""
_COMMENT_STUDY: Final = """\
# onderzoek:  wat een onderzoek hierover vond; weglaten als er geen getal is. Hier staat er nu geen.
"""
_COMMENT_CARDS: Final = """\
# Er zijn nog geen kaarten. Wilt u ze wel? Haal [] weg achter `rolkennis:`, en zet eronder, zonder hekjes:
#
#  - id: kennis-regie
#    tekst: De regie voeren over alle hulp.
#    wie: allebei
#    uitleg: Beide partijen doen dit.
#
# wie: het goede antwoord: de id van een partij, of allebei.
"""
_COMMENT_EVIDENCE: Final = """\
# bewijs: waar het advies op steunt. Schrijft u zelf een advies? Zet er dan: Dit advies is van onszelf en is niet
#   onderzocht.
# bewijskracht: 1 = sterk, 0.6 = redelijk, 0.3 = een enkele keer genoemd, 0.1 = voor uw partijen niet onderzocht.
#   Verander dit alleen als u zelf onderzoek hebt. Schrijf een punt in getallen, geen komma.
"""
_COMMENT_SLIDES: Final = """\
# --- Presentatie ------------------------------------------------------------------------------------------------------
# Hier staan nog geen dia's. `samenspel voorlichting` maakt ze dan zelf, uit de theorie hierboven.
# Wilt u eigen dia's? Haal het eerste hekje weg vanaf de regel met `presentatie:`, en schrijf er uw eigen tekst in.
# Dan ziet de zaal alleen de dia's die hier staan, op volgorde. Elke dia begint met een streepje en een eigen `id`.
# Een dia mag ook `stappen` (met een nummer), `cijfers` uit een onderzoek, `advies` (een id) en `bron` hebben.
#
#presentatie:
#  - id: opening
#    titel: Waarom werken wij samen?
#    tekst: Twee zinnen over waarom u hier bent. Houd ze kort.
#    punten:
#      - Een eerste punt.
#      - Een tweede punt.
#    vraag: Wanneer werkte u voor het laatst goed samen?
#    notities: Wat u erbij vertelt. Drukt u op n? Dan ziet de zaal dit ook.
#    minuten: 5
#
#  - id: grenzen
#    titel: Wat weten wij niet?
#    tekst: Voor onze partijen is niets onderzocht. Ook is niet onderzocht of de scores kloppen.
#    notities: Lees dit altijd voor.
#    minuten: 2
#
#  - id: wat-als
#    titel: Wat als …?
#    team: {}
#    notities: Laat de zaal kiezen welk antwoord verandert.
#    minuten: 10
"""
_MEETING: Final = """\
    uitleg: >-
      Denk aan de weegtafel, of aan een ander overleg waar wijkcoaches en jongerenwerkers bij zitten.
"""
_EVIDENCE: Final = """\
    bewijs: >-
      Dit komt uit een onderzoek in Enschede (2016), naar twee andere partijen. Voor wijkcoaches en jongerenwerkers is
      het niet onderzocht.
"""
_ACCOUNT: Final = """\
# Schreef u zelf een stelling? Zet er dan bij: Een paar stellingen zijn van onszelf. Die zijn niet onderzocht.

verantwoording:
  - >-
    Deze zelftest helpt u om na te denken en te praten over de samenwerking. De uitslag laat zien hoe u die
    samenwerking nu ziet. De uitslag is geen oordeel over personen: niet over u en niet over een ander.
  - >-
    De zelftest is niet gevalideerd: niemand heeft onderzocht of de scores kloppen. Een score is dus geen diagnose en
    geen rapportcijfer. De makers kozen zelf de grenzen tussen de scores.
  - >-
    De stellingen komen uit een zelftest voor twee andere partijen. Die volgt een onderzoek naar ⟨wijkcoaches en
    jongerenwerkers⟩ in Enschede (Kuijpers en Nijkamp, 2016). Voor wijkcoaches en jongerenwerkers is niets onderzocht.
"""
