"""Signature boxes: who signs, who signed, and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from duty_console.papers.blocks import Block
from duty_console.papers.fonts import Face
from duty_console.papers.pen import THICK, THIN
from duty_console.papers.text import GREY, TextStyle, lines_of

if TYPE_CHECKING:
    from duty_console.papers.pen import Pen

_LABEL = TextStyle(Face.HEI_SEMIBOLD, 8.4, 12.0)
_SIGNED = TextStyle(Face.SONG, 7.8, 10.2)
_HINT = TextStyle(Face.SONG, 7.2, 10.2, colour=GREY)
_PAD = 5.3


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """One box: the role over it, a grey hint (who ought to sign), and at its foot what was signed."""

    role: str
    hint: str = ""
    signed: tuple[str, ...] = ()


@dataclass
class SignatureBoxes(Block):
    """Boxes in even rows of at most `across`; a page break never parts a row."""

    boxes: tuple[SignatureBox, ...]
    space_before: float = 0.0
    tall: float = 63.6
    across: int = 4

    def _rows(self) -> list[tuple[SignatureBox, ...]]:
        count = -(-len(self.boxes) // self.across)
        edges = [row * len(self.boxes) // count for row in range(count)] if count else []
        return [self.boxes[at:end] for at, end in pairwise([*edges, len(self.boxes)])]

    def height(self, width: float) -> float:
        return sum(self._row_height(row, width) for row in self._rows())

    def _row_height(self, row: tuple[SignatureBox, ...], width: float) -> float:
        measure = width / len(row) - 2 * _PAD
        return max(max(self.tall, self._needed(box, measure)) for box in row)

    def _needed(self, box: SignatureBox, measure: float) -> float:
        label, hint, signed = _parts(box, measure)
        return len(label) * _LABEL.leading + (len(hint) + len(signed)) * _SIGNED.leading + 24.0

    def split(self, width: float, room: float, full: float) -> tuple[Block | None, Block | None]:
        if self.height(width) <= room + 0.01:
            return self, None
        at, used = 0, 0.0
        for row in self._rows():
            used += self._row_height(row, width)
            if used > room + 0.01:
                break
            at += len(row)
        if at == 0:
            return None, self
        return replace(self, boxes=self.boxes[:at]), replace(self, boxes=self.boxes[at:])

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for row in self._rows():
            tall, wide = self._row_height(row, width), width / len(row)
            for number, box in enumerate(row):
                left = x + number * wide
                self._draw_box(pen, box, left + _PAD, top, wide - 2 * _PAD, tall)
                pen.rule(left, top, left, top + tall, THIN)
            pen.rule(x + width, top, x + width, top + tall, THIN)
            pen.rule(x, top, x + width, top, THICK)
            top += tall
            pen.rule(x, top, x + width, top, THICK)

    def _draw_box(self, pen: Pen, box: SignatureBox, x: float, top: float, measure: float, tall: float) -> None:
        label, hint, signed = _parts(box, measure)
        pen.lines(x, top + 3.4, measure, label, _LABEL)
        pen.lines(x, top + 4.4 + len(label) * _LABEL.leading, measure, hint, _HINT)
        pen.lines(x, top + tall - 4.0 - len(signed) * _SIGNED.leading, measure, signed, _SIGNED)


def _parts(box: SignatureBox, measure: float) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    hint = lines_of(box.hint, _HINT, measure) if box.hint else ()
    signed = tuple(line for part in box.signed for line in lines_of(part, _SIGNED, measure))
    return lines_of(box.role, _LABEL, measure), hint, signed
