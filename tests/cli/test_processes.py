"""Real processes: whatever the locale, the reader or the neighbour does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

import duty_console.cli.commands
from tests.cli.command import HOUSE, Outcome, finish, run, run_app, start

EVENT = {"class": "accident", "deaths": 3, "title": "化工园区爆燃㛃𠮷", "summary": "“爆燃”"}


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return tmp_path / "值班 室"


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "", "LANG": "C"}, {"LC_ALL": "POSIX"}], ids=str)
def test_json_is_utf8_whatever_the_locale(room: Path, locale: dict[str, str]) -> None:
    # PYTHONCOERCECLOCALE and PYTHONUTF8 off: nothing but the program itself sees to it.
    bare = {**locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    added = run_app("--data", room, "incident", "add", "--json", stdin=EVENT, **bare)
    assert added.json["title"] == EVENT["title"]
    assert EVENT["title"] in run_app("--data", room, "incident", "list", **bare).out
    assert "deaths：" in run_app("--data", room, "incident", "add", stdin={**EVENT, "deaths": -1}, **bare).refused()


def test_a_whole_path_through_app(room: Path, tmp_path: Path) -> None:
    place = ("--data", room)
    assert run_app(*place, "deadlines", "--json", stdin=EVENT).json["grade"]["suggested"] == "major"
    number = run_app(*place, "incident", "add", "--json", stdin=EVENT).json["number"]
    report = ("incident", "report", number, "--kind", "initial", "--channel", "written", "--to", "市应急管理局")
    assert run_app(*place, *report, "--json").json["settled"]
    assert run_app(*place, "incident", "show", number, "--json").json["reports"]
    assert run_app(*place, "search", "爆燃", "--json").json
    assert run_app(*place, "now", "--json").json["next_due"] == []
    sheet = tmp_path / "sheet.pdf"
    written = run_app(*place, "sheet", "handover", "--out", sheet, "--json")
    assert written.json["file"] == str(sheet)
    assert number in "".join(page.extract_text() for page in PdfReader(sheet).pages)
    roster = tmp_path / "roster.PDF"
    assert run_app(*place, "sheet", "roster", "--month", "2026-10", "--out", roster).code == 0
    assert "2026年10月值班表" in "".join(page.extract_text() for page in PdfReader(roster).pages).replace(" ", "")
    sound = run_app(*place, "verify", "--json")
    assert (sound.code, sound.json["ok"]) == (0, True)


def test_demo_fills_an_empty_folder_only(room: Path) -> None:
    filled = run_app("--data", room, "demo", "--seed", "7")
    assert (filled.code, "100%" in filled.err) == (0, True), filled
    before = run_app("--data", room, "verify", "--json")
    assert (before.code, before.json["entries"] > 1000) == (0, True)
    assert run_app("--data", room, "demo").refused().startswith("文件夹")
    assert run_app("--data", room, "verify", "--json").json == before.json
    assert len(run_app("--data", room, "now", "--json").json["leader"]) == 1


def test_demo_refuses_a_folder_with_strange_files(room: Path) -> None:
    room.mkdir()
    (room / "论文.docx").write_text("x")
    assert "论文.docx" in run("--data", room, "demo").refused()
    assert (room / "论文.docx").read_text() == "x"


def test_two_processes_adding_at_once(room: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", _ADD_MANY, str(room)], cwd=HOUSE, stdout=-1) for _ in range(3)]
    numbers = [json.loads(line)["number"] for each in writers for line in each.communicate(timeout=120)[0].splitlines()]
    assert [each.returncode for each in writers] == [0, 0, 0]
    assert len(numbers) == len(set(numbers)) == 60
    assert sorted(int(number.partition("-")[2]) for number in numbers) == list(range(1, 61)), "gapless"
    listed = run("--data", room, "incident", "list", "--json").json
    assert {each["number"] for each in listed} == set(numbers)
    assert run("--data", room, "verify").code == 0


_ADD_MANY = """
import io, sys
from duty_console.cli import main
for _ in range(20):
    event = b'{"class": "accident", "received_at": "2026-10-14T03:00:00+08:00"}'
    sys.stdin = io.TextIOWrapper(io.BytesIO(event))
    assert main(["--data", sys.argv[1], "incident", "add", "--json"]) == 0
"""


def test_a_reader_that_goes_away_is_no_fault(room: Path) -> None:
    for number in range(3):
        run("--data", room, "incident", "add", stdin={**EVENT, "summary": str(number) * 4000, "measures": "x" * 4000})
    process = start("--data", room, "incident", "list", "--json")
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    err = process.communicate(timeout=60)[1]
    assert (process.returncode, err) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_output_that_takes_nothing_is_told(room: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "app.py", "--data", str(room), "incident", "add", "--json"]
        done = subprocess.run(
            command, cwd=HOUSE, input=json.dumps(EVENT).encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    Outcome(done.returncode, "", done.stderr.decode()).refused()
    assert "已经保存" in done.stderr.decode()
    assert len(run("--data", room, "incident", "list", "--json").json) == 1


def test_closed_streams_are_no_fault(room: Path) -> None:
    script = f"'{sys.executable}' app.py --data '{room}' incident add --json"
    for closing, code in (("<&-", 2), (">&- <event", 2), ("2>&- <event", 0), ("2>&- <&-", 2)):
        line = script + " " + closing.replace("<event", f"< '{room.parent / 'event'}'")
        (room.parent / "event").write_text(json.dumps(EVENT))
        done = subprocess.run(["/bin/sh", "-c", line], cwd=HOUSE, capture_output=True, check=False)
        assert done.returncode == code, (closing, done)
        assert b"Traceback" not in done.stderr


def test_an_interrupted_command_says_so(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(duty_console.cli.commands, "read_input", interrupted)
    done = run("--data", room, "incident", "add")
    assert (done.code, done.out, done.err) == (130, "", "已中断。之前保存的记录不受影响。\n")
    assert not room.exists()


def test_a_bug_is_logged_with_its_number(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(options: object) -> None:
        raise ZeroDivisionError("二")

    monkeypatch.setitem(duty_console.cli.commands._COMMANDS, "verify", broken)
    room.mkdir()
    first, second = run("--data", room, "verify"), run("--data", room, "verify")
    assert (first.code, first.out, first.err.count("\n")) == (3, "", 1)
    assert "Traceback" not in first.err
    assert first.err == second.err, "the same bug has the same number"
    number = first.err.partition("编号 ")[2][:6]
    log = (room / "console.log").read_text(encoding="utf-8")
    assert f"bug {number}" in log
    assert "ZeroDivisionError: 二" in log


def test_help_is_offered_in_any_locale() -> None:
    shown = run_app("--help", LC_ALL="C")
    assert shown.code == 0
    for command in ("demo", "now", "deadlines", "incident", "search", "sheet", "verify", "tour", "import", "export"):
        assert command in shown.out
    for later in ("inventory", "backup", "restore", "brief"):
        assert later not in shown.out, "what is not there is not offered"
    assert "evacuated" in run_app("deadlines", "--help").out


def test_a_wrong_word_is_told_without_waking_the_database() -> None:
    code = "import sys; from duty_console.cli import main; main(['fly']); print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_command_loads_neither_windows_nor_paper(room: Path) -> None:
    code = (
        "import sys; from duty_console.cli import main; main(['--data', sys.argv[1], 'verify']);"
        "print([name for name in ('PySide6', 'reportlab', 'alembic', 'apscheduler') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(room)], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "url", ["nonsense", "", "sqlite:", "oracle://x", "nosuch://scott:tiger@host/x", "postgresql://h:port/x"]
)
def test_a_wrong_database_address_is_told_without_its_password(url: str) -> None:
    line = run("--database", url, "now").refused()
    assert "tiger" not in line


def test_a_database_by_its_address(room: Path) -> None:
    room.mkdir()
    url = f"sqlite:///{room}/elsewhere.db"
    added = run("--database", url, "incident", "add", "--json", stdin=EVENT)
    assert added.json["number"]
    assert (room / "elsewhere.db").exists()
    assert len(run("--database", url, "incident", "list", "--json").json) == 1


def test_finish_sees_what_a_process_says() -> None:
    assert finish(start("fly")).code == 2
