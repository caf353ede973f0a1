"""The use cases of attendance: sign in, leave the post, come back; and who was there when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from duty_console.database.engine import Database
    from duty_console.room.service import Room
    from duty_console.roster.attendance.model import AttendanceLine, OffPost, PresenceState, SignIn
    from duty_console.roster.service import Roster


class Attendance:
    """Who signed in, who is off post, who is missing."""

    def __init__(self, database: Database, room: Room, roster: Roster) -> None:
        self._database = database
        self._room = room
        self._roster = roster

    def sign_in(self, person_id: int, at: datetime | None = None, reason: str = "") -> SignIn:
        """Sign a person in for the shift that runs or begins within two hours, now or at an earlier moment."""
        raise NotImplementedError

    def correct_sign_in(self, sign_in_id: int, at: datetime, reason: str) -> SignIn:
        """Correct the time of a sign-in, with a reason; what was written first stays on record."""
        raise NotImplementedError

    def off_post(
        self, person_id: int, reason: str, cover_person_id: int | None = None, until: datetime | None = None
    ) -> OffPost:
        """Let a person leave the post now; who stands there meanwhile, if anybody, is on duty until `back`."""
        raise NotImplementedError

    def back(self, off_post_id: int) -> OffPost:
        """Write down that the person is back now; the stand-in's time ends."""
        raise NotImplementedError

    def correct_off_post(self, off_post_id: int, since: datetime, back_at: datetime | None, reason: str) -> OffPost:
        """Correct when a person was off post, with a reason; who was on duty stays as it was."""
        raise NotImplementedError

    def state(self, at: datetime) -> tuple[PresenceState, ...]:
        """Return who stands at each post at a moment or is off it, in the order of the posts."""
        raise NotImplementedError

    def sign_ins(self, first: date, last: date) -> tuple[SignIn, ...]:
        """Return the sign-ins for the shifts of these dates, in the order they were written."""
        raise NotImplementedError

    def off_posts(self, first: date, last: date) -> tuple[OffPost, ...]:
        """Return who was off post in the shifts of these dates, in the order it was written."""
        raise NotImplementedError

    def history(self, first: date, last: date) -> tuple[AttendanceLine, ...]:
        """Return who was to be there in the shifts of these dates up to now, with sign-ins and absences."""
        raise NotImplementedError
