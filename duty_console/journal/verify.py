"""Whether the record still proves itself: every link of the chain, every live row against its last journalled state."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, Dialect, LargeBinary, Table, func, select, type_coerce
from sqlalchemy.types import NullType

from duty_console.database.base import Row
from duty_console.database.types import from_micros
from duty_console.journal.chain import GENESIS, SEPARATOR, canonical, digest_of, hash_of
from duty_console.journal.model import Fault, Head, Operation, Problem, Verification
from duty_console.journal.tables import journal_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

MOST_PROBLEMS = 1000


def verify(connection: Connection) -> Verification:
    """Check the whole record. Reads everything once; holds one entry and one row at a time."""
    with _any_text(connection):
        entries, head, problems = _check_chain(connection)
        for table in Row.metadata.sorted_tables:
            if table is not journal_entry and len(problems) < MOST_PROBLEMS:
                problems.extend(_check_table(connection, table))
    return Verification(entries, head, tuple(problems[:MOST_PROBLEMS]))


@contextmanager
def _any_text(connection: Connection) -> Generator[None]:
    """Read text that is not UTF-8 too: only a foreign hand writes it, and it must be found, not stumbled over."""
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name != "sqlite":
        yield
        return
    driver.text_factory = _decoded
    try:
        yield
    finally:
        driver.text_factory = str


def read_head(connection: Connection) -> Head:
    """Return the end of the chain."""
    last = connection.exec_driver_sql("SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1").first()
    return Head(last[0], bytes(last[1]).hex()) if last else Head(0, GENESIS.hex())


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "backslashreplace")


def _check_chain(connection: Connection) -> tuple[int, Head, list[Problem]]:
    problems: list[Problem] = []
    expected, previous, entries = 1, GENESIS, 0
    sqlite = connection.dialect.name == "sqlite"
    found = connection.execution_options(yield_per=5000).exec_driver_sql(
        "SELECT seq, at, actor, workstation, action, operation, entity, entity_id, payload, digest, previous, hash"
        " FROM journal_entry ORDER BY seq"
    )
    for seq, at, actor, place, action, operation, entity, entity_id, payload, digest, before, this in found:
        entries += 1
        if seq != expected:
            problems.append(Problem(Fault.GAP, seq=expected))
        if _bytes(before) != previous:
            problems.append(Problem(Fault.LINK, seq=seq))
        # Nothing in this version redacts, so a payload that is gone was taken away.
        if not isinstance(payload, str) or digest_of(payload) != _bytes(digest):
            problems.append(Problem(Fault.PAYLOAD, seq, _word(entity), _number(entity_id)))
        texts = (actor, place, action, operation, entity)
        if _link(sqlite, (seq, at, *texts, entity_id, _bytes(digest), _bytes(before))) != _bytes(this):
            problems.append(Problem(Fault.HASH, seq, _word(entity), _number(entity_id)))
        expected, previous = seq + 1, _bytes(this)
        del problems[MOST_PROBLEMS:]
    return entries, Head(expected - 1, previous.hex()), problems


def _link(sqlite: bool, fields: tuple[Any, ...]) -> bytes | None:
    """Return the hash that these fields should have; None where somebody put in what no entry holds.

    SQLite keeps any type in any column. A separator within a text would let two texts share their letters otherwise.
    """
    seq, at, *texts, entity_id, digest, before = fields
    if not all(isinstance(each, str) and SEPARATOR not in each for each in texts):
        return None
    if type(entity_id) is not int:
        return None
    try:
        moment = from_micros(at) if sqlite else at
    except (TypeError, ValueError, OverflowError, OSError):
        return None
    actor, place, action, operation, entity = texts
    return hash_of(seq, moment, actor, place, action, operation, entity, entity_id, digest, before)


def _check_table(connection: Connection, table: Table) -> Iterator[Problem]:
    """Walk rows and last journalled states side by side, both by id."""
    rows = iter(_live_rows(connection, table))
    states = iter(_last_states(connection, table.name))
    row, state = next(rows, None), next(states, None)
    while row is not None or state is not None:
        row_id = row["id"] if row is not None else None
        if state is not None and (row_id is None or state[0] < row_id):
            if state[1] != Operation.DELETE:
                yield Problem(Fault.ROW_MISSING, state[4], table.name, state[0])
            state = next(states, None)
        elif row is not None and (state is None or row_id is None or row_id < state[0]):
            yield Problem(Fault.ROW_UNKNOWN, None, table.name, row_id)
            row = next(rows, None)
        elif row is not None and state is not None:
            differing = _differences(row, state[1], state[2], state[3])
            if differing is not None:
                yield Problem(Fault.ROW_CHANGED, state[4], table.name, row_id, differing)
            row, state = next(rows, None), next(states, None)


def _live_rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """Give every row as the program reads it; by its spelling what it cannot have written, which a foreign hand did."""
    names = [column.name for column in table.c]
    readers = [_reader(column, connection.dialect) for column in table.c]
    raw = select(*(type_coerce(column, NullType()).label(column.name) for column in table.c)).order_by(table.c.id)
    for values in connection.execution_options(yield_per=2000).execute(raw):
        yield {name: read(value) for name, read, value in zip(names, readers, values, strict=True)}


def _reader(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any]:
    """Return how a column is read. SQLite keeps any type anywhere, so what is read must write itself back alike."""
    read = column.type.result_processor(dialect, None)
    if dialect.name != "sqlite":
        return read or _plainly
    if read is None:
        return _plainly if isinstance(column.type, LargeBinary) else _no_bytes
    write = column.type.bind_processor(dialect) or _plainly

    def read_strictly(value: Any) -> Any:  # noqa: ANN401  # whatever stands there
        try:
            found = read(value)
            back = write(found)
        except Exception:  # whatever a converter makes of a value that is none
            return f"? {value!r}"
        return found if type(back) is type(value) and back == value else f"? {value!r}"

    return read_strictly


def _plainly(value: Any) -> Any:  # noqa: ANN401
    return value


def _no_bytes(value: Any) -> Any:  # noqa: ANN401
    return f"? {value!r}" if isinstance(value, bytes) else value


def _last_states(connection: Connection, entity: str) -> Iterator[tuple[int, str, str | None, bytes, int]]:
    last = (
        select(func.max(journal_entry.c.seq).label("seq"))
        .where(journal_entry.c.entity == entity)
        .group_by(journal_entry.c.entity_id)
        .subquery()
    )
    chosen = select(
        journal_entry.c.entity_id,
        journal_entry.c.operation,
        journal_entry.c.payload,
        type_coerce(journal_entry.c.digest, NullType()),
        journal_entry.c.seq,
    ).join(last, journal_entry.c.seq == last.c.seq)
    for found in connection.execution_options(yield_per=2000).execute(chosen.order_by(journal_entry.c.entity_id)):
        if type(found[0]) is int:  # otherwise the chain has told already
            yield found[0], found[1], found[2], _bytes(found[3]), found[4]


def _differences(row: dict[str, Any], operation: str, payload: str | None, digest: bytes) -> tuple[str, ...] | None:
    """Return the columns that differ from the journalled state, none where it cannot be read; None where all agree."""
    if operation == Operation.DELETE:
        return ("id",)
    now = canonical(row)
    if digest_of(now) == digest:
        return None
    if not isinstance(payload, str) or digest_of(payload) != digest:
        return ()
    # A newer program may have added columns: those of the journalled state decide, an added one must be empty.
    was, live = json.loads(payload), json.loads(now)
    names = {*was, *live}
    return tuple(sorted(each for each in names if _spelt(was.get(each)) != _spelt(live.get(each)))) or None


def _spelt(value: object) -> str:
    # To Python 1, 1.0 and true are equal; on record they are not.
    return json.dumps(value, sort_keys=True)


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return value.tobytes() if isinstance(value, memoryview) else b""


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> int | None:
    return value if type(value) is int else None
