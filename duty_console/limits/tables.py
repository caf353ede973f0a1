"""Report rules and obligations as rows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, ForeignKey, String, Text, and_
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, partial_index, word
from duty_console.database.types import Json
from duty_console.limits.model import Channel, ClockStart, ReportKind, Subject


class ReportRuleRow(Row):
    """A version of a rule, valid from a day. An edit adds a version; past incidents keep what applied to them."""

    __tablename__ = "report_rule"

    rule_id: Mapped[str] = mapped_column(String(80), index=True)
    preset: Mapped[str] = mapped_column(String(40))
    classes: Mapped[list[Any]] = mapped_column(Json)
    grades: Mapped[list[Any]] = mapped_column(Json)
    levels: Mapped[list[Any]] = mapped_column(Json)
    channel: Mapped[Channel] = mapped_column(word(Channel))
    recipient: Mapped[str] = mapped_column(String(120))
    minutes: Mapped[int]
    clock: Mapped[ClockStart] = mapped_column(word(ClockStart))
    followup: Mapped[dict[str, Any] | None] = mapped_column(Json)
    raised_clock: Mapped[ClockStart | None] = mapped_column(word(ClockStart))
    source: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
    subject: Mapped[Subject] = mapped_column(word(Subject))
    verified: Mapped[bool]
    valid_from: Mapped[date] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)


class ObligationRow(Row):
    """A report that is owed. What the rule said then stands in the row; later edits of the rule do not reach it."""

    __tablename__ = "obligation"

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    incident_number: Mapped[str] = mapped_column(String(16))
    rule_id: Mapped[str] = mapped_column(String(80))
    kind: Mapped[ReportKind] = mapped_column(word(ReportKind))
    channel: Mapped[Channel] = mapped_column(word(Channel))
    recipient: Mapped[str] = mapped_column(String(120))
    clock: Mapped[ClockStart] = mapped_column(word(ClockStart))
    starts_at: Mapped[datetime]
    due_at: Mapped[datetime]
    source: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
    verified: Mapped[bool]
    sequence: Mapped[int] = mapped_column(default=0)
    report_id: Mapped[int | None]
    settled_at: Mapped[datetime | None]
    late_seconds: Mapped[int | None]
    late_reason: Mapped[str] = mapped_column(Text, default="")
    waived_at: Mapped[datetime | None]
    waived_by: Mapped[str] = mapped_column(String(64), default="")
    waived_reason: Mapped[str] = mapped_column(Text, default="")


IS_OPEN = and_(ObligationRow.settled_at.is_(None), ObligationRow.waived_at.is_(None))
"""Neither reported nor waived. The partial index below answers it, however many years lie behind."""

partial_index("ix_obligation_open_due", ObligationRow.due_at, where=IS_OPEN)
