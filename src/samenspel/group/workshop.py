"""The workshop, step by step: what a group may do in which phase. Every function gives a new wave, or says why not.

verzamelen → (reveal, once and for good) → vergelijken ⇄ adviezen ⇄ acties → afgerond
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from samenspel import hygiene
from samenspel.advice import RankedAdvice
from samenspel.group.model import Action, Group, Outcome, Phase, Released, Wave
from samenspel.questionnaire.model import Questionnaire
from samenspel.refusals import RefusalError
from samenspel.taal import _, datum
from samenspel.typed_day import NO_DAY

RECOMMENDED_ACTIONS, MOST_ACTIONS = 3, 5
VOTES = 3
"""How many votes each person has."""
VOTED_ON = 8
"""How many advices are voted on, unless the group adds the others: with more nobody reads them all."""
VOTING = "stemmen"
"""Where the group is (``Wave.at``) while people vote in turn."""
TEXT_LIMIT = 300
STRUCK = "[…]"
"""What stands in the place of words that were struck out."""

_TALKING: tuple[Phase, ...] = ("vergelijken", "adviezen", "acties")


class WorkshopError(RefusalError):
    """The group cannot do this now."""


NOBODY = _("Er zijn nog geen antwoorden. Verzamel eerst antwoorden.")
"""Why nothing can be revealed of a wave without responses."""


def too_few(minimum: int) -> str:
    """Say of a group that it is too small, in the same words whatever makes it so: why would tell who they are."""
    return _(
        "Van de twee partijen deden samen minder dan {k} mensen mee: er zal geen enkel cijfer te zien zijn. "
        "Verzamel eerst meer antwoorden."
    ).format(k=minimum)


def reveal(wave: Wave, released: Released, today: date) -> Wave:
    """Open the results, once: from here on the wave takes no responses. Raises WorkshopError."""
    if wave.phase != "verzamelen":
        raise WorkshopError(_("Deze meting is al onthuld. Nieuwe antwoorden horen bij een nieuwe meting."))
    if released.n == 0:
        raise WorkshopError(NOBODY)
    return replace(wave, phase="vergelijken", released=released, revealed=today.isoformat(), source="")


def strike_out(wave: Wave, question: str, text: str, words: str | None = None) -> tuple[Wave, str]:
    """Strike words out of an open answer to ``question``, or all of it; the facilitator does so before it is shown.

    Args:
        wave: the wave, revealed.
        question: its id.
        text: the answer.
        words: what is struck out, as often as it stands in it, in capitals or not; None: all of it.

    Returns:
        The wave, and what is left of the answer.

    Raises:
        WorkshopError: there is no such answer (any more), or these words do not stand in it.
    """
    texts = list(wave.released.open_answers.get(question, ())) if wave.released else []
    if wave.released is None or text not in texts:
        raise WorkshopError(_("Dit antwoord staat er niet meer."))
    left = ""
    if words is not None:
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
        left, times = re.subn(pattern, STRUCK, text, flags=re.IGNORECASE)
        if not words.strip() or not times:
            raise WorkshopError(_("Dit staat niet zo in het antwoord. Typ hele woorden over zoals ze er staan."))
        left = left[: hygiene.NOTE_LIMIT]  # the mark may be longer than what it replaces
    texts[texts.index(text) : texts.index(text) + 1] = [left] if left else []
    answers = {**wave.released.open_answers, question: tuple(texts)}
    answers = {one: its for one, its in answers.items() if its}
    return replace(wave, released=replace(wave.released, open_answers=answers, struck=wave.released.struck + 1)), left


def unread(group: Group, wave: Wave) -> bool:
    """Say whether there are open answers that nobody has read for names yet; made up ones need no reading."""
    return not (wave.read_first or group.practice or wave.released is None) and bool(wave.released.open_answers)


def read_from(wave: Wave, source: str) -> Wave:
    """Remember what was read in last, while answers are collected; a path that no text can be is not remembered."""
    return replace(wave, source=source) if wave.phase == "verzamelen" and hygiene.is_clean(source) else wave


def go_to(wave: Wave, phase: Phase, at: str = "") -> Wave:
    """Go to another part of the talk, both ways. Raises WorkshopError."""
    if wave.phase not in _TALKING or phase not in _TALKING:
        raise WorkshopError(_("Dat kan pas na het onthullen, en niet meer na het afronden."))
    return replace(wave, phase=phase, at=at)


def advices_to_vote(wave: Wave) -> tuple[RankedAdvice, ...]:
    """Return the group's advices: the pinned ones first, then by votes, then as ranked; without the dismissed."""
    if wave.released is None:
        return ()
    left = [one for one in wave.released.advice if one.id not in wave.dismissed]
    votes = votes_shown(wave)
    return tuple(sorted(left, key=lambda one: (one.id not in wave.pinned, -votes.get(one.id, 0))))


def ballot(wave: Wave) -> tuple[RankedAdvice, ...]:
    """Return the advices that are voted on: the first ones, or those with which the voting began."""
    left = advices_to_vote(wave)
    return tuple(one for one in left if one.id in wave.ballot) if wave.ballot else left[:VOTED_ON]


def voted_on(wave: Wave, advice: str) -> bool:
    """Say whether the group could vote for an advice."""
    return not wave.ballot or advice in wave.ballot


def still_voting(wave: Wave) -> bool:
    """Say whether people are voting in turn: who looked before and after one of them would know what that one chose.

    A wave of 0.1.0 tells that only by the place where the group is.
    """
    return (wave.voting or wave.at == VOTING) and wave.phase in _TALKING and wave.voters > 0


def too_few_voters(wave: Wave) -> bool:
    """Say whether so few people voted in turn that their votes may not be seen, not even in the order of advices."""
    released = wave.released
    return released is not None and not released.open_table and 0 < wave.voters < released.minimum


def votes_hidden(wave: Wave) -> bool:
    """Say whether votes may not be seen, on any road: too few people voted, or the voting is not over."""
    return too_few_voters(wave) or still_voting(wave)


def votes_shown(wave: Wave) -> Mapping[str, int]:
    """Return advice id → votes, as far as they may be seen (:func:`votes_hidden`)."""
    return {} if votes_hidden(wave) else wave.votes


def votes_for(wave: Wave, advice: str) -> int | None:
    """Return an advice's votes; None where they may not be seen, nobody voted, or this one was not voted on."""
    shown = votes_shown(wave)
    return shown.get(advice, 0) if any(shown.values()) and voted_on(wave, advice) else None


def begin_voting(wave: Wave) -> Wave:
    """Begin to vote in turn, or go on with it. Raises WorkshopError.

    Votes that can be seen, also those that were counted in the room, make place: everyone votes anew. Else the totals
    before and after one more person would tell what that one chose.
    """
    _talking(wave)
    if votes_hidden(wave):
        return replace(wave, voting=True)
    anew = replace(wave, votes={}, voters=0, voting=True, ballot=())
    return replace(anew, ballot=tuple(one.id for one in ballot(anew)))


def vote_on_all(wave: Wave) -> Wave:
    """Put all advices to the vote, before the first person votes: everyone chooses from the same. Raises WorkshopError.

    Those that the group put aside are not among them.
    """
    _talking(wave)
    if wave.voters:
        raise WorkshopError(_("Er is al gestemd. Iedereen kiest uit dezelfde adviezen."))
    return replace(wave, ballot=tuple(one.id for one in advices_to_vote(wave)))


def end_voting(wave: Wave) -> Wave:
    """Close the voting in turn: the totals may be seen now, and nobody can add a vote. Raises WorkshopError."""
    _talking(wave)
    if too_few_voters(wave):
        raise WorkshopError(_("Er stemden nog te weinig mensen om de stemmen te laten zien."))
    return replace(wave, voting=False, at="adviezen" if wave.at == VOTING else wave.at)


def vote(wave: Wave, chosen: Iterable[str]) -> Wave:
    """Add one person's votes: at most ``VOTES``, more than one for the same advice is allowed. Raises WorkshopError."""
    votes = tuple(chosen)
    _talking(wave)
    if votes_shown(wave):
        raise WorkshopError(_("De totalen zijn al te zien. Begin het stemmen opnieuw."))
    if not 0 < len(votes) <= VOTES:
        raise WorkshopError(_("Ieder heeft hooguit {n} stemmen. Kies er minstens één.").format(n=VOTES))
    _known(wave, votes, on_ballot=True)
    counted = dict(wave.votes)
    for advice in votes:
        counted[advice] = counted.get(advice, 0) + 1
    return replace(wave, votes=counted, voters=wave.voters + 1, voting=True)


def count_votes(wave: Wave, votes: Mapping[str, int]) -> Wave:
    """Take over votes that the facilitator counted, in place of all that were cast. Raises WorkshopError.

    ``votes`` holds each advice that was voted on, also with 0.
    """
    _talking(wave)
    _known(wave, votes)
    if any(count < 0 for count in votes.values()):
        raise WorkshopError(_("Een aantal stemmen is 0 of meer."))
    given = {advice: count for advice, count in votes.items() if count}
    return replace(wave, votes=given, voters=0, voting=False, ballot=tuple(votes) if given else ())


def pin(wave: Wave, advice: str, *, on: bool) -> Wave:
    """Keep an advice on top, or no longer. Raises WorkshopError."""
    _talking(wave)
    _known(wave, (advice,))
    rest = tuple(one for one in wave.pinned if one != advice)
    return replace(wave, pinned=(*rest, advice) if on else rest)


def dismiss(wave: Wave, advice: str, reason: str | None) -> Wave:
    """Put an advice aside with a reason, or (None) take it back. Raises WorkshopError, hygiene.TooLongError."""
    _talking(wave)
    _known(wave, (advice,))
    rest = {one: why for one, why in wave.dismissed.items() if one != advice}
    if reason is None:
        return replace(wave, dismissed=rest)
    why = hygiene.clean(reason, TEXT_LIMIT)
    if not why:
        raise WorkshopError(_("Schrijf erbij waarom de groep dit advies weglegt."))
    return replace(wave, dismissed={**rest, advice: why}, pinned=tuple(one for one in wave.pinned if one != advice))


def faults(action: Action, revealed: str | None = None) -> dict[str, str]:
    """Say in Dutch what is wrong with an action, by the name of its field, in their order; empty: nothing.

    Args:
        action: what was typed; a day that cannot be read is empty.
        revealed: the day of the reveal: whatever the group agrees on comes after it. None: it is not looked at.
    """
    found = {}
    for name, missing in (("what", _("Schrijf op wat u gaat doen.")), ("who", _("Schrijf op wie dat doet."))):
        try:
            if not hygiene.clean(getattr(action, name), TEXT_LIMIT):
                found[name] = missing
        except hygiene.TooLongError as error:
            found[name] = _("Dit is te lang: {lengte} tekens. Hooguit {grens} mag.").format(
                lengte=error.length, grens=error.limit
            )
    days = {name: _day(getattr(action, name)) for name in ("when", "check_back")}
    found |= {name: NO_DAY for name, day in days.items() if day is None}
    first = _day(revealed or "")
    if first:
        past = _("Deze dag is al voorbij. Kies {dag}, of een dag daarna.").format(dag=datum(first))
        found |= {name: past for name, day in days.items() if day and day < first}
    when, check_back = days.values()
    if when and check_back and check_back < when:
        found["check_back"] = _("Kijk terug op de dag van de actie zelf, of op een dag daarna.")
    return found


def checked_action(questionnaire: Questionnaire, action: Action, revealed: str | None = None) -> Action:
    """Return ``action`` with clean texts. Raises WorkshopError, which names every fault; hygiene.TooLongError."""
    if found := faults(action, revealed):
        raise WorkshopError(" ".join(found.values()))
    known = {dimension.id for dimension in questionnaire.asked.dimensions}
    dimensions = tuple(one for one in action.dimensions if one in known)
    what, who, remark = (hygiene.clean(text, TEXT_LIMIT) for text in (action.what, action.who, action.remark))
    return replace(action, what=what, who=who, dimensions=dimensions, remark=remark)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def put_action(wave: Wave, questionnaire: Questionnaire, action: Action, place: int | None = None) -> Wave:
    """Add an action, or put it in the place of the one at ``place``. Raises WorkshopError, hygiene.TooLongError."""
    _talking(wave)
    checked = checked_action(questionnaire, action, wave.revealed)
    if place is not None:
        return replace(wave, actions=(*wave.actions[:place], checked, *wave.actions[place + 1 :]))
    if len(wave.actions) >= MOST_ACTIONS:
        raise WorkshopError(_("Meer dan {n} acties lukt bijna nooit. Haal er eerst een weg.").format(n=MOST_ACTIONS))
    return replace(wave, actions=(*wave.actions, checked))


def remove_action(wave: Wave, place: int) -> Wave:
    """Take the action at ``place`` away. Raises WorkshopError."""
    _talking(wave)
    return replace(wave, actions=(*wave.actions[:place], *wave.actions[place + 1 :]))


def follow_up(wave: Wave, place: int, outcome: Outcome, remark: str = "") -> Wave:
    """Write down how the action at ``place`` went; that can be done at any time after. Raises hygiene.TooLongError."""
    action = replace(wave.actions[place], outcome=outcome, remark=hygiene.clean(remark, TEXT_LIMIT))
    return replace(wave, actions=(*wave.actions[:place], action, *wave.actions[place + 1 :]))


def close(wave: Wave, today: date) -> Wave:
    """Close the wave. Raises WorkshopError."""
    _talking(wave)
    return replace(wave, phase="afgerond", closed=today.isoformat(), voting=False)


def left_behind(wave: Wave) -> Wave:
    """Return a revealed wave as it stays behind when the next one begins: nobody is voting in it any more."""
    return replace(wave, at="" if wave.at == VOTING else wave.at, voting=False)


def touched(questionnaire: Questionnaire, advice: str) -> tuple[str, ...]:
    """Return the dimensions that an advice is meant to touch: those of the statements that bring it up."""
    triggers = questionnaire.advice(advice).triggers
    inside = {item.dimension for item in questionnaire.asked.items if item.id in triggers}
    return tuple(dimension.id for dimension in questionnaire.asked.dimensions if dimension.id in inside)


def _talking(wave: Wave) -> None:
    if wave.phase not in _TALKING:
        raise WorkshopError(_("Dat kan pas na het onthullen, en niet meer na het afronden."))


def _known(wave: Wave, advices: Iterable[str], *, on_ballot: bool = False) -> None:
    given = {one.id for one in wave.released.advice} if wave.released else set()
    if on_ballot and wave.ballot:
        given &= {*wave.ballot}
    if unknown := [advice for advice in advices if advice not in given]:
        raise WorkshopError(_("‘{id}’ is geen advies van deze groep.").format(id=unknown[0]))
