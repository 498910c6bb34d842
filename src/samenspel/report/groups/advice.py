"""The group's advice: cards with votes and reasons, what was put aside and why, and the worksheets.

A reason names the statement with what may be shown of it, never an answer.
"""

from msgspec.structs import replace

from samenspel.advice import TOP, RankedAdvice
from samenspel.group.model import Released, Wave
from samenspel.group.workshop import advices_to_vote, votes_for, votes_hidden, votes_shown
from samenspel.questionnaire.citing import with_source, without_source
from samenspel.questionnaire.model import EXPERIENCE, KNOWLEDGE, MEETING, Advice, Questionnaire
from samenspel.report import wording
from samenspel.report.document import AdviceCard, Block, Bullets, Notice, Paragraph, Table, WorksheetPage, in_two
from samenspel.report.groups import words
from samenspel.report.groups.statements import in_words
from samenspel.report.personal.advices import sources_of, worksheet
from samenspel.taal import _, getal, meervoud

CARDS = 8
"""How many advices a report tells in full: those that the group voted on."""
_SHEETS = TOP["volledig"]
"""Of how many the worksheets are added."""


def advice_cards(questionnaire: Questionnaire, wave: Wave) -> tuple[AdviceCard, ...]:
    """Return all advices that a group may vote on, each as a card: pinned first, then by votes, then as ranked."""
    released = wave.released
    if released is None:
        return ()
    return tuple(_card(questionnaire, wave, released, ranked) for ranked in advices_to_vote(wave))


def advice_card(questionnaire: Questionnaire, wave: Wave, advice: str) -> AdviceCard:
    """Return one given advice as a card, dismissed or not. Raises KeyError when the group was not given it."""
    released = wave.released
    for ranked in released.advice if released else ():
        if released and ranked.id == advice:
            return _card(questionnaire, wave, released, ranked)
    raise KeyError(advice)


def advice_blocks(questionnaire: Questionnaire, wave: Wave) -> tuple[Block, ...]:
    """Tell the group's advice: the first cards in full, then what was put aside."""
    if wave.released is None or not wave.released.advice:
        return (Notice(_("Er is geen advies: er zijn te weinig antwoorden, of er gaat al veel goed.")),)
    cards = advice_cards(questionnaire, wave)[:CARDS]
    plain = (replace(card, study=without_source(questionnaire, card.study)) for card in cards)
    return (*sources_of(questionnaire, cards), *plain, *dismissed(questionnaire, wave))


def advice_overview(questionnaire: Questionnaire, wave: Wave) -> tuple[Block, ...]:
    """Tell the first advices in short, with their votes, and the others by name."""
    ranked = advices_to_vote(wave)
    if not ranked:
        return advice_blocks(questionnaire, wave)
    first = [questionnaire.advice(one.id) for one in ranked[:CARDS]]
    titles = tuple(words.filled(questionnaire, one.title) for one in first)
    if any(_backed(wave, one.id) for one in ranked):
        rows = tuple(zip(titles, (_support(wave, one) for one in first), strict=True))
        told: Block = Table("", (_("advies"), _("stemmen")), rows, (7, 4))
    else:
        told = Bullets(titles)
    return (Paragraph(_votes(wave)), told, *_others(questionnaire, wave, ranked[CARDS:]))


def dismissed(questionnaire: Questionnaire, wave: Wave) -> tuple[Block, ...]:
    """Tell which advices the group put aside, each with its reason; nothing when there are none."""
    given = [one.id for one in wave.released.advice] if wave.released else []
    aside = [one for one in given if one in wave.dismissed]
    if not aside:
        return ()
    columns: list[tuple[str, int, tuple[str, ...]]] = [
        (_("advies"), 5, tuple(_title(questionnaire, one) for one in aside)),
        (_("stemmen"), 3, tuple(_support(wave, questionnaire.advice(one)) for one in aside)),
        (_("reden"), 6, tuple(wave.dismissed[one] for one in aside)),
    ]
    head, widths, cells = zip(*(columns if words.votes_aside(wave) else columns[::2]), strict=True)
    return (Table(_("Weggelegd door de groep"), head, tuple(zip(*cells, strict=True)), widths),)


def worksheets(questionnaire: Questionnaire, wave: Wave) -> tuple[WorksheetPage, ...]:
    """Return the worksheets of the advices on top."""
    shown = (questionnaire.advice(ranked.id) for ranked in advices_to_vote(wave)[:_SHEETS])
    return tuple(worksheet(advice) for advice in shown if advice.worksheet)


def _card(questionnaire: Questionnaire, wave: Wave, released: Released, ranked: RankedAdvice) -> AdviceCard:
    def filled(text: str) -> str:
        return words.filled(questionnaire, text)

    advice = questionnaire.advice(ranked.id)
    return AdviceCard(
        title=filled(advice.title),
        what=filled(advice.what),
        why=tuple(_because(questionnaire, released, reason) for reason in ranked.reasons),
        study=with_source(questionnaire, filled(advice.evidence)),
        first_step=filled(advice.first_step),
        facts=(
            (_("Stemmen"), _support(wave, advice)),
            (_("Wie"), filled(advice.who)),
            (_("Tijd"), filled(advice.effort)),
            (_("Zo blijft het"), filled(advice.lasting)),
        ),
        worksheet=advice.worksheet.title if advice.worksheet else "",
    )


def _because(questionnaire: Questionnaire, released: Released, reason: str) -> str:
    if reason == KNOWLEDGE:
        if released.knowledge is None:
            return _("Wat de groep van de rollen weet.")
        return _("Gemiddeld had de groep {deel} van de kenniskaarten goed.").format(
            deel=wording.percentage(released.knowledge)
        )
    if reason in {EXPERIENCE, MEETING}:
        context = questionnaire.asked.context
        question = context.experience if reason == EXPERIENCE else context.meeting
        return _("De antwoorden op de vraag: ‘{vraag}’").format(vraag=words.filled(questionnaire, question.text))
    one = next(item for item in released.items if item.id == reason)
    item = questionnaire.item(reason)
    if one.mean is None:
        figures = [in_words(questionnaire, released, one)]
    else:
        mean = _("gemiddeld {score}").format(score=getal(one.mean))
        figures = [words.of_whom(questionnaire, item, mean), words.gap(questionnaire, one)]
    return _("‘{stelling}’ – {cijfers}.").format(
        stelling=words.statement(questionnaire, item),
        cijfers=" · ".join(figure for figure in figures if figure),
    )


def _support(wave: Wave, advice: Advice) -> str:
    count = votes_for(wave, advice.id)
    if votes_hidden(wave):
        said = _("nog niet te zien")
    elif count is None:
        said = _("hierover is niet gestemd") if any(votes_shown(wave).values()) else _("er is niet gestemd")
    else:
        said = meervoud("{n} stem", "{n} stemmen", count).format(n=count)
    return _("{stemmen}, vastgezet door de groep").format(stemmen=said) if advice.id in wave.pinned else said


def _votes(wave: Wave) -> str:
    if why := words.why_no_votes(wave):
        return why
    total = sum(votes_shown(wave).values())
    if not total:
        return _("De groep heeft nog niet gestemd.") + " " + rough_order(wave)
    told = [
        meervoud("De groep gaf {n} stem.", "De groep gaf {n} stemmen.", total).format(n=total),
        words.votes_aside(wave),
        _voters(wave),
        _("Bovenaan staat wat de groep vastzette, en daarna wat de meeste stemmen kreeg.")
        if any(one.id in wave.pinned for one in advices_to_vote(wave))
        else _("Bovenaan staat wat de meeste stemmen kreeg."),
    ]
    return " ".join(text for text in told if text)


def _voters(wave: Wave) -> str:
    """Say how many people voted, beside how many took part; of votes that were counted in the room nobody knows it."""
    part = words.participants(wave.released.n if wave.released else 0)
    if not wave.voters:
        return _("De stemmen zijn in de zaal geteld. De meting heeft {deelnemers}.").format(deelnemers=part)
    said = meervoud("{n} persoon stemde", "{n} mensen stemden", wave.voters).format(n=wave.voters)
    return _("{mensen}. De meting heeft {deelnemers}.").format(mensen=said, deelnemers=part)


def rough_order(wave: Wave) -> str:
    """Say what the order of a group's advice is worth while nobody voted; what the group pinned stands before it."""
    told = _(
        "De volgorde is grof: bovenaan staat wat het best past bij de antwoorden. Adviezen die vlak na elkaar komen, "
        "passen ongeveer even goed."
    )
    if not any(one.id in wave.pinned for one in advices_to_vote(wave)):
        return told
    return _(
        "Bovenaan staat wat de groep vastzette. De volgorde daarna is grof: wat vlak na elkaar komt, past even goed."
    )


def _others(questionnaire: Questionnaire, wave: Wave, others: tuple[RankedAdvice, ...]) -> tuple[Block, ...]:
    backed = [one.id for one in others if _backed(wave, one.id)]
    rest = [_title(questionnaire, one.id) for one in others if one.id not in backed]
    rows = tuple((_title(questionnaire, one), _support(wave, questionnaire.advice(one))) for one in backed)
    return (
        *((Table(_("Andere adviezen met stemmen"), (_("advies"), _("stemmen")), rows, (7, 4)),) if rows else ()),
        *((in_two(_("Ook mogelijk"), tuple(rest)),) if rest else ()),
    )


def _backed(wave: Wave, advice: str) -> bool:
    return votes_shown(wave).get(advice, 0) > 0 or advice in wave.pinned


def _title(questionnaire: Questionnaire, advice: str) -> str:
    return words.filled(questionnaire, questionnaire.advice(advice).title)
