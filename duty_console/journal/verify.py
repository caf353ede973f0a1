"""Whether the record still proves itself: every link of the chain, every live row against its last journalled state.

Ten years are millions of entries, so rows come straight from the driver, in the order in which they lie.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, Dialect, LargeBinary, Table, select

from duty_console.database.base import Row
from duty_console.database.types import EnumWord, UtcDateTime, from_micros
from duty_console.journal.chain import GENESIS, SEPARATOR, canonical, digest_of, hash_of
from duty_console.journal.model import Fault, Head, Operation, Problem, Verification
from duty_console.journal.tables import journal_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from datetime import datetime

MOST_PROBLEMS = 1000

State = tuple[int, int, str, bytes]
"""Of a row's last entry: the row's id, the entry's number, the operation, the digest of the payload."""


def verify(connection: Connection) -> Verification:
    """Check the whole record. Reads everything once; holds one entry and one row at a time."""
    try:
        return _verify(connection)
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
    # Only a foreign hand writes text that is not UTF-8: it must be found, not stumbled over.
    with _any_text(connection):
        return _verify(connection)


def _verify(connection: Connection) -> Verification:
    entries, head, problems = _check_chain(connection)
    for table in Row.metadata.sorted_tables:
        if table is not journal_entry and len(problems) < MOST_PROBLEMS:
            for problem in _check_table(connection, table):
                problems.append(problem)
                if len(problems) >= MOST_PROBLEMS:
                    break
    return Verification(entries, head, tuple(problems))


def _rows(connection: Connection, query: str) -> Iterator[tuple[Any, ...]]:
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        return iter(driver.execute(query))
    found = connection.execution_options(yield_per=5000).exec_driver_sql(query)
    return (tuple(row) for row in found)


@contextmanager
def _any_text(connection: Connection) -> Generator[None]:
    driver: Any = connection.connection.driver_connection
    driver.text_factory = _decoded
    try:
        yield
    finally:
        driver.text_factory = str


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "backslashreplace")


# -- the chain -------------------------------------------------------------------------------------------------------


def _check_chain(connection: Connection) -> tuple[int, Head, list[Problem]]:
    problems: list[Problem] = []
    expected, previous, entries = 1, GENESIS, 0
    sqlite = connection.dialect.name == "sqlite"
    found = _rows(
        connection,
        "SELECT seq, at, actor, workstation, action, operation, entity, entity_id, payload, digest, previous, hash"
        " FROM journal_entry ORDER BY seq",
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
        moment = _moment_of(at) if sqlite else at
        if _link(moment, (seq, actor, place, action, operation, entity, entity_id, digest, before)) != _bytes(this):
            problems.append(Problem(Fault.HASH, seq, _word(entity), _number(entity_id)))
        expected, previous = seq + 1, _bytes(this)
        if len(problems) > MOST_PROBLEMS:
            del problems[MOST_PROBLEMS:]
    return entries, Head(expected - 1, previous.hex()), problems


def _link(moment: datetime | None, fields: tuple[Any, ...]) -> bytes | None:
    """Return the hash that these fields should have; None where somebody put in what no entry holds.

    SQLite keeps any type in any column. A separator within a text would let two texts share their letters otherwise.
    """
    seq, actor, place, action, operation, entity, entity_id, digest, before = fields
    for text in (actor, place, action, operation, entity):
        if not isinstance(text, str) or SEPARATOR in text:
            return None
    if moment is None or type(entity_id) is not int:
        return None
    return hash_of(seq, moment, actor, place, action, operation, entity, entity_id, _bytes(digest), _bytes(before))


def _moment_of(micros: object) -> datetime | None:
    try:
        return from_micros(micros) if type(micros) is int else None
    except (ValueError, OverflowError, OSError):
        return None


# -- the live rows ---------------------------------------------------------------------------------------------------


def _check_table(connection: Connection, table: Table) -> Iterator[Problem]:
    """Walk rows and last journalled states side by side, both by id."""
    rows, states = _live_rows(connection, table), _last_states(connection, table.name)
    row, state = next(rows, None), next(states, None)
    while row is not None or state is not None:
        if row is None or (state is not None and state[0] < row["id"]):
            assert state is not None  # noqa: S101  # one of both is there
            if state[2] != Operation.DELETE:
                yield Problem(Fault.ROW_MISSING, state[1], table.name, state[0])
            state = next(states, None)
        elif state is None or row["id"] < state[0]:
            yield Problem(Fault.ROW_UNKNOWN, None, table.name, row["id"])
            row = next(rows, None)
        else:
            differing = _differences(connection, row, state)
            if differing is not None:
                yield Problem(Fault.ROW_CHANGED, state[1], table.name, row["id"], differing)
            row, state = next(rows, None), next(states, None)


def _live_rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """Give every row as the program reads it; by its spelling what it cannot have written, which a foreign hand did."""
    names = [column.name for column in table.c]
    readers = [
        (place, reader) for place, column in enumerate(table.c) if (reader := _reader(column, connection.dialect))
    ]
    query = str(select(*table.c).order_by(table.c.id).compile(dialect=connection.dialect))
    for values in _rows(connection, query):
        read = list(values)
        for place, reader in readers:
            read[place] = reader(read[place])
        yield dict(zip(names, read, strict=True))


def _reader(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """Return how a column is read. SQLite keeps any type anywhere, so what is read must write itself back alike."""
    read = column.type.result_processor(dialect, None)
    if dialect.name != "sqlite":
        return read
    if read is None:
        return None if isinstance(column.type, LargeBinary) else _no_bytes
    # The two commonest kinds by a shorter way, for there are millions.
    if isinstance(column.type, UtcDateTime):
        return _spelt_moment
    if isinstance(column.type, EnumWord):
        words = {None, *(word.value for word in column.type.kind)}
        return lambda value: value if value in words else f"? {value!r}"
    write = column.type.bind_processor(dialect) or _plainly

    def read_strictly(value: Any) -> Any:  # noqa: ANN401  # whatever stands there
        if value is None:
            return None
        try:
            found = read(value)
            back = write(found)
        except Exception:  # whatever a converter makes of a value that is none
            return f"? {value!r}"
        return found if type(back) is type(value) and back == value else f"? {value!r}"

    return read_strictly


def _spelt_moment(value: object) -> str | None:
    if value is None:
        return None
    moment = _moment_of(value)
    return f"? {value!r}" if moment is None else moment.isoformat(timespec="microseconds")


def _plainly(value: Any) -> Any:  # noqa: ANN401
    return value


def _no_bytes(value: Any) -> Any:  # noqa: ANN401
    return f"? {value!r}" if type(value) is bytes else value


def _last_states(connection: Connection, entity: str) -> Iterator[State]:
    query = f"SELECT entity_id, seq, operation, digest FROM journal_entry WHERE entity = '{entity}'"  # noqa: S608
    # An id of another type was told by the chain already.
    found = (row for row in _rows(connection, f"{query} ORDER BY entity_id, seq") if type(row[0]) is int)
    for entity_id, entries in groupby(found, itemgetter(0)):
        *_, (_, seq, operation, digest) = entries
        yield entity_id, seq, operation, _bytes(digest)


def _differences(connection: Connection, row: dict[str, Any], state: State) -> tuple[str, ...] | None:
    """Return the columns that differ from the journalled state, none where it cannot be read; None where all agree."""
    _, seq, operation, digest = state
    if operation == Operation.DELETE:
        return ("id",)
    now = canonical(row)
    if digest_of(now) == digest:
        return None
    # Read to its end: on a server the cursor would stay open.
    ((payload,),) = _rows(connection, f"SELECT payload FROM journal_entry WHERE seq = {seq:d}")  # noqa: S608
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
