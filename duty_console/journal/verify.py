"""Whether the record still proves itself: every link of the chain, and every live row against its last journalled state."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, func, select

from duty_console.database.base import Row
from duty_console.database.types import from_micros
from duty_console.journal.chain import GENESIS, canonical, digest_of, hash_of
from duty_console.journal.model import Fault, Head, Operation, Problem, Verification
from duty_console.journal.tables import journal_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PROBLEMS = 1000


def verify(connection: Connection) -> Verification:
    """Check the whole record. Reads everything once; holds one entry and one row at a time."""
    entries, head, problems = _check_chain(connection)
    for table in Row.metadata.sorted_tables:
        if table is not journal_entry and len(problems) < MOST_PROBLEMS:
            problems.extend(_check_table(connection, table))
    return Verification(entries, head, tuple(problems[:MOST_PROBLEMS]))


def read_head(connection: Connection) -> Head:
    """Return the end of the chain."""
    last = connection.exec_driver_sql("SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1").first()
    return Head(last[0], bytes(last[1]).hex()) if last else Head(0, GENESIS.hex())


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
        if bytes(before) != previous:
            problems.append(Problem(Fault.LINK, seq=seq))
        if payload is not None and digest_of(payload) != bytes(digest):
            problems.append(Problem(Fault.PAYLOAD, seq, entity, entity_id))
        moment = from_micros(at) if sqlite else at
        fields = (
            seq,
            moment,
            actor,
            place,
            action,
            operation,
            entity,
            entity_id,
            bytes(digest),
            bytes(before),
        )
        if hash_of(*fields) != bytes(this):
            problems.append(Problem(Fault.HASH, seq, entity, entity_id))
        expected, previous = seq + 1, bytes(this)
        if len(problems) >= MOST_PROBLEMS:
            break
    return entries, Head(expected - 1, previous.hex()), problems


def _check_table(connection: Connection, table: Table) -> Iterator[Problem]:
    """Walk rows and last journalled states side by side, both by id."""
    rows = iter(connection.execution_options(yield_per=2000).execute(select(table).order_by(table.c.id)).mappings())
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
            differing = _differences(dict(row), state[1], state[2], state[3])
            if differing is not None:
                yield Problem(Fault.ROW_CHANGED, state[4], table.name, row_id, differing)
            row, state = next(rows, None), next(states, None)


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
        journal_entry.c.digest,
        journal_entry.c.seq,
    ).join(last, journal_entry.c.seq == last.c.seq)
    for found in connection.execution_options(yield_per=2000).execute(chosen.order_by(journal_entry.c.entity_id)):
        yield found[0], found[1], found[2], bytes(found[3]), found[4]


def _differences(row: dict[str, Any], operation: str, payload: str | None, digest: bytes) -> tuple[str, ...] | None:
    if operation == Operation.DELETE:
        return ("id",)
    now = canonical(row)
    if digest_of(now) == digest or payload is None:
        return None
    # A newer program may have added columns: those of the journalled state decide, an added one must be empty.
    was, live = json.loads(payload), json.loads(now)
    differing = tuple(sorted(name for name in {*was, *live} if was.get(name) != live.get(name)))
    return differing or None
