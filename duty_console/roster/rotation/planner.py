"""The planner: fair queues per day type and post, then a little mending. Pure.

Each shift is filled in its turn by whoever comes first in the queue (`Board.rank`) and is not kept out (`Seating`). A
seat that stays empty is tried once more by moving a neighbour; then the balance is raised by moves and swaps
(`improve`). What cannot be filled is left as a gap with its reason.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from duty_console.roster.model import Why
from duty_console.roster.presence import in_order
from duty_console.roster.rotation.balance import balance_of
from duty_console.roster.rotation.board import BALANCE, FIXED, PAIR, QUEUE, Board, Seat, Share, scarcest_first
from duty_console.roster.rotation.improve import improve
from duty_console.roster.rotation.model import Plan, PlanGap
from duty_console.roster.rotation.reasons import reasons
from duty_console.roster.rotation.seating import BUSY, LITTLE_REST, PARTNER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duty_console.roster.rotation.model import Task

NOBODY_LISTED, NOBODY_FREE = "nobody_listed", "nobody_free"


def plan(task: Task) -> Plan:
    """Return who takes which empty seat of the task's shifts, what stays empty, and how even it all is."""
    board = Board(task)
    _fill_fixed(board)
    _fill_queues(board)
    _mend_all(board)
    improve(board)
    _mend_all(board)
    return Plan(reasons(board), _gaps(board), balance_of(task, board.pools, board.ledger))


# Filling


def _fill_fixed(board: Board) -> None:
    """Seat the fixed persons of the whole span first: the queues must know of them."""
    for seat in board.seats:
        for fixed in board.task.fixed:
            free = seat.person_id is None and fixed.post_id == seat.post_id and fixed.holds_in(seat.shift)
            if free and board.seating.obstacle(fixed.person_id, seat.shift) is None:
                board.sit(seat, fixed.person_id, FIXED)


def _fill_queues(board: Board) -> None:
    order = scarcest_first(board, in_order(board.task.posts))
    shares = list(board.shares())
    at = 0
    for _key, group in groupby(board.seats, key=lambda seat: (seat.shift.date, seat.shift.name)):
        seats = sorted(group, key=lambda seat: order[seat.post_id])
        # Who is away on a date gets his credit before the next date's queues are read.
        while at < len(shares) and shares[at][0] < seats[0].shift.date:
            _accrue(board, shares[at])
            at += 1
        _fill_shift(board, seats)
    for each in shares[at:]:
        _accrue(board, each)


def _accrue(board: Board, share: Share) -> None:
    board.ledger.accrue(board.pools[share.post_id], share.day, share.day_type, share.days)


def _fill_shift(board: Board, seats: Sequence[Seat]) -> None:
    _fetch_partners(board, seats)
    for seat in seats:
        if seat.person_id is None:
            _fill_seat(board, seat, seats)


def _fetch_partners(board: Board, seats: Sequence[Seat]) -> None:
    """Seat those who must serve with somebody who stands there already."""
    for person_id in list(board.seating.here(seats[0].shift)):
        team = _missing(board, person_id, seats[0])
        for seat, partner in _places(board, team, _open(seats)) or ():
            board.sit(seat, partner, PAIR, person_id)


def _fill_seat(board: Board, seat: Seat, seats: Sequence[Seat]) -> None:
    free = [each for each in board.candidates(seat) if board.seating.obstacle(each, seat.shift) is None]
    for person_id in sorted(free, key=lambda each: board.rank(each, seat, board.ledger)):
        team = _missing(board, person_id, seat)
        places = _places(board, team, [each for each in _open(seats) if each is not seat])
        if places is not None:
            board.sit(seat, person_id, QUEUE)
            for other, partner in places:
                board.sit(other, partner, PAIR, person_id)
            return


def _open(seats: Sequence[Seat]) -> list[Seat]:
    return [seat for seat in seats if seat.person_id is None]


def _missing(board: Board, person_id: int, seat: Seat) -> list[int]:
    """Return who must serve with a person and does not stand in the seat's shift yet."""
    here = board.seating.here(seat.shift)
    return sorted(each for each in board.seating.partners(person_id) if each not in here)


def _places(board: Board, team: Sequence[int], seats: Sequence[Seat]) -> list[tuple[Seat, int]] | None:
    """Return a seat for each of a team; None where they do not all find one."""
    if not team:
        return []
    for seat in seats:
        if board.can_sit(team[0], seat):
            rest = _places(board, team[1:], [each for each in seats if each is not seat])
            if rest is not None:
                return [(seat, team[0]), *rest]
    return None


# Mending


def _mend_all(board: Board) -> None:
    for seat in board.seats:
        if seat.person_id is None:
            _fill_seat(board, seat, [seat])
        if seat.person_id is None:
            _mend(board, seat)


def _mend(board: Board, seat: Seat) -> None:
    """Fill an empty seat with somebody who sits too near, if another can take what he gives up."""
    order = sorted(board.candidates(seat), key=lambda each: board.rank(each, seat, board.ledger))
    for person_id in order:
        if board.seating.obstacle(person_id, seat.shift) not in (BUSY, LITTLE_REST) or board.seating.partners(
            person_id
        ):
            continue
        given_up = [each for each in board.seats if each.person_id == person_id and _near(board, person_id, seat, each)]
        if all(each.code in (QUEUE, BALANCE) for each in given_up) and _hand_over(board, person_id, seat, given_up):
            return


def _near(board: Board, person_id: int, seat: Seat, other: Seat) -> bool:
    return (other.shift.date, other.shift.name) in board.seating.around(person_id, seat.shift)


def _hand_over(board: Board, person_id: int, seat: Seat, given_up: Sequence[Seat]) -> bool:
    taken: list[Seat] = []
    for each in given_up:
        board.leave(each)
    fits = board.seating.obstacle(person_id, seat.shift) is None
    if fits:
        board.sit(seat, person_id, BALANCE)
        for each in given_up:
            free = [
                other
                for other in board.candidates(each)
                if other != person_id and board.can_sit(other, each) and not board.seating.partners(other)
            ]
            if not free:
                break
            board.sit(each, min(free, key=lambda other: board.rank(other, each, board.ledger)), BALANCE)
            taken.append(each)
        if len(taken) == len(given_up):
            return True
        board.leave(seat)
    for each in taken:
        board.leave(each)
    for each in given_up:
        board.sit(each, person_id, QUEUE)
    return False


# What stays empty


def _gaps(board: Board) -> tuple[PlanGap, ...]:
    found: list[PlanGap] = []
    empty = [seat for seat in board.seats if seat.person_id is None]
    for (day, slot, post_id), group in groupby(
        empty, key=lambda seat: (seat.shift.date, seat.shift.name, seat.post_id)
    ):
        seats = list(group)
        found.append(PlanGap(day, slot, post_id, len(seats), _gap_reason(board, seats[0])))
    return tuple(found)


def _gap_reason(board: Board, seat: Seat) -> Why:
    """Sum up why each candidate fell out."""
    listed = board.candidates(seat)
    obstacles = Counter(board.seating.obstacle(each, seat.shift) or PARTNER for each in listed)
    return Why(NOBODY_FREE if listed else NOBODY_LISTED, dict(sorted(obstacles.items())))
