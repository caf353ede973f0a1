"""Two ways to the same tables: made at once by a new console, or led there by every revision."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from duty_console.changes import Changes
from duty_console.clock import FakeClock
from duty_console.config import sqlite_url
from duty_console.database import migrations
from duty_console.database.base import Row
from duty_console.database.engine import Database, Identity
from duty_console.desk import Desk
from duty_console.errors import EnvironmentProblem
from duty_console.incidents.model import IncidentFilter
from tests.database.write_first_revision import FILE, first_revision
from tests.room.desks import MORNING, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

REMEDY = "tables changed without a revision: until the first release `python -m tests.database.write_first_revision`"


def database_of(path: Path) -> Database:
    return Database(sqlite_url(path), FakeClock(MORNING), Identity("郑立新", "甲席"), Changes())


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Database]:
    """A database that every revision led to today's tables."""
    database = database_of(tmp_path / "migrated.db")
    config = Config()
    config.set_main_option("script_location", str(migrations.SCRIPTS))
    with database.connection(writing=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    yield database
    database.close()


def schema(path: Path) -> list[tuple[str, str, list[str]]]:
    """Everything in the database: columns in their order, constraints in any."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()

    def told(sql: str) -> list[str]:
        plain = re.sub(r"\s+", " ", sql).replace("( ", "(").rstrip(" )")
        columns, *constraints = (part.rstrip(" )") for part in plain.split(", CONSTRAINT "))
        return [columns, *sorted(constraints)]

    return sorted((kind, name, told(sql)) for kind, name, sql in found)


def test_both_ways_lead_to_the_same_database(migrated: Database, tmp_path: Path) -> None:
    Desk.open(tmp_path / "new", FakeClock(MORNING)).close()
    assert migrated.path is not None
    made, led = schema(tmp_path / "new" / "duty.db"), schema(migrated.path)
    assert {name for _, name, _ in made} == {name for _, name, _ in led}, REMEDY
    assert led == made, REMEDY
    assert {"journal_entry", "incident", "search_index", "journal_keep_link", "ix_incident_open"} <= {
        name for _, name, _ in made
    }


def test_alembic_finds_nothing_to_do(migrated: Database) -> None:
    with migrated.connection() as connection:
        options = {"include_name": lambda name, kind, _: not (kind == "table" and name.startswith("search_index"))}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Row.metadata) == [], REMEDY


def test_a_console_works_on_a_migrated_database(migrated: Database, tmp_path: Path) -> None:
    assert migrated.path is not None
    migrated.close()
    (tmp_path / "data").mkdir()
    shutil.copy(migrated.path, tmp_path / "data" / "duty.db")
    with opened(tmp_path / "data", "national") as room:
        number = room.intake(summary="2号车间起火").incident.number
        assert [hit.incident_number for hit in room.desk.incidents.search("车间起火")] == [number, number]
        with room.desk.database.connection(writing=True) as connection, pytest.raises(Exception, match="append-only"):
            connection.exec_driver_sql("DELETE FROM journal_entry")


def test_the_known_revisions_are_those_that_stand_there() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations.SCRIPTS))
    there = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]
    assert tuple(there) == migrations.KNOWN
    assert there[-1] == migrations.HEAD


@pytest.mark.skipif(len(migrations.KNOWN) > 1, reason="the first revision is history")
def test_the_first_revision_is_what_today_writes(tmp_path: Path) -> None:
    fresh = tmp_path / FILE.name
    fresh.write_text(first_revision(), encoding="utf-8")
    house = Path(__file__).resolve().parents[2]
    for words in (("check", "--fix", "--exit-zero"), ("format",)):
        arguments = [*words, "--quiet", "--config", str(house / "pyproject.toml"), str(fresh)]
        subprocess.run([sys.executable, "-m", "ruff", *arguments], check=True)
    assert fresh.read_text() == FILE.read_text(), REMEDY


# -- old, new, foreign ---------------------------------------------------------------------------------------------

_SECOND = '''
"""A column more."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None

def upgrade():
    with op.batch_alter_table("duty_room") as table:
        table.add_column(sa.Column("motto", sa.String(20)))
    {then}
'''


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program whose tables are one revision ahead; returns the file of that revision."""
    scripts = tmp_path / "program 100%" / "revisions"
    shutil.copytree(migrations.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrations, "SCRIPTS", scripts)
    monkeypatch.setattr(migrations, "HEAD", "0002")
    monkeypatch.setattr(migrations, "KNOWN", ("0001", "0002"))
    revision = scripts / "versions" / "0002_motto.py"
    revision.write_text(_SECOND.format(then=""), encoding="utf-8")
    return revision


def columns(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(duty_room)")}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A data folder at the first revision, with an incident in it."""
    with opened(tmp_path / "data", "national") as room:
        room.intake(summary="2号车间起火")
    return tmp_path / "data"


def test_an_old_database_is_copied_and_brought_forward(old: Path, newer: Path) -> None:
    assert newer.exists()
    with opened(old) as room:
        assert room.desk.incidents.count(IncidentFilter()) == 1
        room.intake()
    assert "motto" in columns(old / "duty.db")
    (backup,) = (old / "backups").iterdir()
    assert backup.name == "duty-0001-before-0002-20261014T071000Z.db"
    assert "motto" not in columns(backup)
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM incident").fetchone() == (1,)
    with opened(old):
        assert len(list((old / "backups").iterdir())) == 1  # once is enough


def test_a_migration_that_fails_changes_nothing(old: Path, newer: Path) -> None:
    newer.write_text(_SECOND.format(then="raise RuntimeError('half way')"), encoding="utf-8")
    before = schema(old / "duty.db")
    with pytest.raises(RuntimeError, match="half way"):
        Desk.open(old, FakeClock(MORNING))
    assert schema(old / "duty.db") == before
    with closing(sqlite3.connect(old / "duty.db")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]


def test_without_a_backup_there_is_no_migration(old: Path, newer: Path) -> None:
    assert newer.exists()
    (old / "backups").rmdir()
    (old / "backups").write_text("in the way")
    with pytest.raises(EnvironmentProblem) as caught:
        Desk.open(old, FakeClock(MORNING))
    assert caught.value.code == "folder_unwritable"
    assert "motto" not in columns(old / "duty.db")


def test_a_newer_database_is_refused_and_left_alone(old: Path) -> None:
    with closing(sqlite3.connect(old / "duty.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
        connection.commit()
    before = schema(old / "duty.db")
    with pytest.raises(EnvironmentProblem) as caught:
        Desk.open(old, FakeClock(MORNING))
    assert (caught.value.code, caught.value.values) == ("database_newer", {"found": "0099", "known": migrations.HEAD})
    assert schema(old / "duty.db") == before


def test_a_foreign_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "duty.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(EnvironmentProblem) as caught:
        Desk.open(tmp_path, FakeClock(MORNING))
    assert (caught.value.code, caught.value.values) == ("database_foreign", {"tables": "customers"})
    assert path.read_bytes() == before
    assert not (tmp_path / "duty.db-wal").exists()
