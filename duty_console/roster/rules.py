"""The rules of shifts: which there are on a day, and which one a moment belongs to. Pure.

A shift's beginning belongs to it, its end to the next. Shifts are set by the room's clock on the wall: one from 08:00
to 08:00 is an hour longer or shorter on the night that summer time changes, where a zone has that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from duty_console.errors import InputProblem
from duty_console.roster.calendar import seeded_day
from duty_console.roster.model import (
    DEFAULT_PATTERN,
    DayScope,
    Shift,
    ShiftPattern,
    ShiftSlot,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from zoneinfo import ZoneInfo

ONE_DAY = timedelta(1)
SLOT_NAME_MOST = 20
SLOTS_MOST = 6


def pattern_on(day: date, patterns: Iterable[ShiftPattern]) -> ShiftPattern:
    """Return the pattern in force on a date: the latest begun, or the default before any."""
    begun = [each for each in patterns if each.valid_from <= day]
    return max(begun, key=lambda each: each.valid_from, default=DEFAULT_PATTERN)


def by_law(day: date) -> bool:
    """Return whether offices are open on a date, by law and notice alone."""
    return seeded_day(day).day_type.works


def shifts_of(
    day: date, patterns: Sequence[ShiftPattern], zone: ZoneInfo, works: Callable[[date], bool] = by_law
) -> tuple[Shift, ...]:
    """Return the shifts that begin on a date, in order. `works` is the room's calendar, asked where a shift wants it.

    Where the next date's shifts begin earlier than the last shift would end, that shift ends there. Where a pattern
    begins later than the old one, which covered the whole day, the last shift goes on until it is relieved: nobody
    leaves the room empty over a change of pattern.
    """
    today, tomorrow = pattern_on(day, patterns), pattern_on(day + ONE_DAY, patterns)
    slots, following = _held(today, day, works), _held(tomorrow, day + ONE_DAY, works)
    opening = datetime.combine(day + ONE_DAY, following[0].starts) if following else None
    found: list[Shift] = []
    for number, slot in enumerate(slots):
        starts = datetime.combine(day, slot.starts)
        ends = starts + timedelta(hours=slot.hours)
        if opening is not None:
            relieved = number == len(slots) - 1 and tomorrow is not today and _covers_all(slots)
            ends = opening if relieved else min(ends, opening)
        first, last = _moment(starts, zone), _moment(ends, zone)
        # On the night clocks go forward a short shift may have no time left: then it is not held.
        if first < last:
            found.append(Shift(first, last, day, slot.name))
    return tuple(found)


def _held(pattern: ShiftPattern, day: date, works: Callable[[date], bool]) -> list[ShiftSlot]:
    if all(slot.on is DayScope.EVERY for slot in pattern.shifts):
        return list(pattern.shifts)
    open_then = works(day)
    return [slot for slot in pattern.shifts if slot.on.holds(works=open_then)]


def _covers_all(slots: Sequence[ShiftSlot]) -> bool:
    return sum(slot.hours for slot in slots) >= 24


def _moment(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)


def shift_at(
    at: datetime, patterns: Sequence[ShiftPattern], zone: ZoneInfo, works: Callable[[date], bool] = by_law
) -> Shift | None:
    """Return the shift that `at` belongs to; None in an hour that the pattern leaves out."""
    try:
        around = _shifts_around(at, patterns, zone, works)
        return next((each for each in around if each.starts_at <= at < each.ends_at), None)
    except OverflowError:  # the first and last days that a calendar has
        return None


def next_shift(
    at: datetime, patterns: Sequence[ShiftPattern], zone: ZoneInfo, works: Callable[[date], bool] = by_law
) -> Shift | None:
    """Return the first shift that begins after `at`: who takes over."""
    try:
        return next((each for each in _shifts_around(at, patterns, zone, works) if each.starts_at > at), None)
    except OverflowError:
        return None


_LONGEST_REST = 12
"""How many dates ahead a shift is looked for: a room that keeps only workdays is shut over the longest holiday."""


def _shifts_around(
    at: datetime, patterns: Sequence[ShiftPattern], zone: ZoneInfo, works: Callable[[date], bool]
) -> Iterator[Shift]:
    today = at.astimezone(zone).date()
    for offset in range(-1, _LONGEST_REST):
        yield from shifts_of(today + timedelta(offset), patterns, zone, works)


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
    ordered = tuple(sorted((replace(slot, name=slot.name.strip()) for slot in slots), key=lambda slot: slot.starts))
    for kind in (True, False):
        _check_day([slot for slot in ordered if slot.on.holds(works=kind)])
    return ordered


def _check_day(held: Sequence[ShiftSlot]) -> None:
    """Refuse shifts that overlap on one kind of day; over to the other kind the next day's first shift relieves."""
    for slot, following in zip(held, [*held[1:], *held[:1]], strict=True):
        space = (_minutes(following.starts) - _minutes(slot.starts)) % 1440 or 1440
        if slot.hours * 60 > space:
            raise InputProblem("shifts", "shifts_overlap", first=slot.name, second=following.name)


def _check_slot(slot: ShiftSlot) -> None:
    if not slot.name.strip():
        raise InputProblem("shifts", "shift_name_missing")
    if len(slot.name.strip()) > SLOT_NAME_MOST:
        raise InputProblem("shifts", "text_too_long", most=SLOT_NAME_MOST)
    if not 0.5 <= slot.hours <= 24 or (slot.hours * 60) % 1 or slot.starts.second or slot.starts.microsecond:
        raise InputProblem("shifts", "shift_hours_wrong", name=slot.name.strip(), hours=slot.hours)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
