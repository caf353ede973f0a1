"""Cuts rows that are too tall for a page: between rows, through cells that span them, or inside a row by lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duty_console.papers.table_grid import Cell, Row

if TYPE_CHECKING:
    from duty_console.papers.table_grid import Grid, PlacedCell

_FEWEST_LINES = 3  # of the text of a cut row that must stand above the cut


def cut_rows(grid: Grid, start: int, stop: int, room: float) -> tuple[tuple[Row, ...], tuple[Row, ...]] | None:
    """Cut the rows from `start` to `stop` so that the upper part is no taller than `room`; None where it cannot be.

    A cell's words go on below the cut; where they all stand above it, a `repeated` cell says them again.
    """
    tops = grid.tops
    edge = max(row for row in range(start, stop) if tops[row] - tops[start] <= max(room, 0.0))
    inside = room - (tops[edge] - tops[start])
    if not _worth_cutting_inside(grid, edge, inside):
        inside = 0.0
    if edge == start and inside <= 0:
        return None
    depth = tops[edge] + inside
    last = edge + (1 if inside > 0 else 0)
    upper: list[dict[int, Cell]] = [{} for _ in range(start, last)]
    lower: list[dict[int, Cell]] = [{} for _ in range(edge, stop)]
    for placed in grid.cells:
        if not start <= placed.row < stop:
            continue
        if placed.end_row <= edge:
            upper[placed.row - start][placed.column] = placed.cell
        elif placed.row >= last:
            lower[placed.row - edge][placed.column] = placed.cell
        else:
            above, below = _cut_cell(grid, placed, depth)
            begin = max(placed.row, edge)
            upper[placed.row - start][placed.column] = replace(above, row_span=last - placed.row)
            lower[begin - edge][placed.column] = replace(below, row_span=placed.end_row - begin)
    return _rows(grid, start, upper), _rows(grid, edge, lower)


def _worth_cutting_inside(grid: Grid, row: int, inside: float) -> bool:
    leading = max((each.style.leading for each in grid.cells if each.row == row), default=0.0)
    lines = (inside - 2 * grid.pad_y) / leading if leading else 0.0
    tall = (grid.tops[row + 1] - grid.tops[row] - 2 * grid.pad_y) / leading if leading else 0.0
    return lines >= _FEWEST_LINES and tall > 2 * _FEWEST_LINES


def _cut_cell(grid: Grid, placed: PlacedCell, depth: float) -> tuple[Cell, Cell]:
    room = depth - grid.tops[placed.row] - 2 * grid.pad_y
    fitting = max(0, int((room + 0.01) // placed.style.leading))
    above, below = placed.lines[:fitting], placed.lines[fitting:]
    cell = placed.cell
    if below:
        return replace(cell, text="\n".join(above)), replace(cell, text="\n".join(below))
    again = f"{cell.text}\n（续）" if cell.repeated and not cell.text.endswith("（续）") else cell.text
    return cell, replace(cell, text=again if cell.repeated else "")


def _rows(grid: Grid, first: int, rows: list[dict[int, Cell]]) -> tuple[Row, ...]:
    return tuple(
        Row(tuple(cells[column] for column in sorted(cells)), grid.rows[first + number].rule)
        for number, cells in enumerate(rows)
    )
