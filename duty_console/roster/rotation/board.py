"""The board that a plan is laid out on: seats, who sits in them, and the ledger that follows every move. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from duty_console.roster.rotation.ledger import Entry, Pool, book, carried, days_of
from duty_console.roster.rotation.seating import Seating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duty_console.roster.model import DayType, Post, Shift
    from duty_console.roster.rotation.ledger import Ledger
    from duty_console.roster.rotation.model import Task
    from duty_console.roster.rotation.seating import Key

COMFORT_MOST = 5 * 86_400
"""Nobody is passed over in the queue for having rested less than five days."""

FIXED, PAIR, QUEUE, BALANCE = "fixed", "pair", "queue", "balance"

Rank = tuple[bool, float, float, float, float, int]
"""What candidates are ordered by, the first to serve first."""


@dataclass(slots=True, eq=False)
class Seat:
    """One seat to fill. `code` says how it was filled, `partner` for whose sake."""

    shift: Shift
    post_id: int
    day_type: DayType
    days: float
    person_id: int | None = None
    code: str = ""
    partner: int = 0

    def entry(self, person_id: int) -> Entry:
        """Return where the ledger keeps a person's duty in such a seat."""
        return Entry(self.post_id, self.day_type, person_id)


class Share(NamedTuple):
    """How much duty is borne on a date at a post."""

    day: date
    post_id: int
    day_type: DayType
    days: float


class Board:
    """Everything that a plan knows while it is being made."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.pools = {post.id: Pool(post.id, task) for post in task.posts}
        self.seating = Seating(task)
        self.ledger = self.opening()
        self.seats = [*_seats(task)]
        self._comfort = _comfort(self)

    def opening(self) -> Ledger:
        """Return the ledger with all that was carried over, and all that stands already."""
        ledger = carried(self.task, self.pools)
        for duty in self.task.duties:
            if self.task.first <= duty.shift_date <= self.task.last:
                book(ledger, duty, self.task.days)
        return ledger

    def sit(self, seat: Seat, person_id: int, code: str, partner: int = 0) -> None:
        """Put a person into a seat."""
        self.seating.put(person_id, seat.shift, seat.post_id)
        self.ledger.book(seat.entry(person_id), seat.days)
        seat.person_id, seat.code, seat.partner = person_id, code, partner

    def leave(self, seat: Seat) -> int:
        """Take the person out of a seat, and return who it was."""
        person_id, seat.person_id = seat.person_id or 0, None
        self.seating.take(person_id, seat.shift)
        self.ledger.book(seat.entry(person_id), -seat.days, -1)
        return person_id

    def candidates(self, seat: Seat) -> list[int]:
        """Return who is on the list of the seat's post on that date."""
        pool = self.pools[seat.post_id]
        return [each for each in pool.ordered if pool.listed(each, seat.shift.date)]

    def can_sit(self, person_id: int, seat: Seat) -> bool:
        """Return whether a person is on the list and nothing keeps him out."""
        listed = self.pools[seat.post_id].listed(person_id, seat.shift.date)
        return listed and self.seating.obstacle(person_id, seat.shift) is None

    def rank(self, person_id: int, seat: Seat, ledger: Ledger) -> Rank:
        """Return where a person stands in the queue for a seat.

        First those who rested well, then the least duty of this day type at this post, then at all posts where the same
        persons take turns, then the least of all types there, then the longest rest, then a stable order.
        """
        before, after = self.seating.rest(person_id, seat.shift)
        tired = min(before, after) < self._comfort[person_id]
        entry = seat.entry(person_id)
        standing, around = round(ledger.standing(entry), 6), round(ledger.around(entry), 6)
        return tired, standing, around, round(ledger.total(seat.post_id, person_id), 6), -before, person_id

    def rested(self, person_id: int, seat: Seat) -> bool:
        """Return whether a person would have rested well on both sides of a seat."""
        return min(self.seating.rest(person_id, seat.shift)) >= self._comfort[person_id]

    def shares(self) -> Iterator[Share]:
        """Give for each date and post of the span how much duty is borne there, in order of dates."""
        borne: dict[tuple[date, int], float] = defaultdict(float)
        to_fill = {(shift.date, shift.name) for shift in self.task.shifts}
        for shift in self.task.shifts:
            for post in self.task.posts:
                if post.exists_in(shift):
                    borne[shift.date, post.id] += days_of(shift.starts_at, shift.ends_at) * post.needed
        for duty in self.task.duties:
            inside = self.task.first <= duty.shift_date <= self.task.last
            if inside and (duty.shift_date, duty.slot) not in to_fill and duty.post_id in self.pools:
                borne[duty.shift_date, duty.post_id] += days_of(duty.starts_at, duty.ends_at) * duty.share
        for (day, post_id), days in sorted(borne.items()):
            yield Share(day, post_id, self.task.days[day], days)


def _seats(task: Task) -> Iterator[Seat]:
    standing: dict[tuple[Key, int], int] = defaultdict(int)
    for duty in task.duties:
        if not duty.covering:
            standing[(duty.shift_date, duty.slot), duty.post_id] += 1
    for shift in task.shifts:
        for post in task.posts:
            if post.exists_in(shift):
                for _ in range(post.needed - standing[(shift.date, shift.name), post.id]):
                    yield Seat(shift, post.id, task.days[shift.date], days_of(shift.starts_at, shift.ends_at))


def _comfort(board: Board) -> dict[int, float]:
    """Return how many seconds of rest each person would have well: half of what comes to him between two turns."""
    length = (board.task.last - board.task.first) / timedelta(1) + 1
    often: dict[int, float] = defaultdict(float)
    for post in board.task.posts:
        pool = board.pools[post.id].members
        turns = sum(1 for seat in board.seats if seat.post_id == post.id)
        for person_id in pool:
            often[person_id] += turns / len(pool) / length
    return defaultdict(
        float, {each: min(43_200 / turns, COMFORT_MOST) if turns else 0.0 for each, turns in often.items()}
    )


def scarcest_first(board: Board, posts: Iterable[Post]) -> dict[int, tuple[int, int]]:
    """Return the order in which the posts of a shift are filled: the shortest list first."""
    return {post.id: (len(board.pools[post.id].members), place) for place, post in enumerate(posts)}
