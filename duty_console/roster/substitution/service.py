"""The use cases of changing the roster: propose, consent, approve; or stand in at once and be confirmed after."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from duty_console.clock import as_utc
from duty_console.errors import InputProblem
from duty_console.people.rules import tidy
from duty_console.people.tables import PersonRow
from duty_console.roster import leaves, seats
from duty_console.roster.model import AssignmentSource, CellEntry, CoverKind, NewCover, Why
from duty_console.roster.queries import assignments, timetable
from duty_console.roster.substitution import checks, queries
from duty_console.roster.substitution.model import (
    ChangeKind,
    ConsentHow,
    LeaveRecord,
    Proposal,
    ProposalState,
    SeatKey,
)
from duty_console.roster.substitution.rules import EMERGENCY_AHEAD
from duty_console.roster.substitution.tables import ConsentRow, DecisionRow, LeaveApprovalRow, ProposalRow
from duty_console.roster.tables import CoverRow

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from duty_console.database.engine import Database
    from duty_console.room.service import Room
    from duty_console.roster.model import Cover, Leave, NewLeave
    from duty_console.roster.queries import Timetable
    from duty_console.roster.service import Roster

REASON_MOST = 200
BY_MOST = 64


class Substitution:
    """Who stands in for whom, agreed by both, approved by a leader, and kept."""

    def __init__(self, database: Database, room: Room, roster: Roster) -> None:
        self._database = database
        self._room = room
        self._roster = roster

    # Proposals

    def propose_cover(self, new: NewCover, by: str = "") -> Proposal:
        """Propose that somebody stands in for a part of a shift; nothing changes before it is approved.

        `by` is who asked; empty: who is at this desk. Raises InputProblem as `seats.check_cover` does, and
        `proposal_open` where another proposal for that seat and time is undecided.
        """
        new = replace(new, starts_at=as_utc(new.starts_at), ends_at=as_utc(new.ends_at), kind=CoverKind.COVER)
        with self._database.write("propose_cover") as session:
            times, now = self._timetable(session), self._database.clock.now()
            checked = seats.check_cover(session, times, now, new)
            row = self._row(ChangeKind.COVER, new, by, now)
            self._refuse_second(session, times, now, row)
            row.cautions = [queries.plain(each) for each in checks.cover_cautions(session, times, now, checked.new)]
            return _added(session, row)

    def propose_swap(self, first: SeatKey, second: SeatKey, reason: str = "", by: str = "") -> Proposal:
        """Propose that two change seats, of one shift or of two.

        Raises InputProblem as `checks.check_swap` does, and `proposal_open` as for a cover.
        """
        with self._database.write("propose_swap") as session:
            times, now = self._timetable(session), self._database.clock.now()
            checks.check_swap(session, times, now, first, second)
            shift = times.shift(first.shift_date, first.slot)
            if shift is None:  # refused just now
                raise InputProblem("slot", "slot_unknown", date=first.shift_date, slot=first.slot)
            new = NewCover(
                first.shift_date,
                first.slot,
                first.post_id,
                first.person_id,
                second.person_id,
                shift.starts_at,
                shift.ends_at,
                reason=reason,
            )
            row = self._row(ChangeKind.SWAP, new, by, now)
            row.other_shift_date, row.other_slot, row.other_post_id = second.shift_date, second.slot, second.post_id
            self._refuse_second(session, times, now, row)
            row.cautions = [queries.plain(each) for each in checks.swap_cautions(session, times, now, first, second)]
            return _added(session, row)

    def consent(self, proposal_id: int, person_id: int, how: ConsentHow, at: datetime | None = None) -> Proposal:
        """Write down that one of the two agrees, now or at an earlier moment.

        Raises InputProblem: `proposal_unknown`, `proposal_decided`, `proposal_lapsed`, `consent_stranger`,
        `consent_twice`, `consent_early` (before it was proposed), `time_in_future`, `emergency_asks_nobody`.
        """
        now = self._database.clock.now()
        when = now if at is None else as_utc(at)
        with self._lapsing(proposal_id), self._database.write("consent_to_change") as session:
            proposal = self._undecided(session, proposal_id)
            if proposal.kind is ChangeKind.EMERGENCY:
                raise InputProblem("proposal_id", "emergency_asks_nobody")
            if person_id not in proposal.persons:
                raise InputProblem("person_id", "consent_stranger")
            if person_id not in proposal.consents_missing:
                raise InputProblem("person_id", "consent_twice", name=_person(session, "person_id", person_id).name)
            if when > now:
                raise InputProblem("at", "time_in_future")
            if when < proposal.proposed_at:
                raise InputProblem("at", "consent_early")
            self._check_fits(session, proposal)
            session.add(
                ConsentRow(
                    proposal_id=proposal_id,
                    person_id=person_id,
                    at=when,
                    how=how,
                    recorded_at=now,
                    recorded_by=self._database.identity.name,
                )
            )
            session.flush()
            return _known(session, proposal_id)

    def approve(self, proposal_id: int, leader_id: int, remark: str = "") -> Proposal:
        """A leader approves: the change takes effect in the same transaction; an emergency is confirmed.

        Raises InputProblem: `proposal_unknown`, `proposal_decided`, `consents_missing` (`names`), `leader_not_marked`,
        `leader_is_party`, `leader_left`; `proposal_lapsed` where the roster has no room for it any more: that is kept.
        """
        said = tidy("remark", remark, REASON_MOST)
        with self._lapsing(proposal_id), self._database.write("approve_change") as session:
            proposal = self._undecided(session, proposal_id)
            _check_leader(session, "leader_id", leader_id, proposal.persons)
            if proposal.consents_missing:
                names = "、".join(_person(session, "person_id", each).name for each in proposal.consents_missing)
                raise InputProblem("consents", "consents_missing", names=names)
            cover_id = None
            if proposal.kind is not ChangeKind.EMERGENCY:
                self._check_fits(session, proposal)
                cover_id = self._take_effect(session, proposal)
            return self._decide(session, proposal, ProposalState.APPROVED, said, leader_id, cover_id)

    def refuse(self, proposal_id: int, leader_id: int, remark: str) -> Proposal:
        """A leader refuses. What is left of an emergency substitution ends now.

        Raises InputProblem as `approve` does, but for consents; `reason_missing` without a remark.
        """
        said = tidy("remark", remark, REASON_MOST, missing="reason_missing")
        with self._database.write("refuse_change") as session:
            proposal = self._undecided(session, proposal_id)
            _check_leader(session, "leader_id", leader_id, proposal.persons)
            if proposal.cover_id is not None:
                now, row = self._database.clock.now(), session.get_one(CoverRow, proposal.cover_id)
                if row.cancelled_at is None and row.ends_at > now:
                    seats.end_cover(session, row.id, now, now)
            return self._decide(session, proposal, ProposalState.REFUSED, said, leader_id)

    def withdraw(self, proposal_id: int, remark: str = "") -> Proposal:
        """Take a proposal back, or clear away one that lapsed.

        Raises InputProblem `proposal_unknown`, `proposal_decided`; `emergency_stays`: it happened.
        """
        said = tidy("remark", remark, REASON_MOST)
        with self._database.write("withdraw_change") as session:
            proposal = self._undecided(session, proposal_id)
            if proposal.kind is ChangeKind.EMERGENCY:
                raise InputProblem("proposal_id", "emergency_stays")
            fresh = self._fresh(session, proposal)
            state = fresh.state if fresh.state is ProposalState.LAPSED else ProposalState.WITHDRAWN
            return self._decide(session, fresh, state, said)

    def emergency(self, new: NewCover, reason: str, told_leader_id: int) -> Proposal:
        """Let somebody stand in at once, without consents; it stays to be confirmed until a leader approves it.

        Raises InputProblem as `seats.check_cover` does; `reason_missing`; `emergency_early` for one that begins more
        than twelve hours ahead; `leader_not_marked`, `leader_is_party`, `leader_left` for the leader who was told.
        """
        why = tidy("reason", reason, REASON_MOST, missing="reason_missing")
        times = {"starts_at": as_utc(new.starts_at), "ends_at": as_utc(new.ends_at)}
        new = replace(new, **times, kind=CoverKind.EMERGENCY, reason=why)
        with self._database.write("emergency_substitution") as session:
            hours, now = self._timetable(session), self._database.clock.now()
            if new.starts_at > now + EMERGENCY_AHEAD:
                raise InputProblem("starts_at", "emergency_early", hours=EMERGENCY_AHEAD.seconds // 3600)
            _check_leader(session, "told_leader_id", told_leader_id, (new.person_id, new.cover_person_id))
            checked = seats.check_cover(session, hours, now, new)
            cautions = checks.cover_cautions(session, hours, now, checked.new)
            row = self._row(ChangeKind.EMERGENCY, new, "", now)
            row.cover_id = seats.add_cover(session, hours, now, new).id
            row.told_leader_id, row.cautions = told_leader_id, [queries.plain(each) for each in cautions]
            return _added(session, row)

    # Covers and leaves in force

    def end_cover(self, cover_id: int, at: datetime | None = None) -> Cover:
        """Let a cover end earlier, now or at a later moment; one that has not begun by then is cancelled.

        Raises InputProblem `cover_unknown`, `cover_over`, `cover_end_past`.
        """
        with self._database.write("end_cover") as session:
            now = self._database.clock.now()
            return seats.end_cover(session, cover_id, now if at is None else as_utc(at), now)

    def leave(self, new: NewLeave, approved_by: int) -> LeaveRecord:
        """Record a leave that a leader approved. The person's seats become gaps until somebody stands in.

        Raises InputProblem as `leaves.add_leave` does, and `leader_not_marked`, `leader_is_party` for his own leave.
        """
        new = replace(new, starts_at=as_utc(new.starts_at), ends_at=as_utc(new.ends_at))
        with self._database.write("record_leave") as session:
            now, who = self._database.clock.now(), self._database.identity.name
            _check_leader(session, "approved_by", approved_by, (new.person_id,))
            leave = leaves.add_leave(session, self._timetable(session), now, new)
            session.add(LeaveApprovalRow(leave_id=leave.id, leader_id=approved_by, at=now, recorded_by=who))
            session.flush()
            planned = _seats_during(session, leave.person_id, leave.starts_at, leave.ends_at)
            return LeaveRecord(leave, approved_by, now, who, planned)

    def cancel_leave(self, leave_id: int) -> Leave:
        """Take a leave back: what of it is over stays. Raises InputProblem `leave_unknown`, `leave_over`."""
        with self._database.write("cancel_leave") as session:
            return leaves.cancel_leave(session, leave_id, self._database.clock.now())

    def seats_during(self, person_id: int, starts_at: datetime, ends_at: datetime) -> tuple[SeatKey, ...]:
        """Return where a person is planned in this time: what a leave would leave empty."""
        with self._database.read() as session:
            return _seats_during(session, person_id, as_utc(starts_at), as_utc(ends_at))

    # Reading

    def open_proposals(self) -> tuple[Proposal, ...]:
        """Return what somebody must still act on, oldest first.

        One that can no longer be approved is among them as LAPSED, with its `lapse`, until it is withdrawn or its
        shift is over.
        """
        now = self._database.clock.now()
        with self._database.read() as session:
            found = queries.undecided(session)
            # What was never decided and is over is not asked again each time.
            asked = (each for each in found if each.kind is ChangeKind.EMERGENCY or each.ends_at > now)
            return tuple(self._fresh(session, each) for each in asked)

    def proposal(self, proposal_id: int) -> Proposal:
        """Return one. Raises InputProblem `proposal_unknown`."""
        with self._database.read() as session:
            return self._fresh(session, _known(session, proposal_id))

    def history(self, first: date, last: date) -> tuple[Proposal, ...]:
        """Return every proposal that concerns the shifts of these dates, oldest first."""
        with self._database.read() as session:
            found = queries.proposals_between(session, first, last)
            return tuple(self._fresh(session, each) for each in found)

    def leaves(self, start: datetime, end: datetime) -> tuple[LeaveRecord, ...]:
        """Return the leaves that touch this time, with who approved them and the seats that they empty."""
        with self._database.read() as session:
            found = queries.leave_records(session, as_utc(start), as_utc(end))
            return tuple(replace(each, seats=_seats_during(session, *_time(each.leave))) for each in found)

    # Within a transaction

    def _timetable(self, session: Session) -> Timetable:
        return timetable(session, self._room.zone_in(session))

    def _row(self, kind: ChangeKind, new: NewCover, by: str, now: datetime) -> ProposalRow:
        return ProposalRow(
            kind=kind,
            shift_date=new.shift_date,
            slot=new.slot,
            post_id=new.post_id,
            person_id=new.person_id,
            other_person_id=new.cover_person_id,
            starts_at=new.starts_at,
            ends_at=new.ends_at,
            other_shift_date=None,
            other_slot="",
            other_post_id=None,
            reason=tidy("reason", new.reason, REASON_MOST),
            proposed_by=tidy("by", by, BY_MOST) or self._database.identity.name,
            proposed_at=now,
            told_leader_id=None,
            cover_id=None,
            cautions=[],
        )

    def _refuse_second(self, session: Session, times: Timetable, now: datetime, row: ProposalRow) -> None:
        """Refuse a second proposal for a seat and time while one is undecided and could still be approved."""
        wanted = {(row.shift_date, row.slot, row.post_id, row.person_id)}
        if row.other_shift_date is not None:
            wanted.add((row.other_shift_date, row.other_slot, row.other_post_id or 0, row.other_person_id))
        for other in queries.undecided(session):
            apart = other.starts_at >= row.ends_at or other.ends_at <= row.starts_at
            both_covers = row.kind is other.kind is ChangeKind.COVER
            if other.kind is ChangeKind.EMERGENCY or (both_covers and apart):
                continue
            theirs = {(each.shift_date, each.slot, each.post_id, each.person_id) for each in checks.seats_of(other)}
            if theirs & wanted and self._lapse_of(session, times, now, other) is None:
                raise InputProblem("person_id", "proposal_open", id=other.id)

    def _lapse_of(self, session: Session, times: Timetable, now: datetime, proposal: Proposal) -> Why | None:
        try:
            checks.check_fits(session, times, now, proposal)
        except InputProblem as problem:
            return _why(problem)
        return None

    def _fresh(self, session: Session, proposal: Proposal) -> Proposal:
        """Return a proposal as it is today: one that is undecided and fits no more has lapsed."""
        if proposal.state not in (ProposalState.PROPOSED, ProposalState.AGREED):
            return proposal
        lapse = self._lapse_of(session, self._timetable(session), self._database.clock.now(), proposal)
        return proposal if lapse is None else replace(proposal, state=ProposalState.LAPSED, lapse=lapse)

    def _undecided(self, session: Session, proposal_id: int) -> Proposal:
        proposal = _known(session, proposal_id)
        if not proposal.state.is_open:
            raise InputProblem("proposal_id", "proposal_decided", state=proposal.state.zh)
        return proposal

    def _check_fits(self, session: Session, proposal: Proposal) -> None:
        lapse = self._lapse_of(session, self._timetable(session), self._database.clock.now(), proposal)
        if lapse is not None:
            raise _LapsedError(lapse)

    @contextmanager
    def _lapsing(self, proposal_id: int) -> Generator[None]:
        """Keep that a proposal lapsed, after the use case that found it out was taken back whole."""
        try:
            yield
        except _LapsedError as found:
            with self._database.write("lapse_change") as session:
                proposal = replace(self._undecided(session, proposal_id), lapse=found.lapse)
                self._decide(session, proposal, ProposalState.LAPSED, "")
            raise InputProblem("proposal_id", "proposal_lapsed", id=proposal_id) from found

    def _take_effect(self, session: Session, proposal: Proposal) -> int | None:
        try:
            if proposal.kind is ChangeKind.COVER:
                new = checks.cover_of(proposal)
                return seats.add_cover(session, self._timetable(session), self._database.clock.now(), new).id
            self._roster.assign_in(session, _swapped(session, proposal), "", AssignmentSource.SWAP)
        except InputProblem as problem:
            raise _LapsedError(_why(problem)) from problem
        return None

    def _decide(
        self,
        session: Session,
        proposal: Proposal,
        state: ProposalState,
        remark: str,
        leader_id: int | None = None,
        cover_id: int | None = None,
    ) -> Proposal:
        session.add(
            DecisionRow(
                proposal_id=proposal.id,
                state=state,
                leader_id=leader_id,
                at=self._database.clock.now(),
                remark=remark,
                recorded_by=self._database.identity.name,
                cover_id=cover_id,
                lapse=None if proposal.lapse is None else queries.plain(proposal.lapse),
            )
        )
        session.flush()
        return _known(session, proposal.id)


class _LapsedError(Exception):
    """The roster has no room for a proposal any more; `lapse` is why."""

    def __init__(self, lapse: Why) -> None:
        super().__init__(lapse)
        self.lapse = lapse


def _why(problem: InputProblem) -> Why:
    plain = {
        key: value if isinstance(value, str | int | float) else str(value) for key, value in problem.values.items()
    }
    return Why(problem.code, plain)


def _added(session: Session, row: ProposalRow) -> Proposal:
    session.add(row)
    session.flush()
    return _known(session, row.id)


def _known(session: Session, proposal_id: int) -> Proposal:
    found = queries.proposal(session, proposal_id)
    if found is None:
        raise InputProblem("proposal_id", "proposal_unknown", id=proposal_id)
    return found


def _swapped(session: Session, proposal: Proposal) -> Sequence[CellEntry]:
    """Return the two cells with the two persons changed; who else stands there keeps his place."""
    first, second = checks.seats_of(proposal)
    entries: list[CellEntry] = []
    for gives, takes in ((first, second), (second, first)):
        there = assignments(session, gives.shift_date, gives.shift_date)
        cell = [each for each in there if (each.slot, each.post_id) == (gives.slot, gives.post_id)]
        ids = tuple(takes.person_id if each.person_id == gives.person_id else each.person_id for each in cell)
        name = _person(session, "person_id", gives.person_id).name
        why = Why("swapped", {"proposal": proposal.id, "name": name})
        entries.append(CellEntry(gives.shift_date, gives.slot, gives.post_id, ids, (why,) * len(ids)))
    return entries


def _check_leader(session: Session, field: str, leader_id: int, parties: Iterable[int]) -> None:
    """Refuse who cannot approve: swaps need the leader's consent, and nobody consents for himself."""
    leader = _person(session, field, leader_id)
    if not leader.leader:
        raise InputProblem(field, "leader_not_marked", name=leader.name)
    if leader.left_at is not None:
        raise InputProblem(field, "leader_left", name=leader.name)
    if leader_id in parties:
        raise InputProblem(field, "leader_is_party", name=leader.name)


def _person(session: Session, field: str, person_id: int) -> PersonRow:
    row = session.get(PersonRow, person_id)
    if row is None:
        raise InputProblem(field, "person_unknown", id=person_id)
    return row


def _seats_during(session: Session, person_id: int, start: datetime, end: datetime) -> tuple[SeatKey, ...]:
    first, last = (start - timedelta(days=2)).date(), (end + timedelta(days=1)).date()
    return tuple(
        SeatKey(each.shift_date, each.slot, each.post_id, each.person_id)
        for each in assignments(session, first, last)
        if each.person_id == person_id and each.starts_at < end and each.ends_at > start
    )


def _time(leave: Leave) -> tuple[int, datetime, datetime]:
    return leave.person_id, leave.starts_at, leave.ends_at
