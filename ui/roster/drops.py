"""What it means to drop a person on a cell: put in, move, change places, replace. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from duty_console.roster.model import CellEntry

if TYPE_CHECKING:
    from datetime import date

    from duty_console.roster.model import MonthCell, MonthTable, Post

CellKey = tuple["date", str, int]


@dataclass(frozen=True, slots=True)
class Dragged:
    """A person on the way: from a cell, or (no `origin`) from the list beside the grid."""

    person_id: int
    name: str
    origin: CellKey | None = None


class DropKind(Enum):
    """What the drop would do."""

    ADD = "add"
    MOVE = "move"
    SWAP = "swap"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Drop:
    """The cells as they would stand; `other` names who changes places or is replaced."""

    kind: DropKind
    entries: tuple[CellEntry, ...]
    other: str = ""


def plan_drop(table: MonthTable, dragged: Dragged, target: CellKey, over: int | None, *, copy: bool) -> Drop | None:
    """What would happen: None where nothing can. `over` is the person under the mouse, `copy` leaves the origin alone.

    A cell with a free seat takes the person in. A full one gives up the person under the mouse: to the cell where the
    other came from, or to nobody.
    """
    found = find_cell(table, target)
    if found is None or target == dragged.origin:
        return None
    cell, post = found
    there = [each.person_id for each in cell.persons]
    if not cell.exists or dragged.person_id in there:
        return None
    origin = None if copy or dragged.origin is None else find_cell(table, dragged.origin)
    names = {each.person_id: each.name for each in cell.persons}
    leaves = None if len(there) < post.needed else over if over in names else there[0]
    after = [*there, dragged.person_id] if leaves is None else [_put(each, leaves, dragged) for each in there]
    entries = [CellEntry(*target, tuple(after))]
    if origin is not None and dragged.origin is not None:
        entries.append(CellEntry(*dragged.origin, _left_behind(origin[0], dragged.person_id, leaves)))
    other = names.get(leaves, "") if leaves is not None else ""
    if leaves is None:
        kind = DropKind.ADD if origin is None else DropKind.MOVE
    else:
        kind = DropKind.REPLACE if origin is None else DropKind.SWAP
    return Drop(kind, tuple(entries), other)


def _put(person_id: int, leaves: int, dragged: Dragged) -> int:
    return dragged.person_id if person_id == leaves else person_id


def _left_behind(origin: MonthCell, gone: int, comes: int | None) -> tuple[int, ...]:
    """Who stands where the dragged person came from: whoever comes takes the very seat."""
    found: list[int] = []
    for each in origin.persons:
        if each.person_id != gone:
            found.append(each.person_id)
        elif comes is not None and comes not in (one.person_id for one in origin.persons):
            found.append(comes)
    return tuple(found)


def find_cell(table: MonthTable, key: CellKey) -> tuple[MonthCell, Post] | None:
    """A cell of the table and its post."""
    day, slot, post_id = key
    post = next((each for each in table.posts if each.id == post_id), None)
    row = next((each for each in table.rows if (each.shift.date, each.shift.name) == (day, slot)), None)
    cell = next((each for each in row.cells if each.post_id == post_id), None) if row is not None else None
    return (cell, post) if cell is not None and post is not None else None
