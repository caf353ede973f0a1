"""The running log as rows: appended, never changed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, partial_index, word
from duty_console.dutylog.model import LogKind


class LogRow(Row):
    """One line of the log; of an incident's timeline where `incident_id` is set."""

    __tablename__ = "log_entry"
    append_only: ClassVar[bool] = True
    searched: ClassVar[tuple[str, ...]] = ("text",)

    at: Mapped[datetime] = mapped_column(index=True)
    recorded_at: Mapped[datetime]
    kind: Mapped[LogKind] = mapped_column(word(LogKind))
    text: Mapped[str] = mapped_column(Text)
    person: Mapped[str] = mapped_column(String(64))
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incident.id"))
    incident_number: Mapped[str | None] = mapped_column(String(16))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("log_entry.id"))
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("log_entry.id"))


_OF_INCIDENT, _CORRECTS = LogRow.incident_id.is_not(None), LogRow.corrects_id.is_not(None)
partial_index("ix_log_entry_timeline", LogRow.incident_id, LogRow.at, where=_OF_INCIDENT)
partial_index("ix_log_entry_corrections", LogRow.corrects_id, where=_CORRECTS)
