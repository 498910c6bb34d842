"""The released figures of a wave as typed tables: who took part, dimensions, statements, change."""

from samenspel import __version__
from samenspel.exchange.sheets import Cell, Sheet, day
from samenspel.group.change import changes
from samenspel.group.model import Group, Wave
from samenspel.group.released import Interval, Released, fewer_than
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import group_words as words
from samenspel.report import wording
from samenspel.taal import _


def participation(questionnaire: Questionnaire, group: Group, wave: Wave, released: Released) -> Sheet:
    """Return who took part, the minimum, and what made the file."""
    rows: list[tuple[Cell, ...]] = [
        (_("groep"), group.name),
        (_("meting"), wave.number),
        (_("onthuld op"), day(wave.revealed)),
        (_("minimum"), released.minimum),
        (_("anoniem"), _("niet anoniem") if released.open_table else _("ja")),
        (_("deelnemers"), released.n),
    ]
    for party in questionnaire.asked.parties:
        count = released.parties.get(party.id)
        rows.append((party.plural, fewer_than(released.minimum) if count is None else count))
    rows += [
        (_("rolkennis (deel goed)"), released.knowledge),
        (_("vragenlijst"), questionnaire.id),
        (_("versie van de vragenlijst"), questionnaire.version),
        (_("versie van samenspel"), __version__),
    ]
    return Sheet(
        "deelname",
        (_("gegeven"), _("waarde")),
        tuple(rows),
        (_("Wat het is."), _("Aantal, tekst, datum of deel (0-1).")),
    )


def dimensions(questionnaire: Questionnaire, released: Released) -> Sheet:
    """Return the figures of each dimension."""
    parties = questionnaire.asked.parties
    rows = tuple(
        (
            one.id,
            questionnaire.dimension(one.id).name,
            one.n,
            one.mean,
            one.sd,
            one.rwgj,
            one.agreement,
            one.unclear,
            *(one.parties.get(party.id) for party in parties),
            one.gap,
            *_ends(one.gap_interval),
        )
        for one in released.dimensions
    )
    head = (_("id"), _("onderdeel"), _("n"), _("gemiddelde"), _("sd"), _("rwgj"), _("eensgezindheid"), _("onduidelijk"))
    meanings = (
        _("Vaste naam van het onderdeel."),
        _("Naam van het onderdeel."),
        _("Aantal mensen met een score."),
        _("Gemiddelde score, 1 tot 5."),
        _("Standaardafwijking (n - 1)."),
        _("r_wg(j): 1 = iedereen hetzelfde, 0 = zo verdeeld als toeval."),
        _("eens, verdeeld of sterk verdeeld."),
        _("Deel ‘weet ik niet’ van de antwoorden waar dat mocht (0-1)."),
    )
    more_head, more_meanings = _gap_columns(questionnaire)
    return Sheet("onderdelen", (*head, *more_head), rows, (*meanings, *more_meanings))


def items(questionnaire: Questionnaire, released: Released) -> Sheet:
    """Return the figures of each statement; answers given by nearly all are named, without counts."""
    asked = questionnaire.asked
    rows = tuple(
        (
            one.id,
            questionnaire.dimension(questionnaire.item(one.id).dimension).name,
            words.statement(questionnaire, questionnaire.item(one.id)),
            one.n,
            one.mean,
            one.sd,
            one.rwg,
            *(one.counts or (None,) * len(asked.scale.labels)),
            None if one.nearly_all is not None else one.unknown,
            None if one.nearly_all is None else wording.answer_label(questionnaire, one.nearly_all),
            *(one.parties.get(party.id) for party in asked.parties),
            one.gap,
            *_ends(one.gap_interval),
        )
        for one in released.items
    )
    answers = tuple(_("antwoord {n}").format(n=number) for number in range(1, len(asked.scale.labels) + 1))
    more_head, more_meanings = _gap_columns(questionnaire)
    return Sheet(
        "stellingen",
        (
            *(_("id"), _("onderdeel"), _("stelling"), _("n"), _("gemiddelde"), _("sd"), _("rwg")),
            *answers,
            _("antwoord 0"),
            _("bijna iedereen"),
            *more_head,
        ),
        rows,
        (
            _("Vaste naam van de stelling."),
            _("Onderdeel waar de stelling bij hoort."),
            _("De tekst van de stelling."),
            _("Aantal antwoorden 1 tot 5."),
            _("Gemiddelde score, 1 tot 5; bij een omgekeerde stelling 6 min het antwoord."),
            _("Standaardafwijking (n - 1)."),
            _("r_wg: 1 = iedereen hetzelfde, 0 = zo verdeeld als toeval."),
            *(_("Hoe vaak ‘{antwoord}’ is geantwoord.").format(antwoord=label) for label in asked.scale.labels),
            _("Hoe vaak ‘{antwoord}’ is geantwoord.").format(antwoord=asked.scale.dont_know),
            _("Het antwoord dat iedereen gaf, of iedereen op één na. Dan staan er geen aantallen."),
            *more_meanings,
        ),
    )


def changed(questionnaire: Questionnaire, released: Released, previous: Wave) -> Sheet:
    """Return what changed per dimension since ``previous``, which was revealed."""
    found = changes(previous.released, released) if previous.released else ()
    rows = tuple(
        (
            one.id,
            questionnaire.dimension(one.id).name,
            one.before,
            one.now,
            one.difference,
            *_ends(one.interval),
            _("veranderd") if one.changed else _("niet aantoonbaar veranderd"),
        )
        for one in found
    )
    return Sheet(
        "verandering",
        (_("id"), _("onderdeel"), _("vorige"), _("nu"), _("verschil"), _("van"), _("tot"), _("uitkomst")),
        rows,
        (
            _("Vaste naam van het onderdeel."),
            _("Naam van het onderdeel."),
            _("Gemiddelde van de vorige meting."),
            _("Gemiddelde van deze meting."),
            _("Nu min vorige."),
            _("Ondergrens van het 95 %-interval (Welch)."),
            _("Bovengrens van het 95 %-interval (Welch)."),
            _("veranderd: het interval gaat niet over 0."),
        ),
    )


def _gap_columns(questionnaire: Questionnaire) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, second = questionnaire.asked.parties
    return (
        (
            *(_("gemiddelde {partij}").format(partij=party.plural) for party in (first, second)),
            *(_("verschil"), _("verschil van"), _("verschil tot")),
        ),
        (
            *(_("Gemiddelde score van de {partij}.").format(partij=party.plural) for party in (first, second)),
            _("Gemiddelde van de {een} min dat van de {ander}.").format(een=first.plural, ander=second.plural),
            _("Ondergrens van het 95 %-interval (Welch)."),
            _("Bovengrens van het 95 %-interval (Welch)."),
        ),
    )


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else interval
