"""Whatever officers do in whatever order, the journal holds every change of it and proves itself."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError

from duty_console.incidents.tables import IncidentRow
from duty_console.journal.model import Fault
from duty_console.journal.recorder import Bypass
from tests.journal.acts import ACTS, ALWAYS_WRITE, START, opened, perform

if TYPE_CHECKING:
    from tests.journal.acts import Room

DEEDS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2**16)), min_size=1, max_size=20)


@given(DEEDS)
def test_any_order_of_deeds_proves_itself(fresh: Path, deeds: list[tuple[Any, int]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(fresh, Path(place) / "room"))
        with opened(folder) as room:
            done = [act for act, seed in deeds if perform(room, act, seed)]
            found = room.desk.journal.verify()
            assert found.ok, found.problems
            assert found.entries == found.head.seq
            assert found.head == room.desk.journal.head()
            assert found.entries >= sum(act in ALWAYS_WRITE for act in done)
        _assert_rows_are_journalled(folder / "duty.db")


def _assert_rows_are_journalled(path: Path) -> None:
    """Count without the console's own eyes: every row of every table has an entry, by SQL alone."""
    with sqlite3.connect(path) as plain:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%'"
        tables = {name for (name,) in plain.execute(query)} - {"journal_entry", "alembic_version", "sqlite_sequence"}
        assert {"incident", "log_entry", "report", "assignment"} <= tables
        for table in tables:
            missing = plain.execute(
                f"SELECT count(*) FROM {table} WHERE id NOT IN (SELECT entity_id FROM journal_entry WHERE entity = ?)",
                (table,),
            ).fetchone()
            assert missing == (0,), table
    plain.close()


def test_an_entry_tells_who_where_what_and_when(room: Room) -> None:
    room.desk.identity.name = "值班员\x1f甲"
    line = room.desk.dutylog.note("测试")
    entry = room.desk.journal.page(1)[0]
    assert (entry.seq, entry.entity, entry.entity_id) == (line.journal_seq, "log_entry", line.id)
    assert (entry.actor, entry.action, entry.at) == ("值班员 甲", "write_log", room.clock.now())
    assert entry.payload is not None
    assert entry.payload["text"] == "测试"
    assert room.desk.journal.verify().ok


def test_a_use_case_that_fails_leaves_nothing(room: Room) -> None:
    before = room.desk.journal.head()
    with pytest.raises(IntegrityError), room.desk.database.write("test") as session:  # noqa: PT012
        session.add(_row_like(session.get(IncidentRow, 1), "20990101-01"))
        session.flush()
        session.add(_row_like(session.get(IncidentRow, 1), "20990101-01"))
    assert room.desk.journal.head() == before
    assert room.desk.journal.verify().ok


def _row_like(row: Any, number: str) -> IncidentRow:
    columns = {column.key: getattr(row, column.key) for column in IncidentRow.__table__.columns}
    return IncidentRow(**{**columns, "id": None, "number": number})


@pytest.mark.parametrize(
    "statement",
    [
        update(IncidentRow).values(title="x"),
        delete(IncidentRow),
        insert(IncidentRow).values(number="20990101-01"),
        update(IncidentRow.__table__).values(title="x"),
    ],
    ids=["update", "delete", "insert", "update of the table"],
)
def test_bulk_statements_are_refused(room: Room, statement: Any) -> None:
    with pytest.raises(Bypass), room.desk.database.write("test") as session:
        session.execute(statement)
    with pytest.raises(Bypass), room.desk.database.write("test") as session:
        session.query(IncidentRow).update({"title": "x"})
    assert room.desk.journal.verify().ok


def test_what_goes_round_the_session_is_found(room: Room) -> None:
    with room.desk.database.write("test") as session:
        session.execute(text("UPDATE incident SET title = 'x' WHERE id = 1"))
    (problem,) = room.desk.journal.verify().problems
    assert (problem.fault, problem.entity, problem.entity_id, problem.columns) == (
        Fault.ROW_CHANGED, "incident", 1, ("title",),
    )  # fmt: skip


APPEND_ONLY = sorted(
    (mapper.class_ for mapper in IncidentRow.registry.mappers if mapper.class_.append_only),
    key=lambda c: c.__tablename__,
)


def test_the_append_only_tables_are_the_ones_that_are_evidence() -> None:
    names = {kind.__tablename__ for kind in APPEND_ONLY}
    assert {"log_entry", "report", "casualty_count", "alarm_ring", "alarm_acknowledgement"} <= names


@pytest.mark.parametrize("kind", APPEND_ONLY, ids=lambda kind: kind.__tablename__)
def test_append_only_rows_refuse_to_change(room: Room, kind: Any) -> None:
    with room.desk.database.read() as session:
        row = session.query(kind).first()
    assert row is not None, "the acts must leave such a row"
    text_column = next(c.key for c in kind.__table__.columns if c.type.python_type is str and c.key != "id")
    with pytest.raises(Bypass), room.desk.database.write("test") as session:
        setattr(session.get(kind, row.id), text_column, "geändert")
    with pytest.raises(Bypass), room.desk.database.write("test") as session:
        session.delete(session.get(kind, row.id))
    assert room.desk.journal.verify().ok


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET actor = 'x' WHERE seq = 2",
        "UPDATE journal_entry SET seq = 9999 WHERE seq = 2",
        "UPDATE journal_entry SET payload = '{}' WHERE seq = 2",
        "UPDATE journal_entry SET hash = zeroblob(32)",
        "DELETE FROM journal_entry WHERE seq = 2",
        "DELETE FROM journal_entry",
    ],
)
def test_triggers_keep_hands_off_the_chain(room: Room, statement: str) -> None:
    path = room.desk.folder.database
    with sqlite3.connect(path) as plain, pytest.raises(sqlite3.IntegrityError, match=r"append-only|redacted"):
        plain.execute(statement)
    plain.close()
    assert room.desk.journal.verify().ok


def test_the_journal_of_a_fresh_folder_is_empty_and_sound(fresh: Path) -> None:
    with opened(fresh, START) as room:
        found = room.desk.journal.verify()
        assert (found.ok, found.entries, found.head.seq, found.head.hash) == (True, 0, 0, "00" * 32)
        unknown = room.desk.journal.verify("ABCD")
        assert [each.fault for each in unknown.problems] == [Fault.CODE_UNKNOWN]
