"""The foot of a sheet: QR code, code in groups, a few lines, page n of m."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.papers.blocks import Block
from duty_console.papers.codes import qr_pattern
from duty_console.papers.fonts import Face
from duty_console.papers.text import TextStyle, lines_of

if TYPE_CHECKING:
    from duty_console.papers.pen import Pen

_QR_SIDE = 53.86  # 19 mm
_QR_GAP = 10.9
_LABEL = TextStyle(Face.HEI_SEMIBOLD, 7.7, 11.0)
_CODE = TextStyle(Face.HEI_SEMIBOLD, 13.2, 17.0, tracking=0.75)
_SMALL = TextStyle(Face.SONG, 7.45, 10.6)


@dataclass(frozen=True, slots=True)
class FootWords:
    """What the foot says on every page; without `qr` and `code` it shrinks to its lines and the page number."""

    lines: tuple[str, ...] = ()
    label: str = ""
    code: str = ""
    qr: str = ""


@dataclass
class Foot(Block):
    """The foot of page `page` of `pages`."""

    words: FootWords
    page: int
    pages: int

    def _lines(self, width: float) -> list[str]:
        measure = width - self._left() - (0.0 if self.words.code else 70.0)
        return [line for part in self.words.lines for line in lines_of(part, _SMALL, measure)]

    def _left(self) -> float:
        return _QR_SIDE + _QR_GAP if self.words.qr else 0.0

    def _top_lines(self) -> float:
        return 31.4 if self.words.code else 0.0

    def height(self, width: float) -> float:
        words = self._top_lines() + max(1, len(self._lines(width))) * _SMALL.leading
        return max(words, _QR_SIDE) if self.words.qr else words

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        left = x + self._left()
        if self.words.qr:
            pen.squares(x, top, _QR_SIDE, qr_pattern(self.words.qr))
        if self.words.code:
            pen.line(left, top, width, self.words.label, _LABEL)
            pen.line(left, top + 12.4, width, self.words.code, _CODE)
        pen.lines(left, top + self._top_lines(), width, self._lines(width), _SMALL)
        number = f"第{self.page}页\u3000共{self.pages}页"
        pen.words(x + width - _SMALL.width(number), _SMALL.baseline(top), number, _SMALL)
