"""Covers within somebody's transaction: every refusal before anything is stored.

A cover does not touch the plan: it lies over one seat for a part of one shift. It is cancelled or ends earlier, never
deleted. What it changes of the time that is already past is kept as a correction.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from duty_console.errors import InputProblem
from duty_console.people.rules import tidy
from duty_console.people.tables import PersonRow
from duty_console.roster.model import NewCover, PostKind
from duty_console.roster.queries import assignments, cover_of, covers_between, leaves_between
from duty_console.roster.tables import CoverRow, PostRow, RosterCorrectionRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from duty_console.roster.model import Assignment, Cover, Shift
    from duty_console.roster.queries import Timetable

REASON_MOST = 200
BEHIND = timedelta(hours=1)
"""How long after its beginning a cover may be recorded: an emergency is often written down a little later."""


class CheckedCover(NamedTuple):
    """A cover that may be added. `relieved` is the stand-in's own cover that it cuts, where a stand-in is relieved."""

    new: NewCover
    shift: Shift
    relieved: Cover | None


def add_cover(
    session: Session, timetable: Timetable, now: datetime, new: NewCover, *, correcting: bool = False
) -> Cover:
    """Put somebody into another's seat for a part of a shift. Raises InputProblem as `check_cover` does.

    Where that other is a stand-in himself, his cover is cut: the seat stays that of whom it was planned for. What
    lies before `now` is kept as a correction.
    """
    checked = check_cover(session, timetable, now, new, correcting=correcting)
    if checked.relieved is not None:
        _cut(session, checked.relieved, checked.new, now)
    found = _stored(session, checked.new, now)
    if found.starts_at < now:
        until = min(found.ends_at, now).astimezone(timetable.zone)
        hours = f"{found.starts_at.astimezone(timetable.zone):%H:%M}—{until:%H:%M}"
        before = _person(session, "person_id", new.person_id).name
        after = f"{_person(session, 'cover_person_id', new.cover_person_id).name}（{hours}）"
        correct(session, now, checked.shift, found.post_id, before, after, found.reason or found.kind.zh)
    return found


def check_cover(
    session: Session, timetable: Timetable, now: datetime, new: NewCover, *, correcting: bool = False
) -> CheckedCover:
    """Refuse a cover that cannot be. One that began more than an hour before `now` needs `correcting`.

    Raises InputProblem: `slot_unknown`, `person_unknown`, `person_left`, `cover_oneself`, `cover_times_wrong`,
    `cover_outside_shift`, `cover_past`, `cover_not_planned` (the person does not stand at that post), `cover_own_seat`
    (who is to relieve a stand-in is the planned one), `cover_overlaps` (the seat is covered then already),
    `cover_busy` (the stand-in stands elsewhere then), `person_on_leave`.
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
    relieved = _relieved(session, new, planned)
    if relieved is not None:
        new = replace(new, person_id=relieved.person_id)
        if new.person_id == new.cover_person_id:
            raise InputProblem("cover_person_id", "cover_own_seat", name=stand_in.name)
    elif not any((each.post_id, each.person_id) == (new.post_id, new.person_id) for each in planned):
        raise InputProblem("person_id", "cover_not_planned", name=person.name, date=shift.date, slot=shift.name)
    _check_stand_in(session, new, stand_in, planned, relieved)
    return CheckedCover(new, shift, relieved)


def _check_times(new: NewCover, shift: Shift, now: datetime, *, correcting: bool) -> None:
    if new.starts_at >= new.ends_at:
        raise InputProblem("ends_at", "cover_times_wrong")
    if new.starts_at < shift.starts_at or new.ends_at > shift.ends_at:
        raise InputProblem("starts_at", "cover_outside_shift", first=shift.starts_at, last=shift.ends_at)
    if not correcting and (new.starts_at < now - BEHIND or new.ends_at <= now):
        raise InputProblem("starts_at", "cover_past", at=new.starts_at)


def _relieved(session: Session, new: NewCover, planned: Iterable[Assignment]) -> Cover | None:
    """Return the cover by which `person_id` stands at the post all that time, where he is not planned there."""
    if any((each.post_id, each.person_id) == (new.post_id, new.person_id) for each in planned):
        return None
    for cover in covers_between(session, new.shift_date, new.shift_date):
        there = (cover.slot, cover.post_id, cover.cover_person_id) == (new.slot, new.post_id, new.person_id)
        if there and cover.starts_at <= new.starts_at and new.ends_at <= cover.ends_at:
            return cover
    return None


def _check_stand_in(
    session: Session, new: NewCover, stand_in: PersonRow, planned: Iterable[Assignment], relieved: Cover | None
) -> None:
    around = timedelta(days=2)
    nearby = covers_between(session, new.shift_date - around, new.shift_date + around)
    meets = [each for each in nearby if each.starts_at < new.ends_at and each.ends_at > new.starts_at]
    for each in meets:
        if each == relieved:
            continue
        same_shift = (each.shift_date, each.slot) == (new.shift_date, new.slot)
        if same_shift and (each.post_id, each.person_id) == (new.post_id, new.person_id):
            raise InputProblem("starts_at", "cover_overlaps", first=each.starts_at, last=each.ends_at)
        if each.cover_person_id == stand_in.id:
            raise InputProblem("cover_person_id", "cover_busy", name=stand_in.name)
    own = {each.post_id for each in planned if each.person_id == stand_in.id}
    # Who stands by is there to be called; while he stands in, nobody stands by for him.
    if own and not (_all_stand_by(session, own) and not _all_stand_by(session, {new.post_id})):
        raise InputProblem("cover_person_id", "cover_busy", name=stand_in.name)
    for leave in leaves_between(session, new.starts_at, new.ends_at):
        if leave.person_id == stand_in.id:
            raise InputProblem("cover_person_id", "person_on_leave", name=stand_in.name, until=leave.ends_at)


def _all_stand_by(session: Session, post_ids: set[int]) -> bool:
    kinds = session.scalars(select(PostRow.kind).where(PostRow.id.in_(post_ids)))
    return all(kind is PostKind.STANDBY for kind in kinds)


def _stored(session: Session, new: NewCover, now: datetime) -> Cover:
    row = CoverRow(**asdict(new), recorded_at=now, cancelled_at=None)
    session.add(row)
    session.flush()
    return cover_of(row)


def _cut(session: Session, relieved: Cover, new: NewCover, now: datetime) -> None:
    """Take the time of a new cover out of the one it relieves; after it the old stand-in goes on."""
    row = session.get_one(CoverRow, relieved.id)
    if relieved.starts_at < new.starts_at:
        row.ends_at = new.starts_at
    else:
        row.cancelled_at = now
    if new.ends_at < relieved.ends_at:
        _stored(session, replace(_again(relieved), starts_at=new.ends_at), now)


def _again(cover: Cover) -> NewCover:
    return NewCover(
        cover.shift_date,
        cover.slot,
        cover.post_id,
        cover.person_id,
        cover.cover_person_id,
        cover.starts_at,
        cover.ends_at,
        cover.kind,
        cover.reason,
    )


def end_cover(session: Session, cover_id: int, at: datetime, now: datetime) -> Cover:
    """Let a cover end at `at`, earlier than it was to; one that has not begun by then is cancelled.

    Raises InputProblem `cover_unknown`, `cover_over` for one that had ended before `at`, `cover_end_past` for a moment
    before `now`: who stood there till now did stand there.
    """
    row = session.get(CoverRow, cover_id)
    if row is None or row.cancelled_at is not None:
        raise InputProblem("cover_id", "cover_unknown", id=cover_id)
    if row.ends_at <= at:
        raise InputProblem("cover_id", "cover_over", at=row.ends_at)
    if at < now:
        raise InputProblem("at", "cover_end_past", at=at)
    if at <= row.starts_at:
        row.cancelled_at = now
    else:
        row.ends_at = at
    session.flush()
    return cover_of(row)


def shorten_cover(row: CoverRow, now: datetime) -> None:
    """Let a cover end now because its seat is no more; of one that has begun stays what was."""
    if row.starts_at < now:
        row.ends_at = min(row.ends_at, now)
    else:
        row.cancelled_at = now


def covers_of_person(session: Session, person_id: int, since: datetime) -> list[Cover]:
    """Return the covers that a person gives or gets from a moment on."""
    query = select(CoverRow).where(CoverRow.ends_at > since, CoverRow.cancelled_at.is_(None))
    query = query.where((CoverRow.person_id == person_id) | (CoverRow.cover_person_id == person_id))
    return [cover_of(row) for row in session.scalars(query.order_by(CoverRow.starts_at))]


def correct(session: Session, now: datetime, shift: Shift, post_id: int, before: str, after: str, reason: str) -> None:
    """Keep on record that who stood at a post in time already past is no longer what it was, and why."""
    session.add(
        RosterCorrectionRow(
            recorded_at=now,
            shift_date=shift.date,
            slot=shift.name,
            post=session.get_one(PostRow, post_id).name,
            before=before,
            after=after,
            reason=reason,
        )
    )
    session.flush()


def _person(session: Session, field: str, person_id: int) -> PersonRow:
    row = session.get(PersonRow, person_id)
    if row is None:
        raise InputProblem(field, "person_unknown", id=person_id)
    return row
