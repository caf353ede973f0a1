"""The stage of the tour: the real window over a fresh folder, a made clock, hands on the keyboard, a camera."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QScrollArea, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from duty_console.clock import FakeClock
    from ui.application import Application
    from ui.main_window import MainWindow
    from ui.widgets import Segmented

NARROW, WIDE = QSize(1366, 768), QSize(1600, 1000)
MOST_TABS, MOST_LOOKS = 120, 2_000
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
            passing = passing or isinstance(watched, QFileDialog)  # asked for, by Ctrl+S
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
        self._number = self._beside = 0

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

    def bring_forward(self, widget: QWidget) -> None:
        """What a window manager does when a window opens, or one over it goes: it gets the keyboard."""
        self.front = widget
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

    def write(self, text: str) -> None:
        """Write where the keyboard is: figures and letters by key, Chinese as an input method gives it."""
        for said in text if text.isascii() else (text,):
            target = QApplication.focusWidget()  # asked for each letter: the first one may open an editor
            if target is None:
                raise RuntimeError(f"nobody listens to {text!r}")
            if said.isascii():
                QTest.keyClicks(target, said)
            else:
                spoken = QInputMethodEvent()
                spoken.setCommitString(said)
                QCoreApplication.sendEvent(target, spoken)
        QApplication.processEvents()

    def tab_to(self, goal: QWidget, *, back: bool = False) -> None:
        """Walk with Tab to a widget. RuntimeError for one that no number of Tabs reaches."""
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
        for _step in range(MOST_TABS):
            if self.is_at(goal):
                return
            QTest.keyClick(QApplication.focusWidget() or self.front or self.window, key, held)
            QApplication.processEvents()
        raise RuntimeError(f"Tab does not reach {type(goal).__name__} {goal.accessibleName()!r}")

    @staticmethod
    def is_at(goal: QWidget) -> bool:
        """Whether the keyboard is in a widget."""
        here = QApplication.focusWidget()
        return here is not None and (here is goal or goal.isAncestorOf(here))

    def fill(self, field: QWidget, text: str, *, back: bool = False) -> None:
        """Walk to a field and write into it, in place of what stands there."""
        self.tab_to(field, back=back)
        self.ctrl(Qt.Key.Key_A)
        self.write(text)

    def choose(self, among: Segmented, value: str, *, back: bool = False) -> None:
        """Walk to a row of choices and take one, by Space and the arrows."""
        self.tab_to(among, back=back)
        if among.value() is None:
            self.press(Qt.Key.Key_Space)
        values = [among.value()]
        while among.value() != value:
            self.press(Qt.Key.Key_Right)
            if among.value() in values:
                raise RuntimeError(f"the arrows do not reach {value!r}")
            values.append(among.value())

    def push(self, button: QWidget, *, back: bool = False) -> None:
        """Walk to a button and press it with Space."""
        self.tab_to(button, back=back)
        self.press(Qt.Key.Key_Space)

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget. RuntimeError for one that nobody can see or use."""
        if not (widget.isVisible() and widget.isEnabled()):
            raise RuntimeError(f"{type(widget).__name__} {widget.accessibleName()!r} cannot be clicked")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def roll_up(self, over: QWidget) -> None:
        """Turn the wheel over a widget until what scrolls there shows its beginning."""
        area: QWidget | None = over
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            raise RuntimeError(f"nothing scrolls around {type(over).__name__}")
        port, bar = area.viewport(), area.verticalScrollBar()
        middle = port.rect().center()
        at, there = QPointF(middle), QPointF(port.mapToGlobal(middle))
        turn, held, phase = QPoint(0, 120), Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        while (before := bar.value()) > bar.minimum():
            wheel = QWheelEvent(at, there, QPoint(), turn, Qt.MouseButton.NoButton, held, phase, False)
            QCoreApplication.sendEvent(port, wheel)
            if bar.value() >= before:
                raise RuntimeError("the wheel moves nothing")
        self.settle()

    def save_as(self, path: Path) -> None:
        """Press Ctrl+S and tell the file dialog where to."""
        path = path.resolve()  # the dialog has a folder of its own
        path.unlink(missing_ok=True)
        QTimer.singleShot(0, lambda: self._answer(path, MOST_LOOKS))
        self.ctrl(Qt.Key.Key_S)
        self.bring_forward(self.window)
        if not path.exists():
            raise RuntimeError(f"nothing was saved as {path.name}")

    def _answer(self, path: Path, looks: int) -> None:
        """Once the dialog listens, put the path over the name it offers and press Enter; one that wants more is left.

        Not typed letter by letter: what the dialog completes depends on how much of a folder it has read by then.
        """
        dialog, here = QApplication.activeModalWidget(), QApplication.focusWidget()
        if isinstance(dialog, QFileDialog) and isinstance(here, QLineEdit) and dialog.isAncestorOf(here):
            here.setText(str(path))
            QTest.keyClick(here, Qt.Key.Key_Return)
            if dialog.isVisible():
                dialog.reject()
        elif looks:
            QTimer.singleShot(1, lambda: self._answer(path, looks - 1))

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

    def snap(self, name: str, *, beside: bool = False) -> None:
        """Take a numbered picture of what is in front; one that stands `beside` the last keeps its number: 03a."""
        self.settle()
        if beside:
            self._beside += 1
            place = f"{self._number:02d}{chr(ord('a') + self._beside - 1)}"
        else:
            self._number, self._beside = self._number + 1, 0
            place = f"{self._number:02d}"
        path = self.out / f"{place}-{name}.png"
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
