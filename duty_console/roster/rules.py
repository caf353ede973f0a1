"""The rules of duty: which shift a moment belongs to, who is on duty then, who is missing. Pure.

A shift's beginning belongs to it, its end to the next. Shifts are set by the room's clock on the wall: one from 08:00
to 08:00 is an hour longer or shorter on the night that summer time changes, where a zone has that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from duty_console.errors import InputProblem
from duty_console.roster.model import (
    DEFAULT_PATTERN,
    Assignment,
    Conflict,
    DutyPerson,
    Gap,
    OnDuty,
    Post,
    PostKind,
    Shift,
    ShiftPattern,
    ShiftSlot,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from zoneinfo import ZoneInfo

ONE_DAY = timedelta(1)
SLOT_NAME_MOST = 20
SLOTS_MOST = 6


class Rostered(NamedTuple):
    """What the roster needs to know of a person."""

    id: int
    name: str
    title: str
    phone: str
    left_at: datetime | None


# Shifts


def pattern_on(day: date, patterns: Iterable[ShiftPattern]) -> ShiftPattern:
    """Return the pattern in force on a date: the latest begun, or the default before any."""
    begun = [each for each in patterns if each.valid_from <= day]
    return max(begun, key=lambda each: each.valid_from, default=DEFAULT_PATTERN)


def shifts_of(day: date, patterns: Sequence[ShiftPattern], zone: ZoneInfo) -> tuple[Shift, ...]:
    """Return the shifts that begin on a date, in order.

    Where the next date's pattern begins earlier than the last shift would end, that shift ends there. Where it begins
    later and the old pattern covered the whole day, the last shift goes on until it is relieved: nobody leaves the room
    empty over a change of pattern.
    """
    today, tomorrow = pattern_on(day, patterns), pattern_on(day + ONE_DAY, patterns)
    opening = datetime.combine(day + ONE_DAY, tomorrow.shifts[0].starts)
    found: list[Shift] = []
    for number, slot in enumerate(today.shifts):
        starts = datetime.combine(day, slot.starts)
        ends = min(starts + timedelta(hours=slot.hours), opening)
        if number == len(today.shifts) - 1 and tomorrow is not today and _covers_all(today):
            ends = opening
        first, last = _moment(starts, zone), _moment(ends, zone)
        # On the night clocks go forward a short shift may have no time left: then it is not held.
        if first < last:
            found.append(Shift(first, last, day, slot.name))
    return tuple(found)


def _covers_all(pattern: ShiftPattern) -> bool:
    return sum(slot.hours for slot in pattern.shifts) >= 24


def _moment(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)


def shift_at(at: datetime, patterns: Sequence[ShiftPattern], zone: ZoneInfo) -> Shift | None:
    """Return the shift that `at` belongs to; None in an hour that the pattern leaves out."""
    try:
        around = _shifts_around(at, patterns, zone)
        return next((each for each in around if each.starts_at <= at < each.ends_at), None)
    except OverflowError:  # the first and last days that a calendar has
        return None


def next_shift(at: datetime, patterns: Sequence[ShiftPattern], zone: ZoneInfo) -> Shift | None:
    """Return the first shift that begins after `at`: who takes over."""
    try:
        return next((each for each in _shifts_around(at, patterns, zone) if each.starts_at > at), None)
    except OverflowError:
        return None


def _shifts_around(at: datetime, patterns: Sequence[ShiftPattern], zone: ZoneInfo) -> Iterator[Shift]:
    today = at.astimezone(zone).date()
    for offset in range(-1, 4):
        yield from shifts_of(today + timedelta(offset), patterns, zone)


def checked_slots(slots: Sequence[ShiftSlot]) -> tuple[ShiftSlot, ...]:
    """Return the shifts of a day in order of time.

    Raises InputProblem on `shifts`: `shifts_missing`, `shifts_too_many` (`most`), `shift_name_missing`,
    `text_too_long`, `shift_name_twice`, `shift_hours_wrong`, `shifts_overlap` (`first`, `second`).
    """
    if not slots:
        raise InputProblem("shifts", "shifts_missing")
    if len(slots) > SLOTS_MOST:
        raise InputProblem("shifts", "shifts_too_many", most=SLOTS_MOST)
    for slot in slots:
        _check_slot(slot)
    twice = [name for name, count in Counter(slot.name.strip() for slot in slots).items() if count > 1]
    if twice:
        raise InputProblem("shifts", "shift_name_twice", name=twice[0])
    ordered = sorted((replace(slot, name=slot.name.strip()) for slot in slots), key=lambda slot: slot.starts)
    for slot, following in zip(ordered, [*ordered[1:], ordered[0]], strict=True):
        space = (_minutes(following.starts) - _minutes(slot.starts)) % 1440 or 1440
        if slot.hours * 60 > space:
            raise InputProblem("shifts", "shifts_overlap", first=slot.name, second=following.name)
    return tuple(ordered)


def _check_slot(slot: ShiftSlot) -> None:
    if not slot.name.strip():
        raise InputProblem("shifts", "shift_name_missing")
    if len(slot.name.strip()) > SLOT_NAME_MOST:
        raise InputProblem("shifts", "text_too_long", most=SLOT_NAME_MOST)
    if not 0.5 <= slot.hours <= 24 or (slot.hours * 60) % 1 or slot.starts.second or slot.starts.microsecond:
        raise InputProblem("shifts", "shift_hours_wrong", name=slot.name.strip(), hours=slot.hours)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


# Persons


def on_duty_at(
    at: datetime,
    patterns: Sequence[ShiftPattern],
    zone: ZoneInfo,
    posts: Iterable[Post],
    assignments: Iterable[Assignment],
    persons: Mapping[int, Rostered],
) -> OnDuty:
    """Return who is on duty at `at`: the one answer that screen, paper, alarm and command line give."""
    shift = shift_at(at, patterns, zone)
    if shift is None:
        return OnDuty(at, None)
    places = seated(shift, assignments, persons)
    leaders: list[DutyPerson] = []
    officers: list[DutyPerson] = []
    missing: list[Gap] = []
    for post in in_order(posts):
        there = [duty_person(post, each) for each in places.get(post.id, ())]
        (leaders if post.kind is PostKind.LEADER else officers).extend(there)
        if gap := gap_of(post, shift, len(there)):
            missing.append(gap)
    return OnDuty(at, shift, tuple(leaders), tuple(officers), tuple(missing))


def in_order(posts: Iterable[Post]) -> list[Post]:
    """Return posts as they are shown: leaders first, then by their order."""
    return sorted(posts, key=lambda post: (post.kind is not PostKind.LEADER, post.order, post.id))


def seated(
    shift: Shift, assignments: Iterable[Assignment], persons: Mapping[int, Rostered]
) -> dict[int, list[Rostered]]:
    """Return who really stands at each post in a shift: who left before it began does not."""
    places: dict[int, list[Rostered]] = defaultdict(list)
    for each in sorted(assignments, key=lambda one: (one.place, one.id)):
        person = persons.get(each.person_id)
        if person is None or (each.shift_date, each.slot) != (shift.date, shift.name):
            continue
        if person.left_at is None or person.left_at > shift.starts_at:
            places[each.post_id].append(person)
    return places


def duty_person(post: Post, person: Rostered) -> DutyPerson:
    """Return a person as shown at a post."""
    return DutyPerson(person.id, person.name, person.title, post.name, person.phone)


def gap_of(post: Post, shift: Shift, there: int) -> Gap | None:
    """Return the gap of a post with `there` persons in a shift, or None."""
    missing = post.seats - there
    if missing <= 0 or not post.exists_on(shift.date):
        return None
    return Gap(post.id, post.name, post.kind, missing, shift)


def conflicts(assignments: Iterable[Assignment]) -> tuple[Conflict, ...]:
    """Return every person who stands at two posts, or twice at one, in one shift (一人一岗)."""
    found: dict[tuple[date, str, int], list[int]] = defaultdict(list)
    for each in assignments:
        found[each.shift_date, each.slot, each.person_id].append(each.post_id)
    return tuple(
        Conflict(person, day, slot, tuple(posts)) for (day, slot, person), posts in found.items() if len(posts) > 1
    )
