"""Raising the balance of a plan by moving seats from who has more to who has less. Pure.

The queues leave each day type even to within a shift. Where the weighted totals are still apart, seats move or are
swapped between two persons, in stages: first only so that no day type gets less even; then workdays, the common coin,
may pay for holidays; last anything may. Each stage is tried only while the score is short of `ENOUGH`, within two
points of whatever could be reached; where they do not get there, a wider search (`search`) follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duty_console.roster.rotation.balance import NONE, Circle, Score, balance_of, circles
from duty_console.roster.rotation.board import BALANCE, QUEUE, Board, Seat
from duty_console.roster.rotation.search import search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duty_console.roster.model import DayType

ENOUGH = 98.5
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Stage:
    """What may be given up for even totals: a good rest, the evenness of workdays, that of every day type."""

    rested: bool
    workdays: bool = False
    all_types: bool = False

    def free(self, day_type: DayType) -> bool:
        """Return whether a day type may get less even."""
        return self.all_types or (self.workdays and day_type.works)


STAGES = (
    Stage(rested=True),
    Stage(rested=False),
    Stage(rested=True, workdays=True),
    Stage(rested=False, workdays=True),
    Stage(rested=False, workdays=True, all_types=True),
)


def improve(board: Board) -> None:
    """Raise the balance of every circle as far as it needs."""
    for circle in circles(board.task, board.pools):
        evener = _Evener(board, circle)
        for stage in STAGES:
            if evener.score() >= ENOUGH:
                break
            evener.run(stage)
    if balance_of(board.task, board.pools, board.ledger).overall < ENOUGH:
        search(board, ENOUGH)


@dataclass(frozen=True, slots=True)
class _Trade:
    """What one gives another, and what comes back for it: `seat.days` weighted, the difference is `gives`."""

    gives: float
    seat: Seat
    back: Seat | None


class _Evener:
    """Evens out one circle."""

    def __init__(self, board: Board, circle: Circle) -> None:
        self._board, self._post_id = board, circle.posts[0]
        self._persons = circle.persons
        self._weights = dict(board.ledger.weights())
        movable = {each for each in self._persons if not board.seating.partners(each)}
        self._seats: dict[int, list[Seat]] = {each: [] for each in self._persons if each in movable}
        for seat in board.seats:
            if seat.post_id in circle.posts and seat.code in (QUEUE, BALANCE) and seat.person_id in movable:
                self._seats[seat.person_id].append(seat)

    def score(self) -> float:
        """Return the balance of the circle."""
        return Score().add(self._total(each) for each in self._persons).percent

    def run(self, stage: Stage) -> None:
        """Let those who have most give to those who have least until nothing helps."""
        for _ in range(ROUNDS):
            order = sorted(self._seats, key=self._total)
            helped = False
            for rich, poor in self._far_pairs(order):
                helped |= self._even(rich, poor, stage)
            if not helped:
                break

    def _far_pairs(self, order: list[int]) -> Iterator[tuple[int, int]]:
        for rich in reversed(order):
            for poor in order:
                if self._total(rich) - self._total(poor) > NONE:
                    yield rich, poor

    def _even(self, rich: int, poor: int, stage: Stage) -> bool:
        """Make the trade that brings two persons nearest to each other, if there is one."""
        apart = self._total(rich) - self._total(poor)
        if apart <= NONE:
            return False
        trades = sorted(self._trades(rich, poor, apart), key=lambda trade: abs(trade.gives - apart / 2))
        return any(self._allowed(each, rich, poor, stage) and self._make(each, rich, poor, stage) for each in trades)

    def _trades(self, rich: int, poor: int, apart: float) -> Iterator[_Trade]:
        backs = [(self._weight(seat), seat) for seat in self._seats[poor]]
        for seat in self._seats[rich]:
            weight = self._weight(seat)
            if weight < apart - NONE:
                yield _Trade(weight, seat, None)
            for returned, back in backs:
                if NONE < weight - returned < apart - NONE:
                    yield _Trade(weight - returned, seat, back)

    def _allowed(self, trade: _Trade, rich: int, poor: int, stage: Stage) -> bool:
        return all(
            stage.free(seat.day_type) or self._stays_even(seat, giver, taker)
            for seat, giver, taker in ((trade.seat, rich, poor), (trade.back, poor, rich))
            if seat is not None
        )

    def _stays_even(self, seat: Seat, giver: int, taker: int) -> bool:
        """Return whether a day type is no less even after a move: at most the two have changed places."""
        ledger = self._board.ledger
        return ledger.around(seat.entry(taker)) + seat.days <= ledger.around(seat.entry(giver)) + NONE

    def _make(self, trade: _Trade, rich: int, poor: int, stage: Stage) -> bool:
        board, seat, back = self._board, trade.seat, trade.back
        board.leave(seat)
        if back is not None:
            board.leave(back)
        fits = self._fits(poor, seat, stage)
        if fits:
            board.sit(seat, poor, BALANCE)
            if back is not None:
                fits = self._fits(rich, back, stage)
                if fits:
                    board.sit(back, rich, BALANCE)
                else:
                    board.leave(seat)
        if not fits:
            board.sit(seat, rich, seat.code)
            if back is not None:
                board.sit(back, poor, back.code)
            return False
        self._seats[rich].remove(seat)
        self._seats[poor].append(seat)
        if back is not None:
            self._seats[poor].remove(back)
            self._seats[rich].append(back)
        return True

    def _fits(self, person_id: int, seat: Seat, stage: Stage) -> bool:
        board = self._board
        return board.can_sit(person_id, seat) and (not stage.rested or board.rested(person_id, seat))

    def _total(self, person_id: int) -> float:
        return self._board.ledger.total(self._post_id, person_id)

    def _weight(self, seat: Seat) -> float:
        return self._weights[seat.day_type] * seat.days
