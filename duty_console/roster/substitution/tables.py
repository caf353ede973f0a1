"""The rows of changes to the roster: what was proposed, agreed and decided. Facts are added, never changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, word
from duty_console.database.types import Json
from duty_console.roster.substitution.model import ChangeKind, ConsentHow, ProposalState


class ProposalRow(Row):
    """A change as it was proposed; an emergency substitution as it took effect."""

    __tablename__ = "duty_change"
    __table_args__ = (Index("ix_duty_change_shift", "shift_date", "slot"),)
    append_only = True

    kind: Mapped[ChangeKind] = mapped_column(word(ChangeKind))
    shift_date: Mapped[date]
    slot: Mapped[str] = mapped_column(String(20))
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    other_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    other_shift_date: Mapped[date | None] = mapped_column(index=True)
    other_slot: Mapped[str] = mapped_column(String(20))
    other_post_id: Mapped[int | None] = mapped_column(ForeignKey("post.id"))
    reason: Mapped[str] = mapped_column(String(200))
    proposed_by: Mapped[str] = mapped_column(String(64))
    proposed_at: Mapped[datetime]
    told_leader_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    cover_id: Mapped[int | None] = mapped_column(ForeignKey("duty_cover.id"))
    cautions: Mapped[list[Any]] = mapped_column(Json)


class ConsentRow(Row):
    """One of the two agreed to a change."""

    __tablename__ = "duty_change_consent"
    __table_args__ = (UniqueConstraint("proposal_id", "person_id"),)
    append_only = True

    proposal_id: Mapped[int] = mapped_column(ForeignKey("duty_change.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    how: Mapped[ConsentHow] = mapped_column(word(ConsentHow))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(64))


class DecisionRow(Row):
    """The end of a proposal: one, and no second. `lapse` is the problem that an approval would have met."""

    __tablename__ = "duty_change_decision"
    append_only = True

    proposal_id: Mapped[int] = mapped_column(ForeignKey("duty_change.id"), unique=True)
    state: Mapped[ProposalState] = mapped_column(word(ProposalState))
    leader_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    remark: Mapped[str] = mapped_column(String(200))
    recorded_by: Mapped[str] = mapped_column(String(64))
    cover_id: Mapped[int | None] = mapped_column(ForeignKey("duty_cover.id"))
    lapse: Mapped[Any] = mapped_column(Json, nullable=True)


class LeaveApprovalRow(Row):
    """The leader who approved a leave."""

    __tablename__ = "duty_leave_approval"
    append_only = True

    leave_id: Mapped[int] = mapped_column(ForeignKey("duty_leave.id"), unique=True)
    leader_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(64))
