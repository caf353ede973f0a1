"""The tour's watch over its own script: what no window began is found, what a window began is not."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from duty_console.clock import FakeClock
from duty_console.desk import Desk
from tests.ui.duty_desk import at
from ui.application import Application
from ui.bugs import BugWatch
from ui.i18n import Languages
from ui.tour.hands_only import HandsOnly
from ui.tour.mishaps import mishaps_heard
from ui.tour.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ui.jobs import Jobs


class NoteWindow(QWidget):
    """A line, and a button that writes it into the log as a page does."""

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        self._desk, self._jobs = desk, jobs
        self.first, self.line, self.save = QLineEdit(), QLineEdit(), QPushButton()
        column = QVBoxLayout(self)
        for widget in (self.first, self.line, self.save):
            column.addWidget(widget)
        self.line.returnPressed.connect(self.write)
        self.save.clicked.connect(self.write)

    def write(self) -> None:
        text = self.line.text()
        self._jobs.run(lambda: self._desk.dutylog.note(text))


class Scene:
    """A stage with one window on it, watched."""

    def __init__(self, folder: Path, jobs: Jobs, console: QApplication) -> None:
        self.desk = Desk.open(folder, FakeClock(at(15, 0)))
        self.jobs = jobs
        self.hands = HandsOnly(self.desk, jobs)
        application = Application(console, Languages(console), jobs, BugWatch(console))
        self.stage = Stage(application, FakeClock(at(15, 0)), folder)
        self.window = NoteWindow(self.desk, jobs)
        self.stage.show(self.window)

    def script(self, line: str) -> None:
        """Play a line of a script, as if it stood in a module of the tour."""
        names = {"__name__": "ui.tour.cheat", "QTimer": QTimer, "threading": threading}
        exec(compile(line, "cheat.py", "exec"), names | vars(self))
        self.stage.settle()

    def written(self) -> int:
        with self.desk.database.read():
            return len(self.desk.dutylog.latest(at(0, 0), 10))


@pytest.fixture
def scene(tmp_path: Path, jobs: Jobs, console: QApplication) -> Iterator[Scene]:
    original: Callable[..., None] = jobs.run
    scene = Scene(tmp_path, jobs, console)
    yield scene
    jobs.run = original  # type: ignore[method-assign]
    console.removeEventFilter(scene.stage.strays)
    scene.window.close()
    scene.window.deleteLater()
    scene.desk.close()


@pytest.mark.parametrize(
    "line",
    [
        "stage.fill(window.line, 'typed'); stage.press(__import__('PySide6.QtCore').QtCore.Qt.Key.Key_Return)",
        "stage.fill(window.line, 'typed'); stage.push(window.save)",
        "stage.fill(window.line, 'typed'); stage.click(window.save)",
    ],
)
def test_what_keys_and_clicks_write_is_right(scene: Scene, line: str) -> None:
    scene.script(line)
    assert scene.written() == 1
    assert scene.hands.found == []


@pytest.mark.parametrize(
    "line",
    [
        "desk.dutylog.note('past')",
        "window.write()",
        "window.save.click()",
        "window.line.returnPressed.emit()",
        "jobs.run(lambda: desk.dutylog.note('past'))",
        "jobs.run(lambda: desk.dutylog.note('past'), lane='read')",
        "QTimer.singleShot(0, lambda: desk.dutylog.note('past'))",
        "QTimer.singleShot(0, lambda: window.write())",
        "friend = threading.Thread(target=desk.dutylog.note, args=('past',)); friend.start(); friend.join()",
    ],
)
def test_what_goes_past_the_windows_is_found(scene: Scene, line: str) -> None:
    scene.window.line.setText("x")
    scene.script(line)
    assert scene.written() >= 1
    assert scene.hands.found


def test_what_fails_in_a_window_is_heard(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: told.append(kind.__name__))
    usual = sys.excepthook
    scene.window.save.clicked.connect(lambda: {}["no such key"])
    with mishaps_heard() as heard:
        scene.stage.push(scene.window.save)
    assert heard == ["KeyError: 'no such key'"]
    assert told == ["KeyError"]  # the usual way goes on
    assert sys.excepthook is usual


def test_reading_is_free(scene: Scene) -> None:
    scene.script("desk.dutylog.latest(desk.clock.now(), 10); jobs.run(lambda: desk.journal.head(), lane='read')")
    assert scene.hands.found == []


def test_tab_that_does_not_reach_is_told(scene: Scene) -> None:
    scene.window.save.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with pytest.raises(RuntimeError, match="Tab does not reach QPushButton"):
        scene.stage.push(scene.window.save)
    scene.window.save.setEnabled(False)
    with pytest.raises(RuntimeError, match="cannot be clicked"):
        scene.stage.click(scene.window.save)


def test_pictures_keep_their_numbers_when_one_is_taken_beside_them(scene: Scene) -> None:
    for name, beside in (("start", False), ("form", True), ("more", True), ("night", False)):
        scene.stage.snap(name, beside=beside)
    assert [each.name for each in scene.stage.pictures] == [
        "01-start.png",
        "01a-form.png",
        "01b-more.png",
        "02-night.png",
    ]
    assert all(each.exists() for each in scene.stage.pictures)
