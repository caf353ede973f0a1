"""How even a roster is: the mean over all pairs of persons of the lesser's duty over the greater's. Pure.

Grafana OnCall scores its schedules so (engine/apps/schedules/quality_score.py). Here those are compared who take turns
with each other, at the posts that have the same list (a circle), and what is compared is duty weighted by day type
with what was carried over. Overall is the mean over the pairs of all circles of the weighted total: weights are there
so that a holiday can be made up for by workdays, and thirteen statutory days a year cannot be shared evenly by fifteen
persons otherwise. Each day type, and each post, is scored by itself beside it.

A pair of whom neither served says nothing and is left out: counted as even, it would reward giving all to one.
Who stands on fixed days by rule is not compared there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duty_console.roster.model import DayType
from duty_console.roster.rotation.ledger import Entry, circles_of
from duty_console.roster.rotation.model import Balance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from duty_console.roster.rotation.ledger import Ledger, Pool
    from duty_console.roster.rotation.model import Task

NONE = 1e-9


def balance_of(task: Task, pools: Mapping[int, Pool], ledger: Ledger) -> Balance:
    """Return the balance of what a ledger has at the end of a task's span."""
    overall, day_types = Score(), {kind: Score() for kind in DayType}
    by_post: dict[int, float] = {}
    for circle in circles(task, pools):
        post_id = circle.posts[0]
        overall.add(ledger.total(post_id, each) for each in circle.persons)
        for kind, types in day_types.items():
            types.add(ledger.around(Entry(post_id, kind, each)) for each in circle.persons)
        for each in circle.posts:
            by_post[each] = Score().add(ledger.at_post(each, person) for person in circle.persons).percent
    return Balance(overall.percent, {kind: score.percent for kind, score in day_types.items()}, by_post)


class Circle(NamedTuple):
    """Posts that have the same list, and who is compared there."""

    posts: tuple[int, ...]
    persons: tuple[int, ...]


def circles(task: Task, pools: Mapping[int, Pool]) -> list[Circle]:
    """Return the circles, with who of each could serve on some date of the span and has no fixed days there."""
    days = [day for day in task.days if task.first <= day <= task.last]
    found: list[Circle] = []
    of_posts = circles_of(pools)
    for name in dict.fromkeys(of_posts.values()):
        posts = tuple(post_id for post_id, circle in of_posts.items() if circle == name)
        fixed = {each.person_id for each in task.fixed if each.post_id in posts}
        persons = (
            each
            for each in pools[name].ordered
            if each not in fixed
            and any(pools[post].listed(each, day) and pools[post].present(each, day) for post in posts for day in days)
        )
        found.append(Circle(posts, tuple(persons)))
    return found


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

    @property
    def mean(self) -> float:
        """The mean, 0 to 100; 100 where there is nobody to compare."""
        return 100 * self._sum / self._pairs if self._pairs else 100.0

    @property
    def percent(self) -> float:
        """The mean to two places."""
        return round(self.mean, 2)
