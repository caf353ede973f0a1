"""What a shift's sheet is composed from, read in one consistent state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from duty_console.dutylog.model import LogKind
from duty_console.dutylog.service import entries_of
from duty_console.dutylog.tables import LogRow
from duty_console.handover.model import EQUIPMENT, EquipmentState, OpenItem, RecordedCheck
from duty_console.handover.tables import EquipmentCheckRow, HandoverNoteRow, OpenItemRow
from duty_console.incidents.model import IncidentCard, IncidentState
from duty_console.incidents.queries import cards_of
from duty_console.incidents.tables import IncidentRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from duty_console.dutylog.model import LogEntry


def incidents_of(session: Session, since: datetime, until: datetime) -> tuple[IncidentCard, ...]:
    """Return the incidents that a shift had to do with, newest first.

    Those received or written about in it, or open through it, whether or not they were closed since.
    """
    touched = select(LogRow.incident_id).where(LogRow.at >= since, LogRow.at < until, LogRow.incident_id.is_not(None))
    closed_since = select(LogRow.incident_id).where(LogRow.at >= until, LogRow.kind == LogKind.CLOSURE)
    query = select(IncidentRow).where(
        IncidentRow.received_at < until,
        or_(IncidentRow.state == IncidentState.OPEN, IncidentRow.id.in_(touched), IncidentRow.id.in_(closed_since)),
    )
    return cards_of(session, session.scalars(query.order_by(IncidentRow.received_at.desc())).all())


def instructions_of(session: Session, since: datetime, until: datetime) -> tuple[tuple[LogEntry, datetime | None], ...]:
    """Return what leaders asked for in a shift, and when somebody first reported back on it in that shift.

    Of an instruction that was corrected, the words that are right; feedback on either counts.
    """
    query = select(LogRow).where(LogRow.at >= since, LogRow.at < until, LogRow.kind == LogKind.INSTRUCTION)
    found: list[tuple[LogEntry, datetime | None]] = []
    for line in entries_of(session, session.scalars(query.order_by(LogRow.at, LogRow.id)).all()):
        right, ids = line, [line.id]
        while right.corrected_by_id is not None:
            right = entries_of(session, [session.get_one(LogRow, right.corrected_by_id)])[0]
            ids.append(right.id)
        answered = select(func.min(LogRow.at)).where(LogRow.answers_id.in_(ids), LogRow.at < until)
        found.append((replace(line, text=right.text), session.scalar(answered)))
    return tuple(found)


def open_items(session: Session, since: datetime, until: datetime) -> tuple[OpenItem, ...]:
    """Return the tasks that were open at the end of a span, earliest due first."""
    query = select(OpenItemRow).where(
        OpenItemRow.created_at <= until, or_(OpenItemRow.done_at.is_(None), OpenItemRow.done_at > until)
    )
    rows = session.scalars(query).all()
    ordered = sorted(rows, key=lambda row: (row.due_at is None, row.due_at or row.created_at, row.id))
    return tuple(item_of(row) for row in ordered)


def checks_of(session: Session, shift_starts_at: datetime) -> tuple[RecordedCheck, ...]:
    """Return the last check of each piece of equipment in a shift; what was not checked says so."""
    query = select(EquipmentCheckRow).where(EquipmentCheckRow.shift_starts_at == shift_starts_at)
    last = {row.name: row for row in session.scalars(query.order_by(EquipmentCheckRow.id))}
    names = [*EQUIPMENT, *(name for name in last if name not in EQUIPMENT)]
    return tuple(
        RecordedCheck(name, row.state, row.remark, row.checked_at, row.checked_by)
        if (row := last.get(name)) is not None
        else RecordedCheck(name, EquipmentState.UNCHECKED, "", None, "")
        for name in names
    )


def note_of(session: Session, shift_starts_at: datetime) -> str:
    """Return the shift's last note."""
    query = select(HandoverNoteRow.text).where(HandoverNoteRow.shift_starts_at == shift_starts_at)
    return session.scalar(query.order_by(HandoverNoteRow.id.desc()).limit(1)) or ""


def item_of(row: OpenItemRow) -> OpenItem:
    """Return the value of a row."""
    return OpenItem(
        row.id, row.text, row.owner, row.due_at, row.created_at, row.created_by, row.done_at, row.done_by, row.result
    )
