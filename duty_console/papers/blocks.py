"""The building blocks of a sheet: each knows its height, how to split at a page's end, and how to draw itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from duty_console.papers.text import TextStyle, lines_of

if TYPE_CHECKING:
    from duty_console.papers.pen import Pen, Rule

_EASE = 0.01  # points: rounding must not push a block off its page


class Block(ABC):
    """A piece of a sheet that takes the full width of the type area."""

    space_before: float = 0.0
    """Points above it, dropped at the top of a page."""
    keep_with_next: bool = False
    """True for what must not stand alone at the foot of a page, such as a heading."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height in a given width, in points."""

    @abstractmethod
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at (x, top)."""

    def split(self, width: float, room: float, full: float) -> tuple[Block | None, Block | None]:
        """Return what fits into `room` and the rest; `full` is the room of an empty page.

        (self, None) where all fits, (None, self) where it rather goes whole to the next page.
        """
        del full
        return (self, None) if self.height(width) <= room + _EASE else (None, self)


@dataclass
class Space(Block):
    """Empty room."""

    points: float

    def height(self, width: float) -> float:
        return self.points

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pass


@dataclass
class Line(Block):
    """A rule across the type area, such as the red line under a masthead."""

    rule: Rule
    space_before: float = 0.0

    def height(self, width: float) -> float:
        return self.rule.weight

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        middle = top + self.rule.weight / 2
        pen.rule(x, middle, x + width, middle, self.rule)


class _SetLine(NamedTuple):
    words: str
    indent: float
    justified: bool


@dataclass
class Paragraph(Block):
    """Text in lines; `indent` moves the first line of each paragraph, `left` and `right` narrow them all."""

    text: str
    style: TextStyle
    indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    space_before: float = 0.0
    keep_with_next: bool = False
    first: int = field(default=0, kw_only=True)
    stop: int | None = field(default=None, kw_only=True)
    """The lines of the text that stand here; a page break parts them."""
    fewest: ClassVar[int] = 2
    """Lines that stay together on either side of a page break."""

    def _lines(self, width: float) -> list[_SetLine]:
        measure = width - self.left - self.right
        found: list[_SetLine] = []
        for part in self.text.split("\n"):
            lines = lines_of(part, self.style, measure, self.indent)
            for number, line in enumerate(lines):
                found.append(_SetLine(line, 0.0 if number else self.indent, number < len(lines) - 1))
        return found[self.first : self.stop]

    def height(self, width: float) -> float:
        return self.style.leading * len(self._lines(width))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        x, measure = x + self.left, width - self.left - self.right
        for line in self._lines(width):
            pen.line(x + line.indent, top, measure - line.indent, line.words, self.style, justified=line.justified)
            top += self.style.leading

    def split(self, width: float, room: float, full: float) -> tuple[Block | None, Block | None]:
        total = len(self._lines(width))
        fitting = int((room + _EASE) // self.style.leading)
        if fitting >= total:
            return self, None
        if total - fitting < self.fewest:
            fitting = total - self.fewest
        if fitting < self.fewest and room < full - _EASE:
            return None, self
        middle = self.first + max(fitting, 1)
        return replace(self, stop=middle, keep_with_next=False), replace(self, first=middle, space_before=0.0)


@dataclass
class TwoEnds(Block):
    """One line with words at the left and at the right end, such as a document number and its date."""

    left: str
    right: str
    style: TextStyle
    space_before: float = 0.0

    def _lines(self, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        right = lines_of(self.right, self.style, width / 2)
        taken = max(self.style.width(line) for line in right)
        return lines_of(self.left, self.style, width - taken - 2 * self.style.size), right

    def height(self, width: float) -> float:
        return self.style.leading * max(map(len, self._lines(width)))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        left, right = self._lines(width)
        pen.lines(x, top, width, left, self.style)
        for number, line in enumerate(right):
            baseline = self.style.baseline(top + number * self.style.leading)
            pen.words(x + width - self.style.width(line), baseline, line, self.style)


@dataclass
class Stack(Block):
    """Blocks one under the other; `together` keeps them on one page where one page can hold them."""

    blocks: list[Block]
    together: bool = False
    space_before: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        spaces = sum(block.space_before for block in self.blocks[1:])
        return spaces + sum(block.height(width) for block in self.blocks)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for number, block in enumerate(self.blocks):
            top += block.space_before if number else 0.0
            block.draw(pen, x, top, width)
            top += block.height(width)

    def split(self, width: float, room: float, full: float) -> tuple[Block | None, Block | None]:
        if self.together and room + _EASE < self.height(width) <= full + _EASE:
            return None, self
        used = 0.0
        for number, block in enumerate(self.blocks):
            used += block.space_before if number else 0.0
            height = block.height(width)
            if used + height > room + _EASE:
                return self._cut(number, *block.split(width, room - used, full))
            used += height
        return self, None

    def _cut(self, number: int, upper: Block | None, rest: Block | None) -> tuple[Block | None, Block | None]:
        if upper is None:
            while number and self.blocks[number - 1].keep_with_next:
                number -= 1
                rest = None
            if number == 0:
                return None, self
            rest = rest or self.blocks[number]
            following = self.blocks[number + 1 :]
            return replace(self, blocks=self.blocks[:number]), replace(self, blocks=[rest, *following])
        following = [*([rest] if rest else []), *self.blocks[number + 1 :]]
        return replace(self, blocks=[*self.blocks[:number], upper]), replace(self, blocks=following)


@dataclass
class Section(Block):
    """A heading and what stands under it; on the next page the heading comes again with （续）."""

    heading: str
    style: TextStyle
    body: Block
    gap: float = 1.3
    space_before: float = 0.0
    continued: bool = field(default=False, kw_only=True)

    def _words(self) -> str:
        return f"{self.heading}（续）" if self.continued else self.heading

    def _head_height(self, width: float) -> float:
        return self.style.leading * len(lines_of(self._words(), self.style, width)) + self.gap

    def height(self, width: float) -> float:
        return self._head_height(width) + self.body.height(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.lines(x, top, width, lines_of(self._words(), self.style, width), self.style)
        self.body.draw(pen, x, top + self._head_height(width), width)

    def split(self, width: float, room: float, full: float) -> tuple[Block | None, Block | None]:
        head = self._head_height(width)
        upper, rest = self.body.split(width, room - head, full - head)
        if upper is None:
            return None, self
        return replace(self, body=upper), replace(self, body=rest, continued=True) if rest else None
