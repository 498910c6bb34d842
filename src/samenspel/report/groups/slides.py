"""A group's released result for a room: few, calm pages, with the sentences and the figures of its report.

Open answers, remarks and reasons stay out: what people wrote in their own words is for the group alone. What is agreed
is told as the group wrote it down.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from samenspel.group.change import changes
from samenspel.group.model import Action, Group, Order, Released, ReleasedItem, Wave, measurement
from samenspel.group.workshop import advices_to_vote, votes_shown
from samenspel.presenting.pages import Body, Compared, Deck, Fits, Question, SlideEntry, SlidePage, Words
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.compared import as_page
from samenspel.report.document import Facts, GapChart, Notice, Paragraph
from samenspel.report.groups import words
from samenspel.report.groups.actions import changed_dimensions, changed_word, day, outcome, what_changed
from samenspel.report.groups.front import chosen
from samenspel.report.groups.picture import comparison, differences_told, dimension_chart, levels_told, participants
from samenspel.report.groups.report import NotRevealedError
from samenspel.report.groups.statements import (
    item_chart,
    no_strong_point,
    striking_chart,
    striking_items,
    strong_from,
    strongest_items,
)
from samenspel.taal import _

_STATEMENTS = 3
"""So many statements stand on a page, in letters that a room can read."""
_ACTIONS = 3
"""So many actions stand on a page."""
_ADVICES = 3
"""So many chosen advices have a page."""
_TALKED: tuple[Order, ...] = ("verschil", "verdeeldheid", "laagste")
"""Of what a room talks: where the parties differ most; else where people do; else what is lowest."""


class _Slide(Struct, frozen=True):
    """A slide with its pages, what is said with it, and the minutes for it."""

    title: str
    bodies: tuple[Body, ...]
    notes: str
    minutes: int


def group_deck(questionnaire: Questionnaire, group: Group, wave: Wave, previous: Wave | None = None) -> Deck:
    """Return the presentation of a revealed wave.

    Args:
        questionnaire: what was asked.
        group: whose result it is.
        wave: the wave to tell of.
        previous: the revealed wave before it, if there is one.

    Raises:
        NotRevealedError: the wave has not been revealed.
    """
    released = wave.released
    if released is None:
        raise NotRevealedError
    foot = _("{k} · meting {nummer} · {groep}").format(
        k=words.standing(group, released), nummer=wave.number, groep=group.name
    )
    pages: list[SlidePage] = []
    entries: list[SlideEntry] = []
    for place, slide in enumerate(_slides(questionnaire, group, wave, released, previous)):
        entries.append(SlideEntry(slide.title, len(pages), slide.minutes))
        pages += [SlidePage(place, slide.title, body, notes=slide.notes, study=foot) for body in slide.bodies]
    title = _("Uitslag van {groep}, {meting}").format(groep=group.name, meting=measurement(wave))
    return Deck(title, tuple(pages), tuple(entries))


def _slides(
    questionnaire: Questionnaire, group: Group, wave: Wave, released: Released, previous: Wave | None
) -> Iterator[_Slide]:
    yield _who(questionnaire, group, wave, released)
    yield _picture(questionnaire, released)
    if any(one.mean is not None for one in released.items):
        yield _strong(questionnaire, released)
        yield _apart(questionnaire, released)
    if previous is not None and previous.released is not None:
        if previous.actions:
            yield _outcomes(previous)
        yield _since(questionnaire, wave, previous, (previous.released, released))
    yield _agreed(questionnaire, wave)
    yield _limits(released, previous)
    yield _talk(questionnaire, released)


def _who(questionnaire: Questionnaire, group: Group, wave: Wave, released: Released) -> _Slide:
    blocks = participants(questionnaire, group, wave, released)
    facts = [f"{name}: {value}" for block in blocks if isinstance(block, Facts) for name, value in block.rows]
    notices = [block.text for block in blocks if isinstance(block, Notice)]
    told = [
        *([_("Deze groep is verzonnen. De cijfers zijn dus van niemand.")] if group.practice else ()),
        *(notices or (words.from_the_minimum(released),)),
        words.other_role(questionnaire, released),
    ]
    return _Slide(
        _("Wie deden mee?"),
        (Words(_together(*told), tuple(facts)),),
        _(
            "Vertel van wie deze uitslag is, en dat de groep het goedvindt dat u hem laat zien. Zeg dat niemand te "
            "herkennen mag zijn. Vraag de zaal om ook niet te raden wie wat antwoordde."
        ),
        2,
    )


def _picture(questionnaire: Questionnaire, released: Released) -> _Slide:
    """Tell which dimensions stand low and high, and draw the parties beside each other where there is a figure."""
    blocks = comparison(questionnaire, released)
    told = (levels_told(questionnaire, released), differences_told(questionnaire, released))
    notices = (block.text for block in blocks if isinstance(block, Notice))
    said = tuple(text for text in (*told, *notices) if text)
    bodies: tuple[Body, ...] = (Words("", said),) if len(said) > 1 else (Words("".join(said)),)
    if any(one.mean is not None for one in released.dimensions):
        chart = dimension_chart(questionnaire, released)
        rows = (
            replace(row, gap=words.in_a_word(one) if one.difference is None else words.differing(one.difference))
            for row, one in zip(chart.rows, released.dimensions, strict=True)
        )
        bodies += (_compared(replace(chart, rows=tuple(rows))),)
    return _Slide(
        _("Hoe staat de groep ervoor?"),
        bodies,
        _(
            "Leg eerst de lijn uit: links is helemaal oneens, rechts helemaal eens. Laat de zaal een minuut stil "
            "kijken. Een laag cijfer is geen verwijt: het zegt hoe mensen het nu zien."
        ),
        6,
    )


def _strong(questionnaire: Questionnaire, released: Released) -> _Slide:
    """Show what goes well in the eyes of all, with both parties' figures."""
    found = strongest_items(questionnaire, released)[:_STATEMENTS]
    body: Body = Words(no_strong_point(released))
    if found:
        body = _statements(questionnaire, released, found)
    return _Slide(
        _("Wat gaat al goed?"),
        (body,),
        _together(
            _("Begin met wat goed gaat. Vraag: waardoor lukt dit?"),
            words.names_in_statements(questionnaire, found),
            strong_from(questionnaire, found),
        ),
        5,
    )


def _apart(questionnaire: Questionnaire, released: Released) -> _Slide:
    """Show the statements on which the parties differ most, with both parties' figures."""
    found = striking_items(questionnaire, released, "verschil")[:_STATEMENTS]
    body: Body = Words(striking_chart(questionnaire, released, "verschil").sentence)
    if found:
        body = _statements(questionnaire, released, found)
    return _Slide(
        _("Waar zien zij het anders?"),
        (body,),
        _together(
            _("Vraag eerst wat de zaal ziet, en pas daarna waarom. Geef elke partij het woord."),
            _("Hoger is niet beter: wie meer ziet, is soms strenger."),
            words.names_in_statements(questionnaire, found),
        ),
        8,
    )


def _statements(questionnaire: Questionnaire, released: Released, found: tuple[ReleasedItem, ...]) -> Compared:
    return _compared(item_chart(questionnaire, released, found, "", ""))


def _together(*told: str) -> str:
    """Put sentences behind each other, without those that say nothing."""
    return " ".join(text for text in told if text)


def _compared(chart: GapChart) -> Compared:
    """Return a chart as a page; a reason for which a party is hidden in more rows stands once, below them."""
    rows, told = chart.rows, []
    for side, name in enumerate(chart.sides):
        reasons = [row.hidden[side] for row in rows if row.hidden[side]]
        if len(reasons) > 1 and len(set(reasons)) == 1:
            told.append(_("– bij {partij}: {waarom}.").format(partij=name, waarom=reasons[0]))
            rows = tuple(
                replace(row, hidden=(row.hidden[0], "–") if side else ("–", row.hidden[1])) if row.hidden[side] else row
                for row in rows
            )
    return as_page(replace(chart, rows=rows), " ".join(told))


# Since the wave before. --------------------------------------------------------------------------------------------


def _outcomes(previous: Wave) -> _Slide:
    told = tuple(f"{one.what} – {outcome(one.outcome)}" for one in previous.actions)
    return _Slide(
        _("Hoe ging het met de acties?"),
        tuple(Words("", told[at : at + _ACTIONS]) for at in range(0, len(told), _ACTIONS)),
        _("Vraag wat hielp en wat tegenhield. Het gaat niet om wie iets niet deed."),
        4,
    )


def _since(questionnaire: Questionnaire, wave: Wave, previous: Wave, released: tuple[Released, Released]) -> _Slide:
    """Set the dimensions beside those of the wave before; what cannot be compared is said."""
    before, now = released
    blocks = changed_dimensions(questionnaire, wave, previous, told=True)
    left_out = [block.text for block in blocks if isinstance(block, Paragraph) and block.text != words.NO_PERSON]
    chart = next((block for block in blocks if isinstance(block, GapChart)), None)
    told = [what_changed(questionnaire, wave, previous), *((chart.sentence,) if chart else ()), *left_out]
    bodies: tuple[Body, ...] = (Words(_together(*told)),)
    if chart is not None:
        moved = [one for one in changes(questionnaire, before, now) if one.what == "dimension"]
        rows = (replace(row, gap=changed_word(one)) for row, one in zip(chart.rows, moved, strict=True))
        bodies += (as_page(replace(chart, rows=tuple(rows))),)
    return _Slide(
        _("Wat is er veranderd?"),
        bodies,
        _("‘Geen verandering aangetoond’ betekent niet dat er niets gebeurde. Vraag wat mensen zelf merken."),
        5,
    )


# What comes of it. -------------------------------------------------------------------------------------------------


def _agreed(questionnaire: Questionnaire, wave: Wave) -> _Slide:
    """Tell the actions, and the advices that they come from; else the advice that comes first."""
    ranked = [one.id for one in advices_to_vote(wave)]
    told = chosen(questionnaire, wave)
    if wave.actions:
        lines = tuple(_action(one) for one in wave.actions)
        listed = [lines[at : at + _ACTIONS] for at in range(0, len(lines), _ACTIONS)]
        bodies: tuple[Body, ...] = tuple(Words("" if place else told, some) for place, some in enumerate(listed))
        given = {one.id for one in wave.released.advice} if wave.released else set()
        first = [one for one in dict.fromkeys(action.advice for action in wave.actions) if one in given][:_ADVICES]
        label = _("Dit advies koos de groep")
    else:
        none = _("De groep heeft nog geen acties gekozen.")
        no_advice = _("Er is geen advies: er zijn te weinig antwoorden, of er gaat al veel goed.")
        bodies = (Words(f"{none} {told or no_advice}"),)
        first, label = ranked[:1], ""
    return _Slide(
        _("Wat koos de groep?") if wave.actions or any(votes_shown(wave).values()) else _("Wat kan de groep kiezen?"),
        (*bodies, *(_advice(questionnaire, one, label) for one in first)),
        _("Vraag wat de zaal hieraan kan bijdragen. Noem ook de dag waarop de groep terugkijkt."),
        5,
    )


def _action(one: Action) -> str:
    return _("{wat} – {wie}, {wanneer}. Terugkijken op {dag}.").format(
        wat=one.what.rstrip(" ."), wie=one.who, wanneer=day(one.when), dag=day(one.check_back)
    )


def _advice(questionnaire: Questionnaire, advice_id: str, label: str) -> Fits:
    advice = questionnaire.advice(advice_id)
    return Fits(
        title=words.filled(questionnaire, advice.title),
        what=words.filled(questionnaire, advice.what),
        first_step=words.filled(questionnaire, advice.first_step),
        label=label,
    )


def _limits(released: Released, previous: Wave | None) -> _Slide:
    points = (
        _("Ze gaan over deze groep, op één moment. Ze gelden niet voor andere groepen."),
        _("Ze zeggen hoe mensen het zien, niet wie gelijk heeft of wie het beter doet."),
        words.NOT_SHOWN,
        words.by_chance(released),
        words.NO_PERSON if previous is not None else "",
        words.released_earlier(released),
    )
    return _Slide(
        _("Wat zeggen deze cijfers niet?"),
        (Words("", tuple(text for text in points if text)),),
        _("Lees dit altijd voor, ook als u weinig tijd hebt."),
        2,
    )


def _talk(questionnaire: Questionnaire, released: Released) -> _Slide:
    """Ask the room the question of the statement that stands out most."""
    orders = (striking_items(questionnaire, released, order) for order in _TALKED)
    found = next((items[0] for items in orders if items), None)
    asked = _("Wat hebt u van de andere partij nodig, en wat kunt u zelf doen?")
    if found is not None:
        item = questionnaire.item(found.id)
        asked = _("‘{stelling}’ {vraag}").format(
            stelling=words.statement(questionnaire, item), vraag=words.filled(questionnaire, item.discussion)
        )
    return _Slide(
        _("Waar kunt u over praten?"),
        (Question(asked),),
        _(
            "Laat eerst twee aan twee praten, liefst iemand van elke partij. Haal daarna drie antwoorden op. Vraag "
            "ieder om één ding voor deze week."
        ),
        10,
    )
