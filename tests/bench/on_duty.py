"""Who is on duty at a moment, and a month of the roster, with ten years behind: against the same rows read raw."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from duty_console.database.types import to_micros
from duty_console.desk import Desk
from tests.bench.table import at_most, paired
from tests.bench.ten_years import ten_years

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tests.bench.table import Measure

PLANNED = """
SELECT a.*, p.name, p.title, p.phone, p.left_at FROM assignment AS a JOIN person AS p ON p.id = a.person_id
 WHERE a.shift_date BETWEEN ? AND ?
"""
AROUND = (
    ("SELECT * FROM duty_room", ()),
    ("SELECT * FROM shift_pattern", ()),
    ("SELECT * FROM post", ()),
)
COVERS = "SELECT * FROM duty_cover WHERE shift_date BETWEEN ? AND ? AND cancelled_at IS NULL"
LEAVES = "SELECT * FROM duty_leave WHERE ends_at > ? AND starts_at < ? AND cancelled_at IS NULL"
DAYS = "SELECT * FROM calendar_day WHERE date BETWEEN ? AND ?"


def rows() -> list[Measure]:
    """Each answer in turn with its rows."""
    folder = ten_years()
    raw = sqlite3.connect(folder / "duty.db")
    with Desk.open(folder) as desk:
        now = desk.clock.now()
        shift = desk.roster.shift_at(now)
        table = desk.roster.month(now.year, now.month)
        if shift is None:
            raise RuntimeError("the sample room has no shift now")
        moment = _reading(raw, shift.date, shift.date, to_micros(shift.starts_at), to_micros(shift.ends_at))
        first, last = table.days[0].date, table.days[-1].date
        span = (to_micros(table.rows[0].shift.starts_at), to_micros(table.rows[-1].shift.ends_at))
        month = _reading(raw, first, last, *span)
        answer = paired(lambda: desk.roster.on_duty_at(now), moment, 60)
        page = paired(lambda: desk.roster.month(now.year, now.month), month, 30)
    return [
        at_most("who is on duty at T, ten years", *answer, "ms", 40),
        at_most("read a month of the roster, ten years", *page, "ms", 40),
    ]


def _reading(raw: sqlite3.Connection, first: date, last: date, starts: int, ends: int) -> Callable[[], object]:
    dates = (first.isoformat(), last.isoformat())

    def read() -> object:
        found = [raw.execute(query, values).fetchall() for query, values in AROUND]
        found += [raw.execute(query, dates).fetchall() for query in (PLANNED, COVERS, DAYS)]
        return [*found, raw.execute(LEAVES, (starts, ends)).fetchall()]

    return read
