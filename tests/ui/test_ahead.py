"""Pages are made one by one in quiet moments, and wait while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.shell import ahead
from ui.shell.ahead import BuildAhead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "STEP_MS", 1)


def test_every_page_is_made_once_and_in_order(console: QApplication, qtbot: QtBot) -> None:
    made: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)

    def make(key: str) -> QWidget:
        made.append(key)
        return QWidget(window)

    building = BuildAhead(make, window)
    building.start(["roster", "people", "log"])
    qtbot.waitUntil(lambda: building.is_done)
    assert made == ["roster", "people", "log"]


def test_a_key_puts_it_off(console: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "STEP_MS", 50)
    monkeypatch.setattr(ahead, "QUIET_MS", 60_000)
    made: list[str] = []
    field = QLineEdit()
    qtbot.addWidget(field)
    building = BuildAhead(lambda key: made.append(key) or QWidget(field), field)
    building.start(["roster"])
    qtbot.keyClick(field, Qt.Key.Key_5)
    assert building._timer.remainingTime() > 10_000
    assert made == []
    building.stop()
    assert building.is_done
