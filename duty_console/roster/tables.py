"""The rows of the roster."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, word
from duty_console.database.types import Json
from duty_console.roster.model import DayType, PostKind


class PostRow(Row):
    """A post of every shift."""

    __tablename__ = "post"

    name: Mapped[str] = mapped_column(String(20))
    kind: Mapped[PostKind] = mapped_column(word(PostKind))
    place: Mapped[int]
    seats: Mapped[int]
    since: Mapped[date]
    retired_on: Mapped[date | None]


class ShiftPatternRow(Row):
    """The shifts of a day from a date on: `[{"name", "starts": "08:00", "hours"}]`."""

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
