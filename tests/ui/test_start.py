"""Starting the desktop: as a process of its own, as an officer starts it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from duty_console.errors import EnvironmentProblem
from duty_console.room.model import DutyRoom
from tests.architecture.source import HOUSE
from tests.ui.duty_desk import at
from ui.start import NO_DISPLAY, has_display, open_desktop
from ui.start_problem import StartProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

APP = [sys.executable, str(HOUSE / "app.py")]
PATIENCE = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that was set up."""
    with Desk.open(tmp_path, FakeClock(at(8))) as desk:
        desk.room.describe(DutyRoom("云河区应急值守中心", "county", ("national",)))
        desk.limits.choose_presets(["national"])
        desk.roster.set_up_defaults()
    return tmp_path


@pytest.fixture
def started(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The desktop as a process, its window open."""
    process = subprocess.Popen(
        [*APP, "--data", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
    )
    _wait_for(lambda: (folder / "console.log").exists() or _owns(folder), process)
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def _owns(folder: Path) -> bool:
    return (folder / "console.lock").exists()


def _wait_for(happened, process: subprocess.Popen[str]) -> None:  # noqa: ANN001
    until = time.monotonic() + PATIENCE
    while not happened():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_second_start_raises_the_first_window_and_ends_well(started: subprocess.Popen[str], folder: Path) -> None:
    second = subprocess.run(
        [*APP, "--data", str(folder)], env=_environment(), capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert started.poll() is None


def test_the_end_of_the_session_closes_it_cleanly(started: subprocess.Popen[str], folder: Path) -> None:
    time.sleep(0.5)
    started.send_signal(signal.SIGTERM)
    out, err = started.communicate(timeout=PATIENCE)
    assert (started.returncode, out) == (0, ""), err
    assert "Traceback" not in err
    assert not _owns(folder)


def test_a_killed_console_hinders_no_start(started: subprocess.Popen[str], folder: Path) -> None:
    started.kill()
    started.wait(PATIENCE)
    assert _owns(folder)
    again = subprocess.Popen([*APP, "--data", str(folder)], env=_environment(), stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    assert again.poll() is None
    again.send_signal(signal.SIGTERM)
    again.communicate(timeout=PATIENCE)
    assert again.returncode == 0


def test_without_a_display_one_line_says_so(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [*APP, "--data", str(tmp_path)], env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == NO_DISPLAY
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_named_platform_or_a_screen_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert has_display() is not sys.platform.startswith("linux")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()


@pytest.mark.parametrize("arguments", [["--help"], ["now", "--help"]])
def test_help_needs_no_qt(arguments: list[str], tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(HOUSE)!r}); import app; app.main({arguments!r}); " \
        "assert not any(name.startswith('PySide6') for name in sys.modules)"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "usage" in done.stdout


# -- what hinders a start -------------------------------------------------------------------------------------------


class _Asked(Exception):
    """What the problem window would have said, and that the officer quit."""


def _start(monkeypatch: pytest.MonkeyPatch, folder: Path) -> StartProblem:
    """Start in this process; the problem window is shown and closed by Esc."""
    shown: list[StartProblem] = []
    from PySide6.QtWidgets import QApplication

    def answer(_app: QApplication) -> int:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, StartProblem) and w.isVisible())
        shown.append(window)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        return 0

    monkeypatch.setattr(QApplication, "exec", answer)
    monkeypatch.setattr("ui.application.BugWatch.install", lambda _self: None)
    assert open_desktop(str(folder)) == 1
    assert len(shown) == 1
    return shown[0]


def _words(window: StartProblem) -> str:
    return " ".join(window.sentences())


def test_a_damaged_database_is_told_and_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch, folder: Path, console: QApplication, qtbot: QtBot
) -> None:
    del console, qtbot
    database = folder / "duty.db"
    database.write_bytes(b"not a database at all" * 500)
    before = database.read_bytes()
    for name in ("duty.db-wal", "duty.db-shm"):
        (folder / name).unlink(missing_ok=True)
    window = _start(monkeypatch, folder)
    assert "已损坏" in _words(window)
    assert "保持原样" in _words(window)
    assert database.read_bytes() == before


def test_a_newer_and_a_foreign_database_are_told(
    monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path_factory: pytest.TempPathFactory,
    console: QApplication, qtbot: QtBot,
) -> None:  # fmt: skip
    del console, qtbot
    with sqlite3.connect(folder / "duty.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert "新版本" in _words(_start(monkeypatch, folder))
    other = tmp_path_factory.mktemp("other")
    with sqlite3.connect(other / "duty.db") as connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")
    connection.close()
    assert "别的程序" in _words(_start(monkeypatch, other))


def test_a_folder_that_is_a_file_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, console: QApplication, qtbot: QtBot
) -> None:
    del console, qtbot
    file = tmp_path / "data"
    file.write_text("")
    assert "无法写入" in _words(_start(monkeypatch, file))
    assert file.read_text() == ""


def test_every_problem_of_a_start_has_a_sentence_without_gaps(console: QApplication, qtbot: QtBot) -> None:
    del console
    for code in (
        "folder_unwritable", "folder_in_use", "disk_full", "disk_error", "database_readonly", "database_busy",
        "database_damaged", "database_newer", "database_foreign", "database_unopenable", "database_unreachable",
    ):  # fmt: skip
        window = StartProblem(EnvironmentProblem(code, path="/data", pid=7, host="desk", reason="x"), Path("/data"))
        qtbot.addWidget(window)
        what, rest = window.sentences()
        assert what
        assert rest
        assert code not in what
        assert "{" not in what + rest


def test_another_folder_can_be_tried(qtbot: QtBot, console: QApplication, tmp_path: Path) -> None:
    del console
    window = StartProblem(EnvironmentProblem("disk_full"), tmp_path)
    qtbot.addWidget(window)
    window.show()
    QTest.mouseClick(window.again, Qt.MouseButton.LeftButton)
    assert window.chosen == tmp_path
    assert not window.isVisible()
