"""The first page of a group's report, for who was not there: five plain sentences, the actions, who took part."""

from samenspel.group.model import Group, Released, Wave
from samenspel.group.workshop import advices_to_vote, votes_shown
from samenspel.questionnaire.model import Questionnaire
from samenspel.report.document import Block, Bullets, Heading
from samenspel.report.groups import words
from samenspel.report.groups.actions import actions, day, what_changed
from samenspel.report.groups.picture import differences_told, levels_told, participants
from samenspel.report.groups.statements import no_strong_point, striking_items, strongest_items
from samenspel.taal import _, meervoud


def front_page(
    questionnaire: Questionnaire, group: Group, wave: Wave, released: Released, previous: Wave | None
) -> tuple[Block, ...]:
    """Return what two managers read who were not there; ``previous`` is the wave before, if there is one."""
    return (
        Heading(1, _("In het kort")),
        Bullets(in_sentences(questionnaire, wave, released, previous)),
        *(() if wave.actions else (Heading(2, _("Acties")),)),  # their table has a title of its own
        *actions(questionnaire, wave),
        Heading(2, _("Wie meededen")),
        *participants(questionnaire, group, wave, released),
    )


def in_sentences(
    questionnaire: Questionnaire, wave: Wave, released: Released, previous: Wave | None
) -> tuple[str, ...]:
    """Say the whole in five points: how it stands, between whom, what changed, what is strong, what comes of it."""
    changed = what_changed(questionnaire, wave, previous)
    told = (
        levels_told(questionnaire, released),
        differences_told(questionnaire, released),
        changed or _divided(questionnaire, released),
        _strong(questionnaire, released),
        chosen(questionnaire, wave),
    )
    return tuple(one for one in told if one)


def _divided(questionnaire: Questionnaire, released: Released) -> str:
    for one in striking_items(questionnaire, released, "verdeeldheid"):
        text = words.statement(questionnaire, questionnaire.item(one.id))
        return _("De antwoorden lopen het meest uiteen bij: ‘{stelling}’").format(stelling=text)
    return ""


def _strong(questionnaire: Questionnaire, released: Released) -> str:
    for one in strongest_items(questionnaire, released):
        text = words.statement(questionnaire, questionnaire.item(one.id))
        return _("Het sterkste punt is: ‘{stelling}’").format(stelling=text)
    return no_strong_point(released) if any(one.mean is not None for one in released.items) else ""


def chosen(questionnaire: Questionnaire, wave: Wave) -> str:
    """Say what the group chose, or else which advice comes first; empty where there is none."""
    if wave.actions:
        back = min(one.check_back for one in wave.actions)
        told = meervoud(
            "De groep koos {n} actie, en kijkt daar op {dag} op terug.",
            "De groep koos {n} acties, en kijkt op {dag} voor het eerst terug.",
            len(wave.actions),
        )
        return told.format(n=len(wave.actions), dag=day(back))
    ranked = advices_to_vote(wave)
    if not ranked:
        return ""
    title = words.filled(questionnaire, questionnaire.advice(ranked[0].id).title)
    if votes_shown(wave).get(ranked[0].id):
        return _("De meeste steun kreeg het advies: {titel}.").format(titel=title)
    return _("Het best past het advies: {titel}.").format(titel=title)
