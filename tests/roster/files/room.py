"""A duty room with made-up persons, and workbooks as rooms really have them, written for each test."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from openpyxl import Workbook

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.people.model import PersonEntry, UnitEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from duty_console.roster.files.model import RosterDraft
    from duty_console.roster.model import ShiftSlot

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 9, 25, 10, tzinfo=BEIJING)
UNITS = ("区应急局", "区水利局", "区消防大队")
PERSONS = (
    # name, unit, title, leader
    ("沈若谷", 0, "副区长", True),
    ("高子墨", 0, "局长", True),
    ("苏映雪", 0, "科员", False),
    ("罗景行", 0, "科员", False),
    ("林小舟", 1, "科长", False),
    ("王芳", 1, "干事", False),
    ("欧阳锋", 2, "参谋", False),
    ("阿依古丽·买买提", 2, "干事", False),
)
FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)


@contextmanager
def room(folder: Path, *slots: ShiftSlot, at: datetime = NOW) -> Iterator[Desk]:
    """Open a desk with posts 带班领导, 主班, 副班 since 2026-01-01 and eight persons."""
    with Desk.open(folder, FakeClock(at)) as desk:
        desk.roster.set_up_defaults(date(2026, 1, 1))
        if slots:
            desk.roster.set_pattern(date(2026, 1, 1), slots)
        units = [desk.people.add_unit(UnitEntry(name)).id for name in UNITS]
        for number, (name, unit, title, leader) in enumerate(PERSONS, 1):
            desk.people.add_person(PersonEntry(name, units[unit], title, f"138 0000 {number:04}", leader=leader))
        yield desk


def workbook(path: Path, rows: Iterable[Sequence[object]], merged: Sequence[str] = (), sheet: str = "Sheet1") -> Path:
    """Write one sheet of these rows."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for each in merged:
        page.merge_cells(each)
    book.save(path)
    return path


def cells(draft: RosterDraft) -> dict[tuple[str, str], tuple[str, ...]]:
    """Say a draft: (month-day and shift, post) to names."""
    several = len({cell.entry.slot for cell in draft.cells}) > 1
    return {
        (f"{cell.entry.shift_date:%m-%d}" + (f" {cell.entry.slot}" if several else ""), cell.post): cell.names
        for cell in draft.cells
    }


def problems(draft: RosterDraft) -> list[tuple[str, str]]:
    """Say a draft's problems: where and what."""
    return [(each.address, each.code) for each in draft.problems]


def warnings(draft: RosterDraft) -> list[tuple[str, str]]:
    """Say a draft's warnings: where and what."""
    return [(each.address, each.code) for each in draft.warnings]


def standing(desk: Desk, first: date = FIRST, last: date = LAST) -> dict[tuple[date, str, str], tuple[str, ...]]:
    """Say who is planned, by date, shift and post."""
    table = desk.roster.span(first, last)
    return {
        (row.day.date, row.shift.name, post.name): tuple(person.name for person in cell.persons)
        for row in table.rows
        for post, cell in zip(table.posts, row.cells, strict=True)
        if cell.persons
    }
