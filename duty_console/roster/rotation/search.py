"""The last resort for balance: a search through exchanges that a single move or swap does not reach. Pure.

In a short plan, or a narrow one, who rests between two of his shifts often blocks the one move that would help. Here a
person takes a seat and hands over whatever lies too near to it; worse plans are passed through on the way to better
ones (simulated annealing), and the best one seen is kept. The dice are always the same, so a plan can be repeated.
"""

from __future__ import annotations

from math import exp
from random import Random
from typing import TYPE_CHECKING

from duty_console.roster.rotation.balance import Score, circles
from duty_console.roster.rotation.board import BALANCE, QUEUE, Board, Seat
from duty_console.roster.rotation.ledger import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duty_console.roster.model import DayType

STEPS = 12_000
HOT, COLD = 3.0, 0.05
"""Points of balance that are given up easily at the beginning, and at the end."""
TYPE_SHARE = 0.01
"""How much the mean of the day types' balance counts beside the overall balance: one point at most is paid for it."""

Moves = list[tuple[Seat, int]]
"""Seats, and who sits in them."""


def search(board: Board, enough: float) -> None:
    """Raise the overall balance until it is `enough` or the steps are spent."""
    _Search(board).run(enough)


class _Search:
    """One search over all posts, because persons may stand at several."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._dice = Random(2026)  # noqa: S311 - not a secret; the same dice give the same plan
        partners = board.seating.partners
        found = circles(board.task, board.pools)
        self._circle = {post_id: circle.posts[0] for circle in found for post_id in circle.posts}
        self._persons = {circle.posts[0]: circle.persons for circle in found}
        self._takers = {
            name: [each for each in persons if not partners(each)] for name, persons in self._persons.items()
        }
        self._seats = [
            seat
            for seat in board.seats
            if seat.code in (QUEUE, BALANCE)
            and seat.person_id is not None
            and not partners(seat.person_id)
            and self._takers[self._circle[seat.post_id]]
        ]
        self._at = {(seat.shift.date, seat.shift.name, seat.person_id): seat for seat in self._seats}
        self._pairs = {name: len(each) * (len(each) - 1) / 2 for name, each in self._persons.items()}
        self._types = sorted({seat.day_type for seat in board.seats})
        self._totals = {name: self._total_score(name) for name in self._persons}
        self._by_type = {(name, kind): self._type_score(name, kind) for name in self._persons for kind in self._types}

    def run(self, enough: float) -> None:
        """Step until it is enough."""
        if not self._seats:
            return
        goal = best = self._goal()
        kept = self._state()
        heat = HOT
        cooling = (COLD / HOT) ** (1 / STEPS)
        for _ in range(STEPS):
            heat *= cooling
            undo = self._step()
            if undo is None:
                continue
            now = self._goal()
            if now < goal and self._dice.random() >= exp((now - goal) / heat):
                self._reseat(undo)
                continue
            goal = now
            if goal > best:
                best, kept = goal, self._state()
                if self._overall() >= enough:
                    break
        self._restore(kept)

    # The goal

    def _goal(self) -> float:
        types = sum(self._by_type.values()) / (len(self._by_type) or 1)
        return self._overall() + TYPE_SHARE * types

    def _overall(self) -> float:
        pairs = sum(self._pairs.values())
        return sum(self._totals[name] * self._pairs[name] for name in self._totals) / pairs if pairs else 100.0

    def _total_score(self, circle: int) -> float:
        ledger = self._board.ledger
        return Score().add(ledger.total(circle, each) for each in self._persons[circle]).mean

    def _type_score(self, circle: int, kind: DayType) -> float:
        ledger = self._board.ledger
        return Score().add(ledger.around(Entry(circle, kind, each)) for each in self._persons[circle]).mean

    # The steps

    def _step(self) -> Moves | None:
        """Let somebody take a seat; return how it was before, None where it cannot be."""
        seat = self._dice.choice(self._seats)
        taker = self._dice.choice(self._takers[self._circle[seat.post_id]])
        giver = seat.person_id
        if taker == giver or giver is None:
            return None
        back = self._in_the_way(taker, seat)
        if back is None:
            return None
        if not back and self._dice.random() < 0.5:
            back = self._something_of(taker, seat)
        return self._exchange(seat, taker, giver, back)

    def _in_the_way(self, taker: int, seat: Seat) -> list[Seat] | None:
        """Return the seats of the taker that lie too near; None where one of them cannot be handed over."""
        found = [self._at.get((*key, taker)) for key in self._board.seating.around(taker, seat.shift)]
        return [each for each in found if each is not None] if None not in found else None

    def _something_of(self, taker: int, seat: Seat) -> list[Seat]:
        there = [each for each in self._seats if each.person_id == taker and each.post_id == seat.post_id]
        return [self._dice.choice(there)] if there else []

    def _exchange(self, seat: Seat, taker: int, giver: int, back: list[Seat]) -> Moves | None:
        before: Moves = [(seat, giver), *((each, taker) for each in back)]
        self._empty(each for each, _person in before)
        after: Moves = [(seat, taker), *((each, giver) for each in back)]
        for number, (each, person_id) in enumerate(after):
            if not self._board.can_sit(person_id, each):
                self._empty(filled for filled, _person in after[:number])
                self._fill(before)
                return None
            self._sit(each, person_id)
        self._rescore(before)
        return before

    def _reseat(self, moves: Moves) -> None:
        self._empty(seat for seat, _person in moves)
        self._fill(moves)
        self._rescore(moves)

    def _rescore(self, moves: Moves) -> None:
        for name in {self._circle[seat.post_id] for seat, _person in moves}:
            self._totals[name] = self._total_score(name)
        for key in {(self._circle[seat.post_id], seat.day_type) for seat, _person in moves}:
            self._by_type[key] = self._type_score(*key)

    def _empty(self, seats: Iterable[Seat]) -> None:
        for seat in seats:
            person_id = self._board.leave(seat)
            del self._at[seat.shift.date, seat.shift.name, person_id]

    def _fill(self, moves: Moves) -> None:
        for seat, person_id in moves:
            self._sit(seat, person_id)

    def _sit(self, seat: Seat, person_id: int) -> None:
        self._board.sit(seat, person_id, BALANCE)
        self._at[seat.shift.date, seat.shift.name, person_id] = seat

    def _state(self) -> list[int | None]:
        return [seat.person_id for seat in self._seats]

    def _restore(self, state: list[int | None]) -> None:
        moved = [
            (seat, person_id)
            for seat, person_id in zip(self._seats, state, strict=True)
            if person_id is not None and seat.person_id != person_id
        ]
        self._empty(seat for seat, _person in moved)
        self._fill(moved)
