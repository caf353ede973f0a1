"""What was entered, how it is taken back and done again. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from duty_console.roster.model import CellEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.roster.service import Roster

Entries = tuple[CellEntry, ...]
_KEPT = 100
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """One change: the cells as they stood before and as they stood after it."""

    before: Entries
    after: Entries

    @property
    def day(self) -> date:
        """The first date that it touched."""
        return min(each.shift_date for each in self.before)


class Undo:
    """The changes of this page, newest last, and those taken back. It lives as long as the page."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._taken_back: list[Step] = []

    def push(self, step: Step) -> None:
        """Something new was done: what was taken back before can no longer be done again."""
        if step.before:
            self._done.append(step)
            del self._done[:-_KEPT]
            self._taken_back.clear()

    def last_done(self) -> Step | None:
        """What Ctrl+Z takes back."""
        return self._done[-1] if self._done else None

    def last_taken_back(self) -> Step | None:
        """What Ctrl+Shift+Z does again."""
        return self._taken_back[-1] if self._taken_back else None

    def moved_back(self) -> None:
        """The last was taken back."""
        self._taken_back.append(self._done.pop())

    def moved_on(self) -> None:
        """What was taken back was done again."""
        self._done.append(self._taken_back.pop())


def filled_cells(roster: Roster, after: date, until: date) -> dict[tuple[date, str, int], CellEntry]:
    """The cells with persons on the days after one date up to another, as they could be entered again."""
    found: dict[tuple[date, str, int], CellEntry] = {}
    for row in roster.span(after + timedelta(1), until).rows:
        for cell in row.cells:
            if cell.persons:
                key = (row.shift.date, row.shift.name, cell.post_id)
                found[key] = CellEntry(*key, tuple(each.person_id for each in cell.persons))
    return found


def planned_cells(roster: Roster, first: date, last: date) -> dict[tuple[date, str, int], CellEntry]:
    """Who is planned in the cells of these dates, as it could be entered again, with the reasons where all have one."""
    found: dict[tuple[date, str, int], CellEntry] = {}
    for each in sorted(roster.assignments(first, last), key=lambda one: (one.place, one.id)):
        key = (each.shift_date, each.slot, each.post_id)
        before = found.get(key, CellEntry(*key, ()))
        whys = (*before.whys, each.why) if each.why is not None and len(before.whys) == len(before.person_ids) else ()
        found[key] = CellEntry(*key, (*before.person_ids, each.person_id), whys)
    return found


def recorded(roster: Roster, first: date, last: date, work: Callable[[], T]) -> tuple[T, Step]:
    """Do something that changes the cells of these dates; return what it returned, and the step to take it back by."""
    before = planned_cells(roster, first, last)
    result = work()
    after = planned_cells(roster, first, last)
    moved = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return result, Step(
        tuple(before.get(key, CellEntry(*key, ())) for key in moved),
        tuple(after.get(key, CellEntry(*key, ())) for key in moved),
    )
