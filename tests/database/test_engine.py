"""Every connection is set as the record needs it; reading and writing are two doors; refusals get our own words."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from duty_console.changes import Change, Changes
from duty_console.clock import FakeClock
from duty_console.config import sqlite_url
from duty_console.database.backup import copy_verified
from duty_console.database.engine import Database, Identity, problems_named
from duty_console.desk import Desk
from duty_console.errors import EnvironmentProblem
from duty_console.incidents.model import IncidentFilter
from duty_console.limits.model import EventClass
from tests.room.desks import MORNING, Room, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with opened(tmp_path, "national") as room:
        yield room


PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "temp_store": 2, "busy_timeout": 10_000}


def test_every_connection_is_set(room: Room) -> None:
    """Several at once, so that they are different ones; the write door and the plain one alike."""
    database = room.desk.database
    with ExitStack() as stack:
        seen: set[int] = set()
        for _ in range(3):
            session = stack.enter_context(database.read())
            seen.add(id(session.connection().connection.driver_connection))
            for name, wanted in PRAGMAS.items():
                assert session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one() == wanted, name
        connection = stack.enter_context(database.connection(writing=True))
        seen.add(id(connection.connection.driver_connection))
        for name, wanted in PRAGMAS.items():
            assert connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() == wanted, name
        assert len(seen) == 4


def test_in_other_threads_and_after_a_restart_too(room: Room) -> None:
    room.reopen()
    found: list[object] = []

    def ask() -> None:
        with room.desk.database.connection() as connection:
            found.extend(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in PRAGMAS)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join(30)
    assert found == list(PRAGMAS.values())


def test_a_row_cannot_point_at_nothing(room: Room) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), room.desk.database.connection(writing=True) as connection:
        connection.exec_driver_sql(
            "INSERT INTO casualty_count (incident_id, at, source, recorder) VALUES (77, 0, '', '')"
        )


def test_a_reader_sees_one_state_and_blocks_nobody(room: Room) -> None:
    with room.desk.database.read() as session:
        count = text("SELECT count(*) FROM incident")
        assert session.scalar(count) == 0
        with Desk.open(room.desk.folder.path, room.clock) as other:
            Room(other, room.clock).intake()
            assert other.incidents.count(IncidentFilter()) == 1
        assert session.scalar(count) == 0  # still what it began with
    assert room.desk.incidents.count(IncidentFilter()) == 1


def test_a_writer_takes_the_lock_at_once_and_is_told_when_it_cannot(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would fail half way fails at the door, and in our words."""
    monkeypatch.setattr("duty_console.database.engine.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(room.desk.folder.database, isolation_level=None)) as hog:
        hog.execute("BEGIN IMMEDIATE")
        with Desk.open(room.desk.folder.path, room.clock) as impatient:
            with pytest.raises(EnvironmentProblem) as caught:
                Room(impatient, room.clock).intake()
            assert caught.value.code == "database_busy"
            assert impatient.incidents.count(IncidentFilter()) == 0
            hog.execute("ROLLBACK")
            assert Room(impatient, room.clock).intake().incident.number.endswith("-01")


def test_nothing_is_told_of_what_was_not_committed(room: Room) -> None:
    heard: list[Change] = []
    end = room.desk.changes.subscribe(heard.append)

    def broken() -> None:
        with room.desk.database.write("x"):
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        broken()
    with room.desk.database.write("nothing"):
        pass
    assert heard == []
    room.intake()
    assert len(heard) == 1
    end()
    end()
    room.intake()
    assert len(heard) == 1


def test_a_listener_that_fails_hinders_nobody(caplog: pytest.LogCaptureFixture) -> None:
    changes, heard = Changes(), []

    def broken(_: Change) -> None:
        raise RuntimeError("a bug")

    changes.subscribe(broken)
    changes.subscribe(heard.append)
    changes.publish(Change(frozenset({"incident"}), 1))
    assert len(heard) == 1
    assert "a subscriber of changes failed" in caplog.text


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "disk_full"),
        ("attempt to write a readonly database", "database_readonly"),
        ("unable to open database file", "database_unopenable"),
        ("database is locked", "database_busy"),
        ("database table is locked", "database_busy"),
        ("disk I/O error", "disk_error"),
        ("database disk image is malformed", "database_damaged"),
        ("file is not a database", "database_damaged"),
    ],
)
def test_what_the_database_says_in_our_words(said: str, code: str) -> None:
    def refuse() -> None:
        with problems_named():
            raise sqlite3.OperationalError(said)

    with pytest.raises(EnvironmentProblem) as caught:
        refuse()
    assert (caught.value.code, caught.value.values) == (code, {"reason": said})


def test_a_bug_stays_a_bug(room: Room) -> None:
    for statement in ("SELECT id FROM nowhere", "INSERT INTO duty_room (id) VALUES (1)"):
        with pytest.raises(Exception, match=r"no such table|NOT NULL"), room.desk.database.connection() as connection:
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    ("url", "code"),
    [("nonsense", "database_address_wrong"), ("nosuch://u:secret@h/d", "database_address_wrong")],
)
def test_a_wrong_address_is_told_without_its_password(url: str, code: str) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        Database(url, FakeClock(MORNING), Identity("x", "y"), Changes())
    assert caught.value.code == code
    assert "secret" not in str(caught.value)


# -- copies --------------------------------------------------------------------------------------------------------


def test_a_copy_of_a_live_database_is_whole(room: Room, tmp_path: Path) -> None:
    """While one desk writes and nothing has been carried over from the log to the file."""
    for _ in range(3):
        room.intake(EventClass.PUBLIC_HEALTH, summary="三天内同班12名学生发热")
    copy = tmp_path / "elsewhere" / "duty.db"
    copy_verified(room.desk.database, copy)
    assert sorted(path.name for path in copy.parent.iterdir()) == ["duty.db"]  # one file, no log beside it
    room.intake()
    with opened(copy.parent) as restored:
        assert restored.desk.incidents.count(IncidentFilter()) == 3
        assert restored.desk.incidents.search("学生发热")
        assert restored.intake().incident.number == "20261014-04"
    assert room.desk.incidents.count(IncidentFilter()) == 4


def test_a_copy_replaces_an_older_one(room: Room, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_verified(room.desk.database, copy)
    room.intake()
    (tmp_path / "copy.db.new").write_text("left by a killed process")
    copy_verified(room.desk.database, copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM incident").fetchone() == (1,)
    assert not (tmp_path / "copy.db.new").exists()


def test_a_copy_that_cannot_be_written_leaves_the_older_one(room: Room, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(EnvironmentProblem) as caught:
        copy_verified(room.desk.database, tmp_path / "file" / "copy.db")
    assert caught.value.code == "folder_unwritable"


def test_a_damaged_database_gives_no_copy(tmp_path: Path) -> None:
    with opened(tmp_path, "national") as room:
        for _ in range(50):
            room.intake(summary="字" * 1000)
        path = room.desk.folder.database
    whole = bytearray(path.read_bytes())
    for at in range(8 * 4096, len(whole), 4096):  # every page after the first ones
        whole[at + 8 : at + 1024] = b"\xa5" * 1016
    path.write_bytes(whole)
    older = tmp_path / "copy.db"
    older.write_bytes(b"the older copy")
    database = Database(sqlite_url(path), FakeClock(MORNING), Identity("x", "y"), Changes())
    with pytest.raises(EnvironmentProblem) as caught:
        copy_verified(database, older)
    database.close()
    assert caught.value.code == "database_damaged"
    assert older.read_bytes() == b"the older copy"
    assert not (tmp_path / "copy.db.new").exists()
