"""Makes the pages before they are wanted, one at a time, in moments when nobody types or clicks.

Making a page costs some ten milliseconds, dressing its widgets as many again. Done while the officer is looking at the
first page, it holds nobody up; done at the key, it would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STEP_MS = 60
"""Between two steps: the event loop turns many times."""
QUIET_MS = 700
"""So long after the last key or click the next step waits."""
DRESSED_AT_ONCE = 25
"""Widgets that are given their style in one step."""

_HANDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod, QEvent.Type.Wheel)


class BuildAhead(QObject):
    """Calls `make(key)` for each key in turn and dresses what it returns; stops for good with `stop`."""

    def __init__(self, make: Callable[[str], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._keys: list[str] = []
        self._bare: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def start(self, keys: Sequence[str]) -> None:
        """Begin with these pages, in this order."""
        self._keys = list(keys)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start(STEP_MS)

    def stop(self) -> None:
        """Make nothing more."""
        self._keys, self._bare = [], []
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    @property
    def is_done(self) -> bool:
        """Whether every page stands."""
        return not self._keys and not self._bare

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS and self._timer.isActive():
            self._timer.start(QUIET_MS)
        return False

    def _step(self) -> None:
        if self._bare:
            for widget in self._bare[:DRESSED_AT_ONCE]:
                widget.ensurePolished()
            del self._bare[:DRESSED_AT_ONCE]
        elif self._keys:
            page = self._make(self._keys.pop(0))
            self._bare = page.findChildren(QWidget)
        if self.is_done:
            self.stop()
        else:
            self._timer.start(STEP_MS)
