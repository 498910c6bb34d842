"""What on a screen cannot be read well: less than 4.5 to 1 between a letter and its ground."""

from collections.abc import Callable

from textual.app import App
from textual.color import Color

LEAST = 4.5


def contrast(one: Color, other: Color) -> float:
    def luminance(color: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def poor(app: App, counts: Callable[[str], bool]) -> list[tuple[str, float]]:
    """Return each piece of text on the screen that ``counts`` and has too little contrast, with what it has."""
    found = []
    for strip in app.screen._compositor.render_strips(app.size):
        for text, style, _control in strip:
            if counts(text):
                front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                if style.reverse:
                    front, back = back, front
                if contrast(front, back) < LEAST:
                    found.append((text.strip(), round(contrast(front, back), 1)))
    return found


def has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))
