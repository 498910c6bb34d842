"""What we use of Textual's private side is still as it was, and nothing else in the app uses more of it.

A test that fails here after a new release of Textual says what to look at in samenspel/tui/textual_private.py.
"""

import ast
import inspect
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual import events, messages
from textual._styles_cache import StylesCache
from textual.app import App
from textual.command import CommandPalette
from textual.containers import Vertical
from textual.css.stylesheet import Stylesheet
from textual.drivers.headless_driver import HeadlessDriver
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static, TextArea

import samenspel.tui
from samenspel.tui import textual_private
from samenspel.tui.textual_private import GatedScreen, QuickApp, QuickWidget, QuietApp, option_of

PRIVATE = {
    Screen._forward_event: "(self, event: 'events.Event') -> 'None'",
    MessagePump._on_message: "(self, message: 'Message') -> 'None'",
    App.refresh_css: "(self, animate: 'bool' = True) -> 'None'",
    App.panic: "(self, *renderables: 'RenderableType') -> 'None'",
    App._handle_exception: "(self, error: 'Exception') -> 'None'",
    App._fatal_error: "(self) -> 'None'",
    MessagePump._close_messages_no_wait: "(self) -> 'None'",
    Widget.watch_has_focus: "(self, _has_focus: 'bool') -> 'None'",
    Stylesheet.set_variables: "(self, variables: 'dict[str, str]') -> 'None'",
    Widget._set_dirty: "(self, *regions: 'Region') -> 'None'",
    Widget.clear_cached_dimensions: "(self) -> 'None'",
    MessagePump.check_idle: "(self) -> 'None'",
}
MODULES = [import_module(found.name) for found in walk_packages(samenspel.tui.__path__, "samenspel.tui.")]


@pytest.mark.parametrize("method", PRIVATE, ids=lambda method: method.__qualname__)
def test_it_is_called_as_it_was(method):
    assert str(inspect.signature(method)) == PRIVATE[method], f"Textual changed how {method.__qualname__} is called"


# What it does ------------------------------------------------------------------------------------------------------


class Gate(GatedScreen[None], Screen[None]):
    """Takes what ``refused`` does not name, and remembers what it was asked about."""

    refused: tuple[type[Message], ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.done = [], []

    def compose(self):
        yield Button("knop")

    def takes_event(self, event: events.Event) -> bool:
        self.asked.append(type(event))
        return not isinstance(event, self.refused)

    def takes_message(self, message: Message) -> bool:
        return not isinstance(message, self.refused)

    def on_button_pressed(self) -> None:
        self.done.append("pressed")


async def clicked(*refused: type[Message]) -> Gate:
    gate = Gate()
    gate.refused = refused
    async with App().run_test() as pilot:
        await pilot.app.push_screen(gate)
        await pilot.click(Button)
        await pilot.pause()
    return gate


async def test_a_screen_forwards_each_key_and_click_itself():
    gate = await clicked()
    assert events.Click in gate.asked, "Textual no longer brings its clicks by Screen._forward_event"
    assert gate.done == ["pressed"]


@pytest.mark.parametrize("refused", [events.Click, Button.Pressed])
async def test_what_a_screen_does_not_take_is_not_done(refused):
    gate = await clicked(refused)
    assert gate.done == [], f"Textual no longer asks the screen before it handles {refused.__qualname__}"


async def reads(app_type: type[App[None]], monkeypatch) -> int:
    """Count how often all style sheets are read until the first paint of an app that has other colours."""
    read = []
    usual = Stylesheet.reparse
    monkeypatch.setattr(Stylesheet, "reparse", lambda sheet: (read.append(sheet), usual(sheet)))
    app = app_type()
    app.theme = "textual-light"
    async with app.run_test():
        return len(read)


async def test_other_colours_are_no_reason_to_read_the_style_sheets_twice(monkeypatch):
    ours, theirs = await reads(QuickApp, monkeypatch), await reads(App, monkeypatch)
    assert ours < theirs, "QuickApp does not help any more"


class Word(QuickWidget, Widget):
    """Shows a word, and remembers each time that it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.painted = "voor", []

    def render(self) -> str:
        self.painted.append(self.word)
        return self.word


@pytest.mark.parametrize("mixed_in", [GatedScreen, QuickWidget])
def test_what_is_mixed_in_hides_no_style_and_no_binding(mixed_in):
    assert not issubclass(mixed_in, Widget)  # of two bases that are, Textual follows the first one only


@pytest.mark.drawn
async def test_a_text_that_changes_is_painted_without_a_message_to_its_screen(monkeypatch):
    sent, made = [], messages.Update.__init__
    monkeypatch.setattr(
        messages.Update, "__init__", lambda update, widget: (sent.append(widget), made(update, widget))[0]
    )
    async with App().run_test() as pilot:
        word = Word()
        await pilot.app.mount(word)
        await pilot.pause()
        for change, count in ((word.repaint, 0), (word.refresh, 1)):
            sent.clear()
            word.word = f"na {change.__name__}"
            change()
            await pilot.pause()
            assert word.painted[-1] == word.word, "Textual no longer paints what stands in Screen._dirty_widgets"
            assert sent == [word] * count, "QuickWidget does not help any more"


def coloured(name: str, of: str) -> Callable[[App[None]], object]:
    return lambda app: setattr(app.query_one(name).styles, of, "red")


NO_KEYS = {"shift": False, "meta": False, "ctrl": False}
CHANGES = {
    "its text": lambda app: app.query_one(Word).repaint(),
    "its colour": coloured("Word", "color"),
    "the colour below it": coloured("#below", "background"),
    "all colours": lambda app: setattr(app, "theme", "textual-light"),
    "its room": lambda app: setattr(app.query_one("#below").styles, "width", 9),
    "a class": lambda app: app.query_one(Word).add_class("-strong"),
    "the mouse": lambda app: app.post_message(events.MouseMove(None, 1, 0, 0, 0, 0, **NO_KEYS)),
}


@pytest.mark.drawn
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
async def test_what_changed_is_painted_as_it_is_now_and_the_rest_as_it_was(monkeypatch, change):
    styled, usual = [], StylesCache.render_widget
    monkeypatch.setattr(
        StylesCache, "render_widget", lambda kept, widget, crop: (styled.append(widget), usual(kept, widget, crop))[1]
    )

    class Words(App[None]):
        CSS = "Word { height: 1; } Word.-strong { text-style: bold; } Word:hover { background: blue; }"

        def compose(self):
            yield Vertical(Word(), id="below")
            yield Static("ernaast")

    async with Words().run_test() as pilot:
        await pilot.pause()
        styled.clear()
        pilot.app.query_one(Static).update("anders")
        await pilot.pause()
        assert pilot.app.query_one(Static) in styled
        assert pilot.app.query_one(Word) not in styled, "QuickWidget does not help any more"
        change(pilot.app)
        await pilot.pause()
        word = pilot.app.query_one(Word)
        crop = word.size.region
        shown = word.render_lines(crop)
        assert word in styled
        word.refresh()
        assert shown == word.render_lines(crop), "Textual paints it otherwise by now"


async def test_nothing_is_sent_when_there_is_nothing_to_take_away(monkeypatch):
    asked, usual = [], App._refresh_notifications
    monkeypatch.setattr(App, "_refresh_notifications", lambda app: (asked.append(len(app._notifications)), usual(app)))
    async with QuickApp().run_test() as pilot:
        asked.clear()
        pilot.app.clear_notifications()
        assert asked == []
        pilot.app.notify("gezegd")
        await pilot.pause()
        pilot.app.clear_notifications()
        assert asked == [1, 0]


async def test_an_error_ends_the_app_and_is_kept_and_nothing_is_printed(capfd):
    error = ValueError("3,7")

    class Failing(QuietApp):
        def on_mount(self):
            raise error

    app = Failing()
    await app.run_async(headless=True)
    assert app.fault is error, "Textual no longer keeps the error as App._exception"
    assert app.return_code == 1
    assert capfd.readouterr() == ("", "")


async def test_an_error_in_the_thread_that_reads_the_keyboard_ends_it_too(capfd):
    app = QuietApp()
    await app.run_async(headless=True, auto_pilot=lambda pilot: _panic(pilot.app))
    assert isinstance(app.fault, RuntimeError)
    assert capfd.readouterr() == ("", "")


async def _panic(app):
    app.call_later(app.panic, "3,7")


@pytest.mark.drawn
async def test_whatever_is_drawn_steers_no_terminal(monkeypatch):
    written = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda _driver, data: written.append(data))
    monkeypatch.setattr(HeadlessDriver, "is_headless", property(lambda _driver: False))  # else nothing is written
    hostile = "be\x1b[2Jgin \x9b31m\x07\u202emidden\u2028\u200beinde"

    class Hostile(QuietApp):
        def compose(self):
            yield Static(hostile, markup=False)
            yield Input(hostile)
            yield TextArea(hostile)
            yield OptionList(hostile)

    async with Hostile().run_test() as pilot:
        await pilot.pause()
    drawn = "".join(written)
    assert drawn.count("be[2Jgin 31mmiddeneinde") >= 3, "Textual no longer draws each line with Strip.render"
    assert not set("\x9b\u202e\u2028\u200b") & set(drawn)
    assert "\x1b[2J" not in drawn


async def test_a_line_of_a_list_says_of_which_option_it_is():
    options = OptionList("een", "twee")
    app = App()
    async with app.run_test() as pilot:
        await app.screen.mount(options)
        await pilot.pause()
        lines = [option_of(options.render_line(y)) for y in range(3)]
    assert lines == [0, 1, None], "Textual no longer marks the lines of an OptionList with the place of their option"


async def test_the_parts_of_the_menu_that_are_styled_have_their_names():
    app = App()
    async with app.run_test() as pilot:
        await app.push_screen(CommandPalette())
        await pilot.pause()
        assert app.screen.query("#--input")
        assert app.screen.query("SearchIcon")
    assert "command-palette--help-text" in CommandPalette.COMPONENT_CLASSES


# Nothing else ------------------------------------------------------------------------------------------------------


@cache
def private_names(cls: type) -> frozenset[str]:
    """Return the names with one underscore that a class defines, or sets on itself."""
    code = inspect.getsource(cls)
    return frozenset(
        {
            *re.findall(r"\bself\.(_[a-z]\w*)", code),
            *re.findall(r"^ +(?:async )?def (_[a-z]\w*)\(", code, re.MULTILINE),
            *re.findall(r"^    (_[a-z]\w*)\s*[:=]", code, re.MULTILINE),
        }
    )


def test_no_private_name_of_ours_is_one_of_textual():
    taken = set()
    for cls in {one for module in MODULES for one in vars(module).values() if inspect.isclass(one)}:
        if cls.__module__.startswith("samenspel.tui"):
            bases = {
                base: private_names(base)
                for base in cls.__mro__
                if base.__module__.startswith(("samenspel.tui", "textual."))
            }
            theirs = set().union(*(names for base, names in bases.items() if base.__module__.startswith("textual.")))
            taken |= {
                f"{base.__module__}.{base.__name__}.{name}"
                for base, names in bases.items()
                if base.__module__.startswith("samenspel.")
                for name in names & theirs
            }
    here = textual_private.__name__
    assert taken == {
        f"{here}.GatedScreen._forward_event",
        f"{here}.GatedScreen._on_message",
        f"{here}.QuietApp._close_messages_no_wait",
        f"{here}.QuietApp._exception",
        f"{here}.QuietApp._fatal_error",
        f"{here}.QuietApp._handle_exception",
        f"{here}.QuickApp._notifications",
        f"{here}.QuickWidget._layout_cache",
        f"{here}.QuickWidget._set_dirty",
        f"{here}.QuickWidget._styles_cache",
    }


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_nothing_private_of_anything_else_is_touched(module):
    if module is textual_private:
        return
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    touched = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and re.match(r"_[a-z]", node.attr) and not own(node.value)
    ]
    assert touched == []


def own(value: ast.expr) -> bool:
    """Say whether this is the object itself."""
    return isinstance(value, ast.Name) and value.id in {"self", "cls"}
