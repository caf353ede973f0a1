"""How changes are read within somebody's transaction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, or_, select

from duty_console.roster.model import Why
from duty_console.roster.queries import leave_of, why_of
from duty_console.roster.substitution.model import ChangeKind, Consent, LeaveRecord, Proposal, ProposalState
from duty_console.roster.substitution.tables import ConsentRow, DecisionRow, LeaveApprovalRow, ProposalRow
from duty_console.roster.tables import LeaveRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session


def proposal(session: Session, proposal_id: int) -> Proposal | None:
    """Return one proposal as the facts leave it."""
    return next(iter(_proposals(session, ProposalRow.id == proposal_id)), None)


def undecided(session: Session) -> list[Proposal]:
    """Return the proposals that nobody decided, oldest first."""
    return _proposals(session, ProposalRow.id.not_in(select(DecisionRow.proposal_id)))


def proposals_between(session: Session, first: date, last: date) -> list[Proposal]:
    """Return the proposals that concern the shifts of these dates, oldest first."""
    either = or_(ProposalRow.shift_date.between(first, last), ProposalRow.other_shift_date.between(first, last))
    return _proposals(session, either)


def _proposals(session: Session, wanted: ColumnElement[bool]) -> list[Proposal]:
    rows = session.scalars(select(ProposalRow).where(wanted).order_by(ProposalRow.id)).all()
    ids = select(ProposalRow.id).where(wanted)
    consents: dict[int, list[Consent]] = defaultdict(list)
    for row in session.scalars(select(ConsentRow).where(ConsentRow.proposal_id.in_(ids)).order_by(ConsentRow.id)):
        consents[row.proposal_id].append(Consent(row.person_id, row.at, row.how, row.recorded_by))
    decisions = {
        row.proposal_id: row for row in session.scalars(select(DecisionRow).where(DecisionRow.proposal_id.in_(ids)))
    }
    return [_proposal(row, tuple(consents[row.id]), decisions.get(row.id)) for row in rows]


def _proposal(row: ProposalRow, consents: tuple[Consent, ...], decision: DecisionRow | None) -> Proposal:
    agreed = {each.person_id for each in consents} >= {row.person_id, row.other_person_id}
    if decision is not None:
        state = decision.state
    elif row.kind is ChangeKind.EMERGENCY:
        state = ProposalState.UNCONFIRMED
    else:
        state = ProposalState.AGREED if agreed else ProposalState.PROPOSED
    return Proposal(
        id=row.id,
        kind=row.kind,
        state=state,
        shift_date=row.shift_date,
        slot=row.slot,
        post_id=row.post_id,
        person_id=row.person_id,
        other_person_id=row.other_person_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        other_shift_date=row.other_shift_date,
        other_slot=row.other_slot,
        other_post_id=row.other_post_id,
        reason=row.reason,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        told_leader_id=row.told_leader_id,
        cautions=tuple(Why(each["code"], each["values"]) for each in row.cautions),
        consents=consents,
        decided_by=decision.leader_id if decision else None,
        decided_at=decision.at if decision else None,
        decision_remark=decision.remark if decision else "",
        recorded_by=decision.recorded_by if decision else "",
        cover_id=row.cover_id or (decision.cover_id if decision else None),
        lapse=why_of(decision.lapse) if decision else None,
    )


def plain(why: Why) -> dict[str, Any]:
    """Return a reason as it is stored."""
    return {"code": why.code, "values": dict(why.values)}


def leave_records(session: Session, start: datetime, end: datetime) -> Sequence[LeaveRecord]:
    """Return the leaves that touch this time and that a leader approved, by their beginning; not the cancelled."""
    query = select(LeaveRow, LeaveApprovalRow).join(LeaveApprovalRow, LeaveApprovalRow.leave_id == LeaveRow.id)
    query = query.where(LeaveRow.ends_at > start, LeaveRow.starts_at < end, LeaveRow.cancelled_at.is_(None))
    return [
        LeaveRecord(leave_of(leave), approval.leader_id, approval.at, approval.recorded_by)
        for leave, approval in session.execute(query.order_by(LeaveRow.starts_at, LeaveRow.id))
    ]
