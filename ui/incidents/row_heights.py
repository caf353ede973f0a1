"""Where rows of different heights stand when only those in view have been measured. Pure.

Measuring 2,000 wrapped lines costs a tenth of a second; guessing their heights from the length of their text costs a
millisecond, and what is in view is measured before it is shown.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class RowHeights:
    """Heights and tops of rows. `measure(row)` gives the true height of one."""

    def __init__(self, measure: Callable[[int], int]) -> None:
        self._measure = measure
        self._heights: list[int] = []
        self._exact: list[bool] = []
        self._tops: list[int] = [0]

    def guess(self, heights: Iterable[int]) -> None:
        """Begin anew with guessed heights."""
        self._heights = list(heights)
        self._exact = [False] * len(self._heights)
        self._add_up()

    def insert(self, first: int, heights: Iterable[int]) -> None:
        """Rows came in at `first`."""
        new = list(heights)
        self._heights[first:first] = new
        self._exact[first:first] = [False] * len(new)
        self._add_up()

    def remove(self, first: int, last: int) -> None:
        """Rows `first` to `last` went."""
        del self._heights[first : last + 1]
        del self._exact[first : last + 1]
        self._add_up()

    def forget(self, first: int, last: int) -> None:
        """Rows `first` to `last` changed: measure them again when they are seen."""
        for row in range(first, min(last + 1, len(self._exact))):
            self._exact[row] = False

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._tops[-1]

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._tops[row]

    def height(self, row: int) -> int:
        """How high a row is, as far as known."""
        return self._heights[row]

    def row_at(self, y: int) -> int:
        """The row at a height, -1 above the first and below the last."""
        if not 0 <= y < self.total:
            return -1
        return bisect_right(self._tops, y) - 1

    def measure_down(self, first: int, room: int) -> int:
        """Measure from `first` on until `room` is filled; return the last row that is in it."""
        row, filled, changed = max(first, 0), 0, False
        while row < len(self._heights):
            changed = self._measure_one(row) or changed
            filled += self._heights[row]
            if filled >= room:
                break
            row += 1
        if changed:
            self._add_up()
        return min(row, len(self._heights) - 1)

    def measure_up(self, last: int, room: int) -> None:
        """Measure from `last` backwards until `room` is filled."""
        row, filled, changed = min(last, len(self._heights) - 1), 0, False
        while row >= 0 and filled < room:
            changed = self._measure_one(row) or changed
            filled += self._heights[row]
            row -= 1
        if changed:
            self._add_up()

    def _measure_one(self, row: int) -> bool:
        if self._exact[row]:
            return False
        height = self._measure(row)
        changed = height != self._heights[row]
        self._heights[row], self._exact[row] = height, True
        return changed

    def _add_up(self) -> None:
        self._tops = [0, *accumulate(self._heights)]
