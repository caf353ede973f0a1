"""Covers and leaves within somebody's transaction: every refusal before anything is stored.

Neither touches the plan. A cover lies over one seat for a part of one shift; a leave takes a person out of every seat
for its time. Both are cancelled, never deleted.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from duty_console.errors import InputProblem
from duty_console.people.rules import tidy
from duty_console.people.tables import PersonRow
from duty_console.roster.queries import assignments, cover_of, covers_between, leave_of, leaves_between
from duty_console.roster.tables import CoverRow, LeaveRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from duty_console.roster.model import Cover, Leave, NewCover, NewLeave, Shift
    from duty_console.roster.queries import Timetable

REASON_MOST = 200
LONGEST_LEAVE = timedelta(days=366 * 3)
"""Leave to bear a child and similar; longer than that a person has left."""


def add_cover(
    session: Session, timetable: Timetable, now: datetime, new: NewCover, *, correcting: bool = False
) -> Cover:
    """Put somebody into another's seat for a part of a shift. What of it lies before `now` needs `correcting`.

    Raises InputProblem: `slot_unknown`, `person_unknown`, `person_left`, `cover_oneself`, `cover_times_wrong`,
    `cover_outside_shift`, `cover_past`, `cover_not_planned` (the person does not stand at that post), `cover_overlaps`
    (the seat is covered then already), `cover_busy` (the stand-in stands elsewhere then), `person_on_leave`.
    """
    new = replace(new, reason=tidy("reason", new.reason, REASON_MOST))
    shift = timetable.shift(new.shift_date, new.slot)
    if shift is None:
        raise InputProblem("slot", "slot_unknown", date=new.shift_date, slot=new.slot)
    if new.person_id == new.cover_person_id:
        raise InputProblem("cover_person_id", "cover_oneself")
    _check_times(new, shift, now, correcting=correcting)
    stand_in = _person(session, "cover_person_id", new.cover_person_id)
    person = _person(session, "person_id", new.person_id)
    if stand_in.left_at is not None and stand_in.left_at < new.ends_at:
        raise InputProblem("cover_person_id", "person_left", name=stand_in.name, at=stand_in.left_at)
    planned = [each for each in assignments(session, shift.date, shift.date) if each.slot == shift.name]
    if not any((each.post_id, each.person_id) == (new.post_id, new.person_id) for each in planned):
        raise InputProblem("person_id", "cover_not_planned", name=person.name, date=shift.date, slot=shift.name)
    _check_stand_in(session, new, stand_in, {each.person_id for each in planned})
    row = CoverRow(**asdict(new), recorded_at=now, cancelled_at=None)
    session.add(row)
    session.flush()
    return cover_of(row)


def _check_times(new: NewCover, shift: Shift, now: datetime, *, correcting: bool) -> None:
    if new.starts_at >= new.ends_at:
        raise InputProblem("ends_at", "cover_times_wrong")
    if new.starts_at < shift.starts_at or new.ends_at > shift.ends_at:
        raise InputProblem("starts_at", "cover_outside_shift", first=shift.starts_at, last=shift.ends_at)
    # An emergency is often written down a little after it began.
    if not correcting and new.starts_at < now - BEHIND:
        raise InputProblem("starts_at", "cover_past", at=new.starts_at)


BEHIND = timedelta(hours=1)
"""How long after its beginning a cover may be recorded without being a correction."""


def _check_stand_in(session: Session, new: NewCover, stand_in: PersonRow, planned: set[int]) -> None:
    around = timedelta(days=2)
    nearby = covers_between(session, new.shift_date - around, new.shift_date + around)
    meets = [each for each in nearby if each.starts_at < new.ends_at and each.ends_at > new.starts_at]
    for each in meets:
        same_shift = (each.shift_date, each.slot) == (new.shift_date, new.slot)
        if same_shift and (each.post_id, each.person_id) == (new.post_id, new.person_id):
            raise InputProblem("starts_at", "cover_overlaps", first=each.starts_at, last=each.ends_at)
        if each.cover_person_id == stand_in.id:
            raise InputProblem("cover_person_id", "cover_busy", name=stand_in.name)
    if stand_in.id in planned:
        raise InputProblem("cover_person_id", "cover_busy", name=stand_in.name)
    for leave in leaves_between(session, new.starts_at, new.ends_at):
        if leave.person_id == stand_in.id:
            raise InputProblem("cover_person_id", "person_on_leave", name=stand_in.name, until=leave.ends_at)


def end_cover(session: Session, cover_id: int, at: datetime) -> Cover:
    """Let a cover end at `at`, earlier than it was to; one that has not begun by then is cancelled.

    Raises InputProblem `cover_unknown`, `cover_over` for one that had ended before `at`.
    """
    row = session.get(CoverRow, cover_id)
    if row is None or row.cancelled_at is not None:
        raise InputProblem("cover_id", "cover_unknown", id=cover_id)
    if row.ends_at <= at:
        raise InputProblem("cover_id", "cover_over", at=row.ends_at)
    if at <= row.starts_at:
        row.cancelled_at = at
    else:
        row.ends_at = at
    session.flush()
    return cover_of(row)


def add_leave(session: Session, now: datetime, new: NewLeave) -> Leave:
    """Let a person be away for a time. The seats stay planned and become gaps until they are covered.

    Raises InputProblem: `person_unknown`, `person_left`, `leave_times_wrong`, `leave_too_long`, `leave_past` for one
    that begins before yesterday, `leave_overlaps` with another of the same person, `leave_covering` where the person
    stands in for somebody then.
    """
    new = replace(new, reason=tidy("reason", new.reason, REASON_MOST))
    person = _person(session, "person_id", new.person_id)
    if person.left_at is not None:
        raise InputProblem("person_id", "person_left", name=person.name, at=person.left_at)
    if new.starts_at >= new.ends_at:
        raise InputProblem("ends_at", "leave_times_wrong")
    if new.ends_at - new.starts_at > LONGEST_LEAVE:
        raise InputProblem("ends_at", "leave_too_long")
    if new.starts_at < now - timedelta(days=1):  # who calls in sick in the morning was away since midnight
        raise InputProblem("starts_at", "leave_past", at=new.starts_at)
    for other in leaves_between(session, new.starts_at, new.ends_at):
        if other.person_id == new.person_id:
            raise InputProblem("starts_at", "leave_overlaps", first=other.starts_at, last=other.ends_at)
    dates = (new.starts_at - timedelta(days=2)).date(), (new.ends_at + timedelta(days=1)).date()
    for cover in covers_between(session, *dates):
        meets = cover.starts_at < new.ends_at and cover.ends_at > new.starts_at
        if meets and cover.cover_person_id == new.person_id:
            raise InputProblem("starts_at", "leave_covering", name=person.name, at=cover.starts_at)
    row = LeaveRow(**asdict(new), recorded_at=now, cancelled_at=None)
    session.add(row)
    session.flush()
    return leave_of(row)


def cancel_leave(session: Session, leave_id: int, now: datetime) -> Leave:
    """Take a leave back: what of it is over stays, the rest is cancelled.

    Raises InputProblem `leave_unknown`, `leave_over`.
    """
    row = session.get(LeaveRow, leave_id)
    if row is None or row.cancelled_at is not None:
        raise InputProblem("leave_id", "leave_unknown", id=leave_id)
    if row.ends_at <= now:
        raise InputProblem("leave_id", "leave_over", at=row.ends_at)
    if now <= row.starts_at:
        row.cancelled_at = now
    else:
        row.ends_at = now
    session.flush()
    return leave_of(row)


def covers_of_person(session: Session, person_id: int, since: datetime) -> list[Cover]:
    """Return the covers that a person gives or gets from a moment on."""
    query = select(CoverRow).where(CoverRow.ends_at > since, CoverRow.cancelled_at.is_(None))
    query = query.where((CoverRow.person_id == person_id) | (CoverRow.cover_person_id == person_id))
    return [cover_of(row) for row in session.scalars(query.order_by(CoverRow.starts_at))]


def _person(session: Session, field: str, person_id: int) -> PersonRow:
    row = session.get(PersonRow, person_id)
    if row is None:
        raise InputProblem(field, "person_unknown", id=person_id)
    return row
