"""APScheduler with a slow tick that no one can stop by setting the clock.

The library waits until a job's wall-clock time. When the clock is set back by an hour, that wait would grow by
an hour: no alarm until then. This scheduler never waits longer than its tick, and where it finds that the clock
went back behind the moment of its last look, it runs the job at once.
"""

# APScheduler 3 ships no types; what is used of it is typed here, once.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from duty_console.clock import Clock

_JOB = "look"


class SteadyScheduler(BackgroundScheduler):
    """A BackgroundScheduler for one job that is planned anew each time. `tick` in seconds."""

    def __init__(self, tick: float, wall: Clock) -> None:
        # Times are absolute here: a late wake-up is as good as any, and several missed ones are one.
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        super().__init__(timezone="UTC", job_defaults=defaults)
        self._tick = tick
        self._wall = wall
        self._latest: datetime | None = None

    def begin(self) -> None:
        """Start the thread."""
        self.start()

    def end(self) -> None:
        """Let a running job finish and end the thread."""
        self.shutdown(wait=True)

    def plan(self, job: Callable[[], None], at: datetime) -> None:
        """Run the job once at `at`, instead of when it was planned before."""
        self.add_job(job, "date", run_date=at, id=_JOB, replace_existing=True)

    def _process_jobs(self) -> float:
        now = self._wall.now()
        set_back = self._latest is not None and now < self._latest
        self._latest = now
        try:
            if set_back:
                for job in self.get_jobs():
                    job.modify(next_run_time=now)
            wait: Any = super()._process_jobs()
        except JobLookupError:
            # `end` does not wait for this thread to put its jobs away; what it cannot find then is no bug.
            if self.running:
                raise
            return self._tick
        return self._tick if wait is None else min(float(wait), self._tick)
