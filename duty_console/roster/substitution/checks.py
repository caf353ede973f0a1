"""What is asked of a change within somebody's transaction: whether it can be, and what it is cautioned about."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.roster.model import NewCover, PostKind, Why
from duty_console.roster.queries import (
    assignments,
    calendar_days,
    covers_between,
    leaves_between,
    posts,
    rostered,
)
from duty_console.roster.rotation import queries as rotation
from duty_console.roster.seats import check_cover
from duty_console.roster.substitution.model import ChangeKind, Proposal, SeatKey
from duty_console.roster.substitution.rules import (
    DutyTime,
    RoomRules,
    allowed_caution,
    holiday_caution,
    rest_caution,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from duty_console.roster.model import Shift
    from duty_console.roster.queries import Timetable

AROUND = timedelta(days=4)
"""How far before and after a change other duties are looked for."""


def seats_of(proposal: Proposal) -> tuple[SeatKey, ...]:
    """Return the seat that a proposal is about, or the two that are swapped."""
    first = SeatKey(proposal.shift_date, proposal.slot, proposal.post_id, proposal.person_id)
    if proposal.other_shift_date is None or proposal.other_post_id is None:
        return (first,)
    other = proposal.other_shift_date, proposal.other_slot, proposal.other_post_id, proposal.other_person_id
    return first, SeatKey(*other)


def cover_of(proposal: Proposal) -> NewCover:
    """Return the cover that a proposal asks for."""
    return NewCover(
        proposal.shift_date,
        proposal.slot,
        proposal.post_id,
        proposal.person_id,
        proposal.other_person_id,
        proposal.starts_at,
        proposal.ends_at,
        reason=proposal.reason,
    )


def check_fits(session: Session, timetable: Timetable, now: datetime, proposal: Proposal) -> None:
    """Refuse a change that the roster, as it stands now, has no room for.

    Raises InputProblem as `seats.check_cover` and `check_swap` do.
    """
    if proposal.kind is ChangeKind.SWAP:
        first, second = seats_of(proposal)
        check_swap(session, timetable, now, first, second)
    else:
        check_cover(session, timetable, now, cover_of(proposal))


def check_swap(session: Session, timetable: Timetable, now: datetime, first: SeatKey, second: SeatKey) -> None:
    """Refuse a swap that cannot be.

    Raises InputProblem: `swap_oneself`, `swap_same_post` (one post of one shift: nothing would change),
    `slot_unknown`, `swap_begun` (a shift that has begun or is over), `person_unknown`, `cover_not_planned`,
    `swap_covered` (somebody stands in there), `person_left`, `person_on_leave`, `swap_busy` (stands there already).
    """
    if first.person_id == second.person_id:
        raise InputProblem("other_person_id", "swap_oneself")
    same_shift = (first.shift_date, first.slot) == (second.shift_date, second.slot)
    if same_shift and first.post_id == second.post_id:
        raise InputProblem("other_post_id", "swap_same_post")
    names = {key: person.name for key, person in rostered(session, (first.person_id, second.person_id)).items()}
    for field, seat in (("person_id", first), ("other_person_id", second)):
        if seat.person_id not in names:
            raise InputProblem(field, "person_unknown", id=seat.person_id)
        _check_given(session, timetable, now, seat, names[seat.person_id])
    for field, gives, takes in (("person_id", first, second), ("other_person_id", second, first)):
        _check_taken(session, timetable, gives.person_id, takes, field, same_shift=same_shift)


def _check_given(session: Session, timetable: Timetable, now: datetime, seat: SeatKey, name: str) -> None:
    shift = _shift(timetable, seat)
    if shift.starts_at <= now:
        raise InputProblem("shift_date", "swap_begun", date=shift.date, slot=shift.name)
    there = [each for each in assignments(session, shift.date, shift.date) if each.slot == shift.name]
    if not any((each.post_id, each.person_id) == (seat.post_id, seat.person_id) for each in there):
        raise InputProblem("person_id", "cover_not_planned", name=name, date=shift.date, slot=shift.name)
    for cover in covers_between(session, shift.date, shift.date):
        if (cover.slot, cover.post_id, cover.person_id) == (shift.name, seat.post_id, seat.person_id):
            raise InputProblem("shift_date", "swap_covered", name=name, date=shift.date, slot=shift.name)


def _check_taken(
    session: Session, timetable: Timetable, person_id: int, seat: SeatKey, field: str, *, same_shift: bool
) -> None:
    shift, person = _shift(timetable, seat), rostered(session, (person_id,))[person_id]
    if person.left_at is not None and person.left_at < shift.ends_at:
        raise InputProblem(field, "person_left", name=person.name, at=person.left_at)
    for leave in leaves_between(session, shift.starts_at, shift.ends_at):
        if leave.person_id == person_id:
            raise InputProblem(field, "person_on_leave", name=person.name, until=leave.ends_at)
    planned = [each for each in assignments(session, shift.date, shift.date) if each.slot == shift.name]
    stands = not same_shift and any(each.person_id == person_id for each in planned)
    covering = any(
        cover.slot == shift.name and cover.cover_person_id == person_id
        for cover in covers_between(session, shift.date, shift.date)
    )
    if stands or covering:
        raise InputProblem(field, "swap_busy", name=person.name, date=shift.date, slot=shift.name)


def _shift(timetable: Timetable, seat: SeatKey) -> Shift:
    shift = timetable.shift(seat.shift_date, seat.slot)
    if shift is None:
        raise InputProblem("slot", "slot_unknown", date=seat.shift_date, slot=seat.slot)
    return shift


def cover_cautions(session: Session, timetable: Timetable, now: datetime, new: NewCover) -> tuple[Why, ...]:
    """Return what a cover is cautioned about."""
    seat = SeatKey(new.shift_date, new.slot, new.post_id, new.cover_person_id)
    return _cautions(session, timetable, now, ((seat, DutyTime(new.starts_at, new.ends_at)),), ())


def swap_cautions(
    session: Session, timetable: Timetable, now: datetime, first: SeatKey, second: SeatKey
) -> tuple[Why, ...]:
    """Return what a swap is cautioned about, for both persons."""
    gained: list[tuple[SeatKey, DutyTime]] = []
    for gives, takes in ((first, second), (second, first)):
        shift = _shift(timetable, takes)
        key = SeatKey(takes.shift_date, takes.slot, takes.post_id, gives.person_id)
        gained.append((key, DutyTime(shift.starts_at, shift.ends_at)))
    return _cautions(session, timetable, now, gained, (first, second))


def _cautions(
    session: Session,
    timetable: Timetable,
    now: datetime,
    gained: Iterable[tuple[SeatKey, DutyTime]],
    given: tuple[SeatKey, ...],
) -> tuple[Why, ...]:
    every_post = posts(session)
    found: list[Why | None] = []
    for seat, time in gained:
        rules = room_rules(session, seat.shift_date)
        name = rostered(session, (seat.person_id,))[seat.person_id].name
        post = next(each for each in every_post if each.id == seat.post_id)
        day = calendar_days(session, seat.shift_date, seat.shift_date)[0]
        found.append(holiday_caution(day, time.starts_at, now))
        found.append(allowed_caution(rules, post.id, post.name, seat.person_id, name))
        if post.kind is not PostKind.STANDBY:
            resting = {each.id for each in every_post if each.kind is PostKind.STANDBY}
            found.append(rest_caution(rules, time, _duties(session, seat, time, given, resting), name))
    told = [each for each in found if each is not None]
    return tuple(each for number, each in enumerate(told) if each not in told[:number])


def _duties(
    session: Session, seat: SeatKey, time: DutyTime, given: tuple[SeatKey, ...], resting: set[int]
) -> list[DutyTime]:
    """Return when else a person is on duty around a time, but for the seats that are given away."""
    first, last = (time.starts_at - AROUND).date(), (time.ends_at + AROUND).date()
    gone = {(each.shift_date, each.slot, each.post_id, each.person_id) for each in given}
    own = [
        DutyTime(each.starts_at, each.ends_at)
        for each in assignments(session, first, last)
        if each.person_id == seat.person_id
        and each.post_id not in resting
        and (each.shift_date, each.slot, each.post_id, each.person_id) not in gone
    ]
    covers = covers_between(session, first, last)
    return own + [DutyTime(one.starts_at, one.ends_at) for one in covers if one.cover_person_id == seat.person_id]


def room_rules(session: Session, day: date) -> RoomRules:
    """Return what the room asks of every plan: the least rest, and the allowed lists as they are on a date."""
    allowed: dict[int, set[int]] = defaultdict(set)
    for each in rotation.members(session):
        if each.holds_on(day):
            allowed[each.post_id].add(each.person_id)
    return RoomRules(
        rotation.rules(session).min_rest_hours, {post_id: frozenset(ids) for post_id, ids in allowed.items()}
    )
