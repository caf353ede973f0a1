"""Incidents and their casualty history as rows."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from duty_console.database.base import Row, partial_index, word
from duty_console.incidents.model import IncidentState, IntakeChannel
from duty_console.limits.model import EventClass, Grade


class IncidentRow(Row):
    """An incident as it stands now; how it came to stand so is in its timeline and in the journal."""

    __tablename__ = "incident"
    searched: ClassVar[tuple[str, ...]] = (
        "number",
        "title",
        "place",
        "source_unit",
        "caller",
        "caller_phone",
        "summary",
        "measures",
        "already_told",
    )

    # Compared byte by byte: a server that sorts as dictionaries do would pass over the hyphen.
    number: Mapped[str] = mapped_column(String(16).with_variant(String(16, "C"), "postgresql"), unique=True)
    state: Mapped[IncidentState] = mapped_column(word(IncidentState))
    event_class: Mapped[EventClass] = mapped_column(word(EventClass))
    type: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    received_at: Mapped[datetime] = mapped_column(index=True)
    occurred_at: Mapped[datetime | None]
    place: Mapped[str] = mapped_column(String(200))
    source_unit: Mapped[str] = mapped_column(String(120))
    caller: Mapped[str] = mapped_column(String(60))
    caller_post: Mapped[str] = mapped_column(String(60))
    caller_phone: Mapped[str] = mapped_column(String(40))
    channel: Mapped[IntakeChannel] = mapped_column(word(IntakeChannel))
    deaths: Mapped[int | None]
    missing: Mapped[int | None]
    serious_injuries: Mapped[int | None]
    minor_injuries: Mapped[int | None]
    trapped: Mapped[int | None]
    evacuated: Mapped[int | None]
    direct_loss_yuan: Mapped[int | None] = mapped_column(BigInteger)
    grade: Mapped[Grade | None] = mapped_column(word(Grade))
    grade_basis: Mapped[str] = mapped_column(Text)
    classified_at: Mapped[datetime | None]
    summary: Mapped[str] = mapped_column(Text)
    measures: Mapped[str] = mapped_column(Text)
    already_told: Mapped[str] = mapped_column(Text)
    recorder: Mapped[str] = mapped_column(String(64))
    recorded_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_reason: Mapped[str] = mapped_column(Text, default="")


partial_index("ix_incident_open", IncidentRow.received_at, where=IncidentRow.state == IncidentState.OPEN)


class CasualtyRow(Row):
    """The numbers from a moment on, as one source gave them."""

    __tablename__ = "casualty_count"
    append_only: ClassVar[bool] = True

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    at: Mapped[datetime]
    source: Mapped[str] = mapped_column(String(120))
    recorder: Mapped[str] = mapped_column(String(64))
    deaths: Mapped[int | None]
    missing: Mapped[int | None]
    serious_injuries: Mapped[int | None]
    minor_injuries: Mapped[int | None]
    trapped: Mapped[int | None]
    evacuated: Mapped[int | None]
    direct_loss_yuan: Mapped[int | None] = mapped_column(BigInteger)
