"""The real application object, dressed, for every test of the desktop."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QInputMethodEvent

from ui.i18n import Languages
from ui.jobs import Jobs
from ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _collected_on_this_thread() -> Iterator[None]:
    """Python's collector would end widgets that lie in cycles in whichever thread it happens to run, a worker's too.

    In the console `ui.collector` sees to that; here nothing is collected but at the end of each test. What lived
    before the test is set aside, so that looking is quick.
    """
    gc.disable()
    gc.freeze()
    yield
    gc.collect()
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def console(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme and in English; a test may change both."""
    _speak_english(qapp)
    theme().apply("light")
    yield qapp
    _speak_english(qapp)
    theme().choose("light")


def _speak_english(application: QApplication) -> None:
    """Undo what any test before chose, were it even one that made an application object of its own."""
    for languages in application.findChildren(Languages):
        languages.choose("en")


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
