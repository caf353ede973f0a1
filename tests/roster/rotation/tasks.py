"""Tasks for the planner, made without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duty_console.roster.calendar import seeded_day
from duty_console.roster.model import Post, PostKind, Shift, ShiftPattern, ShiftSlot
from duty_console.roster.rotation.model import Away, Duty, Member, Plan, Task
from duty_console.roster.rules import shifts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEIJING = ZoneInfo("Asia/Shanghai")
WHOLE = "全天班"
DAY_NIGHT = ShiftPattern(date.min, (ShiftSlot("白班", time(8), 12), ShiftSlot("夜班", time(20), 12)))
LONG_AGO = date(2000, 1, 1)


def at(day: date, clock: time = time(8)) -> datetime:
    """A moment by the room's clock."""
    return datetime.combine(day, clock, BEIJING).astimezone(UTC)


def dates(first: date, last: date) -> list[date]:
    """All dates, both included."""
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def shifts(first: date, last: date, patterns: Sequence[ShiftPattern] = ()) -> tuple[Shift, ...]:
    """All shifts that begin on these dates."""
    return tuple(shift for day in dates(first, last) for shift in shifts_of(day, patterns, BEIJING))


def posts(count: int = 1, kind: PostKind = PostKind.OFFICER, **more: object) -> tuple[Post, ...]:
    """Posts that were always there."""
    return tuple(
        Post(number, f"岗{number}", kind, number, 1, True, LONG_AGO, **more)  # type: ignore[arg-type]
        for number in range(1, count + 1)
    )


def everybody(there: Iterable[Post], persons: Iterable[int]) -> tuple[Member, ...]:
    """The same list for every post."""
    persons = list(persons)
    return tuple(Member(post.id, person) for post in there for person in persons)


def task(
    first: date,
    last: date,
    persons: int = 4,
    post_count: int = 1,
    *,
    patterns: Sequence[ShiftPattern] = (),
    history: date | None = None,
    **more: object,
) -> Task:
    """A task whose shifts are all to be filled, by `persons` who may stand anywhere."""
    there = more.pop("posts", None) or posts(post_count)
    known: dict[str, object] = {
        "shifts": shifts(first, last, patterns),
        "posts": there,
        "members": everybody(there, range(1, persons + 1)),  # type: ignore[arg-type]
        "days": {day: seeded_day(day).day_type for day in dates(history or first, last)},
        **more,
    }
    return Task(first, last, **known)  # type: ignore[arg-type]


def duty(day: date, person: int, post: int = 1, slot: str = WHOLE, hours: float = 24, **more: object) -> Duty:
    """Somebody who stands there from 08:00 on."""
    return Duty(day, slot, post, person, at(day), at(day) + timedelta(hours=hours), **more)  # type: ignore[arg-type]


def away(person: int, first: date, last: date) -> Away:
    """A leave over whole dates."""
    return Away(person, at(first, time()), at(last + timedelta(1), time()))


def stands(plan: Plan) -> dict[tuple[date, str, int], list[int]]:
    """Who was planned into each cell."""
    found: dict[tuple[date, str, int], list[int]] = {}
    for seat in plan.seats:
        found.setdefault((seat.shift_date, seat.slot, seat.post_id), []).append(seat.person_id)
    return found
