"""Rosters with the days across: a row per person with marks, or a row per post with names. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from duty_console.exchange.plain import squeezed
from duty_console.roster.files.dates import DateFault, DateReader, month_hint, weekday_in, written_date
from duty_console.roster.files.gathering import Where
from duty_console.roster.files.headers import Role, role_of
from duty_console.roster.files.model import Layout, SheetFound
from duty_console.roster.files.names import Mention, read_names

if TYPE_CHECKING:
    from datetime import date

    from duty_console.exchange.grid import Grid, GridCell
    from duty_console.roster.files.gathering import Gatherer
    from duty_console.roster.model import Post

_FEWEST_DAYS = 4
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_WEEKDAYS = "一二三四五六日"
_ON = re.compile(r"[√✓✔☑●○◎★☆*■▲△1yv]|值|班|值班|在岗|当班|上班|是|全天?|24h?")
_OFF = re.compile(
    r"[-—–/\\×xn0.·…_]+|休|休息|假|年假|病假|事假|年|病|事|差|出差|公休|轮休|补休|调休|否|无|空|培训|学习"
)


@dataclass(slots=True)
class _Day:
    """One date column: its date, or what is wrong with it."""

    cell: GridCell
    day: date | None = None
    fault: DateFault | None = None
    slot: str | None = None


@dataclass(slots=True)
class _Block:
    """A row of dates and the rows below it, up to the next one."""

    row: int
    days: dict[int, _Day]
    first: int
    last: int
    roles: dict[int, Role] = field(default_factory=dict[int, Role])


def read_across(grid: Grid, titles: tuple[str, ...], gather: Gatherer) -> SheetFound | None:
    """Take a sheet in; None where it has not this layout."""
    heads = [row for row in grid.rows() if _is_day_row(grid, row)]
    if not heads:
        return None
    above = [cell.text for row in range(1, heads[0]) for cell in grid.row(row) if not cell.blank]
    reader = DateReader(month_hint([*dict.fromkeys(above), *titles]), gather.room.today)
    labels: dict[str, str] = {}
    days: list[date] = []
    persons = posts = 0
    for row, end in zip(heads, [*(each - 1 for each in heads[1:]), grid.height], strict=True):
        block = _block(grid, row, end, reader, gather)
        rows = _LabelledRows(grid, block, gather)
        rows.read()
        persons, posts = persons + rows.persons, posts + rows.posts
        labels |= rows.labels
        days += [each.day for each in block.days.values() if each.day]
    if not persons and not posts:
        return None
    if reader.year_assumed and days:
        gather.warn(grid, grid.cell(heads[0], min(_day_columns(grid, heads[0]))), "year_assumed", year=days[0].year)
    layout = Layout.BY_PERSON if persons >= posts else Layout.BY_POST
    return SheetFound(grid.sheet, layout, min(days, default=None), max(days, default=None), tuple(labels.items()))


def _day_columns(grid: Grid, row: int) -> dict[int, tuple[int | None, int]]:
    """Return the columns of a row that say a date, with month and day."""
    found = {cell.column: written_date(cell, grid) for cell in grid.row(row) if not cell.blank}
    return {column: (each.month, each.day) for column, each in found.items() if each}


def _is_day_row(grid: Grid, row: int) -> bool:
    """Tell whether a row is a run of days: at least four, one after another, and little else to their right."""
    columns = _day_columns(grid, row)
    origins = list(dict.fromkeys(grid.cell(row, column).origin for column in columns))
    days = [columns[column][1] for _, column in origins if column in columns]
    if len(days) < _FEWEST_DAYS:
        return False
    steps = [after - before for before, after in pairwise(days)]
    # A month may end within the row; a step back to its first days is that.
    rising = sum(step > 0 or (step < -20 and after <= 7) for step, after in zip(steps, days[1:], strict=True))
    said = [cell for cell in grid.row(row) if not cell.blank and cell.column >= min(columns)]
    return rising == len(steps) and len(columns) * 3 >= len(said) * 2


def _block(grid: Grid, row: int, end: int, reader: DateReader, gather: Gatherer) -> _Block:
    days: dict[int, _Day] = {}
    by_origin: dict[tuple[int, int], _Day] = {}
    for column in _day_columns(grid, row):
        cell = grid.cell(row, column)
        day = by_origin.get(cell.origin)
        if day is None:
            day = by_origin[cell.origin] = _complete(grid, cell, reader, gather)
        days[column] = _Day(cell, day.day, day.fault)
    first = row + 1
    while first <= end and _is_sub_head(grid, first, days, gather):
        first += 1
    return _Block(row, days, first, end, {c: role_of(grid.cell(row, c).text) for c in range(1, min(days))})


def _complete(grid: Grid, cell: GridCell, reader: DateReader, gather: Gatherer) -> _Day:
    written = written_date(cell, grid)
    if written is None:
        return _Day(cell)
    try:
        day = reader.complete(written)
    except DateFault as fault:
        return _Day(cell, None, fault)
    if written.weekday is not None:
        _check_weekday(grid, cell, day, written.weekday, gather)
    return _Day(cell, day)


def _check_weekday(grid: Grid, cell: GridCell, day: date, stated: int, gather: Gatherer) -> None:
    if stated != day.weekday():
        said, right = f"周{_WEEKDAYS[stated]}", f"周{_WEEKDAYS[day.weekday()]}"
        gather.warn(grid, cell, "weekday_differs", date=day, said=said, right=right)


def _is_sub_head(grid: Grid, row: int, days: dict[int, _Day], gather: Gatherer) -> bool:
    """Tell whether a row under the dates says their weekdays or shifts, and take that up."""
    cells = [(grid.cell(row, column), day) for column, day in days.items() if not grid.cell(row, column).blank]
    if not cells:
        return False
    same = [cell for cell, day in cells if cell.origin == day.cell.origin]
    if len(same) == len(cells):
        return True  # the dates themselves, merged down over the sub-head
    weekdays = [(cell, day, weekday_in(cell.text)) for cell, day in cells]
    if sum(stated is not None for _, _, stated in weekdays) * 2 > len(cells):
        for cell, day, stated in weekdays:
            if stated is not None and day.day is not None:
                _check_weekday(grid, cell, day.day, stated, gather)
        return True
    slots = [gather.room.slots.find(cell.text) for cell, _ in cells]
    labelled = any(gather.room.directory.someone_in(grid.cell(row, column).text) for column in range(1, min(days)))
    if all(slots) and not labelled:
        for (_, day), slot in zip(cells, slots, strict=True):
            day.slot = slot
        return True
    return False


class _LabelledRows:
    """Reads the rows below a row of dates by what stands to their left: a person, or a post."""

    def __init__(self, grid: Grid, block: _Block, gather: Gatherer) -> None:
        self._grid, self._block, self._gather = grid, block, gather
        self._room = gather.room
        self.persons = self.posts = 0
        self.labels: dict[str, str] = {}
        self._section: tuple[Post, ...] = ()
        self._told: set[int] = set()
        self._name_column = self._find_name_column()

    def read(self) -> None:
        for row in range(self._block.first, self._block.last + 1):
            left = [self._grid.cell(row, column) for column in range(1, min(self._block.days))]
            said = [cell for cell in left if not cell.blank]
            marks = [self._grid.cell(row, column) for column in self._block.days]
            marks = [cell for cell in marks if not cell.blank and cell.origin not in {each.origin for each in said}]
            if self._name_column is not None:
                self._person_row(row, said, marks)
            elif said:
                self._post_row(said)

    def _find_name_column(self) -> int | None:
        """Return the column that holds known names, or says that it holds names; None where posts stand there."""
        columns = range(1, min(self._block.days))
        rows = range(self._block.first, self._block.last + 1)
        known = {c: sum(self._is_name(self._grid.cell(row, c)) for row in rows) for c in columns}
        best = max(known, key=lambda column: known[column], default=0)
        if best and known[best]:
            return best
        named = [column for column, role in self._block.roles.items() if role is Role.NAME]
        posts = any(self._room.finder.find(self._grid.cell(row, c).text) for row in rows for c in columns)
        return named[0] if named and not posts else None

    def _is_name(self, cell: GridCell) -> bool:
        if cell.blank:
            return False
        names = read_names(cell.text, self._room.directory).mentions
        return len(names) == 1 and self._room.directory.knows(names[0].name)

    def _person_row(self, row: int, said: list[GridCell], marks: list[GridCell]) -> None:
        name_cell = self._grid.cell(row, self._name_column or 1)
        beside = [cell for cell in said if cell.origin != name_cell.origin]
        posts, slot = self._posts_beside(beside)
        if name_cell.blank:
            if said and any(not _OFF.fullmatch(squeezed(mark.text)) for mark in marks):
                self._gather.refuse(self._grid, name_cell, "name_missing_in_row")
            return
        if role_of(name_cell.text) is Role.NOTE:
            return  # totals, remarks
        if not marks and (section := self._room.finder.find(name_cell.text)):
            self._section = section
            return
        first, *more = read_names(name_cell.text, self._room.directory).mentions or (None,)
        if not marks or first is None:
            return
        if more:
            self._gather.refuse(self._grid, name_cell, "names_several_in_row", names=name_cell.text)
            return
        roles = self._block.roles
        hints = [cell.text for cell in beside if roles.get(cell.column) in (Role.PHONE, Role.UNIT)]
        mention = Mention(first.name, (*first.hints, *hints))
        self.persons += 1
        if not self._room.directory.bearers(mention.name):
            found = self._room.directory.match(mention, _LONG_AGO)
            self._gather.refuse(self._grid, name_cell, found.code, **dict(found.values))
            return
        for mark in marks:
            self._take_mark(mark, mention, posts or self._section, slot)

    def _posts_beside(self, beside: list[GridCell]) -> tuple[tuple[Post, ...], str | None]:
        posts: tuple[Post, ...] = ()
        slot: str | None = None
        for cell in beside:
            role = self._block.roles.get(cell.column)
            if role in (Role.PHONE, Role.SERIAL, Role.UNIT, Role.NOTE):
                continue
            slot = slot or self._room.slots.find(cell.text)
            if found := self._room.finder.find(cell.text):
                posts = posts or found
                self.labels[cell.text] = "、".join(post.name for post in found)
        return posts, slot

    def _take_mark(self, mark: GridCell, mention: Mention, posts: tuple[Post, ...], slot: str | None) -> None:
        if _OFF.fullmatch(squeezed(mark.text)):
            return
        day = self._day_of(mark.column)
        if day is None or day.day is None:
            return
        meant = self._meaning(mark.text, mention, posts)
        if meant is None:
            self._gather.refuse(self._grid, mark, "mark_unknown", mark=mark.text, name=mention.name)
            return
        where = Where(day.day, meant[1] or day.slot or slot, meant[0], (self._grid.sheet, self._block.row), day.cell)
        self._gather.put(self._grid, mark, where, mention)

    def _meaning(
        self, text: str, mention: Mention, posts: tuple[Post, ...]
    ) -> tuple[tuple[Post, ...], str | None] | None:
        """Return the posts and the shift that a mark means."""
        words, slot = squeezed(text), None
        if not _ON.fullmatch(words) and not any(squeezed(post.name) == words for post in self._room.posts):
            slot = self._room.slots.find(words)
            if slot is not None:
                words = ""
            else:
                for length in (2, 1):
                    slot = self._room.slots.find(words[:length]) if len(words) > length else None
                    if slot is not None:
                        words = words[length:]
                        break
        if not words or _ON.fullmatch(words):
            return posts or self._own_posts(mention), slot
        found = self._room.finder.find(words)
        self.labels |= {text: "、".join(post.name for post in found)} if found else {}
        return (found, slot) if found else None

    def _own_posts(self, mention: Mention) -> tuple[Post, ...]:
        """A mark without a word means: leads, for one who may lead; else the officers' posts in the rows' order."""
        bearers = self._room.directory.bearers(mention.name)
        leads = bool(bearers) and all(each.leader for each in bearers)
        return (self._room.finder.leaders() if leads else ()) or self._room.finder.officers() or self._room.posts

    def _post_row(self, said: list[GridCell]) -> None:
        slot: str | None = None
        posts: tuple[Post, ...] = ()
        label = ""
        for cell in said:
            cut, rest = self._room.slots.cut(cell.text)
            slot = cut or slot
            found = self._room.finder.find(rest) if rest else ()
            if found and role_of(rest) is not Role.PHONE:
                posts, label = found, cell.text
        row = said[0].row
        cells = [self._grid.cell(row, column) for column in self._block.days]
        cells = [cell for cell in cells if cell.origin not in {each.origin for each in said}]
        if not posts:
            if any(self._room.directory.someone_in(cell.text) for cell in cells):
                known = "、".join(post.name for post in self._room.posts)
                self._gather.refuse(self._grid, said[-1], "head_unknown", head=said[-1].text, posts=known)
            return
        self.posts += 1
        self.labels[label] = "、".join(post.name for post in posts)
        line = (self._grid.sheet, self._block.row)
        for cell in cells:
            day = self._day_of(cell.column, quietly=cell.blank)
            if day is not None and day.day is not None:
                where = Where(day.day, day.slot or slot, posts, line, day.cell)
                self._gather.put_text(self._grid, cell, where)

    def _day_of(self, column: int, *, quietly: bool = False) -> _Day | None:
        """Return the date of a column; tell once what is wrong with it."""
        day = self._block.days[column]
        if day.fault is not None and not quietly:
            key = 0 if day.fault.code == "month_not_told" else column
            if key not in self._told:
                self._told.add(key)
                values = {"written": day.cell.text, **day.fault.values}
                self._gather.refuse(self._grid, day.cell, day.fault.code, **values)
        return day
