"""The rows of the roster."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, word
from duty_console.database.types import Json
from duty_console.roster.model import AssignmentSource, CoverKind, DayType, LeaveKind, PostKind


class PostRow(Row):
    """A post of every shift."""

    __tablename__ = "post"

    name: Mapped[str] = mapped_column(String(20))
    kind: Mapped[PostKind] = mapped_column(word(PostKind))
    place: Mapped[int]
    seats: Mapped[int]
    since: Mapped[date]
    retired_on: Mapped[date | None]
    tier: Mapped[int]
    key: Mapped[bool]
    slots: Mapped[list[Any]] = mapped_column(Json)


class ShiftPatternRow(Row):
    """The shifts of a day from a date on: `[{"name", "starts": "08:00", "hours", "on"}]`."""

    __tablename__ = "shift_pattern"

    valid_from: Mapped[date] = mapped_column(unique=True)
    shifts: Mapped[list[Any]] = mapped_column(Json)


class AssignmentRow(Row):
    """A person at a post in one shift. Its times are kept as they were when it was last planned."""

    __tablename__ = "assignment"
    __table_args__ = (
        # Also the index that answers "who is on duty" by date and slot.
        UniqueConstraint("shift_date", "slot", "person_id"),
        Index("ix_assignment_person", "person_id", "shift_date"),
    )

    shift_date: Mapped[date]
    slot: Mapped[str] = mapped_column(String(20))
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    place: Mapped[int]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    source: Mapped[AssignmentSource] = mapped_column(word(AssignmentSource), default=AssignmentSource.HAND)
    why: Mapped[Any] = mapped_column(Json, nullable=True)


class CoverRow(Row):
    """Somebody in the seat of somebody else for a part of a shift; it lies over the assignment, which stays."""

    __tablename__ = "duty_cover"
    __table_args__ = (Index("ix_duty_cover_shift", "shift_date", "slot"),)

    shift_date: Mapped[date]
    slot: Mapped[str] = mapped_column(String(20))
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    cover_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    kind: Mapped[CoverKind] = mapped_column(word(CoverKind))
    reason: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]


class LeaveRow(Row):
    """A person's leave; cancelled, never deleted."""

    __tablename__ = "duty_leave"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[LeaveKind] = mapped_column(word(LeaveKind))
    reason: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]


class RosterCorrectionRow(Row):
    """What was changed in a shift that was already over, and why. Names as they stood."""

    __tablename__ = "roster_correction"
    append_only = True

    recorded_at: Mapped[datetime]
    shift_date: Mapped[date] = mapped_column(index=True)
    slot: Mapped[str] = mapped_column(String(20))
    post: Mapped[str] = mapped_column(String(20))
    before: Mapped[str] = mapped_column(String(400))
    after: Mapped[str] = mapped_column(String(400))
    reason: Mapped[str] = mapped_column(String(200))


class CalendarDayRow(Row):
    """A date whose type this room set itself."""

    __tablename__ = "calendar_day"

    date: Mapped[date] = mapped_column(unique=True)
    day_type: Mapped[DayType] = mapped_column(word(DayType))
    name: Mapped[str] = mapped_column(String(20))


class CalendarYearRow(Row):
    """A year whose notice this room entered: none of its days is provisional any more."""

    __tablename__ = "calendar_year"

    year: Mapped[int] = mapped_column(unique=True)
    source: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime]
