"""The alarm clock: wakes at the next moment that matters, and on a slow tick besides.

APScheduler only wakes us; what is due is read from the rows each time. The slow tick finds what no timer can know: a
sleep of the machine, a clock that was set, an obligation that another desk added.
"""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from duty_console.alarms.service import Alarms, wait_seconds
from duty_console.clock import Clock, ClockJump, JumpWatch, SystemClock
from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from duty_console.alarms.model import AlarmBoard
    from duty_console.alarms.scheduler import SteadyScheduler

log = logging.getLogger(__name__)

TICK = timedelta(seconds=5)
"""How long at most between two looks."""


class Waker:
    """Looks at the board when it may have changed and tells whoever listens.

    `on_board` is called in the scheduler's thread with every board; `on_jump` with what happened to the clock. One that
    could not be written down is told again at the next look.
    """

    def __init__(
        self,
        alarms: Alarms,
        clock: Clock,
        on_board: Callable[[AlarmBoard], None],
        on_jump: Callable[[ClockJump], None],
    ) -> None:
        self._alarms = alarms
        self._clock = clock
        self._on_board = on_board
        self._on_jump = on_jump
        self._watch = JumpWatch(clock)
        self._jumps: list[ClockJump] = []
        self._looking = threading.Lock()
        self._planning = threading.Lock()
        self._busy = self._stale = False
        self._scheduler: SteadyScheduler | None = None
        # The scheduler counts in real time even where the room's clock is a made one.
        self._wall = SystemClock()

    def start(self) -> None:
        """Begin to wake."""
        from duty_console.alarms import scheduler  # APScheduler: only a desk that watches needs it

        self._scheduler = scheduler.SteadyScheduler(TICK.total_seconds(), self._wall)
        self._scheduler.begin()
        self.wake()

    def stop(self) -> None:
        """End it."""
        with self._planning:
            scheduler, self._scheduler = self._scheduler, None
        # Not under the lock: a look that is under way must be able to find that nothing more is planned.
        if scheduler is not None:
            scheduler.end()

    def wake(self) -> None:
        """Look as soon as possible: after a change, after sleep, at start; once more after a look that is under way."""
        with self._planning:
            self._stale = True
            if not self._busy:
                self._plan(0.0)

    def look(self) -> AlarmBoard | None:
        """Look now, tell, then record; return the board, or None when the database could not be read.

        What could not be recorded is recorded at the next look.
        """
        with self._looking:
            self._jumps += self._watch.look()
            board: AlarmBoard | None = None
            try:
                board = self._alarms.board()
                self._on_board(board)
                while self._jumps:
                    self._on_jump(self._jumps[0])
                    del self._jumps[0]
                self._alarms.record_rings(board)
            except EnvironmentProblem as problem:
                log.warning("alarms could not be read or recorded: %s", problem)
            return board

    def _run(self) -> None:
        with self._planning:
            self._busy, self._stale = True, False
        board: AlarmBoard | None = None
        try:
            board = self.look()
        finally:
            wait = TICK.total_seconds() if board is None else wait_seconds(board, self._clock.now(), TICK)
            with self._planning:
                self._busy = False
                self._plan(0.0 if self._stale else wait)

    def _plan(self, seconds: float) -> None:
        """Plan the next look; called under the lock `_planning`."""
        if self._scheduler is not None:
            self._scheduler.plan(self._run, self._wall.now() + timedelta(seconds=seconds))
