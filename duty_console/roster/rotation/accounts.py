"""What everybody served in a span, with what was carried over: counts and balance of a roster as it stands. Pure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from duty_console.roster.model import DayType
from duty_console.roster.rotation.balance import balance_of
from duty_console.roster.rotation.ledger import Entry, Pool, book, carried, days_of
from duty_console.roster.rotation.model import Balance, Tally

if TYPE_CHECKING:
    from datetime import date

    from duty_console.roster.rotation.ledger import Ledger
    from duty_console.roster.rotation.model import Task


class Accounts:
    """The ledger of a task at the beginning and at the end of its span, counting what stands and nothing else."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._pools = {post.id: Pool(post.id, task) for post in task.posts}
        self._before = carried(task, self._pools)
        self._after = _closed(task, self._pools)

    def balance(self) -> Balance:
        """Return how even it is."""
        return balance_of(self._task, self._pools, self._after)

    def tallies(self) -> tuple[Tally, ...]:
        """Return what everybody on a list, or who stood there, has served: post by post, by person."""
        return tuple(
            self._tally(post_id, person_id) for post_id, pool in self._pools.items() for person_id in sorted(pool.known)
        )

    def _tally(self, post_id: int, person_id: int) -> Tally:
        entries = {kind: Entry(post_id, kind, person_id) for kind in DayType}
        carried_over = {kind: self._before.shifts(entry) for kind, entry in entries.items()}
        credited = self._after.credited(post_id, person_id)
        return Tally(
            post_id,
            person_id,
            {kind: self._after.shifts(entry) - carried_over[kind] for kind, entry in entries.items()},
            carried_over,
            round(self._after.at_post(post_id, person_id) - credited, 2),
            round(credited, 2),
        )


def _closed(task: Task, pools: dict[int, Pool]) -> Ledger:
    ledger = carried(task, pools)
    borne: dict[tuple[int, date], float] = defaultdict(float)
    for duty in task.duties:
        if task.first <= duty.shift_date <= task.last:
            book(ledger, duty, task.days)
            borne[duty.post_id, duty.shift_date] += days_of(duty.starts_at, duty.ends_at) * duty.share
    for (post_id, day), days in borne.items():
        if post_id in pools:
            ledger.accrue(pools[post_id], day, task.days[day], days)
    return ledger
