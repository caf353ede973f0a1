"""From the alarm clock's thread to the windows: boards as signals, sounds by the loudest step, a list after an absence.

Nothing here takes the focus or opens a dialog. What rings goes on until a person acknowledges it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from duty_console.alarms.model import AlarmStep
from duty_console.clock import JumpKind, JumpWatch

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.alarms.model import Alarm, AlarmBoard
    from duty_console.alarms.waker import Waker
    from duty_console.changes import Change
    from duty_console.desk import Desk
    from ui.sounds import Sounds
    from ui.workbench import Workbench

WATCHED = frozenset({"obligation", "report", "incident", "alarm_acknowledgement", "report_rule"})
"""Changes of these move what is due or who heard it."""

ABSENT_SECONDS = 60.0
"""A sleep or a clock set forward by more than this is an absence: what fell due in it comes as one list."""


class AlarmBridge(QObject):
    """Runs the desk's waker and tells `bench.board_changed`. `came_back(alarms)`: what rang while nobody could hear it.

    `start()` begins to watch in the background; `look_now()` looks at once in this thread, for the tour and tests.
    """

    came_back = Signal(object)
    _arrived = Signal(object)

    def __init__(self, desk: Desk, bench: Workbench, sounds: Sounds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._sounds = sounds
        self._waker: Waker = desk.waker(self._arrived.emit)
        self._running = False
        self._watch = JumpWatch(bench.clock)
        self._expects_list = True
        self._heard: dict[str, AlarmStep] = {}
        self.board: AlarmBoard | None = None
        self._arrived.connect(self._on_board, Qt.ConnectionType.QueuedConnection)
        bench.changed.connect(self._on_changed)
        bench.ticked.connect(self._on_ticked)

    def start(self) -> None:
        """Begin to watch; the scheduler is loaded and started off the GUI thread."""
        self._running = True
        self._bench.jobs.run(self._waker.start, owner=self, lane="read")

    def stop(self) -> None:
        """End it; what rang is silent then."""
        if self._running:
            self._running = False
            self._waker.stop()
        self._sounds.stop()

    def look_now(self) -> AlarmBoard | None:
        """Look in this thread and tell at once."""
        board = self._waker.look()
        if board is not None:
            self._on_board(board)
        return board

    # -- from outside ---------------------------------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        if self._running and change.tables & WATCHED:
            self._waker.wake()

    def resound(self) -> None:
        """Sound was switched on or off: be heard again, or not, as the board stands."""
        self._sounds.stop()
        if self.board is not None:
            self._sound(self.board, [])

    def _on_ticked(self, _now: datetime) -> None:
        jumps = self._watch.look()
        lost = [j for j in jumps if j.kind is not JumpKind.BACK and j.seconds > ABSENT_SECONDS]
        if lost:
            self._expects_list = True
        if jumps and self._running:
            self._waker.wake()

    def _on_board(self, board: AlarmBoard) -> None:
        """On the GUI thread; a board that is older than the one shown came late and says nothing new."""
        before = self.board
        if before is not None and board is before:
            return
        self.board = board
        fresh = [alarm for alarm in board.ringing if self._heard.get(alarm.item.key) is not alarm.step]
        self._heard = {alarm.item.key: alarm.step for alarm in board.ringing}
        self._sound(board, fresh)
        self._bench.board_changed.emit(board)
        if self._expects_list:
            self._expects_list = False
            missed = tuple(alarm for alarm in fresh if alarm.step in (AlarmStep.DUE, AlarmStep.OVERDUE))
            if missed:
                self.came_back.emit(missed)

    def _sound(self, board: AlarmBoard, fresh: list[Alarm]) -> None:
        """One sound for all: it repeats while anything due is not acknowledged; a new warning sounds once."""
        if board.loudest in (AlarmStep.DUE, AlarmStep.OVERDUE):
            self._sounds.ring()
            return
        self._sounds.stop()
        if fresh:
            self._sounds.play("warning")
