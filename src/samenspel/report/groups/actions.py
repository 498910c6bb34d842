"""What the group agreed to do, how the actions of the wave before went, and what changed since.

Only the group as a whole is tested for change; a party's means stand beside it without a word.
"""

from collections.abc import Iterable
from datetime import date
from textwrap import shorten

from samenspel.group.change import changes
from samenspel.group.model import Action, Change, Outcome, Released, Wave
from samenspel.questionnaire.model import Questionnaire
from samenspel.report import wording
from samenspel.report.document import Block, GapChart, GapRow, Notice, Paragraph, Table
from samenspel.report.groups import words
from samenspel.taal import _, datum, getal, opsomming

_LONGEST = 60
"""An action beside a chart is told in no more characters than this."""
_MOST_MOVED = 5
"""How many statements that moved are told."""
_CLEAREST_FIRST = ("duidelijk", "mogelijk", "geen", None)


def actions(questionnaire: Questionnaire, wave: Wave) -> tuple[Block, ...]:
    """Tell the actions of a wave: what, who, when, and when the group looks back; how it went where that is known."""
    if not wave.actions:
        return (Paragraph(_("De groep heeft nog geen acties gekozen.")),)
    return (
        _table(questionnaire, _("Acties van meting {nummer}").format(nummer=wave.number), wave.actions),
        Paragraph(_("Kijk op de dag van terugkijken samen hoe het ging. Een actie zonder zo'n dag zakt weg.")),
    )


def outcomes(questionnaire: Questionnaire, previous: Wave) -> tuple[Block, ...]:
    """Tell how the actions of the wave before went; nothing when there were none."""
    if not previous.actions:
        return ()
    rows = tuple(
        (_lines(one.what, _meant(questionnaire, one)), one.who, outcome(one.outcome), one.remark or "–")
        for one in previous.actions
    )
    head = (_("wat"), _("wie"), _("hoe ging het"), _("opmerking"))
    return (
        Table(_("Hoe het ging met de acties van meting {n}").format(n=previous.number), head, rows, (15, 9, 7, 11)),
    )


def outcome(value: Outcome) -> str:
    """Name how an action went."""
    return {"gedaan": _("gedaan"), "deels": _("deels gedaan"), "niet": _("niet gedaan"), "": _("nog niet bekend")}[
        value
    ]


def meant_for(actions: Iterable[Action], dimension: str) -> tuple[Action, ...]:
    """Return the actions that were meant to touch ``dimension``."""
    return tuple(one for one in actions if dimension in one.dimensions)


def day(iso: str) -> str:
    """Write an ISO date in full, any other text as it is."""
    try:
        return datum(date.fromisoformat(iso))
    except ValueError:
        return iso


def _table(questionnaire: Questionnaire, title: str, found: tuple[Action, ...]) -> Table:
    known = any(one.outcome for one in found)
    return Table(
        title,
        (_("wat"), _("wie"), _("wanneer"), _("terugkijken op"), *((_("hoe ging het"),) if known else ())),
        tuple(
            (
                _lines(one.what, _meant(questionnaire, one)),
                one.who,
                day(one.when),
                day(one.check_back),
                *((_remarked(one),) if known else ()),
            )
            for one in found
        ),
        (12, 8, 6, 6, 10) if known else (16, 7, 7, 7),
    )


def _remarked(one: Action) -> str:
    said = outcome(one.outcome)
    return _("{uitkomst}: {opmerking}").format(uitkomst=said, opmerking=one.remark) if one.remark else said


def _meant(questionnaire: Questionnaire, one: Action) -> str:
    known = {dimension.id: dimension.name for dimension in questionnaire.asked.dimensions}
    names = [known[found] for found in one.dimensions if found in known]
    return _("Bedoeld voor: {onderdelen}").format(onderdelen=opsomming(names)) if names else ""


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


# What changed, in the same three words as the difference between two parties. -------------------------------------


def change(questionnaire: Questionnaire, wave: Wave, previous: Wave) -> tuple[Block, ...]:
    """Set a wave beside the one before: the actions and how they went, the dimensions, and statements that moved.

    Both waves must have been revealed; else a notice says that there is nothing to compare.
    """
    return (*changed_dimensions(questionnaire, wave, previous), *moved_statements(questionnaire, wave, previous))


def changed_dimensions(
    questionnaire: Questionnaire, wave: Wave, previous: Wave, *, told: bool = False
) -> tuple[Block, ...]:
    """Set a wave beside the one before as ``change`` does, without the statements.

    ``told``: what changed was said before (``what_changed``), and is only drawn here.
    """
    if wave.released is None or previous.released is None:
        return (Notice(_("Er is nog geen vorige meting om mee te vergelijken.")),)
    found = _of(questionnaire, previous.released, wave.released, "dimension")
    missing = [
        questionnaire.dimension(one.id).name
        for one in wave.released.dimensions
        if one.id not in {change.id for change in found}
    ]
    earlier = words.released_earlier(previous.released)
    return (
        *outcomes(questionnaire, previous),
        *((_chart(questionnaire, wave, previous, found, told=told),) if found else ()),
        *((Paragraph(_("Meting {n}: {gezegd}").format(n=previous.number, gezegd=earlier)),) if earlier else ()),
        *_not_comparable(missing),
        Paragraph(words.NO_PERSON),
    )


def verdict(one: Change) -> str:
    """Say whether a dimension or a statement is shown to have changed, and how much."""
    if not one.difference:
        return _("gelijk gebleven")
    text = _("{verschil} hoger") if one.difference > 0 else _("{verschil} lager")
    moved = text.format(verschil=getal(abs(one.difference)))
    said = changed_word(one)
    return _("{woord} ({hoeveel})").format(woord=said, hoeveel=moved) if said else moved


def changed_word(one: Change) -> str:
    """Say whether a dimension or a statement is shown to have changed; empty where that was not tested."""
    if one.word is None:
        return ""
    return {
        "duidelijk": _("duidelijk veranderd"),
        "mogelijk": _("mogelijk veranderd"),
        "geen": _("geen verandering aangetoond"),
    }[one.word]


def _of(questionnaire: Questionnaire, before: Released, now: Released, what: str) -> tuple[Change, ...]:
    return tuple(one for one in changes(questionnaire, before, now) if one.what == what)


def _chart(
    questionnaire: Questionnaire, wave: Wave, previous: Wave, found: tuple[Change, ...], *, told: bool
) -> GapChart:
    was, now = ({one.id: one.mean for one in of.released.dimensions} if of.released else {} for of in (previous, wave))
    return GapChart(
        title=_("Vorige keer en nu"),
        sentence=_scope(found) if told else f"{_changed(questionnaire, found)} {_scope(found)}".strip(),
        sides=(_("meting {n}").format(n=previous.number), _("meting {n}").format(n=wave.number)),
        waves=True,
        rows=tuple(
            GapRow(
                label=questionnaire.dimension(one.id).name,
                values=(was[one.id], now[one.id]),
                gap=verdict(one),
                remark=" · ".join(
                    text
                    for text in (
                        _of_parties(questionnaire, previous, wave, one.id),
                        _touched(meant_for(previous.actions, one.id)),
                    )
                    if text
                ),
            )
            for one in found
        ),
    )


def _of_parties(questionnaire: Questionnaire, previous: Wave, wave: Wave, dimension: str) -> str:
    """Say where each party stood and stands in a dimension, of those of whom both waves show it."""
    was, now = (
        next((one.parties for one in of.released.dimensions if one.id == dimension), {}) if of.released else {}
        for of in (previous, wave)
    )
    told = []
    for party in questionnaire.asked.parties:
        before, after = was.get(party.id), now.get(party.id)
        if before is not None and after is not None:
            said = _("{partij}: van {vorige} naar {nu}") if before != after else _("{partij}: beide keren {nu}")
            told.append(said.format(partij=party.plural, vorige=getal(before), nu=getal(after)))
    return " · ".join(told)


def what_changed(questionnaire: Questionnaire, wave: Wave, previous: Wave | None) -> str:
    """Say which dimensions changed since the wave before; empty where there is none, or nothing was tested."""
    if previous is None or previous.released is None or wave.released is None:
        return ""
    found = _of(questionnaire, previous.released, wave.released, "dimension")
    told = []
    for word, up, verbs in _MOVES:
        which = [one for one in found if one.word == word and one.difference and (one.difference > 0) == up]
        if which:
            one_or_more = verbs[0] if len(which) == 1 else verbs[1]
            names = words.dimensions(questionnaire, [questionnaire.dimension(one.id).name for one in which])
            told.append(one_or_more.format(onderdelen=names))
    if told:
        return _("Sinds de vorige meting {wat}.").format(wat=opsomming(told))
    return _changed(questionnaire, found)


_MOVES = (
    ("duidelijk", True, (_("staat {onderdelen} duidelijk hoger"), _("staan {onderdelen} duidelijk hoger"))),
    ("duidelijk", False, (_("staat {onderdelen} duidelijk lager"), _("staan {onderdelen} duidelijk lager"))),
    ("mogelijk", True, (_("staat {onderdelen} mogelijk hoger"), _("staan {onderdelen} mogelijk hoger"))),
    ("mogelijk", False, (_("staat {onderdelen} mogelijk lager"), _("staan {onderdelen} mogelijk lager"))),
)
"""How a dimension may have moved: how sure that is, whether upwards, and the words for one and for more."""


def _scope(found: tuple[Change, ...]) -> str:
    """Say of whom a change is told: the group as a whole, which alone is tested; of old waves, that none was."""
    if all(one.word is None for one in found):
        return _("Dit gaat over de groep als geheel. Of het meer is dan toeval, is niet getoetst.")
    return _("Dit gaat over de groep als geheel. Of één partij veranderde, is niet getoetst.")


def _changed(questionnaire: Questionnaire, found: tuple[Change, ...]) -> str:
    """Say which dimensions changed; empty when that was not tested."""
    if all(one.word is None for one in found):
        return ""
    names = {
        word: [questionnaire.dimension(one.id).name for one in found if one.word == word]
        for word in ("duidelijk", "mogelijk")
    }
    told = [
        said.format(onderdelen=words.dimensions(questionnaire, names[word]))
        for word, said in (
            ("duidelijk", _("Duidelijk veranderd: {onderdelen}.")),
            ("mogelijk", _("Mogelijk veranderd: {onderdelen}.")),
        )
        if names[word]
    ]
    return " ".join(told or [_("Bij geen enkel onderdeel is aangetoond dat de groep als geheel veranderde.")])


def _touched(found: tuple[Action, ...]) -> str:
    if not found:
        return ""
    told = [_("{actie} ({uitkomst})").format(actie=_short(one.what), uitkomst=outcome(one.outcome)) for one in found]
    return _("Bedoelde acties: {acties}").format(acties="; ".join(told))


def _short(text: str) -> str:
    """Return the begin of a long text, up to a whole word; the whole stands in the table of actions."""
    short = shorten(text, _LONGEST, placeholder="…")
    return short if len(short) > 1 else f"{text[:_LONGEST]}…"


def _not_comparable(missing: list[str]) -> tuple[Block, ...]:
    if not missing:
        return ()
    said = _("Niet te vergelijken, door te weinig antwoorden of door andere stellingen: {onderdelen}.")
    return (Paragraph(said.format(onderdelen=opsomming(missing))),)


def moved_statements(questionnaire: Questionnaire, wave: Wave, previous: Wave) -> tuple[Block, ...]:
    """Tell the statements that moved most since the wave before, the clearest first; nothing where none did."""
    if wave.released is None or previous.released is None:
        return ()
    was, now = ({one.id: one.mean for one in of.items} for of in (previous.released, wave.released))
    moved = [one for one in _of(questionnaire, previous.released, wave.released, "item") if one.difference]
    moved.sort(key=lambda one: (_CLEAREST_FIRST.index(one.word), -abs(one.difference)))
    if not moved:
        return ()
    rows = tuple(
        (
            words.statement(questionnaire, questionnaire.item(one.id)),
            wording.figure(was[one.id]),
            wording.figure(now[one.id]),
            words.of_whom(questionnaire, questionnaire.item(one.id), verdict(one)),
        )
        for one in moved[:_MOST_MOVED]
    )
    head = (_("stelling"), _("vorige keer"), _("nu"), _("verschil"))
    return (Table(_("Stellingen die bij de hele groep het meest verschoven"), head, rows, (7, 2, 1, 4)),)
