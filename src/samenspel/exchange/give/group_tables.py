"""A group's released figures, advice, actions and change as tables for a spreadsheet, with a codebook beside them.

Only what was released is here; there are no rows of persons.
"""

from collections.abc import Sequence
from datetime import date

from samenspel import __version__
from samenspel.exchange.give.label_tables import label_sheets
from samenspel.exchange.give.spreadsheet import Cell, Made, Spreadsheet, day, to_csv, to_xlsx
from samenspel.group.change import changes
from samenspel.group.model import Change, Group, Interval, Released, Suppressed, Wave, fewer_than
from samenspel.group.workshop import unread, votes_for
from samenspel.labelling.scheme import QuestionScheme
from samenspel.questionnaire.model import OTHER_ROLE, Questionnaire
from samenspel.report import wording
from samenspel.report.groups import words
from samenspel.report.groups.actions import outcome
from samenspel.report.groups.report import NotRevealedError
from samenspel.report.groups.words import anonymity
from samenspel.taal import _


def export_csv(
    questionnaire: Questionnaire,
    group: Group,
    wave: Wave,
    *,
    previous: Wave | None = None,
    schemes: Sequence[QuestionScheme] = (),
) -> dict[str, bytes]:
    """Return a CSV file for each table, by file name (which never holds anything that a person typed).

    Raises NotRevealedError when the wave has not been revealed.
    """
    start = "niet-anoniem-" if wave.released and wave.released.open_table else ""
    sheets = group_sheets(questionnaire, group, wave, previous=previous, schemes=schemes)
    return {f"{start}{sheet.name}.csv": to_csv(sheet) for sheet in sheets}


def export_xlsx(
    questionnaire: Questionnaire,
    group: Group,
    wave: Wave,
    *,
    previous: Wave | None = None,
    schemes: Sequence[QuestionScheme] = (),
) -> bytes:
    """Return a workbook with a sheet for each table, dated on the day of the reveal.

    Raises NotRevealedError when the wave has not been revealed.
    """
    sheets = group_sheets(questionnaire, group, wave, previous=previous, schemes=schemes)
    k = anonymity(wave.released) if wave.released else ""
    made = Made(
        title=_("{titel}: {groep}, meting {nummer}").format(
            titel=questionnaire.asked.title, groep=group.name, nummer=wave.number
        ),
        day=date.fromisoformat(wave.revealed or wave.opened),
        foot=_("{k} · meting {nummer} · {groep}").format(k=k, nummer=wave.number, groep=group.name),
    )
    return to_xlsx(sheets, made)


def group_sheets(
    questionnaire: Questionnaire,
    group: Group,
    wave: Wave,
    *,
    previous: Wave | None = None,
    schemes: Sequence[QuestionScheme] = (),
) -> tuple[Spreadsheet, ...]:
    """Return the tables of a revealed wave, the codebook last.

    ``previous`` is the revealed wave before it; ``schemes`` the labels of its open answers, none where it has none.
    Those of answers that nobody read first stay out, as they do of the report.

    Raises NotRevealedError when the wave has not been revealed.
    """
    if wave.released is None:
        raise NotRevealedError
    found = (
        _participation(questionnaire, group, wave, wave.released),
        _dimensions(questionnaire, wave.released),
        _items(questionnaire, wave.released),
        _suppressed(questionnaire, wave.released),
        _advices(questionnaire, wave, wave.released),
        _actions(wave, previous),
        *(() if previous is None or previous.released is None else (_changed(questionnaire, wave.released, previous),)),
        *(() if unread(group, wave) else label_sheets(questionnaire, schemes)),
    )
    return (*found, _codebook(found))


def _codebook(sheets: tuple[Spreadsheet, ...]) -> Spreadsheet:
    columns = [
        (sheet.name, name, meaning)
        for sheet in sheets
        for name, meaning in zip(sheet.head, sheet.meanings, strict=True)
    ]
    general = (
        ("", _("lege cel"), _("Niet te berekenen, of verborgen. Waarom staat op het blad ‘verborgen’.")),
        ("", _("‘ voor of in een tekst"), _("Alleen in CSV: zo leest een rekenprogramma de tekst niet als formule.")),
    )
    return Spreadsheet("uitleg", (_("blad"), _("kolom"), _("betekenis")), (*columns, *general), ("", "", ""))


def _participation(questionnaire: Questionnaire, group: Group, wave: Wave, released: Released) -> Spreadsheet:
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
    return Spreadsheet(
        "deelname",
        (_("gegeven"), _("waarde")),
        tuple(rows),
        (_("Wat het is."), _("Aantal, tekst, datum of deel (0-1).")),
    )


def _dimensions(questionnaire: Questionnaire, released: Released) -> Spreadsheet:
    """Return the figures of each dimension."""
    parties = questionnaire.asked.parties
    rows = tuple(
        (
            one.id,
            questionnaire.dimension(one.id).name,
            one.n,
            one.mean,
            one.sd,
            one.agreement,
            *(one.agreement_parties.get(party.id) for party in parties),
            one.unclear,
            *(one.parties.get(party.id) for party in parties),
            one.gap,
            *_ends(one.gap_interval),
            one.difference,
        )
        for one in released.dimensions
    )
    head = (
        *(_("id"), _("onderdeel"), _("n"), _("gemiddelde"), _("sd"), _("eensgezindheid")),
        *(_("eensgezindheid {partij}").format(partij=party.plural) for party in parties),
        _("onduidelijk"),
    )
    meanings = (
        _("Vaste naam van het onderdeel."),
        _("Naam van het onderdeel."),
        _("Aantal mensen met een score."),
        _("Gemiddelde score, 1 tot 5."),
        _("Standaardafwijking (n - 1)."),
        _(
            "De hele groep: eens, deels eens of sterk uiteen. Leeg als de partijen duidelijk verschillen. ‘Eens’ staat "
            "er ook niet als hun verschil verborgen is."
        ),
        *(
            _("Hoe de {partij} onder elkaar antwoordden: eens, deels eens of sterk uiteen.").format(partij=party.plural)
            for party in parties
        ),
        _("Deel ‘weet ik niet’ van de antwoorden waar dat mocht (0-1)."),
    )
    more_head, more_meanings = _gap_columns(questionnaire)
    return Spreadsheet("onderdelen", (*head, *more_head), rows, (*meanings, *more_meanings))


def _items(questionnaire: Questionnaire, released: Released) -> Spreadsheet:
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
            *(one.counts or (None,) * len(asked.scale.labels)),
            None if one.nearly_all is not None else one.unknown,
            None if one.nearly_all is None else wording.answer_label(questionnaire, one.nearly_all),
            *(one.parties.get(party.id) for party in asked.parties),
            one.gap,
            *_ends(one.gap_interval),
            one.difference,
        )
        for one in released.items
    )
    answers = tuple(_("antwoord {n}").format(n=number) for number in range(1, len(asked.scale.labels) + 1))
    more_head, more_meanings = _gap_columns(questionnaire)
    return Spreadsheet(
        "stellingen",
        (
            *(_("id"), _("onderdeel"), _("stelling"), _("n"), _("gemiddelde"), _("sd")),
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
            *(_("Hoe vaak ‘{antwoord}’ is geantwoord.").format(antwoord=label) for label in asked.scale.labels),
            _("Hoe vaak ‘{antwoord}’ is geantwoord.").format(antwoord=asked.scale.dont_know),
            _("Het antwoord dat iedereen gaf, of iedereen op één na. Dan staan er geen aantallen."),
            *more_meanings,
        ),
    )


def _changed(questionnaire: Questionnaire, released: Released, previous: Wave) -> Spreadsheet:
    """Return what changed per dimension and statement since ``previous``, which was revealed."""
    before = previous.released
    if before is None:
        raise NotRevealedError
    was, now = map(_means, (before, released))

    def name(one: Change) -> str:
        if one.what == "dimension":
            return questionnaire.dimension(one.id).name
        return words.statement(questionnaire, questionnaire.item(one.id))

    rows = tuple(
        (_kind(one), one.id, name(one), was[one.what, one.id], now[one.what, one.id], one.difference, one.word)
        for one in changes(questionnaire, before, released)
    )
    return Spreadsheet(
        "verandering",
        (_("wat"), _("id"), _("naam"), _("vorige"), _("nu"), _("verschil"), _("verandering in een woord")),
        rows,
        (
            _("onderdeel of stelling."),
            _("Vaste naam van het onderdeel of de stelling."),
            _("Naam van het onderdeel of de stelling."),
            _("Gemiddelde van de hele groep bij de vorige meting."),
            _("Gemiddelde van de hele groep bij deze meting."),
            _("Nu min vorige."),
            _(
                "Van de hele groep: duidelijk, mogelijk of geen. Geen betekent: niet aangetoond. Leeg: niet getoetst. "
                "Per partij is verandering niet getoetst."
            ),
        ),
    )


def _means(released: Released) -> dict[tuple[str, str], float | None]:
    return {
        **{("dimension", one.id): one.mean for one in released.dimensions},
        **{("item", one.id): one.mean for one in released.items},
    }


def _gap_columns(questionnaire: Questionnaire) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, second = questionnaire.asked.parties
    return (
        (
            *(_("gemiddelde {partij}").format(partij=party.plural) for party in (first, second)),
            *(_("verschil"), _("verschil van"), _("verschil tot"), _("verschil in een woord")),
        ),
        (
            *(_("Gemiddelde score van de {partij}.").format(partij=party.plural) for party in (first, second)),
            _("Gemiddelde van de {een} min dat van de {ander}.").format(een=first.plural, ander=second.plural),
            _("Ondergrens van het 95 %-interval (Welch)."),
            _("Bovengrens van het 95 %-interval (Welch)."),
            _("duidelijk, mogelijk of geen; geen betekent: niet aangetoond."),
        ),
    )


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else interval


def _suppressed(questionnaire: Questionnaire, released: Released) -> Spreadsheet:
    """Return what is hidden, and why."""
    rows = tuple(
        (
            _kind(one),
            one.id,
            _name(questionnaire, one),
            _party(questionnaire, one),
            one.why,
            _why(one, released.minimum),
        )
        for one in released.suppressed
    )
    return Spreadsheet(
        "verborgen",
        (_("wat"), _("id"), _("naam"), _("van wie"), _("code"), _("reden")),
        rows,
        (
            _("groep, partij, onderdeel, stelling, of het aandeel weet ik niet van een onderdeel."),
            _("Vaste naam van het onderdeel of de stelling."),
            _("Naam van het onderdeel of de stelling."),
            _("De partij van wie het cijfer verborgen is, of de hele groep."),
            _("minimum, complementary, other-role of unanimous."),
            _("De code in woorden."),
        ),
    )


def _kind(one: Suppressed | Change) -> str:
    return {
        "group": _("groep"),
        "party": _("partij"),
        "dimension": _("onderdeel"),
        "item": _("stelling"),
        "unclear": _("aandeel weet ik niet"),
    }[one.what]


def _name(questionnaire: Questionnaire, one: Suppressed) -> str | None:
    if one.id is None or one.what == "group":
        return None
    if one.what == "party":
        return questionnaire.asked.context.other_role if one.id == OTHER_ROLE else questionnaire.party(one.id).plural
    if one.what in {"dimension", "unclear"}:
        return questionnaire.dimension(one.id).name
    return words.statement(questionnaire, questionnaire.item(one.id))


def _party(questionnaire: Questionnaire, one: Suppressed) -> str:
    if one.party is None:
        return words.the_group()
    return questionnaire.asked.context.other_role if one.party == OTHER_ROLE else questionnaire.party(one.party).plural


def _why(one: Suppressed, minimum: int) -> str:
    return {
        "minimum": _("minder dan {k} mensen").format(k=minimum),
        "complementary": _("een andere groep is te klein, en was anders uit te rekenen"),
        "other-role": _("minder dan {k} mensen met een andere rol: zij tellen niet mee").format(k=minimum),
        "unanimous": _("bijna iedereen gaf hetzelfde antwoord: geen aantallen"),
    }[one.why]


def _advices(questionnaire: Questionnaire, wave: Wave, released: Released) -> Spreadsheet:
    """Return the group's advices in their order of priority, with votes, and why some were put aside."""
    rows = tuple(
        (
            place,
            one.id,
            words.filled(questionnaire, questionnaire.advice(one.id).title),
            one.priority,
            votes_for(wave, one.id),
            _("ja") if one.id in wave.pinned else _("nee"),
            wave.dismissed.get(one.id),
            " ".join(one.reasons),
        )
        for place, one in enumerate(released.advice, start=1)
    )
    return Spreadsheet(
        "adviezen",
        (
            *(_("volgorde"), _("id"), _("advies"), _("prioriteit"), _("stemmen"), _("vastgezet")),
            *(_("weggelegd omdat"), _("berust op")),
        ),
        rows,
        (
            _("1 past het best bij de antwoorden van de groep. De volgorde is grof."),
            _("Vaste naam van het advies."),
            _("De titel van het advies."),
            _("15 tot 100."),
            _(
                "Aantal stemmen in de groep. Leeg: er is niet gestemd, of niet over dit advies. Ook leeg: het stemmen "
                "loopt nog, of er stemden te weinig mensen."
            ),
            _("ja: de groep houdt dit advies bovenaan."),
            _("De reden van de groep; leeg: niet weggelegd."),
            _("De vaste namen van de stellingen (of vragen) die het zwaarst wegen."),
        ),
    )


def _actions(wave: Wave, previous: Wave | None) -> Spreadsheet:
    """Return the actions of the wave before (how they went) and of this wave, in the group's own words."""
    rows = tuple(
        (
            one_wave.number,
            one.what,
            one.who,
            day(one.when),
            day(one.check_back),
            one.advice or None,
            " ".join(one.dimensions) or None,
            outcome(one.outcome),
            one.remark or None,
        )
        for one_wave in ((wave,) if previous is None else (previous, wave))
        for one in one_wave.actions
    )
    return Spreadsheet(
        "acties",
        (
            *(_("meting"), _("wat"), _("wie"), _("wanneer"), _("terugkijken op")),
            *(_("advies"), _("onderdelen"), _("hoe ging het"), _("opmerking")),
        ),
        rows,
        (
            _("Meting waarin de groep de actie koos."),
            _("De actie, in de woorden van de groep."),
            _("Wie het doet, in de woorden van de groep."),
            _("De dag van de actie."),
            _("De dag waarop de groep terugkijkt."),
            _("Vaste naam van het advies waar de actie bij hoort."),
            _("Vaste namen van de onderdelen waarvoor de actie is bedoeld."),
            _("gedaan, deels gedaan, niet gedaan of nog niet bekend."),
            _("Opmerking van de groep."),
        ),
    )
