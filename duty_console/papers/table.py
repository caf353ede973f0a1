"""Ruled tables: thick rules above and below, grey hairlines inside, cells that span rows and columns.

A table splits between rows at the end of a page and says its head again on the next. What spans rows is cut only
where it is too tall to be moved whole (`table_cut`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from duty_console.papers.blocks import Block
from duty_console.papers.pen import HAIR, THICK, Pen, Rule
from duty_console.papers.table_cut import cut_rows
from duty_console.papers.table_grid import Cell, Column, Grid, Row, lay_out

if TYPE_CHECKING:
    from duty_console.papers.table_grid import PlacedCell

__all__ = ["Cell", "Column", "Row", "Table"]
_WORTH_CUTTING = 0.25  # of a page: a taller group of rows is cut rather than moved, or pages stay half empty


@dataclass
class Table(Block):
    """Rows of cells; `pad_x`, `pad_y` is the room around the words of a cell, `outer` the rules above and below."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    pad_x: float = 3.8
    pad_y: float = 1.22
    outer: Rule = THICK
    space_before: float = 0.0
    _grids: dict[float, tuple[Grid, Grid]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def _grid(self, width: float) -> tuple[Grid, Grid]:
        if width not in self._grids:
            self._grids[width] = (
                lay_out(self.columns, self.head, width, self.pad_x, self.pad_y),
                lay_out(self.columns, self.body, width, self.pad_x, self.pad_y),
            )
        return self._grids[width]

    def height(self, width: float) -> float:
        head, body = self._grid(width)
        return head.height + body.height

    def split(self, width: float, room: float, full: float) -> tuple[Block | None, Block | None]:
        head, body = self._grid(width)
        space = room - head.height
        if body.height <= space + 0.01:
            return self, None
        start = max((edge for edge in body.clean_edges() if body.tops[edge] <= space), default=0)
        stop = next(edge for edge in body.clean_edges() if edge > start)
        if body.tops[stop] - body.tops[start] > _WORTH_CUTTING * (full - head.height):
            parts = cut_rows(body, start, stop, space - body.tops[start])
            if parts:
                return self._with(self.body[:start] + parts[0]), self._with(parts[1] + self.body[stop:])
        if start == 0:
            return None, self
        return self._with(self.body[:start]), self._with(self.body[start:])

    def _with(self, body: tuple[Row, ...]) -> Table:
        return replace(self, body=body)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        head, body = self._grid(width)
        for grid, start in ((head, top), (body, top + head.height)):
            # All fills first: a later cell's fill would cover half of an earlier one's rule.
            for placed in grid.cells:
                self._fill_cell(pen, grid, placed, x, start)
            for placed in grid.cells:
                self._draw_cell(pen, grid, placed, x, start)
        bottom = top + self.height(width)
        pen.rule(x, top, x, bottom, HAIR)
        pen.rule(x + width, top, x + width, bottom, HAIR)
        if self.head and self.body:
            pen.rule(x, top + head.height, x + width, top + head.height, HAIR)
        pen.rule(x, top, x + width, top, self.outer)
        pen.rule(x, bottom, x + width, bottom, self.outer)

    def _fill_cell(self, pen: Pen, grid: Grid, placed: PlacedCell, x: float, start: float) -> None:
        left, right = x + grid.edges[placed.column], x + grid.edges[placed.end_column]
        top, bottom = start + grid.tops[placed.row], start + grid.tops[placed.end_row]
        if placed.cell.fill:
            pen.box(left, top, right - left, bottom - top, placed.cell.fill)

    def _draw_cell(self, pen: Pen, grid: Grid, placed: PlacedCell, x: float, start: float) -> None:
        left, right = x + grid.edges[placed.column], x + grid.edges[placed.end_column]
        top, bottom = start + grid.tops[placed.row], start + grid.tops[placed.end_row]
        words = len(placed.lines) * placed.style.leading
        pen.lines(
            left + placed.pad,
            top + (bottom - top - words) / 2,
            right - left - 2 * placed.pad,
            placed.lines,
            placed.style,
        )
        if placed.row:
            pen.rule(left, top, right, top, grid.rows[placed.row].rule)
        if placed.column and self.columns[placed.column - 1].ruled:
            pen.rule(left, top, left, bottom, HAIR)
