"""The session listener that journals every insert, update and delete of a mapped row; no service can forget it.

It runs inside the flush's transaction: a row and its entry are committed together or not at all. The search index is
fed in the same place, for its row number is the journal number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, event, inspect, select

from duty_console.database.base import Row
from duty_console.database.engine import UseCase, use_case_of
from duty_console.database.search import search_index_of
from duty_console.database.types import to_micros
from duty_console.journal.chain import GENESIS, SEPARATOR, canonical, digest_of, hash_of
from duty_console.journal.model import Operation
from duty_console.journal.tables import journal_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker

INSERT = (
    "INSERT INTO journal_entry (seq, at, actor, workstation, action, operation, entity, entity_id, payload, digest,"
    " previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def attach(sessions: sessionmaker[Session]) -> None:
    """Make every session of this maker journal what it flushes."""
    event.listen(sessions, "before_flush", _guard_record)
    event.listen(sessions, "after_flush", _journal_flush)
    event.listen(sessions, "do_orm_execute", _refuse_bulk)


class Bypass(RuntimeError):
    """A bug: something tried to change rows past the journal, or to change what is append-only."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a class is written down: its table's name, its attributes by column name, its searched attributes."""

    table: str
    attributes: tuple[tuple[str, str], ...]
    searched: tuple[str, ...]


@cache
def _shape_of(kind: type[Row]) -> _Shape:
    mapper = inspect(kind)
    pairs = sorted((column.name, mapper.get_property_by_column(column).key) for column in mapper.columns)
    return _Shape(kind.__tablename__, tuple(pairs), kind.searched)


def _guard_record(session: Session, *_: object) -> None:
    for row in session.dirty:
        if isinstance(row, Row) and row.append_only and session.is_modified(row):
            raise Bypass(f"{type(row).__name__} is append-only: a correction adds a row")
    for row in session.deleted:
        if isinstance(row, Row) and row.append_only:
            raise Bypass(f"{type(row).__name__} is append-only: nothing is deleted")


def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete or state.is_insert:
        raise Bypass("bulk statements would pass the journal by: change rows through the session")


def _journal_flush(session: Session, *_: object) -> None:
    case = use_case_of(session)
    changed: list[tuple[Operation, Row]] = [(Operation.INSERT, row) for row in session.new if isinstance(row, Row)]
    changed += [(Operation.UPDATE, row) for row in session.dirty if isinstance(row, Row) and session.is_modified(row)]
    changed += [(Operation.DELETE, row) for row in session.deleted if isinstance(row, Row)]
    if not changed:
        return
    # Rows of one flush are journalled in the order they were made, table by table.
    changed.sort(key=lambda each: (each[0] != Operation.INSERT, _shape_of(type(each[1])).table, each[1].id))
    connection = session.connection()
    writer = ChainWriter(connection, case)
    now = case.clock.now()
    for operation, row in changed:
        shape = _shape_of(type(row))
        state = row.__dict__
        payload = canonical({column: state.get(attribute) for column, attribute in shape.attributes})
        seq = writer.add(now, operation, shape.table, row.id, payload)
        _feed_search(writer, operation, shape, row, seq)
    writer.write()


def _feed_search(writer: ChainWriter, operation: Operation, shape: _Shape, row: Row, seq: int) -> None:
    if not shape.searched:
        return
    text = " ".join(str(row.__dict__[name]) for name in shape.searched if row.__dict__.get(name))
    if operation is Operation.INSERT:
        writer.found.append((seq, text))
        return
    old = " ".join(_before(row, name) for name in shape.searched if _before(row, name))
    if operation is Operation.UPDATE and old == text:
        return
    writer.reindex(shape.table, row.id, old, text if operation is Operation.UPDATE else "")


def _before(row: Row, name: str) -> str:
    history = inspect(row).attrs[name].history
    value = history.deleted[0] if history.deleted else (history.unchanged[0] if history.unchanged else None)
    return str(value) if value else ""


class ChainWriter:
    """Adds links to the chain's end within one transaction."""

    def __init__(self, connection: Connection, case: UseCase) -> None:
        self._connection = connection
        self._case = case
        self._links: list[tuple[Any, ...]] = []
        self.found: list[tuple[int, str]] = []
        if not case.last_hash:
            self._read_head()

    def _read_head(self) -> None:
        if self._connection.dialect.name != "sqlite":
            # One writer at a time on the chain; SQLite's BEGIN IMMEDIATE already sees to that.
            self._connection.exec_driver_sql("LOCK TABLE journal_entry IN EXCLUSIVE MODE")
        last = self._connection.exec_driver_sql("SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1").first()
        self._case.last_seq, self._case.last_hash = (last[0], bytes(last[1])) if last else (0, GENESIS)

    def add(
        self,
        at: datetime,
        operation: str,
        entity: str,
        entity_id: int,
        payload: str,
        actor: str | None = None,
    ) -> int:
        """Add one link in memory and return its number; `write` stores it."""
        case = self._case
        who, where = _unseparated(actor or case.identity.name), _unseparated(case.identity.workstation)
        digest, seq, previous = digest_of(payload), case.last_seq + 1, case.last_hash
        this = hash_of(seq, at, who, where, case.action, operation, entity, entity_id, digest, previous)
        self._links.append(
            (
                seq,
                at,
                who,
                where,
                case.action,
                str(operation),
                entity,
                entity_id,
                payload,
                digest,
                previous,
                this,
            )
        )
        case.last_seq, case.last_hash = seq, this
        if case.touched is not None:
            case.touched.add(entity)
        return seq

    def reindex(self, entity: str, entity_id: int, old: str, new: str) -> None:
        """Replace a row's text in the search index."""
        first = select(journal_entry.c.seq).where(
            journal_entry.c.entity == entity, journal_entry.c.entity_id == entity_id
        )
        seq = self._connection.scalar(first.order_by(journal_entry.c.seq).limit(1))
        if seq is None:
            return
        index = search_index_of(self._connection)
        if old:
            index.remove(self._connection, [(seq, old)])
        if new:
            index.add(self._connection, [(seq, new)])

    def write(self) -> None:
        """Store the links and the search texts gathered so far."""
        if self._links and self._connection.dialect.name == "sqlite":
            # Straight to the driver: on the way of every save the compiler would cost more than the insert.
            rows = [(link[0], to_micros(link[1]), *link[2:]) for link in self._links]
            self._connection.exec_driver_sql(INSERT, rows)
        elif self._links:
            names = journal_entry.c.keys()
            self._connection.execute(
                journal_entry.insert(), [dict(zip(names, link, strict=True)) for link in self._links]
            )
        search_index_of(self._connection).add(self._connection, self.found)
        self._links, self.found = [], []


def _unseparated(name: str) -> str:
    # The hash joins its fields by this character; no name that people type may hold it.
    return name.replace(SEPARATOR, " ")


def insert_rows(
    connection: Connection,
    case: UseCase,
    kind: type[Row],
    rows: Sequence[Mapping[str, Any]],
    stamps: Iterable[tuple[datetime, str]],
) -> None:
    """Insert many rows of one table with their journal entries, for the demonstration data and imports.

    `rows` carry every column by name, `id` too; `stamps` give each row's moment and actor.
    """
    shape = _shape_of(kind)
    columns = [column for column, _ in shape.attributes]
    writer = ChainWriter(connection, case)
    for row, (at, actor) in zip(rows, stamps, strict=True):
        payload = canonical({column: row.get(column) for column in columns})
        seq = writer.add(at, Operation.INSERT, shape.table, row["id"], payload, actor)
        if shape.searched:
            writer.found.append((seq, " ".join(str(row[name]) for name in shape.searched if row.get(name))))
    connection.execute(kind.__table__.insert(), [{column: row.get(column) for column in columns} for row in rows])  # type: ignore[attr-defined]
    if rows and connection.dialect.name != "sqlite":
        # A server's own count of ids has not seen these.
        last = max(int(row["id"]) for row in rows)
        connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{shape.table}', 'id'), {last})")
    writer.write()
