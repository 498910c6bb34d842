"""Who does the asking in line mode: menus, or plain numbered prompts; and what both offer."""

import io
import os
import re
import sys
from collections.abc import Callable, Container, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any, Final, NamedTuple, Protocol

from samenspel.hygiene import MARKS
from samenspel.keyboard import goes_on, in_time, keyboard, not_early
from samenspel.taal import _, opsomming


class Pick(NamedTuple):
    """One thing that may be chosen: the key to type, the text to read, and the ``id`` that comes back."""

    key: str
    text: str
    id: str


CHOICE: Final = _("Uw keuze:")
"""What most choices ask; plain text says in its place what may be typed."""
ON: Final = Pick("s", _("verder"), "verder")
"""Going on. Where it is all that there is to choose, Enter alone does it."""
HELP: Final = Pick("h", _("hulp: wat u hier kunt typen"), "?")
"""Where no menu shows what may be typed; a question mark does it too."""


def numbered(texts: Sequence[tuple[str, str]]) -> list[Pick]:
    """Number (id, text) pairs from 1."""
    return [Pick(str(number), text, id_) for number, (id_, text) in enumerate(texts, start=1)]


class Prompter(Protocol):
    """Asks one thing at a time. Ctrl-C raises KeyboardInterrupt; the end of the input raises EOFError.

    ``spoken``: what it shows is read out, so nothing is drawn.
    """

    spoken: bool

    def say(self, text: str) -> None:
        """Show ``text`` (one or more lines), followed by nothing."""

    def choose(  # noqa: PLR0913 - a question has this many sides
        self,
        question: str,
        answers: Sequence[Pick],
        actions: Sequence[Pick] = (),
        *,
        current: str = "",
        scale: bool = False,
        consent: bool = False,
    ) -> str:
        """Ask for one of ``answers`` or ``actions`` and return its id.

        Args:
            question: what to ask.
            answers: what may be answered.
            actions: what else may be done.
            current: the id given before, if any; Enter alone leaves it so.
            scale: the same answers come back at the next questions: as plain text they are read out once.
            consent: what is chosen is given away, erased or final. At a terminal nothing answers it that was typed or
                pasted before it was asked. A pipe answers it as any question: with a line that names the choice.
        """

    def key(self, question: str, *, consent: bool = False) -> str:
        """Ask for one line and return it as typed; ``consent``: as in :meth:`choose`."""

    def write(self, question: str, *, never_early: str = "", begun: str = "") -> str:
        """Ask for a text and return it as typed; empty when there is none. What is pasted is one text.

        Args:
            question: what to ask.
            never_early: this text erases: at a terminal it does not count when it was there before it was asked.
            begun: what stands there to be changed, where a line can be changed.
        """

    def letters(self, meanings: Sequence[tuple[str, Sequence[Pick]]]) -> None:
        """Say once what the letters do that may be typed at many questions; not where a menu shows them each time.

        Args:
            meanings: of each letter what it does, and the choices that it stands for.
        """

    def beside(self, actions: Sequence[Pick], *, again: bool = False) -> None:
        """Say what may be typed in place of a text; ``again``: that was asked, so also what was said before."""


def show(text: str) -> None:
    """Print ``text``; at a terminal no word is broken at its edge. Lines that fit are left as they are."""
    if sys.stdout.isatty():
        text = "\n".join(_folded(line, max(get_terminal_size().columns - 1, 1)) for line in text.split("\n"))
    print(text, flush=True)  # noqa: T201 - this is what line mode does


def _choose_by_key(  # noqa: PLR0913 - what ``choose`` is asked
    prompter: Prompter,
    answers: Sequence[Pick],
    actions: Sequence[Pick],
    current: str,
    *,
    consent: bool,
    told: Container[Pick] = (),
) -> str:
    """Print the choices with their keys; accept a key or an id, and ask again after anything else.

    What was ``told`` before is not printed again, unless somebody asks.
    """
    on = ON.id if ON.id in {one.id for one in (*answers, *actions)} and all(one.id == ON.id for one in answers) else ""
    said = [one for one in (*answers, *actions) if one not in told and one.id != on]
    _show_picks(prompter, said)
    for one in answers:
        if one.id == current:
            prompter.say(_("Uw antwoord nu: {antwoord}").format(antwoord=_with_key(one)))
    by_name = {name: choice.id for choice in (*actions, *answers) for name in (choice.id, choice.key)}
    by_name |= {"": current or on} if current or on else {}
    keys = [one for one in (*answers, *actions) if one.id != on and (one in answers or one in said)]
    question = _asked(keys, on, current, helps=bool(told))
    while (typed := prompter.key(question, consent=consent).strip()) not in by_name:
        if typed.lower() in by_name:
            typed = typed.lower()
            break
        if typed.lower() in {HELP.key, HELP.id}:
            _show_picks(prompter, [*answers, *actions])
        else:
            wrong = _("Dat kan hier niet. Typ {toetsen}, en druk op Enter.")
            prompter.say(wrong.format(toetsen=_keys([*answers, *actions])))
    return by_name[typed]


def _show_picks(prompter: Prompter, choices: Sequence[Pick]) -> None:
    for choice in choices:
        prompter.say(f"  {choice.key}  {choice.text}")


def _with_key(choice: Pick) -> str:
    return f"{choice.key} {choice.text}" if choice.key.isdigit() else choice.text


def _asked(choices: Sequence[Pick], on: str, current: str, *, helps: bool) -> str:
    """Return the question itself: what may be typed. Where Enter does, help need not be offered."""
    if on and not choices:
        return _("Druk op Enter om verder te gaan:")
    if on:
        return _("Typ {toetsen}, of alleen Enter om verder te gaan:").format(toetsen=_keys(choices))
    if current:
        return _("Typ {toetsen}, of alleen Enter om dit zo te laten:").format(toetsen=_keys(choices))
    return _("Typ {toetsen}:").format(toetsen=_keys([*choices, HELP] if helps else choices))


def _keys(choices: Sequence[Pick]) -> str:
    """Name the keys of ``choices``: *0 tot en met 5, v of q*."""
    numbers = sorted(int(one.key) for one in choices if one.key.isdigit())
    row = len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1))  # noqa: PLR2004 - *1 of 2* is shorter
    first = [_("{eerste} tot en met {laatste}").format(eerste=numbers[0], laatste=numbers[-1])] if row else numbers
    letters = [one.key for one in choices if not one.key.isdigit()]
    if row and len(letters) == 1:  # else one hears *5 of h* as one thing
        return _("{cijfers}, of {letter}").format(cijfers=first[0], letter=letters[0])
    return opsomming([*map(str, first), *letters], _("of"))


_BEFORE = re.compile(r"\s*(\S{1,3}  )?")
"""What stands before the words of a choice: its key. A line that is broken goes on below those words."""


def _folded(line: str, width: int) -> str:
    before = _BEFORE.match(line)
    indent = " " * len(before[0] if before else "")
    return line if len(line) <= width else "\n".join(wrap(line, width, subsequent_indent=indent))


# Menus with arrows and shortcut keys, for whoever sees the screen. questionary is imported when one is opened. ---

_MOST_KEYS: Final = 36
"""questionary takes no more choices than this with shortcut keys."""


class MenuPrompter:
    """Asks through questionary; always at a terminal."""

    spoken = False

    def __init__(self) -> None:
        # Else prompt_toolkit asks the terminal where the cursor is, and complains in English when it gets no answer.
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

    def say(self, text: str) -> None:
        """Print ``text``."""
        show(text)

    def choose(  # noqa: PLR0913 - a question has this many sides
        self,
        question: str,
        answers: Sequence[Pick],
        actions: Sequence[Pick] = (),
        *,
        current: str = "",
        scale: bool = False,  # noqa: ARG002 - a menu has to show its answers each time
        consent: bool = False,
    ) -> str:
        """Let the person point with the arrows or jump with a key; Enter takes what is pointed at.

        The pointer stands beside no answer until one was chosen: Enter alone answers nothing. A list too long for all
        this is printed, and its number typed: a menu would cut what is wider than the terminal.
        """
        choices = [*answers, *actions]
        if len(choices) > _MOST_KEYS or any(len(choice.key) > 1 for choice in choices):
            return _choose_by_key(self, answers, actions, current, consent=consent)

        import questionary

        unanswered = bool(answers) and not current
        menu: list[Any] = [questionary.Choice(_("nog niets gekozen"), "", shortcut_key=False)] if unanswered else []
        menu += [_menu_choice(choice) for choice in answers]
        if answers and actions:
            menu.append(questionary.Separator(" "))
        menu += [_menu_choice(choice) for choice in actions]

        def ask() -> str:
            chosen: str = questionary.select(
                question,
                menu,
                default=current or None,
                qmark="",
                use_shortcuts=True,
                use_jk_keys=False,  # else j and k move the pointer, as in vi, whatever they stand for here
                instruction=_("(cijfer, letter of pijltjes, dan Enter)"),
                output=_terminal(),
            ).unsafe_ask()
            return chosen

        while not (chosen := self._asked(ask, consent=consent)):
            self.say(_("Kies eerst: typ een cijfer of een letter, of ga met de pijltjes naar uw keuze."))
        return chosen

    def key(self, question: str, *, consent: bool = False) -> str:
        """Let the person type one line."""
        return self._asked(lambda: _typed(question), consent=consent)

    def write(self, question: str, *, never_early: str = "", begun: str = "") -> str:
        """Let the person write; what a terminal pastes without saying so is known by its speed."""
        from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

        keys = KeyBindings()

        @keys.add("enter")
        def _enter(event: KeyPressEvent) -> None:
            written = event.current_buffer
            if event.key_processor.input_queue or goes_on(keyboard(), f"{written.text}\n"):
                written.insert_text("\n")
            else:
                written.validate_and_handle()

        def ask() -> str:
            return _typed(question, key_bindings=keys, default=begun)

        return not_early(ask, never_early, _waiting, self.say)

    def letters(self, meanings: Sequence[tuple[str, Sequence[Pick]]]) -> None:
        """Say nothing: each menu shows its own."""

    def beside(self, actions: Sequence[Pick], *, again: bool = False) -> None:  # noqa: ARG002 - it is always said
        """Print the keys in a line."""
        self.say(_("Of: {acties}").format(acties=", ".join(f"{one.key} = {one.text}" for one in actions)))

    def _asked(self, ask: Callable[[], str], *, consent: bool) -> str:
        return in_time(ask, _dropped, self.say) if consent else ask()


def _menu_choice(choice: Pick) -> Any:  # noqa: ANN401 - questionary carries no types
    import questionary

    return questionary.Choice(choice.text, choice.id, shortcut_key=choice.key)


def _typed(question: str, **more: Any) -> str:  # noqa: ANN401 - what prompt_toolkit takes
    import questionary

    typed: str = questionary.text(question, qmark="", output=_terminal(), **more).unsafe_ask()
    return typed


def _terminal() -> Any:  # noqa: ANN401 - prompt_toolkit is imported when a menu is opened
    """Return where menus are drawn: the terminal itself, where prompt_toolkit shows what hides or steers as signs."""
    from prompt_toolkit.layout.screen import Char
    from prompt_toolkit.output import create_output

    Char.display_mappings.update(dict.fromkeys(MARKS, "·"))  # it knows the control characters by itself
    return create_output(sys.__stdout__)


def _dropped() -> bool:
    """Throw away what was typed too soon, also what prompt_toolkit kept of it; say whether there was anything."""
    from prompt_toolkit.application.current import get_app_session
    from prompt_toolkit.input.typeahead import get_typeahead

    kept = get_typeahead(get_app_session().input)
    return keyboard().drop() or bool(kept)


def _waiting(seconds: float) -> bool:
    """Say whether something was typed too soon, also when prompt_toolkit keeps it."""
    from prompt_toolkit.application.current import get_app_session
    from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead

    keys = get_app_session().input
    kept = get_typeahead(keys)  # this takes it
    store_typeahead(keys, kept)
    return bool(kept) or keyboard().waiting(seconds)


# Plain numbered prompts: nothing is redrawn, no colours, so that a screen reader, a pipe or any terminal will do. ---


class PlainPrompter:
    """Prints the question and its choices, and reads one line for each answer from the standard input."""

    def __init__(self, *, spoken: bool = False) -> None:
        self.spoken = spoken
        self._told: set[Pick] = set()
        # What is piped in is UTF-8, as all our files are; a broken character must not end the walk.
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="replace")

    def say(self, text: str) -> None:
        """Print ``text``."""
        show(text)

    def choose(  # noqa: PLR0913 - a question has this many sides
        self,
        question: str,
        answers: Sequence[Pick],
        actions: Sequence[Pick] = (),
        *,
        current: str = "",
        scale: bool = False,
        consent: bool = False,
    ) -> str:
        """Print what was not read out yet, with its key, and then which keys there are."""
        if question != CHOICE:
            self.say(question)
        chosen = _choose_by_key(self, answers, actions, current, consent=consent, told=frozenset(self._told))
        self._told.update(answers if scale else ())
        return chosen

    def key(self, question: str, *, consent: bool = False) -> str:
        """Print ``question`` and read a line."""

        def ask() -> str:
            return self._read(question, input)

        return in_time(ask, keyboard().drop, self.say) if consent else ask()

    def write(self, question: str, *, never_early: str = "", begun: str = "") -> str:  # noqa: ARG002 - no line changes
        """Print ``question`` and read a text."""

        def ask() -> str:
            return self._read(question, keyboard().text)

        return not_early(ask, never_early, keyboard().waiting, self.say)

    def letters(self, meanings: Sequence[tuple[str, Sequence[Pick]]]) -> None:
        """Print them below each other; after this they are not read out at each question."""
        self.say("\n" + _("Zo antwoordt u: typ een cijfer of een letter, en druk daarna op Enter."))
        self.say(_("Waar niets te kiezen is, gaat u met alleen Enter verder."))
        self.say(_("Een letter betekent steeds hetzelfde:"))
        _show_picks(self, [Pick(picks[0].key, meaning, "") for meaning, picks in meanings])
        self._told.update(pick for _meaning, picks in meanings for pick in picks)

    def beside(self, actions: Sequence[Pick], *, again: bool = False) -> None:
        """Print those that were not read out yet, or (``again``) all."""
        _show_picks(self, [one for one in actions if again or one not in self._told])

    def _read(self, question: str, read: Callable[[], str]) -> str:
        print(f"{question} ", end="", flush=True)  # noqa: T201 - this is what line mode does
        text = read()
        if not sys.stdin.isatty():
            self.say("")  # nobody pressed Enter on this screen, so the line is still open
        return text
