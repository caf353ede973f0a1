"""Where the cells of a table stand, how they break into lines, and how tall its rows become."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from duty_console.papers.pen import HAIR, Rule
from duty_console.papers.text import Colour, TextStyle, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence


_TOO_MUCH_TO_SHARE = 24.0  # points a row: more would pull short rows apart, so the last row takes it all


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the table's width, the style of its cells, whether a hairline follows it.

    `pad` is the room left and right of its words where the table's own is too wide.
    """

    share: float
    style: TextStyle
    ruled: bool = True
    pad: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `repeated` cells that span rows are said again after a page break, with （续）."""

    text: str
    style: TextStyle | None = None
    col_span: int = 1
    row_span: int = 1
    repeated: bool = False
    fill: Colour | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right, without those that a cell from above covers; `rule` is drawn above the row."""

    cells: tuple[Cell, ...]
    rule: Rule = HAIR


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with its place in the grid and its lines."""

    cell: Cell
    style: TextStyle
    row: int
    column: int
    pad: float
    lines: tuple[str, ...]

    @property
    def end_row(self) -> int:
        """The first row below it."""
        return self.row + self.cell.row_span

    @property
    def end_column(self) -> int:
        """The first column to its right."""
        return self.column + self.cell.col_span


@dataclass(frozen=True, slots=True)
class Grid:
    """Laid-out rows: `edges` are the columns' x, `tops` the rows' y; both end with the far side."""

    rows: tuple[Row, ...]
    cells: tuple[PlacedCell, ...]
    edges: tuple[float, ...]
    tops: tuple[float, ...]
    pad_y: float

    @property
    def height(self) -> float:
        """The height of all rows together."""
        return self.tops[-1]

    def clean_edges(self) -> list[int]:
        """Return the row edges below the first row that no spanning cell crosses, the last one included."""
        crossed = {edge for placed in self.cells for edge in range(placed.row + 1, placed.end_row)}
        return [edge for edge in range(1, len(self.rows) + 1) if edge not in crossed]


def lay_out(columns: Sequence[Column], rows: tuple[Row, ...], width: float, pad_x: float, pad_y: float) -> Grid:
    """Place the cells of rows in a table of a given width and find the height that each row needs."""
    shares = sum(column.share for column in columns)
    edges = (0.0, *accumulate(column.share * width / shares for column in columns))
    cells: list[PlacedCell] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            placed = _place(cell, number, column, columns, edges, pad_x)
            cells.append(placed)
            taken.update(
                (down, across) for down in range(number, placed.end_row) for across in range(column, placed.end_column)
            )
            column = placed.end_column
    return Grid(rows, tuple(cells), edges, (0.0, *accumulate(_heights(len(rows), cells, pad_y))), pad_y)


def _place(
    cell: Cell, row: int, column: int, columns: Sequence[Column], edges: Sequence[float], pad_x: float
) -> PlacedCell:
    if column + cell.col_span > len(columns):
        raise ValueError(f"row {row} has more cells than the table has columns")
    style = cell.style or columns[column].style
    own = columns[column].pad
    pad = pad_x if own is None or cell.col_span > 1 else own
    measure = edges[column + cell.col_span] - edges[column] - 2 * pad
    lines = tuple(line for part in cell.text.split("\n") for line in lines_of(part, style, measure))
    return PlacedCell(cell, style, row, column, pad, lines)


def _heights(count: int, cells: Sequence[PlacedCell], pad_y: float) -> list[float]:
    """Give each row the height of its tallest cell; what a spanning cell still lacks, its rows share."""
    heights = [0.0] * count
    for placed in sorted(cells, key=lambda each: each.cell.row_span):
        if placed.end_row > count:
            raise ValueError(f"a cell in row {placed.row} spans beyond the last row")
        need = len(placed.lines) * placed.style.leading + 2 * pad_y
        lack = max(0.0, need - sum(heights[placed.row : placed.end_row]))
        if lack > _TOO_MUCH_TO_SHARE * placed.cell.row_span:
            heights[placed.end_row - 1] += lack
            continue
        for row in range(placed.row, placed.end_row):
            heights[row] += lack / placed.cell.row_span
    return heights
