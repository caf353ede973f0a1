"""What a new pattern or another kind of day does to what is planned already, within somebody's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from duty_console.errors import InputProblem
from duty_console.roster.rules import ONE_DAY
from duty_console.roster.tables import AssignmentRow, CoverRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from duty_console.roster.queries import Timetable


def planned_from(session: Session, valid_from: date, now: datetime) -> Sequence[AssignmentRow]:
    """Return the assignments that a pattern from this date on touches: the last shift before it too, for its end.

    Raises InputProblem `pattern_past` where one of them has begun.
    """
    eve = valid_from - ONE_DAY
    touched = session.scalars(select(AssignmentRow).where(AssignmentRow.shift_date >= eve)).all()
    for row in touched:
        begun = row.ends_at if row.shift_date == eve else row.starts_at
        if begun <= now:
            raise InputProblem("valid_from", "pattern_past", date=row.shift_date)
    return touched


def retime(
    session: Session, planned: Sequence[AssignmentRow], timetable: Timetable, now: datetime, *, and_clear: bool
) -> None:
    """Give planned persons the new times of their shifts; who loses his shift is dropped, as a cover that fits no more.

    Raises InputProblem `pattern_drops_assignments` (`count`) where somebody would be, unless `and_clear`.
    """
    dropped: list[AssignmentRow] = []
    for row in planned:
        shift = timetable.shift(row.shift_date, row.slot)
        if shift is None:
            dropped.append(row)
        else:
            row.starts_at, row.ends_at = shift.starts_at, shift.ends_at
    covers = _covers_outside(session, planned, timetable, now)
    if (dropped or covers) and not and_clear:
        raise InputProblem("shifts", "pattern_drops_assignments", count=len(dropped) + len(covers))
    for row in dropped:
        session.delete(row)
    for cover in covers:
        cover.cancelled_at = now


def _covers_outside(
    session: Session, planned: Sequence[AssignmentRow], timetable: Timetable, now: datetime
) -> list[CoverRow]:
    """Return the covers to come that do not fit into their shifts any more."""
    dates = {row.shift_date for row in planned}
    query = select(CoverRow).where(CoverRow.cancelled_at.is_(None), CoverRow.ends_at > now)
    found: list[CoverRow] = []
    for cover in session.scalars(query.where(CoverRow.shift_date.in_(dates))):
        shift = timetable.shift(cover.shift_date, cover.slot)
        if shift is None or not shift.starts_at <= cover.starts_at < cover.ends_at <= shift.ends_at:
            found.append(cover)
    return found
