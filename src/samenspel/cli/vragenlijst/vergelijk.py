"""``samenspel vragenlijst vergelijk``: what changed between two questionnaires, and what stays comparable."""

from itertools import groupby

import click

from samenspel.authoring import Problem, QuestionnaireError, load, load_labels
from samenspel.authoring.comparing import Difference, differences, other_labels, part_names, verdict
from samenspel.cli.base import Command
from samenspel.cli.stored import find_questionnaire
from samenspel.questionnaire.labels import Scheme
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _

_LONGEST = 160
_BEFORE = 30


@click.command(
    "vergelijk",
    cls=Command,
    help=_(
        "Toon wat er anders is in een nieuwe versie van een vragenlijst.\n\n"
        "Daarna staat er in woorden of scores van vroeger en van nu te vergelijken zijn."
    ),
)
@click.argument("old", metavar=_("OUD"))
@click.argument("new", metavar=_("NIEUW"))
def command(*, old: str, new: str) -> None:
    """Print the differences, part by part, and then what they mean for the scores."""
    (before, old_labels), (after, new_labels) = _loaded(old, new)
    text = _("Oud: {oud} {van}. Nieuw: {nieuw} {naar}.")
    click.echo(text.format(oud=before.id, van=before.version, nieuw=after.id, naar=after.version))
    found = differences(before, after)
    if labels := other_labels(old_labels, new_labels):
        click.echo(labels)
    if not found:
        nothing = _("Er is niets anders. Alle uitslagen zijn te vergelijken.")
        beside = _("Verder is er niets anders. Alle uitslagen zijn te vergelijken.")
        click.echo(beside if labels else nothing)
        return
    names = part_names()
    for part, changes in groupby(found, key=lambda difference: difference.part):
        click.echo(f"\n{names.get(part, part.capitalize())}")
        for change in changes:
            click.echo(f"  {_line(change)}")
    click.echo("\n" + _("Wat is nog te vergelijken?"))
    for sentence in verdict(before, after, found):
        click.echo(f"  {sentence}")


def _loaded(*names: str) -> list[tuple[Questionnaire, Scheme]]:
    """Load the questionnaires with these ids or in these folders, and the labels beside them.

    Raises:
        QuestionnaireError: with all errors of all.
    """
    loaded: list[tuple[Questionnaire, Scheme]] = []
    problems: list[Problem] = []
    for name in names:
        try:
            folder = find_questionnaire(name)
            questionnaire = load(folder)
            loaded.append((questionnaire, load_labels(folder, questionnaire)))
        except QuestionnaireError as error:
            problems += error.problems
    if problems:
        raise QuestionnaireError(list(dict.fromkeys(problems)))
    return loaded


def _line(change: Difference) -> str:
    match change.kind:
        case "new":
            return _("Nieuw: {id}{tekst}").format(id=change.id, tekst=_about(change.new))
        case "gone":
            return _("Weg: {id}{tekst}").format(id=change.id, tekst=_about(change.old))
        case "order":
            return _("De volgorde is anders.")
    where = ", ".join(filter(None, [change.id, change.key]))
    told = [_("Anders: {waar}.").format(waar=where) if where else _("Anders.")]
    old, new = _pair(change.old, change.new)
    if old and new:
        told.append(_("Was {oud}, is nu {nieuw}").format(oud=old, nieuw=new))
    return " ".join(told)


def _about(block: object) -> str:
    """Return what a part that came or went says, to stand behind its id."""
    said = _said(block)
    return f" – {_short(said)}" if said else ""


def _said(block: object) -> str:
    texts = block if isinstance(block, dict) else {}
    return next((str(texts[key]) for key in ("tekst", "titel", "naam", "enkelvoud") if texts.get(key)), "")


def _pair(old: object, new: object) -> tuple[str, str]:
    """Return two values as text; of two long texts from where they begin to differ."""
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > _LONGEST:
        same = next((at for at, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), len(old))
        start = old.rfind(" ", 0, max(0, min(same, len(new)) - _BEFORE)) + 1
        if start > 1:
            return _value(f"…{old[start:]}"), _value(f"…{new[start:]}")
    return _value(old), _value(new)


def _value(value: object) -> str:
    """Return a value as text; empty when it is too much to show."""
    match value:
        case None | "" | [] | ():
            return _("niets")
        case bool():
            return _("ja") if value else _("nee")
        case int() | float():
            return f"{value:g}".replace(".", ",")
        case str():
            return f"‘{_short(value)}’"
        case list() | tuple() if all(isinstance(one, str) for one in value):
            return f"‘{_short(' / '.join(value))}’"
    return f"‘{_short(said)}’" if (said := _said(value)) else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
