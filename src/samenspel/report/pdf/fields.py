"""What can be filled in, on paper and on a screen: boxes to tick, and rooms to write in.

The boxes are drawn as part of the page too, so that they are printed whatever the viewer does with fields. What is
typed is shown in Helvetica, the one font that every viewer has of itself; all that is printed has its font embedded.
"""

from functools import cache
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from samenspel.report.pdf import styles

BOX = 14.0
"""The side of a box, in points: five millimetres, room for a cross with a pen."""
_TYPED, _TYPED_IN_NOTE, _INSET = 9, 8, 1.0
_LINE = 11.5
_PEN_LINE = 21.0
"""What one line takes that is written with a pen, in points."""


def tick_box(  # noqa: PLR0913, PLR0917 - a place and a field
    canvas: Canvas, x: float, y: float, name: str, value: str, tooltip: str
) -> None:
    """Draw one of the boxes of the field ``name``: ticking it means ``value``."""
    canvas.acroForm.radio(**_box(x, y, name, tooltip), value=value, fieldFlags="radio")


def lone_box(canvas: Canvas, x: float, y: float, name: str, tooltip: str) -> None:
    """Draw the only box of the field ``name``."""
    canvas.acroForm.checkbox(**_box(x, y, name, tooltip), fieldFlags="")


def _box(x: float, y: float, name: str, tooltip: str) -> dict[str, object]:
    return {
        "x": x,
        "y": y,
        "size": BOX,
        "name": name,
        "tooltip": tooltip,
        "relative": True,
        "shape": "square",
        "buttonStyle": "cross",
        "borderWidth": 0.9,
        "borderColor": styles.INK,
        "fillColor": styles.WHITE,
        "textColor": styles.BLACK,
        "forceBorder": True,
    }


def text_field(  # noqa: PLR0913, PLR0917 - a place, a size and a field
    canvas: Canvas, x: float, y: float, width: float, height: float, name: str, tooltip: str, limit: int
) -> None:
    """Draw a field to write in; one that is higher than a line takes several.

    The frame is part of the page and lies around the field: a program that draws the field anew leaves it alone.
    """
    canvas.saveState()
    canvas.setStrokeColor(styles.SOFT)
    canvas.setLineWidth(0.6)
    canvas.rect(x, y, width, height)
    canvas.restoreState()
    lines = height > 2 * _LINE
    _text(
        canvas,
        x=x + _INSET,
        y=y + _INSET,
        width=width - 2 * _INSET,
        height=height - 2 * _INSET,
        name=name,
        tooltip=tooltip,
        maxlen=limit,
        fieldFlags="multiline" if lines else "",
        fontSize=_TYPED_IN_NOTE if lines and height < 3 * _LINE else _TYPED,
    )


def _text(canvas: Canvas, **field: Any) -> None:  # noqa: ANN401 - reportlab has no types
    form = canvas.acroForm
    if "makeFont" not in vars(form):  # of itself it writes the same font anew for each field
        form.makeFont = cache(form.makeFont)
    # Of itself it lets fields of one size share one drawing; a program that fills in one would show it in all.
    shared, form._refMap = form._refMap, {}  # noqa: SLF001 - there is no other way
    form.textfield(
        **field,
        relative=True,
        borderWidth=0,
        borderColor=None,
        fillColor=None,
        textColor=styles.BLACK,
    )
    form._refMap = shared  # noqa: SLF001 - idem


class TextRoom(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Room to write ``lines`` lines with a pen, which is a text field on a screen."""

    def __init__(self, name: str, tooltip: str, lines: int, limit: int) -> None:
        super().__init__()
        self._name, self._tooltip, self._limit = name, tooltip, limit
        self.width, self.height = styles.WIDTH, lines * _PEN_LINE + 2

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say how large it is."""
        return self.width, self.height + 6

    def draw(self) -> None:
        """Draw the field."""
        text_field(self.canv, 0, 5, self.width, self.height, self._name, self._tooltip, self._limit)


class Marks(Flowable):  # type: ignore[misc]  # reportlab has no types
    """What the form says of itself, in fields that nobody sees or changes."""

    def __init__(self, marks: dict[str, str]) -> None:
        super().__init__()
        self._marks = marks

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Say that it takes no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Put the fields on this page."""
        for name, value in self._marks.items():
            _text(
                self.canv,
                name=name,
                value=value,
                width=1,
                height=1,
                maxlen=None,
                annotationFlags="hidden",
                fieldFlags="readOnly",
                fontSize=_TYPED,
            )
