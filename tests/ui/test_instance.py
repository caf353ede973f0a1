"""Two consoles on one folder: the second wakes the first. Real processes, really killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLockFile

from duty_console.errors import EnvironmentProblem
from ui.instance import SingleInstance

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_SECOND = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from ui.instance import SingleInstance
    app = QCoreApplication([])
    instance = SingleInstance(Path(sys.argv[1]))
    print(instance.claim(), flush=True)
    if sys.argv[2] == "stay":
        app.exec()
"""


def _start(folder: Path, then: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_SECOND), str(folder), then], stdout=subprocess.PIPE, text=True
    )


def test_a_second_start_raises_the_first_and_ends(console: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.raise_requested, timeout=20_000):
        second = _start(tmp_path, "end")
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.stdout is not None
    assert second.stdout.read().strip() == "False"
    assert second.returncode == 0
    second.stdout.close()
    first.release()


def test_what_a_killed_console_left_is_taken_over(console: QApplication, tmp_path: Path) -> None:
    killed = _start(tmp_path, "stay")
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == "True"
    assert (tmp_path / "console.lock").exists()
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait(20)
    killed.stdout.close()
    after = SingleInstance(tmp_path)
    assert after.claim()
    after.release()
    assert not (tmp_path / "console.lock").exists()


def test_a_lock_whose_number_went_to_another_process_is_taken_over(console: QApplication, tmp_path: Path) -> None:
    other = QLockFile(str(tmp_path / "real.lock"))
    assert other.tryLock(0)
    # our own process is alive and has our name, yet nobody holds this file
    (tmp_path / "console.lock").write_bytes((tmp_path / "real.lock").read_bytes())
    other.unlock()
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    instance.release()


def test_two_folders_are_two_consoles(console: QApplication, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    instances = [SingleInstance(folder) for folder in folders]
    assert [instance.claim() for instance in instances] == [True, True]
    for instance in instances:
        instance.release()


def test_an_owner_that_does_not_answer_is_named(console: QApplication, tmp_path: Path) -> None:
    lock = QLockFile(str(tmp_path / "console.lock"))
    assert lock.tryLock(0)
    with pytest.raises(EnvironmentProblem) as problem:
        SingleInstance(tmp_path).claim()
    assert problem.value.code == "folder_in_use"
    assert problem.value.values["pid"] == os.getpid()
    lock.unlock()


def test_a_folder_that_is_not_there_is_a_clear_problem(console: QApplication, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        SingleInstance(tmp_path / "nothing").claim()
    assert problem.value.code == "folder_unwritable"
