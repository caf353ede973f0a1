"""The use cases of attendance: sign in, leave the post, come back; and who was there when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from duty_console.clock import as_utc
from duty_console.errors import InputProblem
from duty_console.people.rules import tidy
from duty_console.roster import seats
from duty_console.roster.attendance import listing, queries
from duty_console.roster.attendance.rules import SIGN_IN_AHEAD, Turn, stays_until, turns_of
from duty_console.roster.attendance.tables import (
    BackRow,
    OffPostCorrectionRow,
    OffPostRow,
    SignInCorrectionRow,
    SignInRow,
)
from duty_console.roster.model import CoverKind, NewCover, PostKind
from duty_console.roster.presence import stretches_of
from duty_console.roster.queries import covers_between, rostered, standing, timetable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from duty_console.database.engine import Database
    from duty_console.room.service import Room
    from duty_console.roster.attendance.model import AttendanceLine, OffPost, PresenceState, SignIn
    from duty_console.roster.model import Cover, Shift
    from duty_console.roster.queries import Timetable
    from duty_console.roster.service import Roster

REASON_MOST = 200
AROUND = timedelta(days=1)


class _Place(NamedTuple):
    """Where a person stands now: the shift, the post, and up to when without a break."""

    shift: Shift
    post_id: int
    until: datetime


class Attendance:
    """Who signed in, who is off post, who is missing."""

    def __init__(self, database: Database, room: Room, roster: Roster) -> None:
        self._database = database
        self._room = room
        self._roster = roster

    # Sign-in

    def sign_in(self, person_id: int, at: datetime | None = None, reason: str = "") -> SignIn:
        """Sign a person in for the shift that runs or begins within two hours, now or at an earlier moment.

        Raises InputProblem: `person_unknown`, `time_in_future`, `sign_in_not_on_duty`, `sign_in_early` (`first`),
        `sign_in_twice` (`at`), `reason_missing` for a shift that is over by now.
        """
        now, said = self._database.clock.now(), tidy("reason", reason, REASON_MOST)
        when = now if at is None else as_utc(at)
        if when > now:
            raise InputProblem("at", "time_in_future")
        with self._database.write("sign_in") as session:
            turn = self._turn_to_sign(session, person_id, when)
            if turn.until <= now and not said:
                raise InputProblem("reason", "reason_missing")
            row = SignInRow(
                person_id=person_id,
                post_id=turn.post_id,
                shift_date=turn.shift.date,
                slot=turn.shift.name,
                due_at=turn.due_at,
                at=when,
                reason=said,
                recorded_at=now,
                recorded_by=self._database.identity.name,
            )
            session.add(row)
            session.flush()
            return _sign_in(session, row.id)

    def correct_sign_in(self, sign_in_id: int, at: datetime, reason: str) -> SignIn:
        """Correct the time of a sign-in; what was written first stays on record.

        Raises InputProblem: `sign_in_unknown`, `reason_missing`, `time_in_future`, `nothing_changed`.
        """
        now, said = self._database.clock.now(), tidy("reason", reason, REASON_MOST, missing="reason_missing")
        when = as_utc(at)
        if when > now:
            raise InputProblem("at", "time_in_future")
        with self._database.write("correct_sign_in") as session:
            if _sign_in(session, sign_in_id).at == when:
                raise InputProblem("at", "nothing_changed")
            who = self._database.identity.name
            session.add(
                SignInCorrectionRow(sign_in_id=sign_in_id, at=when, reason=said, recorded_at=now, recorded_by=who)
            )
            session.flush()
            return _sign_in(session, sign_in_id)

    def _turn_to_sign(self, session: Session, person_id: int, at: datetime) -> Turn:
        person = rostered(session, (person_id,)).get(person_id)
        if person is None:
            raise InputProblem("person_id", "person_unknown", id=person_id)
        turns = [each for each in self._turns(session, at) if each.person_id == person_id and at < each.until]
        if not turns:
            raise InputProblem("person_id", "sign_in_not_on_duty", name=person.name)
        near = [each for each in turns if each.due_at - SIGN_IN_AHEAD <= at]
        if not near:
            first = min(each.due_at for each in turns) - SIGN_IN_AHEAD
            local = first.astimezone(self._room.zone_in(session))
            raise InputProblem("at", "sign_in_early", name=person.name, first=f"{local:%m-%d %H:%M}")
        signed = {(each.shift_date, each.slot): each for each in _signed(session, near) if each.person_id == person_id}
        for turn in sorted(near, key=lambda each: each.due_at):
            if (turn.shift.date, turn.shift.name) not in signed:
                return turn
        last = max(signed.values(), key=lambda each: each.due_at).at.astimezone(self._room.zone_in(session))
        raise InputProblem("person_id", "sign_in_twice", name=person.name, at=f"{last:%m-%d %H:%M}")

    # Off post

    def off_post(
        self, person_id: int, reason: str, cover_person_id: int | None = None, until: datetime | None = None
    ) -> OffPost:
        """Let a person leave the post now; who stands there meanwhile, if anybody, is on duty until `back`.

        Raises InputProblem: `reason_missing`, `person_unknown`, `off_post_not_there` (does not stand at a post now),
        `off_post_already` (`at`), `off_post_until_wrong`, and for the stand-in as `seats.check_cover` does.
        """
        now, said = self._database.clock.now(), tidy("reason", reason, REASON_MOST, missing="reason_missing")
        until = None if until is None else as_utc(until)
        with self._database.write("leave_post") as session:
            times = self._timetable(session)
            place = self._place(session, times, person_id, now)
            self._refuse_second(session, place.shift, person_id, now)
            if until is not None and not now < until <= place.until:
                raise InputProblem("until", "off_post_until_wrong")
            ends, cover_id = until or place.until, None
            if cover_person_id is not None:
                key = (place.shift.date, place.shift.name, place.post_id, person_id, cover_person_id)
                cover_id = seats.add_cover(session, times, now, NewCover(*key, now, ends, CoverKind.OFF_POST, said)).id
            row = OffPostRow(
                person_id=person_id,
                post_id=place.post_id,
                shift_date=place.shift.date,
                slot=place.shift.name,
                since=now,
                until=until,
                ends_at=place.until,
                reason=said,
                cover_person_id=cover_person_id,
                cover_id=cover_id,
                recorded_at=now,
                recorded_by=self._database.identity.name,
            )
            session.add(row)
            session.flush()
            return _off_post(session, row.id)

    def back(self, off_post_id: int) -> OffPost:
        """Write down that the person is back now; the stand-in's time ends.

        Raises InputProblem: `off_post_unknown`, `off_post_back_already`, `off_post_over` (the person's time was over).
        """
        now = self._database.clock.now()
        with self._database.write("back_at_post") as session:
            away = _off_post(session, off_post_id)
            if away.back_at is not None:
                raise InputProblem("off_post_id", "off_post_back_already")
            if away.ends_at <= now:
                raise InputProblem("off_post_id", "off_post_over")
            if away.cover_id is not None:
                self._relieve(session, away, now)
            session.add(BackRow(off_post_id=off_post_id, at=now, recorded_by=self._database.identity.name))
            session.flush()
            return _off_post(session, off_post_id)

    def correct_off_post(self, off_post_id: int, since: datetime, back_at: datetime | None, reason: str) -> OffPost:
        """Correct when a person was off post; who was on duty stays as it was.

        Raises InputProblem: `off_post_unknown`, `reason_missing`, `time_in_future`, `off_post_times_wrong`.
        """
        now, said = self._database.clock.now(), tidy("reason", reason, REASON_MOST, missing="reason_missing")
        since, back_at = as_utc(since), None if back_at is None else as_utc(back_at)
        if since > now or (back_at is not None and back_at > now):
            raise InputProblem("since", "time_in_future")
        if back_at is not None and back_at <= since:
            raise InputProblem("back_at", "off_post_times_wrong")
        with self._database.write("correct_off_post") as session:
            _off_post(session, off_post_id)
            session.add(
                OffPostCorrectionRow(
                    off_post_id=off_post_id,
                    since=since,
                    back_at=back_at,
                    reason=said,
                    recorded_at=now,
                    recorded_by=self._database.identity.name,
                )
            )
            session.flush()
            return _off_post(session, off_post_id)

    def _place(self, session: Session, times: Timetable, person_id: int, now: datetime) -> _Place:
        person = rostered(session, (person_id,)).get(person_id)
        if person is None:
            raise InputProblem("person_id", "person_unknown", id=person_id)
        shift = times.shift_at(now)
        if shift is not None:
            there = standing(session, shift.date, shift.date, (shift,))
            stretches = stretches_of(shift, there)
            for post in there.posts:
                until = stays_until(stretches, post.id, person_id, now)
                if until is not None and post.kind is not PostKind.STANDBY:
                    return _Place(shift, post.id, until)
        raise InputProblem("person_id", "off_post_not_there", name=person.name)

    def _refuse_second(self, session: Session, shift: Shift, person_id: int, now: datetime) -> None:
        for each in queries.off_posts(session, shift.date, shift.date):
            if each.person_id == person_id and each.slot == shift.name and each.holds_at(now):
                since = each.since.astimezone(self._room.zone_in(session))
                raise InputProblem("person_id", "off_post_already", at=f"{since:%H:%M}")

    def _relieve(self, session: Session, away: OffPost, now: datetime) -> None:
        """End the time of who stood in. Who was a stand-in himself gets the seat back that he had."""
        covers = [
            each
            for each in covers_between(session, away.shift_date, away.shift_date)
            if (each.slot, each.post_id) == (away.slot, away.post_id)
        ]
        own = next((each for each in covers if each.id == away.cover_id), None)
        if own is None:
            return
        running = [
            each
            for each in covers
            if each.person_id == own.person_id and each.kind is CoverKind.OFF_POST and each.ends_at > now
        ]
        # Not the part of a cover that goes on after the absence, which is not of this kind.
        for each in running:
            seats.end_cover(session, each.id, now, now)
        if running and own.person_id != away.person_id:
            self._resume(session, away, own, max(each.ends_at for each in running), covers, now)

    def _resume(
        self, session: Session, away: OffPost, own: Cover, until: datetime, covers: Sequence[Cover], now: datetime
    ) -> None:
        was = [each for each in covers if (each.person_id, each.cover_person_id) == (own.person_id, away.person_id)]
        kind, reason = (was[0].kind, was[0].reason) if was else (CoverKind.COVER, away.reason)
        key = (away.shift_date, away.slot, away.post_id, own.person_id, away.person_id)
        seats.add_cover(session, self._timetable(session), now, NewCover(*key, now, until, kind, reason))

    # Reading

    def state(self, at: datetime) -> tuple[PresenceState, ...]:
        """Return who stands at each post at a moment or is off it, in the order of the posts."""
        at = as_utc(at)
        with self._database.read() as session:
            times = self._timetable(session)
            shift = times.shift_at(at)
            if shift is None:
                return ()
            there = standing(session, shift.date, shift.date, (shift,))
            signed = [each for each in queries.sign_ins(session, shift.date, shift.date) if each.at <= at]
            away = [each for each in queries.off_posts(session, shift.date, shift.date) if each.holds_at(at)]
        return listing.states(at, shift, there, signed, away)

    def coming(self, at: datetime) -> tuple[PresenceState, ...]:
        """Return whose own time begins within two hours after `at`: who may sign in already."""
        at = as_utc(at)
        with self._database.read() as session:
            turns = [each for each in self._turns(session, at) if at < each.due_at <= at + SIGN_IN_AHEAD]
            signed = {
                (each.shift_date, each.slot, each.person_id): each for each in _signed(session, turns) if each.at <= at
            }
        return tuple(
            listing.state(at, each, signed.get((each.shift.date, each.shift.name, each.person_id)), None, stands=False)
            for each in turns
        )

    def sign_ins(self, first: date, last: date) -> tuple[SignIn, ...]:
        """Return the sign-ins for the shifts of these dates, in the order they were written."""
        with self._database.read() as session:
            return tuple(queries.sign_ins(session, first, last))

    def off_posts(self, first: date, last: date) -> tuple[OffPost, ...]:
        """Return who was off post in the shifts of these dates, in the order it was written."""
        with self._database.read() as session:
            return tuple(queries.off_posts(session, first, last))

    def history(self, first: date, last: date) -> tuple[AttendanceLine, ...]:
        """Return who was to be there in the shifts of these dates up to now, with sign-ins and absences.

        Somebody who signed in and then did not stand there is among them. Raises InputProblem `dates_wrong`.
        """
        now = self._database.clock.now()
        shifts = [each for each in self._roster.shifts_between(first, last) if each.starts_at <= now]
        with self._database.read() as session:
            there = standing(session, first, last, shifts)
            signed, away = queries.sign_ins(session, first, last), queries.off_posts(session, first, last)
        return listing.lines(now, shifts, there, signed, away)

    def _timetable(self, session: Session) -> Timetable:
        return timetable(session, self._room.zone_in(session))

    def _turns(self, session: Session, at: datetime) -> list[Turn]:
        """Return everybody's time in the shifts around a moment."""
        times = self._timetable(session)
        today = at.astimezone(times.zone).date()
        days = [today + AROUND * number for number in (-1, 0, 1)]
        shifts = [shift for day in days for shift in times.shifts_of(day)]
        there = standing(session, days[0], days[-1], shifts)
        return [turn for shift in shifts for turn in turns_of(shift, there)]


def _signed(session: Session, turns: Sequence[Turn]) -> list[SignIn]:
    if not turns:
        return []
    days = [each.shift.date for each in turns]
    return queries.sign_ins(session, min(days), max(days))


def _sign_in(session: Session, sign_in_id: int) -> SignIn:
    found = queries.sign_in(session, sign_in_id)
    if found is None:
        raise InputProblem("sign_in_id", "sign_in_unknown", id=sign_in_id)
    return found


def _off_post(session: Session, off_post_id: int) -> OffPost:
    found = queries.off_post(session, off_post_id)
    if found is None:
        raise InputProblem("off_post_id", "off_post_unknown", id=off_post_id)
    return found
