"""Read the journal and prove it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from duty_console.errors import EnvironmentProblem
from duty_console.journal.chain import GENESIS
from duty_console.journal.model import Fault, Head, JournalEntry, Operation, Problem, Verification
from duty_console.journal.tables import journal_entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from duty_console.database.engine import Database


class Journal:
    """The record of every change."""

    def __init__(self, database: Database, load_tables: Callable[[], None]) -> None:
        """`load_tables` maps every table of the house, so that none stays unchecked."""
        self._database = database
        self._load_tables = load_tables

    def head(self) -> Head:
        """Return the end of the chain."""
        with self._database.connection() as connection:
            return read_head(connection)

    def verify(self, code: str | None = None) -> Verification:
        """Check every link and every live row; with `code` also a sheet that was sealed with it.

        No sheet is sealed yet in this version of the record, so every code is unknown to it. Raises EnvironmentProblem
        `database_damaged` where the file itself is broken, also in a part that holds no row.
        """
        from duty_console.journal.verify import verify  # only who asks for it

        self._load_tables()
        with self._database.connection() as connection:
            if connection.dialect.name == "sqlite":
                said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
                if said != "ok":
                    raise EnvironmentProblem("database_damaged", reason=str(said))
            found = verify(connection)
        if code is None:
            return found
        unknown = Problem(Fault.CODE_UNKNOWN, columns=(code,))
        return Verification(found.entries, found.head, (*found.problems, unknown))

    def page(self, limit: int = 100, before: int | None = None) -> tuple[JournalEntry, ...]:
        """Return entries, the newest first."""
        query = select(journal_entry).order_by(journal_entry.c.seq.desc()).limit(limit)
        if before is not None:
            query = query.where(journal_entry.c.seq < before)
        with self._database.connection() as connection:
            return tuple(
                JournalEntry(
                    row.seq,
                    row.at,
                    row.actor,
                    row.workstation,
                    row.action,
                    Operation(row.operation),
                    row.entity,
                    row.entity_id,
                    json.loads(row.payload) if row.payload else None,
                    bytes(row.hash).hex(),
                )
                for row in connection.execute(query)
            )


def read_head(connection: Connection) -> Head:
    """Return the end of the chain."""
    last = connection.exec_driver_sql("SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1").first()
    return Head(last[0], bytes(last[1]).hex()) if last else Head(0, GENESIS.hex())
