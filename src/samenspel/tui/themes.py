"""The four looks of the app: dark, light, high contrast, and the terminal's own colours."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from samenspel.taal import _

DARK = "samenspel-donker"
LIGHT = "samenspel-licht"
HIGH_CONTRAST = "samenspel-hoog-contrast"
TERMINAL = "samenspel-terminal"

NAMES = {
    DARK: _("donker"),
    LIGHT: _("licht"),
    HIGH_CONTRAST: _("hoog contrast"),
    TERMINAL: _("van de terminal"),
}
"""Theme → what people call it, in the order in which a key goes round."""

_ANSI = BUILTIN_THEMES["ansi-dark"]

THEMES = (
    Theme(
        name=DARK,
        dark=True,
        background="#14181f",
        surface="#1b212b",
        panel="#232b37",
        foreground="#e8eaed",
        primary="#6fb1e8",
        secondary="#9fc6a8",
        accent="#f0bd62",
        warning="#f0bd62",
        error="#f08a80",
        success="#8fd19e",
        variables={"muted": "#a4adba"},
    ),
    Theme(
        name=LIGHT,
        dark=False,
        background="#fbfaf6",
        surface="#f1efe8",
        panel="#e5e2d8",
        foreground="#1b2430",
        primary="#0b5688",
        secondary="#2f6b3f",
        accent="#8a4300",
        warning="#8a4300",
        error="#a4161a",
        success="#1f6b35",
        variables={"muted": "#525c69"},
    ),
    Theme(
        name=HIGH_CONTRAST,
        dark=True,
        background="#000000",
        surface="#000000",
        panel="#000000",
        foreground="#ffffff",
        primary="#ffff00",
        secondary="#00ffff",
        accent="#00ffff",
        warning="#ffff00",
        error="#ffb0b0",
        success="#80ff80",
        text_alpha=1.0,
        variables={"muted": "#ffffff", "text-muted": "#ffffff", "text-disabled": "#ffffff", "border": "#ffffff"},
    ),
    replace(_ANSI, name=TERMINAL, variables={**_ANSI.variables, "muted": "ansi_default"}),
)


def after(theme: str) -> str:
    """Return the theme that comes after ``theme`` when a key goes round."""
    names = list(NAMES)
    return names[(names.index(theme) + 1) % len(names)] if theme in names else DARK
