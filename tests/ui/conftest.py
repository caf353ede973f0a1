"""The real application object, dressed, for every test of the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QInputMethodEvent

from ui.jobs import Jobs
from ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def console(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme and in English; a test may change both."""
    theme().apply("light")
    yield qapp
    theme().choose("light")


@pytest.fixture
def jobs(console: QApplication) -> Iterator[Jobs]:
    """Jobs that are idle again at the end."""
    jobs = Jobs()
    yield jobs
    assert jobs.close(10_000)
    # pytest-qt only asks its widgets to go. Were they still there, Python's collector might end them, timers and all,
    # from a worker thread of the next test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def focus(qtbot: QtBot, window: QWidget, widget: QWidget) -> None:
    """Show the window and put the keyboard into one of its widgets."""
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def say(widget: QWidget, text: str) -> None:
    """Enter text as an input method does; QTest's key clicks know only ASCII."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)
