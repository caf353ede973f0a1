"""Whatever a foreign hand does to the database file, verify finds it and names the place."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from duty_console.changes import Changes
from duty_console.clock import FakeClock
from duty_console.config import sqlite_url
from duty_console.database.engine import Database, Identity
from duty_console.journal.model import Fault
from duty_console.journal.service import Journal
from duty_console.journal.verify import MOST_PROBLEMS
from tests.journal.acts import START

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.journal.model import Problem, Verification

CHAIN = (
    "at", "actor", "workstation", "action", "operation", "entity", "entity_id", "payload", "digest", "previous", "hash",
)  # fmt: skip
FOREIGN = st.one_of(
    st.none(),
    st.integers(-(2**62), 2**62),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    st.binary(max_size=40),
    st.sampled_from(("extreme", "{}", "[]", "", "x\x1fy", b"\xff\xfe", 0, 1)),
)
"""Any value that SQLite takes; any column takes any."""
FEW = settings(max_examples=settings().max_examples // 3)
"""For what has few ways to go wrong."""


def verified(lived: Path, hand: Callable[[sqlite3.Connection], object]) -> Verification:
    """Let a hand at a copy of the file, past triggers and foreign keys, and verify what is left."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(shutil.copy(lived / "duty.db", place))
        with closing(sqlite3.connect(path, isolation_level=None)) as plain:
            plain.text_factory = bytes
            for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                plain.execute(f"DROP TRIGGER {name.decode()}")
            plain.execute("PRAGMA synchronous = OFF")
            hand(plain)
        database = Database(sqlite_url(path), FakeClock(START), Identity("", ""), Changes())
        try:
            return Journal(database, lambda: None).verify()
        finally:
            database.close()


def entries(plain: sqlite3.Connection) -> int:
    return plain.execute("SELECT max(seq) FROM journal_entry").fetchone()[0]


def tables(plain: sqlite3.Connection) -> list[str]:
    query = "SELECT DISTINCT entity FROM journal_entry ORDER BY entity"
    found = [name.decode() for (name,) in plain.execute(query)]
    return [name for name in found if plain.execute(f"SELECT count(*) FROM {name}").fetchone()[0]]


def named(found: Verification, **wanted: Any) -> bool:
    return any(all(getattr(problem, key) == value for key, value in wanted.items()) for problem in found.problems)


def near(found: Verification, seq: int) -> bool:
    """Whether a problem names this link or the one after it, which no longer joins."""
    return any(problem.seq in (seq, seq + 1) for problem in found.problems)


@given(st.data())
def test_an_edited_link_is_found(lived: Path, data: st.DataObject) -> None:
    seqs: list[int] = []

    def hand(plain: sqlite3.Connection) -> None:
        seq = data.draw(st.integers(1, entries(plain)), "seq")
        column, value = data.draw(st.sampled_from(CHAIN), "column"), data.draw(FOREIGN, "value")
        before = plain.execute(f"SELECT {column}, typeof({column}) FROM journal_entry WHERE seq = ?", (seq,)).fetchone()
        try:
            plain.execute(f"UPDATE journal_entry SET {column} = ? WHERE seq = ?", (value, seq))
        except sqlite3.IntegrityError:
            assume(False)  # the table itself refuses a null
        after = plain.execute(f"SELECT {column}, typeof({column}) FROM journal_entry WHERE seq = ?", (seq,)).fetchone()
        assume(before != after)
        seqs.append(seq)

    found = verified(lived, hand)
    assert not found.ok
    assert near(found, seqs[0]), found.problems


@FEW
@given(st.data())
def test_a_deleted_link_is_found(lived: Path, data: st.DataObject) -> None:
    seqs: list[int] = []

    def hand(plain: sqlite3.Connection) -> None:
        last = entries(plain)
        first = data.draw(st.integers(1, last - 1), "first")
        many = data.draw(st.integers(1, min(5, last - first)), "many")
        plain.execute("DELETE FROM journal_entry WHERE seq BETWEEN ? AND ?", (first, first + many - 1))
        seqs.extend((first, first + many))

    found = verified(lived, hand)
    assert named(found, fault=Fault.GAP, seq=seqs[0])
    assert named(found, fault=Fault.LINK, seq=seqs[1])


@FEW
@given(st.data())
def test_a_cut_end_is_found_by_the_rows_it_leaves_behind(lived: Path, data: st.DataObject) -> None:
    cut: list[tuple[str, int]] = []

    def hand(plain: sqlite3.Connection) -> None:
        last = entries(plain)
        seq = data.draw(st.integers(max(1, last - 30), last), "seq")
        query = "SELECT DISTINCT entity, entity_id FROM journal_entry WHERE seq >= ?"
        cut.extend((entity.decode(), row_id) for entity, row_id in plain.execute(query, (seq,)))
        plain.execute("DELETE FROM journal_entry WHERE seq >= ?", (seq,))

    found = verified(lived, hand)
    # a row that came and went within the cut leaves nothing; every other one does
    left = {(problem.entity, problem.entity_id) for problem in found.problems}
    assert left
    assert left <= set(cut)


@FEW
@given(st.data())
def test_swapped_links_are_found(lived: Path, data: st.DataObject) -> None:
    seqs: list[int] = []

    def hand(plain: sqlite3.Connection) -> None:
        pair = data.draw(st.lists(st.integers(1, entries(plain)), min_size=2, max_size=2, unique=True), "pair")
        for source, target in ((pair[0], -1), (pair[1], pair[0]), (-1, pair[1])):
            plain.execute("UPDATE journal_entry SET seq = ? WHERE seq = ?", (target, source))
        seqs.extend(pair)

    found = verified(lived, hand)
    assert all(named(found, fault=Fault.HASH, seq=seq) for seq in seqs)


@FEW
@given(st.data())
def test_renumbered_links_are_found(lived: Path, data: st.DataObject) -> None:
    seqs: list[int] = []

    def hand(plain: sqlite3.Connection) -> None:
        last = entries(plain)
        seq = data.draw(st.integers(1, last), "from here on")
        by = data.draw(st.integers(1, 3) | st.integers(1_000, 2_000), "by")
        for each in range(last, seq - 1, -1):
            plain.execute("UPDATE journal_entry SET seq = ? WHERE seq = ?", (each + by, each))
        seqs.extend((seq, seq + by))

    found = verified(lived, hand)
    assert named(found, fault=Fault.GAP, seq=seqs[0])
    assert named(found, fault=Fault.HASH, seq=seqs[1])


def test_an_inserted_link_is_found(lived: Path) -> None:
    def hand(plain: sqlite3.Connection) -> None:
        columns = ", ".join(CHAIN)
        added = f"INSERT INTO journal_entry (seq, {columns}) SELECT seq + 1, {columns} FROM journal_entry"
        plain.execute(f"{added} WHERE seq = ?", (entries(plain),))

    found = verified(lived, hand)
    assert {Fault.LINK, Fault.HASH} <= {problem.fault for problem in found.problems}


@given(st.data())
def test_an_edited_row_is_found(lived: Path, data: st.DataObject) -> None:
    places: list[tuple[str, int, str]] = []

    def hand(plain: sqlite3.Connection) -> None:
        plain.execute("PRAGMA ignore_check_constraints = ON")
        table = data.draw(st.sampled_from(tables(plain)), "table")
        ids = [row_id for (row_id,) in plain.execute(f"SELECT id FROM {table} ORDER BY id")]
        row_id = data.draw(st.sampled_from(ids), "row")
        columns = [row[1].decode() for row in plain.execute(f"PRAGMA table_info({table})") if row[1] != b"id"]
        column, value = data.draw(st.sampled_from(columns), "column"), data.draw(FOREIGN, "value")
        look = f"SELECT {column}, typeof({column}) FROM {table} WHERE id = {row_id}"
        before = plain.execute(look).fetchone()
        try:
            plain.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, row_id))
        except sqlite3.IntegrityError:
            assume(False)  # the table itself refuses a null or a twin
        assume(plain.execute(look).fetchone() != before)
        places.append((table, row_id, column))

    found = verified(lived, hand)
    table, row_id, column = places[0]
    assert len(found.problems) == 1
    assert named(found, fault=Fault.ROW_CHANGED, entity=table, entity_id=row_id, columns=(column,)), found.problems


@FEW
@given(st.data())
def test_a_deleted_row_is_found(lived: Path, data: st.DataObject) -> None:
    places: list[tuple[str, int]] = []

    def hand(plain: sqlite3.Connection) -> None:
        table = data.draw(st.sampled_from(tables(plain)), "table")
        ids = [row_id for (row_id,) in plain.execute(f"SELECT id FROM {table} ORDER BY id")]
        gone = data.draw(st.sets(st.sampled_from(ids), min_size=1, max_size=3), "rows")
        plain.executemany(f"DELETE FROM {table} WHERE id = ?", [(row_id,) for row_id in gone])
        places.extend((table, row_id) for row_id in gone)

    found = verified(lived, hand)
    assert {(p.fault, p.entity, p.entity_id) for p in found.problems} == {(Fault.ROW_MISSING, *p) for p in places}


@FEW
@given(st.data())
def test_an_inserted_row_is_found(lived: Path, data: st.DataObject) -> None:
    places: list[tuple[str, int]] = []

    def hand(plain: sqlite3.Connection) -> None:
        table = data.draw(st.sampled_from(tables(plain)), "table")
        columns = [row[1].decode() for row in plain.execute(f"PRAGMA table_info({table})") if row[1] != b"id"]
        top = plain.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
        fresh = top + data.draw(st.integers(1, 10**6), "beyond")
        for (index,) in plain.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%' AND tbl_name = ?",
            (table,),
        ).fetchall():
            plain.execute(f"DROP INDEX {index.decode()}")
        names = ", ".join(columns)
        try:
            plain.execute(
                f"INSERT INTO {table} (id, {names}) SELECT ?, {names} FROM {table} WHERE id = ?", (fresh, top)
            )
        except sqlite3.IntegrityError:
            assume(False)  # a twin that the table itself refuses
        places.append((table, fresh))

    found = verified(lived, hand)
    assert [(p.fault, p.entity, p.entity_id) for p in found.problems] == [(Fault.ROW_UNKNOWN, *places[0])]


def test_text_that_is_no_text_is_found(lived: Path) -> None:
    found = verified(lived, lambda plain: plain.execute("UPDATE incident SET title = CAST(x'ff' AS TEXT) WHERE id = 1"))
    assert named(found, fault=Fault.ROW_CHANGED, entity="incident", entity_id=1, columns=("title",))


def test_a_row_and_its_last_state_edited_alike_are_found(lived: Path) -> None:
    def hand(plain: sqlite3.Connection) -> None:
        plain.execute("UPDATE log_entry SET text = '无事' WHERE id = 1")
        query = "SELECT max(seq) FROM journal_entry WHERE entity = 'log_entry' AND entity_id = 1"
        seq = plain.execute(query).fetchone()[0]
        plain.execute("UPDATE journal_entry SET payload = json_set(payload, '$.text', '无事') WHERE seq = ?", (seq,))

    found = verified(lived, hand)
    assert named(found, fault=Fault.PAYLOAD, entity="log_entry", entity_id=1)
    assert named(found, fault=Fault.ROW_CHANGED, entity="log_entry", entity_id=1)


def test_a_record_that_is_wrong_everywhere_is_told_without_end(lived: Path) -> None:
    found = verified(
        lived, lambda plain: plain.execute("UPDATE journal_entry SET hash = zeroblob(32), previous = x'00'")
    )
    assert 0 < len(found.problems) <= MOST_PROBLEMS
    assert found.entries == found.head.seq


@pytest.mark.parametrize("count", [1, 2])
def test_a_sound_record_stays_sound(lived: Path, count: int) -> None:
    problems: tuple[Problem, ...] = ()
    for _ in range(count):
        problems += verified(lived, lambda plain: plain.execute("VACUUM")).problems
    assert problems == ()
