"""The schema's age: made new, brought forward, or refused when it is newer than the program."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from duty_console.clock import SystemClock
from duty_console.database.backup import copy_verified
from duty_console.database.base import Row, for_postgresql
from duty_console.database.engine import BUSY_SECONDS
from duty_console.database.search import search_index_of
from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    from duty_console.database.engine import Database

HEAD = "0001"
"""The revision that this program's tables are at."""

SCRIPTS = Path(__file__).with_name("revisions")
KNOWN = ("0001",)
"""Every revision in order."""


def prepare_schema(database: Database, triggers: Callable[[Connection], None], load_tables: Callable[[], None]) -> None:
    """Bring the database to `HEAD`: create, migrate (a verified backup first), or refuse.

    `load_tables` maps what a start leaves for later; only who makes or changes tables needs them all.

    Raises EnvironmentProblem `database_newer` for a database of a newer program, `database_foreign` for one
    that is not ours, `database_busy` where others hold it too long. Nothing is changed then.
    """
    steady = SystemClock().steady
    began = steady()
    while True:
        try:
            return _prepare(database, triggers, load_tables)
        except EnvironmentProblem as problem:
            # While several desks make one fresh file, SQLite may refuse at once instead of letting each wait its turn.
            if problem.code != "database_busy" or steady() - began > BUSY_SECONDS:
                raise
            _PAUSE.wait(0.02)


_PAUSE = threading.Event()
"""Never set: waiting for it is waiting."""


def _prepare(database: Database, triggers: Callable[[Connection], None], load_tables: Callable[[], None]) -> None:
    with database.connection() as connection:
        age = _age(connection)
    if age is not None and age not in KNOWN:
        raise EnvironmentProblem("database_newer", found=age, known=HEAD)
    database.use_wal()
    if age == HEAD:
        return
    load_tables()
    if age is None:
        with database.connection(writing=True) as connection:
            if _age(connection) is None:  # another desk may have been first
                _create(connection, triggers)
        return
    _upgrade(database, age)


def _age(connection: Connection) -> str | None:
    names = set(inspect(connection).get_table_names())
    if {"alembic_version", "journal_entry"} <= names:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return str(found)
    if names:
        raise EnvironmentProblem("database_foreign", tables=", ".join(sorted(names)[:5]))
    return None


def _create(connection: Connection, triggers: Callable[[Connection], None]) -> None:
    """Make today's tables at once: what the migrations lead to, which a test compares."""
    if connection.dialect.name == "postgresql":
        for_postgresql(Row.metadata)
    Row.metadata.create_all(connection)
    search_index_of(connection).create(connection)
    triggers(connection)
    # As Alembic makes it.
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{HEAD}')")  # noqa: S608  # our own word


def _upgrade(database: Database, age: str) -> None:
    from alembic import command  # a tenth of a second that only an old database pays
    from alembic.config import Config

    if database.path is not None:
        moment = f"{database.clock.now():%Y%m%dT%H%M%SZ}"
        name = f"{database.path.stem}-{age}-before-{HEAD}-{moment}.db"
        copy_verified(database, database.path.with_name("backups") / name)
    config = Config()
    # Alembic reads it with `%` as a sign of its own.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with database.connection(writing=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
