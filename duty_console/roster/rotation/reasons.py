"""Why everybody stands where he stands, told from the finished plan in order of time. Pure.

Told afterwards, not while seats were filled: what later moves changed is then told as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.roster.model import Why
from duty_console.roster.rotation.board import BALANCE, FIXED, PAIR, QUEUE, Board, Seat
from duty_console.roster.rotation.ledger import carried
from duty_console.roster.rotation.model import PlannedSeat

if TYPE_CHECKING:
    from duty_console.roster.rotation.ledger import Ledger

Values = dict[str, str | int | float]


def reasons(board: Board) -> tuple[PlannedSeat, ...]:
    """Return every filled seat with its reason.

    `queue` and `balance` tell `rank` (1 is first) among `of` who were free, `count` of duties of that `day_type` at
    that post so far, `carried`, how many of them are from before the plan, and `next`, the count of who came after
    (with `next_tired` where he rested too little). `balance` was moved to even out the totals and tells `total`, the
    person's weighted duty. `pair` tells the `partner`, `fixed` the `weekday` (Monday is 1).
    """
    ledger, before = board.opening(), carried(board.task, board.pools)
    shares = list(board.shares())
    found: list[PlannedSeat] = []
    at = 0
    for seat in board.seats:
        while at < len(shares) and shares[at][0] < seat.shift.date:
            share = shares[at]
            ledger.accrue(board.pools[share.post_id], share.day, share.day_type, share.days)
            at += 1
        if seat.person_id is None:
            continue
        person_id = seat.person_id
        why = _why(board, seat, person_id, ledger, before)
        found.append(PlannedSeat(seat.shift.date, seat.shift.name, seat.post_id, person_id, why))
        ledger.book(seat.entry(person_id), seat.days)
    return tuple(found)


def _why(board: Board, seat: Seat, person_id: int, ledger: Ledger, before: Ledger) -> Why:
    values: Values = {
        "day_type": seat.day_type.value,
        "count": ledger.shifts(seat.entry(person_id)),
        "carried": before.shifts(seat.entry(person_id)),
    }
    if seat.code == FIXED:
        return Why(FIXED, {"weekday": seat.shift.date.weekday() + 1, **values})
    if seat.code == PAIR:
        return Why(PAIR, {"partner": seat.partner, **values})
    rank, of, following = _queue(board, seat, person_id, ledger)
    values |= {"rank": rank, "of": of}
    if following is not None:
        values["next"] = ledger.shifts(seat.entry(following))
        if board.rank(following, seat, ledger)[0]:
            values["next_tired"] = 1
    if credited := round(ledger.credited(seat.post_id, person_id), 1):
        values["credited"] = credited
    if seat.code == QUEUE or rank == 1:
        return Why(QUEUE, values)
    return Why(BALANCE, {**values, "total": round(board.ledger.total(seat.post_id, person_id), 1)})


def _queue(board: Board, seat: Seat, person_id: int, ledger: Ledger) -> tuple[int, int, int | None]:
    """Return the person's rank among those free for the seat, how many they are, and who comes after him."""
    board.seating.take(person_id, seat.shift)
    free = [
        each for each in board.candidates(seat) if each == person_id or board.seating.obstacle(each, seat.shift) is None
    ]
    order = sorted(free, key=lambda each: board.rank(each, seat, ledger))
    board.seating.put(person_id, seat.shift, seat.post_id)
    rank = order.index(person_id)
    return rank + 1, len(order), order[rank + 1] if rank + 1 < len(order) else None
