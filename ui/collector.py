"""When Python looks for garbage: on the GUI thread only, and not while the window is being built.

Left alone, the collector runs in whichever thread happens to allocate. In a worker it would end widgets that lie in
cycles off the GUI thread, which Qt does not survive; during the start it looks through a hundred thousand objects of
which none is garbage.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

SETTLED_MS = 3000
"""After the first page stands: what lives by then lives as long as the window and is never looked at again."""
LOOK_MS = 1000
YOUNG, MIDDLE, OLD = 2000, 10, 10
"""When a generation is due: new objects, then looks at the generation before."""


class Collector(QObject):
    """Collects once a second at most, the old generation seldom; `start` sets aside what the start has made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over from Python once the window has settled."""
        gc.disable()
        self._later(SETTLED_MS, self._take_over)

    def stop(self) -> None:
        """Give it back to Python."""
        self._timer.stop()
        gc.enable()

    def look(self) -> None:
        """Collect what is due."""
        young, middle, old = gc.get_count()
        if old > OLD:
            gc.collect(2)
        elif middle > MIDDLE:
            gc.collect(1)
        elif young > YOUNG:
            gc.collect(0)

    def _take_over(self) -> None:
        gc.freeze()
        self._timer.start(LOOK_MS)

    def _later(self, milliseconds: int, act: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self, act)
