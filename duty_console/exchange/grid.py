"""One sheet as a grid of cells: merged cells are filled from their top left, and every cell knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from duty_console.exchange.model import CellProblem
from duty_console.exchange.plain import Value, plain, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Place = tuple[int, int]
"""Row and column, from 1."""

_SERIALS = (20_000, 80_000)
"""Day numbers of spreadsheets that can be dates of our time (1954 to 2119)."""
_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its value, its words in half-width forms (`text`) and as written (`raw`).

    `origin` is where its value stands: another cell's place where it is part of a merged range.
    """

    row: int
    column: int
    value: Value
    text: str
    raw: str
    origin: Place

    @property
    def blank(self) -> bool:
        """Whether it says nothing."""
        return not self.text


class Grid:
    """A sheet's cells. Beyond its edges every cell is blank."""

    def __init__(
        self,
        sheet: str,
        values: Mapping[Place, Value],
        merged: Iterable[tuple[int, int, int, int]] = (),
        epoch: date = _EPOCH,
    ) -> None:
        """`merged` are ranges as (first row, first column, last row, last column)."""
        self.sheet = sheet
        self._epoch = epoch
        self._cells: dict[Place, GridCell] = {}
        for (row, column), value in values.items():
            if text := plain(value):
                self._cells[row, column] = GridCell(row, column, value, text, written(value), (row, column))
        for top, left, bottom, right in merged:
            self._fill(self._cells.get((top, left)), (top, left), bottom, right)
        self.height = max((row for row, _ in self._cells), default=0)
        self.width = max((column for _, column in self._cells), default=0)

    def _fill(self, first: GridCell | None, origin: Place, bottom: int, right: int) -> None:
        if first is None:
            return
        for row in range(origin[0], bottom + 1):
            for column in range(origin[1], right + 1):
                self._cells[row, column] = GridCell(row, column, first.value, first.text, first.raw, origin)

    def cell(self, row: int, column: int) -> GridCell:
        """Return a cell."""
        found = self._cells.get((row, column))
        return found or GridCell(row, column, None, "", "", (row, column))

    def row(self, row: int) -> tuple[GridCell, ...]:
        """Return the cells of a row, over the width of the sheet."""
        return tuple(self.cell(row, column) for column in range(1, self.width + 1))

    def rows(self) -> Iterator[int]:
        """Return the numbers of all rows."""
        return iter(range(1, self.height + 1))

    def columns(self) -> Iterator[int]:
        """Return the numbers of all columns."""
        return iter(range(1, self.width + 1))

    def date_in(self, value: Value) -> date | None:
        """Return the date that a value is: a date, or the day number of one that was never formatted as a date."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        whole = isinstance(value, int | float) and not isinstance(value, bool) and float(value).is_integer()
        if whole and _SERIALS[0] <= value <= _SERIALS[1]:  # type: ignore[operator]
            return self._epoch + timedelta(int(value))  # type: ignore[arg-type]
        return None

    def problem(self, row: int, column: int, code: str, **values: object) -> CellProblem:
        """Return a problem in one of its cells."""
        return CellProblem(self.sheet, row, column, code, values)
