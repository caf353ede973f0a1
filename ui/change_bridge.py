"""What was committed, here or by another process, as `bench.changed` on the GUI thread.

A commit of this process is told by the desk. Another one (the command line, a second desk on a server) leaves no word:
the journal's end is read every few seconds off the GUI thread, and when it moved by itself, all may have changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from duty_console.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.desk import Desk
    from duty_console.journal.model import Head
    from ui.workbench import Workbench

PERIOD_MS = 3000


class ChangeBridge(QObject):
    """Subscribes to the desk and watches the journal's end; `start()` begins the watching."""

    _committed = Signal(object)

    def __init__(self, desk: Desk, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bench = bench
        self._known: int | None = None
        self._end: Callable[[], None] = desk.changes.subscribe(self._on_commit)
        self._committed.connect(bench.changed, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Watch for other processes."""
        self._timer.start()

    def stop(self) -> None:
        """Hear nothing more."""
        self._timer.stop()
        self._end()

    def look(self) -> None:
        """Ask once whether the journal moved by itself."""
        self._bench.jobs.run(
            self._desk.journal.head, self._on_head, lambda _problem: None, owner=self, lane="read", supersede="head"
        )

    def _on_commit(self, change: Change) -> None:
        """In the committing thread."""
        self._known = max(self._known or 0, change.journal_seq)
        self._committed.emit(change)

    def _on_head(self, head: Head) -> None:
        known, self._known = self._known, max(self._known or 0, head.seq)
        if known is not None and head.seq > known:
            self._bench.changed.emit(Change(all_tables(), head.seq))


def all_tables() -> frozenset[str]:
    """Every table of the record."""
    from duty_console.database.base import Row

    return frozenset(Row.metadata.tables)
