"""The stage of the tour: the real window over a fresh folder, a made clock, hands on the keyboard, a camera."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from duty_console.clock import FakeClock
    from ui.application import Application
    from ui.main_window import MainWindow

NARROW, WIDE = QSize(1366, 768), QSize(1600, 1000)
PAUSE_MS = 450
"""A little longer than the pauses of typing after which drafts are saved and limits computed."""


class StrayWindows(QObject):
    """Notes every widget that shows itself as a window of its own: it would take the keyboard from who is typing."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.expected: set[QWidget] = set()
        self.found: list[str] = []
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            passing = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if not passing and not watched.isFullScreen() and watched not in self.expected:
                self.found.append(f"{type(watched).__module__}.{type(watched).__name__}")
        return False


class Stage:
    """Plays the officer: types, presses keys, lets time pass, takes pictures."""

    def __init__(self, application: Application, clock: FakeClock, out: Path) -> None:
        self.application = application
        self.clock = clock
        self.out = out
        self.pictures: list[Path] = []
        self.strays = StrayWindows(application.qt)
        self._window: MainWindow | None = None
        self.front: QWidget | None = None
        self._size: QSize | None = None

    @property
    def window(self) -> MainWindow:
        """The console's window. RuntimeError before it was shown."""
        if self._window is None:
            raise RuntimeError("the window has not been shown yet")
        return self._window

    def show_window(self, window: MainWindow, size: QSize = WIDE) -> None:
        """Bring the console on stage."""
        self._window = window
        self.show(window, size)
        window.begin()
        self.settle()

    def show(self, widget: QWidget, size: QSize = WIDE) -> None:
        """Show a top-level widget and give it the keyboard."""
        self.front = widget
        self.strays.expected.add(widget)
        widget.resize(size)
        widget.show()
        widget.activateWindow()
        self.settle()

    # -- hands ---------------------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.front or self.window, key, modifiers)
        self.settle()

    def ctrl(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def alt(self, key: Qt.Key) -> None:
        """Press a key with Alt."""
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def write(self, text: str, into: QWidget | None = None) -> None:
        """Write where the keyboard is: figures and letters by key, Chinese as an input method gives it."""
        if into is not None:
            into.setFocus(Qt.FocusReason.OtherFocusReason)
        target = QApplication.focusWidget()
        if target is None:
            raise RuntimeError(f"nobody listens to {text!r}")
        if text.isascii():
            QTest.keyClicks(target, text)
        else:
            spoken = QInputMethodEvent()
            spoken.setCommitString(text)
            QCoreApplication.sendEvent(target, spoken)
        QApplication.processEvents()

    # -- time ----------------------------------------------------------------------------------------------------

    def pass_time(self, **by: float) -> None:
        """Let time pass as `timedelta(**by)`, a look at the alarms at its end."""
        self.clock.advance(timedelta(**by))
        self.window.toast.clear()  # it goes after seconds of real time, of which the tour has none
        self.look()

    def until(self, moment: datetime) -> None:
        """Let time pass until a moment."""
        self.pass_time(seconds=(moment - self.clock.now()).total_seconds())

    def look(self) -> None:
        """What the second and the alarm clock do by themselves in a running console."""
        self.settle()
        self.window.alarms.look_now()
        self.settle()
        self.window.tick()
        self.settle()

    def settle(self) -> None:
        """Let the window come to rest: events delivered, jobs reported."""
        for _ in range(3):
            QApplication.processEvents()
            self.application.jobs.wait_idle()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def pause(self) -> None:
        """Stop typing for a moment: drafts are saved, limits computed."""
        loop = QEventLoop()
        QTimer.singleShot(PAUSE_MS, loop.quit)
        loop.exec()
        self.settle()

    # -- camera --------------------------------------------------------------------------------------------------

    def snap(self, name: str) -> None:
        """Take a numbered picture of what is in front."""
        self.settle()
        path = self.out / f"{len(self.pictures) + 1:02d}-{name}.png"
        front = self.front or self.window
        if self._size is not None and front is self._window and front.size() != self._size:
            raise RuntimeError(f"{name}: the window has grown to {front.width()} × {front.height()}")
        if not front.grab().save(str(path)):
            raise OSError(f"could not write {path}")
        self.pictures.append(path)

    def resize(self, size: QSize) -> None:
        """Another screen."""
        front = self.front or self.window
        front.resize(size)
        self._size = size
        self.settle()
        if front.size() != size:
            raise RuntimeError(f"the window does not fit {size.width()} × {size.height()}")
