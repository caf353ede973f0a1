"""What everybody has served so far: the ledger that the fair queues read. Pure.

Duty is booked per post, day type and person, in days of 24 hours. Who was not on the list for a time (a newcomer, a
long leave) is credited with the share that the others bore meanwhile: he enters at the average, and is not flooded.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from duty_console.roster.model import DayType
    from duty_console.roster.rotation.model import Away, Duty, Member, Task

LONG_LEAVE = timedelta(days=28)
"""A leave this long is not made up for afterwards; a shorter one is."""
FIRST_ROUND = timedelta(days=31)
"""So long it may take until everybody has had a first turn."""
DAY_SECONDS = 86_400


class Entry(NamedTuple):
    """A key of the ledger."""

    post_id: int
    day_type: DayType
    person_id: int


@dataclass(frozen=True, slots=True)
class Span:
    """Dates from `first` to `last`, both included; None is open."""

    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Return whether a date lies within."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Pool:
    """The persons of one post: who is on the list, or stood there, and on which dates he could have served."""

    def __init__(self, post_id: int, task: Task) -> None:
        self.post_id = post_id
        self._spans: dict[int, list[Span]] = defaultdict(list)
        stood = _stood(post_id, task.duties)
        for member in task.members:
            if member.post_id == post_id:
                self._spans[member.person_id].append(_span(member, stood, task.first))
        self.members = frozenset(self._spans)
        self.ordered = sorted(self.members)
        """The list, in the stable order of the queues."""
        for person_id, dates in stood.items():
            if person_id not in self.members:
                self._spans[person_id].append(Span(dates[0], dates[1]))
        self.known = frozenset(self._spans)
        self._left = {each: at.date() for each, at in task.left.items() if each in self._spans}
        self._away = _long_leaves(task.away, self._spans)
        known = [*task.days]
        window = (min(known), max(known)) if known else (task.first, task.last)
        self._always = {each for each in self._spans if self._throughout(each, *window)}
        self._sometimes = [each for each in self._spans if each not in self._always]

    def listed(self, person_id: int, day: date) -> bool:
        """Return whether a person is on the allowed list on a date."""
        return person_id in self.members and any(span.holds(day) for span in self._spans[person_id])

    def present(self, person_id: int, day: date) -> bool:
        """Return whether a person takes part in sharing the duty of a date."""
        if person_id in self._always:
            return True
        left = self._left.get(person_id)
        if left is not None and left <= day:
            return False
        if any(span.holds(day) for span in self._away.get(person_id, ())):
            return False
        return any(span.holds(day) for span in self._spans[person_id])

    def absent(self, day: date) -> tuple[list[int], int]:
        """Return who of the pool is not there on a date, and how many are."""
        absent = [each for each in self._sometimes if not self.present(each, day)]
        return absent, len(self._spans) - len(absent)

    def _throughout(self, person_id: int, first: date, last: date) -> bool:
        if person_id in self._left or person_id in self._away:
            return False
        return any(span.holds(first) and span.holds(last) for span in self._spans[person_id])


def _stood(post_id: int, duties: Iterable[Duty]) -> dict[int, tuple[date, date]]:
    found: dict[int, tuple[date, date]] = {}
    for duty in duties:
        if duty.post_id == post_id and duty.share:
            first, last = found.get(duty.person_id, (duty.shift_date, duty.shift_date))
            found[duty.person_id] = (min(first, duty.shift_date), max(last, duty.shift_date))
    return found


def _span(member: Member, stood: Mapping[int, tuple[date, date]], first: date) -> Span:
    """Without a beginning, a person whose first duty came well after everybody's is known from then on.

    Who has none yet comes new to the plan.
    """
    if member.since is not None:
        return Span(member.since, member.until)
    earliest = min((dates[0] for dates in stood.values()), default=first)
    known = stood.get(member.person_id)
    begins = min(known[0], first) if known else first
    return Span(None if begins - earliest <= FIRST_ROUND else begins, member.until)


def _long_leaves(away: Iterable[Away], pool: Mapping[int, object]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for each in away:
        if each.person_id in pool and each.ends_at - each.starts_at >= LONG_LEAVE:
            found[each.person_id].append(Span(each.starts_at.date(), each.ends_at.date() - timedelta(1)))
    return found


class Ledger:
    """Who served how much. `standing` is what is compared: duty served, and credited.

    `circles` gives the circle of each post: posts with the same list, at which the same persons take turns, so that
    what somebody bears is what he serves at all of them.
    """

    def __init__(self, weights: Mapping[DayType, float], circles: Mapping[int, int]) -> None:
        self._weights, self._circles = weights, circles
        self._around: dict[Entry, float] = defaultdict(float)
        self._served: dict[Entry, float] = defaultdict(float)
        self._credit: dict[Entry, float] = defaultdict(float)
        self._shifts: dict[Entry, int] = defaultdict(int)
        self._totals: dict[tuple[int, int], float] = defaultdict(float)

    def book(self, entry: Entry, days: float, shifts: int = 1) -> None:
        """Add so many days of 24 hours, in so many shifts; less than none takes them back."""
        self._served[entry] += days
        self._shifts[entry] += shifts
        self._add(entry, days)

    def credit(self, entry: Entry, days: float) -> None:
        """Add what the others served on average while a person was not there."""
        self._credit[entry] += days
        self._add(entry, days)

    def _add(self, entry: Entry, days: float) -> None:
        circle = self._circles.get(entry.post_id, 0)
        self._around[entry._replace(post_id=circle)] += days
        self._totals[circle, entry.person_id] += self._weights[entry.day_type] * days

    def standing(self, entry: Entry) -> float:
        """Return days served and credited of one day type at one post."""
        return self._served.get(entry, 0.0) + self._credit.get(entry, 0.0)

    def around(self, entry: Entry) -> float:
        """Return days served and credited of one day type at all posts of the post's circle."""
        return self._around.get(Entry(self._circles.get(entry.post_id, 0), entry.day_type, entry.person_id), 0.0)

    def shifts(self, entry: Entry) -> int:
        """Return how many shifts of one day type were served."""
        return self._shifts.get(entry, 0)

    def total(self, post_id: int, person_id: int) -> float:
        """Return the weighted duty of all day types at all posts of the post's circle, served and credited."""
        return self._totals.get((self._circles.get(post_id, 0), person_id), 0.0)

    def at_post(self, post_id: int, person_id: int) -> float:
        """Return the weighted duty of all day types at one post, served and credited."""
        return sum(weight * self.standing(Entry(post_id, kind, person_id)) for kind, weight in self.weights())

    def credited(self, post_id: int, person_id: int) -> float:
        """Return how much of the weighted duty at one post was credited."""
        found = (weight * self._credit.get(Entry(post_id, kind, person_id), 0.0) for kind, weight in self.weights())
        return sum(found)

    def weights(self) -> Iterable[tuple[DayType, float]]:
        """Return what a day of each type weighs."""
        return self._weights.items()

    def accrue(self, pool: Pool, day: date, day_type: DayType, days: float) -> None:
        """Credit those of a pool who are not there with their share of the duty of a date."""
        absent, there = pool.absent(day)
        if absent and there:
            for person_id in absent:
                self.credit(Entry(pool.post_id, day_type, person_id), days / there)


def days_of(starts_at: datetime, ends_at: datetime) -> float:
    """Return how many days of 24 hours a shift lasts."""
    return (ends_at - starts_at).total_seconds() / DAY_SECONDS


def circles_of(pools: Mapping[int, Pool]) -> dict[int, int]:
    """Return for each post the first one with the same list, which names their circle."""
    firsts: dict[frozenset[int], int] = {}
    return {post_id: firsts.setdefault(pool.members, post_id) for post_id, pool in sorted(pools.items())}


def carried(task: Task, pools: Mapping[int, Pool]) -> Ledger:
    """Return the ledger as the span begins: everything served before it."""
    ledger = Ledger(task.rules.weights, circles_of(pools))
    borne: dict[tuple[int, date], float] = defaultdict(float)
    for duty in task.duties:
        if duty.shift_date < task.first:
            book(ledger, duty, task.days)
            borne[duty.post_id, duty.shift_date] += days_of(duty.starts_at, duty.ends_at) * duty.share
    for (post_id, day), days in borne.items():
        if post_id in pools:
            ledger.accrue(pools[post_id], day, task.days[day], days)
    return ledger


def book(ledger: Ledger, duty: Duty, days: Mapping[date, DayType]) -> None:
    """Book a duty that stands."""
    if duty.share:
        entry = Entry(duty.post_id, days[duty.shift_date], duty.person_id)
        ledger.book(entry, days_of(duty.starts_at, duty.ends_at) * duty.share, round(duty.share))
