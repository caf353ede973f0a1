"""Write the log, correct it by adding, read it by shift, by incident or by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, select

from duty_console.database.search import normalise, search_index_of
from duty_console.dutylog.model import WRITABLE, LogEntry, LogFilter, LogKind
from duty_console.dutylog.tables import LogRow
from duty_console.errors import InputProblem
from duty_console.journal.tables import journal_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from duty_console.database.engine import Database

LONGEST, LONGEST_REASON = 4000, 500
CONSOLE = "值守台"
"""Who writes the lines that nobody wrote."""


class DutyLog:
    """The running log of the room."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, text: str, at: datetime | None = None, kind: LogKind = LogKind.NOTE) -> LogEntry:
        """Write a line that belongs to no incident.

        Raises InputProblem for an empty or overlong text, a kind that only the console writes, or a time in the future.
        """
        if kind not in WRITABLE:
            raise InputProblem("kind", "kind_not_by_hand", kind=kind.value)
        now, words = self._database.clock.now(), checked_text(text)
        with self._database.write("write_log") as session:
            row = append(session, self._database, kind, words, checked_moment(at, now))
            return _read_back(session, row)

    def correct(self, entry_id: int, text: str, reason: str = "") -> LogEntry:
        """Strike a line through and add what is right; the original stays readable.

        Raises InputProblem for an unknown line, one that was corrected already (correct the correction), an empty or
        overlong text.
        """
        with self._database.write("correct_log") as session:
            original = session.get(LogRow, entry_id)
            if original is None:
                raise InputProblem("entry", "entry_unknown", id=entry_id)
            if session.scalar(select(LogRow.id).where(LogRow.corrects_id == entry_id)) is not None:
                raise InputProblem("entry", "entry_already_corrected", id=entry_id)
            words, why = checked_text(text), checked_reason(reason)
            if why:
                words = f"{words}（原因：{why}）"
            row = append(
                session,
                self._database,
                LogKind.CORRECTION,
                words,
                self._database.clock.now(),
                incident=(original.incident_id, original.incident_number),
                corrects_id=entry_id,
            )
            return _read_back(session, row)

    def record_clock_event(self, text: str) -> LogEntry:
        """Write down what happened to the clock."""
        with self._database.write("clock_event") as session:
            return _read_back(
                session, append(session, self._database, LogKind.SYSTEM, text, self._database.clock.now())
            )

    def page(self, wanted: LogFilter, limit: int = 100, offset: int = 0) -> tuple[LogEntry, ...]:
        """Return a page of lines."""
        with self._database.read() as session:
            order = (LogRow.at.desc(), LogRow.id.desc()) if wanted.newest_first else (LogRow.at, LogRow.id)
            query = select(LogRow).where(*self._conditions(session, wanted)).order_by(*order)
            return entries_of(session, session.scalars(query.limit(limit).offset(offset)).all())

    def latest(self, since: datetime, limit: int = 200) -> tuple[LogEntry, ...]:
        """Return the newest lines since a moment, the oldest of them first: what stands over the input line."""
        return self.page(LogFilter(since=since), limit)[::-1]

    def count(self, wanted: LogFilter) -> int:
        """Return how many lines there are."""
        with self._database.read() as session:
            return session.scalar(select(func.count(LogRow.id)).where(*self._conditions(session, wanted))) or 0

    def counts_by_kind(self, since: datetime, until: datetime) -> dict[LogKind, int]:
        """Return how many lines of each kind stand between two moments."""
        query = select(LogRow.kind, func.count(LogRow.id)).where(LogRow.at >= since, LogRow.at < until)
        with self._database.read() as session:
            return dict(session.execute(query.group_by(LogRow.kind)).all())

    def entry(self, entry_id: int) -> LogEntry:
        """Return one line. Raises InputProblem for an unknown one."""
        with self._database.read() as session:
            row = session.get(LogRow, entry_id)
            if row is None:
                raise InputProblem("entry", "entry_unknown", id=entry_id)
            return _read_back(session, row)

    def timeline(self, incident_id: int) -> tuple[LogEntry, ...]:
        """Return an incident's lines, the oldest first."""
        with self._database.read() as session:
            return timeline_in(session, incident_id)

    def timelines(self, incident_ids: Sequence[int]) -> dict[int, tuple[LogEntry, ...]]:
        """Return the lines of several incidents, the oldest first, asked once for all."""
        query = select(LogRow).where(LogRow.incident_id.in_(incident_ids)).order_by(LogRow.at, LogRow.id)
        found: dict[int, list[LogEntry]] = {each: [] for each in incident_ids}
        with self._database.read() as session:
            for line in entries_of(session, session.scalars(query).all()):
                if line.incident_id is not None:
                    found[line.incident_id].append(line)
        return {incident_id: tuple(lines) for incident_id, lines in found.items()}

    @staticmethod
    def _conditions(session: Session, wanted: LogFilter) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if wanted.since is not None:
            found.append(LogRow.at >= wanted.since)
        if wanted.until is not None:
            found.append(LogRow.at < wanted.until)
        if wanted.kinds:
            found.append(LogRow.kind.in_(wanted.kinds))
        if wanted.incident_id is not None:
            found.append(LogRow.incident_id == wanted.incident_id)
        if normalise(wanted.words).strip():
            hits = search_index_of(session.connection()).matching(wanted.words)
            ids = select(journal_entry.c.entity_id).where(
                journal_entry.c.seq.in_(hits), journal_entry.c.entity == LogRow.__tablename__
            )
            found.append(LogRow.id.in_(ids))
        return found


def append(
    session: Session,
    database: Database,
    kind: LogKind,
    text: str,
    at: datetime,
    incident: tuple[int | None, str | None] = (None, None),
    corrects_id: int | None = None,
    answers_id: int | None = None,
) -> LogRow:
    """Add a line within a use case's transaction; of an incident's timeline where `incident` gives its id and number.

    Its text comes from fields that were checked: a line that joins several may be longer than one typed by hand.
    """
    incident_id, incident_number = incident
    row = LogRow(
        at=at,
        recorded_at=database.clock.now(),
        kind=kind,
        text=text.strip(),
        person=CONSOLE if kind is LogKind.SYSTEM else database.identity.name,
        incident_id=incident_id,
        incident_number=incident_number,
        corrects_id=corrects_id,
        answers_id=answers_id,
    )
    session.add(row)
    return row


def check_of_incident(session: Session, entry_id: int, incident_id: int) -> None:
    """Raise InputProblem `entry_unknown` unless the line stands in this incident's timeline."""
    row = session.get(LogRow, entry_id)
    if row is None or row.incident_id != incident_id:
        raise InputProblem("entry", "entry_unknown", id=entry_id)


def checked_reason(reason: str) -> str:
    """Return a reason trimmed, which may be empty. Raises InputProblem when it is too long."""
    words = reason.strip()
    if len(words) > LONGEST_REASON:
        raise InputProblem("reason", "text_too_long", most=LONGEST_REASON)
    return words


def checked_text(text: str) -> str:
    """Return a line's text trimmed. Raises InputProblem when nothing is left or it is too long."""
    words = text.strip()
    if not words:
        raise InputProblem("text", "text_missing")
    if len(words) > LONGEST:
        raise InputProblem("text", "text_too_long", most=LONGEST)
    return words


def checked_moment(at: datetime | None, now: datetime, field: str = "at") -> datetime:
    """Return when something happened, now by default. Raises InputProblem `time_in_future`."""
    if at is not None and at > now:
        raise InputProblem(field, "time_in_future")
    return at or now


def timeline_in(session: Session, incident_id: int) -> tuple[LogEntry, ...]:
    """Return an incident's lines within a transaction."""
    query = select(LogRow).where(LogRow.incident_id == incident_id).order_by(LogRow.at, LogRow.id)
    return entries_of(session, session.scalars(query).all())


def entries_of(session: Session, rows: Sequence[LogRow]) -> tuple[LogEntry, ...]:
    """Return the values of rows with their journal numbers and corrections, asked once for all."""
    ids = [row.id for row in rows]
    seqs = _journal_numbers(session, ids)
    corrections = {
        corrects_id: (entry_id, at)
        for corrects_id, entry_id, at in session.execute(
            select(LogRow.corrects_id, LogRow.id, LogRow.at).where(LogRow.corrects_id.in_(ids))
        )
    }
    return tuple(_entry(row, seqs.get(row.id, 0), corrections.get(row.id)) for row in rows)


def _journal_numbers(session: Session, ids: Iterable[int]) -> dict[int, int]:
    query = select(journal_entry.c.entity_id, journal_entry.c.seq).where(
        journal_entry.c.entity == LogRow.__tablename__, journal_entry.c.entity_id.in_(tuple(ids))
    )
    return dict(session.execute(query).all())


def _read_back(session: Session, row: LogRow) -> LogEntry:
    session.flush()
    return entries_of(session, [row])[0]


def _entry(row: LogRow, seq: int, correction: tuple[int, datetime] | None) -> LogEntry:
    by, at = correction or (None, None)
    return LogEntry(
        id=row.id,
        at=row.at,
        recorded_at=row.recorded_at,
        kind=row.kind,
        text=row.text,
        person=row.person,
        journal_seq=seq,
        incident_id=row.incident_id,
        incident_number=row.incident_number,
        corrects_id=row.corrects_id,
        corrected_by_id=by,
        corrected_at=at,
        answers_id=row.answers_id,
    )
