"""How even a roster is: the mean over all pairs of persons of the lesser's duty over the greater's. Pure.

Grafana OnCall scores its schedules so (engine/apps/schedules/quality_score.py). Here persons are compared post by
post, those who share the post's list, and what is compared is duty weighted by day type with what was carried over.
Overall is the mean over the pairs of all posts of the weighted total: weights are there so that a holiday can be made
up for by workdays, and over a year thirteen statutory days cannot be shared evenly by fifteen persons otherwise. Each
day type is scored by itself beside it.

A pair of whom neither served says nothing and is left out: counted as even, it would reward giving all to one.
Who stands on fixed days by rule is not compared at that post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.roster.model import DayType
from duty_console.roster.rotation.ledger import Entry
from duty_console.roster.rotation.model import Balance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from duty_console.roster.rotation.ledger import Ledger, Pool
    from duty_console.roster.rotation.model import Task

NONE = 1e-9


def balance_of(task: Task, pools: Mapping[int, Pool], ledger: Ledger) -> Balance:
    """Return the balance of what a ledger has at the end of a task's span."""
    by_post: dict[int, float] = {}
    overall, day_types = Score(), {kind: Score() for kind in DayType}
    for post_id, pool in pools.items():
        persons = compared(task, pool)
        score = Score().add(ledger.total(post_id, each) for each in persons)
        by_post[post_id] = score.percent
        overall.join(score)
        for kind, types in day_types.items():
            types.add(ledger.standing(Entry(post_id, kind, each)) for each in persons)
    return Balance(overall.percent, {kind: score.percent for kind, score in day_types.items()}, by_post)


def compared(task: Task, pool: Pool) -> list[int]:
    """Return who of a post's list is compared: who could serve on some date of the span and has no fixed days there."""
    fixed = {each.person_id for each in task.fixed if each.post_id == pool.post_id}
    days = [day for day in task.days if task.first <= day <= task.last]
    return [
        each
        for each in pool.ordered
        if each not in fixed and any(pool.listed(each, day) and pool.present(each, day) for day in days)
    ]


class Score:
    """A sum over pairs."""

    def __init__(self) -> None:
        self._sum, self._pairs = 0.0, 0

    def add(self, values: Iterable[float]) -> Score:
        """Compare each with each."""
        ordered = sorted(max(value, 0.0) for value in values)
        for at, greater in enumerate(ordered):
            if greater > NONE:
                self._sum += sum(ordered[:at]) / greater
                self._pairs += at
        return self

    def join(self, other: Score) -> None:
        """Add the pairs of another group."""
        self._sum += other._sum
        self._pairs += other._pairs

    @property
    def mean(self) -> float:
        """The mean, 0 to 100; 100 where there is nobody to compare."""
        return 100 * self._sum / self._pairs if self._pairs else 100.0

    @property
    def percent(self) -> float:
        """The mean to two places."""
        return round(self.mean, 2)
