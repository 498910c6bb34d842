"""A close look at a questionnaire of the person's own. Whoever asks for it waits for the trial run to be imported."""

from msgspec.structs import replace

from samenspel.authoring import QuestionnaireError
from samenspel.authoring.lint import check, in_words
from samenspel.hygiene import visible
from samenspel.storage.shelf import Offered
from samenspel.taal import _


def looked_at(offered: Offered) -> str:
    """Say what is found: errors, or warnings and how a trial run went. Takes a while, so meant for a thread."""
    try:
        checked = check(offered.folder)
    except QuestionnaireError as error:
        return replace(offered, problems=error.problems).faults()
    return visible("\n".join([_("Geen fouten. Er staan geen antwoorden in."), *in_words(checked)]))
