"""One database for a duty room: connections, transactions, and errors in our own words.

Reading and writing are two doors. `write` takes the one write lock at once (BEGIN IMMEDIATE; on a server an advisory
lock), so that a use case never fails half way because another desk came first; `read` sees one consistent state and
never blocks anyone (WAL; on a server REPEATABLE READ).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm import Session, sessionmaker

from duty_console.changes import Change, Changes
from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    from duty_console.clock import Clock

BUSY_SECONDS = 10
_WRITING = "duty_writing"
_WRITERS_LOCK = 70_800
"""The number of the advisory lock that one writing desk at a time holds on a server."""


@dataclass(slots=True)
class Identity:
    """Who is at this desk now. The journal writes it into every entry; the desktop changes it when people change."""

    name: str
    workstation: str


@dataclass(slots=True)
class UseCase:
    """What the journal needs to know of a transaction: its use case, who acts, and what it wrote so far."""

    action: str
    identity: Identity
    clock: Clock
    last_seq: int = 0
    last_hash: bytes = b""
    touched: set[str] | None = None


class Database:
    """The engine with its two doors. `sessions` is open to listeners: the journal attaches itself there."""

    def __init__(self, url: str, clock: Clock, identity: Identity, changes: Changes) -> None:
        self.url = url
        self.clock = clock
        self.identity = identity
        self.changes = changes
        self.engine = _engine(url)
        self._write_engine = self.engine.execution_options(**{_WRITING: True})
        if not self.is_sqlite:
            self.engine = self.engine.execution_options(isolation_level="REPEATABLE READ")
        self.sessions = sessionmaker(self.engine, expire_on_commit=False, autoflush=False)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    @property
    def path(self) -> Path | None:
        """The file of the embedded database; None for one on a server."""
        name = self.engine.url.database
        return Path(name) if self.is_sqlite and name else None

    @contextmanager
    def read(self) -> Generator[Session]:
        """Give a session that only reads. Raises EnvironmentProblem as `problems_named` does."""
        with problems_named(), self.sessions() as session:
            yield session

    @contextmanager
    def write(self, action: str) -> Generator[Session]:
        """Give the one transaction of a use case: committed whole at the end, or not at all.

        `action` is the use case's name and goes into the journal. After the commit the change is published.
        """
        case = UseCase(action, self.identity, self.clock, touched=set())
        with problems_named(), self.sessions(bind=self._write_engine) as session:
            session.info["case"] = case
            yield session
            session.commit()
        if case.touched:
            self.changes.publish(Change(frozenset(case.touched), case.last_seq))

    @contextmanager
    def connection(self, *, writing: bool = False) -> Generator[Connection]:
        """Give a plain connection in a transaction, for bulk work, verification and the schema."""
        engine = self._write_engine if writing else self.engine
        with problems_named(), engine.begin() as connection:
            yield connection

    @contextmanager
    def driver(self) -> Generator[Any]:
        """Give the driver's own connection for one reading statement, where SQLAlchemy's way to it would be felt."""
        with problems_named():
            pooled = self.engine.raw_connection()
            try:
                yield pooled.driver_connection
            finally:
                pooled.close()

    def use_wal(self) -> None:
        """Let readers and the one writer not block each other.

        It changes the file, so it waits until the file is known to be ours; it lasts, so a later start finds it done.
        """
        if self.is_sqlite:
            with problems_named(), self.engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.execute("PRAGMA journal_mode = WAL").fetchone()

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def use_case_of(session: Session) -> UseCase:
    """Return the use case of a writing session. A write outside `Database.write` is a bug: KeyError."""
    return session.info["case"]


@contextmanager
def problems_named() -> Generator[None]:
    """Turn what a database refuses into an EnvironmentProblem with its own code; anything else stays a bug.

    Codes: disk_full, disk_error, database_readonly, database_busy, database_damaged, database_unopenable,
    database_unreachable.
    """
    try:
        yield
    except DBAPIError as error:
        code = _code_of(error)
        if code is None:
            raise
        raise EnvironmentProblem(code, reason=str(error.orig)) from error
    except sqlite3.DatabaseError as error:
        code = _sqlite_code(error)
        if code is None:
            raise
        raise EnvironmentProblem(code, reason=str(error)) from error
    except UnicodeDecodeError as error:
        # Text that the console cannot have written; in a damaged schema even SQLite's own complaint may repeat it.
        raise EnvironmentProblem("database_damaged", reason=str(error)[:200]) from error


_SAYINGS = (
    ("disk is full", "disk_full"),
    ("readonly database", "database_readonly"),
    ("unable to open", "database_unopenable"),
    ("locked", "database_busy"),
    ("disk i/o error", "disk_error"),
    ("malformed", "database_damaged"),
    ("not a database", "database_damaged"),
    ("corrupt", "database_damaged"),
    ("could not decode", "database_damaged"),
)


def _sqlite_code(error: BaseException | None) -> str | None:
    said = str(error).lower()
    return next((code for saying, code in _SAYINGS if saying in said), None)


def _code_of(error: DBAPIError) -> str | None:
    if isinstance(error.orig, sqlite3.Error):
        return _sqlite_code(error.orig) if isinstance(error, DatabaseError) else None
    lost = error.connection_invalidated or (
        isinstance(error, OperationalError | InterfaceError) and not error.statement
    )
    return "database_unreachable" if lost else None


def _engine(url: str) -> Engine:
    sqlite = url.startswith("sqlite")
    # Moments come back in the session's zone: let that be ours, whatever the server's is.
    wanted: dict[str, Any] = {"pool_pre_ping": True, "connect_args": {"options": "-c TimeZone=UTC"}}
    if sqlite:
        wanted = {"connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}, "pool_timeout": 30}
    try:
        engine = create_engine(url, **wanted)
    except (ArgumentError, ValueError) as error:  # its words may repeat the address, which may hold a password
        raise EnvironmentProblem("database_address_wrong") from error
    except ModuleNotFoundError as error:
        raise EnvironmentProblem("database_driver_missing", driver=error.name) from error
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _begin_on_server)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver must not open transactions by itself; `_begin_sqlite` does.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_on_server(connection: Connection) -> None:
    # Under READ COMMITTED what follows sees all that the writer before committed; the lock goes with the transaction.
    if connection.get_execution_options().get(_WRITING):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
