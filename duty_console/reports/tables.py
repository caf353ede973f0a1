"""Reports that were sent, as rows: appended, never changed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, word
from duty_console.limits.model import Channel, ReportKind


class ReportRow(Row):
    """A report as it was sent."""

    __tablename__ = "report"
    append_only: ClassVar[bool] = True

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    incident_number: Mapped[str] = mapped_column(String(16))
    kind: Mapped[ReportKind] = mapped_column(word(ReportKind))
    sequence: Mapped[int]
    channel: Mapped[Channel] = mapped_column(word(Channel))
    recipient: Mapped[str] = mapped_column(String(120))
    sent_at: Mapped[datetime] = mapped_column(index=True)
    received_by: Mapped[str] = mapped_column(String(60))
    signatory: Mapped[str] = mapped_column(String(60))
    content: Mapped[str] = mapped_column(Text)
    recorder: Mapped[str] = mapped_column(String(64))
    recorded_at: Mapped[datetime]
