"""The use cases of changing the roster: propose, consent, approve; or stand in at once and be confirmed after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from duty_console.database.engine import Database
    from duty_console.room.service import Room
    from duty_console.roster.model import Cover, Leave, NewCover, NewLeave
    from duty_console.roster.service import Roster
    from duty_console.roster.substitution.model import ConsentHow, LeaveRecord, Proposal, SeatKey


class Substitution:
    """Who stands in for whom, agreed by both, approved by a leader, and kept."""

    def __init__(self, database: Database, room: Room, roster: Roster) -> None:
        self._database = database
        self._room = room
        self._roster = roster

    def propose_cover(self, new: NewCover, by: str = "") -> Proposal:
        """Propose that somebody stands in for a part of a shift. Nothing changes before it is approved."""
        raise NotImplementedError

    def propose_swap(self, first: SeatKey, second: SeatKey, reason: str = "", by: str = "") -> Proposal:
        """Propose that two change seats, of one shift or of two. `by`: who asked; empty: who is at this desk."""
        raise NotImplementedError

    def consent(self, proposal_id: int, person_id: int, how: ConsentHow, at: datetime | None = None) -> Proposal:
        """Write down that one of the two agrees (now, or at an earlier moment)."""
        raise NotImplementedError

    def approve(self, proposal_id: int, leader_id: int, remark: str = "") -> Proposal:
        """A leader approves: the change takes effect in the same transaction; an emergency is confirmed."""
        raise NotImplementedError

    def refuse(self, proposal_id: int, leader_id: int, remark: str) -> Proposal:
        """A leader refuses. What is left of an emergency substitution ends now."""
        raise NotImplementedError

    def withdraw(self, proposal_id: int, remark: str = "") -> Proposal:
        """Take a proposal back, or clear away one that lapsed. An emergency cannot be taken back: it happened."""
        raise NotImplementedError

    def emergency(self, new: NewCover, reason: str, told_leader_id: int) -> Proposal:
        """Let somebody stand in at once, without consents; it stays to be confirmed until a leader approves it."""
        raise NotImplementedError

    def end_cover(self, cover_id: int, at: datetime | None = None) -> Cover:
        """Let a cover end earlier, now or at a later moment; one that has not begun by then is cancelled."""
        raise NotImplementedError

    def leave(self, new: NewLeave, approved_by: int) -> LeaveRecord:
        """Record a leave that a leader approved. The person's seats become gaps until somebody stands in."""
        raise NotImplementedError

    def cancel_leave(self, leave_id: int) -> Leave:
        """Take a leave back: what of it is over stays, the rest is cancelled."""
        raise NotImplementedError

    def seats_during(self, person_id: int, starts_at: datetime, ends_at: datetime) -> tuple[SeatKey, ...]:
        """Return where a person is planned in this time: what a leave would leave empty."""
        raise NotImplementedError

    def open_proposals(self) -> tuple[Proposal, ...]:
        """Return what somebody must still act on, oldest first.

        One that can no longer be approved is among them as LAPSED, with its `lapse`, until it is withdrawn or its
        shift is over.
        """
        raise NotImplementedError

    def proposal(self, proposal_id: int) -> Proposal:
        """Return one. Raises InputProblem `proposal_unknown`."""
        raise NotImplementedError

    def history(self, first: date, last: date) -> tuple[Proposal, ...]:
        """Return every proposal that concerns the shifts of these dates, oldest first."""
        raise NotImplementedError

    def leaves(self, start: datetime, end: datetime) -> tuple[LeaveRecord, ...]:
        """Return the leaves that touch this time, with who approved them."""
        raise NotImplementedError
