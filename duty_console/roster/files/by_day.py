"""Rosters with a row per day: date, weekday, leader, main, deputy … also with sub-rows or columns for shifts,
with two halves side by side, with titles and heads repeated down the sheet. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.roster.files.dates import DateFault, DateReader, month_hint, weekday_in, written_date
from duty_console.roster.files.gathering import Where
from duty_console.roster.files.headers import Role, role_of
from duty_console.roster.files.model import Layout, SheetFound

if TYPE_CHECKING:
    from datetime import date

    from duty_console.exchange.grid import Grid, GridCell, Place
    from duty_console.roster.files.gathering import Gatherer, Room
    from duty_console.roster.model import Post

_HEAD_WITHIN = 60
_HAN = re.compile(r"[\u3400-\u9fff]")
_PHONE_WORDS = re.compile(r"[及和与/、(]*(联系)?(电话|手机|方式|号码)号?码?\)?")
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class _PostColumn:
    column: int
    posts: tuple[Post, ...]
    slot: str | None
    label: str
    phone: int | None = None


@dataclass(frozen=True, slots=True)
class _Segment:
    """One date column and what belongs to it; a sheet with two halves side by side has two."""

    date: int
    weekday: int | None
    slot: int | None
    posts: tuple[_PostColumn, ...]
    unknown: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Head:
    first: int
    last: int
    segments: tuple[_Segment, ...]


@dataclass(slots=True)
class _Line:
    """The date that the rows from here on belong to."""

    day: date
    cell: GridCell
    key: tuple[str, Place]


def read_by_day(grid: Grid, titles: tuple[str, ...], gather: Gatherer) -> SheetFound | None:
    """Take a sheet in; None where it has not this layout. `titles` are names of sheet and file."""
    rows = _head_rows(grid)
    if rows is None:
        return None
    head = _head(grid, rows, gather.room)
    if not any(segment.posts for segment in head.segments):
        return None
    above = [cell.text for row in range(1, head.first) for cell in _once(grid.row(row))]
    days: list[date] = []
    for segment in head.segments:
        _tell_unknown(grid, head, segment, gather)
        days += _Rows(grid, head, segment, DateReader(month_hint([*above, *titles]), gather.room.today), gather).read()
    heads: dict[str, dict[str, None]] = defaultdict(dict)
    for segment in head.segments:
        for each in segment.posts:
            heads[each.label.replace("\n", "/")] |= {post.name: None for post in each.posts}
    found = SheetFound(grid.sheet, Layout.BY_DAY, None, None, tuple((k, "、".join(v)) for k, v in heads.items()))
    return SheetFound(grid.sheet, Layout.BY_DAY, min(days), max(days), found.heads) if days else found


def _once(cells: tuple[GridCell, ...]) -> list[GridCell]:
    """Return the cells of a row that say something, a merged one once."""
    return list({cell.origin: cell for cell in reversed(cells) if not cell.blank}.values())[::-1]


def _head_rows(grid: Grid) -> tuple[int, int, tuple[int, ...]] | None:
    """Return first and last row of the head, and the date columns."""
    for row in range(1, min(grid.height, _HEAD_WITHIN) + 1):
        named = [cell.column for cell in grid.row(row) if role_of(cell.text) is Role.DATE]
        columns = [each for each in named if _dates_below(grid, row, each)]
        if columns:
            columns = [each for each in columns if grid.cell(row, each).origin[1] == each] or columns[:1]
            first_day = min(_dates_below(grid, row, each)[0] for each in columns)
            first = row
            while first > 1 and len(_once(grid.row(first - 1))) > 1:
                first -= 1
            return first, first_day - 1, tuple(columns)
    return _unlabelled_head(grid)


def _dates_below(grid: Grid, row: int, column: int) -> list[int]:
    below = [at for at in range(row + 1, grid.height + 1) if not grid.cell(at, column).blank]
    return [at for at in below if written_date(grid.cell(at, column), grid)]


def _unlabelled_head(grid: Grid) -> tuple[int, int, tuple[int, ...]] | None:
    """Find a date column without a head, by dates that can be nothing else."""
    for column in grid.columns():
        sure = [
            row
            for row in grid.rows()
            if (found := written_date(grid.cell(row, column), grid))
            and (found.month is not None or re.search(r"[日号]", grid.cell(row, column).text))
        ]
        if len(sure) >= 2 and sure[0] > 1:
            first = sure[0] - 1
            while first > 1 and len(_once(grid.row(first - 1))) > 1:
                first -= 1
            return first, sure[0] - 1, (column,)
    return None


def _head(grid: Grid, rows: tuple[int, int, tuple[int, ...]], room: Room) -> _Head:
    first, last, dates = rows
    edges = [*dates[1:], grid.width + 1]
    segments = [
        _segment(grid, rows, room, date, range(1 if number == 0 else date, edge))
        for number, (date, edge) in enumerate(zip(dates, edges, strict=True))
    ]
    return _Head(first, last, tuple(segments))


def _label(grid: Grid, rows: tuple[int, int, tuple[int, ...]], column: int) -> str:
    first, last, dates = rows
    cells = [grid.cell(row, column) for row in range(first, last + 1)]
    titles = {grid.cell(row, each).origin for row in range(first, last + 1) for each in dates}
    parts = {cell.origin: cell.text for cell in cells if not cell.blank and cell.origin not in titles}
    return "\n".join(parts.values())


def _segment(
    grid: Grid, rows: tuple[int, int, tuple[int, ...]], room: Room, date_column: int, columns: range
) -> _Segment:
    weekday = slot = None
    posts: list[_PostColumn] = []
    unknown: list[tuple[int, str]] = []
    for column in columns:
        label = _label(grid, rows, column)
        if column == date_column or not label:
            continue
        role = role_of(label.rsplit("\n", 1)[-1])
        holds_names = any(_HAN.search(cell.text) for cell in _own_cells(grid, rows[1], column))
        if role is Role.WEEKDAY:
            weekday = column
        elif role is Role.SLOT or (role is Role.DATE and _speaks_of_slots(grid, rows[1], column, room)):
            slot = column
        elif role is Role.PHONE and not holds_names:
            if posts and posts[-1].phone is None:
                last = posts.pop()
                posts.append(_PostColumn(last.column, last.posts, last.slot, last.label, column))
        elif role in (Role.OTHER, Role.NAME, Role.PHONE):
            found = _post_column(column, label, room, phones=role is Role.PHONE)
            if found:
                posts.append(found)
            elif role is not Role.PHONE:
                unknown.append((column, label))
    return _Segment(date_column, weekday, slot, tuple(_distributed(posts)), tuple(unknown))


def _speaks_of_slots(grid: Grid, last: int, column: int, room: Room) -> bool:
    return any(room.slots.says(cell.text) for cell in _own_cells(grid, last, column))


def _own_cells(grid: Grid, head: int, column: int) -> list[GridCell]:
    """Return what stands in a column below the head, without what reaches into it from another column."""
    cells = (grid.cell(row, column) for row in range(head + 1, grid.height + 1))
    return [cell for cell in cells if not cell.blank and cell.origin[1] == column]


def _post_column(column: int, label: str, room: Room, *, phones: bool) -> _PostColumn | None:
    slot: str | None = None
    parts = label.split("\n")
    for number, part in enumerate(parts):
        words = _PHONE_WORDS.sub("", part) if phones else part
        found, rest = room.slots.cut(words)
        # A post's own name wins over a shift within it: 夜班主班 may be a post of this room.
        if found and not any(post.name == words for post in room.posts):
            slot, words = found, rest
        parts[number] = words
    words = "\n".join(part for part in parts if part)
    posts = room.finder.find(words) if words else ()
    if not posts and slot and not words:
        posts = room.finder.officers()
    return _PostColumn(column, posts, slot, label) if posts else None


def _distributed(columns: list[_PostColumn]) -> list[_PostColumn]:
    """Give each of several columns under one head its own post: 值班人员 over two columns is 主班 and 副班."""
    alike: dict[tuple[tuple[Post, ...], str | None], list[_PostColumn]] = defaultdict(list)
    for each in columns:
        alike[each.posts, each.slot].append(each)
    found: list[_PostColumn] = []
    for (posts, slot), group in alike.items():
        for number, each in enumerate(group):
            own = posts[number : number + 1] if len(group) > 1 and len(posts) > 1 else posts
            own = posts[number:] if len(group) > 1 and number == len(group) - 1 and own else own
            found.append(_PostColumn(each.column, own or posts[-1:], slot, each.label, each.phone))
    return sorted(found, key=lambda each: each.column)


def _tell_unknown(grid: Grid, head: _Head, segment: _Segment, gather: Gatherer) -> None:
    for column, label in segment.unknown:
        own = _own_cells(grid, head.last, column)
        place = grid.cell(head.last, column)
        known = "、".join(post.name for post in gather.room.posts)
        if any(gather.room.directory.someone_in(cell.text) for cell in own):
            gather.refuse(grid, place, "head_unknown", head=label.replace("\n", "/"), posts=known)
        elif own:
            gather.warn(grid, place, "column_ignored", head=label.replace("\n", "/"))


class _Rows:
    """Reads the rows of one segment from the top down."""

    def __init__(self, grid: Grid, head: _Head, segment: _Segment, reader: DateReader, gather: Gatherer) -> None:
        self._grid, self._head, self._segment = grid, head, segment
        self._reader, self._gather = reader, gather
        self._line: _Line | None = None
        self._months_told = False

    def read(self) -> list[date]:
        days: list[date] = []
        for row in range(self._head.last + 1, self._grid.height + 1):
            cells = self._post_cells(row)
            if self._turn_to(row, cells) and self._line is not None:
                self._take(row, cells, self._line)
                days.append(self._line.day)
        if self._reader.year_assumed and days:
            first = self._grid.cell(self._head.last + 1, self._segment.date)
            self._gather.warn(self._grid, first, "year_assumed", year=days[0].year)
        return days

    def _post_cells(self, row: int) -> list[tuple[GridCell, _PostColumn, tuple[Post, ...]]]:
        """Return the post cells of a row; one that is merged over several posts once, for all of them."""
        found: dict[Place, tuple[GridCell, _PostColumn, tuple[Post, ...]]] = {}
        for each in self._segment.posts:
            cell = self._grid.cell(row, each.column)
            key = (row, cell.origin[1])
            if key in found:
                first = found[key]
                found[key] = (first[0], first[1], tuple(dict.fromkeys((*first[2], *each.posts))))
            else:
                found[key] = (cell, each, each.posts)
        return list(found.values())

    def _turn_to(self, row: int, cells: list[tuple[GridCell, _PostColumn, tuple[Post, ...]]]) -> bool:
        """Find the date that a row belongs to; return whether the row is one of duty."""
        cell = self._grid.cell(row, self._segment.date)
        said = [each for each, _, _ in cells if not each.blank and each.origin != cell.origin]
        if cell.blank:
            own = [each for each in said if each.origin[0] == row]
            if own and self._line is None and any(self._names_in(each) for each in own):
                self._gather.refuse(self._grid, cell, "date_missing")
            return bool(own) and self._line is not None
        if self._line is not None and cell.origin == self._line.cell.origin:
            return True
        written = written_date(cell, self._grid)
        if written is None:
            self._line = None
            if role_of(cell.text) is Role.DATE or self._is_title(cell):
                return False
            if any(self._names_in(each) for each in said):
                self._gather.refuse(self._grid, cell, "date_not_understood", date=cell.text.replace("\n", " "))
            return False
        try:
            day = self._reader.complete(written)
        except DateFault as fault:
            self._line = None
            if said and not (fault.code == "month_not_told" and self._months_told):
                self._months_told = self._months_told or fault.code == "month_not_told"
                self._gather.refuse(self._grid, cell, fault.code, **{"written": cell.text, **fault.values})
            return False
        self._line = _Line(day, cell, (self._grid.sheet, cell.origin))
        self._check_weekday(row, day, cell, written.weekday)
        return True

    def _names_in(self, cell: GridCell) -> bool:
        return self._gather.room.directory.someone_in(cell.text)

    def _is_title(self, cell: GridCell) -> bool:
        """Take a title further down (the next month on the same sheet) as the title from here on."""
        hint = month_hint([cell.text])
        if hint.month is None or not re.search("值班|排班|带班", cell.text):
            return False
        self._reader = DateReader(hint, self._gather.room.today)
        return True

    def _check_weekday(self, row: int, day: date, cell: GridCell, stated: int | None) -> None:
        if stated is None and self._segment.weekday is not None:
            cell = self._grid.cell(row, self._segment.weekday)
            stated = weekday_in(cell.text)
        if stated is not None and stated != day.weekday():
            said, right = f"周{_WEEKDAYS[stated]}", f"周{_WEEKDAYS[day.weekday()]}"
            self._gather.warn(self._grid, cell, "weekday_differs", date=day, said=said, right=right)

    def _take(self, row: int, cells: list[tuple[GridCell, _PostColumn, tuple[Post, ...]]], line: _Line) -> None:
        known, slot = self._slot_of(row, line)
        if not known:
            return
        for cell, column, posts in cells:
            where = Where(line.day, column.slot or slot, posts, line.key, line.cell)
            beside: tuple[str, ...] = ()
            if column.phone is not None:
                beside = tuple(re.split(r"[\n、/,;]+", self._grid.cell(row, column.phone).text))
            if cell.blank and cell.origin[0] == row and self._grid.cell(row, self._segment.date).origin[0] != row:
                continue  # a sub-row that adds nothing to this post
            self._gather.put_text(self._grid, cell, where, beside if beside != ("",) else ())

    def _slot_of(self, row: int, line: _Line) -> tuple[bool, str | None]:
        """Return whether the row can be used, and the shift it names."""
        room = self._gather.room
        if self._segment.slot is None:
            return True, room.slots.find(self._grid.sheet)  # a sheet for each shift may bear its name
        cell = self._grid.cell(row, self._segment.slot)
        found = room.slots.find(cell.text) if cell.text else None
        shifts = room.shifts_of(line.day)
        if cell.blank or found or (len(shifts) == 1 and not room.slots.says(cell.text)):
            return True, found
        known = "、".join(shift.name for shift in shifts)
        self._gather.refuse(self._grid, cell, "slot_unknown_here", slot=cell.text, known=known)
        return False, None
