"""What was entered and how it is taken back. No Qt."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from duty_console.roster.model import CellEntry

if TYPE_CHECKING:
    from duty_console.roster.service import Roster

Entries = tuple[CellEntry, ...]
_KEPT = 100


class Undo:
    """The cells as they stood before each change, newest last. It lives as long as the page."""

    def __init__(self) -> None:
        self._stack: list[Entries] = []

    def push(self, before: Entries) -> None:
        """Remember what stood there."""
        if before:
            self._stack.append(before)
            del self._stack[:-_KEPT]

    def pop(self) -> Entries | None:
        """The last remembered, None if there is none."""
        return self._stack.pop() if self._stack else None

    def __bool__(self) -> bool:
        return bool(self._stack)


def filled_cells(roster: Roster, after: date, until: date) -> set[tuple[date, str, int]]:
    """The cells with persons on the days after one date up to another."""
    found: set[tuple[date, str, int]] = set()
    first = after + timedelta(1)
    months = {(first.year, first.month)}
    day = first
    while day <= until:
        months.add((day.year, day.month))
        day += timedelta(1)
    for year, month in sorted(months):
        for row in roster.month(year, month).rows:
            if first <= row.shift.date <= until:
                found |= {(row.shift.date, row.shift.name, cell.post_id) for cell in row.cells if cell.persons}
    return found
