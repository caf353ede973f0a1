"""How reports are read by others' transactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from duty_console.reports.model import Report
from duty_console.reports.tables import ReportRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


def sent_between(session: Session, since: datetime, until: datetime) -> tuple[Report, ...]:
    """Return the reports sent in a span, in order."""
    query = select(ReportRow).where(ReportRow.sent_at >= since, ReportRow.sent_at < until)
    return tuple(map(report_of, session.scalars(query.order_by(ReportRow.sent_at, ReportRow.id))))


def report_of(row: ReportRow) -> Report:
    """Return the value of a row."""
    return Report(
        id=row.id,
        incident_id=row.incident_id,
        incident_number=row.incident_number,
        kind=row.kind,
        sequence=row.sequence,
        channel=row.channel,
        recipient=row.recipient,
        sent_at=row.sent_at,
        received_by=row.received_by,
        signatory=row.signatory,
        content=row.content,
        recorder=row.recorder,
        recorded_at=row.recorded_at,
    )
