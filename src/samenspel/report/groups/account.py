"""The back of a group report: what people shared in their own words, the rules of anonymity, and the formulas."""

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from samenspel.group.agreement import AGREED, PARTLY
from samenspel.group.anonymity import OPEN_ANSWERS_FROM, activities
from samenspel.group.differences import MOST_DEALT
from samenspel.group.model import Released
from samenspel.labelling.scheme import QuestionScheme
from samenspel.questionnaire.model import OTHER_ROLE, OpenQuestion, Questionnaire
from samenspel.report.document import Block, Bullets, Heading, Paragraph, Table
from samenspel.report.groups import words
from samenspel.report.groups.labels import labelled_answers
from samenspel.report.groups.words import LARGE_SPREAD, SMALL_SPREAD
from samenspel.report.personal.account import colophon, instrument, theory
from samenspel.taal import _, getal


def voices(
    questionnaire: Questionnaire, released: Released, *, schemes: Sequence[QuestionScheme] = (), unread: bool = False
) -> tuple[Block, ...]:
    """Tell what was shared: open answers (shuffled, without party) and activities; say why when there is nothing.

    Args:
        questionnaire: what was asked.
        released: what may be shown.
        schemes: the labels of the answers; those to a question that was labelled stand under them.
        unread: nobody has read the open answers for names yet; they are left out, and that is said.
    """
    if unread and released.open_answers:
        text = _("De open antwoorden staan hier niet in. De begeleider las ze nog niet eerst alleen.")
        rest = replace(released, open_answers={})
        return (Paragraph(text), *(voices(questionnaire, rest) if released.activities else ()))
    labelled = {scheme.question: scheme for scheme in schemes if scheme.labelled}
    # Where labels have headings of their own, that of a question stands above them; of each question, labelled or not.
    told = [
        block
        for question in questionnaire.asked.open_questions
        for block in _question(questionnaire, released, question, labelled.get(question.id), 2 if labelled else 3)
    ]
    if released.struck:
        text = _("In de open antwoorden is {n} keer iets doorgestreept. Daar staat […], of het antwoord is weg.")
        told.insert(0, Paragraph(text.format(n=released.struck)))
    if told:
        lead = _("Dit deelden deelnemers met de groep. De volgorde is willekeurig. De partij staat er niet bij.")
        if labelled:
            lead += " " + _("De groep of de begeleider gaf de antwoorden labels: die zeggen waar ze over gaan.")
        return (Paragraph(lead), *told)
    least = max(released.minimum, OPEN_ANSWERS_FROM)
    if released.n < least and not released.open_table:
        return (Paragraph(_("Open antwoorden zijn pas te zien vanaf {n} deelnemers.").format(n=least)),)
    return (Paragraph(_("Er is geen open antwoord met de groep gedeeld.")),)


def _question(
    questionnaire: Questionnaire,
    released: Released,
    question: OpenQuestion,
    scheme: QuestionScheme | None,
    level: Literal[2, 3],
) -> list[Block]:
    blocks: list[Block] = []
    if scheme is not None:
        blocks += labelled_answers(scheme)
    elif texts := released.open_answers.get(question.id):
        blocks.append(Bullets(tuple(texts)))
    counts = activities(released.activities, 1 if released.open_table else released.minimum)
    rows = tuple(
        (activity.text, *_counts(*counts[activity.id])) for activity in question.activities if activity.id in counts
    )
    if rows:
        head = (_("activiteit"), _("hoe vaak genoemd"), _("er is iets van gebleven"))
        blocks.append(Table("", head, rows, (5, 3, 3)))
    if any(None in counts[activity.id] for activity in question.activities if activity.id in counts):
        text = _("Een aantal staat er alleen als dat over minstens {k} mensen gaat. Anders staat er ‘genoemd’ of –.")
        blocks.append(Paragraph(text.format(k=released.minimum), small=True))
    return [Heading(level, words.filled(questionnaire, question.text)), *blocks] if blocks else []


def _counts(number: int | None, lasted: int | None) -> tuple[str, str]:
    return _("genoemd") if number is None else str(number), "–" if lasted is None else str(lasted)


def group_account(questionnaire: Questionnaire, released: Released) -> tuple[Block, ...]:
    """Explain what is shown and what is not, how the figures are made, the instrument's limits and its sources."""
    return (
        *anonymity_rules(released),
        *_figures(questionnaire),
        *instrument(questionnaire, OTHER_ROLE),
        *theory(questionnaire, OTHER_ROLE),
        *(Paragraph(source, small=True) for source in _SOURCES),
        Paragraph(colophon(questionnaire), small=True),
    )


def anonymity_rules(released: Released) -> tuple[Block, ...]:
    """Say in plain words when something is shown, with this group's own k."""
    k, least = released.minimum, max(released.minimum, OPEN_ANSWERS_FROM)
    if released.open_table:
        return (
            Heading(2, _("Niet anoniem")),
            Paragraph(
                _("Deze groep koos voor een open tafel. Iedereen vond vooraf goed dat alle cijfers te zien zijn.")
                + " "
                + _("Ga zorgvuldig met dit rapport om, en geef het alleen aan wie aan tafel zat.")
            ),
        )
    return (
        Heading(2, _("Wat u wel en niet ziet (minimum {k})").format(k=k)),
        Bullets(
            (
                words.from_the_minimum(released),
                _("Is een kleine groep af te leiden uit twee andere cijfers? Dan is ook een tweede cijfer verborgen."),
                _("Zijn er minder dan {k} mensen met een andere rol? Dan tellen zij nergens in mee.").format(k=k),
                _("Gaf bijna iedereen hetzelfde antwoord? Dan staat dat er in woorden, zonder aantallen."),
                _("Open antwoorden staan er vanaf {n} mensen, in een willekeurige volgorde en zonder partij.").format(
                    n=least
                ),
                _("De uitslag is één keer onthuld. Wie later antwoordt, telt mee in de volgende meting."),
                _("Niemand wordt gevolgd van de ene meting naar de andere."),
            )
        ),
    )


def _figures(questionnaire: Questionnaire) -> tuple[Block, ...]:
    rows = (
        (_("gemiddelde"), _("alle scores opgeteld, gedeeld door het aantal"), _("m = Σx / n")),
        (
            _("spreiding (s)"),
            _("standaardafwijking; onder {klein} klein, vanaf {groot} groot").format(
                klein=getal(SMALL_SPREAD), groot=getal(LARGE_SPREAD)
            ),
            _("s = √(Σ(x − m)² / (n − 1))"),
        ),
        (
            _("eensgezindheid bij een onderdeel"),
            _(
                "gemiddelde over de stellingen; vanaf {eens} en boven toeval: eens; vanaf {deels}: deels eens; anders: "
                "sterk uiteen"
            ).format(eens=getal(float(AGREED), 2), deels=getal(float(PARTLY), 2)),
            _("per stelling r_wg = 1 − s² / 2, minstens 0"),
        ),
        (
            _("verschil bij een onderdeel (Welch)"),
            _("duidelijk: ook als u alle onderdelen samen bekijkt (Holm, 5 %); mogelijk: alleen op zichzelf (5 %)"),
            _("t = (m₁ − m₂) / √(s₁²/n₁ + s₂²/n₂)"),
        ),
        (
            _("verschil bij een stelling"),
            _("duidelijk: ook als u alle stellingen samen bekijkt (Benjamini en Hochberg, 5 %)"),
            _("van alle verdelingen over de partijen het deel met zo'n verschil; boven {n}: Welch").format(
                n=MOST_DEALT
            ),
        ),
    )
    asked = questionnaire.asked
    return (
        Heading(2, _("Hoe de cijfers zijn gemaakt")),
        Bullets(
            (
                _("Elk antwoord telt van 1 ({laag}) tot 5 ({hoog}).").format(
                    laag=asked.scale.labels[0], hoog=asked.scale.labels[-1]
                ),
                _("‘{weet_niet}’ telt niet mee in een gemiddelde. Het telt apart, als onduidelijkheid.").format(
                    weet_niet=asked.scale.dont_know
                ),
                _("Cijfers zijn afgerond op één decimaal. Een verschil is dat van de twee afgeronde gemiddelden."),
                _("Een onderdeel telt alleen de stellingen die aan beide partijen zijn gesteld."),
                _("Er is geen totaalcijfer. De onderdelen staan naast elkaar."),
                words.NOT_SHOWN,
                _("Twee metingen worden op dezelfde manier vergeleken als twee partijen.")
                + " "
                + _("Dat gaat over de groep als geheel. Of één partij veranderde, is niet getoetst."),
            )
        ),
        Table(_("De formules"), (_("cijfer"), _("betekenis"), _("formule")), rows, (4, 6, 6)),
    )


_SOURCES = (
    (
        "James, L. R., Demaree, R. G., & Wolf, G. (1984). Estimating within-group interrater reliability with and "
        "without response bias. Journal of Applied Psychology, 69, 85–98."
    ),
    (
        "LeBreton, J. M., & Senter, J. L. (2008). Answers to 20 questions about interrater reliability and interrater "
        "agreement. Organizational Research Methods, 11, 815–852."
    ),
    (
        "Welch, B. L. (1947). The generalization of ‘Student’s’ problem when several different population variances "
        "are involved. Biometrika, 34, 28–35."
    ),
    (
        "Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance components. "
        "Biometrics Bulletin, 2, 110–114."
    ),
    (
        "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics, "
        "6, 65–70."
    ),
    (
        "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate: a practical and powerful approach "
        "to multiple testing. Journal of the Royal Statistical Society B, 57, 289–300."
    ),
)
