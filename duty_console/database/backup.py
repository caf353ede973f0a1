"""Copies of the embedded database that are known to be good."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from duty_console.database.engine import problems_named
from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    from pathlib import Path

    from duty_console.database.engine import Database

PAGES_AT_ONCE = 4096
"""So many pages (16 MiB) are copied at a time; in between other desks may read and write."""


def copy_verified(database: Database, destination: Path) -> None:
    """Copy the live database to `destination`: whole, checked and on disk, or not at all.

    SQLite's own online backup: copying the file of a live WAL database can lose what the log still holds. The copy is
    one file without a log beside it. Raises EnvironmentProblem: `folder_unwritable` or as `problems_named` does,
    `database_damaged` where the copy does not pass `integrity_check`. ValueError for a database that is not SQLite.
    """
    if not database.is_sqlite:
        raise ValueError("a server's database is backed up by its own tools")
    fresh = destination.with_name(destination.name + ".new")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        _copy(database, fresh)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        fresh.replace(destination)
    except OSError as error:
        raise EnvironmentProblem(
            "folder_unwritable", path=str(destination.parent), reason=error.strerror or ""
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _copy(database: Database, fresh: Path) -> None:
    with problems_named(), closing(sqlite3.connect(fresh)) as copy:
        with closing(database.engine.raw_connection()) as source:
            driver: Any = source.driver_connection
            driver.backup(copy, pages=PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise EnvironmentProblem("database_damaged", reason=str(found))
