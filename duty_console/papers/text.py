"""How words look on paper: face, size, leading, alignment, colour; and the lines they make in a given width."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial

from duty_console.papers import fonts, linebreak
from duty_console.papers.fonts import Face

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.35, 0.35, 0.35)
RED: Colour = (0.85, 0.08, 0.08)
"""The red of a masthead (GB/T 9704)."""
_ASCENT = 0.88  # both bundled families: 0.88 em above the baseline, 0.12 below


class Align(Enum):
    """Where the words of a line stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of a piece of text; sizes in points, `tracking` is extra space after each character."""

    face: Face = Face.SONG
    size: float = 8.6
    leading: float = 11.0
    align: Align = Align.LEFT
    tracking: float = 0.0
    colour: Colour = BLACK

    def width(self, text: str) -> float:
        """Return the width of a printable text, the space after the last character included."""
        return fonts.width(text, self.face, self.size) + self.tracking * len(text)

    def baseline(self, top: float) -> float:
        """Return where the baseline of a line lies whose leading begins at `top`."""
        return top + (self.leading - self.size) / 2 + _ASCENT * self.size


@lru_cache(maxsize=8192)
def lines_of(text: str, style: TextStyle, measure: float, first_indent: float = 0.0) -> tuple[str, ...]:
    """Return the printable lines of a text in a given width. Cached: sizing, splitting and drawing all ask."""
    return tuple(
        linebreak.break_lines(
            fonts.printable(text, style.face), measure, partial(_width, style), first_indent=first_indent
        )
    )


def _width(style: TextStyle, text: str) -> float:
    return style.width(text)


def ink_width(line: str, style: TextStyle) -> float:
    """Return the width that the eye sees: without the empty half of a closing mark and the last tracking."""
    if not line:
        return 0.0
    return style.width(line) - style.tracking - linebreak.hang(line, style.width)
