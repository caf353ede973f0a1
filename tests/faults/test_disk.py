"""A full disk, a folder that cannot be written, a database that is locked: one clear line, and nothing lost."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duty_console.database import engine
from tests.cli.command import HOUSE, Outcome, run
from tests.faults.conftest import mounted

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.faults

EVENT = {"class": "accident", "deaths": 3, "title": "化工园区爆燃", "summary": "爆燃" * 900}


def add(folder: Path) -> Outcome:
    return run("--data", folder, "incident", "add", "--json", stdin=EVENT)


def numbers(folder: Path) -> list[str]:
    return sorted(each["number"] for each in run("--data", folder, "incident", "list", "--json").json)


def fill(disk: Path, leave: int) -> Path:
    """Leave so many bytes free."""
    ballast, free = disk / "ballast", os.statvfs(disk)
    ballast.write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - leave))
    return ballast


@pytest.mark.parametrize("leave", [0, 4096, 40_000, 150_000])
def test_a_full_disk_refuses_and_loses_nothing(small_disk: Path, leave: int) -> None:
    room = small_disk / "room"
    kept = [add(room).json["number"] for _ in range(3)]
    ballast = fill(small_disk, leave)
    for _ in range(60):
        outcome = add(room)
        if outcome.code:
            break
        kept.append(outcome.json["number"])
    assert "磁盘" in outcome.refused()
    assert "磁盘" in add(room).refused()
    ballast.unlink()
    assert numbers(room) == sorted(kept)
    kept.append(add(room).json["number"])
    assert numbers(room) == sorted(kept), "the refused ones left no gap and no trace"
    assert run("--data", room, "verify").code == 0


def test_a_first_start_on_a_full_disk_is_told(small_disk: Path) -> None:
    ballast = fill(small_disk, 20_000)
    room = small_disk / "room"
    line = add(room).refused()
    assert "磁盘" in line or "无法写入" in line, line
    ballast.unlink()
    assert add(room).code == 0
    assert run("--data", room, "verify").code == 0


def test_a_paper_on_a_full_disk_leaves_the_old_one(small_disk: Path, tmp_path: Path) -> None:
    room, paper = tmp_path / "room", small_disk / "sheet.pdf"
    assert run("--data", room, "sheet", "handover", "--out", paper).code == 0
    old = paper.read_bytes()
    fill(small_disk, 3000)
    assert "sheet.pdf" in run("--data", room, "sheet", "handover", "--out", paper).refused()
    assert paper.read_bytes() == old
    assert sorted(path.name for path in small_disk.iterdir()) == ["ballast", "sheet.pdf"]


def test_a_limit_on_file_size_is_told(tmp_path: Path) -> None:
    room = tmp_path / "room"
    assert add(room).code == 0
    for largest in (0, 8192, 34_000):
        limited = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest, largest))
        assert "磁盘" in _child(room, preexec_fn=limited).refused()
    assert len(numbers(room)) == 1
    assert run("--data", room, "verify").code == 0


def _child(room: Path, **settings: object) -> Outcome:
    code = "import sys; from duty_console.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "--data", str(room), "incident", "add"]
    event = b'{"class": "accident"}'
    done = subprocess.run(command, cwd=HOUSE, input=event, capture_output=True, check=False, **settings)  # type: ignore[call-overload]
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_disk_mounted_read_only_is_told(tmp_path: Path) -> None:
    room = tmp_path / "room"
    number = add(room).json["number"]
    before = (room / "duty.db").read_bytes()
    with mounted(tmp_path / "mounted", "--bind", str(room)) as place:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        for command in (("now",), ("verify",), ("incident", "list"), ("search", "x")):
            assert "无法写入" in run("--data", place, *command).refused()
        assert "无法写入" in add(place).refused()
        paper = place / "sheet.pdf"
        assert str(paper) in run("--data", room, "sheet", "handover", "--out", paper).refused()
    assert (room / "duty.db").read_bytes() == before
    assert numbers(room) == [number]


def _as_somebody_else(person: int, room: Path) -> Outcome:
    """Fork: the interpreter itself may lie where others cannot read it, so what is needed is loaded already."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.setgroups([])
            os.setgid(person)
            os.setuid(person)
            outcome = add(room)
            os.write(into, json.dumps([outcome.code, outcome.out, outcome.err]).encode())
        finally:
            os._exit(0)
    os.close(into)
    with os.fdopen(out, encoding="utf-8") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return Outcome(*json.loads(said))


def _close_folder(room: Path) -> None:
    room.chmod(0o555)


def _close_database(room: Path) -> None:
    room.chmod(0o777)
    for each in ("drafts", "attachments", "backups"):
        (room / each).chmod(0o777)
    (room / "duty.db").chmod(0o444)


def _hide_database(room: Path) -> None:
    _close_database(room)
    (room / "duty.db").chmod(0o000)


@pytest.mark.parametrize("close", [_close_folder, _close_database, _hide_database])
def test_what_belongs_to_somebody_else_is_told(
    tmp_path: Path, other_person: int, close: Callable[[Path], None]
) -> None:
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_mode & 0o005 != 0o005 and len(parent.parts) > 2:
            parent.chmod(0o755)
    room = tmp_path / "room"
    number = add(room).json["number"]
    close(room)
    line = _as_somebody_else(other_person, room).refused()
    assert any(words in line for words in ("无法写入", "只读", "无法打开")), line
    assert numbers(room) == [number]
    assert run("--data", room, "verify").code == 0


@pytest.mark.parametrize(
    "make", [Path.touch, lambda path: path.symlink_to("nowhere/at/all")], ids=["file", "dead link"]
)
def test_a_data_folder_that_is_none_is_told(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "room")
    assert "无法写入" in run("--data", tmp_path / "room", "now").refused()


@pytest.mark.parametrize("out", ["missing/sheet.pdf", "file/sheet.pdf", "folder.pdf", "长" * 300 + ".pdf"])
def test_a_paper_that_cannot_be_written_is_told(tmp_path: Path, out: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.pdf").mkdir()
    line = run("--data", tmp_path / "room", "sheet", "handover", "--out", tmp_path / out).refused()
    assert "无法写入" in line


def test_a_locked_database_is_told_and_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    room = tmp_path / "room"
    number = add(room).json["number"]
    with closing(sqlite3.connect(room / "duty.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "占用" in add(room).refused()
        assert numbers(room) == [number]
        assert run("--data", room, "verify").code == 0
        other.execute("ROLLBACK")
    assert add(room).code == 0
    assert len(numbers(room)) == 2


def test_a_lock_that_ends_in_time_is_waited_for(tmp_path: Path) -> None:
    room = tmp_path / "room"
    assert add(room).code == 0
    code = (
        "import sqlite3, sys, time\n"
        "other = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "other.execute('BEGIN IMMEDIATE'); print('locked', flush=True); time.sleep(0.5); other.execute('ROLLBACK')"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(room / "duty.db")], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        assert add(room).code == 0


def test_several_first_starts_at_once_make_one_folder(tmp_path: Path) -> None:
    for turn in range(3):
        room = tmp_path / str(turn)
        code = "import sys; from duty_console.cli import main; sys.exit(main(sys.argv[1:]))"
        command = [sys.executable, "-c", code, "--data", str(room), "incident", "add", "--json"]
        starts = [
            subprocess.Popen(command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)
        ]
        said = [each.communicate(b'{"class": "accident"}', timeout=60) for each in starts]
        assert [each.returncode for each in starts] == [0] * 4, said
        assert len(numbers(room)) == 4
        assert run("--data", room, "verify").code == 0
