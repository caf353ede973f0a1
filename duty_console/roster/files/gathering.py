"""Gathering the cells of a roster to be from what a file says, whatever its layout. Pure.

Every name is looked up, every cell gets its shift, and whatever does not fit is told with its place; nothing is
guessed where a guess could put somebody on duty who was not meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from duty_console.people.rules import digits_of
from duty_console.roster.files.headers import PostFinder, SlotFinder
from duty_console.roster.files.model import DraftCell
from duty_console.roster.files.names import Directory, Mention, phone_hint, read_names
from duty_console.roster.model import CellEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import date

    from duty_console.exchange.grid import Grid, GridCell
    from duty_console.exchange.model import CellProblem
    from duty_console.people.model import Person
    from duty_console.roster.model import Post, Shift, ShiftSlot

PERSONS_MOST = 20


class Room:
    """What the duty room knows while a file is read: posts, persons, shifts, today."""

    def __init__(
        self,
        posts: Sequence[Post],
        directory: Directory,
        slots: Sequence[ShiftSlot],
        shifts_of: Callable[[date], Sequence[Shift]],
        today: date,
    ) -> None:
        self.posts = tuple(post for post in posts if post.active)
        self.finder = PostFinder(posts)
        self.slots = SlotFinder(slots)
        self.directory = directory
        self.shifts_of = shifts_of
        self.today = today


class Where(NamedTuple):
    """The duty that a cell speaks of: its date, its shift (None: not said) and the posts it may mean."""

    day: date
    slot: str | None
    posts: tuple[Post, ...]
    line: Hashable
    """What the date was written on: the same date on another line is the same date twice."""
    date_cell: GridCell


@dataclass(slots=True)
class _Filled:
    """One cell of the roster to be, while it is filled."""

    post: Post
    shift: Shift
    where: Where
    sheet: str
    cell: GridCell
    persons: list[Person] = field(default_factory=list["Person"])


class Gatherer:
    """Takes names for posts and dates from all sheets of one file."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.problems: list[CellProblem] = []
        self.warnings: list[CellProblem] = []
        self.blanks: list[tuple[tuple[date, str, int], CellProblem]] = []
        """Cells of the file that say nothing, with the warning to give where somebody is planned there."""
        self._cells: dict[tuple[date, str, int], _Filled] = {}
        self._stands: dict[tuple[date, str, int], tuple[Post, str]] = {}
        self._told: set[Hashable] = set()

    def refuse(self, grid: Grid, cell: GridCell, code: str, **values: object) -> None:
        """Note what is wrong in a cell."""
        self.problems.append(grid.problem(cell.row, cell.column, code, **values))

    def warn(self, grid: Grid, cell: GridCell, code: str, **values: object) -> None:
        """Note a doubt that stops nothing."""
        self.warnings.append(grid.problem(cell.row, cell.column, code, **values))

    def cells(self) -> tuple[DraftCell, ...]:
        """Return what was gathered, in the order of dates."""
        return tuple(
            DraftCell(
                CellEntry(day, slot, post_id, tuple(each.id for each in found.persons)),
                found.post.name,
                tuple(each.display for each in found.persons),
                found.sheet,
                found.cell.row,
                found.cell.column,
            )
            for (day, slot, post_id), found in sorted(
                self._cells.items(), key=lambda item: (item[1].shift.starts_at, item[1].post.order, item[0])
            )
        )

    def put_text(self, grid: Grid, cell: GridCell, where: Where, beside: tuple[str, ...] = ()) -> None:
        """Take the names in a cell; `beside` are phones in the column next to it."""
        names = read_names(cell.text, self.room.directory)
        if not names.mentions:
            for post in where.posts:
                if shift := self._shift(grid, cell, where, post, quietly=True):
                    if names.nobody:
                        self._open(grid, cell, where, post, shift)
                    else:
                        note = grid.problem(cell.row, cell.column, "cell_left_as_it_is", post=post.name, date=where.day)
                        self.blanks.append(((where.day, shift.name, post.id), note))
            return
        with_phones = len(beside) == len(names.mentions)
        for number, mention in enumerate(names.mentions):
            hints = (*mention.hints, beside[number]) if with_phones else mention.hints
            self.put(grid, cell, where, Mention(mention.name, hints))

    def put(self, grid: Grid, cell: GridCell, where: Where, mention: Mention) -> None:
        """Take one name for the first of the posts that has a seat left, else for the last."""
        post = self._free_post(where)
        shift = self._shift(grid, cell, where, post)
        if shift is None:
            return
        seat = self._open(grid, cell, where, post, shift)
        if seat is None:
            return
        found = self.room.directory.match(mention, shift.starts_at)
        if found.person is None:
            self.refuse(grid, cell, found.code, **dict(found.values))
            return
        self._doubts(grid, cell, mention, found.person)
        if self._may_sit(grid, cell, seat, found.person, shift):
            seat.persons.append(found.person)

    def _free_post(self, where: Where) -> Post:
        shifts = [shift.name for shift in self.room.shifts_of(where.day)]
        slot = where.slot or (shifts[0] if len(shifts) == 1 else "")
        for post in where.posts[:-1]:
            there = self._cells.get((where.day, slot, post.id))
            if there is None or len(there.persons) < post.needed:
                return post
        return where.posts[-1]

    def _shift(self, grid: Grid, cell: GridCell, where: Where, post: Post, *, quietly: bool = False) -> Shift | None:
        """Return the shift that is meant; tell once for a line where that cannot be said."""
        shifts = self.room.shifts_of(where.day)
        if where.slot is None:
            fit = [shift for shift in shifts if post.exists_in(shift)] or list(shifts)
            known = "、".join(shift.name for shift in fit)
            code, values = "slot_not_told", {"slots": known, "date": where.day}
        else:
            fit = [shift for shift in shifts if shift.name == where.slot]
            code, values = "slot_not_on_day", {"slot": where.slot, "date": where.day}
        if len(fit) != 1:
            if not quietly and (where.line, code) not in self._told:
                self._told.add((where.line, code))
                self.refuse(grid, cell, code if shifts else "slot_not_on_day", **{"slot": "", **values})
            return None
        (shift,) = fit
        if fault := _cannot_stand(post, shift):
            if not quietly:
                self.refuse(grid, cell, fault, name=post.name, slot=shift.name, date=where.day)
            return None
        return shift

    def _open(self, grid: Grid, cell: GridCell, where: Where, post: Post, shift: Shift) -> _Filled | None:
        """Return the cell of the roster to fill; None, told once, where another line has already filled it."""
        key = (where.day, shift.name, post.id)
        seat = self._cells.get(key)
        if seat is None:
            seat = self._cells[key] = _Filled(post, shift, where, grid.sheet, cell)
        elif seat.where.line != where.line:
            if (where.line, "date_twice") not in self._told:
                self._told.add((where.line, "date_twice"))
                first = _address(seat.sheet, seat.where.date_cell, grid)
                self.refuse(grid, where.date_cell, "date_twice", date=where.day, first=first)
            return None
        return seat

    def _may_sit(self, grid: Grid, cell: GridCell, seat: _Filled, person: Person, shift: Shift) -> bool:
        if len(seat.persons) >= PERSONS_MOST:
            self.refuse(grid, cell, "too_many_persons", most=PERSONS_MOST)
            return False
        key = (shift.date, shift.name, person.id)
        if key in self._stands:
            post, first = self._stands[key]
            self.refuse(
                grid, cell, "person_twice_in_shift", name=person.display, post=post.name, first=first, date=shift.date
            )
            return False
        self._stands[key] = (seat.post, _address(grid.sheet, cell, grid))
        return True

    def _doubts(self, grid: Grid, cell: GridCell, mention: Mention, person: Person) -> None:
        phone = phone_hint(mention)
        known = [digits_of(each) for each in (person.phone, person.second_phone) if each]
        if phone and not any(digits_of(phone).endswith(each) for each in known):
            self.warn(grid, cell, "phone_differs", name=person.display, phone=phone, known=person.phone or "–")
        for hint in mention.hints:
            if hint != mention.name and self.room.directory.someone_in(hint):
                self.warn(grid, cell, "remark_ignored", name=person.display, remark=hint)


def _cannot_stand(post: Post, shift: Shift) -> str:
    if post.retired_on is not None and shift.date >= post.retired_on:
        return "post_retired"
    return "post_not_in_shift" if post.slots and shift.name not in post.slots else ""


def _address(sheet: str, cell: GridCell, here: Grid) -> str:
    address = here.problem(cell.row, cell.column, "").address
    return address if sheet == here.sheet else f"{sheet}!{address}"
