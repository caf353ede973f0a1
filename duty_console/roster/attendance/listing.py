"""Attendance laid out: who is there at a moment, and the list of a shift. Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from duty_console.roster.attendance.model import AttendanceLine, OffPost, PresenceState, SignIn
from duty_console.roster.attendance.rules import Turn, turns_of
from duty_console.roster.month import by_shift
from duty_console.roster.presence import present_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from duty_console.roster.model import Shift
    from duty_console.roster.presence import Standing

_MINUTE = timedelta(minutes=1)


def states(
    at: datetime, shift: Shift, standing: Standing, signed: Sequence[SignIn], away: Sequence[OffPost]
) -> tuple[PresenceState, ...]:
    """Return who stands at each post at `at`, and who is off it while somebody else stands there."""
    places = {(post_id, person.id) for post_id, there in present_at(at, shift, standing).items() for person in there}
    sign_ins = {each.person_id: each for each in signed if (each.shift_date, each.slot) == (shift.date, shift.name)}
    off = {each.person_id: each for each in away if (each.shift_date, each.slot) == (shift.date, shift.name)}
    covering = {each.id for each in standing.covers if each.holds_at(at)}
    found: list[PresenceState] = []
    for turn in turns_of(shift, standing):
        stands, absence = (turn.post_id, turn.person_id) in places, off.get(turn.person_id)
        relieved = absence is not None and absence.post_id == turn.post_id and absence.cover_id in covering
        if stands or relieved:
            found.append(state(at, turn, sign_ins.get(turn.person_id), absence, stands=stands))
    return tuple(found)


def state(at: datetime, turn: Turn, sign_in: SignIn | None, absence: OffPost | None, *, stands: bool) -> PresenceState:
    """Return one person's state at `at`."""
    missing = turn.expected and sign_in is None and turn.due_at <= at
    return PresenceState(
        person_id=turn.person_id,
        post_id=turn.post_id,
        planned=turn.covers_for is None,
        covers_for=turn.covers_for,
        standing=stands,
        expected=turn.expected,
        due_at=turn.due_at,
        until=turn.until,
        sign_in=sign_in,
        missing_minutes=(at - turn.due_at) // _MINUTE if missing else None,
        off_post=absence,
    )


def lines(
    now: datetime, shifts: Sequence[Shift], standing: Standing, signed: Sequence[SignIn], away: Sequence[OffPost]
) -> tuple[AttendanceLine, ...]:
    """Return the attendance list of these shifts; a sign-in of who did not stand there in the end is kept in it."""
    of_shift, found = by_shift(standing), list[AttendanceLine]()
    for shift in shifts:
        sign_ins = {each.person_id: each for each in signed if (each.shift_date, each.slot) == (shift.date, shift.name)}
        off = [each for each in away if (each.shift_date, each.slot) == (shift.date, shift.name)]
        for turn in turns_of(shift, of_shift(shift)):
            if turn.due_at <= now:
                found.append(_line(now, turn, sign_ins.pop(turn.person_id, None), off))
        found += [_extra(shift, each) for each in sign_ins.values()]
    return tuple(found)


def _line(now: datetime, turn: Turn, sign_in: SignIn | None, off: Sequence[OffPost]) -> AttendanceLine:
    return AttendanceLine(
        shift_date=turn.shift.date,
        slot=turn.shift.name,
        post_id=turn.post_id,
        person_id=turn.person_id,
        planned=turn.covers_for is None,
        covers_for=turn.covers_for,
        expected=turn.expected,
        due_at=turn.due_at,
        until=turn.until,
        sign_in=sign_in,
        missing=turn.expected and sign_in is None and turn.due_at <= now,
        off_posts=tuple(each for each in off if (each.post_id, each.person_id) == (turn.post_id, turn.person_id)),
    )


def _extra(shift: Shift, sign_in: SignIn) -> AttendanceLine:
    return AttendanceLine(
        shift_date=shift.date,
        slot=shift.name,
        post_id=sign_in.post_id,
        person_id=sign_in.person_id,
        planned=False,
        covers_for=None,
        expected=False,
        due_at=sign_in.due_at,
        until=shift.ends_at,
        sign_in=sign_in,
        missing=False,
    )
