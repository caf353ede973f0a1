"""Leaves within somebody's transaction: every refusal before anything is stored.

A leave does not touch the plan: it takes a person out of every seat for its time. It is cancelled or ends earlier,
never deleted. Where the person stood on duty by the record already, that is kept as a correction.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.people.rules import tidy
from duty_console.roster.presence import stretches_of
from duty_console.roster.queries import covers_between, leave_of, leaves_between, rostered, standing
from duty_console.roster.seats import REASON_MOST, correct
from duty_console.roster.tables import LeaveRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from duty_console.roster.model import Leave, NewLeave, Stretch
    from duty_console.roster.queries import Timetable

LONGEST_LEAVE = timedelta(days=366 * 3)
"""Leave to bear a child and similar; longer than that a person has left."""
LEAVE_BEHIND = timedelta(days=1)
"""How long after its beginning a leave may be recorded: who calls in sick in the morning was away since midnight."""


def add_leave(session: Session, timetable: Timetable, now: datetime, new: NewLeave) -> Leave:
    """Let a person be away for a time. The seats stay planned and become gaps until they are covered.

    Raises InputProblem: `person_unknown`, `person_left`, `leave_times_wrong`, `leave_too_long`, `leave_past` for one
    that began more than a day ago or is over, `leave_overlaps` with another of the same person, `leave_covering`
    where the person stands in for somebody then.
    """
    new = replace(new, reason=tidy("reason", new.reason, REASON_MOST))
    person = rostered(session, (new.person_id,)).get(new.person_id)
    if person is None:
        raise InputProblem("person_id", "person_unknown", id=new.person_id)
    if person.left_at is not None and person.left_at < new.ends_at:
        raise InputProblem("person_id", "person_left", name=person.name, at=person.left_at)
    _check_times(session, now, new)
    _check_covers(session, new, person.name)
    stood = _stood(session, timetable, now, new)
    row = LeaveRow(**asdict(new), recorded_at=now, cancelled_at=None)
    session.add(row)
    session.flush()
    for each in stood:
        since = max(new.starts_at, each.starts_at).astimezone(timetable.zone)
        until = min(now, new.ends_at, each.ends_at).astimezone(timetable.zone)
        after = f"{new.kind.zh}（{since:%H:%M}—{until:%H:%M}）"
        correct(session, now, each.shift, each.post_id, person.name, after, new.reason or new.kind.zh)
    return leave_of(row)


def _check_times(session: Session, now: datetime, new: NewLeave) -> None:
    if new.starts_at >= new.ends_at:
        raise InputProblem("ends_at", "leave_times_wrong")
    if new.ends_at - new.starts_at > LONGEST_LEAVE:
        raise InputProblem("ends_at", "leave_too_long")
    if new.starts_at < now - LEAVE_BEHIND or new.ends_at <= now:
        raise InputProblem("starts_at", "leave_past", at=new.starts_at)
    for other in leaves_between(session, new.starts_at, new.ends_at):
        if other.person_id == new.person_id:
            raise InputProblem("starts_at", "leave_overlaps", first=other.starts_at, last=other.ends_at)


def _check_covers(session: Session, new: NewLeave, name: str) -> None:
    dates = (new.starts_at - timedelta(days=2)).date(), (new.ends_at + timedelta(days=1)).date()
    for cover in covers_between(session, *dates):
        meets = cover.starts_at < new.ends_at and cover.ends_at > new.starts_at
        if meets and cover.cover_person_id == new.person_id:
            raise InputProblem("starts_at", "leave_covering", name=name, at=cover.starts_at)


def _stood(session: Session, timetable: Timetable, now: datetime, new: NewLeave) -> list[Stretch]:
    """Return where the person stood by the record in the part of a leave that is already past."""
    if new.starts_at >= now:
        return []
    first, last = new.starts_at.date() - timedelta(days=2), now.date() + timedelta(days=1)
    days = (first + timedelta(number) for number in range((last - first).days + 1))
    shifts = [shift for day in days for shift in timetable.shifts_of(day)]
    there = standing(session, first, last, shifts)
    return [
        each
        for shift in shifts
        if shift.starts_at < now and shift.ends_at > new.starts_at
        for each in stretches_of(shift, there)
        if new.person_id in each.persons and each.starts_at < min(now, new.ends_at) and each.ends_at > new.starts_at
    ]


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
