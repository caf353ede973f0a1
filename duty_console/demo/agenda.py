"""What happens when in the made-up month, and who writes it down."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from duty_console.clock import FakeClock
    from duty_console.demo.district import Crew
    from duty_console.desk import Desk


@dataclass(slots=True)
class Agenda:
    """What happens when, played in order: every act may put further acts on the agenda."""

    desk: Desk
    clock: FakeClock
    crew: Crew
    dice: Random
    until: datetime
    _acts: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    _order: count[int] = field(default_factory=count)

    def at(self, moment: datetime, act: Callable[[], None]) -> None:
        """Put an act on the agenda; what lies beyond the end does not happen yet."""
        if moment <= self.until:
            heapq.heappush(self._acts, (moment, next(self._order), act))

    def play(self, progress: Callable[[int, int], None], done: int, total: int) -> None:
        """Let it all happen; the clock only goes forward, and the officer on duty is the one who writes."""
        zone = self.desk.room.zone()
        span = (self.until - self.clock.now()).total_seconds() or 1.0
        started = self.clock.now()
        while self._acts:
            moment, _, act = heapq.heappop(self._acts)
            self.clock.set(max(moment, self.clock.now()))
            day = (self.clock.now().astimezone(zone) - timedelta(hours=8)).date().toordinal()
            self.desk.identity.name = self.crew.officer_on(day, self.dice.randrange(2)).name
            act()
            progress(done + int((total - done) * (self.clock.now() - started).total_seconds() / span), total)
