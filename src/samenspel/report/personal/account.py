"""How the scores are made, what the instrument is and is not, and what it rests on."""

from itertools import zip_longest

from samenspel import __version__
from samenspel.questionnaire.applicability import fill
from samenspel.questionnaire.model import Band, Questionnaire
from samenspel.report import wording
from samenspel.report.document import Block, Bullets, Heading, Paragraph, Table
from samenspel.response import Response
from samenspel.taal import _, getal


def account(questionnaire: Questionnaire, response: Response) -> tuple[Block, ...]:
    """Explain the scores, the instrument's limits, the theory, the sources and the versions."""
    return (
        *_scores(questionnaire),
        *instrument(questionnaire, response.party),
        *theory(questionnaire, response.party),
        Paragraph(colophon(questionnaire), small=True),
    )


def _scores(questionnaire: Questionnaire) -> tuple[Block, ...]:
    asked = questionnaire.asked
    bands = Table(
        title=_("Wat de namen bij een score betekenen"),
        head=(_("naam"), _("score"), _("betekenis")),
        rows=tuple(
            (band.name, _edges(band, following), band.help)
            for band, following in zip_longest(asked.bands, asked.bands[1:])
        ),
        widths=(3, 3, 8),
    )
    return (
        Heading(2, _("Hoe de scores zijn gemaakt")),
        Bullets(
            (
                _("Elk antwoord telt van 1 ({laag}) tot 5 ({hoog}).").format(
                    laag=asked.scale.labels[0], hoog=asked.scale.labels[-1]
                ),
                _("De score van een onderdeel is het gemiddelde van uw antwoorden daar."),
                _(
                    "Een onderdeel krijgt een score als u daar genoeg antwoorden van 1 tot 5 gaf. "
                    "Genoeg is: minstens twee, en bij minstens de helft van de stellingen."
                ),
                _("‘{weet_niet}’ telt niet mee in de score. Het telt apart, als onduidelijkheid.").format(
                    weet_niet=asked.scale.dont_know
                ),
                _("Bij twee keer of meer, en vanaf {procent}, noemen wij de onduidelijkheid in het rapport.").format(
                    procent=wording.percentage(asked.unclear_from)
                ),
                _("Er is geen totaalcijfer. De onderdelen staan naast elkaar."),
                _("Een advies komt hoger als u lager antwoordt op de stellingen die erbij horen."),
                _("Ook ‘{weet_niet}’ telt mee voor een advies.").format(weet_niet=asked.scale.dont_know)
                + " "
                + (
                    _("Dat geldt ook voor uw kenniskaarten, uw ervaring en uw overleg.")
                    if asked.cards
                    else _("Dat geldt ook voor uw ervaring en uw overleg.")
                ),
            )
        ),
        bands,
    )


def _edges(band: Band, following: Band | None) -> str:
    if following is None:
        return _("{van} of hoger").format(van=getal(band.from_))
    return _("{van} tot {tot}").format(van=getal(band.from_), tot=getal(following.from_))


def instrument(questionnaire: Questionnaire, party: str) -> tuple[Block, ...]:
    """Say what the instrument is and is not, to someone of ``party`` (or ``andere-rol``)."""
    texts = (fill(questionnaire, party, text) for text in questionnaire.asked.account)
    return (Heading(2, _("Wat deze zelftest is, en wat niet")), *(Paragraph(text) for text in texts))


def theory(questionnaire: Questionnaire, party: str) -> tuple[Block, ...]:
    """Tell where the dimensions come from, and the sources."""
    education = questionnaire.education
    theories = Table(
        title=_("Waar de onderdelen vandaan komen"),
        head=(_("onderdeel"), _("in het kort")),
        rows=tuple(
            (
                questionnaire.dimension(theory.dimension).name,
                _("{tekst}\nBron: {bron}").format(tekst=fill(questionnaire, party, theory.text), bron=theory.source),
            )
            for theory in education.theories
        ),
        widths=(2, 9),
    )
    return (
        *((theories,) if education.theories else ()),
        *((Heading(2, _("Bronnen")),) if education.sources else ()),
        *(Paragraph(source, small=True) for source in education.sources),
    )


def colophon(questionnaire: Questionnaire) -> str:
    """Say which questionnaire and which version of samenspel made this report."""
    return _("Gemaakt met samenspel {programma}. Vragenlijst {id}, versie {versie} (kenmerk {kenmerk}).").format(
        programma=__version__, id=questionnaire.id, versie=questionnaire.version, kenmerk=questionnaire.hash[:12]
    )
