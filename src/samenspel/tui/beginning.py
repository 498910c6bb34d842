"""Beginning something new, with the questionnaire in use; when that cannot be used now, another can be chosen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from samenspel.questionnaire.model import Questionnaire
from samenspel.storage import shelf_words
from samenspel.taal import _

if TYPE_CHECKING:
    from samenspel.tui.app import SamenspelApp


def begin(app: "SamenspelApp", screen: Callable[[Questionnaire], Screen[Any]]) -> None:
    """Open the screen that ``screen`` makes for the questionnaire in use; see :func:`in_use`."""
    if (questionnaire := in_use(app, lambda: begin(app, screen))) is not None:
        app.push_screen(screen(questionnaire))


def in_use(app: "SamenspelApp", again: Callable[[], object]) -> Questionnaire | None:
    """Return the questionnaire for what begins now, read anew.

    Has it got errors by now, then that is said, and where to choose another; None. After the choice comes ``again``.
    """
    from samenspel.authoring import QuestionnaireError

    try:
        return app.questionnaire
    except QuestionnaireError:
        _say_why(app, again)
        return None


def _say_why(app: "SamenspelApp", again: Callable[[], object]) -> None:
    from samenspel.tui.screens.dialog import DialogScreen
    from samenspel.tui.screens.questionnaires import QuestionnairesScreen
    from samenspel.tui.widgets.choices import Option

    chosen = app.shelf.chosen()
    options = (Option("1", "other", _("een andere vragenlijst kiezen")), Option("2", "", _("terug")))

    def go(answer: str | None) -> None:
        if answer:
            app.push_screen(QuestionnairesScreen(again))

    text = f"‘{shelf_words.title(chosen)}’. {shelf_words.trouble(chosen)}"
    app.push_screen(DialogScreen(_("Deze vragenlijst kan nu niet"), text, options), go)
