"""APScheduler with a slow tick that no one can stop by setting the clock.

The library waits until a job's wall-clock time. When the clock is set back by an hour, that wait would grow by
an hour: no alarm until then. This scheduler never waits longer than its tick, and where it finds that the clock
went back behind the moment of planning, it runs the job at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.background import BackgroundScheduler

if TYPE_CHECKING:
    from datetime import datetime

    from duty_console.clock import Clock


class SteadyScheduler(BackgroundScheduler):
    """A BackgroundScheduler for one-shot jobs whose times are never far away. `tick` in seconds."""

    def __init__(self, tick: float, wall: Clock) -> None:
        # Times are absolute here: a late wake-up is as good as any, and several missed ones are one.
        super().__init__(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._tick = tick
        self._wall = wall
        self._latest: datetime | None = None

    def _process_jobs(self) -> float:
        now = self._wall.now()
        if self._latest is not None and now < self._latest:
            for job in self.get_jobs():
                job.modify(next_run_time=now)
        self._latest = now
        wait: Any = super()._process_jobs()
        return self._tick if wait is None else min(float(wait), self._tick)
