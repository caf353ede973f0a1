"""How incidents are read: one, a page of many, those in hand, and what a search finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, case, func, or_, select

from duty_console.clock import as_utc
from duty_console.database.search import SqliteSearch, normalise, search_index_of
from duty_console.database.types import from_micros
from duty_console.dutylog.model import LogKind
from duty_console.errors import InputProblem
from duty_console.incidents.model import (
    COUNTS,
    Casualties,
    CasualtyCount,
    Incident,
    IncidentCard,
    IncidentFilter,
    IncidentState,
    SearchHit,
)
from duty_console.incidents.tables import CasualtyRow, IncidentRow
from duty_console.journal.tables import journal_entry
from duty_console.limits.model import Grade
from duty_console.limits.service import of_incidents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from duty_console.database.engine import Database

SORTS: dict[str, tuple[ColumnElement[Any] | InstrumentedAttribute[Any], ...]] = {
    "received_at": (IncidentRow.received_at,),
    # By the day and then as a number: 20261014-100 comes after 20261014-99.
    "number": (func.substr(IncidentRow.number, 1, 9), func.length(IncidentRow.number), IncidentRow.number),
    "grade": (case({grade: grade.rank for grade in Grade}, value=IncidentRow.grade, else_=0),),
    "event_class": (IncidentRow.event_class,),
    "place": (IncidentRow.place,),
    "title": (IncidentRow.title,),
    "state": (IncidentRow.state,),
}


def row_by_number(session: Session, number: str) -> IncidentRow:
    """Return an incident's row. Raises InputProblem `incident_unknown`."""
    row = session.scalars(select(IncidentRow).where(IncidentRow.number == number)).first()
    if row is None:
        raise InputProblem("number", "incident_unknown", number=number)
    return row


def cards_of(session: Session, rows: Sequence[IncidentRow]) -> tuple[IncidentCard, ...]:
    """Return incidents with their obligations, asked once for all."""
    owed = of_incidents(session, [row.id for row in rows])
    return tuple(IncidentCard(incident_of(row), owed[row.id]) for row in rows)


def open_cards(session: Session) -> tuple[IncidentCard, ...]:
    """Return what is in hand: the most urgent limit first, those without a limit after them, newest first."""
    query = select(IncidentRow).where(IncidentRow.state == IncidentState.OPEN).order_by(IncidentRow.received_at.desc())
    cards = cards_of(session, session.scalars(query).all())

    def urgency(card: IncidentCard) -> tuple[bool, float]:
        owed = card.next_obligation
        return (owed is None, owed.due_at.timestamp() if owed else -card.incident.received_at.timestamp())

    return tuple(sorted(cards, key=urgency))


def page(session: Session, wanted: IncidentFilter, limit: int, offset: int) -> tuple[IncidentCard, ...]:
    """Return a page of incidents."""
    columns = SORTS.get(wanted.sort, (IncidentRow.received_at,))
    order = [column.desc() if wanted.descending else column.asc() for column in columns]
    query = select(IncidentRow).where(*_conditions(session, wanted)).order_by(*order, IncidentRow.id.desc())
    return cards_of(session, session.scalars(query.limit(limit).offset(offset)).all())


def count(session: Session, wanted: IncidentFilter) -> int:
    """Return how many incidents there are."""
    return session.scalar(select(func.count(IncidentRow.id)).where(*_conditions(session, wanted))) or 0


def casualty_history(session: Session, incident_id: int) -> tuple[CasualtyCount, ...]:
    """Return the numbers of an incident, one row per change, the newest first."""
    query = select(CasualtyRow).where(CasualtyRow.incident_id == incident_id)
    rows = session.scalars(query.order_by(CasualtyRow.at.desc(), CasualtyRow.id.desc()))
    return tuple(CasualtyCount(row.id, row.at, row.source, casualties_of(row), row.recorder) for row in rows)


_HITS = """
SELECT s.{seq}, j.entity, j.entity_id, coalesce(l.at, i.received_at), coalesce(i.title, l.kind),
       coalesce(l.text, nullif(i.summary, ''), i.place), coalesce(l.incident_number, i.number)
  FROM {found} AS s
  CROSS JOIN journal_entry AS j
  LEFT JOIN log_entry AS l ON j.entity = 'log_entry' AND l.id = j.entity_id
  LEFT JOIN incident AS i ON j.entity = 'incident' AND i.id = j.entity_id
 WHERE j.seq = s.{seq}{matching} AND (l.id IS NOT NULL OR i.id IS NOT NULL)
 ORDER BY s.{seq} DESC
"""
# The index gives its hits in this order by itself, and CROSS JOIN keeps it in front: nothing is sorted.
_MATCHING = " AND search_index MATCH ? AND s.rowid < ?"
_HITS_SQLITE = _HITS.format(seq="rowid", found="search_index", matching=_MATCHING) + " LIMIT ?"
_KINDS: Mapping[str, str] = {kind.value: kind.zh for kind in LogKind}


def search(database: Database, words: str, limit: int, before: int | None = None) -> tuple[SearchHit, ...]:
    """Return incidents and log lines that hold the words anywhere, newest first; `before` is the last hit's number.

    One statement past the mapper: this runs while somebody types.
    """
    if database.is_sqlite:
        query = SqliteSearch.query(words)
        if not query:
            return ()
        with database.driver() as driver:
            return _hits(driver.execute(_HITS_SQLITE, (query, before or 1 << 62, limit)).fetchall(), from_micros)
    with database.connection() as connection:
        seqs = search_index_of(connection).find(connection, words, limit, before)
        if not seqs:
            return ()
        values = ",".join(f"({seq:d})" for seq in seqs)
        found = f"(SELECT column1 AS seq FROM (VALUES {values}) AS v)"  # noqa: S608  # our own integers
        statement = _HITS.format(seq="seq", found=found, matching="")
        return _hits(connection.exec_driver_sql(statement), as_utc)


def _hits(rows: Iterable[Sequence[Any]], when: Callable[[Any], datetime]) -> tuple[SearchHit, ...]:
    """A line's title is the word of its kind; an incident has its own."""
    return tuple(
        [
            SearchHit(entity, entity_id, when(at), _KINDS[title] if entity == "log_entry" else title, text, number, seq)
            for seq, entity, entity_id, at, title, text, number in rows
        ]
    )


def _conditions(session: Session, wanted: IncidentFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.states:
        found.append(IncidentRow.state.in_(wanted.states))
    if wanted.classes:
        found.append(IncidentRow.event_class.in_(wanted.classes))
    if wanted.grades:
        found.append(IncidentRow.grade.in_(wanted.grades))
    if wanted.since is not None:
        found.append(IncidentRow.received_at >= wanted.since)
    if wanted.until is not None:
        found.append(IncidentRow.received_at < wanted.until)
    if normalise(wanted.words).strip():
        hits = search_index_of(session.connection()).matching(wanted.words)
        ids = select(journal_entry.c.entity_id).where(
            journal_entry.c.seq.in_(hits), journal_entry.c.entity == IncidentRow.__tablename__
        )
        found.append(or_(IncidentRow.id.in_(ids), IncidentRow.number.startswith(wanted.words.strip(), autoescape=True)))
    return found


def incident_of(row: IncidentRow) -> Incident:
    """Return the value of a row."""
    return Incident(
        id=row.id,
        number=row.number,
        state=row.state,
        event_class=row.event_class,
        type=row.type,
        title=row.title,
        received_at=row.received_at,
        occurred_at=row.occurred_at,
        place=row.place,
        source_unit=row.source_unit,
        caller=row.caller,
        caller_post=row.caller_post,
        caller_phone=row.caller_phone,
        channel=row.channel,
        casualties=casualties_of(row),
        grade=row.grade,
        grade_basis=row.grade_basis,
        classified_at=row.classified_at,
        summary=row.summary,
        measures=row.measures,
        already_told=row.already_told,
        recorder=row.recorder,
        recorded_at=row.recorded_at,
        closed_at=row.closed_at,
        closed_reason=row.closed_reason or "",
    )


def casualties_of(row: IncidentRow | CasualtyRow) -> Casualties:
    """Return the numbers of a row."""
    return Casualties(**{name: getattr(row, name) for name in COUNTS})
