"""Where a study's figures come from, in a line that goes with each of them; and by whose account a card is right."""

from samenspel.questionnaire.model import Figure, Guess, Questionnaire
from samenspel.taal import _


def source_line(questionnaire: Questionnaire) -> str:
    """Return whose the figures are and what they do not say; empty when the questionnaire names no study."""
    study = questionnaire.education.study
    return "" if study is None else _("Bron: {bron}. {grens}").format(bron=study.source, grens=study.limit)


def figure_source(questionnaire: Questionnaire, figure: Figure | Guess) -> str:
    """Return where one figure comes from and what it does not say: its own source, or else the study's."""
    if not figure.source:
        return source_line(questionnaire)
    return _("Bron: {bron}. {grens}").format(bron=figure.source, grens=figure.limit)


def tells_of_study(questionnaire: Questionnaire, text: str) -> bool:
    """Say whether a text tells of the study: it calls it by its name."""
    study = questionnaire.education.study
    return study is not None and study.name in " ".join(text.split())


def without_source(questionnaire: Questionnaire, text: str) -> str:
    """Return what ``with_source`` made as it was: for where the line stands once, above several such texts."""
    return text.removesuffix(source_line(questionnaire)).rstrip() if source_line(questionnaire) else text


def with_source(questionnaire: Questionnaire, text: str) -> str:
    """Return ``text``, and behind it where its figures come from, when it tells of the study."""
    return f"{text} {source_line(questionnaire)}" if tells_of_study(questionnaire, text) else text


def right_answer(questionnaire: Questionnaire, answer: str) -> str:
    """Say that ``answer`` is right at a card, and by whose account: how work is divided differs from place to place."""
    told = _("Volgens {bron} is het antwoord: {antwoord}. Bij u kan het anders zijn.")
    return told.format(bron=questionnaire.asked.cards_source or _("deze vragenlijst"), antwoord=answer)
