"""What the commands share that make a form of a questionnaire."""

from typing import Final

import click

from samenspel.answering import allowed
from samenspel.hygiene import one_line
from samenspel.questionnaire.model import Questionnaire
from samenspel.taal import _, opsomming
from samenspel.walk import Step

SHORT: Final = click.option("--kort", "short", is_flag=True, help=_("De korte vorm."))
"""The option for the short form."""


def known_party(questionnaire: Questionnaire, party: str) -> None:
    """Make sure that a form can be for ``party``; empty: for anyone. Raises BadParameter: there is no such party."""
    parties = allowed(questionnaire, Step("party"))
    if party and party not in parties:
        text = _("‘{partij}’ is geen partij. Kies uit: {partijen}.")
        message = text.format(partij=one_line(party[:40]), partijen=opsomming([*parties], _("of")))
        raise click.BadParameter(message, param_hint="--partij")
