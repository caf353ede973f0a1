"""The same console on PostgreSQL, for rooms of several desks: intake, report, search, proof, by a real server.

Skipped where no server is installed. It runs on a socket in a folder of its own, listens on no port, and goes with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import DBAPIError

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.dutylog.model import LogFilter
from duty_console.errors import EnvironmentProblem
from duty_console.incidents.model import Casualties, FactCorrection, IncidentFilter, NewIncident
from duty_console.journal.model import Fault
from duty_console.limits.model import Channel, EventClass, Grade, ReportKind
from tests.room.desks import BEIJING, HOUR, MINUTE, MORNING, Room

if TYPE_CHECKING:
    from collections.abc import Iterator

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")


def binaries() -> Path | None:
    """Where Debian or the PATH has a server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    known = shutil.which("initdb")
    initdb = found[-1] if found else Path(known) if known else None
    return initdb.parent if initdb is not None and (initdb.parent / "postgres").exists() else None


def run(*command: str | Path) -> None:
    """Run as somebody else where we are root: the server refuses to be root."""
    plain = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*plain, *map(str, command)], cwd="/", capture_output=True, text=True, timeout=90, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def running(where: Path, folder: Path) -> Iterator[str]:
    """Start a server in the folder and give the address of its database."""
    data = folder / "data"
    run(where / "initdb", "-D", data, "-U", "duty", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c timezone=America/New_York -c shared_buffers=16MB"
    run(where / "pg_ctl", "-D", data, "-w", "-t", "60", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://duty@/postgres?host={folder}"
    finally:
        run(where / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    where = binaries()
    if where is None:
        pytest.skip("no PostgreSQL server is installed (apt-get install postgresql)")
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        pytest.skip("a server cannot run as root, and there is no runuser to become somebody else")
    folder = Path(tempfile.mkdtemp(prefix="duty-pg-"))  # a short path: a socket's may not be long
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        with running(where, folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def url(server: str) -> str:
    """An empty database of its own."""
    name = f"duty{os.urandom(4).hex()}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture
def room(url: str, tmp_path: Path) -> Iterator[Room]:
    clock = FakeClock(MORNING)
    with Desk.open(tmp_path, clock, url) as desk:
        desk.limits.choose_presets(("national", "henan"))
        yield Room(desk, clock)
        found = desk.journal.verify()
        assert found.ok, found.problems[:3]


def test_a_shift_on_a_server(room: Room, url: str, tmp_path: Path) -> None:
    desk = room.desk
    told = room.intake(
        summary="2号车间起火，3人被困",
        place="青石镇工业路18号",
        occurred_at=MORNING - 5 * MINUTE,
        casualties=Casualties(deaths=10),
    )
    number = told.incident.number
    assert number == "20261014-01"
    assert told.obligations[0].due_at == MORNING + 10 * MINUTE
    room.clock.advance(12 * MINUTE)
    assert [alarm.step.value for alarm in desk.alarms.board().ringing] == ["overdue"]
    assert desk.alarms.record_rings(desk.alarms.board()) == 1
    assert desk.alarms.acknowledge([alarm.item.key for alarm in desk.alarms.board().ringing]) == 1
    late = room.report(number, "省应急管理厅").late
    assert [each.late_seconds for each in late] == [120]
    followups = room.report(number, "省应急管理厅", Channel.WRITTEN).followups
    assert [each.due_at for each in followups] == [datetime(2026, 10, 14, 17, 0, tzinfo=BEIJING)]
    desk.incidents.regrade(number, Grade.EXTREME, "核实")
    desk.incidents.correct_facts(number, FactCorrection("听错", place="望岭路81号"))
    line = desk.dutylog.note("抽查望岭镇值班室")
    desk.dutylog.correct(line.id, "抽查望岭镇总值班室", "漏字")
    room.report(number, "省应急管理厅", Channel.WRITTEN, ReportKind.FINAL)
    card = desk.incidents.card(number)
    with Desk.open(tmp_path, room.clock, url) as again:
        assert again.incidents.card(number) == card
        assert again.journal.head() == desk.journal.head()
        assert [each.text for each in again.dutylog.timeline(card.incident.id)]
        assert again.journal.page(3)[0].at == room.clock.now()


def test_search_finds_the_same_as_on_the_embedded_database(room: Room) -> None:
    texts = (
        "2号车间起火",
        "3号楼冒烟",
        "中山路18号塌陷",
        "第2次通报 10:30",
        "水位3.5米",
        "㛃先生来电",
        "ＡＢＣ仓库",
        "𠮷家",
        "x-ray 检测",
    )
    for text in texts:
        room.desk.dutylog.note(text)
    for words, wanted in (
        ("起火", {0}),
        ("号", {0, 1, 2}),
        ("2号", {0}),
        ("18号塌", {2}),
        ("10", {3}),
        ("3.5", {4}),
        ("㛃先", {5}),
        ("abc", {6}),
        ("𠮷", {7}),
        ("ray 检测", {8}),
        ("路 塌陷", {2}),
        ("无此词", set()),
        ("火起", set()),
        ("' | !", set()),
    ):
        found = {hit.text for hit in room.desk.incidents.search(words)}
        assert found == {texts[at] for at in wanted}, words
    assert room.desk.dutylog.count(LogFilter(words="号")) == 3
    newest = room.desk.incidents.search("号", 2)
    assert [hit.text for hit in newest] == ["中山路18号塌陷", "3号楼冒烟"]
    assert [hit.text for hit in room.desk.incidents.search("号", 2, newest[-1].journal_seq)] == ["2号车间起火"]


def test_two_desks_write_at_once(room: Room, url: str, tmp_path: Path) -> None:
    given: list[str] = []
    faults: list[BaseException] = []

    def write() -> None:
        try:
            with Desk.open(tmp_path, FakeClock(MORNING), url) as desk:
                for _ in range(15):
                    told = desk.incidents.record(NewIncident(EventClass.ACCIDENT, MORNING))
                    given.append(told.incident.number)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    assert sorted(given) == [f"20261014-{at:02d}" for at in range(1, 46)]
    assert room.desk.incidents.count(IncidentFilter()) == 45


def test_two_desks_begin_at_once_on_an_empty_database(url: str, tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def begin() -> None:
        try:
            Desk.open(tmp_path, FakeClock(MORNING), url).close()
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=begin) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []


def test_numbers_go_on_after_a_hundred_and_lists_are_in_order(room: Room) -> None:
    numbers = [room.intake(EventClass.SOCIAL_SECURITY).incident.number for _ in range(101)]
    assert numbers[-1] == "20261014-101"
    room.clock.advance(24 * HOUR)
    assert room.intake().incident.number == "20261015-01"
    found = room.desk.incidents.page(IncidentFilter(sort="number"), limit=3)
    assert [card.incident.number for card in found] == ["20261015-01", "20261014-101", "20261014-100"]


def test_the_journal_is_kept_from_hands_and_finds_them(room: Room) -> None:
    room.intake(summary="起火")
    room.desk.dutylog.note("x")
    for statement in ("DELETE FROM journal_entry", "UPDATE journal_entry SET actor = 'x'"):
        with pytest.raises(DBAPIError, match="append-only"), room.desk.database.connection(writing=True) as connection:
            connection.exec_driver_sql(statement)
    with room.desk.database.connection(writing=True) as connection:
        connection.exec_driver_sql("UPDATE log_entry SET text = 'y' WHERE text = 'x'")
    (problem,) = room.desk.journal.verify().problems
    assert (problem.fault, problem.entity, problem.columns) == (Fault.ROW_CHANGED, "log_entry", ("text",))
    with room.desk.database.connection(writing=True) as connection:
        connection.exec_driver_sql("UPDATE log_entry SET text = 'x' WHERE text = 'y'")


def test_every_revision_leads_to_what_a_new_console_makes(url: str, room: Room) -> None:
    from alembic import command
    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext

    from duty_console.changes import Changes
    from duty_console.database import migrations
    from duty_console.database.base import Row
    from duty_console.database.engine import Database, Identity

    with room.desk.database.connection(writing=True) as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    database = Database(url, room.clock, Identity("x", "y"), Changes())
    config = Config()
    config.set_main_option("script_location", str(migrations.SCRIPTS))
    with database.connection(writing=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    with database.connection() as connection:
        options = {"include_name": lambda name, kind, _: not (kind == "table" and name == "search_index")}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Row.metadata) == []
    database.close()
    assert room.intake().incident.number == "20261014-01"


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        Desk.open(tmp_path, FakeClock(MORNING), f"postgresql+psycopg://duty@/postgres?host={tmp_path}")
    assert caught.value.code == "database_unreachable"
