"""Menus with arrows and shortcut keys, for whoever sees the screen. questionary is imported when one is opened."""

import os
from collections.abc import Sequence
from typing import Any, Final

from samenspel.line.prompter import Choice, choose_by_key, show
from samenspel.taal import _

_MOST_KEYS: Final = 36
"""questionary takes no more choices than this with shortcut keys."""


class MenuPrompter:
    """Asks through questionary; always at a terminal."""

    def __init__(self) -> None:
        # Else prompt_toolkit asks the terminal where the cursor is, and complains in English when it gets no answer.
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

    def say(self, text: str) -> None:
        """Print ``text``."""
        show(text)

    def choose(
        self, question: str, answers: Sequence[Choice], actions: Sequence[Choice] = (), *, current: str = ""
    ) -> str:
        """Let the person point with the arrows or jump with a key; Enter takes what is pointed at.

        The pointer stands beside no answer until one was chosen: Enter alone answers nothing. A list too long for all
        this is printed, and its number typed: a menu would cut what is wider than the terminal.
        """
        choices = [*answers, *actions]
        if len(choices) > _MOST_KEYS or any(len(choice.key) > 1 for choice in choices):
            return choose_by_key(self, question, answers, actions, current)

        import questionary

        unanswered = bool(answers) and not current
        menu: list[Any] = [questionary.Choice(_("nog niets gekozen"), "", shortcut_key=False)] if unanswered else []
        menu += [_menu_choice(choice) for choice in answers]
        if answers and actions:
            menu.append(questionary.Separator(" "))
        menu += [_menu_choice(choice) for choice in actions]
        while True:
            chosen: str = questionary.select(
                question,
                menu,
                default=current or None,
                qmark="",
                use_shortcuts=True,
                use_jk_keys=False,
                instruction=_("(cijfer, letter of pijltjes, dan Enter)"),
            ).unsafe_ask()
            if chosen:
                return chosen
            self.say(_("Kies eerst: typ een cijfer of een letter, of ga met de pijltjes naar uw keuze."))

    def write(self, question: str) -> str:
        """Let the person type one line."""
        import questionary

        typed: str = questionary.text(question, qmark="").unsafe_ask()
        return typed


def _menu_choice(choice: Choice) -> Any:  # noqa: ANN401 - questionary carries no types
    import questionary

    return questionary.Choice(choice.text, choice.id, shortcut_key=choice.key)
