"""What a new pattern or another kind of day does to what is planned already, within somebody's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from duty_console.errors import InputProblem
from duty_console.roster.rules import ONE_DAY
from duty_console.roster.seats import shorten_cover
from duty_console.roster.tables import AssignmentRow, CoverRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from duty_console.roster.model import Shift
    from duty_console.roster.queries import Timetable


def planned_from(session: Session, valid_from: date, now: datetime) -> Sequence[AssignmentRow]:
    """Return the assignments that a pattern from this date on touches: the last shift before it too, for its end.

    Raises InputProblem `pattern_past` where one from this date on has begun.
    """
    touched = session.scalars(select(AssignmentRow).where(AssignmentRow.shift_date >= valid_from - ONE_DAY)).all()
    for row in touched:
        if row.shift_date >= valid_from and row.starts_at <= now:
            raise InputProblem("valid_from", "pattern_past", date=row.shift_date)
    return touched


def retime(
    session: Session, planned: Sequence[AssignmentRow], timetable: Timetable, now: datetime, *, and_clear: bool
) -> None:
    """Give planned persons, and who covers them, the new times of their shifts; who loses his shift is dropped.

    Raises InputProblem `pattern_drops_assignments` (`count`) where somebody would be, unless `and_clear`, and
    `pattern_past` where that would change who was on duty before now.
    """
    dropped: list[AssignmentRow] = []
    was: dict[tuple[date, str], tuple[datetime, datetime]] = {}
    for row in planned:
        was[row.shift_date, row.slot] = row.starts_at, row.ends_at
        shift = timetable.shift(row.shift_date, row.slot)
        if row.starts_at <= now and not _same_past(row, shift, now):
            raise InputProblem("valid_from", "pattern_past", date=row.shift_date)
        if shift is None:
            dropped.append(row)
        else:
            row.starts_at, row.ends_at = shift.starts_at, shift.ends_at
    covers = _retimed_covers(session, was, timetable, now)
    if (dropped or covers) and not and_clear:
        raise InputProblem("shifts", "pattern_drops_assignments", count=len(dropped) + len(covers))
    for row in dropped:
        session.delete(row)
    for cover in covers:
        shorten_cover(cover, now)


def _same_past(row: AssignmentRow, shift: Shift | None, now: datetime) -> bool:
    if shift is None or shift.starts_at != row.starts_at:
        return False
    return shift.ends_at == row.ends_at or (row.ends_at > now and shift.ends_at > now)


def _retimed_covers(
    session: Session, was: Mapping[tuple[date, str], tuple[datetime, datetime]], timetable: Timetable, now: datetime
) -> list[CoverRow]:
    """Move the covers to come with their shifts; return those that have no place any more.

    One from the beginning or up to the end of its shift stays so; the others keep their times as far as these fit.
    """
    query = select(CoverRow).where(CoverRow.cancelled_at.is_(None), CoverRow.ends_at > now)
    found: list[CoverRow] = []
    for cover in session.scalars(query.where(CoverRow.shift_date.in_({day for day, _slot in was}))):
        shift = timetable.shift(cover.shift_date, cover.slot)
        if shift is None:
            found.append(cover)
            continue
        begins, ends = was.get((cover.shift_date, cover.slot), (shift.starts_at, shift.ends_at))
        first = shift.starts_at if cover.starts_at == begins else max(cover.starts_at, shift.starts_at)
        last = shift.ends_at if cover.ends_at == ends else min(cover.ends_at, shift.ends_at)
        if first < last:
            cover.starts_at, cover.ends_at = first, last
        else:
            found.append(cover)
    return found
