"""What rang and who acknowledged it, as rows: appended, never changed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.alarms.model import AlarmStep
from duty_console.database.base import Row, word


class AlarmRingRow(Row):
    """A step that an item reached and at which it rang: once, however often it is looked at."""

    __tablename__ = "alarm_ring"
    __table_args__ = (UniqueConstraint("key", "step"),)
    append_only: ClassVar[bool] = True

    key: Mapped[str] = mapped_column(String(40))
    step: Mapped[AlarmStep] = mapped_column(word(AlarmStep))
    due_at: Mapped[datetime]
    rung_at: Mapped[datetime]


class AlarmAcknowledgementRow(Row):
    """A person's word that the alarm was heard at this step."""

    __tablename__ = "alarm_acknowledgement"
    __table_args__ = (UniqueConstraint("key", "step"),)
    append_only: ClassVar[bool] = True

    key: Mapped[str] = mapped_column(String(40))
    step: Mapped[AlarmStep] = mapped_column(word(AlarmStep))
    acknowledged_at: Mapped[datetime]
    acknowledged_by: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(Text)
