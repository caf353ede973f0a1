"""Databases that are too new, foreign or damaged: told, left as they are, never guessed at."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from duty_console.desk import Desk
from tests.cli.command import run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.faults

EVENT = {"class": "accident", "deaths": 3, "title": "化工园区爆燃", "summary": "爆燃" * 40, "place": "云河区"}
COMMANDS = (
    ("now",), ("incident", "list", "--json"), ("incident", "show", "20261014-01"), ("search", "爆燃"), ("verify",),
    ("sheet", "handover", "--out", "/dev/null/x.pdf"), ("deadlines",), ("incident", "add"),
)  # fmt: skip


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hundred incidents, well over a hundred pages."""
    folder = tmp_path_factory.mktemp("lived")
    with Desk.open(folder):
        pass
    for minute in range(60):
        event = {**EVENT, "received_at": f"2026-10-14T03:{minute:02}:00+08:00"}
        assert run("--data", folder, "incident", "add", stdin=event).code == 0
    return folder


def everything_refuses(room: Path, words: str) -> None:
    before = {path.name: path.read_bytes() for path in room.iterdir() if path.is_file()}
    for command in COMMANDS:
        line = run("--data", room, *command, stdin=EVENT).refused()
        assert words in line, (command, line)
    assert {path.name: path.read_bytes() for path in room.iterdir() if path.is_file()} == before


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as plain, plain:
        for statement in statements:
            plain.execute(statement)


def test_a_newer_database_is_left_alone(tmp_path: Path, lived: Path) -> None:
    room = shutil.copytree(lived, tmp_path / "room")
    sql(room / "duty.db", "UPDATE alembic_version SET version_num = '0999'")
    everything_refuses(room, "更新版本")


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_foreign_database_is_left_alone(tmp_path: Path, mode: str) -> None:
    (tmp_path / "room").mkdir()
    path = tmp_path / "room" / "duty.db"
    sql(path, f"PRAGMA journal_mode = {mode}", "CREATE TABLE account (id INTEGER)", "INSERT INTO account VALUES (1)")
    everything_refuses(tmp_path / "room", "不是值守台")


def test_a_database_of_another_program_that_keeps_revisions_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    path = tmp_path / "room" / "duty.db"
    sql(path, "CREATE TABLE alembic_version (version_num TEXT)", "INSERT INTO alembic_version VALUES ('0001')")
    everything_refuses(tmp_path / "room", "不是值守台")


@pytest.mark.parametrize("content", [b"hello " * 900, b"\x00" * 8192, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "duty.db").write_bytes(content)
    everything_refuses(tmp_path / "room", "损坏")


def test_a_damaged_header_is_told(tmp_path: Path, lived: Path) -> None:
    dice = random.Random(1)
    for turn in range(8):
        room = shutil.copytree(lived, tmp_path / str(turn))
        _spoil(room / "duty.db", dice, 0, 100)
        everything_refuses(room, "损坏")


def _spoil(path: Path, dice: random.Random, start: int, length: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(dice.randbytes(length))


def test_a_cut_file_is_told(tmp_path: Path, lived: Path) -> None:
    for turn, keep in enumerate((100, 4096, 5000, 40_000, 80_000)):
        room = shutil.copytree(lived, tmp_path / str(turn))
        whole = (room / "duty.db").read_bytes()
        (room / "duty.db").write_bytes(whole[:keep])
        assert "损坏" in run("--data", room, "verify").refused()


@pytest.mark.parametrize("length", [4096, 300, 20])
def test_a_damaged_page_never_makes_a_bug_and_verify_sees_it(tmp_path: Path, lived: Path, length: int) -> None:
    dice = random.Random(length)
    pages = (lived / "duty.db").stat().st_size // 4096
    healthy = run("--data", lived, "incident", "list", "--json").out
    noticed = 0
    for turn in range(14):
        room = shutil.copytree(lived, tmp_path / str(turn))
        page = dice.randrange(1, pages)
        _spoil(room / "duty.db", dice, page * 4096 + dice.randrange(4096 - length + 1), length)
        verdict = run("--data", room, "verify")
        noticed += verdict.code != 0
        if verdict.code == 0:
            # What verify calls sound must also read the same.
            assert run("--data", room, "incident", "list", "--json").out == healthy, page
        for command in COMMANDS:
            outcome = run("--data", room, *command, stdin=EVENT)
            assert outcome.code in (0, 1, 2), (page, command, outcome)
            if outcome.code == 2:
                outcome.refused()
        shutil.rmtree(room)
    assert noticed >= (12 if length == 4096 else 2)


def test_a_damaged_write_ahead_log_loses_only_what_it_held(tmp_path: Path, lived: Path) -> None:
    room = shutil.copytree(lived, tmp_path / "room")
    (room / "duty.db-wal").write_bytes(random.Random(2).randbytes(40_000))
    assert run("--data", room, "verify").code == 0
    assert len(run("--data", room, "incident", "list", "--json").json) == 60
