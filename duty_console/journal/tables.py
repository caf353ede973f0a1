"""The chain's table and the triggers that keep hands off it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, LargeBinary, String, Table, Text

from duty_console.database.base import Row
from duty_console.database.types import UtcDateTime

journal_entry = Table(
    "journal_entry",
    Row.metadata,
    # On SQLite only INTEGER is the row number itself; BIGINT would make a second index.
    Column("seq", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("workstation", String(64), nullable=False),
    Column("action", String(48), nullable=False),
    Column("operation", String(6), nullable=False),
    Column("entity", String(48), nullable=False),
    Column("entity_id", BigInteger, nullable=False),
    Column("payload", Text),
    Column("digest", LargeBinary(32), nullable=False),
    Column("previous", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index("ix_journal_entry_row", "entity", "entity_id", "seq"),
)

_SQLITE = (
    "CREATE TRIGGER journal_keep_row BEFORE DELETE ON journal_entry"
    " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_keep_link BEFORE UPDATE OF seq, at, actor, workstation, action, operation, entity,"
    " entity_id, digest, previous, hash ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_keep_payload BEFORE UPDATE OF payload ON journal_entry WHEN NEW.payload IS NOT NULL"
    " BEGIN SELECT RAISE(ABORT, 'a payload can only be redacted'); END",
)
_POSTGRES = (
    """CREATE FUNCTION journal_keep() RETURNS trigger AS $$ BEGIN
       IF TG_OP = 'UPDATE' AND NEW.payload IS NULL
          AND (NEW.seq, NEW.at, NEW.actor, NEW.workstation, NEW.action, NEW.operation, NEW.entity, NEW.entity_id,
               NEW.digest, NEW.previous, NEW.hash)
            = (OLD.seq, OLD.at, OLD.actor, OLD.workstation, OLD.action, OLD.operation, OLD.entity, OLD.entity_id,
               OLD.digest, OLD.previous, OLD.hash) THEN RETURN NEW; END IF;
       RAISE EXCEPTION 'the journal is append-only'; END $$ LANGUAGE plpgsql""",
    "CREATE TRIGGER journal_keep BEFORE UPDATE OR DELETE ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_keep()",
)


def create_triggers(connection: Connection) -> None:
    """Refuse UPDATE and DELETE on the chain; only a payload may be emptied, which redaction does."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES:
        connection.exec_driver_sql(statement)
