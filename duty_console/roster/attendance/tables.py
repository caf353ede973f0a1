"""The rows of attendance. Facts are added; a correction is a fact of its own."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row


class SignInRow(Row):
    """A person signed in for a shift, once."""

    __tablename__ = "sign_in"
    __table_args__ = (UniqueConstraint("shift_date", "slot", "person_id"),)
    append_only = True

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    shift_date: Mapped[date]
    slot: Mapped[str] = mapped_column(String(20))
    due_at: Mapped[datetime]
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(64))


class SignInCorrectionRow(Row):
    """The time of a sign-in was written wrongly; the last correction counts."""

    __tablename__ = "sign_in_correction"
    append_only = True

    sign_in_id: Mapped[int] = mapped_column(ForeignKey("sign_in.id"), index=True)
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(64))


class OffPostRow(Row):
    """A person left the post for a time."""

    __tablename__ = "off_post"
    __table_args__ = (Index("ix_off_post_shift", "shift_date", "slot"),)
    append_only = True

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    shift_date: Mapped[date]
    slot: Mapped[str] = mapped_column(String(20))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    ends_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(200))
    cover_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    cover_id: Mapped[int | None] = mapped_column(ForeignKey("duty_cover.id"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(64))


class BackRow(Row):
    """The person is back at the post."""

    __tablename__ = "off_post_back"
    append_only = True

    off_post_id: Mapped[int] = mapped_column(ForeignKey("off_post.id"), unique=True)
    at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(64))


class OffPostCorrectionRow(Row):
    """The times of an absence were written wrongly; the last correction counts. Who stood in is not touched."""

    __tablename__ = "off_post_correction"
    append_only = True

    off_post_id: Mapped[int] = mapped_column(ForeignKey("off_post.id"), index=True)
    since: Mapped[datetime]
    back_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(64))
